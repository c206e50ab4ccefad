//! Entities: the names, over all sources, of one person, place or organisation.
//!
//! Referents with the same spelling are merged first. The others are compared by their letters and their context if they
//! share a sound key, and merged in order of decreasing confidence; a referent joins a cluster only if no member contradicts
//! it.

mod context;
mod longer;
mod merge;
mod referents;
mod usage;

use crate::align::Alignment;
use crate::compare::Relation;
use crate::lexicon::Lexicon;
use crate::mention::{Mentions, NameKind};
use crate::score::Score;
use crate::text::Document;
pub(crate) use usage::is_another_name;

/// A name in a bundle: the index of its document, and the index of the name within the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId {
    /// The index of the document.
    pub source: u32,
    /// The index in its [`Mentions::names`].
    pub name: u32,
}

/// All names of one person, place or organisation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cluster {
    /// Its kind.
    pub kind: NameKind,
    /// All its names, in document order.
    pub names: Vec<NameId>,
    /// Its spellings in full ("Abdourahamane Tiani", not a later "Tiani" in the same document), the one in most documents
    /// first.
    pub spellings: Vec<Spelling>,
    /// How pairs of spellings relate, if they are not identical.
    pub comparisons: Vec<Comparison>,
}

/// One spelling of a name, and where it occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Spelling {
    /// The name as first written, with white space normalised.
    pub text: String,
    /// Where it occurs.
    pub names: Vec<NameId>,
}

/// How two spellings in a cluster relate.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The index of one spelling in [`Cluster::spellings`].
    pub a: usize,
    /// The index of the other.
    pub b: usize,
    /// How they relate.
    pub relation: Relation,
    /// The probability that both name one referent and relate in this way.
    pub confidence: Score,
    /// The reason, worded for readers: what the letters show, and what the context shows.
    pub reason: String,
    /// Who writes both, worded for readers: "bbc writes Tiani once and Tchiani elsewhere: a slip".
    pub both: Option<String>,
}

/// Matches the referents of all documents. Doubtful pairs are not merged. Nearly linear in the number of names, since only
/// names that share a sound key are compared.
pub fn find(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    alignment: &Alignment,
    lexicon: &Lexicon,
) -> Vec<Cluster> {
    let groups = referents::gather(documents, mentions, lexicon);
    merge::merge(documents, mentions, alignment, lexicon, &groups)
}
