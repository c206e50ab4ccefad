//! Statements: polarity and modality of clauses that assert one thing.

use itertools::Itertools;

use crate::compare::clause::{self, Within};
use crate::compare::{Facet, Judgement};
use crate::mention::Clause;
use crate::record::{ClaimId, Value};
use crate::resolve::point::{Describe, Found, Node, Pair, matching, records as to_records};
use crate::resolve::{Bundle, End};
use crate::span::Span;

/// The records of polarity and modality.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let judged = bundle.linked().flat_map(|(n, score, (a, b))| candidates(bundle, &a, &b, n, score));
    let by_facet = judged.into_group_map();
    [Facet::Polarity, Facet::Modality]
        .into_iter()
        .flat_map(|facet| {
            let pairs = by_facet.get(&facet).cloned().unwrap_or_default();
            to_records(bundle, &Statements { bundle, facet }, pairs, of_link)
        })
        .collect()
}

fn candidates(bundle: &Bundle<'_>, a: &End<'_>, b: &End<'_>, link: usize, score: f64) -> Vec<(Facet, Pair)> {
    let ours = a.within(&a.mentions.clauses, |c| c.sentence);
    let theirs = b.within(&b.mentions.clauses, |c| c.sentence).collect_vec();
    let judged = ours.cartesian_product(&theirs).filter_map(|((i, x), &(j, y))| {
        let (here, there) =
            (Within { document: a.document, clause: x }, Within { document: b.document, clause: y });
        let (facet, judgement) = clause::compare(here, there, bundle.lexicon)?;
        let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
        Some((facet, Pair { a, b, judgement, same_matter: score, link: Some(link), cues: Vec::new() }))
    });
    let by_facet = judged.into_group_map();
    [Facet::Polarity, Facet::Modality]
        .into_iter()
        .flat_map(|facet| {
            let pairs = by_facet.get(&facet).cloned().unwrap_or_default();
            matching(pairs).into_iter().map(move |pair| (facet, pair))
        })
        .collect()
}

struct Statements<'b, 'a> {
    bundle: &'b Bundle<'a>,
    facet: Facet,
}

impl Statements<'_, '_> {
    fn clause(&self, node: Node) -> Option<&Clause> {
        self.bundle.mentions.get(node.source as usize)?.clauses.get(node.index as usize)
    }
}

impl Describe for Statements<'_, '_> {
    fn facet(&self) -> Facet {
        self.facet
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.clause(node).map(|c| c.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        let clause = self.clause(node)?;
        Some(match self.facet {
            Facet::Polarity => Value::Polarity { asserted: !clause.negated },
            _ => {
                let text = self.bundle.documents.get(node.source as usize)?.text();
                let words = clause.hedge.or(clause.obligation).unwrap_or(clause.span);
                Value::Words { words: words.slice(text).split_whitespace().join(" ") }
            }
        })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        let within = |node: Node| {
            let document = self.bundle.documents.get(node.source as usize)?;
            Some(Within { document, clause: self.clause(node)? })
        };
        let (facet, judgement) = clause::compare(within(a)?, within(b)?, self.bundle.lexicon)?;
        (facet == self.facet).then_some(judgement)
    }

    fn context(&self) -> &'static str {
        "in linked sentences"
    }
}
