use super::{Case, Hit, Place, Side, rule};
use crate::article::{Article, Region};
use crate::audit::passage::shown;
use crate::compare::Op;

rule! {
    /// A sentence of the final has no counterpart in the draft.
    ///
    /// An editor may add what readers abroad don't know; a desk head may want to see where.
    ///
    /// Fires: "The district lies in southern Seoul." stands in the final alone.
    ///
    /// Silent: One sentence became two; a headline, caption or footer was put to a draft without one.
    SENTENCE_ADDED = "sentence-added", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let Some(draft) = &case.analysis.draft else { return Vec::new() };
    let r#final = &case.analysis.r#final;
    let inserted =
        case.analysis.units.iter().filter(|unit| unit.op == Op::Insert).flat_map(|unit| unit.r#final.clone());
    let told = inserted.filter(|&at| match r#final.sentences[at].region {
        Region::Body => true,
        Region::Headline => draft.sentences.iter().any(|sentence| sentence.region == Region::Headline),
        Region::Caption | Region::Dateline | Region::Disclosure | Region::Byline => false,
    });
    told.filter(|&at| is_sentence(r#final, at)).map(|at| hit(r#final, at)).collect()
}

/// Whether there are words enough to say something: a stray `URL:` says nothing.
fn is_sentence(article: &Article, at: usize) -> bool {
    const FEWEST: usize = 3;
    article.tokens_of(at).iter().filter(|token| token.is_word()).count() >= FEWEST
}

fn hit(r#final: &Article, at: usize) -> Hit {
    let span = r#final.sentences[at].span;
    Hit {
        level: None,
        message: format!("\"{}\" has no counterpart in the draft", shown(r#final.text_of(span))),
        place: Place { side: Side::Final, span },
        related: Vec::new(),
    }
}
