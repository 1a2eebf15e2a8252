//! What comes in: a draft, the final made from it, and the original that both render.

use std::ops::Range;

/// One article in up to three versions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pair {
    /// Name of the article, as reports show it.
    pub id: Option<String>,
    /// The folder that the name is in, if there are more: it tells apart what has one name in the findings' fingerprints.
    pub folder: Option<String>,
    /// The machine's translation; absent where only source and final are left.
    pub draft: Option<Text>,
    /// The edited version, as published.
    pub r#final: Text,
    /// The original, in its own language.
    pub source: Option<Text>,
    /// Fields that the caller wants to find again in the report.
    pub meta: serde_json::Map<String, serde_json::Value>,
}

impl Pair {
    /// A draft and its final.
    pub fn new(draft: impl Into<Text>, r#final: impl Into<Text>) -> Self {
        Pair { draft: Some(draft.into()), r#final: r#final.into(), ..Pair::default() }
    }

    /// The same pair with its original.
    pub fn with_source(self, source: impl Into<Text>) -> Self {
        Pair { source: Some(source.into()), ..self }
    }

    /// The same pair under a name.
    pub fn with_id(self, id: impl Into<String>) -> Self {
        Pair { id: Some(id.into()), ..self }
    }
}

/// What the versions of an article are called in messages, such as `final.txt`; of a row of many pairs its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    /// The draft's.
    pub draft: String,
    /// The final's.
    pub r#final: String,
    /// The source's.
    pub source: String,
}

impl Files {
    /// The same name for all versions.
    pub fn all(name: &str) -> Self {
        Files { draft: name.to_owned(), r#final: name.to_owned(), source: name.to_owned() }
    }
}

/// One version of an article as it was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    content: String,
    /// Byte ranges of the sentences, where the caller has split the text already.
    sentences: Option<Vec<Range<usize>>>,
    /// BCP 47 tag; read off the script where absent.
    lang: Option<String>,
}

impl Text {
    /// A text whose sentences are to be found.
    pub fn new(content: impl Into<String>) -> Self {
        Text { content: content.into(), sentences: None, lang: None }
    }

    /// A text that was split already: each string is one sentence, the text is their join with `\n`.
    pub fn from_sentences<S: AsRef<str>>(sentences: &[S]) -> Self {
        let mut content = String::new();
        let mut ranges = Vec::with_capacity(sentences.len());
        for (index, sentence) in sentences.iter().enumerate() {
            if index > 0 {
                content.push('\n');
            }
            let start = content.len();
            content.push_str(sentence.as_ref());
            ranges.push(start..content.len());
        }
        Text { content, sentences: Some(ranges), lang: None }
    }

    /// The same text in a given language (BCP 47).
    pub fn with_lang(self, lang: Option<String>) -> Self {
        Text { lang, ..self }
    }

    /// The text, to the letter.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The language that the caller named, if any.
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// The caller's own sentences as byte ranges, if the text came split.
    pub fn sentences(&self) -> Option<&[Range<usize>]> {
        self.sentences.as_deref()
    }
}

impl<S: Into<String>> From<S> for Text {
    fn from(content: S) -> Self {
        Text::new(content)
    }
}
