//! Edits: how many letters two words are apart, where nothing is known of how their sounds are spelled.

/// The letters put in, left out, put for another or exchanged with their neighbour that turn one word into the other, each part of
/// a word once (the optimal string alignment of Boytsov 2011). Quadratic in the length of the words.
///
/// ```
/// assert_eq!(testimonia::compare::edits::distance("Zehaf", "Zahef"), 2);
/// ```
pub fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// True of two words of which one may be a slip of the pen for the other: at most two edits, and one for every three letters.
pub fn may_be_slip(a: &str, b: &str) -> bool {
    const EDITS: usize = 2;
    const LETTERS: usize = 3;
    let (x, y) = (a.chars().count(), b.chars().count());
    let allowed = EDITS.min(x.min(y) / LETTERS);
    x.abs_diff(y) <= allowed && distance(a, b) <= allowed
}
