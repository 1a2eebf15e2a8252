//! The ways in which a hedge is lost: a table of them, and the one driver that asks the source and reports.

mod accusations;
mod claim;
mod hedges;
mod outlooks;

use std::ops::Range;

use super::{Case, Hit, Place, rule};
use crate::audit::passage::{Passage, Sense};
use crate::audit::source_says::SourceSays;
use crate::lexicon::Words;
use crate::settings::Level;
use claim::Fact;

rule! {
    /// What the draft left open the final tells as a fact: "may", "is expected to", "reportedly" is gone and the claim stayed.
    ///
    /// Readers take it for certain. An accusation that lost its "allegedly", "suspected of" or "accused of" is an error: it
    /// may end in court. Where the Korean source leaves nothing open, nothing is said.
    ///
    /// Fires: "He allegedly took bribes." became "He took bribes."
    ///
    /// Silent: "is expected to rise" became "will likely rise", "accused of fraud" became "charged with fraud".
    HEDGE_LOST = "hedge-lost", Warning, check
}

/// Less than this is another sentence.
const LEAST_KEPT: f32 = 0.5;

/// Finds what one way lost in a passage.
type Way = fn(&Passage, Case) -> Option<Loss>;

/// The ways, each with what it means to the reader; the first that finds something speaks.
const WAYS: [(Meaning, Way); 8] = [
    (Meaning::Accusation, accusations::only_the_deed_left),
    (Meaning::Accusation, accusations::deed_retold),
    (Meaning::Open, hedges::gone),
    (Meaning::Open, hedges::hearsay_gone),
    (Meaning::Open, hedges::estimate_gone),
    (Meaning::Open, outlooks::told_as_to_come),
    (Meaning::Open, outlooks::told_as_done),
    (Meaning::Open, outlooks::told_as_decided),
];

/// What a hedge left open.
#[derive(Clone, Copy, PartialEq)]
enum Meaning {
    /// Whether somebody did what he is accused of.
    Accusation,
    /// Whether something is, was or will be.
    Open,
}

/// A hedge that is gone.
struct Loss {
    /// Where it stood in the draft.
    cue: Range<usize>,
    /// What it was about.
    fact: Fact,
}

fn check(case: Case) -> Vec<Hit> {
    case.passages.iter().filter_map(|passage| lost(passage, case)).collect()
}

fn lost(passage: &Passage, case: Case) -> Option<Hit> {
    let (meaning, Loss { cue, fact }) = WAYS.iter().find_map(|(meaning, way)| Some((*meaning, way(passage, case)?)))?;
    if passage.kept(case.lexicon) < LEAST_KEPT {
        return None;
    }
    let source = SourceSays::of(passage, case);
    let found = source.as_ref().and_then(|source| source.find(meaning.stems(case).iter()));
    if source.is_some() && found.is_none() {
        return None;
    }
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let claim = cue.start..fact.last + 1;
    let evidence = found.as_ref().map(|(stem, _)| format!("; the source has \"{stem}\"")).unwrap_or_default();
    let is_told = r#final.count(Sense::Report) + r#final.count(Sense::LoadedReport) > 0;
    let (from, to) = (draft.shown(&claim), r#final.shown(&fact.words));
    Some(Hit {
        level: (meaning == Meaning::Accusation && !is_told).then_some(Level::Error),
        message: format!("\"{from}\" became \"{to}\": {}{evidence}", meaning.message()),
        place: r#final.place(&fact.words),
        related: [draft.place(&claim)].into_iter().chain(found.map(|(_, place)| place)).collect::<Vec<Place>>(),
    })
}

impl Meaning {
    /// The stems by which a Korean source leaves it open.
    fn stems<'a>(self, case: Case<'a>) -> &'a Words {
        match self {
            Meaning::Accusation => &case.lexicon.source.accusations,
            Meaning::Open => &case.lexicon.source.hedges,
        }
    }

    fn message(self) -> &'static str {
        match self {
            Meaning::Accusation => "the accusation is told as a fact",
            Meaning::Open => "what was left open is told as a fact",
        }
    }
}
