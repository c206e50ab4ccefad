//! One point, one record: if a point was found in several ways, as a difference here and an agreement there, it is reported
//! once.
//!
//! A difference outweighs an agreement that shares a mention with it: the agreement's readings are added to the readings of the
//! difference that they match. An agreement that equates what the difference tells apart is dropped. Agreements on the same
//! readings are merged.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::compare::{Facet, Relation, Verdict};
use crate::fold::fold;
use crate::point::Bundle;
use crate::record::{Mention, Reading, Record};
use crate::resolve::gather::Found;
use crate::span::Span;
use crate::text::{Document, SentenceId};

/// Leaves one record for each point.
pub(super) fn points(found: &mut Vec<Found>, bundle: &Bundle<'_>) {
    let differing = positions(found, Verdict::Discrepancy);
    let agreeing = positions(found, Verdict::Agreement);
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    let mut joined: BTreeMap<usize, Joins> = BTreeMap::new();
    let of_differing = differing.iter().filter_map(|&d| Some((d, &found.get(d)?.record)));
    let index = Index::of(of_differing.flat_map(|(d, record)| mentions(record).map(move |m| (m, d))));
    for &a in &agreeing {
        let Some(agreement) = found.get(a).map(|f| &f.record) else { continue };
        let near: BTreeSet<usize> =
            mentions(agreement).flat_map(|m| index.touching(m)).map(|(_, d)| d).collect();
        for d in near {
            let Some(difference) = found.get(d).map(|f| &f.record) else { continue };
            match told(agreement, difference) {
                Told::Apart => {}
                Told::Against => {
                    gone.insert(a);
                    break;
                }
                Told::Again(joins) => {
                    gone.insert(a);
                    joined.entry(d).or_default().extend(joins);
                    break;
                }
            }
        }
    }
    for (a, b) in sharing(found, &agreeing) {
        let (Some(x), Some(y)) = (found.get(a), found.get(b)) else { continue };
        if gone.contains(&a) || gone.contains(&b) {
            continue;
        }
        // The record with more readings absorbs the other.
        let (keep, other) = if y.record.readings.len() > x.record.readings.len() { (b, a) } else { (a, b) };
        let (Some(x), Some(y)) = (found.get(keep), found.get(other)) else { continue };
        if let Some(joins) = within(&y.record, &x.record) {
            gone.insert(other);
            joined.entry(keep).or_default().extend(joins);
        }
    }
    for (record, joins) in joined {
        if let Some(found) = found.get_mut(record) {
            join(&mut found.record, joins, bundle);
        }
    }
    // A difference between two of three readings repeats the difference between all three.
    for (a, b) in sharing(found, &differing) {
        for (d, other) in [(a, b), (b, a)] {
            let (Some(one), Some(all)) = (found.get(d), found.get(other)) else { continue };
            let (one, all) = (&one.record, &all.record);
            if one.readings.len() < all.readings.len() && tells_again(one, all) {
                gone.insert(d);
            }
        }
    }
    let mut at = 0..;
    found.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
}

fn positions(found: &[Found], verdict: Verdict) -> Vec<usize> {
    let of_verdict = found.iter().enumerate().filter(|(_, f)| f.record.verdict == verdict);
    of_verdict.map(|(n, _)| n).collect()
}

/// Mentions in order of source, each with the number of the item it belongs to.
struct Index<'f> {
    mentions: Vec<(&'f str, Span, usize)>,
    /// The length of the longest mention, in bytes.
    longest: usize,
}

impl<'f> Index<'f> {
    fn of(mentions: impl Iterator<Item = (&'f Mention, usize)>) -> Self {
        let mentions = mentions.map(|(mention, n)| (mention.source.as_str(), mention.span, n));
        let mentions = mentions.sorted_unstable().collect_vec();
        let longest = mentions.iter().map(|(_, span, _)| span.end - span.start).max().unwrap_or(0);
        Self { mentions, longest }
    }

    /// The items with a mention that overlaps this one. Logarithmic where few mentions are near.
    fn touching(&self, mention: &Mention) -> impl Iterator<Item = (Span, usize)> + '_ {
        let source = mention.source.as_str();
        let (start, end) = (mention.span.start.saturating_sub(self.longest), mention.span.end);
        let from = self.mentions.partition_point(|(other, span, _)| (*other, span.start) < (source, start));
        let to = self.mentions.partition_point(|(other, span, _)| (*other, span.start) <= (source, end));
        self.mentions.get(from..to).unwrap_or_default().iter().map(|&(_, span, n)| (span, n))
    }
}

fn mentions(record: &Record) -> impl Iterator<Item = &Mention> {
    record.readings.iter().flat_map(|reading| &reading.mentions)
}

/// Readings that join a record, each with the position of the reading it joins, or `None` if it stays a reading of its own.
type Joins = Vec<(Option<usize>, Reading)>;

/// How an agreement relates to a difference.
enum Told {
    /// They are different points.
    Apart,
    /// It equates what the difference distinguishes.
    Against,
    /// It is about the same point: its readings, each with the reading of the difference that it joins, if any.
    Again(Joins),
}

fn told(agreement: &Record, difference: &Record) -> Told {
    let same_facet = agreement.facet == difference.facet;
    let is_met =
        |mine: Span, other: Span| if same_facet { mine.overlaps(other) } else { mine.contains(other) };
    let sides = difference.readings.iter().enumerate();
    let index = Index::of(sides.flat_map(|(n, side)| side.mentions.iter().map(move |m| (m, n))));
    // For each reading of the agreement, the readings of the difference that it overlaps.
    let met = agreement.readings.iter().map(|reading| {
        let meets = |mine: &Mention| {
            index.touching(mine).filter(|(other, _)| is_met(mine.span, *other)).map(|(_, n)| n).collect_vec()
        };
        reading.mentions.iter().flat_map(meets).collect::<BTreeSet<usize>>()
    });
    let met = met.collect_vec();
    let all: BTreeSet<usize> = met.iter().flatten().copied().collect();
    let conflict = difference.relation == Relation::Conflict;
    if all.len() > 1 {
        return if same_facet || conflict { Told::Against } else { Told::Apart };
    }
    let Some(&only) = all.iter().next().filter(|_| same_facet) else { return Told::Apart };
    let figures = matches!(agreement.facet, Facet::Quantity | Facet::Date);
    let mut joins = Vec::new();
    for (reading, met) in agreement.readings.iter().zip(&met) {
        let said = difference.readings.iter().position(|side| says(side, reading));
        match (!met.is_empty(), said) {
            (true, _) => joins.push((Some(only), reading.clone())),
            (false, Some(side)) => joins.push((Some(side), reading.clone())),
            // "At least 12", beside 12 and 14, is a reading of its own: readers of tolls want to see all.
            (false, None) if figures => joins.push((None, reading.clone())),
            (false, None) => return Told::Apart,
        }
    }
    Told::Again(joins)
}

/// True if one has a mention with the words of the other.
fn says(side: &Reading, reading: &Reading) -> bool {
    let words: BTreeSet<String> = side.mentions.iter().map(|mention| fold(&mention.text)).collect();
    reading.mentions.iter().any(|mention| words.contains(&fold(&mention.text)))
}

/// Pairs of these records with the same facet and a shared mention, in order. Found by mentions, since most pairs of many
/// records share none.
fn sharing(found: &[Found], positions: &[usize]) -> BTreeSet<(usize, usize)> {
    let mut holders: BTreeMap<(Facet, &Mention), Vec<usize>> = BTreeMap::new();
    for (at, record) in positions.iter().filter_map(|&at| Some((at, &found.get(at)?.record))) {
        for mention in mentions(record) {
            let holders = holders.entry((record.facet, mention)).or_default();
            if holders.last() != Some(&at) {
                holders.push(at);
            }
        }
    }
    holders.values().flat_map(|holders| holders.iter().copied().tuple_combinations()).collect()
}

/// The readings of `inner`, each with the reading of `outer` in the same words; `None` if one has none.
fn within(inner: &Record, outer: &Record) -> Option<Joins> {
    let readings = inner.readings.iter().map(|reading| {
        let at = outer.readings.iter().position(|other| says(other, reading))?;
        Some((Some(at), reading.clone()))
    });
    readings.collect()
}

/// True if each reading of one is a different reading of the other.
fn tells_again(one: &Record, all: &Record) -> bool {
    let joins = within(one, all).unwrap_or_default();
    let readings: BTreeSet<Option<usize>> = joins.iter().map(|(at, _)| *at).collect();
    joins.len() == one.readings.len() && readings.len() == one.readings.len()
}

/// Adds readings to a record, keeps them in order of their positions, and recounts sources.
fn join(record: &mut Record, joins: Joins, bundle: &Bundle<'_>) {
    let later =
        record.developing.and_then(|d| record.readings.get(d.later as usize)?.mentions.first().cloned());
    for (at, reading) in joins {
        let at = at.or_else(|| record.readings.iter().position(|side| says(side, &reading)));
        match at.and_then(|at| record.readings.get_mut(at)) {
            Some(side) => gain(side, reading.mentions, bundle),
            None => record.readings.push(reading),
        }
    }
    record.readings.sort_by(|x, y| x.mentions.cmp(&y.mentions));
    let at = later.and_then(|later| record.readings.iter().position(|r| r.mentions.contains(&later)));
    if let (Some(developing), Some(at)) = (record.developing.as_mut(), at) {
        developing.later = at as u32;
    }
}

/// Adds mentions to a reading, and recounts its sources.
fn gain(reading: &mut Reading, mentions: Vec<Mention>, bundle: &Bundle<'_>) {
    let before = reading.mentions.len();
    reading.mentions.extend(mentions);
    reading.mentions.sort_unstable();
    reading.mentions.dedup();
    if reading.mentions.len() == before {
        return;
    }
    let sentences = reading.mentions.iter().filter_map(|mention| {
        let of_source = |document: &Document<'_>| document.source().id().cmp(&mention.source);
        let source = bundle.documents.binary_search_by(of_source).ok()?;
        let sentence = bundle.documents.get(source)?.sentence_at(mention.span.start)?;
        Some(SentenceId::new(source, sentence))
    });
    reading.support = bundle.dependence.support(sentences);
}
