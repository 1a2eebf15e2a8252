//! The figures of whole articles, through the front door.

use crate::effort::{Characters, Effort, Ter, WordChange};
use crate::{Pair, Settings, analyse};

fn effort(draft: &str, edited: &str) -> Effort {
    analyse(&Pair::new(draft, edited), &Settings::default()).effort.expect("a draft")
}

#[test]
fn parts_of_the_page_are_measured_apart() {
    let draft = "Port Reopens After Storm\n\nThe port opened on Friday. Ships came in.\n\nTranslated by AI and edited by staff.";
    let edited = "Port opens again\n\nThe port opened Friday. Ships came in.\n\nTranslated using generative AI and edited by staff.";
    let effort = effort(draft, edited);
    // Two words replaced and one gone; one word gone; the disclosure is frame.
    assert_eq!(effort.parts.headline, Ter { edits: 3, reference_words: 3 });
    assert_eq!(effort.parts.body, Ter { edits: 1, reference_words: 7 });
    assert_eq!(effort.parts.captions, Ter::default());
    assert_eq!(effort.ter, Some(effort.parts.sum()));
    assert_eq!((effort.untouched, effort.sentences), (1, 3));
}

#[test]
fn characters_and_words_are_those_of_the_hunks() {
    for (draft, edited, edits, added, cut) in [
        ("It rained.", "It rained.", 0, 0, 0),
        ("It rained.", "It rained hard.", 5, 1, 0),
        ("It rained 30 days.", "It snowed 30 days.", 4, 1, 1),
        ("It rained. Then it stopped.", "It rained.", 16, 0, 3),
        ("It rained, then stopped.", "It rained; then stopped.", 1, 0, 0),
    ] {
        let effort = effort(draft, edited);
        let reference = edited.chars().count();
        assert_eq!(effort.characters.edits, edits, "{draft} / {edited}");
        assert!(effort.characters.reference <= reference && effort.exact);
        assert_eq!(effort.words, WordChange { added, cut }, "{draft} / {edited}");
    }
}

#[test]
fn nothing_to_measure_is_no_figure() {
    let effort = effort("Translated by AI and edited by staff.", "Translated by AI and edited by staff.");
    assert_eq!((effort.ter, effort.chrf2, effort.sentences), (None, None, 0));
    assert_eq!((effort.characters, effort.words), (Characters::default(), WordChange::default()));
}
