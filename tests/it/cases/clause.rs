//! tests/cases/clause.toml: sentences and their clauses, and pairs of clauses with or without a conflict.

use serde::Deserialize;
use testimonia::compare::clause::{Within, compare};
use testimonia::{Facet, Lexicon, Source, Span, mention, text};

use super::{assert_none, table};

#[derive(Deserialize)]
struct Case {
    text: Option<String>,
    #[serde(default)]
    triggers: Vec<String>,
    #[serde(default)]
    negation: String,
    certainty: Option<String>,
    #[serde(default)]
    hedge: String,
    #[serde(default)]
    obligation: String,
    #[serde(default)]
    denials: Vec<String>,
    a: Option<String>,
    b: Option<String>,
    facet: Option<Facet>,
}

#[test]
fn clauses_have_a_trigger_polarity_and_certainty() {
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("clause") {
        for case in cases {
            let Some(written) = &case.text else { continue };
            let source = Source::new("a", written.as_str());
            let documents = [text::parse(&source, &lexicon)];
            let mentions = mention::extract(&documents, &lexicon);
            let clauses = &mentions[0].clauses;
            let words = |span: Option<Span>| span.map_or("", |s| s.slice(written));
            let triggers: Vec<&str> =
                clauses.iter().map(|c| c.trigger.map_or("", |t| documents[0].surface(t))).collect();
            if triggers != case.triggers {
                wrong.push(format!("{rule}: {triggers:?}, not {:?}", case.triggers));
            }
            let denials = clauses.iter().filter_map(|c| c.denial);
            let denials: Vec<_> =
                denials.map(|d| format!("{:?}: {}", d.kind, words(Some(d.scope)))).collect();
            if denials != case.denials {
                wrong.push(format!("{rule}: {denials:?}, not {:?}", case.denials));
            }
            let Some(last) = clauses.last() else { continue };
            if words(last.negation) != case.negation || last.negated == case.negation.is_empty() {
                wrong.push(format!("{rule}: negation {:?} in {written:?}", words(last.negation)));
            }
            let certainty = format!("{:?}", last.certainty);
            if certainty != case.certainty.as_deref().unwrap_or("Fact") || words(last.hedge) != case.hedge {
                wrong.push(format!("{rule}: {certainty} by {:?} in {written:?}", words(last.hedge)));
            }
            if words(last.obligation) != case.obligation {
                wrong.push(format!("{rule}: obligation {:?} in {written:?}", words(last.obligation)));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn clauses_conflict_only_where_they_speak_of_one_thing() {
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("clause") {
        for case in cases {
            let (Some(a), Some(b)) = (&case.a, &case.b) else { continue };
            let sources = [Source::new("a", a.as_str()), Source::new("b", b.as_str())];
            let documents: Vec<_> = sources.iter().map(|s| text::parse(s, &lexicon)).collect();
            let mentions = mention::extract(&documents, &lexicon);
            let [x, y] = [0, 1].map(|n| Within { document: &documents[n], clause: &mentions[n].clauses[0] });
            let found = compare(x, y, &lexicon).map(|(facet, _)| facet);
            if found != case.facet {
                wrong.push(format!("{rule}: {found:?}, not {:?}, for {a:?} and {b:?}", case.facet));
            }
            let turned = compare(y, x, &lexicon);
            let confidence = |j: Option<(Facet, _)>| {
                j.map(|(f, j): (Facet, testimonia::compare::Judgement)| (f, j.relation, j.confidence))
            };
            if confidence(turned) != confidence(compare(x, y, &lexicon)) {
                wrong.push(format!("{rule}: not the same the other way round for {a:?} and {b:?}"));
            }
        }
    }
    assert_none(&wrong);
}
