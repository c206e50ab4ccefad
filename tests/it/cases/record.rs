//! tests/cases/record.toml: the records of two or three short sources, as a person reads them.

use serde::Deserialize;
use testimonia::{Reconciler, Record};

use super::{assert_none, numbered, readings, table};

#[derive(Deserialize)]
struct Case {
    sources: Vec<String>,
    #[serde(default)]
    published: Vec<String>,
    /// Each `facet relation: "reading" / "reading"`.
    #[serde(default)]
    discrepancies: Vec<String>,
    /// Agreements that must be among those found, in the same notation.
    #[serde(default)]
    agreements: Vec<String>,
    #[serde(default)]
    derivations: Vec<String>,
}

fn shown(record: &Record) -> String {
    format!("{} {}: {}", record.facet, record.relation, readings(record))
}

#[test]
fn sources_give_their_records() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("record") {
        for case in cases {
            let sources = numbered(&case.sources, &case.published);
            let found = Reconciler::new().reconcile(&sources).unwrap();
            let flags: Vec<String> = found.discrepancies().map(shown).collect();
            if flags != case.discrepancies {
                wrong.push(format!("{rule}: {flags:#?}, not {:#?}", case.discrepancies));
            }
            let agreed: Vec<String> = found.agreements().map(shown).collect();
            for want in case.agreements.iter().filter(|want| !agreed.contains(want)) {
                wrong.push(format!("{rule}: no {want} among {agreed:#?}"));
            }
            let derived: Vec<String> = found.derivations.iter().map(ToString::to_string).collect();
            if derived != case.derivations {
                wrong.push(format!("{rule}: {derived:?}, not {:?}", case.derivations));
            }
        }
    }
    assert_none(&wrong);
}
