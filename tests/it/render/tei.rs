//! TEI: well-formed, with `app`, `rdg` and `witness` as in the Guidelines (P5, chapter 13).

use testimonia::render;

use super::markup::{Event, ids, read};
use super::rules::is_tame;
use super::{dam, hostile, reconciled};

/// Which of the elements written may contain which.
const CHILDREN: &[(&str, &[&str])] = &[
    ("", &["TEI"]),
    ("TEI", &["teiHeader", "text"]),
    ("teiHeader", &["fileDesc", "encodingDesc"]),
    ("fileDesc", &["titleStmt", "publicationStmt", "sourceDesc"]),
    ("titleStmt", &["title"]),
    ("publicationStmt", &["p"]),
    ("sourceDesc", &["listWit"]),
    ("listWit", &["witness"]),
    ("witness", &["bibl"]),
    ("bibl", &["idno", "publisher", "date"]),
    ("encodingDesc", &["variantEncoding", "classDecl"]),
    ("classDecl", &["taxonomy"]),
    ("taxonomy", &["category"]),
    ("category", &["catDesc"]),
    ("text", &["body"]),
    ("body", &["div"]),
    ("div", &["head", "p"]),
    ("p", &["app"]),
    ("app", &["rdg", "note"]),
];

const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("TEI", &["xmlns"]),
    ("witness", &["xml:id"]),
    ("category", &["xml:id"]),
    ("date", &["when"]),
    ("variantEncoding", &["location", "method"]),
    ("div", &["type"]),
    ("app", &["ana", "cert", "type", "xml:id"]),
    ("rdg", &["wit"]),
    ("note", &["type"]),
];

fn of<'a>(table: &'a [(&str, &[&'a str])], name: &str) -> &'a [&'a str] {
    table.iter().find(|(n, _)| *n == name).map_or(&[], |(_, list)| list)
}

#[test]
fn the_apparatus_follows_the_rules_of_tei() {
    for sources in [dam(), hostile()] {
        let reconciliation = reconciled(&sources);
        let tei = render::tei(&reconciliation);
        assert!(tei.starts_with(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">"
        ));
        is_tame(&tei);
        let events = read(&tei);
        let ids = ids(&events, "xml:id");
        let (mut entries, mut readings) = (0, 0);
        for event in &events {
            let Event::Start { name, attributes, parent } = event else { continue };
            assert!(of(CHILDREN, parent).contains(&name.as_str()), "<{name}> in <{parent}>");
            for (key, value) in attributes {
                assert!(of(ATTRIBUTES, name).contains(&key.as_str()), "{key} of <{name}>");
                match key.as_str() {
                    // A name without colons that begins with a letter.
                    "xml:id" => assert!(
                        value.starts_with(|c: char| c.is_ascii_alphabetic())
                            && value.bytes().all(|b| b.is_ascii_alphanumeric()),
                        "{value}"
                    ),
                    "wit" | "ana" => {
                        assert!(!value.is_empty());
                        for pointer in value.split(' ') {
                            assert!(ids.contains(&pointer[1..]) && pointer.starts_with('#'), "{pointer}");
                        }
                    }
                    "cert" => assert!((0.0..=1.0).contains(&value.parse::<f64>().unwrap())),
                    _ => {}
                }
            }
            entries += usize::from(name == "app");
            readings += usize::from(name == "rdg");
        }
        assert_eq!(entries, reconciliation.records.len() + reconciliation.claims.len());
        let of_records: usize = reconciliation.records.iter().map(|r| r.readings.len()).sum();
        assert!(readings >= of_records + 2 * reconciliation.claims.len());
    }
}

#[test]
fn readings_are_those_of_their_witnesses() {
    let tei = render::tei(&reconciled(&dam()));
    for part in [
        "<witness xml:id=\"w1\"><bibl><idno>one</idno> <publisher>The One</publisher> <date when=\"2024-05-08\">",
        "<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>",
        "<rdg wit=\"#w1\">12 people</rdg>\n            <rdg wit=\"#w2\">14 people</rdg>",
        "type=\"quantity\" ana=\"#conflict\" cert=\"0.",
        "<rdg wit=\"#w1 #w2\">Monday</rdg>",
    ] {
        assert!(tei.contains(part), "{part}: {tei}");
    }
}
