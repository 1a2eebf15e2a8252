//! An article: its sentences in order, each with the part of the page that it stands in.

mod found;
mod frame;
mod lines;

use std::ops::Range;

use jiff::civil::{Date, DateTime};
use schemars::JsonSchema;
use serde::Serialize;

use crate::lexicon::Lexicon;
use crate::pair;
use crate::settings::DisclosureSettings;
use crate::text::name::Name;
use crate::text::value::Value;
use crate::text::{self, Lang, Span, Token, Vocabulary};

/// The part of the page that a sentence stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The first line, where a body follows.
    Headline,
    /// When the article was published and updated.
    Dateline,
    /// The text of the article.
    Body,
    /// The line that says that a machine translated.
    Disclosure,
    /// Who wrote it, with an address, or a copyright line.
    Byline,
    /// A line under a picture, with its credit.
    Caption,
}

impl Region {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Region::Headline => "headline",
            Region::Dateline => "dateline",
            Region::Body => "body",
            Region::Disclosure => "disclosure",
            Region::Byline => "byline",
            Region::Caption => "caption",
        }
    }

    /// Whether it belongs to the frame, which nobody translates: dateline, disclosure and byline.
    pub fn is_frame(self) -> bool {
        matches!(self, Region::Dateline | Region::Disclosure | Region::Byline)
    }
}

/// One sentence, headline, byline or other segment of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without the blanks around it.
    pub span: Span,
    /// The part of the page.
    pub region: Region,
    /// Its tokens, as a range of [`Article::tokens`].
    pub tokens: Range<usize>,
}

/// One version of an article, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The text to the letter. All spans are byte ranges of it.
    pub text: String,
    /// Its language, as given or read off the script.
    pub lang: Lang,
    /// The sentences in the order of the text.
    pub sentences: Vec<Sentence>,
    /// The tokens of all sentences in the order of the text.
    pub tokens: Vec<Token>,
    /// The paragraph (line of the text, counted from 0) that each sentence stands in.
    pub paragraphs: Vec<usize>,
    /// The caller gave the sentences, each as a line, so that what was one paragraph is not known.
    pub given_sentences: bool,
    /// All values of the sentences, in order.
    pub values: Vec<Value>,
    /// All names, in order; in a Korean text those of people, which may overlap.
    pub names: Vec<Name>,
    /// All quotations without their marks, in order.
    pub quotations: Vec<Span>,
    /// The times of the dateline: published, updated.
    times: (Option<DateTime>, Option<DateTime>),
}

impl Article {
    /// The text of a sentence.
    pub fn sentence(&self, index: usize) -> &str {
        self.sentences[index].span.of(&self.text)
    }

    /// The tokens of a sentence.
    pub fn tokens_of(&self, index: usize) -> &[Token] {
        &self.tokens[self.sentences[index].tokens.clone()]
    }

    /// From the first byte of a range of sentences to the last; for an empty range, the empty span before it.
    pub fn span_of(&self, sentences: Range<usize>) -> Span {
        let at = |index: usize| self.sentences.get(index).map_or(self.text.len(), |sentence| sentence.span.start);
        if sentences.is_empty() {
            return Span::at(at(sentences.start));
        }
        Span::new(at(sentences.start), self.sentences[sentences.end - 1].span.end)
    }

    /// The tokens of a range of sentences.
    pub fn token_range(&self, sentences: Range<usize>) -> Range<usize> {
        let at = |index: usize| self.sentences.get(index).map_or(self.tokens.len(), |sentence| sentence.tokens.start);
        at(sentences.start)..at(sentences.end)
    }

    /// When it was published, by its dateline: local time to the minute, as ISO 8601 has it (`2025-07-26T18:29`).
    pub fn published(&self) -> Option<String> {
        self.times.0.map(iso)
    }

    /// The day on which it was published, by its dateline.
    pub fn published_on(&self) -> Option<Date> {
        self.times.0.map(DateTime::date)
    }

    /// When it was last updated, by its dateline.
    pub fn updated(&self) -> Option<String> {
        self.times.1.map(iso)
    }

    /// Whether a sentence stands in dateline, disclosure or byline.
    pub fn is_frame(&self, index: usize) -> bool {
        self.sentences[index].region.is_frame()
    }
}

fn iso(time: DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Reads a text: its lines, their parts, sentences and tokens. `desk` knows the desk's own wording of the disclosure;
/// `vocabulary` is shared by all texts of one analysis.
pub fn read(text: &pair::Text, desk: &DisclosureSettings, lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Article {
    let content = text.as_str();
    let lang = text.lang().map_or_else(|| Lang::detect(content), Lang::new);
    let wordings = desk.wording.iter().map(|wording| text::plain_words(wording)).filter(|plain| !plain.is_empty());
    let mut reader = Reader {
        text: content,
        lang: &lang,
        lexicon,
        wordings: wordings.collect(),
        vocabulary,
        sentences: Vec::new(),
        tokens: Vec::new(),
        paragraphs: Vec::new(),
    };
    match text.sentences() {
        Some(sentences) => reader.read_split(sentences),
        None => reader.read_lines(),
    }
    let Reader { sentences, tokens, paragraphs, .. } = reader;
    let times = frame::times(content, &sentences, &tokens, vocabulary, lexicon);
    let article = Article {
        text: content.to_owned(),
        lang,
        sentences,
        tokens,
        paragraphs,
        given_sentences: text.sentences().is_some(),
        values: Vec::new(),
        names: Vec::new(),
        quotations: Vec::new(),
        times,
    };
    article.find(vocabulary, lexicon)
}

/// Marks that end a statement, so that no headline ends in them.
const FULL_STOPS: [char; 8] = ['.', '。', '｡', '।', '۔', '։', '።', '။'];

/// Marks that may stand behind them.
const CLOSING: [char; 7] = ['"', '”', '\'', '’', ')', '」', '』'];

struct Reader<'a> {
    text: &'a str,
    lang: &'a Lang,
    lexicon: &'a Lexicon,
    /// The desk's own disclosures, as plain words.
    wordings: Vec<String>,
    vocabulary: &'a mut Vocabulary,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    paragraphs: Vec<usize>,
}

impl Reader<'_> {
    /// A text whose sentences the caller knows.
    fn read_split(&mut self, sentences: &[Range<usize>]) {
        for (line, range) in sentences.iter().enumerate() {
            let span = Span::new(range.start, range.end).trim(self.text);
            let region = match frame::segments(self.text, span, &self.lexicon.frame).as_slice() {
                [(_, region)] => *region,
                _ => Region::Body,
            };
            self.push(span, region, line);
        }
        self.mark_headline_and_disclosure();
    }

    fn read_lines(&mut self) {
        let paragraphs = lines::paragraphs(self.text);
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let parts = frame::segments(self.text, paragraph.span, &self.lexicon.frame);
            let is_first_of_many = index == 0 && paragraphs.len() > 1;
            if let [(line, Region::Body)] = parts[..]
                && is_first_of_many
                && self.is_unsplit_headline(line)
            {
                self.push(line, Region::Body, paragraph.number);
                continue;
            }
            for (span, region) in parts {
                if region.is_frame() {
                    self.push(span, region, paragraph.number);
                    continue;
                }
                for sentence in text::sentences(self.text, span, self.lang.primary(), &self.lexicon.boundaries) {
                    self.push(sentence, region, paragraph.number);
                }
            }
        }
        self.mark_headline_and_disclosure();
    }

    /// Whether a first line with lines below is one headline, whatever marks stand in it: `Exports up... Chips lead`. It
    /// is short, and ends without a full stop.
    fn is_unsplit_headline(&self, line: Span) -> bool {
        const LONGEST: usize = 250;
        let line = line.of(self.text);
        let last = line.trim_end_matches(CLOSING);
        let full_stop = last.ends_with(FULL_STOPS) && !last.ends_with("..");
        line.chars().nth(LONGEST).is_none() && !full_stop
    }

    fn push(&mut self, span: Span, region: Region, paragraph: usize) {
        let words = &self.lexicon.boundaries;
        let tokens = text::tokenize(self.text, span, self.lang.primary(), words, self.vocabulary, &mut self.tokens);
        self.sentences.push(Sentence { span, region, tokens });
        self.paragraphs.push(paragraph);
    }

    /// What only the place in the whole article tells.
    fn mark_headline_and_disclosure(&mut self) {
        let count = self.sentences.len();
        let last_of_body = self.sentences.iter().rposition(|sentence| !sentence.region.is_frame());
        for index in 0..count {
            let near_an_end = index < 3 || index + 4 > count;
            let last = Some(index) == last_of_body;
            let sentence = &self.sentences[index];
            let words = sentence.span.of(self.text);
            if sentence.region == Region::Body
                && (frame::is_disclosure(words, near_an_end, last, &self.lexicon.frame) || self.is_desk_wording(words))
            {
                self.sentences[index].region = Region::Disclosure;
            } else if sentence.region == Region::Body && index > 0 {
                let before = index - 1;
                let same_paragraph = self.paragraphs[before] == self.paragraphs[index];
                if self.sentences[before].region == Region::Disclosure
                    && frame::continues_disclosure(words, same_paragraph, &self.lexicon.frame)
                {
                    self.sentences[index].region = Region::Disclosure;
                }
            }
        }
        let body_follows = (1..count)
            .any(|index| self.sentences[index].region == Region::Body && self.paragraphs[index] != self.paragraphs[0]);
        let alone = count > 1 && self.paragraphs[1] != self.paragraphs[0];
        if body_follows && alone && self.sentences[0].region == Region::Body && !self.ends_in_full_stop(0) {
            self.sentences[0].region = Region::Headline;
        }
    }

    fn is_desk_wording(&self, sentence: &str) -> bool {
        !self.wordings.is_empty() && self.wordings.contains(&text::plain_words(sentence))
    }

    /// Whether a sentence ends as sentences do, not as headlines do.
    fn ends_in_full_stop(&self, index: usize) -> bool {
        let sentence = self.sentences[index].span.of(self.text);
        let last = sentence.trim_end_matches(CLOSING);
        let abbreviation =
            self.tokens[self.sentences[index].tokens.clone()].last().is_some_and(|token| token.is_word());
        last.ends_with(FULL_STOPS) && !(last.ends_with('.') && (abbreviation || last.ends_with("..")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regions(text: &str) -> Vec<(Region, String)> {
        let article =
            read(&text.into(), &DisclosureSettings::default(), &Lexicon::default(), &mut Vocabulary::default());
        let part = |sentence: &Sentence| (sentence.region, sentence.span.of(text).to_owned());
        article.sentences.iter().map(part).collect()
    }

    #[test]
    fn every_part_is_found_in_any_layout() {
        let body = "The port reopened. Ships came.";
        let footer = "Translated from the Port Daily using generative AI and edited by its staff.";
        let byline = "BY HAN SE-RI [han.seri@example.com]";
        let dateline = "Published: 3 Mar. 2025, 08:05 Updated: 3 Mar. 2025, 9:10";
        for newline in ["\n", "\r\n", "\r", "\n\n", "\u{2028}"] {
            let text = format!("\u{FEFF}{}", ["Port reopens", dateline, body, footer, byline].join(newline));
            let found: Vec<Region> = regions(&text).into_iter().map(|(region, _)| region).collect();
            use Region::*;
            assert_eq!(found, [Headline, Dateline, Body, Body, Disclosure, Byline], "{newline:?}");
        }
        let glued = format!("Port reopens\n{dateline} {body} {footer} {byline}");
        let article = read(
            &glued.as_str().into(),
            &DisclosureSettings::default(),
            &Lexicon::default(),
            &mut Vocabulary::default(),
        );
        assert_eq!(article.sentences.len(), 6);
        assert_eq!(article.published().as_deref(), Some("2025-03-03T08:05"));
        assert_eq!(article.updated().as_deref(), Some("2025-03-03T09:10"));
    }

    #[test]
    fn a_part_is_what_it_says() {
        use Region::*;
        for (line, region) in [
            ("BY KIM HA-NA, LEE SU-A [kim.hana@example.com]", Byline),
            ("Reporter Kim Ha-na hana@example.com", Byline),
            ("By Kim Ha-na", Byline),
            ("LEE SU-A [lee.sua@example.com]", Byline),
            ("EXPORTS RISE [YONHAP]", Caption),
            ("ⓒ Port Daily. All rights reserved", Byline),
            ("Cranes stand still at the port on March 2. [YONHAP]", Caption),
            ("Photo: Port Authority", Caption),
            ("This article was translated using AI.", Disclosure),
            ("Published: 3 Mar. 2025, 08:05", Dateline),
            ("BY the time police came, he had left.", Body),
            ("Published reports said otherwise.", Body),
            ("The firm sells AI translation.", Body),
        ] {
            let found = regions(&format!(
                "Port reopens\nThe port reopened.\nShips came.\nAll went well.\n{line}\nSo it was.\nCalm.\nAll is well.\nEnd."
            ));
            assert_eq!(found[4].0, region, "{line}");
        }
    }

    #[test]
    fn one_line_is_body_and_a_first_sentence_no_headline() {
        assert_eq!(regions("Port reopens")[0].0, Region::Body);
        assert_eq!(regions("The port reopened.\nShips came.")[0].0, Region::Body);
        assert_eq!(regions("Firm to leave the U.S.\nIt said so.")[0].0, Region::Headline);
        assert!(regions(" \n\n").is_empty());
    }

    #[test]
    fn a_headline_is_one_sentence_whatever_marks_it_holds() {
        let count = |text: &str| regions(text).len();
        assert_eq!(count("Exports at record... Chips up 31%\nThe port reopened. Ships came."), 3);
        assert_eq!(count("Is it over? Experts doubt it\nIt is not over."), 2);
        assert_eq!(count("수출 사상 최대… 끝났나? 반도체 31%↑\n수출이 늘었다."), 2);
        assert_eq!(count("Who knows? Nobody does.\nIt is not over."), 3);
        assert_eq!(count("Who knows? Nobody does"), 2);
    }
}
