//! tests/cases/role_pair.toml: the relation between two roles of one person.

use serde::Deserialize;
use testimonia::compare::role::{RoleWords, compare};
use testimonia::{Lexicon, Relation};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    a: [String; 2],
    b: [String; 2],
    relation: Option<Relation>,
}

#[test]
fn roles_stand_to_each_other_both_ways() {
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("role_pair") {
        for case in cases {
            let words = |role: &[String; 2]| (role[0].clone(), role[1].clone());
            let (a, b) = (words(&case.a), words(&case.b));
            let (a, b) = (RoleWords { words: &a.0, head: &a.1 }, RoleWords { words: &b.0, head: &b.1 });
            for judgement in [compare(a, b, &lexicon), compare(b, a, &lexicon)] {
                let found = judgement.map(|j| j.relation);
                if found != case.relation {
                    wrong.push(format!("{rule}: {} and {} are {found:?}", a.words, b.words));
                }
            }
        }
    }
    assert_none(&wrong);
}
