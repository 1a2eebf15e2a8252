use rustc_hash::FxHashSet;

use super::{Case, Hit, Place, Side, rule};
use crate::analysis::{Analysis, Note};
use crate::article::{Article, Region};
use crate::audit::source::{final_unit, has_quotation_mark, rendered, source_unit};
use crate::text::{Span, Token};

rule! {
    /// Words stand in quotation marks in the final, and neither the draft nor the source has that passage in quotation marks.
    ///
    /// Whoever is quoted has said these words. Reported speech that was put into marks, and words made up, are attributed to
    /// somebody who never said them. Machines drop marks, too, so that without the source only words count that the draft
    /// has nowhere.
    ///
    /// Fires: The draft has "He said that the bridge was safe", the final "“The bridge is safe,” he said", and the source no marks.
    ///
    /// Silent: The source has the words in marks; a title of a work; one or two words in scare quotes, a nickname.
    QUOTE_INVENTED = "quote-invented", Warning, check
}

/// Fewer words are scare quotes, a nickname, a term.
const LEAST_WORDS: usize = 3;

/// So many words are a quotation even without a cry or question.
const SURELY_QUOTED: usize = 4;

/// The same in Han and kana, where each sign counts.
const SURELY_QUOTED_SIGNS: usize = 8;

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let alone = case.analysis.source.is_none() && case.analysis.draft.is_none();
    if alone || article.quotations.is_empty() {
        return Vec::new();
    }
    let known = beginnings(case);
    article.quotations.iter().filter_map(|&span| invented(span, article, &known, case)).collect()
}

fn invented(span: Span, article: &Article, known: &FxHashSet<&str>, case: Case) -> Option<Hit> {
    let analysis = case.analysis;
    let sentence = article.sentence_at(span.start).filter(|&at| !article.is_frame(at))?;
    if !is_speech(article, span) {
        return None;
    }
    let draft = match &analysis.draft {
        Some(draft) => draft_lacks(draft, span, sentence, case)?,
        None => None,
    };
    let source = match analysis.source {
        Some(_) => source_lacks(sentence, case)?,
        // Of two articles that have nothing to do with each other, all is new.
        None if analysis.notes.contains(&Note::ShareNothing) || !is_new(span, known, case) => return None,
        None => Vec::new(),
    };
    let nowhere = match (&analysis.source, &analysis.draft) {
        (Some(_), Some(_)) => "neither the draft nor the source has this in quotation marks",
        (Some(_), None) => "the source has this in no quotation marks",
        (None, _) => "the draft has neither this quotation nor its words",
    };
    let mut hit = Hit::new(span, nowhere).with_evidence(Side::Source, source);
    hit.related.extend(draft.map(|span| Place { side: Side::Draft, span }));
    Some(hit)
}

/// Whether the words in marks are somebody's speech, as far as their shape tells: no few words, no title of a work.
fn is_speech(article: &Article, span: Span) -> bool {
    let tokens = tokens_in(article, span);
    let words: Vec<&Token> = tokens.iter().filter(|token| token.is_word()).collect();
    let text = article.text_of(span).trim_end();
    // A mark that closes what nobody opened: what follows is not quoted.
    if article.text[..span.start].ends_with('”') || text.starts_with([' ', ',', '.']) {
        return false;
    }
    let eastern = matches!(article.lang.primary(), "ja" | "zh");
    let surely = if eastern { SURELY_QUOTED_SIGNS } else { SURELY_QUOTED };
    let cries = text.ends_with(['!', '?']);
    let capital =
        |token: &&&Token| article.text_of(token.span).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    // Of a title all but the small words are capitals.
    let small = words.iter().filter(|token| token.span.len() > 3 && !capital(token)).count();
    let is_title = small == 0 && words.iter().filter(capital).count() > 1;
    !is_title && (words.len() >= surely || (!eastern && words.len() >= LEAST_WORDS && cries))
}

fn tokens_in(article: &Article, span: Span) -> &[Token] {
    let first = article.tokens.partition_point(|token| token.span.start < span.start);
    let end = article.tokens.partition_point(|token| token.span.end <= span.end).max(first);
    &article.tokens[first..end]
}

/// The sentences of the draft from which a quotation came, if there are any; `None` where the draft has it in marks.
fn draft_lacks(draft: &Article, span: Span, sentence: usize, case: Case) -> Option<Option<Span>> {
    let unit = final_unit(case, sentence)?;
    let from = draft.span_of(unit.draft.clone());
    // What came in between two sentences of one quotation is no part of it.
    let beside = !from.is_empty() && draft.quotations.iter().any(|quotation| quotation.overlaps(from));
    if beside || has_quotation_mark(draft, from) || stands_quoted(draft, span, case) {
        return None;
    }
    Some((!from.is_empty()).then_some(from))
}

/// The words of content in a part of the final, as they are folded.
fn content(span: Span, case: Case) -> Vec<u32> {
    let grammar = &case.lexicon.function_words;
    let content = |token: &&Token| token.is_word() && !grammar.contains(case.analysis.vocabulary.form(token.folded));
    tokens_in(&case.analysis.r#final, span).iter().filter(content).map(|token| token.folded).collect()
}

/// How the words of the draft begin, by which another form of a word is known; none, where a source tells more.
fn beginnings<'a>(case: Case<'a>) -> FxHashSet<&'a str> {
    let Analysis { draft: Some(draft), source: None, vocabulary, .. } = case.analysis else {
        return FxHashSet::default();
    };
    let words = draft.tokens.iter().filter(|token| token.is_word());
    words.map(|token| beginning(vocabulary.form(token.folded))).collect()
}

fn beginning(form: &str) -> &str {
    const LETTERS: usize = 4;
    form.char_indices().nth(LETTERS).map_or(form, |(end, _)| &form[..end])
}

/// Whether the draft has less than half of the words of content, in whatever form and wherever it be.
fn is_new(span: Span, known: &FxHashSet<&str>, case: Case) -> bool {
    let wanted = content(span, case);
    let is_known = |word: &&u32| known.contains(beginning(case.analysis.vocabulary.form(**word)));
    wanted.len() > 1 && wanted.iter().filter(is_known).count() * 2 < wanted.len()
}

/// Whether a quotation of the draft, wherever it stands, has most of the words of content.
fn stands_quoted(draft: &Article, span: Span, case: Case) -> bool {
    let wanted = content(span, case);
    draft.quotations.iter().any(|&quotation| {
        let held = tokens_in(draft, quotation);
        let shared = wanted.iter().filter(|word| held.iter().any(|token| token.folded == **word)).count();
        shared * 2 > wanted.len()
    })
}

/// The sentences of the source that lack the marks; `None` where one of them has some, or one of their neighbours whose
/// translation has none, and where nothing tells which they are and some speech of the source is not rendered.
fn source_lacks(sentence: usize, case: Case) -> Option<Vec<Span>> {
    let analysis = case.analysis;
    let source = analysis.source.as_ref()?;
    let article = &source.article;
    let translation = analysis.draft.as_ref().unwrap_or(&analysis.r#final);
    let is_rendered = |at: usize| {
        source_unit(case, at)
            .is_some_and(|unit| has_quotation_mark(translation, translation.span_of(unit.r#final.clone())))
    };
    let marked = |at: &usize| has_quotation_mark(article, article.sentences[*at].span);
    let sentences = rendered(case, sentence);
    let (Some(&first), Some(&last)) = (sentences.first(), sentences.last()) else {
        let mut spoken = (0..article.sentences.len()).filter(|&at| has_speech(article, at));
        return spoken.all(is_rendered).then(Vec::new);
    };
    let own = first..last + 1;
    let mut near =
        [first.checked_sub(1), Some(last + 1)].into_iter().flatten().filter(|at| *at < article.sentences.len());
    // Without a draft, a quotation of the neighbour may go on here.
    let is_settled = |at: usize| analysis.draft.is_some() && is_rendered(at);
    let open = own.clone().any(|at| marked(&at)) || near.any(|at| marked(&at) && !is_settled(at));
    (!open).then(|| vec![article.span_of(own)])
}

/// Whether somebody speaks in a sentence below the headline: no name in marks, no single term.
fn has_speech(article: &Article, sentence: usize) -> bool {
    const LEAST_SIGNS: usize = 8;
    /// What follows words that are said, in Korean: `“기쁘다”고 했다`.
    const SAYING: [&str; 5] = ["고", "라고", "이라고", "며", "면서"];
    let span = article.sentences[sentence].span;
    let is_speech = |quotation: Span| {
        let text = article.text_of(quotation);
        let long = text.split_whitespace().count() >= LEAST_WORDS
            || !text.contains(' ') && text.chars().count() >= LEAST_SIGNS;
        let behind = article.text[quotation.end..].trim_start_matches(|sign: char| !sign.is_alphanumeric());
        long || SAYING.iter().any(|word| behind.starts_with(word))
    };
    let spoken = article.quotations.iter().any(|&quotation| quotation.overlaps(span) && is_speech(quotation));
    article.sentences[sentence].region != Region::Headline && spoken
}
