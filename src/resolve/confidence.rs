//! Confidence: what speaks for a discrepancy, and how much of it a careful reader would believe.
//!
//! The cues of a record are weighed by a logistic regression (Platt 1999) with one offset a facet, fitted by `lab fit records`
//! on annotated events with the hand-set confidence of each comparison as the prior: where there is no evidence, that stays.

use std::sync::LazyLock;

use crate::compare::words::words;
use crate::compare::{Facet, Verdict};
use crate::record::{Certificate, Evidence, Record, four_decimals};
use crate::resolve::weights;
use crate::score::Score;

words! {
    /// What speaks for or against a discrepancy beside its facet. Values are of the order of 1.
    Cue {
        /// The log-odds of the comparison, were both on one matter.
        Comparison "comparison",
        /// What is lost because the two may be on two matters: 0 where they are on one, below it otherwise; in log-odds.
        Matter "matter",
        /// Words with content around both, beside those of the mentions: the logarithm of one more than their number.
        Setting "setting",
        /// 1 where each is the only one of its kind in its sentence.
        Lone "lone",
        /// Of the words right before and right after, those that are the same for both: 1 or 2.
        Slot "slot",
        /// 1 where other places, or other days, stand beside the two.
        Apart "apart",
        /// Pairs of sources that differ so: the logarithm of their number.
        Repeated "repeated",
    }
}

impl Cue {
    fn in_words(self) -> &'static str {
        match self {
            Self::Comparison => "what the comparison says of two on one matter",
            Self::Matter => "the two may be on two matters",
            Self::Setting => "words around both are the same",
            Self::Lone => "each is the only one in its sentence",
            Self::Slot => "both stand beside the same word",
            Self::Apart => "other places or days stand beside the two",
            Self::Repeated => "more sources differ so",
        }
    }
}

/// Cues with their values, each at most once.
pub type Cues = Vec<(Cue, f64)>;

/// What the confidence of records has learned. [`Weights::default`] is what ships; `lab fit records` learns others.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The offset of each facet, in log-odds; 0 for those not named.
    pub facets: Vec<(Facet, f64)>,
    /// What a cue of value 1 adds; 0 for those not named.
    pub cues: Vec<(Cue, f64)>,
    /// The facets of which there was enough to learn from.
    pub proven: Vec<Facet>,
}

static SHIPPED: LazyLock<Weights> = LazyLock::new(|| Weights {
    facets: weights::FACETS.to_vec(),
    cues: weights::CUES.to_vec(),
    proven: weights::PROVEN.to_vec(),
});

impl Default for Weights {
    fn default() -> Self {
        SHIPPED.clone()
    }
}

impl Weights {
    /// The weights that ship.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The confidence as it is before anything is learned: the hand-set one of the comparison, times the chance of one matter.
    pub fn prior() -> Self {
        let cues = vec![(Cue::Comparison, 1.0), (Cue::Matter, 1.0)];
        Self { facets: Vec::new(), cues, proven: Vec::new() }
    }

    /// The weight of a cue.
    pub fn cue(&self, cue: Cue) -> f64 {
        self.cues.iter().find(|(c, _)| *c == cue).map_or(0.0, |(_, weight)| *weight)
    }

    /// The offset of a facet.
    pub fn facet(&self, facet: Facet) -> f64 {
        self.facets.iter().find(|(f, _)| *f == facet).map_or(0.0, |(_, offset)| *offset)
    }

    /// True for a facet of which annotated events hold too few to learn from: it is shown from a higher confidence.
    pub fn is_unproven(&self, facet: Facet) -> bool {
        !self.proven.contains(&facet)
    }

    /// The log-odds that a careful reader would call it a discrepancy.
    pub fn log_odds(&self, facet: Facet, cues: &[(Cue, f64)]) -> f64 {
        cues.iter().fold(self.facet(facet), |sum, &(cue, value)| sum + self.cue(cue) * value)
    }
}

/// The cues every discrepancy has: what its comparison says, and how sure it is that both are on one matter.
pub(super) fn of_comparison(comparison: f64, same_matter: f64) -> Cues {
    let alone = logit(comparison);
    vec![(Cue::Comparison, alone), (Cue::Matter, logit(comparison * same_matter) - alone)]
}

/// Sets the confidence of a discrepancy and the evidence for it; agreements keep theirs.
pub(super) fn weigh(record: &mut Record, cues: &[(Cue, f64)], weights: &Weights) {
    if record.verdict != Verdict::Discrepancy {
        return;
    }
    let row =
        |text: String, weight: f64| Evidence { text, weight: four_decimals(weight), mentions: Vec::new() };
    let offset = weights.facet(record.facet);
    let standing = format!("how often a difference of {} is one, in annotated events", record.facet);
    let mut evidence = vec![row(standing, offset)];
    evidence.extend(cues.iter().map(|&(cue, value)| {
        let text = match cue {
            Cue::Comparison => format!("compared as {}: {}", record.level, record.explanation),
            cue => cue.in_words().to_owned(),
        };
        row(text, weights.cue(cue) * value)
    }));
    evidence.retain(|row| row.weight != 0.0);
    record.evidence = evidence;
    record.confidence = Score::new(logistic(weights.log_odds(record.facet, cues)));
}

/// What annotated events say of discrepancies of at least some confidence.
pub(super) fn certificate(threshold: f64) -> Option<Certificate> {
    let counted = weights::CERTIFIED.iter().rev().find(|row| row.0 <= threshold)?;
    let &(threshold, flags, wrong, precision) = counted;
    Some(Certificate { threshold, flags, wrong, precision, delta: weights::DELTA })
}

/// Probabilities nearer to 0 or 1 than this are taken as this near, so that one cue never decides alone.
const CERTAIN: f64 = 0.01;

fn logit(p: f64) -> f64 {
    let p = p.clamp(CERTAIN, 1.0 - CERTAIN);
    (p / (1.0 - p)).ln()
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}
