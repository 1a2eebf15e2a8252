//! Where proper names stand in an English sentence, by capitals, tables and the shape of Korean names; no tagger.

use super::person::{is_initials, is_person};
use super::run::Finder;
use crate::lexicon::Names;
use crate::text::word::is_word;
use crate::text::{Span, Token, Vocabulary, fold};

/// One proper name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Where it stands, without titles before it and without the `'s` behind it.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// Something besides the capital that begins a sentence says that it is one; a common word there is none.
    pub sure: bool,
}

/// What a name names, as far as its shape tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// A Korean person in full: surname and given name in either order, or with initials.
    Person,
    /// Anybody and anything else.
    Other,
}

/// The names in the tokens of one sentence, in order, none within another. Apart from the tables, a word is taken for
/// a name where it has a capital; the first word of the sentence may be a common one, which [`Name::sure`] says.
pub fn names(text: &str, tokens: &[Token], vocabulary: &Vocabulary, words: &Names) -> Vec<Name> {
    let finder = Finder { text, tokens, vocabulary, words };
    let opening = tokens.iter().position(Token::is_word).unwrap_or(0);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = finder.run_end(at);
        if end > at {
            finder.split(at, end, opening, &mut found);
        }
        at = end.max(at + 1);
    }
    found
}

/// The longest run of tokens that is tried as one person: `Ji Hoon Mo` and a title that no table has.
const LONGEST_PERSON: usize = 3;

impl Finder<'_> {
    /// Cuts a run into the names in it: what stands before a title, and what the title belongs to.
    fn split(&self, start: usize, end: usize, opening: usize, found: &mut Vec<Name>) {
        if let Some((from, to)) = self.person(start, end) {
            self.others(start, from, opening, found);
            found.push(Name { span: self.span(from, to), kind: NameKind::Person, sure: true });
            self.others(to, end, opening, found);
        } else {
            self.others(start, end, opening, found);
        }
    }

    /// The tokens of a run that are a Korean person, behind its titles: the longest that has the shape of one.
    fn person(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let first = (start..end).rev().find(|&at| self.is_title(at)).map_or(start, |title| title + 1);
        let of_width = |width: usize| (first..(end + 1).saturating_sub(width)).map(move |from| (from, from + width));
        (2..=LONGEST_PERSON).rev().flat_map(of_width).find(|&(from, to)| self.is_korean(first, from, to, end))
    }

    /// Whether the tokens from `from` to `to`, of a run from `first` to `end`, have the shape of a Korean name.
    fn is_korean(&self, first: usize, from: usize, to: usize, end: usize) -> bool {
        let has_surname = |at| self.words.surnames.get(self.stem(at)).is_some() || self.word(at).contains('\'');
        if !(from..to).all(|at| self.is_capital(at)) || !(has_surname(from) || has_surname(to - 1)) {
            return false;
        }
        let marked = (from..to).filter(|&at| self.word(at).contains('-') || is_initials(self.word(at))).count();
        let shaped = match marked {
            // Without a hyphen many words look like syllables (`Jin Air Lines`): nothing may be left behind them.
            0 => to == end,
            // `Cha Eun-bi`, and not a third word with it.
            1 => to - from == 2 || (from == first && is_initials(self.word(from))),
            _ => (from..to).all(|at| has_surname(at) || is_initials(self.word(at))),
        };
        if !shaped {
            return false;
        }
        let written = self.span(from, to).of(self.text);
        is_person(written, self.words) && !self.words.places.contains(&fold(written))
    }

    /// Names that are no Korean persons, in a part of a run that titles cut.
    fn others(&self, start: usize, end: usize, opening: usize, found: &mut Vec<Name>) {
        let mut from = start;
        for at in start..=end {
            // `Office of the President` is a place to work at.
            let joined = at > start && at < end && !self.is_capital(at - 1);
            let title = at < end && self.is_title(at) && !joined && !self.is_body(at + 1, end);
            if !title && at < end {
                continue;
            }
            if from == opening
                && from < at
                && (self.is_function_word(from) || self.words.modifiers.contains(self.word(from)))
            {
                from += 1;
            }
            let to = if title { self.before_post(from, at) } else { at };
            // `Secretary of State Carl Oster`: the post is no part of the name, nor is it one.
            let posts = (from..to).take_while(|&at| self.words.portfolios.contains(self.word(at))).count();
            if posts == to - from || self.follows_title(from) {
                from += posts;
            }
            if from < to {
                let sure = from != opening || to - from > 1 || self.is_known(from) || !is_word(self.stem(from));
                found.push(Name { span: self.span(from, to), kind: NameKind::Other, sure });
            }
            from = at + 1;
        }
    }

    /// Whether `of` and a title stand before a token: `Secretary of State`.
    fn follows_title(&self, at: usize) -> bool {
        at > 1 && self.word(at - 1) == "of" && self.is_title(at - 2)
    }

    /// Where the words that belong to a title begin: `Vice` of `Vice President`, `Foreign` of `U.S. Foreign Minister`,
    /// but not `Group` of `Hanbit Group Chairman`.
    fn before_post(&self, from: usize, title: usize) -> usize {
        let modifies = |at: usize| self.words.modifiers.contains(self.word(at)) || self.is_title(at);
        let post = (from..title).rev().take_while(|&at| modifies(at)).last().unwrap_or(title);
        let portfolio = |at: usize| modifies(at) || self.words.portfolios.contains(self.word(at));
        let wide = (from..post).rev().take_while(|&at| portfolio(at)).last().unwrap_or(post);
        let country =
            || self.words.aliases.holding(fold(self.span(from, wide).of(self.text)).trim_end_matches('.')).next();
        if wide == from || country().is_some() { wide } else { post }
    }

    pub(super) fn is_title(&self, at: usize) -> bool {
        self.words.titles.contains(self.stem(at))
    }

    /// Whether a title begins the name of a body instead: `Justice Ministry`, `General Motors`.
    fn is_body(&self, next: usize, end: usize) -> bool {
        next < end && (self.words.heads.contains(self.word(next)) || self.word(next) == "motors")
    }

    /// Whether a table says that a word is a name, or its inner capitals do.
    fn is_known(&self, at: usize) -> bool {
        let written = self.written(at);
        let word = self.stem(at);
        written.chars().skip(1).any(char::is_uppercase)
            || self.words.surnames.get(word).is_some()
            || self.words.aliases.holding(word).next().is_some()
            || self.words.brands.get(word).is_some()
            || self.words.places.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::tokenize;

    /// The names of a sentence, a person in brackets, a doubtful name with a question mark.
    fn shown(text: &str) -> Vec<String> {
        let lexicon = Lexicon::default();
        let (mut vocabulary, mut tokens) = (Vocabulary::default(), Vec::new());
        tokenize(text, Span::new(0, text.len()), "en", &lexicon.boundaries, &mut vocabulary, &mut tokens);
        let show = |name: Name| match (name.kind, name.sure) {
            (NameKind::Person, _) => format!("[{}]", name.span.of(text)),
            (NameKind::Other, true) => name.span.of(text).to_owned(),
            (NameKind::Other, false) => format!("{}?", name.span.of(text)),
        };
        names(text, &tokens, &vocabulary, &lexicon.names).into_iter().map(show).collect()
    }

    #[test]
    fn names_are_found_without_what_stands_beside_them() {
        for (text, expected) in [
            ("President Noh Seung-woo met Elsa Lindqvist's team on Monday.", "[Noh Seung-woo] | Elsa Lindqvist"),
            ("Hanbit Group Chairman Roh Bit-na left.", "Hanbit Group | [Roh Bit-na]"),
            ("U.S. Commerce Secretary Carl Oster stayed.", "U.S. | Carl Oster"),
            ("Then the former Vice Foreign Minister Ha Da-on spoke.", "[Ha Da-on]"),
            ("Exports of SK hynix and Hanbit & Sons rose.", "Exports? | SK hynix | Hanbit & Sons"),
            ("Norway’s Secretary of State Carl Oster, Minister of Energy Ha Da-on", "Norway | Carl Oster | [Ha Da-on]"),
            ("At the Bank of Korea, an iPhone rang.", "Bank of Korea | iPhone"),
            ("the Ministry of Sand, Pebbles and Tides said", "Ministry of Sand, Pebbles and Tides"),
            ("the Chamber of Sand and Tides and Hanbit said", "Chamber of Sand and Tides | Hanbit"),
            ("Anna van der Berg and Omar bin Salim agreed.", "Anna van der Berg | Omar bin Salim"),
            ("the Office of the President", "Office of the President"),
            ("The Justice Ministry of Norway", "Justice Ministry of Norway"),
            ("", ""),
        ] {
            assert_eq!(shown(text).join(" | "), expected, "{text}");
        }
    }

    #[test]
    fn koreans_are_known_by_the_shape_of_their_names() {
        for (text, expected) in [
            ("Violinist Bo Ra Noh and Hajun Roh play.", "[Bo Ra Noh] | [Hajun Roh]"),
            ("said Dr. S.W. Noh and Noh S.W. to J. K. Noh", "[S.W. Noh] | [Noh S.W.] | [J. K. Noh]"),
            ("PHOTOS BY NOH HA-JUN", "[NOH HA-JUN]"),
            ("artist Do Ha Noh and So Ha-jun", "[Do Ha Noh] | [So Ha-jun]"),
            ("Noh said so. ", "Noh"),
            ("Professor June Noh came in June.", "[June Noh]"),
            ("Noh Ha-jun Award", "[Noh Ha-jun] | Award"),
            ("in Hong Kong with Jin Strong", "Hong Kong | Jin Strong"),
        ] {
            assert_eq!(shown(text).join(" | "), expected, "{text}");
        }
    }
}
