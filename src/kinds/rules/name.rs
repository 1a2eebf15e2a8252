//! Names: another spelling of one, or another one.

use super::{Reason, View};
use crate::article::Article;
use crate::kinds::{Extent, Form, Kind};
use crate::text::name::{NameRelation, relate};
use crate::text::{Span, one_line};

/// The names that the change touches on each side, hulled, and how they are related.
fn related<'a>(view: &View<'a>) -> Option<(&'a str, &'a str, NameRelation)> {
    if view.change.extent == Extent::Sentence || view.change.given.is_some() {
        return None;
    }
    let one = hull(view.context.draft, view.change.draft)?;
    let two = hull(view.context.r#final, view.change.r#final)?;
    let outside = |side: &Article, span: Span, name: Span| !span.is_empty() && !name.contains(bare(side, span));
    if outside(view.context.draft, view.change.draft, one) || outside(view.context.r#final, view.change.r#final, two) {
        return None;
    }
    let (one, two) = (view.context.draft.text_of(one), view.context.r#final.text_of(two));
    Some((one, two, relate(one, two, &view.context.lexicon.names)))
}

/// A span without the `'s` at its end, which no name has.
fn bare(side: &Article, span: Span) -> Span {
    let text = side.text_of(span);
    let name = text.strip_suffix("'s").or(text.strip_suffix("’s")).unwrap_or(text);
    Span::new(span.start, span.start + name.len())
}

/// From the first name that a span touches to the last. A place between words touches the names on both sides of it.
fn hull(side: &Article, span: Span) -> Option<Span> {
    const BLANK: usize = 1;
    let reach = if span.is_empty() { BLANK } else { 0 };
    let touches = |name: Span| name.start <= span.end + reach && span.start <= name.end + reach;
    let own = |name: Span| if span.is_empty() { touches(name) } else { name.overlaps(span) };
    let sure = side.names_near(span).filter(|name| name.sure);
    let mut hull = sure.filter(|name| own(name.span)).map(|name| name.span).reduce(Span::hull)?;
    // The article of a swapped name belongs to the change.
    let before = side.text_of(Span::new(span.start, hull.start.max(span.start))).trim();
    if before.eq_ignore_ascii_case("the") {
        hull.start = span.start;
    }
    Some(hull)
}

/// Case, marks or spaces inside a name, or one of the table's names in its right case.
pub(super) fn surface_variant(view: &View) -> Option<(Kind, Reason)> {
    if !matches!(view.form, Form::Case | Form::Space | Form::Punct) || view.draft.is_empty() || view.r#final.is_empty()
    {
        return None;
    }
    let brands = &view.context.lexicon.names.brands;
    let is_brand =
        |text: &str| brands.get(&crate::text::fold(text.trim_end_matches("'s").trim_end_matches("’s"))).is_some();
    if view.form == Form::Case && (is_brand(view.draft) || is_brand(view.r#final)) {
        return Some((Kind::NameVariant, NameRelation::Same.to_string()));
    }
    let (one, two, relation) = related(view)?;
    let named =
        relation == NameRelation::Same && both_capitalised(one, two) && (view.form != Form::Case || two.contains(' '));
    let words = |text: &str| text.split([' ', '-']).filter(|word| word.starts_with(char::is_uppercase)).count();
    (named && words(one) + words(two) > 2 || named && view.form == Form::Case && is_brand(two))
        .then(|| (Kind::NameVariant, relation.to_string()))
}

/// Two names of one thing.
pub(super) fn variant(view: &View) -> Option<(Kind, Reason)> {
    let (one, two, relation) = related(view)?;
    match relation {
        NameRelation::Initials if !view.draft.contains('.') && !view.r#final.contains('.') => None,
        relation if relation.is_variant() && both_capitalised(one, two) => {
            Some((Kind::NameVariant, told(one, two, relation)))
        }
        _ => None,
    }
}

/// Another name.
pub(super) fn name(view: &View) -> Option<(Kind, Reason)> {
    let (one, two, relation) = related(view)?;
    // `North` before `Korea` names another country; `Haneul` before `Gas Corp.` says more of the same.
    let written = if view.form == Form::Insert { view.r#final } else { view.draft };
    let quarter =
        || written.starts_with(char::is_uppercase) && view.context.lexicon.kinds.has_contrast(&written.to_lowercase());
    let named = match view.form {
        Form::Replace => true,
        Form::Insert | Form::Delete => quarter(),
        _ => false,
    };
    let holds = relation == NameRelation::Different && both_capitalised(one, two) && named;
    holds.then(|| (Kind::Name, told(one, two, relation)))
}

/// What two names are to each other, on one line: a name may run over the end of one.
fn told(one: &str, two: &str, relation: NameRelation) -> Reason {
    format!("{} and {}: {relation}", one_line(one), one_line(two))
}

fn both_capitalised(one: &str, two: &str) -> bool {
    let capital = |text: &str| text.chars().any(char::is_uppercase);
    capital(one) && capital(two)
}
