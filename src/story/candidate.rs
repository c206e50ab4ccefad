//! Candidates: articles that share several of their rarest terms within the window, found by an inverted index.

use crate::parallel;
use crate::story::profile::{Profile, SAME, Weights};
use crate::story::{Settings, Skipped};

/// Terms by which an article is looked up.
pub(super) const KEYS: usize = 40;

/// Terms that two articles must share to be compared.
const SHARED: u32 = 2;

/// Pairs whose terms to look up by do not come to so much, in hundredths, are as unlike as those that share nothing: there are many of
/// them, and no story hangs on them.
const LEAST: u64 = 5;

/// What articles so many days apart keep of their likeness, in twentieths: the news of one day is mostly of one event, and what is
/// told three days later in the same words is mostly the next.
const DAYS: [u64; 4] = [24, 19, 14, 10];

/// Articles looked up before what was found is put away.
const ROUND: usize = 1 << 13;

/// Two articles by position, and how much they are alike, in parts of [`ALIKE`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) value: u32,
}

/// What two articles of the same words are alike. Few digits, so that sums over all pairs of two groups of a thousand fit.
pub(super) const ALIKE: u32 = 1 << 12;

/// The pairs worth comparing and how much they are alike. The articles stand in the order of their days, those without one
/// first.
///
/// Cost: each article meets at most [`Settings::most`] others for each of its [`KEYS`] terms.
pub(super) fn pairs(profiles: &[Profile], days: &[Option<i32>], settings: &Settings) -> (Vec<Pair>, Skipped) {
    let index = Index::new(profiles, days);
    let (mut pairs, mut skipped) = (Vec::new(), Skipped::default());
    for from in (0..profiles.len()).step_by(ROUND) {
        let found = parallel::map_with(
            ROUND.min(profiles.len() - from),
            || Scratch {
                met: vec![Met::default(); profiles.len()],
                touched: Vec::new(),
                weights: Weights::default(),
            },
            |scratch, at| {
                let at = from + at;
                let terms = index.meet(at, days, settings, scratch);
                (scratch.compare(at, profiles, days), terms)
            },
        );
        pairs.reserve(found.iter().map(|(found, _)| found.len()).sum());
        for (found, terms) in found {
            pairs.extend(found);
            skipped.terms += terms;
            skipped.articles += usize::from(terms > 0);
        }
    }
    (pairs, skipped)
}

/// What is kept of a likeness.
fn apart(a: Option<i32>, b: Option<i32>) -> u64 {
    let (Some(a), Some(b)) = (a, b) else { return 20 };
    let last = DAYS.last().copied().unwrap_or_default();
    DAYS.get(a.abs_diff(b) as usize).copied().unwrap_or(last)
}

/// How much two articles are alike, in parts of [`ALIKE`].
pub(super) fn likeness(a: &Profile, b: &Profile, of_a: Option<i32>, of_b: Option<i32>) -> u32 {
    kept(a.similarity(b), of_a, of_b)
}

fn kept(similarity: u64, of_a: Option<i32>, of_b: Option<i32>) -> u32 {
    (similarity * apart(of_a, of_b) / 20 / (SAME / u64::from(ALIKE))) as u32
}

/// What one article shares with another by the terms that it is looked up by.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Met {
    terms: u32,
    weight: u32,
}

impl Met {
    /// And one more term, with the product of its weights.
    pub(super) fn and(self, product: u32) -> Self {
        Self { terms: self.terms + 1, weight: self.weight + product }
    }

    /// True where it is enough to compare the two.
    pub(super) fn is_enough(self) -> bool {
        self.terms >= SHARED && u64::from(self.weight) * 100 >= SAME * LEAST
    }
}

/// The articles that one meets. Empty between two of them.
struct Scratch {
    met: Vec<Met>,
    touched: Vec<u32>,
    weights: Weights,
}

impl Scratch {
    /// Compares an article with those it met often enough.
    fn compare(&mut self, at: usize, profiles: &[Profile], days: &[Option<i32>]) -> Vec<Pair> {
        let mut near: Vec<u32> = Vec::new();
        for other in self.touched.drain(..) {
            if std::mem::take(&mut self.met[other as usize]).is_enough() {
                near.push(other);
            }
        }
        near.sort_unstable();
        self.weights.set(&profiles[at]);
        let pair = |other: u32| {
            let alike = self.weights.similarity(&profiles[other as usize]);
            Pair { a: other, b: at as u32, value: kept(alike, days[at], days[other as usize]) }
        };
        near.into_iter().map(pair).collect()
    }
}

/// Articles by term.
struct Index {
    /// Articles with their weights, by term, then in their own order.
    articles: Vec<u32>,
    weights: Vec<u16>,
    /// Where the articles with the same term begin.
    runs: Vec<u32>,
    /// Where the terms of each article stand among `articles`.
    places: Vec<u32>,
    /// Where those of each article begin in `places`.
    starts: Vec<u32>,
    /// How many articles have no day.
    undated: usize,
}

impl Index {
    fn new(profiles: &[Profile], days: &[Option<i32>]) -> Self {
        let (mut entries, mut starts): (Vec<(u32, u32, u16)>, Vec<u32>) = (Vec::new(), vec![0]);
        for (article, profile) in (0..).zip(profiles) {
            entries.extend(profile.heaviest(KEYS).map(|(term, weight)| (term, article, weight)));
            starts.push(entries.len() as u32);
        }
        entries.sort_unstable();
        let mut next = starts.clone();
        let count = entries.len();
        let (mut articles, mut weights) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let (mut runs, mut places) = (Vec::with_capacity(count), vec![0; count]);
        for run in entries.chunk_by(|a, b| a.0 == b.0) {
            let begin = articles.len() as u32;
            for &(_, article, weight) in run {
                let free = &mut next[article as usize];
                places[*free as usize] = articles.len() as u32;
                *free += 1;
                weights.push(weight);
                articles.push(article);
                runs.push(begin);
            }
        }
        let undated = days.iter().take_while(|day| day.is_none()).count();
        Self { articles, weights, runs, places, starts, undated }
    }

    /// Notes what each earlier article in the window shares with one, and says how many terms were too frequent.
    fn meet(&self, at: usize, days: &[Option<i32>], settings: &Settings, scratch: &mut Scratch) -> usize {
        let mut skipped = 0;
        // Articles from here on are in the window.
        let first = match days[at] {
            Some(day) => days.partition_point(|d| d.is_none_or(|d| d < day.saturating_sub(settings.days))),
            None => 0,
        };
        for &place in &self.places[self.starts[at] as usize..self.starts[at + 1] as usize] {
            let (begin, place) = (self.runs[place as usize] as usize, place as usize);
            let run = &self.articles[begin..place];
            let undated = run.partition_point(|&article| (article as usize) < self.undated);
            let dated = run.partition_point(|&article| (article as usize) < first).max(undated);
            if undated + run.len() - dated > settings.most {
                skipped += 1;
                continue;
            }
            let weight = u32::from(self.weights[place]);
            for near in (begin..begin + undated).chain(begin + dated..place) {
                let other = self.articles[near];
                let met = &mut scratch.met[other as usize];
                if met.terms == 0 {
                    scratch.touched.push(other);
                }
                *met = met.and(weight * u32::from(self.weights[near]));
            }
        }
        skipped
    }
}
