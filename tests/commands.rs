//! The command line, as files that read as examples: a command and what it prints. `TRYCMD=overwrite cargo test` accepts
//! what is printed now; read the difference before you commit it.

#[test]
fn commands() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd").case("README.md");
}
