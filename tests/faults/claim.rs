//! Faults in the footer and the frame, and editing that never happened.

use postedit::settings::{Level, Settings};
use regex::Regex;

use crate::Maker;
use crate::article::{Article, Fault};

pub const MAKERS: &[(&str, Maker)] = &[
    ("disclosure-missing", without_disclosure),
    ("disclosure-altered", other_wording_than_set),
    ("disclosure-altered", broken_wording),
    ("disclosure-misplaced", disclosure_above_the_body),
    ("disclosure-misplaced", disclosure_twice),
    ("byline-missing", without_byline),
    ("unedited", draft_in_the_frame),
    ("unedited", draft_with_curly_quotes),
    ("barely-edited", one_word_changed),
    ("untouched-run", rest_as_it_was),
    ("dates-impossible", updated_before_published),
    ("dates-impossible", wrong_weekday),
];

fn disclosure(article: &Article) -> std::ops::Range<usize> {
    article.line("Translated from").expect("every article has a disclosure")
}

fn without_disclosure(article: &Article) -> Vec<Fault> {
    vec![article.with_final(&article.replaced(disclosure(article), ""), "no disclosure")]
}

fn other_wording_than_set(article: &Article) -> Vec<Fault> {
    let line = disclosure(article);
    let wording = article.r#final[line.clone()].trim_end().to_owned();
    let mut settings = Settings::default();
    settings.disclosure.wording.push(wording.clone());
    let slips = [
        ("generative AI", "AI"),
        (" and edited by", " and reviewed by"),
        ("Translated", "This article was translated"),
    ];
    let altered = slips.iter().map(|(old, new)| {
        let other = article.replaced(line.clone(), &format!("{}\n", wording.replace(old, new)));
        article.with_final(&other, format!("\"{old}\" became \"{new}\"")).under(settings.clone())
    });
    altered.collect()
}

fn broken_wording(article: &Article) -> Vec<Fault> {
    let line = disclosure(article);
    let slips = [(" by ", " "), (" and edited by", " and by"), (" staff.", ".")];
    let broken = slips.iter().map(|(old, new)| {
        let wording = article.r#final[line.clone()].replace(old, new);
        article.with_final(&article.replaced(line.clone(), &wording), format!("\"{old}\" became \"{new}\""))
    });
    broken.collect()
}

fn disclosure_above_the_body(article: &Article) -> Vec<Fault> {
    let line = disclosure(article);
    let first = article.sentences[0].start;
    if line.start < first {
        return Vec::new();
    }
    let text = &article.r#final;
    let moved = format!("{}{}{}{}", &text[..first], &text[line.clone()], &text[first..line.start], &text[line.end..]);
    vec![article.with_final(&moved, "disclosure above the body")]
}

fn disclosure_twice(article: &Article) -> Vec<Fault> {
    let line = article.r#final[disclosure(article)].to_owned();
    let first = article.sentences[0].start;
    let below = article.sentences.last().unwrap().end;
    let at = if disclosure(article).start < first { below } else { first };
    let line = if at == below { format!("\n\n{line}") } else { line };
    vec![article.with_final(&article.replaced(at..at, &line), "disclosure twice")]
}

fn without_byline(article: &Article) -> Vec<Fault> {
    let mut settings = Settings::default();
    settings.check.rules.insert("byline-missing".to_owned(), Level::Warning);
    let start = article.line("BY ").expect("every article has a byline").start;
    let end = article.r#final[start..].rfind('@').map(|at| start + at).unwrap();
    let end = article.r#final[end..].find('\n').map_or(article.r#final.len(), |at| end + at);
    vec![article.with_final(&article.replaced(start..end, ""), "no byline").under(settings)]
}

/// The draft between the final's dateline, footer and byline.
fn framed(article: &Article, headline_and_body: &str) -> String {
    let (headline, body) = headline_and_body.split_once('\n').unwrap();
    let frame = |start: &str| article.line(start).map_or("", |line| &article.r#final[line]);
    let byline = article.line("BY ").map_or("", |line| &article.r#final[line]);
    format!("{headline}\n{}{body}\n{}{byline}", frame("Published"), frame("Translated"))
}

fn draft_in_the_frame(article: &Article) -> Vec<Fault> {
    vec![article.with_final(&framed(article, &article.draft), "the draft in the frame")]
}

fn draft_with_curly_quotes(article: &Article) -> Vec<Fault> {
    let opening = Regex::new(r#"(^|[\s(])""#).unwrap();
    let curly = opening.replace_all(&article.draft, "$1“").replace('"', "”").replace('\'', "’");
    vec![article.with_final(&framed(article, &curly), "the draft with curly marks")]
}

fn one_word_changed(article: &Article) -> Vec<Fault> {
    let words =
        [("announced", "said"), ("However,", "But"), (" this year", " the year"), (" will be ", " is going to be ")];
    let pairs = words.iter().filter(|(old, _)| article.draft.contains(old));
    let faults = pairs.map(|(old, new)| {
        let text = article.draft.replacen(old, new, 1);
        article.with_final(&framed(article, &text), format!("\"{old}\" became \"{new}\" in the draft, no more"))
    });
    faults.collect()
}

/// Headline and first paragraph as the editor made them, and all the rest as the machine did.
fn rest_as_it_was(article: &Article) -> Vec<Fault> {
    let headline = article.r#final.lines().next().unwrap();
    let first = &article.r#final[article.sentences[0].start..];
    let first = first.split('\n').next().unwrap();
    let lines: Vec<&str> = article.draft.lines().filter(|line| !line.is_empty()).collect();
    let text = format!("{headline}\n{first}\n{}\n", lines[2..].join("\n"));
    vec![article.with_final(&framed(article, &text), "the draft from the second paragraph on")]
}

fn updated_before_published(article: &Article) -> Vec<Fault> {
    let line = article.line("Published").unwrap();
    let text = article.r#final[line.clone()].trim_end();
    let time = text.strip_prefix("Published: ").unwrap().split(" Updated: ").next().unwrap();
    let year = Regex::new(r"\d{4}").unwrap();
    let earlier = year.replace(time, |found: &regex::Captures| (found[0].parse::<u32>().unwrap() - 1).to_string());
    let hour = Regex::new(r"(\d\d):(\d\d)").unwrap();
    let hour = hour
        .replace(time, |found: &regex::Captures| format!("{:02}:{}", found[1].parse::<u32>().unwrap() - 1, &found[2]));
    let faults = [earlier, hour].into_iter().map(|updated| {
        let dateline = format!("Published: {time} Updated: {updated}\n");
        article.with_final(&article.replaced(line.clone(), &dateline), format!("updated {updated}"))
    });
    faults.collect()
}

/// A date of the article with a weekday on which it didn't fall.
fn wrong_weekday(article: &Article) -> Vec<Fault> {
    const DATE: &str = r"\bon ((?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|March|April|May|June|July) (\d+)\b";
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let published = Regex::new(r"Published: \d+ (\w{3})\w*\.? (\d{4})").unwrap();
    let published = published.captures(&article.r#final).unwrap();
    let month_of = |name: &str| months.iter().position(|month| name.starts_with(month)).unwrap() as i64 + 1;
    article.each_match(DATE, |found| {
        // The year in which the month is nearest to that of the dateline.
        let (month, now) = (month_of(&found[1]), month_of(&published[1]));
        let year = published[2].parse::<i64>().unwrap() + i64::from(month + 6 < now) - i64::from(month > now + 6);
        let wrong = weekday(year, month, found[2].parse().unwrap()) + 1;
        let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
        Some(format!("on {}, {} {}", names[wrong % 7], &found[1], &found[2]))
    })
}

/// The day of the week by Sakamoto's method, 0 for Sunday.
fn weekday(year: i64, month: i64, day: i64) -> usize {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    ((year + year / 4 - year / 100 + year / 400 + shifts[month as usize - 1] + day) % 7) as usize
}
