//! Rendering: a reconciliation for people and for other programs. Sees only records, sources and spans.
//!
//! Every renderer is a pure function of a [`Reconciliation`](crate::Reconciliation) and the sources it was made of: [`Text`]
//! and [`SideBySide`]
//! for a terminal, [`html`](html()) for a browser, [`markdown`], [`Table`] and
//! [`Alignment`] for a spreadsheet or a program, [`tei`] for an edition,
//! [`Explanation`] for one record. JSON is the serde form of the types themselves. To show less, keep fewer
//! [`records`](crate::Reconciliation::records) and render what is left.
//!
//! What a source holds is shown, never obeyed: control characters, and those that turn the direction of a line, are written
//! out (`[U+202E]`), markup is escaped, and a cell of a spreadsheet is no formula.

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
