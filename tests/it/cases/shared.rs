//! tests/cases/shared.toml: which clauses of two sentences both of them assert.

use serde::Deserialize;
use testimonia::{Reconciler, Source};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    a: String,
    b: String,
    shared_a: Vec<String>,
    shared_b: Vec<String>,
}

#[test]
fn clauses_that_both_assert_are_marked() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("shared") {
        for case in cases {
            let sources = [Source::new("a", case.a.as_str()), Source::new("b", case.b.as_str())];
            let made = Reconciler::new().reconcile(&sources).unwrap();
            let [claim] = &made.claims[..] else {
                wrong.push(format!("{rule}: {} claims", made.claims.len()));
                continue;
            };
            for ((sentence, text), expected) in
                claim.sentences.iter().zip([&case.a, &case.b]).zip([&case.shared_a, &case.shared_b])
            {
                let found: Vec<&str> = sentence.shared.iter().map(|shared| shared.span.slice(text)).collect();
                if found != *expected {
                    wrong.push(format!("{rule}: {found:?}, not {expected:?}"));
                }
            }
        }
    }
    assert_none(&wrong);
}
