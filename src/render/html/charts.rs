//! Charts as SVG: bars and lines with their 95 % intervals, each with a title, a unit, and its figures in a table behind it.

use jiff::civil::Date;
use maud::{Markup, html};

use super::document::{day, safe};
use crate::desk::{Grouping, Rate};

const WIDTH: f64 = 640.0;

/// What a chart says.
pub(super) struct Chart<'a> {
    /// Unique on its page.
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    /// What is counted, below the title.
    pub(super) unit: &'a str,
    /// What the labels are: `week`, `section`.
    pub(super) labels: &'a str,
    /// How a value is written.
    pub(super) written: fn(f64) -> String,
}

/// Values in the order of time.
pub(super) fn lines(chart: &Chart, points: &[(String, Rate)]) -> Markup {
    const HEIGHT: f64 = 220.0;
    const LEFT: f64 = 46.0;
    const BOTTOM: f64 = 26.0;
    let top = ceiling(points.iter().map(|(_, rate)| rate.high));
    let x = |at: usize| LEFT + (WIDTH - LEFT - 12.0) * at as f64 / (points.len().max(2) - 1) as f64;
    let y = |value: f64| 10.0 + (HEIGHT - BOTTOM - 10.0) * (1.0 - (value / top).clamp(0.0, 1.0));
    let line: Vec<String> = points.iter().enumerate().map(|(at, (_, rate))| point(x(at), y(rate.value))).collect();
    let upper = points.iter().enumerate().map(|(at, (_, rate))| point(x(at), y(rate.high)));
    let lower = points.iter().enumerate().rev().map(|(at, (_, rate))| point(x(at), y(rate.low)));
    let band: Vec<String> = upper.chain(lower).collect();
    // Labels need room: about eight fit.
    let every = points.len().div_ceil(8).max(1);
    let picture = html! {
        svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-labelledby={ (chart.id) "-title" } {
            @for step in 0..=4 {
                @let value = top * f64::from(step) / 4.0;
                line .grid x1=(LEFT) x2=(WIDTH) y1=(number(y(value))) y2=(number(y(value))) {}
                text x=(LEFT - 6.0) y=(number(y(value) + 4.0)) text-anchor="end" { ((chart.written)(value)) }
            }
            polygon .band points=(band.join(" ")) {}
            polyline .line points=(line.join(" ")) {}
            @for (at, (label, rate)) in points.iter().enumerate() {
                circle .dot cx=(number(x(at))) cy=(number(y(rate.value))) r="3" { title { (safe(label)) ": " ((chart.written)(rate.value)) } }
                @if at % every == 0 { text x=(number(x(at))) y=(HEIGHT - 6.0) text-anchor=(if at + 1 == points.len() { "end" } else { "middle" }) { (safe(label)) } }
            }
        }
    };
    figure(chart, &picture, points)
}

/// Values of groups, one bar each, in their order.
pub(super) fn bars(chart: &Chart, groups: &[(String, Rate)]) -> Markup {
    const ROW: f64 = 30.0;
    const LEFT: f64 = 150.0;
    const RIGHT: f64 = 60.0;
    const LONGEST: usize = 22;
    let top = ceiling(groups.iter().map(|(_, rate)| rate.high));
    let x = |value: f64| LEFT + (WIDTH - LEFT - RIGHT) * (value / top).clamp(0.0, 1.0);
    let height = ROW * groups.len() as f64 + 6.0;
    let picture = html! {
        svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby={ (chart.id) "-title" } {
            @for (at, (label, rate)) in groups.iter().enumerate() {
                @let middle = ROW * at as f64 + ROW / 2.0;
                text x=(LEFT - 10.0) y=(middle + 4.0) text-anchor="end" { (short(label, LONGEST)) }
                rect .bar x=(LEFT) y=(middle - 8.0) width=(number(x(rate.value) - LEFT)) height="16" rx="2" {}
                line .whisker x1=(number(x(rate.low))) x2=(number(x(rate.high))) y1=(middle) y2=(middle) {}
                text x=(number(x(rate.high) + 8.0)) y=(middle + 4.0) { ((chart.written)(rate.value)) }
            }
        }
    };
    figure(chart, &picture, groups)
}

/// The groups of a field by week, a small chart each, all with the same scales.
pub(super) fn small_multiples(grouping: &Grouping, chart: &Chart) -> Markup {
    const MOST: usize = 12;
    const WIDE: f64 = 180.0;
    const HIGH: f64 = 60.0;
    let mut mondays: Vec<Date> = grouping.weeks.iter().map(|week| week.monday).collect();
    mondays.sort_unstable();
    mondays.dedup();
    let (Some(first), Some(last)) = (mondays.first(), mondays.last()) else { return html! {} };
    let days = |from: &Date, to: &Date| f64::from((*to - *from).get_days());
    let top = ceiling(grouping.weeks.iter().map(|week| week.edit_rate.value));
    let x = |monday: &Date| 4.0 + (WIDE - 8.0) * days(first, monday) / days(first, last).max(1.0);
    let y = |value: f64| 4.0 + (HIGH - 8.0) * (1.0 - (value / top).clamp(0.0, 1.0));
    let of = |group: &str| -> Vec<String> {
        let own = grouping.weeks.iter().filter(|week| week.group == group);
        own.map(|week| point(x(&week.monday), y(week.edit_rate.value))).collect()
    };
    let written = |value: f64| (chart.written)(value);
    html! {
      section {
        p .legend { (chart.title) ", by week: from " (day(*first)) " to " (day(*last)) ", each from 0 to " (written(top)) "; the figures are in desk.json." }
        div .small {
            @for (group, figures) in grouping.groups.iter().take(MOST) {
                figure {
                    figcaption { (short(group, 24)) " " span .soft { @if let Some(rate) = figures.edit_rate { (written(rate.value)) } } }
                    svg viewBox={ "0 0 " (WIDE) " " (HIGH) } role="img" aria-label={ (chart.title) ", by week: " (safe(group)) } {
                        line .grid x1="0" x2=(WIDE) y1=(number(y(0.0))) y2=(number(y(0.0))) {}
                        polyline .line points=(of(group).join(" ")) {}
                    }
                }
            }
        }
      }
    }
}

fn figure(chart: &Chart, picture: &Markup, values: &[(String, Rate)]) -> Markup {
    html! {
        figure .chart {
            figcaption { b id={ (chart.id) "-title" } { (chart.title) } span { (chart.unit) } }
            (picture)
            details {
                summary { "The figures as a table" }
                table {
                    thead { tr { th scope="col" { (chart.labels) } th scope="col" .n { "value" } th scope="col" .n { "95 % interval" } } }
                    tbody {
                        @for (label, rate) in values {
                            tr {
                                th scope="row" { (safe(label)) }
                                td .n { ((chart.written)(rate.value)) }
                                td .n { ((chart.written)(rate.low)) " to " ((chart.written)(rate.high)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A round number that all values lie below.
fn ceiling(values: impl Iterator<Item = f64>) -> f64 {
    let highest = values.filter(|value| value.is_finite()).fold(0.0, f64::max);
    if highest <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(highest.log10().floor());
    [1.0, 2.0, 4.0, 5.0, 10.0].into_iter().map(|step| step * power).find(|&top| top >= highest).unwrap_or(highest)
}

fn point(x: f64, y: f64) -> String {
    format!("{},{}", number(x), number(y))
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

fn short(label: &str, longest: usize) -> String {
    let label = safe(label);
    if label.chars().count() <= longest {
        return label;
    }
    label.chars().take(longest - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::ceiling;

    #[test]
    fn the_axis_ends_at_a_round_number_above_all_values() {
        for (highest, top) in [(0.0, 1.0), (0.41, 0.5), (3.9, 4.0), (7.0, 10.0), (40.0, 40.0), (f64::NAN, 1.0)] {
            assert!((ceiling([highest, 0.0].into_iter()) - top).abs() < 1e-9, "{highest}");
        }
    }
}
