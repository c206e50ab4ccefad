//! Setting: which words of two linked sentences stand for each other, and so whether two numbers or dates in them are of one
//! matter.
//!
//! Words are paired by what they are compared by: the entity of a name, the meaning the lexicon has for a word, else its
//! stem (the lexical step of the aligner of Sultan, Bethard and Sumner 2014; its contexts are the windows here). Nothing is
//! said of two mentions merely because both sentences hold a number.

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

/// Words with content on either side of a mention that make its setting.
const REACH: usize = 6;

/// What the words around two mentions add to the log-odds that they are of one matter. Set by hand.
mod weigh {
    /// By how many words meet: none speaks against it, two hardly for it.
    pub(super) const SHARED: [f64; 5] = [-1.2, -0.4, 0.1, 0.5, 0.8];
    /// One or two that are nearly all there are.
    pub(super) const WHOLE: f64 = 0.4;
    /// Each side on which the nearest words are the same.
    pub(super) const SLOT: f64 = 0.5;
    /// Taken where the sentences are of two places or days.
    pub(super) const APART: f64 = 1.5;
}

/// Probabilities nearer to 0 or 1 than this are moved as if they were this near.
const CERTAIN: f64 = 0.02;

/// What a word is paired by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// The position of the cluster of a name.
    Entity(usize),
    /// A word's meaning or stem, as a number.
    Word(u64),
}

/// The words with content of a sentence, in order: the token each begins at, and what it is paired by.
pub(crate) struct Words {
    words: Vec<(usize, Key)>,
    /// The clusters of the places of what is told: names behind "in", "near" and the like.
    places: Vec<usize>,
    /// The clusters of the persons named.
    persons: Vec<usize>,
    /// The clusters of all others behind such a preposition, with an article between or not: "in the Tillia region".
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
        let mut names = end.within(&end.mentions.names, |n| n.sentence).peekable();
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
        Self { words, places, persons, located }
    }

    /// The words around a mention: those before it and those behind it, the nearest of each.
    fn around(&self, tokens: &Range<usize>) -> [&[(usize, Key)]; 2] {
        let (before, rest) = self.words.split_at(self.words.partition_point(|(at, _)| *at < tokens.start));
        let (_, behind) = rest.split_at(rest.partition_point(|(at, _)| *at < tokens.end));
        let before = before.get(before.len().saturating_sub(REACH)..).unwrap_or_default();
        [before, behind.get(..REACH).unwrap_or(behind)]
    }

    /// True where it names a place that the other does not.
    pub(crate) fn is_elsewhere(&self, other: &Self) -> bool {
        self.places.iter().any(|cluster| !other.holds(&Key::Entity(*cluster)))
    }

    /// True where it names something behind a preposition of place that the other does not name, be it known for a place or
    /// not.
    pub(crate) fn lies_elsewhere(&self, other: &Self) -> bool {
        self.located.iter().any(|cluster| !other.holds(&Key::Entity(*cluster)))
    }

    /// True where both name persons, and none that both name.
    pub(crate) fn tells_of_others(&self, other: &Self) -> bool {
        let both = !self.persons.is_empty() && !other.persons.is_empty();
        both && !self.persons.iter().any(|person| other.persons.contains(person))
    }

    pub(crate) fn holds(&self, key: &Key) -> bool {
        self.words.iter().any(|(_, own)| own == key)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// What all of them are paired by.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.words.iter().map(|(_, key)| key)
    }

    /// The words of a stretch.
    pub(crate) fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Key> {
        self.words.iter().filter(move |(at, _)| tokens.contains(at)).map(|(_, key)| key)
    }
}

/// True of a name behind a preposition of place.
fn is_located(end: &End<'_>, at: usize) -> bool {
    at > end.sentence.tokens.start
        && matches!(
            end.document.folded(at - 1),
            "in" | "at" | "near" | "outside" | "off" | "around" | "across" | "of" | "from" | "to"
        )
}

/// What a word with content is paired by; `None` for any other token.
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

/// How the settings of two mentions meet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Setting {
    /// Words with content that stand around both.
    pub(crate) shared: usize,
    /// Of the words right before and right behind, those that are the same: 0 to 2.
    pub(crate) slots: usize,
    /// Of the words around the one that has fewer, two in three stand around the other.
    pub(crate) whole: bool,
    /// Other places, or dates of other days, stand beside the two.
    pub(crate) apart: bool,
}

impl Setting {
    /// How the words around a mention of the one sentence meet those around a mention of the other; `apart` as told by
    /// [`apart`].
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

    /// How well they meet, to choose between partners.
    pub(crate) fn strength(self) -> usize {
        (self.shared + self.slots).saturating_sub(2 * usize::from(self.apart))
    }

    /// What it adds to the log-odds that the two mentions are of one matter.
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

/// True where a sentence counts over a month or more up to now ("this month", "since last year"): what has no such words counts
/// what happened.
pub(crate) fn counts_over(end: &End<'_>) -> bool {
    let wide = |d: &Date| d.granularity >= Granularity::Month && d.relative.is_some();
    end.within(&end.mentions.dates, |d| d.sentence).any(|(_, d)| wide(d))
}

/// A probability moved by log-odds.
pub(crate) fn shifted(p: f64, by: f64) -> f64 {
    let p = p.clamp(CERTAIN, 1.0 - CERTAIN);
    1.0 / (1.0 + (1.0 - p) / p * exp(-by))
}

/// True where each of two sentences names a place that the other does not, or where they have dates and no two of them can be
/// of one day.
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

/// The name that stands right before a mention, at most so many tokens away: "Sara Diallo, 48".
pub(crate) fn name_before(end: &End<'_>, tokens: &Range<usize>, reach: usize) -> Option<u32> {
    let names = end.within(&end.mentions.names, |n| n.sentence).collect_vec();
    let near = names.into_iter().rev().find(|(_, n)| n.tokens.end <= tokens.start)?;
    (tokens.start - near.1.tokens.end <= reach).then_some(near.0)
}

/// The name that stands right behind a mention: "48-year-old Sara Diallo".
pub(crate) fn name_behind(end: &End<'_>, tokens: &Range<usize>, reach: usize) -> Option<u32> {
    let near = end.within(&end.mentions.names, |n| n.sentence).find(|(_, n)| n.tokens.start >= tokens.end)?;
    (near.1.tokens.start - tokens.end <= reach).then_some(near.0)
}
