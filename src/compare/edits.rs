//! Edit distance between two words, for when the spelling rules of their sounds are unknown.

/// The number of letters to insert, delete, replace or swap with a neighbour to turn one word into the other, editing each
/// part of a word at most once (optimal string alignment, Boytsov 2011). Quadratic in the length of the words.
///
/// ```
/// assert_eq!(testimonia::compare::edits::distance("Zehaf", "Zahef"), 2);
/// ```
pub fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// True if one word may be a typing error for the other: at most two edits, and at most one for every three letters.
pub fn may_be_slip(a: &str, b: &str) -> bool {
    const EDITS: usize = 2;
    const LETTERS: usize = 3;
    let (x, y) = (a.chars().count(), b.chars().count());
    let allowed = EDITS.min(x.min(y) / LETTERS);
    x.abs_diff(y) <= allowed && distance(a, b) <= allowed
}
