use std::fmt::{self, Write};

/// Text from outside, made harmless for a terminal: control characters and marks that turn the direction of writing are
/// shown as their code, and line ends as spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Safe<'a>(pub &'a str);

impl fmt::Display for Safe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut after_return = false;
        for c in self.0.chars() {
            match c {
                '\n' if after_return => {}
                '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => f.write_char(' ')?,
                c if is_harmful(c) => write!(f, "<U+{:04X}>", u32::from(c))?,
                c => f.write_char(c)?,
            }
            after_return = c == '\r';
        }
        Ok(())
    }
}

/// Control characters, and the marks that embed, isolate or override a direction.
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::Safe;

    #[test]
    fn nothing_moves_the_cursor_or_turns_the_text() {
        for (text, shown) in [
            ("plain 한국 “text”", "plain 한국 “text”"),
            ("a\u{1b}[2Jb", "a<U+001B>[2Jb"),
            ("one\r\ntwo\nthree\tfour", "one two three four"),
            ("abc\u{202E}txt", "abc<U+202E>txt"),
            ("\u{9b}31m", "<U+009B>31m"),
        ] {
            assert_eq!(Safe(text).to_string(), shown);
        }
    }
}
