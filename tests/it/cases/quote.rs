//! tests/cases/quote.toml: texts and their quotations, and pairs of quotations with their relation.

use serde::Deserialize;
use testimonia::{Lexicon, Relation, Source, Span, compare, mention, text};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    text: Option<String>,
    #[serde(default)]
    quotes: Vec<[String; 3]>,
    /// The names of the speakers, empty for none; not checked if absent.
    names: Option<Vec<String>>,
    #[serde(default)]
    mixed: bool,
    #[serde(default)]
    unclosed: bool,
    a: Option<String>,
    b: Option<String>,
    relation: Option<Relation>,
    translated: Option<Relation>,
    #[serde(default)]
    told: String,
}

#[test]
fn quotations_are_found_with_speaker_and_cue() {
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("quote") {
        for case in cases {
            let Some(written) = &case.text else { continue };
            let source = Source::new("a", written.as_str());
            let documents = [text::parse(&source, &lexicon)];
            let mentions = mention::extract(&documents, &lexicon);
            let words = |span: Option<Span>| span.map_or("", |s| s.slice(written)).to_owned();
            let found: Vec<[String; 3]> = mentions[0]
                .quotes
                .iter()
                .map(|q| [words(Some(q.span)), words(q.speaker), words(q.cue)])
                .collect();
            if found != case.quotes {
                wrong.push(format!("{rule}: {found:?}, not {:?}", case.quotes));
            }
            let name = |at: Option<usize>| words(at.and_then(|at| mentions[0].names.get(at)).map(|n| n.span));
            let names: Vec<String> = mentions[0].quotes.iter().map(|q| name(q.name)).collect();
            if case.names.as_ref().is_some_and(|wanted| *wanted != names) {
                wrong.push(format!("{rule}: {names:?}, not {:?}", case.names));
            }
            let first = mentions[0].quotes.first();
            if first.is_some_and(|q| q.mixed != case.mixed || q.unclosed != case.unclosed) {
                wrong.push(format!("{rule}: mixed or unclosed in {written:?}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn quotations_are_compared_by_their_words() {
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("quote") {
        for case in cases {
            let (Some(a), Some(b)) = (&case.a, &case.b) else { continue };
            let judgement = compare::quote::compare(a, b, &lexicon);
            if judgement.as_ref().map(|j| j.relation) != case.relation {
                wrong.push(format!("{rule}: {judgement:?}, not {:?}, for {a:?} and {b:?}", case.relation));
            }
            let reason = judgement.as_ref().map_or("", |j| &*j.reason);
            if !reason.contains(&case.told) {
                wrong.push(format!("{rule}: {reason:?} does not tell {:?}", case.told));
            }
            let turned = compare::quote::compare(b, a, &lexicon);
            if turned.map(|j| (j.relation, j.confidence)) != judgement.map(|j| (j.relation, j.confidence)) {
                wrong.push(format!("{rule}: not the same the other way round for {a:?} and {b:?}"));
            }
            if case.relation.is_none() {
                let read = |words| compare::quote::Utterance::read(words, &lexicon);
                let translated = compare::quote::compare_translated(&read(a), &read(b), &lexicon);
                let translated = translated.map(|j| j.relation);
                if rule == "translated" && translated != case.translated {
                    wrong.push(format!(
                        "{rule}: {translated:?}, not {:?}, for {a:?} and {b:?}",
                        case.translated
                    ));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn indirect_speech_has_a_source_and_a_content() {
    let written = "Police said the road was closed. The mill has burned down, according to the mayor. \
                   Lena Brandt told reporters that nobody was inside.";
    let lexicon = Lexicon::english();
    let source = Source::new("a", written);
    let documents = [text::parse(&source, &lexicon)];
    let mentions = mention::extract(&documents, &lexicon);
    let found: Vec<[&str; 3]> = mentions[0]
        .attributions
        .iter()
        .map(|a| [a.source.map_or("", |s| s.slice(written)), a.cue.slice(written), a.content.slice(written)])
        .collect();
    assert_eq!(
        found,
        [
            ["Police", "said", "the road was closed"],
            ["the mayor", "according to", "The mill has burned down"],
            ["Lena Brandt", "told", "nobody was inside"],
        ]
    );
}

#[test]
fn texts_of_only_marks_are_neither_slow_nor_fail() {
    let lexicon = Lexicon::english();
    for unit in ["\"", "'", "“", "”a", "\" a", "'a", "\"a\" said b ", "“a, ", "said \"", "‘’“”"]
    {
        let source = Source::new("a", unit.repeat(3_000));
        let documents = [text::parse(&source, &lexicon)];
        let mentions = mention::extract(&documents, &lexicon);
        for quote in &mentions[0].quotes {
            assert!(!quote.span.slice(source.text()).is_empty());
        }
    }
}
