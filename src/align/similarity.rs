//! Similarity: the caller's own measure of sentence similarity, as additional evidence for links.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::{Error, check_between, check_probability};
use crate::parallel;

/// A measure of sentence similarity that the library does not have: embeddings, a table of synonyms, a model. Pass it to
/// [`ReconcilerBuilder::similarity`](crate::ReconcilerBuilder::similarity).
///
/// It is called once per bundle with all pairs that share a term, which lets it do expensive work, such as an embedding, once
/// per sentence. [`SimilarityConfig`] says how its answers count. Output stays deterministic if the measure is.
///
/// Any `Fn(&str, &str) -> f64` can be used:
///
/// ```
/// use testimonia::Reconciler;
///
/// let same_length = |a: &str, b: &str| 1.0 - a.len().abs_diff(b.len()) as f64 / a.len().max(b.len()).max(1) as f64;
/// let reconciler = Reconciler::builder().similarity(same_length).build()?;
/// # Ok::<(), testimonia::Error>(())
/// ```
pub trait SentenceSimilarity: Send + Sync {
    /// For each pair of indices into `sentences`, a number from 0 (nothing in common) to 1 (the same), in order.
    ///
    /// Values outside this range are clamped. A NaN, or a number missing at the end, says nothing about its pair; surplus
    /// numbers are ignored.
    fn similarities(&self, sentences: &[&str], pairs: &[(usize, usize)]) -> Vec<f64>;
}

impl<F: Fn(&str, &str) -> f64 + Send + Sync> SentenceSimilarity for F {
    fn similarities(&self, sentences: &[&str], pairs: &[(usize, usize)]) -> Vec<f64> {
        let text = |at: usize| sentences.get(at).copied().unwrap_or_default();
        parallel::map(pairs, |&(a, b)| self(text(a), text(b)))
    }
}

/// How much a caller's similarity counts: it adds `weight * (similarity - even)` to the log-odds that two sentences are
/// linked.
///
/// This is how a logistic regression would use one more feature if its other weights were kept. By default it changes the
/// log-odds by at most 1.5 either way, which multiplies or divides the odds by four and a half. So it decides pairs that the
/// words leave open, but makes no link by itself: one in fourteen pairs that share a term is a link, and at such odds even
/// the highest similarity stays well below [`AlignConfig::threshold`](crate::align::AlignConfig::threshold). With labelled
/// pairs of your own, fit the two numbers: logit P(link) = log-odds without + weight * (similarity - even).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SimilarityConfig {
    /// The difference between no and full similarity, in log-odds; from 0 to 20.
    pub weight: f64,
    /// The similarity that is evidence neither for nor against a link; from 0 to 1.
    pub even: f64,
}

impl Default for SimilarityConfig {
    fn default() -> Self {
        Self { weight: 3.0, even: 0.5 }
    }
}

impl SimilarityConfig {
    /// Fails if a number is out of range.
    pub(super) fn check(&self) -> Result<(), Error> {
        check_between("align.similarity.weight", self.weight, 0.0, 20.0)?;
        check_probability("align.similarity.even", self.even)
    }

    /// What a similarity adds to the log-odds.
    pub(super) fn log_odds(&self, similarity: f64) -> f32 {
        if similarity.is_nan() {
            return 0.0;
        }
        (self.weight * (similarity.clamp(0.0, 1.0) - self.even)) as f32
    }
}

/// A shared similarity that can be printed.
#[derive(Clone, Default)]
pub(crate) struct SharedSimilarity(pub(crate) Option<Arc<dyn SentenceSimilarity>>);

impl fmt::Debug for SharedSimilarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "a caller's" } else { "none" })
    }
}
