//! Telling the frame of an article (dateline, disclosure, byline, captions) from its text.

use jiff::civil::DateTime;

use super::{Region, Sentence};
use crate::lexicon::{Frame, Lexicon, Words};
use crate::text::value::{self, Quantity};
use crate::text::{Span, Token, Vocabulary, fold, is_blank, plain_words};

/// The parts of one line: a dateline before, a byline before or behind, and what is between.
pub(super) fn segments(text: &str, line: Span, words: &Frame) -> Vec<(Span, Region)> {
    let mut parts = Vec::new();
    let mut rest = line;
    if let Some(end) = dateline_end(rest.of(text), words) {
        parts.push((Span::new(rest.start, rest.start + end).trim(text), Region::Dateline));
        rest = Span::new(rest.start + end, rest.end).trim(text);
    }
    if is_copyright(rest.of(text)) {
        parts.push((rest, Region::Byline));
        return parts;
    }
    if let Some(end) = byline_end(rest.of(text), words) {
        parts.push((Span::new(rest.start, rest.start + end).trim(text), Region::Byline));
        rest = Span::new(rest.start + end, rest.end).trim(text);
    }
    let tail = byline_start(rest.of(text), words).map(|start| rest.start + start);
    let middle = Span::new(rest.start, tail.unwrap_or(rest.end)).trim(text);
    if !middle.is_empty() {
        let caption = is_caption(middle.of(text), words);
        parts.push((middle, if caption { Region::Caption } else { Region::Body }));
    }
    if let Some(start) = tail {
        parts.push((Span::new(start, rest.end), Region::Byline));
    }
    parts
}

/// Whether a sentence discloses a machine's translation. Articles may be about such translations: one that doesn't begin
/// by saying so of the article must stand near one of its ends, and speak of the article or of who edited it, or else
/// be its last word.
pub(super) fn is_disclosure(sentence: &str, near_an_end: bool, last: bool, words: &Frame) -> bool {
    /// None of these is longer, marks before it included.
    const LONGEST: usize = 16;
    const LEADS: [&str; 6] = ["translated", "this article", "this content", "this story", "this text", "note"];
    // Most sentences begin with another letter.
    let other = |c: char| c.is_ascii_alphabetic() && !matches!(c, 'T' | 't' | 'N' | 'n');
    let of_itself = !sentence.starts_with(other) && {
        let start: String = sentence.chars().take(LONGEST).collect();
        let start = plain_words(&start);
        LEADS.iter().any(|lead| start.starts_with(lead))
    };
    if !(of_itself || near_an_end) {
        return false;
    }
    let plain = plain_words(sentence);
    let speaks_of_itself = || {
        let article = ["article", "story", "text"].iter().any(|word| contains_phrase(&plain, word));
        article
            || words.edited.iter().any(|phrase| contains_phrase(&plain, phrase))
            || last && words.disclosure.iter().any(|phrase| plain.starts_with(phrase))
    };
    let translation = plain.contains("translat");
    let holds = |phrases: &Words| phrases.iter().any(|phrase| contains_phrase(&plain, &plain_words(phrase)));
    (of_itself || near_an_end && translation && speaks_of_itself())
        && (holds(&words.disclosure) || translation && holds(&words.machine))
}

/// Whether a sentence behind a disclosure belongs to it: it says who edited.
pub(super) fn continues_disclosure(sentence: &str, same_paragraph: bool, words: &Frame) -> bool {
    let plain = plain_words(sentence);
    words.edited.iter().any(|phrase| plain.starts_with(phrase) || same_paragraph && contains_phrase(&plain, phrase))
}

/// Whether `plain` (see [`plain_words`]) holds a phrase as whole words.
fn contains_phrase(plain: &str, phrase: &str) -> bool {
    plain.match_indices(phrase).any(|(at, _)| {
        let end = at + phrase.len();
        (at == 0 || plain.as_bytes()[at - 1] == b' ') && (end == plain.len() || plain.as_bytes()[end] == b' ')
    })
}

/// The times of the dateline: published, updated.
pub(super) fn times(
    text: &str,
    sentences: &[Sentence],
    tokens: &[Token],
    vocabulary: &Vocabulary,
    lexicon: &Lexicon,
) -> (Option<DateTime>, Option<DateTime>) {
    let mut times = (None, None);
    for sentence in sentences.iter().filter(|sentence| sentence.region == Region::Dateline) {
        let tokens = &tokens[sentence.tokens.clone()];
        let values = value::values(text, tokens, vocabulary, &lexicon.values);
        let moments: Vec<(usize, DateTime)> = values
            .windows(2)
            .filter_map(|pair| match (&pair[0].quantity, &pair[1].quantity) {
                (Quantity::Date(date), Quantity::Clock(clock)) => {
                    DateTime::new(date.year?, date.month?, date.day?, clock.hour, clock.minute, 0, 0)
                        .ok()
                        .map(|time| (pair[0].span.start, time))
                }
                _ => None,
            })
            .collect();
        for (start, time) in moments {
            let before = plain_words(&text[sentence.span.start..start]);
            let last = before.rsplit(' ').next().unwrap_or("");
            if lexicon.frame.updated.contains(last) {
                times.1 = times.1.or(Some(time));
            } else {
                times.0 = times.0.or(Some(time));
            }
        }
    }
    times
}

/// The end of a dateline at the beginning of a line: `Published: 26 Jul. 2025, 18:29 Updated: …`. It ends behind the
/// last clock time of those that follow such words.
fn dateline_end(line: &str, words: &Frame) -> Option<usize> {
    /// No date with its time is longer than this many words.
    const REACH: usize = 7;
    let mut end = None;
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let lead = rest.find(':').or_else(|| rest.find(is_blank))?;
        let folded = fold(rest[..lead].trim());
        if !(words.published.contains(&folded) || words.updated.contains(&folded)) {
            return end;
        }
        let mut word_end = at + lead;
        let clock = line[word_end..].split(is_blank).take(REACH + 1).find_map(|word| {
            let here = word_end + word.len();
            word_end = (here + 1).min(line.len());
            while !line.is_char_boundary(word_end) {
                word_end += 1;
            }
            is_clock(word).then_some(here)
        });
        let Some(clock) = clock else { return end };
        end = Some(clock);
        let next = line[clock..].trim_start_matches(is_blank);
        at = line.len() - next.len();
        if next.is_empty() {
            return end;
        }
        // Without another lead word the dateline ends here.
        if next.find(':').or_else(|| next.find(is_blank)).is_none() {
            return end;
        }
    }
}

/// `18:29`, perhaps with a mark behind it.
fn is_clock(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    word.split_once(':').is_some_and(|(hour, minute)| {
        (1..=2).contains(&hour.len())
            && minute.len() == 2
            && hour.chars().chain(minute.chars()).all(|c| c.is_ascii_digit())
    })
}

fn is_copyright(line: &str) -> bool {
    ["ⓒ", "©", "(c) ", "Copyright ", "COPYRIGHT "].iter().any(|mark| line.starts_with(mark))
}

/// A caption ends with its credit in brackets and capitals, or begins with a credit.
fn is_caption(line: &str, words: &Frame) -> bool {
    if let Some(inside) = line.strip_suffix(']')
        && let Some((_, credit)) = inside.rsplit_once('[')
    {
        let letters = credit.chars().any(char::is_alphabetic);
        return letters && !credit.chars().any(char::is_lowercase) && !credit.contains('@');
    }
    /// No credit begins with more.
    const LONGEST: usize = 40;
    let start: String = line.chars().take(LONGEST).collect();
    let folded = fold(&start);
    words.credit.iter().any(|credit| folded.starts_with(credit))
}

/// Where a byline that ends a line begins.
fn byline_start(line: &str, words: &Frame) -> Option<usize> {
    // Without an address the names are in capitals to the end.
    let last = line.rsplit(is_blank).next().unwrap_or(line);
    if last.contains(char::is_lowercase) && !line.contains(['@', '[']) {
        return None;
    }
    let starts = line.match_indices(is_blank).map(|(at, blank)| at + blank.len());
    // `[PHOTO BY HAEON]` is one bracket.
    let open = |start: usize| line[..start].matches('[').count() > line[..start].matches(']').count();
    starts.filter(|&start| begins_lead(&line[start..], words) && !open(start)).find(|&start| {
        byline_end(&line[start..], words) == Some(line.len() - start) && !is_whole_line_only(&line[start..])
    })
}

/// A quick look before the long one.
fn begins_lead(rest: &str, words: &Frame) -> bool {
    let begins = |lead: &str| rest.get(..lead.len()).is_some_and(|start| start.eq_ignore_ascii_case(lead));
    rest.starts_with(char::is_uppercase) && words.byline.iter().any(begins)
}

/// `By Kim Ha-na` is a byline only where nothing else stands in the line.
fn is_whole_line_only(byline: &str) -> bool {
    !byline.contains(['@', '[']) && byline.chars().any(char::is_lowercase)
}

/// The end of a byline at the beginning of `line`: a lead word, names, and an address or capitals that prove it.
fn byline_end(line: &str, words: &Frame) -> Option<usize> {
    const MOST_WORDS: usize = 12;
    if let Some(end) = korean_byline(line).or_else(|| names_with_address(line)) {
        return Some(end);
    }
    let mut ends = line.match_indices(is_blank).map(|(at, _)| at).take(words.byline.longest());
    let lead = ends.find(|&end| words.byline.contains(fold(&line[..end]).as_ref()))?;
    let mut at = lead;
    let mut names = 0;
    let mut capitals = !line[..lead].chars().any(char::is_lowercase);
    for _ in 0..MOST_WORDS {
        let rest = &line[at..];
        let next = rest.trim_start_matches(is_blank);
        let start = line.len() - next.len();
        if let Some(end) = address_end(next) {
            return (names > 0).then_some(start + end);
        }
        let word = &next[..next.find(is_blank).unwrap_or(next.len())];
        let joins = matches!(word, "and" | "AND" | "&" | ",");
        if word.is_empty() || !(joins || word.starts_with(char::is_uppercase)) {
            break;
        }
        names += usize::from(!joins);
        capitals &= !word.chars().any(char::is_lowercase);
        at = start + word.len();
    }
    let whole = at == line.len();
    let proven = capitals || (whole && names <= 6 && !line.ends_with('.'));
    (names > 0 && proven).then_some(at)
}

/// `LEE SU-A [lee.sua@example.com]`, the second line of a byline.
fn names_with_address(line: &str) -> Option<usize> {
    const LONGEST: usize = 120;
    let (names, address) = line.split_once(" [")?;
    let capitals = names.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-' | ',' | '.' | '\''));
    let closed = address.ends_with(']') && address.contains('@') && !address.contains(' ');
    (line.len() <= LONGEST && names.starts_with(char::is_uppercase) && capitals && closed).then_some(line.len())
}

/// `김하나 기자 hana@example.com`.
fn korean_byline(line: &str) -> Option<usize> {
    const LONGEST: usize = 120;
    (line.len() <= LONGEST && line.contains('@') && line.contains("기자")).then_some(line.len())
}

/// The end of an e-mail address, bare or in brackets, which may be nested (`[[email protected]]`).
fn address_end(text: &str) -> Option<usize> {
    if text.starts_with('[') {
        let mut depth = 0_i32;
        for (at, c) in text.char_indices() {
            depth += i32::from(c == '[') - i32::from(c == ']');
            if depth == 0 {
                return Some(at + 1);
            }
        }
        return None;
    }
    let word = &text[..text.find(is_blank).unwrap_or(text.len())];
    word.contains('@').then_some(word.len())
}
