//! Roles: what a named person or group is said to be, by title or apposition.

use crate::lexicon::Lexicon;
use crate::mention::name::Name;
use crate::span::Span;
use crate::text::Document;

/// A role: "Niger's ambassador to the US" of Kiari Liman-Tinguiri.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The words of the role.
    pub span: Span,
    /// Its sentence.
    pub sentence: usize,
    /// Whose it is, as a position in the names of the document.
    pub name: usize,
    /// The noun that says what ("ambassador"), folded.
    pub head: String,
}

/// The roles of a document.
pub(crate) fn find(_document: &Document<'_>, _names: &[Name], _lexicon: &Lexicon) -> Vec<Role> {
    Vec::new()
}
