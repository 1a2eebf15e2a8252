use rustc_hash::FxHashMap;

use super::{Case, Hit, Side, rule};
use crate::article::{Article, Region};
use crate::lexicon::Print;
use crate::text::{Class, Id, Span, Vocabulary, word};

rule! {
    /// A word is doubled, or a sentence stands twice.
    ///
    /// Both happen when words are pasted or moved. Doubled words are looked for in English only, where other languages
    /// double words to stress them; short sentences and quoted refrains are left out.
    ///
    /// Fires: "the the port"; the third paragraph is also the seventh.
    ///
    /// Silent: "had had", "Baden-Baden", "bye bye", "He said.", a headline that is also the first sentence.
    REPEATED_TEXT = "repeated-text", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let vocabulary = &case.analysis.vocabulary;
    let mut hits = sentences(article);
    if article.lang.primary() == "en" {
        hits.extend(words(article, vocabulary, &case.lexicon.print));
    }
    hits
}

/// Doubled words with nothing but blanks between.
fn words(article: &Article, vocabulary: &Vocabulary, lists: &Print) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (index, sentence) in article.sentences.iter().enumerate() {
        if sentence.region.is_frame() {
            continue;
        }
        let tokens = article.tokens_of(index);
        for (at, pair) in tokens.windows(2).enumerate() {
            if pair[0].folded != pair[1].folded || pair[0].class != Class::Word {
                continue;
            }
            let span = pair[0].span.hull(pair[1].span);
            let form = vocabulary.form(pair[0].folded);
            // Names are doubled, too: a capital on the second word makes one of it.
            let capital = pair[1].span.of(&article.text).starts_with(|c: char| !c.is_lowercase());
            let before = at.checked_sub(1).map_or("", |before| vocabulary.form(tokens[before].folded));
            let goes_with_verb = lists.particles.contains(form) && lists.particle_verbs.contains(before);
            // `What it is is a ship.`
            let subject = form != "is" || matches!(before, "it" | "he" | "she" | "this" | "that" | "there");
            let letter = form.len() == 1 && form != "a";
            let fine =
                capital || letter || goes_with_verb || subject && lists.doubles.contains(form) || !word::is_word(form);
            let stressed = article.is_quoted(span) && !is_grammar(form);
            if !fine && !stressed {
                hits.push(Hit::new(span, format!("\"{form}\" stands twice")));
            }
        }
    }
    hits
}

/// Words that nobody doubles for stress.
fn is_grammar(form: &str) -> bool {
    matches!(form, "a" | "an" | "the" | "of" | "and" | "to" | "at" | "from" | "as" | "for" | "with")
}

/// Sentences of the body that stand there before; of several in a row, one finding.
fn sentences(article: &Article) -> Vec<Hit> {
    let mut seen: FxHashMap<Vec<Id>, usize> = FxHashMap::default();
    let mut runs: Vec<(Span, Span, usize, usize)> = Vec::new();
    for at in 0..article.sentences.len() {
        let Some(words) = distinct(article, at) else { continue };
        let Some(&first) = seen.get(&words) else {
            seen.insert(words, at);
            continue;
        };
        let (span, earlier) = (article.sentences[at].span, article.sentences[first].span);
        match runs.last_mut() {
            Some(run) if run.2 + 1 == at && run.3 + 1 == first => {
                *run = (run.0.hull(span), run.1.hull(earlier), at, first);
            }
            _ => runs.push((span, earlier, at, first)),
        }
    }
    let message = "the same words stand twice";
    runs.into_iter().map(|run| Hit::new(run.0, message).with_evidence(Side::Final, [run.1])).collect()
}

/// The words of a sentence that should stand once: of the body, long enough, more than a quotation, and no line of a
/// list. Right behind itself even a short one should not stand again.
fn distinct(article: &Article, at: usize) -> Option<Vec<Id>> {
    const FEWEST_WORDS: usize = 5;
    const FEWEST_BYTES: usize = 25;
    const FEWEST_IN_A_ROW: usize = 3;
    let sentence = &article.sentences[at];
    let text = article.sentence(at);
    let is_again = |other: usize| article.sentences.get(other).is_some() && article.sentence(other) == text;
    let in_a_row = is_again(at + 1) || at.checked_sub(1).is_some_and(is_again);
    let ended = text.trim_end_matches(['"', '”', '\'', '’', ')']).ends_with(['.', '?', '!', '。', '…']);
    if sentence.region != Region::Body || !in_a_row && sentence.span.len() < FEWEST_BYTES || !ended {
        return None;
    }
    let words: Vec<&_> = article.tokens_of(at).iter().filter(|token| token.is_word()).collect();
    let (first, last) = (words.first()?, words.last()?);
    let quoted = article.is_quoted(first.span.hull(last.span));
    let fewest = if in_a_row { FEWEST_IN_A_ROW } else { FEWEST_WORDS };
    (words.len() >= fewest && !quoted).then(|| words.iter().map(|token| token.folded).collect())
}
