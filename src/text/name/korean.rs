//! Names of Koreans in Korean text.

use super::hangul::is_hangul;
use crate::lexicon::{HangulNames, Names, Words};
use crate::text::Span;

/// How far behind a name its title may stand: 김 산업통상부 장관.
const TITLE_REACH: usize = 3;

/// The full Korean names in a part of a Korean text: a surname and one or two syllables, with a particle, a title or
/// nothing behind. Three syllables are a name where they are ones that names are made of, or where a title says so; two
/// syllables need the title (강율 씨, 시인 이산은). Where the last syllable may be a particle, both readings are given,
/// so that spans may overlap; a foreign name in Hangul that looks like a Korean one is given, too.
pub fn korean_names(text: &str, span: Span, words: &Names) -> Vec<Span> {
    let finder = Finder { text, runs: &runs(text, span), words: &words.hangul };
    (0..finder.runs.len()).flat_map(|at| finder.names(at)).collect()
}

/// The runs of Hangul, in order.
fn runs(text: &str, span: Span) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, c) in span.of(text).char_indices().filter(|&(_, c)| is_hangul(c)) {
        let (start, end) = (span.start + at, span.start + at + c.len_utf8());
        match runs.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => runs.push(Span::new(start, end)),
        }
    }
    runs
}

struct Finder<'a> {
    text: &'a str,
    runs: &'a [Span],
    words: &'a HangulNames,
}

impl<'a> Finder<'a> {
    /// The names that a run may begin with.
    fn names(&self, at: usize) -> impl Iterator<Item = Span> {
        let run = self.runs[at];
        let word = run.of(self.text);
        let has_surname =
            (1..=2).any(|width| nth_end(word, width).is_some_and(|end| self.words.surnames.contains(&word[..end])));
        let is_common = || stems(word, &self.words.particles).any(|stem| self.words.not_names.contains(stem));
        let hopeful = has_surname && !is_common();
        let cuts = [(1, 2), (2, 2), (2, 1), (1, 1)].into_iter().filter(|_| hopeful);
        let mut ends: Vec<usize> = cuts.filter_map(|(surname, given)| self.name(at, surname, given)).collect();
        ends.sort_unstable_by_key(|end| std::cmp::Reverse(*end));
        ends.dedup();
        ends.into_iter().map(move |end| Span::new(run.start, run.start + end))
    }

    /// Where a name of so many syllables ends in a run, if it is one.
    fn name(&self, at: usize, surname: usize, given: usize) -> Option<usize> {
        let word = self.runs[at].of(self.text);
        let (surname_end, end) = (nth_end(word, surname)?, nth_end(word, surname + given)?);
        let (name, rest) = word.split_at(end);
        let is_word = self.words.not_names.contains(name) || self.words.titles.contains(name);
        if is_word || !self.words.surnames.contains(&name[..surname_end]) {
            return None;
        }
        let in_use = |c: char| self.words.given.contains(&*c.encode_utf8(&mut [0; 4]));
        let usual = surname + given > 2 && name[surname_end..].chars().all(in_use);
        let holds =
            self.is_titled(at, rest) || (usual && (self.stands_alone(at, name, rest) || self.title_ahead(at, rest)));
        holds.then_some(end)
    }

    /// Whether a name needs no title beside it: its last syllable is no particle (강연은), or one follows.
    fn stands_alone(&self, at: usize, name: &str, rest: &str) -> bool {
        let last = name.char_indices().next_back().map_or("", |(start, _)| &name[start..]);
        let listed = self.gap(at).starts_with(['·', ',', '・', 'ㆍ']);
        self.is_tail(rest) && (!rest.is_empty() || listed || !self.words.particles.contains(last))
    }

    /// Whether what stands right beside a name says that it is a person.
    fn is_titled(&self, at: usize, rest: &str) -> bool {
        let before = at.checked_sub(1).is_some_and(|before| {
            let word = self.runs[before].of(self.text);
            let mut without_particle = stems(word, &self.words.particles).skip(1);
            let apposed = self.is_title(word) && !without_particle.any(|stem| self.is_title(stem));
            apposed && matches!(self.gap(before).trim(), "" | "(故)")
        });
        let attached = stems(rest, &self.words.particles).any(|stem| self.words.titles.contains(stem));
        attached || (self.is_tail(rest) && before) || (rest.is_empty() && self.titled_behind(at))
    }

    /// `강율 씨`, `강율(29)`, `강율(姜律) 대표`, `강율 전 의원`.
    fn titled_behind(&self, at: usize) -> bool {
        let mut gap = self.gap(at);
        if let Some(inner) = gap.strip_prefix('(') {
            if inner.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '\u{4E00}'..='\u{9FFF}')) {
                return true;
            }
            gap = inner.split_once(')').map_or(gap, |(_, after)| after);
        }
        let mut next = at + 1;
        while gap.trim().is_empty() && next < self.runs.len() {
            let word = self.runs[next].of(self.text);
            if stems(word, &self.words.particles).any(|stem| self.is_title(stem)) {
                return true;
            }
            if !self.words.modifiers.contains(word) {
                return false;
            }
            gap = self.gap(next);
            next += 1;
        }
        false
    }

    /// Whether a title follows within the same phrase.
    fn title_ahead(&self, at: usize, rest: &str) -> bool {
        let phrase =
            (at + 1..self.runs.len()).take(TITLE_REACH).take_while(|&next| self.gap(next - 1).trim().is_empty());
        let mut titles = phrase.map(|next| self.runs[next].of(self.text));
        rest.is_empty() && titles.any(|word| stems(word, &self.words.particles).any(|stem| self.is_title(stem)))
    }

    /// Whether a word says what somebody is or does.
    fn is_title(&self, word: &str) -> bool {
        let ends = || self.words.title_endings.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending));
        self.words.titles.contains(word) || ends()
    }

    /// Whether nothing but a particle stands behind a name in its word.
    fn is_tail(&self, rest: &str) -> bool {
        rest.is_empty() || self.words.particles.contains(rest)
    }

    /// What stands between a run and the next.
    fn gap(&self, at: usize) -> &'a str {
        let end = self.runs.get(at + 1).map_or(self.text.len(), |next| next.start);
        &self.text[self.runs[at].end..end]
    }
}

/// Where the syllable of this number ends.
fn nth_end(word: &str, number: usize) -> Option<usize> {
    word.char_indices().nth(number - 1).map(|(start, c)| start + c.len_utf8())
}

/// A word as it is, and without each particle that it may end with.
fn stems<'a>(word: &'a str, particles: &Words) -> impl Iterator<Item = &'a str> {
    let ends = word.char_indices().rev().take(4).map(|(at, _)| at).filter(|&at| at > 0);
    let without = ends.filter(move |&at| particles.contains(&word[at..])).map(move |at| &word[..at]);
    std::iter::once(word).chain(without)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn found(text: &str) -> Vec<&str> {
        korean_names(text, Span::new(0, text.len()), &Lexicon::default().names)
            .iter()
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn names_are_found_by_titles_particles_and_syllables() {
        for (text, expected) in [
            ("노하준 장관은 웃었다.", vec!["노하준"]),
            ("노하준에게 물었다.", vec!["노하준"]),
            ("방이 넓다. 방솔 씨도 왔다.", vec!["방솔"]),
            ("노하준·방보라 기자", vec!["노하준", "방보라"]),
            ("남궁솔 기관사와 선우다온이 만났다.", vec!["남궁솔", "선우다온"]),
            ("노하준(盧夏俊) 이장, 방솔(41)", vec!["노하준", "방솔"]),
            ("노하준 전 산업통상부 장관", vec!["노하준"]),
            ("시인 방솔은 섬에 산다.", vec!["방솔은", "방솔"]),
            ("정부는 서울 시장과 국회에 이유를 물었다.", vec![]),
            ("노 장관은 갔다.", vec![]),
            ("Noh met 3 people.", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn only_the_part_is_read() {
        let text = "노하준 씨와 방보라 씨";
        let second = text.find('방').unwrap();
        let spans = korean_names(text, Span::new(second, text.len()), &Lexicon::default().names);
        assert_eq!(spans, [Span::new(second, second + "방보라".len())]);
    }
}
