//! Trees: small decision trees whose sum is the log-odds of a discrepancy (Friedman 2001), and every step of which can be
//! explained.
//!
//! Every node stores the log-odds of the annotated rows that reach it, so each split on the way to a leaf adds a known amount
//! to the cue it tests; the amounts and the start add up to the total (Saabas 2014).

use crate::compare::Facet;
use crate::point::decision::Cue;

/// What a split tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Asked {
    /// The value of a cue; 0 if it is absent.
    Cue(Cue),
    /// 1 for records of a facet, else 0.
    Facet(Facet),
}

/// A node of a tree; the root comes first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The log-odds at this node.
    pub value: f64,
    /// The split, unless the node is a leaf.
    pub split: Option<Split>,
}

/// A test on a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// What is tested.
    pub asked: Asked,
    /// Values below this go to `below`, others to `above`.
    pub at: f64,
    /// The index of a node.
    pub below: u8,
    /// The index of a node.
    pub above: u8,
}

/// A small tree.
pub type Tree = [Node];

/// The value that a split tests.
pub(crate) fn answer(asked: Asked, facet: Facet, cues: &[(Cue, f64)]) -> f64 {
    match asked {
        Asked::Cue(cue) => cues.iter().find(|(c, _)| *c == cue).map_or(0.0, |(_, value)| *value),
        Asked::Facet(f) => f64::from(u8::from(f == facet)),
    }
}

/// Walks a tree from its root to a leaf, and passes what each split adds to `step`. Returns the log-odds of the leaf.
pub(crate) fn walk(tree: &Tree, facet: Facet, cues: &[(Cue, f64)], mut step: impl FnMut(Asked, f64)) -> f64 {
    let Some(mut node) = tree.first() else { return 0.0 };
    // A path is no longer than the number of nodes, whatever a file contains.
    for _ in 0..tree.len() {
        let Some(split) = node.split else { break };
        let next = if answer(split.asked, facet, cues) < split.at { split.below } else { split.above };
        let Some(next) = tree.get(usize::from(next)) else { break };
        step(split.asked, next.value - node.value);
        node = next;
    }
    node.value
}
