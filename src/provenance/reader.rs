//! A document as provenance reads it: its wording, credits and quotations.

use itertools::Itertools;
use rustc_hash::FxHashSet;

use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::provenance::credit::{self, Credit, Outlet};
use crate::provenance::quotation::Quotations;
use crate::provenance::wording::Wording;
use crate::text::Document;

/// A document with the parts that are compared.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) wording: Wording,
    pub(super) outlet: Outlet,
    pub(super) credits: Vec<Credit>,
    /// For each known outlet, the first credit and the first signature: few, however long the text.
    pub(super) outlets: Vec<usize>,
    pub(super) quotations: Quotations,
}

impl<'a> Reader<'a> {
    /// The credits in [`Self::outlets`], with their indices.
    pub(super) fn outlets(&self) -> impl Iterator<Item = (usize, &Credit)> {
        self.outlets.iter().filter_map(|&n| Some((n, self.credits.get(n)?)))
    }

    pub(super) fn new(
        document: &'a Document<'a>,
        mentions: &Mentions,
        spoken: &FxHashSet<u64>,
        lexicon: &Lexicon,
    ) -> Self {
        let outlet = Outlet::of(document, lexicon);
        let credits = credit::credits(document, mentions, &outlet, lexicon);
        let known = credits.iter().enumerate().filter(|(_, credit)| credit.is_news);
        let outlets =
            known.unique_by(|(_, credit)| (credit.who(), credit.is_signature)).map(|(n, _)| n).collect();
        Self {
            document,
            wording: Wording::of(document, mentions, spoken),
            outlet,
            credits,
            outlets,
            quotations: Quotations::of(document, mentions),
        }
    }
}
