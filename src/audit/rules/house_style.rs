use rustc_hash::FxHashMap;

use super::{Case, Hit, house_style_broken, rule};
use crate::article::Article;
use crate::text::{Class, Span, Vocabulary};

rule! {
    /// The final holds a term that the desk's table replaces.
    ///
    /// Quotations are left alone, for they are somebody's words, and so are names. Where the draft had the desk's term,
    /// `house-style-broken` speaks.
    ///
    /// Fires: "netizens", where the desk writes "internet users".
    ///
    /// Silent: "“Netizens are angry,” she said"; "A total of 40 ships" at the beginning of a sentence.
    HOUSE_STYLE = "house-style", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let kept = |term: &Term| !house_style_broken::is_broken(case, term);
    let message = |term: &Term| match term.preferred {
        "" => format!("the desk leaves out \"{}\"", term.replaced),
        preferred => format!("the desk's word for \"{}\" is \"{preferred}\"", term.replaced),
    };
    terms(case).iter().filter(|term| kept(term)).map(|term| Hit::new(term.span, message(term))).collect()
}

/// A term of the table's left side.
pub(super) struct Term<'a> {
    /// Where it stands in the final.
    pub span: Span,
    pub replaced: &'a str,
    pub preferred: &'a str,
}

/// The terms in headline, body and captions of the final that the table replaces.
pub(super) fn terms<'a>(case: Case<'a>) -> Vec<Term<'a>> {
    let article = &case.analysis.r#final;
    let vocabulary = &case.analysis.vocabulary;
    let table = &case.lexicon.kinds.house_style;
    let mut by_first: FxHashMap<&str, Vec<(&str, &str)>> = FxHashMap::default();
    let mut by_end: Vec<(&str, &str)> = Vec::new();
    for (replaced, preferred) in table.iter() {
        let first = replaced.split(' ').next().unwrap_or(replaced);
        match first.starts_with(char::is_alphanumeric) {
            true => by_first.entry(first).or_default().push((replaced, preferred)),
            // `%p` stands in one token with its number.
            false => by_end.push((replaced, preferred)),
        }
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < article.tokens.len() {
        let token = &article.tokens[at];
        let form = vocabulary.form(token.folded);
        let known = by_first.get(form).into_iter().flatten();
        let longest = known.filter_map(|&(replaced, preferred)| {
            let end = phrase_end(article, vocabulary, at, replaced)?;
            Some((end, replaced, preferred))
        });
        let longest = longest.max_by_key(|(end, ..)| *end).or_else(|| {
            let number = token.class == Class::Number;
            let (replaced, preferred) = by_end.iter().find(|(replaced, _)| number && form.ends_with(replaced))?;
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

/// The token behind a phrase that begins at a token.
fn phrase_end(article: &Article, vocabulary: &Vocabulary, at: usize, phrase: &str) -> Option<usize> {
    let mut end = at;
    for word in phrase.split(' ') {
        let token = article.tokens.get(end)?;
        if vocabulary.form(token.folded) != word {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// Quoted, in the frame, part of a name, or not to be dropped where a sentence begins with it.
fn is_exempt(article: &Article, at: usize, span: Span, preferred: &str) -> bool {
    let in_name = article.names_near(span).any(|name| name.span.contains(span) && name.span != span);
    article.is_quoted(span)
        || in_name
        || article.region_at(span).is_none_or(|region| region.is_frame())
        || preferred.is_empty() && article.is_initial(at)
}
