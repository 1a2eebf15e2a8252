//! Word-level quality estimation: which words of a draft were changed, and where words were put in.

use schemars::JsonSchema;
use serde::Serialize;

use super::matrix::{Matrix, Step};
use super::shape::{Reach, Shape};
use super::words::{Numbered, common_ends, split};

/// The largest matrix that is filled, in cells of four bytes.
const MAX_CELLS: usize = 1 << 24;

/// What became of a word of the draft, or of a gap between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Tag {
    /// The word was kept; nothing was put into the gap.
    Ok,
    /// The word was deleted or replaced; something was put into the gap.
    Bad,
}

/// The tags of the draft as in the tasks of WMT on word-level quality estimation: gap, word, gap, … , gap, which is
/// 2n + 1 for n words.
///
/// The words are aligned by edit distance, case and marks included. Of alignments with as few edits, seen from the end,
/// the one is taken that pairs two words rather than deletes one, and deletes one rather than inserts one.
///
/// Of texts too long to try every alignment, from some four thousand words with little in common, words are only
/// paired that stand at nearly the same place. Beyond 250,000 words, or where the lengths of such texts are far apart,
/// each word is compared with the one at the same place, from the first difference to the last.
pub fn word_tags(draft: &str, r#final: &str) -> Vec<Tag> {
    let words = Numbered::of(draft, r#final);
    words.and_then(|words| tags_by_distance(&words)).unwrap_or_else(|| tags_by_place(draft, r#final))
}

/// The tags by edit distance, unless the matrix would be too large.
fn tags_by_distance(words: &Numbered) -> Option<Vec<Tag>> {
    let draft = &words.hypothesis;
    let mut matrix = Matrix::default();
    let mut shape = Shape::new(draft.len(), &words.reference, Reach::Whole);
    matrix.measure(&mut shape, draft, words.fewest_edits(), MAX_CELLS)?;
    let mut tags = vec![Tag::Ok; 2 * draft.len() + 1];
    matrix.walk_back(&shape, draft, |row, _, step| match step {
        Step::Diagonal { equal: true } => {}
        Step::Diagonal { equal: false } | Step::Deletion => tags[2 * row - 1] = Tag::Bad,
        Step::Insertion => tags[2 * row] = Tag::Bad,
    });
    Some(tags)
}

/// The tags by comparing each word with the one at the same place, from the first difference to the last.
fn tags_by_place(draft: &str, r#final: &str) -> Vec<Tag> {
    let (start, end) = common_ends(draft, r#final);
    let draft_end = split(draft).count() - end;
    let final_end = split(r#final).count() - end;
    let mut tags = vec![Tag::Ok; 2 * (draft_end + end) + 1];
    let mut others = split(r#final).take(final_end).skip(start);
    for (place, word) in split(draft).take(draft_end).enumerate().skip(start) {
        if others.next() != Some(word) {
            tags[2 * place + 1] = Tag::Bad;
        }
    }
    if others.next().is_some() {
        tags[2 * draft_end] = Tag::Bad;
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::{Tag, tags_by_place, word_tags};

    fn written(tags: &[Tag]) -> String {
        tags.iter().map(|tag| if *tag == Tag::Bad { 'x' } else { '-' }).collect()
    }

    #[test]
    fn changes_are_bad() {
        for (draft, r#final, tags) in [
            ("", "", "-"),
            ("", "new", "x"),
            ("old", "", "-x-"),
            ("the old bridge", "the bridge", "---x---"),
            ("the bridge", "the old bridge", "--x--"),
            ("the old bridge", "the new bridge", "---x---"),
            ("Same case", "same case", "-x---"),
            // Where alignments are as short, the last words are paired.
            ("a b", "a a b", "x----"),
            ("a a b", "a b", "-x-----"),
            ("x y", "y z w", "xx-x-"),
            ("a b c", "b c d e", "-x----x"),
        ] {
            assert_eq!(written(&word_tags(draft, r#final)), tags, "{draft} / {final}");
        }
    }

    #[test]
    fn places_are_compared_between_the_ends() {
        for (draft, r#final, tags) in [
            ("", "", "-"),
            ("a b", "a b", "-----"),
            ("a x y b", "a x z b", "-----x---"),
            ("a x b", "a y z b", "---xx--"),
            ("a x y b", "a z b", "---x-x---"),
        ] {
            assert_eq!(written(&tags_by_place(draft, r#final)), tags, "{draft} / {final}");
        }
    }

    #[test]
    fn long_texts_are_aligned_near_the_diagonal() {
        let text: Vec<String> = (0..10_000).map(|n| format!("w{n}")).collect();
        let (draft, r#final) = (text.join(" "), format!("new {}", text.join(" ").replace("7 ", "x ")));
        let tags = word_tags(&draft, &r#final);
        let bad = |tag: &&Tag| **tag == Tag::Bad;
        assert_eq!((tags.len(), tags.iter().step_by(2).filter(bad).count()), (20_001, 1));
        assert_eq!(tags.iter().filter(bad).count(), 1_001);
    }
}
