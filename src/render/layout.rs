//! Styled text, wrapped to the width of a terminal.

use colored::{ColoredString, Colorize};
use unicode_width::UnicodeWidthStr;

use super::Safe;

/// How a piece of text looks. Insertions are blue and deletions yellow, which colour-blind readers can tell apart; red is
/// for what is dangerous.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Strong,
    Faint,
    Deleted,
    Inserted,
    Danger,
}

impl Style {
    pub(super) fn paint(self, text: &str) -> ColoredString {
        match self {
            Style::Plain => text.normal(),
            Style::Strong => text.bold(),
            Style::Faint => text.dimmed(),
            Style::Deleted => text.yellow(),
            Style::Inserted => text.bright_blue(),
            Style::Danger => text.red().bold(),
        }
    }
}

/// A run of styled text that wraps at its spaces.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pieces: Vec<(String, Style)>,
}

impl Paragraph {
    /// Adds text from an article.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        if !text.is_empty() {
            self.pieces.push((Safe(text).to_string(), style));
        }
    }

    pub(super) fn ends_in_blank(&self) -> bool {
        self.pieces.last().is_none_or(|(text, _)| text.ends_with(char::is_whitespace))
    }

    /// The lines, each behind `indent` spaces. A word longer than a line is cut.
    pub(super) fn lines(&self, indent: usize, width: usize) -> Vec<String> {
        let room = width.saturating_sub(indent).max(20);
        let mut wrap = Wrap { indent, room, lines: Vec::new(), line: String::new(), column: 0 };
        // A word may run over several pieces: `[-old-]{+new+},`.
        let mut word: Vec<(&str, Style)> = Vec::new();
        for (text, style) in &self.pieces {
            for part in text.split_inclusive(char::is_whitespace) {
                let bare = part.trim_end();
                if !bare.is_empty() {
                    word.push((bare, *style));
                }
                if bare.len() < part.len() {
                    wrap.word(&word);
                    word.clear();
                }
            }
        }
        wrap.word(&word);
        wrap.finish()
    }
}

struct Wrap {
    indent: usize,
    room: usize,
    lines: Vec<String>,
    line: String,
    column: usize,
}

impl Wrap {
    fn word(&mut self, word: &[(&str, Style)]) {
        let width: usize = word.iter().map(|(text, _)| columns(text)).sum();
        if width == 0 {
            return;
        }
        if self.column > 0 && self.column + 1 + width > self.room {
            self.end_line();
        }
        if self.column > 0 {
            self.line.push(' ');
            self.column += 1;
        }
        for &(text, style) in word {
            let mut rest = text;
            while self.column + columns(rest) > self.room {
                let head = head(rest, self.room - self.column);
                self.add(head, style);
                rest = &rest[head.len()..];
                self.end_line();
            }
            self.add(rest, style);
            self.column += columns(rest);
        }
    }

    fn add(&mut self, text: &str, style: Style) {
        match style {
            Style::Plain => self.line.push_str(text),
            style => self.line.push_str(&style.paint(text).to_string()),
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.lines.push(format!("{:indent$}{line}", "", indent = self.indent));
        self.column = 0;
    }

    fn finish(mut self) -> Vec<String> {
        if self.column > 0 {
            self.end_line();
        }
        self.lines
    }
}

/// How many columns a text takes. [`Safe`] leaves no letter of ASCII that takes none.
fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// As much of a text as fits into some columns; at least one character where the line is empty anyway.
fn head(text: &str, columns: usize) -> &str {
    let mut end = 0;
    let mut used = 0;
    for c in text.chars() {
        used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if used > columns {
            break;
        }
        end += c.len_utf8();
    }
    if end == 0 && columns > 1 { text } else { &text[..end] }
}

/// A text cut to some columns, with an ellipsis where something is missing.
pub(super) fn shortened(text: &str, columns: usize) -> String {
    let safe = Safe(text).to_string();
    if safe.width() <= columns {
        return safe;
    }
    format!("{}…", head(&safe, columns.saturating_sub(1)).trim_end())
}

/// The same with the middle left out, so that both ends can be read.
pub(super) fn shortened_inside(text: &str, columns: usize) -> String {
    let safe = Safe(text).to_string();
    if safe.width() <= columns {
        return safe;
    }
    let start = head(&safe, columns * 2 / 3);
    let mut end = safe.len();
    let mut used = start.width() + 1;
    for (at, c) in safe.char_indices().rev() {
        used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if used > columns {
            break;
        }
        end = at;
    }
    format!("{}…{}", start.trim_end(), safe[end..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_the_width_also_in_wide_characters() {
        super::super::set_colour(false);
        let mut paragraph = Paragraph::default();
        paragraph.push("Exports rose 31.6 percent in July ", Style::Plain);
        paragraph.push("[-old-]", Style::Deleted);
        paragraph.push("{+new+}", Style::Inserted);
        paragraph.push(", 수출이크게늘었다고한국무역협회가밝혔다", Style::Plain);
        let lines = paragraph.lines(2, 26);
        assert_eq!(
            lines,
            [
                "  Exports rose 31.6",
                "  percent in July",
                "  [-old-]{+new+},",
                "  수출이크게늘었다고한국무",
                "  역협회가밝혔다"
            ]
        );
    }
}
