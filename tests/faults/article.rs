//! The clean articles, and how a fault is put into one.

use std::fs;
use std::ops::Range;
use std::path::Path;

use postedit::article::Region;
use postedit::settings::Settings;
use postedit::{Pair, analyse};
use regex::{Captures, Regex};

/// An article in three versions.
pub struct Article {
    pub name: String,
    pub draft: String,
    pub r#final: String,
    pub source: String,
    /// The sentences of the final's body.
    pub sentences: Vec<Range<usize>>,
    /// For each of them, the sentences of the draft that it was made from, as one text.
    pub drafted: Vec<String>,
}

/// Which versions are handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Versions {
    All,
    NoDraft,
    NoSource,
}

/// An article with one fault.
pub struct Fault {
    /// What was done where.
    pub at: String,
    pub pair: Pair,
    pub versions: Versions,
    /// Where they are not the default.
    pub settings: Option<Settings>,
}

/// All articles of `tests/articles`, by name.
pub fn all() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut folders: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let settings = Settings::default();
    folders.iter().map(|folder| Article::read(folder, &settings)).collect()
}

impl Article {
    fn read(folder: &Path, settings: &Settings) -> Self {
        let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
        let source = ["source.ko.txt", "source.ja.txt", "source.zh.txt"].iter().find_map(|name| read(name));
        let (draft, r#final) = (read("draft.txt").unwrap(), read("final.txt").unwrap());
        let analysis = analyse(&Pair::new(draft.as_str(), r#final.as_str()), settings);
        let told = analysis.r#final.sentences.iter().enumerate().filter(|(_, it)| it.region == Region::Body);
        let made_from = |at: usize| {
            let unit =
                analysis.units.iter().find(|unit| unit.r#final.contains(&at)).expect("every sentence has a unit");
            let draft = analysis.draft.as_ref().expect("there is a draft");
            draft.text_of(draft.span_of(unit.draft.clone())).to_owned()
        };
        let (sentences, drafted) = told.map(|(at, it)| (it.span.start..it.span.end, made_from(at))).unzip();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        Article { name, draft, r#final, source: source.expect("a source"), sentences, drafted }
    }

    pub fn pair(&self, versions: Versions) -> Pair {
        self.pair_of(&self.draft, &self.r#final, versions)
    }

    fn pair_of(&self, draft: &str, r#final: &str, versions: Versions) -> Pair {
        Pair {
            id: Some(self.name.clone()),
            draft: (versions != Versions::NoDraft).then(|| draft.into()),
            r#final: r#final.into(),
            source: (versions != Versions::NoSource).then(|| self.source.as_str().into()),
            ..Pair::default()
        }
    }

    /// The article with another final, all versions at hand.
    pub fn with_final(&self, r#final: &str, at: impl Into<String>) -> Fault {
        self.with(&self.draft, r#final, Versions::All, at)
    }

    /// The article with other texts.
    pub fn with(&self, draft: &str, r#final: &str, versions: Versions, at: impl Into<String>) -> Fault {
        Fault { at: at.into(), pair: self.pair_of(draft, r#final, versions), versions, settings: None }
    }

    /// Faults that editing put into a sentence, each against two drafts: the clean final, as if nothing else had been
    /// edited, and the machine's, where the sentence was kept more or less.
    pub fn edited(&self, changes: Vec<(String, String, usize)>, versions: Versions) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (text, at, index) in changes {
            faults.push(self.with(&self.r#final, &text, versions, format!("{at} (alone)")));
            if self.is_kept(index) {
                faults.push(self.with(&self.draft, &text, versions, at));
            }
        }
        faults
    }

    /// Whether most words of a sentence are the draft's.
    pub fn is_kept(&self, index: usize) -> bool {
        const LEAST_KEPT: f64 = 0.7;
        let words = |text: &str| -> Vec<String> {
            let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
            words.map(|word| word.to_lowercase().chars().take(5).collect()).collect()
        };
        let (own, drafted) = (words(self.sentence(index)), words(&self.drafted[index]));
        let kept = own.iter().filter(|word| drafted.contains(word)).count();
        let length = own.len().max(drafted.len());
        kept as f64 >= LEAST_KEPT * length as f64
    }

    /// The sentence of the body that a byte stands in.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        self.sentences.iter().position(|range| range.contains(&byte))
    }

    /// The text of a sentence of the final.
    pub fn sentence(&self, index: usize) -> &str {
        &self.r#final[self.sentences[index].clone()]
    }

    /// The final with something in the place of a range of it.
    pub fn replaced(&self, range: Range<usize>, with: &str) -> String {
        format!("{}{with}{}", &self.r#final[..range.start], &self.r#final[range.end..])
    }

    /// The final with more behind a sentence.
    pub fn extended(&self, index: usize, with: &str) -> String {
        let end = self.sentences[index].end;
        self.replaced(end..end, &format!(" {with}"))
    }

    /// The final without the sentences that are chosen by their index.
    pub fn without(&self, chosen: impl Fn(usize) -> bool) -> String {
        let mut text = self.r#final.clone();
        for (index, range) in self.sentences.iter().enumerate().rev().filter(|(index, _)| chosen(*index)) {
            let _ = index;
            let end = range.end + usize::from(text[range.end..].starts_with(' '));
            text.replace_range(range.start..end, "");
        }
        text
    }

    /// The line of the final that begins with a word.
    pub fn line(&self, start: &str) -> Option<Range<usize>> {
        let mut at = 0;
        for line in self.r#final.split_inclusive('\n') {
            if line.starts_with(start) {
                return Some(at..at + line.len());
            }
            at += line.len();
        }
        None
    }

    /// A fault for every match of a pattern in the sentences of the body outside quotations, one at a time.
    pub fn each_match(&self, pattern: &str, change: impl Fn(&Captures) -> Option<String>) -> Vec<Fault> {
        let faults = self.changes(pattern, change);
        faults.into_iter().map(|(r#final, at, _)| self.with_final(&r#final, at)).collect()
    }

    /// The same as finals, each with what was done, and the index of the sentence.
    pub fn changes(&self, pattern: &str, change: impl Fn(&Captures) -> Option<String>) -> Vec<(String, String, usize)> {
        let pattern = Regex::new(pattern).unwrap();
        let mut found = Vec::new();
        for (index, range) in self.sentences.iter().enumerate() {
            let sentence = self.sentence(index);
            if sentence.contains(['“', '”']) {
                continue;
            }
            for captures in pattern.captures_iter(sentence) {
                let Some(new) = change(&captures) else { continue };
                let old = captures.get(0).unwrap();
                let place = range.start + old.start()..range.start + old.end();
                let at = format!("\"{}\" became \"{new}\" in: {sentence}", old.as_str());
                found.push((self.replaced(place, &new), at, index));
            }
        }
        found
    }
}

impl Fault {
    /// The same under other settings.
    pub fn under(self, settings: Settings) -> Self {
        Fault { settings: Some(settings), ..self }
    }
}
