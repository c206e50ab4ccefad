//! Similarity: a caller's own measure of how alike two sentences are, as one more piece of evidence for a link.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::{Error, check_between, check_probability};
use crate::parallel;

/// A measure of how alike sentences are that the library does not have: embeddings, a table of synonyms, a model. Give it to
/// [`ReconcilerBuilder::similarity`](crate::ReconcilerBuilder::similarity).
///
/// It is asked once for each bundle, with all pairs that share a term, so that what is costly (an embedding) can be made once
/// for each sentence. How its answers count is [`SimilarityConfig`]. Output stays deterministic if it is.
///
/// Any `Fn(&str, &str) -> f64` is one too:
///
/// ```
/// use testimonia::Reconciler;
///
/// let same_length = |a: &str, b: &str| 1.0 - a.len().abs_diff(b.len()) as f64 / a.len().max(b.len()).max(1) as f64;
/// let reconciler = Reconciler::builder().similarity(same_length).build()?;
/// # Ok::<(), testimonia::Error>(())
/// ```
pub trait SentenceSimilarity: Send + Sync {
    /// For each pair of positions in `sentences` a number from 0 (nothing in common) to 1 (the same), in order.
    ///
    /// Below 0 counts as 0, above 1 as 1. A NaN, and any number that is missing at the end, says nothing of its pair; numbers
    /// too many are left out.
    fn similarities(&self, sentences: &[&str], pairs: &[(usize, usize)]) -> Vec<f64>;
}

impl<F: Fn(&str, &str) -> f64 + Send + Sync> SentenceSimilarity for F {
    fn similarities(&self, sentences: &[&str], pairs: &[(usize, usize)]) -> Vec<f64> {
        let text = |at: usize| sentences.get(at).copied().unwrap_or_default();
        parallel::map(pairs, |&(a, b)| self(text(a), text(b)))
    }
}

/// How a caller's similarity counts: it adds `weight * (similarity - even)` to the log-odds that two sentences are linked.
///
/// That is what a logistic regression does with one more feature, its other weights kept. The default adds at most 1.5 either
/// way: four and a half times the odds, or as small a part of them. So it settles pairs that the words leave open and makes no
/// link alone: of the pairs that share a term one of fourteen is a link, and at such odds even the highest similarity stays well
/// below [`AlignConfig::threshold`](crate::align::AlignConfig::threshold). With labelled pairs of your own, fit the two numbers:
/// logit P(link) = log-odds without + weight * (similarity - even).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SimilarityConfig {
    /// What lies between no and full similarity, in units of log-odds; from 0 to 20.
    pub weight: f64,
    /// The similarity that speaks neither for nor against a link; from 0 to 1.
    pub even: f64,
}

impl Default for SimilarityConfig {
    fn default() -> Self {
        Self { weight: 3.0, even: 0.5 }
    }
}

impl SimilarityConfig {
    /// Fails where a number is out of its range.
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

/// A similarity that is shared and can be printed.
#[derive(Clone, Default)]
pub(crate) struct SharedSimilarity(pub(crate) Option<Arc<dyn SentenceSimilarity>>);

impl fmt::Debug for SharedSimilarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "a caller's" } else { "none" })
    }
}
