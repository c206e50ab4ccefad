//! Entities: the names, over all sources, of one person, place or organisation.
//!
//! Referents that are written alike are one to begin with. The others are compared where they share a sound key, by their
//! letters and by their context, and joined from the surest pair down; a referent joins only what none of it speaks against.

mod context;
mod longer;
mod merge;
mod referents;

use crate::align::Alignment;
use crate::compare::Relation;
use crate::lexicon::Lexicon;
use crate::mention::{Mentions, NameKind};
use crate::score::Score;
use crate::text::Document;

/// A name of a bundle: the position of its document, and of the name among the document's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId {
    /// Position of the document.
    pub source: u32,
    /// Position in its [`Mentions::names`].
    pub name: u32,
}

/// All names of one person, place or organisation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cluster {
    /// What it is.
    pub kind: NameKind,
    /// All its names, in the order of the documents.
    pub names: Vec<NameId>,
    /// Its spellings in full ("Abdourahamane Tiani", not the later "Tiani" of the same document), the one most documents use
    /// first.
    pub spellings: Vec<Spelling>,
    /// How pairs of spellings stand to each other, where they are not identical.
    pub comparisons: Vec<Comparison>,
}

/// One way to write a name, and where it is written so.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Spelling {
    /// The name as first written, white space folded.
    pub text: String,
    /// Where.
    pub names: Vec<NameId>,
}

/// How two spellings of a cluster stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Position of the one in [`Cluster::spellings`].
    pub a: usize,
    /// Position of the other.
    pub b: usize,
    /// How they stand to each other.
    pub relation: Relation,
    /// The probability that the two name one referent and stand so.
    pub confidence: Score,
    /// Why, as a reader would say it: what the letters show, and what the context shows.
    pub reason: String,
    /// Who writes both, as a reader would say it: "bbc writes Tiani once and Tchiani elsewhere: a slip".
    pub both: Option<String>,
}

/// Matches the referents of all documents. Below certainty nothing is merged. Near linear in the number of names: only those
/// that share a sound key are compared.
pub fn find(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    alignment: &Alignment,
    lexicon: &Lexicon,
) -> Vec<Cluster> {
    let groups = referents::gather(documents, mentions, lexicon);
    merge::merge(documents, mentions, alignment, lexicon, &groups)
}
