//! Comparison: pure judgements on pairs of mentions.

pub mod clause;
pub mod date;
mod level;
pub mod name;
pub mod paraphrase;
pub mod quantity;
pub mod quote;
mod relation;
pub mod role;
pub(crate) mod words;

pub use level::Level;
pub use relation::{Facet, Judgement, Relation, Verdict};
