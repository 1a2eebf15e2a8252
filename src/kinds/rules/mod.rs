//! The rules that name a kind: an ordered list, of which the first that holds wins.

mod content;
mod cues;
mod frame;
mod grammar;
mod meaning;
mod name;
mod period;
mod person;
mod quote;
mod structure;
mod style;
mod surface;
mod value;

use std::cell::OnceCell;

use cues::Phrase;

use super::change::Change;
use super::impact::impact;
use super::{Context, Edit, Extent, Form, Impact, Kind};

pub(super) use content::{is_gone, is_rewrite};
pub(super) use period::is_stage;
pub(super) use style::{is_acronym, is_initials};

/// Why an edit is of its kind, in a line.
type Reason = String;

/// One rule: the kind that a change is of and why, if the rule holds.
type Rule = fn(&View) -> Option<(Kind, Reason)>;

/// A change as the rules look at it.
struct View<'a> {
    change: &'a Change,
    context: &'a Context<'a>,
    form: Form,
    draft: &'a str,
    r#final: &'a str,
    in_quote: bool,
    /// The words of both sides, once a rule has asked for them.
    phrases: OnceCell<(Phrase<'a>, Phrase<'a>)>,
}

/// From the surest to the vaguest.
static RULES: &[Rule] = &[
    frame::disclosure,
    frame::boilerplate,
    style::markup,
    structure::order,
    structure::sentence_structure,
    name::surface_variant,
    surface::spacing,
    surface::capitalization,
    surface::typography,
    quote::marks,
    period::period,
    value::value,
    surface::punctuation,
    name::variant,
    style::abbreviation,
    style::explanation,
    grammar::voice,
    content::rewrite,
    style::house_style,
    style::connective,
    meaning::attribution,
    content::addition,
    content::omission,
    meaning::negation,
    grammar::negated_stem,
    meaning::certainty,
    meaning::direction,
    person::title,
    person::pronoun,
    name::name,
    grammar::spelling_variant,
    grammar::typo,
    quote::inside,
    grammar::inflection,
    content::function_word,
    content::word_choice,
];

/// The rules by which both sides say the same: what they name was not written anew, whatever changed around it.
static SAME: &[Rule] = &[
    style::markup,
    name::surface_variant,
    surface::spacing,
    surface::capitalization,
    surface::typography,
    surface::punctuation,
    name::variant,
    style::abbreviation,
    style::house_style,
    grammar::spelling_variant,
    grammar::typo,
];

/// Whether both sides of a change are two ways to write one thing.
pub(super) fn is_settled(change: &Change, context: &Context) -> bool {
    let view = View::new(change, context);
    SAME.iter().any(|rule| rule(&view).is_some())
}

impl<'a> View<'a> {
    fn new(change: &'a Change, context: &'a Context<'a>) -> Self {
        View {
            form: change.form(context),
            draft: context.draft.text_of(change.draft),
            r#final: context.r#final.text_of(change.r#final),
            in_quote: is_quoted(change, context),
            phrases: OnceCell::new(),
            change,
            context,
        }
    }
}

/// Whether a change is of a part of the year or a decade.
pub(super) fn is_period(change: &Change, context: &Context) -> bool {
    period::period(&View::new(change, context)).is_some()
}

/// The edit that a change is.
pub(super) fn edit(change: Change, context: &Context) -> Edit {
    let view = View::new(&change, context);
    let (form, in_quote) = (view.form, view.in_quote);
    let mut named = RULES.iter().filter_map(|rule| rule(&view));
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
