use super::{Case, Hit, Place, Side, rule};
use crate::article::Article;
use crate::audit::passage::{Passage, Text, alike};
use crate::audit::source_says::SourceSays;
use crate::kinds::{Edit, Kind};
use crate::text::name::{Name, NameKind, fits, nearly_fits, relate};
use crate::text::word::is_word;
use crate::text::{Span, fold};

rule! {
    /// A name became another name.
    ///
    /// Nothing hurts as much as the wrong name. Another spelling, a short form or an alias is no other name. Where the Korean
    /// source has the final's name and not the draft's, nothing is said.
    ///
    /// Fires: "Noh Chan-ok" became "Noh Chan-wook", "Haneul Gas Corp." "Haneul Power Corp."
    ///
    /// Silent: "Korea" became "South Korea", "Kim" "he", "Ministry of Justice" "Justice Ministry".
    NAME_CHANGED = "name-changed", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let Some(draft) = &case.analysis.draft else { return Vec::new() };
    case.passages.iter().flat_map(|passage| changed(passage, draft, case)).collect()
}

fn changed<'p>(passage: &Passage, draft: &'p Article, case: Case<'p>) -> Vec<Hit> {
    let r#final = &case.analysis.r#final;
    let (from, to) = (names(draft, passage.draft.whole()), names(r#final, passage.r#final.whole()));
    // Most names stayed as they were; only the others are compared.
    let others = |own: (&Article, &[&'_ Name]), other: (&Article, &[&Name])| -> Vec<usize> {
        let stayed = |name: &Name| other.1.iter().any(|two| other.0.text_of(two.span) == own.0.text_of(name.span));
        (0..own.1.len()).filter(|&at| !stayed(own.1[at])).collect()
    };
    let sentence = |article: &Article, name: &Name| article.sentence_at(name.span.start);
    let plain =
        |article: &Article, name: &&Name| sentence(article, name).is_some_and(|at| !is_title_case(article, at, case));
    let pick = |names: &[&'p Name], at: Vec<usize>| -> Vec<&'p Name> { at.into_iter().map(|at| names[at]).collect() };
    let (mut gone, mut come) =
        (pick(&from, others((draft, &from), (r#final, &to))), pick(&to, others((r#final, &to), (draft, &from))));
    if gone.is_empty() || come.is_empty() {
        return Vec::new();
    }
    gone.retain(|name| plain(draft, name));
    come.retain(|name| plain(r#final, name));
    let mut found = Vec::new();
    let mut taken: Vec<&Name> = Vec::new();
    for two in &come {
        let pair = gone.iter().find(|one| !taken.contains(one) && is_swap(one, two, passage, (&gone, &come), case));
        let Some(one) = pair else { continue };
        let (name, other) = (draft.text_of(one.span), r#final.text_of(two.span));
        if stands_for(name, &to, r#final, case) || stands_for(other, &from, draft, case) {
            continue;
        }
        taken.push(one);
        found.extend(report(one, two, passage, (name, other), case));
    }
    found
}

/// The names in a span that are surely some.
fn names(article: &Article, span: Span) -> Vec<&Name> {
    article.names_near(span).filter(|name| name.sure && span.contains(name.span)).collect()
}

/// Whether a headline or a sentence writes most of its words with a capital.
fn is_title_case(article: &Article, sentence: usize, case: Case) -> bool {
    let words = article.tokens_of(sentence).iter().filter(|token| {
        token.is_word() && !case.lexicon.function_words.contains(case.analysis.vocabulary.form(token.folded))
    });
    let letters = words.map(|token| article.text_of(token.span)).filter(|word| word.starts_with(char::is_alphabetic));
    let (capital, all) = letters
        .fold((0, 0), |(capital, all), word| (capital + usize::from(word.starts_with(char::is_uppercase)), all + 1));
    all >= 4 && capital * 4 >= all * 3
}

/// Whether the second name took the place of the first.
fn is_swap(one: &Name, two: &Name, passage: &Passage, names: (&[&Name], &[&Name]), case: Case) -> bool {
    let holds = |edit: &&&Edit| edit.draft.overlaps(one.span) && edit.r#final.overlaps(two.span);
    let mut edits = passage.edits.iter().filter(holds);
    let people = |names: &[&Name]| names.iter().filter(|name| name.kind == NameKind::Person).count();
    match (one.kind, two.kind) {
        (NameKind::Person, NameKind::Person) => {
            edits.next().is_some() || (people(names.0) == 1 && people(names.1) == 1)
        }
        _ => {
            edits.any(|edit| edit.kind == Kind::Name || edit.also.contains(&Kind::Name))
                || stands_in_for(one, two, passage, case)
        }
    }
}

/// Whether a name took the place of another in a sentence that was rewritten: both differ in one word (`Mapo District`,
/// `Yongsan District`), or are one word behind the same word (`second-place Dragons`, `second-place Dinos`), and neither
/// stands anywhere else.
fn stands_in_for(one: &Name, two: &Name, passage: &Passage, case: Case) -> bool {
    let Some(draft) = &case.analysis.draft else { return false };
    let r#final = &case.analysis.r#final;
    let (name, other) = (draft.text_of(one.span), r#final.text_of(two.span));
    let english = draft.lang.primary() == "en" && r#final.lang.primary() == "en";
    if !english || draft.text.contains(other) || r#final.text.contains(name) {
        return false;
    }
    let Some((own, new)) = differing(name, other) else { return false };
    // A name that means something may be translated in two ways: `New Path Party`, `New Road Party`.
    let names = &case.lexicon.names;
    let means = |word: &str| is_word(&fold(word)) || names.heads.contains(&fold(word));
    let plain = |word: &str| word.len() > 3 && word.chars().skip(1).all(|c| c.is_lowercase());
    let forms = alike(&fold(own), &fold(new)) || !plain(own) || !plain(new);
    if forms || means(own) && means(new) || names.heads.contains(&fold(own)) || names.heads.contains(&fold(new)) {
        return false;
    }
    let before = |text: &Text, span: Span| {
        let at = (0..text.words.len()).find(|&word| text.span(&(word..word + 1)).overlaps(span))?;
        let word = at.checked_sub(1).filter(|&word| text.is_content(word, case.lexicon) && !text.is_cut(at))?;
        Some(text.form(word).to_owned())
    };
    let (lead, new_lead) = (before(&passage.draft, one.span), before(&passage.r#final, two.span));
    name.contains(' ') || lead.is_some() && lead == new_lead
}

/// The one word in which two names of as many words differ.
fn differing<'n>(one: &'n str, two: &'n str) -> Option<(&'n str, &'n str)> {
    let (one, two): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), two.split(' ').collect());
    let mut differ = one.iter().zip(&two).filter(|(one, two)| one != two);
    let first = differ.next().filter(|_| one.len() == two.len() && differ.next().is_none())?;
    Some((*first.0, *first.1))
}

/// Whether a name stands among others in whatever form.
fn stands_for(name: &str, others: &[&Name], article: &Article, case: Case) -> bool {
    others.iter().any(|other| {
        let other = article.text_of(other.span);
        relate(name, other, &case.lexicon.names).is_variant()
            || same_words(name, other, case)
            || is_capital_of(name, other, case)
    })
}

/// Whether one name is a country and the other the seat of its government: `the North`, `Pyongyang`.
fn is_capital_of(one: &str, two: &str, case: Case) -> bool {
    let (names, one, two) = (&case.lexicon.names, fold(one), fold(two));
    let of = |capital: &str, country: &str| {
        let mut countries = names.capitals.holding(capital);
        countries.any(|name| names.aliases.contains(name, country))
    };
    of(&one, &two) || of(&two, &one)
}

/// Whether two names of bodies differ only in the order of their words, or in a word for a body: `Ministry of Justice`
/// and `Justice Ministry`, `Trade Institute` and `Trade Center`.
fn same_words(one: &str, two: &str, case: Case) -> bool {
    let own = |name: &str| -> Vec<String> {
        let names = &case.lexicon.names;
        let counts = |word: &&str| {
            !(names.heads.contains(word) || names.suffixes.contains(word) || names.function_words.contains(word))
        };
        fold(name)
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|word| !word.is_empty())
            .filter(counts)
            .map(str::to_owned)
            .collect()
    };
    let (one, two) = (own(one), own(two));
    let (short, long) = if one.len() <= two.len() { (&one, &two) } else { (&two, &one) };
    !short.is_empty() && short.iter().all(|word| long.contains(word)) && one.len() + two.len() > 2
}

fn report(one: &Name, two: &Name, passage: &Passage, names: (&str, &str), case: Case) -> Option<Hit> {
    let (draft, r#final) = names;
    let whole = one.kind == NameKind::Person || two.kind == NameKind::Person;
    let (own, new) = differing(draft, r#final).filter(|_| !whole).unwrap_or(names);
    let tail = match (in_source(own, passage, case), in_source(new, passage, case)) {
        _ if case.analysis.source.is_none() => "nothing here tells which is right".to_owned(),
        (None, Some(_)) => return None,
        // The rule about names in the source says so.
        (Some(hangul), None)
            if two.kind == NameKind::Person && nearly_fits(r#final, hangul, &case.lexicon.names).is_some() =>
        {
            return None;
        }
        (Some(hangul), None) => format!("the source has {hangul}, as the draft"),
        (Some(_), Some(_)) => "the source has both, or cannot tell them apart".to_owned(),
        (None, None) => "nothing in the source tells which is right".to_owned(),
    };
    Some(Hit {
        level: None,
        message: format!("\"{draft}\" became \"{final}\"; {tail}", final = r#final),
        place: Place { side: Side::Final, span: two.span },
        related: vec![Place { side: Side::Draft, span: one.span }],
    })
}

/// The Korean name in the source that a name may stand for: a person's anywhere, a single word in the sentence itself.
fn in_source<'a>(name: &str, passage: &Passage, case: Case<'a>) -> Option<&'a str> {
    let source = &case.analysis.source.as_ref()?.article;
    let words = &case.lexicon.names;
    let mut people = source.names.iter().map(|name| source.text_of(name.span));
    people.find(|hangul| fits(name, hangul, words)).or_else(|| {
        let single = name.chars().all(char::is_alphabetic) && name.is_ascii();
        SourceSays::of(passage, case).filter(|_| single)?.word_that(|hangul| fits(name, hangul, words))
    })
}
