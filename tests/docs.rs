//! `docs/kinds.md` and `docs/rules.md` say what the program says. `SNAPSHOTS=overwrite cargo test` writes it anew.

use std::fmt::Write as _;

use postedit::audit::RULES;
use postedit::kinds::{Entry, Form, Impact, Kind};
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
