use super::{Case, Hit, rule};
use crate::article::Article;
use crate::lexicon::Words;
use crate::text::Span;

rule! {
    /// Markdown, HTML or link syntax stands in plain text.
    ///
    /// A machine's answer often carries it, and a page that doesn't read it prints it.
    ///
    /// Fires: `**Seoul**`, `## Exports rise`, `[the report](https://example.com)`, `<b>won</b>`.
    ///
    /// Silent: `5 * 3`, `#MeToo`, `<3`, `[Yonhap]`, `the film <Parasite>`, `*Prices may change.`
    MARKUP_LEFT = "markup-left", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let text = article.text.as_str();
    let bytes = text.as_bytes();
    let mut hits = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let found = match bytes[at] {
            b'*' | b'_' | b'`' => emphasis(text, at),
            b'#' => heading(text, at),
            b'>' => quote_bar(text, at),
            b'[' => link(text, at),
            b'<' => tag(text, at, &case.lexicon.print.tags),
            b'{' => enclosed(text, at, "{{", "}}"),
            _ => None,
        };
        match found {
            Some((end, what)) => {
                if !is_frame(article, at) {
                    hits.push(Hit::new(Span::new(at, end), format!("{what} in plain text")));
                }
                at = end;
            }
            None => at += 1,
        }
    }
    hits
}

/// Bylines hold addresses in brackets of their own.
fn is_frame(article: &Article, at: usize) -> bool {
    article.region_at(Span::at(at)).is_some_and(|region| region.is_frame())
}

/// What stands behind a byte, up to the end of the line.
fn line(text: &str, at: usize) -> &str {
    /// Nothing longer is marked up.
    const LONGEST: usize = 500;
    let rest = &text[at..];
    let mut end = rest.len().min(LONGEST);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..rest[..end].find(['\n', '\r']).unwrap_or(end)]
}

/// `**bold**`, `*italic*`, `__bold__`, `_italic_`, `` `code` ``, and a fence of three: the mark touches the words within,
/// and no word without.
fn emphasis(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let mark = text.as_bytes()[at];
    let rest = line(text, at);
    let run = rest.bytes().take_while(|&byte| byte == mark).count();
    let before = text[..at].chars().next_back();
    if mark == b'`' && run >= 3 {
        return Some((at + run, "a code fence of Markdown"));
    }
    let most = if mark == b'`' { 1 } else { 3 };
    if run > most || before.is_some_and(|c| c.is_alphanumeric() || c == char::from(mark)) {
        return None;
    }
    let inside = &rest[run..];
    let close = inside.find(&rest[..run])?;
    let behind = &inside[close + run..];
    let held = &inside[..close];
    let touches = held.starts_with(|c: char| !c.is_whitespace()) && held.ends_with(|c: char| !c.is_whitespace());
    let words = held.chars().any(char::is_alphabetic) && !held.contains(char::from(mark));
    // Two footnotes embrace sentences, and a name of a program is no type.
    let sentences = run == 1 && held.contains(". ");
    let name = mark == b'_' && run == 2 && held.bytes().all(|byte| byte.is_ascii_lowercase());
    let ends = !sentences && !name && !behind.starts_with(|c: char| c.is_alphanumeric() || c == char::from(mark));
    let what = if mark == b'`' { "a code mark of Markdown" } else { "bold or italic type of Markdown" };
    (touches && words && ends).then_some((at + run + close + run, what))
}

/// `## Exports rise` at the beginning of a line.
fn heading(text: &str, at: usize) -> Option<(usize, &'static str)> {
    const DEEPEST: usize = 6;
    let before = text[..at].trim_end_matches([' ', '\u{FEFF}']);
    let rest = line(text, at);
    let run = rest.bytes().take_while(|&byte| byte == b'#').count();
    let words = rest[run..].strip_prefix(' ')?.trim_start();
    let opens = before.is_empty() || before.ends_with(['\n', '\r']);
    (opens && run <= DEEPEST && words.starts_with(char::is_alphabetic))
        .then_some((at + rest.len(), "a heading of Markdown"))
}

/// `> Exports rose.` at the beginning of a line.
fn quote_bar(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let opens = at == 0 || text[..at].ends_with(['\n', '\r', '\u{FEFF}']);
    let words = line(text, at)[1..].strip_prefix(' ')?;
    (opens && words.contains(char::is_alphabetic)).then_some((at + 1, "a quotation bar of Markdown"))
}

/// `[text](address)`, `[[page]]`, `[/b]`.
fn link(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let rest = line(text, at);
    if rest.starts_with("[[") {
        let found = enclosed(text, at, "[[", "]]")?;
        return (!text[at..found.0].contains('@') && !text[at..found.0].contains("protected")).then_some(found);
    }
    if let Some(inside) = rest.strip_prefix("[/") {
        let end = inside.find(']')?;
        let tag = ["b", "i", "u", "url", "img", "quote"].contains(&&inside[..end]);
        return tag.then_some((at + 2 + end + 1, "a tag in brackets"));
    }
    let middle = rest.find(']')?;
    let address = rest[middle + 1..].strip_prefix('(')?;
    let end = address.find(')')?;
    let address = &address[..end];
    let leads = ["http", "www.", "mailto:", "/", "#"].iter().any(|lead| address.starts_with(lead));
    (leads && !address.contains(' ')).then_some((at + middle + 1 + 1 + end + 1, "a link of Markdown"))
}

/// `<b>`, `</p>`, `<a href="…">`, `<!-- … -->`; not `<3`, nor the title of a film.
fn tag(text: &str, at: usize, tags: &Words) -> Option<(usize, &'static str)> {
    let rest = line(text, at);
    if rest.starts_with("<!--") {
        return Some((at + rest.find("-->").map_or(rest.len(), |end| end + 3), "a comment of HTML"));
    }
    let name = rest[1..].trim_start_matches('/');
    let start = rest.len() - name.len();
    let end = name.find(|c: char| !c.is_ascii_alphanumeric())?;
    let close = rest.find('>')?;
    let attributes = &rest[start + end..close];
    let written = attributes.trim_end_matches('/').trim();
    let bare = written.is_empty() || written.contains('=');
    // A title may stand between such marks, too, with a capital.
    let (name, closes) = (&name[..end], start > 1);
    let small = closes || !written.is_empty() || !name.contains(|c: char| c.is_ascii_uppercase());
    let known = tags.contains(&name.to_ascii_lowercase());
    (known && bare && small).then_some((at + close + 1, "a tag of HTML"))
}

/// `{{template}}`: something between doubled brackets.
fn enclosed(text: &str, at: usize, open: &str, close: &str) -> Option<(usize, &'static str)> {
    let rest = line(text, at).strip_prefix(open)?;
    let end = rest.find(close)?;
    let held = &rest[..end];
    held.starts_with(char::is_alphanumeric)
        .then_some((at + open.len() + end + close.len(), "a link or template of a wiki"))
}
