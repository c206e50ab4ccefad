//! Names: which capitalised words are proper names, and which of them are one referent within a document.
//!
//! Three steps. Evidence is gathered from all documents of a bundle; runs of words that are names are cut into single names
//! with their titles; names of one referent are tied together. No model: evidence, closed classes of words, and the lexicon.

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
    /// Its sentence, as a position in [`Document::sentences`].
    pub sentence: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
    /// The title or role words right before it ("General", "President", "Mr"), where there are any.
    pub title: Option<Span>,
    /// The lexicon's name for it ("United States" for "US"), where the lexicon knows it.
    pub canonical: Option<Arc<str>>,
    /// True where it stands as an adjective or for the people ("Nigerien", "American").
    pub demonym: bool,
    /// Its referent, as a position in [`Mentions::referents`](crate::mention::Mentions::referents).
    pub referent: usize,
}

/// The names of one document that are one person, place or organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referent {
    /// What it is.
    pub kind: NameKind,
    /// Its names, as positions in [`Mentions::names`](crate::mention::Mentions::names), in the order of the text.
    pub names: Vec<usize>,
    /// The name among them that says most.
    pub fullest: usize,
}

/// The names of a document, by its position in the bundle the evidence is from, and their referents. Boilerplate has none: it asserts nothing. Linear.
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
