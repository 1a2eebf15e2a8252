//! Word lists. They live in `tables/*.toml`, where a person can read and extend them, and are compiled in by `build.rs`.
//!
//! Every entry is written folded: lower case, straight quotation marks, plain hyphens.

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// A set of words or phrases.
#[derive(Debug, Clone, Copy)]
pub struct Words(&'static [&'static str]);

/// Words with a number each.
#[derive(Debug, Clone, Copy)]
pub struct Numbers(&'static [(&'static str, i64)]);

/// Words with another word each.
#[derive(Debug, Clone, Copy)]
pub struct Pairs(&'static [(&'static str, &'static str)]);

/// Several sets, each under a name (for abbreviations: the language).
#[derive(Debug, Clone, Copy)]
pub struct Groups(&'static [(&'static str, Words)]);

impl Words {
    /// Whether the folded word is in the set.
    pub fn contains(&self, folded: &str) -> bool {
        self.0.binary_search(&folded).is_ok()
    }

    /// The entries, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied()
    }
}

impl Numbers {
    /// The number that belongs to a folded word.
    pub fn get(&self, folded: &str) -> Option<i64> {
        find(self.0, folded)
    }
}

impl Pairs {
    /// The words that have one, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|(word, _)| *word)
    }

    /// The word that belongs to a folded word.
    pub fn get(&self, folded: &str) -> Option<&'static str> {
        find(self.0, folded)
    }
}

impl Groups {
    /// Whether the folded word is in the set of this name.
    pub fn contains(&self, name: &str, folded: &str) -> bool {
        find(self.0, name).is_some_and(|words| words.contains(folded))
    }

    /// The names of the sets that hold the folded word.
    pub fn holding<'a>(&self, folded: &'a str) -> impl Iterator<Item = &'static str> + use<'a> {
        self.0.iter().filter(move |(_, words)| words.contains(folded)).map(|(name, _)| *name)
    }
}

fn find<V: Copy>(sorted: &[(&'static str, V)], key: &str) -> Option<V> {
    sorted.binary_search_by(|(entry, _)| (*entry).cmp(key)).ok().map(|at| sorted[at].1)
}

/// All word lists, each part with the floor that it is handed to.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon {
    /// For `text`: where a full stop ends no sentence.
    pub boundaries: Boundaries,
    /// For `text`: numbers, units and dates.
    pub values: Values,
    /// For `text`: names of people, bodies and places.
    pub names: Names,
    /// For `article`: disclosures, bylines, credits.
    pub frame: Frame,
    /// For `kinds`: words of grammar, which carry no news.
    pub function_words: Words,
}

/// What the sentence splitter knows about words.
#[derive(Debug, Clone, Copy)]
pub struct Boundaries {
    /// Abbreviations that a name or a number follows, so that no sentence ends with them, by language.
    pub never_last: Groups,
    /// Abbreviations that may also end a sentence, by language.
    pub maybe_last: Groups,
    /// Abbreviations only before a number (`No. 5`), by language.
    pub before_number: Groups,
    /// Words that begin a sentence far more often than they follow an abbreviation inside one.
    pub openers: Words,
    /// Verbs that attribute a quotation (`"Why now?" Kim asked.`).
    pub reporting: Words,
}

/// What the value parser knows about words.
#[derive(Debug, Clone, Copy)]
pub struct Values {
    /// Scale words with their power of ten.
    pub scales: Numbers,
    /// Currency words and signs with their ISO 4217 code.
    pub currencies: Pairs,
    /// Units with their standard name.
    pub units: Pairs,
    /// Month names and abbreviations with the number of the month.
    pub months: Numbers,
    /// Weekday names and abbreviations, Monday 1 to Sunday 7.
    pub weekdays: Numbers,
}

/// What the name finder knows about words.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// Spellings of a Korean surname in Latin letters, by its Hangul.
    pub surnames: Groups,
    /// The names of one thing, under a label that says which.
    pub aliases: Groups,
    /// Names with capitals in unusual places, as they are written.
    pub brands: Pairs,
    /// Places after which many other things are named.
    pub places: Words,
    /// Legal forms behind the name of a firm.
    pub suffixes: Words,
    /// Words before a name that say what somebody is.
    pub titles: Words,
    /// Words beside a title that belong to it.
    pub modifiers: Words,
    /// What a post is about, where its title follows.
    pub portfolios: Words,
    /// Nouns of bodies that `of` continues.
    pub heads: Words,
    /// Those of them whose field may be a list.
    pub field_heads: Words,
    /// Words in lower case inside a foreign name.
    pub particles: Words,
    /// Written with a capital and yet no name.
    pub never: Words,
    /// Words of grammar, which a sentence begins with.
    pub function_words: Words,
    /// What the finder of names in Hangul knows.
    pub hangul: HangulNames,
}

/// What the finder of names in Hangul knows about words.
#[derive(Debug, Clone, Copy)]
pub struct HangulNames {
    /// Surnames.
    pub surnames: Words,
    /// Syllables that given names are made of.
    pub given: Words,
    /// What stands behind a name in one word with it.
    pub particles: Words,
    /// What a person is called beside the name.
    pub titles: Words,
    /// Endings of words for what a person does.
    pub title_endings: Words,
    /// Words between a name and its title.
    pub modifiers: Words,
    /// Common words that look like a name.
    pub not_names: Words,
}

/// What tells the frame of an article from its body.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Phrases of which one stands in every line that discloses a machine translation.
    pub disclosure: Words,
    /// Phrases that say that people edited it.
    pub edited: Words,
    /// Words before the first time of a dateline.
    pub published: Words,
    /// Words before the second time of a dateline.
    pub updated: Words,
    /// Words that begin a byline.
    pub byline: Words,
    /// Beginnings of a photo or agency credit.
    pub credit: Words,
}

impl Default for Lexicon {
    fn default() -> Self {
        Lexicon {
            boundaries: Boundaries {
                never_last: BOUNDARIES_NEVER_LAST,
                maybe_last: BOUNDARIES_MAYBE_LAST,
                before_number: BOUNDARIES_BEFORE_NUMBER,
                openers: BOUNDARIES_OPENERS,
                reporting: BOUNDARIES_REPORTING,
            },
            values: Values {
                scales: VALUES_SCALES,
                currencies: VALUES_CURRENCIES,
                units: VALUES_UNITS,
                months: VALUES_MONTHS,
                weekdays: VALUES_WEEKDAYS,
            },
            names: Names {
                surnames: NAMES_SURNAMES,
                aliases: NAMES_ALIASES,
                brands: NAMES_BRANDS,
                places: NAMES_PLACES,
                suffixes: NAMES_SUFFIXES,
                titles: NAMES_TITLES,
                modifiers: NAMES_MODIFIERS,
                portfolios: NAMES_PORTFOLIOS,
                heads: NAMES_HEADS,
                field_heads: NAMES_FIELD_HEADS,
                particles: NAMES_PARTICLES,
                never: NAMES_NEVER,
                function_words: GRAMMAR_FUNCTION_WORDS,
                hangul: HangulNames {
                    surnames: NAMES_HANGUL_SURNAMES,
                    given: NAMES_HANGUL_GIVEN,
                    particles: NAMES_HANGUL_PARTICLES,
                    titles: NAMES_HANGUL_TITLES,
                    title_endings: NAMES_HANGUL_TITLE_ENDINGS,
                    modifiers: NAMES_HANGUL_MODIFIERS,
                    not_names: NAMES_HANGUL_NOT_NAMES,
                },
            },
            frame: Frame {
                disclosure: FRAME_DISCLOSURE,
                edited: FRAME_EDITED,
                published: FRAME_PUBLISHED,
                updated: FRAME_UPDATED,
                byline: FRAME_BYLINE,
                credit: FRAME_CREDIT,
            },
            function_words: GRAMMAR_FUNCTION_WORDS,
        }
    }
}
