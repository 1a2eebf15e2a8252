//! One version of an article, as a plain text file in UTF-8.

use std::fs;
use std::io::Read;
use std::path::Path;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::{InputError, is_standard_input, open, shown};
use crate::pair::Text;

/// How files start that are no plain text, though they hold one.
const DOCUMENTS: [(&[u8], &str); 5] = [
    (b"PK\x03\x04", "a Word, Hangul or other office document"),
    (b"\xD0\xCF\x11\xE0", "a Word, Hangul or other office document"),
    (b"{\\rtf", "a rich text document"),
    (b"%PDF-", "a PDF file"),
    (b"\x1F\x8B", "a gzip archive"),
];

/// Reads a text file, or standard input for `-`.
///
/// The text is kept to the letter, a byte-order mark and the ends of lines included: offsets are those of the file.
///
/// # Errors
///
/// The file is missing, a folder or closed to the user; it is not text in UTF-8; it holds nothing but white space.
pub fn read_text(path: &Path) -> Result<Text, InputError> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).map_err(|cause| InputError::reading(path, cause))?;
    plain(path, bytes)
}

/// The bytes of one version of an article as its text.
pub(super) fn plain(path: &Path, bytes: Vec<u8>) -> Result<Text, InputError> {
    let text = utf8(path, bytes)?;
    if is_empty(&text) {
        return Err(InputError::Empty { file: shown(path) });
    }
    Ok(Text::new(text))
}

/// Whether two paths lead to one file; standard input is the same as itself.
pub fn same_file(a: &Path, b: &Path) -> bool {
    if is_standard_input(a) || is_standard_input(b) {
        return is_standard_input(a) && is_standard_input(b);
    }
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

/// The bytes of a file as text, or what they are instead.
pub(super) fn utf8(path: &Path, bytes: Vec<u8>) -> Result<String, InputError> {
    refuse_other_formats(path, &bytes)?;
    String::from_utf8(bytes).map_err(|error| {
        let (file, bytes) = (shown(path), error.as_bytes());
        if bytes.contains(&0) {
            return InputError::NotText { file, looks_like: "a binary file" };
        }
        InputError::NotUtf8 { file, looks_like: encoding(bytes), byte: error.utf8_error().valid_up_to() + 1 }
    })
}

/// Refuses what the start of a file shows to be a document or UTF-16, which may pass for UTF-8 with zero bytes in it.
pub(super) fn refuse_other_formats(path: &Path, start: &[u8]) -> Result<(), InputError> {
    if let Some((_, looks_like)) = DOCUMENTS.iter().find(|(mark, _)| start.starts_with(mark)) {
        return Err(InputError::NotText { file: shown(path), looks_like });
    }
    if let Some(looks_like) = utf16(start) {
        let not_utf8 = std::str::from_utf8(start).map_or_else(|error| error.valid_up_to(), |_| start.len());
        let zero = start.iter().position(|&byte| byte == 0).unwrap_or(start.len());
        return Err(InputError::NotUtf8 { file: shown(path), looks_like, byte: not_utf8.min(zero) + 1 });
    }
    Ok(())
}

/// Nothing but white space and invisible marks of its kind.
pub(super) fn is_empty(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'))
}

/// The name of the encoding that bytes, which are not UTF-8, are most likely in.
pub(super) fn encoding(bytes: &[u8]) -> &'static str {
    // A few bad bytes among many good characters: UTF-8 that was cut or mended with the wrong tool.
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > 2 * bad {
        return "damaged UTF-8";
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    match guess.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(_) => guess.name(),
        None => "no encoding known here",
    }
}

/// UTF-16 by its byte-order mark, or by its zero bytes: nearly all of them in one half of each pair of bytes.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding.name()).filter(|&name| name != "UTF-8");
    }
    let zeros = |half| bytes.iter().skip(half).step_by(2).filter(|&&byte| byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    // Even East Asian text has a zero byte for every space, figure and end of line.
    if (first + second) * 25 < bytes.len() {
        None
    } else if second > 4 * first {
        Some("UTF-16LE")
    } else if first > 4 * second {
        Some("UTF-16BE")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KOREAN: &str = "수출이 3년 만에 늘었다. 반도체가 이끌었다.\n";

    fn read(bytes: &[u8]) -> Result<Text, String> {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        fs::write(file.path(), bytes).expect("written");
        read_text(file.path()).map_err(|error| {
            let message = error.to_string();
            message.strip_prefix(&format!("{}: ", file.path().display())).expect("the file's name").to_owned()
        })
    }

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf8_is_kept_to_the_letter() {
        for text in ["Exports rose.", "\u{FEFF}Exports rose.\r\n", KOREAN, "Exports rose by 3.5 percent.\0\n"] {
            assert_eq!(read(text.as_bytes()).as_ref().map(Text::as_str), Ok(text));
        }
    }

    #[test]
    fn everything_else_is_named() {
        let (euc_kr, ..) = encoding_rs::EUC_KR.encode(KOREAN);
        let (latin, ..) = encoding_rs::WINDOWS_1252.encode("Le café a été fermé hier par la préfecture.");
        let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode("輸出が三年ぶりに増えた。半導体がけん引した。");
        let cut = &KOREAN.as_bytes()[..KOREAN.len() - 3];
        for (bytes, message) in [
            (b"".to_vec(), "is empty"),
            (b"\xEF\xBB\xBF \r\n\t".to_vec(), "is empty"),
            (euc_kr.to_vec(), "looks like EUC-KR (byte 1, counted from 1, cannot be read). Save it as UTF-8."),
            (latin.to_vec(), "looks like windows-1252 (byte 7,"),
            (shift_jis.to_vec(), "looks like Shift_JIS (byte 1,"),
            (cut.to_vec(), "looks like damaged UTF-8 (byte 56,"),
            (utf16_bytes("Exports rose.", u16::to_le_bytes), "looks like UTF-16LE (byte 2,"),
            (utf16_bytes("Exports rose.", u16::to_be_bytes), "looks like UTF-16BE (byte 1,"),
            (utf16_bytes(KOREAN, u16::to_le_bytes), "looks like UTF-16LE"),
            (utf16_bytes(&format!("\u{FEFF}{KOREAN}"), u16::to_le_bytes), "looks like UTF-16LE (byte 1,"),
            (b"PK\x03\x04...".to_vec(), "is not plain text: looks like a Word, Hangul or other office document. Save"),
            (b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0".to_vec(), "is not plain text: looks like a binary file."),
        ] {
            let error = read(&bytes).expect_err(message);
            assert!(error.contains(message), "{error:?} lacks {message:?}");
        }
    }

    #[test]
    fn a_path_that_is_no_file_is_named() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let missing = folder.path().join("draft.txt");
        for (path, message) in [(folder.path(), "is a folder. Name a file in it."), (&missing, "no such file. Check")] {
            let error = read_text(path).expect_err(message).to_string();
            assert!(error.starts_with(&format!("{}: {message}", path.display())), "{error}");
        }
        let error = InputError::reading(Path::new("-"), std::io::ErrorKind::PermissionDenied.into());
        assert!(error.to_string().starts_with("standard input: no permission to read it."));
    }

    #[test]
    fn one_file_under_two_names_is_one_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let [a, b] = ["a.txt", "b.txt"].map(|name| folder.path().join(name));
        for path in [&a, &b] {
            fs::write(path, "x").expect("written");
        }
        assert!(same_file(&a, &folder.path().join(".").join("a.txt")));
        assert!(same_file(Path::new("-"), Path::new("-")));
        assert!(!same_file(&a, &b));
        assert!(!same_file(&a, Path::new("-")));
        let error = InputError::same_file(Path::new("a.txt"), "draft", "final");
        assert_eq!(error.to_string(), "a.txt: draft and final are the same file. Name a file of its own for each.");
    }
}
