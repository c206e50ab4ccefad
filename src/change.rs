//! Change: what a reconciliation says otherwise than an earlier one of the same event. Sees only records and sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::compare::Facet;
use crate::record::{Mention, Reconciliation, Record, RecordId, SourceOutline};

/// What changed from one reconciliation to the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Changes {
    /// Why anything may be otherwise at all: every source that came, went or was edited, and other rules.
    pub because: Vec<Cause>,
    /// Records on points that had none.
    pub added: Vec<Record>,
    /// Records whose point is gone. One that a reader dismissed is not.
    pub removed: Vec<Record>,
    /// Records that say something else than before.
    pub changed: Vec<Change>,
    /// Records that are a part of another now.
    pub merged: Vec<Merged>,
    /// The ids, now, of records that say what they said.
    pub unchanged: Vec<RecordId>,
}

/// A record that says something else than before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Change {
    /// Its id now.
    pub id: RecordId,
    /// What it was.
    pub before: Record,
    /// What it is.
    pub after: Record,
    /// The causes that bear on it.
    pub because: Vec<Cause>,
}

/// A record that became a part of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Merged {
    /// The id it had.
    pub id: RecordId,
    /// The id of the record that holds its readings now.
    pub into: RecordId,
}

/// Why something is otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Cause {
    /// A source that was not there before.
    #[non_exhaustive]
    NewSource {
        /// Its id.
        source: String,
    },
    /// A source whose text, publisher or time of publication is another.
    #[non_exhaustive]
    SourceEdited {
        /// Its id.
        source: String,
    },
    /// A source that is there no more.
    #[non_exhaustive]
    SourceWithdrawn {
        /// Its id.
        source: String,
    },
    /// Another version of the library, whose rules and learned numbers may be others.
    #[non_exhaustive]
    RulesChanged {
        /// The version before, where it is known.
        from: Option<String>,
        /// The version now.
        to: Option<String>,
    },
    /// None of these: other options or words, or the weight of a change elsewhere.
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
            Self::Elsewhere => {
                f.write_str("something changed elsewhere: other options, or what else the texts say")
            }
        }
    }
}

impl Changes {
    /// True where every record says what it said, and none came or went.
    pub fn is_empty(&self) -> bool {
        let Self { added, removed, changed, merged, .. } = self;
        added.is_empty() && removed.is_empty() && changed.is_empty() && merged.is_empty()
    }
}

impl Reconciliation {
    /// What is otherwise than in an earlier reconciliation of the same event. A point is the same where its id is, or else where
    /// most of what the sources say of it is. Near linear in the number of mentions.
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
        // What a reader dismissed is still there: it neither comes nor goes.
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

    /// The same with the ids that records, claims and entities had in an earlier reconciliation, wherever they are still there.
    /// Ids are stable by themselves where a source comes that is not the earliest; with this they are whatever comes or goes.
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

/// Words of a source, and the facet they are compared as.
type Key = (Option<Facet>, String, String);

fn key(facet: Option<Facet>, source: &str, text: &str) -> Key {
    (facet, source.to_owned(), text.split_whitespace().join(" "))
}

/// What is matched: its id, and the words it is known by.
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

/// Which points of two reconciliations are one.
struct Matching {
    /// For each new one the old one.
    old: Vec<Option<usize>>,
    /// For old ones that share words with new ones, that with which they share most.
    near: BTreeMap<usize, usize>,
}

impl Matching {
    fn of(old: &[Point], new: &[Point]) -> Self {
        let ids: BTreeMap<&str, usize> = old.iter().enumerate().map(|(n, p)| (p.id.as_str(), n)).collect();
        let mut matched: Vec<Option<usize>> = new.iter().map(|p| ids.get(p.id.as_str()).copied()).collect();
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

/// What a record says, wherever in the texts it stands.
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

/// Every cause there is.
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

/// The causes that bear on a record: those of its own sources and of the rules; where there is none, something elsewhere.
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
