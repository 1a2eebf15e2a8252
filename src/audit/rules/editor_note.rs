use super::{Case, Hit, rule};
use crate::article::Article;
use crate::audit::bracket::{Bracket, brackets};
use crate::lexicon::Print;
use crate::settings::Level;
use crate::text::{Span, Vocabulary, fold};

rule! {
    /// A note to a colleague was left in the text: [CHECK], [확인 필요], TK.
    ///
    /// It was meant for the desk. In brackets it is an error; a bare TK, XXX or ??? may be something else, and is a warning.
    ///
    /// Fires: "The firm hired [CHECK] 40 people"; "the bridge, built in TK".
    ///
    /// Silent: "[Yonhap]"; "Super Bowl XXX"; "Daegu and North Gyeongsang, known as TK".
    EDITOR_NOTE = "editor-note", Error, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let words = &case.lexicon.print;
    let mut hits = Vec::new();
    for bracket in brackets(&article.text) {
        let level = match note(&article.text, bracket, words) {
            true => None,
            false if bracket.open == b'<' && !bracket.inside.is_empty() => Some(Level::Warning),
            false => continue,
        };
        let message = format!("a note to a colleague? {}", bracket.span.of(&article.text));
        hits.push((bracket.span, Hit::new(bracket.span, message).at_level(level)));
    }
    for span in placeholders(article, &case.analysis.vocabulary, words) {
        if !article.is_quoted(span) && !hits.iter().any(|(bracket, _)| bracket.contains(span)) {
            let message = format!("{} stands for something still to come?", span.of(&article.text));
            hits.push((span, Hit::new(span, message).at_level(Some(Level::Warning))));
        }
    }
    if hits.is_empty() {
        return Vec::new();
    }
    let names_tk = |text: &str| {
        let folded = fold(text);
        words.tk_names.iter().any(|name| folded.contains(name))
    };
    // In square brackets it is a note even there.
    let is_tk = |span: Span| span.of(&article.text).contains("TK") && !span.of(&article.text).starts_with('[');
    if hits.iter().any(|(span, _)| is_tk(*span)) && names_tk(&article.text) {
        hits.retain(|(span, _)| !is_tk(*span));
    }
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Whether brackets hold a note.
fn note(text: &str, bracket: Bracket, words: &Print) -> bool {
    let inside = bracket.inside.of(text);
    // Credits and asides are common, and most are turned away here.
    let folded = fold(inside);
    let first = inside.split([' ', ':', ',']).next().unwrap_or("");
    let capitals = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
    if words.notes.contains(&folded) {
        let plain = bracket.open == b'(' && inside.is_ascii() && !inside.ends_with('?') && !capitals(inside);
        return !plain && !is_short_for(text, bracket, inside);
    }
    // `[name TK]`
    if bracket.open == b'[' && inside.split(' ').any(|word| matches!(word, "TK" | "TKTK")) {
        return true;
    }
    // `[full name? ask the court desk]`
    if bracket.open == b'[' && inside.contains('?') && inside.starts_with(|c: char| c.is_ascii_lowercase()) {
        return true;
    }
    if capitals(first) && words.shouted.contains(&fold(first)) {
        return !is_short_for(text, bracket, first);
    }
    let Some((label, rest)) = inside.split_once([':', '：']) else { return false };
    words.addressed.contains(&fold(label.trim())) && !is_credit(rest)
}

/// `Turkish Airlines (TK)`: the words before begin as the letters do.
fn is_short_for(text: &str, bracket: Bracket, letters: &str) -> bool {
    const SHORT: usize = 3;
    let before = text[..bracket.span.start].split_whitespace().rev();
    let mut name = before.take_while(|word| word.starts_with(char::is_uppercase));
    letters.len() <= SHORT && bracket.open == b'(' && name.any(|word| word.chars().next() == letters.chars().next())
}

/// `Editor: Kim Ha-na`.
fn is_credit(rest: &str) -> bool {
    const LONGEST: usize = 4;
    let mut words = rest.split_whitespace();
    words.clone().count() <= LONGEST && words.all(|word| word.starts_with(char::is_uppercase))
}

/// TK, XXX and ??? outside brackets.
fn placeholders(article: &Article, vocabulary: &Vocabulary, words: &Print) -> Vec<Span> {
    let mut found = Vec::new();
    let tokens = &article.tokens;
    let form = |at: usize| vocabulary.form(tokens[at].exact);
    for (at, token) in tokens.iter().enumerate() {
        if !matches!(token.span.len(), 2..=4) || !matches!(form(at), "TK" | "TKTK" | "XXX" | "XXXX") {
            continue;
        }
        let capital = |at: usize| tokens[at].is_word() && form(at).starts_with(char::is_uppercase);
        let before = at > 0 && capital(at - 1) && !article.is_initial(at - 1);
        let behind = at + 1 < tokens.len() && capital(at + 1);
        let noun = tokens.get(at + 1).is_some_and(|next| words.xxx_nouns.contains(vocabulary.form(next.folded)));
        let glued = tokens.get(at + 1).is_some_and(|next| next.span.start == token.span.end)
            && matches!(form(at + 1), "-" | "&" | "/");
        let frame = article.region_at(token.span).is_some_and(|region| region.is_frame());
        if !(before || behind || noun || glued || frame) {
            found.push(token.span);
        }
    }
    let text = &article.text;
    let mut at = 0;
    while let Some(start) = text[at..].find("???").map(|start| at + start) {
        let end = start + text[start..].bytes().take_while(|&byte| byte == b'?').count();
        // Behind a word they ask, if loudly.
        if !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '!') {
            found.push(Span::new(start, end));
        }
        at = end;
    }
    found
}
