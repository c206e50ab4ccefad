//! Renderers follow the rules of their formats, on ordinary texts and on hostile ones.

#[path = "render/foreign.rs"]
mod foreign;
#[path = "render/html.rs"]
mod html;
#[path = "render/markup.rs"]
mod markup;
#[path = "render/plain.rs"]
mod plain;
#[path = "render/rules.rs"]
mod rules;
#[path = "render/table.rs"]
mod table;
#[path = "render/tei.rs"]
mod tei;

use std::sync::LazyLock;

use testimonia::{Reconciler, Reconciliation, Source};

use rules::PAYLOADS;

/// Few enough that the texts made from them are quick to reconcile.
const HOSTILE: &[&str] = PAYLOADS.split_at(10).0;

/// The reconciliation of these sources. The hostile ones take seconds without optimisation, and most tests here use them.
fn reconciled(sources: &[Source]) -> Reconciliation {
    static OF_HOSTILE: LazyLock<Reconciliation> =
        LazyLock::new(|| Reconciler::new().reconcile(&hostile()).unwrap());
    if sources.iter().map(Source::text).eq(hostile().iter().map(Source::text)) {
        OF_HOSTILE.clone()
    } else {
        Reconciler::new().reconcile(sources).unwrap()
    }
}

/// Two ordinary texts that differ in a number, a spelling and a quotation.
fn dam() -> Vec<Source> {
    let one = "The dam at Tillia broke on Monday, killing 12 people. \
        “We heard a roar and ran from the water,” said Kiari Moussa, the mayor of Tillia.";
    let other = "The dam at Tillia broke on Monday, killing 14 people. \
        \"We heard a noise and ran from the water,\" said Chiari Moussa, the mayor of Tillia.";
    vec![
        Source::new("one", one)
            .publisher("The One")
            .published("2024-05-08".parse::<testimonia::Published>().unwrap()),
        Source::new("other", other),
    ]
}

/// The same with every hostile string in a quotation, an id and a publisher.
fn hostile() -> Vec<Source> {
    let told = |words: &[(&str, &str)]| -> String {
        let told = words.iter().map(|(word, more)| {
            format!("The dam at Tillia broke on Monday, killing 12 people. “We heard {word} {more} and ran from the water,” said Kiari Moussa {word}. ")
        });
        told.collect()
    };
    let here: Vec<(&str, &str)> = HOSTILE.iter().map(|&word| (word, "a roar")).collect();
    let there: Vec<(&str, &str)> = HOSTILE.iter().map(|&word| (word, "a loud noise")).collect();
    let mut sources = vec![
        Source::new(HOSTILE[1], told(&here)).publisher(HOSTILE[0]),
        Source::new(HOSTILE[5], told(&there)).publisher(HOSTILE[6]),
    ];
    sources
        .extend(HOSTILE.iter().enumerate().map(|(n, word)| Source::new(format!("{word} {n}"), told(&here))));
    sources
}
