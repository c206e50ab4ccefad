//! `testimonia stories`: a feed in, one result per story out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const FEED: &str = r#"{"id": "a", "title": "Dam breaks", "text": "A dam broke at Tillia on Monday, killing 12 people, the governor of Tahoua said."}
{"id": "b", "text": "Shares of the brewer Maltco rose after it named a new chief executive."}
{"id": "c", "text": "The governor of Tahoua said 14 people were killed when the dam at Tillia broke."}
"#;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_testimonia");
    let output = Command::new(program).current_dir(folder).arg("stories").args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn feed() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("feed.jsonl"), FEED).unwrap();
    folder
}

#[test]
fn each_story_is_a_line() {
    let folder = feed();
    let output = run(folder.path(), &["feed.jsonl"]);
    let lines = String::from_utf8(output.stdout).unwrap();
    let story: serde_json::Value = serde_json::from_str(lines.trim()).unwrap();
    assert_eq!(story["sources"], serde_json::json!(["a", "c"]));
    assert_eq!(story["reconciliation"]["schema"], "testimonia/1");
    assert!(String::from_utf8_lossy(&output.stderr).contains("3 articles, 1 stories"));
}

#[test]
fn groups_alone_give_the_story_of_each_article() {
    let folder = feed();
    let output = run(folder.path(), &["feed.jsonl", "--format", "tsv", "--quiet"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<(&str, &str)> = text.lines().map(|line| line.split_once('\t').unwrap()).collect();
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), ["a", "c", "b"]);
    assert!(rows[0].1 == rows[1].1 && rows[1].1 != rows[2].1);
    assert!(output.stderr.is_empty());
}

#[test]
fn stories_already_done_are_left_alone() {
    let folder = feed();
    run(folder.path(), &["feed.jsonl", "-o", "out"]);
    let out = folder.path().join("out");
    let file = fs::read_dir(&out)
        .unwrap()
        .map(|e| e.unwrap().path())
        .find(|p| p.extension().is_some_and(|e| e == "json"));
    let file = file.unwrap();
    assert!(out.join("groups.tsv").is_file());
    fs::write(&file, "done").unwrap();
    let output = run(folder.path(), &["feed.jsonl", "-o", "out", "--skip-done"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("1 stories were already done"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "done");
    run(folder.path(), &["feed.jsonl", "-o", "out"]);
    assert_ne!(fs::read_to_string(&file).unwrap(), "done");
}
