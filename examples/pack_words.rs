//! Packs the English word data in `src/lexicon/english/` from SCOWL and VarCon. Run by hand when either has a new version:
//!
//! ```sh
//! apt-get download scowl && dpkg -x scowl_*.deb scowl && cargo fetch   # varcon 1.0.5 carries VarCon as Rust source
//! cargo run --example pack_words -- scowl/usr/share/dict/scowl VARCON/src/codegen.rs src/lexicon/english
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, error, fs};

use unicode_normalization::UnicodeNormalization;

/// SCOWL calls 70 "large": what a big desk dictionary has, without the words of crossword puzzles (80, 95).
const LARGEST: u32 = 70;

/// Every standard spelling; `variant_2` and beyond are what a dictionary marks as rare or wrong.
const SPELLINGS: [&str; 8] =
    ["english", "american", "british", "british_z", "canadian", "australian", "variant_1", "british_variant_1"];

/// Up to here VarCon's unchecked entries, made by replacing letters, are mostly right; beyond stand `terf` for `tref`.
const LARGEST_UNCHECKED: u32 = 60;

/// What VarCon counts as a pair but is two words, two forms of one, or no word.
const NO_PAIRS: [&str; 42] = [
    "analyticalally",
    "beefs",
    "binging",
    "cardiae",
    "castor",
    "castors",
    "caulking",
    "caulkings",
    "chile",
    "chiles",
    "conies",
    "costumire",
    "decaliter",
    "decameter",
    "diss",
    "fayre",
    "hovercraft",
    "hovercrafts",
    "interne",
    "internement",
    "internements",
    "internes",
    "interneship",
    "interneships",
    "mantoes",
    "mat",
    "matres",
    "mats",
    "matt",
    "matte",
    "mattes",
    "matts",
    "nanogrammes",
    "novenae",
    "oecus",
    "patinae",
    "prise",
    "prised",
    "prises",
    "prising",
    "shat",
    "snowshoed",
];

fn main() -> Result<(), Box<dyn error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [scowl, varcon, out] = arguments.as_slice() else { return Err("usage: SCOWL_FOLDER VARCON_SOURCE OUT".into()) };
    let mut words = scowl_words(Path::new(scowl))?;
    let pairs = varcon_pairs(&fs::read_to_string(varcon)?, &words);
    words.extend(pairs.keys().cloned());

    let spelling: String = pairs
        .iter()
        .filter(|(one, other)| !by_rule(one, other))
        .map(|(one, other)| format!("{one} {other}\n"))
        .collect();
    fs::write(Path::new(out).join("spelling.txt"), &spelling)?;
    let packed = fst::Set::from_iter(&words)?;
    fs::write(Path::new(out).join("words.fst"), packed.as_fst().as_bytes())?;
    println!("{} words, {} bytes", words.len(), packed.as_fst().as_bytes().len());
    println!("{} pairs, {} of them not by rule, {} bytes", pairs.len(), spelling.lines().count(), spelling.len());
    Ok(())
}

/// The lower-case words of SCOWL, those with accents also without.
fn scowl_words(folder: &Path) -> Result<BTreeSet<String>, Box<dyn error::Error>> {
    let mut words = BTreeSet::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some((list, size)) = name.rsplit_once('.') else { continue };
        let wanted = list.strip_suffix("-words").is_some_and(|spelling| SPELLINGS.contains(&spelling));
        if !wanted || size.parse::<u32>()? > LARGEST {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        for word in text.lines().filter(|word| word.chars().all(char::is_lowercase)) {
            words.insert(word.to_owned());
            words.insert(word.nfd().filter(char::is_ascii).collect());
        }
    }
    Ok(words)
}

/// Each other spelling with the American one (the first that VarCon calls American, or the common one).
fn varcon_pairs(source: &str, words: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut pairs = BTreeMap::<String, String>::new();
    for cluster in source.split("\nCluster {").skip(1) {
        let level = quoted_after(cluster, "level: ", ',').parse().unwrap_or(u32::MAX);
        let verified = quoted_after(cluster, "verified: ", ',') == "true";
        for entry in cluster.split("Entry {").skip(1).filter(|_| level <= LARGEST) {
            if entry.contains("archaic: true") {
                continue;
            }
            let variants: Vec<(&str, bool)> = entry.split("Variant {").skip(1).filter_map(spelling).collect();
            let Some((american, _)) = variants.iter().find(|(_, american)| *american) else { continue };
            for (other, _) in variants.iter().filter(|(other, _)| other != american && !NO_PAIRS.contains(other)) {
                let sure = verified || level <= LARGEST_UNCHECKED || by_rule(other, american);
                let turned_around = pairs.get(*american).is_some_and(|known| known == other);
                if sure && words.contains(*american) && !turned_around {
                    pairs.entry((*other).to_owned()).or_insert_with(|| (*american).to_owned());
                }
            }
        }
    }
    // `gybe` is `jibe`, which is `gibe`.
    let ends: BTreeMap<String, String> = pairs.values().map(|one| (one.clone(), end(&pairs, one))).collect();
    pairs.values_mut().for_each(|american| american.clone_from(&ends[american]));
    pairs.retain(|other, american| other != american);
    pairs
}

fn end(pairs: &BTreeMap<String, String>, spelling: &str) -> String {
    let path = std::iter::successors(Some(spelling), |one| pairs.get(*one).map(String::as_str));
    path.take(4).last().unwrap_or(spelling).to_owned()
}

/// A standard spelling in lower case, and whether it is the American (or only) standard.
fn spelling(variant: &str) -> Option<(&str, bool)> {
    let word = quoted_after(variant, "word: \"", '"');
    let standard = |line: &&str| ["tag: None", "Tag::Variant", "Tag::Eq"].iter().any(|tag| line.contains(tag));
    let lines: Vec<&str> = variant.lines().filter(|line| line.contains("Category::")).filter(standard).collect();
    let first = |line: &&str| line.contains("tag: None") && (line.contains("::American") || line.contains("::Other"));
    let plain = !lines.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then(|| (word, lines.iter().any(first)))
}

/// Whether `-ise` stands for `-ize` and that is all: `text::word` knows this by rule.
fn by_rule(one: &str, american: &str) -> bool {
    one.replacen("isation", "ization", 1) == american
        || ["ise", "ised", "iser", "isers", "ises", "ising", "isable"].iter().any(|ending| {
            one.strip_suffix(ending).is_some_and(|stem| format!("{stem}{}", ending.replacen('s', "z", 1)) == american)
        })
}

fn quoted_after<'a>(text: &'a str, label: &str, end: char) -> &'a str {
    let after = text.split_once(label).map_or("", |(_, after)| after);
    after.split_once(end).map_or(after, |(value, _)| value)
}
