//! Which sentences belong together.
//!
//! `tests/alignment.txt` has a line for each pair of texts of `tests/articles/`, from the first to the second: the sentences
//! by number, those that moved with a star, and how alike they are. `SNAPSHOTS=overwrite cargo test` writes down what is found now; read the difference before you commit it.

use std::fmt::Write;
use std::fs;
use std::ops::Range;

use postedit::compare::Unit;
use postedit::{Pair, Settings, Text, analyse};

/// A sentence of a source, and what of it a translation keeps. Without it the words in its place say nothing.
const KEPT: &[(&str, &str, &str)] = &[
    ("사공이 12명이다.", "12 men", "the men"),
    ("그 값이 53억8000만 원이다.", "5.38 billion won", "a lot of the money"),
    ("그 값이 8000만 원이다.", "80 million won", "a lot of money"),
    ("वे १२ थे।", "12 men", "the men"),
    ("彼らは１２人だ。", "12 men", "the men"),
    ("값은 1,200원이다.", "1,200 won", "the price"),
    ("부산이다.", "Busan", "harbor"),
    ("Это Владивосток.", "Vladivostok", "the big city"),
    ("トヨタだ。", "Toyota", "the car"),
    ("यह नेपाल है।", "Nepal", "there"),
    ("Das ist Łódź.", "Lodz", "home"),
    ("Das ist Straßburg.", "Strassburg", "quiet home"),
    ("그렇다(아니다).", "(so it is)", "so it is so"),
    ("“그렇다”였다.", "“so it is”", "so it is so"),
    ("그, 저, 또 그.", "so, so, so", "so and so and"),
    ("부산 배다.", "Pusan", "harbor"),
    ("Это во Владивостоке.", "Vladivostok", "the big city"),
    ("Это Страсбургу.", "Strasbourg", "big old city"),
];

/// Finals that moved or mixed sentences, so that the source is only found through the draft.
const TOLD_ANEW: [&str; 6] = ["diplomacy", "exports", "obituary", "prices", "strike", "travel"];

fn run(sentences: &Range<usize>) -> String {
    sentences.clone().map(|at| at.to_string()).collect::<Vec<_>>().join("+")
}

fn line(name: &str, units: &[Unit]) -> String {
    let mut line = format!("{name}:");
    for unit in units {
        let moved = if unit.moved { "*" } else { "" };
        write!(line, " {}>{}{moved} {:.2}", run(&unit.draft), run(&unit.r#final), unit.similarity).unwrap();
    }
    line + "\n"
}

#[test]
fn sentences_find_their_partners() {
    let mut found = String::new();
    let mut articles: Vec<_> = fs::read_dir("tests/articles").unwrap().map(|entry| entry.unwrap().path()).collect();
    articles.sort();
    for article in articles {
        let [draft, edited, source] = ["draft.", "final.", "source."].map(|start| {
            let mut files = fs::read_dir(&article).unwrap().map(|entry| entry.unwrap().path());
            let file = files.find(|file| file.file_name().unwrap().to_string_lossy().starts_with(start)).expect(start);
            Text::new(fs::read_to_string(file).unwrap())
        });
        let pair = Pair { source: Some(source), ..Pair::new(draft, edited) };
        let analysis = analyse(&pair, &Settings::default());
        let name = article.file_name().unwrap().to_string_lossy();
        found += &line(&format!("{name}, draft and final"), &analysis.units);
        found += &line(&format!("{name}, source and draft"), &analysis.source.expect("a source").units);
        if !TOLD_ANEW.contains(&&*name) {
            let analysis = analyse(&Pair { draft: None, ..pair }, &Settings::default());
            found += &line(&format!("{name}, source and final"), &analysis.source.expect("a source").units);
        }
    }
    snapbox::assert_data_eq!(found, snapbox::file!["alignment.txt"]);
}

#[test]
fn what_a_translation_keeps_says_where_a_sentence_went() {
    for (sentence, kept, other) in KEPT {
        for (words, expected) in [([kept, other], " 0+1>0 2>1"), ([other, kept], " 0>0 1+2>1")] {
            let source = ["배가 아침에 떠났다.", sentence, "비가 저녁에 내렸다."];
            let draft =
                [format!("The ship left at dawn {}.", words[0]), format!("The rain fell at dusk {}.", words[1])];
            let text = Text::from_sentences(&draft);
            let pair = Pair { source: Some(Text::from_sentences(&source)), ..Pair::new(text.clone(), text) };
            let units = analyse(&pair, &Settings::default()).source.expect("a source").units;
            let found: String =
                units.iter().map(|unit| format!(" {}>{}", run(&unit.draft), run(&unit.r#final))).collect();
            assert_eq!(found, expected, "{sentence} in {draft:?}");
        }
    }
}

/// The units of sentences of which those in `missing` have no partner and all others have one.
fn all_but(missing: Range<usize>, sentences: usize) -> Vec<[Range<usize>; 2]> {
    let unit = |at: usize| match at {
        _ if at < missing.start => [at..at + 1, at..at + 1],
        _ if at < missing.end => [at..at + 1, missing.start..missing.start],
        _ => [at..at + 1, at - missing.len()..at + 1 - missing.len()],
    };
    (0..sentences).map(unit).collect()
}

fn runs(units: &[Unit]) -> Vec<[Range<usize>; 2]> {
    units.iter().map(|unit| [unit.draft.clone(), unit.r#final.clone()]).collect()
}

/// A name for each number below ten thousand.
fn name(number: usize) -> String {
    const SYLLABLES: [&str; 10] = ["Ba", "ko", "du", "mi", "re", "sa", "to", "li", "nu", "ga"];
    [1, 10, 100, 1_000].map(|place| SYLLABLES[number / place % 10]).concat()
}

#[test]
fn long_texts_are_aligned_by_what_is_sure() {
    let without = |missing: Range<usize>, mut sentences: Vec<String>| {
        sentences.drain(missing);
        Text::from_sentences(&sentences)
    };
    let write = |count: usize, sentence: &dyn Fn(usize) -> String| (0..count).map(sentence).collect::<Vec<_>>();
    // Edited so that half of each sentence is new, or that little but a name is the same.
    let sure = |at: usize| format!("The ferry Sorae{at} left pier Darae{} with a load of rice.", 7 * at + 3);
    let edited = |at: usize| format!("The ferry Sorae{at} left pier Darae{} after it had been mended.", 7 * at + 3);
    let unsure = |at: usize| format!("Sorae{at} was late once more, and nobody in the harbor knew why.");
    for (edited, missing) in [(&edited as &dyn Fn(usize) -> String, 60..130), (&unsure, 130..131)] {
        let pair = Pair::new(Text::from_sentences(&write(250, &sure)), without(missing.clone(), write(250, edited)));
        let analysis = analyse(&pair, &Settings::default());
        assert_eq!(analysis.degraded, ["alignment-cut"]);
        assert_eq!(runs(&analysis.units), all_but(missing, 250), "{}", edited(0));
    }
    let source =
        |at: usize| format!("{} 배가 {} 부두에서 {} 씨를 태웠다.", name(at), name(at + 3_000), name(at + 6_000));
    let told = |at: usize| format!("The {} took {} on board at {}.", name(at), name(at + 6_000), name(at + 3_000));
    let draft = without(20..620, write(1_700, &told));
    let pair = Pair { source: Some(Text::from_sentences(&write(1_700, &source))), ..Pair::new(draft.clone(), draft) };
    let analysis = analyse(&pair, &Settings::default());
    assert_eq!(analysis.degraded, ["source-alignment-banded"]);
    assert_eq!(runs(&analysis.source.expect("a source").units), all_but(20..620, 1_700));
}
