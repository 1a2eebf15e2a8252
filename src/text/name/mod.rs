//! Names of people, bodies and places: where they stand, and whether two of them are one.

mod fit;
mod hangul;
mod korean;
mod letters;
mod person;
mod romanise;
mod run;
mod span;
mod variant;

pub use fit::{Slip, fits, fitting, nearly_fits, same_hangul};
pub use korean::korean_names;
pub use span::{Name, NameKind, names};
pub use variant::{NameRelation, is_turned_body, relate};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::{Span, Vocabulary, tokenize};

    proptest! {
        #[test]
        fn nothing_panics_and_spans_lie_in_the_text(
            text in "([A-Z][a-z]{0,6}|[가-힣]{1,5}|of|and|the|de|J\\.K\\.|Mr\\.|’s|[-&,. \\n]|\\PC){0,16}",
            other in "([A-Z][a-z]{0,5}|[가-힣]{1,4}|[-. ’ŏ]|\\PC){0,8}",
        ) {
            let lexicon = Lexicon::default();
            let (mut vocabulary, mut tokens) = (Vocabulary::default(), Vec::new());
            let whole = Span::new(0, text.len());
            tokenize(&text, whole, "en", &lexicon.boundaries, &mut vocabulary, &mut tokens);
            let found = names(&text, &tokens, &vocabulary, &lexicon.names);
            for pair in found.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for name in found {
                prop_assert!(!name.span.of(&text).is_empty());
            }
            for span in korean_names(&text, whole, &lexicon.names) {
                prop_assert!((2..=4).contains(&span.of(&text).chars().count()));
            }
            prop_assert_eq!(relate(&text, &other, &lexicon.names), relate(&other, &text, &lexicon.names));
            let fits_it = fits(&text, &other, &lexicon.names);
            prop_assert!(!(fits_it && nearly_fits(&text, &other, &lexicon.names).is_some()));
            prop_assert_eq!(same_hangul(&text, &other, &lexicon.names), same_hangul(&other, &text, &lexicon.names));
        }
    }
}
