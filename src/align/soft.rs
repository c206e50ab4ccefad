//! Soft matching: words of one sentence that the other says differently, judged by spelling, meaning and typical contexts.

use crate::align::profile::{Count, MOST_CLAUSES, NONE};
use crate::align::term::{Looks, Vocabulary};
use crate::align::vector::{Vector, cosine};

/// For each term of two sentences, its similarity to the most similar term of the other.
pub(super) struct Soft {
    best: [[f32; MOST_TERMS]; 2],
}

/// A clause with less idf than one or two words is not a proposition.
const SLIGHT: f32 = 6.0;

/// The most terms of a sentence that are matched.
const MOST_TERMS: usize = 48;

/// The similarity of two terms that sound alike.
const SAME_SOUND: f32 = 0.9;
/// The similarity of two words for one kind of event.
const SAME_SENSE: f32 = 0.9;
/// Terms whose vectors have a smaller cosine are not similar.
const UNLIKE: f32 = 0.5;
/// The similarity of terms by their vectors is this times the excess over [`UNLIKE`].
const STEEP: f32 = 1.4;

/// The similarity of two different terms, by their properties and vectors; `None` if nothing is known.
fn like((p, vector): (Looks, &Vector), (q, other): (Looks, &Vector)) -> Option<f32> {
    if p.sound == q.sound {
        Some(SAME_SOUND)
    } else if p.sense == q.sense && p.sense != NONE {
        Some(SAME_SENSE)
    } else if p.directed && q.directed {
        Some((cosine(vector, other) - UNLIKE) * STEEP)
    } else {
        None
    }
}

/// The similarity of two terms, from 0 to 1.
pub(super) fn likeness(vocabulary: &Vocabulary, a: u32, b: u32) -> f32 {
    if a == b {
        return 1.0;
    }
    let of = |term: u32| (vocabulary.looks[term as usize], &vocabulary.vector[term as usize]);
    like(of(a), of(b)).unwrap_or_default().max(0.0)
}

impl Default for Soft {
    fn default() -> Self {
        Self { best: [[0.0; MOST_TERMS]; 2] }
    }
}

impl Soft {
    /// Marks the terms at these positions as the same.
    pub(super) fn share(&mut self, a: usize, b: usize) {
        let [best_a, best_b] = &mut self.best;
        if let (Some(a), Some(b)) = (best_a.get_mut(a), best_b.get_mut(b)) {
            (*a, *b) = (1.0, 1.0);
        }
    }

    /// Compares each two terms that are not both shared. Cost: the product of the numbers of terms, which are bounded.
    pub(super) fn compare(&mut self, vocabulary: &Vocabulary, a: &[Count], b: &[Count]) {
        let [best_a, best_b] = &mut self.best;
        // Read once, not for every term of the other.
        let mut there = [(0, Looks::default()); MOST_TERMS];
        let there = &mut there[..b.len().min(MOST_TERMS)];
        for (slot, count) in there.iter_mut().zip(b) {
            *slot = (count.term, vocabulary.looks[count.term as usize]);
        }
        for (p, best_p) in a.iter().zip(best_a) {
            let looks = vocabulary.looks[p.term as usize];
            let vector = &vocabulary.vector[p.term as usize];
            let shared = *best_p >= 1.0;
            for ((term, other), best_q) in there.iter().zip(best_b.iter_mut()) {
                if shared && *best_q >= 1.0 {
                    continue;
                }
                let there = &vocabulary.vector[*term as usize];
                let Some(like) = like((looks, vector), (*other, there)) else { continue };
                *best_p = best_p.max(like);
                *best_q = best_q.max(like);
            }
        }
    }

    /// The fraction of each clause's idf that the other sentence has, or something similar: the least and the greatest over
    /// the clauses of a sentence.
    pub(super) fn told(&self, side: usize, idf: &[f32], terms: &[Count], clauses: &[f32]) -> (f32, f32) {
        let mut sums = [0.0_f32; MOST_CLAUSES];
        let Some(best) = self.best.get(side) else { return (0.0, 0.0) };
        for (count, best) in terms.iter().zip(best) {
            let told = idf[count.term as usize] * best;
            let mut held = count.clauses;
            while held != 0 {
                if let Some(sum) = sums.get_mut(held.trailing_zeros() as usize) {
                    *sum += told;
                }
                held &= held - 1;
            }
        }
        let (mut least, mut most) = (1.0_f32, 0.0_f32);
        // A clause with almost no content is not counted.
        for (sum, mass) in sums.iter().zip(clauses).filter(|(_, mass)| **mass > SLIGHT) {
            let share = sum / (mass + SLIGHT);
            (least, most) = (least.min(share), most.max(share));
        }
        (if most > 0.0 { least } else { 0.0 }, most)
    }

    /// For each sentence, the idf of its unshared terms, each multiplied by its similarity.
    pub(super) fn likes(&self, idf: &[f32], a: &[Count], b: &[Count]) -> (f32, f32) {
        let like = |terms: &[Count], best: &[f32; MOST_TERMS]| -> f32 {
            let unshared = terms.iter().zip(best).filter(|(_, best)| **best < 1.0);
            unshared.map(|(count, best)| idf[count.term as usize] * best).sum()
        };
        let [best_a, best_b] = &self.best;
        (like(a, best_a), like(b, best_b))
    }
}
