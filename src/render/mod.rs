//! Rendering: a reconciliation for people and for other programs. Uses only records, sources and spans.
//!
//! Every renderer is a pure function of a [`Reconciliation`](crate::Reconciliation) and its sources: [`Text`] and
//! [`SideBySide`] for a terminal, [`html`](html()) for a browser, [`markdown`], [`Table`] and [`Alignment`] for a spreadsheet
//! or a program, [`tei`] for an edition, [`Explanation`] for one record. JSON is the serde form of the types themselves. To
//! show less, remove [`records`](crate::Reconciliation::records) before rendering.
//!
//! The content of a source is displayed and never interpreted: control characters, and those that change the direction of
//! text, are written out (`[U+202E]`), markup is escaped, and spreadsheet cells are never formulas.

mod alignment;
mod beside;
mod changes;
mod context;
mod csv;
mod difference;
mod explanation;
mod html;
mod markdown;
mod marks;
mod tei;
mod text;
mod title;
mod view;
mod visible;

pub use alignment::Alignment;
pub use beside::SideBySide;
pub use changes::changes;
pub use csv::{Table, csv};
pub use explanation::Explanation;
pub use html::{html, html_by_event};
pub use markdown::markdown;
pub use tei::{tei, tei_by_event};
pub use text::Text;
