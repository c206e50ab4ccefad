//! Paraphrase: what linked sentences say in different words, and acts about which one says more. Agreements only.

use std::collections::BTreeMap;
use std::ops::Range;

use itertools::Itertools;

use crate::compare::paraphrase;
use crate::compare::vocabulary::Stretch;
use crate::compare::{Facet, Judgement};
use crate::point::linked::Linked;
use crate::point::pair::{Candidates, Describe, Node, Pair, matching};
use crate::point::{Bundle, End, flat};
use crate::record::Value;
use crate::span::Span;

/// Words in the same place of two sentences, or clauses about one act, are evidence in addition to the link.
fn same_matter(link: f64) -> f64 {
    (1.0 + link) / 2.0
}

/// The points of paraphrases.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Vec<Candidates<'b>> {
    let bundle = linked.bundle;
    let mut met = Vec::new();
    for (link, score, (a, x), (b, y)) in linked.pairs() {
        meetings(bundle, (&a, &x.stretch), (&b, &y.stretch), |facet, here, there, judgement| {
            met.push(Met { link, score, facet, a: (a.source, here), b: (b.source, there), judgement });
        });
    }
    let stretches = met.iter().flat_map(|m| [m.a.clone(), m.b.clone()]);
    let stretches = stretches.sorted_unstable_by_key(|(s, t)| (*s, t.start, t.end)).dedup().collect_vec();
    let node = |place: &Place| {
        let index = stretches
            .binary_search_by_key(&(place.0, place.1.start, place.1.end), |(s, t)| (*s, t.start, t.end));
        Node { source: place.0, index: index.unwrap_or(0) as u32 }
    };
    [Facet::Role, Facet::Action]
        .into_iter()
        .map(|facet| {
            let pairs = met.iter().filter(|m| m.facet == facet).map(|m| {
                let judgement = m.judgement.clone();
                Pair::new(node(&m.a), node(&m.b), judgement, same_matter(m.score), Some(m.link))
            });
            let pairs = once(pairs);
            let judged = pairs.iter().map(|p| ((p.a.min(p.b), p.a.max(p.b)), p.judgement.clone())).collect();
            Candidates::new(Paraphrases { bundle, facet, stretches: stretches.clone(), judged }, pairs)
        })
        .collect()
}

/// A passage of a source, in tokens.
type Place = (u32, Range<usize>);

/// Two passages of linked sentences that say the same thing.
struct Met {
    link: usize,
    score: f64,
    facet: Facet,
    a: Place,
    b: Place,
    judgement: Judgement,
}

/// Keeps each passage once per link.
fn once(pairs: impl Iterator<Item = Pair>) -> Vec<Pair> {
    pairs.chunk_by(|p| p.link).into_iter().flat_map(|(_, pairs)| matching(pairs.collect())).collect()
}

fn meetings(
    bundle: &Bundle<'_>,
    (a, ours): (&End<'_>, &Stretch<'_, '_>),
    (b, theirs): (&End<'_>, &Stretch<'_, '_>),
    mut meet: impl FnMut(Facet, Range<usize>, Range<usize>, Judgement),
) {
    for m in paraphrase::compare(ours, theirs, bundle.lexicon) {
        // Quotations have their own facet.
        if !a.is_partly_quoted(&m.here) && !b.is_partly_quoted(&m.there) {
            meet(m.facet, m.here, m.there, m.judgement);
        }
    }
    let clauses = b.within(&b.mentions.clauses, |c| c.sentence);
    for (_, x) in a.within(&a.mentions.clauses, |c| c.sentence) {
        for (_, y) in clauses.clone() {
            let judged = paraphrase::compare_clauses(ours, x, theirs, y, bundle.lexicon);
            if let Some(judgement) =
                judged.filter(|_| !a.is_partly_quoted(&x.tokens) && !b.is_partly_quoted(&y.tokens))
            {
                meet(Facet::Action, x.tokens.clone(), y.tokens.clone(), judgement);
            }
        }
    }
}

struct Paraphrases<'b, 'a> {
    bundle: &'b Bundle<'a>,
    facet: Facet,
    /// All passages, in order; a node's index is the position of its passage here.
    stretches: Vec<Place>,
    judged: BTreeMap<(Node, Node), Judgement>,
}

impl Describe for Paraphrases<'_, '_> {
    fn facet(&self) -> Facet {
        self.facet
    }

    fn span(&self, node: Node) -> Option<Span> {
        let (source, tokens) = self.stretches.get(node.index as usize)?;
        Some(self.bundle.documents.get(*source as usize)?.span(tokens.clone()))
    }

    fn value(&self, node: Node) -> Option<Value> {
        let text = self.bundle.documents.get(node.source as usize)?.text();
        Some(Value::Words { words: flat(self.span(node)?.slice(text)) })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        self.judged.get(&(a.min(b), a.max(b))).cloned()
    }

    fn context(&self, _: &Pair) -> &'static str {
        "in linked sentences"
    }
}
