use std::ops::Range;

use super::{Case, Hit, rule};
use crate::analysis::Analysis;
use crate::article::{Article, Region};
use crate::compare::{Op, Unit};
use crate::kinds::{Edit, Form, Kind};
use crate::settings::Level;
use crate::text::{Span, fold, plain_words};

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
pub(super) const LEAST_SENTENCES: usize = 3;

fn check(case: Case) -> Vec<Hit> {
    let hit = |(claim, sentences)| {
        let level = (sentences < LEAST_SENTENCES).then_some(Level::Warning);
        Hit::new(
            claim,
            "the article is said to be edited by staff, but no sentence of it differs from the draft (or the draft that was kept is already the edited one)",
        )
        .at_level(level)
    };
    claim_is_false(case).map(hit).into_iter().collect()
}

/// Where an editing is claimed that never happened, and how many sentences the article has.
pub(super) fn claim_is_false(case: Case) -> Option<(Span, usize)> {
    let sentences = case.analysis.effort.as_ref()?.sentences;
    let claim = claim(case)?;
    (sentences > 0 && !is_edited(case.analysis)).then_some((claim, sentences))
}

/// Where the final says that people edited it; its beginning, where the line is added later.
pub(super) fn claim(Case { analysis, settings, lexicon, .. }: Case) -> Option<Span> {
    let says = |text: &str| {
        let plain = plain_words(text);
        let denies = plain.split(' ').any(|word| lexicon.kinds.negation.contains(word));
        !denies && lexicon.frame.edited.iter().any(|phrase| plain.contains(&plain_words(phrase)))
    };
    let article = &analysis.r#final;
    let line = article
        .sentences
        .iter()
        .find(|sentence| sentence.region == Region::Disclosure && says(sentence.span.of(&article.text)));
    let desk = &settings.disclosure;
    let added = desk.added_by_cms && (desk.wording.is_empty() || desk.wording.iter().any(|wording| says(wording)));
    line.map(|sentence| sentence.span).or(added.then_some(Span::at(0)))
}

/// Whether anything but blanks and typography was changed in headline or body.
pub(super) fn is_edited(analysis: &Analysis) -> bool {
    let translated = |unit: usize| is_translated(analysis, &analysis.units[unit]);
    let edits = || analysis.translation_edits().filter(|edit| !is_typography(edit, analysis));
    edits().any(|edit| edit.units.iter().any(|&unit| translated(unit)))
        || analysis
            .units
            .iter()
            .any(|unit| (unit.moved || !matches!(unit.op, Op::Keep | Op::Edit)) && is_translated(analysis, unit))
}

/// Whether a sentence of headline or body stands in a unit.
pub(super) fn is_translated(analysis: &Analysis, unit: &Unit) -> bool {
    let any = |article: &Article, mut sentences: Range<usize>| {
        sentences.any(|at| matches!(article.sentences[at].region, Region::Headline | Region::Body))
    };
    analysis.draft.as_ref().is_some_and(|draft| any(draft, unit.draft.clone()))
        || any(&analysis.r#final, unit.r#final.clone())
}

/// Whether an edit changes how the text looks and nothing else; in a name, too.
pub(super) fn is_typography(edit: &Edit, analysis: &Analysis) -> bool {
    let draft = analysis.draft.as_ref().map_or("", |draft| draft.text_of(edit.draft));
    let other_marks = || edit.form == Form::Punct && fold(draft) == fold(analysis.r#final.text_of(edit.r#final));
    matches!(edit.kind, Kind::Typography | Kind::Spacing) || other_marks()
}
