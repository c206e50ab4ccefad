//! Candidates: the pairs of sentences worth comparing, found by indexing terms and adjacent words. Cheap checks narrow many
//! pairs down to few that are compared in full.

mod estimate;
mod index;

use crate::align::profile::Profiles;
use crate::parallel;
pub(super) use estimate::overlap;
use estimate::{Overlap, estimate};
use index::{Runs, Terms};

/// What the sentences of a collection are about, which decides how similar candidates must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Sources on one event: a link may be based on little.
    Event,
    /// Sources on any events.
    Collection,
}

/// Limits that keep the work linear in a large collection.
struct Bounds {
    /// A term that more sentences contain yields no candidates.
    most: u32,
    /// How many postings of terms a sentence may use, rarest terms first; the two rarest are always used.
    budget: u32,
    /// A pair of adjacent words that more sentences contain yields no candidates.
    most_runs: usize,
    /// The least evidence from the indexes: like a cosine, but it can exceed 1, since adjacent words add to it.
    least: f32,
    /// For each sentence, how many others are compared by their terms, most evidence first.
    looked_at: usize,
    /// How many of these are kept, best first.
    keep: usize,
    /// How many pairs are compared in full, best first.
    total: usize,
}

impl Bounds {
    /// `None` for a small collection, in which all pairs that share a content term are compared.
    fn of(sentences: usize, reach: Reach) -> Option<Self> {
        match reach {
            Reach::Event if sentences <= SMALL => None,
            Reach::Event => Some(Self {
                most: 4000,
                budget: 1500,
                most_runs: 0,
                least: 0.0,
                looked_at: 32,
                keep: 16,
                total: 5 * sentences.max(1000),
            }),
            Reach::Collection => Some(Self {
                most: 4000,
                budget: 100,
                most_runs: 50,
                least: 0.25,
                looked_at: 24,
                keep: 24,
                total: usize::MAX,
            }),
        }
    }
}

/// This many sentences have some ten thousand pairs that share a term. On annotated bundles, the limits for a very large
/// event would keep 97 of 100 links found without limits.
pub(super) const SMALL: usize = 400;

/// In sources on any events, the least similarity of sentences that may be about the same thing: the cosine of their terms,
/// and the shared fraction of the smaller sentence's weight.
const ALIKE: (f32, f32) = (0.25, 0.3);

/// Pairs of sentences from different sources, each with the smaller number first, sorted. Independent of the order of sources
/// with equal texts, since all cuts are by score and then by number.
pub(super) fn candidates(all: &Profiles, reach: Reach) -> Vec<(u32, u32)> {
    let bounds = Bounds::of(all.sentences.len(), reach);
    let total = bounds.as_ref().map_or(usize::MAX, |b| b.total);
    let search = Search::new(all, reach, bounds);
    let found = parallel::map_with(
        all.sentences.len(),
        || Scratch::new(all),
        |scratch, at| search.before(at, scratch),
    );
    let mut scored: Vec<(f32, u32, u32)> = Vec::new();
    for (at, others) in (0..).zip(found) {
        scored.extend(others.into_iter().map(|(other, score)| (score, other, at)));
    }
    if scored.len() > total {
        scored.select_nth_unstable_by(total, |a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        scored.truncate(total);
    }
    let mut pairs: Vec<(u32, u32)> = scored.into_iter().map(|(_, a, b)| (a, b)).collect();
    pairs.sort_unstable();
    pairs
}

/// The buffers of the search for one sentence, cleared after each use.
struct Scratch {
    /// The evidence so far for each sentence.
    sums: Vec<f32>,
    touched: Vec<u32>,
    terms: Vec<(u32, f32)>,
    kept: Vec<(u32, f32)>,
}

impl Scratch {
    fn new(all: &Profiles) -> Self {
        Self {
            sums: vec![0.0; all.sentences.len()],
            touched: Vec::new(),
            terms: Vec::new(),
            kept: Vec::new(),
        }
    }

    fn add(&mut self, other: u32, evidence: f32) {
        let sum = &mut self.sums[other as usize];
        if *sum == 0.0 {
            self.touched.push(other);
        }
        *sum += evidence;
    }
}

struct Search<'a> {
    all: &'a Profiles,
    reach: Reach,
    bounds: Option<Bounds>,
    terms: Terms,
    runs: Option<Runs>,
    /// The length of each sentence's term vector, stored contiguously, since it is needed for all sentences met.
    norms: Vec<f32>,
    /// For each sentence, the first sentence of its source.
    starts: Vec<u32>,
}

impl<'a> Search<'a> {
    fn new(all: &'a Profiles, reach: Reach, bounds: Option<Bounds>) -> Self {
        let terms = Terms::new(all, bounds.as_ref().map_or(u32::MAX, |b| b.most));
        let runs = bounds.as_ref().filter(|b| b.most_runs > 1).map(|b| Runs::new(all, b.most_runs));
        let norms = all.sentences.iter().map(|s| s.norm).collect();
        let mut starts: Vec<u32> = Vec::with_capacity(all.sentences.len());
        for (at, sentence) in (0..).zip(&all.sentences) {
            let before =
                starts.last().filter(|&&start| all.sentences[start as usize].source == sentence.source);
            starts.push(before.copied().unwrap_or(at));
        }
        Self { all, reach, bounds, terms, runs, norms, starts }
    }

    /// The candidates for a sentence among those before it, with their scores.
    fn before(&self, at: usize, scratch: &mut Scratch) -> Vec<(u32, f32)> {
        scratch.touched.clear();
        self.gather(at, scratch);
        // A caller may give the passages of a source apart.
        let source = self.all.sentences[at].source;
        let apart = |other: u32| self.all.sentences[other as usize].source != source;
        let Scratch { sums, touched, kept, .. } = scratch;
        let Some(bounds) = &self.bounds else {
            touched.iter().for_each(|&other| sums[other as usize] = 0.0);
            let found = touched.iter().filter(|&&other| apart(other));
            return found.map(|&other| (other, 0.0)).collect();
        };
        let own = self.norms[at];
        kept.clear();
        for &other in &*touched {
            let sum = std::mem::take(&mut sums[other as usize]);
            let evidence = sum / (own * self.norms[other as usize]).max(1e-6);
            if evidence >= bounds.least && apart(other) {
                kept.push((other, evidence));
            }
        }
        best(kept, bounds.looked_at);
        kept.retain_mut(|(other, score)| {
            let found = self.look(at, *other as usize);
            *score = found.unwrap_or_default();
            found.is_some()
        });
        best(kept, bounds.keep);
        kept.clone()
    }

    /// Collects the evidence of the indexes for the sentences of earlier sources.
    fn gather(&self, at: usize, scratch: &mut Scratch) {
        let (all, start) = (self.all, self.starts[at]);
        let mut terms = std::mem::take(&mut scratch.terms);
        terms.clear();
        terms.extend(all.terms(at).iter().map(|c| (c.term, c.weight * all.idf[c.term as usize])));
        if let Some(bounds) = &self.bounds {
            terms.retain(|&(term, _)| all.frequency[term as usize] <= bounds.most);
            terms.sort_unstable_by_key(|&(term, _)| (all.frequency[term as usize], term));
            let mut spent = 0_u32;
            let affordable = terms.iter().take_while(|&&(term, _)| {
                spent = spent.saturating_add(all.frequency[term as usize]);
                spent <= bounds.budget
            });
            let affordable = affordable.count();
            terms.truncate(affordable.max(2));
        }
        for &(term, weight) in &terms {
            for &(other, other_weight) in self.terms.postings(term) {
                // Postings are in order.
                if other >= start {
                    break;
                }
                scratch.add(other, weight * other_weight);
            }
        }
        scratch.terms = terms;
        for (others, weight) in self.runs.iter().flat_map(|runs| runs.of(at)) {
            for &other in others.iter().take_while(|&&other| other < start) {
                scratch.add(other, weight);
            }
        }
    }

    /// The score of a pair by its terms and positions; `None` if it is not worth comparing.
    fn look(&self, a: usize, b: usize) -> Option<f32> {
        let overlap = overlap(self.all, a, b);
        match self.reach {
            Reach::Collection => {
                let Overlap { cosine, containment, .. } = overlap;
                (cosine >= ALIKE.0 && containment >= ALIKE.1).then_some(cosine)
            }
            Reach::Event => {
                let log_odds = estimate(&overlap, &self.all.sentences[a], &self.all.sentences[b]);
                (log_odds >= estimate::LEAST).then_some(log_odds)
            }
        }
    }
}

/// Keeps the best, by score and then by number.
fn best(scored: &mut Vec<(u32, f32)>, keep: usize) {
    if scored.len() > keep {
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        scored.select_nth_unstable_by(keep, order);
        scored.truncate(keep);
    }
}
