//! The sentence that a finding stands in, with the place underlined.

use unicode_width::UnicodeWidthChar;

use super::Safe;
use crate::article::Article;
use crate::text::Span;

/// A line of an excerpt, and the marks below it; empty where it has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) marks: String,
}

/// The most lines of an excerpt: a place may be as long as the article.
const MOST_LINES: usize = 6;

/// The sentence that a place starts in, wrapped; of a long one the marked lines with one on either side.
pub(super) fn excerpt(version: &Article, place: Span, room: usize) -> Vec<Line> {
    let sentence = around(version, place);
    let safe = Safe(sentence.of(&version.text)).to_string();
    // What `Safe` makes of a text starts with what it makes of the text's beginning.
    let shown = |byte: usize| Safe(&version.text[sentence.start..byte.min(sentence.end)]).to_string().len();
    let start = shown(place.start);
    let end = shown(place.end).max(start + 1);
    let mut lines = wrapped(&safe, start..end, room.max(20));
    if start >= safe.len()
        && let Some(last) = lines.last_mut()
    {
        let columns: usize = last.text.chars().filter_map(UnicodeWidthChar::width).sum();
        last.marks = format!("{:columns$}^", "");
    }
    near_marks(lines)
}

/// The sentence that a place starts in or that it stands behind, as far as it goes on one line.
fn around(version: &Article, place: Span) -> Span {
    let text = &version.text;
    let found = version.sentences.iter().rev().find(|sentence| sentence.span.start <= place.start);
    let inside = |span: &Span| place.start < span.end || (place.is_empty() && place.start == span.end);
    if let Some(sentence) = found.map(|sentence| sentence.span).filter(inside) {
        return sentence;
    }
    let start = text[..place.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let end = text[place.start..].find(['\n', '\r']).map_or(text.len(), |at| place.start + at);
    Span::new(start, end)
}

/// Lines broken at spaces, or within a word that is longer than a line.
fn wrapped(text: &str, marked: std::ops::Range<usize>, room: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = 0;
    while rest < text.len() {
        let end = line_end(text, rest, room);
        let mut line = Line { text: text[rest..end].trim_end().to_owned(), marks: String::new() };
        for (at, c) in text[rest..end].trim_end().char_indices() {
            let mark = if marked.contains(&(rest + at)) { "^" } else { " " };
            line.marks.push_str(&mark.repeat(c.width().unwrap_or(0)));
        }
        line.marks.truncate(line.marks.trim_end().len());
        lines.push(line);
        rest = end;
    }
    lines
}

/// Where the line ends that starts at a byte: behind its last space, if it has one.
fn line_end(text: &str, start: usize, room: usize) -> usize {
    let mut used = 0;
    let mut space = None;
    for (at, c) in text[start..].char_indices() {
        used += c.width().unwrap_or(0);
        if c == ' ' {
            space = Some(start + at + 1);
        } else if used > room && at > 0 {
            return space.unwrap_or(start + at);
        }
    }
    text.len()
}

/// The lines with marks and one on either side, with an ellipsis where something is left out.
fn near_marks(mut lines: Vec<Line>) -> Vec<Line> {
    let is_marked = |line: &Line| !line.marks.is_empty();
    let first = lines.iter().position(is_marked).unwrap_or(0).saturating_sub(1);
    let last = lines.iter().rposition(is_marked).unwrap_or(0) + 1;
    let end = (last + 1).min(lines.len()).min(first + MOST_LINES);
    if end < lines.len() {
        lines[end - 1].text.push('…');
    }
    lines.truncate(end);
    lines.drain(..first.min(end));
    if first > 0
        && let Some(line) = lines.first_mut()
    {
        line.text.insert(0, '…');
        if is_marked(line) {
            line.marks.insert(0, ' ');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::pair::Pair;
    use crate::settings::Settings;

    /// The excerpt of the place that a word takes in a text; for no word, of the end.
    fn shown(text: &str, word: &str, room: usize) -> Vec<String> {
        let analysis = analyse(&Pair::new("A draft.", text), &Settings::default());
        let start = if word.is_empty() { text.len() } else { text.find(word).expect("it is there") };
        let lines = excerpt(&analysis.r#final, Span::new(start, start + word.len()), room);
        lines.into_iter().flat_map(|line| [line.text, line.marks]).collect()
    }

    #[test]
    fn the_sentence_is_shown_and_the_place_underlined() {
        for (text, word, lines) in [
            ("Rain fell. The mayor spoke. It ended.", "mayor", vec!["The mayor spoke.", "    ^^^^^"]),
            // Wide characters take two columns.
            ("비가 왔다. 시장이 연설했다.", "연설", vec!["시장이 연설했다.", "       ^^^^"]),
            ("Rain fell.", "", vec!["Rain fell.", "          ^"]),
            ("The bad\u{1b}[2J word.", "word", vec!["The bad<U+001B>[2J", "", "word.", "^^^^"]),
            (
                "The first words of a long sentence stand here and the mayor spoke for a long time to all of them.",
                "mayor spoke for a",
                vec![
                    "…long sentence stand",
                    "",
                    "here and the mayor",
                    "             ^^^^^",
                    "spoke for a long",
                    "^^^^^^^^^^^",
                    "time to all of them.",
                    "",
                ],
            ),
        ] {
            assert_eq!(shown(text, word, 20), lines, "{text}");
        }
    }

    #[test]
    fn a_place_as_long_as_the_article_is_cut() {
        let text = "word ".repeat(500);
        let lines = shown(&text, text.trim_end(), 20);
        assert_eq!(lines.len(), 2 * MOST_LINES);
        assert!(lines[2 * MOST_LINES - 2].ends_with('…'), "{lines:?}");
    }
}
