//! tests/cases/paraphrase.toml: what linked sentences say in different words.

use serde::Deserialize;
use testimonia::compare::paraphrase::{compare, compare_clauses};
use testimonia::compare::vocabulary::Vocabulary;
use testimonia::{Lexicon, Source, Verdict, mention, text};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    a: String,
    b: String,
    met: Option<Vec<String>>,
    clauses: Option<String>,
}

#[test]
fn paraphrases_are_found_in_linked_sentences() {
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("paraphrase") {
        for case in cases {
            let sources = [Source::new("a", case.a.as_str()), Source::new("b", case.b.as_str())];
            let documents: Vec<_> = sources.iter().map(|s| text::parse(s, &lexicon)).collect();
            let [a, b] = [&documents[0], &documents[1]];
            let mut vocabulary = Vocabulary::new(&lexicon);
            let [x, y] = [a, b].map(|document| vocabulary.read(document, 0..document.tokens().len()));
            if let Some(met) = case.met {
                let found = compare(&x, &y, &lexicon);
                assert!(found.iter().all(|m| m.judgement.relation.verdict() == Verdict::Agreement));
                let words = |d: &text::Document<'_>, t: &std::ops::Range<usize>| {
                    d.span(t.clone()).slice(d.text()).to_owned()
                };
                let found: Vec<String> = found
                    .iter()
                    .map(|m| format!("{} | {}: {}", words(a, &m.here), words(b, &m.there), m.judgement.level))
                    .collect();
                if found != met {
                    wrong.push(format!("{rule}: {found:?}, not {met:?}"));
                }
                continue;
            }
            let mentions = mention::extract(&documents, &lexicon);
            let [p, q] = [&mentions[0].clauses[0], &mentions[1].clauses[0]];
            for judged in [compare_clauses(&x, p, &y, q, &lexicon), compare_clauses(&y, q, &x, p, &lexicon)] {
                let level = judged.map(|j| j.level.to_string());
                if level != case.clauses {
                    wrong.push(format!("{rule}: {level:?}, not {:?}", case.clauses));
                }
            }
        }
    }
    assert_none(&wrong);
}
