//! How long the measures take: TER, chrF2, word tags and the distance in characters for sentences of 10 to 1,000 words.
//! `cargo bench --bench effort` prints the median of several runs.
//!
//! `cargo bench --bench effort -- FILE TIMES` measures nothing by itself: it works out the TER of the pairs of a JSON
//! Lines file so many times, for `benches/peers.py`, which counts the seconds of the processor.

mod common;

use std::hint::black_box;

use common::median;
use postedit::effort::{TerOptions, character_distance, chrf2, ter, word_tags};

/// A small generator of numbers that are the same everywhere (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }

    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 8] = ["ba", "re", "to", "mi", "sun", "kol", "dra", "pen"];
        // Few short words stand often and many long ones seldom, as in any text.
        let mut rest = self.below(70) * self.below(70) + 1;
        let mut word = String::new();
        while rest > 0 {
            word += SYLLABLES[rest % SYLLABLES.len()];
            rest /= SYLLABLES.len();
        }
        word
    }
}

/// A draft of so many words, and a final in which one word of six was changed and one block of words was moved.
fn sentences(numbers: &mut Numbers, count: usize) -> (String, String) {
    let draft: Vec<String> = (0..count).map(|_| numbers.word()).collect();
    let mut edited = draft.clone();
    for _ in 0..count / 6 {
        let at = numbers.below(edited.len());
        match numbers.below(3) {
            0 => edited[at] = numbers.word(),
            1 => edited.insert(at, numbers.word()),
            _ => drop(edited.remove(at)),
        }
    }
    let block: Vec<String> = edited.drain(1..3).collect();
    let place = numbers.below(edited.len());
    edited.splice(place..place, block);
    (draft.join(" "), edited.join(" "))
}

/// Works out the TER of all pairs of a file.
fn repeat(file: &str, times: usize) {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let row = |line| serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|error| panic!("{file}: {error}"));
    let rows: Vec<serde_json::Value> = text.lines().map(row).collect();
    for _ in 0..times {
        for row in &rows {
            let side = |name: &str| row[name].as_str().unwrap_or_default();
            black_box(ter(side("draft"), side("final"), &TerOptions::default()));
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [file, times] = arguments.as_slice() {
        return repeat(file, times.parse().expect("a number of times"));
    }
    println!("{:>6} {:>12} {:>12} {:>12} {:>12}", "words", "TER", "chrF2", "word tags", "characters");
    let mut numbers = Numbers(88_172_645_463_325_252);
    for count in [10, 20, 50, 100, 200, 500, 1_000] {
        let pairs: Vec<(String, String)> = (0..2_000 / count).map(|_| sentences(&mut numbers, count)).collect();
        let bench = |measure: &dyn Fn(&str, &str)| {
            let all = || pairs.iter().for_each(|(draft, edited)| measure(draft, edited));
            format!("{:.2?}", median(all, 15) / pairs.len() as u32)
        };
        println!(
            "{count:6} {:>12} {:>12} {:>12} {:>12}",
            bench(&|draft, edited| _ = black_box(ter(draft, edited, &TerOptions::default()))),
            bench(&|draft, edited| _ = black_box(chrf2(draft, edited))),
            bench(&|draft, edited| _ = black_box(word_tags(draft, edited))),
            bench(&|draft, edited| _ = black_box(character_distance(draft, edited))),
        );
    }
}
