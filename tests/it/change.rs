//! Changes between runs: ids survive, and the reported changes account for every record.

use std::collections::BTreeSet;

use proptest::prelude::*;
use testimonia::{Cause, Changes, Reconciler, Reconciliation, Record, Source};

fn reconcile(sources: &[Source]) -> Reconciliation {
    Reconciler::new().reconcile(sources).unwrap()
}

fn source(id: &str, text: &str) -> Source {
    Source::new(id, text)
}

fn dam() -> Vec<Source> {
    vec![
        source(
            "morning",
            "The dam at Tillia broke on Monday, killing 12 people. Mayor Kiari Moussa asked for tents.",
        ),
        source(
            "noon",
            "The dam at Tillia broke on Monday, killing 14 people. Mayor Chiari Moussa asked for tents.",
        ),
    ]
}

/// The id of the record whose readings have these words.
fn id_of(all: &Reconciliation, words: &[&str]) -> String {
    let holds = |r: &Record, word: &str| r.readings.iter().any(|reading| reading.words() == word);
    let found = all.discrepancies().find(|r| words.iter().all(|word| holds(r, word)));
    found.unwrap_or_else(|| panic!("no {words:?}: {:#?}", all.records)).id.to_string()
}

fn ids(all: &Reconciliation) -> Vec<String> {
    all.records.iter().map(|r| r.id.to_string()).collect()
}

#[test]
fn another_source_renames_no_point() {
    let mut sources = dam();
    let before = reconcile(&sources);
    for (id, text) in [
        (
            "zenith",
            "The dam at Tillia broke on Monday, killing 12 people. Mayor Kiari Moussa asked for tents.",
        ),
        (
            "weekly",
            "The dam at Tillia broke on Monday, killing 20 people. Mayor Kiari Moussa asked for tents.",
        ),
    ] {
        sources.push(source(id, text));
        let after = reconcile(&sources);
        assert_eq!(id_of(&after, &["12 people", "14 people"]), id_of(&before, &["12 people", "14 people"]));
        assert_eq!(id_of(&after, &["Kiari Moussa"]), id_of(&before, &["Kiari Moussa"]));
    }
}

#[test]
fn an_edit_elsewhere_renames_no_point() {
    let before = reconcile(&dam());
    let mut edited = dam();
    let longer = format!("Rain fell for a week in the valley. {}", edited[0].text());
    edited[0] = source("morning", &longer);
    let after = reconcile(&edited);
    assert_eq!(id_of(&after, &["12 people", "14 people"]), id_of(&before, &["12 people", "14 people"]));
    let changes = after.changes_since(&before);
    assert_eq!(changes.because.iter().map(Cause::to_string).collect::<Vec<_>>(), ["morning was edited"]);
    assert!(changes.changed.is_empty() && changes.removed.is_empty(), "{changes:#?}");
}

#[test]
fn ids_are_carried_where_the_earliest_source_is_new_or_gone() {
    let before = reconcile(&dam());
    let toll = id_of(&before, &["12 people", "14 people"]);
    let mut more = dam();
    more.push(source(
        "agency",
        "The dam at Tillia broke on Monday, killing 20 people. Mayor Kiari Moussa asked for tents.",
    ));
    let carried = reconcile(&more).with_ids_of(&before);
    assert_eq!(id_of(&carried, &["20 people", "12 people", "14 people"]), toll);
    let changes = carried.changes_since(&before);
    let change = changes.changed.iter().find(|change| change.id.as_str() == toll).expect("the toll changed");
    assert_eq!(change.because.iter().map(Cause::to_string).collect::<Vec<_>>(), ["agency is new"]);
    assert_eq!((change.before.readings.len(), change.after.readings.len()), (2, 3));
    let again = reconcile(&dam()).with_ids_of(&carried);
    assert_eq!(id_of(&again, &["12 people", "14 people"]), toll);
    let back = again.changes_since(&carried);
    assert!(
        back.because
            .iter()
            .any(|cause| matches!(cause, Cause::SourceWithdrawn { source, .. } if source == "agency"))
    );
}

#[test]
fn an_edited_figure_is_a_change_of_its_record() {
    let before = reconcile(&dam());
    let mut edited = dam();
    edited[1] = source("noon", &edited[1].text().replace("14", "16"));
    let after = reconcile(&edited).with_ids_of(&before);
    let toll = id_of(&before, &["12 people", "14 people"]);
    assert_eq!(id_of(&after, &["12 people", "16 people"]), toll);
    let changes = after.changes_since(&before);
    assert_eq!(changes.changed.len(), 1, "{changes:#?}");
    assert_eq!(changes.changed[0].because[0].to_string(), "noon was edited");
    assert!(changes.added.is_empty() && changes.removed.is_empty() && changes.merged.is_empty());
}

#[test]
fn what_no_source_says_any_more_is_removed() {
    let before = reconcile(&dam());
    let mut edited = dam();
    edited[1] = source("noon", "The dam at Tillia broke on Monday, killing 14 people.");
    let changes = reconcile(&edited).changes_since(&before);
    let removed: Vec<String> = changes.removed.iter().map(ToString::to_string).collect();
    assert!(removed.iter().any(|r| r.contains("\"Kiari Moussa\"")), "{removed:?}");
    assert!(changes.added.is_empty());
}

#[test]
fn the_same_sources_change_nothing() {
    let before = reconcile(&dam());
    let changes = reconcile(&dam()).changes_since(&before);
    assert!(changes.is_empty() && changes.because.is_empty());
    assert_eq!(changes.unchanged.len(), before.records.len());
    let mut other = reconcile(&dam());
    other.version = Some("0.0.1".to_owned());
    assert!(matches!(before.changes_since(&other).because[..], [Cause::RulesChanged { .. }]));
}

/// An id is unique in what the library makes, but a file can be edited.
#[test]
fn an_id_that_occurs_twice_in_a_file_changes_nothing() {
    let mut made = reconcile(&dam());
    assert!(made.records.len() > 2);
    made.records[2].id = made.records[0].id.clone();
    let changes = made.changes_since(&made);
    assert!(changes.is_empty(), "{changes:?}");
    assert_eq!(changes.unchanged.len(), made.records.len());
    assert_eq!(made.clone().with_ids_of(&made), made);
}

#[test]
fn changes_are_read_back_from_json() {
    let mut sources = dam();
    let before = reconcile(&sources);
    sources.push(source("agency", "The dam at Tillia broke on Tuesday, killing 20 people."));
    let changes = reconcile(&sources).changes_since(&before);
    let json = serde_json::to_string(&changes).unwrap();
    assert_eq!(serde_json::from_str::<Changes>(&json).unwrap(), changes);
}

/// Reports that agree, differ, and repeat each other.
const REPORTS: &[&str] = &[
    "The dam at Tillia broke on Monday, killing 12 people. Mayor Kiari Moussa asked for tents.",
    "The dam at Tillia broke on Monday, killing 14 people. Mayor Chiari Moussa asked for tents.",
    "The dam at Tillia broke on Tuesday, killing at least 12 people. The road is closed, police said.",
    "The dam at Tillia broke on Monday, killing 12 people. The road is closed, police said.",
    "Mayor Kiari Moussa asked for tents and \"a thousand blankets\". The dam at Tillia broke on Monday.",
    "Mayor Kiari Moussa asked for tents and \"ten thousand blankets\". The road is closed, police said.",
];

fn without_ids(all: &Reconciliation) -> Vec<String> {
    let said = all.records.iter().map(|r| format!("{r} {} {:?}", r.confidence, r.readings));
    let mut said: Vec<String> = said.collect();
    said.sort();
    said
}

proptest! {
    #![proptest_config(crate::cases_of(24))]

    /// Adding sources one by one, in any order, ends in the result of reconciling all of them at once. At each step, every earlier
    /// record is accounted for once, and no two records share an id.
    #[test]
    fn sources_added_one_by_one_end_in_the_batch(
        order in Just((0..REPORTS.len()).collect::<Vec<_>>()).prop_shuffle(),
        names in Just(vec!["a", "b", "c", "d", "e", "f"]).prop_shuffle(),
    ) {
        let all: Vec<Source> = order.iter().zip(&names).map(|(&n, name)| source(name, REPORTS[n])).collect();
        let mut made = reconcile(&all[..2]);
        for upto in 3..=all.len() {
            let next = reconcile(&all[..upto]).with_ids_of(&made);
            let changes = next.changes_since(&made);
            let ids_now = ids(&next);
            prop_assert_eq!(ids_now.iter().collect::<BTreeSet<_>>().len(), ids_now.len(), "an id twice");
            let mut expected: BTreeSet<String> = ids(&made).into_iter().collect();
            for record in &changes.removed {
                prop_assert!(expected.remove(record.id.as_str()));
            }
            for merged in &changes.merged {
                prop_assert!(expected.remove(merged.id.as_str()));
                prop_assert!(ids_now.iter().any(|id| id == merged.into.as_str()));
            }
            for change in &changes.changed {
                prop_assert_eq!(&change.before.id, &change.id);
                prop_assert!(!change.because.is_empty());
            }
            for record in &changes.added {
                prop_assert!(expected.insert(record.id.to_string()), "an added record has a new id");
            }
            prop_assert_eq!(&expected, &ids_now.iter().cloned().collect::<BTreeSet<_>>());
            prop_assert_eq!(changes.unchanged.len() + changes.changed.len() + changes.added.len(), next.records.len());
            for record in &next.records {
                prop_assert!(record.claim.iter().all(|id| next.claim(id).is_some()));
                prop_assert!(record.entity.iter().all(|id| next.entity(id).is_some()));
            }
            made = next;
        }
        prop_assert_eq!(without_ids(&made), without_ids(&reconcile(&all)));
    }
}
