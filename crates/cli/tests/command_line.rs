//! The command line: input, output and error messages.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::desk::{DAM_A, DAM_B, Desk, stdout};
use serde_json::Value;

/// The ids of the sources in JSON output.
fn ids(json: &str) -> Vec<String> {
    let read: Value = serde_json::from_str(json).unwrap();
    let sources = read["sources"].as_array().unwrap();
    sources.iter().map(|source| source["id"].as_str().unwrap().to_owned()).collect()
}

/// `facet relation` of each line of JSON Lines.
fn records(lines: &str) -> Vec<String> {
    let read = |line: &str| -> Value { serde_json::from_str(line).unwrap() };
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    lines.lines().map(read).map(|r| format!("{} {}", word(&r["facet"]), word(&r["relation"]))).collect()
}

#[test]
fn texts_folders_globs_lines_and_standard_input_are_read() {
    let desk = Desk::dam("inputs");
    desk.write("notes.pdf", "not read").write("sub/c.txt", DAM_A);
    let lines = format!(
        "{}\n\n{}\n",
        serde_json::json!({"id": "x", "text": DAM_A}),
        serde_json::json!({"id": "y", "text": DAM_B, "publisher": "Y", "published": "2024-05-08"})
    );
    desk.write("event.jsonl", &lines);
    assert_eq!(ids(&desk.prints(&["a.txt", "b.txt", "-f", "json"])), ["a.txt", "b.txt"]);
    assert_eq!(ids(&desk.prints(&[".", "-f", "json"])), ["a.txt", "b.txt", "x", "y"]);
    assert_eq!(ids(&desk.prints(&["?.txt", "-f", "json"])), ["a.txt", "b.txt"]);
    assert_eq!(ids(&desk.prints(&["event.jsonl", "-f", "json"])), ["x", "y"]);
    assert_eq!(ids(&stdout(&desk.run_with(&["-", "a.txt", "-f", "json"], DAM_B))), ["-", "a.txt"]);
    assert_eq!(ids(&stdout(&desk.run_with(&["-", "-f", "json"], &lines))), ["x", "y"]);
}

#[test]
fn a_source_is_named_after_its_file_and_uniquely() {
    let desk = Desk::dam("names");
    desk.write("one/a.txt", DAM_A).write("two/a.txt", DAM_B);
    assert_eq!(ids(&desk.prints(&["one", "two", "-f", "json"])), ["one/a.txt", "two/a.txt"]);
    assert_eq!(ids(&desk.prints(&["a.txt", ".", "a.txt", "b.txt", "-f", "json"])), ["a.txt", "b.txt"]);
}

#[test]
fn a_page_is_read_as_its_article() {
    let desk = Desk::new("page");
    let page = format!(
        "<!doctype html><title>Dam</title><meta property=\"article:published_time\" content=\"2024-05-08T10:00:00Z\">\
         <nav>Home</nav><script>var killed = '99 people'</script><p>{DAM_A}</p>"
    );
    desk.write("a.html", page).write("b.txt", DAM_B);
    let json = desk.prints(&["a.html", "b.txt", "--format", "json"]);
    assert!(!json.contains("99 people") && !json.contains("Home"), "{json}");
    let read: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["sources"][0]["published"], "2024-05-08T10:00:00");
}

#[test]
fn records_are_chosen_by_verdict_facet_and_confidence() {
    let desk = Desk::dam("choice");
    let all = records(&desk.prints(&["a.txt", "b.txt", "-f", "jsonl", "--min-confidence", "0"]));
    assert!(
        all.iter().any(|r| r == "quantity conflict") && all.iter().any(|r| r.ends_with("identical")),
        "{all:?}"
    );
    let differ = records(&desk.prints(&["a.txt", "b.txt", "-f", "jsonl", "--only", "discrepancies"]));
    assert!(!differ.is_empty());
    assert!(differ.iter().all(|r| r.ends_with("variant") || r.ends_with("conflict")), "{differ:?}");
    let agree =
        records(&desk.prints(&["a.txt", "b.txt", "-f", "jsonl", "--only", "agreements", "--facet", "date"]));
    assert_eq!(agree, ["date identical"]);
    let two = records(&desk.prints(&["a.txt", "b.txt", "-f", "jsonl", "--facet", "date,name"]));
    assert!(two.iter().all(|r| r.starts_with("date ") || r.starts_with("name ")), "{two:?}");
    assert_eq!(desk.prints(&["a.txt", "b.txt", "-f", "jsonl", "--min-confidence", "1"]), "");
}

#[test]
fn explain_shows_the_basis_of_a_record() {
    let desk = Desk::dam("explain");
    let lines = desk.prints(&["a.txt", "b.txt", "-f", "jsonl", "--facet", "quantity"]);
    let record: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    let shown = desk.prints(&["a.txt", "b.txt", "--explain", record["id"].as_str().unwrap()]);
    for part in [
        "quantity conflict",
        "killing [12 people]",
        "killing [14 people]",
        "evidence, in log-odds",
        "together",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let claim = desk.prints(&["a.txt", "b.txt", "--explain", record["claim"].as_str().unwrap()]);
    assert!(claim.contains("1 link"), "{claim}");
    let message = desk.complains(&["a.txt", "b.txt", "--explain", "rx"]);
    assert!(message.contains("no record, claim or entity has the id \"rx\"\n  "), "{message}");
}

#[test]
fn the_exit_code_reports_discrepancies_only_on_request() {
    let desk = Desk::dam("exit");
    assert_eq!(desk.run(&["a.txt", "b.txt"]).status.code(), Some(0));
    assert_eq!(desk.run(&["a.txt", "b.txt", "--exit-code"]).status.code(), Some(1));
    assert_eq!(desk.run(&["a.txt", "b.txt", "--exit-code", "--facet", "listing"]).status.code(), Some(0));
}

#[test]
fn errors_name_the_file_the_line_and_the_remedy() {
    let desk = Desk::dam("trouble");
    desk.write("bad.jsonl", "{\"id\": \"x\", \"text\": \"It rained.\"}\n{\"id\": \"y\"}\n")
        .write("twice.jsonl", "{\"id\": \"x\", \"text\": \"a\"}\n{\"id\": \"x\", \"text\": \"b\"}\n")
        .write("when.jsonl", "{\"id\": \"x\", \"text\": \"a\", \"published\": \"soon\"}\n")
        .write("latin.txt", b"It rained.\nOn Place Vend\xf4me too.")
        .write("one.aliases", "# ours\nTiani | Tchiani\nTiani\n")
        .write("bad.toml", "[resolve]\ndiscrepancy = 0.7\nagreements = 0.7\n")
        .write("worse.toml", "[resolve]\ndiscrepancy = = 1\n")
        .write("range.toml", "[resolve]\ndiscrepancy = 7.0\n")
        .write("bad.json", "{\n\"resolve\": {\"discrepancy\": \"high\"}}\n")
        .write("empty/photo.jpg", "");
    for (words, parts) in [
        (&["nowhere.txt"][..], &["nowhere.txt: no such file", "--help"][..]),
        (&["*.rtf"], &["*.rtf: no file matches"]),
        (&["empty"], &["empty: the folder contains no *.txt"]),
        (&["a.txt"], &["at least two sources", "give at least two texts"]),
        (&["bad.jsonl"], &["bad.jsonl, line 2: column 11: missing field `text`", "each line is an object"]),
        (&["twice.jsonl"], &["twice.jsonl, line 2: the id \"x\" is already used in line 1", "its own id"]),
        (&["when.jsonl", "a.txt"], &["when.jsonl, line 1", "\"soon\" is not a publication date"]),
        (&["latin.txt", "a.txt"], &["latin.txt, line 2: byte 24 is not UTF-8", "iconv", "--lossy"]),
        (&["a.txt", "b.txt", "--aliases", "one.aliases"], &["one.aliases, line 3: one name", "Tiani | Omar"]),
        (
            &["a.txt", "b.txt", "--config", "bad.toml"],
            &["bad.toml: unknown option resolve.agreements", "agreement, "],
        ),
        (&["a.txt", "b.txt", "--config", "worse.toml"], &["worse.toml, line 2: "]),
        (
            &["a.txt", "b.txt", "--config", "range.toml"],
            &["resolve.discrepancy is 7, but must be between 0 and 1"],
        ),
        (&["a.txt", "b.txt", "--config", "bad.json"], &["bad.json: ", "--print-config"]),
        (&["a.txt", "b.txt", "--min-confidence", "2"], &["between 0 and 1"]),
        (&["a.txt", "b.txt", "--facet", "nmae"], &["'nmae'", "name"]),
        (&["a.txt", "b.txt", "-o", "nowhere/out.html"], &["nowhere/out.html: cannot be written"]),
    ] {
        let message = desk.complains(words);
        for part in parts {
            assert!(message.contains(part), "{words:?}: {part}: {message}");
        }
    }
    let output = desk.run(&["latin.txt", "a.txt", "--lossy"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("latin.txt: some bytes could not be decoded"));
    assert!(desk.run(&["latin.txt", "a.txt", "--lossy", "--quiet"]).stderr.is_empty());
}

#[test]
fn an_output_file_is_complete_or_unchanged() {
    let desk = Desk::dam("output");
    desk.write("old.html", "old");
    desk.prints(&["a.txt", "b.txt", "-o", "old.html"]);
    assert!(desk.read("old.html").starts_with("<!doctype html>"), "the ending tells the format");
    desk.prints(&["a.txt", "b.txt", "-o", "out.csv"]);
    assert!(desk.read("out.csv").starts_with("\"record\",\"facet\""));
    desk.write("kept.html", "kept");
    desk.complains(&["nowhere.txt", "-o", "kept.html"]);
    assert_eq!(desk.read("kept.html"), "kept");
    let mut left: Vec<String> = fs::read_dir(desk.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["a.txt", "b.txt", "kept.html", "old.html", "out.csv"], "nothing is left beside");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new("pipe");
    for n in 0..40 {
        desk.write(&format!("{n:02}.txt"), DAM_A.repeat(20));
    }
    let mut child = desk
        .command(&[".", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 10];
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut some).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let desk = Desk::dam("colour");
    assert!(!desk.prints(&["a.txt", "b.txt"]).contains('\x1b'));
    let coloured = desk.prints(&["a.txt", "b.txt", "--color", "always"]);
    assert!(coloured.contains("\x1b[1;31mquantity, conflict\x1b[0m"), "{coloured}");
}

#[test]
fn lines_fit_the_width() {
    let desk = Desk::dam("width");
    for width in ["40", "72", "100"] {
        for line in desk.prints(&["a.txt", "b.txt", "--width", width]).lines() {
            assert!(line.chars().count() <= width.parse().unwrap(), "{width}: {line}");
        }
    }
}

#[test]
fn thresholds_can_be_printed_and_read_back() {
    let desk = Desk::dam("config");
    let printed = desk.prints(&["--print-config"]);
    desk.write("all.toml", &printed);
    assert_eq!(desk.prints(&["--print-config", "--config", "all.toml"]), printed);
    desk.write("some.json", "{\"resolve\": {\"discrepancy\": 0.9}}");
    assert!(desk.prints(&["--print-config", "--config", "some.json"]).contains("discrepancy = 0.9"));
}

#[test]
fn completions_and_the_manual_page_are_made() {
    let desk = Desk::new("installation");
    for (shell, part) in
        [("bash", "complete -F"), ("zsh", "#compdef testimonia"), ("fish", "complete -c testimonia")]
    {
        assert!(desk.prints(&["--completions", shell]).contains(part), "{shell}");
    }
    let manual = desk.prints(&["--man"]);
    assert!(manual.contains(".TH testimonia 1") && manual.contains("min\\-confidence"), "{manual}");
    assert!(desk.prints(&["--help"]).contains("Exit status: 0 when done"));
}
