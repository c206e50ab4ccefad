//! tests/cases/sentence.toml: a text, and the sentences it falls into.

use serde::Deserialize;
use testimonia::{Lexicon, Source, text};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    text: String,
    sentences: Vec<String>,
}

#[test]
fn texts_fall_into_their_sentences() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("sentence") {
        for case in cases {
            let source = Source::new("a", case.text.as_str());
            let document = text::parse(&source, &Lexicon::english());
            let found: Vec<&str> = document.sentences().iter().map(|s| s.span.slice(&case.text)).collect();
            if found != case.sentences {
                wrong.push(format!("{rule}: {found:?}, not {:?}", case.sentences));
            }
        }
    }
    assert_none(&wrong);
}
