//! Several events in one call: distinguished by a field, or reported on standard error.

use serde_json::{Value, json};

use crate::desk::{DAM_A, DAM_B, Desk, stdout};

const FERRY_A: &str = "A ferry sank off Korba on Tuesday, killing 23 people, the coastguard of Nabeul said. Sixty passengers were rescued.";
const FERRY_B: &str = "At least 30 people died when a ferry sank off Korba on Tuesday, the coastguard of Nabeul said. Divers searched the wreck.";

/// Two events, each with a source called `afp`.
fn feed(desk: &Desk) -> &Desk {
    let lines = [
        json!({"id": "afp", "event": "ferry", "text": FERRY_A}),
        json!({"id": "afp", "event": "dam", "text": DAM_A}),
        json!({"id": "bbc", "event": "ferry", "text": FERRY_B}),
        json!({"id": "bbc", "event": "dam", "text": DAM_B}),
    ];
    desk.write("feed.jsonl", lines.map(|line| format!("{line}\n")).concat())
}

#[test]
fn lines_are_grouped_by_event_in_every_format() {
    let desk = Desk::new("events");
    feed(&desk);
    let text = desk.prints(&["feed.jsonl"]);
    let (dam, ferry) = text.split_once("\nEVENT ferry\n").expect("two events");
    assert!(dam.starts_with("EVENT dam\n\n2 sources"), "{text}");
    assert!(dam.contains("*12* people") && !dam.contains("23 people"), "{text}");
    assert!(ferry.contains("*23* people") && !ferry.contains("12 people"), "{text}");

    let all: Value = serde_json::from_str(&desk.prints(&["feed.jsonl", "-f", "json"])).unwrap();
    let events: Vec<&Value> = all.as_array().unwrap().iter().map(|one| &one["event"]).collect();
    assert_eq!(events, ["dam", "ferry"]);
    for line in desk.prints(&["feed.jsonl", "-f", "jsonl"]).lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        assert!(["dam", "ferry"].contains(&record["event"].as_str().unwrap()), "{line}");
        assert!(record["readings"].is_array());
    }
    let csv = desk.prints(&["feed.jsonl", "-f", "csv"]);
    assert!(csv.starts_with("\"event\",\"record\",") && csv.contains("\r\n\"ferry\",\"r"), "{csv}");
    assert!(desk.prints(&["feed.jsonl", "--table", "claims", "-f", "jsonl"]).contains("{\"event\":\"dam\","));
    let markdown = desk.prints(&["feed.jsonl", "-f", "markdown"]);
    assert!(markdown.starts_with("# dam: reconciliation of 2 sources\n"), "{markdown}");
    assert!(markdown.contains("\n# ferry: reconciliation of 2 sources\n"), "{markdown}");
    let page = desk.prints(&["feed.jsonl", "-f", "html"]);
    assert!(page.contains("<a href=\"#e1\"><bdi>dam</bdi>") && page.contains("id=\"e2\""), "{page}");
    let tei = desk.prints(&["feed.jsonl", "-f", "tei"]);
    assert!(tei.contains("<teiCorpus") && tei.contains("<title>ferry: reconciliation of 2 sources</title>"));
    // The order of the lines does not matter.
    let turned: Vec<String> = desk.read("feed.jsonl").lines().rev().map(str::to_owned).collect();
    desk.write("turned.jsonl", turned.join("\n"));
    assert_eq!(desk.prints(&["turned.jsonl", "-f", "json"]), desk.prints(&["feed.jsonl", "-f", "json"]));
}

#[test]
fn a_result_of_several_events_reads_back() {
    let desk = Desk::new("events-again");
    feed(&desk).prints(&["feed.jsonl", "-o", "all.json"]);
    let csv = desk.prints(&["feed.jsonl", "-f", "csv"]);
    assert_eq!(desk.prints(&["all.json", "-f", "csv"]), csv);
    let run = desk.run(&["feed.jsonl", "--since", "all.json"]);
    stdout(&run);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(
        said.contains("since all.json, dam: 0 added") && said.contains("since all.json, ferry: 0 added"),
        "{said}"
    );
    let all: Value = serde_json::from_str(&desk.read("all.json")).unwrap();
    let id = all[1]["records"][0]["id"].as_str().unwrap();
    assert!(desk.prints(&["feed.jsonl", "--explain", id]).contains(id));
    assert!(desk.complains(&["diff", "all.json", "all.json"]).contains("contains 2 events"));
}

#[test]
fn sources_without_an_event_or_alone_in_one_are_skipped_and_reported() {
    let desk = Desk::new("events-left");
    let lines = [
        json!({"id": "a", "event": 7, "text": DAM_A}),
        json!({"id": "b", "event": 7, "text": DAM_B}),
        json!({"id": "c", "event": "", "text": FERRY_A}),
        json!({"id": "d", "event": "rain", "text": "It rained."}),
    ];
    desk.write("feed.jsonl", lines.iter().map(|line| format!("{line}\n")).collect::<String>());
    let run = desk.run(&["feed.jsonl", "-f", "json"]);
    let all: Value = serde_json::from_str(&stdout(&run)).unwrap();
    assert_eq!((all.as_array().unwrap().len(), &all[0]["event"]), (1, &json!("7")));
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("1 source was skipped, because it names no event"), "{said}");
    assert!(said.contains("events skipped because they have only one source: rain"), "{said}");
    desk.write("alone.jsonl", format!("{}\n", lines[3]));
    assert!(desk.complains(&["alone.jsonl"]).contains("no event has two sources"));
    // The same id twice in one event is still an error.
    desk.write("twice.jsonl", format!("{0}\n{0}\n", lines[0]));
    assert!(desk.complains(&["twice.jsonl"]).contains("the id \"a\" is already used in line 1"));
}

#[test]
fn evidently_different_events_are_reported_with_how_to_group_them() {
    let desk = Desk::dam("events-mixed");
    desk.write("c.txt", FERRY_A).write("d.txt", FERRY_B);
    let said = |words: &[&str]| String::from_utf8_lossy(&desk.run(words).stderr).into_owned();
    let mixed = said(&["a.txt", "b.txt", "c.txt", "d.txt"]);
    assert!(mixed.contains("these sources seem to report 2 events: a.txt, b.txt; c.txt, d.txt"), "{mixed}");
    assert!(mixed.contains("`testimonia stories`"), "{mixed}");
    assert_eq!(said(&["a.txt", "b.txt", "c.txt", "d.txt", "--quiet"]), "");
    desk.write("e.txt", DAM_A).write("f.txt", DAM_B);
    for one in [&["a.txt", "b.txt", "e.txt", "f.txt"][..], &["a.txt", "b.txt"], &["a.txt", "c.txt"]] {
        assert_eq!(said(one), "", "{one:?}");
    }
}
