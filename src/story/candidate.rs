//! Candidates: articles that share several of their rarest terms within the window, found by an inverted index.

use crate::parallel;
use crate::story::profile::{Profile, SAME};
use crate::story::{Settings, Skipped};

/// Terms by which an article is looked up.
const KEYS: usize = 40;

/// Terms that two articles must share to be compared.
const SHARED: u32 = 2;

/// Below one in so many, articles are as unlike as those that share nothing: there are many such pairs, and no story hangs on them.
const FLOOR: u64 = 64;

/// What articles so many days apart keep of their likeness, in twentieths: the news of one day is mostly of one event, and what is told three days
/// later in the same words is mostly the next.
const DAYS: [u64; 4] = [24, 19, 14, 10];

/// Two articles by position, and how much they are alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) value: u32,
}

/// A term of an article, and where the articles before it in the window begin.
#[derive(Clone, Copy, Debug)]
struct Entry {
    term: u32,
    article: u32,
}

/// The pairs worth comparing and how much they are alike. The articles stand in the order of their days, those without one
/// first.
///
/// Cost: each article meets at most [`Settings::most`] others for each of its [`KEYS`] terms.
pub(super) fn pairs(profiles: &[Profile], days: &[Option<i32>], settings: &Settings) -> (Vec<Pair>, Skipped) {
    let index = Index::new(profiles, days);
    let met = parallel::map_with(
        profiles.len(),
        || (vec![0_u32; profiles.len()], Vec::new()),
        |(counts, touched), at| {
            let skipped = index.meet(at, days, settings, counts, touched);
            touched.sort_unstable();
            let mut found = Vec::new();
            for other in touched.drain(..) {
                let other: usize = other;
                let shared = std::mem::take(&mut counts[other]);
                if shared < SHARED {
                    continue;
                }
                let value = profiles[at].similarity(&profiles[other]) * apart(days[at], days[other]) / 20;
                if value >= SAME / FLOOR {
                    found.push(Pair { a: other as u32, b: at as u32, value: value as u32 });
                }
            }
            (found, skipped)
        },
    );
    let mut skipped = Skipped::default();
    let mut pairs = Vec::with_capacity(met.iter().map(|(found, _)| found.len()).sum());
    for (found, terms) in met {
        pairs.extend(found);
        skipped.terms += terms;
        skipped.articles += usize::from(terms > 0);
    }
    (pairs, skipped)
}

/// What is kept of a likeness.
fn apart(a: Option<i32>, b: Option<i32>) -> u64 {
    let (Some(a), Some(b)) = (a, b) else { return 20 };
    let last = DAYS.last().copied().unwrap_or_default();
    DAYS.get(a.abs_diff(b) as usize).copied().unwrap_or(last)
}

/// Articles by term.
struct Index {
    /// By term, then in the order of the articles.
    entries: Vec<Entry>,
    /// The positions of each article's terms in `entries`.
    places: Vec<u32>,
    /// Where the terms of each article begin in `places`.
    starts: Vec<u32>,
    /// How many articles have no day.
    undated: usize,
}

impl Index {
    fn new(profiles: &[Profile], days: &[Option<i32>]) -> Self {
        let heaviest = parallel::map(profiles, |profile| profile.heaviest(KEYS));
        let (mut entries, mut starts) = (Vec::with_capacity(heaviest.iter().map(Vec::len).sum()), vec![0]);
        for (article, terms) in heaviest.into_iter().enumerate() {
            entries.extend(terms.into_iter().map(|term| Entry { term, article: article as u32 }));
            starts.push(entries.len() as u32);
        }
        entries.sort_unstable_by_key(|entry| (entry.term, entry.article));
        let mut next = starts.clone();
        let mut places = vec![0; entries.len()];
        for (place, entry) in entries.iter().enumerate() {
            let free = &mut next[entry.article as usize];
            places[*free as usize] = place as u32;
            *free += 1;
        }
        Self { entries, places, starts, undated: days.iter().take_while(|day| day.is_none()).count() }
    }

    /// Counts the terms that each earlier article in the window shares with one, and says how many terms were too frequent.
    fn meet(
        &self,
        at: usize,
        days: &[Option<i32>],
        settings: &Settings,
        counts: &mut [u32],
        touched: &mut Vec<usize>,
    ) -> usize {
        let mut skipped = 0;
        // Articles from here on are in the window.
        let first = match days[at] {
            Some(day) => days.partition_point(|d| d.is_none_or(|d| d < day.saturating_sub(settings.days))),
            None => 0,
        };
        for &place in &self.places[self.starts[at] as usize..self.starts[at + 1] as usize] {
            let (place, term) = (place as usize, self.entries[place as usize].term);
            let before = &self.entries[..place];
            let run = &before[before.partition_point(|entry| entry.term < term)..];
            let undated = run.partition_point(|entry| (entry.article as usize) < self.undated);
            let dated = run.partition_point(|entry| (entry.article as usize) < first).max(undated);
            let (undated, dated) = (&run[..undated], &run[dated..]);
            if undated.len() + dated.len() > settings.most {
                skipped += 1;
                continue;
            }
            for entry in undated.iter().chain(dated) {
                let other = entry.article as usize;
                if counts[other] == 0 {
                    touched.push(other);
                }
                counts[other] += 1;
            }
        }
        skipped
    }
}
