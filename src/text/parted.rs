//! Endings that a tokenizer has separated from their words, as the Penn Treebank and texts converted from it have them:
//! "do n't", "they 're", "Niger 's", and with spaces on both sides of a typographic apostrophe, "don ’ t".

use crate::text::scan::{is_apostrophe, is_word_part};

/// What stands before "'t" in contractions, which is no Dutch name ("in 't Veld").
const NEGATED: [&str; 20] = [
    "don", "doesn", "didn", "isn", "aren", "wasn", "weren", "hasn", "haven", "hadn", "won", "wouldn", "can",
    "couldn", "shouldn", "mustn", "needn", "ain", "Don", "Didn",
];

/// The length of what follows the word of `length` bytes at the beginning of `rest` and belongs to it: " n't" after "do",
/// " ’ t" after "don", " 're" after "they"; 0 if nothing does.
pub(super) fn contraction(rest: &str, length: usize) -> usize {
    let Some((word, after)) = rest.split_at_checked(length) else { return 0 };
    let Some(after) = after.strip_prefix(' ') else { return 0 };
    let ending = match after.strip_prefix('n') {
        Some(not) => ending(not, &["t"]).map(|length| length + 1),
        None => ending(after, &["re", "ve", "ll", "d", "m"])
            .or_else(|| NEGATED.contains(&word).then(|| ending(after, &["t"])).flatten()),
    };
    ending.map_or(0, |length| length + 1)
}

/// The length of the possessive ending that begins `rest`, where a space separates it from its word.
pub(super) fn possessive(rest: &str) -> Option<usize> {
    ending(rest, &["s"])
}

/// The length of an apostrophe, a space if there is one, and one of `endings`, of which nothing more is a part.
fn ending(rest: &str, endings: &[&str]) -> Option<usize> {
    let after = rest.strip_prefix(is_apostrophe)?;
    let letters = after.strip_prefix(' ').unwrap_or(after);
    // Not in "'s-Hertogenbosch".
    let whole = |after: &str| !after.starts_with(|c| is_word_part(c) || is_apostrophe(c) || c == '-');
    let ending = endings.iter().find(|&&ending| letters.strip_prefix(ending).is_some_and(whole))?;
    Some(rest.len() - letters.len() + ending.len())
}
