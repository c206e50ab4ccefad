//! Gathering: collects judged pairs of mentions into one record per point.

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

/// The least confidence of a pair by which a reading joins a discrepancy: one that hardly differs on this point belongs to
/// another.
const JOINING: f64 = 0.4;

/// A disjoint-set forest over indices.
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

    /// Joins two sets. The lower root remains the root, which makes roots independent of the order of joining.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// Pairs less likely than this to differ are not considered further.
const FAINT: f64 = 0.02;

/// The records of candidates: differences are weighed, and each mention keeps its likeliest partner in each pair of
/// sentences.
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

/// The records of judged pairs. Mentions that are the same, through any number of pairs, form one reading. Readings that
/// differ form one record if every two of them differ, and readings that agree if every two agree: a chain of pairs does not
/// connect its ends.
pub(super) fn records(
    bundle: &Bundle<'_>,
    describe: &dyn Describe,
    pairs: Vec<Pair>,
    of_link: &[Option<ClaimId>],
) -> Vec<Found> {
    // Highest confidence first, ties by position, which makes the result independent of the order of links.
    let rank = |p: &Pair| (Reverse(Score::new(p.confidence())), p.a, p.b, p.link);
    // Statements about two events do not contradict each other.
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
    // Readings that differ only in form from a reading in such a record are shown with it.
    let formal = points.edges(&pairs, &alike, |relation| relation == Relation::Equivalent);
    refined.extend(formal.into_iter().filter(|e| e.a != e.b && shown.contains(&e.a) != shown.contains(&e.b)));
    records.extend(points.groups(&refined, &alike, Verdict::Agreement));

    // What is the same in several sources, and not already part of a refinement.
    let mut leading: BTreeMap<usize, &Pair> = BTreeMap::new();
    for &Edge { a, pair, .. } in pairs.iter().filter(|e| e.pair.judgement.relation <= Relation::Equivalent) {
        let kept = leading.entry(equal.of(a)).or_insert(pair);
        // Prefers the reason of a pair that differs in form.
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

/// A judged pair, between the indices of its ends or of the readings they belong to.
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
    /// All mentions of all pairs, in order; a reading is named by the index of one of its mentions.
    nodes: &'p [Node],
}

impl Points<'_, '_> {
    /// The pairs with certain relations between readings.
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
        // If two mentions differ by one pair and are the same through others, identity was chained over different mentions:
        // nothing is reported.
        let torn: BTreeSet<usize> = edges.iter().filter(|e| e.a == e.b).map(|e| e.a).collect();
        edges.retain(|e| !torn.contains(&e.a) && !torn.contains(&e.b));
        self.groups(&edges, readings, Verdict::Discrepancy)
    }

    /// The records from edges of one verdict, one component at a time.
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

    /// Groups of readings whose pairs all have one verdict, each grown from the strongest remaining edge.
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
            // What is too uncertain to join is not a separate point beside this one.
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

    /// Adds a reading to versions whose pairs all have one verdict: as a new version, or, among differing versions, to the
    /// one with which it agrees; or not at all.
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
            // A source that already has one of these means something else by this reading.
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
        // "Here" in a reason refers to the reading shown first.
        let first = |node: Node| {
            let holding = versions.iter().map(nodes).find(|version| version.contains(&node));
            holding.and_then(|version| version.into_iter().min())
        };
        let turned = first(leading.b) < first(leading.a);
        let judged = turned.then(|| self.describe.judge(leading.b, leading.a)).flatten();
        let (context, reason) =
            (self.describe.context(leading), &judged.as_ref().unwrap_or(&leading.judgement).reason);
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

/// Mentions collected into readings, each named by the index of its first mention.
struct Readings {
    of: Vec<usize>,
    /// Empty for mentions that do not name a reading.
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

/// A record without its id and verdict.
pub(super) struct Draft {
    pub(super) claim: Option<ClaimId>,
    pub(super) entity: Option<EntityId>,
    pub(super) facet: Facet,
    pub(super) level: Level,
    pub(super) confidence: Score,
    pub(super) cues: Cues,
    pub(super) readings: Vec<Reading>,
    pub(super) explanation: String,
    /// The index of the later reading, for a figure that develops.
    pub(super) later: Option<usize>,
}

/// A record, and the evidence behind its confidence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) record: Record,
    pub(super) cues: Cues,
}

impl Found {
    /// The same, found in this many pairs of sources.
    fn repeated(mut self, pairs: usize) -> Self {
        if pairs > 1 && self.record.verdict == Verdict::Discrepancy {
            self.cues.push((Cue::Repeated, ln(pairs as f64)));
        }
        self
    }
}

/// The record of a draft; `None` if it has too few readings, fewer than two sources, or neither claim nor entity.
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
        // Folding readings into one removes differences of form.
        Verdict::Agreement if readings.len() == 1 => Level::Same,
        _ => level,
    };
    let relation = level.relation();
    let print = Fingerprint::new().field(facet.to_string()).field(verdict.to_string());
    let print = readings.iter().flat_map(|r| &r.mentions).fold(print, |print, mention| {
        print.field(&mention.source).number(mention.span.start).field(&mention.text)
    });
    // Distinguishes records until all are known and get their final ids.
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
        // Computed at the end, from the records that are kept.
        consensus: Consensus::default(),
        developing,
        label: None,
    };
    Some(Found { record, cues })
}
