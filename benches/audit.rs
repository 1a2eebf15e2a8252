//! How long all audit rules take for an article with draft and source, the analysis left out: `cargo bench --bench audit`
//! prints the median of several runs for each of `tests/articles`. `-- TIMES` sets how many; with 1, a profiler counts the
//! instructions of one.

mod common;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use common::median;
use postedit::{Pair, Settings, analyse, audit};

fn main() {
    let times = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(201);
    let settings = Settings::default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut folders: Vec<_> =
        fs::read_dir(root).expect("the articles").map(|entry| entry.expect("one").path()).collect();
    folders.sort();
    println!("{:12} {:>9} {:>8} {:>10}", "article", "sentences", "findings", "median");
    let mut all = Duration::ZERO;
    for folder in &folders {
        let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
        let source = ["ko", "ja", "zh"].iter().find_map(|lang| read(&format!("source.{lang}.txt")));
        let pair = Pair::new(read("draft.txt").expect("a draft"), read("final.txt").expect("a final"))
            .with_source(source.expect("a source"));
        let analysis = analyse(&pair, &settings);
        let taken = median(|| drop(black_box(audit::run(black_box(&analysis), &settings))), times);
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let findings = audit::run(&analysis, &settings).len();
        println!("{name:12} {:9} {findings:8} {taken:>10.1?}", analysis.r#final.sentences.len());
        all += taken;
    }
    println!("{:12} {:>28.1?}", "mean", all / folders.len() as u32);
}
