//! Sentences one a line, in `names.jsonl` and `values.jsonl`: source, final, and what is wrong in the final, if anything.

use super::{NAME, NUMBER, findings};
use postedit::Pair;
use postedit::settings::Level;

#[derive(serde::Deserialize)]
struct Row {
    source: String,
    r#final: String,
    wrong: Option<String>,
}

/// The rows in which a rule says something else than they do: nothing, or one finding at what is wrong.
fn failed(rule: &str, lines: &str) -> Vec<String> {
    let fails = |line: &&str| {
        let row: Row = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let pair = Pair::new(row.r#final.as_str(), row.r#final.as_str()).with_source(row.source);
        let found = findings(rule, &pair, "");
        let places: Vec<&str> = found
            .iter()
            .filter(|finding| finding.level >= Level::Warning)
            .map(|finding| finding.place.span.of(&row.r#final))
            .collect();
        match (row.wrong.as_deref(), &places[..]) {
            (None, []) => false,
            (Some(wrong), [place]) => !wrong.contains(place) && !place.contains(wrong),
            _ => true,
        }
    };
    lines.lines().filter(fails).map(str::to_owned).collect()
}

#[test]
fn every_row_is_judged_as_it_says() {
    let wrong = [failed(NUMBER, include_str!("values.jsonl")), failed(NAME, include_str!("names.jsonl"))].concat();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}
