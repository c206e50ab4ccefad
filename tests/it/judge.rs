//! A caller's own judge: what it is shown, what it changes, what it cannot do alone, and the effect of odd answers.

#![allow(clippy::disallowed_methods, reason = "the sums of a test need not be the same to the bit")]

use std::sync::{Arc, Mutex};

use testimonia::resolve::{Judge, JudgeConfig, Opinion, Outcome, Point};
use testimonia::{Config, Mention, Reconciler, Reconciliation, Record, Source, Span};

const MORNING: &str = "Rain had fallen for a week. The dam at Tillia broke on Monday, killing 12 people. \
                       Kiari Moussa, the mayor of Tillia, said the warnings of engineers were not heard.";
const EVENING: &str = "The dam at Tillia broke on Tuesday, killing at least 14 people. \
                       Chiari Moussa, the mayor of Tillia, said so. The road to the town is closed.";
const NIGHT: &str = "The dam at Tillia broke on Monday, killing 19 people, officials said.";

fn sources() -> [Source; 3] {
    let evening = Source::new("evening", EVENING)
        .publisher("Evening")
        .published("2024-05-08".parse::<testimonia::Published>().unwrap());
    [Source::new("morning", MORNING), evening, Source::new("night", NIGHT)]
}

/// Answers with a function, and remembers what it was asked and which answers were rejected.
#[derive(Clone)]
struct Own<F> {
    says: F,
    asked: Arc<Mutex<Vec<Vec<Point>>>>,
    refused: Arc<Mutex<Vec<String>>>,
}

impl<F: Fn(&Point) -> Option<Opinion>> Own<F> {
    fn new(says: F) -> Self {
        Self { says, asked: Arc::default(), refused: Arc::default() }
    }
}

impl<F: Fn(&Point) -> Option<Opinion> + Send + Sync> Judge for Own<F> {
    fn name(&self) -> &str {
        "the night desk"
    }

    fn judge(&self, points: &[Point]) -> Vec<Option<Opinion>> {
        self.asked.lock().unwrap().push(points.to_vec());
        points.iter().map(&self.says).collect()
    }

    fn refused(&self, _: &Point, reason: &str) {
        self.refused.lock().unwrap().push(reason.to_owned());
    }
}

/// Everything is shown, so that what a judge does to each record can be seen.
fn all() -> Config {
    let mut config = Config::default();
    (config.resolve.discrepancy, config.resolve.unproven) = (0.0, 0.0);
    config.resolve.modality = 0.0;
    config
}

fn plain(config: Config) -> Reconciliation {
    Reconciler::builder().config(config).build().unwrap().reconcile(&sources()).unwrap()
}

fn with(config: Config, judge: impl Judge + 'static) -> Reconciliation {
    Reconciler::builder().config(config).judge(judge).build().unwrap().reconcile(&sources()).unwrap()
}

fn always(outcome: Outcome, probability: f64) -> impl Fn(&Point) -> Option<Opinion> + Clone {
    move |_| Some(Opinion::new(outcome, probability).why("so it  is\nsaid"))
}

fn confidence(record: &Record) -> f64 {
    record.confidence.value()
}

fn log_odds(record: &Record) -> f64 {
    (confidence(record) / (1.0 - confidence(record))).ln()
}

/// The discrepancies, each paired with the same record of another reconciliation.
fn beside<'r>(a: &'r Reconciliation, b: &'r Reconciliation) -> Vec<(&'r Record, &'r Record)> {
    a.discrepancies().filter_map(|r| Some((r, b.records.iter().find(|s| s.id == r.id)?))).collect()
}

#[test]
fn it_is_asked_once_the_most_uncertain_first_with_what_stands_around() {
    let own = Own::new(|_| None);
    with(all(), own.clone());
    let asked = own.asked.lock().unwrap();
    let [points] = &asked[..] else { panic!("asked {} times", asked.len()) };
    assert!(points.len() > 1, "{points:?}");
    let open = |p: &Point| (p.confidence.value() - 0.5).abs();
    assert!(points.windows(2).all(|w| open(&w[0]) <= open(&w[1])), "{points:?}");
    let text = |source: &str| match source {
        "morning" => MORNING,
        "evening" => EVENING,
        _ => NIGHT,
    };
    for point in points {
        assert!(point.confidence.value() >= 0.05 && !point.explanation.is_empty(), "{point:?}");
        assert!(point.sides[0].mention.source < point.sides[1].mention.source, "{point:?}");
        for side in &point.sides {
            let shown =
                [Some(&side.mention), Some(&side.sentence), side.before.as_ref(), side.after.as_ref()];
            for place in shown.into_iter().flatten() {
                assert_eq!(place.span.slice(text(&place.source)), place.text);
                assert_eq!(place.source, side.mention.source);
            }
            assert!(side.sentence.span.contains(side.mention.span));
        }
    }
    let mayor = points.iter().flat_map(|p| &p.sides).find(|s| s.mention.text == "Chiari Moussa").unwrap();
    assert!(mayor.before.as_ref().unwrap().text.starts_with("The dam at Tillia broke on Tuesday"));
    assert!(mayor.after.as_ref().unwrap().text.starts_with("The road"));
    assert_eq!(mayor.publisher.as_deref(), Some("Evening"));
    assert!(mayor.published.is_some());
}

#[test]
fn what_it_says_is_a_row_of_evidence_and_rows_add_up() {
    let before = plain(all());
    for (outcome, probability) in [
        (Outcome::Discrepancy, 0.9),
        (Outcome::Discrepancy, 0.2),
        (Outcome::Agreement, 0.8),
        (Outcome::Unrelated, 1.0),
    ] {
        let after = with(all(), Own::new(always(outcome, probability)));
        let pairs = beside(&before, &after);
        assert!(pairs.len() > 1);
        for (old, new) in pairs.into_iter().filter(|(old, _)| confidence(old) >= 0.05) {
            let row = new.evidence.last().unwrap();
            assert_eq!(
                row.text,
                format!("judged by the night desk: {outcome}, {probability:.2}: so it is said")
            );
            let speaks_for = outcome == Outcome::Discrepancy && probability > 0.5;
            assert_eq!(row.weight > 0.0, speaks_for, "{row:?}");
            assert_eq!(confidence(new) > confidence(old), speaks_for, "{old} {new}");
            let sum: f64 = new.evidence.iter().map(|row| row.weight).sum();
            let near = 1.0 / (1.0 + (-sum).exp());
            assert!((near - confidence(new)).abs() < 0.001, "{near} {new:?}");
            assert_eq!(new.evidence.len(), old.evidence.len() + 1);
        }
    }
}

#[test]
fn no_opinion_changes_nothing() {
    let before = plain(all());
    assert_eq!(with(all(), Own::new(|_| None)), before);
    struct Silent;
    impl Judge for Silent {
        fn name(&self) -> &str {
            ""
        }
        fn judge(&self, _: &[Point]) -> Vec<Option<Opinion>> {
            Vec::new()
        }
    }
    assert_eq!(with(all(), Silent), before);
}

#[test]
fn agreements_are_left_alone() {
    let (before, after) = (plain(all()), with(all(), Own::new(always(Outcome::Discrepancy, 1.0))));
    assert!(before.agreements().count() > 0);
    assert!(before.agreements().eq(after.agreements()));
}

#[test]
fn it_settles_what_is_open_and_decides_nothing_alone() {
    let before = plain(all());
    let after = with(Config::default(), Own::new(always(Outcome::Discrepancy, 1.0)));
    let against = with(Config::default(), Own::new(always(Outcome::Unrelated, 1.0)));
    for old in before.discrepancies() {
        let shown = |all: &Reconciliation| all.discrepancies().any(|r| r.id == old.id);
        assert!(confidence(old) > 0.18 || !shown(&after), "{old}");
        if confidence(old) > 0.94 && shown(&plain(Config::default())) {
            assert!(shown(&against), "{old}");
        }
        let new = after.records.iter().find(|r| r.id == old.id);
        if let Some(new) = new.filter(|new| confidence(new) < 0.99) {
            assert!(log_odds(new) - log_odds(old) < 2.1, "{old}");
        }
    }
}

#[test]
fn no_certificate_covers_what_it_changed() {
    let mut config = Config::default();
    config.resolve.discrepancy = 0.8;
    let promised = plain(config.clone()).certificate;
    assert!(with(config.clone(), Own::new(always(Outcome::Discrepancy, 0.9))).certificate.is_none());
    assert_eq!(with(config.clone(), Own::new(|_| None)).certificate, promised);
    // With weight zero it is heard, but changes nothing.
    config.resolve.judge.weight = 0.0;
    let heard = with(config.clone(), Own::new(always(Outcome::Unrelated, 0.9)));
    let before = plain(config);
    assert_eq!(heard.certificate, before.certificate);
    assert!(beside(&before, &heard).iter().all(|(old, new)| old.confidence == new.confidence));
    assert!(heard.discrepancies().any(|r| r.evidence.iter().any(|e| e.text.contains("the night desk"))));
}

#[test]
fn an_opinion_that_cannot_be_right_is_dropped_and_reported() {
    let before = plain(all());
    let place =
        |source: &str, start: usize, end: usize, text: &str| Mention::new(source, Span { start, end }, text);
    let sure = || Opinion::new(Outcome::Discrepancy, 0.9);
    let dam = MORNING.find("Tillia").unwrap();
    let wrong = [
        (Opinion::new(Outcome::Discrepancy, 1.2), "between 0 and 1"),
        (Opinion::new(Outcome::Agreement, -0.1), "between 0 and 1"),
        (Opinion::new(Outcome::Unrelated, f64::NAN), "between 0 and 1"),
        (Opinion::new(Outcome::Unrelated, f64::INFINITY), "between 0 and 1"),
        (sure().places([place("noon", 0, 4, "Rain")]), "an unknown source \"noon\""),
        (sure().places([place("morning", 0, 4, "Hail")]), "\"Hail\" is not in morning at 0..4"),
        (sure().places([place("morning", 1, 5, "Rain")]), "is not in morning"),
        (sure().places([place("morning", 4, 0, "Rain")]), "is not in morning"),
        (sure().places([place("morning", 0, usize::MAX, "Rain")]), "is not in morning"),
        (sure().places([place("morning", dam, dam, "")]), "is not in morning"),
        // One wrong place among right ones is enough.
        (sure().places([place("morning", 0, 4, "Rain"), place("night", 0, 4, "Rain")]), "is not in night"),
    ];
    for (opinion, reason) in wrong {
        let own = Own::new(move |_: &Point| Some(opinion.clone()));
        assert_eq!(with(all(), own.clone()), before, "{reason}");
        let refused = own.refused.lock().unwrap();
        assert_eq!(refused.len(), own.asked.lock().unwrap()[0].len());
        assert!(refused.iter().all(|r| r.contains(reason)), "{reason}: {refused:?}");
    }
}

#[test]
fn places_that_exist_are_shown() {
    let named = |point: &Point| {
        let [a, b] = &point.sides;
        let words = |side: &testimonia::resolve::Side| point.place(&side.mention.source, &side.mention.text);
        Some(Opinion::new(Outcome::Discrepancy, 0.8).places([words(b)?, words(a)?]).by("Ada"))
    };
    let own = Own::new(named);
    let after = with(all(), own.clone());
    assert!(own.refused.lock().unwrap().is_empty());
    let rows = after.discrepancies().filter_map(|r| r.evidence.last());
    let rows: Vec<_> = rows.filter(|row| row.text == "judged by Ada: discrepancy, 0.80").collect();
    assert!(rows.len() > 1);
    assert!(rows.iter().all(|row| row.mentions.len() == 2 && row.mentions.is_sorted()));
}

#[test]
fn a_place_is_found_only_in_what_was_shown() {
    let own = Own::new(|_| None);
    with(all(), own.clone());
    let asked = own.asked.lock().unwrap();
    let point = asked[0].iter().find(|p| p.sides.iter().any(|s| s.mention.text.contains("Chiari"))).unwrap();
    let place = point.place("evening", "The road").unwrap();
    assert_eq!(place.span.slice(EVENING), "The road");
    assert_eq!(point.place("evening", "Rain had fallen"), None);
    assert_eq!(point.place("noon", "The road"), None);
    assert_eq!(point.place("evening", ""), None);
}

#[test]
fn long_words_are_cut_and_names_never_empty() {
    let long = |_: &Point| Some(Opinion::new(Outcome::Discrepancy, 0.8).why("é".repeat(5000)).by(" \n"));
    let after = with(all(), Own::new(long));
    let rows = after.discrepancies().filter_map(|r| r.evidence.last());
    let rows: Vec<&str> = rows.map(|row| row.text.as_str()).filter(|t| t.starts_with("judged by")).collect();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(row.starts_with("judged by a judge of the caller's: discrepancy, 0.80: é"), "{row}");
        assert!(row.chars().count() < 500 && row.ends_with(" .."), "{row}");
    }
}

#[test]
fn it_is_asked_about_no_more_points_than_the_limit() {
    for (least, points, expected) in [(0.05, 1, 1), (0.05, 0, 0), (1.0, 200, 0)] {
        let mut config = all();
        (config.resolve.judge.least, config.resolve.judge.points) = (least, points);
        let own = Own::new(|_| None);
        with(config, own.clone());
        let asked = own.asked.lock().unwrap();
        assert_eq!(asked.iter().flatten().count(), expected);
        assert!(asked.iter().all(|points| !points.is_empty()), "asked nothing");
    }
}

#[test]
fn the_order_of_sources_decides_nothing() {
    let judge = || Own::new(always(Outcome::Discrepancy, 0.7));
    let mut turned = sources();
    turned.reverse();
    let (one, other) = (judge(), judge());
    let own = Reconciler::builder().config(all()).judge(one.clone()).build().unwrap();
    let own_turned = Reconciler::builder().config(all()).judge(other.clone()).build().unwrap();
    assert_eq!(own.reconcile(&sources()).unwrap(), own_turned.reconcile(&turned).unwrap());
    assert_eq!(*one.asked.lock().unwrap(), *other.asked.lock().unwrap());
    assert_eq!(own.clone().reconcile(&turned).unwrap(), own.reconcile(&sources()).unwrap());
    assert!(format!("{own:?}").contains("a caller's"));
}

#[test]
fn its_numbers_are_checked_and_read_back() {
    let wrong = |change: fn(&mut JudgeConfig)| {
        let mut config = Config::default();
        change(&mut config.resolve.judge);
        let error = Reconciler::builder().config(config).build().unwrap_err();
        assert!(error.is_config() && error.to_string().contains("resolve.judge."), "{error}");
    };
    wrong(|c| c.weight = -0.1);
    wrong(|c| c.weight = 2.1);
    wrong(|c| c.most = f64::NAN);
    wrong(|c| c.most = 11.0);
    wrong(|c| c.least = 1.1);
    let config: Config = toml::from_str("[resolve.judge]\nweight = 0.25\n").unwrap();
    assert_eq!((config.resolve.judge.weight, config.resolve.judge.points), (0.25, 200));
    let text = serde_json::to_string(&config).unwrap();
    assert_eq!(serde_json::from_str::<Config>(&text).unwrap(), config);
}
