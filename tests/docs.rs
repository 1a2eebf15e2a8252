//! `docs/kinds.md` says what the program says. `SNAPSHOTS=overwrite cargo test` writes it anew.

use std::fmt::Write as _;

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
