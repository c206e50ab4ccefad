//! A new user's first half hour, as README describes it: paste two texts into files, run the program, change a threshold, add an
//! alias, pass the records to another program. (Installing is `cargo install --path crates/cli`, which builds what runs here.)

use crate::desk::{Desk, stdout};
use serde_json::Value;

const MORNING: &str = "\
KORBA (Morning Post) - A ferry sank off Korba on Tuesday, killing 23 people, the coastguard said.
The boat was carrying 140 passengers, said Yusuf Qadir, the harbour master of Korba.
“We pulled 60 people from the water,” he said.
The Korba Maritime Board has opened an inquiry.";

const EVENING: &str = "\
At least 20 people died when a ferry sank off Korba on Wednesday, the coastguard said.
About 140 passengers were aboard, said Yusuf Kadir, the harbour master of Korba.
\"We pulled 60 people from the sea,\" he said.
The KMB has opened an inquiry.";

#[test]
fn the_first_half_hour() {
    let desk = Desk::new("first_half_hour");
    desk.write("morning.txt", MORNING).write("evening.txt", EVENING);

    // Run it and read: discrepancies come first, with the differing words marked and the places in context.
    let text = desk.prints(&["morning.txt", "evening.txt"]);
    assert!(text.starts_with("2 sources, "), "{text}");
    assert!(text.contains("\nDISCREPANCIES\n"), "{text}");
    assert!(text.contains("Yusuf *Qadir*") && text.contains("Yusuf *Kadir*"), "{text}");
    assert!(
        text.contains("morning.txt: The boat was carrying 140 passengers, said [Yusuf Qadir], the harbour"),
        "{text}"
    );
    let differ = |words: &[&str]| -> Vec<Value> {
        let lines = desk.prints(&[&["morning.txt", "evening.txt", "-f", "jsonl"], words].concat());
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let only = ["--only", "discrepancies"];
    let at_first = differ(&only);
    assert!(at_first.len() >= 2, "{at_first:?}");

    // Too many flags, or too few: move the threshold.
    let surest = at_first.iter().map(|r| r["confidence"].as_f64().unwrap()).fold(0.0, f64::max);
    let strict = differ(&[&only[..], &["--min-confidence", &surest.to_string()]].concat());
    assert!(!strict.is_empty() && strict.len() < at_first.len(), "{surest}: {strict:?}");
    desk.write("strict.toml", format!("[resolve]\ndiscrepancy = {surest}\n"));
    assert_eq!(differ(&[&only[..], &["--config", "strict.toml"]].concat()), strict);

    // Say that the two spellings are one name, and they become an agreement.
    desk.write("desk.aliases", "# how the papers spell him\nYusuf Qadir | Yusuf Kadir\n");
    let known = differ(&["--aliases", "desk.aliases"]);
    let named = |r: &&Value| r["facet"] == "name" && r.to_string().contains("Qadir");
    let spelled: Vec<&Value> = known.iter().filter(named).collect();
    assert!(!spelled.is_empty() && spelled.iter().all(|r| r["verdict"] == "agreement"), "{spelled:?}");

    // For another program: one record per line, or a pipe.
    for record in differ(&only) {
        let readings = record["readings"].as_array().unwrap();
        assert!(readings.len() >= 2);
        for mention in readings.iter().flat_map(|reading| reading["mentions"].as_array().unwrap()) {
            let source = if mention["source"] == "morning.txt" { MORNING } else { EVENING };
            let (start, end) = (mention["start"].as_u64().unwrap(), mention["end"].as_u64().unwrap());
            assert_eq!(&source[start as usize..end as usize], mention["text"].as_str().unwrap());
        }
    }
    let piped = stdout(&desk.run_with(&["-", "evening.txt", "--format", "json"], MORNING));
    let read: Value = serde_json::from_str(&piped).unwrap();
    assert_eq!(read["schema"], "testimonia/1");
    assert_eq!(read["sources"][0]["id"], "-");

    // For colleagues: a page, a table.
    desk.prints(&["morning.txt", "evening.txt", "-o", "ferry.html"]);
    assert!(desk.read("ferry.html").contains("<b>Qadir</b>"));
    desk.prints(&["morning.txt", "evening.txt", "-o", "ferry.csv"]);
    assert!(desk.read("ferry.csv").contains("\"Yusuf Qadir\",\"morning.txt\""));
}
