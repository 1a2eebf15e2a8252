//! Many articles as JSON Lines: one object a line.

use std::io::{self, BufRead};
use std::path::Path;

use serde_json::{Map, Value};

use super::text::{encoding, is_empty, refuse_other_formats};
use super::{Fields, InputError, open};
use crate::pair::{Pair, Text};

/// One line of the file that is not blank.
#[derive(Debug)]
pub struct Row {
    /// The line, counted from 1, blank lines included.
    pub line: usize,
    /// The article, or why there is none.
    pub pair: Result<Pair, Unusable>,
}

/// A row that is no pair. The rows after it can still be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// The row's name, where it could be read.
    pub id: Option<String>,
    /// What is wrong and what would be right, on one line.
    pub message: String,
}

/// The rows of a JSON Lines file, in order; see [`pairs`].
#[derive(Debug)]
pub struct Pairs<R> {
    reader: R,
    draft_required: bool,
    fields: Fields,
    buffer: Vec<u8>,
    line: usize,
    broken: bool,
}

/// Opens a JSON Lines file, or standard input for `-`, for [`pairs`]. A file without rows is no error here.
///
/// # Errors
///
/// The file is missing, a folder or closed to the user, or starts as no text in UTF-8 does.
pub fn open_pairs(path: &Path) -> Result<Box<dyn BufRead>, InputError> {
    let mut reader = open(path)?;
    let start = reader.fill_buf().map_err(|cause| InputError::reading(path, cause))?;
    refuse_other_formats(path, start)?;
    Ok(reader)
}

/// The rows of a JSON Lines file, one at a time; no more than a line is held. Blank lines are counted and left out.
///
/// A row is `{"id", "draft", "final", "source"?, "lang"?, "source_lang"?, …}`. A text is a string, or an array with a
/// string for each sentence. Other fields become [`Pair::meta`]. `null` counts as absent. Without `draft_required`, a
/// row may lack its draft.
///
/// An error of the reader is given once and ends the rows; [`InputError::reading`] gives it the file's name.
pub fn pairs<R: BufRead>(reader: R, draft_required: bool) -> Pairs<R> {
    Pairs { reader, draft_required, fields: Fields::default(), buffer: Vec::new(), line: 0, broken: false }
}

impl<R> Pairs<R> {
    /// The same rows, whose fields are called otherwise.
    pub fn with_fields(self, fields: Fields) -> Self {
        Pairs { fields, ..self }
    }
}

impl<R: BufRead> Iterator for Pairs<R> {
    type Item = io::Result<Row>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken {
            self.buffer.clear();
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => return None,
                Ok(_) => self.line += 1,
                Err(error) => {
                    self.broken = true;
                    return Some(Err(error));
                }
            }
            let row = match self.line {
                1 => self.buffer.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.buffer),
                _ => &self.buffer,
            };
            if !row.trim_ascii().is_empty() {
                let pair = pair(row.trim_ascii_end(), &self.fields, self.draft_required);
                return Some(Ok(Row { line: self.line, pair }));
            }
        }
        None
    }
}

/// The article of one line.
fn pair(row: &[u8], fields: &Fields, draft_required: bool) -> Result<Pair, Unusable> {
    let mut row = object(row).map_err(|message| Unusable { id: None, message })?;
    let id = id(&mut row, fields).map_err(|message| Unusable { id: None, message })?;
    let pair = versions(row, fields, draft_required);
    pair.map(|pair| Pair { id: id.clone(), ..pair }).map_err(|message| Unusable { id, message })
}

fn object(row: &[u8]) -> Result<Map<String, Value>, String> {
    let row = std::str::from_utf8(row).map_err(|error| {
        let byte = error.valid_up_to() + 1;
        format!(
            "not UTF-8 at byte {byte} of the line (counted from 1): looks like {}; save the file as UTF-8",
            encoding(row)
        )
    })?;
    match serde_json::from_str(row).map_err(|error| not_json(&error))? {
        Value::Object(object) => Ok(object),
        other => Err(format!("the row is {}, not an object", kind(&other))),
    }
}

/// The row's name. A number serves as its decimal string.
fn id(row: &mut Map<String, Value>, fields: &Fields) -> Result<Option<String>, String> {
    let name = fields.place("id");
    match fields.take("id", row) {
        None => Ok(None),
        Some(Value::String(id)) => Ok(Some(id).filter(|id| !is_empty(id))),
        // Beyond 64 bits digits get lost, and two articles could end up under one name.
        Some(Value::Number(id)) if id.is_f64() => {
            Err(format!("\"{name}\" is a number that is no whole number of up to 64 bits; write it as a string"))
        }
        Some(Value::Number(id)) => Ok(Some(id.to_string())),
        Some(other) => Err(format!("\"{name}\" is {}; it must be a string or a number", kind(&other))),
    }
}

/// The versions of the article, and what is left of the row.
fn versions(mut row: Map<String, Value>, fields: &Fields, draft_required: bool) -> Result<Pair, String> {
    let lang = language(fields.place("lang"), fields.take("lang", &mut row))?;
    let source_lang = language(fields.place("source_lang"), fields.take("source_lang", &mut row))?;
    let mut version =
        |name: &str, lang: &Option<String>| text(fields.place(name), fields.take(name, &mut row), lang.as_deref());
    let missing = |name: &str| format!("\"{}\" is missing", fields.place(name));
    let draft = version("draft", &lang)?;
    if draft.is_none() && draft_required {
        return Err(missing("draft"));
    }
    let r#final = version("final", &lang)?.ok_or_else(|| missing("final"))?;
    let source = version("source", &source_lang)?;
    Ok(Pair { draft, r#final, source, meta: row, ..Pair::default() })
}

/// A text from a string, or from an array with a string for each sentence.
fn text(name: &str, value: Option<Value>, lang: Option<&str>) -> Result<Option<Text>, String> {
    let text = match value {
        None => return Ok(None),
        Some(Value::String(content)) => Text::new(content),
        Some(Value::Array(items)) => {
            let sentence = |(index, item)| match item {
                Value::String(sentence) => Ok(sentence),
                other => Err(format!("item {} of \"{name}\" is {}; it must be a string", index + 1, kind(&other))),
            };
            let sentences = items.into_iter().enumerate().map(sentence).collect::<Result<Vec<_>, _>>()?;
            Text::from_sentences(&sentences)
        }
        Some(other) => {
            return Err(format!("\"{name}\" is {}; it must be a string or an array of strings", kind(&other)));
        }
    };
    if is_empty(text.as_str()) {
        return Err(format!("\"{name}\" is empty"));
    }
    Ok(Some(text.with_lang(lang.map(str::to_owned))))
}

fn language(name: &str, value: Option<Value>) -> Result<Option<String>, String> {
    match value {
        None => Ok(None),
        Some(Value::String(tag)) => Ok(Some(tag.trim().to_owned()).filter(|tag| !tag.is_empty())),
        Some(other) => Err(format!("\"{name}\" is {}; it must be a language tag such as \"en\"", kind(&other))),
    }
}

/// What a JSON value is, in words.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// The parser counts lines within the row, where there is but one: that part of its message would mislead.
fn not_json(error: &serde_json::Error) -> String {
    let (message, column) = (error.to_string(), error.column());
    let reason = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason);
    format!("not JSON: {reason} at column {column}; each line must hold one whole object")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rows(input: &[u8], draft_required: bool) -> Vec<Row> {
        pairs(input, draft_required).map(|row| row.expect("bytes in memory can be read")).collect()
    }

    #[test]
    fn a_row_becomes_a_pair() {
        let input = concat!(
            "\u{FEFF}{\"id\": 7, \"draft\": \"A.\", \"final\": [\"A.\", \"B. C.\"], ",
            "\"lang\": \"en-US\", \"desk\": null}\r\n",
            " \r\n",
            "{\"id\": \"x\", \"draft\": null, \"source\": \"가.\", \"source_lang\": \"ko\", \"final\": \" A.\\n\"}"
        );
        let rows = rows(input.as_bytes(), false);
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 3]);
        let lang = |tag: &str| Some(tag.to_owned());

        let first = Pair::new(
            Text::new("A.").with_lang(lang("en-US")),
            Text::from_sentences(&["A.", "B. C."]).with_lang(lang("en-US")),
        );
        let meta = Map::from_iter([("desk".to_owned(), json!(null))]);
        assert_eq!(rows[0].pair, Ok(Pair { meta, ..first.with_id("7") }));

        let second = Pair { r#final: Text::new(" A.\n"), ..Pair::default() };
        assert_eq!(rows[1].pair, Ok(second.with_source(Text::new("가.").with_lang(lang("ko"))).with_id("x")));
    }

    #[test]
    fn a_row_that_cannot_be_used_says_why_and_the_next_goes_on() {
        let deep = "[".repeat(1000);
        for (row, id, message) in [
            (
                r#"{"id": "a", "draft": "x", "final": 1}"#,
                "a",
                "\"final\" is a number; it must be a string or an array of strings",
            ),
            (
                r#"{"id": "a", "draft": ["x", 1], "final": "x"}"#,
                "a",
                "item 2 of \"draft\" is a number; it must be a string",
            ),
            (r#"{"id": 3, "final": "x"}"#, "3", "\"draft\" is missing"),
            (r#"{"id": "a", "draft": "x", "final": null}"#, "a", "\"final\" is missing"),
            (r#"{"id": "a", "draft": "\ufeff \n", "final": "x"}"#, "a", "\"draft\" is empty"),
            (r#"{"id": "a", "draft": "x", "final": []}"#, "a", "\"final\" is empty"),
            (
                r#"{"id": "a", "draft": "x", "final": "x", "lang": 1}"#,
                "a",
                "\"lang\" is a number; it must be a language tag such as \"en\"",
            ),
            (r#"{"id": {}, "draft": "x", "final": "x"}"#, "", "\"id\" is an object; it must be a string or a number"),
            (
                r#"{"id": 123456789012345678901, "final": "x"}"#,
                "",
                "\"id\" is a number that is no whole number of up to 64 bits; write it as a string",
            ),
            ("[1]", "", "the row is an array, not an object"),
            (
                r#"{"id": "a""#,
                "",
                "not JSON: EOF while parsing an object at column 10; each line must hold one whole object",
            ),
            (&deep, "", "not JSON: recursion limit exceeded at column 128; each line must hold one whole object"),
        ] {
            let input = format!("{row}\n{{\"draft\": \"x\", \"final\": \"y\"}}\n");
            let rows = rows(input.as_bytes(), true);
            let id = Some(id.to_owned()).filter(|id| !id.is_empty());
            assert_eq!(rows[0].pair, Err(Unusable { id, message: message.to_owned() }));
            assert_eq!((rows[1].line, &rows[1].pair), (2, &Ok(Pair::new("x", "y"))));
        }
    }

    #[test]
    fn a_field_is_carried_along_to_the_last_digit() {
        let row = r#"{"final":"x","rate":186.47440473709554}"#;
        let rows = rows(row.as_bytes(), false);
        let meta = &rows[0].pair.as_ref().expect("a pair").meta;
        assert_eq!(json!(meta).to_string(), r#"{"rate":186.47440473709554}"#);
    }

    #[test]
    fn another_encoding_is_named() {
        let (row, ..) = encoding_rs::EUC_KR.encode("{\"final\": \"수출이 3년 만에 늘었다. 반도체가 이끌었다.\"}");
        let rows = rows(&row, false);
        let message = "not UTF-8 at byte 12 of the line (counted from 1): looks like EUC-KR; save the file as UTF-8";
        assert_eq!(rows[0].pair, Err(Unusable { id: None, message: message.to_owned() }));
    }

    #[test]
    fn a_reader_that_breaks_ends_the_rows() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let rows: Vec<_> = pairs(io::BufReader::new(Broken), true).collect();
        assert!(matches!(rows.as_slice(), [Err(_)]));
    }

    #[test]
    fn only_a_file_of_text_is_opened() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert!(matches!(open_pairs(folder.path()), Err(InputError::Folder { .. })));
        let file = folder.path().join("pairs.jsonl");
        for (bytes, fits) in [(&b""[..], true), (b"{}", true), (b"{\0}\0", false), (b"\xFF\xFE{\0", false)] {
            std::fs::write(&file, bytes).expect("written");
            assert_eq!(open_pairs(&file).is_ok(), fits, "{bytes:?}");
        }
    }
}
