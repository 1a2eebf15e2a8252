//! One article as a web page: a single file that needs no network, opens from disk, and reads without scripts.

mod article;
mod charts;
pub(super) mod desk;
mod document;
mod findings;
pub(super) mod list;
mod marked;
mod record;
mod source;
mod ties;

use std::io::{self, Write};

use super::{Article, Options, Printer, Unusable};
use crate::desk::Desk;

pub use article::page as article_page;

pub(super) struct Html;

impl Html {
    pub(super) fn new(_: Options) -> Self {
        Html
    }
}

impl Printer for Html {
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        out.write_all(article::page(article, None).as_bytes())
    }

    fn unusable(&mut self, _: &mut dyn Write, _: &Unusable) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &mut dyn Write, _: &Desk) -> io::Result<()> {
        Ok(())
    }
}
