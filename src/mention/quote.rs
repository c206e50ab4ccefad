//! Quotations: words in quotation marks, with who says them and the words that say so.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::mention::name::Name;
use crate::span::Span;
use crate::text::Document;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// What stands between the marks.
    pub span: Span,
    /// The sentence it begins in.
    pub sentence: usize,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// Where the speaker is named, if only as "she".
    pub speaker: Option<Span>,
    /// The words that report the speech ("said", "according to").
    pub cue: Option<Span>,
    /// The speaker, as a position in the names of the document, where the speaker is one of them.
    pub name: Option<usize>,
    /// True where it is part of a sentence of the reporter's ("told AFP that the junta “should come to reason”").
    pub mixed: bool,
    /// True where the closing mark is missing.
    pub unclosed: bool,
}

/// The quotations of a document.
pub(crate) fn find(_document: &Document<'_>, _names: &[Name], _lexicon: &Lexicon) -> Vec<Quote> {
    Vec::new()
}
