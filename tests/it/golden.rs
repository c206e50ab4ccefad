//! tests/golden/tables.txt: what the bundles of some tables in tests/cases yield, with confidences and reasons. The tables say what must
//! be found; this shows what a change of a rule or a number also changes.

use std::fmt::Write;
use std::fs;

use testimonia::resolve::ResolveConfig;
use testimonia::{Config, Facet, Published, Reconciler, Record, Relation, Source};
use toml::Value;

/// The tables whose cases are bundles of sources.
const TABLES: [&str; 10] = [
    "date_record",
    "derivation",
    "figure_record",
    "kind_record",
    "name_record",
    "paraphrase",
    "record",
    "statement_record",
    "sum_record",
    "telling_record",
];

#[test]
fn the_records_of_the_tables_are_the_golden_ones() {
    let path = crate::root().join("tests/golden/tables.txt");
    let found: String = TABLES.into_iter().map(shown).collect();
    if std::env::var_os("TESTIMONIA_RENEW").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap();
    let differ = golden.lines().zip(found.lines()).filter(|(a, b)| a != b).take(10);
    let differ: String = differ.map(|(a, b)| format!("- {a}\n+ {b}\n")).collect();
    let lines = (golden.lines().count(), found.lines().count());
    assert!(golden == found, "`just golden` renews it; {lines:?} lines, the first that differ:\n{differ}");
}

fn shown(table: &str) -> String {
    // More than is shown by default, so that a number that moves is seen.
    let mut config = Config::default();
    config.resolve = ResolveConfig::broad();
    config.resolve.agreement = 0.2;
    let reconciler = Reconciler::builder().config(config).build().unwrap();
    let mut out = String::new();
    for (rule, cases) in super::cases::table::<Value>(table) {
        for (n, case) in cases.iter().enumerate() {
            let sources = sources(case);
            assert!(sources.len() > 1, "{table}.{rule} {}: no bundle", n + 1);
            let all = reconciler.reconcile(&sources).unwrap();
            writeln!(out, "\n{table}.{rule} {}", n + 1).unwrap();
            // A name written in one way in both says little, and nearly every bundle has one.
            let plain = |r: &&Record| r.facet == Facet::Name && r.relation == Relation::Identical;
            for record in all.records.iter().filter(|r| !plain(r)) {
                let readings = super::cases::readings(record);
                let (facet, relation, confidence) =
                    (record.facet, record.relation, record.confidence.value());
                writeln!(out, "{facet} {relation} {confidence:.4}: {readings}; {}", record.explanation)
                    .unwrap();
            }
            for derivation in &all.derivations {
                let evidence: Vec<String> = derivation
                    .evidence
                    .iter()
                    .map(|row| format!("{:+.2} {}", row.weight, row.text))
                    .collect();
                let score = derivation.score.value();
                writeln!(out, "{derivation} {score:.4}: {}", evidence.join("; ")).unwrap();
            }
        }
    }
    out
}

/// The sources of a case, however its table writes them.
fn sources(case: &Value) -> Vec<Source> {
    let field = |name: &str| case.get(name).and_then(Value::as_str);
    let items = |name: &str| case.get(name).and_then(Value::as_array).into_iter().flatten();
    let days: Vec<&str> = match (field("a_on"), field("b_on")) {
        (None, None) => items("published").filter_map(Value::as_str).collect(),
        (a, b) => vec![a.unwrap_or_default(), b.unwrap_or_default()],
    };
    let source = |n: usize, text: &str, publisher: Option<&str>, day: &str| {
        let mut source = Source::new(format!("{}", n + 1), text);
        if let Some(publisher) = publisher {
            source = source.publisher(publisher);
        }
        match day.parse::<Published>() {
            Ok(day) => source.published(day),
            Err(_) => source,
        }
    };
    if let (Some(a), Some(b)) = (field("a"), field("b")) {
        let texts = [a, b].into_iter().enumerate();
        return texts.map(|(n, text)| source(n, text, None, days.get(n).unwrap_or(&""))).collect();
    }
    let told = items("sources").chain(items("texts")).enumerate();
    told.filter_map(|(n, told)| {
        let field = |name: &str| told.get(name).and_then(Value::as_str);
        let text = told.as_str().or_else(|| field("text"))?;
        let day = field("published").or(days.get(n).copied()).unwrap_or_default();
        Some(source(n, text, field("publisher"), day))
    })
    .collect()
}
