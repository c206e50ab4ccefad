//! Questions to a reconciliation.

use std::fmt;

use itertools::Itertools;

use crate::compare::Verdict;
use crate::record::ClaimId;
use crate::record::{Claim, Derivation, Entity, EntityId, Place, Reading, Reconciliation, Record};

impl Reconciliation {
    /// The records on which sources differ.
    pub fn discrepancies(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(|r| r.verdict == Verdict::Discrepancy)
    }

    /// The records on which sources agree.
    pub fn agreements(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(|r| r.verdict == Verdict::Agreement)
    }

    /// The claim of an id. Linear in the number of claims.
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims.iter().find(|c| c.id == *id)
    }

    /// The entity of an id. Linear in the number of entities.
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.entities.iter().find(|e| e.id == *id)
    }
}

impl Reading {
    /// The words of its first mention, white space folded.
    pub fn words(&self) -> String {
        self.mentions.first().map_or_else(String::new, |m| m.text.split_whitespace().join(" "))
    }

    /// The ids of the sources that carry it, each once, in order.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.mentions.iter().map(|m| m.source.as_str()).dedup()
    }
}

impl fmt::Display for Record {
    /// One line for a person: `name variant: "Kiari" (bbc) / "Chiari" (other): one sound in two spellings`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let readings = self.readings.iter().format_with(" / ", |reading, show| {
            show(&format_args!("\"{}\" ({})", reading.words(), reading.sources().format(", ")))
        });
        write!(f, "{} {}: {readings}: {}", self.facet, self.relation, self.explanation)
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
