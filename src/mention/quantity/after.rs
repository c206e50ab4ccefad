//! Counts of an event that the reported one came after: "weeks after an attack that killed 22", "days after gunmen killed
//! 22".

use std::ops::Range;

use crate::lexicon::CalendarUnit;
use crate::lexicon::calendar::{CalendarWord, calendar_word};
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::mention::quantity::Quantity;
use crate::mention::quantity::scope::{Around, EVENTS};

/// Words before an event the reader already knows, usually the one reported: demonstratives, possessives and pronouns, which
/// are closed classes.
const KNOWN: &[&str] = &["the", "this", "that", "these", "those", "its", "their", "his", "her", "it", "they"];

/// The most tokens from "largest" to "ever" in "the largest fish ever caught".
const RECORD: usize = 6;

/// True for a noun for the time between two events.
fn is_time_between(word: &str) -> bool {
    use CalendarUnit::{Day, Decade, Fortnight, Hour, Month, Week, Year};
    let unit = |unit| matches!(unit, Hour | Day | Week | Fortnight | Month | Year | Decade);
    matches!(calendar_word(word), Some(CalendarWord::Unit(of)) if unit(of))
}

impl Around<'_, '_> {
    /// True for a number that counts what an earlier event did, in a sentence that also reports a later one: the sentence has
    /// a separate count for that (one of `others`), says that it came after, or names it first.
    pub(super) fn is_of_what_came_before<'q>(
        &self,
        q: &Quantity,
        mut others: impl Iterator<Item = &'q Quantity>,
    ) -> bool {
        let Some((lead, after)) = self.what_came_before() else { return false };
        if KNOWN.contains(&self.word(after.start)) {
            return false;
        }
        let own = others.any(|other| {
            let outside = other.tokens.end <= after.start || self.has_comma(q.tokens.end..other.tokens.start);
            outside && other.state == q.state && q.state.is_some() && other.low != q.low
        });
        // "Of an earlier one" follows from the words before: "the bombing came weeks after an attack".
        let mut before = self.first..lead;
        own || before.any(|at| self.is_in(at, WordSet::Follows) || EVENTS.contains(self.word(at)))
    }

    /// "The largest fish ever caught weighed 300 pounds", "12 had been hurt previously": figures of a record or of another time.
    pub(super) fn is_of_what_stood_before(&self) -> bool {
        let is_participle = |at: usize| {
            self.document.is(at, Class::IrregularPast)
                || self.word(at).len() > 4 && self.word(at).ends_with("ed")
        };
        let superlative = |at: usize| {
            let word = self.word(at);
            word.len() > 4 && word.ends_with("est") || matches!(word, "most" | "worst" | "best")
        };
        let record = self.before.clone().any(|at| {
            self.word(at) == "ever"
                && is_participle(at + 1)
                && (at + 2..self.number.start)
                    .any(|at| is_participle(at) || matches!(self.word(at), "was" | "is"))
                && (at.saturating_sub(RECORD).max(self.before.start)..at).any(superlative)
        });
        let clause = || self.before.clone().chain(self.behind.clone());
        record
            || clause().any(|at| {
                let auxiliary =
                    at.checked_sub(1).is_some_and(|at| self.document.is(at, Class::PlainAuxiliary));
                self.word(at) == "previously" && auxiliary && is_participle(at + 1)
            })
    }

    /// The phrase between "weeks after" and the number, and where it begins. It contains no comma, which would end it.
    fn what_came_before(&self) -> Option<(usize, Range<usize>)> {
        let low = self.number.start.saturating_sub(REACH).max(self.first);
        for at in (low..self.number.start).rev() {
            if matches!(self.word(at), "," | ";" | ":") {
                return None;
            }
            let unit = at.checked_sub(1).filter(|&unit| unit >= self.first);
            let timed = unit.filter(|&unit| is_time_between(self.word(unit)));
            let lead = match self.word(at) {
                "after" => timed,
                // "The deadliest since one that killed 22."
                "since" if matches!(self.word(at + 1), "one" | "an" | "a") => Some(at),
                "of" if self.back_to(at, &["on", "the", "heels"]) => at.checked_sub(3),
                _ => None,
            };
            if let Some(lead) = lead {
                return Some((lead, at + 1..self.number.start));
            }
        }
        None
    }

    /// True if the words before a token are these.
    fn back_to(&self, at: usize, words: &[&str]) -> bool {
        let start = at.checked_sub(words.len()).filter(|&start| start >= self.first);
        start.is_some_and(|start| words.iter().zip(start..at).all(|(word, n)| self.word(n) == *word))
    }

    fn has_comma(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.word(at) == ",")
    }
}

/// How far before the number the word for "after" is searched, in tokens.
const REACH: usize = 16;
