//! CSV and Markdown: one row a reading, and nothing that a spreadsheet or a reader of Markdown would obey.

use testimonia::render;

use super::markup::is_tame;
use super::{dam, hostile, reconciled};

/// Rows of cells (RFC 4180).
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = csv.chars().peekable();
    while let Some(ch) = chars.next() {
        let row = rows.last_mut().unwrap();
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => assert_eq!(chars.next(), Some('\n')),
            _ => row.last_mut().unwrap().push(ch),
        }
        if ch == '\r' && !quoted {
            rows.push(vec![String::new()]);
        }
    }
    assert!(!quoted);
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends");
    rows
}

#[test]
fn csv_has_a_row_for_each_reading_and_no_formula() {
    for sources in [dam(), hostile()] {
        let reconciliation = reconciled(&sources);
        let csv = render::csv(&reconciliation);
        is_tame(&csv);
        let rows = rows(&csv);
        let readings: usize = reconciliation.records.iter().map(|r| r.readings.len()).sum();
        assert_eq!(rows.len(), 1 + readings);
        for row in &rows {
            assert_eq!(row.len(), rows[0].len(), "{row:?}");
            for cell in row {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
    }
    let rows = rows(&render::csv(&reconciled(&dam())));
    let words = rows[0].iter().position(|name| name == "words").unwrap();
    let column = rows.iter().map(|row| row[words].as_str());
    assert!(["12 people", "14 people"].iter().all(|words| column.clone().any(|w| w == *words)));
}

#[test]
fn markdown_marks_what_differs_and_escapes_the_rest() {
    let sources = dam();
    let page = render::markdown(&reconciled(&sources), &sources);
    for part in [
        "| **12** people | one | The dam at Tillia broke on Monday, killing *12 people*. |",
        "| **Kiari** Moussa | one |",
        "| one | The One | 2024-05-08 |",
        "\n## Agreements\n",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let sources = hostile();
    let page = render::markdown(&reconciled(&sources), &sources);
    is_tame(&page);
    for line in page.lines() {
        let bare = line
            .replace("\\\\", "")
            .replace("\\<", "")
            .replace("\\`", "")
            .replace("\\[", "")
            .replace("\\|", "");
        assert!(!bare.contains('<') && !bare.contains("](") || bare.contains("\\]("), "{line}");
        if line.starts_with("| ") {
            let columns = bare.matches('|').count();
            assert!((4..=5).contains(&columns), "{columns}: {line}");
        }
    }
}
