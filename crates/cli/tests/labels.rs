//! What a reader has seen before: records dismissed and accepted by means of files.

use serde_json::Value;

use crate::desk::{DAM_A, DAM_B, Desk, stdout};

/// The records of a result, and the number of those dismissed.
fn records(json: &str) -> (Vec<Value>, usize) {
    let all: Value = serde_json::from_str(json).unwrap();
    let dismissed = all["dismissed"].as_array().map_or(0, Vec::len);
    (all["records"].as_array().unwrap().clone(), dismissed)
}

fn has(records: &[Value], words: &str) -> bool {
    records.iter().any(|r| {
        r["readings"].as_array().unwrap().iter().any(|reading| reading["mentions"][0]["text"] == words)
    })
}

/// The id of the discrepancy that has a reading.
fn id(desk: &Desk, words: &str) -> String {
    let (records, _) = records(&desk.prints(&["a.txt", "b.txt", "-f", "json"]));
    let found = records.iter().find(|r| r["verdict"] == "discrepancy" && has(&[(*r).clone()], words));
    found.unwrap_or_else(|| panic!("no {words}"))["id"].as_str().unwrap().to_owned()
}

#[test]
fn dismissed_records_are_counted_and_shown_in_no_format() {
    let desk = Desk::dam("dismissed");
    let toll = id(&desk, "12 people");
    desk.write(
        "seen.txt",
        format!("# seen on Tuesday\n{toll}  # the toll grew\nKiari Moussa | chiari  moussa\n"),
    );
    let run = |words: &[&str]| {
        let output = desk.run(&[&["a.txt", "b.txt", "--dismiss", "seen.txt"], words].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!said.contains("seen.txt"), "every row matches: {said}");
        stdout(&output)
    };
    let text = run(&["--width", "200"]);
    assert!(text.lines().next().unwrap().ends_with("2 dismissed."), "{text}");
    assert!(!text.contains("*12* people") && !text.contains("*Kiari*"), "{text}");
    let (records, dismissed) = records(&run(&["-f", "json"]));
    assert_eq!(dismissed, 2);
    let discrepancies: Vec<Value> =
        records.iter().filter(|r| r["verdict"] == "discrepancy").cloned().collect();
    assert!(!has(&discrepancies, "12 people") && !has(&discrepancies, "Kiari Moussa"));
    for format in ["jsonl", "csv", "tei", "html", "markdown"] {
        let shown = run(&["-f", format, "--only", "discrepancies"]);
        assert!(!shown.contains(&toll), "{format}: {shown}");
        if ["tei", "html", "markdown"].contains(&format) {
            assert!(
                shown.contains("2 dismissed") || shown.contains("dismissed 2 records"),
                "{format}: {shown}"
            );
        }
    }
    assert_eq!(
        desk.run(&["a.txt", "b.txt", "--dismiss", "seen.txt", "--exit-code", "--facet", "quantity,name"])
            .status
            .code(),
        Some(0)
    );
    // It is still available on request.
    assert!(run(&["--explain", &toll]).contains("label       dismissed"));
}

#[test]
fn accepted_records_are_marked_in_every_format() {
    let desk = Desk::dam("accepted");
    let toll = id(&desk, "12 people");
    desk.write("right.txt", "14 people | 12 people\n").write("wrong.txt", format!("{toll}\n"));
    let run = |words: &[&str]| desk.prints(&[&["a.txt", "b.txt", "--accept", "right.txt"], words].concat());
    for (format, mark) in [
        ("human", "  accepted\n"),
        ("json", "\"label\": \"accepted\""),
        ("jsonl", "\"label\":\"accepted\""),
        ("csv", ",\"accepted\"\r\n"),
        ("tei", "<note type=\"label\">accepted</note>"),
        ("html", "<b>accepted</b>"),
        ("markdown", ", accepted)\n"),
    ] {
        let shown = run(&["-f", format]);
        assert!(shown.contains(mark), "{format}: {shown}");
        assert!(!desk.prints(&["a.txt", "b.txt", "-f", format]).contains(mark), "{format}");
    }
    // If two labels contradict each other, the one that shows more wins.
    assert!(run(&["--dismiss", "wrong.txt"]).contains("  accepted\n"));
}

#[test]
fn a_point_with_a_new_reading_reappears_unless_dismissed_by_id() {
    let desk = Desk::dam("reading-more");
    let toll = id(&desk, "12 people");
    desk.write("readings.txt", "12 people | 14 people\n").write("point.txt", format!("{toll}\n"));
    desk.write("c.txt", DAM_B.replace("14", "20"));
    let shown = |file: &str| {
        let text = desk.prints(&["a.txt", "b.txt", "c.txt", "--dismiss", file, "--facet", "quantity"]);
        text.contains("*20* people")
    };
    assert!(shown("readings.txt"));
    assert!(!shown("point.txt"));
}

#[test]
fn a_row_that_matches_nothing_is_reported() {
    let desk = Desk::dam("idle-labels");
    desk.write("seen.txt", "r000000000000\n12 people | 15 people\n")
        .write("bad.txt", "# ours\n\n12 people\n");
    let output = desk.run(&["a.txt", "b.txt", "--dismiss", "seen.txt"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("seen.txt, line 1: no record matches r000000000000"), "{said}");
    assert!(said.contains("seen.txt, line 2: no record matches 12 people | 15 people"), "{said}");
    assert!(desk.run(&["a.txt", "b.txt", "--dismiss", "seen.txt", "--quiet"]).stderr.is_empty());
    let wrong = desk.complains(&["a.txt", "b.txt", "--accept", "bad.txt"]);
    assert!(wrong.contains("bad.txt: line 3: \"12 people\" is neither the id of a record nor"), "{wrong}");
    assert!(desk.complains(&["a.txt", "b.txt", "--accept", "nowhere.txt"]).contains("nowhere.txt"));
}

#[test]
fn dismissed_records_are_no_change_and_keep_their_ids() {
    let desk = Desk::dam("dismissed-since");
    let toll = id(&desk, "12 people");
    desk.write("seen.txt", format!("{toll}\n"));
    desk.prints(&["a.txt", "b.txt", "-o", "old.json"]);
    desk.prints(&["a.txt", "b.txt", "--dismiss", "seen.txt", "-o", "new.json"]);
    let diff = desk.prints(&["diff", "old.json", "new.json"]);
    assert!(diff.starts_with("0 added, 0 removed, 0 changed, 0 merged, "), "{diff}");
    // An earlier source renames the point, unless the previous result is given.
    desk.write("0.txt", DAM_A);
    let run =
        desk.run(&["0.txt", "a.txt", "b.txt", "--since", "new.json", "--dismiss", "seen.txt", "-f", "json"]);
    let (_, dismissed) = records(&stdout(&run));
    assert_eq!(dismissed, 1);
    // Labels also apply to a result read from a file.
    let shown = desk.prints(&["old.json", "--dismiss", "seen.txt", "--width", "200"]);
    assert!(shown.contains("1 dismissed."), "{shown}");
}
