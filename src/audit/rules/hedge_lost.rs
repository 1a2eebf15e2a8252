use std::ops::Range;

use super::{Case, Hit, Place, rule};
use crate::audit::passage::{Passage, Sense, Text, alike};
use crate::audit::source_says::SourceSays;
use crate::settings::Level;

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

/// So many words of content behind a hedge are what it is about.
const SCOPE: usize = 3;

/// A claim that stayed.
struct Fact {
    /// Where it stands in the final.
    words: Range<usize>,
    /// The last of its words in the draft.
    last: usize,
}

fn check(case: Case) -> Vec<Hit> {
    case.passages.iter().filter_map(|passage| lost(passage, case)).collect()
}

fn lost(passage: &Passage, case: Case) -> Option<Hit> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let accusations = draft.cues_of(Sense::Accusation).flat_map(|cue| accused_of(cue, draft));
    let accused = accusations.into_iter().find_map(|cue| Some((cue.clone(), accusation(&cue, passage, case)?)));
    let (cue, fact, is_accusation) = match accused {
        Some((cue, fact)) => (cue, fact, true),
        None => {
            let open = hedge(passage, case).or_else(|| hearsay(passage, case)).or_else(|| will_come(passage, case));
            let (cue, fact) = open.or_else(|| done(passage))?;
            (cue.clone(), fact, false)
        }
    };
    if passage.kept(case.lexicon) < LEAST_KEPT {
        return None;
    }
    let words = &case.lexicon.source;
    let stems = if is_accusation { &words.accusations } else { &words.hedges };
    let source = SourceSays::of(passage, case);
    let found = source.as_ref().and_then(|source| source.find(stems.iter()));
    if source.is_some() && found.is_none() {
        return None;
    }
    let told = r#final.count(Sense::Report) + r#final.count(Sense::LoadedReport) > 0;
    let claim = cue.start..fact.last + 1;
    let evidence = found.as_ref().map(|(stem, _)| format!("; the source has \"{stem}\"")).unwrap_or_default();
    let what = if is_accusation { "the accusation is told as a fact" } else { "what was left open is told as a fact" };
    Some(Hit {
        level: (is_accusation && !told).then_some(Level::Error),
        message: format!("\"{}\" became \"{}\": {what}{evidence}", draft.shown(&claim), r#final.shown(&fact.words)),
        place: r#final.place(&fact.words),
        related: [draft.place(&claim)].into_iter().chain(found.map(|(_, place)| place)).collect::<Vec<Place>>(),
    })
}

/// An accusation of which only the deed is left.
fn accusation(cue: &Range<usize>, passage: &Passage, case: Case) -> Option<Fact> {
    let fact = claim(cue, passage, case)?;
    let text = &passage.r#final;
    // `indicted Noh, who took bribes`: what "who" begins is told by itself.
    let apart = |guard: &Range<usize>| {
        text.sentence(guard.start) != text.sentence(fact.words.start)
            || guard.end <= fact.words.start && text.words[guard.end..fact.words.start].contains(&"who")
    };
    let guards = [Sense::Accusation, Sense::Proceeding, Sense::Hedge];
    // `convicted of` is no accusation, unless somebody says so besides the final.
    let sources = || SourceSays::of(passage, case).is_some_and(|source| source.has(&case.lexicon.source.verdicts));
    let tried = passage.draft.count(Sense::Verdict) > 0 || sources();
    let is_verdict = |guard: &Range<usize>| !tried && text.cues_of(Sense::Verdict).any(|verdict| verdict == guard);
    let mut cues = guards.into_iter().flat_map(|sense| text.cues_of(sense));
    let guarded = cues.any(|guard| !apart(guard) && !is_verdict(guard));
    (!guarded).then_some(fact)
}

/// An accusation, and those that a sentence goes on with: `suspected of beating him, and of leaving him`.
fn accused_of(cue: &Range<usize>, text: &Text) -> Vec<Range<usize>> {
    let mut found = vec![cue.clone()];
    if text.form(cue.end - 1) == "of" {
        let own = (cue.end..text.words.len() - 1).take_while(|&word| text.sentence(word) == text.sentence(cue.start));
        let goes_on = own.filter(|&word| text.form(word) == "and" && text.form(word + 1) == "of");
        found.extend(goes_on.map(|word| word..word + 2));
    }
    found
}

fn is_hearsay(cue: &Range<usize>, text: &Text, case: Case) -> bool {
    case.lexicon.editing.hearsay.contains(&text.words[cue.clone()].join(" "))
}

/// Hearsay that nothing on the other side tells of. What the draft says besides, it says still: `reportedly plans to` and
/// `plans to`.
fn hearsay<'p>(passage: &'p Passage, case: Case) -> Option<(&'p Range<usize>, Fact)> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let senses = [
        Sense::Hedge,
        Sense::Softener,
        Sense::Accusation,
        Sense::Report,
        Sense::LoadedReport,
        Sense::Voice,
        Sense::Claim,
    ];
    draft.cues_of(Sense::Hedge).filter(|cue| is_hearsay(cue, draft, case)).find_map(|cue| {
        let fact = claim(cue, passage, case)?;
        let stayed = |word: &str| (0..draft.words.len()).any(|at| !cue.contains(&at) && alike(draft.form(at), word));
        let mut cues = senses.into_iter().flat_map(|sense| r#final.cues_of(sense));
        let told = cues.any(|other| !other.clone().any(|word| stayed(r#final.form(word))));
        (!told).then_some((cue, fact))
    })
}

/// A sentence that left open one thing, and says that it will be, in whatever words.
fn will_come<'p>(passage: &'p Passage, case: Case) -> Option<(&'p Range<usize>, Fact)> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let count = |text: &Text, form: &str| text.words.iter().filter(|word| **word == form).count();
    let one = |text: &Text| text.sentences.len() == 1;
    if !one(draft) || !one(r#final) || count(draft, "will") > 0 || count(r#final, "will") != 1 {
        return None;
    }
    let senses = [Sense::Hedge, Sense::Softener, Sense::Accusation];
    let mut open = senses.into_iter().flat_map(|sense| r#final.cues_of(sense));
    // A condition of both leaves no more open than before.
    let condition = |cue: &Range<usize>| {
        let form = r#final.form(cue.start);
        matches!(form, "if" | "no" | "not") && count(draft, form) == count(r#final, form)
    };
    if !open.all(condition) {
        return None;
    }
    let cue = draft.cues_of(Sense::Hedge).find(|cue| {
        let next = draft.words.get(cue.end).copied().unwrap_or_default();
        let modal = matches!(draft.form(cue.start), "may" | "might") && next != "not";
        modal || draft.form(cue.end - 1) == "to" || draft.form(cue.start) == "likely" && next == "to"
    })?;
    let will = r#final.words.iter().position(|word| *word == "will")?;
    let last = draft.content_behind(cue.end, 1, case.lexicon).first().copied().unwrap_or(cue.end - 1);
    let next = r#final.content_behind(will + 1, 1, case.lexicon).first().copied()?;
    Some((cue, Fact { words: will..next + 1, last }))
}

/// A thing to come that is told as done: `is scheduled to announce` and `announced`.
fn done<'p>(passage: &'p Passage) -> Option<(&'p Range<usize>, Fact)> {
    const BE: [&str; 5] = ["is", "are", "was", "were", "be"];
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    if r#final.count(Sense::Schedule) > 0 || r#final.words.contains(&"will") || r#final.words.contains(&"would") {
        return None;
    }
    draft.cues_of(Sense::Schedule).find_map(|cue| {
        let passive = draft.words.get(cue.end) == Some(&"be");
        let verb = cue.end + usize::from(passive);
        let form = draft.words.get(verb)?;
        let (own, others) = (draft.forms_of(form), r#final.forms_of(form));
        let (&[_], &[at]) = (&own[..], &others[..]) else { return None };
        let before = r#final.form_before(at);
        let is_past = if passive {
            matches!(before, "was" | "were" | "been") && r#final.form(at) == *form
        } else {
            r#final.form(at) != *form && !r#final.form(at).ends_with(['s', 'g'])
        };
        // The same subject right before it.
        let own_subject = |word: &usize| !BE.contains(&draft.form(*word)) && !draft.form(*word).ends_with("ly");
        let subject = draft.form((0..cue.start).rev().find(own_subject)?);
        let auxiliary = |word: &usize| !matches!(r#final.form(*word), "has" | "have" | "had" | "was" | "were" | "been");
        let same = (0..at).rev().find(auxiliary).is_some_and(|word| alike(r#final.form(word), subject));
        (is_past && same).then(|| (cue, Fact { words: at..at + 1, last: verb }))
    })
}

/// A hedge that nothing on the other side stands for.
fn hedge<'p>(passage: &'p Passage, case: Case) -> Option<(&'p Range<usize>, Fact)> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    draft.cues_of(Sense::Hedge).filter(|cue| !is_hearsay(cue, draft, case)).find_map(|cue| {
        let fact = claim(cue, passage, case).or_else(|| said_otherwise(cue, passage, case))?;
        let sentence = r#final.sentence(fact.words.start);
        let others = open(r#final, sentence);
        let fewer = others.len() < open(draft, draft.sentence(cue.start)).len();
        let near = others.iter().any(|other| is_near(other, &fact.words, r#final));
        // `could see the sea` is no guess, unless it became what will be.
        let before = &r#final.words[fact.words.start.saturating_sub(2)..fact.words.start];
        // `will also be released`
        let told = &r#final.words[fact.words.start.saturating_sub(3)..=fact.words.start];
        let may_be_ability =
            draft.form(cue.start) == "could" && !told.iter().any(|word| matches!(*word, "will" | "is" | "are"));
        // `may rise and could fall` is left open by one word, too.
        let listed = matches!(before.last(), Some(&"and" | &"or")) && !others.is_empty();
        // `not possible` leaves nothing open.
        let impossible = draft.form(cue.start) == "possible"
            && draft.cues_of(Sense::Denial).any(|denial| (denial.end..denial.end + 2).contains(&cue.start));
        let denied = impossible || draft.words.get(cue.end).is_some_and(|word| *word == "not");
        (fewer && !near && !may_be_ability && !listed && !denied).then_some((cue, fact))
    })
}

/// The claim in other words, if its subject stands right before "will" now: `sales may fall`, `sales will drop`.
fn said_otherwise(cue: &Range<usize>, passage: &Passage, case: Case) -> Option<Fact> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    if !matches!(draft.form(cue.start), "may" | "might" | "could") || cue.len() != 1 || draft.is_cut(cue.start) {
        return None;
    }
    let subject = cue.start.checked_sub(1).filter(|&at| draft.is_content(at, case.lexicon))?;
    let promised = |text: &Text| {
        (1..text.words.len())
            .find(|&at| text.form(at) == "will" && text.form(at - 1) == draft.form(subject) && !text.is_cut(at))
    };
    let will = promised(r#final).filter(|_| promised(draft).is_none())?;
    let verb = |text: &Text, at: usize| text.content_behind(at, 1, case.lexicon).first().copied();
    let (own, other) = (verb(draft, cue.end)?, verb(r#final, will + 1)?);
    Some(Fact { words: will..other + 1, last: own })
}

/// What leaves something open in a sentence: ranges of words that don't touch.
fn open(text: &Text, sentence: usize) -> Vec<Range<usize>> {
    let senses = [Sense::Hedge, Sense::Softener, Sense::Accusation];
    let cues = senses.into_iter().flat_map(|sense| text.cues_of(sense));
    let mut cues: Vec<Range<usize>> = cues.filter(|cue| text.sentence(cue.start) == sentence).cloned().collect();
    cues.sort_unstable_by_key(|cue| (cue.start, cue.end));
    cues.dedup_by(|later, earlier| {
        let touches = later.start <= earlier.end;
        earlier.end = if touches { earlier.end.max(later.end) } else { earlier.end };
        touches
    });
    cues
}

/// Whether a cue stands in the clause of a claim and not far from it.
fn is_near(cue: &Range<usize>, fact: &Range<usize>, text: &Text) -> bool {
    const REACH: usize = 6;
    let between = if cue.end <= fact.start { cue.end..fact.start + 1 } else { fact.end..cue.start + 1 };
    between.len() <= REACH + 1 && !between.into_iter().any(|word| text.is_cut(word))
}

/// Where the claim behind a hedge stands in the final, if most of it stayed.
fn claim(cue: &Range<usize>, passage: &Passage, case: Case) -> Option<Fact> {
    /// The words of one claim stand no further apart.
    const REACH: usize = 6;
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let next = draft.words.get(cue.end).copied().unwrap_or_default();
    if matches!(next, "as" | "because" | "since" | "but" | "and" | "or" | "while" | "although" | "when") {
        return None;
    }
    let mut scope = draft.content_behind(cue.end, SCOPE, case.lexicon);
    // "2" may be "two" in the final.
    scope.retain(|&word| !draft.form(word).starts_with(|c: char| c.is_ascii_digit()));
    let place = |&word: &usize| {
        let (own, others) = (draft.forms_of(draft.form(word)), r#final.forms_of(draft.form(word)));
        // Of several the same one: `took a break, but will take part`.
        let which = own.iter().position(|&at| at == word).unwrap_or_default();
        others.get(which).filter(|_| others.len() >= own.len()).map(|&at| (word, at))
    };
    let kept: Vec<(usize, usize)> = scope.iter().filter_map(place).collect();
    let first = kept.iter().map(|&(_, at)| at).min()?;
    let near = kept.iter().filter(|&&(_, at)| at <= first + REACH);
    let (word, last) = near.fold((0, first), |(word, last), &(own, at)| (own.max(word), at.max(last)));
    let is_auxiliary = |word: &&str| matches!(*word, "will" | "is" | "are" | "was" | "were" | "has" | "have" | "had");
    let before = &r#final.words[first.saturating_sub(2)..first];
    // `may land on the coast`, `will make landfall on the coast`
    let will = (first.saturating_sub(REACH)..first).rev().find(|&at| r#final.form(at) == "will");
    let will = will.filter(|&at| !draft.words.contains(&"will") && !(at + 1..=first).any(|word| r#final.is_cut(word)));
    let lead = will.map_or(usize::from(before.last().is_some_and(is_auxiliary)), |at| first - at);
    // Another verb may stand for the draft's: `may fall 3 percent`, `will drop 3 percent`.
    let verb_stays = kept.first().is_some_and(|(own, _)| Some(own) == scope.first());
    let verb_follows = will.is_some() || before.iter().any(is_auxiliary);
    // `Kim allegedly stole` became `Kim stole`: what was before the cue is before the verb.
    let subject = draft.form_before(cue.start);
    let subject_stays = !subject.is_empty() && subject == r#final.form_before(first - lead);
    let most = 2 * kept.len() > scope.len()
        || (verb_stays && (verb_follows || subject_stays) && 2 * kept.len() == scope.len());
    let stays = most && (verb_stays || verb_follows);
    stays.then(|| Fact { words: first - lead..last + 1, last: word })
}
