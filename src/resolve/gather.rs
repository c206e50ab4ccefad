//! Gathering: the pairs of mentions that were judged, collected into one record per point.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::compare::{Facet, Level, Relation, Verdict};
use crate::id::Fingerprint;
use crate::math::ln;
use crate::point::pair::{Candidates, Describe, Node, Pair};
use crate::point::{Bundle, Cue, Cues, Weights};
use crate::record::{ClaimId, Consensus, Developing, EntityId, Mention, Reading, Record, RecordId};
use crate::score::Score;
use crate::text::SentenceId;

/// A reading joins a discrepancy by no pair less sure than this: one that hardly differs on this point is another point.
const JOINING: f64 = 0.4;

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

/// What is less likely than this to differ is not looked at further.
const FAINT: f64 = 0.02;

/// The records: what differs is weighed, and each mention kept with its likeliest partner in each pair of sentences.
pub(super) fn of_candidates(
    candidates: Candidates<'_>,
    bundle: &Bundle<'_>,
    weights: &Weights,
    of_link: &[Option<ClaimId>],
) -> Vec<Found> {
    let Candidates { describe, pairs } = candidates;
    let facet = describe.facet();
    let (mut differing, mut pairs): (Vec<Pair>, Vec<Pair>) =
        pairs.into_iter().partition(Pair::is_discrepancy);
    for pair in &mut differing {
        pair.weighed = Some(weights.probability(facet, &pair.cues));
    }
    differing.retain(|p| p.confidence() >= FAINT);
    let sentence = |node: Node| {
        let document = bundle.documents.get(node.source as usize)?;
        document.sentence_at(describe.span(node)?.start)
    };
    let meeting = |p: &Pair| ((p.a.source, sentence(p.a)), (p.b.source, sentence(p.b)));
    differing.sort_by_cached_key(|p| (meeting(p), Reverse(Score::new(p.confidence())), p.a, p.b));
    for of_meeting in differing.chunk_by(|p, q| meeting(p) == meeting(q)) {
        let mut chosen: Vec<&Pair> = Vec::new();
        for pair in of_meeting {
            if !chosen.iter().any(|c| c.a == pair.a || c.b == pair.b) {
                chosen.push(pair);
            }
        }
        pairs.extend(chosen.into_iter().cloned());
    }
    records(bundle, &*describe, pairs, of_link)
}

/// The records of judged pairs. Mentions that are the same, over any number of pairs, are one reading. Readings that differ
/// make one record where each differs from each, readings that agree one where each agrees with each: a chain of pairs is no
/// reason to set its ends side by side.
pub(super) fn records(
    bundle: &Bundle<'_>,
    describe: &dyn Describe,
    pairs: Vec<Pair>,
    of_link: &[Option<ClaimId>],
) -> Vec<Found> {
    // The surest first; among equals by place, so that the order of links decides nothing.
    let rank = |p: &Pair| (Reverse(Score::new(p.confidence())), p.a, p.b, p.link);
    // What two sources say of two events contradicts nothing.
    let compared = |p: &Pair| {
        p.judgement.relation.verdict() == Verdict::Agreement || bundle.events.are_one(p.a.source, p.b.source)
    };
    let mut pairs = pairs.into_iter().filter(|p| p.a != p.b && compared(p)).collect_vec();
    pairs.sort_by_cached_key(rank);
    let nodes = pairs.iter().flat_map(|p| [p.a, p.b]).sorted_unstable().dedup().collect_vec();
    let points = Points { bundle, describe, of_link, nodes: &nodes };
    let at = |node: Node| nodes.binary_search(&node).unwrap_or(0);
    let pairs = pairs.iter().map(|pair| Edge { a: at(pair.a), b: at(pair.b), pair }).collect_vec();
    let (mut alike, mut equal) = (Forest::new(nodes.len()), Forest::new(nodes.len()));
    for edge in &pairs {
        if edge.pair.judgement.relation == Relation::Identical {
            alike.join(edge.a, edge.b);
        }
        if edge.pair.judgement.relation <= Relation::Equivalent {
            equal.join(edge.a, edge.b);
        }
    }

    let (alike, equal) = (Readings::new(&nodes, alike), Readings::new(&nodes, equal));
    let mut records = points.differing(&pairs, &equal);
    let refined = points.edges(&pairs, &alike, |relation| relation == Relation::Refinement);
    let mut refined = refined.into_iter().filter(|e| e.a != e.b).collect_vec();
    let shown: BTreeSet<usize> = refined.iter().flat_map(|e| [e.a, e.b]).collect();
    // What differs in form only from a reading shown so is shown with it.
    let formal = points.edges(&pairs, &alike, |relation| relation == Relation::Equivalent);
    refined.extend(formal.into_iter().filter(|e| e.a != e.b && shown.contains(&e.a) != shown.contains(&e.b)));
    records.extend(points.groups(&refined, &alike, Verdict::Agreement));

    // What is the same in several sources, and no part of a refinement already.
    let mut leading: BTreeMap<usize, &Pair> = BTreeMap::new();
    for &Edge { a, pair, .. } in pairs.iter().filter(|e| e.pair.judgement.relation <= Relation::Equivalent) {
        let kept = leading.entry(equal.of(a)).or_insert(pair);
        // The plainest reason is that of a pair that differs in form, where there is one.
        if kept.judgement.relation < pair.judgement.relation {
            *kept = pair;
        }
    }
    for (root, pair) in leading {
        let members = equal.members.get(root).into_iter().flatten();
        let forms = members.map(|&node| alike.of(at(node))).sorted_unstable().dedup().collect_vec();
        if !forms.iter().any(|form| shown.contains(form)) {
            let forms = forms.into_iter().map(|form| vec![form]).collect_vec();
            records.extend(points.record(pair, &forms, &alike));
        }
    }
    records
}

/// A judged pair, between the positions of its ends, or of the readings they belong to.
#[derive(Clone, Copy)]
struct Edge<'p> {
    a: usize,
    b: usize,
    pair: &'p Pair,
}

struct Points<'p, 'a> {
    bundle: &'p Bundle<'a>,
    describe: &'p dyn Describe,
    of_link: &'p [Option<ClaimId>],
    /// All mentions of all pairs, in order; readings are named by the position of one of theirs.
    nodes: &'p [Node],
}

impl Points<'_, '_> {
    /// The pairs of some relations between readings.
    fn edges<'e>(
        &self,
        pairs: &[Edge<'e>],
        readings: &Readings,
        keep: impl Fn(Relation) -> bool,
    ) -> Vec<Edge<'e>> {
        let kept = pairs.iter().filter(|e| keep(e.pair.judgement.relation));
        kept.map(|e| Edge { a: readings.of(e.a), b: readings.of(e.b), pair: e.pair }).collect()
    }

    fn differing(&self, pairs: &[Edge<'_>], readings: &Readings) -> Vec<Found> {
        let mut edges = self.edges(pairs, readings, |relation| relation.verdict() == Verdict::Discrepancy);
        // Ends that differ by one pair and are the same by others: identity was chained over unlike mentions. Say nothing.
        let torn: BTreeSet<usize> = edges.iter().filter(|e| e.a == e.b).map(|e| e.a).collect();
        edges.retain(|e| !torn.contains(&e.a) && !torn.contains(&e.b));
        self.groups(&edges, readings, Verdict::Discrepancy)
    }

    /// The records of edges of one verdict, component by component.
    fn groups(&self, edges: &[Edge<'_>], readings: &Readings, verdict: Verdict) -> Vec<Found> {
        let mut components = Forest::new(self.nodes.len());
        for edge in edges {
            components.join(edge.a, edge.b);
        }
        let mut by_component: BTreeMap<usize, Vec<Edge<'_>>> = BTreeMap::new();
        for &edge in edges {
            by_component.entry(components.root(edge.a)).or_default().push(edge);
        }
        by_component.into_values().flat_map(|edges| self.cliques(edges, readings, verdict)).collect()
    }

    /// Groups of readings that all stand to each other with one verdict, each grown from the surest edge left.
    fn cliques(&self, mut edges: Vec<Edge<'_>>, readings: &Readings, verdict: Verdict) -> Vec<Found> {
        let mut records = Vec::new();
        let joining = self.describe.joining().unwrap_or(JOINING);
        while let Some(&seed) = edges.first() {
            let mut versions = vec![vec![seed.a], vec![seed.b]];
            for edge in &edges {
                if verdict == Verdict::Discrepancy && edge.pair.confidence() < joining {
                    continue;
                }
                let holds = |n: usize| versions.iter().flatten().any(|&m| m == n);
                let joins = match (holds(edge.a), holds(edge.b)) {
                    (true, false) => edge.b,
                    (false, true) => edge.a,
                    _ => continue,
                };
                self.join(&mut versions, joins, readings, verdict);
            }
            let holds = |n: usize| versions.iter().flatten().any(|&m| m == n);
            let within = edges.iter().filter(|e| holds(e.a) && holds(e.b));
            let sources =
                within.map(|e| (e.pair.a.source, e.pair.b.source)).sorted_unstable().dedup().count();
            // What is too unsure to join is no point of its own beside this one.
            let told = |e: &Edge<'_>| match (holds(e.a), holds(e.b)) {
                (true, true) => true,
                (false, false) => false,
                _ => verdict == Verdict::Discrepancy && e.pair.confidence() < joining,
            };
            edges.retain(|e| !told(e));
            records.extend(self.record(seed.pair, &versions, readings).map(|found| found.repeated(sources)));
        }
        records
    }

    /// Adds a reading to versions that all stand to each other with one verdict: as one more, or, where versions differ, to the
    /// one it agrees with; or not at all.
    fn join(&self, versions: &mut Vec<Vec<usize>>, reading: usize, readings: &Readings, verdict: Verdict) {
        let Some(&node) = self.nodes.get(reading) else { return };
        let sources = |m: &usize| readings.members.get(*m).into_iter().flatten().map(|n| n.source);
        let own: BTreeSet<u32> = sources(&reading).collect();
        let repeats =
            |version: &Vec<usize>| version.iter().flat_map(sources).any(|source| own.contains(&source));
        let node_of = |m: &usize| self.nodes.get(*m).copied();
        let stands = |version: &Vec<usize>| {
            version.iter().filter_map(node_of).all(|other| {
                self.describe.judge(node, other).is_some_and(|j| j.relation.verdict() == verdict)
            })
        };
        let apart = versions.iter().filter(|v| stands(v)).count();
        if apart == versions.len() {
            // A source that has one of them already means another thing by this one.
            if verdict == Verdict::Agreement || !versions.iter().any(repeats) {
                versions.push(vec![reading]);
            }
        } else if verdict == Verdict::Discrepancy && apart + 1 == versions.len() {
            let near = versions.iter().position(|v| !stands(v));
            if let Some(version) = near.and_then(|n| versions.get_mut(n)) {
                if version.iter().filter_map(node_of).all(|other| self.describe.is_one_version(node, other)) {
                    version.push(reading);
                }
            }
        }
    }

    fn record(&self, leading: &Pair, versions: &[Vec<usize>], readings: &Readings) -> Option<Found> {
        let nodes = |version: &Vec<usize>| {
            version.iter().flat_map(|&m| readings.members.get(m).into_iter().flatten()).copied().collect_vec()
        };
        let shown =
            versions.iter().filter_map(|version| reading(self.bundle, self.describe, &nodes(version)));
        let shown = shown.collect_vec();
        // "Here" in a reason is the reading shown first.
        let first = |node: Node| {
            let holding = versions.iter().map(nodes).find(|version| version.contains(&node));
            holding.and_then(|version| version.into_iter().min())
        };
        let turned = first(leading.b) < first(leading.a);
        let judged = turned.then(|| self.describe.judge(leading.b, leading.a)).flatten();
        let (context, reason) =
            (self.describe.context(), &judged.as_ref().unwrap_or(&leading.judgement).reason);
        let differs = leading.judgement.relation.verdict() == Verdict::Discrepancy;
        let nodes = versions.iter().map(nodes).collect_vec();
        let later = if differs { self.describe.later(&nodes) } else { None };
        record(Draft {
            later,
            claim: Bundle::claim_of(self.of_link, leading.link),
            entity: self.describe.entity(),
            facet: self.describe.facet(),
            level: leading.judgement.level,
            confidence: Score::new(leading.confidence()),
            cues: leading.cues.clone(),
            readings: shown,
            explanation: [context, reason].into_iter().filter(|words| !words.is_empty()).join("; "),
        })
    }
}

/// Mentions gathered into readings: each named by the position of its first mention.
struct Readings {
    of: Vec<usize>,
    /// Empty for mentions that give no reading its name.
    members: Vec<Vec<Node>>,
}

impl Readings {
    fn new(nodes: &[Node], mut forest: Forest) -> Self {
        let of = (0..nodes.len()).map(|n| forest.root(n)).collect_vec();
        let mut members: Vec<Vec<Node>> = vec![Vec::new(); nodes.len()];
        for (&root, &node) in of.iter().zip(nodes) {
            if let Some(members) = members.get_mut(root) {
                members.push(node);
            }
        }
        Self { of, members }
    }

    fn of(&self, position: usize) -> usize {
        self.of.get(position).copied().unwrap_or(position)
    }
}

fn reading(bundle: &Bundle<'_>, describe: &dyn Describe, nodes: &[Node]) -> Option<Reading> {
    let value = nodes.iter().find_map(|&node| describe.value(node))?;
    let mentions = nodes.iter().filter_map(|&node| bundle.mention(node.source, describe.span(node)?));
    let mentions: Vec<Mention> = mentions.sorted_unstable().dedup().collect();
    let place = |node: &Node| {
        let sentence =
            bundle.documents.get(node.source as usize)?.sentence_at(describe.span(*node)?.start)?;
        Some(SentenceId::new(node.source as usize, sentence))
    };
    let support = bundle.dependence.support(nodes.iter().filter_map(place));
    (!mentions.is_empty()).then_some(Reading { reading: 0, value, support, mentions })
}

/// A record before it has its id and its verdict.
pub(super) struct Draft {
    pub(super) claim: Option<ClaimId>,
    pub(super) entity: Option<EntityId>,
    pub(super) facet: Facet,
    pub(super) level: Level,
    pub(super) confidence: Score,
    pub(super) cues: Cues,
    pub(super) readings: Vec<Reading>,
    pub(super) explanation: String,
    /// The position of the reading that is later, of figures that develop.
    pub(super) later: Option<usize>,
}

/// A record, and what its confidence is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) record: Record,
    pub(super) cues: Cues,
}

impl Found {
    /// The same, differing in so many pairs of sources.
    fn repeated(mut self, pairs: usize) -> Self {
        if pairs > 1 && self.record.verdict == Verdict::Discrepancy {
            self.cues.push((Cue::Repeated, ln(pairs as f64)));
        }
        self
    }
}

/// The record of a draft; `None` where it is none: too few readings, fewer than two sources, or no home.
pub(super) fn record(draft: Draft) -> Option<Found> {
    let Draft { claim, entity, facet, level, confidence, cues, mut readings, mut explanation, later } = draft;
    let later = later.and_then(|n| readings.get(n)).and_then(|r| r.mentions.first()).cloned();
    readings.sort_by(|x, y| x.mentions.cmp(&y.mentions));
    let later = readings.iter().position(|r| later.is_some() && r.mentions.first() == later.as_ref());
    let developing = later.map(|n| Developing { later: n as u32 });
    if developing.is_some() {
        explanation.push_str("; the figure grew with time");
    }
    let sources = readings.iter().flat_map(Reading::sources).sorted_unstable().dedup().count();
    let verdict = level.relation().verdict();
    let enough = if verdict == Verdict::Discrepancy { 2 } else { 1 };
    if sources < 2 || readings.len() < enough {
        return None;
    }
    let level = match verdict {
        // Differences of form within the readings are gone once they are folded into one.
        Verdict::Agreement if readings.len() == 1 => Level::Same,
        _ => level,
    };
    let relation = level.relation();
    let print = Fingerprint::new().field(facet.to_string()).field(verdict.to_string());
    let print = readings.iter().flat_map(|r| &r.mentions).fold(print, |print, mention| {
        print.field(&mention.source).number(mention.span.start).field(&mention.text)
    });
    // What tells records apart until all are there and have the ids that are shown.
    let id = RecordId::from_fingerprint(print);
    let record = Record {
        id,
        claim,
        entity,
        facet,
        relation,
        level,
        verdict,
        confidence,
        sure: false,
        readings,
        explanation,
        evidence: Vec::new(),
        // Of all that is kept, at the end.
        consensus: Consensus::default(),
        developing,
        label: None,
    };
    Some(Found { record, cues })
}
