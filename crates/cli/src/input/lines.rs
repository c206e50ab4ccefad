//! JSON Lines: one source per line.

use std::fmt;
use std::path::Path;

use super::given::{EXAMPLE, Given};
use crate::trouble::Trouble;

/// A source and its position in the file.
pub(super) struct Line {
    pub(super) at: At,
    pub(super) source: Given,
}

/// The position of a source in its file, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Line(usize),
    /// An item of a list.
    Item(usize),
}

impl At {
    pub(super) fn number(self) -> usize {
        match self {
            At::Line(n) | At::Item(n) => n,
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::Line(n) => write!(f, "line {n}"),
            At::Item(n) => write!(f, "source {n}"),
        }
    }
}

/// Reads the sources in a file. Blank lines are skipped.
pub(super) fn read(file: &Path, text: &str) -> Result<Vec<Line>, Trouble> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(n, line)| {
            let source = serde_json::from_str(line).map_err(|e| {
                Trouble::at_line(file, n + 1, without_place(&e))
                    .remedy(format!("each line is an object such as {EXAMPLE}"))
            })?;
            Ok(Line { at: At::Line(n + 1), source })
        })
        .collect()
}

/// The message without the line number, which counts from the start of the parsed text; the column is kept.
pub(crate) fn without_place(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match whole.strip_suffix(&place) {
        Some(what) => format!("column {}: {what}", error.column()),
        None => whole,
    }
}
