use std::ops::Range;

use super::{Case, Hit, Place, rule};
use crate::audit::passage::{Passage, Sense, Text, alike, shown};
use crate::audit::settled;
use crate::settings::Level;
use crate::text::Span;
use crate::text::name::relate;
use crate::text::value::matching::{Held, Partner, partners};
use crate::text::word::{american, same_lemma};

rule! {
    /// Words inside quotation marks changed beyond typography, spelling and the format of numbers.
    ///
    /// A quotation is somebody's words, and the source should be looked at. It is for information where only grammar changed.
    ///
    /// Fires: "We regret the delay" became "We hate the delay", or another quotation.
    ///
    /// Silent: Clauses were cut and the rest kept to the letter, the attribution moved into it, or it became reported speech.
    QUOTE_ALTERED = "quote-altered", Warning, check
}

/// A quotation of which less stayed is another one.
const LEAST_KEPT: f32 = 0.34;

/// Shorter quotations are but a term.
const SENTENCE: usize = 4;

fn check(case: Case) -> Vec<Hit> {
    let quotes = |passage: &&Passage| {
        let has = |text: &Text| text.article.quotations.iter().any(|quotation| quotation.overlaps(text.whole()));
        has(&passage.draft) && has(&passage.r#final)
    };
    case.passages.iter().filter(quotes).filter_map(|passage| altered(passage, case)).collect()
}

/// A word inside quotation marks, contractions written out.
struct Quoted<'a> {
    word: usize,
    form: &'a str,
}

fn altered(passage: &Passage, case: Case) -> Option<Hit> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let (one, two) = (quoted(draft), quoted(r#final));
    if one.is_empty() || two.is_empty() {
        return None;
    }
    let (mut gone, mut come) = (only(&one, &two), only(&two, &one));
    if gone.is_empty() && come.is_empty() {
        return None;
    }
    let all = gone.len() == one.len();
    drop_reported(&mut gone, passage, case);
    // What the draft says outside its quotation marks was put into them, or the other way round.
    come.retain(|quoted| !draft.words.contains(&quoted.form));
    let requoted = gone.iter().all(|quoted| r#final.words.contains(&quoted.form));
    if come.is_empty() && (all || requoted || are_clauses(&gone, draft)) {
        return None;
    }
    let values = values_differ(passage, case);
    // What an editor puts between square brackets, nobody has said: `the [ruling] party`.
    come.retain(|quoted| !is_bracketed(r#final, quoted.word));
    drop_values(&mut gone, draft);
    drop_values(&mut come, r#final);
    drop_names(&mut gone, &mut come, passage, case);
    pair_off(&mut gone, &mut come, |one, two| american(one) == american(two));
    let inflected = pair_off(&mut gone, &mut come, same_lemma);
    let settled = values.as_ref().is_none_or(|(_, settled)| *settled);
    if gone.is_empty() && come.is_empty() && !inflected && settled {
        return None;
    }
    let values = values.map(|(message, _)| message);
    let (level, message) = judge(passage, &one, &two, (&gone, &come), values, case)?;
    let span = |text: &Text, changed: &[Quoted], all: &[Quoted]| quotation(text, changed.first().or(all.first()));
    let (from, to) = (span(draft, &gone, &one)?, span(r#final, &come, &two)?);
    Some(Hit {
        level,
        message,
        place: Place { side: r#final.side, span: to },
        related: vec![Place { side: draft.side, span: from }],
    })
}

/// Whether a word stands between square brackets.
fn is_bracketed(text: &Text, word: usize) -> bool {
    let sentence = text.article.sentences[text.sentence(word)].span;
    let before = &text.article.text[sentence.start..text.span(&(word..word + 1)).start];
    before.rfind('[').is_some_and(|open| !before[open..].contains(']'))
}

/// What changed, and how much that matters.
fn judge(
    passage: &Passage,
    one: &[Quoted],
    two: &[Quoted],
    (gone, come): (&[Quoted], &[Quoted]),
    values: Option<String>,
    case: Case,
) -> Option<(Option<Level>, String)> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    if let Some(values) = values {
        return Some((None, format!("inside the quotation, {values}")));
    }
    let content = |text: &Text, words: &[Quoted]| {
        words.iter().filter(|quoted| text.is_content(quoted.word, case.lexicon)).count()
    };
    let all = content(draft, one).min(content(r#final, two));
    let kept = content(r#final, two).saturating_sub(content(r#final, come));
    if one.len().min(two.len()) >= SENTENCE && (kept as f32) < LEAST_KEPT * all as f32 {
        return Some((None, "the quotation became another one".to_owned()));
    }
    let listed = |text: &Text, words: &[Quoted]| -> Option<String> {
        let telling =
            |quoted: &&Quoted| text.is_content(quoted.word, case.lexicon) || turns(passage, text, quoted.word);
        let words: Vec<&str> = words.iter().filter(telling).map(|quoted| text.written(quoted.word)).collect();
        (!words.is_empty()).then(|| shown(&words.join(" ")))
    };
    let message = match (listed(draft, gone), listed(r#final, come)) {
        (Some(from), Some(to)) => format!("inside the quotation, \"{from}\" became \"{to}\""),
        (Some(from), None) => format!("inside the quotation, \"{from}\" is gone"),
        (None, Some(to)) => format!("inside the quotation, \"{to}\" came in"),
        (None, None) => return Some((Some(Level::Info), "inside the quotation, the grammar changed".to_owned())),
    };
    Some((None, message))
}

/// Whether a word of grammar turns the sense (`not`, `may`), and the other side has no other word that does.
fn turns(passage: &Passage, text: &Text, word: usize) -> bool {
    let senses = [Sense::Denial, Sense::Hedge, Sense::Accusation];
    senses.into_iter().any(|sense| {
        text.cues_of(sense).any(|cue| cue.contains(&word)) && passage.draft.count(sense) != passage.r#final.count(sense)
    })
}

fn quoted<'a>(text: &Text<'a>) -> Vec<Quoted<'a>> {
    let mut found = Vec::new();
    for word in (0..text.words.len()).filter(|&word| text.article.is_quoted(text.span(&(word..word + 1)))) {
        let form = text.form(word);
        let contracted = CONTRACTIONS.iter().find_map(|(ending, full)| Some((form.strip_suffix(ending)?, *full)));
        match contracted {
            Some((stem, full)) => {
                let stem = match stem {
                    "ca" => "can",
                    "wo" => "will",
                    stem => stem,
                };
                found.push(Quoted { word, form: stem });
                found.push(Quoted { word, form: full });
            }
            None => found.push(Quoted { word, form }),
        }
    }
    found
}

/// Endings of a word that are words themselves.
const CONTRACTIONS: [(&str, &str); 5] =
    [("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am")];

/// The words that the other side does not have, or not as often.
fn only<'a>(own: &[Quoted<'a>], other: &[Quoted]) -> Vec<Quoted<'a>> {
    let mut open: Vec<&str> = other.iter().map(|quoted| quoted.form).collect();
    let mut found = Vec::new();
    for quoted in own {
        match open.iter().position(|form| *form == quoted.form) {
            Some(at) => {
                open.swap_remove(at);
            }
            None => found.push(Quoted { word: quoted.word, form: quoted.form }),
        }
    }
    found
}

/// Takes out the words of a quotation that became reported speech as a whole: `“There is no need to worry”` and `there is
/// no need to worry, he said`.
fn drop_reported(gone: &mut Vec<Quoted>, passage: &Passage, case: Case) {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let span = |text: &Text, word: usize| text.span(&(word..word + 1));
    let told: Vec<&str> = (0..r#final.words.len())
        .filter(|&word| !r#final.article.is_quoted(span(r#final, word)))
        .map(|word| r#final.form(word))
        .collect();
    for quotation in draft.article.quotations.iter().filter(|quotation| quotation.overlaps(draft.whole())) {
        let held = |word: &usize| quotation.contains(span(draft, *word));
        let mut content =
            (0..draft.words.len()).filter(held).filter(|&word| draft.is_content(word, case.lexicon)).peekable();
        let is_gone = |word: usize| gone.iter().any(|quoted| quoted.word == word);
        let is_told = |word: usize| told.iter().any(|other| alike(other, draft.form(word)));
        if content.peek().is_some() && content.all(|word| is_gone(word) && is_told(word)) {
            gone.retain(|quoted| !held(&quoted.word));
        }
    }
}

/// Whether words that are gone are whole clauses: runs that a mark or the end of the quotation bounds.
fn are_clauses(gone: &[Quoted], text: &Text) -> bool {
    const SHORTEST: usize = 2;
    let mut runs: Vec<Range<usize>> = Vec::new();
    for quoted in gone {
        match runs.last_mut() {
            Some(run) if quoted.word <= run.end => run.end = quoted.word + 1,
            _ => runs.push(quoted.word..quoted.word + 1),
        }
    }
    let outside = |word: usize| word >= text.words.len() || !text.article.is_quoted(text.span(&(word..word + 1)));
    let is_clause = |run: &Range<usize>| {
        let begins = text.is_cut(run.start) || run.start.checked_sub(1).is_none_or(outside);
        let ends = outside(run.end) || text.is_cut(run.end);
        run.len() >= SHORTEST && (begins || ends)
    };
    runs.iter().all(is_clause)
}

/// Says which value inside the quotation has no like on the other side, and whether the source settles that.
fn values_differ(passage: &Passage, case: Case) -> Option<(String, bool)> {
    let held = |text: &Text| -> Vec<(usize, Held)> {
        let values = text.article.value_range(text.whole()).map(|at| (at, text.article.values[at]));
        values
            .filter(|(_, value)| text.article.is_quoted(value.span))
            .map(|(at, value)| (at, Held { value, unit: Some(0), repeats: false }))
            .collect()
    };
    let (one, two) = (held(&passage.draft), held(&passage.r#final));
    let quantities = |values: &[(usize, Held)]| values.iter().map(|(_, held)| held.value.quantity).collect::<Vec<_>>();
    if one.is_empty() || two.is_empty() || quantities(&one) == quantities(&two) {
        return None;
    }
    let published = case.analysis.r#final.published_on();
    let alone = |values: &[(usize, Held)]| values.iter().map(|(_, held)| *held).collect::<Vec<_>>();
    let contradiction = |(to, partner)| match partner {
        Partner::Contradicts(from, relation) => Some((from, to, relation)),
        _ => None,
    };
    let matches = partners(&alone(&one), &alone(&two), published);
    let (from, to, relation) = matches.into_iter().enumerate().find_map(contradiction)?;
    let ((from, one), (to, two)) = (one[from], two[to]);
    let (one, two) =
        (shown(passage.draft.article.text_of(one.value.span)), shown(passage.r#final.article.text_of(two.value.span)));
    Some((format!("\"{one}\" became \"{two}\" ({relation})"), settled(case, from, to)))
}

/// Takes out the words of values, which are compared as such.
fn drop_values(words: &mut Vec<Quoted>, text: &Text) {
    words.retain(|quoted| text.article.values_in(text.span(&(quoted.word..quoted.word + 1))).is_empty());
}

/// Takes out the words of names that the other side has in another form.
fn drop_names(gone: &mut Vec<Quoted>, come: &mut Vec<Quoted>, passage: &Passage, case: Case) {
    let names = |text: &Text| -> Vec<Span> {
        text.article
            .names_near(text.whole())
            .map(|name| name.span)
            .filter(|&span| text.article.is_quoted(span))
            .collect()
    };
    let drop = |words: &mut Vec<Quoted>, text: &Text, other: &Text| {
        let others = names(other);
        let variant = |span: Span| {
            let name = text.article.text_of(span);
            others
                .iter()
                .any(|&other_span| relate(name, other.article.text_of(other_span), &case.lexicon.names).is_variant())
        };
        let own = names(text);
        words.retain(|quoted| {
            let word = text.span(&(quoted.word..quoted.word + 1));
            !own.iter().any(|&name| name.contains(word) && variant(name))
        });
    };
    drop(gone, &passage.draft, &passage.r#final);
    drop(come, &passage.r#final, &passage.draft);
}

/// Takes out the words that are the same as one on the other side; `true` where there were some.
fn pair_off(gone: &mut Vec<Quoted>, come: &mut Vec<Quoted>, same: impl Fn(&str, &str) -> bool) -> bool {
    // Nothing is looked up for words that begin with other letters, but for short ones (`go`, `went`).
    let near = |one: &str, two: &str| one.bytes().next() == two.bytes().next() || one.len().max(two.len()) <= 4;
    let before = gone.len();
    gone.retain(|one| match come.iter().position(|two| near(one.form, two.form) && same(one.form, two.form)) {
        Some(at) => {
            come.remove(at);
            false
        }
        None => true,
    });
    gone.len() < before
}

/// The quotation that a word stands in.
fn quotation(text: &Text, quoted: Option<&Quoted>) -> Option<Span> {
    let word = quoted.map(|quoted| text.span(&(quoted.word..quoted.word + 1)))?;
    text.article.quotations.iter().copied().find(|quotation| quotation.contains(word))
}
