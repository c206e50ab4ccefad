//! The examples of docs/data.md, run as a reader would run them: the program on the example event, then each block of Python.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desk::Desk;

/// The blocks of a page with their languages, in order.
fn blocks(page: &str) -> Vec<(&str, String)> {
    let mut blocks: Vec<(&str, String)> = Vec::new();
    let mut open = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(language) if !open => {
                blocks.push((language, String::new()));
                open = true;
            }
            Some(_) => open = false,
            None if open => {
                let (_, block) = blocks.last_mut().unwrap();
                block.push_str(line);
                block.push('\n');
            }
            None => {}
        }
    }
    assert!(!open);
    blocks
}

/// A Python with pandas, which `.ci/data` installs.
fn python() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let made = root.join("target/data-frames/bin/python");
    let has_pandas = |python: &Path| {
        let asked = Command::new(python).args(["-c", "import pandas"]).output();
        asked.is_ok_and(|told| told.status.success())
    };
    [made, PathBuf::from("python3")].into_iter().find(|python| has_pandas(python))
}

#[test]
fn the_examples_of_the_guide_do_what_it_says() {
    let page = include_str!("../../../docs/data.md");
    let blocks = blocks(page);
    let desk = Desk::new("data");
    let python = python();
    if python.is_none() {
        eprintln!(
            "skipped: the Python of docs/data.md (no Python with pandas is installed; .ci/data makes one)"
        );
    }
    let (mut printed, mut run) = (Vec::new(), 0);
    for (language, block) in &blocks {
        match *language {
            "jsonl" => drop(desk.write("event.jsonl", block)),
            "sh" => {
                for line in block.lines() {
                    let words: Vec<&str> = line.split(' ').collect();
                    assert_eq!(words[0], "testimonia", "{line}");
                    desk.prints(&words[1..]);
                }
            }
            "python" => {
                let Some(python) = &python else { continue };
                let told = Command::new(python)
                    .current_dir(desk.path(""))
                    .env("PYTHONIOENCODING", "utf-8")
                    .args(["-c", block])
                    .output()
                    .unwrap();
                assert!(told.status.success(), "{block}{}", String::from_utf8_lossy(&told.stderr));
                let out = String::from_utf8(told.stdout).unwrap();
                if !out.is_empty() {
                    assert!(block.lines().count() <= 5, "five lines are promised:\n{block}");
                    printed.push(out);
                }
                run += 1;
            }
            "text" if python.is_some() => {
                assert!(printed.len() > 1);
                for out in printed.drain(..) {
                    assert_eq!(out, *block);
                }
            }
            "text" => {}
            other => panic!("a block in {other}"),
        }
    }
    assert!(python.is_none() || run > 3);
    assert!(desk.read("claims.csv").lines().count() > 2);
}
