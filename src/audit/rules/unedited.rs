use super::{Case, Hit, Place, Side, rule};
use crate::analysis::Analysis;
use crate::article::Region;
use crate::compare::Op;
use crate::kinds::Kind;
use crate::settings::Level;
use crate::text::{Span, plain_words};

rule! {
    /// The disclosure says that staff edited the article, and no sentence of it differs from the draft.
    ///
    /// A footer that claims an editing which never happened is a false statement to the reader. It is a warning below
    /// three sentences.
    ///
    /// Fires: The final is the draft with a dateline, a footer and a byline around it.
    ///
    /// Silent: One sentence was put right, or the footer claims no editing.
    UNEDITED = "unedited", Error, check
}

/// Shorter articles may need no edit.
const LEAST_SENTENCES: usize = 3;

fn check(case: Case) -> Vec<Hit> {
    let analysis = case.analysis;
    let Some(effort) = &analysis.effort else { return Vec::new() };
    let Some(claim) = claim(case) else { return Vec::new() };
    if effort.sentences == 0 || is_edited(analysis) {
        return Vec::new();
    }
    vec![Hit {
        level: (effort.sentences < LEAST_SENTENCES).then_some(Level::Warning),
        message: "the article is said to be edited by staff, but no sentence of it differs from the draft (or the draft that was kept is already the edited one)".to_owned(),
        place: Place { side: Side::Final, span: claim },
        related: Vec::new(),
    }]
}

/// Where the final says that people edited it; its beginning, where the line is added later.
fn claim(Case { analysis, settings, lexicon }: Case) -> Option<Span> {
    let words = lexicon.frame.edited;
    let article = &analysis.r#final;
    let says = |text: &str| {
        let plain = plain_words(text);
        words.iter().any(|phrase| plain.contains(phrase))
    };
    let line = article
        .sentences
        .iter()
        .find(|sentence| sentence.region == Region::Disclosure && says(sentence.span.of(&article.text)));
    line.map(|sentence| sentence.span).or(settings.disclosure.added_by_cms.then_some(Span::at(0)))
}

/// Whether anything but blanks and typography was changed outside the frame.
fn is_edited(analysis: &Analysis) -> bool {
    let counts = |kind| !matches!(kind, Kind::Typography | Kind::Spacing);
    let outside = |unit: &crate::compare::Unit| {
        let draft = analysis.draft.as_ref();
        unit.draft.clone().any(|at| draft.is_some_and(|draft| !draft.is_frame(at)))
            || unit.r#final.clone().any(|at| !analysis.r#final.is_frame(at))
    };
    analysis.translation_edits().any(|edit| counts(edit.kind))
        || analysis.units.iter().any(|unit| {
            outside(unit)
                && (unit.moved || matches!(unit.op, Op::Insert | Op::Delete | Op::Split | Op::Merge | Op::Rework))
        })
}
