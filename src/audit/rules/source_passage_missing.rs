use super::source_number_missing::{is_telling, stands};
use super::{Case, Hit, Place, Side, rule};
use crate::analysis::Source;
use crate::article::{Article, Region};
use crate::audit::source::{SourceNames, has_quotation_mark, renderings};
use crate::settings::Level;
use crate::text::Span;

rule! {
    /// A sentence of the source holds values, names or a quotation, and nothing of it stands in the final.
    ///
    /// What the machine skipped, nobody decided to leave out. Where the draft had the sentence, the editor cut it, and it is a
    /// remark. Headlines, captions, credits and bylines of the source are not asked for.
    ///
    /// Fires: 재판부는 추징금 3억원도 명령했다. stands in the source, and neither draft nor final speak of 300 million won.
    ///
    /// Silent: The sentence became part of another one; it is a reporter's name or a picture's credit.
    SOURCE_PASSAGE_MISSING = "source-passage-missing", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let Some(source) = &case.analysis.source else { return Vec::new() };
    let names = SourceNames::of(case);
    let article = &source.article;
    let body = (0..article.sentences.len()).filter(|&at| is_prose(article, at));
    body.filter(|&at| is_missing(at, source, names.as_ref(), case)).map(|at| report(at, article, case)).collect()
}

/// Whether a sentence is one of the body that ends as sentences do, in a paragraph that does: credits and bylines don't.
fn is_prose(article: &Article, sentence: usize) -> bool {
    let paragraph = article.paragraphs[sentence];
    let last = article.paragraphs.partition_point(|&other| other <= paragraph) - 1;
    let ends = |at: usize| {
        let text = article.sentence(at).trim_end_matches(['"', '”', '’', '\'', '」', '』', ')']);
        text.ends_with(['.', '。', '!', '?', '！', '？'])
    };
    article.sentences[sentence].region == Region::Body && ends(sentence) && ends(last)
}

fn is_missing(sentence: usize, source: &Source, names: Option<&SourceNames>, case: Case) -> bool {
    let (draft, r#final) = renderings(case, sentence);
    // What the editor moved into another sentence, or rewrote, is there.
    if !r#final.is_empty() {
        return false;
    }
    let article = &source.article;
    let span = article.sentences[sentence].span;
    let first = article.values.partition_point(|value| value.span.end <= span.start);
    let values: Vec<_> =
        article.values_in(span).iter().enumerate().filter(|(_, value)| is_telling(&value.quantity)).collect();
    if values.iter().any(|(at, value)| stands(first + at, value, case)) {
        return false;
    }
    let people =
        article.names_near(span).filter(|name| span.contains(name.span) && is_titled(article, name.span, case));
    let people: Vec<&str> = people.map(|name| article.text_of(name.span)).collect();
    let latin = &case.analysis.r#final;
    let named = |hangul: &&str| {
        let fits =
            |name: &crate::text::name::Name| names.is_some_and(|names| names.fits(latin.text_of(name.span), hangul));
        latin.names.iter().any(fits)
    };
    if people.iter().any(named) {
        return false;
    }
    // Nobody can compare quotations across languages: one is missed only where the final has fewer of them.
    let quoted =
        article.quotations.iter().any(|quotation| span.contains(*quotation) && quotation.len() >= LEAST_QUOTED);
    let quoted = quoted && draft.is_empty() && quoting(article) > quoting(latin);
    !values.is_empty() || !people.is_empty() || quoted
}

/// Whether a title stands behind a name: by their syllables alone, some common words look like names.
fn is_titled(article: &Article, name: Span, case: Case) -> bool {
    let rest = &article.text[name.end..];
    let word = rest.strip_prefix(' ').unwrap_or(rest);
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_TITLE);
    ends.into_iter().any(|end| case.lexicon.names.hangul.titles.contains(&word[..end]))
}

/// Syllables of a title that is looked for behind a name.
const LONGEST_TITLE: usize = 5;

/// Bytes below which a quotation is a word or two.
const LEAST_QUOTED: usize = 36;

/// How many sentences of the body have marks of quotation.
fn quoting(article: &Article) -> usize {
    let quotes = |sentence: &&crate::article::Sentence| {
        !sentence.region.is_frame() && has_quotation_mark(article, sentence.span)
    };
    article.sentences.iter().filter(quotes).count()
}

fn report(sentence: usize, article: &Article, case: Case) -> Hit {
    let span = article.sentences[sentence].span;
    let (draft, _) = renderings(case, sentence);
    let (tail, level) = match (&case.analysis.draft, draft.is_empty()) {
        (None, _) => ("", None),
        (Some(_), true) => ("; the draft had left it out already", None),
        (Some(_), false) => ("; the draft had it, and the editor cut it", Some(Level::Info)),
    };
    let evidence: Vec<Span> =
        case.analysis.draft.iter().flat_map(|text| draft.iter().map(|&at| text.sentences[at].span)).collect();
    let message = format!("nothing of this sentence of the source stands in the final{tail}");
    Hit { place: Place { side: Side::Source, span }, ..Hit::new(span, message) }
        .at_level(level)
        .with_evidence(Side::Draft, evidence)
}
