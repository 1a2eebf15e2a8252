//! How long whole analyses take: an article of 15 sentences, and texts of 10 to 10,000 sentences, edited in the ways that
//! are hardest to align. `cargo bench` prints the median of several runs; compare ratios, not machines.

mod common;

use std::hint::black_box;

use common::median;
use postedit::{Pair, Settings, analyse};

/// A small generator of numbers that are the same everywhere (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

fn word(numbers: &mut Numbers) -> String {
    // Few short words stand often and many long ones seldom, as in any text.
    let rank = numbers.below(70) * numbers.below(70);
    let letters = ["ba", "re", "to", "mi", "sun", "kol", "dra", "pen"];
    let mut rest = rank + 1;
    let mut word = String::new();
    while rest > 0 {
        word += letters[rest % letters.len()];
        rest /= letters.len();
    }
    word
}

fn sentence(numbers: &mut Numbers) -> String {
    let words: Vec<String> = (0..14 + numbers.below(16)).map(|_| word(numbers)).collect();
    format!("The {} {}.", words.join(" "), numbers.below(900) + 100)
}

fn edited(numbers: &mut Numbers, sentence: &str) -> String {
    let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
    for _ in 0..2 {
        let at = numbers.below(words.len() - 1);
        words[at] = word(numbers);
    }
    words.join(" ")
}

/// Draft and final of so many sentences.
fn texts(case: &str, count: usize) -> (String, String) {
    let mut numbers = Numbers(88_172_645_463_325_252);
    let draft: Vec<String> =
        (0..count).map(|_| if case == "equal" { "The same.".to_owned() } else { sentence(&mut numbers) }).collect();
    let mut edited: Vec<String> = match case {
        "different" => (0..count).map(|_| sentence(&mut numbers)).collect(),
        _ => draft
            .iter()
            .map(|sentence| if numbers.below(5) == 0 { edited(&mut numbers, sentence) } else { sentence.clone() })
            .collect(),
    };
    match case {
        "moved" => (0..count / 20).for_each(|_| {
            let moved = edited.remove(numbers.below(count));
            edited.insert(numbers.below(count), moved);
        }),
        "reversed" => edited.reverse(),
        _ => {}
    }
    (draft.join("\n"), edited.join("\n"))
}

fn main() {
    let settings = Settings::default();
    println!("{:10} {:>9} {:>12} {:>14}", "case", "sentences", "median", "per sentence");
    let bench = |case: &str, count: usize, times: usize| {
        let (draft, edited) = texts(case, count);
        let pair = Pair::new(draft, edited);
        let taken = median(|| drop(black_box(analyse(&pair, &settings))), times);
        println!("{case:10} {count:9} {taken:>12.2?} {:>14.2?}", taken / count as u32);
    };
    bench("article", 15, 201);
    for case in ["plain", "moved", "equal", "different", "reversed"] {
        for count in [10, 100, 1_000, 10_000] {
            bench(case, count, if count < 10_000 { 9 } else { 3 });
        }
    }
}
