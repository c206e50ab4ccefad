//! Clauses: what a sentence asserts, piece by piece, whether it is asserted or denied, and how surely.

pub(crate) mod verb;

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Document;

/// How sure a clause is said to be, on the scale of FactBank (Saurí and Pustejovsky 2009) in five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Certainty {
    /// "If", "unless", "would have".
    Hypothetical,
    /// "Will", "plans to", "vowed to".
    Future,
    /// "May", "reportedly", "allegedly".
    Possible,
    /// "Likely", "appears", "is believed to".
    Probable,
    /// Stated as a fact.
    Fact,
}

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands.
    pub span: Span,
    /// Its sentence.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of its verb or eventive noun, where one was found.
    pub trigger: Option<usize>,
    /// True where it is denied.
    pub negated: bool,
    /// The words that deny it.
    pub negation: Option<Span>,
    /// How sure it is said to be.
    pub certainty: Certainty,
    /// The words that make it less than a fact.
    pub hedge: Option<Span>,
    /// The word of obligation or advice ("must", "should", "ordered to"), where there is one.
    pub obligation: Option<Span>,
}

/// The clauses of a document.
pub(crate) fn find(_document: &Document<'_>, _lexicon: &Lexicon) -> Vec<Clause> {
    Vec::new()
}
