use super::{Case, Hit, Side, rule};
use crate::article::Article;
use crate::audit::source::is_at_rate;
use crate::text::value::{ImpliedRate, Value, implied_rate};
use crate::text::{Span, fold};

rule! {
    /// Two amounts are given as each other's conversion, and imply an exchange rate that can't be right.
    ///
    /// One of the two has a digit or a scale wrong. The rates come from `[exchange_rates]` (won a dollar: 1,000 to 1,700 unless
    /// the desk sets others); beyond them, two rates in one article may not differ by more than a tenth.
    ///
    /// Fires: "1.2 trillion won ($86.4 million)"; "13.5 billion won ($10 million)" beside "12 billion won ($10.9 million)".
    ///
    /// Silent: "1.2 trillion won ($864 million)"; "2.8 trillion won ($2 billion)", which is rounded.
    CONVERSION_INCONSISTENT = "conversion-inconsistent", Warning, check
}

/// So many conversions of an article, the first, are held against each of the others.
const MOST_COMPARED: usize = 256;

/// An amount and its conversion.
struct Conversion {
    span: Span,
    rate: ImpliedRate,
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let conversions = conversions(article);
    let rates = &case.settings.exchange_rates;
    let (wrong, rest): (Vec<_>, Vec<_>) =
        conversions.into_iter().partition(|conversion| is_at_rate(&conversion.rate, case) == Some(false));
    let mut found: Vec<Hit> = wrong
        .iter()
        .map(|conversion| {
            let ImpliedRate { currency, price, .. } = conversion.rate;
            let range = rates.of(currency, price).map(|set| format!("{} to {}", rounded(set.least), rounded(set.most)));
            let range = range.unwrap_or_default();
            let message = format!("{}, which the desk expects at {range}", said(article, conversion));
            Hit::new(conversion.span, message)
        })
        .collect();
    for (at, conversion) in rest.iter().enumerate() {
        if let Some(other) = rest[..at].iter().take(MOST_COMPARED).find(|other| differ(&conversion.rate, &other.rate)) {
            let message =
                format!("{}, and elsewhere in the article {}", said(article, conversion), said(article, other));
            found.push(Hit::new(conversion.span, message).with_evidence(Side::Final, [other.span]));
        }
    }
    found
}

/// Amounts of money with another right behind in brackets, or behind "or": `1.2 trillion won ($864 million)`. Two amounts
/// in brackets belong to the two before: `132,000 won to 198,000 won ($95 to $142)`.
fn conversions(article: &Article) -> Vec<Conversion> {
    let values = &article.values;
    let joined = |at: usize| {
        let (one, two) = (values[at].span, values[at + 1].span);
        two.start >= one.end && joins(&article.text[one.end..two.start])
    };
    let listed = |at: usize| {
        let behind = &article.text[values[at + 1].span.end..];
        [" and $", " to $", "-$", "–$", " or $"].iter().any(|link| behind.starts_with(link))
    };
    let pair = |one: &Value, two: &Value| {
        // What costs more units is the price: 1,389 won a dollar, not 0.0007 dollars a won.
        let rate = implied_rate(&one.quantity, &two.quantity)?;
        let rate = if rate.rate < 1.0 { rate.turned() } else { rate };
        Some(Conversion { span: one.span.hull(two.span), rate })
    };
    let mut found = Vec::new();
    for at in (0..values.len().saturating_sub(1)).filter(|&at| joined(at)) {
        let pairs =
            if listed(at) { vec![(at.checked_sub(1), at + 1), (Some(at), at + 2)] } else { vec![(Some(at), at + 1)] };
        found.extend(pairs.into_iter().filter_map(|(one, two)| pair(values.get(one?)?, values.get(two)?)));
    }
    found
}

/// Whether what stands between two amounts says that they are worth the same.
fn joins(between: &str) -> bool {
    if between.len() > 24 || !between.contains(['(', '[', '（', 'o']) {
        return false;
    }
    let folded = fold(between);
    let plain = folded.trim_matches([' ', ',', '(', '[', '（', '\u{A0}']);
    let bracketed = between.trim_start().starts_with(['(', '[', '（']);
    let open = bracketed
        && matches!(plain, "" | "about" | "around" | "approximately" | "roughly" | "some" | "or" | "or about" | "us");
    open || matches!(plain, "or" | "or about" | "or roughly" | "or around" | "or some" | "or approximately")
}

/// Whether two rates of the same currencies differ by more than a tenth, whatever was rounded.
fn differ(one: &ImpliedRate, other: &ImpliedRate) -> bool {
    const MOST: f64 = 1.1;
    let turned = (one.currency, one.price) == (other.price, other.currency);
    let other = if turned { &other.turned() } else { other };
    let same = (one.currency, one.price) == (other.currency, other.price);
    same && (one.least > other.most * MOST || other.least > one.most * MOST)
}

/// `1.2 trillion won ($86.4 million) makes 13,889 won a dollar`.
fn said(article: &Article, conversion: &Conversion) -> String {
    let ImpliedRate { currency, price, rate, .. } = conversion.rate;
    let text = article.line_of(conversion.span);
    let open = text.contains(['(', '[']) && !text.ends_with([')', ']']);
    format!("{text}{} makes 1 {currency} worth {} {price}", if open { ")" } else { "" }, rounded(rate))
}

/// A rate to four digits.
fn rounded(rate: f64) -> String {
    if rate >= 100.0 { format!("{rate:.0}") } else { format!("{rate:.2}") }
}
