//! tests/cases/statement_record.toml: the records of pairs of sentences that state one thing, or seem to.

use serde::Deserialize;
use testimonia::{Config, Facet, Reconciler, Source};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    a: String,
    b: String,
    /// `facet relation`; absent if nothing is flagged.
    flag: Option<String>,
}

#[test]
fn statements_are_flagged_where_they_exclude_each_other() {
    // What is stated must come out right, not how sure it is.
    let mut config = Config::default();
    config.resolve.modality = SURE;
    let reconciler = Reconciler::builder().config(config).build().unwrap();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("statement_record") {
        for case in cases {
            for turned in [false, true] {
                let (a, b) = if turned { (&case.b, &case.a) } else { (&case.a, &case.b) };
                let sources = [Source::new("1", a.as_str()), Source::new("2", b.as_str())];
                let found = reconciler.reconcile(&sources).unwrap();
                let told = |facet: Facet| {
                    !matches!(facet, Facet::Name | Facet::Quantity | Facet::Date | Facet::Quote)
                };
                let flags: Vec<String> = found
                    .discrepancies()
                    .filter(|r| told(r.facet))
                    .map(|r| format!("{} {}", r.facet, r.relation))
                    .collect();
                let wanted: Vec<String> = case.flag.iter().cloned().collect();
                if flags != wanted {
                    wrong.push(format!("{rule}: {flags:?}, not {wanted:?}, for {a:?} and {b:?}"));
                }
            }
        }
    }
    assert_none(&wrong);
}

/// The least confidence of records of modality.
const SURE: f64 = 0.65;
