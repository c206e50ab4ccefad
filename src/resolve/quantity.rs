//! Quantities: numbers in linked sentences that count or measure one thing.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::{self, Facet, Judgement, Verdict};
use crate::entity::NameId;
use crate::mention::Quantity;
use crate::mention::quantity::QuantityKind;
use crate::record::{ClaimId, Value};
use crate::resolve::point::{Describe, Found, Node, Pair, matching, records as to_records};
use crate::resolve::{Bundle, End, setting};
use crate::span::Span;

/// Tokens on either side of a measure within which two measures must share two words with content.
const REACH: usize = 7;
/// Tokens between a person's name and an age: "Sara Diallo, 48".
const APPOSED: usize = 2;

/// The records of quantities.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let entities = bundle.clusters_by_name();
    let pairs = bundle.linked().flat_map(|(n, score, (a, b))| {
        let candidates = candidates(bundle, &entities, &a, &b, n, score);
        matching(candidates).into_iter().filter(|pair| is_kept(bundle, pair)).collect_vec()
    });
    to_records(bundle, &Quantities(bundle), pairs.collect(), of_link)
}

fn candidates(
    bundle: &Bundle<'_>,
    entities: &Entities,
    a: &End<'_>,
    b: &End<'_>,
    link: usize,
    score: f64,
) -> Vec<Pair> {
    let ours = a.within(&a.mentions.quantities, |q| q.sentence);
    let theirs = b.within(&b.mentions.quantities, |q| q.sentence).collect_vec();
    ours.cartesian_product(&theirs)
        .filter_map(|((i, x), &(j, y))| {
            let judgement = compare::quantity::compare(x, y)?;
            let mut same_matter = score;
            if judgement.relation.verdict() == Verdict::Discrepancy {
                same_matter *= nearness(x, y);
                if !count_one_thing(bundle, entities, a, x, b, y) {
                    return None;
                }
            }
            let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
            Some(Pair { a, b, judgement, same_matter, link: Some(link), cues: Vec::new() })
        })
        .collect()
}

/// How likely two numbers that differ are of one thing, by how far apart they are: the dead of a quake are not told as 18 and
/// as 2,000, the dead of an avalanche beside those of the quake are.
fn nearness(x: &Quantity, y: &Quantity) -> f64 {
    let (Some(a), Some(b)) = (x.low.or(x.high), y.low.or(y.high)) else { return 1.0 };
    let ratio = a.max(b) / a.min(b);
    match ratio {
        r if r <= 2.0 => 1.0,
        r if r <= 5.0 => 0.85,
        r if r <= 10.0 => 0.7,
        // Not a number, too, where one of them is zero.
        _ => 0.4,
    }
}

type Entities = BTreeMap<NameId, usize>;

/// True where two numbers that differ can be of one thing, by the words around them.
fn count_one_thing(
    bundle: &Bundle<'_>,
    entities: &Entities,
    a: &End<'_>,
    x: &Quantity,
    b: &End<'_>,
    y: &Quantity,
) -> bool {
    if is_part(a, x) || is_part(b, y) {
        return false;
    }
    match x.kind {
        QuantityKind::Age => {
            let whose = |end: &End<'_>, q: &Quantity| {
                let name = setting::name_before(end, &q.tokens, APPOSED)?;
                entities.get(&NameId { source: end.source, name })
            };
            whose(a, x).is_some_and(|one| whose(b, y) == Some(one))
        }
        QuantityKind::Count if x.counted.is_some() || x.state.is_some() => true,
        // An event has one magnitude; lengths, weights, times and sums it has many.
        QuantityKind::Measure if x.unit.as_deref() == Some("magnitude") => true,
        QuantityKind::Percent => true,
        _ => {
            let near = |end: &End<'_>, q: &Quantity| setting::around(end, &q.tokens, REACH, bundle.lexicon);
            setting::meet(&near(a, x), &near(b, y))
        }
    }
}

/// "One of the three people": a part, which says nothing of the whole.
fn is_part(end: &End<'_>, q: &Quantity) -> bool {
    let after = end.document.tokens_in(q.number).end;
    let whole = end.document.folded(after + 1);
    end.document.folded(after) == "of"
        && matches!(whole, "the" | "these" | "those" | "them" | "its" | "his" | "her" | "their")
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
