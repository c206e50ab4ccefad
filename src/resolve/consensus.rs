//! Consensus: what the readings of a record come to together. It orders and points; it never says who is right, and no reading
//! is dropped for it.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::Verdict;
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
    let sources = readings.iter().flat_map(Reading::sources).unique().collect_vec();
    Consensus { order: order.collect(), most_precise, earliest: earliest(&sources, dates) }
}

/// The reading that is more precise than every other.
fn most_precise(readings: &[Reading]) -> Option<usize> {
    let beats = |n: usize| {
        let others = readings.iter().enumerate().filter(|(m, _)| *m != n);
        readings.get(n).is_some_and(|reading| {
            others.into_iter().all(|(_, other)| is_more_precise(&reading.value, &other.value))
        })
    };
    (readings.len() > 1).then(|| (0..readings.len()).find(|&n| beats(n))).flatten()
}

/// True where the one value leaves less open than the other: a narrower range, or all the other's words and more.
fn is_more_precise(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (
            Value::Quantity { low, high, bound, .. },
            Value::Quantity { low: low_, high: high_, bound: bound_, .. },
        ) => {
            let exact = (*bound == Bound::Exact, *bound_ == Bound::Exact);
            exact == (true, false) || exact.0 == exact.1 && width(*low, *high) < width(*low_, *high_)
        }
        (
            Value::Date { earliest: Some(first), latest: Some(last) },
            Value::Date { earliest: Some(first_), latest: Some(last_) },
        ) => last.since(*first) < last_.since(*first_),
        (Value::Date { earliest: Some(_), latest: Some(_) }, Value::Date { .. }) => true,
        (Value::Name { name: x, .. }, Value::Name { name: y, .. })
        | (Value::Words { words: x }, Value::Words { words: y })
        | (Value::Quote { words: x, .. }, Value::Quote { words: y, .. }) => says_more(x, y),
        _ => false,
    }
}

fn width(low: Option<f64>, high: Option<f64>) -> f64 {
    low.zip(high).map_or(f64::INFINITY, |(low, high)| high - low)
}

/// All words of the other, and more.
fn says_more(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    one.len() > other.len() && other.iter().all(|word| one.binary_search(word).is_ok())
}

/// The words of a text, folded, in order, each once.
fn words(text: &str) -> Vec<Cow<'_, str>> {
    let words = text.split_whitespace().map(|word| word.trim_matches(|ch: char| !ch.is_alphanumeric()));
    // Most are in lower case as they stand.
    let is_folded = |word: &str| word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    let words = words.map(|word| if is_folded(word) { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) });
    words.filter(|word| !word.is_empty()).sorted_unstable().dedup().collect()
}

/// The source that was published before all others, where that is known of each: days decide, clocks only within one day.
fn earliest(sources: &[&str], dates: &Dates<'_>) -> Option<String> {
    let known: Option<Vec<(Published, &str)>> =
        sources.iter().map(|&source| Some(((*dates.get(source)?)?, source))).collect();
    let known = known?;
    let before = |x: Published, y: Published| match x.day().cmp(&y.day()) {
        Ordering::Equal => x.minute().zip(y.minute()).is_some_and(|(x, y)| x < y),
        of_days => of_days == Ordering::Less,
    };
    let first = known
        .iter()
        .find(|(at, source)| known.iter().all(|(other, name)| name == source || before(*at, *other)));
    first.filter(|_| known.len() > 1).map(|(_, source)| (*source).to_owned())
}
