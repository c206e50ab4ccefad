//! Pairs: two mentions from two sources that may be about one point, with their comparison and the cues for and against a
//! discrepancy.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::compare::{Facet, Judgement, Verdict};
use crate::math::cautious_logit;
use crate::point::decision::{Cue, Cues};
use crate::point::evidence::{Between, around, end_of};
use crate::point::linked::Linked;
use crate::point::setting::{Setting, shifted};
use crate::record::{EntityId, Value};
use crate::score::Score;
use crate::span::Span;

/// A mention in a bundle: the index of its source, and its own index in the list of its facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Node {
    pub(crate) source: u32,
    pub(crate) index: u32,
}

/// A judged pair of mentions that may be about the same thing.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) a: Node,
    pub(crate) b: Node,
    pub(crate) judgement: Judgement,
    /// The probability that the two are about the same thing.
    pub(crate) same_matter: f64,
    /// The link that suggests it, if any.
    pub(crate) link: Option<usize>,
    /// The cues for and against a discrepancy: those of the facet and, once gathered, all.
    pub(crate) cues: Cues,
    /// The probability that a careful reader would call it a discrepancy, once the cues are weighed.
    pub(crate) weighed: Option<f64>,
}

/// The part of the doubt whether two mentions are about the same thing that is removed if their content is evidence by
/// itself.
const SIGN: f64 = 0.5;

/// The context of two mentions that agree.
#[derive(Clone, Copy)]
pub(crate) struct Around<'s> {
    pub(crate) setting: &'s Setting,
    /// The probability that their sentences assert the same thing, and the link that says so.
    pub(crate) chance: f64,
    pub(crate) link: Option<usize>,
    /// Both are so exact that they are hardly about two things.
    pub(crate) is_sign: bool,
}

/// Pairs of one facet, with a description of its mentions.
pub(crate) struct Candidates<'b> {
    pub(crate) describe: Box<dyn Describe + Send + 'b>,
    pub(crate) pairs: Vec<Pair>,
}

impl Pair {
    /// A pair from its comparison, with `same_matter` as above.
    pub(crate) fn new(a: Node, b: Node, judgement: Judgement, same_matter: f64, link: Option<usize>) -> Self {
        Self { a, b, judgement, same_matter, link, cues: Vec::new(), weighed: None }
    }

    /// Two mentions that agree: more certain if the words around them match; and more likely about the same thing if their
    /// content is evidence by itself.
    pub(crate) fn agreeing(a: Node, b: Node, mut judgement: Judgement, around: Around<'_>) -> Self {
        judgement.confidence = shifted(judgement.confidence, around.setting.log_odds().max(0.0));
        let mut same_matter = around.chance;
        if around.is_sign {
            same_matter += (1.0 - same_matter) * SIGN;
        }
        Self::new(a, b, judgement, same_matter, around.link)
    }

    pub(crate) fn with(mut self, cues: Cues) -> Self {
        self.cues = cues;
        self
    }

    /// Where the two mentions meet, for the explanation.
    pub(crate) fn place(&self) -> &'static str {
        if self.link.is_some() { "in linked sentences" } else { "over the event" }
    }

    pub(crate) fn is_discrepancy(&self) -> bool {
        self.judgement.relation.verdict() == Verdict::Discrepancy
    }

    pub(crate) fn confidence(&self) -> f64 {
        self.weighed.unwrap_or(self.judgement.confidence * self.same_matter)
    }
}

/// What a facet knows about its mentions.
pub(crate) trait Describe {
    /// Its facet.
    fn facet(&self) -> Facet;
    /// The entity that its points are about, if any.
    fn entity(&self) -> Option<EntityId> {
        None
    }
    /// The span that represents a mention.
    fn span(&self, node: Node) -> Option<Span>;
    /// Its value.
    fn value(&self, node: Node) -> Option<Value>;
    /// The judgement on two mentions, given that they are about the same thing.
    fn judge(&self, a: Node, b: Node) -> Option<Judgement>;
    /// True if two readings that agree are one version beside a third that differs from both.
    fn is_one_version(&self, a: Node, b: Node) -> bool {
        self.judge(a, b).is_some_and(|j| j.relation.verdict() == Verdict::Agreement)
    }
    /// The confidence from which a pair makes its mentions readings of a record with others, if not the usual one: pairs that
    /// were assigned to one point before they were judged belong together, however uncertain they are.
    fn joining(&self) -> Option<f64> {
        None
    }
    /// Among versions that differ, the index of the later one, if the difference is a figure that developed.
    fn later(&self, _versions: &[Vec<Node>]) -> Option<usize> {
        None
    }
    /// The words that introduce the reason of a record led by this pair; empty if the reason is complete.
    fn context(&self, leading: &Pair) -> &'static str;
}

impl<'b> Candidates<'b> {
    pub(crate) fn new(describe: impl Describe + Send + 'b, pairs: Vec<Pair>) -> Self {
        Self { describe: Box::new(describe), pairs }
    }

    /// Adds the evidence of the surrounding sentences to each pair that differs.
    pub(crate) fn gather(&mut self, linked: &Linked<'_, '_>) {
        let bundle = linked.bundle;
        let mut last: Option<Between<'_, '_>> = None;
        let differing = self.pairs.iter_mut().filter(|p| p.is_discrepancy());
        for pair in differing {
            let mut cues = std::mem::take(&mut pair.cues);
            let known = cues.iter().any(|(cue, _)| matches!(cue, Cue::Prior | Cue::Ruled));
            cues.push((Cue::Comparison, cautious_logit(pair.judgement.confidence)));
            if !known {
                cues.push((Cue::Prior, cautious_logit(pair.confidence())));
            }
            if let (Some(a), Some(b)) = (self.describe.span(pair.a), self.describe.span(pair.b)) {
                let ends = end_of(bundle, pair.a.source, a).zip(end_of(bundle, pair.b.source, b));
                if let Some((p, q)) = ends {
                    // Pairs of the same two sentences follow one another, nearly always.
                    let between = last.take().filter(|last| last.is_of(&p, &q));
                    let between = last.insert(between.unwrap_or_else(|| Between::of(linked, p, q)));
                    cues.extend(around(bundle, between, a, b));
                }
            }
            // If a cue is given twice, the facet's own value counts.
            cues.sort_by_key(|(cue, _)| *cue);
            cues.dedup_by_key(|(cue, _)| *cue);
            pair.cues = cues;
        }
    }
}

/// Chooses partners within a linked pair of sentences: each mention once, agreements before differences, higher confidence
/// first. A mention that agrees with one in the other sentence must not be flagged against a third.
pub(crate) fn matching(mut candidates: Vec<Pair>) -> Vec<Pair> {
    candidates.sort_by(|x, y| {
        let rank = |p: &Pair| (p.judgement.relation, Reverse(Score::new(p.confidence())));
        rank(x).cmp(&rank(y)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let (mut ours, mut theirs) = (BTreeSet::new(), BTreeSet::new());
    candidates.retain(|pair| {
        let free = !ours.contains(&pair.a) && !theirs.contains(&pair.b);
        if free {
            ours.insert(pair.a);
            theirs.insert(pair.b);
        }
        free
    });
    candidates
}
