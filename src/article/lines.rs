//! The lines of a text, and which of them a hard wrap has cut.

use crate::text::{Span, is_blank};

/// A paragraph: one line, or several that a hard wrap made of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The number of its first line, blank ones counted.
    pub number: usize,
    /// Without the blanks around it.
    pub span: Span,
}

/// The paragraphs of a text in order, without blank ones. A line is a paragraph of its own, except where a wrap shows:
///
/// - Neighbouring lines are **a wrapped block** where no line has room for the first word of the next, as text that was
///   filled to a width has not: at least three lines of at most 100 characters, of which one breaks off before a small
///   letter.
/// - A line that begins with a small letter and ends with a full stop is **the rest of a sentence** that the line
///   before, without any mark at its end, began.
///
/// Both look for a small letter, so that scripts without capitals keep every line.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let all: Vec<Span> = lines(text).collect();
    let mut number = 0;
    for block in all.split(|line| line.is_empty()) {
        let whole = is_wrapped(text, block);
        for (index, &line) in block.iter().enumerate() {
            match found.last_mut() {
                Some(last) if index > 0 && (whole || is_rest(text, last.span, line)) => {
                    last.span = last.span.hull(line);
                }
                _ => found.push(Paragraph { number: number + index, span: line }),
            }
        }
        // The blank line behind the block counts too.
        number += block.len() + 1;
    }
    found
}

/// Whether a block of lines was filled to a width.
fn is_wrapped(text: &str, block: &[Span]) -> bool {
    const FEWEST_LINES: usize = 3;
    const WIDEST: usize = 100;
    /// No character takes more bytes.
    const WIDEST_BYTES: usize = WIDEST * 4;
    if block.len() < FEWEST_LINES || block.iter().any(|line| line.len() > WIDEST_BYTES) {
        return false;
    }
    let chars = |text: &str| text.chars().count();
    let width = block.iter().map(|line| chars(line.of(text))).max().unwrap_or(0);
    let full = |pair: &[Span]| {
        let word = pair[1].of(text).split(is_blank).next().unwrap_or("");
        chars(pair[0].of(text)) + 1 + chars(word) > width
    };
    let breaks_off =
        |pair: &[Span]| !ends_in_mark(pair[0].of(text)) && pair[1].of(text).starts_with(char::is_lowercase);
    width <= WIDEST && block.windows(2).all(full) && block.windows(2).any(breaks_off)
}

/// Whether a line is the rest of a sentence that `before` began.
fn is_rest(text: &str, before: Span, line: Span) -> bool {
    let line = line.of(text);
    let mut beginning = line.chars();
    let small = beginning.next().is_some_and(char::is_lowercase) && !beginning.next().is_some_and(char::is_uppercase);
    small && line.ends_with('.') && !ends_in_mark(before.of(text))
}

/// Whether a line ends in anything but a word, a figure or a comma.
fn ends_in_mark(line: &str) -> bool {
    !line.ends_with(|c: char| c.is_alphanumeric() || c == ',')
}

/// The lines of a text without the blanks around them, blank ones included.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let rest = &text[start..];
        let end = rest.find(|c: char| !matches!(c, ' '..='~') && is_line_end(c)).map_or(text.len(), |at| start + at);
        let line = Span::new(start, end).trim(text);
        match text[end..].chars().next() {
            Some('\r') if text[end..].starts_with("\r\n") => start = end + 2,
            Some(mark) => start = end + mark.len_utf8(),
            None => done = true,
        }
        Some(line)
    })
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    /// `|` stands where a paragraph begins.
    fn holds(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> = paragraphs(&text).into_iter().map(|paragraph| paragraph.span.of(&text)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_is_a_paragraph() {
        holds("Port reopens\n|The port reopened.\n|Ships came.\n\n|All went well.");
        holds("We offer\n|coffee\n|tea and milk\n|water");
        holds("Port reopens\n|iPhone exports rose.\n");
        holds("The list:\n|tea.\n|Harbor\r\n\r\n|of the old town.");
        holds("항구가 다시 열렸다\n|배가 왔다.");
    }

    #[test]
    fn a_wrapped_paragraph_is_one() {
        holds(
            "Port reopens\n\n|The port reopened on Monday after the storm had\n\
             passed, and the first ships came in before noon.\n\
             Kim Ha-na, who runs the harbor, said that the\n\
             cranes stood still for three days.\n\n|Next.",
        );
        holds("The ferry left \nbefore the rain came.\n|It was full.");
        holds("Of the three lines here\n|None is as long as\n|The one that stands above all others.");
    }
}
