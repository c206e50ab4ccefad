//! tests/cases/telling_record.toml: one happening reported with more and less certainty, and one utterance given to two speakers.

use serde::Deserialize;
use testimonia::{Config, Facet, Reconciler, Source};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    texts: Vec<String>,
    /// The facet of the only record; absent if there is none.
    facet: Option<Facet>,
    /// The readings of the record, each with the words of its first mention.
    #[serde(default)]
    readings: Vec<String>,
    /// The bounds of its confidence.
    least: Option<f64>,
    most: Option<f64>,
}

#[test]
fn reports_of_one_happening_are_one_record() {
    let mut config = Config::default();
    (config.resolve.discrepancy, config.resolve.unproven) = (FAINT, FAINT);
    config.resolve.modality = FAINT;
    let reconciler = Reconciler::builder().config(config).build().unwrap();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("telling_record") {
        for case in cases {
            for turned in [false, true] {
                let mut texts: Vec<&String> = case.texts.iter().collect();
                if turned {
                    texts.reverse();
                }
                let source = |(n, text): (usize, &&String)| Source::new(format!("{n}"), text.as_str());
                let sources: Vec<Source> = texts.iter().enumerate().map(source).collect();
                let found = reconciler.reconcile(&sources).unwrap();
                let told =
                    |facet: Facet| matches!(facet, Facet::Modality | Facet::Polarity | Facet::Attribution);
                let mut records = found.discrepancies().filter(|r| told(r.facet));
                let first = records.next();
                let readings: Vec<&str> =
                    first.iter().flat_map(|r| &r.readings).map(|r| r.mentions[0].text.as_str()).collect();
                let sure = first.map_or(0.0, |r| r.confidence.value());
                let mut wanted: Vec<&str> = case.readings.iter().map(String::as_str).collect();
                if turned {
                    wanted.reverse();
                }
                let as_sure = sure >= case.least.unwrap_or(0.0) && sure <= case.most.unwrap_or(1.0);
                let more = records.next().is_some();
                if first.map(|r| r.facet) != case.facet || readings != wanted || !as_sure || more {
                    wrong.push(format!("{rule}: {readings:?} of {sure:.2}, not {wanted:?}"));
                }
            }
        }
    }
    assert_none(&wrong);
}

/// Records below this confidence are ignored.
const FAINT: f64 = 0.1;
