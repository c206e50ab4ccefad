//! tests/cases/date.toml: a text published on a given day, and the dates in it; two texts, and how their first dates compare.

use std::collections::BTreeMap;

use serde::Deserialize;
use testimonia::mention::Date;
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
    on: Option<String>,
    /// `surface; earliest..latest; minutes`, with minutes only if there are any.
    found: Vec<String>,
}

#[derive(Deserialize)]
struct Pair {
    a: String,
    a_on: Option<String>,
    b: String,
    b_on: Option<String>,
    relation: String,
}

fn dates(text: &str, on: Option<&str>) -> Vec<Date> {
    let lexicon = Lexicon::english();
    let mut source = Source::new("a", text);
    if let Some(day) = on.and_then(|day| day.parse::<testimonia::Published>().ok()) {
        source = source.published(day);
    }
    let document = text::parse(&source, &lexicon);
    mention::extract(&[document], &lexicon).remove(0).dates
}

fn row(date: &Date) -> String {
    let end = |v: Option<testimonia::date::Day>| v.map_or(String::new(), |v| v.to_string());
    let clock = |m: u16| format!("{:02}:{:02}", m / 60, m % 60);
    let days = match (date.earliest, date.latest) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (a, b) => format!("{}..{}", end(a), end(b)),
    };
    let minutes = match date.minutes {
        Some((a, b)) if a == b => format!("; {}", clock(a)),
        Some((a, b)) => format!("; {}-{}", clock(a), clock(b)),
        None => String::new(),
    };
    format!("{}; {days}{minutes}", date.surface)
}

#[test]
fn texts_hold_their_dates() {
    let mut wrong = Vec::new();
    for (rule, cases) in super::single::<Table>("date").find {
        for case in cases {
            let found: Vec<String> = dates(&case.text, case.on.as_deref()).iter().map(row).collect();
            if found != case.found {
                wrong.push(format!("{rule}: {:?}\n    found {found:?}, not {:?}", case.text, case.found));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn dates_compare_by_their_rules() {
    let mut wrong = Vec::new();
    for (rule, cases) in super::single::<Table>("date").compare {
        for case in cases {
            let (a, b) = (dates(&case.a, case.a_on.as_deref()), dates(&case.b, case.b_on.as_deref()));
            let (Some(a), Some(b)) = (a.first(), b.first()) else {
                wrong.push(format!("{rule}: no date in {:?} or {:?}", case.a, case.b));
                continue;
            };
            let judgement = compare::date::compare(a, b);
            assert_eq!(judgement, compare::date::compare(b, a), "{:?}, {:?}", case.a, case.b);
            let relation = judgement.as_ref().map_or("none".to_owned(), |j| j.relation.to_string());
            if relation != case.relation {
                let reason = judgement.map(|j| j.reason.into_owned());
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
fn pairs_compare_the_same_both_ways() {
    let cases = super::single::<Table>("date").find.into_values().flatten();
    let all: Vec<Date> = cases.flat_map(|c| dates(&c.text, c.on.as_deref())).collect();
    // A seventh of all pairs, and each with itself and the next eleven.
    for (n, a) in all.iter().enumerate() {
        for b in all.iter().skip(n % 7).step_by(7).chain(all.iter().skip(n).take(12)) {
            assert_eq!(compare::date::compare(a, b), compare::date::compare(b, a), "{a:?}\n{b:?}");
        }
        assert!(a.earliest.zip(a.latest).is_none_or(|(first, last)| first <= last), "{a:?}");
    }
}
