//! What must hold whatever comes in: run over the files beside this one by `cargo test`, and over millions of others by
//! the fuzz targets in `fuzz/`.

// A fuzz target calls but one of them.
#![allow(dead_code)]

use std::io::Cursor;
use std::path::Path;

use jiff::civil::date;
use postedit::article::{self, Article, Sentence};
use postedit::compare::{Op, Unit};
use postedit::input::{InputError, Row, pairs as read_pairs, parse_settings};
use postedit::lexicon::Lexicon;
use postedit::text::value::matching::{Held, Partner, partners};
use postedit::text::value::{self, PartialDate, Quantity, Relation, Value, implied_rate, relate, relate_on, resolve};
use postedit::text::{self, Span, Vocabulary, is_blank, tokenize};
use postedit::{Analysis, Pair, Report, Settings, Text, analyse, audit};
use serde_json::json;

/// Runs one input, and panics where something does not hold.
pub type Check = fn(&[u8]);

/// The checks by the name of their folder and fuzz target.
pub const CHECKS: [(&str, Check); 6] = [
    ("article", article),
    ("sentences", sentences),
    ("values", values),
    ("pairs", pairs),
    ("config", config),
    ("whole", whole),
];

/// Parts the versions of an article in the files of `whole`: the control character called record separator.
const SEPARATOR: char = '\u{1E}';

/// An article is read to the last word, whether its sentences come split or not.
pub fn article(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut settings = Settings::default().disclosure;
    settings.wording = text.lines().take(1).map(str::to_owned).collect();
    let read = |text: Text| article::read(&text, &settings, &Lexicon::default(), &mut Vocabulary::default());
    for lang in [None, Some("ko"), Some("de")] {
        check_article(&read(Text::new(&*text).with_lang(lang.map(str::to_owned))));
    }
    let lines: Vec<&str> = text.lines().collect();
    let split = read(Text::from_sentences(&lines));
    check_article(&split);
    assert_eq!(split.sentences.len(), lines.len(), "each sentence of the caller's is one");
}

fn check_article(article: &Article) {
    let text = article.text.as_str();
    let spans: Vec<Span> = article.sentences.iter().map(|sentence| sentence.span).collect();
    check_cover(text, Span::new(0, text.len()), &spans);
    assert_eq!(article.paragraphs.len(), spans.len());
    assert!(article.paragraphs.is_sorted());
    let mut next = 0;
    for Sentence { span, tokens, .. } in &article.sentences {
        assert_eq!(tokens.start, next, "every token stands in one sentence");
        next = tokens.end;
        let tokens: Vec<Span> = article.tokens[tokens.clone()].iter().map(|token| token.span).collect();
        assert!(tokens.iter().all(|token| !token.is_empty()));
        check_cover(text, *span, &tokens);
    }
    assert_eq!(next, article.tokens.len());
    let within_a_sentence = |span: Span| spans.iter().any(|sentence| sentence.contains(span));
    check_values(text, &article.values);
    assert!(article.values.iter().all(|value| within_a_sentence(value.span)));
    assert!(article.names.iter().all(|name| !name.span.of(text).is_empty() && within_a_sentence(name.span)));
    assert!(article.names.is_sorted_by_key(|name| name.span.start));
    assert!(article.quotations.is_sorted_by(|one, two| one.end <= two.start), "{:?}", article.quotations);
    article.quotations.iter().for_each(|quotation| _ = quotation.of(text));
    for time in [article.published(), article.updated()].into_iter().flatten() {
        assert_eq!(time.len(), "2025-07-26T18:29".len(), "{time}");
    }
}

/// The parts lie within the whole, one behind the other, and between them is nothing but blanks.
fn check_cover(text: &str, whole: Span, parts: &[Span]) {
    let mut end = whole.start;
    for part in parts {
        assert!(
            part.start >= end && part.end >= part.start && part.end <= whole.end,
            "{part:?} behind {end} in {whole:?}"
        );
        assert_eq!(part.trim(text).len(), part.len(), "{:?} has blanks at its ends", part.of(text));
        let between = Span::new(end, part.start).of(text);
        assert!(between.chars().all(is_blank), "{between:?} is left out");
        end = part.end;
    }
    let rest = Span::new(end, whole.end).of(text);
    assert!(rest.chars().all(is_blank), "{rest:?} is left out");
}

/// The sentences of a line hold all of it, in any language.
pub fn sentences(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lexicon = Lexicon::default();
    for lang in ["en", "ko", "ja", "zh", "de", "hy", "xx"] {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(start, start + line.len());
            let found = text::sentences(&text, span, lang, &lexicon.boundaries);
            check_cover(&text, span, &found);
            assert!(found.iter().all(|sentence| !sentence.is_empty()));
            start = span.end;
        }
    }
}

/// Values lie in the text, are of the calendar and the clock, and can be held against each other.
pub fn values(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lexicon = Lexicon::default();
    let mut held: Vec<Held> = Vec::new();
    let mut start = 0;
    for (unit, line) in text.split_inclusive('\n').enumerate() {
        let span = Span::new(start, start + line.len());
        start = span.end;
        for lang in ["en", "ko", "ja", "zh"] {
            let (mut vocabulary, mut tokens) = (Vocabulary::default(), Vec::new());
            tokenize(&text, span, lang, &lexicon.boundaries, &mut vocabulary, &mut tokens);
            let found = value::values(&text, &tokens, &vocabulary, &lexicon.values);
            check_values(&text, &found);
            assert!(found.iter().all(|value| span.contains(value.span)));
            for value in found {
                if held.iter().all(|other| other.value.quantity != value.quantity) {
                    held.push(Held { value, unit: Some(unit), repeats: false });
                }
            }
        }
    }
    // Each is held against each: enough of them say what the others would.
    held.truncate(20);
    let days = [date(2025, 7, 26), date(2024, 2, 29), date(-9999, 1, 1), date(9999, 12, 31)];
    for one in &held {
        let one = one.value.quantity;
        for day in days {
            assert!(resolve(&one, day).is_none_or(|period| period.first <= period.last), "{one:?} on {day}");
        }
        assert_eq!(relate(&one, &one), Relation::Equal, "{one:?}");
        for two in &held {
            let two = two.value.quantity;
            let relation = relate(&one, &two);
            assert_eq!(relation == Relation::Equal, relate(&two, &one) == Relation::Equal, "{one:?} and {two:?}");
            assert_eq!(relation.to_string().lines().count(), 1);
            _ = (relate_on(&one, &two, days[0]), relate_on(&one, &two, days[3]), implied_rate(&one, &two));
        }
    }
    let (source, text) = held.split_at(held.len() / 2);
    for published in [None, Some(days[0])] {
        let found = partners(source, text, published);
        assert_eq!(found.len(), text.len());
        for partner in found {
            if let Partner::Same(at, _) | Partner::Contradicts(at, _) = partner {
                assert!(at < source.len());
            }
        }
    }
}

fn check_values(text: &str, values: &[Value]) {
    for value in values {
        assert!(!value.span.trim(text).is_empty(), "{value:?}");
        match value.quantity {
            Quantity::Date(date) => {
                check_date(date);
                assert_ne!(PartialDate { side: None, ..date }, PartialDate::default(), "a date says something");
            }
            Quantity::Relative(relative) => check_date(relative.within),
            Quantity::Clock(clock) => {
                assert!((0..24).contains(&clock.hour) && (0..60).contains(&clock.minute), "{clock:?}");
                assert!(!clock.open || (1..=12).contains(&clock.hour), "{clock:?}");
            }
            Quantity::Vague(vague) => assert!((1..=16).contains(&vague.power), "{vague:?}"),
            Quantity::Amount(amount) => assert_ne!(amount.unit, Some("")),
            Quantity::Score(..) => {}
        }
    }
    assert!(values.is_sorted_by(|one, two| one.span.end <= two.span.start), "{values:?}");
}

fn check_date(date: PartialDate) {
    let within = |part: Option<i8>, most: i8| part.is_none_or(|part| (1..=most).contains(&part));
    assert!(within(date.month, 12) && within(date.day, 31) && within(date.weekday, 7), "{date:?}");
}

/// Every line that is not blank is a row: a pair that can be written down and read again, or one line that says why not.
pub fn pairs(bytes: &[u8]) {
    let rows = |bytes: &[u8], draft_required| -> Vec<Row> {
        read_pairs(Cursor::new(bytes), draft_required).map(|row| row.expect("bytes in memory can be read")).collect()
    };
    let (loose, strict) = (rows(bytes, false), rows(bytes, true));
    let whole = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let lines = (1..).zip(whole.split(|&byte| byte == b'\n')).filter(|(_, line)| !line.trim_ascii().is_empty());
    let lines: Vec<usize> = lines.map(|(line, _)| line).collect();
    assert_eq!(loose.iter().map(|row| row.line).collect::<Vec<_>>(), lines);
    assert_eq!(strict.iter().map(|row| row.line).collect::<Vec<_>>(), lines);
    for (loose, strict) in loose.iter().zip(&strict) {
        match (&loose.pair, &strict.pair) {
            (Ok(one), Ok(two)) => assert_eq!(one, two),
            (Ok(one), Err(_)) => assert_eq!(one.draft, None),
            (Err(_), Ok(two)) => panic!("{two:?} has a draft and cannot be read without one"),
            (Err(_), Err(unusable)) => {
                assert!(!unusable.message.is_empty() && !unusable.message.contains('\n'), "{unusable:?}");
            }
        }
        if let Ok(pair) = &loose.pair {
            let again = rows(written(pair).as_bytes(), false);
            assert!(matches!(again.as_slice(), [row] if row.pair.as_ref() == Ok(pair)), "{pair:?} became {again:?}");
        }
    }
}

/// A pair as a row of JSON Lines.
fn written(pair: &Pair) -> String {
    let text = |text: &Text| match text.sentences() {
        Some(sentences) => json!(sentences.iter().map(|range| &text.as_str()[range.clone()]).collect::<Vec<_>>()),
        None => json!(text.as_str()),
    };
    let mut row = pair.meta.clone();
    row.insert("id".to_owned(), json!(pair.id));
    for (name, version) in [("draft", &pair.draft), ("final", &Some(pair.r#final.clone())), ("source", &pair.source)] {
        row.insert(name.to_owned(), json!(version.as_ref().map(text)));
    }
    row.insert("lang".to_owned(), json!(pair.r#final.lang()));
    row.insert("source_lang".to_owned(), json!(pair.source.as_ref().and_then(Text::lang)));
    json!(row).to_string()
}

/// Settings that can be read say the same when they are printed; others give one line with the place.
pub fn config(bytes: &[u8]) {
    let parse = |bytes: &[u8]| parse_settings(Path::new("desk.toml"), bytes.to_vec());
    match parse(bytes) {
        Ok(settings) => {
            let text = String::from_utf8_lossy(bytes);
            let table: toml::Table = text.trim_start_matches('\u{FEFF}').parse().expect("settings are a table");
            let printed = table.to_string();
            assert_eq!(parse(printed.as_bytes()).ok(), Some(settings), "printed: {printed}");
        }
        Err(error) => {
            let message = error.to_string();
            assert!(message.starts_with("desk.toml:") && !message.contains('\n'), "{message}");
            if let InputError::Settings { line, .. } = error {
                let lines = bytes.iter().filter(|&&byte| byte == b'\n').count() + 1;
                assert!((1..=lines).contains(&line), "line {line} of {lines}: {message}");
            }
        }
    }
}

/// A whole run. The parts are draft, final, source and settings, as far as they are there; a blank draft is none, and
/// behind a fifth separator each line of the texts is a sentence that came split.
pub fn whole(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let parts: Vec<&str> = text.split(SEPARATOR).collect();
    let read = |text: &str| match parts.get(4) {
        Some(_) => Text::from_sentences(&text.lines().collect::<Vec<_>>()),
        None => Text::new(text),
    };
    let version = |at: usize| parts.get(at).filter(|text| !text.chars().all(is_blank)).map(|text| read(text));
    let r#final = read(parts.get(1).copied().unwrap_or_default());
    let pair = Pair { draft: version(0), r#final, source: version(2), ..Pair::default() };
    let settings = parts.get(3).and_then(|text| parse_settings(Path::new("desk.toml"), text.as_bytes().to_vec()).ok());
    check_analysis(&pair, &settings.unwrap_or_default());
}

/// What holds for the analysis, the findings and the report of any pair.
pub fn check_analysis(pair: &Pair, settings: &Settings) -> Analysis {
    let analysis = analyse(pair, settings);
    let (draft, r#final) = (analysis.draft.as_ref(), &analysis.r#final);
    let source = analysis.source.as_ref();
    [draft, Some(r#final), source.map(|source| &source.article)].into_iter().flatten().for_each(check_article);
    if let Some(draft) = draft {
        check_units(&analysis.units, draft, r#final);
        check_hunks(&analysis, draft);
    }
    if let Some(source) = source {
        check_units(&source.units, &source.article, draft.unwrap_or(r#final));
    }
    check_report(&analysis, settings);
    analysis
}

/// Every sentence of both sides stands in exactly one unit.
fn check_units(units: &[Unit], draft: &Article, r#final: &Article) {
    let mut seen = (vec![0; draft.sentences.len()], vec![0; r#final.sentences.len()]);
    for unit in units {
        unit.draft.clone().for_each(|at| seen.0[at] += 1);
        unit.r#final.clone().for_each(|at| seen.1[at] += 1);
        assert!((0.0..=1.0001).contains(&unit.similarity), "similarity {}", unit.similarity);
    }
    assert!(seen.0.iter().chain(&seen.1).all(|&times| times == 1), "a sentence stands in one unit: {seen:?}");
}

/// The hunks of a unit, applied to its draft text, give its final text; what is equal is kept.
fn check_hunks(analysis: &Analysis, draft: &Article) {
    let r#final = &analysis.r#final;
    for (index, unit) in analysis.units.iter().enumerate() {
        let (from, to) = (draft.span_of(unit.draft.clone()), r#final.span_of(unit.r#final.clone()));
        let (mut applied, mut at) = (String::new(), from.start);
        for hunk in analysis.hunks.iter().filter(|hunk| hunk.unit == index) {
            applied += &draft.text[at..hunk.draft.start];
            applied += hunk.r#final.of(&r#final.text);
            at = hunk.draft.end;
        }
        applied += &draft.text[at..from.end];
        assert_eq!(applied, to.of(&r#final.text), "the hunks of unit {index} give its final text");
        let single = unit.draft.len() == 1 && unit.r#final.len() == 1;
        assert_eq!(unit.op == Op::Keep, single && from.of(&draft.text) == to.of(&r#final.text), "unit {index}");
    }
}

/// Offsets are code points of the text, the words are those at the offsets, and other programs can read it.
fn check_report(analysis: &Analysis, settings: &Settings) {
    let findings = audit::run(analysis, settings);
    let report = Report::new(analysis, &findings);
    let chars = |article: Option<&Article>| article.map(|it| it.text.chars().collect()).unwrap_or_default();
    let [draft, r#final, source]: [Vec<char>; 3] =
        [audit::Side::Draft, audit::Side::Final, audit::Side::Source].map(|side| chars(side.of(analysis)));
    let cut = |text: &[char], start: usize, end: usize| text[start..end].iter().collect::<String>();
    for edit in &report.edits {
        assert_eq!(cut(&draft, edit.draft.start, edit.draft.end), edit.draft.text);
        assert_eq!(cut(&r#final, edit.r#final.start, edit.r#final.end), edit.r#final.text);
        let in_place = ["move", "split", "merge"].contains(&edit.form.name());
        assert!(edit.draft.text != edit.r#final.text || in_place, "{edit:?} edits nothing");
        assert!(!edit.reason.is_empty() && !edit.reason.contains('\n'), "{edit:?}");
        assert!(edit.units.iter().all(|&unit| unit < report.alignment.len()));
    }
    for value in report.source.iter().flat_map(|source| &source.values) {
        assert_eq!(cut(&source, value.start, value.end), value.text);
        for (text, rendering) in [(&draft, &value.draft), (&r#final, &value.r#final)] {
            rendering.iter().for_each(|it| assert_eq!(cut(text, it.start, it.end), it.text));
        }
    }
    for finding in &report.findings {
        let related = finding.related.iter().map(|it| (it.side, it.start, it.end));
        for (side, start, end) in related.chain([(finding.side, finding.start, finding.end)]) {
            let text = match side {
                audit::Side::Draft => &draft,
                audit::Side::Final => &r#final,
                audit::Side::Source => &source,
            };
            assert!(start <= end && end <= text.len(), "{finding:?}");
        }
        assert!(!finding.message.is_empty() && finding.fingerprint.len() == 16, "{finding:?}");
    }
    let written = serde_json::to_string(&report).expect("a report is JSON");
    let read: serde_json::Value = serde_json::from_str(&written).expect("and can be read");
    assert_eq!(read["edits"].as_array().map(Vec::len), Some(report.edits.len()));
}
