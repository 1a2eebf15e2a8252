//! The desk's first page: the figures, what to open first, what to tell the prompt, and all the rest below.

use maud::{Markup, html};

use super::charts::{self, Chart};
use super::document::{day, document, safe};
use super::list::{CORRECTIONS, looks, rule_name};
use crate::desk::attention::OftenWrong;
use crate::desk::recurring::Correction;
use crate::desk::{Figures, Grouping, Overview, Rate, Row};

const STYLE: &str = concat!(include_str!("base.css"), include_str!("desk.css"));
const SCRIPT: &str = "";

/// The files beside the first page that it links to.
pub(in crate::render) struct Links<'a> {
    /// The page of each article, by its place.
    pub(in crate::render) pages: &'a [String],
    /// The list of all articles.
    pub(in crate::render) list: &'a str,
    /// What may be told to a machine: what is in a file, and its name. Offered where there is enough of it.
    pub(in crate::render) advice: &'a [(&'a str, &'a str)],
    /// What the pages show, as sheets.
    pub(in crate::render) sheets: &'a [(&'a str, &'a str)],
}

/// The first page.
pub(in crate::render) fn page(overview: &Overview, links: &Links) -> String {
    let title = title(overview);
    let desk = Desk { overview, links };
    let body = html! {
        header .page {
            h1 { (title) }
            p .answer { (answer(overview)) }
            (desk.figures())
        }
        main {
            div .two {
                (desk.first())
                (desk.advice())
            }
            (desk.over_time())
            @for grouping in &overview.groups { (groups(grouping, overview.weeks.len())) }
            (desk.recurring())
            (desk.findings())
            (desk.look())
            @if !overview.rows.is_empty() { p .all { a href=(links.list) { @if overview.rows.len() == 1 { "The article" } @else { "All " (grouped(overview.rows.len())) " articles" } } } }
            p .exports { @for (what, file) in links.sheets { a href=(file) { (what) } " " } }
        }
    };
    document(&format!("{title} · postedit"), STYLE, SCRIPT, &body)
}

fn title(overview: &Overview) -> String {
    match overview.days() {
        Some((first, last)) if first == last => format!("Editing at the desk, {}", day(first)),
        Some((first, last)) => format!("Editing at the desk, {} to {}", day(first), day(last)),
        None => "Editing at the desk".to_owned(),
    }
}

/// What the figures say, in a sentence or two.
fn answer(overview: &Overview) -> String {
    let figures = &overview.figures;
    if figures.articles == 0 {
        return "There are no articles in this report.".to_owned();
    }
    let articles = if figures.articles == 1 {
        "one article".to_owned()
    } else {
        format!("{} articles", grouped(figures.articles))
    };
    let mut text = format!("This report is about {articles}.");
    if let Some(rate) = figures.edit_rate {
        text += &format!(
            " The desk changed {} of the words and left {} of {} sentences as the machine wrote them.",
            percent(rate.value),
            grouped(figures.untouched),
            grouped(figures.sentences)
        );
    }
    let wrong = figures.wrong_drafts;
    if wrong.count > 0 {
        text += &format!(" In {} of {} drafts a number or date contradicts the original.", wrong.count, wrong.of);
    }
    match figures.unedited {
        0 => {}
        1 => text += " One article was not edited at all.",
        count => text += &format!(" {count} articles were not edited at all."),
    }
    text
}

struct Desk<'a> {
    overview: &'a Overview,
    links: &'a Links<'a>,
}

impl Desk<'_> {
    fn figures(&self) -> Markup {
        let figures = &self.overview.figures;
        let halves = self.overview.halves.as_ref();
        let changed = |value: fn(&Figures) -> Option<f64>, written: fn(f64) -> String, better: f64| {
            let change = halves.and_then(|halves| Some(value(&halves.later)? - value(&halves.earlier)?));
            html! { @if let Some(change) = change { (" ") small .(tone(change * better)) { (signed(change, written)) } } }
        };
        html! {
            dl .figures {
                div { dt { "articles" } dd { (grouped(figures.articles)) (changed(|it| Some(it.articles as f64), |it| format!("{it:.0}"), 0.0)) } }
                div { dt { "words" } dd { (grouped(figures.words)) } }
                @if let Some(rate) = figures.edit_rate {
                    div { dt { "edit rate (HTER)" } dd { (percent(rate.value)) (changed(|it| it.edit_rate.map(|rate| 100.0 * rate.value), points, 0.0)) } }
                }
                @if figures.sentences > 0 {
                    div { dt { "sentences untouched" } dd { (percent(share(figures))) (changed(|it| Some(100.0 * share(it)), points, 0.0)) } }
                }
                @if let Some(rate) = figures.meaning {
                    div { dt { "edits of the meaning, 1,000 words" } dd { (one_digit(rate.value)) (changed(|it| it.meaning.map(|rate| rate.value), one_digit, 0.0)) } }
                }
                div { dt { "not edited at all" } dd { (self.narrowed("unedited", figures.unedited)) (changed(|it| Some(it.unedited as f64), |it| format!("{it:.0}"), -1.0)) } }
            }
            @if let Some(halves) = halves {
                p .legend { "Small figures: from " (day(halves.cut)) " on, against the time before." }
            }
        }
    }

    /// A figure that leads to the articles behind it.
    fn narrowed(&self, only: &str, figure: usize) -> Markup {
        html! { @if figure == 0 { "0" } @else { a href={ (self.links.list) "#?only=" (only) } { (grouped(figure)) } } }
    }

    fn link(&self, at: usize) -> Markup {
        let Row { title, .. } = &self.overview.rows[at];
        html! { a href=(self.links.pages[at]) { (safe(title)) } }
    }

    fn first(&self) -> Markup {
        html! {
            section {
                h2 { "Open these first" }
                @if self.overview.first.is_empty() {
                    p { "No article breaks a rule." }
                } @else {
                    ol .first {
                        @for (at, reason) in &self.overview.first {
                            li {
                                (self.link(*at))
                                @if let Some(date) = self.overview.rows[*at].published { time datetime=(date) { (date.strftime("%-d %b").to_string()) } }
                                span { (safe(reason)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn advice(&self) -> Markup {
        let advice: Vec<&Correction> = self.overview.advice().collect();
        let sure = self.overview.recurring.iter().filter(|correction| correction.is_sure()).count();
        html! {
            section {
                h2 { "Tell the translation prompt" }
                @if advice.is_empty() {
                    p { "No correction is frequent and consistent enough yet: five cases in three articles, nine in ten corrected alike." }
                } @else {
                    p { "Corrected nearly every time, so the machine may as well do it." }
                    ol .first {
                        @for correction in advice {
                            li {
                                b { (instruction(correction)) }
                                span { (correction.articles.len()) " articles, " (percent(correction.consistency())) " consistent" }
                            }
                        }
                    }
                    p .exports { @for (what, file) in self.links.advice { a href=(file) { (what) } " " } }
                    p .legend { (if sure == 1 { "One correction".to_owned() } else { format!("{sure} corrections") }) ": each of five cases or more, in three articles or more, at least nine in ten corrected alike." }
                }
            }
        }
    }

    fn over_time(&self) -> Markup {
        let points: Vec<(String, Rate)> = (self.overview.weeks.iter())
            .filter_map(|(monday, figures)| Some((monday.strftime("%-d %b").to_string(), figures.edit_rate?)))
            .collect();
        let meaning: Vec<(String, Rate)> = (self.overview.weeks.iter())
            .filter_map(|(monday, figures)| Some((monday.strftime("%-d %b").to_string(), figures.meaning?)))
            .collect();
        if points.len() < 2 {
            return html! {};
        }
        let rate = Chart {
            id: "weeks-rate",
            title: "Edit rate by week",
            unit: "Share of words changed (HTER), with its 95 % interval; weeks begin on Mondays.",
            labels: "week of",
            written: percent,
        };
        let edits = Chart {
            id: "weeks-meaning",
            title: "Edits of the meaning by week",
            unit: "A thousand words, with the 95 % interval.",
            labels: "week of",
            written: one_digit,
        };
        html! {
            h2 { "Over time" }
            div .two { (charts::lines(&rate, &points)) (charts::lines(&edits, &meaning)) }
        }
    }

    fn recurring(&self) -> Markup {
        let recurring = &self.overview.recurring;
        html! {
            h2 { "What the machine gets wrong" }
            @if recurring.is_empty() {
                p { "No correction was made in three articles or more." }
            } @else {
                p { "Corrections made in three or more articles. Consistency: how often the desk made it where the words stood in a draft." }
                div .scroll tabindex="0" role="region" aria-label="Corrections that recur" {
                    table {
                        thead { tr { th scope="col" { "draft" } th scope="col" { "final" } th scope="col" { "kind" } th scope="col" .n { "cases" } th scope="col" .n { "articles" } th scope="col" .n { "consistency" } th scope="col" { "examples" } } }
                        tbody {
                            @for (at, correction) in recurring.iter().take(CORRECTIONS).enumerate() { (self.correction(at, correction)) }
                        }
                    }
                }
                @if recurring.len() > CORRECTIONS { p .legend { "The first " (CORRECTIONS) " of " (recurring.len()) "; the rest is in recurring.csv." } }
            }
        }
    }

    fn correction(&self, at: usize, correction: &Correction) -> Markup {
        html! {
            tr {
                td { del { (safe(&correction.draft)) } }
                td { @if correction.r#final.is_empty() { span .soft { "struck" } } @else { ins { (safe(&correction.r#final)) } } }
                td { (correction.kind.name().replace('_', " ")) }
                td .n { (correction.count) }
                td .n { (self.narrowed(&at.to_string(), correction.articles.len())) }
                td .n { (percent(correction.consistency())) }
                td {
                    details {
                        summary { "show" }
                        @for example in &correction.examples {
                            p .example {
                                (self.link(example.article)) br;
                                span { (safe(&example.draft)) } br;
                                span .after { (safe(&example.r#final)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn findings(&self) -> Markup {
        let counts = &self.overview.figures.findings;
        let halves = self.overview.halves.as_ref();
        let count = |figures: &Figures, rule: &str| figures.findings.get(rule).copied().unwrap_or(0);
        html! {
            h2 { "Findings by rule" }
            @if counts.is_empty() {
                p { "No rule is broken." }
            } @else {
                div .scroll tabindex="0" role="region" aria-label="Findings by rule" {
                    table {
                        thead { tr {
                            th scope="col" { "rule" } th scope="col" .n { "findings" }
                            @if halves.is_some() { th scope="col" .n { "before" } th scope="col" .n { "since" } }
                        } }
                        tbody {
                            @for (rule, number) in counts {
                                tr {
                                    th scope="row" { (rule) } td .n { (self.narrowed(&rule_name(self.overview, rule), *number)) }
                                    @if let Some(halves) = halves { td .n { (count(&halves.earlier, rule)) } td .n { (count(&halves.later, rule)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn look(&self) -> Markup {
        const MOST: usize = 10;
        let lists = looks(self.overview);
        let often_wrong = &self.overview.look.often_wrong;
        html! {
            h2 { "Worth a look" }
            @if often_wrong.is_empty() && lists.iter().all(|(.., places)| places.is_empty()) { p { "Nothing is out of the ordinary." } }
            @for OftenWrong { field, group, drafts } in often_wrong {
                p { "Drafts with " (safe(field)) " “" (safe(group)) "”: a number or date contradicts the original in " (drafts.count) " of " (drafts.of) ", more than with the others." }
            }
            div .two {
                @for (name, what, places) in lists.iter().filter(|(.., places)| !places.is_empty()) {
                    section {
                        h3 { (what) " " span .soft { (self.narrowed(name, places.len())) } }
                        ul { @for &at in places.iter().take(MOST) { li { (self.link(at)) } } }
                        @if places.len() > MOST { p .legend { "and " (places.len() - MOST) " more" } }
                    }
                }
            }
        }
    }
}

/// The groups of one field, side by side.
fn groups(grouping: &Grouping, weeks: usize) -> Markup {
    const MOST: usize = 30;
    /// Fewer make no line.
    const LEAST_WEEKS: usize = 3;
    let rates = |value: fn(&Figures) -> Option<Rate>| -> Vec<(String, Rate)> {
        grouping.groups.iter().take(MOST).filter_map(|(name, figures)| Some((name.clone(), value(figures)?))).collect()
    };
    let (edit_rates, wrong) = (rates(|figures| figures.edit_rate), rates(|figures| figures.wrong_drafts.rate()));
    if edit_rates.is_empty() {
        return html! {};
    }
    let (rate_id, wrong_id) = (format!("by-{}", slug(&grouping.field)), format!("wrong-by-{}", slug(&grouping.field)));
    let field = safe(&grouping.field);
    let rate = Chart {
        id: &rate_id,
        title: &format!("Edit rate by {field}"),
        unit: "Share of words changed (HTER), with its 95 % interval.",
        labels: &field,
        written: percent,
    };
    let contradicts = Chart {
        id: &wrong_id,
        title: &format!("Drafts that contradict the original, by {field}"),
        unit: "Share of the drafts with an original in which a number or date differs from it, with the 95 % interval.",
        labels: &field,
        written: percent,
    };
    html! {
        h2 { "By " (field) }
        div .two {
            (charts::bars(&rate, &edit_rates))
            @if !wrong.is_empty() { (charts::bars(&contradicts, &wrong)) }
            @if weeks >= LEAST_WEEKS && grouping.groups.len() > 1 { (charts::small_multiples(grouping, &rate)) }
        }
        @if grouping.groups.len() > MOST { p .legend { "The first " (MOST) " of " (grouping.groups.len()) "; the rest is in desk.json." } }
    }
}

/// A correction as one would tell it.
fn instruction(correction: &Correction) -> String {
    if correction.r#final.is_empty() {
        format!("Leave out “{}”", safe(&correction.draft))
    } else {
        format!("Write “{}”, not “{}”", safe(&correction.r#final), safe(&correction.draft))
    }
}

fn share(figures: &Figures) -> f64 {
    figures.untouched as f64 / figures.sentences.max(1) as f64
}

fn tone(change: f64) -> &'static str {
    match change {
        change if change > 0.0 => "better",
        change if change < 0.0 => "worse",
        _ => "change",
    }
}

fn signed(change: f64, written: fn(f64) -> String) -> String {
    let size = written(change.abs());
    match size.trim_matches(['0', '.']).is_empty() {
        true => "±0".to_owned(),
        false if change > 0.0 => format!("+{size}"),
        false => format!("−{size}"),
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

fn points(value: f64) -> String {
    format!("{value:.0}")
}

fn one_digit(value: f64) -> String {
    format!("{value:.1}")
}

/// Digits in groups of three.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn slug(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}
