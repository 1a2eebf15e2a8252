//! The README's picture is what is really printed. `SNAPSHOTS=overwrite cargo test` draws it anew.

use std::process::Command;

use snapbox::data::DataFormat;
use snapbox::{Data, IntoData as _, assert_data_eq};

#[test]
fn the_picture_is_what_is_printed() {
    let output = Command::new(env!("CARGO_BIN_EXE_postedit"))
        .args(["diff", "samples/exports/draft.txt", "samples/exports/final.txt", "--color", "always"])
        .output()
        .expect("postedit runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let picture = Data::read_from("docs/terminal.svg".as_ref(), Some(DataFormat::TermSvg));
    assert_data_eq!(printed.into_data().coerce_to(DataFormat::TermSvg), picture.raw());
}
