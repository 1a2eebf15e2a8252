use super::{Case, Hit, Place, rule};
use crate::audit::passage::{Passage, Sense, Text, alike};
use crate::audit::source_says::SourceSays;
use crate::lexicon::Groups;
use crate::text::value::{Relation, Value, relate};
use crate::text::word::negated_stem;

rule! {
    /// A word became its opposite: rose and fell, convicted and acquitted, more than and less than.
    ///
    /// It turns what the sentence says: a catch, or a slip. Where the Korean source has one of the two directions only and it
    /// is the final's, nothing is said. The contrasts are those of the kind `direction`.
    ///
    /// Fires: "Exports rose 3 percent." became "Exports fell 3 percent."
    ///
    /// Silent: "fell" became "declined", or "imports exceeded exports" "exports fell short of imports".
    DIRECTION_FLIPPED = "direction-flipped", Warning, check
}

/// Less than this is another sentence.
const LEAST_KEPT: f32 = 0.5;

/// A word of the draft and its opposite in the final, by index, and the contrast.
struct Flip<'a> {
    from: usize,
    to: usize,
    contrast: &'a str,
}

fn check(case: Case) -> Vec<Hit> {
    case.passages.iter().filter_map(|passage| flipped(passage, case)).collect()
}

fn flipped(passage: &Passage, case: Case) -> Option<Hit> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    if draft.count(Sense::Direction) == 0
        || r#final.count(Sense::Direction) == 0
        || draft.count(Sense::Denial) != r#final.count(Sense::Denial)
    {
        return None;
    }
    let flip = swapped(passage, case).or_else(|| replaced(passage, case))?;
    if passage.kept(case.lexicon) < LEAST_KEPT && !measures_alike(&flip, passage, case) {
        return None;
    }
    let (from, to) = (flip.from..flip.from + 1, flip.to..flip.to + 1);
    let source = SourceSays::of(passage, case);
    let (here, there) = sides(flip.contrast, r#final.form(flip.to), case);
    let mut related = vec![draft.place(&from)];
    let mut evidence = String::new();
    let known = here.has(flip.contrast) && there.has(flip.contrast);
    if let Some(source) = source.as_ref().filter(|_| known) {
        match (source.find(here.words(flip.contrast.into())), source.find(there.words(flip.contrast.into()))) {
            (Some(_), None) => return None,
            (None, Some((stem, place))) => {
                evidence = format!("; the source has \"{stem}\"");
                related.push(place);
            }
            _ => {}
        }
    }
    Some(Hit {
        level: None,
        message: format!("\"{}\" became \"{}\", its opposite{evidence}", draft.shown(&from), r#final.shown(&to)),
        place: r#final.place(&to),
        related: related.into_iter().collect::<Vec<Place>>(),
    })
}

/// The stems of the source for the side of a contrast that a word stands on, and for the other.
fn sides<'a>(contrast: &str, word: &str, case: Case<'a>) -> (&'a Groups, &'a Groups) {
    let words = &case.lexicon.source;
    if case.lexicon.kinds.direction.contains(contrast, word) {
        (&words.direction, &words.opposite)
    } else {
        (&words.opposite, &words.direction)
    }
}

/// The contrast that two words are the sides of.
fn contrast<'a>(one: &str, two: &str, case: Case<'a>) -> Option<&'a str> {
    let kinds = &case.lexicon.kinds;
    let mut upward = kinds.direction.holding(one).filter(|name| kinds.opposite.contains(name, two));
    let mut downward = kinds.opposite.holding(one).filter(|name| kinds.direction.contains(name, two));
    upward.next().or_else(|| downward.next())
}

/// Two opposites that changed places, all else being equal: `exports exceeded imports` and `imports exceeded exports`.
fn swapped<'a>(passage: &Passage, case: Case<'a>) -> Option<Flip<'a>> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    if draft.words.len() != r#final.words.len() {
        return None;
    }
    let differ: Vec<usize> = (0..draft.words.len()).filter(|&at| draft.form(at) != r#final.form(at)).collect();
    let flips = |&at: &usize| contrast(draft.form(at), r#final.form(at), case);
    let contrasts: Vec<&str> = differ.iter().map_while(flips).collect();
    let contrast = *contrasts.first().filter(|_| differ.len() > 1 && contrasts.len() == differ.len())?;
    // With two contrasts, clauses changed places: `exports rose, imports fell` and `imports fell, exports rose`.
    let alone = contrasts.iter().all(|other| *other == contrast);
    alone.then(|| Flip { from: differ[0], to: differ[0], contrast })
}

/// A word that gave way to its opposite among words that stayed.
fn replaced<'a>(passage: &Passage, case: Case<'a>) -> Option<Flip<'a>> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let only = |text: &Text, other: &Text| -> Vec<usize> {
        let count = |text: &Text, word: &str| text.words.iter().filter(|other| **other == word).count();
        let cues = text.cues_of(Sense::Direction).map(|cue| cue.start);
        cues.filter(|&at| count(text, text.form(at)) > count(other, text.form(at))).collect()
    };
    let (gone, come) = (only(draft, r#final), only(r#final, draft));
    let mut pairs = gone.iter().flat_map(|&from| come.iter().map(move |&to| (from, to)));
    pairs.find_map(|(from, to)| {
        let contrast = contrast(draft.form(from), r#final.form(to), case)?;
        // A denial, and told as one: `legal` and `illegal`.
        if negated_stem(draft.form(from), r#final.form(to)) {
            return None;
        }
        let flip = Flip { from, to, contrast };
        if is_converse(&flip, passage, case) {
            return None;
        }
        let alike = || stands_alike(&flip, passage, case) || measures_alike(&flip, passage, case);
        (went_over(&flip, passage, case) && alike()).then_some(flip)
    })
}

/// Whether the final has fewer words of the one side, and more of the other, whichever they are.
fn went_over(flip: &Flip, passage: &Passage, case: Case) -> bool {
    let kinds = &case.lexicon.kinds;
    let upward = kinds.direction.contains(flip.contrast, passage.draft.form(flip.from));
    let (own, other) = if upward { (&kinds.direction, &kinds.opposite) } else { (&kinds.opposite, &kinds.direction) };
    let count = |text: &Text, groups: &Groups| {
        text.cues_of(Sense::Direction).filter(|cue| groups.contains(flip.contrast, text.form(cue.start))).count()
    };
    count(&passage.draft, own) > count(&passage.r#final, own)
        && count(&passage.draft, other) < count(&passage.r#final, other)
}

/// Whether both words measure one thing: the same value stands beside them (`fell 6.2%` and `6.2 percent more`), or behind
/// `than` the same word (`smaller than those of Japan`, `a larger share than Japan`).
fn measures_alike(flip: &Flip, passage: &Passage, case: Case) -> bool {
    if !case.lexicon.editing.measured_contrasts.contains(flip.contrast) {
        return false;
    }
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let (one, two) = (measured(draft, flip.from), measured(r#final, flip.to));
    if !one.is_empty() && !two.is_empty() {
        let same = |one: &Value, two: &Value| {
            matches!(relate(&one.quantity, &two.quantity), Relation::Equal | Relation::Rounded)
        };
        return one.iter().any(|one| two.iter().any(|two| same(one, two)));
    }
    let (one, two) = (compared(draft, flip.from, case), compared(r#final, flip.to, case));
    one.zip(two).is_some_and(|(one, two)| alike(draft.form(one), r#final.form(two)))
}

/// The values that a word of quantity may measure: the one right before it, and the next one in its clause, not far behind.
fn measured<'a>(text: &Text<'a>, word: usize) -> Vec<&'a Value> {
    const REACH: usize = 5;
    let before = word.checked_sub(1).filter(|_| !text.is_cut(word)).and_then(|before| text.value_at(before));
    before.into_iter().chain(text.value_behind(word, REACH).map(|(_, value)| value)).collect()
}

/// Whether the two things of a comparison changed places: `herring costs more than cod`, `cod costs less than herring`.
fn is_converse(flip: &Flip, passage: &Passage, case: Case) -> bool {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let stands_before = |text: &Text, at: usize, word: &str| {
        let before = (0..at).rev().take_while(|&other| text.sentence(other) == text.sentence(at));
        before.into_iter().any(|other| alike(text.form(other), word))
    };
    let (one, two) = (compared(draft, flip.from, case), compared(r#final, flip.to, case));
    one.zip(two).is_some_and(|(one, two)| {
        let (one, two) = (draft.form(one), r#final.form(two));
        !alike(one, two) && stands_before(r#final, flip.to, one) && stands_before(draft, flip.from, two)
    })
}

/// The word of content behind the `than` that belongs to a comparison.
fn compared(text: &Text, word: usize, case: Case) -> Option<usize> {
    const REACH: usize = 3;
    let than = (word + 1..text.words.len()).take(REACH).find(|&at| text.form(at) == "than")?;
    text.content_behind(than + 1, 1, case.lexicon).first().copied()
}

/// Whether the words that stayed stand before and behind the one as they do the other. A contrast that can be told from
/// the other end as well (`bought from`, `sold to`) needs both, and the very next word of content behind it.
fn stands_alike(flip: &Flip, passage: &Passage, case: Case) -> bool {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let stayed = |text: &Text, other: &Text, at: usize| {
        text.is_content(at, case.lexicon) && other.words.iter().any(|word| alike(word, text.form(at)))
    };
    let before = |text: &Text, other: &Text, at: usize| (0..at).rev().find(|&word| stayed(text, other, word));
    let behind =
        |text: &Text, other: &Text, at: usize| (at + 1..text.words.len()).find(|&word| stayed(text, other, word));
    let same = |one: Option<usize>, two: Option<usize>| match (one, two) {
        (Some(one), Some(two)) => alike(draft.form(one), r#final.form(two)),
        (one, two) => one == two,
    };
    let first = same(before(draft, r#final, flip.from), before(r#final, draft, flip.to));
    let last = same(behind(draft, r#final, flip.from), behind(r#final, draft, flip.to));
    let next = |text: &Text, at: usize| (at + 1..text.words.len()).find(|&word| text.is_content(word, case.lexicon));
    let converse =
        matches!(flip.contrast, "market" | "trade") || case.lexicon.editing.loose_contrasts.contains(flip.contrast);
    if converse { first && same(next(draft, flip.from), next(r#final, flip.to)) } else { first || last }
}
