//! A reconciliation read from a file that somebody has edited: whatever its strings hold, output follows the rules of its format.

use serde_json::Value;
use testimonia::render::{self, Explanation, Table, Text};
use testimonia::{Reconciliation, Source};

use super::html::is_inert;
use super::rules::{PAYLOADS, is_tame, rows};
use super::{dam, reconciled};

/// The strings of a document, in order; the `n`-th is replaced, and false returned if there is none.
fn replace(value: &mut Value, n: &mut usize, by: &str) -> bool {
    match value {
        Value::String(text) if *n == 0 => {
            by.clone_into(text);
            true
        }
        Value::String(_) => {
            *n -= 1;
            false
        }
        Value::Array(items) => items.iter_mut().any(|item| replace(item, n, by)),
        Value::Object(fields) => fields.values_mut().any(|item| replace(item, n, by)),
        _ => false,
    }
}

fn follows_the_rules(all: &Reconciliation, sources: &[Source]) {
    is_inert(&render::html(all, sources));
    is_tame(&render::tei(all));
    is_tame(&render::markdown(all, sources));
    is_tame(&Text::new(all, sources).to_string());
    for table in [Table::Records, Table::Claims, Table::Derivations] {
        assert_eq!(rows(&table.csv(all))[0].len(), table.columns().len());
    }
    for record in &all.records {
        if let Some(explanation) = Explanation::new(all, sources, record.id.as_str()) {
            is_tame(&explanation.to_string());
        }
    }
}

#[test]
fn no_string_of_a_file_acts() {
    let sources = dam();
    let made = serde_json::to_value(reconciled(&sources).with_texts(&sources)).unwrap();
    let (mut n, mut read) = (0, 0);
    loop {
        for payload in [PAYLOADS.concat().as_str(), PAYLOADS[n % PAYLOADS.len()], "\u{1e}\" x=\"\u{7f}"] {
            let mut edited = made.clone();
            if !replace(&mut edited, &mut n.clone(), payload) {
                assert!(n > 100 && read > 200, "{n} strings, {read} read");
                return;
            }
            if let Ok(all) = serde_json::from_value::<Reconciliation>(edited) {
                read += 1;
                follows_the_rules(&all, &sources);
                follows_the_rules(&all, &[]);
            }
        }
        n += 1;
    }
}

#[test]
fn only_an_id_is_read_as_an_id() {
    let sources = dam();
    let made = serde_json::to_value(reconciled(&sources)).unwrap();
    let given = made["records"][0]["id"].as_str().unwrap();
    for wrong in
        ["", "r0", "c0123456789ab", "r0123456789aB", "r0123456789abc", "r\"><b>01234", "r01234567890\u{1e}"]
    {
        let text = made.to_string().replace(&format!("\"{given}\""), &serde_json::to_string(wrong).unwrap());
        let error = serde_json::from_str::<Reconciliation>(&text).unwrap_err().to_string();
        assert!(error.contains("an id: `r` and twelve hexadecimal digits"), "{wrong:?}: {error}");
    }
}
