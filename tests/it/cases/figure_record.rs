//! tests/cases/figure_record.toml and sum_record.toml: whole sentences of two or three sources, and the records of numbers and
//! dates they give.

use serde::Deserialize;
use testimonia::{Facet, Reconciler, Record};

use super::{assert_none, numbered, readings, table};

#[derive(Deserialize)]
struct Case {
    sources: Vec<String>,
    #[serde(default)]
    published: Vec<String>,
    /// All discrepancies of quantity or date, each `facet level: "reading" / "reading"`, with `, later 2` if the second
    /// reading is said to be the later.
    #[serde(default)]
    discrepancies: Vec<String>,
    /// Agreements of quantity or date that must be among those found, in the same notation.
    #[serde(default)]
    agreements: Vec<String>,
}

fn shown(record: &Record) -> String {
    let later = record.developing.map_or(String::new(), |d| format!(", later {}", d.later + 1));
    format!("{} {}: {}{later}", record.facet, record.level, readings(record))
}

#[test]
fn figures_give_their_records() {
    let mut wrong = Vec::new();
    for (rule, cases) in ["figure_record", "sum_record"].into_iter().flat_map(table::<Case>) {
        for case in cases {
            let sources = numbered(&case.sources, &case.published);
            let found = Reconciler::new().reconcile(&sources).unwrap();
            let of_figures = |r: &&Record| matches!(r.facet, Facet::Quantity | Facet::Date);
            let flags: Vec<String> = found.discrepancies().filter(of_figures).map(shown).collect();
            if flags != case.discrepancies {
                wrong.push(format!("{rule}: {flags:#?}, not {:#?}", case.discrepancies));
            }
            let agreed: Vec<String> = found.agreements().filter(of_figures).map(shown).collect();
            for want in case.agreements.iter().filter(|want| !agreed.contains(want)) {
                wrong.push(format!("{rule}: no {want} among {agreed:#?}"));
            }
        }
    }
    assert_none(&wrong);
}
