use std::ops::Range;

use super::{Case, Hit, rule};
use crate::audit::passage::{Passage, Sense, Text, alike};
use crate::audit::source_says::SourceSays;
use crate::compare::Op;
use crate::kinds::Kind;
use crate::text::Token;

rule! {
    /// A claim lost its source and stayed, or a verb without a view of the claim became one with a view.
    ///
    /// Without "police said" the paper says it by itself; with "claimed" or "admitted" it takes sides.
    ///
    /// Fires: "The brakes failed, police said." became "The brakes failed."; "experts predict that prices will fall" "prices
    /// will fall"; "said" "admitted".
    ///
    /// Silent: "police said" became "according to police", or the claim went with its source.
    ATTRIBUTION_LOST = "attribution-lost", Warning, check
}

/// So much of a claim must stay.
const LEAST_KEPT: f32 = 0.6;

fn check(case: Case) -> Vec<Hit> {
    case.passages.iter().filter_map(|passage| lost(passage, case).or_else(|| loaded(passage, case))).collect()
}

/// The verb that gives a claim to its source, where the final has none left.
fn lost(passage: &Passage, case: Case) -> Option<Hit> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let tells = |cue: &Range<usize>| has_speaker(cue, r#final) && !is_denied_by_both(cue, passage);
    let senses = [Sense::Report, Sense::LoadedReport, Sense::Voice, Sense::Claim];
    if senses.into_iter().flat_map(|sense| r#final.cues_of(sense)).any(tells) {
        return None;
    }
    let reports = draft.cues_of(Sense::Report).filter(|cue| !is_of_itself(cue, draft)).cloned();
    let claims = claims(draft, case).into_iter().filter(|cue| has_speaker(cue, draft) && !is_told_anew(cue, passage));
    let reports = reports.chain(claims).filter(|cue| attributes(cue, draft, case));
    let cue = &reports.into_iter().find(|cue| {
        let content: Vec<usize> = claim(cue, draft).filter(|&word| draft.is_content(word, case.lexicon)).collect();
        let stays = |&&word: &&usize| r#final.words.iter().any(|other| alike(draft.form(word), other));
        let kept = content.iter().filter(stays).count();
        content.len() > 1 && kept as f32 >= LEAST_KEPT * content.len() as f32
    })?;
    if is_pronoun_beside(cue, draft) && told_next_door(passage, case) || goes_on(cue, passage, case) {
        return None;
    }
    let source = source_words(cue, draft);
    let place = r#final.whole();
    Some(Hit {
        level: None,
        message: format!("\"{}\" is gone, and the claim stays without a source", draft.shown(&source)),
        place: super::Place { side: r#final.side, span: place },
        related: vec![draft.place(&source)],
    })
}

/// Whether a word by which texts tell whose word something is may do so here, and is neither a noun (`the plan`, `their
/// demands`) nor without a speaker (`is expected to`).
fn has_speaker(cue: &Range<usize>, text: &Text) -> bool {
    const PASSIVE: [&str; 8] = ["be", "been", "being", "is", "are", "was", "were", "to"];
    const DETERMINERS: [&str; 8] = ["a", "an", "the", "this", "that", "its", "their", "of"];
    const NOUNS: [&str; 14] = [
        "view",
        "views",
        "statement",
        "statements",
        "data",
        "figures",
        "survey",
        "poll",
        "study",
        "words",
        "opinion",
        "opinions",
        "criticism",
        "analysis",
    ];
    if NOUNS.contains(&text.form(cue.start)) {
        return true;
    }
    let Some(before) = cue.start.checked_sub(1).filter(|_| text.form(cue.start) != "according") else { return true };
    let written = text.written(before);
    let possessive = written.ends_with("’s") || written.ends_with("'s") || written.ends_with(['’', '\'']);
    let form = text.form(before);
    let by = text.words.get(cue.end) == Some(&"by");
    !(possessive || DETERMINERS.contains(&form) || PASSIVE.contains(&form) && !by)
}

/// Whether the final leaves open what somebody claimed (`experts predicted that`, `is expected to`, `brokers estimate that`,
/// `is estimated at`), or still has him: `experts are sure of it`.
fn is_told_anew(cue: &Range<usize>, passage: &Passage) -> bool {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    // The verb itself may be a softener.
    let softeners = draft.cues_of(Sense::Softener).filter(|other| other.start != cue.start).count();
    let more_hedges = r#final.count(Sense::Hedge) > draft.count(Sense::Hedge);
    let more_softeners =
        r#final.count(Sense::Softener) > softeners && r#final.count(Sense::Hedge) >= draft.count(Sense::Hedge);
    let same_word = |other: &Range<usize>| alike(r#final.form(other.start), draft.form(cue.start));
    let speaker = draft.form_before(cue.start);
    let is_pronoun = matches!(speaker, "he" | "she" | "they" | "it" | "i" | "we");
    more_hedges
        || more_softeners
        || r#final.cues_of(Sense::Softener).any(same_word)
        || !is_pronoun && (0..r#final.words.len()).any(|at| r#final.form(at) == speaker && still_speaks(at, r#final))
}

/// Whether somebody may still be the one who claims: he begins the sentence, or it is done `by` him.
fn still_speaks(word: usize, text: &Text) -> bool {
    let before = (0..word).rev().find(|&at| !matches!(text.form(at), "the" | "a" | "an"));
    let own = before.filter(|&before| text.sentence(before) == text.sentence(word));
    own.is_none_or(|before| matches!(text.form(before), "by" | "among"))
}

/// The claims of a text; "that" may be missing where a verb follows: `police believe the driver was asleep`.
fn claims(text: &Text, case: Case) -> Vec<Range<usize>> {
    /// No subject has more words.
    const LONGEST: usize = 6;
    const VERBS: [&str; 12] =
        ["will", "would", "can", "could", "is", "are", "was", "were", "has", "have", "had", "should"];
    let has_verb = |at: usize| {
        let clause = (at + 1..text.words.len()).take(LONGEST).take_while(|&word| !text.is_cut(word));
        // `argued the case that is a year old`
        let clause = clause.take_while(|&word| !matches!(text.form(word), "that" | "which" | "who"));
        clause.skip(1).any(|word| VERBS.contains(&text.form(word)))
    };
    let follows = |at: usize| text.words.get(at + 1).is_some_and(|next| !matches!(*next, "that" | "by" | "of" | "to"));
    let is_claim = |&at: &usize| case.lexicon.editing.claims.contains(&format!("{} that", text.form(at)));
    let bare = (0..text.words.len()).filter(|&at| follows(at)).filter(is_claim).filter(|&at| has_verb(at));
    text.cues_of(Sense::Claim).cloned().chain(bare.map(|at| at..at + 1)).collect()
}

/// Whether nobody told it in the draft, either: `the price was not disclosed`.
fn is_denied_by_both(cue: &Range<usize>, passage: &Passage) -> bool {
    let denied = |text: &Text, at: usize| {
        let before = text.form_before(at);
        before == "not" || before.ends_with("n't")
    };
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    denied(r#final, cue.start)
        && (0..draft.words.len()).any(|at| alike(draft.form(at), r#final.form(cue.start)) && denied(draft, at))
}

/// Whether a body says what it does itself, which needs no source: `the bank said it will lend more`.
fn is_of_itself(cue: &Range<usize>, text: &Text) -> bool {
    let behind = text.words[cue.end..].iter().find(|word| **word != "that");
    matches!(behind, Some(&("it" | "they")))
}

/// Whether a reporting verb gives words or facts to somebody here: `said`, `added that`, `…, he added.`
fn attributes(cue: &Range<usize>, text: &Text, case: Case) -> bool {
    // `by saying that` tells how something was done.
    let before = text.form_before(cue.start);
    if text.article.is_quoted(text.span(cue))
        || matches!(before, "by" | "to" | "be" | "is" | "was" | "are" | "were" | "been")
    {
        return false;
    }
    let loose = case.lexicon.editing.loose_reports.contains(text.form(cue.start));
    let next = text.words.get(cue.end).copied().unwrap_or_default();
    !loose || next == "that" || cue.end >= text.words.len() || text.is_cut(cue.end) || text.is_cut(cue.start)
}

/// The words of a sentence that a reporting verb gives to its source: what follows it, or what stands before it where
/// that is more.
fn claim(cue: &Range<usize>, text: &Text) -> Range<usize> {
    let sentence = text.sentence(cue.start);
    let first = (0..cue.start).find(|&word| text.sentence(word) == sentence).unwrap_or(cue.start);
    let end = (cue.end..text.words.len()).find(|&word| text.sentence(word) != sentence).unwrap_or(text.words.len());
    if text.form(cue.end - 1) != "that" && cue.start - first >= end - cue.end {
        // `The brakes failed, police said`: the source stands behind the last mark.
        let source = (first + 1..=cue.start).rev().find(|&word| text.is_cut(word)).unwrap_or(cue.start);
        return first..source;
    }
    if text.form(cue.start) == "according" {
        // `According to police, the brakes failed`
        let comma = (cue.end + 1..end).find(|&word| text.is_cut(word)).unwrap_or(end);
        return comma..end;
    }
    cue.end..end
}

/// The verb with the source beside it, as far as the clause goes.
fn source_words(cue: &Range<usize>, text: &Text) -> Range<usize> {
    /// No source has more words.
    const LONGEST: usize = 6;
    if text.form(cue.start) == "according" {
        let end = (cue.end + 1..text.words.len()).find(|&word| text.is_cut(word)).unwrap_or(text.words.len());
        return cue.start..end.min(cue.end + LONGEST).max(cue.end);
    }
    let first = (0..=cue.start).rev().find(|&word| text.is_cut(word)).unwrap_or(cue.start);
    first.max(cue.start.saturating_sub(LONGEST))..cue.end
}

/// Whether the source is but a pronoun: `he said`.
fn is_pronoun_beside(cue: &Range<usize>, text: &Text) -> bool {
    let pronoun = |word: Option<&&str>| matches!(word, Some(&("he" | "she" | "they" | "it" | "i" | "we")));
    // `said he`, but not `think that he`
    let behind = text.words.get(cue.end).filter(|_| text.form(cue.end - 1) != "that");
    pronoun(cue.start.checked_sub(1).and_then(|at| text.words.get(at))) || pronoun(behind)
}

/// Whether the unit before or behind tells whose words they are.
fn told_next_door(passage: &Passage, case: Case) -> bool {
    let near = |other: &&Passage| other.index.abs_diff(passage.index) == 1;
    let tells = |other: &Passage| other.r#final.count(Sense::Report) + other.r#final.count(Sense::LoadedReport) > 0;
    let kept = |index: usize| case.analysis.units.get(index).is_some_and(|unit| unit.op == Op::Keep);
    case.passages.iter().filter(near).any(tells)
        || kept(passage.index + 1)
        || passage.index.checked_sub(1).is_some_and(kept)
}

/// Whether all is quoted, and the sentence before it, in the same paragraph, has a quotation of the same speaker:
/// `“…,” an aide said. “We are late.”`
fn goes_on(cue: &Range<usize>, passage: &Passage, case: Case) -> bool {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let is_quoted = |text: &Text, word: usize| text.article.is_quoted(text.span(&(word..word + 1)));
    let article = r#final.article;
    let first = r#final.sentences.start;
    let same_paragraph = |before: &usize| article.paragraphs[*before] == article.paragraphs[first];
    let Some(before) = first.checked_sub(1).filter(same_paragraph) else { return false };
    if !(0..r#final.words.len()).all(|word| is_quoted(r#final, word)) {
        return false;
    }
    let tokens = article.tokens_of(before).iter().filter(|token| token.is_word());
    let (quoted, told): (Vec<&Token>, Vec<&Token>) = tokens.partition(|token| article.is_quoted(token.span));
    let spoken =
        |word: &usize| !is_quoted(draft, *word) && !cue.contains(word) && draft.is_content(*word, case.lexicon);
    let stands =
        |word: usize| told.iter().any(|token| alike(case.analysis.vocabulary.form(token.folded), draft.form(word)));
    let same_speaker = || (0..draft.words.len()).filter(spoken).any(stands) || is_pronoun_beside(cue, draft);
    !quoted.is_empty() && same_speaker()
}

/// A verb with a view in place of one without.
fn loaded(passage: &Passage, case: Case) -> Option<Hit> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let plain =
        |text: &Text, sense: Sense| text.cues_of(sense).filter(|cue| !text.article.is_quoted(text.span(cue))).count();
    let more = plain(r#final, Sense::LoadedReport) > plain(draft, Sense::LoadedReport);
    if !more || plain(r#final, Sense::Report) >= plain(draft, Sense::Report) {
        return None;
    }
    let only = |text: &Text, other: &Text, cue: &Range<usize>| {
        !other.words.iter().any(|word| alike(word, text.form(cue.start)))
    };
    let from = draft.cues_of(Sense::Report).find(|cue| only(draft, r#final, cue))?;
    // `accused of` tells of an accusation, and reports nothing.
    let accuses = |cue: &Range<usize>| r#final.cues_of(Sense::Accusation).any(|other| other.start == cue.start);
    let to = r#final.cues_of(Sense::LoadedReport).find(|cue| only(r#final, draft, cue) && !accuses(cue))?;
    if !is_swap(from, to, passage, case) {
        return None;
    }
    let source = SourceSays::of(passage, case);
    if source.is_some_and(|source| source.has(&case.lexicon.source.loaded)) {
        return None;
    }
    Some(Hit {
        level: None,
        message: format!("\"{}\" became \"{}\", which takes a view", draft.shown(from), r#final.shown(to)),
        place: r#final.place(to),
        related: vec![draft.place(from)],
    })
}

/// Whether one verb took the place of the other: in one edit, with the same word of content beside it, or near the same
/// name, on whichever side: `Jung Su-bin, the chairman, said`, `claimed Jung Su-bin`.
fn is_swap(from: &Range<usize>, to: &Range<usize>, passage: &Passage, case: Case) -> bool {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let edits = passage.edits.iter().filter(|edit| edit.kind != Kind::Rewrite);
    let (one, two) = (draft.span(from), r#final.span(to));
    let names = |text: &Text, cue: &Range<usize>| -> Vec<String> {
        /// No further from its verb stands a speaker, in words.
        const NEAR: usize = 16;
        let near = cue.start.saturating_sub(NEAR)..(cue.end + NEAR).min(text.words.len());
        let own = near.filter(|&word| text.sentence(word) == text.sentence(cue.start));
        let named = own.filter(|&word| text.written(word).starts_with(char::is_uppercase));
        named
            .map(|word| text.form(word).to_owned())
            .filter(|form| !case.lexicon.function_words.contains(form))
            .collect()
    };
    let spoken = names(draft, from);
    let named = || names(r#final, to).iter().any(|name| spoken.contains(name));
    // `An aide said, “…”`, `“…,” an aide claimed`, `claimed an aide`
    let beside = |text: &Text, cue: &Range<usize>| -> Vec<usize> {
        let before =
            cue.start.checked_sub(1).filter(|&word| !text.is_cut(cue.start) && text.is_content(word, case.lexicon));
        before.into_iter().chain(text.content_behind(cue.end, 1, case.lexicon)).collect()
    };
    let (spoke, speaks) = (beside(draft, from), beside(r#final, to));
    let same_speaker = spoke.iter().any(|&one| speaks.iter().any(|&two| alike(draft.form(one), r#final.form(two))));
    // `he said`, `he claimed`
    let speaker = draft.form_before(from.start);
    let same_pronoun = matches!(speaker, "he" | "she" | "they") && r#final.form_before(to.start) == speaker;
    same_speaker
        || same_pronoun
        || named()
        || edits.into_iter().any(|edit| edit.draft.overlaps(one) && edit.r#final.overlaps(two))
}
