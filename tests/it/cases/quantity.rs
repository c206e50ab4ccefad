//! tests/cases/quantity.toml: a text and the quantities in it; two texts and how their first quantities compare.

use std::collections::BTreeMap;

use serde::Deserialize;
use testimonia::mention::Quantity;
use testimonia::{Lexicon, Source, compare, mention, text};

use super::assert_none;

#[derive(Deserialize)]
struct Table {
    find: BTreeMap<String, Vec<Find>>,
    compare: BTreeMap<String, Vec<Pair>>,
}

#[derive(Deserialize)]
struct Find {
    text: String,
    /// `span; low..high; bound; kind; unit; counted; state`, what is missing at the end left out.
    found: Vec<String>,
}

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    relation: String,
    reason: Option<String>,
}

fn quantities(text: &str) -> Vec<Quantity> {
    let lexicon = Lexicon::english();
    let source = Source::new("a", text);
    let document = text::parse(&source, &lexicon);
    mention::extract(&[document], &lexicon).remove(0).quantities
}

fn row(text: &str, quantity: &Quantity) -> String {
    let end = |v: Option<f64>| v.map_or(String::new(), |v| ((v * 1000.0).round() / 1000.0).to_string());
    let word = |v: &Option<String>| v.clone().unwrap_or_default();
    let fields = [
        quantity.span.slice(text).to_owned(),
        format!("{}..{}", end(quantity.low), end(quantity.high)),
        format!("{:?}", quantity.bound).to_lowercase(),
        format!("{:?}", quantity.kind).to_lowercase(),
        word(&quantity.unit),
        word(&quantity.counted),
        word(&quantity.state),
    ];
    fields.join("; ").trim_end_matches("; ").trim_end_matches(';').to_owned()
}

#[test]
fn texts_hold_their_quantities() {
    let mut wrong = Vec::new();
    let table: Vec<_> = super::single::<Table>("quantity").find.into_iter().collect();
    for (rule, cases) in table {
        for case in cases {
            let found: Vec<String> = quantities(&case.text).iter().map(|q| row(&case.text, q)).collect();
            if found != case.found {
                wrong.push(format!("{rule}: {:?}\n    found {found:#?}, not {:#?}", case.text, case.found));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn quantities_compare_by_their_rules() {
    let mut wrong = Vec::new();
    for (rule, cases) in super::single::<Table>("quantity").compare {
        for case in cases {
            let (a, b) = (quantities(&case.a), quantities(&case.b));
            let (Some(a), Some(b)) = (a.first(), b.first()) else {
                wrong.push(format!("{rule}: no quantity in {:?} or {:?}", case.a, case.b));
                continue;
            };
            let judgement = compare::quantity::compare(a, b);
            assert_eq!(judgement, compare::quantity::compare(b, a), "{:?}, {:?}", case.a, case.b);
            let relation = judgement.as_ref().map_or("none".to_owned(), |j| j.relation.to_string());
            let reason = judgement.map(|j| j.reason);
            if relation != case.relation || case.reason.is_some() && reason != case.reason {
                wrong.push(format!(
                    "{rule}: {:?} and {:?} are {relation} ({reason:?}), not {}",
                    case.a, case.b, case.relation
                ));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_quantity_is_its_own_equal() {
    for (_, cases) in table_of_texts() {
        for text in cases {
            for quantity in quantities(&text) {
                if let Some(judgement) = compare::quantity::compare(&quantity, &quantity) {
                    assert_eq!(judgement.relation.to_string(), "identical", "{text:?}: {quantity:?}");
                }
                let (low, high) = quantity.interval();
                assert!(low <= high, "{text:?}: {quantity:?}");
            }
        }
    }
}

fn table_of_texts() -> BTreeMap<String, Vec<String>> {
    let find = super::single::<Table>("quantity").find;
    find.into_iter().map(|(rule, cases)| (rule, cases.into_iter().map(|c| c.text).collect())).collect()
}

#[test]
fn all_pairs_compare_the_same_both_ways() {
    let texts: Vec<String> = table_of_texts().into_values().flatten().collect();
    let all: Vec<Quantity> = texts.iter().flat_map(|text| quantities(text)).collect();
    for a in &all {
        for b in &all {
            assert_eq!(compare::quantity::compare(a, b), compare::quantity::compare(b, a), "{a:?}\n{b:?}");
        }
    }
}
