//! What `lab` says about itself, and what it rejects before writing anything.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An empty folder for one test, where anything written by mistake is noticed.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn lab(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lab")).args(words).current_dir(folder).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The commands listed by help, each with its purpose.
fn listed(folder: &Path) -> Vec<(String, String)> {
    let output = lab(folder, &["--help"]);
    assert!(output.status.success());
    let line = |line: &str| {
        let (name, does) = line.strip_prefix("  ")?.split_once("  ")?;
        Some((name.trim().to_owned(), does.trim().to_owned()))
    };
    told(&output).lines().filter_map(line).collect()
}

#[test]
fn help_lists_every_command_with_a_line() {
    let folder = folder("help");
    let listed = listed(&folder);
    // Each command is in the source once, with its name in quotation marks.
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/main.rs")).unwrap();
    let (_, commands) = source.split_once("const COMMANDS").unwrap();
    let (commands, _) = commands.split_once("\n];\n").unwrap();
    assert_eq!(listed.len(), commands.matches("command(").count(), "{listed:?}");
    for (name, does) in &listed {
        assert!(commands.contains(&format!("\"{name}\"")), "{name}");
        assert!(!does.is_empty(), "{name} does not say what it does");
    }
}

#[test]
fn every_command_tells_what_it_takes_and_does_nothing() {
    let folder = folder("each");
    for (name, does) in listed(&folder) {
        let words: Vec<&str> = name.split(' ').collect();
        for (before, after) in [(&[][..], &["--help"][..]), (&[], &["-h"]), (&["help"], &[])] {
            let words = [before, &words, after].concat();
            let output = lab(&folder, &words);
            let told = told(&output);
            assert!(output.status.success(), "{words:?}");
            assert!(
                told.contains(&format!("usage: lab {name}")) && told.contains(&does),
                "{words:?}: {told}"
            );
        }
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "something was written");
}

#[test]
fn what_looks_like_an_option_is_no_folder() {
    let folder = folder("options");
    for words in [
        &["crossvalidate", "--halp"][..],
        &["crossvalidate", "out", "--gold", "bundles", "pairs"],
        &["fit", "names", "pairs", "lists", "-v"],
        &["derivations", "--every", "folder"],
        &["entities", "--all", "folder"],
        &["schema", "--pretty"],
    ] {
        let output = lab(&folder, words);
        let reason = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(reason.contains("no option") && reason.contains("usage: lab"), "{words:?}: {reason}");
        assert!(output.stdout.is_empty(), "{words:?}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "something was written");
}

#[test]
fn what_is_missing_or_unknown_is_said() {
    let folder = folder("missing");
    for (words, reason) in [
        (&[][..], "which command?"),
        (&["refit"], "no command \"refit\""),
        (&["fit"], "fit points"),
        (&["fit", "all"], "fit points"),
        (&["crossvalidate"], "too few arguments"),
        (&["crossvalidate", "out", "gold"], "given together"),
        (&["schema", "out"], "too many arguments"),
        (&["predict", "weather"], "no task \"weather\""),
    ] {
        let output = lab(&folder, words);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(told.contains(reason), "{words:?}: {told}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "something was written");
}
