//! Average linkage by rounds of reciprocal nearest neighbours. Single linkage would chain one article to the next until a year
//! of news is one story; the mean over all pairs does not.

use std::cmp::Reverse;

use crate::story::Settings;
use crate::story::candidate::{ALIKE, Pair};

/// What is expected of the articles of one event, before any are seen, and how many pairs that counts as: a group of two or three says little of
/// how much its articles are alike.
const EXPECTED: u64 = 20;
pub(super) const PAIRS: u64 = 5;

/// The sum over so many pairs.
pub(super) fn expected() -> u64 {
    u64::from(ALIKE) * EXPECTED * PAIRS / 100
}

/// Binary digits that a mean has more than what it is the mean of.
pub(super) const MORE: u32 = 12;

/// Groups on their way: neighbours with the sums of likeness over all pairs between the two, by number.
struct Groups {
    near: Vec<Vec<(u32, u32)>>,
    size: Vec<u32>,
    /// The sum of likeness over the pairs within.
    within: Vec<u64>,
    /// The group it went into; itself while it stands.
    into: Vec<u32>,
}

/// The group of each article, named by its first. All pairs that are not given are as unlike as can be.
///
/// Each round joins the groups that are each other's nearest; the least position decides between two as near. A round looks only at
/// groups whose neighbours changed.
pub(super) fn groups(
    count: usize,
    pairs: impl Iterator<Item = Pair> + Clone,
    settings: &Settings,
) -> Vec<u32> {
    let mut groups = Groups::new(count, pairs);
    let mut nearest: Vec<Option<u32>> = vec![None; count];
    let mut changed: Vec<u32> = (0..count as u32).collect();
    loop {
        for &group in &changed {
            nearest[group as usize] = groups.nearest(group, settings);
        }
        let mut joined: Vec<(u32, u32)> = changed
            .iter()
            .filter_map(|&a| {
                let b = nearest[a as usize]?;
                (nearest[b as usize] == Some(a)).then_some((a.min(b), a.max(b)))
            })
            .collect();
        joined.sort_unstable();
        joined.dedup();
        if joined.is_empty() {
            return groups.named();
        }
        changed.clear();
        for (a, b) in joined {
            groups.join(a, b, &mut changed);
        }
        changed.sort_unstable();
        changed.dedup();
        changed.retain(|&group| groups.into[group as usize] == group);
    }
}

impl Groups {
    fn new(count: usize, pairs: impl Iterator<Item = Pair> + Clone) -> Self {
        let mut room = vec![0_u32; count];
        for pair in pairs.clone() {
            room[pair.a as usize] += 1;
            room[pair.b as usize] += 1;
        }
        let mut near: Vec<Vec<(u32, u32)>> =
            room.iter().map(|&room| Vec::with_capacity(room as usize)).collect();
        for pair in pairs {
            near[pair.a as usize].push((pair.b, pair.value));
            near[pair.b as usize].push((pair.a, pair.value));
        }
        near.iter_mut().for_each(|list| list.sort_unstable());
        Self { near, size: vec![1; count], within: vec![0; count], into: (0..count as u32).collect() }
    }

    /// The nearest group that one may join.
    fn nearest(&self, group: u32, settings: &Settings) -> Option<u32> {
        let fits = |&(other, sum): &(u32, u32)| {
            let pairs = u64::from(self.size[group as usize]) * u64::from(self.size[other as usize]);
            let mean = (u64::from(sum) << MORE) / pairs;
            self.fit(group, other, mean, settings).then_some((mean, Reverse(other)))
        };
        self.near[group as usize].iter().filter_map(fits).max().map(|(_, Reverse(other))| other)
    }

    /// True where two groups are alike enough, also for how much each is alike in itself: the reports of two look-alike events
    /// share the words of such events, but those of each share a good deal more.
    fn fit(&self, a: u32, b: u32, mean: u64, settings: &Settings) -> bool {
        if mean < settings.similarity << MORE {
            return false;
        }
        let (mean, a, b) = (u128::from(mean), u128::from(self.cohesion(a)), u128::from(self.cohesion(b)));
        let part = u128::from(settings.cohesion);
        mean * mean * 10_000 >= part * part * a * b
    }

    /// How much the articles of a group are alike.
    fn cohesion(&self, group: u32) -> u64 {
        let size = u64::from(self.size[group as usize]);
        ((self.within[group as usize] + expected()) << MORE) / (size * (size - 1) / 2 + PAIRS)
    }

    /// Joins `b` into `a`, and notes all whose neighbours change.
    fn join(&mut self, a: u32, b: u32, changed: &mut Vec<u32>) {
        let gone = std::mem::take(&mut self.near[b as usize]);
        let mut kept = std::mem::take(&mut self.near[a as usize]);
        let between = kept.iter().find(|(other, _)| *other == b).map_or(0, |(_, sum)| *sum);
        self.size[a as usize] += self.size[b as usize];
        self.within[a as usize] += self.within[b as usize] + u64::from(between);
        self.into[b as usize] = a;
        for &(other, sum) in gone.iter().filter(|(other, _)| *other != a) {
            let list = &mut self.near[other as usize];
            if let Ok(at) = list.binary_search_by_key(&b, |entry| entry.0) {
                list.remove(at);
            }
            match list.binary_search_by_key(&a, |entry| entry.0) {
                Ok(at) => list[at].1 = list[at].1.saturating_add(sum),
                Err(at) => list.insert(at, (a, sum)),
            }
        }
        kept.extend(gone);
        kept.retain(|(other, _)| *other != a && *other != b);
        kept.sort_unstable();
        kept.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            earlier.1 = earlier.1.saturating_add(if same { later.1 } else { 0 });
            same
        });
        changed.push(a);
        changed.extend(kept.iter().map(|(other, _)| *other));
        self.near[a as usize] = kept;
    }

    /// The first article of each one's group.
    fn named(mut self) -> Vec<u32> {
        // A group goes into one that begins earlier, so what it goes into is settled before it.
        for at in 0..self.into.len() {
            self.into[at] = self.into[self.into[at] as usize];
        }
        self.into
    }
}
