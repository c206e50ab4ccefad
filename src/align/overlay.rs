//! Overlay: the runs of words that two sentences share.

/// How many words of a sentence are read where the cost is the product of two lengths.
pub(super) const LONG: usize = 96;

/// The overlap of two sentences' words.
pub(super) struct Overlay {
    /// The longest run of words in common.
    pub(super) run: u8,
    /// For each sentence, how many of its words are in shared runs of at least one, two and three words.
    pub(super) covered: [[u32; 3]; 2],
}

/// Positions in a sentence, one bit each; at most [`LONG`].
type Places = u128;

/// Words whose numbers have the same low bits are looked up together.
const LOW: usize = 63;

/// Finds shared runs with bit operations: a run grows by one word where the words are equal and a run ended one word before
/// in both.
pub(super) fn overlay(a: &[u32], b: &[u32]) -> Overlay {
    let (a, b) = (&a[..a.len().min(LONG)], &b[..b.len().min(LONG)]);
    let mut places: [Places; LOW + 1] = [0; LOW + 1];
    for (at, word) in b.iter().enumerate() {
        places[*word as usize & LOW] |= 1 << at;
    }
    // For each word of a, the positions in b where a shared run ends with it.
    let mut ends: [Places; LONG] = [0; LONG];
    let ends = &mut ends[..a.len()];
    for (word, ends) in a.iter().zip(&mut *ends) {
        let mut maybe = places[*word as usize & LOW];
        while maybe != 0 {
            let at = maybe.trailing_zeros();
            *ends |= Places::from(b.get(at as usize) == Some(word)) << at;
            maybe &= maybe - 1;
        }
    }
    let mut overlay = Overlay { run: 0, covered: [[0; 3]; 2] };
    loop {
        let (mut rows, mut columns): (Places, Places) = (0, 0);
        for (at, ends) in ends.iter().enumerate() {
            rows |= Places::from(*ends != 0) << at;
            columns |= ends;
        }
        if columns == 0 {
            return overlay;
        }
        let back = usize::from(overlay.run);
        let reach = |ends: Places| (0..=back).fold(0, |all, back| all | ends >> back).count_ones();
        if back < 3 {
            let [of_a, of_b] = &mut overlay.covered;
            (of_a[back], of_b[back]) = (reach(rows), reach(columns));
        }
        overlay.run += 1;
        let mut before: Places = 0;
        for ends in &mut *ends {
            let here = *ends;
            *ends &= before << 1;
            before = here;
        }
    }
}
