//! A document as provenance reads it: its own words, its credits, its quotations.

use rustc_hash::FxHashSet;

use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::provenance::credit::{self, Credit, Outlet};
use crate::provenance::quotation::Quotations;
use crate::provenance::wording::Wording;
use crate::text::Document;

/// A document with what is compared of it.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) wording: Wording,
    pub(super) outlet: Outlet,
    pub(super) credits: Vec<Credit>,
    pub(super) quotations: Quotations,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        mentions: &Mentions,
        spoken: &FxHashSet<u64>,
        lexicon: &Lexicon,
    ) -> Self {
        let outlet = Outlet::of(document, lexicon);
        let credits = credit::credits(document, mentions, &outlet, lexicon);
        Self {
            document,
            wording: Wording::of(document, mentions, spoken),
            outlet,
            credits,
            quotations: Quotations::of(document, mentions),
        }
    }
}
