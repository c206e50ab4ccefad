//! tests/cases/kind_record.toml: candidates of role, action and listing, far below what is shown by default.

use serde::Deserialize;
use testimonia::{Config, Facet, Reconciler, Record, Source};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    a: String,
    b: String,
    /// `facet relation`; absent if nothing is flagged.
    flag: Option<String>,
}

#[test]
fn kinds_places_and_members_are_candidates_where_they_exclude_each_other() {
    let mut config = Config::default();
    (config.resolve.discrepancy, config.resolve.unproven) = (0.02, 0.02);
    config.resolve.modality = 0.02;
    let reconciler = Reconciler::builder().config(config).build().unwrap();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("kind_record") {
        for case in cases {
            for turned in [false, true] {
                let (a, b) = if turned { (&case.b, &case.a) } else { (&case.a, &case.b) };
                let sources = [Source::new("1", a.as_str()), Source::new("2", b.as_str())];
                let found = reconciler.reconcile(&sources).unwrap();
                // Other rules, too, report what is in the one place where two sentences differ.
                let told = |record: &Record| match record.facet {
                    Facet::Action => record.explanation.contains("places of one happening"),
                    facet => matches!(facet, Facet::Role | Facet::Listing),
                };
                let flags: Vec<String> = found
                    .discrepancies()
                    .filter(|r| told(r))
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
