//! CSV, JSON Lines and Markdown: flat tables, and nothing that a spreadsheet or a Markdown renderer would act on.

use serde_json::Value;
use testimonia::render::{self, Table};

use super::rules::{is_tame, rows};
use super::{dam, hostile, reconciled};

#[test]
fn csv_has_a_row_for_each_mention_and_no_formula() {
    for sources in [dam(), hostile()] {
        let reconciliation = reconciled(&sources);
        let csv = render::csv(&reconciliation);
        let rows = rows(&csv);
        let readings = reconciliation.records.iter().flat_map(|r| &r.readings);
        assert_eq!(rows.len(), 1 + readings.map(|r| r.mentions.len()).sum::<usize>());
    }
    let rows = rows(&render::csv(&reconciled(&dam())));
    let words = rows[0].iter().position(|name| name == "words").unwrap();
    let column = rows.iter().map(|row| row[words].as_str());
    assert!(["12 people", "14 people"].iter().all(|words| column.clone().any(|w| w == *words)));
}

/// The cells of the named column.
fn column<'r>(rows: &'r [Vec<String>], name: &str) -> Vec<&'r str> {
    let at = rows[0].iter().position(|column| column == name).unwrap_or_else(|| panic!("no {name}"));
    rows[1..].iter().map(|row| row[at].as_str()).collect()
}

#[test]
fn a_toll_is_a_number_in_a_column_of_its_own() {
    let csv = render::csv(&reconciled(&dam()));
    let rows = rows(&csv);
    let killed = column(&rows, "state").iter().map(|state| *state == "killed").collect::<Vec<_>>();
    let of_toll = |name| {
        let cells = column(&rows, name).into_iter().zip(&killed);
        cells.filter_map(|(cell, killed)| killed.then_some(cell)).collect::<Vec<_>>()
    };
    assert_eq!(of_toll("source"), ["one", "other"]);
    assert_eq!(of_toll("number"), ["12", "14"]);
    assert_eq!(of_toll("counted"), ["people", "people"]);
    assert_eq!(of_toll("reading"), ["1", "2"]);
    assert_eq!(of_toll("bound"), ["exact", "exact"]);
}

#[test]
fn tables_have_the_same_content_in_both_formats() {
    for sources in [dam(), hostile()] {
        let reconciliation = reconciled(&sources);
        for table in Table::ALL {
            let rows = rows(&table.csv(&reconciliation));
            assert_eq!(rows[0], table.columns());
            let lines = table.json_lines(&reconciliation);
            assert_eq!(lines.lines().count(), rows.len() - 1, "{table:?}");
            for (line, row) in lines.lines().zip(&rows[1..]) {
                let object: serde_json::Map<String, Value> = serde_json::from_str(line).unwrap();
                assert_eq!(object.len(), row.len());
                for (column, cell) in rows[0].iter().zip(row) {
                    match &object[column] {
                        Value::Null => assert_eq!(cell, "", "{table:?} {column}"),
                        Value::Number(number) => assert_eq!(number.to_string().parse(), cell.parse::<f64>()),
                        Value::String(text) => assert_eq!(text.is_empty(), cell.is_empty()),
                        other => panic!("{other}"),
                    }
                }
            }
        }
    }
}

#[test]
fn places_are_given_in_characters_too() {
    let sources = hostile();
    let lines =
        Table::Claims.json_lines(&reconciled(&sources)) + &Table::Records.json_lines(&reconciled(&sources));
    assert!(!lines.is_empty());
    for line in lines.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let source = sources.iter().find(|source| row["source"] == source.id()).unwrap();
        let number = |name: &str| row[name].as_u64().unwrap() as usize;
        let (start, end) = (number("start_char"), number("end_char"));
        let characters: String = source.text().chars().skip(start).take(end - start).collect();
        assert_eq!(row["text"], characters.as_str());
    }
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
