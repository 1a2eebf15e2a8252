//! Where a sentence ends.
//!
//! A boundary is looked for behind every full stop, question mark and exclamation mark with the closing quotation
//! marks and brackets after it. [`Boundary::is_end`] lists, in order, what speaks for and against.

use super::token::is_dotted;
use super::{Span, fold, is_blank};
use crate::lexicon::Boundaries;

/// The sentences of one line, without the blanks around them, in order. `lang` is a primary language tag.
pub fn sentences(text: &str, line: Span, lang: &str, words: &Boundaries) -> Vec<Span> {
    let mut found = Vec::new();
    let within = line.of(text);
    let mut start = 0;
    let mut at = 0;
    while let Some(offset) = within[at..].find(is_terminator) {
        let mark = at + offset;
        let run = mark + within[mark..].find(|c| !is_terminator(c)).unwrap_or(within.len() - mark);
        let end = run + within[run..].find(|c| !is_closer(c)).unwrap_or(within.len() - run);
        let boundary = Boundary {
            before: &within[start..mark],
            marks: &within[mark..run],
            closers: &within[run..end],
            after: &within[end..],
        };
        if boundary.is_end(lang, words) {
            push(&mut found, text, line.start + start, line.start + end);
            start = end;
        }
        at = end;
    }
    push(&mut found, text, line.start + start, line.end);
    found
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let sentence = Span::new(start, end).trim(text);
    if !sentence.is_empty() {
        found.push(sentence);
    }
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…') || is_unambiguous(c)
}

/// Marks that do nothing but end a sentence, in scripts that have one.
fn is_unambiguous(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '।' | '॥' | '۔' | '؟' | '։' | '።' | '፧' | '။' | '‼' | '⁇' | '⁈' | '⁉')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '}' | '」' | '』' | '）' | '］' | '〉' | '》' | '】')
}

fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '«'
            | '„'
            | '('
            | '['
            | '{'
            | '「'
            | '『'
            | '（'
            | '［'
            | '〈'
            | '《'
            | '【'
            | '¿'
            | '¡'
    )
}

/// One place where a sentence may end.
struct Boundary<'t> {
    /// The sentence so far, without its final marks.
    before: &'t str,
    /// The final marks.
    marks: &'t str,
    /// Quotation marks and brackets that close behind them.
    closers: &'t str,
    /// The rest of the line.
    after: &'t str,
}

impl Boundary<'_> {
    fn is_end(&self, lang: &str, words: &Boundaries) -> bool {
        let next = self.after.trim_start_matches(is_blank);
        let glued = next.len() == self.after.len();
        if next.is_empty() {
            return false;
        }
        if self.marks.chars().any(is_unambiguous) {
            // 「…。」と: the quotation is part of a longer sentence.
            return self.closers.is_empty() || !glued;
        }
        if glued && !self.is_missing_space(next) {
            return false;
        }
        let lead = next.trim_start_matches(|c| is_opener(c) || is_blank(c));
        let Some(first) = lead.chars().next() else { return true };
        if first.is_lowercase() && !lead.chars().nth(1).is_some_and(char::is_uppercase) {
            return false;
        }
        if matches!(first, ',' | ';' | ':' | ')' | ']' | '%' | '-' | '–' | '—' | '&') {
            return false;
        }
        if !self.closers.is_empty() && is_attribution(lead, words) {
            return false;
        }
        self.marks != "." || self.stop_ends(lead, lang, words)
    }

    /// A forgotten space: `world.Today`, `했다.그는`; but not `example.Com` or `3.5`.
    fn is_missing_space(&self, next: &str) -> bool {
        if self.marks != "." || !self.closers.is_empty() {
            return false;
        }
        let word = last_word(self.before);
        let mut behind = next.chars();
        let (Some(first), Some(second)) = (behind.next(), behind.next()) else { return false };
        let hangul = |c: char| ('가'..='힣').contains(&c);
        let after_latin = word.len() > 1
            && word.chars().all(char::is_alphanumeric)
            && word.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            && first.is_uppercase()
            && second.is_lowercase();
        after_latin || (hangul(first) && word.ends_with(hangul))
    }

    /// Whether a single full stop before `lead` ends the sentence.
    fn stop_ends(&self, lead: &str, lang: &str, words: &Boundaries) -> bool {
        let word = last_word(self.before).trim_start_matches(is_opener);
        let next = first_word(lead);
        let opens = words.openers.contains(&fold(next)) && next.starts_with(char::is_uppercase);
        // The number of a list, not a sentence.
        if self.closers.is_empty() && is_list_number(self.before) {
            return false;
        }
        let mut letters = word.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && letter.is_uppercase()
        {
            let head = self.before[..self.before.len() - word.len()].trim_end_matches(is_blank);
            let pronoun = letter == 'I' && last_word(head).starts_with(char::is_lowercase);
            return pronoun || opens;
        }
        let folded = fold(word);
        let digit = lead.starts_with(|c: char| c.is_ascii_digit());
        if words.never_last.contains(lang, &folded) {
            return false;
        }
        if words.before_number.contains(lang, &folded) && digit {
            return false;
        }
        if matches!(&*folded, "a.m" | "p.m") {
            return opens || !(digit || is_calendar_or_zone(next));
        }
        if words.maybe_last.contains(lang, &folded) || is_dotted(word) {
            let capitalised = word.starts_with(char::is_uppercase) || word.contains('.') || folded == "etc";
            return opens || !capitalised || lead.len() < self.after.trim_start_matches(is_blank).len();
        }
        true
    }
}

/// `Kim asked.`, `the minister said in a statement`: who said the quotation before it.
fn is_attribution(lead: &str, words: &Boundaries) -> bool {
    const REACH: usize = 6;
    let mut rest = lead;
    for _ in 0..REACH {
        let word = first_word(rest);
        if word.is_empty() {
            return false;
        }
        rest = rest[word.len()..].trim_start_matches(is_blank);
        if words.reporting.contains(&fold(word)) {
            let next = first_word(rest);
            return rest.is_empty()
                || rest.starts_with(['.', ','])
                || matches!(next, "in" | "on" | "at" | "during" | "after" | "when" | "as" | "through");
        }
    }
    false
}

/// A weekday, a month, a time zone or a place goes on after a clock time.
fn is_calendar_or_zone(word: &str) -> bool {
    const NAMES: [&str; 19] = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
        "oct", "nov", "dec",
    ];
    let folded = fold(word);
    NAMES.iter().any(|name| folded.starts_with(name)) || word.chars().all(char::is_uppercase)
}

fn is_list_number(before: &str) -> bool {
    let item = before.trim_matches(|c| is_blank(c) || matches!(c, '•' | '(' | '-' | '*'));
    !item.is_empty()
        && item.len() <= 3
        && (item.chars().all(|c| c.is_ascii_digit()) || (item.len() == 1 && item.chars().all(char::is_alphabetic)))
}

fn last_word(text: &str) -> &str {
    text.rsplit(is_blank).next().unwrap_or("")
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// `|` stands where a sentence ends.
    fn holds(lang: &str, marked: &str) {
        let text = marked.replace('|', "");
        let words = Lexicon::default().boundaries;
        let found: Vec<&str> =
            sentences(&text, Span::new(0, text.len()), lang, &words).into_iter().map(|span| span.of(&text)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        holds("en", "Rep. Na met Sen. Warren of the U.S. Treasury at 9 p.m. on 26 Jul. 2025.| He paid $1.2 billion.");
        holds("en", "It is No. 1 in Washington, D.C.| The firm, Kakao Corp., rose.");
        holds("en", "J. K. Shin and Albert I. Jones came.| We make a good team, you and I.| Did you see?");
        holds("en", "It travels to the U.S.| The president agreed.");
        holds("en", "The gates open at 9 a.m. Monday.| Police closed the road at 5 p.m.| Residents left.");
    }

    #[test]
    fn quotations_are_split_inside_and_kept_with_their_attribution() {
        holds("en", "“We looked.| We found nothing,” he said.");
        holds("en", "“Why now?” Kim asked.| Nobody knew.");
        holds("en", "\"This is great.\" she said.| “It is.”| The hall was empty.");
        holds("en", "\"Stop!\" the minister shouted in the hall.");
    }

    #[test]
    fn marks_that_stand_inside_a_sentence_do_not_end_it() {
        holds("en", "Well ... perhaps.| “So ...”| Then he left.");
        holds("en", "1. The first item");
        holds("en", "Yahoo! said it would buy 3.5 percent (He paid.) of it.");
        holds("en", "It was late.Today is Tuesday.".replace("late.", "late.|").as_str());
    }

    #[test]
    fn other_scripts_have_their_own_marks() {
        holds(
            "ko",
            "수출이 늘었다.| 김 장관은 “좋다. 계속하겠다.”라고 말했다.| 끝이다.".replace("좋다.", "좋다.|").as_str(),
        );
        holds("ja", "それは何ですか？|彼は「はい。」と言った。|終わり。");
        holds("zh", "出口增长。|专家说很好！|是吗？");
    }
}
