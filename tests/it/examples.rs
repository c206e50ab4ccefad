//! Every example is run as a user runs it.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use testimonia::Reconciliation;

use crate::root;

/// An example, built with the features that these tests use, so that the library is not compiled again.
#[track_caller]
fn built(name: &str) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.current_dir(root()).args(["build", "--message-format=json", "--example", name]);
    if testimonia::PARALLEL {
        build.arg("--workspace");
    }
    let told = build.output().expect("cargo runs");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let messages = String::from_utf8_lossy(&told.stdout);
    let program = messages.lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        (message["target"]["name"] == name)
            .then(|| message["executable"].as_str().map(PathBuf::from))
            .flatten()
    });
    let mut command = Command::new(program.expect("an example is a program"));
    command.current_dir(root());
    command
}

/// Runs an example.
#[track_caller]
fn example(name: &str, words: &[&str]) -> Output {
    built(name).args(words).output().expect("it runs")
}

/// The same with text on its standard input.
#[track_caller]
fn example_with(name: &str, input: &str) -> Output {
    let mut command = built(name);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("cargo runs");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

#[test]
fn reconcile_prints_the_seeds_for_a_person() {
    let text = stdout(&example("reconcile", &[]));
    assert_eq!(text, fs::read_to_string(root().join("tests/golden/seeds.txt")).unwrap());
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "over 100 columns: {line}");
    }
}

#[test]
fn reconcile_prints_json_that_reads_back() {
    let text = stdout(&example("reconcile", &["--json"]));
    let read: Reconciliation = serde_json::from_str(&text).unwrap();
    assert_eq!(read.sources.len(), 5);
    assert_eq!(text.trim_end(), serde_json::to_string_pretty(&read).unwrap());
}

#[test]
fn reconcile_takes_texts_and_json_lines() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let lines = folder.join("event.jsonl");
    fs::write(
        &lines,
        concat!(
            "{\"id\": \"one\", \"text\": \"The dam at Tillia broke on Monday, killing 12 people.\", \"published\": \"2024-05-08\"}\n\n",
            "{\"id\": \"two\", \"text\": \"The dam at Tillia broke on Monday, killing 14 people.\", \"publisher\": \"Two\"}\n",
        ),
    )
    .unwrap();
    let text = folder.join("three.txt");
    fs::write(&text, "The dam at Tillia broke on Monday, killing 12 people.").unwrap();
    let output = example("reconcile", &["--json", lines.to_str().unwrap(), text.to_str().unwrap()]);
    let read: Reconciliation = serde_json::from_str(&stdout(&output)).unwrap();
    let ids: Vec<&str> = read.sources.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["one", "three.txt", "two"]);
    assert_eq!(read.sources[0].published.unwrap().to_string(), "2024-05-08");
    let flags: Vec<String> = read.discrepancies().map(ToString::to_string).collect();
    assert_eq!(flags.len(), 1, "{flags:?}");
    assert!(
        flags[0].starts_with("quantity conflict: \"12 people\" (one, three.txt) / \"14 people\" (two)"),
        "{flags:?}"
    );
}

#[test]
fn reconcile_says_what_is_wrong() {
    for (words, reason) in [
        (&["nowhere.txt"][..], "nowhere.txt: "),
        (&["--yaml"][..], "--yaml is no option"),
        (&["seeds/README.md"][..], "at least two sources are needed"),
    ] {
        let output = example("reconcile", words);
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(message.contains(reason), "{message}");
    }
}

#[test]
fn custom_lexicon_follows_the_caller() {
    let text = stdout(&example("custom_lexicon", &[]));
    // A line is `facet relation: readings: explanation`; the similar names that are never to merge are in none.
    let records = [
        r#"name equivalent: "HRT" (evening) / "Tillia Wells Council" (morning): "#,
        r#"quantity conflict: "14 wells" (evening) / "12 wells" (morning): "#,
        r#"date identical: "Monday" (evening, morning): "#,
        r#"name identical: "Adamu Kande" (evening, morning): "#,
        r#"name equivalent: "Joseph Okonjo" (evening) / "Baba Sango" (morning): one name, as the caller says"#,
        r#"quantity identical: "40 children" (evening, morning): "#,
    ];
    assert_eq!(text.lines().count(), records.len(), "{text}");
    for (line, record) in text.lines().zip(records) {
        assert!(line.starts_with(record), "{line}");
    }
}

#[test]
fn own_similarity_links_what_the_words_alone_do_not() {
    let text = stdout(&example("own_similarity", &[]));
    let (alone, own) = text.split_once("with the desk's words").expect("two headings");
    let crew =
        "coast: All 14 seamen were winched to safety, the coastguard said.\n  = harbour: Its crew of 14 were";
    assert!(own.contains(crew), "{text}");
    assert!(!alone.contains(crew), "{text}");
    assert!(!own.contains("founded in 1420"), "{text}");
}

#[test]
fn own_judge_lowers_what_its_rule_distinguishes() {
    let text = stdout(&example("own_judge", &[]));
    let (alone, own) = text.split_once("with the desk's judge").expect("two headings");
    assert!(!alone.contains("judged by"), "{text}");
    let row = "judged by the desk's rule: unrelated, 0.95: \"An earlier\" tells of an earlier event";
    assert!(own.contains(row), "{text}");
    let toll = |text: &str| -> f64 {
        let line = text.lines().find(|line| line.contains("\"40 people\" (evening) / \"12 people\""));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).expect("the toll")
    };
    assert!(toll(own) < toll(alone), "{text}");
}

/// What a judge is asked about two texts, in the form the command line uses.
fn questions() -> String {
    struct Keep(std::sync::mpsc::Sender<String>);
    impl testimonia::resolve::Judge for Keep {
        fn name(&self) -> &str {
            "the test"
        }
        fn judge(&self, points: &[testimonia::resolve::Point]) -> Vec<Option<testimonia::resolve::Opinion>> {
            for point in points {
                let mut line = serde_json::to_value(point).unwrap();
                line["schema"] = "testimonia/judge/1".into();
                self.0.send(format!("{line}\n")).unwrap();
            }
            Vec::new()
        }
    }
    let (send, lines) = std::sync::mpsc::channel();
    let sources = [
        testimonia::Source::new("a", "The dam at Tillia broke on Monday, killing 12 people."),
        testimonia::Source::new("b", "The dam at Tillia broke on Monday, killing 14 people."),
    ];
    testimonia::Reconciler::builder().judge(Keep(send)).build().unwrap().reconcile(&sources).unwrap();
    lines.iter().collect()
}

#[test]
fn judge_in_python_answers_every_point() {
    let python = |words: &[&str]| {
        let mut command = Command::new("python3");
        command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn()
    };
    if !python(&["--version"]).is_ok_and(|child| child.wait_with_output().is_ok_and(|o| o.status.success())) {
        eprintln!("skipped: python3 is not installed");
        return;
    }
    let questions = questions();
    assert!(questions.lines().count() > 0);
    let mut child = python(&[root().join("examples/judge.py").to_str().unwrap()]).unwrap();
    child.stdin.take().unwrap().write_all(questions.as_bytes()).unwrap();
    let text = stdout(&child.wait_with_output().unwrap());
    let read = |lines: &str| -> Vec<serde_json::Value> {
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let (asked, said) = (read(&questions), read(&text));
    assert!(asked.iter().map(|q| &q["id"]).eq(said.iter().map(|a| &a["id"])), "{text}");
    let toll = asked.iter().position(|q| q["facet"] == "quantity").unwrap();
    assert_eq!(said[toll]["verdict"], "discrepancy", "{text}");
    assert_eq!(said[toll]["places"][0]["text"], "12 people", "{text}");
}

#[test]
fn json_lines_keeps_events_apart() {
    let told = |event: &str, id: &str, text: &str| {
        serde_json::json!({"event": event, "id": id, "text": text, "publisher": "P"}).to_string()
    };
    let lines = [
        told("dam", "a", "The dam at Tillia broke on Monday, killing 12 people."),
        told("dam", "b", "The dam at Tillia broke on Monday, killing 14 people."),
        told("lone", "a", "The dam at Tillia broke on Monday, killing 15 people."),
        told("ferry", "a", "A ferry sank off Korba on Tuesday, killing 23 people."),
        told("ferry", "b", "A ferry sank off Korba on Tuesday, killing 20 people."),
    ];
    let text = stdout(&example_with("json_lines", &lines.join("\n")));
    let found: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let tolls: Vec<(&str, usize)> = found
        .iter()
        .filter(|r| r["facet"] == "quantity")
        .map(|r| (r["event"].as_str().unwrap(), r["readings"].as_array().unwrap().len()))
        .collect();
    assert_eq!(tolls, [("dam", 2), ("ferry", 2)], "{text}");
}

#[test]
fn html_page_writes_a_page() {
    let page = stdout(&example("html_page", &[]));
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
    assert!(page.contains("<b>Kiari</b> Moussa"), "{page}");
}

/// README shows what the first command actually prints.
#[test]
fn the_readme_shows_what_is_printed() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let golden = fs::read_to_string(root().join("tests/golden/seeds.txt")).unwrap();
    let shown: Vec<&str> =
        readme.split("```text\n").skip(1).filter_map(|part| part.split("```").next()).collect();
    assert!(shown.len() >= 2, "the head, and a derivation");
    for part in shown {
        assert!(golden.contains(part), "`just golden` changed what README shows:\n{part}");
    }
}

#[test]
fn every_example_is_run_here() {
    let run: BTreeSet<&str> = BTreeSet::from([
        "custom_lexicon",
        "html_page",
        "json_lines",
        "judge",
        "own_judge",
        "own_similarity",
        "reconcile",
    ]);
    for entry in fs::read_dir(root().join("examples")).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        assert!(run.contains(name.as_str()), "{name} has no test");
    }
}
