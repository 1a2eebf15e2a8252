//! One article, analysed: [`analyse`] is the front door of the library.

mod source;

use std::fmt;

use crate::article::{self, Article, Region};
use crate::compare::{self, Hunk, Op, Unit};
use crate::effort::{self, Effort};
use crate::kinds::{self, Context, Edit};
use crate::lexicon::Lexicon;
use crate::pair::Pair;
use crate::settings::Settings;
use crate::text::Vocabulary;

pub use source::Source;

/// What is known about one article: its versions, what corresponds in them, what was edited, and how much.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The article's name, as the pair gave it.
    pub id: Option<String>,
    /// The folder that the name is in, as the pair gave it.
    pub folder: Option<String>,
    /// Fields of the pair that are carried along.
    pub meta: serde_json::Map<String, serde_json::Value>,
    /// The machine's translation, if there is one.
    pub draft: Option<Article>,
    /// The edited version.
    pub r#final: Article,
    /// The original, if there is one.
    pub source: Option<Source>,
    /// The words that the tokens of all versions stand for.
    pub vocabulary: Vocabulary,
    /// The aligned sentences of draft and final; empty without a draft, like all that follows from it.
    pub units: Vec<Unit>,
    /// What differs within each unit, to the letter, in the order of the units.
    pub hunks: Vec<Hunk>,
    /// What an editor would call the edits.
    pub edits: Vec<Edit>,
    /// How much was changed.
    pub effort: Option<Effort>,
    /// Every shortcut taken on a text too long for the exact way.
    pub degraded: Vec<&'static str>,
    /// What is odd about the two texts as a pair.
    pub notes: Vec<Note>,
}

/// Something odd about two texts as a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// They have next to nothing in common.
    ShareNothing,
    /// The frame stands in the draft alone.
    LookSwapped,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Note::ShareNothing => "draft and final share next to nothing: are these the same article?",
            Note::LookSwapped => "footer or byline stand in the draft alone: are draft and final swapped?",
        })
    }
}

/// Analyses one pair. The same pair and settings give the same analysis on every machine; no text makes it panic.
pub fn analyse(pair: &Pair, settings: &Settings) -> Analysis {
    /// In a news article about one form is new in so many bytes.
    const BYTES_A_FORM: usize = 14;
    let lexicon = &settings.lexicon;
    let texts = [pair.draft.as_ref(), Some(&pair.r#final), pair.source.as_ref()];
    let bytes: usize = texts.into_iter().flatten().map(|text| text.as_str().len()).sum();
    let mut vocabulary = Vocabulary::with_capacity(bytes / BYTES_A_FORM);
    let mut read = |text| article::read(text, &settings.disclosure, lexicon, &mut vocabulary);
    let draft = pair.draft.as_ref().map(&mut read);
    let r#final = read(&pair.r#final);
    let source = pair.source.as_ref().map(&mut read);
    let mut analysis = Analysis {
        id: pair.id.clone(),
        folder: pair.folder.clone(),
        meta: pair.meta.clone(),
        draft: None,
        r#final,
        source: None,
        vocabulary,
        units: Vec::new(),
        hunks: Vec::new(),
        edits: Vec::new(),
        effort: None,
        degraded: Vec::new(),
        notes: Vec::new(),
    };
    if let Some(draft) = draft {
        analysis.compare(draft, lexicon, settings);
    }
    if let Some(article) = source {
        let (source, degraded) = Source::new(article, analysis.draft.as_ref(), &analysis.r#final, &analysis.units);
        analysis.degraded.extend(degraded);
        analysis.source = Some(source);
    }
    analysis
}

impl Analysis {
    /// What follows from a draft.
    fn compare(&mut self, draft: Article, lexicon: &Lexicon, settings: &Settings) {
        let aligned = compare::align(&draft, &self.r#final, &self.vocabulary, &lexicon.function_words);
        self.units = aligned.units;
        self.degraded.extend(aligned.degraded);
        for (index, unit) in self.units.iter().enumerate().filter(|(_, unit)| unit.op != Op::Keep) {
            let (hunks, exact) = compare::hunks(&draft, &self.r#final, index, unit);
            self.hunks.extend(hunks);
            if !exact && !self.degraded.contains(&"sentence-not-searched") {
                self.degraded.push("sentence-not-searched");
            }
        }
        let rates = &settings.exchange_rates;
        let context = Context::new(&draft, &self.r#final, &self.units, &self.vocabulary, lexicon, rates);
        self.edits = kinds::classify(&self.units, &self.hunks, &context);
        let effort = effort::measure(&draft, &self.r#final, &self.units, &self.hunks);
        if !effort.exact {
            self.degraded.push("effort-upper-bound");
        }
        self.effort = Some(effort);
        // What was aligned by place alone was never compared.
        let compared = !self.degraded.contains(&"alignment-by-place");
        self.notes = notes(&draft, &self.r#final, if compared { &self.units } else { &[] });
        self.draft = Some(draft);
    }

    /// The edits of the translation: those outside dateline, disclosure and byline.
    pub fn translation_edits(&self) -> impl Iterator<Item = &Edit> {
        self.edits.iter().filter(|edit| !edit.frame)
    }
}

fn notes(draft: &Article, r#final: &Article, units: &[Unit]) -> Vec<Note> {
    /// Below this many words nobody can tell.
    const LEAST_WORDS: usize = 20;
    const LEAST_SHARED: f32 = 0.12;
    let mut notes = Vec::new();
    let words = |article: &Article| article.tokens.iter().filter(|token| token.is_word()).count();
    if words(draft).min(words(r#final)) >= LEAST_WORDS {
        let count = |unit: &Unit| (unit.draft.len() + unit.r#final.len()) as f32;
        let all: f32 = units.iter().map(count).sum();
        let shared: f32 = units.iter().map(|unit| count(unit) * unit.similarity).sum();
        if shared < LEAST_SHARED * all {
            notes.push(Note::ShareNothing);
        }
    }
    let framed = |article: &Article| {
        let tells = |region| matches!(region, Region::Disclosure | Region::Byline);
        article.sentences.iter().any(|sentence| tells(sentence.region))
    };
    if framed(draft) && !framed(r#final) {
        notes.push(Note::LookSwapped);
    }
    notes
}
