//! Points: pairs of mentions that were judged, gathered into one record for each matter.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::{Facet, Judgement, Relation};
use crate::id::Fingerprint;
use crate::record::{ClaimId, EntityId, Mention, Reading, Record, RecordId, Value};
use crate::resolve::Bundle;
use crate::score::Score;
use crate::span::Span;

/// A mention of a bundle: its source's position and its own, in the list of its facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Node {
    pub(super) source: u32,
    pub(super) index: u32,
}

/// Two mentions on one matter, judged.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) a: Node,
    pub(super) b: Node,
    pub(super) judgement: Judgement,
    /// The probability that the two are on one matter.
    pub(super) same_matter: f64,
    /// The link that put them on one matter, where one did.
    pub(super) link: Option<usize>,
}

impl Pair {
    fn confidence(&self) -> f64 {
        self.judgement.confidence * self.same_matter
    }
}

/// A disjoint-set forest over positions.
pub(super) struct Forest(Vec<usize>);

impl Forest {
    pub(super) fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    pub(super) fn root(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    /// Joins two sets; the lower root stays the root, so that roots do not depend on the order of joining.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// What a facet says of its mentions.
pub(super) trait Describe {
    /// Its facet.
    fn facet(&self) -> Facet;
    /// The span that carries a mention as a unit.
    fn span(&self, node: Node) -> Option<Span>;
    /// Its value.
    fn value(&self, node: Node) -> Option<Value>;
    /// The sentence that leads into the reason of a record.
    fn context(&self, pair: &Pair) -> String;
}

/// The records of judged pairs: pairs that share a mention are one point.
pub(super) fn records(
    bundle: &Bundle<'_>,
    describe: &impl Describe,
    pairs: Vec<Pair>,
    of_link: &[Option<ClaimId>],
) -> Vec<Record> {
    let pairs = pairs.into_iter().filter(|p| p.a != p.b).collect_vec();
    let nodes = pairs.iter().flat_map(|p| [p.a, p.b]).sorted_unstable().dedup().collect_vec();
    let at = |node: Node| nodes.binary_search(&node).unwrap_or(0);
    let mut points = Forest::new(nodes.len());
    for pair in &pairs {
        points.join(at(pair.a), at(pair.b));
    }
    let mut by_point: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
    for pair in pairs {
        by_point.entry(points.root(at(pair.a))).or_default().push(pair);
    }
    by_point.into_values().filter_map(|pairs| point(bundle, describe, &pairs, of_link)).collect()
}

/// One point: mentions that say the same become readings, the gravest relation between readings that of the record.
fn point(
    bundle: &Bundle<'_>,
    describe: &impl Describe,
    pairs: &[Pair],
    of_link: &[Option<ClaimId>],
) -> Option<Record> {
    let nodes = pairs.iter().flat_map(|p| [p.a, p.b]).sorted_unstable().dedup().collect_vec();
    let at = |node: Node| nodes.binary_search(&node).unwrap_or(0);
    let mut same = Forest::new(nodes.len());
    for pair in pairs.iter().filter(|p| p.judgement.relation == Relation::Identical) {
        same.join(at(pair.a), at(pair.b));
    }
    let differs = |pair: &&Pair, same: &mut Forest| same.root(at(pair.a)) != same.root(at(pair.b));
    // A pair judged to differ inside one reading means that identity was chained over unlike mentions: say nothing then.
    let torn = pairs.iter().any(|pair| {
        pair.judgement.relation.verdict() == crate::compare::Verdict::Discrepancy
            && !differs(&pair, &mut same)
    });
    if torn {
        return None;
    }
    // The gravest relation, and of the pairs that have it the surest; among equals the first, so that order decides nothing.
    let leading = pairs.iter().sorted_by(|x, y| {
        let rank = |p: &Pair| (p.judgement.relation, Score::new(p.confidence()));
        rank(y).cmp(&rank(x)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let leading = leading.into_iter().next()?;
    let relation = leading.judgement.relation;
    let mut readings: BTreeMap<usize, Vec<Node>> = BTreeMap::new();
    for &node in &nodes {
        readings.entry(same.root(at(node))).or_default().push(node);
    }
    let readings = readings.into_values().filter_map(|nodes| reading(bundle, describe, &nodes)).collect_vec();
    let context = describe.context(leading);
    let reason = &leading.judgement.reason;
    let explanation = if context.is_empty() { reason.clone() } else { format!("{context}; {reason}") };
    record(Draft {
        claim: Bundle::claim_of(of_link, leading.link),
        entity: None,
        facet: describe.facet(),
        relation,
        confidence: Score::new(leading.confidence()),
        readings,
        explanation,
    })
}

fn reading(bundle: &Bundle<'_>, describe: &impl Describe, nodes: &[Node]) -> Option<Reading> {
    let value = nodes.iter().find_map(|&node| describe.value(node))?;
    let mentions = nodes.iter().filter_map(|&node| bundle.mention(node.source, describe.span(node)?));
    let mentions: Vec<Mention> = mentions.sorted_unstable().dedup().collect();
    let support = bundle.dependence.support(nodes.iter().map(|n| n.source));
    (!mentions.is_empty()).then_some(Reading { value, support, mentions })
}

/// A record before it has its id and its verdict.
pub(super) struct Draft {
    pub(super) claim: Option<ClaimId>,
    pub(super) entity: Option<EntityId>,
    pub(super) facet: Facet,
    pub(super) relation: Relation,
    pub(super) confidence: Score,
    pub(super) readings: Vec<Reading>,
    pub(super) explanation: String,
}

/// The record of a draft; `None` where it is none: too few readings, fewer than two sources, or no home.
pub(super) fn record(draft: Draft) -> Option<Record> {
    let Draft { claim, entity, facet, relation, confidence, mut readings, explanation } = draft;
    readings.sort_by(|x, y| x.mentions.cmp(&y.mentions));
    let sources = readings.iter().flat_map(Reading::sources).sorted_unstable().dedup().count();
    let verdict = relation.verdict();
    let enough = if verdict == crate::compare::Verdict::Discrepancy { 2 } else { 1 };
    if sources < 2 || readings.len() < enough || (claim.is_none() && entity.is_none()) {
        return None;
    }
    let relation = match relation {
        // Differences of form within the readings are gone once they are folded into one.
        Relation::Equivalent | Relation::Refinement if readings.len() == 1 => Relation::Identical,
        relation => relation,
    };
    let print = Fingerprint::new().field(facet.to_string()).field(verdict.to_string());
    let print = readings.iter().flat_map(|r| &r.mentions).fold(print, |print, mention| {
        print.field(&mention.source).number(mention.span.start).field(&mention.text)
    });
    let id = RecordId::from_fingerprint(print);
    Some(Record { id, claim, entity, facet, relation, verdict, confidence, readings, explanation })
}

/// Chooses partners in one linked pair of sentences: each mention once, agreement before difference, surer before less sure.
/// What agrees elsewhere in the pair must not be flagged against a third mention.
pub(super) fn matching(mut candidates: Vec<Pair>) -> Vec<Pair> {
    candidates.sort_by(|x, y| {
        let rank = |p: &Pair| (p.judgement.relation, std::cmp::Reverse(Score::new(p.confidence())));
        rank(x).cmp(&rank(y)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut chosen: Vec<Pair> = Vec::new();
    for pair in candidates {
        if !chosen.iter().any(|c| c.a == pair.a || c.b == pair.b) {
            chosen.push(pair);
        }
    }
    chosen
}
