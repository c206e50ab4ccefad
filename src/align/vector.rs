//! Term vectors: words that news uses in similar contexts are near each other, such as "quake" and "earthquake".
//!
//! They are derived from counts; see `lab vectors`. Positive pointwise mutual information of terms near each other, reduced
//! by a singular value decomposition (Levy, Goldberg & Dagan 2015).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The number of components.
pub(super) const DIMENSIONS: usize = 48;

/// A direction, scaled to the length [`LENGTH`]; all zeros for a term without one.
pub(super) type Vector = [i16; DIMENSIONS];

/// Chosen so that the dot product of two vectors of `i16` does not overflow, and rounding has little effect.
const LENGTH: f32 = 1024.0;

/// No direction.
pub(super) const NOWHERE: Vector = [0; DIMENSIONS];

/// Terms with their vectors, one per line: the term, a space, and a letter for each component, where `0` is -32.
static TEXT: &str = include_str!("vectors.txt");

static TABLE: LazyLock<FxHashMap<&'static str, &'static [u8]>> = LazyLock::new(|| {
    let lines = TEXT.lines().filter(|line| !line.starts_with("# "));
    lines.filter_map(|line| line.split_once(' ')).map(|(term, letters)| (term, letters.as_bytes())).collect()
});

/// The vector of a term.
pub(super) fn vector(term: &str) -> Vector {
    let mut numbers = [0.0_f32; DIMENSIONS];
    for (number, letter) in numbers.iter_mut().zip(TABLE.get(term).copied().unwrap_or_default()) {
        *number = f32::from(*letter) - f32::from(b'0') - 32.0;
    }
    to_length(&numbers)
}

/// The direction of a sum of vectors.
pub(super) fn to_length(sum: &[f32; DIMENSIONS]) -> Vector {
    let length = sum.iter().map(|n| n * n).sum::<f32>().sqrt();
    if length < 1e-6 { NOWHERE } else { sum.map(|n| (n / length * LENGTH).round() as i16) }
}

/// True for a vector with a direction.
pub(super) fn points(vector: &Vector) -> bool {
    vector.first() != Some(&0) || *vector != NOWHERE
}

/// The cosine of two vectors.
pub(super) fn cosine(a: &Vector, b: &Vector) -> f32 {
    let product: i32 = a.iter().zip(b).map(|(&p, &q)| i32::from(p) * i32::from(q)).sum();
    product as f32 / (LENGTH * LENGTH)
}
