use crate::article::Article;
use crate::compare::Unit;
use crate::lexicon::{Hashed, Lexicon};
use crate::settings::ExchangeRates;
use crate::text::value::{Relation, Value, relate, relate_on};
use crate::text::{Id, Token, Vocabulary};

/// What a kind needs beyond its own words.
pub struct Context<'a> {
    pub(super) draft: &'a Article,
    pub(super) r#final: &'a Article,
    pub(super) units: &'a [Unit],
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) lexicon: &'a Lexicon,
    /// The rates at which two amounts can be worth the same.
    pub(super) rates: &'a ExchangeRates,
    /// The lists that each folded word of draft and final is in, by its id.
    lists: Vec<Lists>,
}

/// Which lists a word is in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lists {
    /// It was looked up.
    known: bool,
    /// A word of grammar.
    grammar: bool,
    pub(super) pronoun: bool,
    /// A verb of attribution.
    pub(super) reporting: bool,
    /// A modal verb, or another word that says how certain something is.
    pub(super) certainty: bool,
    /// A side of a contrast.
    pub(super) contrast: bool,
}

impl Lists {
    fn of(word: &str, lexicon: &Lexicon) -> Self {
        let (words, word) = (&lexicon.kinds, Hashed::from(word));
        Lists {
            known: true,
            grammar: lexicon.function_words.contains(word),
            pronoun: words.pronouns.get(word).is_some(),
            reporting: words.reporting_neutral.contains(word) || words.reporting_loaded.contains(word),
            certainty: words.certainty.contains(word),
            contrast: words.has_contrast(word),
        }
    }
}

impl<'a> Context<'a> {
    /// The context of a draft and its final, whose sentences are aligned in `units`.
    pub fn new(
        draft: &'a Article,
        r#final: &'a Article,
        units: &'a [Unit],
        vocabulary: &'a Vocabulary,
        lexicon: &'a Lexicon,
        rates: &'a ExchangeRates,
    ) -> Self {
        let mut lists = vec![Lists::default(); vocabulary.len()];
        for token in draft.tokens.iter().chain(&r#final.tokens) {
            let lists = &mut lists[token.folded as usize];
            if !lists.known {
                *lists = Lists::of(vocabulary.form(token.folded), lexicon);
            }
        }
        Context { draft, r#final, units, vocabulary, lexicon, rates, lists }
    }

    /// The values of the units that a change lies in: those of the draft, those of the final; of very many the first.
    pub(super) fn unit_values(&self, units: &[usize]) -> (Vec<&Value>, Vec<&Value>) {
        const MOST_VALUES: usize = 256;
        let units = || units.iter().map(|&unit| &self.units[unit]);
        (
            units().flat_map(|unit| self.draft.values_of(unit.draft.clone())).take(MOST_VALUES).collect(),
            units().flat_map(|unit| self.r#final.values_of(unit.r#final.clone())).take(MOST_VALUES).collect(),
        )
    }

    /// How two values stand to each other; dates are read from the day of the dateline, where there is one.
    pub(super) fn relate(&self, one: &Value, two: &Value) -> Relation {
        match self.r#final.published_on().or(self.draft.published_on()) {
            Some(day) => relate_on(&one.quantity, &two.quantity, day),
            None => relate(&one.quantity, &two.quantity),
        }
    }

    /// Whether a token carries news: a number, or a word that is none of grammar.
    pub(super) fn is_content(&self, token: &Token) -> bool {
        token.is_word() && !self.lists_of(token.folded).grammar
    }

    /// The lists that a folded word of draft or final is in.
    pub(super) fn lists_of(&self, folded: Id) -> Lists {
        self.lists[folded as usize]
    }

    /// How many tokens carry news.
    pub(super) fn content(&self, tokens: &[Token]) -> usize {
        tokens.iter().filter(|token| self.is_content(token)).count()
    }
}
