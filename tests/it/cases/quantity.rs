//! tests/cases/quantity.toml: a text and the quantities in it; two texts and how their first quantities compare.

use std::collections::BTreeMap;

use proptest::prelude::*;
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
    /// `span; low..high; bound; kind; unit; counted; state`, with empty fields at the end left out.
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
            let reason = judgement.map(|j| j.reason.into_owned());
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
fn a_quantity_equals_itself() {
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
fn pairs_compare_the_same_both_ways() {
    let texts: Vec<String> = table_of_texts().into_values().flatten().collect();
    let all: Vec<Quantity> = texts.iter().flat_map(|text| quantities(text)).collect();
    // A seventh of all pairs, and each with itself and the next eleven.
    for (n, a) in all.iter().enumerate() {
        for b in all.iter().skip(n % 7).step_by(7).chain(all.iter().skip(n).take(12)) {
            assert_eq!(compare::quantity::compare(a, b), compare::quantity::compare(b, a), "{a:?}\n{b:?}");
        }
    }
}

/// The words and marks that numbers, bounds, units and dates consist of, so that random text hits their boundaries.
const PIECES: &[&str] = &[
    "12", "2,500", "6.1", "½", "1353", "2003", "1", "/", "-", "–", ":", ",", ".", "$", "€", "%", "°", "(",
    ")", "two", "twenty", "hundred", "million", "dozens", "of", "half", "third", "a", "the", "and", "to",
    "between", "at", "least", "nearly", "about", "up", "km", "m", "pm", "a.m.", "GMT", "years", "old",
    "week", "ago", "later", "before", "last", "next", "early", "end", "Monday", "July", "May", "st", "th",
    "s", "’s", "people", "killed", "were", "French", "in", "on", "from", "now", "é", "\u{301}", "一", "🌋",
    "\n",
];

proptest! {
    #[test]
    fn quantities_and_dates_lie_within_the_text_and_do_not_overlap(
        pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..40),
        noise in "\\PC{0,8}",
    ) {
        let mut text = noise;
        for (piece, spaced) in pieces {
            text.push_str(piece);
            if spaced {
                text.push(' ');
            }
        }
        let lexicon = Lexicon::english();
        let source = Source::new("a", text.as_str()).published("2023-08-04".parse::<testimonia::Published>().unwrap());
        let document = text::parse(&source, &lexicon);
        let found = mention::extract(&[document], &lexicon).remove(0);
        let mut taken: Vec<testimonia::Span> = Vec::new();
        for span in found.quantities.iter().map(|q| q.number).chain(found.dates.iter().map(|d| d.span)) {
            prop_assert!(!span.slice(&text).is_empty(), "{span:?} of {text:?}");
            prop_assert!(!taken.iter().any(|t| t.overlaps(span)), "{:?} twice in {text:?}", span.slice(&text));
            taken.push(span);
        }
        for a in &found.quantities {
            prop_assert!(a.low.is_none_or(f64::is_finite) && a.high.is_none_or(f64::is_finite), "{a:?}");
            for b in &found.quantities {
                prop_assert_eq!(compare::quantity::compare(a, b), compare::quantity::compare(b, a));
            }
        }
        for a in &found.dates {
            for b in &found.dates {
                prop_assert_eq!(compare::date::compare(a, b), compare::date::compare(b, a));
            }
        }
    }
}
