//! Events: which sources of a large call report the same event.
//!
//! A bundle is about one event because the caller says so. Many sources in one call may be about many events, and then a
//! difference between two of them is not a discrepancy (event identity comes before mismatch; de Marneffe, Rafferty and
//! Manning 2008).

use rustc_hash::FxHashMap;

use crate::align::Alignment;
use crate::text::Document;

/// Up to this many sources are assumed to be about one event.
const BUNDLE: usize = 24;
/// The least sum of link probabilities between two sources on one event. With 50 events in one call, 84 of 100 linked pairs
/// from one event reach it, and one in ten from two.
const MASS: f64 = 2.5;
/// An alternative for sources with few sentences: this fraction of the shorter one's sentences.
const SHARE: f64 = 0.5;

/// Which sources report the same event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Events {
    /// The sum of the link probabilities for each pair of sources; `None` if all are about one event.
    mass: Option<FxHashMap<(u32, u32), f64>>,
    /// The number of sentences in each source.
    sentences: Vec<usize>,
}

impl Events {
    /// The events of documents, judged by their links; if there are few documents, all are about one. Linear in the number of
    /// links.
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

    /// True if two sources, given by position, appear to report the same event.
    pub fn are_one(&self, a: u32, b: u32) -> bool {
        let Some(mass) = &self.mass else { return true };
        let sentences = |source: u32| self.sentences.get(source as usize).map_or(0.0, |&n| n as f64);
        let least = MASS.min(SHARE * sentences(a).min(sentences(b)));
        a == b || mass.get(&(a.min(b), a.max(b))).is_some_and(|mass| *mass >= least)
    }
}
