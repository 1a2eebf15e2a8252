//! What is wrong in a `postedit.toml`, said to an editor: the key, its section, and the nearest right one.

use toml::de::{DeTable, DeValue};

/// More values than these are not listed in a message.
const MOST_LISTED: usize = 8;

/// The keys that lead to a byte of a TOML text, the outermost first.
pub(super) fn place(text: &str, at: usize) -> Vec<String> {
    let mut keys = Vec::new();
    if let Ok(table) = DeTable::parse(text) {
        find(table.get_ref(), at, &mut keys);
    }
    keys
}

/// Whether a byte lies in a key of the table or in its value; then the keys that lead there are put in.
fn find(table: &DeTable, at: usize, keys: &mut Vec<String>) -> bool {
    table.iter().any(|(key, value)| {
        keys.push(key.get_ref().to_string());
        // The keys of a table stand outside the span of its header.
        let inside = matches!(value.get_ref(), DeValue::Table(inner) if find(inner, at, keys));
        let found = inside || key.span().contains(&at) || value.span().contains(&at);
        if !found {
            keys.pop();
        }
        found
    })
}

/// Where the key at the end of a path of keys stands in a TOML text.
pub(super) fn start_of(text: &str, path: &[&str]) -> usize {
    let Ok(table) = DeTable::parse(text) else { return 0 };
    let (mut start, mut table) = (0, table.get_ref());
    for name in path {
        let Some((key, value)) = table.iter().find(|(key, _)| key.get_ref() == name) else { break };
        start = key.span().start;
        let DeValue::Table(inner) = value.get_ref() else { break };
        table = inner;
    }
    start
}

/// A message of the TOML reader in an editor's words.
pub(super) fn message(said: &str, place: &[String]) -> String {
    let said = said.lines().map(str::trim).collect::<Vec<_>>().join("; ");
    let (key, sections) = place.split_last().map_or(("", place), |(key, sections)| (key.as_str(), sections));
    let section = if sections.is_empty() { String::new() } else { format!(" in [{}]", sections.join(".")) };
    if let Some((key, known)) = among(&said, "unknown field `") {
        let nearest = nearest(key, &known);
        return format!("unknown key {key:?}{section}{nearest} `postedit init` writes a file with all keys.");
    }
    if let Some((value, known)) = among(&said, "unknown variant `") {
        let nearest = nearest(value, &known);
        let listed = if known.len() <= MOST_LISTED {
            known.join(", ")
        } else {
            "`postedit init` writes a file that lists it".to_owned()
        };
        return format!("{key}{section} cannot be {value:?}{nearest} What it can be: {listed}.");
    }
    let said = said.replace("expected a sequence", "expected a list").replace("expected a map", "expected a table");
    if key.is_empty() {
        format!("{said}. Correct this line.")
    } else {
        format!("{key}{section}: {said}. Correct this line.")
    }
}

/// An audit rule that does not exist.
pub(super) fn unknown_rule(name: &str, known: &[&str]) -> String {
    format!("unknown audit rule {name:?} in [check.rules]{} `postedit explain` lists all rules.", nearest(name, known))
}

/// What serde says of a name that is not among those it knows: the name, and those.
fn among<'a>(said: &'a str, start: &str) -> Option<(&'a str, Vec<&'a str>)> {
    let (name, rest) = said.strip_prefix(start)?.rsplit_once("`, expected ")?;
    Some((name, rest.split('`').skip(1).step_by(2).collect()))
}

/// The known name that somebody may have meant, as the end of a sentence; a full stop where none is near.
fn nearest(name: &str, known: &[&str]) -> String {
    /// So many wrong letters are a slip in any word; in a longer one half of its letters.
    const SLIPS: usize = 2;
    let name = name.to_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&known.to_lowercase(), &name);
    let nearest = known.iter().map(|known| (distance(known), known)).min();
    match nearest {
        Some((distance, known)) if distance <= SLIPS.max(name.chars().count() / 2) => {
            format!("; did you mean \"{known}\"?")
        }
        _ => ".".to_owned(),
    }
}
