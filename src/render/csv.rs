//! Comma-separated values, for a spreadsheet.

use itertools::Itertools;

use crate::record::{Reading, Reconciliation};
use crate::render::visible::visible;

const COLUMNS: [&str; 14] = [
    "record",
    "facet",
    "relation",
    "level",
    "verdict",
    "confidence",
    "reading",
    "words",
    "sources",
    "independent",
    "places",
    "claim",
    "entity",
    "explanation",
];

/// The records as comma-separated values (RFC 4180, UTF-8), one row a reading, with a heading. `places` are
/// `source:start..end`, in bytes, with blanks between.
///
/// Safe to open in a spreadsheet: every cell is quoted, and one that a spreadsheet would take for a formula (it begins with
/// `=`, `+`, `-`, `@` or such a character of full width, with or without white space before) begins with an apostrophe.
pub fn csv(reconciliation: &Reconciliation) -> String {
    let mut out = String::new();
    row(&mut out, COLUMNS.iter().map(|&column| column.to_owned()));
    for record in &reconciliation.records {
        for (n, reading) in record.readings.iter().enumerate() {
            let places = reading.mentions.iter();
            let places = places.map(|m| format!("{}:{}..{}", m.source, m.span.start, m.span.end)).join(" ");
            row(
                &mut out,
                [
                    record.id.to_string(),
                    record.facet.to_string(),
                    record.relation.to_string(),
                    record.level.to_string(),
                    record.verdict.to_string(),
                    format!("{:.4}", record.confidence.value()),
                    (n + 1).to_string(),
                    reading.words(),
                    sources(reading),
                    format!("{:.4}", reading.support.independent),
                    places,
                    record.claim.as_ref().map_or_else(String::new, ToString::to_string),
                    record.entity.as_ref().map_or_else(String::new, ToString::to_string),
                    record.explanation.clone(),
                ],
            );
        }
    }
    out
}

fn sources(reading: &Reading) -> String {
    reading.sources().join(", ")
}

fn row(out: &mut String, cells: impl IntoIterator<Item = String>) {
    let cells = cells.into_iter().map(|text| cell(&text));
    out.push_str(&cells.collect_vec().join(","));
    out.push_str("\r\n");
}

fn cell(text: &str) -> String {
    let text = visible(text);
    // A spreadsheet that trims cells sees what comes after the blanks.
    let first = text.trim_start().chars().next();
    let acts = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−'))
        || text.starts_with(['\t', '\r', '\n']);
    format!("\"{}{}\"", if acts { "'" } else { "" }, text.replace('"', "\"\""))
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
            assert_eq!(cell(text), safe);
        }
    }
}
