//! One file a rule, and the list of them.

mod attribution_lost;
mod barely_edited;
mod byline_missing;
mod conversion_inconsistent;
mod dates_impossible;
mod direction_flipped;
mod disclosure_altered;
mod disclosure_misplaced;
mod disclosure_missing;
mod editor_note;
mod garbled;
mod hedge_lost;
mod house_style;
mod house_style_broken;
mod markup_left;
mod name_changed;
mod name_inconsistent;
mod negation_flipped;
mod number_changed;
mod prompt_leak;
mod quote_altered;
mod quote_invented;
mod quotes_unbalanced;
mod repeated_text;
mod sentence_added;
mod sentence_dropped;
mod source_name_mismatch;
mod source_number_added;
mod source_number_fixed;
mod source_number_mismatch;
mod source_number_missing;
mod source_passage_missing;
mod unedited;
mod untouched_run;
mod untranslated;

use super::rule::rule;
use super::source::{meaning, shortened};
use super::{Case, Hit, Place, Rule, Side};

/// All rules, by the question that they answer.
pub static RULES: &[(&str, &[&Rule])] = &[
    (
        "Is the claim in the footer true?",
        &[
            &disclosure_missing::DISCLOSURE_MISSING,
            &disclosure_altered::DISCLOSURE_ALTERED,
            &disclosure_misplaced::DISCLOSURE_MISPLACED,
            &byline_missing::BYLINE_MISSING,
            &unedited::UNEDITED,
            &barely_edited::BARELY_EDITED,
            &untouched_run::UNTOUCHED_RUN,
            &dates_impossible::DATES_IMPOSSIBLE,
        ],
    ),
    (
        "Is it still what the source says?",
        &[
            &source_number_mismatch::SOURCE_NUMBER_MISMATCH,
            &source_number_fixed::SOURCE_NUMBER_FIXED,
            &source_number_missing::SOURCE_NUMBER_MISSING,
            &source_number_added::SOURCE_NUMBER_ADDED,
            &source_name_mismatch::SOURCE_NAME_MISMATCH,
            &source_passage_missing::SOURCE_PASSAGE_MISSING,
            &quote_invented::QUOTE_INVENTED,
            &conversion_inconsistent::CONVERSION_INCONSISTENT,
            &untranslated::UNTRANSLATED,
        ],
    ),
    (
        "What did the editing do?",
        &[
            &number_changed::NUMBER_CHANGED,
            &name_changed::NAME_CHANGED,
            &name_inconsistent::NAME_INCONSISTENT,
            &quote_altered::QUOTE_ALTERED,
            &attribution_lost::ATTRIBUTION_LOST,
            &hedge_lost::HEDGE_LOST,
            &negation_flipped::NEGATION_FLIPPED,
            &direction_flipped::DIRECTION_FLIPPED,
            &sentence_dropped::SENTENCE_DROPPED,
            &sentence_added::SENTENCE_ADDED,
        ],
    ),
    (
        "Is it fit to print?",
        &[
            &prompt_leak::PROMPT_LEAK,
            &editor_note::EDITOR_NOTE,
            &garbled::GARBLED,
            &markup_left::MARKUP_LEFT,
            &repeated_text::REPEATED_TEXT,
            &quotes_unbalanced::QUOTES_UNBALANCED,
            &house_style::HOUSE_STYLE,
            &house_style_broken::HOUSE_STYLE_BROKEN,
        ],
    ),
];
