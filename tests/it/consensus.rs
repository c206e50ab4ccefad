//! The consensus of a record: support, precision and the earliest source.

use testimonia::{Published, Reconciler, Record, Source};

fn record(sources: &[(&str, &str, &str)], which: &str) -> Record {
    let source = |&(id, text, day): &(&str, &str, &str)| match day {
        "" => Source::new(id, text),
        day => Source::new(id, text).published(day.parse::<Published>().unwrap()),
    };
    let sources: Vec<Source> = sources.iter().map(source).collect();
    let found = Reconciler::new().reconcile(&sources).unwrap();
    let shown: Vec<String> = found.records.iter().map(ToString::to_string).collect();
    found
        .records
        .into_iter()
        .find(|r| r.to_string().starts_with(which))
        .unwrap_or_else(|| panic!("{shown:#?}"))
}

const BOUND: &str = "A ferry sank off Tamatave, killing at least 20 people, the coast guard said.";
const COUNT: &str = "The coast guard said a ferry sank off Tamatave, killing 23 people.";
const OTHER: &str = "The coast guard reported that a ferry had sunk off Tamatave, killing 25 people.";

#[test]
fn the_most_precise_reading_is_named_where_readings_agree() {
    let record = record(&[("a", BOUND, ""), ("b", COUNT, "")], "quantity refinement");
    assert!(record.most_precise().is_some_and(|reading| reading.words().contains("23")), "{record}");
}

#[test]
fn no_reading_of_a_discrepancy_is_called_more_precise() {
    let record = record(&[("a", COUNT, ""), ("b", OTHER, "")], "quantity conflict");
    assert_eq!(record.consensus.most_precise, None);
    assert_eq!(record.readings.len(), 2);
}

#[test]
fn readings_are_ordered_by_independent_support_and_stay_in_place() {
    let sources = [
        ("a", COUNT, ""),
        ("b", OTHER, ""),
        ("c", "Off Tamatave, 25 people were killed when a ferry sank.", ""),
    ];
    let record = record(&sources, "quantity conflict");
    assert_eq!(record.consensus.order, [1, 0], "{record}");
    assert!(record.readings[0].words().contains("23"), "{record}");
    let order: Vec<String> = record.by_support().map(|reading| reading.words()).collect();
    assert!(order[0].contains("25") && order[1].contains("23"), "{order:?}");
}

#[test]
fn the_earliest_source_is_named_only_where_it_is_known() {
    let earliest = |days: [&str; 2]| {
        let record = record(&[("a", COUNT, days[0]), ("b", OTHER, days[1])], "quantity conflict");
        record.earliest().map(str::to_owned)
    };
    assert_eq!(earliest(["2024-05-09", "2024-05-08"]).as_deref(), Some("b"));
    assert_eq!(earliest(["2024-05-08T08:15", "2024-05-08T08:30"]).as_deref(), Some("a"));
    assert_eq!(earliest(["2024-05-08", "2024-05-08"]), None, "which of one day is not known");
    assert_eq!(earliest(["2024-05-08", "2024-05-08T08:30"]), None, "a clock against none");
    assert_eq!(earliest(["2024-05-08", ""]), None, "what is not dated may be older");
}
