//! JSON Lines: a source a line.

use std::path::Path;

use testimonia::Source;

use crate::trouble::Trouble;

/// A source and the line it stands in, counted from 1.
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) source: Source,
}

/// The sources of a file, of which blank lines are no part.
pub(super) fn read(file: &Path, text: &str) -> Result<Vec<Line>, Trouble> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(n, line)| {
            let source = serde_json::from_str(line).map_err(|e| {
                Trouble::at_line(file, n + 1, without_place(&e)).remedy(
                    "each line is an object such as {\"id\": \"afp\", \"text\": \"..\", \"publisher\": \"AFP\", \"published\": \"2023-08-04\"}",
                )
            })?;
            Ok(Line { number: n + 1, source })
        })
        .collect()
}

/// The message without the line, which counts from what was parsed; the column tells.
pub(crate) fn without_place(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match whole.strip_suffix(&place) {
        Some(what) => format!("column {}: {what}", error.column()),
        None => whole,
    }
}
