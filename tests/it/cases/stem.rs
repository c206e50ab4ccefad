//! tests/cases/stem.toml: words that compare as one word, and words that do not.

use serde::Deserialize;
use testimonia::Lexicon;
use testimonia::lexicon::TableId;
use testimonia::text::normal;

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    same: Vec<String>,
    #[serde(default)]
    different: Vec<String>,
}

#[test]
fn words_compare_by_what_they_are() {
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("stem") {
        for case in cases {
            let forms: Vec<_> = case.same.iter().map(|word| normal(word, &lexicon)).collect();
            if forms.iter().any(|form| *form != forms[0]) {
                wrong.push(format!("{rule}: {:?} become {forms:?}", case.same));
            }
            for word in &case.different {
                if normal(word, &lexicon) == forms[0] {
                    wrong.push(format!("{rule}: {word:?} becomes {:?} as {:?} does", forms[0], case.same));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_british_spelling_becomes_the_american_one() {
    let lexicon = Lexicon::english();
    let spellings = lexicon.table(TableId::Spelling);
    assert!(spellings.entries().len() > 200);
    let mut wrong = Vec::new();
    for form in spellings.keys() {
        let Some(entry) = spellings.get_folded(form) else { continue };
        if normal(form, &lexicon) != normal(&entry.canonical, &lexicon) {
            wrong.push(format!("{form} and {}", entry.canonical));
        }
        for ending in ["s", "d"] {
            if form.ends_with('e') {
                let (a, b) = (format!("{form}{ending}"), format!("{}{ending}", entry.canonical));
                if entry.canonical.ends_with('e') && normal(&a, &lexicon) != normal(&b, &lexicon) {
                    wrong.push(format!("{a} and {b}"));
                }
            }
        }
    }
    assert_none(&wrong);
}
