//! Statements: polarity and modality of clauses that assert one thing, and of sentences that part in one word.

use std::collections::BTreeMap;
use std::rc::Rc;

use itertools::Itertools;

use crate::compare::clause::event::{Event, compare, events};
use crate::compare::clause::{self, Sided, Within, Wording};
use crate::compare::{Facet, Judgement};
use crate::mention::clause::{Certainty, Clause};
use crate::record::{ClaimId, Value};
use crate::resolve::point::{Found, Node, Pair, matching};
use crate::resolve::spot::{Spot, Spots};
use crate::resolve::{Bundle, End, action};

/// The share of the words of the longer sentence from which on two sentences are compared whole.
const PARALLEL: f64 = 0.6;

/// The records of polarity and modality.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let mut polarity = Spots::new(bundle, Facet::Polarity, "in linked sentences");
    let mut modality = Spots::new(bundle, Facet::Modality, "in linked sentences");
    let mut action = Spots::new(bundle, Facet::Action, "in linked sentences");
    let mut wordings = Wordings::default();
    for (n, score, (a, b)) in bundle.linked() {
        let [x, y] = [&a, &b].map(|end| wordings.read(bundle, end));
        let (x, y) =
            (Sided { document: a.document, wording: &x }, Sided { document: b.document, wording: &y });
        let sides = clause::parallel(x.wording, y.wording);
        let parallel = sides.covered >= PARALLEL;
        for (facet, pair) in candidates(bundle, &a, &b, n, score) {
            // Where the sentences say the same beside, they are compared whole.
            if facet == Facet::Polarity && parallel {
                continue;
            }
            let spots = if facet == Facet::Polarity { &mut polarity } else { &mut modality };
            let (Some(x), Some(y)) = (clause(bundle, pair.a), clause(bundle, pair.b)) else { continue };
            let ends = (stated(facet, &a, x), stated(facet, &b, y));
            spots.add(ends, pair.judgement, pair.same_matter, Some(n), pair.cues);
        }
        if let Some(found) = clause::contrast(x, y, &sides, bundle.lexicon) {
            let (here, there) = (stating(&a, found.a.start), stating(&b, found.b.start));
            if let Some((here, there)) = here.zip(there).filter(|(x, y)| equally_sure(x, y)) {
                let ends = (stated(Facet::Polarity, &a, here), stated(Facet::Polarity, &b, there));
                polarity.add(ends, found.judgement, score.max(found.covered), Some(n), Vec::new());
            }
        }
        for (facet, ends, judgement) in happenings(bundle, &mut wordings, &a, &b) {
            let spots = if facet == Facet::Polarity { &mut polarity } else { &mut modality };
            spots.add(ends, judgement, score, Some(n), Vec::new());
        }
        if let Some((ends, judgement)) = action::replaced(bundle, (&a, &b), (x, y), &sides) {
            action.add(ends, judgement, score.max(sides.covered), Some(n), Vec::new());
        }
    }
    [polarity, modality, action].into_iter().flat_map(|spots| spots.records(of_link)).collect()
}

/// The clause that holds a token.
fn stating<'a>(end: &End<'a>, token: usize) -> Option<&'a Clause> {
    let mut clauses = end.within(&end.mentions.clauses, |c| c.sentence);
    clauses.find(|(_, c)| c.tokens.contains(&token)).map(|(_, c)| c)
}

/// What is planned or possible in one may be so or not in the other.
fn equally_sure(x: &Clause, y: &Clause) -> bool {
    x.certainty == y.certainty || x.certainty >= Certainty::Probable && y.certainty >= Certainty::Probable
}

/// Happenings that one of two sentences tells as a fact and the other as hearsay or as not so.
fn happenings(
    bundle: &Bundle<'_>,
    wordings: &mut Wordings,
    a: &End<'_>,
    b: &End<'_>,
) -> Vec<(Facet, (Spot, Spot), Judgement)> {
    let (here, there) = (wordings.events(bundle, a), wordings.events(bundle, b));
    let mut found = Vec::new();
    for x in here.iter() {
        for y in there.iter() {
            let Some((facet, judgement)) = compare((a.document, x), (b.document, y)) else { continue };
            // A source that hedges it anywhere does not state it for a fact.
            let (bare, sense) = if x.is_bare() { (a, x.sense) } else { (b, y.sense) };
            if wordings.is_hedged_in(bundle, bare.source, sense) {
                continue;
            }
            found.push((facet, (told(facet, a, x), told(facet, b, y)), judgement));
        }
    }
    found
}

/// An event as the carrier of a reading: its cue, itself, and the words after it.
fn told(facet: Facet, end: &End<'_>, event: &Event) -> Spot {
    const AFTER: usize = 5;
    let clause = stating(end, event.token);
    let from = event.cue().map_or(event.token, |cue| cue.start.min(event.token));
    let last = clause.map_or(event.token + 1, |c| c.tokens.end).max(event.token + 1);
    let span = end.document.span(from..last.min(event.token + 1 + AFTER));
    let value = match facet {
        Facet::Polarity => Value::Polarity { asserted: event.is_bare() },
        _ => Value::Words { words: span.slice(end.document.text()).split_whitespace().join(" ") },
    };
    Spot { source: end.source, span, value }
}

/// The wordings and events of sentences, each read once.
#[derive(Default)]
struct Wordings(BTreeMap<(u32, usize), (Rc<Wording>, Rc<Vec<Event>>)>);

impl Wordings {
    fn get(&mut self, bundle: &Bundle<'_>, end: &End<'_>) -> &(Rc<Wording>, Rc<Vec<Event>>) {
        self.0.entry((end.source, end.number)).or_insert_with(|| {
            let wording = Wording::read(end.document, end.sentence.tokens.clone(), bundle.lexicon);
            let clauses = end.within(&end.mentions.clauses, |c| c.sentence).map(|(_, c)| c).collect_vec();
            let events = events(end.document, &wording, &clauses, bundle.lexicon);
            (wording.into(), events.into())
        })
    }

    fn read(&mut self, bundle: &Bundle<'_>, end: &End<'_>) -> Rc<Wording> {
        Rc::clone(&self.get(bundle, end).0)
    }

    fn events(&mut self, bundle: &Bundle<'_>, end: &End<'_>) -> Rc<Vec<Event>> {
        Rc::clone(&self.get(bundle, end).1)
    }

    /// True where a source tells of a kind of happening as hearsay, in any sentence.
    fn is_hedged_in(&mut self, bundle: &Bundle<'_>, source: u32, sense: u64) -> bool {
        let sentences = bundle.documents.get(source as usize).map_or(0, |d| d.sentences().len());
        (0..sentences as u32).any(|n| {
            let Some(end) = bundle.end(source, n) else { return false };
            self.get(bundle, &end).1.iter().any(|event| event.sense == sense && event.is_hedged())
        })
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
