//! The page of one article: the answer, what to look at first, the versions side by side, the record.

use std::ops::Range;

use maud::{Markup, html};

use super::document::{day, document, safe};
use super::findings::finding;
use super::marked::{Numbered, marked, name};
use super::ties::{Tie, ties};
use super::{record, source};
use crate::article::Region;
use crate::audit::{Finding, Side};
use crate::compare::{Op, Unit};
use crate::kinds::{Edit, Impact, Kind};
use crate::render::Article;
use crate::render::answer::answer;
use crate::settings::Level;
use crate::text::Span;

const STYLE: &str = concat!(include_str!("base.css"), include_str!("article.css"));
const SCRIPT: &str = include_str!("article.js");

/// The page of an article; `home` is the page of the desk that it belongs to.
pub fn page(article: &Article, home: Option<&str>) -> String {
    let page = Page {
        article,
        home,
        edits: article.analysis.edits.iter().enumerate().collect(),
        ties: ties(article.analysis, article.findings),
    };
    let title = page.title();
    document(&format!("{title} · postedit"), STYLE, SCRIPT, &page.body(&title))
}

struct Page<'a> {
    article: &'a Article<'a>,
    home: Option<&'a str>,
    edits: Vec<Numbered<'a>>,
    ties: Vec<Tie>,
}

impl Page<'_> {
    /// The headline of the final, else the article's name.
    fn title(&self) -> String {
        let analysis = self.article.analysis;
        let headline = analysis.r#final.sentences.iter().find(|sentence| sentence.region == Region::Headline);
        let name = || analysis.id.as_deref().unwrap_or(&self.article.files.r#final).to_owned();
        headline.map_or_else(name, |sentence| analysis.r#final.text_of(sentence.span).to_owned())
    }

    fn body(&self, title: &str) -> Markup {
        let analysis = self.article.analysis;
        html! {
            header .page {
                p .desk {
                    @if let Some(home) = self.home { a href=(home) { "The desk" } " · " }
                    "Editing of one article"
                    @if let Some(published) = analysis.r#final.published() { ", published " (spelled(&published)) }
                }
                h1 { (safe(title)) }
                p .answer { (answer(analysis).join(" · ")) }
                @for note in &analysis.notes { p .note { (note) } }
                (self.figures())
            }
            main .with-source[analysis.source.is_some()] {
                (self.first())
                @if analysis.draft.is_some() { (self.bar()) }
                (self.units())
                (record::record(self.article))
            }
        }
    }

    fn figures(&self) -> Markup {
        let analysis = self.article.analysis;
        let Some(effort) = &analysis.effort else { return html! {} };
        let count = |impact| analysis.translation_edits().filter(|edit| edit.impact == impact).count();
        html! {
            dl .figures {
                @if let Some(ter) = effort.ter {
                    div { dt { "edit rate (HTER)" } dd { (format!("{:.0} %", 100.0 * ter.edits as f64 / ter.reference_words as f64)) } }
                }
                div { dt { "untouched sentences" } dd { (effort.untouched) " of " (effort.sentences) } }
                @for &impact in Impact::ALL {
                    div { dt { "edits: " (impact.name()) } dd { (count(impact)) } }
                }
            }
        }
    }

    /// Findings and edits of the meaning, with a jump to each: what contradicts something before what was only rewritten.
    fn first(&self) -> Markup {
        const MOST: usize = 8;
        let grave = |finding: &&Finding| finding.level >= Level::Warning && finding.accepted.is_none();
        let findings = self.article.findings.iter().enumerate().filter(|(_, finding)| grave(finding));
        let meaning = self.edits.iter().filter(|(_, edit)| edit.impact == Impact::Meaning && !edit.frame);
        let mut meaning: Vec<&Numbered> = meaning.collect();
        meaning.sort_by_key(|(_, edit)| matches!(edit.kind, Kind::Rewrite | Kind::Addition | Kind::Omission));
        let findings = findings.map(|(number, finding)| self.finding_link(number, finding));
        let links: Vec<Markup> = findings.chain(meaning.into_iter().map(|edit| self.edit_link(edit))).collect();
        let (shown, more) = links.split_at(links.len().min(MOST));
        html! {
            @if links.is_empty() {
                p .calm { "No edit changes what the article says, and no rule is broken." }
            } @else {
                h2 { "Look at these first" }
                ol .look { @for link in shown { (link) } }
                @if !more.is_empty() {
                    details .more { summary { (more.len()) " more" } ol .look { @for link in more { (link) } } }
                }
            }
        }
    }

    fn finding_link(&self, number: usize, finding: &Finding) -> Markup {
        html! {
            li .finding-link { a href={ "#f" (number) } {
                b { (finding.level.name()) " " (finding.rule) }
                span { (safe(&finding.message)) }
                span .where { (self.sentence(finding.place.side, finding.place.span)) }
            } }
        }
    }

    fn edit_link(&self, &(number, edit): &Numbered) -> Markup {
        let is_here =
            |finding: &&Finding| finding.place.side == Side::Final && finding.place.span.overlaps(edit.r#final);
        let place = match edit.r#final.is_empty() {
            true => self.sentence(Side::Draft, edit.draft) + " of the draft",
            false => self.sentence(Side::Final, edit.r#final),
        };
        let fixed = self.article.findings.iter().filter(is_here).find(|finding| finding.rule == "source-number-fixed");
        html! {
            li .good[fixed.is_some()] { a href={ "#e" (number) } {
                b { (name(edit)) }
                (self.change(edit, fixed))
                span .where { (place) }
            } }
        }
    }

    /// `sentence 5`, or the part of the page.
    fn sentence(&self, side: Side, span: Span) -> String {
        let article = side.of(self.article.analysis);
        let at = article.and_then(|article| Some((article, article.sentence_at(span.start)?)));
        at.map_or_else(String::new, |(article, at)| match article.sentences[at].region {
            Region::Body => format!("sentence {}", at + 1),
            region => region.name().to_owned(),
        })
    }

    /// `before → after`, with the reason below.
    fn change(&self, edit: &Edit, fixed: Option<&Finding>) -> Markup {
        let analysis = self.article.analysis;
        let words = |side: Side, span: Span| {
            let text = side.of(analysis).map_or("", |article| article.text_of(span));
            if text.is_empty() { "∅".to_owned() } else { safe(text) }
        };
        html! {
            span {
                (words(Side::Draft, edit.draft)) " → " (words(Side::Final, edit.r#final))
                @match fixed {
                    Some(fixed) => small { "put right: " (safe(&fixed.message)) },
                    None if !edit.reason.is_empty() => small { (safe(&edit.reason)) },
                    None => {}
                }
            }
        }
    }

    /// Filters, which the script switches on.
    fn bar(&self) -> Markup {
        let own = || self.edits.iter().map(|(_, edit)| edit).filter(|edit| !edit.frame);
        let count = |impact| own().filter(|edit| edit.impact == impact).count();
        let mut kinds: Vec<&'static str> = own().map(|edit| edit.kind.name()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        html! {
            nav .bar aria-label="Which edits are marked" hidden {
                @for &impact in Impact::ALL {
                    button type="button" aria-pressed="true" data-impact=(impact.name()) { (impact.name()) " " (count(impact)) }
                }
                details .kinds {
                    summary { "Kinds" }
                    div { @for kind in kinds { label { input type="checkbox" checked value=(kind); " " (kind.replace('_', " ")) } } }
                }
                button type="button" aria-pressed="false" data-fold { "Hide untouched" }
                @if self.article.analysis.source.is_some() {
                    button type="button" aria-pressed="true" data-source { "Original" }
                }
                span .keys { kbd { "j" } " next edit " kbd { "k" } " previous " button type="button" data-help { kbd { "?" } " keys" } }
            }
            dialog .help aria-label="Keys" {
                h2 { "Keys" }
                dl {
                    dt { kbd { "j" } } dd { "next edit that is shown" }
                    dt { kbd { "k" } } dd { "the one before" }
                    dt { kbd { "u" } } dd { "hide or show untouched sentences" }
                    dt { kbd { "o" } } dd { "hide or show the original" }
                    dt { kbd { "?" } } dd { "these keys" }
                }
                form method="dialog" { button { "Close" } }
            }
        }
    }

    fn units(&self) -> Markup {
        let analysis = self.article.analysis;
        let mut of_unit: Vec<Vec<Numbered>> = vec![Vec::new(); analysis.units.len()];
        for &(number, edit) in &self.edits {
            edit.units.iter().for_each(|&unit| of_unit[unit].push((number, edit)));
        }
        html! {
            div .columns aria-hidden="true" {
                span {}
                @if analysis.source.is_some() { span .original { "Original" } }
                @if analysis.draft.is_some() { span { "Draft (machine translation)" } }
                span { "Final (edited)" }
            }
            @if analysis.draft.is_none() {
                @for at in 0..analysis.r#final.sentences.len() { (self.lone_sentence(at)) }
            }
            @for (index, edits) in of_unit.iter().enumerate() {
                @match self.run_from(index) {
                    0 => {}
                    1 => p .run { "1 sentence untouched" },
                    count => p .run { (count) " sentences untouched" },
                }
                (self.unit(index, edits))
            }
        }
    }

    /// Whether nothing is to be seen at a unit.
    fn is_untouched(&self, index: usize) -> bool {
        let unit = &self.article.analysis.units[index];
        unit.op == Op::Keep && !unit.moved && self.findings_of(index).is_empty()
    }

    /// How many untouched sentences follow, where a run of them begins.
    fn run_from(&self, index: usize) -> usize {
        if index > 0 && self.is_untouched(index - 1) {
            return 0;
        }
        let units = &self.article.analysis.units;
        (index..units.len()).take_while(|&at| self.is_untouched(at)).map(|at| units[at].r#final.len()).sum()
    }

    fn unit(&self, index: usize, edits: &[Numbered]) -> Markup {
        let analysis = self.article.analysis;
        let unit = &analysis.units[index];
        let findings = self.findings_of(index);
        let class = if self.is_untouched(index) { "unit same" } else { "unit" };
        let span = |side: Side, range: &Range<usize>| side.of(analysis).map(|article| article.span_of(range.clone()));
        html! {
            section class=(class) id={ "u" (index) } {
                (self.label(index, unit))
                @if let Some(original) = &analysis.source {
                    div .original { (source::original(analysis, original, unit, &self.ties)) }
                }
                @for (side, range, title) in [(Side::Draft, &unit.draft, "Draft"), (Side::Final, &unit.r#final, "Final")] {
                    p data-side=(title) {
                        @match span(side, range).filter(|_| !range.is_empty()) {
                            Some(span) => (marked(analysis, side, span, edits, &self.ties)),
                            None => span .nothing { "—" span .sr { " nothing stands here" } },
                        }
                    }
                }
                @for (number, found) in findings { (finding(number, found)) }
            }
            (self.moved_from(index))
        }
    }

    fn lone_sentence(&self, at: usize) -> Markup {
        let article = &self.article.analysis.r#final;
        let sentence = &article.sentences[at];
        let here = |finding: &Finding| {
            finding.place.side == Side::Final && article.sentence_at(finding.place.span.start) == Some(at)
        };
        html! {
            section .unit {
                div .label { (place(sentence.region, at..at + 1)) }
                @if self.article.analysis.source.is_some() { div .original {} }
                p data-side="Final" { (safe(article.text_of(sentence.span))) }
                @for (number, found) in self.article.findings.iter().enumerate().filter(|(_, found)| here(found)) { (finding(number, found)) }
            }
        }
    }

    /// What became of which sentences.
    fn label(&self, index: usize, unit: &Unit) -> Markup {
        let analysis = self.article.analysis;
        let region = match (unit.r#final.is_empty(), &analysis.draft) {
            (true, Some(draft)) => draft.sentences[unit.draft.start].region,
            _ => analysis.r#final.sentences.get(unit.r#final.start).map_or(Region::Body, |sentence| sentence.region),
        };
        let what = match unit.op {
            Op::Keep => "",
            Op::Edit => "edited",
            Op::Insert => "added",
            Op::Delete => "dropped",
            Op::Split => "split",
            Op::Merge => "merged",
            Op::Rework => "reworked",
        };
        html! {
            div .label {
                @if !what.is_empty() { span .op { (what) } }
                @if region != Region::Body { (region.name()) }
                @else if unit.draft.is_empty() || unit.draft == unit.r#final { (numbers(&unit.r#final)) }
                @else if unit.r#final.is_empty() { (numbers(&unit.draft)) }
                @else { (numbers(&unit.draft)) " → " (numbers(&unit.r#final)) }
                @if unit.moved {
                    a .moved href={ "#m" (index) } { (if unit.r#final.start < unit.draft.start { "moved up" } else { "moved down" }) }
                }
            }
        }
    }

    /// Behind a unit: where sentences stood in the draft that now stand elsewhere.
    fn moved_from(&self, index: usize) -> Markup {
        let units = &self.article.analysis.units;
        let stays = |unit: &&Unit| !unit.moved && !unit.draft.is_empty();
        let behind = |unit: &Unit| {
            let before =
                units.iter().enumerate().filter(|(_, other)| stays(other) && other.draft.end <= unit.draft.start);
            before.max_by_key(|(_, other)| other.draft.end).map_or(0, |(at, _)| at)
        };
        let moved = units
            .iter()
            .enumerate()
            .filter(|(_, unit)| unit.moved && !unit.r#final.is_empty() && behind(unit) == index);
        html! {
            @for (at, unit) in moved {
                p .moved-from id={ "m" (at) } {
                    "Here stood sentence " (numbers(&unit.draft)) " of the draft: "
                    a href={ "#u" (at) } { "now sentence " (numbers(&unit.r#final)) }
                }
            }
        }
    }

    /// The findings whose place lies in a unit; those of the source with the unit that renders it.
    fn findings_of(&self, index: usize) -> Vec<(usize, &Finding)> {
        let analysis = self.article.analysis;
        let unit = &analysis.units[index];
        let within = |finding: &Finding| {
            let Some(sentence) = finding.place.side.of(analysis).and_then(|article| {
                article.sentence_at(finding.place.span.start).or(article.sentences.len().checked_sub(1))
            }) else {
                return false;
            };
            match finding.place.side {
                Side::Draft => unit.draft.contains(&sentence),
                Side::Final => unit.r#final.contains(&sentence),
                Side::Source => source::renders(analysis, unit, sentence),
            }
        };
        self.article.findings.iter().enumerate().filter(|(_, finding)| within(finding)).collect()
    }
}

/// `sentence 3`, or the part of the page.
fn place(region: Region, range: Range<usize>) -> String {
    if region == Region::Body { numbers(&range) } else { region.name().to_owned() }
}

/// `2025-08-01T11:29` as `1 August 2025, 11:29`; what is no such time as it is.
pub(super) fn spelled(time: &str) -> String {
    let (date, clock) = time.split_once('T').map_or((time, None), |(date, clock)| (date, Some(clock)));
    let Ok(date) = date.parse().map(day) else { return time.to_owned() };
    clock.map_or_else(|| date.clone(), |clock| format!("{date}, {clock}"))
}

/// Sentence numbers as people count: `5`, `5 + 6`, `5 to 8`.
fn numbers(range: &Range<usize>) -> String {
    match range.len() {
        0 => "–".to_owned(),
        1 => format!("{}", range.start + 1),
        2 => format!("{} + {}", range.start + 1, range.end),
        _ => format!("{} to {}", range.start + 1, range.end),
    }
}
