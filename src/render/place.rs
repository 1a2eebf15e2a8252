//! Places as programs and people find them: file, line and column.

use std::path::{MAIN_SEPARATOR, Path};

use super::layout::shortened;
use super::{Article, Safe};
use crate::audit::Place;

/// A point of a file; all counts start at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) line: usize,
    /// In code points.
    pub(super) column: usize,
    /// In UTF-16 code units, as editors and web pages count.
    pub(super) unit: usize,
}

impl Point {
    /// The point before a byte of a text.
    fn at(text: &str, byte: usize) -> Self {
        let before = &text[..byte];
        let line = before.rsplit('\n').next().unwrap_or_default();
        Point {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            unit: line.encode_utf16().count() + 1,
        }
    }
}

impl Article<'_> {
    /// Where a place starts, and the point behind its end.
    pub(super) fn points(&self, place: Place) -> Option<(Point, Point)> {
        let text = &place.side.of(self.analysis)?.text;
        Some((Point::at(text, place.span.start), Point::at(text, place.span.end)))
    }

    /// `final.txt:5:31`, harmless for a terminal and for a log that reads commands.
    pub(super) fn shown(&self, place: Place) -> String {
        let file = harmless(self.files.of(place.side));
        match self.points(place) {
            Some((start, _)) => format!("{file}:{}:{}", start.line, start.column),
            None => file,
        }
    }

    /// A place elsewhere with its words, on one line: `source source.txt:4:12: 58억3000만 달러`.
    pub(super) fn evidence(&self, place: Place) -> String {
        const LONGEST: usize = 200;
        let words = place.side.of(self.analysis).map_or("", |version| place.span.of(&version.text));
        let words = shortened(words, LONGEST);
        let gap = if words.is_empty() { "" } else { ": " };
        format!("{} {}{gap}{words}", place.side.name(), self.shown(place))
    }

    /// The name of a place's file as the repository knows it.
    pub(super) fn path(&self, place: Place) -> String {
        path(self.files.of(place.side))
    }
}

/// A file's name as the repository knows it: relative to the folder that the run is in.
pub(super) fn path(name: &str) -> String {
    let folder = std::env::current_dir().ok();
    let inside = folder.and_then(|folder| Path::new(name).strip_prefix(folder).ok()?.to_str().map(str::to_owned));
    let path = inside.unwrap_or_else(|| name.to_owned()).replace(MAIN_SEPARATOR, "/");
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}

/// A file's name that looks like no option and no command at the start of a line.
pub(super) fn harmless(name: &str) -> String {
    let name = Safe(name).to_string();
    if name.starts_with(['-', ':', ' ', '#']) { format!("./{name}") } else { name }
}
