//! Estimate: a cheap estimate of how probably a pair will be linked.

use crate::align::profile::{Profile, Profiles};
use crate::math::ln;

/// What the terms of two sentences have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::align) struct Overlap {
    pub(in crate::align) cosine: f32,
    /// Shared idf divided by that of the sentence with less.
    pub(super) containment: f32,
    /// The same, divided by that of the sentence with more.
    coverage: f32,
    shared: f32,
    /// Shared idf of terms that are not names.
    plain: f32,
    /// Shared idf of terms that few sentences contain.
    rare: f32,
    /// Shared idf of terms that appear only in these two sources.
    exclusive: f32,
    count: u32,
}

/// Compares the terms of two sentences. Linear in their number.
pub(in crate::align) fn overlap(all: &Profiles, a: usize, b: usize) -> Overlap {
    let (x, y) = (&all.sentences[a], &all.sentences[b]);
    let (left, right) = (all.terms(a), all.terms(b));
    let few = (2 + all.sentences.len() as u32 / 50).min(10);
    let mut out = Overlap::default();
    let (mut i, mut j, mut dot) = (0, 0, 0.0);
    while let (Some(p), Some(q)) = (left.get(i), right.get(j)) {
        if p.term == q.term {
            let term = p.term as usize;
            let idf = all.idf[term];
            dot += p.weight * q.weight * idf * idf;
            out.shared += idf;
            out.plain += if all.is_name[term] { 0.0 } else { idf };
            out.rare += if all.frequency[term] <= few { idf } else { 0.0 };
            out.exclusive += if all.spread[term] <= 2 && all.sources > 2 { idf } else { 0.0 };
            out.count += 1;
        }
        i += usize::from(p.term <= q.term);
        j += usize::from(q.term <= p.term);
    }
    out.cosine = dot / (x.norm * y.norm).max(1e-6);
    out.containment = out.shared / x.mass.min(y.mass).max(1e-6);
    out.coverage = out.shared / x.mass.max(y.mass).max(1e-6);
    out
}

/// Pairs with a lower estimate are not compared: on annotated bundles, four of five pairs that share a term, and one in fifty
/// links.
pub(super) const LEAST: f32 = -3.0;

/// The approximate log-odds of the first pass, fitted to it by least squares over all pairs in fifty bundles of news. It only
/// decides which pairs are compared in full, so it need not follow every change of that pass.
pub(super) fn estimate(overlap: &Overlap, x: &Profile, y: &Profile) -> f32 {
    let log = |sum: f32| ln(1.0 + sum);
    let relative = |p: &Profile| p.position as f32 / p.of.max(2) as f32;
    let later = x.position.max(y.position) as f32;
    -3.54
        + 2.64 * overlap.cosine
        + 1.83 * overlap.containment
        + 2.69 * overlap.coverage
        + 0.17 * log(overlap.shared)
        + 0.66 * log(overlap.plain)
        + 0.23 * log(overlap.rare)
        + 0.15 * log(overlap.exclusive)
        + 0.11 * overlap.count.min(8) as f32
        - 0.53 * log(later)
        - 1.40 * relative(x).max(relative(y))
}
