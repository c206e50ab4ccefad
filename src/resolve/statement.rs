//! Statements: polarity and modality of clauses that assert one thing, and of sentences that part in one word.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::clause::{self, Sided, Within, Wording};
use crate::compare::{Facet, Judgement};
use crate::mention::Clause;
use crate::record::{ClaimId, Value};
use crate::resolve::point::{Found, Node, Pair, matching};
use crate::resolve::spot::{Spot, Spots};
use crate::resolve::{Bundle, End};

/// The records of polarity and modality.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let mut polarity = Spots::new(bundle, Facet::Polarity, "in linked sentences");
    let mut modality = Spots::new(bundle, Facet::Modality, "in linked sentences");
    let mut wordings = Wordings::default();
    for (n, score, (a, b)) in bundle.linked() {
        for (facet, pair) in candidates(bundle, &a, &b, n, score) {
            let spots = if facet == Facet::Polarity { &mut polarity } else { &mut modality };
            let (Some(x), Some(y)) = (clause(bundle, pair.a), clause(bundle, pair.b)) else { continue };
            let ends = (stated(facet, &a, x), stated(facet, &b, y));
            spots.add(ends, pair.judgement, pair.same_matter, Some(n), pair.cues);
        }
        let [x, y] = [&a, &b].map(|end| wordings.read(bundle, end));
        let (x, y) =
            (Sided { document: a.document, wording: &x }, Sided { document: b.document, wording: &y });
        if let Some(found) = clause::contrast(x, y, bundle.lexicon) {
            let at = |end: &End<'_>, token: usize| {
                let mut clauses = end.within(&end.mentions.clauses, |c| c.sentence);
                clauses.find(|(_, c)| c.tokens.contains(&token)).map(|(_, c)| stated(Facet::Polarity, end, c))
            };
            if let (Some(here), Some(there)) = (at(&a, found.a.start), at(&b, found.b.start)) {
                polarity.add((here, there), found.judgement, score.max(found.covered), Some(n), Vec::new());
            }
        }
    }
    polarity.records(of_link).into_iter().chain(modality.records(of_link)).collect()
}

/// The wordings of linked sentences, each read once.
#[derive(Default)]
struct Wordings(BTreeMap<(u32, usize), std::rc::Rc<Wording>>);

impl Wordings {
    fn read(&mut self, bundle: &Bundle<'_>, end: &End<'_>) -> std::rc::Rc<Wording> {
        let read = || Wording::read(end.document, end.sentence.tokens.clone(), bundle.lexicon).into();
        std::rc::Rc::clone(self.0.entry((end.source, end.number)).or_insert_with(read))
    }
}

fn clause<'a>(bundle: &Bundle<'a>, node: Node) -> Option<&'a Clause> {
    bundle.mentions.get(node.source as usize)?.clauses.get(node.index as usize)
}

/// A clause as the carrier of a reading.
fn stated(facet: Facet, end: &End<'_>, clause: &Clause) -> Spot {
    let value = match facet {
        Facet::Polarity => Value::Polarity { asserted: !clause.negated },
        _ => {
            let words = clause.hedge.or(clause.obligation).unwrap_or(clause.span);
            Value::Words { words: words.slice(end.document.text()).split_whitespace().join(" ") }
        }
    };
    Spot { source: end.source, span: clause.span, value }
}

fn candidates(bundle: &Bundle<'_>, a: &End<'_>, b: &End<'_>, link: usize, score: f64) -> Vec<(Facet, Pair)> {
    let mut polarity: Vec<Pair> = Vec::new();
    let mut modality: Vec<Pair> = Vec::new();
    for (i, x) in a.within(&a.mentions.clauses, |c| c.sentence) {
        for (j, y) in b.within(&b.mentions.clauses, |c| c.sentence) {
            let (here, there) =
                (Within { document: a.document, clause: x }, Within { document: b.document, clause: y });
            let Some((facet, judgement)) = clause::compare(here, there, bundle.lexicon) else { continue };
            let pair = |judgement: Judgement| {
                let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
                Pair { a, b, judgement, same_matter: score, link: Some(link), cues: Vec::new() }
            };
            match facet {
                Facet::Polarity => polarity.push(pair(judgement)),
                _ => modality.push(pair(judgement)),
            }
        }
    }
    let of = |facet: Facet, pairs: Vec<Pair>| matching(pairs).into_iter().map(move |pair| (facet, pair));
    of(Facet::Polarity, polarity).chain(of(Facet::Modality, modality)).collect()
}
