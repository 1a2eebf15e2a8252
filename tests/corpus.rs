//! Inputs that fuzzing found worth keeping, and hostile ones made by hand: each goes through the check of its folder.

#[path = "corpus/checks.rs"]
mod checks;

use std::fs;
use std::path::Path;

/// A corpus stays small enough to be read and to be run in seconds.
const LARGEST: usize = 4096;

#[test]
fn every_input_passes_its_check() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    for (name, check) in checks::CHECKS {
        let entries = fs::read_dir(root.join(name)).expect(name);
        let mut files: Vec<_> = entries.map(|entry| entry.expect(name).path()).collect();
        files.sort();
        assert!(!files.is_empty(), "no input for {name}");
        for file in files {
            let bytes = fs::read(&file).expect(name);
            assert!(bytes.len() <= LARGEST, "{} is too long", file.display());
            // The name is shown where a check fails.
            println!("{}", file.display());
            check(&bytes);
        }
    }
}
