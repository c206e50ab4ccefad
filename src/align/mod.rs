//! Alignment: which sentences of different sources assert the same thing, and which of those links form one claim.
//!
//! Pairs that share a term are found through an index, compared by [`Feature`]s and weighed by logistic regression in three
//! passes: each pass after the first also sees the probabilities of the pairs around each pair. Nothing is assumed about the
//! order in which sources report.

mod background;
mod candidate;
mod cluster;
mod collection;
#[rustfmt::skip]
mod collection_weights;
mod context;
mod event;
mod feature;
mod frame;
mod overlay;
mod pairs;
mod passage;
mod profile;
mod retold;
mod similarity;
mod soft;
mod stated;
mod term;
mod vector;
mod voice;
mod weigh;
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "a learned number may look like a known one")]
mod weights;

use serde::{Deserialize, Serialize};

use crate::error::{Error, check_probability};
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::score::Score;
use crate::text::{Document, SentenceId};

// Hidden, because `lab fit` uses it and it changes with the fitting; no version guarantees it.
#[doc(hidden)]
pub use collection::SEEN as SEEN_IN_COLLECTION;
pub use event::Events;
#[doc(hidden)]
pub use feature::{FEATURES, Feature, Features};
#[doc(hidden)]
pub use pairs::Pairs;
#[doc(hidden)]
pub use passage::features;
pub use passage::{Passage, PassageLink, link, similarity};
pub(crate) use similarity::SharedSimilarity;
pub use similarity::{SentenceSimilarity, SimilarityConfig};
pub(crate) use term::{background_idf, value};
pub use term::{rarity, term};
#[doc(hidden)]
pub use weigh::{Coefficient, Model, Weights};

/// How sentences are linked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct AlignConfig {
    /// The lowest probability of a link that is kept. A higher value gives fewer links, more of which are right.
    pub threshold: f64,
    /// How much the caller's own similarity measure counts, if there is one.
    pub similarity: SimilarityConfig,
}

impl Default for AlignConfig {
    fn default() -> Self {
        Self { threshold: 0.36, similarity: SimilarityConfig::default() }
    }
}

impl AlignConfig {
    /// Gives fewer links, nine out of ten of which are right.
    pub fn precise() -> Self {
        Self { threshold: 0.75, ..Self::default() }
    }

    /// Fails if a number is out of range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_probability("align.threshold", self.threshold)?;
        self.similarity.check()
    }
}

/// Two sentences of different sources that assert the same thing, wholly or in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceLink {
    /// The sentence of the source that comes first.
    pub a: SentenceId,
    /// The other sentence.
    pub b: SentenceId,
    /// The probability that they assert the same thing.
    pub score: Score,
}

/// The links of a bundle, and the claims they form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// All links that are kept, ordered by `a`, then `b`.
    pub links: Vec<SentenceLink>,
    /// The links of each claim, as sorted indices into `links`; each link belongs to exactly one claim.
    pub claims: Vec<Vec<usize>>,
    /// Pairs below the threshold that may still be links, ordered by `a`, then `b`. They form no claims and are not shown; they
    /// say where to look further.
    pub chances: Vec<SentenceLink>,
}

/// The lowest probability of a pair in [`Alignment::chances`].
pub const CHANCE: f64 = 0.1;

/// Links the sentences of different documents. The documents must be ordered by id.
///
/// Cost: linear in the length of the texts and in the number of pairs that share a term, which is bounded per sentence in large
/// collections.
pub fn align(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    lexicon: &Lexicon,
    config: &AlignConfig,
) -> Alignment {
    align_with(documents, mentions, lexicon, config, Weights::shipped())
}

/// [`align`] with your own weights.
pub fn align_with(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    lexicon: &Lexicon,
    config: &AlignConfig,
    weights: &Weights,
) -> Alignment {
    claimed(&Pairs::of_documents(documents, mentions, lexicon), config, weights)
}

/// [`align`] with the caller's similarity measure as additional evidence.
pub fn align_with_similarity(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    lexicon: &Lexicon,
    config: &AlignConfig,
    similarity: &dyn SentenceSimilarity,
) -> Alignment {
    let mut pairs = Pairs::of_documents(documents, mentions, lexicon);
    let text = |id: SentenceId| {
        let document = documents.get(id.source as usize);
        let found = document.and_then(|d| Some((d, d.sentences().get(id.sentence as usize)?)));
        found.map_or("", |(document, sentence)| sentence.span.slice(document.text()))
    };
    pairs.add_similarity(text, similarity, &config.similarity);
    claimed(&pairs, config, Weights::shipped())
}

fn claimed(pairs: &Pairs, config: &AlignConfig, weights: &Weights) -> Alignment {
    let all = pairs.links(weights);
    let links: Vec<SentenceLink> =
        all.iter().filter(|l| l.score.value() >= config.threshold).copied().collect();
    let claims = cluster::claims(&links, &all, config.threshold, |a, b| pairs.are_copies(a, b));
    let maybe = |l: &SentenceLink| (CHANCE..config.threshold).contains(&l.score.value());
    let chances = all.into_iter().filter(maybe).collect();
    Alignment { links, claims, chances }
}
