//! Change: how a reconciliation differs from an earlier one of the same event. Uses only records and sources.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::compare::Facet;
use crate::record::{Mention, Reconciliation, Record, RecordId, SourceOutline};

/// What changed between two reconciliations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Changes {
    /// Why anything may have changed at all: every source that was added, withdrawn or edited, and different rules.
    pub because: Vec<Cause>,
    /// Records on points that had none before.
    pub added: Vec<Record>,
    /// Records whose point is gone. Records that a reader dismissed are not included.
    pub removed: Vec<Record>,
    /// Records that say something different than before.
    pub changed: Vec<Change>,
    /// Records that have become part of another.
    pub merged: Vec<Merged>,
    /// The current ids of records that say what they said before.
    pub unchanged: Vec<RecordId>,
}

/// A record that says something different than before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Change {
    /// Its current id.
    pub id: RecordId,
    /// The earlier record.
    pub before: Record,
    /// The current record.
    pub after: Record,
    /// The causes that affect it.
    pub because: Vec<Cause>,
}

/// A record that has become part of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Merged {
    /// Its earlier id.
    pub id: RecordId,
    /// The id of the record that now holds its readings.
    pub into: RecordId,
}

/// Why something changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Cause {
    /// A new source.
    #[non_exhaustive]
    NewSource {
        /// Its id.
        source: String,
    },
    /// A source whose text, publisher or publication time changed.
    #[non_exhaustive]
    SourceEdited {
        /// Its id.
        source: String,
    },
    /// A source that was withdrawn.
    #[non_exhaustive]
    SourceWithdrawn {
        /// Its id.
        source: String,
    },
    /// Another version of the library, whose rules and learned numbers may differ.
    #[non_exhaustive]
    RulesChanged {
        /// The earlier version, if known.
        from: Option<String>,
        /// The current version.
        to: Option<String>,
    },
    /// None of these: different options or words, or the effect of a change elsewhere.
    Elsewhere,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NewSource { source } => write!(f, "{source} is new"),
            Self::SourceEdited { source } => write!(f, "{source} was edited"),
            Self::SourceWithdrawn { source } => write!(f, "{source} was withdrawn"),
            Self::RulesChanged { from, to } => {
                let version = |version: &Option<String>| version.clone().unwrap_or("unknown".to_owned());
                write!(f, "the rules changed, from version {} to {}", version(from), version(to))
            }
            Self::Elsewhere => f.write_str("something else changed: options, or other parts of the texts"),
        }
    }
}

impl Changes {
    /// True if every record says what it said before and none was added or removed.
    pub fn is_empty(&self) -> bool {
        let Self { added, removed, changed, merged, .. } = self;
        added.is_empty() && removed.is_empty() && changed.is_empty() && merged.is_empty()
    }
}

impl Reconciliation {
    /// How this differs from an earlier reconciliation of the same event. Points are matched by id, or else if most of what
    /// the sources say about them is the same. Nearly linear in the number of mentions.
    ///
    /// ```
    /// use testimonia::{Reconciler, Source};
    ///
    /// let mut sources = vec![
    ///     Source::new("morning", "The dam at Tillia broke on Monday, killing 12 people."),
    ///     Source::new("noon", "The dam at Tillia broke on Monday, killing 14 people."),
    /// ];
    /// let before = Reconciler::new().reconcile(&sources)?;
    /// sources.push(Source::new("evening", "The dam at Tillia broke on Monday, killing 20 people."));
    /// let after = Reconciler::new().reconcile(&sources)?.with_ids_of(&before);
    /// let changes = after.changes_since(&before);
    /// let toll = before.discrepancies().next().expect("two tolls");
    /// assert!(changes.changed.iter().any(|change| change.id == toll.id && change.after.readings.len() == 3));
    /// assert_eq!(changes.because[0].to_string(), "evening is new");
    /// # Ok::<(), testimonia::Error>(())
    /// ```
    pub fn changes_since(&self, previous: &Reconciliation) -> Changes {
        let because = causes(previous, self);
        // Dismissed records still exist: they are neither added nor removed.
        let before = previous.records.iter().chain(&previous.dismissed).collect_vec();
        let after = self.records.iter().chain(&self.dismissed).collect_vec();
        let match_ = Matching::of(&points(&before), &points(&after));
        let mut changes = Changes { because, ..Changes::default() };
        for (&after, old) in after.iter().zip(&match_.old).take(self.records.len()) {
            match old.and_then(|n| before.get(n)).copied() {
                None => changes.added.push(after.clone()),
                Some(before) if says(before) == says(after) => changes.unchanged.push(after.id.clone()),
                Some(before) => {
                    let because = bearing(&changes.because, before, after);
                    let (id, before, after) = (after.id.clone(), before.clone(), after.clone());
                    changes.changed.push(Change { id, before, after, because });
                }
            }
        }
        let kept: BTreeSet<usize> = match_.old.iter().flatten().copied().collect();
        let gone = before.iter().take(previous.records.len()).enumerate().filter(|(n, _)| !kept.contains(n));
        for (n, &before) in gone {
            match match_.near.get(&n).and_then(|n| after.get(*n)) {
                Some(into) => changes.merged.push(Merged { id: before.id.clone(), into: into.id.clone() }),
                None => changes.removed.push(before.clone()),
            }
        }
        changes
    }

    /// Keeps the ids that records, claims and entities had in an earlier reconciliation, if they still exist. Without this,
    /// ids are stable if a source is added that is not the earliest; with it, they are stable whatever is added or withdrawn.
    #[must_use]
    pub fn with_ids_of(mut self, previous: &Reconciliation) -> Self {
        let claims = |all: &Reconciliation| {
            let sentences = all.claims.iter().map(|claim| {
                let keys = claim.sentences.iter().map(|s| key(None, &s.source, &s.text));
                Point { id: claim.id.to_string(), keys: keys.collect() }
            });
            sentences.collect_vec()
        };
        let entities = |all: &Reconciliation| {
            let forms = all.entities.iter().map(|entity| {
                let mentions = entity.forms.iter().flat_map(|form| &form.mentions);
                let keys = mentions.map(|m| (None, m.source.clone(), format!("{} {}", m.span.start, m.text)));
                Point { id: entity.id.to_string(), keys: keys.collect() }
            });
            forms.collect_vec()
        };
        let before = previous.records.iter().chain(&previous.dismissed).collect_vec();
        let after = self.records.iter().chain(&self.dismissed).collect_vec();
        let records = Matching::of(&points(&before), &points(&after));
        let claims = Matching::of(&claims(previous), &claims(&self));
        let entities = Matching::of(&entities(previous), &entities(&self));
        let (mut of_claim, mut of_entity) = (BTreeMap::new(), BTreeMap::new());
        for (claim, old) in self.claims.iter_mut().zip(claims.old) {
            if let Some(old) = old.and_then(|n| previous.claims.get(n)) {
                of_claim.insert(std::mem::replace(&mut claim.id, old.id.clone()), old.id.clone());
            }
        }
        for (entity, old) in self.entities.iter_mut().zip(entities.old) {
            if let Some(old) = old.and_then(|n| previous.entities.get(n)) {
                of_entity.insert(std::mem::replace(&mut entity.id, old.id.clone()), old.id.clone());
            }
        }
        for (record, old) in self.records.iter_mut().chain(&mut self.dismissed).zip(records.old) {
            if let Some(old) = old.and_then(|n| before.get(n)) {
                record.id = old.id.clone();
            }
            if let Some(id) = record.claim.as_mut() {
                *id = of_claim.get(id).unwrap_or(id).clone();
            }
            if let Some(id) = record.entity.as_mut() {
                *id = of_entity.get(id).unwrap_or(id).clone();
            }
        }
        self
    }
}

/// Words of a source, and the facet as which they are compared.
type Key = (Option<Facet>, String, String);

fn key(facet: Option<Facet>, source: &str, text: &str) -> Key {
    (facet, source.to_owned(), text.split_whitespace().join(" "))
}

/// An item to match: its id, and the words that identify it.
struct Point {
    id: String,
    keys: Vec<Key>,
}

fn points(records: &[&Record]) -> Vec<Point> {
    let point = |record: &&Record| {
        let mentions = record.readings.iter().flat_map(|reading| &reading.mentions);
        let keys = mentions.map(|m| key(Some(record.facet), &m.source, &m.text));
        Point { id: record.id.to_string(), keys: keys.collect() }
    };
    records.iter().map(point).collect()
}

/// Which points of two reconciliations are the same.
struct Matching {
    /// The old point for each new one.
    old: Vec<Option<usize>>,
    /// For old points that share words with new ones, the new one that shares the most.
    near: BTreeMap<usize, usize>,
}

impl Matching {
    fn of(old: &[Point], new: &[Point]) -> Self {
        // An id should occur once. What was read from a file may repeat it: each point is then matched with one other.
        let mut ids: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
        for (n, point) in old.iter().enumerate() {
            ids.entry(&point.id).or_default().push_back(n);
        }
        let by_id = new.iter().map(|point| ids.get_mut(point.id.as_str()).and_then(VecDeque::pop_front));
        let mut matched: Vec<Option<usize>> = by_id.collect();
        let mut by_key: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
        for (n, point) in old.iter().enumerate() {
            for key in point.keys.iter().sorted_unstable().dedup() {
                by_key.entry(key).or_default().push(n);
            }
        }
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (n, point) in new.iter().enumerate() {
            for key in point.keys.iter().sorted_unstable().dedup() {
                for &o in by_key.get(key).into_iter().flatten() {
                    *shared.entry((o, n)).or_default() += 1;
                }
            }
        }
        let most = shared.into_iter().map(|((o, n), times)| (times, o, n));
        let most =
            most.sorted_unstable_by_key(|&(times, o, n)| (std::cmp::Reverse(times), o, n)).collect_vec();
        let mut taken: BTreeSet<usize> = matched.iter().flatten().copied().collect();
        let mut near = BTreeMap::new();
        for (_, o, n) in most {
            near.entry(o).or_insert(n);
            if let Some(of @ None) = matched.get_mut(n) {
                if taken.insert(o) {
                    *of = Some(o);
                }
            }
        }
        Self { old: matched, near }
    }
}

/// What a record says, regardless of where.
fn says(record: &Record) -> impl PartialEq + '_ {
    fn words(mention: &Mention) -> (&str, &str) {
        (mention.source.as_str(), mention.text.as_str())
    }
    let readings = record
        .readings
        .iter()
        .map(|reading| (&reading.value, reading.mentions.iter().map(words).sorted_unstable().collect_vec()));
    (record.level, record.developing, readings.collect_vec())
}

/// All causes.
fn causes(previous: &Reconciliation, now: &Reconciliation) -> Vec<Cause> {
    let by_id = |all: &'_ Reconciliation| -> BTreeMap<String, SourceOutline> {
        all.sources.iter().map(|source| (source.id.clone(), source.clone())).collect()
    };
    let (before, after) = (by_id(previous), by_id(now));
    let mut causes = Vec::new();
    for source in before.keys().chain(after.keys()).sorted_unstable().dedup() {
        let source = source.clone();
        match (before.get(&source), after.get(&source)) {
            (None, _) => causes.push(Cause::NewSource { source }),
            (_, None) => causes.push(Cause::SourceWithdrawn { source }),
            (Some(old), Some(new)) if is_edited(old, new) => causes.push(Cause::SourceEdited { source }),
            _ => {}
        }
    }
    if previous.version != now.version {
        let (from, to) = (previous.version.clone(), now.version.clone());
        causes.push(Cause::RulesChanged { from, to });
    }
    causes
}

fn is_edited(old: &SourceOutline, new: &SourceOutline) -> bool {
    let same_text = match (&old.digest, &new.digest) {
        (Some(old), Some(new)) => old == new,
        _ => old.sentences.iter().map(|s| s.span).eq(new.sentences.iter().map(|s| s.span)),
    };
    !same_text || old.publisher != new.publisher || old.published != new.published
}

/// The causes that affect a record: those of its own sources and of the rules; if there are none, something elsewhere.
fn bearing(causes: &[Cause], before: &Record, after: &Record) -> Vec<Cause> {
    let sources: BTreeSet<&str> =
        [before, after].into_iter().flat_map(|r| &r.readings).flat_map(|r| r.sources()).collect();
    let bears = |cause: &&Cause| match cause {
        Cause::NewSource { source } | Cause::SourceEdited { source } | Cause::SourceWithdrawn { source } => {
            sources.contains(source.as_str())
        }
        _ => true,
    };
    let bearing = causes.iter().filter(bears).cloned().collect_vec();
    if bearing.is_empty() { vec![Cause::Elsewhere] } else { bearing }
}
