//! Names: which capitalised words are proper names, and which of them have the same referent within a document.
//!
//! There are three steps: evidence is collected from all documents of a bundle; runs of name words are cut into names with
//! their titles; names with the same referent are grouped. No model is used, only evidence, closed word classes and the
//! lexicon.

mod cut;
mod evidence;
mod kind;
mod possessor;
mod referent;
mod run;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::{Document, SentenceKind};

pub(crate) use evidence::Evidence;

/// What a name names, as far as the text says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NameKind {
    /// A person.
    Person,
    /// A country, city, region, building.
    Place,
    /// A company, party, army, court, news agency.
    Organisation,
    /// Anything else, or unknown.
    #[default]
    Other,
}

/// A proper name in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The whole name, without title, article and possessive ending.
    pub span: Span,
    /// The index of its sentence in [`Document::sentences`].
    pub sentence: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
    /// The title or role directly before it ("General", "President", "Mr"), if any.
    pub title: Option<Span>,
    /// The lexicon's name for it ("United States" for "US"), if any.
    pub canonical: Option<Arc<str>>,
    /// True if it is used as an adjective or for a people ("Nigerien", "American").
    pub demonym: bool,
    /// The index of its referent in [`Mentions::referents`](crate::mention::Mentions::referents).
    pub referent: usize,
}

/// The names in one document that refer to the same person, place or organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referent {
    /// Its kind.
    pub kind: NameKind,
    /// Its names, as indices into [`Mentions::names`](crate::mention::Mentions::names), in text order.
    pub names: Vec<usize>,
    /// The most complete of its names.
    pub fullest: usize,
}

/// The names in a document, given by its position in the bundle, and their referents. Boilerplate has no names, since it
/// asserts nothing. Linear.
pub(crate) fn find(
    document: &Document<'_>,
    position: usize,
    evidence: &Evidence,
    lexicon: &Lexicon,
) -> (Vec<Name>, Vec<Referent>) {
    let Some(record) = evidence.reading(position) else { return (Vec::new(), Vec::new()) };
    let reader = run::Reader { document, evidence, lexicon, record };
    let (mut names, mut parts) = (Vec::new(), Vec::new());
    for (position, sentence) in document.sentences().iter().enumerate() {
        if sentence.kind == SentenceKind::Boilerplate {
            continue;
        }
        reader.parts(sentence, record.doubts(sentence.tokens.clone()), &mut parts);
        names.extend(parts.drain(..).filter_map(|part| kind::name(&reader, part, position)));
    }
    let referents = referent::tie(document, lexicon, &mut names);
    (names, referents)
}
