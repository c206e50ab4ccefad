//! tests/cases/role.toml: a text, and which roles it gives to whom.

use serde::Deserialize;
use testimonia::{Lexicon, Source, mention, text};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    text: String,
    roles: Vec<String>,
}

#[test]
fn roles_are_read_off_titles_and_appositions() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("role") {
        for case in cases {
            let source = Source::new("a", case.text.as_str());
            let lexicon = Lexicon::english();
            let documents = [text::parse(&source, &lexicon)];
            let mentions = mention::extract(&documents, &lexicon);
            let found: Vec<String> = mentions[0]
                .roles
                .iter()
                .map(|role| {
                    let name = &mentions[0].names[role.name];
                    format!(
                        "{}: {} ({})",
                        name.span.slice(&case.text),
                        role.span.slice(&case.text),
                        role.head
                    )
                })
                .collect();
            if found != case.roles {
                wrong.push(format!("{rule}: {found:?}, not {:?}", case.roles));
            }
        }
    }
    assert_none(&wrong);
}
