//! tests/cases/link.toml: sources with one sentence per line, and which lines are linked.

use std::collections::BTreeSet;

use serde::Deserialize;
use testimonia::align::{AlignConfig, Alignment, CHANCE, Feature, Passage, align, link, similarity};
use testimonia::{Lexicon, Source, mention, text};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    sources: Vec<String>,
    linked: Vec<[u32; 4]>,
    #[serde(default)]
    never: Vec<[u32; 4]>,
}

fn aligned(sources: &[String], config: &AlignConfig) -> Alignment {
    let lexicon = Lexicon::english();
    let sources: Vec<Source> = sources
        .iter()
        .enumerate()
        .map(|(n, text)| Source::new(format!("{n}"), text.replace('\n', "\n\n")))
        .collect();
    let documents: Vec<_> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
    let mentions = mention::extract(&documents, &lexicon);
    align(&documents, &mentions, &lexicon, config)
}

#[test]
fn sentences_are_linked() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("link") {
        for case in cases {
            let alignment = aligned(&case.sources, &AlignConfig::default());
            let found: Vec<[u32; 4]> = alignment
                .links
                .iter()
                .map(|l| [l.a.source, l.a.sentence, l.b.source, l.b.sentence])
                .collect();
            let missed: Vec<_> = case.linked.iter().filter(|l| !found.contains(l)).collect();
            let bad: Vec<_> = case.never.iter().filter(|l| found.contains(l)).collect();
            if !missed.is_empty() || !bad.is_empty() {
                wrong.push(format!("{rule}: found {found:?}, missed {missed:?}, wrong {bad:?}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_link_is_in_exactly_one_claim() {
    for cases in table::<Case>("link").values() {
        for case in cases {
            let alignment = aligned(&case.sources, &AlignConfig::default());
            let mut in_claims: Vec<usize> = alignment.claims.concat();
            in_claims.sort_unstable();
            assert_eq!(in_claims, (0..alignment.links.len()).collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_higher_threshold_keeps_fewer_links() {
    for cases in table::<Case>("link").values() {
        for case in cases {
            let all: BTreeSet<_> =
                aligned(&case.sources, &AlignConfig::default()).links.into_iter().collect();
            let sure: BTreeSet<_> =
                aligned(&case.sources, &AlignConfig::precise()).links.into_iter().collect();
            assert!(sure.is_subset(&all));
        }
    }
}

#[test]
fn what_falls_short_of_a_link_is_kept_as_a_chance() {
    let mut strict = AlignConfig::default();
    strict.threshold = 0.99;
    let mut chances = 0;
    for case in table::<Case>("link").into_values().flatten() {
        let usual = aligned(&case.sources, &AlignConfig::default());
        let few = aligned(&case.sources, &strict);
        for (alignment, config) in [(&usual, AlignConfig::default()), (&few, strict.clone())] {
            let range = CHANCE..config.threshold;
            assert!(alignment.chances.iter().all(|c| range.contains(&c.score.value())));
            assert!(alignment.chances.is_sorted());
            chances += alignment.chances.len();
        }
        // The same pairs have a chance, whatever the threshold.
        let all = |a: &Alignment| -> BTreeSet<_> { a.links.iter().chain(&a.chances).copied().collect() };
        assert_eq!(all(&usual), all(&few));
    }
    assert!(chances > 10, "{chances}");
}

#[test]
fn passages_are_linked_without_documents() {
    let passages = [
        Passage { source: 0, text: "The harbour of Tolvik was closed after an oil tanker ran aground." },
        Passage { source: 0, text: "A choir sang in the square." },
        Passage {
            source: 1,
            text: "Tolvik's harbour was closed after an oil tanker ran aground, the coastguard said.",
        },
    ];
    let links: Vec<_> = link(&passages, &Lexicon::english(), 0.5).iter().map(|l| (l.a, l.b)).collect();
    assert_eq!(links, [(0, 2)]);
}

#[test]
fn similar_sentences_are_more_probable_than_those_on_one_topic() {
    let lexicon = Lexicon::english();
    let sentence = "Police arrested three men after the robbery at the jewellery shop in Marnes.";
    let same = similarity(
        sentence,
        "Three men were arrested by police after the jewellery shop robbery in Marnes.",
        &lexicon,
    );
    let topic = similarity(sentence, "The jewellery shop in Marnes opened a century ago.", &lexicon);
    let other = similarity(sentence, "Rain is expected over the weekend.", &lexicon);
    assert!(same > topic && topic > other, "{same} {topic} {other}");
    assert_eq!(similarity(sentence, "", &lexicon), similarity("", sentence, &lexicon));
}

#[test]
fn features_have_distinct_names() {
    let names: BTreeSet<&str> = Feature::ALL.iter().map(|f| f.name()).collect();
    assert_eq!(names.len(), Feature::ALL.len());
}
