use super::{Case, Hit, rule};
use crate::article::Article;
use crate::text::Span;

rule! {
    /// A quotation is opened and not closed in its paragraph, or closed and not opened.
    ///
    /// Readers can't tell where somebody's words end. A quotation that runs over paragraphs opens each anew and is closed
    /// in the last. Inches, apostrophes and single marks are not looked at, nor texts that come as lists of sentences.
    ///
    /// Fires: `“We will go, she said.`; `We will go,” she said.`
    ///
    /// Silent: `a 55" screen`; `“He said “no” to me.”`; a paragraph that ends open before one that opens with a mark.
    QUOTES_UNBALANCED = "quotes-unbalanced", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    if article.given_sentences {
        return Vec::new();
    }
    let paragraphs = paragraphs(article);
    let mut hits = Vec::new();
    let mut runs_on = false;
    for (at, &paragraph) in paragraphs.iter().enumerate() {
        let fault = odd_mark(&article.text, paragraph);
        let next = paragraphs.get(at + 1).map_or("", |next| next.of(&article.text));
        let before = std::mem::take(&mut runs_on);
        match fault {
            // What runs on to the next paragraph is the last quotation of its own.
            Some(Fault::Open(mark))
                if next.starts_with(['“', '"', '„', '「'])
                    && !article.text[mark.end..paragraph.end].contains(['“', '"', '„', '「']) => {}
            Some(Fault::Open(mark)) => {
                runs_on = true;
                hits.push(Hit::new(mark, "a quotation is opened here and not closed in its paragraph"));
            }
            // The end of what the paragraph before left open.
            Some(Fault::Closed(_)) if before => {}
            Some(Fault::Closed(mark)) => {
                hits.push(Hit::new(mark, "a quotation is closed here that was not opened in its paragraph"));
            }
            None => {}
        }
    }
    hits
}

/// The paragraphs outside the frame.
fn paragraphs(article: &Article) -> Vec<Span> {
    let mut found: Vec<(usize, Span)> = Vec::new();
    for (sentence, &paragraph) in article.sentences.iter().zip(&article.paragraphs) {
        if sentence.region.is_frame() {
            continue;
        }
        match found.last_mut() {
            Some((last, span)) if *last == paragraph => *span = span.hull(sentence.span),
            _ => found.push((paragraph, sentence.span)),
        }
    }
    found.into_iter().map(|(_, span)| span).collect()
}

enum Fault {
    /// The mark that opens what is not closed.
    Open(Span),
    /// The mark that closes what was not opened.
    Closed(Span),
}

/// What a mark does by its shape and by what stands around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    Either,
}

/// The mark without a partner in a paragraph whose marks are odd in number. An even number may be a quotation in a
/// quotation, or marks turned the wrong way.
fn odd_mark(text: &str, paragraph: Span) -> Option<Fault> {
    let inside = paragraph.of(text);
    let mut open: Vec<Span> = Vec::new();
    let mut stray = None;
    let (mut count, mut measures) = (0, 0);
    let marks = inside.char_indices().filter(|(_, c)| matches!(c, '"' | '“' | '”' | '„' | '「' | '」' | '『' | '』'));
    for (at, c) in marks {
        let span = Span::new(paragraph.start + at, paragraph.start + at + c.len_utf8());
        let before = inside[..at].chars().next_back();
        let behind = inside[at + c.len_utf8()..].chars().next();
        count += 1;
        if c == '"' && before.is_some_and(is_measure) || c == '”' && before.is_some_and(is_measure) && open.is_empty()
        {
            measures += 1;
        }
        match role(c, before, behind) {
            Role::Opens => open.push(span),
            Role::Closes if open.pop().is_none() => stray = stray.or(Some(span)),
            Role::Closes => {}
            Role::Either if open.pop().is_none() => open.push(span),
            Role::Either => {}
        }
    }
    if count % 2 == 0 || measures > 0 {
        return None;
    }
    stray.map(Fault::Closed).or(open.first().copied().map(Fault::Open))
}

/// A mark behind a figure may stand for inches or seconds.
fn is_measure(before: char) -> bool {
    before.is_ascii_digit() || matches!(before, '½' | '¼' | '¾' | '\'' | '’' | '′')
}

fn role(mark: char, before: Option<char>, behind: Option<char>) -> Role {
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let begins = blank(before) || before.is_some_and(|c| matches!(c, '(' | '[' | '—' | '–' | '-' | '‘' | '\''));
    let ends =
        blank(behind) || behind.is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '‘' | '\'' | '$' | '#' | '('));
    match (mark, begins, ends) {
        ('「' | '『', ..) => Role::Opens,
        ('」' | '』', ..) => Role::Closes,
        // Whatever its shape, a mark at the end of a word closes.
        ('“' | '„', false, true) => Role::Closes,
        ('“' | '„', ..) => Role::Opens,
        ('”', true, false) => Role::Opens,
        ('”', ..) => Role::Closes,
        (_, true, false) => Role::Opens,
        (_, false, true) => Role::Closes,
        _ => Role::Either,
    }
}
