//! Reconciles what several sources say of one event.

pub mod align;
pub mod compare;
mod config;
pub mod date;
pub mod entity;
mod error;
pub mod fold;
mod id;
pub mod lexicon;
pub mod mention;
pub mod provenance;
mod reconciler;
mod record;
pub mod render;
pub mod resolve;
mod score;
mod source;
mod span;
pub mod text;

pub use compare::{Facet, Relation, Verdict};
pub use config::Config;
pub use date::Published;
pub use error::Error;
pub use lexicon::Lexicon;
pub use reconciler::{Reconciler, ReconcilerBuilder};
pub use record::{
    Claim, ClaimId, Derivation, Entity, EntityId, Evidence, Form, Link, Mention, Place, Reading,
    Reconciliation, Record, RecordId, SCHEMA, SourceOutline, Support, Value,
};
pub use score::Score;
pub use source::Source;
pub use span::Span;
