//! tests/golden/tables.txt: all records of the texts in tests/cases, with confidences and reasons. The tables say what must be
//! found; this shows what a change of a rule or a number moves besides.

use std::fmt::Write;
use std::fs;

use testimonia::resolve::ResolveConfig;
use testimonia::{Config, Published, Reconciler, Source};
use toml::Value;

/// The tables whose cases are bundles of sources.
const TABLES: [&str; 9] = [
    "date_record",
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
    assert!(golden == found, "`just golden` renews it; the first lines that differ:\n{differ}");
}

fn shown(table: &str) -> String {
    let text = fs::read_to_string(crate::root().join(format!("tests/cases/{table}.toml"))).unwrap();
    let rules: toml::Table = toml::from_str(&text).unwrap();
    // More than is shown by default, so that a number that moves is seen.
    let mut config = Config::default();
    config.resolve = ResolveConfig::broad();
    config.resolve.agreement = 0.2;
    let reconciler = Reconciler::builder().config(config).build().unwrap();
    let mut out = String::new();
    for (rule, cases) in &rules {
        for (n, case) in cases.as_array().into_iter().flatten().enumerate() {
            let Some(sources) = sources(case) else { continue };
            let all = reconciler.reconcile(&sources).unwrap();
            writeln!(out, "\n{table}.{rule} {}", n + 1).unwrap();
            for record in &all.records {
                let readings = super::cases::readings(record);
                let (facet, relation, confidence) =
                    (record.facet, record.relation, record.confidence.value());
                writeln!(out, "{facet} {relation} {confidence:.4}: {readings}; {}", record.explanation)
                    .unwrap();
            }
        }
    }
    out
}

/// The sources of a case, however its table writes them.
fn sources(case: &Value) -> Option<Vec<Source>> {
    let field = |name: &str| case.get(name).and_then(Value::as_str);
    let items = |name: &str| case.get(name).and_then(Value::as_array).into_iter().flatten();
    let texts: Vec<&str> = match (field("a"), field("b")) {
        (Some(a), Some(b)) => vec![a, b],
        _ => items("sources").filter_map(Value::as_str).collect(),
    };
    let days: Vec<&str> = match (field("a_on"), field("b_on")) {
        (None, None) => items("published").filter_map(Value::as_str).collect(),
        (a, b) => vec![a.unwrap_or_default(), b.unwrap_or_default()],
    };
    let source = |(n, text): (usize, &&str)| {
        let source = Source::new(format!("{}", n + 1), *text);
        match days.get(n).and_then(|day| day.parse::<Published>().ok()) {
            Some(day) => source.published(day),
            None => source,
        }
    };
    (texts.len() > 1).then(|| texts.iter().enumerate().map(source).collect())
}
