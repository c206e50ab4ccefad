//! Two texts side by side, and the table of claims by sources.

use serde_json::Value;

use crate::desk::{DAM_A, DAM_B, Desk};

#[test]
fn two_texts_are_side_by_side_with_linked_sentences_level() {
    let desk = Desk::dam("side-by-side");
    desk.write("c,d.txt", format!("It rained. {DAM_A}"));
    let text = desk.prints(&["a.txt", "b.txt", "c,d.txt", "--side-by-side", "--width", "120"]);
    for line in text.lines() {
        assert!(line.chars().count() <= 120, "{line}");
    }
    let head: Vec<&str> = text.lines().next().unwrap().split('|').map(str::trim).collect();
    assert_eq!(head, ["a.txt", "b.txt"]);
    let level = text.lines().find(|line| line.contains(" = The dam")).unwrap_or_else(|| panic!("{text}"));
    assert!(level.starts_with("The dam at Tillia"), "{text}");
    assert!(text.contains("[12 people]") && text.contains("[14 people]"), "{text}");
    // A sentence that only one text has is linked to nothing beside it.
    let alone = text.lines().find(|line| line.starts_with("Engineers")).unwrap_or_else(|| panic!("{text}"));
    assert!(alone.contains(" | "), "{alone}");

    let named = desk.prints(&["a.txt", "b.txt", "c,d.txt", "--side-by-side=c,d.txt,b.txt"]);
    assert!(named.starts_with("c,d.txt ") && named.lines().next().unwrap().ends_with("| b.txt"), "{named}");
    let coloured = desk.prints(&["a.txt", "b.txt", "--side-by-side", "--color", "always"]);
    assert!(coloured.contains("\x1b[1;35m12\x1b[0m") && !coloured.contains("[12"), "{coloured}");
}

#[test]
fn side_by_side_says_what_it_cannot_do() {
    let desk = Desk::dam("side-by-side-wrong");
    for (words, part) in [
        (&["--side-by-side", "--width", "50"][..], "50 columns are too narrow"),
        (&["--side-by-side=a.txt,x.txt"], "the ids are a.txt, b.txt"),
        (&["--side-by-side", "-f", "json"], "with the human format only"),
        (&["--side-by-side", "--table", "claims"], "cannot be used with"),
    ] {
        let said = desk.complains(&[&["a.txt", "b.txt"], words].concat());
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn the_alignment_is_a_table_of_claims_by_sources() {
    let desk = Desk::dam("alignment");
    desk.write("c.txt", format!("It rained. {DAM_B}"));
    let run =
        |words: &[&str]| desk.prints(&[&["a.txt", "b.txt", "c.txt", "--table", "alignment"], words].concat());
    let csv = run(&[]);
    assert!(
        csv.starts_with("\"claim\",\"sources\",\"independent\",\"a.txt\",\"b.txt\",\"c.txt\"\r\n"),
        "{csv}"
    );
    let first = csv.lines().nth(1).unwrap();
    assert!(
        first.contains("killing 12 people.\",\"The dam at Tillia broke on Monday, killing 14 people.\""),
        "{csv}"
    );
    let lines = run(&["-f", "jsonl"]);
    assert_eq!(lines.lines().count(), csv.lines().count() - 1);
    for line in lines.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let said = row["sentences"].as_object().unwrap();
        assert_eq!(row["sources"].as_u64().unwrap() as usize, said.len(), "{line}");
    }
    let markdown = run(&["-f", "markdown"]);
    assert!(
        markdown.starts_with("| claim | a.txt | b.txt | c.txt |\n| --- | --- | --- | --- |\n"),
        "{markdown}"
    );
    run(&["-o", "table.html"]);
    let page = desk.read("table.html");
    assert!(
        page.starts_with("<!doctype html>") && page.contains("<th scope=\"col\"><bdi>b.txt</bdi></th>"),
        "{page}"
    );
    assert!(
        desk.complains(&["a.txt", "b.txt", "--table", "alignment", "-f", "tei"])
            .contains("markdown and html")
    );
}
