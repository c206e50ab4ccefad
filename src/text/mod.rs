//! Text: a source becomes a [`Document`] of sentences and tokens, each with its span.

mod document;
mod parted;
pub(crate) mod scan;
pub(crate) mod sentence;
pub(crate) mod stem;
pub(crate) mod token;

pub(crate) use document::divide;
pub use document::{Document, SentenceId, parse, sentences};
pub use sentence::{Sentence, SentenceKind};
pub use stem::{normal, stem};
pub use token::{Shape, Token, TokenKind};
