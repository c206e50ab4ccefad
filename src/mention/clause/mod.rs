//! Clauses: what a sentence asserts, piece by piece, whether it is asserted or denied, and how certain it is.

mod denial;
mod scope;
mod split;
pub(crate) mod verb;

use std::ops::Range;

pub use denial::{Denial, DenialKind};
pub(crate) use denial::{denied_need, rejects, untrue};
pub(crate) use scope::denies_nothing;

use crate::lexicon::Lexicon;
use crate::mention::tag::{Tag, Tags};
use crate::span::Span;
use crate::text::{Document, SentenceKind};

/// How certain a clause is said to be, on the scale of FactBank (Saurí and Pustejovsky 2009) in five steps.
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
#[non_exhaustive]
pub struct Clause {
    /// Its position.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of its verb or eventive noun, if one was found.
    pub trigger: Option<usize>,
    /// True if it is denied.
    pub negated: bool,
    /// The words that deny it.
    pub negation: Option<Span>,
    /// How certain it is said to be.
    pub certainty: Certainty,
    /// The words that make it less than a fact.
    pub hedge: Option<Span>,
    /// The word of obligation or advice ("must", "should", "ordered to"), if any.
    pub obligation: Option<Span>,
    /// What its verb denies ("denied a meeting", "denied that they met"). The clause itself is asserted; the words of a
    /// denied statement form a clause of their own, which is negated.
    pub denial: Option<Denial>,
}

/// A sentence with more boundaries than this is probably a table; in it, a piece without words is not a clause.
const TABLE: usize = 64;

/// The clauses of a document, in order. Headings have clauses, boilerplate has none. Linear.
pub(crate) fn find(document: &Document<'_>, tags: &Tags, lexicon: &Lexicon) -> Vec<Clause> {
    let reader = Reader { document, tags, lexicon };
    let mut clauses = Vec::with_capacity(document.sentences().len() * 3);
    let mut borders = Vec::new();
    for (at, sentence) in document.sentences().iter().enumerate() {
        if sentence.kind == SentenceKind::Boilerplate {
            continue;
        }
        borders.clear();
        let first = clauses.len();
        reader.borders(sentence.tokens.clone(), &mut borders);
        for pair in borders.windows(2) {
            let &[start, end] = pair else { continue };
            let tokens = reader.trim(start..end);
            let bare = || borders.len() > TABLE && tags.find(tokens.clone(), Tag::WORD).is_none();
            if tokens.is_empty() || bare() {
                continue;
            }
            let trigger = reader.trigger(tokens.clone());
            let scope = reader.scope(tokens.clone(), trigger);
            clauses.push(Clause {
                span: document.span(tokens.clone()),
                sentence: at,
                tokens,
                trigger,
                negated: scope.negated,
                negation: scope.negation.map(|cue| document.span(cue)),
                certainty: scope.certainty,
                hedge: scope.hedge.map(|cue| document.span(cue)),
                obligation: scope.obligation.map(|cue| document.span(cue)),
                denial: None,
            });
        }
        reader.denials(sentence.tokens.clone(), clauses.get_mut(first..).unwrap_or_default());
    }
    clauses
}

/// Reads the clauses of a document.
struct Reader<'d, 't> {
    document: &'d Document<'t>,
    tags: &'d Tags,
    lexicon: &'d Lexicon,
}
