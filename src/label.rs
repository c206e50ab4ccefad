//! Labels: a reader's decisions on records, kept between runs. Uses only records.

use std::collections::BTreeSet;
use std::fmt;

use itertools::Itertools;

use crate::error::{Error, Kind};
use crate::fold::fold;
use crate::record::{Label, Reading, Reconciliation, Record};

/// A reader's decisions on records, which need not be reviewed again in later runs. A row is the id of a record, or its
/// readings separated by bars.
///
/// An id stands for the point, whatever is said about it later. Readings stand only for themselves: when a source adds
/// another one, the record is shown again.
///
/// ```
/// use testimonia::{Label, Labels, Reconciler, Source};
///
/// let sources = [
///     Source::new("morning", "The dam at Tillia broke on Monday, killing 12 people."),
///     Source::new("noon", "The dam at Tillia broke on Monday, killing 14 people."),
/// ];
/// let labels = Labels::read(Label::Dismissed, "# the toll grew\n12 people | 14 people\n")?;
/// let reconciliation = Reconciler::new().reconcile(&sources)?.with_labels(&labels);
/// assert_eq!(reconciliation.discrepancies().count(), 0);
/// assert_eq!(reconciliation.dismissed.len(), 1);
/// assert_eq!(labels.idle(&reconciliation).count(), 0);
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    rows: Vec<LabelRow>,
}

/// A row of labels: the decision, and the records it applies to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelRow {
    label: Label,
    line: usize,
    words: String,
    of: Of,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Of {
    Id(String),
    /// Normalised readings.
    Readings(BTreeSet<String>),
}

impl Labels {
    /// No labels.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads rows that all give the same label, one per line: the id of a record, or at least two readings separated by bars
    /// or tabs. Empty lines and comments are ignored; a comment starts with `#` at the beginning of a line or after a space.
    ///
    /// # Errors
    ///
    /// A line that is neither a record id nor at least two readings; the error gives its number, counted from 1.
    pub fn read(label: Label, rows: &str) -> Result<Self, Error> {
        let mut labels = Self::default();
        for (n, line) in rows.lines().enumerate() {
            let line = without_comment(line);
            if line.is_empty() {
                continue;
            }
            let parts = line.split(['|', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect_vec();
            let of = match parts[..] {
                [id] if is_record_id(id) => Of::Id(id.to_owned()),
                [] | [_] => return Err(Kind::Label { line: n + 1, row: line.to_owned() }.into()),
                _ => Of::Readings(parts.iter().map(|part| key(part)).collect()),
            };
            labels.rows.push(LabelRow { label, line: n + 1, words: parts.join(" | "), of });
        }
        Ok(labels)
    }

    /// Adds the rows of `other`.
    pub fn extend(&mut self, other: Labels) -> &mut Self {
        self.rows.extend(other.rows);
        self
    }

    /// All rows, in the order they were read.
    pub fn rows(&self) -> &[LabelRow] {
        &self.rows
    }

    /// The label of a record. A record that is both accepted and dismissed counts as accepted, because showing it is safer.
    pub fn of(&self, record: &Record) -> Option<Label> {
        self.rows.iter().filter(|row| row.is_of(record)).map(|row| row.label).min()
    }

    /// The rows that match no record, not even a dismissed one.
    pub fn idle<'a>(&'a self, all: &'a Reconciliation) -> impl Iterator<Item = &'a LabelRow> {
        self.rows.iter().filter(|row| !all.records.iter().chain(&all.dismissed).any(|r| row.is_of(r)))
    }
}

impl LabelRow {
    /// The decision.
    pub fn label(&self) -> Label {
        self.label
    }

    /// The row's line number, counted from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    fn is_of(&self, record: &Record) -> bool {
        match &self.of {
            Of::Id(id) => record.id.as_str() == id,
            Of::Readings(keys) => {
                let is_named =
                    |reading: &Reading| reading.mentions.iter().any(|m| keys.contains(&key(&m.text)));
                record.readings.len() > 1 && record.readings.iter().all(is_named)
            }
        }
    }
}

impl fmt::Display for LabelRow {
    /// The row without its comment.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl Reconciliation {
    /// Applies a reader's decisions: dismissed records move from `records` to `dismissed`; accepted ones are marked.
    #[must_use]
    pub fn with_labels(mut self, labels: &Labels) -> Self {
        for mut record in std::mem::take(&mut self.records) {
            match labels.of(&record) {
                Some(Label::Dismissed) => {
                    record.label = Some(Label::Dismissed);
                    self.dismissed.push(record);
                }
                label => {
                    record.label = label.or(record.label);
                    self.records.push(record);
                }
            }
        }
        self
    }
}

/// A line without its comment. A `#` within a word does not start a comment: it may be a hashtag.
fn without_comment(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with('#') {
        return "";
    }
    let mut comments = line.match_indices('#').map(|(at, _)| at);
    let begins = |at: &usize| {
        let (before, after) = (&line[..*at], &line[at + 1..]);
        before.ends_with(char::is_whitespace) && (after.is_empty() || after.starts_with(char::is_whitespace))
    };
    comments.find(begins).map_or(line, |at| line[..at].trim_end())
}

fn is_record_id(word: &str) -> bool {
    let digits = word.strip_prefix('r').unwrap_or_default();
    digits.len() == 12 && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The key of a reading: its words, ignoring case, accents and punctuation; the reading itself if it has no words.
fn key(reading: &str) -> String {
    let folded = fold(reading);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).join(" ");
    if words.is_empty() { folded.split_whitespace().join(" ") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_begins_with_a_mark_by_itself() {
        for (line, rest) in [
            ("# all of it", ""),
            ("r9c3f532c4271  # the agency corrected it", "r9c3f532c4271"),
            ("12 | 14 #", "12 | 14"),
            ("#MeToo | Me Too", ""),
            ("the #MeToo march | the march", "the #MeToo march | the march"),
            ("  ", ""),
        ] {
            assert_eq!(without_comment(line), rest, "{line}");
        }
    }

    #[test]
    fn readings_are_known_by_their_words() {
        assert_eq!(key("“At least  12 people”"), key("at least 12 people"));
        assert_eq!(key("Place Vendôme"), "place vendome");
        assert_eq!(key("?!"), "?!");
    }
}
