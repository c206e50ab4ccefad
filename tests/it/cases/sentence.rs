//! tests/cases/sentence.toml: a text, its sentences, and the kinds they are of.

use serde::Deserialize;
use testimonia::text::{self, SentenceKind};
use testimonia::{Lexicon, Source};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    text: String,
    sentences: Vec<String>,
    /// The kind of each sentence; all are `body` if it is left out.
    kinds: Option<Vec<String>>,
    /// The date of publication the text gives.
    published: Option<String>,
}

#[test]
fn texts_are_divided_into_sentences() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("sentence") {
        for case in cases {
            let source = Source::new("a", case.text.as_str());
            let document = text::parse(&source, &Lexicon::english());
            let found: Vec<&str> = document.sentences().iter().map(|s| s.span.slice(&case.text)).collect();
            if found != case.sentences {
                wrong.push(format!("{rule}: {found:#?}, not {:#?}", case.sentences));
            }
            let kinds: Vec<&str> = document.sentences().iter().map(|s| name(s.kind)).collect();
            let expected = case.kinds.unwrap_or_else(|| vec!["body".to_owned(); kinds.len()]);
            if kinds != expected {
                wrong.push(format!("{rule}: {found:?} are {kinds:?}, not {expected:?}"));
            }
            let published = document.published().map(|p| p.to_string());
            if published != case.published {
                wrong.push(format!("{rule}: {:?} is of {published:?}, not {:?}", case.text, case.published));
            }
        }
    }
    assert_none(&wrong);
}

fn name(kind: SentenceKind) -> &'static str {
    match kind {
        SentenceKind::Body => "body",
        SentenceKind::Heading => "heading",
        SentenceKind::Boilerplate => "boilerplate",
        _ => "other",
    }
}

#[test]
fn a_date_given_by_the_caller_is_kept() {
    let source = Source::new("a", "date 2023-08-04 Ten people died.")
        .published("2023-08-05".parse::<testimonia::Published>().unwrap());
    let document = text::parse(&source, &Lexicon::english());
    assert_eq!(document.published().map(|p| p.to_string()).as_deref(), Some("2023-08-05"));
    assert_eq!(document.sentences()[0].span.slice(source.text()), "Ten people died.");
}
