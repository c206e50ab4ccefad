//! Mentions: the passages of a document that carry something comparable, each with its span and typed value.

pub mod clause;
pub mod date;
pub mod name;
pub mod quantity;
pub mod quote;
pub mod role;
mod tag;

use crate::lexicon::Lexicon;
use crate::parallel;
use crate::text::Document;

pub use clause::Clause;
pub use date::Date;
pub use name::{Name, NameKind, Referent};
pub use quantity::Quantity;
pub use quote::{Attribution, Deed, Quote};
pub use role::Role;

/// All mentions of a document; each list is in text order.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Mentions {
    /// Proper names.
    pub names: Vec<Name>,
    /// Which names refer to the same person, place or organisation within the document.
    pub referents: Vec<Referent>,
    /// What named persons and groups are said to be.
    pub roles: Vec<Role>,
    /// Numbers and what they count or measure.
    pub quantities: Vec<Quantity>,
    /// When things happen.
    pub dates: Vec<Date>,
    /// Quotations, with their speakers.
    pub quotes: Vec<Quote>,
    /// Reported statements without quotation marks.
    pub attributions: Vec<Attribution>,
    /// What somebody named is said to have ordered, or claimed to have done.
    pub deeds: Vec<Deed>,
    /// Clauses, with polarity and modality.
    pub clauses: Vec<Clause>,
}

/// Finds the mentions of every document of a bundle, in document order. What counts as a name is decided by evidence from all
/// of them (after Mikheev 1999, with the bundle as the document). Linear in the length of the texts.
pub fn extract(documents: &[Document<'_>], lexicon: &Lexicon) -> Vec<Mentions> {
    let evidence = name::Evidence::gather(documents, lexicon);
    let numbered: Vec<_> = documents.iter().enumerate().collect();
    parallel::map(&numbered, |&(at, document)| extract_one(document, at, &evidence, lexicon))
}

/// The text with every run of white space replaced by one space, trimmed.
fn one_spaced(text: &str) -> String {
    let mut before = b' ';
    let as_it_is = text.bytes().all(|byte| {
        let fits = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        fits
    });
    if as_it_is && before != b' ' {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn extract_one(
    document: &Document<'_>,
    position: usize,
    evidence: &name::Evidence,
    lexicon: &Lexicon,
) -> Mentions {
    let mut tags = tag::Tags::read(document);
    let mut dates = date::find(document, &tags, lexicon);
    let quantities = quantity::find(document, &tags, &dates, lexicon);
    let (names, referents) = name::find(document, position, evidence, lexicon);
    let roles = role::find(document, &names, lexicon);
    let (quotes, attributions, deeds) = quote::find(document, &mut tags, &names, lexicon);
    let clauses = clause::find(document, &tags, lexicon);
    date::mark_quoted(&mut dates, &quotes);
    Mentions { names, referents, roles, quantities, dates, quotes, attributions, deeds, clauses }
}
