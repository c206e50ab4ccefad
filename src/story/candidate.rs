//! Candidates: articles that share several of their rarest terms within the window, found by an inverted index.

use crate::parallel;
use crate::story::profile::{Least, Profile, SAME, Weights};
use crate::story::{Settings, Skipped};

/// Terms by which an article is looked up.
pub(super) const KEYS: usize = 40;

/// Pairs whose terms to look up by do not come to so much, in hundredths, are as unlike as those that share nothing: there are many of
/// them, and no story hangs on them.
const LEAST: u64 = 5;

/// What articles so many days apart keep of their likeness, in twentieths: the news of one day is mostly of one event, and what is
/// told three days later in the same words is mostly the next.
const DAYS: [u64; 4] = [24, 19, 14, 10];

/// Parts into which terms fall while the index is made.
const PARTS: u32 = 8;

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

/// The pairs worth comparing and how much they are alike, in stretches. The articles stand in the order of their days, those
/// without one first.
///
/// Cost: each article meets at most [`Settings::most`] others for each of its [`KEYS`] terms.
pub(super) fn pairs(
    profiles: &[Profile],
    days: &[Option<i32>],
    settings: &Settings,
) -> (Vec<Vec<Pair>>, Skipped) {
    let index = Index::new(profiles, days, settings);
    let round = |from: usize| {
        let found = parallel::map_with(
            ROUND.min(profiles.len() - from),
            || Scratch {
                met: vec![Met::default(); profiles.len()],
                touched: Vec::new(),
                near: Vec::new(),
                weights: Weights::default(),
            },
            |scratch, at| {
                index.meet(from + at, scratch);
                scratch.compare(from + at, profiles, days)
            },
        );
        found.concat()
    };
    ((0..profiles.len()).step_by(ROUND).map(round).collect(), index.skipped)
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

/// What one article shares with another by the terms that it is looked up by: the sum of the products of their weights, with a bit
/// each for having met at all and more than once. An article meets many, so this is one number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Met(u32);

impl Met {
    const ONCE: u32 = 1 << 30;
    const TWICE: u32 = 1 << 31;
    /// The least of those that share two terms or more, and enough by their weights.
    const ENOUGH: u32 = Self::TWICE + Self::ONCE + (SAME * LEAST).div_ceil(100) as u32;

    /// And one more term, with the product of its weights.
    pub(super) fn and(self, product: u32) -> Self {
        // A sum never comes near the bits: it is at most SAME.
        Self(self.0.saturating_add(product) | if self.is_none() { Self::ONCE } else { Self::TWICE })
    }

    fn is_none(self) -> bool {
        self.0 == 0
    }

    /// True where it is enough to compare the two.
    pub(super) fn is_enough(self) -> bool {
        self.0 >= Self::ENOUGH
    }
}

const _: () = assert!(SAME < Met::ONCE as u64 / 2);

/// The articles that one meets. Empty between two of them.
struct Scratch {
    met: Vec<Met>,
    touched: Vec<u32>,
    near: Vec<u32>,
    weights: Weights,
}

impl Scratch {
    /// Compares an article with those it met often enough.
    fn compare(&mut self, at: usize, profiles: &[Profile], days: &[Option<i32>]) -> Vec<Pair> {
        self.near.clear();
        for other in self.touched.drain(..) {
            if std::mem::take(&mut self.met[other as usize]).is_enough() {
                self.near.push(other);
            }
        }
        if self.near.is_empty() {
            return Vec::new();
        }
        self.near.sort_unstable();
        self.weights.set(&profiles[at]);
        let pair = |&other: &u32| {
            let alike = self.weights.similarity(&profiles[other as usize]);
            Pair { a: other, b: at as u32, value: kept(alike, days[at], days[other as usize]) }
        };
        self.near.iter().map(pair).collect()
    }
}

/// An article that has a term, in six bytes, since there are forty of them for each article.
#[derive(Clone, Copy)]
struct Posting {
    article: [u16; 2],
    weight: u16,
}

impl Posting {
    fn new(article: u32, weight: u16) -> Self {
        Self { article: [article as u16, (article >> 16) as u16], weight }
    }

    fn article(self) -> u32 {
        u32::from(self.article[0]) | u32::from(self.article[1]) << 16
    }
}

/// Postings that one article meets by one of its terms.
#[derive(Clone, Copy, Default)]
struct Span {
    start: u32,
    length: u16,
    /// What the term weighs in the article.
    weight: u16,
}

/// The articles of each term, and which of them each article meets.
struct Index {
    /// By term, then in the order of the articles. Terms of one article alone are left out.
    postings: Vec<Posting>,
    /// By article.
    spans: Vec<Span>,
    /// Where the spans of each article begin, and at last where all end.
    starts: Vec<u32>,
    skipped: Skipped,
}

impl Index {
    fn new(profiles: &[Profile], days: &[Option<i32>], settings: &Settings) -> Self {
        let (postings, runs) = postings(profiles);
        let undated = days.iter().take_while(|day| day.is_none()).count() as u32;
        let each = |told: &mut dyn FnMut(u32, Option<Span>)| {
            let mut begin = 0;
            for &end in &runs {
                let run = &postings[begin..end as usize];
                Window { run, begin: begin as u32, undated, days, settings }.spans(told);
                begin = end as usize;
            }
        };
        // How many spans each article has is counted first, so that none takes room it does not need.
        let (mut starts, mut has_skipped) = (vec![0_u32; profiles.len() + 1], vec![false; profiles.len()]);
        let mut skipped = Skipped::default();
        each(&mut |article, span| match span {
            Some(_) => starts[article as usize] += 1,
            None => {
                skipped.terms += 1;
                skipped.articles += usize::from(!std::mem::replace(&mut has_skipped[article as usize], true));
            }
        });
        let mut all = 0;
        for start in &mut starts {
            all += *start;
            *start = all;
        }
        // From the end of each article's to their beginning.
        let mut spans = vec![Span::default(); all as usize];
        each(&mut |article, span| {
            if let Some(span) = span {
                let free = &mut starts[article as usize];
                *free -= 1;
                spans[*free as usize] = span;
            }
        });
        Self { postings, spans, starts, skipped }
    }

    /// Notes what each earlier article in the window shares with one.
    fn meet(&self, at: usize, scratch: &mut Scratch) {
        for span in &self.spans[self.starts[at] as usize..self.starts[at + 1] as usize] {
            let start = span.start as usize;
            for posting in &self.postings[start..start + usize::from(span.length)] {
                let other = posting.article();
                let met = &mut scratch.met[other as usize];
                if met.is_none() {
                    scratch.touched.push(other);
                }
                *met = met.and(u32::from(span.weight) * u32::from(posting.weight));
            }
        }
    }
}

/// The articles of one term.
struct Window<'a> {
    run: &'a [Posting],
    /// Where it begins among all postings.
    begin: u32,
    /// How many articles have no day.
    undated: u32,
    days: &'a [Option<i32>],
    settings: &'a Settings,
}

impl Window<'_> {
    /// Tells which postings each article meets, and `None` of one that would meet too many.
    fn spans(&self, told: &mut dyn FnMut(u32, Option<Span>)) {
        let undated = self.run.partition_point(|posting| posting.article() < self.undated);
        let mut first = undated;
        for (at, posting) in self.run.iter().enumerate() {
            let article = posting.article();
            let [early, late] = match self.days[article as usize] {
                None => [0..at, 0..0],
                Some(day) => {
                    let since = Some(day.saturating_sub(self.settings.days));
                    while first < at && self.days[self.run[first].article() as usize] < since {
                        first += 1;
                    }
                    [0..undated, first..at]
                }
            };
            if early.len() + late.len() > self.settings.most {
                told(article, None);
                continue;
            }
            for met in [early, late] {
                for start in met.clone().step_by(usize::from(u16::MAX)) {
                    let length = (met.end - start).min(usize::from(u16::MAX)) as u16;
                    let start = self.begin + start as u32;
                    told(article, Some(Span { start, length, weight: posting.weight }));
                }
            }
        }
    }
}

/// The terms by which each article is looked up, by term and then in the order of the articles, and where each term's end. Terms
/// that only one article has are left out.
fn postings(profiles: &[Profile]) -> (Vec<Posting>, Vec<u32>) {
    let mut room = Vec::new();
    let least: Vec<Least> = profiles.iter().map(|profile| profile.least(KEYS, &mut room)).collect();
    let mut next = vec![0_u8; profiles.len()];
    let (mut postings, mut runs) = (Vec::new(), Vec::new());
    let mut entries: Vec<(u64, u16)> = Vec::new();
    // Terms by their first bits, so that only a part of all is ever held twice.
    for part in 1..=PARTS {
        entries.clear();
        for (article, (profile, next)) in profiles.iter().zip(&mut next).enumerate() {
            for (term, weight) in profile.terms().skip(usize::from(*next)) {
                if term >> (u32::BITS - PARTS.trailing_zeros()) >= part {
                    break;
                }
                *next += 1;
                if least[article].is_at_most(term, weight) {
                    entries.push((u64::from(term) << 32 | article as u64, weight));
                }
            }
        }
        entries.sort_unstable_by_key(|entry| entry.0);
        for run in entries.chunk_by(|a, b| a.0 >> 32 == b.0 >> 32).filter(|run| run.len() > 1) {
            postings.extend(run.iter().map(|&(entry, weight)| Posting::new(entry as u32, weight)));
            runs.push(postings.len() as u32);
        }
    }
    (postings, runs)
}
