//! Consensus: what the readings of a record come to together. It orders and points; it never says who is right, and no reading
//! is dropped for it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::Verdict;
use crate::compare::vocabulary::number;
use crate::date::Published;
use crate::fold::fold;
use crate::mention::quantity::Bound;
use crate::record::{Consensus, Reading, Record, Value};

/// When each source was published, by id.
pub(super) type Dates<'a> = BTreeMap<&'a str, Option<Published>>;

pub(super) fn of(record: &Record, dates: &Dates<'_>) -> Consensus {
    let readings = &record.readings;
    // The sort is stable: among equals the first in place stays first.
    let order = (0..readings.len()).sorted_by(|&x, &y| {
        let support = |n: usize| readings.get(n).map(|r| r.support);
        let (Some(x), Some(y)) = (support(x), support(y)) else { return Ordering::Equal };
        y.independent.total_cmp(&x.independent).then(y.sources.cmp(&x.sources))
    });
    let most_precise = (record.verdict == Verdict::Agreement).then(|| most_precise(readings)).flatten();
    let sources = readings.iter().flat_map(Reading::sources);
    Consensus { order: order.collect(), most_precise, earliest: earliest(sources, dates) }
}

/// The reading that is more precise than every other.
fn most_precise(readings: &[Reading]) -> Option<usize> {
    if readings.len() < 2 {
        return None;
    }
    let told = readings.iter().map(|reading| Told::of(&reading.value)).collect_vec();
    let beats =
        |one: &Told<'_>| told.iter().all(|other| std::ptr::eq(one, other) || one.is_more_precise(other));
    told.iter().position(beats)
}

/// A value, with its words in order where it is told by words.
struct Told<'r> {
    value: &'r Value,
    words: Vec<u64>,
}

impl<'r> Told<'r> {
    fn of(value: &'r Value) -> Self {
        let words = match value {
            Value::Name { name: text, .. }
            | Value::Words { words: text }
            | Value::Quote { words: text, .. } => words(text),
            _ => Vec::new(),
        };
        Self { value, words }
    }

    /// True where the one leaves less open than the other: a narrower range, or all the other's words and more.
    fn is_more_precise(&self, other: &Self) -> bool {
        match (self.value, other.value) {
            (
                Value::Quantity { low, high, bound, .. },
                Value::Quantity { low: low_, high: high_, bound: bound_, .. },
            ) => {
                let exact = (*bound == Bound::Exact, *bound_ == Bound::Exact);
                exact == (true, false) || exact.0 == exact.1 && width(*low, *high) < width(*low_, *high_)
            }
            (
                Value::Date { earliest: Some(first), latest: Some(last), .. },
                Value::Date { earliest: Some(first_), latest: Some(last_), .. },
            ) => last.since(*first) < last_.since(*first_),
            (Value::Date { earliest: Some(_), latest: Some(_), .. }, Value::Date { .. }) => true,
            (Value::Name { .. }, Value::Name { .. })
            | (Value::Words { .. }, Value::Words { .. })
            | (Value::Quote { .. }, Value::Quote { .. }) => {
                self.words.len() > other.words.len()
                    && other.words.iter().all(|word| self.words.binary_search(word).is_ok())
            }
            _ => false,
        }
    }
}

fn width(low: Option<f64>, high: Option<f64>) -> f64 {
    low.zip(high).map_or(f64::INFINITY, |(low, high)| high - low)
}

/// The words of a text, folded, as numbers in order, each once.
fn words(text: &str) -> Vec<u64> {
    let is_folded = |word: &str| word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    let mut words = Vec::with_capacity(text.len() / 4);
    // Values have single blanks between their words.
    for word in text.split(' ') {
        let word = word.trim_matches(|ch: char| !ch.is_alphanumeric());
        match word {
            "" => {}
            _ if is_folded(word) => words.push(number(word)),
            _ => words.push(number(&fold(word))),
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The source that was published before all others, where that is known of each: days decide, clocks only within one day.
fn earliest<'r>(sources: impl Iterator<Item = &'r str>, dates: &Dates<'_>) -> Option<String> {
    let known: Option<Vec<(Published, &str)>> =
        sources.map(|source| Some(((*dates.get(source)?)?, source))).collect();
    let known = known?.into_iter().unique().collect_vec();
    let before = |x: Published, y: Published| match x.day().cmp(&y.day()) {
        Ordering::Equal => x.minute().zip(y.minute()).is_some_and(|(x, y)| x < y),
        of_days => of_days == Ordering::Less,
    };
    let first = known
        .iter()
        .find(|(at, source)| known.iter().all(|(other, name)| name == source || before(*at, *other)));
    first.filter(|_| known.len() > 1).map(|(_, source)| (*source).to_owned())
}
