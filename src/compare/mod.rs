//! Comparison: pure judgements on pairs of mentions.

pub mod clause;
pub mod date;
pub mod name;
pub mod quantity;
pub mod quote;
mod relation;
pub mod role;

pub use relation::{Facet, Judgement, Relation, Verdict};
