//! The steps of [`group`](super::group), for engines that distribute a feed over many machines. Each step is a pure function.
//! The Python package runs them on Spark (`testimonia.spark`) and connects them with joins.
//!
//! 1. Call [`Sketch::of`] on each article. Order the articles by day, undated ones first, then by id, and number them.
//! 2. Pass each term's articles, in that order, to [`Lookup::next`], which returns the earlier ones that each meets through
//!    the term.
//! 3. From what an article met through all its terms, [`candidates`] selects those worth comparing with [`Sketch::likeness`].
//! 4. Join groups in rounds of reciprocal nearest neighbours, then attach roundups and single articles, using [`Bounds`].

use std::collections::VecDeque;

use crate::id::{Fingerprint, StoryId};
use crate::lexicon::Lexicon;
use crate::source::Source;
use crate::story::candidate::{self, KEYS, Met};
use crate::story::profile::Profile;
use crate::story::word::Words;
use crate::story::{Settings, StoryConfig, attach, link};
use crate::text;

/// The day of an undated article, as stored in bytes.
const UNDATED: i32 = i32::MIN;

/// The data by which an article is compared: its terms and its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    day: Option<i32>,
    roundup: bool,
    profile: Profile,
}

impl Sketch {
    /// The sketch of an article.
    pub fn of(source: &Source, lexicon: &Lexicon) -> Self {
        Self::by(source, &mut Words::of_an_article(lexicon))
    }

    pub(super) fn by(source: &Source, words: &mut Words<'_>) -> Self {
        let document = text::divide(source, words.lexicon());
        Self {
            day: super::day(source),
            roundup: attach::is_roundup(&document, &words.roundups),
            profile: Profile::of(&document, words),
        }
    }

    /// The day of publication, counted from 1 January 1970.
    pub fn day(&self) -> Option<i32> {
        self.day
    }

    /// True for an article that reports many events, or a live report of one; it must not take part in joining groups.
    pub fn is_roundup(&self) -> bool {
        self.roundup
    }

    /// The terms by which the article is looked up, as hashes, with their weights.
    pub fn keys(&self) -> impl Iterator<Item = (u32, u16)> {
        self.profile.heaviest(KEYS)
    }

    /// The similarity of two articles, up to 4096 (somewhat more on the same day).
    pub fn likeness(&self, other: &Self) -> u32 {
        candidate::likeness(&self.profile, &other.profile, self.day, other.day)
    }

    /// The sketch as bytes, without the roundup flag, for [`Sketch::likeness`] on another machine.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.day.unwrap_or(UNDATED).to_le_bytes().to_vec();
        for (term, weight) in self.profile.terms() {
            bytes.extend(term.to_le_bytes());
            bytes.extend(weight.to_le_bytes());
        }
        bytes
    }

    /// Reads the bytes written by [`Sketch::to_bytes`]; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (day, terms) = bytes.split_first_chunk::<4>()?;
        let day = Some(i32::from_le_bytes(*day)).filter(|&day| day != UNDATED);
        let term = |bytes: &[u8]| {
            let (term, weight) = bytes.split_first_chunk::<4>()?;
            Some((u32::from_le_bytes(*term), u16::from_le_bytes(*weight.first_chunk::<2>()?)))
        };
        let terms: Vec<(u32, u16)> = terms.chunks(6).map(term).collect::<Option<_>>()?;
        Some(Self { day, roundup: false, profile: Profile::from_terms(&terms)? })
    }
}

/// Finds the earlier articles that each article meets, term by term. Holds at most twice [`StoryConfig::frequent`] articles.
#[derive(Debug)]
pub struct Lookup {
    days: i32,
    most: usize,
    term: Option<u32>,
    undated: Vec<(u64, u16)>,
    recent: VecDeque<(u64, i32, u16)>,
}

impl Lookup {
    /// A lookup with the given configuration.
    pub fn new(config: &StoryConfig) -> Self {
        let settings = Settings::of(config);
        Self {
            days: settings.days,
            most: settings.most,
            term: None,
            undated: Vec::new(),
            recent: VecDeque::new(),
        }
    }

    /// Adds the next article with a given term, by number. Returns the earlier ones it meets, each with the product of their
    /// weights, or `None` if there are too many. The articles of one term must be consecutive and in order.
    pub fn next(
        &mut self,
        term: u32,
        article: u64,
        day: Option<i32>,
        weight: u16,
    ) -> Option<Vec<(u64, u32)>> {
        if self.term != Some(term) {
            self.term = Some(term);
            self.undated.clear();
            self.recent.clear();
        }
        let first = day.map_or(i32::MIN, |day| day.saturating_sub(self.days));
        while self.recent.front().is_some_and(|near| near.1 < first) {
            self.recent.pop_front();
        }
        let product = |other: u16| u32::from(weight) * u32::from(other);
        let met = (self.undated.len() + self.recent.len() <= self.most).then(|| {
            let undated = self.undated.iter().map(|&(other, weight)| (other, product(weight)));
            undated.chain(self.recent.iter().map(|&(other, _, weight)| (other, product(weight)))).collect()
        });
        // One more than the limit is enough to know that there are too many.
        match day {
            Some(day) => {
                if self.recent.len() > self.most {
                    self.recent.pop_front();
                }
                self.recent.push_back((article, day, weight));
            }
            None if self.undated.len() <= self.most => self.undated.push((article, weight)),
            None => {}
        }
        met
    }
}

/// The articles worth comparing with one, in order, given those it met through each of its terms.
pub fn candidates(mut met: Vec<(u64, u32)>) -> Vec<u64> {
    met.sort_unstable();
    let found = met.chunk_by(|a, b| a.0 == b.0).filter_map(|run| {
        let all = run.iter().fold(Met::default(), |all, &(_, product)| all.and(product));
        run.first().filter(|_| all.is_enough()).map(|(other, _)| *other)
    });
    found.collect()
}

/// The configuration and constants of joining groups, as integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bounds {
    /// The least mean similarity at which two groups are joined, scaled by two to the power of [`Bounds::digits`].
    pub similarity: u64,
    /// The same, relative to the similarity within the two, in hundredths: `mean² · 10,000 ≥ cohesion² · within(a) ·
    /// within(b)`.
    pub cohesion: u64,
    /// `within(g)` is `(sum + expected) << digits`, divided by `size · (size - 1) / 2 + pairs`, where `sum` is over the pairs in g.
    pub expected: u64,
    /// See [`Bounds::expected`].
    pub pairs: u64,
    /// A mean is `sum << digits` divided by the number of pairs.
    pub digits: u32,
    /// The least mean similarity of the nearest [`Bounds::witnesses`] at which an article joins a story.
    pub attach: u64,
    /// See [`Bounds::attach`].
    pub witnesses: u64,
    /// Articles in a group of at most this size may still join larger ones individually.
    pub small: u64,
}

impl Bounds {
    /// The bounds of a configuration.
    pub fn of(config: &StoryConfig) -> Self {
        let settings = Settings::of(config);
        Self {
            similarity: settings.similarity << link::MORE,
            cohesion: settings.cohesion,
            expected: link::expected(),
            pairs: link::PAIRS,
            digits: link::MORE,
            attach: settings.attach,
            witnesses: attach::WITNESSES as u64,
            small: attach::SMALL as u64,
        }
    }
}

/// The id of a story, given the ids of its sources in order.
pub fn story_id<'a>(sources: impl IntoIterator<Item = &'a str>) -> StoryId {
    StoryId::from_fingerprint(sources.into_iter().fold(Fingerprint::new(), |all, id| all.field(id)))
}
