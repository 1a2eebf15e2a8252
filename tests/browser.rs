//! The pages in a real browser.

use std::process::Command;

#[test]
#[ignore = "needs Chromium and Node; run .ci/pages, as CI does"]
fn pages_open_and_work_in_a_browser() {
    let status = Command::new(".ci/pages").env("POSTEDIT", env!("CARGO_BIN_EXE_postedit")).status();
    assert!(status.expect("bash runs").success());
}
