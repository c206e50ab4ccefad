//! The steps of [`group`](super::group), for engines that keep a feed on many machines. Each is a pure function of what it is
//! given; the package for Python runs them on Spark (`testimonia.spark`), with what stands between them as joins.
//!
//! 1. [`Sketch::of`] each article. Order the articles by day, those without one first, then by id, and number them.
//! 2. Hand each term's articles, in that order, to [`Lookup::next`]: it tells which earlier ones each meets by the term.
//! 3. Of what an article met by all its terms, [`candidates`] are worth comparing: [`Sketch::likeness`].
//! 4. Join groups by rounds of reciprocal nearest neighbours, attach roundups and articles left alone, by [`Bounds`].

use std::collections::VecDeque;

use crate::id::{Fingerprint, StoryId};
use crate::lexicon::Lexicon;
use crate::source::Source;
use crate::story::candidate::{self, KEYS, Met};
use crate::story::frequency::Frequencies;
use crate::story::profile::Profile;
use crate::story::{Settings, StoryConfig, attach, link};
use crate::text;

/// The day of an article that has none, in bytes.
const UNDATED: i32 = i32::MIN;

/// What an article is compared by: its terms and its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    day: Option<i32>,
    roundup: bool,
    profile: Profile,
}

impl Sketch {
    /// Of an article.
    pub fn of(source: &Source, lexicon: &Lexicon) -> Self {
        let document = text::parse(source, lexicon);
        Self {
            day: super::day(source),
            roundup: attach::is_roundup(&document, lexicon),
            profile: Profile::of(&document, lexicon, Frequencies::english()),
        }
    }

    /// The day of publication, counted from 1 January 1970.
    pub fn day(&self) -> Option<i32> {
        self.day
    }

    /// True of an article that tells of many events, or of one while it happens: it must not take part in joining groups.
    pub fn is_roundup(&self) -> bool {
        self.roundup
    }

    /// The terms that the article is looked up by, as hashes, with their weights.
    pub fn keys(&self) -> impl Iterator<Item = (u32, u16)> {
        self.profile.heaviest(KEYS)
    }

    /// How much two articles are alike, up to 4096 (of the same day, somewhat more).
    pub fn likeness(&self, other: &Self) -> u32 {
        candidate::likeness(&self.profile, &other.profile, self.day, other.day)
    }

    /// As bytes, without whether it is a roundup: for [`Sketch::likeness`] elsewhere.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.day.unwrap_or(UNDATED).to_le_bytes().to_vec();
        for (term, weight) in self.profile.terms() {
            bytes.extend(term.to_le_bytes());
            bytes.extend(weight.to_le_bytes());
        }
        bytes
    }

    /// From what [`Sketch::to_bytes`] gave; `None` from anything else.
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

/// Which earlier articles each article meets, term by term. It holds at most [`StoryConfig::frequent`] articles, twice.
#[derive(Debug)]
pub struct Lookup {
    days: i32,
    most: usize,
    term: Option<u32>,
    undated: Vec<(u64, u16)>,
    recent: VecDeque<(u64, i32, u16)>,
}

impl Lookup {
    /// For a configuration.
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

    /// The next article with a term among its keys, by its number: the earlier ones it meets, each with the product of their weights, or
    /// `None` where there are too many. The articles of one term come one after the other, in order.
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
        // One more than may be met is enough to know that there are too many.
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

/// The articles worth comparing with one, in order, of those that it met by each of its terms.
pub fn candidates(mut met: Vec<(u64, u32)>) -> Vec<u64> {
    met.sort_unstable();
    let found = met.chunk_by(|a, b| a.0 == b.0).filter_map(|run| {
        let all = run.iter().fold(Met::default(), |all, &(_, product)| all.and(product));
        run.first().filter(|_| all.is_enough()).map(|(other, _)| *other)
    });
    found.collect()
}

/// The configuration and the constants of joining groups, in whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bounds {
    /// The least mean likeness of two groups that are joined, with [`Bounds::digits`] binary digits more.
    pub similarity: u64,
    /// The same as a part of the likeness within the two, in hundredths: `mean² · 10,000 ≥ cohesion² · within(a) · within(b)`.
    pub cohesion: u64,
    /// `within(g)` is `(sum + expected) << digits`, divided by `size · (size - 1) / 2 + pairs`, where `sum` is over the pairs in g.
    pub expected: u64,
    /// See [`Bounds::expected`].
    pub pairs: u64,
    /// A mean is `sum << digits` divided by the number of pairs.
    pub digits: u32,
    /// The least mean of the nearest [`Bounds::witnesses`] at which an article goes to a story.
    pub attach: u64,
    /// See [`Bounds::attach`].
    pub witnesses: u64,
    /// A group of so many articles may still go to larger ones, article by article.
    pub small: u64,
}

impl Bounds {
    /// Of a configuration.
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

/// The id of a story, of the ids of its sources in order.
pub fn story_id<'a>(sources: impl IntoIterator<Item = &'a str>) -> StoryId {
    StoryId::from_fingerprint(sources.into_iter().fold(Fingerprint::new(), |all, id| all.field(id)))
}
