//! One result everywhere: bundles made from templates, and changes to a bundle that must not change the result.
//!
//! `.ci/platforms` reconciles the same bundles with other builds and on other targets, and compares the bytes.

use std::fs;

use itertools::Itertools;
use serde_json::Value;
use testimonia::{Reconciler, Reconciliation, Source};
use unicode_normalization::UnicodeNormalization;

/// The same numbers on every run (Knuth's linear congruential generator).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

const PLACES: [&str; 6] = ["Tillia", "São Pedro", "Brenholt", "Vårby", "Marnes", "Lemva"];
const PEOPLE: [&str; 5] = ["Kiari Moussa", "Zoë Lindqvist", "Anaïs Corvelle", "Peter Alder", "Łucja Brandt"];
const OFFICES: [&str; 4] = ["mayor", "governor", "interior minister", "spokeswoman"];
const THINGS: [&str; 6] = ["dam", "bridge", "ferry", "mine", "clinic", "market hall"];
const DAYS: [&str; 4] = ["Monday", "Tuesday", "July 26", "the weekend"];
const SPEECH: [&str; 4] = [
    "“We heard a roar and ran from the water,”",
    "“We heard a noise and ran from the water,”",
    "\"Nobody was told to leave,\"",
    "“No one was told to leave; it’s a scandal,”",
];

/// Two to six sources on one event that agree and differ as reports do.
pub(crate) fn bundle(number: usize) -> Vec<Source> {
    let mut random = Random(1 + number as u64);
    for _ in 0..8 {
        random.below(2);
    }
    let (place, thing, person, office) =
        (random.of(&PLACES), random.of(&THINGS), random.of(&PEOPLE), random.of(&OFFICES));
    let toll = 3 + random.below(60);
    let many = 2 + number % 5;
    let one = |at: usize| {
        let near = toll + random.below(3);
        let mut told = vec![
            format!("The {thing} at {place} collapsed on {}, killing {near} people.", random.of(&DAYS)),
            format!("{} said {person}, the {office} of {place}.", random.of(&SPEECH)),
            format!("At least {} people were hurt, {person} told reporters.", 2 * toll + random.below(2)),
            format!(
                "Repairs will cost ${}.{} million, the {office} said.",
                1 + random.below(9),
                random.below(10)
            ),
            format!(
                "The {thing} was built in {} and {} inspected last year.",
                1950 + random.below(40),
                random.of(&["was", "was not"])
            ),
            format!(
                "{} of {place}’s residents have been moved to {}.",
                random.of(&["Some", "About half", "Most"]),
                random.of(&PLACES)
            ),
        ];
        if random.below(3) == 0 {
            told.push(format!(
                "A state of emergency was declared on {} by {}.",
                random.of(&DAYS),
                random.of(&PEOPLE)
            ));
        }
        let rest = told.split_off(2 + random.below(told.len() - 2));
        let text = format!("{}\n\n{}\n", told.join(" "), rest.join(" "));
        Source::new(format!("{at}.txt"), text)
    };
    (0..many).map(one).collect()
}

/// The number stated in docs/testing.md.
pub(crate) const BUNDLES: usize = 20;

fn reconcile(sources: &[Source]) -> Reconciliation {
    Reconciler::new().reconcile(sources).unwrap()
}

pub(crate) fn json(sources: &[Source]) -> String {
    serde_json::to_string_pretty(&reconcile(sources)).unwrap()
}

/// The same sources with other texts.
fn rewritten(sources: &[Source], rewrite: impl Fn(&str) -> String) -> Vec<Source> {
    sources.iter().map(|source| Source::new(source.id(), rewrite(source.text()))).collect()
}

/// What comes out, without places and what is made of every byte; white space and the way accents are written do not count.
fn said(all: &Reconciliation) -> Value {
    fn bare(value: Value) -> Value {
        const PLACES: [&str; 6] = ["start", "end", "start_char", "end_char", "digest", "shared"];
        match value {
            Value::String(text) => Value::String(text.split_whitespace().join(" ").nfc().collect()),
            Value::Array(all) => all.into_iter().map(bare).collect(),
            Value::Object(all) => {
                let told = all.into_iter().filter(|(key, _)| !PLACES.contains(&key.as_str()));
                told.map(|(key, value)| (key, bare(value))).collect()
            }
            other => other,
        }
    }
    bare(serde_json::to_value(all).unwrap())
}

/// Rewriting the sources changes nothing that is said of any bundle, the confidences to the last digit included.
fn says_the_same(rewrite: impl Fn(&str) -> String) {
    for number in 0..BUNDLES {
        let sources = bundle(number);
        let (other, first) = (said(&reconcile(&rewritten(&sources, &rewrite))), said(&reconcile(&sources)));
        for (key, value) in first.as_object().unwrap() {
            assert_eq!(&other[key], value, "bundle {number}, {key}");
        }
    }
}

#[test]
fn the_bundles_have_something_to_compare() {
    let all: Vec<Reconciliation> = (0..BUNDLES).map(|n| reconcile(&bundle(n))).collect();
    assert!(all.iter().filter(|all| !all.records.is_empty() && !all.claims.is_empty()).count() > 18);
    assert!(all.iter().filter(|all| all.discrepancies().count() > 0).count() > 12);
    let texts = (0..BUNDLES).flat_map(bundle).map(|source| source.text().to_owned()).collect_vec();
    assert!(texts.iter().any(|text| !text.is_ascii()), "nothing to decompose");
}

#[test]
fn every_order_of_the_sources_gives_the_same_bytes() {
    for number in 0..BUNDLES {
        let sources = bundle(number);
        let first = json(&sources);
        let all = sources.len() <= 3;
        let orders =
            sources.iter().cloned().permutations(sources.len()).step_by(if all { 1 } else { 17 }).take(12);
        for order in orders {
            assert!(
                json(&order) == first,
                "bundle {number}, {:?}",
                order.iter().map(Source::id).collect_vec()
            );
        }
    }
}

#[test]
fn lines_that_end_as_on_windows_say_the_same() {
    says_the_same(|text| text.replace('\n', "\r\n"));
}

#[test]
fn a_byte_order_mark_says_nothing() {
    says_the_same(|text| format!("\u{feff}{text}"));
}

#[test]
fn letters_with_separate_accents_say_the_same() {
    says_the_same(|text| text.nfd().collect());
}

/// For `.ci/platforms`: writes the bundles as files.
#[test]
fn bundles_are_written_where_that_is_asked() {
    let Some(folder) = std::env::var_os("TESTIMONIA_BUNDLES").map(std::path::PathBuf::from) else { return };
    for number in 0..BUNDLES {
        let folder = folder.join(format!("{number:02}"));
        fs::create_dir_all(&folder).unwrap();
        for source in bundle(number) {
            fs::write(folder.join(source.id()), source.text()).unwrap();
        }
    }
}
