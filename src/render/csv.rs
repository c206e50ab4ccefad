//! Flat tables as comma-separated values or JSON Lines, for spreadsheets, databases and programs.

use std::fmt::{self, Write as _};

use itertools::Itertools;
use serde::Serialize;

use crate::record::{Mention, Reading, Reconciliation, Record, SourceOutline, Value};
use crate::render::visible::visible;

/// A part of a reconciliation as a flat table, with one value per cell and separate columns for positions.
///
/// ```
/// use testimonia::{Reconciler, Source, render::Table};
///
/// let sources = [
///     Source::new("morning", "The dam at Tillia broke on Monday, killing 12 people."),
///     Source::new("evening", "The dam at Tillia broke on Monday, killing at least 14 people."),
/// ];
/// let reconciliation = Reconciler::new().reconcile(&sources)?;
/// let lines = Table::Records.json_lines(&reconciliation);
/// assert!(lines.lines().any(|line| line.contains(r#""source":"evening""#) && line.contains(r#""number":14"#)));
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Table {
    /// One row for each mention of each reading in each record.
    Records,
    /// One row for each sentence in each claim.
    Claims,
    /// One row for each derivation.
    Derivations,
}

impl Table {
    /// All tables.
    pub const ALL: &[Table] = &[Self::Records, Self::Claims, Self::Derivations];

    /// As comma-separated values (RFC 4180, UTF-8), with a header row. A cell without a value is empty.
    ///
    /// The result is safe to open in a spreadsheet: text cells are quoted, and those that a spreadsheet would read as a
    /// formula (beginning with `=`, `+`, `-`, `@` or a full-width form of these, possibly after white space) get an initial
    /// apostrophe.
    pub fn csv(self, reconciliation: &Reconciliation) -> String {
        self.csv_by_event(&[reconciliation])
    }

    /// As comma-separated values, with several events in one table whose first column is `event`.
    pub fn csv_by_event(self, events: &[&Reconciliation]) -> String {
        let columns = self.columns_of(events);
        let mut out = columns.iter().map(|column| format!("\"{column}\"")).join(",") + "\r\n";
        self.rows_of(events, &mut |row| {
            for (n, cell) in row.iter().enumerate() {
                let comma = if n > 0 { "," } else { "" };
                // Writing to a string cannot fail.
                let _ = match cell {
                    Cell::Text(text) => write!(out, "{comma}{}", quoted(text)),
                    Cell::Number(number) => write!(out, "{comma}{number}"),
                    Cell::Nothing => write!(out, "{comma}"),
                };
            }
            out.push_str("\r\n");
        });
        out
    }

    /// As JSON Lines: one object per row, with the columns as fields; `null` if there is no value.
    pub fn json_lines(self, reconciliation: &Reconciliation) -> String {
        self.json_lines_by_event(&[reconciliation])
    }

    /// As JSON Lines, with several events in one table whose first field is `event`.
    pub fn json_lines_by_event(self, events: &[&Reconciliation]) -> String {
        let columns = self.columns_of(events);
        let mut out = String::new();
        self.rows_of(events, &mut |row| {
            for (n, (column, cell)) in columns.iter().zip(row).enumerate() {
                let open = if n > 0 { "," } else { "{" };
                let _ = match cell {
                    Cell::Text(text) => write!(out, "{open}\"{column}\":{}", json(text)),
                    Cell::Number(number) => write!(out, "{open}\"{column}\":{number}"),
                    Cell::Nothing => write!(out, "{open}\"{column}\":null"),
                };
            }
            out.push_str("}\n");
        });
        out
    }

    /// The columns of a table for these events, including the event if any has a name.
    fn columns_of(self, events: &[&Reconciliation]) -> Vec<&'static str> {
        let event = events.iter().any(|all| all.event.is_some()).then_some("event");
        event.into_iter().chain(self.columns().iter().copied()).collect()
    }

    fn rows_of(self, events: &[&Reconciliation], each: &mut dyn FnMut(&[Cell])) {
        let named = events.iter().any(|all| all.event.is_some());
        for all in events {
            self.rows(all, &mut |mut row| {
                if named {
                    row.insert(0, known(all.event.as_ref()));
                }
                each(&row);
            });
        }
    }

    /// The names of the columns, without that of the event.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Records => &[
                "record",
                "facet",
                "relation",
                "level",
                "verdict",
                "confidence",
                "reading",
                "words",
                "source",
                "publisher",
                "published",
                "start",
                "end",
                "start_char",
                "end_char",
                "text",
                "independent",
                "number",
                "low",
                "high",
                "bound",
                "measure",
                "unit",
                "counted",
                "concept",
                "state",
                "per",
                "earliest",
                "latest",
                "granularity",
                "weekday",
                "part_of_day",
                "time",
                "speaker",
                "claim",
                "entity",
                "explanation",
                "label",
            ],
            Self::Claims => &[
                "claim",
                "sources",
                "independent",
                "source",
                "publisher",
                "published",
                "start",
                "end",
                "start_char",
                "end_char",
                "text",
            ],
            Self::Derivations => &["from", "to", "source_a", "source_b", "score", "evidence"],
        }
    }

    fn rows(self, all: &Reconciliation, each: &mut dyn FnMut(Vec<Cell>)) {
        match self {
            Self::Records => {
                for record in &all.records {
                    for (n, reading) in record.readings.iter().enumerate() {
                        for mention in &reading.mentions {
                            each(record_row(all, record, n, reading, mention));
                        }
                    }
                }
            }
            Self::Claims => {
                for claim in &all.claims {
                    for sentence in &claim.sentences {
                        let outline = all.sources.iter().find(|source| source.id == sentence.source);
                        let mut row = vec![
                            text(&claim.id),
                            whole(claim.support.sources),
                            Cell::Number(claim.support.independent),
                        ];
                        row.extend(source(&sentence.source, outline));
                        row.extend([sentence.span.start, sentence.span.end].map(whole));
                        row.extend([sentence.characters.start, sentence.characters.end].map(whole));
                        row.push(text(&sentence.text));
                        each(row);
                    }
                }
            }
            Self::Derivations => {
                for derivation in &all.derivations {
                    let ends = derivation.sources();
                    let evidence = derivation.evidence.iter().map(|row| row.text.as_str()).join("; ");
                    each(vec![
                        known(derivation.from.as_ref()),
                        known(derivation.to.as_ref()),
                        known(ends.map(|ends| ends[0])),
                        known(ends.map(|ends| ends[1])),
                        Cell::Number(derivation.score.value()),
                        Cell::Text(evidence),
                    ]);
                }
            }
        }
    }
}

/// The records as comma-separated values; the same as [`Table::csv`] on [`Table::Records`].
pub fn csv(reconciliation: &Reconciliation) -> String {
    Table::Records.csv(reconciliation)
}

/// The content of a cell.
enum Cell {
    Text(String),
    Number(f64),
    Nothing,
}

fn text(value: &impl ToString) -> Cell {
    Cell::Text(value.to_string())
}

fn whole(number: usize) -> Cell {
    Cell::Number(number as f64)
}

fn known(value: Option<impl ToString>) -> Cell {
    value.map_or(Cell::Nothing, |value| Cell::Text(value.to_string()))
}

fn number(value: Option<f64>) -> Cell {
    value.filter(|number| number.is_finite()).map_or(Cell::Nothing, Cell::Number)
}

/// A word of the output, as in JSON: `at_least`.
fn word(value: &impl Serialize) -> Cell {
    struct Word<'v, T>(&'v T);
    impl<T: Serialize> fmt::Display for Word<'_, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }
    text(&Word(value))
}

/// The id, publisher and publication time.
fn source(id: &str, outline: Option<&SourceOutline>) -> [Cell; 3] {
    let publisher = outline.and_then(|outline| outline.publisher.as_ref());
    [Cell::Text(id.to_owned()), known(publisher), known(outline.and_then(|outline| outline.published))]
}

fn record_row(
    all: &Reconciliation,
    record: &Record,
    n: usize,
    reading: &Reading,
    mention: &Mention,
) -> Vec<Cell> {
    let outline = all.sources.iter().find(|source| source.id == mention.source);
    let mut row = vec![
        text(&record.id),
        text(&record.facet),
        text(&record.relation),
        text(&record.level),
        text(&record.verdict),
        Cell::Number(record.confidence.value()),
        whole(n + 1),
        Cell::Text(reading.words()),
    ];
    row.extend(source(&mention.source, outline));
    row.extend([mention.span.start, mention.span.end].map(whole));
    row.extend([mention.characters.start, mention.characters.end].map(whole));
    row.push(text(&mention.text));
    row.push(Cell::Number(reading.support.independent));
    row.extend(value(&reading.value));
    row.extend([known(record.claim.as_ref()), known(record.entity.as_ref()), text(&record.explanation)]);
    row.push(known(record.label));
    row
}

/// The columns from number to speaker, as far as the value has them.
fn value(value: &Value) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(16);
    match value {
        Value::Quantity { number: stated, low, high, bound, measure, unit, counted, concept, state, per } => {
            cells.extend([*stated, *low, *high].map(number));
            cells.extend([word(bound), word(measure)]);
            cells.extend([unit, counted, concept, state, per].map(|words| known(words.as_ref())));
        }
        _ => cells.extend((0..10).map(|_| Cell::Nothing)),
    }
    match value {
        Value::Date { earliest, latest, granularity, weekday, part_of_day, time, .. } => cells.extend([
            known(*earliest),
            known(*latest),
            word(granularity),
            weekday.as_ref().map_or(Cell::Nothing, word),
            known(part_of_day.as_ref()),
            known(*time),
        ]),
        _ => cells.extend((0..6).map(|_| Cell::Nothing)),
    }
    cells.push(match value {
        Value::Quote { speaker, .. } => known(speaker.as_ref()),
        _ => Cell::Nothing,
    });
    cells
}

pub(super) fn quoted(text: &str) -> String {
    let text = visible(text);
    // A spreadsheet may trim a cell and see what follows the white space.
    let first = text.trim_start().chars().next();
    let acts = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−'))
        || text.starts_with(['\t', '\r', '\n']);
    format!("\"{}{}\"", if acts { "'" } else { "" }, text.replace('"', "\"\""))
}

/// A JSON string, with invisible characters escaped.
pub(super) fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for ch in text.chars() {
        match ch {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' | '\u{7f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(ch));
            }
            _ => out.push(ch),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula() {
        for (text, safe) in [
            ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
            ("+1", "\"'+1\""),
            (" -2", "\"' -2\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("＝1", "\"'＝1\""),
            ("\t=1", "\"'\t=1\""),
            ("a\n=1", "\"a\n=1\""),
            ("12 people, \"dead\"", "\"12 people, \"\"dead\"\"\""),
            ("", "\"\""),
        ] {
            assert_eq!(quoted(text), safe);
        }
    }

    #[test]
    fn strings_are_written_as_json() {
        for text in ["", "“Non”", "a\"b\\c", "line\nline\r\t", "\u{0}\u{1b}[31m\u{7f}", "\u{202e}"] {
            assert_eq!(serde_json::from_str::<String>(&json(text)).unwrap(), text);
        }
    }
}
