//! Word lists. They live in `tables/*.toml`, where a person can read and extend them, and are compiled in by `build.rs`.
//!
//! Every entry is written folded: lower case, straight quotation marks, plain hyphens.

mod editing;
mod english;
mod print;

pub use editing::{Editing, Source};
pub use english::{ENGLISH, English, Packed, Spellings};
pub use print::Print;

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
pub struct Groups {
    sets: &'static [(&'static str, Words)],
    /// The names of the sets that hold a word, by word.
    by_word: &'static [(&'static str, Words)],
}

impl Words {
    /// Whether the folded word is in the set.
    pub fn contains(&self, folded: &str) -> bool {
        self.0.binary_search(&folded).is_ok()
    }

    /// The entries, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
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
    /// The entries, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().copied()
    }

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
    /// The names of the sets that hold a folded word.
    pub fn holding(&self, folded: &str) -> impl Iterator<Item = &'static str> + use<> {
        find(self.by_word, folded).into_iter().flat_map(|names| names.0.iter().copied())
    }

    /// The words of all sets, sorted.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.by_word.iter().map(|(word, _)| *word)
    }

    /// The set of this name.
    pub fn get(&self, name: &str) -> Option<Words> {
        find(self.sets, name)
    }

    /// Whether the folded word is in the set of this name.
    pub fn contains(&self, name: &str, folded: &str) -> bool {
        self.get(name).is_some_and(|words| words.contains(folded))
    }

    /// Whether there is a set of this name.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
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
    /// For `kinds`: the cues of each kind.
    pub kinds: Kinds,
    /// For `audit`: what doesn't belong in print.
    pub print: Print,
    /// For `audit`: what makes a claim surer, denies it, or gives it to somebody.
    pub editing: Editing,
    /// For `audit`: the same in a Korean source.
    pub source: Source,
}

/// The words by which kinds of edits are told apart.
#[derive(Debug, Clone, Copy)]
pub struct Kinds {
    /// Words of negation.
    pub negation: Words,
    /// Verbs that negate what follows with "to".
    pub negating_verbs: Words,
    /// Verbs of attribution without a view.
    pub reporting_neutral: Words,
    /// Verbs of attribution that take a view.
    pub reporting_loaded: Words,
    /// Words and phrases of certainty, obligation and approximation.
    pub certainty: Words,
    /// Approximations that say the same.
    pub approximate: Words,
    /// Words and phrases that link sentences.
    pub connectives: Words,
    /// Titles of courtesy.
    pub courtesy: Words,
    /// Titles with their short form.
    pub title_short: Pairs,
    /// Pronouns with whom they stand for.
    pub pronouns: Pairs,
    /// Words of one direction, by the name of the contrast.
    pub direction: Groups,
    /// Words of the other direction, by the same names.
    pub opposite: Groups,
    /// The desk's terms: what a draft may say with what is preferred.
    pub house_style: Pairs,
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
    /// Words that begin a sentence far more often than they follow an abbreviation inside one, by language.
    pub openers: Groups,
    /// Words that carry on the sentence of a quotation before them (`「はい。」と`), by language.
    pub quotation_goes_on: Groups,
    /// Verbs that attribute a quotation (`"Why now?" Kim asked.`).
    pub reporting: Words,
    /// Names that end in a question or an exclamation mark (`Yahoo!`).
    pub marked_names: Words,
    /// Weekdays, months and time zones, which go on after a clock time (`9 a.m. KST`).
    pub after_clock: Words,
    /// Ends of Internet names (`Naver.Com`).
    pub domains: Words,
    /// Labels of a picture's credit, written before a colon.
    pub credits: Words,
    /// Last syllables of a Korean sentence.
    pub final_syllables: Words,
    /// Languages that write an ordinal number with a full stop.
    pub ordinal_stop: Words,
    /// Words before an ordinal number, by language.
    pub before_ordinal: Groups,
    /// Words behind an ordinal number, by language.
    pub after_ordinal: Groups,
}

/// What the value parser knows about words.
#[derive(Debug, Clone, Copy)]
pub struct Values {
    /// Words before a number that is not meant exactly.
    pub hedges: Words,
    /// Words that end the search for what a number counts.
    pub stops: Words,
    /// Korean words that may stand right before the digits of a value.
    pub prefixes: Words,
    /// Scale words with their power of ten.
    pub scales: Numbers,
    /// Numerals that a spelled number is made of.
    pub numerals: Numbers,
    /// Places in an order; with an -s they are parts.
    pub ordinals: Numbers,
    /// Words that are a multiple by themselves.
    pub multiples: Numbers,
    /// Currency words and signs with their ISO 4217 code.
    pub currencies: Pairs,
    /// Units with their standard name.
    pub units: Pairs,
    /// What English nouns count: people, countries, homes, vehicles, things.
    pub nouns: Pairs,
    /// Month names and abbreviations with the number of the month.
    pub months: Numbers,
    /// Weekday names and abbreviations, Monday 1 to Sunday 7.
    pub weekdays: Numbers,
    /// Words for a day, counted from today.
    pub days_ahead: Numbers,
    /// Words for a week, counted from this week.
    pub weeks_ahead: Numbers,
    /// Words for a month, counted from this month.
    pub months_ahead: Numbers,
    /// Words for a year, counted from this year.
    pub years_ahead: Numbers,
    /// Which way from now: last, this, next.
    pub steps: Numbers,
    /// Korean, Japanese and Chinese units and currencies with their standard name.
    pub eastern_units: Pairs,
    /// Korean, Japanese and Chinese counters with what they count.
    pub counters: Pairs,
    /// Korean numerals of its own: the tens.
    pub native_tens: Numbers,
    /// Korean numerals of its own: the ones.
    pub native_ones: Numbers,
    /// Korean words for a span of days.
    pub native_days: Numbers,
    /// Japanese eras with the year before their first.
    pub eras: Numbers,
}

/// What the name finder knows about words.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// Korean surnames in Latin letters with the Hangul that each may stand for, parted by spaces.
    pub surnames: Pairs,
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
    /// Phrases that do so where the line speaks of a translation.
    pub machine: Words,
    /// Phrases that say that people edited it.
    pub edited: Words,
    /// Words of which one stands in a disclosure that says something of people.
    pub editing: Words,
    /// Papers that a disclosure names, as they are spelled.
    pub papers: Words,
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
                quotation_goes_on: BOUNDARIES_QUOTATION_GOES_ON,
                reporting: BOUNDARIES_REPORTING,
                marked_names: BOUNDARIES_MARKED_NAMES,
                after_clock: BOUNDARIES_AFTER_CLOCK,
                domains: BOUNDARIES_DOMAINS,
                credits: BOUNDARIES_CREDITS,
                final_syllables: BOUNDARIES_FINAL_SYLLABLES,
                ordinal_stop: BOUNDARIES_ORDINAL_STOP,
                before_ordinal: BOUNDARIES_BEFORE_ORDINAL,
                after_ordinal: BOUNDARIES_AFTER_ORDINAL,
            },
            values: Values {
                hedges: VALUES_HEDGES,
                stops: VALUES_STOPS,
                prefixes: VALUES_PREFIXES,
                scales: VALUES_SCALES,
                numerals: VALUES_NUMERALS,
                ordinals: VALUES_ORDINALS,
                multiples: VALUES_MULTIPLES,
                currencies: VALUES_CURRENCIES,
                units: VALUES_UNITS,
                nouns: VALUES_NOUNS,
                months: VALUES_MONTHS,
                weekdays: VALUES_WEEKDAYS,
                days_ahead: VALUES_DAYS_AHEAD,
                weeks_ahead: VALUES_WEEKS_AHEAD,
                months_ahead: VALUES_MONTHS_AHEAD,
                years_ahead: VALUES_YEARS_AHEAD,
                steps: VALUES_STEPS,
                eastern_units: VALUES_EASTERN_UNITS,
                counters: VALUES_COUNTERS,
                native_tens: VALUES_NATIVE_TENS,
                native_ones: VALUES_NATIVE_ONES,
                native_days: VALUES_NATIVE_DAYS,
                eras: VALUES_ERAS,
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
                machine: FRAME_MACHINE,
                edited: FRAME_EDITED,
                editing: FRAME_EDITING,
                papers: FRAME_PAPERS,
                published: FRAME_PUBLISHED,
                updated: FRAME_UPDATED,
                byline: FRAME_BYLINE,
                credit: FRAME_CREDIT,
            },
            function_words: GRAMMAR_FUNCTION_WORDS,
            kinds: Kinds {
                negation: KINDS_NEGATION,
                negating_verbs: KINDS_NEGATING_VERBS,
                reporting_neutral: KINDS_REPORTING_NEUTRAL,
                reporting_loaded: KINDS_REPORTING_LOADED,
                certainty: KINDS_CERTAINTY,
                approximate: KINDS_APPROXIMATE,
                connectives: KINDS_CONNECTIVES,
                courtesy: KINDS_COURTESY,
                title_short: KINDS_TITLE_SHORT,
                pronouns: KINDS_PRONOUNS,
                direction: KINDS_DIRECTION,
                opposite: KINDS_OPPOSITE,
                house_style: KINDS_HOUSE_STYLE,
            },
            print: Print::default(),
            editing: editing::EDITING,
            source: editing::SOURCE,
        }
    }
}
