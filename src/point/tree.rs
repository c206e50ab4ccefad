//! Trees: small decision trees whose sum is the log-odds of a discrepancy (Friedman 2001), each step of which can be told.
//!
//! Every node knows the log-odds that rows of annotated events reaching it have, so that each split on the way to a leaf adds a
//! known amount to the cue it asks about: the amounts and the start add up to the whole (Saabas 2014).

use crate::compare::Facet;
use crate::point::decision::Cue;

/// What a split asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Asked {
    /// The value of a cue; 0 where there is none.
    Cue(Cue),
    /// 1 of records of a facet, else 0.
    Facet(Facet),
}

/// A node of a tree; the root stands first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The log-odds of what reaches it.
    pub value: f64,
    /// Where it goes on, unless it is a leaf.
    pub split: Option<Split>,
}

/// A question to a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// What is asked about.
    pub asked: Asked,
    /// Below this value the way goes to `below`, else to `above`.
    pub at: f64,
    /// The position of a node.
    pub below: u8,
    /// The position of a node.
    pub above: u8,
}

/// A tree of few nodes.
pub type Tree = [Node];

/// The value that a split asks for.
pub(crate) fn answer(asked: Asked, facet: Facet, cues: &[(Cue, f64)]) -> f64 {
    match asked {
        Asked::Cue(cue) => cues.iter().find(|(c, _)| *c == cue).map_or(0.0, |(_, value)| *value),
        Asked::Facet(f) => f64::from(u8::from(f == facet)),
    }
}

/// Walks a tree from its root to a leaf; tells `step` what each split adds. The log-odds of the leaf.
pub(crate) fn walk(tree: &Tree, facet: Facet, cues: &[(Cue, f64)], mut step: impl FnMut(Asked, f64)) -> f64 {
    let Some(mut node) = tree.first() else { return 0.0 };
    // A tree is no deeper than it has nodes, whatever a file says.
    for _ in 0..tree.len() {
        let Some(split) = node.split else { break };
        let next = if answer(split.asked, facet, cues) < split.at { split.below } else { split.above };
        let Some(next) = tree.get(usize::from(next)) else { break };
        step(split.asked, next.value - node.value);
        node = next;
    }
    node.value
}
