//! The pages of kinds, rules and settings in `docs` say what the program says. `SNAPSHOTS=overwrite cargo test` writes
//! them anew.

use std::fmt::Write as _;

use postedit::audit::RULES;
use postedit::kinds::{Entry, Form, Impact, Kind};
use postedit::lexicon::{Key, Lexicon};
use snapbox::{Data, IntoData as _, assert_data_eq};

fn section(page: &mut String, entry: &Entry, impact: Option<Impact>) {
    let impact = impact.map(|impact| format!(" ({})", impact.name())).unwrap_or_default();
    write!(page, "\n### `{}`{impact}\n\n{} {}\n\n", entry.name, entry.meaning, entry.definition).expect("a string");
    assert!(entry.examples.len() >= 3, "{}: three examples are promised", entry.name);
    for (draft, edited) in entry.examples {
        writeln!(page, "- `{draft}` → `{edited}`").expect("a string");
    }
}

#[test]
fn the_page_of_kinds_is_current() {
    let mut page = String::from(
        "# Kinds of edits\n\nEvery edit has a form (what happened to the words), a kind (what it is about) and an impact (what it does to the\narticle). Written from the program's own tables: `postedit explain NAME` prints the same. `∅` stands for nothing.\n",
    );
    page.push_str("\n## Impacts\n");
    Impact::ALL.iter().for_each(|impact| section(&mut page, impact.entry(), None));
    page.push_str("\n## Forms\n");
    Form::ALL.iter().for_each(|form| section(&mut page, form.entry(), None));
    page.push_str("\n## Kinds\n");
    Kind::ALL.iter().for_each(|kind| section(&mut page, kind.entry(), Some(kind.impact())));
    assert_data_eq!(page.into_data(), Data::read_from("docs/kinds.md".as_ref(), None).raw());
}

#[test]
fn the_page_of_rules_is_current() {
    let mut page = String::from(
        "# Audit rules\n\nWhat `postedit check` looks for, by the question that it answers. Written from the rules themselves: `postedit explain\nNAME` prints the same. The draft is a machine's guess: a change against it is a reason to look, a contradiction with\nthe source is an error. A rule that is not sure says nothing.\n\nThe level is that unless a desk sets another, in its `postedit.toml` under `[check.rules]`: `error`, `warning`, `info`\nor `off`.\n",
    );
    for (question, rules) in RULES {
        write!(page, "\n## {question}\n").expect("a string");
        for rule in *rules {
            let (name, level) = (rule.name, rule.level);
            write!(page, "\n### `{name}` ({level})\n\n{}\n\n{}\n\n", rule.meaning(), rule.why()).expect("a string");
            write!(page, "- Fires: {}\n- Silent: {}\n", rule.fires(), rule.silent()).expect("a string");
        }
    }
    assert_data_eq!(page.into_data(), Data::read_from("docs/rules.md".as_ref(), None).raw());
}

/// Text in a cell of a table, where a bar would end it.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn row(page: &mut String, key: &Key) {
    let Key { name, meaning, entries, example, is_table, values } = key;
    let example = if *is_table { example.clone() } else { format!("{name} = {example}") };
    let values = if values.is_empty() { String::new() } else { format!(" Values: {}.", values.join(", ")) };
    writeln!(page, "| `{name}` | {}{values} | {entries} | `{}` |", cell(meaning), cell(&example)).expect("a string");
}

#[test]
fn the_page_of_settings_is_current() {
    let settings = include_str!("../src/cli/init.toml").split("# The desk's own words.").next().unwrap_or_default();
    let rules = "#unedited = \"error\"\n# and so on: `postedit explain` lists all rules.\n\n";
    let mut page = format!(
        "# The desk's settings\n\nA desk's settings stand in `postedit.toml`. `postedit init` writes one in which every setting is a comment. A key or a\nvalue that `postedit` does not know is an error that names the file, the line and the nearest right one.\n\n```toml\n{}```\n",
        settings.replace("{rules}\n", rules).trim_end().to_owned() + "\n",
    );
    page.push_str(
        "\n## Tables of words\n\n`[tables.extend]` adds a desk's words to what is built in, and wins where both have an entry. `[tables.replace]` puts them in\nplace of it; an empty list or table empties it. Capitals, curly quotation marks, dashes and a last full stop make no\ndifference. English grammar and the calendar are the same at every desk, and are no settings.\n\n```toml\n[tables.extend]\nconnectives = [\"on a related note\"]\n\n[tables.extend.house_style]\n\"fan meeting\" = \"meet-and-greet\"\n\n[tables.replace]\napproximate = []\n```\n",
    );
    for (heading, is_table) in [("Lists", false), ("Tables", true)] {
        let below = if is_table {
            "Each is a TOML table of its own: `[tables.extend.NAME]`."
        } else {
            "Each is a line in `[tables.extend]` or `[tables.replace]`."
        };
        write!(
            page,
            "\n### {heading}\n\n{below}\n\n| name | what it is | built in | for example |\n| --- | --- | --- | --- |\n"
        )
        .expect("a string");
        Lexicon::keys().iter().filter(|key| key.is_table == is_table).for_each(|key| row(&mut page, key));
    }
    assert_data_eq!(page.into_data(), Data::read_from("docs/settings.md".as_ref(), None).raw());
}
