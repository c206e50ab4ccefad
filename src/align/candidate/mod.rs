//! Candidates: the pairs of sentences worth comparing, found through indexes from terms, and from words side by side, to
//! sentences. Cheap looks at many narrow them down to few that are compared in full.

mod estimate;
mod index;

use crate::align::profile::Profiles;
use crate::parallel;
pub(super) use estimate::overlap;
use estimate::{Overlap, estimate};
use index::{Runs, Terms};

/// What the sentences of a collection are of, which decides how alike candidates must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Sources that tell of one event: a link may rest on little.
    Event,
    /// Sources on anything.
    Collection,
}

/// Bounds that keep the work linear in a large collection.
struct Bounds {
    /// A term that more sentences hold brings no candidates.
    most: u32,
    /// How many postings of terms a sentence may go through, the rarest terms first; the rarest two it always does.
    budget: u32,
    /// Two words side by side that more sentences hold bring no candidates.
    most_runs: usize,
    /// The least evidence from the indexes: as a cosine, but beyond 1 where words side by side add to it.
    least: f32,
    /// How many sentences have their terms laid over those of a sentence, those with most evidence first.
    looked_at: usize,
    /// How many of these it keeps, the best first.
    keep: usize,
    /// How many pairs are compared in full, the best first.
    total: usize,
}

impl Bounds {
    /// None for a small collection, which has all pairs compared that share a content term.
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

/// So many sentences have some ten thousand pairs that share a term. On annotated bundles the bounds of a very large event,
/// were they used, would keep 97 of 100 links found without.
pub(super) const SMALL: usize = 400;

/// Where sources tell of anything, sentences less alike than this are taken to speak of two things: the least cosine of terms,
/// and the least share of the lighter sentence's weight.
const ALIKE: (f32, f32) = (0.25, 0.3);

/// Pairs of sentences of different sources, each with the lesser number first, in order. Same for every order of the sources
/// of equal texts, as all cuts go by score and then by number.
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

/// What the search for one sentence writes in; clean between two.
struct Scratch {
    /// For each sentence, the evidence so far.
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
    /// The length of each sentence's vector of terms, side by side, as all that are touched are asked for it.
    norms: Vec<f32>,
    /// For each sentence the first of its source, before which others stand.
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

    /// The candidates of a sentence among those before it, with how promising they are.
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

    /// What the indexes say of the sentences before this one's source.
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

    /// How promising a pair is by its terms and places; `None` where it is not worth comparing.
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
