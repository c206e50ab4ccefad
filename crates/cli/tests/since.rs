//! Successive runs: ids that stay, and what changed.

use serde_json::Value;

use crate::desk::{Desk, stdout};

const THIRD: &str = "The dam at Tillia broke on Monday, killing 20 people. The road to the town is closed.";

#[test]
fn points_keep_their_ids_and_a_diff_says_what_changed() {
    let desk = Desk::dam("since");
    desk.prints(&["a.txt", "b.txt", "-o", "old.json"]);
    desk.write("0.txt", THIRD);
    let run = desk.run(&["0.txt", "a.txt", "b.txt", "--since", "old.json", "-o", "new.json"]);
    stdout(&run);
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(
        told.contains("testimonia: since old.json: ") && told.contains("Because 0.txt is new."),
        "{told}"
    );
    let toll = |name: &str| {
        let all: Value = serde_json::from_str(&desk.read(name)).unwrap();
        let records = all["records"].as_array().unwrap();
        let of_toll = |r: &&Value| r["facet"] == "quantity" && r["verdict"] == "discrepancy";
        records.iter().find(of_toll).expect("a toll")["id"].as_str().unwrap().to_owned()
    };
    assert_eq!(toll("old.json"), toll("new.json"));

    let text = desk.prints(&["diff", "old.json", "new.json"]);
    let changed = text.split("CHANGED").nth(1).expect("a change");
    assert!(changed.contains(&toll("old.json")) && changed.contains("\"20 people\" (0.txt)"), "{text}");
    assert!(changed.contains("because 0.txt is new"), "{text}");
    let json: Value =
        serde_json::from_str(&desk.prints(&["diff", "old.json", "new.json", "--json"])).unwrap();
    assert_eq!(json["because"][0]["cause"], "new_source");
    assert_eq!(json["because"][0]["source"], "0.txt");
    assert_eq!(desk.run(&["diff", "old.json", "new.json", "--exit-code"]).status.code(), Some(1));
    let same = desk.run(&["diff", "old.json", "old.json", "--exit-code"]);
    assert_eq!(same.status.code(), Some(0));
    assert!(stdout(&same).starts_with("0 added, 0 removed, 0 changed, 0 merged, "));
}

#[test]
fn a_file_that_is_no_reconciliation_is_reported() {
    let desk = Desk::dam("since-wrong");
    desk.write("list.json", "[{\"text\": \"It rained.\"}]");
    for words in [
        &["diff", "list.json", "list.json"][..],
        &["diff", "nowhere.json", "list.json"],
        &["a.txt", "b.txt", "--since", "list.json"],
    ] {
        let message = desk.complains(words);
        assert!(message.contains(".json"), "{message}");
    }
}
