//! The tables of each part. A desk may change those that stand first in a part; those below `fixed` are grammar, or the
//! calendar, which is the same at every desk.
//!
//! A table's key in `postedit.toml`, its meaning there and its shape are read off here, and stand nowhere else.

use serde::de::MapAccess;

use super::desk::{Changed, Key, Table};
use super::tables;
use super::{Groups, Numbers, Pairs, Standards, Words, Written};

macro_rules! parts {
    ($(
        $(#[doc = $about:literal])+
        $part:ident {
            $($(#[doc = $meaning:literal])+ $field:ident: $table:ident = $file:ident::$key:ident,)+
        } $(fixed {
            $($(#[doc = $fixed_meaning:literal])+ $fixed:ident: $fixed_table:ty = $value:expr,)+
        })?
    )+) => {
        /// The keys of all tables that a desk may change.
        pub(super) const KEYS: &[&str] = &[$($(stringify!($key),)+)+];

        $(
            $(#[doc = $about])+
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $part {
                $($(#[doc = $meaning])+ pub $field: $table,)+
                $($($(#[doc = $fixed_meaning])+ pub $fixed: $fixed_table,)+)?
            }

            impl $part {
                pub(super) fn built_in() -> Self {
                    $part { $($field: tables::$file::$key,)+ $($($fixed: $value,)+)? }
                }

                /// What is known of the tables that a desk may change.
                pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
                    [$(self.$field.described(stringify!($key), concat!($($meaning),+)),)+].into_iter()
                }

                /// Reads a desk's change of the table of this key; `None` where it is in another part.
                pub(super) fn change<'de, A: MapAccess<'de>>(
                    &mut self,
                    key: &str,
                    replace: bool,
                    written: &mut A,
                ) -> Option<Result<(), A::Error>> {
                    $(if key == stringify!($key) {
                        return Some(written.next_value_seed(Changed { table: &mut self.$field, replace }));
                    })+
                    None
                }
            }
        )+
    };
}

parts! {
    /// What the sentence splitter knows about words.
    Boundaries {
        /// Abbreviations that a name or a number follows, so that no sentence ends with them, by language.
        never_last: Groups = boundaries::never_last,
        /// Abbreviations that may also end a sentence, by language.
        maybe_last: Groups = boundaries::maybe_last,
        /// Abbreviations only before a number (`No. 5`), by language.
        before_number: Groups = boundaries::before_number,
        /// Names that end in a question or an exclamation mark (`Yahoo!`).
        marked_names: Words = boundaries::marked_names,
    } fixed {
        /// Words that begin a sentence far more often than they follow an abbreviation inside one, by language.
        openers: Groups = tables::boundaries::openers,
        /// Words that carry on the sentence of a quotation before them (`「はい。」と`), by language.
        quotation_goes_on: Groups = tables::boundaries::quotation_goes_on,
        /// Verbs that attribute a quotation (`"Why now?" Kim asked.`).
        reporting: Words = tables::boundaries::reporting,
        /// Weekdays, months and time zones, which go on after a clock time (`9 a.m. KST`).
        after_clock: Words = tables::boundaries::after_clock,
        /// Ends of Internet names (`Naver.Com`).
        domains: Words = tables::boundaries::domains,
        /// Labels of a picture's credit, written before a colon.
        credits: Words = tables::boundaries::credits,
        /// Last syllables of a Korean sentence.
        final_syllables: Words = tables::boundaries::final_syllables,
        /// Languages that write an ordinal number with a full stop.
        ordinal_stop: Words = tables::boundaries::ordinal_stop,
        /// Words before an ordinal number, by language.
        before_ordinal: Groups = tables::boundaries::before_ordinal,
        /// Words behind an ordinal number, by language.
        after_ordinal: Groups = tables::boundaries::after_ordinal,
    }

    /// What the name finder knows about words.
    Names {
        /// Korean surnames in Latin letters with the Hangul that each may stand for, parted by spaces.
        surnames: Pairs = names::surnames,
        /// The names of one thing, all in one list, under a label that says which.
        aliases: Groups = names::aliases,
        /// Capitals and seats of power, under the country for whose government they stand.
        capitals: Groups = names::capitals,
        /// Names with capitals in unusual places, as they are written.
        brands: Written = names::brands,
        /// Places after which many other things are named, so that they are no short form of those.
        places: Words = names::places,
        /// Legal forms behind the name of a firm (`Co.`, `Inc.`).
        suffixes: Words = names::suffixes,
        /// Words before a name that say what somebody is.
        titles: Words = names::titles,
        /// Words beside a title that belong to it.
        modifiers: Words = names::modifiers,
        /// What a post is about, where its title follows (`Finance Minister`).
        portfolios: Words = names::portfolios,
        /// Nouns that begin or end the name of a body, so that `of` continues it (`Bank of Korea`).
        heads: Words = names::heads,
        /// Of `heads`, those whose field may be a list (`Ministry of Trade, Industry and Energy`).
        field_heads: Words = names::field_heads,
        /// Words in lower case inside a foreign name (`Charles de Gaulle`).
        particles: Words = names::particles,
        /// Words that are written with a capital and yet are no name.
        never: Words = names::never,
    } fixed {
        /// Words of grammar, which a sentence begins with.
        function_words: Words = tables::grammar::function_words,
        /// What the finder of names in Hangul knows.
        hangul: HangulNames = HangulNames::built_in(),
    }

    /// What the finder of names in Hangul knows about words.
    HangulNames {
        /// Korean surnames in Hangul.
        surnames: Words = names::hangul_surnames,
        /// What a person is called beside a name in Hangul.
        titles: Words = names::hangul_titles,
        /// Words between a name in Hangul and its title.
        modifiers: Words = names::hangul_modifiers,
        /// Common Korean words that look like a name in Hangul.
        not_names: Words = names::hangul_not_names,
    } fixed {
        /// Syllables that given names are made of.
        given: Words = tables::names::hangul_given,
        /// What stands behind a name in one word with it.
        particles: Words = tables::names::hangul_particles,
        /// Endings of words for what a person does.
        title_endings: Words = tables::names::hangul_title_endings,
    }

    /// What tells the frame of an article from its body.
    Frame {
        /// Phrases of which one stands in every line that discloses a machine translation.
        disclosure: Words = frame::disclosure,
        /// Phrases that disclose one where the line speaks of a translation.
        machine: Words = frame::machine,
        /// Phrases that say that people edited it.
        edited: Words = frame::edited,
        /// Words of which one stands in a disclosure that says something of people.
        editing: Words = frame::editing,
        /// Papers that a disclosure names, as they are spelled.
        papers: Words = frame::papers,
        /// Words before the first time of a dateline.
        published: Words = frame::published,
        /// Words before the second time of a dateline.
        updated: Words = frame::updated,
        /// Words that begin a byline.
        byline: Words = frame::byline,
        /// Beginnings of the credit of a picture.
        credit: Words = frame::credit,
        /// Words before whose picture it is, in a credit.
        credit_source: Words = frame::credit_source,
        /// Agencies that a credit names alone (`(Yonhap)`).
        agencies: Words = frame::agencies,
    }

    /// The words by which kinds of edits are told apart.
    Kinds {
        /// Words of negation.
        negation: Words = kinds::negation,
        /// Verbs that negate what follows with "to" (`failed to pass`).
        negating_verbs: Words = kinds::negating_verbs,
        /// Verbs of attribution without a view.
        reporting_neutral: Words = kinds::reporting_neutral,
        /// Verbs of attribution that take a view.
        reporting_loaded: Words = kinds::reporting_loaded,
        /// Words and phrases of certainty, obligation and approximation.
        certainty: Words = kinds::certainty,
        /// Approximations that say the same.
        approximate: Words = kinds::approximate,
        /// Words and phrases that link sentences.
        connectives: Words = kinds::connectives,
        /// Titles of mere courtesy.
        courtesy: Words = kinds::courtesy,
        /// Titles with their short form.
        title_short: Pairs = kinds::title_short,
        /// Pronouns with whom they stand for: the person, and of the third person the gender or number.
        pronouns: Standards = kinds::pronouns,
        /// Words of one direction, by the name of the contrast.
        direction: Groups = kinds::direction,
        /// Words of the other direction, by the same names.
        opposite: Groups = kinds::opposite,
        /// The desk's terms: what a draft may say with what is preferred; an empty one is dropped.
        house_style: Pairs = kinds::house_style,
    }

    /// What the value parser knows about words.
    Values {
        /// Words before a number that is not meant exactly (`about 300`).
        hedges: Words = values::hedges,
        /// Scale words with their power of ten (`million` is 6).
        scales: Numbers = values::scales,
        /// Currency words and signs with their ISO 4217 code.
        currencies: Standards = values::currencies,
        /// Units with their standard name.
        units: Standards = values::units,
        /// English nouns with the sort of thing that they count.
        nouns: Standards = values::nouns,
        /// Korean, Japanese and Chinese units and currencies with their standard name.
        eastern_units: Standards = values::eastern_units,
        /// Korean, Japanese and Chinese counters with the sort of thing that they count.
        counters: Standards = values::counters,
    } fixed {
        /// Words that end the search for what a number counts.
        stops: Words = tables::values::stops,
        /// Korean words that may stand right before the digits of a value.
        prefixes: Words = tables::values::prefixes,
        /// Numerals that a spelled number is made of.
        numerals: Numbers = tables::values::numerals,
        /// Places in an order; with an -s they are parts.
        ordinals: Numbers = tables::values::ordinals,
        /// Words that are a multiple by themselves.
        multiples: Numbers = tables::values::multiples,
        /// Month names and abbreviations with the number of the month.
        months: Numbers = tables::values::months,
        /// Weekday names and abbreviations, Monday 1 to Sunday 7.
        weekdays: Numbers = tables::values::weekdays,
        /// Words for a day, counted from today.
        days_ahead: Numbers = tables::values::days_ahead,
        /// Words for a week, counted from this week.
        weeks_ahead: Numbers = tables::values::weeks_ahead,
        /// Words for a month, counted from this month.
        months_ahead: Numbers = tables::values::months_ahead,
        /// Words for a year, counted from this year.
        years_ahead: Numbers = tables::values::years_ahead,
        /// Which way from now: last, this, next.
        steps: Numbers = tables::values::steps,
        /// Korean numerals of its own: the tens.
        native_tens: Numbers = tables::values::native_tens,
        /// Korean numerals of its own: the ones.
        native_ones: Numbers = tables::values::native_ones,
        /// Korean words for a span of days.
        native_days: Numbers = tables::values::native_days,
        /// Japanese eras with the year before their first.
        eras: Numbers = tables::values::eras,
    }

    /// What doesn't belong in print.
    Print {
        /// Beginnings of what a language model says of its work, or was told to do.
        leaks: Words = print::leaks,
        /// Words of articles that are about language models, where such sentences are no leaks.
        models: Words = print::models,
        /// Notes to a colleague that were left in brackets.
        notes: Words = print::notes,
        /// Words in capitals that open a note to a colleague.
        shouted: Words = print::shouted,
        /// Words before a colon that open a note to a colleague.
        addressed: Words = print::addressed,
        /// Where these are named, TK is a place or a firm.
        tk_names: Words = print::tk_names,
        /// Nouns behind XXX that it belongs to.
        xxx_nouns: Words = print::xxx_nouns,
        /// Words that may rightly stand twice in a row.
        doubles: Words = print::doubles,
    } fixed {
        /// How an announcement of a translation begins.
        announcing: Words = tables::print::announcing,
        /// What an announcement says of it.
        announced_as: Words = tables::print::announced_as,
        /// What an announcement says was done to it.
        worked_on: Words = tables::print::worked_on,
        /// What is announced.
        announced: Words = tables::print::announced,
        /// What is announced and says by itself that somebody worked on it.
        renderings: Words = tables::print::renderings,
        /// What a model calls the text that it was given.
        given: Words = tables::print::given,
        /// What only a model, or a program around one, writes; found as it stands.
        model_marks: Words = tables::print::model_marks,
        /// Words of consent that a model opens its answer with.
        consents: Words = tables::print::consents,
        /// Openings of an answer behind such a word.
        answers: Words = tables::print::answers,
        /// What such an answer speaks of.
        versions: Words = tables::print::versions,
        /// Words before a colon that label a translation.
        labels: Words = tables::print::labels,
        /// Words before a colon that open a translator's note in brackets.
        note_labels: Words = tables::print::note_labels,
        /// What a translator's note speaks of.
        note_topics: Words = tables::print::note_topics,
        /// Names of HTML tags that turn up in text.
        tags: Words = tables::print::tags,
        /// Prepositions that may belong to a verb before them.
        particles: Words = tables::print::particles,
        /// Verbs that such a preposition belongs to.
        particle_verbs: Words = tables::print::particle_verbs,
        /// Named entities of HTML with what they stand for.
        entities: Pairs = tables::print::entities,
    }

    /// Words that make an English claim surer, deny it, or give it to somebody.
    Editing {
        /// Words of accusation.
        accusations: Words = editing::accusations,
    } fixed {
        /// Phrases with a word of negation that deny nothing.
        no_denial: Words = tables::editing::no_denial,
        /// Phrases that deny.
        denial: Words = tables::editing::denial,
        /// Words that may deny without a word of negation.
        implied_denial: Words = tables::editing::implied_denial,
        /// Beginnings of words that deny the rest.
        denying_prefixes: Words = tables::editing::denying_prefixes,
        /// Words without which an open claim is told as a fact.
        hedges: Words = tables::editing::hedges,
        /// Words that leave a claim open as well.
        softeners: Words = tables::editing::softeners,
        /// Hedges that tell of hearsay.
        hearsay: Words = tables::editing::hearsay,
        /// Words for what somebody thinks over.
        deliberations: Words = tables::editing::deliberations,
        /// Words that make a guess of the value behind them.
        estimates: Words = tables::editing::estimates,
        /// Phrases before the verb of a thing to come.
        schedules: Words = tables::editing::schedules,
        /// Words by which a court ended an accusation.
        verdicts: Words = tables::editing::verdicts,
        /// Words that tell of an accusation in another way, or of its end.
        proceedings: Words = tables::editing::proceedings,
        /// Words beside the verbs of attribution that tell whose word something is.
        voices: Words = tables::editing::voices,
        /// Verbs of attribution that often are none.
        loose_reports: Words = tables::editing::loose_reports,
        /// Words that with "that" give a claim to somebody.
        claims: Words = tables::editing::claims,
        /// Verbs of one deed, under a name of it.
        deeds: Groups = tables::editing::deeds,
        /// Contrasts of quantity.
        measured_contrasts: Words = tables::editing::measured_contrasts,
        /// Contrasts whose words do much else besides.
        loose_contrasts: Words = tables::editing::loose_contrasts,
    }
}
