//! Consensus: how the readings of a record are supported overall. It orders readings and marks them; it never says who is
//! right, and no reading is dropped.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::Verdict;
use crate::date::Published;
use crate::record::{Consensus, Reading, Record, most_precise};

/// The publication time of each source, by id.
pub(super) type Dates<'a> = BTreeMap<&'a str, Option<Published>>;

pub(super) fn of(record: &Record, dates: &Dates<'_>) -> Consensus {
    let readings = &record.readings;
    // The sort is stable: ties keep their order.
    let order = (0..readings.len()).sorted_by(|&x, &y| {
        let support = |n: usize| readings.get(n).map(|r| r.support);
        let (Some(x), Some(y)) = (support(x), support(y)) else { return Ordering::Equal };
        y.independent.total_cmp(&x.independent).then(y.sources.cmp(&x.sources))
    });
    let most_precise = (record.verdict == Verdict::Agreement).then(|| most_precise(readings)).flatten();
    let sources = readings.iter().flat_map(Reading::sources);
    Consensus { order: order.collect(), most_precise, earliest: earliest(sources, dates) }
}

/// The source published before all others, if all dates are known: days decide, and times only within one day.
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
