//! tests/cases/name_pair.toml: two names, and their relation by letters alone.

use serde::Deserialize;
use testimonia::compare::name::compare;
use testimonia::mention::NameKind;
use testimonia::{Lexicon, Relation};

use super::{assert_none, table};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    a: String,
    b: String,
    #[serde(default)]
    kind: NameKind,
    /// None if they are different names.
    #[serde(default)]
    relation: Option<Relation>,
    /// Whether letters alone make them one name (probability above one half); by default, if there is a relation.
    #[serde(default)]
    likely: Option<bool>,
    /// What the reason must contain.
    #[serde(default)]
    reason: Option<String>,
}

#[test]
fn pairs_of_names_have_their_relation() {
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("name_pair") {
        for case in cases {
            let there = compare(&case.a, &case.b, case.kind, &lexicon);
            let back = compare(&case.b, &case.a, case.kind, &lexicon);
            let pair = format!("{rule}: {} and {}", case.a, case.b);
            if there.relation != case.relation {
                wrong.push(format!(
                    "{pair}: {:?} at {:.2}, {}",
                    there.relation,
                    there.probability,
                    there.reason()
                ));
            }
            if (there.relation, there.probability) != (back.relation, back.probability) {
                wrong.push(format!("{pair}: turned round {:?} at {:.2}", back.relation, back.probability));
            }
            if (there.probability > 0.5) != case.likely.unwrap_or(case.relation.is_some()) {
                wrong.push(format!("{pair}: probability {:.2}", there.probability));
            }
            if !there.reason().contains(case.reason.as_deref().unwrap_or("")) {
                wrong.push(format!("{pair}: reason {:?}", there.reason()));
            }
        }
    }
    assert_none(&wrong);
}

proptest::proptest! {
    #[test]
    fn any_two_texts_can_be_compared(a in "\\PC{0,60}", b in "[A-Za-z .'’-]{0,60}") {
        let lexicon = Lexicon::english();
        for (x, y) in [(&a, &b), (&b, &a), (&b, &b), (&a, &a)] {
            for kind in [NameKind::Person, NameKind::Organisation, NameKind::Other] {
                let found = compare(x, y, kind, &lexicon);
                proptest::prop_assert!((0.0..=1.0).contains(&found.probability));
                proptest::prop_assert!(x != y || found.relation == Some(Relation::Identical));
                let _ = found.reason();
            }
        }
    }
}
