use super::{Case, Hit, rule};
use crate::lexicon::Pairs;
use crate::text::Span;

rule! {
    /// Characters were broken on their way: lost, read in a wrong encoding, or left as control characters or HTML entities.
    ///
    /// Readers see a box, a question mark or "â€™" where an apostrophe was.
    ///
    /// Fires: `Koreaâ€™s`, `AT&amp;T`, U+FFFD, a control character.
    ///
    /// Silent: `AT&T`, `R&D;`, `Beyoncé’”`, `Ångström`.
    GARBLED = "garbled", Error, check
}

fn check(case: Case) -> Vec<Hit> {
    let text = &case.analysis.r#final.text;
    let entities = &case.lexicon.print.entities;
    let mut hits = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(is_suspicious).map(|found| at + found) {
        let rest = &text[found..];
        let fault = match rest.chars().next() {
            Some('&') => entity(rest, entities),
            Some('\u{FFFD}') => Some(run(rest, |c| c == '\u{FFFD}', "characters were lost here (U+FFFD)")),
            Some(c) if is_control(c) => {
                mojibake(rest).or_else(|| Some(run(rest, is_control, "control characters, which nobody sees")))
            }
            Some('占') => rest.starts_with(LOST_IN_KOREAN).then(|| {
                (LOST_IN_KOREAN.len(), "characters were lost here, and the rest read in a Korean encoding".to_owned())
            }),
            _ => mojibake(rest),
        };
        let length = fault.as_ref().map_or(1, |(length, _)| *length);
        if let Some((length, message)) = fault {
            hits.push(Hit::new(Span::new(found, found + length), message));
        }
        at = found + length;
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    hits
}

/// What U+FFFD becomes where UTF-8 is read as EUC-KR.
const LOST_IN_KOREAN: &str = "占쏙옙";

/// What may begin a fault. All that Windows-1252 has for the first byte of a character in UTF-8 lies in `À..=ô`.
fn is_suspicious(c: char) -> bool {
    match c {
        '&' | '\u{FFFD}' | '占' => true,
        '\u{C2}'..='\u{F4}' => true,
        c => is_control(c),
    }
}

/// A control character that is neither a tabulator nor the end of a line.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}')
}

fn run(rest: &str, of: impl Fn(char) -> bool, message: &str) -> (usize, String) {
    let length = rest.find(|c| !of(c)).unwrap_or(rest.len());
    (length, message.to_owned())
}

/// `&amp;`, `&#39;`, `&nbsp`: an entity of HTML, and what it stands for.
fn entity(rest: &str, entities: &Pairs) -> Option<(usize, String)> {
    let behind = &rest[1..];
    let end = behind.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(behind.len());
    let name = &behind[..end];
    let closed = behind[end..].starts_with(';');
    let number = name.strip_prefix('#').is_some_and(|number| {
        let digits = number.trim_start_matches(['x', 'X']);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    let meant = match entities.get(name) {
        Some(meant) if closed || matches!(name, "amp" | "nbsp" | "quot") => format!(" for {meant}"),
        _ if number && closed => String::new(),
        _ => return None,
    };
    let length = 1 + end + usize::from(closed);
    Some((length, format!("{} is an HTML entity{meant}", &rest[..length])))
}

/// UTF-8 that was read as Windows-1252 or Latin-1, from the beginning of `rest`: its length, and what it was.
fn mojibake(rest: &str) -> Option<(usize, String)> {
    let (mut length, mut count, mut sure) = (0, 0, false);
    let mut meant = String::new();
    while let Some((next, c, certain)) = misread(&rest[length..]) {
        length += next;
        count += 1;
        sure |= certain;
        meant.push(c);
    }
    // The last byte of a closing quotation mark has no character in Windows-1252, and is often dropped.
    if count == 0 && rest.starts_with("â€") {
        let wrong = "â€";
        return Some((wrong.len(), format!("\"{wrong}\" is a mark read in a wrong encoding")));
    }
    let shown = |c: char| !c.is_control() && !c.is_whitespace() && c != '\u{FEFF}' && c != '\u{FFFD}';
    let meant = if meant.chars().all(shown) { format!(": it was \"{meant}\"") } else { String::new() };
    (sure || count > 1).then(|| (length, format!("characters read in a wrong encoding{meant}")))
}

/// The first characters of `rest` as the bytes of one character in UTF-8: their length in `rest`, the character, and
/// whether it cannot be anything else. Letters before quotation marks may look like one: `Beyoncé’”`.
fn misread(rest: &str) -> Option<(usize, char, bool)> {
    let mut chars = rest.char_indices();
    let first = byte_of(chars.next()?.1)?;
    let count = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let (mut bytes, mut length, mut marks) = ([first; 4], 0, 0);
    for byte in &mut bytes[1..count] {
        let (at, c) = chars.next()?;
        *byte = byte_of(c)?;
        marks += usize::from(is_mark(c));
        length = at + c.len_utf8();
    }
    let c = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    // `Ã` and `Â` begin no word that quotation marks follow.
    let capital = matches!(first, 0xC2 | 0xC3);
    is_plausible(c).then_some((length, c, capital || marks + 1 < count))
}

/// A mark that stands behind words.
fn is_mark(c: char) -> bool {
    matches!(c, '‘' | '’' | '“' | '”' | '‚' | '„' | '–' | '—' | '…' | '‹' | '›' | '»' | '•' | '™')
}

/// The byte that a character of Windows-1252 or Latin-1 stands for.
fn byte_of(c: char) -> Option<u8> {
    const WINDOWS: [(char, u8); 27] = [
        ('€', 0x80),
        ('‚', 0x82),
        ('ƒ', 0x83),
        ('„', 0x84),
        ('…', 0x85),
        ('†', 0x86),
        ('‡', 0x87),
        ('ˆ', 0x88),
        ('‰', 0x89),
        ('Š', 0x8A),
        ('‹', 0x8B),
        ('Œ', 0x8C),
        ('Ž', 0x8E),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
        ('˜', 0x98),
        ('™', 0x99),
        ('š', 0x9A),
        ('›', 0x9B),
        ('œ', 0x9C),
        ('ž', 0x9E),
        ('Ÿ', 0x9F),
    ];
    match c {
        '\u{80}'..='\u{FF}' => u8::try_from(u32::from(c)).ok(),
        c => WINDOWS.iter().find(|(windows, _)| *windows == c).map(|(_, byte)| *byte),
    }
}

/// A character that news holds: Latin letters, marks and signs, Hangul, kana, Han, emoji.
fn is_plausible(c: char) -> bool {
    matches!(c as u32,
        0xA0..=0x17F | 0x2010..=0x203A | 0x20A0..=0x20BF | 0x2100..=0x22FF | 0x2460..=0x27BF | 0x3000..=0x30FF
        | 0x3400..=0x9FFF | 0xAC00..=0xD7A3 | 0xFEFF | 0xFF00..=0xFFFD | 0x1F300..=0x1FAFF)
}
