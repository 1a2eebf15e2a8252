use super::{Case, Hit, rule};
use crate::article::Region;
use crate::text::Span;

rule! {
    /// No line says who wrote the article.
    ///
    /// For desks whose articles carry a byline: it is off until the desk sets a level.
    ///
    /// Fires: The article ends with its disclosure, or with a copyright line.
    ///
    /// Silent: "BY HAN SE-RI [han.seri@example.com]" stands above or below the body.
    BYLINE_MISSING = "byline-missing", Off, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let names_somebody =
        |text: &str| !text.starts_with(['ⓒ', '©', '(']) && !text.to_lowercase().starts_with("copyright");
    let signed = article
        .sentences
        .iter()
        .any(|sentence| sentence.region == Region::Byline && names_somebody(sentence.span.of(&article.text)));
    if signed || article.sentences.is_empty() {
        return Vec::new();
    }
    let end = article.sentences.last().map_or(0, |sentence| sentence.span.end);
    vec![Hit::new(Span::at(end), "no byline says who wrote this article")]
}
