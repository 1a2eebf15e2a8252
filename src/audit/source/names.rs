//! Names of the final held against the Korean names of the source.

use std::collections::BTreeSet;

use super::super::Case;
use crate::article::Article;
use crate::lexicon::Names;
use crate::settings::{Settings, Spellings};
use crate::text::name::{NameRelation, Slip, fits, fitting, nearly_fits, relate};
use crate::text::{Span, fold};

/// The Koreans whom the source names in full.
pub(in crate::audit) struct SourceNames<'a> {
    article: &'a Article,
    settings: &'a Settings,
    words: &'a Names,
    /// Each name once, by its first place.
    people: Vec<(&'a str, Span)>,
}

/// What is wrong with a spelling.
pub(in crate::audit) struct Misspelt<'a> {
    /// The name that is meant.
    pub(in crate::audit) hangul: &'a str,
    /// Where the source has it.
    pub(in crate::audit) span: Span,
    /// What went wrong; `None` where the spelling is possible, and not the desk's.
    pub(in crate::audit) slip: Option<Slip>,
    /// How the desk spells it, if it says so.
    pub(in crate::audit) desk: Option<&'a str>,
}

impl<'a> SourceNames<'a> {
    /// `None` unless there is a Korean source.
    pub(in crate::audit) fn of(case: Case<'a>) -> Option<Self> {
        let source = case.analysis.source.as_ref().filter(|source| source.article.lang.primary() == "ko")?;
        let article = &source.article;
        let mut people: Vec<(&str, Span)> = Vec::new();
        for name in &article.names {
            let hangul = article.text_of(name.span);
            if !people.iter().any(|(other, _)| *other == hangul) {
                people.push((hangul, name.span));
            }
        }
        Some(SourceNames { article, settings: case.settings, words: &case.lexicon.names, people })
    }

    /// Whether a Latin spelling may stand for a name: the desk's spellings always, others by their sounds.
    pub(in crate::audit) fn fits(&self, latin: &str, hangul: &str) -> bool {
        self.is_listed(latin, hangul) || fits(latin, hangul, self.words)
    }

    /// The names that a full name in Latin letters may misspell, the likeliest first; none where it fits one.
    pub(in crate::audit) fn misspelt(&self, latin: &str) -> Vec<Misspelt<'a>> {
        if self.people.iter().any(|(hangul, _)| self.is_listed(latin, hangul)) {
            return Vec::new();
        }
        let fits = fitting(latin, self.people.iter().map(|(hangul, _)| *hangul), self.words);
        let fitting: Vec<_> =
            self.people.iter().zip(fits).filter(|(_, fits)| *fits).map(|(person, _)| person).collect();
        let with = |&(hangul, span): &(&'a str, Span), slip| Misspelt { hangul, span, slip, desk: self.desk(hangul) };
        if let [first, ..] = fitting[..] {
            // Of two people whom the spelling fits, the desk may list the other. A surname alone is no other spelling.
            let all_listed = fitting.iter().all(|(hangul, _)| self.desk(hangul).is_some());
            let is_full = latin.split_whitespace().count() > 1;
            return if all_listed && is_full { vec![with(first, None)] } else { Vec::new() };
        }
        let near = |person: &(&'a str, Span)| Some(with(person, Some(nearly_fits(latin, person.0, self.words)?)));
        let mut found: Vec<_> = self.people.iter().filter_map(near).collect();
        found.sort_by_key(|found| found.slip);
        if !found.is_empty() && self.stands_somewhere(latin) { Vec::new() } else { found }
    }

    /// Whom a surname behind "surnamed" must mean, if it fits nobody whom the source tells of: the only one of those told by
    /// surname alone (김모씨) whose surname no capitalised word of the final can be.
    pub(in crate::audit) fn mistold(&self, surname: &str, capitals: &BTreeSet<&str>) -> Option<(&'a str, Span)> {
        let may_be = |latin: &str, hangul: &str| {
            let meant = self.words.surnames.get(&fold(latin)).unwrap_or_default();
            meant.split(' ').any(|meant| !meant.is_empty() && hangul.starts_with(meant))
        };
        let known = self.words.surnames.get(&fold(surname)).is_some_and(|meant| !meant.is_empty());
        if !known || self.people.iter().any(|(hangul, _)| may_be(surname, hangul)) {
            return None;
        }
        let alone = |hangul: &str| hangul.trim_end_matches(['모', '씨']).chars().count() == 1;
        let open = |(hangul, _): &&(&str, Span)| alone(hangul) && !capitals.iter().any(|word| may_be(word, hangul));
        let mut open = self.people.iter().filter(open);
        open.next().filter(|_| open.next().is_none()).copied()
    }

    /// Whether any word of the source begins with a name that the spelling fits, found as one or not.
    fn stands_somewhere(&self, latin: &str) -> bool {
        const SYLLABLES: std::ops::RangeInclusive<usize> = 2..=4;
        let words = self.article.text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
        let beginnings = words.flat_map(|word| {
            // The beginning of a name is nobody else: 노하 of 노하준.
            let names = self.people.iter().filter(|(name, _)| word.starts_with(name)).map(|(name, _)| name.len());
            let shortest = names.min().unwrap_or(0);
            let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).enumerate();
            let long = ends.filter(move |&(at, end)| SYLLABLES.contains(&(at + 1)) && end >= shortest);
            long.map(|(_, end)| &word[..end])
        });
        fitting(latin, beginnings, self.words).contains(&true)
    }

    /// The desk's own spelling of a name, the preferred one.
    fn desk(&self, hangul: &str) -> Option<&'a str> {
        self.settings.names.get(hangul).and_then(|spellings| spellings.iter().next())
    }

    fn is_listed(&self, latin: &str, hangul: &str) -> bool {
        let spellings = self.settings.names.get(hangul).into_iter().flat_map(Spellings::iter);
        spellings.into_iter().any(|spelling| relate(latin, spelling, self.words) == NameRelation::Same)
    }
}
