//! Where a sentence ends.
//!
//! [`sentences`] goes over a line once. Behind every run of final marks, with the closing quotation marks and brackets
//! after it, [`Place`] lists in order what speaks for and against an end; the parts of that list stand in [`stop`]
//! (abbreviations, initials, numbers) and [`quotation`]. Without a final mark a sentence ends before the next item of a
//! list ([`Label`]) and before the credit of a picture.
//!
//! No test looks further than a fixed distance around its place, so that a line of any length takes time in proportion.

mod item;
mod marks;
mod place;
mod quotation;
mod stop;

use super::{Span, fold, is_blank};
use crate::lexicon::Boundaries;
use item::Label;
use place::{Place, last_word};

/// The sentences of one line, without the blanks around them, in order. `lang` is a primary language tag.
pub fn sentences(text: &str, line: Span, lang: &str, words: &Boundaries) -> Vec<Span> {
    let mut scan = Scan::new(line.of(text), lang, words);
    let mut found = Vec::new();
    let mut start = line.start;
    while let Some(end) = scan.next_end() {
        push(&mut found, text, start, line.start + end);
        start = line.start + end;
    }
    push(&mut found, text, start, line.end);
    found
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let sentence = Span::new(start, end).trim(text);
    if !sentence.is_empty() {
        found.push(sentence);
    }
}

/// One pass over a line.
struct Scan<'t> {
    line: &'t str,
    lang: &'t str,
    words: &'t Boundaries,
    /// Where the sentence begins.
    start: usize,
    /// Where the pass has come to.
    at: usize,
    /// The label that the sentence begins with.
    label: Option<Label>,
    /// A title in `《》` is open.
    in_title: bool,
    /// The last character was blank.
    after_blank: bool,
}

impl<'t> Scan<'t> {
    fn new(line: &'t str, lang: &'t str, words: &'t Boundaries) -> Self {
        let mut scan = Scan { line, lang, words, start: 0, at: 0, label: None, in_title: false, after_blank: false };
        scan.begin(0);
        scan
    }

    /// A sentence begins: its label is no place to end it.
    fn begin(&mut self, end_of_last: usize) {
        let rest = &self.line[end_of_last..];
        self.start = self.line.len() - rest.trim_start_matches(is_blank).len();
        self.label = Label::at(&self.line[self.start..]);
        self.at = self.start + self.label.map_or(0, |label| label.len);
        self.in_title = false;
        self.after_blank = false;
    }

    /// The end of the next sentence, except the last.
    fn next_end(&mut self) -> Option<usize> {
        loop {
            self.skip_letters();
            let c = self.line[self.at..].chars().next()?;
            let here = self.at;
            self.at += c.len_utf8();
            let end = if self.after_blank && self.is_next_item(c, here) {
                Some(here)
            } else if marks::is_final_mark(c, self.lang) {
                self.end_behind_marks(here)
            } else if c == ':' {
                self.credit_before(here)
            } else {
                self.in_title = matches!(c, '《' | '〈') || (self.in_title && !matches!(c, '》' | '〉'));
                None
            };
            self.after_blank = is_blank(c);
            if let Some(end) = end {
                self.begin(end);
                return Some(end);
            }
        }
    }

    /// Most of a line is letters, which end nothing unless they are the next item's.
    fn skip_letters(&mut self) {
        if self.after_blank && self.label.is_some() {
            return;
        }
        let letters = self.line.as_bytes()[self.at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        self.at += letters;
        self.after_blank &= letters == 0;
    }

    /// Whether the next item of the list begins here.
    fn is_next_item(&self, c: char, here: usize) -> bool {
        let Some(label) = self.label.filter(|_| item::may_begin(c)) else { return false };
        let ordinals = self.words.ordinal_stop.contains(self.lang);
        Label::at(&self.line[here..]).is_some_and(|next| label.is_followed_by(&next, ordinals))
    }

    /// Reads the final marks that begin here and what closes behind them; their end, if it ends the sentence.
    fn end_behind_marks(&mut self, here: usize) -> Option<usize> {
        let marks = here + marks::final_marks_end(&self.line[here..], self.lang);
        let end = marks + marks::closers_end(&self.line[marks..]);
        let next = self.line[end..].trim_start_matches(is_blank);
        let place = Place {
            lang: self.lang,
            words: self.words,
            line: self.line,
            sentence: &self.line[self.start..here],
            marks: &self.line[here..marks],
            closers: &self.line[marks..end],
            next,
            glued: next.len() == self.line.len() - end,
            lead: next.trim_start_matches(|c| marks::is_opener(c) || is_blank(c)),
            in_title: self.in_title,
        };
        self.at = end;
        place.is_end().then_some(end)
    }

    /// Where the credit begins, if this colon stands behind its label: `at the port Photo: Kim Ha-na`. A credit is
    /// short, and the last in its line.
    fn credit_before(&self, colon: usize) -> Option<usize> {
        const LONGEST: usize = 80;
        let sentence = &self.line[self.start..colon];
        let label = last_word(sentence);
        let short = self.line.len() - colon <= LONGEST && self.line[colon + 1..].starts_with(is_blank);
        let before = sentence.strip_suffix(label)?;
        let known = || !label.starts_with(char::is_lowercase) && self.words.credits.contains(&fold(label));
        (short && before.ends_with(is_blank) && known()).then_some(colon - label.len())
    }
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
        holds("en", "It is No. 1 in Washington, D.C.| The firm, Kakao Corp., rose.| Kakao Corp. (Kakao) fell.");
        holds("en", "J. K. Shin and Albert I. Jones came.| We make a good team, you and I.| Did you see?");
        holds("en", "It travels to the U.S.| The president agreed.| So did ex-Gov. Lee.| A. Kim and B. Lee did not.");
        holds("en", "They drove down Main St.| The church of St. Mary was shut.| Ask Lee and co.| They know.");
        holds("en", "See p. 7, pp. 8-9, Fig. 2 and Vol. IV of it.| It grows at 37.5° N, 126.9° E.| Then north.");
    }

    #[test]
    fn a_clock_time_goes_on_with_its_day_or_zone() {
        holds("en", "The gates open at 9 a.m. Monday.| Police closed the road at 5 p.m.| Residents left.");
        holds("en", "At 6 a.m. Ms. Han left.| She was back at 9 P.M.| Mr. Oh was not.| It ends at 5 p.m. KST today.");
        holds("en", "It closes at 5 p.m.| Marketing staff leave.");
    }

    #[test]
    fn quotations_are_split_inside_and_kept_with_their_attribution() {
        holds("en", "“We looked.| We found nothing,” he said.");
        holds("en", "“Why now?” Kim asked.| Nobody knew.");
        holds("en", "\"This is great.\" she said.| “It is.”| The hall was empty.");
        holds("en", "\"Stop!\" the minister shouted in the hall.");
        holds("en", "“It works.”| The minister said in a statement that it does.");
        holds("en", "“So [...] it was [...]” (Oh 12).| “Done.”| (He smiled.)| They went.");
        holds("en", "“We try.| We will win.” Lee Ha-na, mayor of the town");
        holds("de", "„Das ist gut.“| Er ging.| »Ja.«| Sie blieb.");
        holds("fr", "« Pourquoi ? »| Elle est partie.");
        holds("ko", "김 장관은 “좋다.| 계속하겠다.” 라고 말했다.| “왜?” 이 의원이 물었다.| 그는 “모른다.”며 웃었다.");
        holds("ja", "彼は「はい。」と言った。|「いいえ。」|彼女は黙った。|本当か？という声もある。");
        holds("zh", "“很好！”他说。|“我们走。”|第二天下雨了。");
    }

    #[test]
    fn marks_that_stand_inside_a_sentence_do_not_end_it() {
        holds("en", "1. The first item");
        holds("en", "Yahoo! said it would buy 3.5 percent (He paid.) of it.| He left Yahoo!| The firm was sold.");
        holds("en", "Write to Han.Seri@example.com.| See https://example.com/a.b?c=1. for more.");
        holds("en", "The town was founded in 1450.[2][3]| Later it grew.");
        holds("de", "Er kam am 3. März zum 2. Mal.| Das steht auf Seite 12.| Dort gibt es z. B. Äpfel.");
        holds("ru", "Он жил в г. Москве на ул. Ленина.| Она уехала в 2014 г.| Там тепло.");
        holds("ko", "그는 2024. 7. 26. 서울에 왔다.| 12.3 비상계엄은 끝났다.| 3.5% 올랐다.");
        holds("zh", "我看《走吧！爸爸》了。|好！");
    }

    #[test]
    fn dots_are_a_pause_or_an_end() {
        holds("en", "Well ... perhaps.| “So ...”| Then he left...| She stayed.| Why?!| Nobody knew.");
        holds(
            "en",
            "Life is long. . . .| It wasn't . . . well, the point . . . I did not know.| He slept. ...| She woke.",
        );
        holds("en", "Prices rose [...] and fell [...]| Experts agree.");
        holds("ko", "그게… 잘 모르겠다.| 수출이 늘었다…| 내수는 줄었다.");
    }

    #[test]
    fn a_forgotten_space_hides_no_end() {
        holds("en", "It was late.|Today is Tuesday.|Mr. Kim paid 1,000.|That is much for Naver.Com and Node.Js.");
        holds("en", "Prices rose sharply.| the ministry said on approx. the same day.");
        holds("ko", "수출이 늘었다.|그는 웃었다.|AI는 강하다.|2025년이다.");
    }

    #[test]
    fn items_of_a_list_stand_apart() {
        holds("en", "1.) One |2.) Two |3.) Three");
        holds("en", "(a) So |(b) or so");
        holds("en", "1. Milk |2. Bread.| It is fresh.| 3. Tea");
        holds("en", "• 9. Milk |• 10. Bread");
        holds("en", "- Milk.| - Bread.| - Tea.");
        holds("ko", "①수출 증가 |②내수 감소");
        holds("ko", "7. 26. ~ 8. 3. 개최");
        holds("de", "1. FC Dorf steigt in die 2. Liga auf");
    }

    #[test]
    fn a_credit_stands_behind_its_caption() {
        holds("en", "Cranes at the port |Photo: Kim Ha-na");
        holds("en", "They agreed on the photo: it was old.");
        holds("ko", "부산항의 모습. |사진: 김하나");
    }

    #[test]
    fn other_scripts_have_their_own_marks() {
        holds("ko", "수출이 늘었다.| 김 장관은 “좋다.| 계속하겠다.”라고 말했다.| 끝이다.");
        holds("ja", "それは何ですか？|彼は「はい。」と言った。|３．２％だ。|終わり。");
        holds("zh", "出口增长。|专家说很好！|是吗？");
        holds("el", "Πού είσαι;| Εδώ είμαι.");
        holds("hy", "Ո՞ւր ես:| Այստեղ եմ:");
        holds("hi", "वह आया।| सब ठीक है।");
        holds("am", "ሰላም ነው፧|ደህና ነኝ።");
    }

    #[test]
    fn any_text_is_covered_in_order() {
        let pieces = [
            ".", "?", "…", "。", " ", "\u{A0}", "“", "”", "\"", "(", "]", "3", "a", "I", "Kim", "U.S", "했다", "①",
            "•", "-", "1.", "《", "》", "Photo:", ";", "\u{202C}", "e\u{301}", "と", "．", "z.", "»",
        ];
        let words = Lexicon::default().boundaries;
        let mut random = 1_u64;
        for round in 0..4000 {
            let mut text = String::new();
            for _ in 0..round % 25 {
                random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                text.push_str(pieces[(random >> 33) as usize % pieces.len()]);
            }
            for lang in ["en", "ko", "ja", "de", "el", "hy"] {
                let found = sentences(&text, Span::new(0, text.len()), lang, &words);
                let kept: String = found.iter().map(|span| span.of(&text)).collect();
                let solid = |text: &str| text.chars().filter(|&c| !is_blank(c)).collect::<String>();
                assert_eq!(solid(&kept), solid(&text), "{text:?}");
            }
        }
    }
}
