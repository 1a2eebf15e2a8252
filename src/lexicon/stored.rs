//! What a row of a table holds: numbers where it is compiled in, texts where a desk wrote it.
//!
//! Each pointer in a static would have to be set at every start of the program, which costs more than a short article.

use super::tables;

/// Where a text that is compiled in stands in the text of all tables: its first byte and its length in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(pub(super) u32, pub(super) u16);

impl Place {
    pub(super) fn text(self) -> &'static str {
        let start = self.0 as usize;
        tables::TEXT.get(start..start + usize::from(self.1)).unwrap_or_default()
    }
}

/// A text that belongs to a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text {
    BuiltIn(Place),
    Own(Box<str>),
}

impl Text {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Text::BuiltIn(place) => place.text(),
            Text::Own(text) => text,
        }
    }
}

/// The sorted texts that belong to a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum List {
    /// The first one's number in the lists of all tables, and how many.
    BuiltIn(u32, u16),
    Own(Box<[Box<str>]>),
}

impl List {
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let (built_in, own): (&[Place], &[Box<str>]) = match self {
            List::BuiltIn(first, count) => {
                let first = *first as usize;
                (tables::LISTS.get(first..first + usize::from(*count)).unwrap_or_default(), &[])
            }
            List::Own(texts) => (&[], texts),
        };
        built_in.iter().map(|place| place.text()).chain(own.iter().map(|text| &**text))
    }
}
