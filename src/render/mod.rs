//! Rendering: a reconciliation for people. Sees only records, sources and spans.

mod context;
mod text;

pub use text::Text;
