//! Text for a terminal: it fits, marks what differs, and sends no control characters of a source.

use testimonia::render::{Explanation, Text};

use super::rules::is_tame;
use super::{dam, hostile, reconciled};

#[test]
fn text_fits_its_width_and_has_no_control_characters() {
    for sources in [dam(), hostile()] {
        let reconciliation = reconciled(&sources);
        for width in [40, 100] {
            let text = Text::new(&reconciliation, &sources).width(width).to_string();
            is_tame(&text);
            for line in text.lines() {
                assert!(line.chars().count() <= width, "{width}: {line}");
            }
        }
        for record in reconciliation.records.iter().take(8) {
            is_tame(&Explanation::new(&reconciliation, &sources, record.id.as_str()).unwrap().to_string());
        }
    }
}

#[test]
fn words_that_differ_are_marked_with_asterisks_or_colour() {
    let sources = dam();
    let reconciliation = reconciled(&sources);
    let plain = Text::new(&reconciliation, &sources).to_string();
    for part in [
        "    *12* people\n        one: The dam",
        "killing [12 people].",
        "*Kiari* Moussa",
        "a *roar* and ran",
    ] {
        assert!(plain.contains(part), "{part}: {plain}");
    }
    let coloured = Text::new(&reconciliation, &sources).color(true).to_string();
    assert!(coloured.contains("\x1b[1;35m12\x1b[0m people"), "{coloured}");
    assert!(!coloured.contains('*') && !coloured.contains('['.to_string().repeat(2).as_str()));
}

#[test]
fn only_records_are_shown_on_request() {
    let sources = dam();
    let reconciliation = reconciled(&sources);
    let whole = Text::new(&reconciliation, &sources).to_string();
    assert!(whole.contains("\nSHARED CLAIMS\n"));
    let records = Text::new(&reconciliation, &sources).records_only(true).to_string();
    assert!(!records.contains("SHARED CLAIMS") && records.contains("\nDISCREPANCIES\n"));
}

#[test]
fn a_reading_of_many_sources_shows_some_and_names_more() {
    let mut sources = dam();
    sources.extend((0..30).map(|n| testimonia::Source::new(format!("s{n:02}"), dam()[0].text())));
    let text = Text::new(&reconciled(&sources), &sources).to_string();
    assert!(text.contains("and 27 further sources: s03, s04,"), "{text}");
}

#[test]
fn an_explanation_gives_sentence_evidence_claim_and_entity() {
    let sources = dam();
    let reconciliation = reconciled(&sources);
    let name = reconciliation.discrepancies().find(|r| r.entity.is_some()).expect("two spellings");
    let shown = Explanation::new(&reconciliation, &sources, name.id.as_str()).unwrap().to_string();
    for part in [
        "name variant, discrepancy\n",
        "said [Kiari Moussa], the mayor",
        "evidence, in log-odds\n",
        "entity      e",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let entity = name.entity.as_ref().unwrap().as_str();
    assert!(
        Explanation::new(&reconciliation, &sources, entity)
            .unwrap()
            .to_string()
            .contains("Kiari Moussa (one)")
    );
    assert!(Explanation::new(&reconciliation, &sources, "r000000000000").is_none());
}

/// Two to four sources on one sinking, each with its own toll.
fn sinking(tolls: &[&str]) -> Vec<testimonia::Source> {
    let text = |toll| format!("A ferry sank off Tamatave on Monday, killing {toll}, the coast guard said.");
    tolls.iter().enumerate().map(|(n, toll)| testimonia::Source::new(format!("s{n}"), text(toll))).collect()
}

#[test]
fn only_what_is_more_precise_is_shown_as_more_precise() {
    for (tolls, line) in [
        (&["34 people", "at least 31 people"][..], "at least 31 people < 34 people (2)"),
        (&["at least 34 people", "34 people"], "at least 34 people < 34 people (2)"),
        (
            &["at least 34 people", "34 people", "at least 31 people"],
            "at least 31 people < at least 34 people < 34 people (3)",
        ),
        (&["about 50 people", "50 people"], "about 50 people < 50 people (2)"),
        (&["at least 31 people", "at least 33 people"], "at least 31 people < at least 33 people (2)"),
        (&["about 50 people", "at least 50 people"], "about 50 people ~ at least 50 people (2)"),
        (&["twenty people", "20 people"], "20 people = twenty people (2)"),
    ] {
        let sources = sinking(tolls);
        let shown = Text::new(&reconciled(&sources), &sources).to_string();
        assert!(shown.contains(&format!("    quantity  {line}\n")), "{line}: {shown}");
    }
}

#[test]
fn in_a_tie_no_reading_has_the_most_sources() {
    let most = |tolls: &[&str]| {
        let sources = sinking(tolls);
        let reconciliation = reconciled(&sources);
        let toll = reconciliation.discrepancies().next().unwrap();
        Explanation::new(&reconciliation, &sources, toll.id.as_str()).unwrap().to_string()
    };
    assert!(!most(&["12 people", "14 people"]).contains("most independent"));
    let texts = [
        "A ferry sank off Tamatave on Monday, killing 12 people, the coast guard said.",
        "Off Tamatave, 14 people were killed when a ferry sank on Monday, the port says.",
        "The coast guard reported on Monday that a ferry had sunk off Tamatave, killing 14 people.",
    ];
    let sources: Vec<_> =
        texts.iter().enumerate().map(|(n, text)| testimonia::Source::new(format!("s{n}"), *text)).collect();
    let reconciliation = reconciled(&sources);
    let toll = reconciliation.discrepancies().next().unwrap();
    let shown = Explanation::new(&reconciliation, &sources, toll.id.as_str()).unwrap().to_string();
    assert!(shown.contains("most independent sources have reading 2"), "{shown}");
}

/// A file can be edited: a record in it may name a reading that it does not have.
#[test]
fn a_reading_that_does_not_exist_is_not_shown() {
    let sources = sinking(&["12 people", "14 people"]);
    let mut reconciliation = reconciled(&sources);
    let record = &mut reconciliation.records[0];
    record.consensus.most_precise = Some(usize::MAX);
    record.consensus.order = vec![usize::MAX, 0];
    record.readings[0].support.independent = -1.0;
    let id = record.id.clone();
    let shown = Explanation::new(&reconciliation, &sources, id.as_str()).unwrap().to_string();
    assert!(!shown.contains("most precise") && !shown.contains("most independent"), "{shown}");
}

#[test]
fn a_toll_comes_before_a_spelling_and_its_id_stands_beside_it() {
    let sources = dam();
    let reconciliation = reconciled(&sources);
    for width in [60, 100, 220] {
        let text = Text::new(&reconciliation, &sources).width(width).to_string();
        let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"));
        assert!(at("1. quantity, conflict  r") < at("*Kiari*"), "{text}");
    }
}

#[test]
fn why_names_every_reading_of_three() {
    let sources = sinking(&["12 people", "14 people", "19 people"]);
    let text = Text::new(&reconciled(&sources), &sources).width(200).to_string();
    assert!(text.contains("; in all, \"12 people\" (s0), \"14 people\" (s1), \"19 people\" (s2)"), "{text}");
}
