//! Queries on a reconciliation.

use std::fmt;

use itertools::Itertools;

use crate::compare::Verdict;
use crate::record::ClaimId;
use crate::record::{
    Claim, Derivation, Entity, EntityId, Label, Mention, Place, Reading, Reconciliation, Record,
};
use crate::source::Source;
use crate::span::{Characters, Span};

impl Reconciliation {
    /// The records on which sources differ.
    pub fn discrepancies(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(|r| r.verdict == Verdict::Discrepancy)
    }

    /// The records on which sources agree.
    pub fn agreements(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(|r| r.verdict == Verdict::Agreement)
    }

    /// Adds the name of the event, which distinguishes it from others in the same call.
    #[must_use]
    pub fn of_event(mut self, name: impl Into<String>) -> Self {
        self.event = Some(name.into());
        self
    }

    /// Looks up a record by id, for instance one kept from an earlier run: `reconciliation.record("r1c0ffee00000")`. Linear in
    /// the number of records.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|r| r.id.as_str() == id)
    }

    /// The same reconciliation with the texts of these sources included (`sources[].text`), for a reader who does not have them:
    /// for instance to see what was extracted from a web page as the article. Sources it does not know are ignored.
    #[must_use]
    pub fn with_texts(mut self, sources: &[Source]) -> Self {
        for outline in &mut self.sources {
            let source = sources.iter().find(|source| source.id() == outline.id);
            outline.text = source.map(|source| source.text().to_owned());
        }
        self
    }

    /// Looks up a claim by id. Linear in the number of claims.
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims.iter().find(|c| c.id == *id)
    }

    /// Looks up an entity by id. Linear in the number of entities.
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.entities.iter().find(|e| e.id == *id)
    }
}

impl Record {
    /// The readings, ordered by the number of independent sources, highest first.
    pub fn by_support(&self) -> impl Iterator<Item = &Reading> {
        self.consensus.order.iter().filter_map(|&n| self.readings.get(n))
    }

    /// The most precise reading, if the readings agree and one is more precise than all others.
    pub fn most_precise(&self) -> Option<&Reading> {
        self.readings.get(self.consensus.most_precise?)
    }

    /// The id of the source that was published first, if the dates of all are known and one precedes the others.
    pub fn earliest(&self) -> Option<&str> {
        self.consensus.earliest.as_deref()
    }
}

impl Derivation {
    /// The ids of the two sources; the one reused comes first, if that is known.
    pub fn sources(&self) -> Option<[&str; 2]> {
        match (&self.from, &self.to, &self.between) {
            (Some(from), Some(to), _) => Some([from, to]),
            (_, _, Some([a, b])) => Some([a, b]),
            _ => None,
        }
    }
}

impl Reconciliation {
    /// The derivations that involve a source, as the one reused or the one that reuses. Linear in the number of derivations.
    pub fn derivations_of(&self, source: &str) -> impl Iterator<Item = &Derivation> {
        self.derivations.iter().filter(move |d| d.sources().is_some_and(|ends| ends.contains(&source)))
    }
}

impl Mention {
    /// A passage in a source, for instance one that an [`Opinion`](crate::resolve::Opinion) rests on. Character positions are
    /// known only for passages the library made itself; here they are 0.
    pub fn new(source: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        Self { source: source.into(), span, characters: Characters::default(), text: text.into() }
    }
}

impl Reading {
    /// The words of its first mention, with white space normalised.
    pub fn words(&self) -> String {
        self.mentions.first().map_or_else(String::new, |m| m.text.split_whitespace().join(" "))
    }

    /// The ids of the sources that support it, each once, in order.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.mentions.iter().map(|m| m.source.as_str()).dedup()
    }
}

impl fmt::Display for Record {
    /// One line for people: `name variant: "Kiari" (bbc) / "Chiari" (other): one sound in two spellings`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let readings = self.readings.iter().format_with(" / ", |reading, show| {
            show(&format_args!("\"{}\" ({})", reading.words(), reading.sources().format(", ")))
        });
        write!(f, "{} {}: {readings}: {}", self.facet, self.relation, self.explanation)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Accepted => "accepted",
            Self::Dismissed => "dismissed",
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}..{}", self.source, self.span.start, self.span.end)
    }
}

impl fmt::Display for Derivation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.from, &self.to, &self.between) {
            (Some(from), Some(to), _) => write!(f, "{to} derives from {from}"),
            (_, _, Some([a, b])) => write!(f, "{a} and {b} share text"),
            _ => Ok(()),
        }
    }
}
