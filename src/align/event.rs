//! Events: which sources of a large call tell of one event.
//!
//! A bundle is of one event because the caller says so. Many sources in one call may be of many, and then what differs between
//! two of them is no discrepancy (event identity comes before mismatch; de Marneffe, Rafferty and Manning 2008).

use rustc_hash::FxHashMap;

use crate::align::Alignment;
use crate::text::Document;

/// Up to so many sources are taken to be of one event.
const BUNDLE: usize = 24;
/// The least sum of the probabilities of the links of two sources of one event. Of 50 events in one call, 84 of 100 linked
/// pairs of one event reach it, and one of ten of two.
const MASS: f64 = 2.5;
/// Enough for sources of few sentences: this share of the sentences of the shorter one.
const SHARE: f64 = 0.5;

/// Which sources tell of one event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Events {
    /// The links between each two sources, as the sum of their probabilities; `None` where all are of one event.
    mass: Option<FxHashMap<(u32, u32), f64>>,
    /// The number of sentences of each source.
    sentences: Vec<usize>,
}

impl Events {
    /// The events of documents, by their links: all one where they are few. Linear in the number of links.
    pub fn of(alignment: &Alignment, documents: &[Document<'_>]) -> Self {
        if documents.len() <= BUNDLE {
            return Self::default();
        }
        let mut mass: FxHashMap<(u32, u32), f64> = FxHashMap::default();
        for link in &alignment.links {
            let (a, b) = (link.a.source, link.b.source);
            *mass.entry((a.min(b), a.max(b))).or_default() += link.score.value();
        }
        Self { mass: Some(mass), sentences: documents.iter().map(|d| d.sentences().len()).collect() }
    }

    /// True where two sources, by position, tell of one event as far as can be seen.
    pub fn are_one(&self, a: u32, b: u32) -> bool {
        let Some(mass) = &self.mass else { return true };
        let sentences = |source: u32| self.sentences.get(source as usize).map_or(0.0, |&n| n as f64);
        let least = MASS.min(SHARE * sentences(a).min(sentences(b)));
        a == b || mass.get(&(a.min(b), a.max(b))).is_some_and(|mass| *mass >= least)
    }
}
