//! The formats for programs, validated against schema/testimonia-1.json.

use std::fs;
use std::path::Path;

use crate::desk::{DAM_A, DAM_B, Desk};
use jsonschema::Validator;
use serde_json::{Value, json};

fn schema() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/testimonia-1.json");
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// The schema of one type within it.
fn part(name: &str) -> Validator {
    let mut schema = schema();
    let definitions = schema["$defs"].take();
    jsonschema::validator_for(&json!({"$ref": format!("#/$defs/{name}"), "$defs": definitions})).unwrap()
}

#[track_caller]
fn holds(validator: &Validator, value: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
}

fn events(test: &str) -> Vec<Desk> {
    let odd = format!("{DAM_A} \u{1b}[31m “<b>\u{202e}”, said A. Kande.");
    let lines = [
        json!({"id": "x", "text": odd, "publisher": "X", "published": "2024-05-08T09:30"}),
        json!({"id": "y", "text": DAM_B}),
    ];
    let desk = Desk::new(&format!("{test}_odd"));
    desk.write("event.jsonl", lines.map(|line| format!("{line}\n")).concat());
    vec![Desk::dam(test), desk]
}

#[test]
fn json_is_what_the_schema_says() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for desk in events("schema_json") {
        for choice in [&["--min-confidence", "0"][..], &["--only", "agreements"], &["--facet", "date"]] {
            let text = desk.prints(&[&[".", "-f", "json"], choice].concat());
            holds(&validator, &serde_json::from_str(&text).unwrap());
        }
    }
    assert!(!validator.is_valid(&json!({"schema": "testimonia/2"})));
}

#[test]
fn each_line_is_a_record_of_the_schema() {
    let validator = part("Record");
    for desk in events("schema_lines") {
        let lines = desk.prints(&[".", "-f", "jsonl", "--min-confidence", "0"]);
        assert!(lines.lines().count() > 2);
        for line in lines.lines() {
            holds(&validator, &serde_json::from_str(line).unwrap());
        }
    }
    assert!(!validator.is_valid(&json!({"id": "r0"})));
}
