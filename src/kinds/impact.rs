use super::entry::closed_set;
use super::{Form, Kind};

closed_set! {
    /// What an edit does to the article, for a reader with little time.
    Impact {
        Meaning = "meaning": "Changes, or may change, what the article says: read it.",
            "The kind is one that touches facts, or the edited words stand inside quotation marks. It is no verdict: the best catch and the worst slip are both of it.",
            ["12 people" => "21 people", "did not agree" => "agreed", "“We regret it”" => "“We deny it”"];
        Fluency = "fluency": "Makes the text read better.",
            "Word choice, grammar, order and structure, as far as no fact is touched.",
            ["made a decision" => "decided", "a" => "the", "On Monday, it rained" => "It rained on Monday"];
        Style = "style": "Follows the desk's conventions.",
            "Another writing of the same value, name, title or word.",
            ["30%" => "30 percent", "harbour" => "harbor", "Senator Han" => "Sen. Han"];
        Mechanical = "mechanical": "Puts spelling, marks and spaces right.",
            "Typing errors, punctuation, typography, capital letters, spacing, credits and markup.",
            ["recieved" => "received", "rain, and" => "rain and", "**port**" => "port"];
    }
}

/// The impact of an edit, given that of its kind and words by themselves.
pub(super) fn impact(kind: Kind, impact: Impact, form: Form, in_quote: bool) -> Impact {
    let kept_words = matches!(kind, Kind::SpellingVariant | Kind::NumberFormat | Kind::DateFormat)
        || impact == Impact::Mechanical
        || form == Form::Split
        || form == Form::Merge;
    // A quotation is somebody's words: what changes in it should be held against the source.
    if in_quote && !kept_words { Impact::Meaning } else { impact }
}

impl Kind {
    /// The impact of an edit of this kind outside quotation marks.
    pub fn impact(self) -> Impact {
        use Kind::*;
        match self {
            Number | CurrencyUnit | DateTime | Name | Title | Quote | Negation | Direction | Attribution
            | Certainty | Addition | Omission | Rewrite | Disclosure => Impact::Meaning,
            Pronoun | Inflection | Voice | FunctionWord | WordChoice | Connective | Order | SentenceStructure => {
                Impact::Fluency
            }
            NumberFormat | Conversion | DateFormat | NameVariant | SpellingVariant | HouseStyle | Abbreviation
            | Explanation => Impact::Style,
            Typo | Punctuation | Typography | Capitalization | Spacing | Boilerplate | Markup => Impact::Mechanical,
        }
    }
}
