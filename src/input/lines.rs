//! Two text files that belong together line by line, as people keep them who measure machine translation.

use std::io::BufRead;
use std::path::Path;

use super::text::encoding;
use super::{InputError, is_standard_input, open, shown};

/// A line of both files, without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinePair {
    /// The draft's.
    pub draft: String,
    /// The final's.
    pub r#final: String,
}

/// The pairs of lines of two files, in order; see [`lines`].
pub struct Lines<R> {
    draft: Side<R>,
    r#final: Side<R>,
    ended: bool,
}

/// One of the two files.
struct Side<R> {
    file: String,
    reader: R,
    lines: usize,
    bytes: usize,
    empty: usize,
    first_empty: usize,
    unfinished: bool,
}

/// Reads two files line by line. A line may be empty, and the last one may lack its end; [`Lines::notes`] says so.
///
/// An error is given once and ends the lines: a file is not UTF-8, cannot be read on, or ends before the other one.
pub fn lines<R: BufRead>(draft: (&Path, R), r#final: (&Path, R)) -> Lines<R> {
    Lines { draft: Side::new(draft), r#final: Side::new(r#final), ended: false }
}

/// Refuses two files of different length before any line of them is read; what is no ordinary file is left alone, since
/// it can be read only once.
///
/// # Errors
///
/// The two differ in length, one cannot be read, or both are empty.
pub fn compare_lengths(draft: &Path, r#final: &Path) -> Result<(), InputError> {
    match (count(draft)?, count(r#final)?) {
        (Some(0), Some(0)) => Err(InputError::Empty { file: shown(draft) }),
        (Some(drafts), Some(finals)) if drafts != finals => {
            Err(lengths((&shown(draft), drafts), (&shown(r#final), finals)))
        }
        _ => Ok(()),
    }
}

/// The lines of an ordinary file.
fn count(path: &Path) -> Result<Option<usize>, InputError> {
    if is_standard_input(path) || !path.metadata().is_ok_and(|there| there.is_file()) {
        return Ok(None);
    }
    let mut reader = open(path)?;
    let (mut lines, mut last) = (0, b'\n');
    loop {
        let bytes = reader.fill_buf().map_err(|cause| InputError::reading(path, cause))?;
        let Some(&end) = bytes.last() else { return Ok(Some(lines + usize::from(last != b'\n'))) };
        lines += bytes.iter().filter(|&&byte| byte == b'\n').count();
        last = end;
        let read = bytes.len();
        reader.consume(read);
    }
}

fn lengths((draft, drafts): (&str, usize), (r#final, finals): (&str, usize)) -> InputError {
    let (first, longer) = if drafts < finals { (drafts + 1, r#final) } else { (finals + 1, draft) };
    InputError::Lengths {
        draft: draft.to_owned(),
        drafts,
        r#final: r#final.to_owned(),
        finals,
        first,
        longer: longer.to_owned(),
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<LinePair, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let pair = self.pair().transpose();
        self.ended = !matches!(pair, Some(Ok(_)));
        pair
    }
}

impl<R: BufRead> Lines<R> {
    fn pair(&mut self) -> Result<Option<LinePair>, InputError> {
        match (self.draft.line()?, self.r#final.line()?) {
            (Some(draft), Some(r#final)) => Ok(Some(LinePair { draft, r#final })),
            (None, None) => Ok(None),
            (Some(_), None) | (None, Some(_)) => {
                while self.draft.line()?.is_some() {}
                while self.r#final.line()?.is_some() {}
                Err(lengths((&self.draft.file, self.draft.lines), (&self.r#final.file, self.r#final.lines)))
            }
        }
    }

    /// What is odd about the lines read so far: empty ones, and a last one without its end.
    pub fn notes(&self) -> Vec<String> {
        [&self.draft, &self.r#final].into_iter().flat_map(Side::notes).collect()
    }
}

impl<R: BufRead> Side<R> {
    fn new((path, reader): (&Path, R)) -> Self {
        let file = shown(path);
        Side { file, reader, lines: 0, bytes: 0, empty: 0, first_empty: 0, unfinished: false }
    }

    fn line(&mut self) -> Result<Option<String>, InputError> {
        let mut line = Vec::new();
        let read = self.reader.read_until(b'\n', &mut line);
        let read = read.map_err(|cause| InputError::reading(Path::new(&self.file), cause))?;
        if read == 0 {
            return Ok(None);
        }
        self.unfinished = line.pop_if(|byte| *byte == b'\n').is_none();
        line.pop_if(|byte| *byte == b'\r');
        let mut line = String::from_utf8(line).map_err(|error| InputError::NotUtf8 {
            file: self.file.clone(),
            looks_like: encoding(error.as_bytes()),
            byte: self.bytes + error.utf8_error().valid_up_to() + 1,
        })?;
        if self.lines == 0 && line.starts_with('\u{feff}') {
            line.remove(0);
        }
        self.lines += 1;
        self.bytes += read;
        if line.trim().is_empty() {
            self.empty += 1;
            if self.empty == 1 {
                self.first_empty = self.lines;
            }
        }
        Ok(Some(line))
    }

    fn notes(&self) -> Vec<String> {
        let Side { file, lines, empty, first_empty, .. } = self;
        let mut notes = Vec::new();
        match empty {
            0 => {}
            1 => notes.push(format!("{file}: line {first_empty} is empty. It was counted as it is; see that it should be.")),
            _ => notes.push(format!(
                "{file}: {empty} lines are empty, the first is line {first_empty}. They were counted as they are; see that they should be."
            )),
        }
        if self.unfinished {
            notes.push(format!(
                "{file}: the last line, {lines}, has no line end. It was counted; see that the file is not cut off."
            ));
        }
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines, what they end with, and the notes.
    fn read(draft: &[u8], r#final: &[u8]) -> (Vec<[String; 2]>, Option<String>, Vec<String>) {
        let mut lines = lines((Path::new("drafts.txt"), draft), (Path::new("finals.txt"), r#final));
        let (mut read, mut error) = (Vec::new(), None);
        for pair in lines.by_ref() {
            match pair {
                Ok(LinePair { draft, r#final }) => read.push([draft, r#final]),
                Err(cause) => error = Some(cause.to_string()),
            }
        }
        (read, error, lines.notes())
    }

    #[test]
    fn line_ends_are_no_part_of_a_line() {
        for (draft, r#final) in [("a\nb c\n", "a\nb\n"), ("\u{feff}a\r\nb c\r\n", "a\r\nb\r\n")] {
            let (lines, error, notes) = read(draft.as_bytes(), r#final.as_bytes());
            assert_eq!(lines, [["a", "a"], ["b c", "b"]]);
            assert_eq!((error, notes.len()), (None, 0));
        }
    }

    #[test]
    fn what_is_odd_is_said() {
        let (lines, error, notes) = read(b"a\n\n \nb", b"\na\na\nb\n");
        assert_eq!((lines.len(), error), (4, None));
        assert_eq!(
            notes,
            [
                "drafts.txt: 2 lines are empty, the first is line 2. They were counted as they are; see that they should be.",
                "drafts.txt: the last line, 4, has no line end. It was counted; see that the file is not cut off.",
                "finals.txt: line 1 is empty. It was counted as it is; see that it should be.",
            ]
        );
    }

    #[test]
    fn what_cannot_be_used_ends_the_lines() {
        let (korean, ..) = encoding_rs::EUC_KR.encode("a\n수출이 3년 만에 늘었다. 반도체가 이끌었다.\n");
        for (draft, r#final, read_before, message) in [
            (&b"a\nb\n"[..], &b"a\n"[..], 1, "drafts.txt has 2 lines and finals.txt has 1: from line 2 of drafts.txt"),
            (b"a\n", b"a\nb\nc", 1, "drafts.txt has 1 line and finals.txt has 3: from line 2 of finals.txt"),
            (b"", b"a\n", 0, "drafts.txt has no line and finals.txt has 1: from line 1 of finals.txt"),
            (b"a\nb\n", &korean, 1, "finals.txt: is not UTF-8: looks like EUC-KR (byte 3,"),
        ] {
            let (lines, error, _) = read(draft, r#final);
            let error = error.expect(message);
            assert_eq!(lines.len(), read_before, "{error}");
            assert!(error.starts_with(message), "{error:?} lacks {message:?}");
        }
    }

    #[test]
    fn ordinary_files_are_held_against_each_other_first() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let [one, two, none] = [("one", "a\nb"), ("two", "a\nb\n"), ("none", "")].map(|(name, text)| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("written");
            path
        });
        assert!(compare_lengths(&one, &two).is_ok());
        assert!(compare_lengths(Path::new("-"), &none).is_ok(), "standard input is read once");
        assert!(matches!(compare_lengths(&one, &none), Err(InputError::Lengths { drafts: 2, finals: 0, .. })));
        assert!(matches!(compare_lengths(&none, &none), Err(InputError::Empty { .. })));
    }
}
