//! tests/cases/name_record.toml: the name records that short sources give: who writes which form, and which one prevails.

use serde::Deserialize;
use testimonia::{Facet, Reading, Reconciler, Record};

use super::{assert_none, numbered, table};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    sources: Vec<String>,
    /// All name discrepancies, each `relation: reading (its sources) / reading (its sources)`.
    #[serde(default)]
    flags: Vec<String>,
    /// What the explanation of the first must contain.
    #[serde(default)]
    says: Vec<String>,
    /// What it must not contain.
    #[serde(default)]
    says_not: Vec<String>,
    /// Spellings that must not share an entity.
    #[serde(default)]
    apart: Vec<[String; 2]>,
}

fn shown(record: &Record) -> String {
    let reading = |r: &Reading| {
        let mut by: Vec<&str> = r.mentions.iter().map(|m| m.source.as_str()).collect();
        by.dedup();
        assert_eq!(by.len(), r.support.sources);
        format!("{} ({})", r.words(), by.join(" "))
    };
    let readings: Vec<String> = record.readings.iter().map(reading).collect();
    format!("{}: {}", record.relation, readings.join(" / "))
}

#[test]
fn spellings_of_a_name_are_one_record() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("name_record") {
        for case in cases {
            let sources = numbered(&case.sources, &[]);
            let found = Reconciler::new().reconcile(&sources).unwrap();
            let flags: Vec<&Record> = found.discrepancies().filter(|r| r.facet == Facet::Name).collect();
            let told: Vec<String> = flags.iter().map(|r| shown(r)).collect();
            if told != case.flags {
                wrong.push(format!("{rule}: {told:#?}, not {:#?}", case.flags));
            }
            let said = flags.first().map_or("", |r| r.explanation.as_str());
            for want in case.says.iter().filter(|want| !said.contains(want.as_str())) {
                wrong.push(format!("{rule}: {said:?} without {want:?}"));
            }
            for but in case.says_not.iter().filter(|but| said.contains(but.as_str())) {
                wrong.push(format!("{rule}: {said:?} with {but:?}"));
            }
            for [a, b] in &case.apart {
                let has = |forms: &[testimonia::Form], text: &str| forms.iter().any(|f| f.text == text);
                if found.entities.iter().any(|e| has(&e.forms, a) && has(&e.forms, b)) {
                    wrong.push(format!("{rule}: {a} and {b} are one entity"));
                }
            }
        }
    }
    assert_none(&wrong);
}
