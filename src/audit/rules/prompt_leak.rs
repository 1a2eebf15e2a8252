use super::{Case, Hit, rule};
use crate::article::{Article, Region};
use crate::audit::bracket::brackets;
use crate::lexicon::{Hashed, Print, Words};
use crate::text::{Span, Token, Vocabulary, fold, plain_words};

rule! {
    /// What a language model says about its work, or what was asked of it, stands in the final.
    ///
    /// It is no part of the article, and every reader sees how it was made. Articles about such models are left alone.
    ///
    /// Fires: "Here is the translation of the article:" above the headline; "[Note: the original has a pun here.]".
    ///
    /// Silent: "Here is the translation of the letter:" in an article about a letter; "As an AI researcher, she …".
    PROMPT_LEAK = "prompt-leak", Error, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let words = &case.lexicon.print;
    let mut found = sentences(article, &case.analysis.vocabulary, words);
    found.extend(notes(article, words));
    found.retain(|leak| !article.is_quoted(*leak));
    if !found.is_empty() && is_about_models(article, &found, words) {
        found.clear();
    }
    found.extend(marks(&article.text, words));
    found.sort_unstable();
    found.dedup_by(|next, before| before.overlaps(*next));
    let message = "a language model's words about its work, or what was asked of it, stand in the article";
    found.into_iter().map(|span| Hit::new(span, message)).collect()
}

/// The sentences that begin as a model's answers and its instructions do.
fn sentences(article: &Article, vocabulary: &Vocabulary, words: &Print) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, sentence) in article.sentences.iter().enumerate() {
        if sentence.region.is_frame() {
            continue;
        }
        let reader = Reader::new(article.tokens_of(at), vocabulary);
        let leaks = reader.begins(0, &words.leaks).is_some()
            || reader.announces(words)
            || reader.consents(words)
            || reader.is_labelled(words, at == 0, alone(article, at));
        // The marks around may be those of a quotation.
        if leaks && let (Some(first), Some(last)) = (reader.word_span(0), article.tokens_of(at).last()) {
            let end = if last.is_word() { last.span.end } else { sentence.span.end };
            let quoted = article.is_quoted(first);
            found.push(if quoted { first } else { Span::new(sentence.span.start, end) });
        }
    }
    found
}

/// Whether a sentence is all of its line.
fn alone(article: &Article, at: usize) -> bool {
    let line = |at: usize| article.paragraphs.get(at);
    line(at) != line(at + 1) && (at == 0 || line(at) != line(at - 1))
}

struct Reader<'a> {
    tokens: &'a [Token],
    vocabulary: &'a Vocabulary,
    /// The words of the sentence, folded.
    words: Vec<Hashed<'a>>,
}

impl<'a> Reader<'a> {
    fn new(tokens: &'a [Token], vocabulary: &'a Vocabulary) -> Self {
        let words = tokens.iter().filter(|token| token.is_word());
        let words = words.map(|token| vocabulary.form(token.folded).into()).collect();
        Reader { tokens, vocabulary, words }
    }

    fn words(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.words.iter().map(|word| word.as_str())
    }

    fn word_span(&self, index: usize) -> Option<Span> {
        self.tokens.iter().filter(|token| token.is_word()).nth(index).map(|token| token.span)
    }

    /// How many words the longest of some phrases has that stands at a word.
    fn begins(&self, at: usize, phrases: &Words) -> Option<usize> {
        phrases.longest_of(self.words.get(at..)?)
    }

    /// `Here is the translation:`, and not of a letter.
    fn announces(&self, words: &Print) -> bool {
        let Some(lead) = self.begins(0, &words.announcing) else { return false };
        let is_manner = |word: &&str| words.announced_as.contains(word) || words.worked_on.contains(word);
        let manner: Vec<&str> = self.words().skip(lead).take_while(is_manner).collect();
        // `Here is the full story` is no announcement, `Here is the edited story` is.
        let worked_on = manner.iter().any(|word| words.worked_on.contains(word));
        let is_announced = |word: &&str| words.renderings.contains(word) || worked_on && words.announced.contains(word);
        let mut rest = self.words().skip(lead + manner.len()).peekable();
        if rest.next_if(is_announced).is_none() {
            return false;
        }
        rest.peek().is_none() || rest.any(|word| words.given.contains(word)) || self.words().last() == Some("text")
    }

    /// `Sure, here's the revised version:`.
    fn consents(&self, words: &Print) -> bool {
        let answers = |count| self.begins(count, &words.answers).is_some();
        self.begins(0, &words.consents).is_some_and(answers) && self.words().any(|word| words.versions.contains(word))
    }

    /// `Translation:` alone in its line, or before the first.
    fn is_labelled(&self, words: &Print, first: bool, alone: bool) -> bool {
        let Some(count) = self.begins(0, &words.labels) else { return false };
        let last = self.tokens.iter().enumerate().filter(|(_, token)| token.is_word()).nth(count - 1);
        let colon = last.and_then(|(at, _)| self.tokens.get(at + 1));
        let labels = colon.is_some_and(|token| matches!(self.vocabulary.form(token.exact), ":" | "："));
        labels && (first || alone && self.words.len() == count)
    }
}

/// Notes in brackets about the translation.
fn notes(article: &Article, words: &Print) -> Vec<Span> {
    let of_translation = |note: &str| {
        let plain = plain_words(note);
        words.note_topics.iter().any(|topic| plain.contains(topic))
    };
    let text = &article.text;
    let found = brackets(text).into_iter().filter(|bracket| {
        let Some((label, note)) = bracket.inside.of(text).split_once([':', '：']) else { return false };
        let label = fold(label.trim());
        words.note_labels.contains(&label)
            && (bracket.open == b'[' || label.contains("trans") || label.contains("번역") || of_translation(note))
    });
    found.map(|bracket| bracket.span).collect()
}

/// What no person writes: marks of the programs around a model.
fn marks(text: &str, words: &Print) -> Vec<Span> {
    let begin = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'<' | b'['));
    let mark_at = |at: usize| words.model_marks.iter().find(|mark| text[at..].starts_with(mark));
    begin.filter_map(|(at, _)| mark_at(at).map(|mark| Span::new(at, at + mark.len()))).collect()
}

/// Whether the article, but for what was found, is about language models: they are in the headline, or in every sixth
/// sentence.
fn is_about_models(article: &Article, found: &[Span], words: &Print) -> bool {
    const SHARE: usize = 6;
    let (mut mentions, mut sentences) = (0, 0);
    for sentence in &article.sentences {
        if sentence.region.is_frame() || found.iter().any(|leak| leak.overlaps(sentence.span)) {
            continue;
        }
        let plain = plain_words(sentence.span.of(&article.text));
        let mentioned = words.models.iter().any(|model| plain.contains(model));
        if mentioned && sentence.region == Region::Headline {
            return true;
        }
        mentions += usize::from(mentioned);
        sentences += 1;
    }
    mentions > 0 && mentions * SHARE >= sentences
}
