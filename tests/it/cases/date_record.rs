//! tests/cases/date_record.toml: two sources, and whether they contradict each other on a date, in either order.

use serde::Deserialize;
use testimonia::{Facet, Published, Reconciler, Source};

use super::{assert_none, readings, table};

#[derive(Deserialize)]
struct Case {
    a: String,
    a_on: Option<String>,
    a_by: Option<String>,
    b: String,
    b_on: Option<String>,
    b_by: Option<String>,
    differ: bool,
}

fn source(id: &str, text: &str, on: Option<&String>, by: Option<&String>) -> Source {
    let mut source = Source::new(id, text);
    if let Some(day) = on {
        source = source.published(day.parse::<Published>().unwrap());
    }
    match by {
        Some(name) => source.publisher(name.as_str()),
        None => source,
    }
}

#[test]
fn sources_contradict_each_other_on_dates() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("date_record") {
        for case in cases {
            let a = source("a", &case.a, case.a_on.as_ref(), case.a_by.as_ref());
            let b = source("b", &case.b, case.b_on.as_ref(), case.b_by.as_ref());
            for sources in [[a.clone(), b.clone()], [b, a]] {
                let found = Reconciler::new().reconcile(&sources).unwrap();
                let shown = |facet: Option<Facet>| -> Vec<String> {
                    let of_facet = found.discrepancies().filter(|r| facet.is_none_or(|f| r.facet == f));
                    of_facet.map(|r| format!("{} {}", r.facet, readings(r))).collect()
                };
                let (dates, all) = (shown(Some(Facet::Date)), shown(None));
                if dates.len() != usize::from(case.differ) || all.len() != dates.len() {
                    wrong.push(format!("{rule}: {:?} / {:?}: {all:?}", case.a, case.b));
                }
            }
        }
    }
    assert_none(&wrong);
}
