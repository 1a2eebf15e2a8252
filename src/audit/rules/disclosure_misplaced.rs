use super::disclosure_altered::{disclosures, letters};
use super::{Case, Hit, Side, rule};
use crate::article::{Article, Region};
use crate::text::Span;

rule! {
    /// The line that says that AI translated stands anywhere but after the body, or twice.
    ///
    /// Readers look for it below the article, once. Two of them are often the machine's own and the desk's.
    ///
    /// Fires: The line stands above the first paragraph, or both above and below the article.
    ///
    /// Silent: It stands below the last paragraph, before or behind the byline.
    DISCLOSURE_MISPLACED = "disclosure-misplaced", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let lines: Vec<usize> = disclosures(article).into_iter().flatten().collect();
    let Some(&first) = lines.first() else { return Vec::new() };
    let span = |at: usize| article.sentences[at].span;
    if let Some((one, other)) = twice(article, &lines) {
        let hit = Hit::new(span(other), "the disclosure stands twice");
        return vec![hit.with_evidence(Side::Final, [span(one)])];
    }
    let goes_on = (first + 1..article.sentences.len()).find(|&at| {
        let sentence = &article.sentences[at];
        sentence.region == Region::Body && is_statement(sentence.span, &article.text)
    });
    let hit = |at: usize| {
        Hit::new(span(first), "the disclosure stands before the end of the article")
            .with_evidence(Side::Final, [span(at)])
    };
    goes_on.map(hit).into_iter().collect()
}

/// Two sentences of which each discloses: equal ones, or such of different paragraphs.
fn twice(article: &Article, lines: &[usize]) -> Option<(usize, usize)> {
    let discloses = |at: usize| article.sentence(at).to_lowercase().contains("translat");
    let lines: Vec<usize> = lines.iter().copied().filter(|&at| discloses(at)).collect();
    let first = *lines.first()?;
    let other = lines[1..].iter().copied().find(|&at| {
        article.paragraphs[at] != article.paragraphs[first]
            || letters(article.sentence(at)) == letters(article.sentence(first))
    })?;
    Some((first, other))
}

/// A sentence of the article, and no name or link below it.
fn is_statement(span: Span, text: &str) -> bool {
    let sentence = span.of(text).trim_end_matches(['"', '”', '\'', '’', ')']);
    sentence.ends_with(['.', '?', '!', '。', '…'])
}
