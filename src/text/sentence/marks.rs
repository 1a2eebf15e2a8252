//! The marks that end, open and close, and reading a run of them.

use crate::text::is_blank;

/// A mark behind which a sentence may end. Greek asks with a semicolon, Armenian ends with what is typed as a colon.
pub fn is_final_mark(c: char, lang: &str) -> bool {
    match c {
        '.' | '!' | '?' | '…' => true,
        ';' | '\u{37E}' => lang == "el",
        ':' => lang == "hy",
        c => !c.is_ascii() && is_final_in_its_script(c),
    }
}

/// Marks that do nothing but end a sentence, in scripts that have one.
pub fn is_final_in_its_script(c: char) -> bool {
    matches!(
        c,
        '。' | '！'
            | '？'
            | '｡'
            | '．'
            | '।'
            | '॥'
            | '۔'
            | '؟'
            | '։'
            | '።'
            | '፧'
            | '။'
            | '។'
            | '៕'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

/// A mark that opens a quotation or a bracket, or stands before an exclamation.
pub fn is_opener(c: char) -> bool {
    is_bracket_opener(c) || is_quote_opener(c) || matches!(c, '¿' | '¡')
}

pub fn is_bracket_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '［' | '〔')
}

fn is_quote_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '»' | '„' | '‚' | '‹' | '「' | '『' | '〈' | '《' | '【')
}

pub fn is_bracket_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '］' | '〕')
}

/// A mark that closes a quotation or a bracket wherever it stands behind a final mark.
fn is_closer(c: char) -> bool {
    is_bracket_closer(c) || matches!(c, '"' | '\'' | '”' | '’' | '›' | '」' | '』' | '〉' | '》' | '】')
}

/// A mark that opens in one language and closes in another: `“So”`, `„So“`, `«So»`, `»So«`.
fn closes_somewhere(c: char) -> bool {
    matches!(c, '“' | '‘' | '«' | '»' | '‹')
}

/// Steers the direction of writing and does not show.
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}')
}

/// The end of the run of final marks at the beginning of `text`. Marks parted by single blanks are one run where they
/// make an ellipsis: `. . .`, `. ...`, `? !`.
pub fn final_marks_end(text: &str, lang: &str) -> usize {
    let run = |from: usize| {
        let rest = &text[from..];
        from + rest.find(|c| !is_final_mark(c, lang)).unwrap_or(rest.len())
    };
    let mut end = run(0);
    loop {
        let mut rest = text[end..].chars();
        let (Some(blank), Some('.' | '…' | '!' | '?')) = (rest.next(), rest.next()) else { return end };
        let more = run(end + blank.len_utf8());
        let stands_alone = text[more..].chars().next().is_none_or(|c| is_blank(c) || is_closer(c) || c == ',');
        if !is_blank(blank) || !stands_alone {
            return end;
        }
        end = more;
    }
}

/// The end of the run of closing marks at the beginning of `text`, footnote marks (`[3]`) among them.
pub fn closers_end(text: &str) -> usize {
    let mut end = 0;
    loop {
        match closer_len(&text[end..]) {
            0 => return end,
            len => end += len,
        }
    }
}

/// The length of the closing mark at the beginning of `text`, 0 where there is none.
fn closer_len(text: &str) -> usize {
    let mut chars = text.chars();
    let Some(c) = chars.next() else { return 0 };
    let next = chars.next();
    let closes_here = || !next.is_some_and(|next| next.is_alphanumeric() || is_bracket_opener(next));
    let superscript = matches!(c, '¹' | '²' | '³' | '⁴'..='⁹');
    if is_closer(c) || is_direction(c) || superscript || (closes_somewhere(c) && closes_here()) {
        return c.len_utf8();
    }
    // French sets a blank before the mark: « Pourquoi ? »
    if is_blank(c) && next == Some('»') && !chars.next().is_some_and(char::is_alphanumeric) {
        return c.len_utf8() + '»'.len_utf8();
    }
    footnote_len(text)
}

/// The length of `[3]` or `[12]` at the beginning of `text`, 0 where there is none.
fn footnote_len(text: &str) -> usize {
    const MOST_DIGITS: usize = 3;
    let Some(inside) = text.strip_prefix('[') else { return 0 };
    let digits = inside.bytes().take(MOST_DIGITS).take_while(u8::is_ascii_digit).count();
    if digits > 0 && inside[digits..].starts_with(']') { digits + 2 } else { 0 }
}
