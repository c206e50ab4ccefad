//! tests/cases/derivation.toml: which text was made from which, the evidence, and how many voices remain.

use serde::Deserialize;
use testimonia::provenance::Known;
use testimonia::{Config, Published, Reconciler, Source};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Text {
    text: String,
    publisher: Option<String>,
    published: Option<String>,
}

#[derive(Deserialize)]
struct Case {
    sources: Vec<Text>,
    #[serde(default)]
    known: Known,
    derivations: Vec<String>,
    /// Words that must be in a row of evidence of one of the derivations.
    #[serde(default)]
    evidence: Vec<String>,
    /// Bounds on the number of independent sources of every claim that all the sources make.
    support: Option<[f64; 2]>,
}

#[test]
fn derivations_are_found_with_their_evidence() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("derivation") {
        for case in cases {
            let source = |(n, of): (usize, &Text)| {
                let mut source = Source::new(format!("{}", n + 1), of.text.as_str());
                if let Some(publisher) = &of.publisher {
                    source = source.publisher(publisher.as_str());
                }
                match &of.published {
                    Some(day) => source.published(day.parse::<Published>().unwrap()),
                    None => source,
                }
            };
            let sources: Vec<Source> = case.sources.iter().enumerate().map(source).collect();
            let mut config = Config::default();
            config.provenance.known = case.known;
            let reconciler = Reconciler::builder().config(config).build().unwrap();
            let found = reconciler.reconcile(&sources).unwrap();
            let derived: Vec<String> = found.derivations.iter().map(ToString::to_string).collect();
            let rows: Vec<String> = found
                .derivations
                .iter()
                .flat_map(|d| d.evidence.iter().map(|row| format!("{:+.2} {}", row.weight, row.text)))
                .collect();
            if derived != case.derivations {
                wrong.push(format!("{rule}: {derived:?}, not {:?}: {rows:#?}", case.derivations));
            }
            for words in &case.evidence {
                if !rows.iter().any(|row| row.contains(words.as_str())) {
                    wrong.push(format!("{rule}: no {words:?} in {rows:#?}"));
                }
            }
            if let Some([least, most]) = case.support {
                let claims: Vec<f64> = found
                    .claims
                    .iter()
                    .filter(|claim| claim.support.sources == sources.len())
                    .map(|claim| claim.support.independent)
                    .collect();
                if claims.is_empty() || claims.iter().any(|n| !(least..=most).contains(n)) {
                    wrong.push(format!("{rule}: support {claims:?}, not {least} to {most}"));
                }
            }
        }
    }
    assert_none(&wrong);
}
