use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Unit;
use crate::article::Article;
use crate::text::{Id, Span, Token, is_blank};

/// A changed stretch of one unit, exact: the unit's draft text with each hunk's draft span replaced by its final text is
/// the unit's final text, to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk {
    /// The unit that it lies in, by index.
    pub unit: usize,
    /// Bytes of the draft.
    pub draft: Span,
    /// Bytes of the final.
    pub r#final: Span,
    /// Tokens of the draft that it holds; empty also where only blanks differ.
    pub draft_tokens: Range<usize>,
    /// Tokens of the final that it holds.
    pub final_tokens: Range<usize>,
}

/// A unit with more tokens than this is not searched for what it kept inside, only at its ends.
const MOST_TOKENS: usize = 100_000;

/// The hunks of one unit in order: what differs between the tokens as written, and the blanks between them. `false`
/// where the unit was too long to be searched for more than its equal ends.
pub fn hunks(draft: &Article, r#final: &Article, index: usize, unit: &Unit) -> (Vec<Hunk>, bool) {
    let (from, to) = (draft.token_range(unit.draft.clone()), r#final.token_range(unit.r#final.clone()));
    let folded = |tokens: &[Token]| -> Vec<Id> { tokens.iter().map(|token| token.folded).collect() };
    let (one, two) = (folded(&draft.tokens[from.clone()]), folded(&r#final.tokens[to.clone()]));
    let mut cutter = Cutter {
        draft,
        r#final,
        unit: index,
        ends: (draft.span_of(unit.draft.clone()), r#final.span_of(unit.r#final.clone())),
        at: (draft.span_of(unit.draft.clone()).start, r#final.span_of(unit.r#final.clone()).start),
        hunks: Vec::new(),
    };
    let exact = one.len() + two.len() <= MOST_TOKENS;
    let ops = if exact { capture_diff_slices(Algorithm::Myers, &one, &two) } else { equal_ends(&one, &two) };
    for op in ops {
        let (old, new) = (op.old_range(), op.new_range());
        let old = old.start + from.start..old.end + from.start;
        let new = new.start + to.start..new.end + to.start;
        match op {
            DiffOp::Equal { .. } => old.zip(new).for_each(|pair| cutter.kept(pair.0, pair.1)),
            _ => cutter.changed(old, new),
        }
    }
    (cutter.finish(), exact)
}

/// One replacement between the equal beginnings and the equal ends.
fn equal_ends(one: &[Id], two: &[Id]) -> Vec<DiffOp> {
    let head = one.iter().zip(two).take_while(|(one, two)| one == two).count();
    let tail = one[head..].iter().rev().zip(two[head..].iter().rev()).take_while(|(one, two)| one == two).count();
    let (old, new) = (one.len() - head - tail, two.len() - head - tail);
    let equal = |old_index, new_index, len| DiffOp::Equal { old_index, new_index, len };
    vec![
        equal(0, 0, head),
        DiffOp::Replace { old_index: head, old_len: old, new_index: head, new_len: new },
        equal(head + old, head + new, tail),
    ]
}

struct Cutter<'a> {
    draft: &'a Article,
    r#final: &'a Article,
    unit: usize,
    /// The spans of the unit.
    ends: (Span, Span),
    /// The first bytes that no hunk and no kept token covers yet.
    at: (usize, usize),
    hunks: Vec<Hunk>,
}

impl Cutter<'_> {
    /// Two tokens that are equal when folded.
    fn kept(&mut self, draft: usize, r#final: usize) {
        let (one, two) = (self.draft.tokens[draft], self.r#final.tokens[r#final]);
        self.blanks(one.span.start, two.span.start, draft, r#final);
        if one.exact != two.exact {
            self.hunks.push(Hunk {
                unit: self.unit,
                draft: one.span,
                r#final: two.span,
                draft_tokens: draft..draft + 1,
                final_tokens: r#final..r#final + 1,
            });
        }
        self.at = (one.span.end, two.span.end);
    }

    /// The blanks before a kept pair: they belong to the hunk that ends there, else they are a hunk where they differ.
    fn blanks(&mut self, draft_end: usize, final_end: usize, draft: usize, r#final: usize) {
        let gap = (Span::new(self.at.0, draft_end), Span::new(self.at.1, final_end));
        if gap.0.of(&self.draft.text) == gap.1.of(&self.r#final.text) {
            return;
        }
        let ends_here = |hunk: &&mut Hunk| hunk.draft.end == gap.0.start && hunk.r#final.end == gap.1.start;
        match self.hunks.last_mut().filter(ends_here) {
            Some(last) => (last.draft.end, last.r#final.end) = (draft_end, final_end),
            None => self.push(gap, draft..draft, r#final..r#final),
        }
    }

    /// Tokens that have no equal.
    fn changed(&mut self, draft: Range<usize>, r#final: Range<usize>) {
        let end = |article: &Article, tokens: &Range<usize>, at: usize| {
            if tokens.is_empty() { at } else { article.tokens[tokens.end - 1].span.end }
        };
        let spans = (
            Span::new(self.at.0, end(self.draft, &draft, self.at.0)),
            Span::new(self.at.1, end(self.r#final, &r#final, self.at.1)),
        );
        self.at = (spans.0.end, spans.1.end);
        self.push(spans, draft, r#final);
    }

    /// Adds a hunk without the blanks that both sides begin with.
    fn push(&mut self, spans: (Span, Span), draft_tokens: Range<usize>, final_tokens: Range<usize>) {
        let (one, two) = (spans.0.of(&self.draft.text), spans.1.of(&self.r#final.text));
        let shared = one.chars().zip(two.chars()).take_while(|(one, two)| one == two && is_blank(*one));
        let shared: usize = shared.map(|(blank, _)| blank.len_utf8()).sum();
        self.hunks.push(Hunk {
            unit: self.unit,
            draft: Span::new(spans.0.start + shared, spans.0.end),
            r#final: Span::new(spans.1.start + shared, spans.1.end),
            draft_tokens,
            final_tokens,
        });
    }

    fn finish(mut self) -> Vec<Hunk> {
        let ends = (self.ends.0.end, self.ends.1.end);
        let tokens = |article: &Article, at: usize| article.tokens.partition_point(|token| token.span.start < at);
        let (draft, r#final) = (tokens(self.draft, ends.0), tokens(self.r#final, ends.1));
        if self.at.0 < ends.0 || self.at.1 < ends.1 {
            self.blanks(ends.0, ends.1, draft, r#final);
        }
        self.hunks
    }
}
