//! Terms of the final that the desk's table replaces: found once for both rules about house style.

use super::Case;
use crate::article::Article;
use crate::lexicon::Hashed;
use crate::text::{Class, Span, Token};

/// A term of the table's left side.
pub(super) struct Term<'a> {
    /// Where it stands in the final.
    pub span: Span,
    pub replaced: &'a str,
    pub preferred: &'a str,
}

/// The terms in headline, body and captions of the final that the table replaces.
pub(super) fn find<'a>(case: Case<'a>) -> Vec<Term<'a>> {
    let article = &case.analysis.r#final;
    let table = &case.lexicon.kinds.house_style;
    let form = |token: &Token| case.analysis.vocabulary.form(token.folded).into();
    let words: Vec<Hashed> = article.tokens.iter().map(form).collect();
    // `%p` stands in one token with its number.
    let by_end: Vec<(&str, &str)> =
        table.iter().filter(|(replaced, _)| !replaced.starts_with(char::is_alphanumeric)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < article.tokens.len() {
        let token = &article.tokens[at];
        let longest =
            table.longest_of(&words[at..]).map(|(count, replaced, preferred)| (at + count, replaced, preferred));
        let longest = longest.or_else(|| {
            let number = token.class == Class::Number;
            let (replaced, preferred) =
                by_end.iter().find(|(replaced, _)| number && words[at].as_str().ends_with(replaced))?;
            Some((at + 1, *replaced, *preferred))
        });
        let Some((end, replaced, preferred)) = longest else {
            at += 1;
            continue;
        };
        let span = token.span.hull(article.tokens[end - 1].span);
        if !is_exempt(article, at, span, preferred) {
            found.push(Term { span, replaced, preferred });
        }
        at = end;
    }
    found
}

/// Quoted, in the frame, part of a name, or not to be dropped where a sentence begins with it.
fn is_exempt(article: &Article, at: usize, span: Span, preferred: &str) -> bool {
    let in_name = article.names_near(span).any(|name| name.span.contains(span) && name.span != span);
    article.is_quoted(span)
        || in_name
        || article.region_at(span).is_none_or(|region| region.is_frame())
        || preferred.is_empty() && article.is_initial(at)
}
