//! Soft matching: words of one sentence that the other says in other words, by spelling, meaning and company.

use crate::align::profile::{Count, NONE};
use crate::align::term::Vocabulary;
use crate::align::vector::{cosine, points};

/// For each term of two sentences, the likeness of the term of the other that is most like it.
pub(super) struct Soft {
    best: [[f32; MOST_TERMS]; 2],
}

/// Terms of a sentence whose likes are looked for.
const MOST_TERMS: usize = 48;

/// The likeness of two terms that sound alike.
const SAME_SOUND: f32 = 0.9;
/// The likeness of two words for one kind of happening.
const SAME_SENSE: f32 = 0.9;
/// Terms whose vectors have less than this cosine are not alike.
const UNLIKE: f32 = 0.5;
/// The likeness of terms of one direction is this times what is left above [`UNLIKE`].
const STEEP: f32 = 1.4;

impl Default for Soft {
    fn default() -> Self {
        Self { best: [[0.0; MOST_TERMS]; 2] }
    }
}

impl Soft {
    /// The terms of these positions are one.
    pub(super) fn share(&mut self, a: usize, b: usize) {
        let [best_a, best_b] = &mut self.best;
        if let (Some(a), Some(b)) = (best_a.get_mut(a), best_b.get_mut(b)) {
            (*a, *b) = (1.0, 1.0);
        }
    }

    /// Compares each two terms of which one at least is not shared. Cost: the product of the numbers of terms, which are
    /// bounded.
    pub(super) fn compare(&mut self, vocabulary: &Vocabulary, a: &[Count], b: &[Count]) {
        let [best_a, best_b] = &mut self.best;
        for (p, best_p) in a.iter().zip(best_a) {
            let p = p.term as usize;
            let (vector, sound, sense) = (&vocabulary.vector[p], vocabulary.sound[p], vocabulary.sense[p]);
            let directed = points(vector);
            for (q, best_q) in b.iter().zip(best_b.iter_mut()) {
                if *best_p >= 1.0 && *best_q >= 1.0 {
                    continue;
                }
                let q = q.term as usize;
                let like = if sound == vocabulary.sound[q] {
                    SAME_SOUND
                } else if sense != NONE && sense == vocabulary.sense[q] {
                    SAME_SENSE
                } else if directed && points(&vocabulary.vector[q]) {
                    (cosine(vector, &vocabulary.vector[q]) - UNLIKE) * STEEP
                } else {
                    continue;
                };
                *best_p = best_p.max(like);
                *best_q = best_q.max(like);
            }
        }
    }

    /// For each sentence, the idf of its terms that are not shared, each times its likeness.
    pub(super) fn likes(&self, idf: &[f32], a: &[Count], b: &[Count]) -> (f32, f32) {
        let like = |terms: &[Count], best: &[f32; MOST_TERMS]| -> f32 {
            let unshared = terms.iter().zip(best).filter(|(_, best)| **best < 1.0);
            unshared.map(|(count, best)| idf[count.term as usize] * best).sum()
        };
        let [best_a, best_b] = &self.best;
        (like(a, best_a), like(b, best_b))
    }
}
