//! How English spells a regular ending: the doubled letter of `running`, the dropped one of `making`, the `i` of `studies`.

use super::is_word;

/// A regular ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Of a plural, or of the third person.
    S,
    /// Of a past tense or participle.
    Ed,
    Ing,
    /// Of a comparison: `larger`.
    Er,
    /// Of a comparison: `largest`.
    Est,
}

impl Ending {
    pub(super) const ALL: [Ending; 5] = [Ending::S, Ending::Ed, Ending::Ing, Ending::Er, Ending::Est];

    fn letters(self) -> &'static str {
        match self {
            Ending::S => "s",
            Ending::Ed => "ed",
            Ending::Ing => "ing",
            Ending::Er => "er",
            Ending::Est => "est",
        }
    }
}

/// The words whose form with this ending is spelled like that. Grammar is not asked: `number` is one of `numb`.
pub(super) fn stems(form: &str, ending: Ending) -> impl Iterator<Item = String> {
    let bare = form.strip_suffix(ending.letters()).filter(|bare| form.is_ascii() && bare.len() >= 2);
    let candidates = bare.map(|bare| candidates(bare, ending)).unwrap_or_default();
    candidates.into_iter().filter(move |stem| {
        stem.len() >= 2 && is_spelled(form, stem, ending) && is_word(stem) && !is_plural(stem) && !is_halved(form, stem)
    })
}

/// Whether a stem is itself a plural, or short of an `e`: `caresses` is none of `cares`, nor `senses` of `sens`. Words in
/// `-us`, `-is`, `-as` and `-ss` are singular.
fn is_plural(stem: &str) -> bool {
    let singular = stem.strip_suffix('s').filter(|start| !start.ends_with(['u', 'i', 'a', 's']));
    singular.is_some_and(|singular| is_word(singular) || is_word(&format!("{stem}e")))
}

/// Whether a letter was taken for a doubled one that belongs to the word: `polling` is of `poll` and not of `pol`.
fn is_halved(form: &str, stem: &str) -> bool {
    let doubled = stem.chars().next_back().map(|last| format!("{stem}{last}")).unwrap_or_default();
    doubled.ends_with(['l', 's', 'f', 'z']) && form.starts_with(&doubled) && is_word(&doubled)
}

/// What the letters before an ending may be short for.
fn candidates(bare: &str, ending: Ending) -> Vec<String> {
    let less = &bare[..bare.len() - 1];
    let mut stems = vec![bare.to_owned(), less.to_owned()];
    if ending == Ending::S {
        stems.extend(bare.strip_suffix("ie").map(|start| format!("{start}y")));
        stems.extend(bare.strip_suffix("zze").or(bare.strip_suffix("sse")).map(|_| bare[..bare.len() - 2].to_owned()));
    } else {
        stems.push(format!("{bare}e"));
        stems.extend(bare.strip_suffix('i').map(|start| format!("{start}y")));
        stems.extend(bare.strip_suffix('y').map(|start| format!("{start}ie")));
    }
    stems
}

/// Whether a word with an ending is spelled so.
fn is_spelled(form: &str, stem: &str, ending: Ending) -> bool {
    let suffix = ending.letters();
    let is = |start: &str, end: &str| form.strip_prefix(start) == Some(end);
    let mut last_letters = stem.bytes().rev();
    let last = last_letters.next().unwrap_or_default();
    let before = last_letters.next().unwrap_or_default();
    let less = &stem[..stem.len() - 1];
    let after_consonant = !is_vowel(before);
    if ending == Ending::S {
        return match last {
            b'y' if after_consonant => is(less, "ies"),
            // `quizzes`, `gasses`.
            b's' | b'x' | b'z' => is(stem, "es") || is(stem, if last == b'z' { "zes" } else { "ses" }),
            b'h' if before == b's' => is(stem, "es"),
            // `churches`, `stomachs`; `potatoes`, `photos`.
            b'h' if before == b'c' => is(stem, "es") || is(stem, "s"),
            b'o' => is(stem, "es") || is(stem, "s"),
            _ => is(stem, "s"),
        };
    }
    match last {
        b'e' if ending == Ending::Ing && before == b'i' => is(&stem[..stem.len() - 2], "ying"),
        // `seeing`, `canoeing`, `dyeing`; `singeing` beside `ageing`.
        b'e' if ending == Ending::Ing => {
            let kept = matches!(before, b'e' | b'o' | b'y');
            (!kept && is(less, suffix)) || ((kept || before == b'g') && is(stem, suffix))
        }
        b'e' => is(less, suffix),
        b'y' if after_consonant && ending != Ending::Ing => is(less, &format!("i{suffix}")),
        b'c' => is(stem, suffix) || (syllables(stem) > 1 && is(stem, &format!("k{suffix}"))),
        b'w' | b'x' | b'y' | b'h' => is(stem, suffix),
        _ if !is_vowel(last) && ends_in_one_vowel(less) => {
            let doubled = is(stem, &format!("{}{suffix}", char::from(last)));
            // Where the stress lies is not told by the letters: `referred`, `offered`; `bussed` and `bused`.
            doubled || ((syllables(stem) > 1 || last == b's') && is(stem, suffix))
        }
        _ => is(stem, suffix),
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether a single vowel stands last, the `u` of `qu` not counted: `sto(p)`, `qui(t)`, but not `loo(k)`.
fn ends_in_one_vowel(start: &str) -> bool {
    match start.as_bytes() {
        [.., b'q', b'u', last] => is_vowel(*last),
        [.., before, last] => (is_vowel(*last) || *last == b'y') && !is_vowel(*before),
        [last] => is_vowel(*last),
        [] => false,
    }
}

/// Runs of vowels, which is near enough.
fn syllables(word: &str) -> usize {
    let mut within = false;
    let letters = word.strip_prefix('y').unwrap_or(word).replace("qu", "q");
    let starts = letters.bytes().filter(|&letter| {
        let vowel = is_vowel(letter) || letter == b'y';
        let start = vowel && !within;
        within = vowel;
        start
    });
    starts.count()
}
