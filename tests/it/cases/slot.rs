//! tests/cases/slot.toml: sentences that differ in one place.

use serde::Deserialize;
use testimonia::{Config, Facet, Level, Reading, Reconciler, Source};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    a: String,
    b: String,
    /// The words in that place, of `a` and of `b`; absent if nothing is reported.
    slot: Option<[String; 2]>,
}

#[test]
fn sentences_that_differ_in_one_place_are_reported() {
    let mut config = Config::default();
    (config.resolve.discrepancy, config.resolve.unproven) = (0.5, 0.5);
    config.resolve.modality = 0.5;
    let reconciler = Reconciler::builder().config(config).build().unwrap();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("slot") {
        for case in cases {
            for turned in [false, true] {
                let (a, b) = if turned { (&case.b, &case.a) } else { (&case.a, &case.b) };
                let sources = [Source::new("1", a.as_str()), Source::new("2", b.as_str())];
                let found = reconciler.reconcile(&sources).unwrap();
                let told = |facet: Facet, level: Level| facet == Facet::Action && level == Level::Exclusive;
                let slots: Vec<Vec<String>> = found
                    .discrepancies()
                    .filter(|r| told(r.facet, r.level))
                    .map(|r| r.readings.iter().map(Reading::words).collect())
                    .collect();
                let mut wanted: Vec<Vec<String>> = case.slot.iter().map(|slot| slot.to_vec()).collect();
                if turned {
                    wanted.iter_mut().for_each(|slot| slot.reverse());
                }
                if slots != wanted {
                    wrong.push(format!("{rule}: {slots:?}, not {wanted:?}"));
                }
            }
        }
    }
    assert_none(&wrong);
}

/// The difference may be only a detail that one source adds, so it is shown only on request.
#[test]
fn slots_stay_below_the_default_threshold() {
    for (rule, cases) in table::<Case>("slot") {
        for case in cases.iter().filter(|case| case.slot.is_some()) {
            let sources = [Source::new("1", case.a.as_str()), Source::new("2", case.b.as_str())];
            let found = Reconciler::new().reconcile(&sources).unwrap();
            assert!(!found.discrepancies().any(|r| r.facet == Facet::Action), "{rule}");
        }
    }
}
