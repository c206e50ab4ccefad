//! Closed classes of English words, and verb endings: what can be known about a sentence's structure without a parser.

use crate::lexicon::closed;

pub(crate) use crate::lexicon::closed::{is_conjunction, is_determiner, is_modal, is_preposition};

/// Forms of be, have, do and the modal verbs, with their contractions.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    closed::is_plain_auxiliary(word) || is_contracted(word)
}

/// "Don't", "wasn't", "he'll".
pub(crate) fn is_contracted(word: &str) -> bool {
    word.ends_with("n't")
}

/// Adverbs that can come between a subject and its verb.
pub(crate) fn is_adverb(word: &str) -> bool {
    closed::is_plain_adverb(word) || is_regular_adverb(word)
}

/// An adverb in -ly.
pub(crate) fn is_regular_adverb(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "assembly"
                | "reply"
                | "supply"
                | "anomaly"
                | "monopoly"
                | "bully"
                | "july"
                | "italy"
                | "emily"
                | "kelly"
                | "sally"
                | "billy"
                | "molly"
                | "holly"
                | "butterfly"
                | "apply"
                | "comply"
                | "imply"
                | "multiply"
                | "rally"
                | "belly"
                | "jelly"
        )
}

/// A past form in -ed.
pub(crate) fn is_regular_past(word: &str) -> bool {
    word.len() > 3
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && !matches!(
            word,
            "hundred" | "sacred" | "naked" | "united" | "wicked" | "rugged" | "kindred" | "biped"
        )
}
