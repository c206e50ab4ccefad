//! tests/cases/name.toml: the names of a text, with kind, title and canonical name; and which of them are one referent.

use serde::Deserialize;
use testimonia::mention::{self, Mentions, NameKind};
use testimonia::text::{self, Document};
use testimonia::{Lexicon, Source};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    texts: Vec<String>,
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Tied {
    text: String,
    referents: Vec<Vec<String>>,
}

/// Calls `check` with the documents of a bundle and their mentions.
fn with_mentions(texts: &[String], check: impl FnOnce(&[Document<'_>], &[Mentions])) {
    let sources: Vec<Source> =
        texts.iter().enumerate().map(|(n, text)| Source::new(n.to_string(), text.as_str())).collect();
    let lexicon = Lexicon::english();
    let documents: Vec<Document<'_>> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
    check(&documents, &mention::extract(&documents, &lexicon));
}

#[test]
fn names_are_found_with_kind_title_and_canonical_name() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("name") {
        for case in cases {
            with_mentions(&case.texts, |documents, mentions| {
                let (Some(document), Some(mentions)) = (documents.last(), mentions.last()) else { return };
                let found: Vec<String> = mentions.names.iter().map(|name| shown(document, name)).collect();
                if found != case.names {
                    wrong.push(format!("{rule}: {found:?}, not {:?}", case.names));
                }
            });
        }
    }
    assert_none(&wrong);
}

fn shown(document: &Document<'_>, name: &mention::Name) -> String {
    let text = document.text();
    let kind = match name.kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Organisation => "organisation",
        _ => "other",
    };
    let title = name.title.map_or(String::new(), |title| format!("{} | ", title.slice(text)));
    let canonical = name.canonical.as_ref().map_or(String::new(), |canonical| format!(" = {canonical}"));
    format!("{kind} {title}{}{canonical}", name.span.slice(text))
}

#[test]
fn names_of_one_referent_are_grouped() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Tied>("referent") {
        for case in cases {
            with_mentions(std::slice::from_ref(&case.text), |_, mentions| {
                let Some(mentions) = mentions.first() else { return };
                let surface = |n: &usize| mentions.names[*n].span.slice(&case.text).to_owned();
                let found: Vec<Vec<String>> =
                    mentions.referents.iter().map(|r| r.names.iter().map(surface).collect()).collect();
                if found != case.referents {
                    wrong.push(format!("{rule}: {found:?}, not {:?}", case.referents));
                }
            });
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_demonym_is_marked() {
    with_mentions(&["Nigerien troops left Niger.".to_owned()], |_, mentions| {
        let marks: Vec<bool> = mentions[0].names.iter().map(|name| name.demonym).collect();
        assert_eq!(marks, [true, false]);
    });
}

#[test]
fn boilerplate_and_odd_letters_do_no_harm() {
    for text in [
        "",
        "—",
        "İ̇ Ⅷ ǅ ß",
        "AB ".repeat(5000).as_str(),
        "Al-al-Al- 'S 's.",
        "of Of OF, Of",
        "中文 Kim العربية",
    ] {
        with_mentions(&[text.to_owned()], |_, mentions| assert_eq!(mentions.len(), 1));
    }
}
