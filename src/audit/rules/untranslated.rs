use super::{Case, Hit, Side, rule};
use crate::article::Article;
use crate::settings::Level;
use crate::text::{Span, Token, is_quotation_mark};

rule! {
    /// Text in the script of the source stands in the final outside brackets, or a whole sentence is as it was in the source.
    ///
    /// It was left untranslated. A single word is a warning.
    ///
    /// Fires: "The committee 유감을 표명했다 on Monday."
    ///
    /// Silent: "Noh Ha-jun (노하준)"; one word in quotation marks, such as a letter that the article is about.
    UNTRANSLATED = "untranslated", Error, check
}

/// A shorter sentence may be a name or a title in both languages.
const LEAST_WORDS: usize = 4;

fn check(case: Case) -> Vec<Hit> {
    let analysis = case.analysis;
    let article = &analysis.r#final;
    let source = analysis.source.as_ref().map(|source| &source.article);
    let mut found = Vec::new();
    // What was left in the other language must not tell which language the final should be in.
    let spoken = analysis.draft.as_ref().filter(|draft| draft.tokens.iter().any(Token::is_word));
    let lang = spoken.unwrap_or(article).lang.primary();
    if let Some(is_foreign) = foreign(lang, source) {
        found.extend(runs(article, is_foreign).into_iter().map(|span| report(article, span)));
    }
    if let Some(source) = source.filter(|source| source.lang.primary() != lang && script(lang).is_none()) {
        let copies = copied(article, source, &found);
        found.extend(copies);
    }
    found
}

/// Which characters are of the source's script and not of the final's. Without a source, those of East Asia; `None` where
/// both are written in one script.
fn foreign(lang: &str, source: Option<&Article>) -> Option<fn(char) -> bool> {
    let own = script(lang);
    let other = source.map_or(Some(is_eastern as fn(char) -> bool), |source| script(source.lang.primary()));
    if own.is_some() { None } else { other }
}

/// The letters of a language that is not written in Latin ones.
fn script(lang: &str) -> Option<fn(char) -> bool> {
    match lang {
        "ko" | "ja" | "zh" => Some(is_eastern),
        "ru" | "uk" | "bg" | "sr" => Some(|c| matches!(c, '\u{0400}'..='\u{052F}')),
        "ar" | "fa" | "ur" => Some(|c| matches!(c, '\u{0600}'..='\u{06FF}')),
        "he" => Some(|c| matches!(c, '\u{0590}'..='\u{05FF}')),
        "hi" => Some(|c| matches!(c, '\u{0900}'..='\u{097F}')),
        "th" => Some(|c| matches!(c, '\u{0E00}'..='\u{0E7F}')),
        _ => None,
    }
}

/// Hangul, kana and Han.
fn is_eastern(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7AF}' | '\u{3040}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// Where foreign letters stand, outside the frame, brackets, and quotation marks around one word. Words with nothing but
/// blanks, digits and marks between them are one.
fn runs(article: &Article, is_foreign: fn(char) -> bool) -> Vec<Span> {
    // Most articles hold nothing but Latin letters, whose bytes tell that at once.
    if article.text.is_ascii() {
        return Vec::new();
    }
    let mut found: Vec<Span> = Vec::new();
    for sentence in article.sentences.iter().filter(|sentence| !sentence.region.is_frame()) {
        let mut depth = 0_usize;
        let mut run: Option<Span> = None;
        for (at, c) in article.text_of(sentence.span).char_indices() {
            let start = sentence.span.start + at;
            match c {
                'a'..='z' | 'A'..='Z' if depth == 0 => found.extend(run.take()),
                '(' | '[' | '（' | '［' | '〔' => depth += 1,
                ')' | ']' | '）' | '］' | '〕' => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                c if is_foreign(c) => {
                    let here = Span::new(start, start + c.len_utf8());
                    run = Some(run.map_or(here, |run| run.hull(here)));
                }
                c if c.is_alphabetic() => found.extend(run.take()),
                _ => {}
            }
        }
        found.extend(run);
    }
    found.retain(|&span| !is_quoted_word(article, span));
    found
}

/// Whether a span is one word right between marks: a letter or word that is spoken of.
fn is_quoted_word(article: &Article, span: Span) -> bool {
    let is_mark = |c: char| is_quotation_mark(c) || matches!(c, '‘' | '’' | '\'' | '《' | '》' | '〈' | '〉');
    let before = article.text[..span.start].chars().next_back().is_some_and(is_mark);
    let behind = article.text[span.end..].trim_start_matches([',', '.']).chars().next().is_some_and(is_mark);
    before && behind && words(article.text_of(span)) == 1
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn report(article: &Article, span: Span) -> Hit {
    /// Han and kana are written without blanks: of more letters a run is no word.
    const LONGEST_WORD: usize = 6;
    let text = article.text_of(span);
    let one_word = words(text) == 1 && text.chars().count() <= LONGEST_WORD;
    let message = format!("{} was left untranslated", super::shortened(text));
    Hit::new(span, message).at_level(one_word.then_some(Level::Warning))
}

/// Sentences of the final that are the source's to the letter, where the two languages share a script.
fn copied(article: &Article, source: &Article, found: &[Hit]) -> Vec<Hit> {
    if script(source.lang.primary()).is_some() {
        return Vec::new();
    }
    let copy = |sentence: usize| {
        let span = article.sentences[sentence].span;
        let text = article.sentence(sentence);
        let told = found.iter().any(|hit| hit.place.span.overlaps(span));
        let quoted = text.starts_with(is_quotation_mark);
        if article.is_frame(sentence) || told || quoted || words(text) < LEAST_WORDS {
            return None;
        }
        let same = (0..source.sentences.len()).find(|&at| source.sentence(at) == text)?;
        let hit = Hit::new(span, "this sentence is as it was in the source");
        Some(hit.with_evidence(Side::Source, [source.sentences[same].span]))
    };
    (0..article.sentences.len()).filter_map(copy).collect()
}
