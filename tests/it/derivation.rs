//! Copies and independent reports of one event, generated from sentences written for this test: who is found to have copied.

use std::collections::BTreeMap;

use testimonia::{Config, Reconciler, Source};

use crate::voices::{EVENTS, QUOTES, SYNONYMS};

/// xorshift: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % n
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for n in (1..all.len()).rev() {
            all.swap(n, self.below(n + 1));
        }
    }
}

const TOWNS: &[&str] = &["Lemva", "Tolvik", "Corvelle", "Brenholt", "Marnes", "Aldersund", "Zinvara"];
const PEOPLE: &[&str] = &["Ilse Harmon", "Petr Vlasik", "Amina Doukour", "Tomas Reyle", "Greta Sommer"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// What happened: the names and numbers that every reporter has.
struct Event {
    facts: &'static [[&'static str; 4]],
    slots: BTreeMap<&'static str, String>,
}

impl Event {
    fn new(dice: &mut Dice) -> Self {
        let mut towns = TOWNS.to_vec();
        let mut people = PEOPLE.to_vec();
        dice.shuffle(&mut towns);
        dice.shuffle(&mut people);
        let slots = [
            ("{town}", towns[0].to_owned()),
            ("{other}", towns[1].to_owned()),
            ("{mayor}", people[0].to_owned()),
            ("{chief}", people[1].to_owned()),
            ("{day}", DAYS[dice.below(DAYS.len())].to_owned()),
            ("{dead}", (3 + dice.below(30)).to_string()),
            ("{hurt}", (40 + dice.below(50)).to_string()),
        ];
        Self { facts: EVENTS[dice.below(EVENTS.len())], slots: slots.into() }
    }

    fn fill(&self, words: &str) -> String {
        self.slots.iter().fold(words.to_owned(), |text, (slot, value)| text.replace(slot, value))
    }

    /// One reporter's text: the facts, each in one of its wordings, and the quotations that everybody was given.
    fn report(&self, dice: &mut Dice, wordings: &[usize], frame: usize) -> Vec<String> {
        let facts = self.facts.iter().zip(wordings).map(|(fact, &wording)| self.fill(fact[wording]));
        let mut report: Vec<String> = facts.collect();
        // Reporters begin with what is most important and order the rest as they please.
        dice.shuffle(&mut report[2..]);
        for quote in QUOTES {
            let at = 3 + dice.below(report.len() - 3);
            report.insert(at, self.fill(quote[frame]));
        }
        report
    }
}

fn wordings(dice: &mut Dice, event: &Event) -> Vec<usize> {
    event.facts.iter().map(|_| dice.below(4)).collect()
}

/// A wording that differs from another's for every fact.
fn others(dice: &mut Dice, taken: &[usize]) -> Vec<usize> {
    taken.iter().map(|&wording| (wording + 1 + dice.below(3)) % 4).collect()
}

/// The sentence with some of its words changed.
fn rewritten(dice: &mut Dice, sentence: &str, percent: usize) -> String {
    let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
    for word in &mut words {
        let bare = word.trim_end_matches([',', '.']).to_owned();
        if let Some((_, other)) = SYNONYMS.iter().find(|(one, _)| *one == bare) {
            if dice.chance(percent) {
                *word = word.replacen(&bare, other, 1);
            }
        }
    }
    words.join(" ")
}

/// Two reports. The second takes `reuse` % of the first's sentences, with `changed` % of their words changed, and perhaps in another
/// order.
fn copied(dice: &mut Dice, reuse: usize, changed: usize, reordered: bool) -> [String; 2] {
    let event = Event::new(dice);
    let first = wordings(dice, &event);
    let second = others(dice, &first);
    let one = event.report(dice, &first, 0);
    let kept = (reuse * event.facts.len()).div_ceil(100);
    let mut facts: Vec<usize> = (0..event.facts.len()).collect();
    dice.shuffle(&mut facts);
    let mut other: Vec<String> = Vec::new();
    for (n, fact) in event.facts.iter().enumerate() {
        other.push(match facts[..kept].contains(&n) {
            true => rewritten(dice, &event.fill(fact[first[n]]), changed),
            false => event.fill(fact[second[n]]),
        });
    }
    if reordered {
        dice.shuffle(&mut other[1..]);
    }
    for quote in QUOTES {
        other.push(event.fill(quote[1]));
    }
    [one.join(" "), other.join(" ")]
}

fn derived(texts: [String; 2]) -> Option<f64> {
    let [one, other] = texts;
    let found = Reconciler::new().reconcile(&[Source::new("a", one), Source::new("b", other)]).unwrap();
    assert!(found.derivations.len() <= 1);
    found.derivations.first().map(|derivation| derivation.score.value())
}

#[test]
fn copies_are_found_down_to_a_third_of_a_text() {
    let mut dice = Dice(0x5eed);
    let mut table = Vec::new();
    for reuse in [100, 60, 30, 10] {
        for (changed, reordered) in [(0, false), (40, false), (40, true), (80, true)] {
            let found =
                (0..25).filter(|_| derived(copied(&mut dice, reuse, changed, reordered)).is_some()).count();
            table.push((reuse, changed, reordered, found));
        }
    }
    for reuse in [100, 60, 30] {
        let found: usize = table.iter().filter(|row| row.0 == reuse).map(|row| row.3).sum();
        assert!(
            found >= 95,
            "of 100 copies of {reuse} %: {found}; all (reuse, changed, reordered, of 25): {table:?}"
        );
    }
}

#[test]
fn reporters_of_one_event_are_not_taken_for_copyists() {
    let mut dice = Dice(0xfeed);
    let mut wrong = Vec::new();
    for _ in 0..200 {
        let event = Event::new(&mut dice);
        let first = wordings(&mut dice, &event);
        let second = others(&mut dice, &first);
        let one = event.report(&mut dice, &first, 0).join(" ");
        let other = event.report(&mut dice, &second, 1).join(" ");
        if let Some(score) = derived([one.clone(), other.clone()]) {
            wrong.push((score, one, other));
        }
    }
    assert!(wrong.is_empty(), "{} of 200: {:#?}", wrong.len(), wrong.first());
}

/// The rows of a derivation add up to its log-odds, so a reader can check the sum.
#[test]
fn evidence_adds_up() {
    let mut dice = Dice(0xadd);
    for reuse in [100, 60, 30] {
        let [one, other] = copied(&mut dice, reuse, 40, true);
        let found = Reconciler::new().reconcile(&[Source::new("a", one), Source::new("b", other)]).unwrap();
        for derivation in &found.derivations {
            let odds: f64 = derivation.evidence.iter().map(|row| row.weight).sum();
            assert_eq!(testimonia::Score::logistic(odds), derivation.score);
            for mention in derivation.evidence.iter().flat_map(|row| &row.mentions) {
                assert!(!mention.text.is_empty());
            }
        }
        assert_eq!(found.derivations.len(), 1, "{reuse}");
    }
}

/// A claim that two sources make in one wording is one voice; if the same two word a claim differently, they count for more.
#[test]
fn support_is_counted_sentence_by_sentence() {
    let taken = "The old lighthouse will be moved inland next spring. Engineers will lift the tower onto rails and pull \
                 it uphill. Fishermen complained that the harbour would lose its oldest landmark.";
    let own = [
        "A ferry sank off Tamatave on Monday and 23 people drowned, the coast guard said.",
        "The coast guard reported 23 deaths when a ferry went down near Tamatave on Monday.",
    ];
    let source = |n: usize| Source::new(format!("{n}"), format!("{taken} {}", own[n]));
    let found = Reconciler::new().reconcile(&[source(0), source(1)]).unwrap();
    let of = |words: &str| {
        let claim = found.claims.iter().find(|claim| claim.sentences[0].text.contains(words));
        claim.unwrap_or_else(|| panic!("no claim on {words}")).support.independent
    };
    assert!(of("lighthouse") < 1.05 && of("rails") < 1.05, "{} {}", of("lighthouse"), of("rails"));
    assert!(of("Tamatave") > 1.25, "{}", of("Tamatave"));
    let reading = found.records.iter().flat_map(|r| &r.readings).find(|r| r.words().contains("23"));
    assert!(reading.is_some_and(|r| r.support.sources == 2 && r.support.independent > 1.25), "{reading:?}");
}

/// Many outlets with one agency's text are about one voice, and are not all compared with each other.
#[test]
fn compared_pairs_grow_linearly_with_the_texts() {
    let compared = |many: usize| {
        let mut dice = Dice(0xb16);
        let mut sources = Vec::new();
        for n in 0..many / 10 {
            let event = Event::new(&mut dice);
            let words = wordings(&mut dice, &event);
            for copy in 0..10 {
                let report = event.report(&mut dice, &words, 0);
                sources.push(Source::new(format!("{n:03}-{copy}"), report[..5].join(" ")));
            }
        }
        let mut config = Config::default();
        config.provenance.threshold = 0.0;
        let reconciler = Reconciler::builder().config(config).build().unwrap();
        reconciler.reconcile(&sources).unwrap().derivations.len()
    };
    let (few, many) = (compared(40), compared(160));
    assert!(many <= 8 * few, "{few} pairs of 40 sources, {many} of 160");
}
