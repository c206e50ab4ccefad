//! Files are read according to their content (JSON, JSON Lines, Markdown, folders), and what cannot be read is named.

use std::fs;

use crate::desk::{DAM_A, DAM_B, Desk, stdout};
use serde_json::{Value, json};

/// Id, publisher and date of each source.
fn sources(json: &str) -> Vec<(String, Option<String>, Option<String>)> {
    let read: Value = serde_json::from_str(json).unwrap();
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let sources = read["sources"].as_array().unwrap();
    sources.iter().map(|s| (word(&s["id"]).unwrap(), word(&s["publisher"]), word(&s["published"]))).collect()
}

fn ids(json: &str) -> Vec<String> {
    sources(json).into_iter().map(|(id, ..)| id).collect()
}

/// The standard error of a run that succeeds.
#[track_caller]
fn says(desk: &Desk, words: &[&str]) -> String {
    let output = desk.run(words);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

fn pair(a: Value, b: Value) -> Value {
    let (mut a, mut b) = (a, b);
    a["text"] = DAM_A.into();
    b["text"] = DAM_B.into();
    json!([a, b])
}

#[test]
fn json_is_read_by_its_shape() {
    let desk = Desk::new("json");
    let list = pair(json!({"id": "x"}), json!({"id": "y", "publisher": "Y", "published": "2024-05-08"}));
    let lines = format!("{}\n{}\n", list[0], list[1]);
    desk.write("list.json", list.to_string())
        .write("object.json", serde_json::to_string_pretty(&json!({"event": 7, "articles": list})).unwrap())
        .write("named.json", json!({"sources": list, "related": [{"text": "no"}]}).to_string())
        .write("lines.json", &lines)
        .write("one.json", list[0].to_string())
        .write("other.json", list[1].to_string());
    for file in ["list.json", "object.json", "named.json", "lines.json"] {
        let json = desk.prints(&[file, "-f", "json"]);
        assert_eq!(ids(&json), ["x", "y"], "{file}");
        assert_eq!(sources(&json)[1].2.as_deref(), Some("2024-05-08"), "{file}");
        assert!(json.contains("\"14 people\"") && !json.contains("published\\\""), "{file}: {json}");
    }
    assert_eq!(ids(&desk.prints(&["one.json", "other.json", "-f", "json"])), ["x", "y"]);
    let given = desk.read("object.json");
    assert_eq!(ids(&stdout(&desk.run_with(&["-", "-f", "json"], &given))), ["x", "y"]);
    assert_eq!(ids(&stdout(&desk.run_with(&["-", "-f", "json"], &list.to_string()))), ["x", "y"]);
    let prose = "[UPDATED] The dam broke on Monday, killing 12 people.";
    assert_eq!(ids(&stdout(&desk.run_with(&["-", "one.json", "-f", "json"], prose))), ["-", "x"]);
}

#[test]
fn other_json_is_refused_by_name() {
    let desk = Desk::dam("refused");
    for (name, text, parts) in [
        (
            "settings.json",
            r#"{"resolve": {"discrepancy": 0.5}}"#,
            &["an object with the fields resolve", "--format json"][..],
        ),
        ("words.json", r#"["one", "two"]"#, &["a list that contains a string"]),
        ("none.json", "[]", &["an empty list"]),
        ("bare.json", "{}", &["an empty object"]),
        ("number.json", "7", &["only a number"]),
        ("null.json", "null", &["only a null"]),
        ("two.json", r#"{"a": [{"text": "x"}], "b": [{"text": "y"}]}"#, &["several lists of texts (a, b)"]),
        ("lacks.json", r#"[{"id": "x", "text": "a"}, {"id": "y"}]"#, &["source 2: missing field `text`"]),
        ("float.json", r#"[{"id": 1.5, "text": "a"}]"#, &["source 1: the id 1.5 is neither"]),
        (
            "when.json",
            r#"[{"text": "a", "published": "soon"}]"#,
            &["source 1", "\"soon\" is not a publication"],
        ),
        (
            "twice.json",
            r#"[{"id": "x", "text": "a"}, {"id": "x", "text": "b"}]"#,
            &["source 2: the id \"x\" is already used in source 1"],
        ),
        ("cut.json", "[\n{\"id\": \"x\",\n", &["line 3: column"]),
        ("later.json", r#"{"schema": "testimonia/9"}"#, &["\"testimonia/9\""]),
        ("half.json", r#"{"schema": "testimonia/1"}"#, &["this reconciliation cannot be read", "sources"]),
    ] {
        desk.write(name, text);
        let message = desk.complains(&[name, "a.txt"]);
        assert!(message.contains(name), "{name}: {message}");
        for part in parts {
            assert!(message.contains(part), "{name}: {part}: {message}");
        }
    }
}

#[test]
fn lines_accept_what_exports_contain() {
    let desk = Desk::new("lenient");
    for (name, a, b, expected) in [
        ("missing", json!({}), json!({}), ["event.jsonl:1", "event.jsonl:3"]),
        ("null", json!({"id": null}), json!({"id": ""}), ["event.jsonl:1", "event.jsonl:3"]),
        ("integer", json!({"id": 7}), json!({"id": -12}), ["7", "-12"]),
        ("mixed", json!({"id": "event.jsonl:3"}), json!({}), ["event.jsonl (2):3", "event.jsonl:3"]),
    ] {
        let list = pair(a, b);
        desk.write("event.jsonl", format!("{}\n\n{}\n", list[0], list[1]));
        let mut found = ids(&desk.prints(&["event.jsonl", "-f", "json"]));
        found.sort();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{name}");
    }
    let empty = json!({"id": "x", "publisher": "", "published": ""});
    let zoned = json!({"id": "y", "publisher": null, "published": "2024-05-08T09:30:00+02:00"});
    let list = pair(empty, zoned);
    desk.write("event.jsonl", format!("{}\n{}\n", list[0], list[1]));
    let read = sources(&desk.prints(&["event.jsonl", "-f", "json"]));
    assert_eq!(read[0], ("x".to_owned(), None, None));
    assert_eq!(read[1], ("y".to_owned(), None, Some("2024-05-08T09:30:00".to_owned())));
    // Two files with one name get different ids.
    desk.write("one/e.jsonl", json!({"text": DAM_A}).to_string())
        .write("two/e.jsonl", json!({"text": DAM_B}).to_string());
    assert_eq!(ids(&desk.prints(&["one", "two", "-f", "json"])), ["one/e.jsonl:1", "two/e.jsonl:1"]);
}

#[test]
fn a_reconciliation_is_shown_as_it_was_made() {
    let desk = Desk::dam("made");
    let choice = ["--only", "discrepancies", "--min-confidence", "0.6"];
    let run = |files: &[&str], format: &str| {
        let words = [files, &["-f", format], &choice[..]].concat();
        desk.prints(&words)
    };
    fs::write(desk.path("made.json"), desk.prints(&["a.txt", "b.txt", "-f", "json"])).unwrap();
    for format in ["json", "jsonl", "csv", "tei"] {
        assert_eq!(run(&["made.json"], format), run(&["a.txt", "b.txt"], format), "{format}");
    }
    for format in ["human", "html", "markdown"] {
        let shown = run(&["made.json"], format);
        assert!(
            shown.contains("14 people") && shown.contains("The dam at Tillia broke"),
            "{format}: {shown}"
        );
    }
    let lines = run(&["made.json"], "jsonl");
    let record: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    let shown = desk.prints(&["made.json", "--explain", record["id"].as_str().unwrap()]);
    assert!(shown.contains("evidence, in log-odds"), "{shown}");
    let said = says(&desk, &["made.json", "--preset", "broad"]);
    assert!(said.contains("shown as it was made"), "{said}");
    let message = desk.complains(&["made.json", "a.txt"]);
    assert!(message.contains("made.json: a reconciliation cannot be reconciled"), "{message}");
}

#[test]
fn a_reconciliation_with_wrong_places_is_an_error() {
    let desk = Desk::dam("broken");
    let made: Value = serde_json::from_str(&desk.prints(&["a.txt", "b.txt", "-f", "json"])).unwrap();
    let change = |change: fn(&mut Value)| {
        let mut made = made.clone();
        change(&mut made["claims"][0]["sentences"][0]);
        desk.write("broken.json", made.to_string());
        desk.complains(&["broken.json", "-f", "html"])
    };
    let message = change(|sentence| sentence["source"] = "c.txt".into());
    assert!(message.contains("quotes \"c.txt\""), "{message}");
    let message = change(|sentence| sentence["start"] = 5_000.into());
    assert!(message.contains("ends before it begins"), "{message}");
    let message = change(|sentence| {
        sentence["start"] = 1_u64.wrapping_shl(60).into();
        sentence["end"] = 1_u64.wrapping_shl(60).into();
    });
    assert!(message.contains("beyond any text"), "{message}");
    let message =
        change(|sentence| sentence["text"] = "Something else broke on Monday, killing 99 people.".into());
    assert!(message.contains("contradict each other"), "{message}");
}

#[test]
fn a_folder_says_what_it_leaves_out() {
    let desk = Desk::dam("left");
    desk.write("notes.pdf", "%PDF").write("photo.jpg", "").write(".hidden", "").write("sub/c.txt", DAM_A);
    desk.write("settings.json", "{\"depth\": 3}").write("README.md", DAM_B);
    let said = says(&desk, &["."]);
    assert!(!desk.prints(&[".", "-q", "-f", "json"]).contains("README"));
    assert!(desk.prints(&[".", "README.md", "-q", "-f", "json"]).contains("README"));
    for part in [
        ".: skipped README.md (it describes the folder; give it by name to read it)",
        ".: skipped notes.pdf, photo.jpg (unknown file extension",
        ".: skipped sub (subfolders are read only if given by name)",
        "settings.json: this JSON contains neither sources nor a reconciliation, but an object with the fields depth",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("hidden"), "{said}");
    assert_eq!(says(&desk, &[".", "--quiet"]), "");
    for n in 0..30 {
        desk.write(&format!("many/{n:02}.jpg"), "");
    }
    desk.write("many/a.txt", DAM_A).write("many/b.text", DAM_B);
    let said = says(&desk, &["many"]);
    assert!(
        said.contains("00.jpg, 01.jpg") && said.contains("07.jpg and 22 more") && !said.contains("08.jpg"),
        "{said}"
    );
    // Output of an earlier run is not a source.
    fs::write(desk.path("many/out.json"), desk.prints(&["many", "-q", "-f", "json"])).unwrap();
    assert!(says(&desk, &["many"]).contains("out.json: skipped, because it is a reconciliation"));
}

#[test]
fn notes_in_markdown_are_read_without_their_marks() {
    let desk = Desk::new("markdown");
    desk.write(
        "a.md",
        format!(
            "---\ntitle: Dam\ndate: 2024-05-08\n---\n\n# Dam breaks\n\n{}",
            DAM_A.replace("12 people", "**12 people**")
        ),
    )
    .write("b.text", DAM_B);
    let json = desk.prints(&[".", "-f", "json"]);
    assert_eq!(ids(&json), ["a.md", "b.text"]);
    assert_eq!(sources(&json)[0].2.as_deref(), Some("2024-05-08"));
    assert!(json.contains("\"text\": \"12 people\"") && !json.contains("**"), "{json}");
    let text = desk.read("a.md");
    let read: Value = serde_json::from_str(&json).unwrap();
    let mentions = read["records"].as_array().unwrap().iter().flat_map(|r| r["readings"].as_array().unwrap());
    let mut seen = 0;
    for mention in mentions.flat_map(|r| r["mentions"].as_array().unwrap()).filter(|m| m["source"] == "a.md")
    {
        let (start, end) = (mention["start"].as_u64().unwrap(), mention["end"].as_u64().unwrap());
        assert_eq!(
            &text[start as usize..end as usize],
            mention["text"].as_str().unwrap(),
            "places are those of the file"
        );
        seen += 1;
    }
    assert!(seen > 2);
}

#[test]
fn an_unknown_extension_is_refused() {
    let desk = Desk::dam("ending");
    for output in ["x.pdf", "x.docx", "x.PDF"] {
        let message = desk.complains(&["a.txt", "b.txt", "-o", output]);
        for part in [output, "no format has the extension", ".html", ".csv", "--format"] {
            assert!(message.contains(part), "{part}: {message}");
        }
        assert!(!desk.path(output).exists());
    }
    for (output, begins) in
        [("x.txt", "2 sources"), ("x", "2 sources"), ("x.HTML", "<!doctype"), ("x.md", "#")]
    {
        desk.prints(&["a.txt", "b.txt", "-o", output]);
        assert!(desk.read(output).starts_with(begins), "{output}");
    }
    desk.prints(&["a.txt", "b.txt", "-o", "y.pdf", "--format", "csv"]);
    assert!(desk.read("y.pdf").starts_with("\"record\""), "who names the format may name the file");
    desk.prints(&["--print-config", "-o", "all.toml"]);
    assert!(desk.read("all.toml").contains("discrepancy"));
}

#[test]
fn explain_takes_the_beginning_of_an_id() {
    let desk = Desk::dam("prefix");
    let lines = desk.prints(&["a.txt", "b.txt", "-f", "jsonl"]);
    let ids: Vec<String> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    let id = &ids[0];
    let whole = desk.prints(&["a.txt", "b.txt", "--explain", id]);
    assert_eq!(desk.prints(&["a.txt", "b.txt", "--explain", &id[..id.len() - 2]]), whole);
    let message = desk.complains(&["a.txt", "b.txt", "--explain", "r"]);
    assert!(message.contains(&format!("{} ids begin with \"r\"", ids.len())), "{message}");
    for wrong in ["", "zz", &format!("{id}0")] {
        let message = desk.complains(&["a.txt", "b.txt", "--explain", wrong]);
        assert!(message.contains("no record, claim or entity has the id"), "{message}");
    }
}

#[test]
fn a_line_of_names_that_changes_nothing_is_reported() {
    let desk = Desk::dam("idle");
    let names = "# of the desk\nKiari | Chiari\nOmar Tiani | Omar Tchiani\nKiari Moussa | Nobody Else\n";
    desk.write("desk.aliases", names).write("desk.never", "Dam | Tillia\n");
    let told = says(&desk, &["a.txt", "b.txt", "--aliases", "desk.aliases", "--never-merge", "desk.never"]);
    assert!(!told.contains("line 2:") && !told.contains("desk.never"), "{told}");
    assert!(
        told.contains(
            "desk.aliases, line 3: has no effect, because no source names Omar Tiani or Omar Tchiani"
        ),
        "{told}"
    );
    assert!(told.contains("line 4: has no effect, because no source names Nobody Else"), "{told}");
    let quiet = says(&desk, &["a.txt", "b.txt", "--aliases", "desk.aliases", "--quiet"]);
    assert!(!quiet.contains("line 3"), "{quiet}");
}
