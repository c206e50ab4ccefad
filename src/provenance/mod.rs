//! Provenance: whose text was made from whose, and how many independent sources stand behind a claim.
//!
//! A text is made from another where several of its sentences follow the other's closely beyond quotations, which two
//! reporters of one speech share without copying (the gold guide's rule; features after METER, Clough et al. 2002). The
//! direction is told only where something says it: one credits the other, or one was published on an earlier day.

mod credit;
mod reuse;

use std::collections::BTreeMap;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::align::Alignment;
use crate::error::{Error, check_probability};
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::record::{Derivation, Evidence, Mention, Support, four_decimals};
use crate::score::Score;
use crate::text::{Document, SentenceId};
use reuse::Reuse;

/// What counts as a derivation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ProvenanceConfig {
    /// The least probability of a derivation that is shown. Support is counted with all probabilities, shown or not.
    pub threshold: f64,
}

impl Default for ProvenanceConfig {
    fn default() -> Self {
        Self { threshold: 0.5 }
    }
}

impl ProvenanceConfig {
    /// Fails where a number is out of its range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_probability("provenance.threshold", self.threshold)
    }
}

/// How probably pairs of sources depend on each other. Pairs that share nothing are not held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dependence(BTreeMap<(u32, u32), Score>);

impl Dependence {
    /// The probability that two sources, by position, depend on each other.
    pub fn between(&self, a: u32, b: u32) -> Score {
        self.0.get(&(a.min(b), a.max(b))).copied().unwrap_or(Score::NEVER)
    }

    /// How many sources there are among these positions, and how many independent ones are to be expected among them:
    /// the sum over the sources of the chance that each depends on none before it. Quadratic in the number of positions.
    pub fn support(&self, sources: impl IntoIterator<Item = u32>) -> Support {
        let sources = sources.into_iter().sorted_unstable().dedup().collect_vec();
        let alone = |(n, &b): (usize, &u32)| {
            sources[..n].iter().map(|&a| 1.0 - self.between(a, b).value()).product::<f64>()
        };
        let independent = sources.iter().enumerate().map(alone).sum();
        Support { sources: sources.len(), independent: four_decimals(independent) }
    }
}

/// Finds which documents were made from which. Linear in the number of links, times the length of a sentence.
pub fn derive(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    alignment: &Alignment,
    lexicon: &Lexicon,
    config: &ProvenanceConfig,
) -> (Vec<Derivation>, Dependence) {
    let mut pairs: BTreeMap<(u32, u32), Vec<(SentenceId, SentenceId)>> = BTreeMap::new();
    for link in &alignment.links {
        pairs.entry((link.a.source, link.b.source)).or_default().push((link.a, link.b));
    }
    let mut derivations = Vec::new();
    let mut dependence = Dependence::default();
    for (&(a, b), linked) in &pairs {
        let (Some(one), Some(other)) = (documents.get(a as usize), documents.get(b as usize)) else {
            continue;
        };
        let (Some(mine), Some(theirs)) = (mentions.get(a as usize), mentions.get(b as usize)) else {
            continue;
        };
        let reuse = Reuse::measure(one, other, mine, theirs, linked, lexicon);
        let credit = credit::between(one, other, mine, theirs, lexicon);
        let score = reuse.score(credit.as_ref().is_some_and(|credit| credit.of_publisher));
        dependence.0.insert((a, b), score);
        if score.value() < config.threshold {
            continue;
        }
        let mut evidence = reuse.evidence(one, other);
        let (one_id, other_id) = (one.source().id().to_owned(), other.source().id().to_owned());
        let earlier = match (one.published(), other.published()) {
            (Some(x), Some(y)) if x.day() != y.day() => Some((x.day() < y.day(), x.day(), y.day())),
            _ => None,
        };
        let forward = match (&credit, earlier) {
            (Some(credit), _) => {
                evidence.push(credit.evidence(one, other));
                Some(credit.by_other)
            }
            (None, Some((first, x, y))) => {
                let text = format!("{one_id} was published on {x}, {other_id} on {y}");
                evidence.push(Evidence { text, weight: 0.0, mentions: Vec::new() });
                Some(first)
            }
            (None, None) => None,
        };
        derivations.push(match forward {
            Some(true) => {
                Derivation { from: Some(one_id), to: Some(other_id), between: None, score, evidence }
            }
            Some(false) => {
                Derivation { from: Some(other_id), to: Some(one_id), between: None, score, evidence }
            }
            None => Derivation { from: None, to: None, between: Some([one_id, other_id]), score, evidence },
        });
    }
    (derivations, dependence)
}

/// A stretch of a document as results show it.
fn place(document: &Document<'_>, span: crate::span::Span) -> Mention {
    Mention { source: document.source().id().to_owned(), span, text: span.slice(document.text()).to_owned() }
}
