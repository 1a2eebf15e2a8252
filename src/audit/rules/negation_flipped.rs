use super::{Case, Hit, Place, rule};
use crate::audit::passage::{Passage, Sense, Text, alike};
use crate::audit::source_says::SourceSays;
use crate::text::word::negated_stem;

rule! {
    /// A denial came in or went, and the rest of the sentence stayed.
    ///
    /// It turns what the sentence says. It may be the night's best catch, since machines lose a "not" now and then, or its
    /// worst slip; where the Korean source clearly sides with the final, nothing is said.
    ///
    /// Fires: "The bill did not pass." became "The bill passed."
    ///
    /// Silent: "He does not think it will pass." became "He thinks it will not pass.", or "no longer runs" "stopped running".
    NEGATION_FLIPPED = "negation-flipped", Warning, check
}

/// Less than this is another sentence.
const LEAST_KEPT: f32 = 0.5;

/// A word that denies, and the word that it denies.
struct Denial {
    cue: usize,
    scope: Option<usize>,
}

/// What was denied on one side is said on the other.
struct Flip {
    /// First and last word on the side that denies.
    denied: (usize, usize),
    /// The word on the other side.
    said: usize,
    lost: bool,
}

fn check(case: Case) -> Vec<Hit> {
    case.passages.iter().flat_map(|passage| flips(passage, case)).collect()
}

fn flips(passage: &Passage, case: Case) -> Vec<Hit> {
    let (mut one, mut two) = (denials(&passage.draft, case), denials(&passage.r#final, case));
    let balanced = one.len() == two.len();
    pair_off(&mut one, &mut two, passage);
    let found: Vec<Flip> = if balanced {
        prefixed(passage, case).into_iter().collect()
    } else if one.len() > two.len() {
        unpaired(&one, &passage.draft, &passage.r#final, true, case)
    } else {
        unpaired(&two, &passage.r#final, &passage.draft, false, case)
    };
    if found.is_empty() || passage.kept(case.lexicon) < LEAST_KEPT {
        return Vec::new();
    }
    let source = SourceSays::of(passage, case);
    let hit = |flip: &Flip| report(flip, passage, source.as_ref(), case);
    found.iter().filter_map(hit).collect()
}

/// The words of denial, each with the next word that carries news.
fn denials(text: &Text, case: Case) -> Vec<Denial> {
    let none: Vec<_> = text.cues_of(Sense::NoDenial).collect();
    let cues = text.cues_of(Sense::Denial).filter(|cue| !none.iter().any(|none| none.contains(&cue.start)));
    let denial = |cue: &std::ops::Range<usize>| {
        let next = text.content_behind(cue.end, 3, case.lexicon);
        // `did not immediately respond`, `not one of them came`
        let telling = |&&word: &&usize| !text.form(word).ends_with("ly") && !matches!(text.form(word), "one" | "even");
        let scope = next.iter().find(telling).or(next.first());
        // `the sensor, not the driver`: a contrast, not a denial.
        let contrast = text.is_cut(cue.start)
            && text.form(cue.start) == "not"
            && next.last().is_some_and(|&word| word + 1 >= text.words.len() || text.is_cut(word + 1));
        Denial { cue: cue.start, scope: scope.copied().filter(|_| !contrast) }
    };
    let mut found: Vec<Denial> = cues.map(denial).collect();
    // "no longer" and "not yet" stand in two lists; neither … nor is one denial, and so is a denial of a denial none.
    found.dedup_by(|later, earlier| {
        let near = later.cue <= earlier.cue + 3 && later.scope == earlier.scope && later.scope.is_some();
        near || text.form(later.cue) == "nor"
    });
    found
}

/// Takes out the denials of one thing on both sides; what is left, if anything, stands on one side only.
fn pair_off(one: &mut Vec<Denial>, two: &mut Vec<Denial>, passage: &Passage) {
    let same = |one: &Denial, two: &Denial| match (one.scope, two.scope) {
        (Some(one), Some(two)) => alike(passage.draft.form(one), passage.r#final.form(two)),
        _ => false,
    };
    one.retain(|denial| {
        let partner = two.iter().position(|other| same(denial, other));
        partner.map(|at| two.remove(at)).is_none()
    });
    // A denial moved to another word. Which one, and whether another is lost besides, nobody can tell.
    if !one.is_empty() && !two.is_empty() {
        one.clear();
        two.clear();
    }
}

/// The denials that the other side lacks, while what they denied stayed.
fn unpaired(open: &[Denial], with: &Text, without: &Text, lost: bool, case: Case) -> Vec<Flip> {
    if without.count(Sense::ImpliedDenial) > with.count(Sense::ImpliedDenial) {
        return Vec::new();
    }
    let flip = |denial: &Denial| {
        let scope = denial.scope?;
        let word = with.form(scope);
        let (own, mut others) = (with.forms_of(word), without.forms_of(word));
        others.extend(same_deed(scope, with, without, case).filter(|_| others.is_empty()));
        let said = *others.first().filter(|_| others.len() >= own.len())?;
        let denied_anew = || (0..without.words.len()).any(|at| denies(word, without.form(at), case));
        // `did not open until May` and `opened in May`
        let until = |text: &Text| text.words.iter().any(|word| matches!(*word, "until" | "unless"));
        // `neither red nor blue`, `not red or blue`
        let listed = said > 0
            && matches!(without.form(said - 1), "or" | "nor")
            && without.cues_of(Sense::Denial).any(|cue| cue.start < said);
        // `is the first to run`, `has never run before`
        let first = with.form(denial.cue) == "never" && without.words.contains(&"first");
        // `tried to buy it but failed`, `failed to buy it`
        let failed = !case.lexicon.kinds.negation.contains(with.form(denial.cue))
            && !without.forms_of(with.form(denial.cue)).is_empty();
        let stays = !failed && !listed && !first && !denied_anew() && until(with) == until(without);
        stays.then_some(Flip { denied: (denial.cue, scope), said, lost })
    };
    open.iter().filter_map(flip).collect()
}

/// Another verb for what a verb says of the same thing: `participate in the study`, `took part in the study`. The thing may
/// be the subject of the one and the object of the other, or there is none, and the subject is the same.
fn same_deed(verb: usize, with: &Text, without: &Text, case: Case) -> Option<usize> {
    const SUBJECT: usize = 2;
    let deeds = &case.lexicon.editing.deeds;
    let object = |text: &Text, verb: usize| text.content_behind(verb + 1, 1, case.lexicon).first().copied();
    let subject = |text: &Text, verb: usize| -> Vec<usize> {
        let sentence = (0..verb).rev().take_while(|&at| text.sentence(at) == text.sentence(verb));
        sentence.filter(|&at| text.is_content(at, case.lexicon)).take(SUBJECT).collect()
    };
    let share = |own: &[usize], other: &[usize]| {
        own.iter().any(|&one| other.iter().any(|&two| alike(with.form(one), without.form(two))))
    };
    let same = |&at: &usize| {
        let mut deed = deeds.holding(with.form(verb)).filter(|deed| deeds.contains(deed, without.form(at)));
        deed.next().is_some()
            && match (object(with, verb), object(without, at)) {
                (Some(one), Some(two)) => {
                    share(&[one], &[two]) || share(&subject(with, verb), &[two]) || share(&[one], &subject(without, at))
                }
                (None, Some(two)) => share(&subject(with, verb), &[two]),
                (Some(one), None) => share(&[one], &subject(without, at)),
                (None, None) => share(&subject(with, verb), &subject(without, at)),
            }
    };
    (0..without.words.len()).find(same)
}

/// `constitutional` became `unconstitutional`, or the other way round.
fn prefixed(passage: &Passage, case: Case) -> Option<Flip> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let only = |text: &Text, other: &Text, at: usize| !other.words.contains(&text.words[at]);
    let all = |text: &Text| 0..text.words.len();
    let denying = |text: &Text, at: usize| {
        let begins = |prefix: &str| text.words[at].strip_prefix(prefix).is_some_and(|rest| rest.len() > 2);
        may_deny(text.words[at]) && case.lexicon.editing.denying_prefixes.iter().any(begins)
    };
    // Few words begin like that, and only those are compared.
    let turned = |text: &Text, other: &Text, at: usize| {
        let same = |&to: &usize| denies(text.words[at], other.words[to], case) && only(other, text, to);
        (denying(text, at) && only(text, other, at)).then(|| all(other).find(same)).flatten()
    };
    let gone = || all(draft).find_map(|at| Some((at, turned(draft, r#final, at)?)));
    let come = || all(r#final).find_map(|at| Some((turned(r#final, draft, at)?, at)));
    let (one, two) = gone().or_else(come)?;
    // Besides the word itself: `unchanged`.
    let implied =
        |text: &Text, word: usize| text.cues_of(Sense::ImpliedDenial).filter(|cue| !cue.contains(&word)).count();
    if implied(draft, one) != implied(r#final, two) {
        return None;
    }
    let lost = draft.form(one).len() > r#final.form(two).len();
    Some(if lost { Flip { denied: (one, one), said: two, lost } } else { Flip { denied: (two, two), said: one, lost } })
}

/// Whether a word begins with a letter that a denying prefix begins with: few do.
fn may_deny(word: &str) -> bool {
    matches!(word.bytes().next(), Some(b'u' | b'd' | b'n' | b'i'))
}

/// Whether one of two words denies the other by its beginning.
fn denies(one: &str, two: &str, case: Case) -> bool {
    let begins = |long: &str, short: &str| {
        let mut rests = case.lexicon.editing.denying_prefixes.iter().filter_map(|prefix| long.strip_prefix(prefix));
        may_deny(long)
            && rests.any(|rest| {
                let rest = rest.trim_start_matches('-');
                rest.len() > 2 && rest.as_bytes().get(..2) == short.as_bytes().get(..2)
            })
    };
    (begins(one, two) || begins(two, one)) && negated_stem(one, two)
}

fn report(flip: &Flip, passage: &Passage, source: Option<&SourceSays>, case: Case) -> Option<Hit> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let denied = flip.denied.0..flip.denied.1 + 1;
    let said = flip.said..flip.said + 1;
    let words = &case.lexicon.source;
    let found = source.and_then(|source| source.find(words.negation.iter()));
    let unsure = source.is_some_and(|source| source.has(&words.implied_denial));
    // The source denies as the final does, or says as the final does.
    let sides_with_final = source.is_some() && !unsure && found.is_none() == flip.lost;
    if sides_with_final {
        return None;
    }
    let (from, to) = if flip.lost { (&denied, &said) } else { (&said, &denied) };
    let what = if flip.lost { "the denial is gone" } else { "a denial came in" };
    let evidence = match &found {
        Some((stem, _)) if flip.lost => format!("; the source has \"{stem}\""),
        _ if source.is_some() && !unsure && !flip.lost => "; the source denies nothing there".to_owned(),
        _ => String::new(),
    };
    let related: Vec<Place> = [draft.place(from)].into_iter().chain(found.map(|(_, place)| place)).collect();
    Some(Hit {
        level: None,
        message: format!("\"{}\" became \"{}\": {what}{evidence}", draft.shown(from), r#final.shown(to)),
        place: r#final.place(to),
        related,
    })
}
