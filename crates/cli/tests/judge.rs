//! A user's own judge: one that answers, and ones that lie, babble, die, hang or do not exist.

#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::desk::{Desk, stdout};
use jsonschema::Validator;
use serde_json::{Value, json};

/// Answers to every point with these members after its id.
fn answers(rest: &str) -> String {
    format!("sed -n 's/.*\"id\":\"\\(r[0-9a-f]*\\)\".*/{{\"id\":\"\\1\",{rest}}}/p'")
}

const SURE: &str = r#""verdict":"unrelated","probability":0.9,"why":"two dams","judge":"Ada""#;

/// All discrepancies, however uncertain, with a script as the judge; and the messages.
fn judged(desk: &Desk, script: &str, more: &[&str]) -> (Vec<Value>, String) {
    desk.write("judge.sh", script);
    let words = [
        &[
            "a.txt",
            "b.txt",
            "-f",
            "jsonl",
            "--only",
            "discrepancies",
            "--min-confidence",
            "0",
            "--judge",
            "sh judge.sh",
        ],
        more,
    ]
    .concat();
    let began = Instant::now();
    let output = desk.run(&words);
    assert!(began.elapsed() < Duration::from_secs(20), "it hangs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    (read(&stdout(&output)), told)
}

fn unjudged(desk: &Desk) -> Vec<Value> {
    read(&desk.prints(&["a.txt", "b.txt", "-f", "jsonl", "--only", "discrepancies", "--min-confidence", "0"]))
}

fn read(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The rows of evidence that report a judgement.
fn rows(records: &[Value]) -> Vec<&str> {
    let rows = records.iter().flat_map(|r| r["evidence"].as_array().unwrap());
    rows.filter_map(|row| row["text"].as_str()).filter(|text| text.starts_with("judged by")).collect()
}

/// Everything is as it would be without a judge.
#[track_caller]
fn left_alone(desk: &Desk, script: &str, more: &[&str], told: &[&str]) {
    let (records, message) = judged(desk, script, more);
    assert_eq!(records, unjudged(desk), "{script}");
    for part in told {
        assert!(message.contains(part), "{part}: {message}");
    }
    assert!(message.lines().all(|line| line.starts_with("testimonia: judge: ")), "{message}");
    assert!(message.lines().count() <= 6, "{message}");
}

#[test]
fn answers_in_any_order_reach_the_records() {
    let desk = Desk::dam("judge_answers");
    let before = unjudged(&desk);
    for order in ["cat", "sort -r", "sort"] {
        let (records, told) = judged(&desk, &format!("{} | {order}", answers(SURE)), &[]);
        assert_eq!(told, "");
        let rows = rows(&records);
        assert!(rows.len() > 1, "{records:?}");
        assert!(rows.iter().all(|row| *row == "judged by Ada: unrelated, 0.90: two dams"), "{rows:?}");
        let of =
            |all: &[Value], id: &Value| all.iter().find(|r| r["id"] == *id).unwrap()["confidence"].as_f64();
        assert!(before.iter().any(|r| of(&records, &r["id"]) < of(&before, &r["id"])));
    }
}

#[test]
fn a_judge_without_a_name_is_named_after_its_command() {
    let desk = Desk::dam("judge_name");
    let (records, _) = judged(&desk, &answers(r#""verdict":"discrepancy","probability":0.6"#), &[]);
    assert!(
        rows(&records).iter().all(|row| *row == "judged by sh judge.sh: discrepancy, 0.60"),
        "{records:?}"
    );
    assert!(!rows(&records).is_empty());
}

#[test]
fn one_without_an_opinion_changes_nothing_and_is_no_error() {
    let desk = Desk::dam("judge_silent");
    let (records, told) = judged(&desk, &answers(r#""verdict":null"#), &[]);
    assert_eq!((records, told.as_str()), (unjudged(&desk), ""));
}

#[test]
fn one_that_lies_is_not_believed() {
    let desk = Desk::dam("judge_lies");
    let said = |rest: &str| answers(&format!(r#""verdict":"unrelated","probability":{rest}"#));
    for (script, told) in [
        ("cat > asked; echo '{\"id\": \"r000000000000\", \"verdict\": \"unrelated\", \"probability\": 0.9}'".to_owned(),
            "a point that was not asked"),
        (said("1.9"), "its probability is 1.9"),
        (said("-0.1"), "its probability is -0.1"),
        (said(r#""high""#), "is not an answer"),
        (said("null"), "a verdict without a probability"),
        (answers(r#""verdict":"perhaps","probability":0.9"#), "is not an answer"),
        (answers(r#""schema":"testimonia\/judge\/2","verdict":"unrelated","probability":0.9"#), "testimonia/judge/2"),
        (said(r#"0.9,"places":[{"source":"a.txt","text":"99 people"}]"#), "\"99 people\" was not shown in \"a.txt\""),
        (said(r#"0.9,"places":[{"source":"c.txt","text":"12 people"}]"#), "was not shown in \"c.txt\""),
        (said(r#"0.9,"places":[{"source":"a.txt","text":"The","start":1,"end":4}]"#), "is not in a.txt at 1..4"),
        (said(r#"0.9,"places":[{"source":"a.txt","text":"The","start":9000,"end":9003}]"#), "is not in a.txt"),
    ] {
        left_alone(&desk, &script, &[], &[told]);
    }
}

#[test]
fn the_first_answer_to_a_point_counts() {
    let desk = Desk::dam("judge_twice");
    let once = judged(&desk, &answers(SURE), &[]).0;
    let script = format!("{} > said; cat said; sed 's/unrelated/discrepancy/' said", answers(SURE));
    assert_eq!(judged(&desk, &script, &[]).0, once);
}

#[test]
fn places_by_their_words_are_found() {
    let desk = Desk::dam("judge_places");
    let script = answers(
        r#"{"verdict":"discrepancy","probability":0.9,"places":[{"source":"a.txt","text":"Tillia"}]"#,
    )
    .replace(",{\"verdict", ",\"verdict");
    let (records, told) = judged(&desk, &script, &[]);
    assert_eq!(told, "");
    let shown = records
        .iter()
        .flat_map(|r| r["evidence"].as_array().unwrap())
        .filter(|row| !row["mentions"].is_null());
    let shown: Vec<&Value> = shown.collect();
    assert!(!shown.is_empty());
    for row in shown {
        let mention = &row["mentions"][0];
        let at = |key: &str| mention[key].as_u64().unwrap() as usize;
        assert_eq!(&crate::desk::DAM_A[at("start")..at("end")], "Tillia");
    }
}

#[test]
fn one_that_babbles_is_reported_and_stopped() {
    let desk = Desk::dam("judge_babbles");
    left_alone(
        &desk,
        "yes 'I think that' ",
        &[],
        &["\"I think that\" is not an answer", "too much that is not an answer", "more like these"],
    );
    left_alone(&desk, "yes '{\"id\": 7}'", &[], &["too much"]);
    left_alone(&desk, "printf '\\033[31m\\377\\n'", &[], &["is not an answer", "closed its output"]);
    left_alone(&desk, "head -c 3000000 /dev/zero", &[], &["a line is longer than a megabyte"]);
    // Its valid answers still count.
    let (records, told) = judged(&desk, &format!("echo loading; {}", answers(SURE)), &[]);
    assert!(told.contains("\"loading\" is not an answer"), "{told}");
    assert!(!rows(&records).is_empty());
}

#[test]
fn one_that_dies_is_reported() {
    let desk = Desk::dam("judge_dies");
    left_alone(&desk, "exit 3", &[], &["exit status: 3", "points have no answer"]);
    left_alone(&desk, "cat > asked; kill -9 $$", &[], &["signal: 9"]);
    left_alone(&desk, "exec <&- >&-", &[], &["closed its output"]);
    // Cut off in the middle of an answer.
    left_alone(
        &desk,
        "cat > asked; printf '{\"id\": \"r0\", \"verd'; exit 1",
        &[],
        &["is not an answer", "exit status: 1"],
    );
    let (records, told) = judged(&desk, &format!("head -n 1 | {}; exit 1", answers(SURE)), &[]);
    assert_eq!(rows(&records).len(), 1, "{told}");
    assert!(told.contains("have no answer"), "{told}");
}

#[test]
fn one_that_hangs_is_stopped_in_time() {
    let desk = Desk::dam("judge_hangs");
    let soon = ["--judge-timeout", "0.5"];
    let began = Instant::now();
    left_alone(
        &desk,
        "echo $$ > pid; exec sleep 1000",
        &soon,
        &["did not finish within 0.5 seconds", "--judge-timeout"],
    );
    assert!(began.elapsed() < Duration::from_secs(15));
    let pid = desk.read("pid");
    let alive = std::process::Command::new("kill").args(["-0", pid.trim()]).output().unwrap();
    assert!(!alive.status.success(), "the child lives on");
    // A grandchild that keeps the pipes open delays nothing.
    left_alone(&desk, "sleep 25 & wait", &soon, &["did not finish within"]);
    left_alone(&desk, "while :; do echo; done", &soon, &["did not finish within"]);
    // Answers that arrived in time count.
    let (records, told) =
        judged(&desk, &format!("head -n 1 | {}; exec sleep 1000", answers(SURE)), &["--judge-timeout", "3"]);
    assert_eq!(rows(&records).len(), 1, "{told}");
}

#[test]
fn one_that_does_not_exist_is_reported_unless_quiet() {
    let desk = Desk::dam("judge_absent");
    let words = ["a.txt", "b.txt", "-f", "jsonl", "--judge", "./no-such-judge --fast"];
    let output = desk.run(&words);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.starts_with("testimonia: judge: ./no-such-judge cannot be started: "), "{told}");
    assert_eq!(stdout(&output), desk.prints(&["a.txt", "b.txt", "-f", "jsonl"]));
    assert!(desk.run(&[&words[..], &["-q"]].concat()).stderr.is_empty());
    for (words, part) in [
        (&["a.txt", "b.txt", "--judge", ""][..], "expected a program"),
        (&["a.txt", "b.txt", "--judge", "judge 'a"], "is not closed"),
        (&["a.txt", "b.txt", "--judge-timeout", "3"], "--judge"),
        (&["a.txt", "b.txt", "--judge", "cat", "--judge-timeout", "0"], "a number of seconds"),
    ] {
        let message = desk.complains(words);
        assert!(message.contains(part), "{message}");
    }
}

/// A part of schema/judge-1.json.
fn part(name: &str) -> Validator {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/judge-1.json");
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let definitions = schema["$defs"].take();
    jsonschema::validator_for(&json!({"$ref": format!("#/$defs/{name}"), "$defs": definitions})).unwrap()
}

#[track_caller]
fn holds(validator: &Validator, lines: &str) {
    for line in read(lines) {
        let errors: Vec<String> =
            validator.iter_errors(&line).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new(), "{line}");
    }
}

#[test]
fn questions_and_answers_follow_the_schema() {
    let (point, answer) = (part("Point"), part("Answer"));
    let desk = Desk::dam("judge_schema");
    let said = format!(r#"{SURE},"places":[{{"source":"a.txt","text":"Tillia"}}]"#);
    judged(&desk, &format!("tee asked.jsonl | {} | tee said.jsonl", answers(&said)), &[]);
    let asked = desk.read("asked.jsonl");
    assert!(asked.lines().count() > 1);
    holds(&point, &asked);
    holds(&answer, &desk.read("said.jsonl"));
    let lines = [
        json!({"id": "x", "text": crate::desk::DAM_A, "publisher": "X", "published": "2024-05-08T09:30"}),
        json!({"id": "y", "text": crate::desk::DAM_B}),
    ];
    desk.write("event.jsonl", lines.map(|line| format!("{line}\n")).concat());
    desk.write("keep.sh", "cat > asked.jsonl");
    desk.prints(&["event.jsonl", "--min-confidence", "0", "--judge", "sh keep.sh"]);
    assert!(desk.read("asked.jsonl").contains("2024-05-08T09:30:00"));
    holds(&point, &desk.read("asked.jsonl"));
    for wrong in [json!({"schema": "testimonia/judge/2", "id": "r0"}), json!({"id": "r00"}), json!({})] {
        assert!(!point.is_valid(&wrong) && !answer.is_valid(&wrong), "{wrong}");
    }
    let all = json!({"id": "r000000000000", "verdict": "perhaps"});
    assert!(!answer.is_valid(&all));
}

#[test]
fn the_guide_shows_what_the_schema_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/judge.md");
    let guide = fs::read_to_string(file).unwrap();
    let shown = guide.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let shown: Vec<String> = shown.map(|json| json.replace('\n', " ")).collect();
    let [asked, said] = &shown[..] else { panic!("{shown:?}") };
    holds(&part("Point"), asked);
    holds(&part("Answer"), said);
}

#[test]
fn the_example_in_python_judges_as_the_schema_says() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/judge.py");
    let python = std::process::Command::new("python3").arg("--version").output();
    if !python.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: python3 is not installed");
        return;
    }
    let desk = Desk::dam("judge_python");
    let script = script.canonicalize().unwrap();
    let script = script.to_str().unwrap();
    let (records, told) =
        judged(&desk, &format!("python3 '{script}' | tee said.jsonl"), &["--judge-timeout", "15"]);
    assert_eq!(told, "");
    holds(&part("Answer"), &desk.read("said.jsonl"));
    assert!(rows(&records).iter().all(|row| row.starts_with("judged by a rule of thumb: ")), "{records:?}");
    assert!(!rows(&records).is_empty(), "{}", desk.read("said.jsonl"));
    // The template for a model says what to fill in for each point, and gives no opinion until that is done.
    let command = format!("python3 '{script}' --model");
    let output = desk.run(&["a.txt", "b.txt", "-f", "json", "--judge", &command, "--judge-timeout", "15"]);
    assert_eq!(stdout(&output), desk.prints(&["a.txt", "b.txt", "-f", "json"]));
    assert!(String::from_utf8_lossy(&output.stderr).contains("fill in ask_model"));
}
