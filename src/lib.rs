//! Compares what several sources report about one event: where they agree, where they differ, and why.
//!
//! Give it several news texts about one event and it returns typed records: a name spelled two ways, two death tolls, a
//! quotation worded differently, two different dates. Each comes with its places in the texts (byte spans), a relation, a
//! calibrated confidence and a reason that a person can check. What only looks different ("US" and "American", "last week" and
//! "July 26", "at least 10" and 12) is recorded as agreement. There is no model, no network and no clock: the same sources give
//! the same bytes, in any order.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`text`] | splits a source into sentences and tokens |
//! | [`mention`] | finds names, quantities, dates, quotations and clauses, each with its span and typed value |
//! | [`align`] | links sentences of different sources that assert the same thing, and clusters them into claims |
//! | [`entity`] | groups the names of one person, place or organisation over all sources |
//! | [`compare`] | judges pairs of mentions: the same, more precise, spelled differently, or in conflict? |
//! | [`provenance`] | finds derivations (text reuse), and how many independent sources remain |
//! | [`point`] | finds where sources may differ, and how likely it is |
//! | [`resolve`] | turns all of that into records |
//! | [`story`] | groups a feed of articles into stories, one event each |
//! | [`render`] | shows records to people |
//! | [`lexicon`] | the words the library knows, which you can extend and override |
//!
//! [`Reconciler`] calls them in order. Every stage is also public on its own, for a crate that needs only that. The [`guide`]
//! explains the terms, and how to choose, extend and trust the results.
//!
//! ```
//! use testimonia::{Reconciler, Source};
//!
//! let bbc = Source::new("bbc", "Kiari Liman-Tinguiri told AFP news agency that the junta “should come to reason”.");
//! let other = Source::new("other", "Chiari Liman-Tinguiri told Agence France-Presse that the junta \"must come to its senses\".");
//! let reconciliation = Reconciler::new().reconcile(&[bbc, other])?;
//! for record in reconciliation.discrepancies() {
//!     println!("{record}");
//! }
//! # let facets: Vec<String> = reconciliation.discrepancies().map(|r| r.facet.to_string()).collect();
//! # assert_eq!(facets, ["name", "quote"]);
//! # Ok::<(), testimonia::Error>(())
//! ```
//!
//! prints
//!
//! ```text
//! name variant: "Kiari Liman-Tinguiri" (bbc) / "Chiari Liman-Tinguiri" (other): Ki and Chi are one sound in two spellings; ..
//! quote variant: "should come to reason" (bbc) / "must come to its senses" (other): one utterance in two translations: ..
//! ```
//!
//! A reconciliation is plain data (serde, with the JSON form `testimonia/1`) and can be displayed:
//!
//! ```
//! use testimonia::{Reconciler, Source, render};
//!
//! let sources = [
//!     Source::new("morning", "The dam at Tillia broke on Monday, killing 12 people."),
//!     Source::new("evening", "The dam at Tillia broke on Monday, killing at least 14 people."),
//! ];
//! let reconciliation = Reconciler::new().reconcile(&sources)?;
//! let toll = reconciliation.discrepancies().next().expect("two tolls");
//! assert_eq!(toll.readings[0].words(), "at least 14 people");
//! assert_eq!(toll.readings[0].sources().collect::<Vec<_>>(), ["evening"]);
//! let page = render::html(&reconciliation, &sources);
//! # assert!(page.contains("at least 14 people"));
//! # Ok::<(), testimonia::Error>(())
//! ```
//!
//! A single stage:
//!
//! ```
//! use testimonia::{Lexicon, Source, mention, text};
//!
//! let lexicon = Lexicon::english();
//! let source = Source::new("a", "General Abdourahamane Tiani met 12 ambassadors in Niamey on July 26.");
//! let document = text::parse(&source, &lexicon);
//! let found = mention::extract(std::slice::from_ref(&document), &lexicon).remove(0);
//! let names: Vec<&str> = found.names.iter().map(|name| name.span.slice(source.text())).collect();
//! assert_eq!(names, ["Abdourahamane Tiani", "Niamey"]);
//! ```
//!
//! # Features
//!
//! `parallel`: the most expensive stages use all cores (through rayon, in the pool they are called from). The output is
//! identical to the byte for any number of threads, and without the feature.
//!
//! `schema`: `schemars::JsonSchema` for the result types.

/// True if the feature `parallel` is enabled.
#[doc(hidden)]
pub const PARALLEL: bool = cfg!(feature = "parallel");

pub mod align;
mod change;
pub mod compare;
mod config;
pub mod date;
pub mod entity;
mod error;
pub mod fold;
#[cfg(any(doc, doctest))]
pub mod guide;
mod id;
mod label;
pub mod lexicon;
mod math;
pub mod mention;
mod parallel;
pub mod point;
pub mod provenance;
mod reconciler;
mod record;
pub mod render;
pub mod resolve;
mod score;
mod source;
mod span;
pub mod story;
pub mod text;

pub use change::{Cause, Change, Changes, Merged};
pub use compare::{Facet, Level, Relation, Verdict};
pub use config::{Config, Limits};
pub use date::Published;
pub use error::Error;
pub use label::{LabelRow, Labels};
pub use lexicon::Lexicon;
pub use reconciler::{ReconciledStory, Reconciler, ReconcilerBuilder, Stage};
pub use record::{
    Assertion, Certificate, Claim, ClaimId, Consensus, Derivation, Developing, Entity, EntityId, Evidence,
    Form, Label, Link, Mention, Place, Reading, Reconciliation, Record, RecordId, SCHEMA, SourceOutline,
    Step, Support, UNIT, Value,
};
pub use score::Score;
pub use source::Source;
pub use span::{Characters, Offsets, Span};
