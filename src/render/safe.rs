use std::fmt::{self, Write};

/// Text from outside, made harmless for a terminal and for the log of a CI job: control characters and marks that turn the
/// direction of writing are shown as their code, line ends as spaces, and `##name[`, by which build servers take commands
/// in the middle of a line, is broken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Safe<'a>(pub &'a str);

impl fmt::Display for Safe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Most texts hold none of it.
        if !self.0.bytes().any(|byte| begins_harmful(byte) || byte == b'#') {
            return f.write_str(self.0);
        }
        let mut after_return = false;
        let mut command = Command::None;
        for c in self.0.chars() {
            command = command.next(c);
            match c {
                '\n' if after_return => {}
                '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => f.write_char(' ')?,
                '[' if command == Command::Opened => f.write_str("<U+005B>")?,
                c if is_harmful(c) => write!(f, "<U+{:04X}>", u32::from(c))?,
                c => f.write_char(c)?,
            }
            after_return = c == '\r';
        }
        Ok(())
    }
}

/// JSON with the same characters as escapes: a terminal that shows it is as safe, a program reads the same text.
pub(super) fn json(text: String) -> String {
    /// Bytes of a block.
    const BLOCK: usize = 64;
    let harmful = |c: char| c != '\n' && is_harmful(c);
    let begins = |at: usize| begins_harmful(text.as_bytes()[at]) && text[at..].starts_with(harmful);
    // Most blocks are turned away whole, which is faster than byte by byte.
    let mut blocks = text.as_bytes().chunks(BLOCK).zip((0..).step_by(BLOCK));
    let is_harmed = |(block, start): (&[u8], usize)| {
        block.iter().fold(false, |begun, &byte| begun | begins_harmful(byte))
            && (start..start + block.len()).any(begins)
    };
    if !blocks.any(is_harmed) {
        return text;
    }
    let mut json = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if harmful(c) {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| json.push_str(&format!("\\u{unit:04x}")));
        } else {
            json.push(c);
        }
    }
    json
}

/// How much of `##name[` was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Command {
    None,
    Mark,
    Name,
    Opened,
}

impl Command {
    fn next(self, c: char) -> Self {
        match (self, c) {
            (Command::None | Command::Opened, '#') => Command::Mark,
            (Command::Mark | Command::Name, '#') => Command::Name,
            (Command::Name, '[') => Command::Opened,
            (Command::Name, c) if c.is_ascii_alphabetic() || c == '-' => Command::Name,
            _ => Command::None,
        }
    }
}

/// Control characters, and the marks that embed, isolate or override a direction.
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether a byte is the first of a harmful character, or else of a harmless one.
fn begins_harmful(byte: u8) -> bool {
    byte.is_ascii_control() || matches!(byte, 0xC2 | 0xD8 | 0xE2 | 0xEF | 0xF3)
}

#[cfg(test)]
mod tests {
    use super::{Safe, begins_harmful, is_harmful, json};

    #[test]
    fn nothing_moves_the_cursor_or_turns_the_text() {
        for (text, shown) in [
            ("plain 한국 “text”", "plain 한국 “text”"),
            ("a\u{1b}[2Jb", "a<U+001B>[2Jb"),
            ("one\r\ntwo\nthree\tfour", "one two three four"),
            ("abc\u{202E}txt", "abc<U+202E>txt"),
            ("\u{9b}31m", "<U+009B>31m"),
            ("see ##[error]now and ###vso[task] # [1]", "see ##<U+005B>error]now and ###vso<U+005B>task] # [1]"),
        ] {
            assert_eq!(Safe(text).to_string(), shown);
        }
    }

    #[test]
    fn every_harmful_character_is_known_by_its_first_byte() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|&c| is_harmful(c)) {
            assert!(begins_harmful(c.to_string().as_bytes()[0]), "{}", c.escape_unicode());
        }
    }

    #[test]
    fn json_reads_the_same_and_shows_nothing_harmful() {
        let text = "a\u{9b}31m \u{202E}b \u{E0041}c 한국 “d”";
        let written = json(serde_json::to_string(text).expect("JSON"));
        assert_eq!(written, r#""a\u009b31m \u202eb \udb40\udc41c 한국 “d”""#);
        assert_eq!(serde_json::from_str::<String>(&written).expect("JSON"), text);
    }
}
