//! Setting: which words of two linked sentences correspond, and thus whether two numbers or dates in them are about the same
//! thing.
//!
//! Words are paired by the entity of a name, by a word's meaning in the lexicon, or else by its stem (the lexical step of the
//! aligner of Sultan, Bethard and Sumner 2014; its contexts are the windows here). That both sentences contain a number is
//! not evidence by itself.

use std::ops::Range;

use itertools::Itertools;

use crate::compare::vocabulary::{Stretch, number};
use crate::compare::{self, Verdict};
use crate::entity::NameId;
use crate::lexicon::{Lexicon, TableId};
use crate::math::exp;
use crate::mention::date::Granularity;
use crate::mention::{Date, NameKind};
use crate::point::linked::Entities;
use crate::point::{Bundle, End};
use crate::text::TokenKind;

/// The number of content words on either side of a mention that form its setting.
const REACH: usize = 6;

/// What the words around two mentions add to the log-odds that they are about the same thing. Set by hand.
mod weigh {
    /// By the number of matching words: none is evidence against it, two are hardly evidence for it.
    pub(super) const SHARED: [f64; 5] = [-1.2, -0.4, 0.1, 0.5, 0.8];
    /// One or two that are nearly all the words there are.
    pub(super) const WHOLE: f64 = 0.4;
    /// Each side on which the nearest words are the same.
    pub(super) const SLOT: f64 = 0.5;
    /// Subtracted if the sentences are about two places or days.
    pub(super) const APART: f64 = 1.5;
}

/// Probabilities closer to 0 or 1 than this are shifted as if they were this close.
const CERTAIN: f64 = 0.02;

/// What a word is paired by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// The index of a name's cluster.
    Entity(usize),
    /// A word's meaning or stem, as a number.
    Word(u64),
}

/// The content words of a sentence, in order: the token at which each begins, and what it is paired by.
pub(crate) struct Words {
    words: Vec<(usize, Key)>,
    /// What they are paired by, sorted.
    keys: Vec<Key>,
    /// The clusters of places where something happened: names after "in", "near" and the like.
    places: Vec<usize>,
    /// The clusters of the persons named, sorted.
    persons: Vec<usize>,
    /// The clusters of all other names after such a preposition, with or without an article: "in the Tillia region".
    located: Vec<usize>,
}

impl Words {
    /// Linear in the length of the sentence.
    pub(crate) fn of(
        end: &End<'_>,
        stretch: &Stretch<'_, '_>,
        bundle: &Bundle<'_>,
        entities: &Entities,
    ) -> Self {
        let (mut words, mut places, mut persons) = (Vec::new(), Vec::new(), Vec::new());
        let mut located = Vec::new();
        let mut names = end.all_within(&end.mentions.names, |n| n.sentence).peekable();
        let mut at = end.sentence.tokens.start;
        while at < end.sentence.tokens.end {
            while names.next_if(|(_, name)| name.tokens.end <= at).is_some() {}
            if let Some((index, name)) = names.peek().filter(|(_, name)| name.tokens.start <= at) {
                if let Some(cluster) = entities.of_name(NameId { source: end.source, name: *index }) {
                    let kind = bundle.clusters.get(cluster).map(|c| c.kind);
                    let article = end.document.folded(at.saturating_sub(1)) == "the";
                    if kind != Some(NameKind::Person) && is_located(end, at - usize::from(article && at > 0))
                    {
                        located.push(cluster);
                    }
                    match kind {
                        Some(NameKind::Place) if is_located(end, at) => places.push(cluster),
                        Some(NameKind::Person) => persons.push(cluster),
                        _ => {}
                    }
                    words.push((at, Key::Entity(cluster)));
                    at = name.tokens.end.max(at + 1);
                    continue;
                }
            }
            words.extend(word(stretch, at, bundle.lexicon).map(|key| (at, Key::Word(key))));
            at += 1;
        }
        persons.sort_unstable();
        persons.dedup();
        let keys = words.iter().map(|(_, key)| *key).sorted_unstable().collect();
        Self { words, keys, places, persons, located }
    }

    /// The words around a mention: the nearest ones before and after it.
    fn around(&self, tokens: &Range<usize>) -> [&[(usize, Key)]; 2] {
        let (before, rest) = self.words.split_at(self.words.partition_point(|(at, _)| *at < tokens.start));
        let (_, behind) = rest.split_at(rest.partition_point(|(at, _)| *at < tokens.end));
        let before = before.get(before.len().saturating_sub(REACH)..).unwrap_or_default();
        [before, behind.get(..REACH).unwrap_or(behind)]
    }

    /// True if it names a place that the other does not.
    pub(crate) fn is_elsewhere(&self, other: &Self) -> bool {
        self.places.iter().any(|cluster| !other.holds(&Key::Entity(*cluster)))
    }

    /// True if it has a name after a local preposition that the other does not contain, whether known as a place or not.
    pub(crate) fn lies_elsewhere(&self, other: &Self) -> bool {
        self.located.iter().any(|cluster| !other.holds(&Key::Entity(*cluster)))
    }

    /// True if both name persons, but none in common.
    pub(crate) fn tells_of_others(&self, other: &Self) -> bool {
        let both = !self.persons.is_empty() && !other.persons.is_empty();
        both && !self.persons.iter().any(|person| other.persons.binary_search(person).is_ok())
    }

    pub(crate) fn holds(&self, key: &Key) -> bool {
        self.keys.binary_search(key).is_ok()
    }

    /// The number of words.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// What all words are paired by.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.keys.iter()
    }

    /// The words in a range of tokens.
    pub(crate) fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Key> {
        let from = self.words.partition_point(|(at, _)| *at < tokens.start);
        self.words.iter().skip(from).take_while(move |(at, _)| *at < tokens.end).map(|(_, key)| key)
    }
}

/// True for a name after a local preposition.
fn is_located(end: &End<'_>, at: usize) -> bool {
    at > end.sentence.tokens.start
        && matches!(
            end.document.folded(at - 1),
            "in" | "at" | "near" | "outside" | "off" | "around" | "across" | "of" | "from" | "to"
        )
}

/// What a content word is paired by; `None` for any other token.
fn word(stretch: &Stretch<'_, '_>, at: usize, lexicon: &Lexicon) -> Option<u64> {
    let document = stretch.document;
    let (token, forms) = (document.tokens().get(at)?, stretch.forms(at)?);
    let is_unit = || lexicon.table(TableId::Unit).contains(document.folded(at));
    let idle = token.kind != TokenKind::Word
        || token.begins.contains(TableId::Stopword) && forms.small
        || token.begins.contains(TableId::Unit) && is_unit()
        || token.begins.contains(TableId::Speech)
        || token.begins.is_number_word();
    if idle {
        return None;
    }
    [TableId::Counted, TableId::Synonym]
        .into_iter()
        .find_map(|table| {
            let hit = document.lookup(table, at, lexicon)?.1;
            Some(number(&hit.entry.canonical))
        })
        .or(Some(forms.normal))
}

/// The overlap of two mentions' settings.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Setting {
    /// Content words around both.
    pub(crate) shared: usize,
    /// How many of the words directly before and after are the same: 0 to 2.
    pub(crate) slots: usize,
    /// Two in three of the words around the one with fewer are also around the other.
    pub(crate) whole: bool,
    /// There are different places, or dates of different days, next to the two.
    pub(crate) apart: bool,
}

impl Setting {
    /// The overlap of the words around two mentions; `apart` as computed by [`apart`].
    pub(crate) fn of(
        (ours, here): (&Words, &Range<usize>),
        (theirs, there): (&Words, &Range<usize>),
        apart: bool,
    ) -> Self {
        let (x, y) = (ours.around(here), theirs.around(there));
        let holds = |words: &[(usize, Key)], key: Key| words.iter().any(|(_, k)| *k == key);
        let is_met = |key: Key| holds(y[0], key) || holds(y[1], key);
        let before = x[0].iter().enumerate();
        let before = before.filter(|&(n, &(_, key))| is_met(key) && !holds(&x[0][..n], key)).count();
        let behind = x[1].iter().enumerate();
        let is_new = |n: usize, key: Key| !holds(&x[1][..n], key) && !holds(x[0], key);
        let behind = behind.filter(|&(n, &(_, key))| is_met(key) && is_new(n, key)).count();
        let shared = before + behind;
        let same =
            |p: Option<&(usize, Key)>, q: Option<&(usize, Key)>| p.zip(q).is_some_and(|(p, q)| p.1 == q.1);
        let slots =
            usize::from(same(x[0].last(), y[0].last())) + usize::from(same(x[1].first(), y[1].first()));
        let fewer = (x[0].len() + x[1].len()).min(y[0].len() + y[1].len());
        let whole = shared > 0 && 3 * shared >= 2 * fewer;
        Self { shared, slots, whole, apart }
    }

    /// The strength of the overlap, for choosing between partners.
    pub(crate) fn strength(self) -> usize {
        (self.shared + self.slots).saturating_sub(2 * usize::from(self.apart))
    }

    /// What it adds to the log-odds that the two mentions are about the same thing.
    pub(crate) fn log_odds(self) -> f64 {
        let [none, one, two, three, more] = weigh::SHARED;
        let shared = match self.shared {
            0 => none,
            1 | 2 if self.whole => weigh::WHOLE,
            1 => one,
            2 => two,
            3 => three,
            _ => more,
        };
        shared + weigh::SLOT * self.slots as f64 - if self.apart { weigh::APART } else { 0.0 }
    }
}

/// True if a sentence counts over a month or more up to now ("this month", "since last year"); one without such words counts
/// a single event.
pub(crate) fn counts_over(end: &End<'_>) -> bool {
    let wide = |d: &Date| d.granularity >= Granularity::Month && d.relative.is_some();
    end.all_within(&end.mentions.dates, |d| d.sentence).any(|(_, d)| wide(d))
}

/// A probability shifted by log-odds.
pub(crate) fn shifted(p: f64, by: f64) -> f64 {
    let p = p.clamp(CERTAIN, 1.0 - CERTAIN);
    1.0 / (1.0 + (1.0 - p) / p * exp(-by))
}

/// True if each of two sentences names a place that the other does not, or if they have dates but none of them can be the
/// same day.
pub(crate) fn apart(a: &End<'_>, ours: &Words, b: &End<'_>, theirs: &Words) -> bool {
    ours.is_elsewhere(theirs) && theirs.is_elsewhere(ours) || days_apart(a, b)
}

fn days_apart(a: &End<'_>, b: &End<'_>) -> bool {
    let ours = a.within(&a.mentions.dates, |d| d.sentence).map(|(_, d)| d);
    let theirs = b.within(&b.mentions.dates, |d| d.sentence).map(|(_, d)| d).collect_vec();
    let differ = |(x, y): (&Date, &&Date)| {
        compare::date::compare(x, y).is_some_and(|j| j.relation.verdict() == Verdict::Discrepancy)
    };
    let mut pairs = ours.cartesian_product(&theirs).peekable();
    pairs.peek().is_some() && pairs.all(differ)
}

/// The name before a mention, at most this many tokens away: "Sara Diallo, 48".
pub(crate) fn name_before(end: &End<'_>, tokens: &Range<usize>, reach: usize) -> Option<u32> {
    let names = end.all_within(&end.mentions.names, |n| n.sentence).collect_vec();
    let near = names.into_iter().rev().find(|(_, n)| n.tokens.end <= tokens.start)?;
    (tokens.start - near.1.tokens.end <= reach).then_some(near.0)
}

/// The name after a mention: "48-year-old Sara Diallo".
pub(crate) fn name_behind(end: &End<'_>, tokens: &Range<usize>, reach: usize) -> Option<u32> {
    let near =
        end.all_within(&end.mentions.names, |n| n.sentence).find(|(_, n)| n.tokens.start >= tokens.end)?;
    (near.1.tokens.start - tokens.end <= reach).then_some(near.0)
}
