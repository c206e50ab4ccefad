//! Pairs: two mentions of two sources that may be on one point, by what comparing them says, with the cues that speak for and
//! against it.

use std::cmp::Reverse;

use crate::compare::{Facet, Judgement, Verdict};
use crate::math::cautious_logit;
use crate::point::decision::{Cue, Cues};
use crate::point::evidence;
use crate::point::linked::Linked;
use crate::point::setting::{Setting, shifted};
use crate::record::{EntityId, Value};
use crate::score::Score;
use crate::span::Span;

/// A mention of a bundle: its source's position and its own, in the list of its facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Node {
    pub(crate) source: u32,
    pub(crate) index: u32,
}

/// Two mentions on one matter, judged.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) a: Node,
    pub(crate) b: Node,
    pub(crate) judgement: Judgement,
    /// The probability that the two are on one matter.
    pub(crate) same_matter: f64,
    /// The link that put them on one matter, where one did.
    pub(crate) link: Option<usize>,
    /// What speaks for and against a discrepancy: what the facet knows, and once it is weighed all of it.
    pub(crate) cues: Cues,
    /// The probability that a careful reader would call it a discrepancy, once its cues are weighed.
    pub(crate) weighed: Option<f64>,
}

/// What of a doubt that two mentions are of one matter goes where what they tell is a sign of its own: half of it.
const SIGN: f64 = 0.5;

/// Where two mentions that agree stand.
#[derive(Clone, Copy)]
pub(crate) struct Around<'s> {
    pub(crate) setting: &'s Setting,
    /// The probability that their sentences assert one thing, and the link that says so.
    pub(crate) chance: f64,
    pub(crate) link: Option<usize>,
    /// What both tell is told so exactly that it is hardly told of two things.
    pub(crate) is_sign: bool,
}

/// Pairs of one facet, with what tells of its mentions.
pub(crate) struct Candidates<'b> {
    pub(crate) describe: Box<dyn Describe + 'b>,
    pub(crate) pairs: Vec<Pair>,
}

impl Pair {
    /// Two mentions by what comparing them says; `same_matter` as above.
    pub(crate) fn new(a: Node, b: Node, judgement: Judgement, same_matter: f64, link: Option<usize>) -> Self {
        Self { a, b, judgement, same_matter, link, cues: Vec::new(), weighed: None }
    }

    /// Two mentions that agree: surer where the words around them meet, and where what they tell is a sign of its own that both
    /// tell it of one thing.
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

    pub(crate) fn is_discrepancy(&self) -> bool {
        self.judgement.relation.verdict() == Verdict::Discrepancy
    }

    pub(crate) fn confidence(&self) -> f64 {
        self.weighed.unwrap_or(self.judgement.confidence * self.same_matter)
    }
}

/// What a facet says of its mentions.
pub(crate) trait Describe {
    /// Its facet.
    fn facet(&self) -> Facet;
    /// The entity its points are about, where they are about one.
    fn entity(&self) -> Option<EntityId> {
        None
    }
    /// The span that carries a mention as a unit.
    fn span(&self, node: Node) -> Option<Span>;
    /// Its value.
    fn value(&self, node: Node) -> Option<Value>;
    /// The judgement on two mentions, were they on one matter.
    fn judge(&self, a: Node, b: Node) -> Option<Judgement>;
    /// True where two readings that agree are one version beside a third that differs from both.
    fn is_one_version(&self, a: Node, b: Node) -> bool {
        self.judge(a, b).is_some_and(|j| j.relation.verdict() == Verdict::Agreement)
    }
    /// The confidence from which on a pair makes its mentions readings of a record with others, where it is not the usual one:
    /// pairs that were found to be of one point before they were judged belong together, however unsure they are.
    fn joining(&self) -> Option<f64> {
        None
    }
    /// Of versions that differ, the position of the one that is later, where what differs is a figure that developed.
    fn later(&self, _versions: &[Vec<Node>]) -> Option<usize> {
        None
    }
    /// The words that lead into the reason of a record; empty where the reason says all.
    fn context(&self) -> &'static str;
}

impl<'b> Candidates<'b> {
    pub(crate) fn new(describe: impl Describe + 'b, pairs: Vec<Pair>) -> Self {
        Self { describe: Box::new(describe), pairs }
    }

    /// Adds what the sentences around the two mentions say to each pair that differs.
    pub(crate) fn gather(&mut self, linked: &Linked<'_, '_>) {
        let differing = self.pairs.iter_mut().filter(|p| p.is_discrepancy());
        for pair in differing {
            let mut cues = std::mem::take(&mut pair.cues);
            let known = cues.iter().any(|(cue, _)| matches!(cue, Cue::Prior | Cue::Ruled));
            cues.push((Cue::Comparison, cautious_logit(pair.judgement.confidence)));
            if !known {
                cues.push((Cue::Prior, cautious_logit(pair.confidence())));
            }
            if let (Some(a), Some(b)) = (self.describe.span(pair.a), self.describe.span(pair.b)) {
                cues.extend(evidence::around(linked, (pair.a.source, a), (pair.b.source, b)));
            }
            // Of a cue given twice the facet's own counts.
            cues.sort_by_key(|(cue, _)| *cue);
            cues.dedup_by_key(|(cue, _)| *cue);
            pair.cues = cues;
        }
    }
}

/// Chooses partners in one linked pair of sentences: each mention once, agreement before difference, surer before less sure.
/// What agrees elsewhere in the pair must not be flagged against a third mention.
pub(crate) fn matching(mut candidates: Vec<Pair>) -> Vec<Pair> {
    candidates.sort_by(|x, y| {
        let rank = |p: &Pair| (p.judgement.relation, Reverse(Score::new(p.confidence())));
        rank(x).cmp(&rank(y)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut chosen: Vec<Pair> = Vec::new();
    for pair in candidates {
        if !chosen.iter().any(|c| c.a == pair.a || c.b == pair.b) {
            chosen.push(pair);
        }
    }
    chosen
}
