use std::borrow::Cow;

use super::{lemmas, participle_of};

/// Modal verbs with what each becomes after a past reporting verb: `will` is `would` in what somebody said.
const MODALS: [(&str, &str); 4] = [("will", "would"), ("can", "could"), ("may", "might"), ("shall", "should")];

/// Modal verbs without a past.
const LONE_MODALS: [&str; 2] = ["must", "ought"];

/// The most words that stand between `be` and its participle.
const BETWEEN: usize = 3;

/// Whether a folded word is an auxiliary: a form of `be`, `have` or `do`, or a modal, with `n't` or without.
pub fn is_auxiliary(folded: &str) -> bool {
    let (word, _) = without_not(folded);
    is_plain_auxiliary(word) || modal_of(word).is_some()
}

/// The modal that a folded word is a form of, in the present: `will` for `would` and `won't`, `must` for `must`.
pub fn modal_of(folded: &str) -> Option<&'static str> {
    let (word, _) = without_not(folded);
    let paired = MODALS.iter().find(|(present, past)| word == *present || word == *past).map(|(present, _)| *present);
    paired.or_else(|| LONE_MODALS.into_iter().find(|modal| word == *modal))
}

/// Whether two folded words are the two tenses of one modal, so that a past reporting verb asks for the change and
/// nothing is less certain: `will` and `would`, `can't` and `couldn't`.
pub fn is_backshift(one: &str, other: &str) -> bool {
    let ((one, denied), (other, also)) = (without_not(one), without_not(other));
    one != other && denied == also && modal_of(one).is_some() && modal_of(one) == modal_of(other)
}

/// Whether two runs of folded words are one verb in two tenses, numbers or voices: `has decided` and `decided`, `will
/// launch` and `would launch`, `did not go` and `has not gone`. Each is auxiliaries, perhaps `not`, and the verb last.
///
/// A modal that comes in, leaves, or gives way to another changes what is certain, and `not` what is said: then they are
/// not the same.
pub fn same_verb_phrase(one: &[&str], other: &[&str]) -> bool {
    match (Phrase::read(one), Phrase::read(other)) {
        (Some(one), Some(other)) => one.modal == other.modal && one.denied == other.denied && one.shares_verb(&other),
        _ => false,
    }
}

/// What a run of auxiliaries and a verb says.
struct Phrase<'a> {
    modal: Option<&'static str>,
    denied: bool,
    verb: Vec<Cow<'a, str>>,
}

impl<'a> Phrase<'a> {
    fn read(words: &[&'a str]) -> Option<Phrase<'a>> {
        let (last, before) = words.split_last()?;
        if !before.iter().all(|word| is_auxiliary(word) || *word == "not") || *last == "not" {
            return None;
        }
        // An auxiliary at the end is itself the verb: `has been`.
        let verb = without_not(last).0;
        let denied = words.iter().any(|word| *word == "not" || without_not(word).1);
        let modal = words.iter().find_map(|word| modal_of(word));
        Some(Phrase { modal, denied, verb: lemmas(verb).collect() })
    }

    fn shares_verb(&self, other: &Phrase) -> bool {
        self.verb.iter().any(|lemma| other.verb.contains(lemma))
    }
}

/// The verb of the first passive in a run of folded words: `arrest` in `was later arrested by`. A form of `be`, up to
/// three words in `-ly` or of time between, and a participle.
///
/// Some participles are adjectives, which no list tells: `was interested` is one too.
pub fn passive_lemma(words: &[&str]) -> Option<Cow<'static, str>> {
    passive_at(words).map(|(_, lemma)| lemma)
}

/// Whether one of two runs of folded words has a verb in the passive that the other has in the active: `the suspect was
/// arrested by police` and `police arrested the suspect`.
pub fn voice_differs(one: &[&str], other: &[&str]) -> bool {
    let turned = |passive: &[&str], active: &[&str]| {
        passive_lemma(passive).is_some_and(|verb| passive_at(active).is_none() && has_active(active, &verb))
    };
    turned(one, other) || turned(other, one)
}

/// Where the participle of the first passive stands, and its verb.
fn passive_at(words: &[&str]) -> Option<(usize, Cow<'static, str>)> {
    (0..words.len()).filter(|&at| is_be(words[at])).find_map(|be| {
        let after = words.iter().enumerate().skip(be + 1).take(BETWEEN + 1);
        let verb = after.take_while(|(_, word)| !is_be(word) || *word == &"being" || *word == &"been");
        let mut verb = verb.skip_while(|(_, word)| is_between(word));
        let (at, word) = verb.next()?;
        participle_of(word).map(|lemma| (at, lemma))
    })
}

/// Whether a form of the verb stands in a run of words that has no passive.
fn has_active(words: &[&str], verb: &str) -> bool {
    words.iter().any(|word| lemmas(word).any(|lemma| lemma == verb))
}

fn is_be(folded: &str) -> bool {
    matches!(without_not(folded).0, "am" | "is" | "are" | "was" | "were" | "be" | "been" | "being")
}

/// What may stand between `be` and the participle.
fn is_between(folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ly")
        || matches!(
            folded,
            "not" | "been" | "being" | "also" | "still" | "later" | "then" | "now" | "never" | "soon" | "once"
        )
}

fn is_plain_auxiliary(folded: &str) -> bool {
    is_be(folded) || matches!(folded, "have" | "has" | "had" | "having" | "do" | "does" | "did")
}

/// A word without its `n't`, and whether it had one.
fn without_not(folded: &str) -> (&str, bool) {
    match folded {
        "won't" => ("will", true),
        "can't" | "cannot" => ("can", true),
        "shan't" => ("shall", true),
        _ => folded.strip_suffix("n't").map_or((folded, false), |word| (word, true)),
    }
}
