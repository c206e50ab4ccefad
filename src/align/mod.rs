//! Alignment: which sentences of different sources assert the same thing, and which of those links make one claim.

use serde::{Deserialize, Serialize};

use crate::error::{Error, check_probability};
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::score::Score;
use crate::text::{Document, SentenceId};

/// How sentences are linked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct AlignConfig {
    /// The least probability of a link that is kept. Higher: fewer links, more of them right.
    pub threshold: f64,
}

impl Default for AlignConfig {
    fn default() -> Self {
        Self { threshold: 0.5 }
    }
}

impl AlignConfig {
    /// Fails where a number is out of its range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_probability("align.threshold", self.threshold)
    }
}

/// Two sentences of different sources that assert the same thing, wholly or in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceLink {
    /// The sentence of the source that comes first.
    pub a: SentenceId,
    /// The other one.
    pub b: SentenceId,
    /// The probability that they do.
    pub score: Score,
}

/// The links of a bundle, and the claims they make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// All kept links, by `a`, then `b`.
    pub links: Vec<SentenceLink>,
    /// For each claim its links, as positions in `links`, in order; each link stands in exactly one claim.
    pub claims: Vec<Vec<usize>>,
}

/// Links the sentences of different documents.
pub fn align(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    lexicon: &Lexicon,
    config: &AlignConfig,
) -> Alignment {
    let _ = (documents, mentions, lexicon, config);
    Alignment::default()
}
