//! Comparison: pure judgements on pairs of mentions.

pub mod clause;
pub mod date;
pub mod edits;
mod irregular;
pub(crate) mod kind;
mod level;
pub mod name;
pub mod paraphrase;
pub mod quantity;
pub mod quote;
mod relation;
pub mod role;
pub mod scope;
pub mod vocabulary;
pub(crate) mod words;

pub use level::Level;
pub use relation::{Facet, Judgement, Relation, Verdict};
