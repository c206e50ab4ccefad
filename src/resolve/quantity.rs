//! Quantities: numbers in linked sentences that count or measure one thing.

use itertools::Itertools;

use crate::compare::{self, Judgement, Facet, Verdict};
use crate::mention::Quantity;
use crate::record::{ClaimId, Record, Value};
use crate::resolve::point::{Describe, Node, Pair, matching, records as to_records};
use crate::resolve::{Bundle, End};
use crate::span::Span;

/// The records of quantities.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Record> {
    let links = bundle.alignment.links.iter().enumerate();
    let pairs = links.filter_map(|(n, link)| Some((n, link.score.value(), bundle.ends(link)?))).flat_map(
        |(n, score, (a, b))| {
            matching(candidates(&a, &b, n, score))
                .into_iter()
                .filter(|pair| is_kept(bundle, pair))
                .collect_vec()
        },
    );
    to_records(bundle, &Quantities(bundle), pairs.collect(), of_link)
}

fn candidates(a: &End<'_>, b: &End<'_>, link: usize, score: f64) -> Vec<Pair> {
    let ours = a.within(&a.mentions.quantities, |q| q.sentence);
    let theirs = b.within(&b.mentions.quantities, |q| q.sentence).collect_vec();
    ours.cartesian_product(&theirs)
        .filter_map(|((i, x), &(j, y))| {
            let judgement = compare::quantity::compare(x, y)?;
            let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
            Some(Pair { a, b, judgement, same_matter: score, link: Some(link) })
        })
        .collect()
}

/// Not every pair of numbers that could conflict is a discrepancy: a source that has both numbers means two things by them.
fn is_kept(bundle: &Bundle<'_>, pair: &Pair) -> bool {
    pair.judgement.relation.verdict() == Verdict::Agreement
        || !(has_also(bundle, pair.a, pair.b) || has_also(bundle, pair.b, pair.a))
}

/// True where the source of `here` also gives the number of `there`, of the same thing.
fn has_also(bundle: &Bundle<'_>, here: Node, there: Node) -> bool {
    let Some(other) = quantity(bundle, there) else { return false };
    let own = bundle.mentions.get(here.source as usize).map_or(&[][..], |m| &m.quantities);
    own.iter().any(|q| {
        compare::quantity::compare(q, other).is_some_and(|j| j.relation <= compare::Relation::Equivalent)
    })
}

fn quantity<'a>(bundle: &Bundle<'a>, node: Node) -> Option<&'a Quantity> {
    bundle.mentions.get(node.source as usize)?.quantities.get(node.index as usize)
}

struct Quantities<'b, 'a>(&'b Bundle<'a>);

impl Describe for Quantities<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Quantity
    }

    fn span(&self, node: Node) -> Option<Span> {
        quantity(self.0, node).map(|q| q.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        quantity(self.0, node).map(|q| Value::Quantity {
            low: q.low,
            high: q.high,
            bound: q.bound,
            measure: q.kind,
            unit: q.unit.clone(),
            counted: q.counted.clone(),
        })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        compare::quantity::compare(quantity(self.0, a)?, quantity(self.0, b)?)
    }

    /// "About 50" and "at least 50" are one figure beside 80, whatever more "at least 50" may hold.
    fn is_one_version(&self, a: Node, b: Node) -> bool {
        let stated = |node| quantity(self.0, node).and_then(|q| q.low.or(q.high));
        stated(a).is_some() && stated(a) == stated(b)
    }

    fn context(&self) -> &'static str {
        "in linked sentences"
    }
}
