//! Brackets of one line and what stands in them.

use crate::text::Span;

/// A pair of brackets without others inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bracket {
    /// With the brackets.
    pub span: Span,
    /// What stands between them, without blanks at its ends.
    pub inside: Span,
    /// The opening bracket; `<` stands for `<<`.
    pub open: u8,
}

/// The innermost brackets of a text, in order: `[…]`, `(…)`, `{…}` and `<<…>>`, each within a line.
pub(super) fn brackets(text: &str) -> Vec<Bracket> {
    /// Longer ones hold no note.
    const LONGEST: usize = 400;
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut open: Option<(usize, u8)> = None;
    for (at, &byte) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii_alphanumeric() && **byte != b' ') {
        let doubled = bytes.get(at + 1) == Some(&byte);
        match byte {
            b'[' | b'(' | b'{' => open = Some((at, byte)),
            b'<' if doubled => open = Some((at, byte)),
            b'\n' => open = None,
            b']' | b')' | b'}' | b'>' => {
                let Some((start, mark)) = open else { continue };
                let (closing, width) = closing(mark);
                if byte == closing && (width == 1 || doubled) {
                    open = None;
                    let inside = Span::new((start + width).min(at), at).trim(text);
                    if at - start <= LONGEST {
                        found.push(Bracket { span: Span::new(start, at + width), inside, open: mark });
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// The closing bracket, and how many of them.
fn closing(open: u8) -> (u8, usize) {
    match open {
        b'[' => (b']', 1),
        b'(' => (b')', 1),
        b'{' => (b'}', 1),
        _ => (b'>', 2),
    }
}

#[cfg(test)]
mod tests {
    use super::brackets;

    #[test]
    fn brackets_are_innermost_and_of_one_line() {
        for (text, inside) in [
            ("a [b] (c d)", vec!["b", "c d"]),
            ("a ([ b ])", vec!["b"]),
            ("<<b>> <c> {d}", vec!["b", "d"]),
            ("[b\n] (c]", vec![]),
            ("<<<b>>", vec!["b"]),
            ("[] <<>>", vec!["", ""]),
        ] {
            let found: Vec<&str> = brackets(text).iter().map(|bracket| bracket.inside.of(text)).collect();
            assert_eq!(found, inside, "{text}");
        }
    }
}
