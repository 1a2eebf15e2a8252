//! The rules that name a kind: an ordered list, of which the first that holds wins.

mod content;
mod cues;
mod frame;
mod grammar;
mod meaning;
mod name;
mod person;
mod quote;
mod structure;
mod style;
mod surface;
mod value;

use super::change::Change;
use super::impact::impact;
use super::{Context, Edit, Extent, Form, Impact, Kind};

pub(super) use content::{is_gone, is_rewrite};

/// Why an edit is of its kind, in a line.
type Reason = String;

/// One rule: the kinds that it may name, and its test.
pub(super) struct Rule {
    pub(super) kinds: &'static [Kind],
    test: fn(&View) -> Option<(Kind, Reason)>,
}

/// A change as the rules look at it.
struct View<'a> {
    change: &'a Change,
    context: &'a Context<'a>,
    form: Form,
    draft: &'a str,
    r#final: &'a str,
    in_quote: bool,
}

/// From the surest to the vaguest.
pub(super) static RULES: &[Rule] = &[
    Rule { kinds: &[Kind::Disclosure], test: frame::disclosure },
    Rule { kinds: &[Kind::Boilerplate], test: frame::boilerplate },
    Rule { kinds: &[Kind::Markup], test: style::markup },
    Rule { kinds: &[Kind::Order], test: structure::order },
    Rule { kinds: &[Kind::SentenceStructure], test: structure::sentence_structure },
    Rule { kinds: &[Kind::NameVariant], test: name::surface_variant },
    Rule { kinds: &[Kind::Spacing], test: surface::spacing },
    Rule { kinds: &[Kind::Capitalization], test: surface::capitalization },
    Rule { kinds: &[Kind::Typography], test: surface::typography },
    Rule { kinds: &[Kind::Quote], test: quote::marks },
    Rule {
        kinds: &[
            Kind::NumberFormat,
            Kind::DateFormat,
            Kind::CurrencyUnit,
            Kind::Conversion,
            Kind::DateTime,
            Kind::Number,
        ],
        test: value::value,
    },
    Rule { kinds: &[Kind::Punctuation], test: surface::punctuation },
    Rule { kinds: &[Kind::NameVariant], test: name::variant },
    Rule { kinds: &[Kind::Abbreviation], test: style::abbreviation },
    Rule { kinds: &[Kind::Explanation], test: style::explanation },
    Rule { kinds: &[Kind::Voice], test: grammar::voice },
    Rule { kinds: &[Kind::Rewrite], test: content::rewrite },
    Rule { kinds: &[Kind::HouseStyle], test: style::house_style },
    Rule { kinds: &[Kind::Connective], test: style::connective },
    Rule { kinds: &[Kind::Attribution], test: meaning::attribution },
    Rule { kinds: &[Kind::Addition], test: content::addition },
    Rule { kinds: &[Kind::Omission], test: content::omission },
    Rule { kinds: &[Kind::Negation], test: meaning::negation },
    Rule { kinds: &[Kind::Negation], test: grammar::negated_stem },
    Rule { kinds: &[Kind::Certainty, Kind::HouseStyle, Kind::Inflection], test: meaning::certainty },
    Rule { kinds: &[Kind::Direction], test: meaning::direction },
    Rule { kinds: &[Kind::Title], test: person::title },
    Rule { kinds: &[Kind::Pronoun], test: person::pronoun },
    Rule { kinds: &[Kind::Name], test: name::name },
    Rule { kinds: &[Kind::SpellingVariant], test: grammar::spelling_variant },
    Rule { kinds: &[Kind::Typo], test: grammar::typo },
    Rule { kinds: &[Kind::Quote], test: quote::inside },
    Rule { kinds: &[Kind::Inflection], test: grammar::inflection },
    Rule { kinds: &[Kind::FunctionWord], test: content::function_word },
    Rule { kinds: &[Kind::WordChoice], test: content::word_choice },
];

/// The edit that a change is.
pub(super) fn edit(change: Change, context: &Context) -> Edit {
    let view = View {
        form: change.form(context),
        draft: context.draft.text(change.draft),
        r#final: context.r#final.text(change.r#final),
        in_quote: is_quoted(&change, context),
        change: &change,
        context,
    };
    let (form, in_quote) = (view.form, view.in_quote);
    let mut named = RULES.iter().filter_map(|rule| (rule.test)(&view));
    let (kind, reason) = named.next().unwrap_or((Kind::WordChoice, String::new()));
    // What a rewritten passage holds besides is worth a word; of other edits the first kind says it all.
    let also = if kind == Kind::Rewrite { value::changed(&view).into_iter().collect() } else { Vec::new() };
    let frame = frame::is_frame(&view);
    let base = match kind {
        Kind::Title => person::title_impact(&view),
        Kind::Pronoun => person::pronoun_impact(&view),
        Kind::Attribution if meaning::is_neutral(&view) => Impact::Style,
        kind => kind.impact(),
    };
    Edit {
        draft: change.draft,
        r#final: change.r#final,
        form,
        kind,
        impact: impact(kind, base, form, in_quote),
        also,
        extent: change.extent,
        in_quote,
        frame,
        units: change.units,
        hunks: change.hunks,
        reason,
    }
}

/// Whether a change lies inside quotation marks on each side. A sentence as a whole does not.
fn is_quoted(change: &Change, context: &Context) -> bool {
    change.extent == Extent::Span && context.draft.is_quoted(change.draft) && context.r#final.is_quoted(change.r#final)
}
