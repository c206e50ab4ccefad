//! Statements: polarity and modality of clauses that assert the same thing, and of sentences that differ in one word.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use itertools::Itertools;

use crate::compare::clause::event::{Event, compare, events, is_claimed};
use crate::compare::clause::telling::{is_hearsay, is_question, is_weakened};
use crate::compare::clause::{self, Sided, Within, Wording};
use crate::compare::vocabulary::Vocabulary;
use crate::compare::{Facet, Judgement, Level};
use crate::lexicon::Lexicon;
use crate::math::ln;
use crate::mention::clause::{Certainty, Clause};
use crate::point::decision::{Cue, Cues};
use crate::point::linked::Linked;
use crate::point::pair::{Candidates, Node, Pair, matching};
use crate::point::scoped::{are_alike, are_of_two_persons, is_scoped, person_before};
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, End, action, flat, happening};
use crate::record::Value;

/// The fraction of the longer sentence's words from which two sentences are compared as a whole.
const PARALLEL: f64 = 0.6;

/// The points about polarity and modality, and about what was done if the sentences are otherwise nearly the same.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, 'b>, vocabulary: Vocabulary<'b>) -> [Candidates<'b>; 5] {
    let bundle = linked.bundle;
    let mut polarity = Spots::of_sentences(Facet::Polarity);
    let mut modality = Spots::of_sentences(Facet::Modality);
    let mut action = Spots::of_sentences(Facet::Action);
    let mut wordings = Wordings { linked, vocabulary, read: BTreeMap::new(), hedged: BTreeMap::new() };
    let (mut events, mut told) = (Vec::new(), BTreeSet::new());
    for (n, score, (a, b)) in bundle.linked() {
        let [x, y] = [&a, &b].map(|end| wordings.read(bundle, end));
        let (x, y) =
            (Sided { document: a.document, wording: &x }, Sided { document: b.document, wording: &y });
        let sides = clause::parallel(x.wording, y.wording);
        let parallel = sides.covered >= PARALLEL;
        let mut graded = false;
        let asked = [&a, &b].iter().any(|end| is_question(end.document, &end.sentence.tokens));
        // A question does not state anything.
        let of_clauses = if asked { Vec::new() } else { of_clauses(bundle, &a, &b, n, score) };
        for (facet, pair) in of_clauses {
            // If the sentences are otherwise the same, they are compared as a whole.
            if facet == Facet::Polarity && parallel {
                continue;
            }
            graded |= facet == Facet::Modality;
            let spots = if facet == Facet::Polarity { &mut polarity } else { &mut modality };
            let (Some(x), Some(y)) = (clause(bundle, pair.a), clause(bundle, pair.b)) else { continue };
            let claimed = |end: &End<'_>, clause: &Clause| clause.trigger.is_some_and(|at| claims(end, at));
            if facet == Facet::Polarity && (claimed(&a, x) || claimed(&b, y)) {
                continue;
            }
            if facet == Facet::Polarity
                && (are_of_two_persons((&a, x.trigger), (&b, y.trigger), bundle.lexicon)
                    || is_scoped(&a, x)
                    || is_scoped(&b, y))
            {
                continue;
            }
            if facet == Facet::Modality
                && ([(&a, x), (&b, y)]
                    .iter()
                    .any(|(end, c)| wordings.is_hearsay(bundle, end, c) || weakened(end, c))
                    || is_said_by_both((&a, x), (&b, y), bundle.lexicon))
            {
                continue;
            }
            for (end, clause) in [(&a, x), (&b, y)] {
                if clause.hedge.is_some() || clause.negated {
                    told.insert((facet, end.source, end.number));
                }
            }
            let ends = (stated(facet, &a, x), stated(facet, &b, y));
            spots.add(ends, pair.judgement, pair.same_matter, Some(n), pair.cues);
        }
        if let Some(found) = clause::contrast(x, y, &sides, bundle.lexicon) {
            let (here, there) = (a.clause_at(found.a.start), b.clause_at(found.b.start));
            let quoted = a.is_quoted(found.a.start) != b.is_quoted(found.b.start);
            let claimed = found.judgement.level == Level::Denied
                && (claims(&a, found.a.start) || claims(&b, found.b.start));
            let fits = |(p, q): &(&Clause, &Clause)| {
                let within = sides.shared_within(x.wording, &p.tokens, y.wording, &q.tokens);
                // The matching words must be in the clauses that say it.
                let together = parallel || within >= 2 && 2 * within >= sides.shared;
                let one = match (person_before(&a, found.a.start), person_before(&b, found.b.start)) {
                    (Some(one), Some(other)) => {
                        one == other || are_alike((&a, found.a.start), (&b, found.b.start), bundle.lexicon)
                    }
                    _ => true,
                };
                let sure = equally_sure((&a, p, found.a.start), (&b, q, found.b.start));
                let scoped = is_scoped(&a, p) || is_scoped(&b, q);
                !quoted && !asked && together && one && sure && !claimed && !scoped
            };
            if let Some((here, there)) = here.zip(there).filter(fits) {
                let ends = (stated(Facet::Polarity, &a, here), stated(Facet::Polarity, &b, there));
                told.extend([&a, &b].map(|end| (Facet::Polarity, end.source, end.number)));
                polarity.add(
                    ends,
                    found.judgement,
                    score.max(found.covered),
                    Some(n),
                    vec![(Cue::Slot, 1.0)],
                );
            }
        }
        let found = if graded || asked { None } else { clause::certainty(x, y, &sides) };
        if let Some(found) = found {
            let ends = (surely(&a, &found.a), surely(&b, &found.b));
            if let (Some(here), Some(there), true) =
                (ends.0, ends.1, a.is_quoted(found.a.1) == b.is_quoted(found.b.1))
            {
                told.extend([&a, &b].map(|end| (Facet::Modality, end.source, end.number)));
                let same_matter = score.max(sides.covered);
                modality.add((here, there), found.judgement, same_matter, Some(n), Vec::new());
            }
        }
        if let Some((ends, judgement)) = action::turned((&a, &b)) {
            action.add(ends, judgement, score, Some(n), Vec::new());
        }
        let found = happenings(bundle, &mut wordings, &a, &b);
        events.extend(found.into_iter().map(|found| (Some(n), score, found)));
        if let Some((ends, judgement)) = action::replaced(bundle, (&a, &b), (x, y), &sides) {
            action.add(ends, judgement, score.max(sides.covered), Some(n), vec![(Cue::Slot, 1.0)]);
        } else if let Some((ends, judgement)) = action::parted(bundle, (&a, &b), (x, y), &sides) {
            action.add(ends, judgement, score.max(sides.covered), Some(n), Vec::new());
        }
    }
    for meeting in linked.near().filter(|meeting| meeting.link.is_none()) {
        let found = happenings(bundle, &mut wordings, &meeting.a.0, &meeting.b.0);
        events.extend(found.into_iter().map(|found| (None, meeting.chance.unwrap_or_default(), found)));
    }
    for (n, score, (facet, sentence, ends, judgement, cues)) in events {
        // The clause already has a record.
        if !told.contains(&(facet, sentence.0, sentence.1)) {
            let spots = if facet == Facet::Polarity { &mut polarity } else { &mut modality };
            spots.add(ends, judgement, score, n, cues);
        }
    }
    let known = |facet: Facet, source: u32, sentence: usize| told.contains(&(facet, source, sentence));
    let [sure, denied] = happening::candidates(linked, known);
    let [polarity, modality, action] = [polarity, modality, action].map(Spots::candidates);
    [polarity, modality, sure, denied, action]
}

/// True if somebody claims what a token tells: the reporter asserts and denies nothing of it.
fn claims(end: &End<'_>, token: usize) -> bool {
    is_claimed(end.document, end.sentence.tokens.start..token)
}

/// True for a clause without a hedge of its own that other words of its sentence make less than a fact.
fn weakened(end: &End<'_>, clause: &Clause) -> bool {
    let clauses = end.within(&end.mentions.clauses, |c| c.sentence).map(|(_, c)| c).collect_vec();
    clause.certainty == Certainty::Fact && is_weakened(end.document, &end.sentence.tokens, &clauses, clause)
}

/// True if one tells as hearsay what the other reports in somebody's words: neither says it on its own account.
fn is_said_by_both((a, x): (&End<'_>, &Clause), (b, y): (&End<'_>, &Clause), lexicon: &Lexicon) -> bool {
    let heard = |end: &End<'_>, clause: &Clause| {
        let hedge = clause.hedge.map_or(0..0, |hedge| end.document.tokens_in(hedge));
        is_hearsay(end.document, hedge, &end.sentence.tokens)
    };
    let said = |end: &End<'_>, clause: &Clause| {
        clause.certainty == Certainty::Fact
            && clause.trigger.is_some_and(|at| end.is_reported(at, lexicon) || end.is_quoted(at))
    };
    heard(a, x) && said(b, y) || said(a, x) && heard(b, y)
}

/// The passage that represents a clause's certainty: the words for it, or else the clause.
fn surely(end: &End<'_>, (cue, token): &(Option<Range<usize>>, usize)) -> Option<Spot> {
    let clause = end.clause_at(*token)?;
    // A word without a cue must be told as a fact.
    let plain = clause.certainty == Certainty::Fact && !clause.negated && clause.denial.is_none();
    if cue.is_none() && (!plain || weakened(end, clause)) {
        return None;
    }
    let words = cue.clone().map_or(clause.span, |cue| end.document.span(cue));
    let value = Value::Words { words: flat(words.slice(end.document.text())) };
    Some(Spot { source: end.source, span: clause.span, value })
}

/// The modal verb in a clause, asserted or denied: "could", "couldn't", "could not".
fn modal<'e>(end: &'e End<'_>, clause: &Clause) -> Option<&'e str> {
    let verb = |word: &'e str| match word {
        "won't" => Some("will"),
        "can't" | "cannot" => Some("can"),
        _ => {
            let bare = word.strip_suffix("n't").unwrap_or(word);
            matches!(bare, "could" | "would" | "will" | "can" | "might" | "may").then_some(bare)
        }
    };
    let document = end.document;
    let first = |span| document.tokens_in(span).start;
    let of_hedge = clause.hedge.and_then(|hedge| verb(document.folded(first(hedge))));
    of_hedge.or_else(|| {
        let not = first(clause.negation?);
        let before =
            not.checked_sub(1).filter(|&at| document.folded(not) == "not" && at >= clause.tokens.start);
        verb(document.folded(before.unwrap_or(not)))
    })
}

/// True for a clause about what is possible either way: "might close", "perhaps did not close". What "could not" be is
/// impossible.
fn is_open(end: &End<'_>, clause: &Clause) -> bool {
    let document = end.document;
    let word = |span| document.folded(document.tokens_in(span).start);
    let open = |word: &str| {
        matches!(
            word,
            "may" | "might" | "mayn't" | "mightn't" | "perhaps" | "maybe" | "possibly" | "potentially"
        )
    };
    modal(end, clause).is_some_and(open) || clause.hedge.is_some_and(|hedge| open(word(hedge)))
}

/// True unless what one says as planned or possible may have turned out either way in the other. A verb of planning by itself
/// is a fact.
fn equally_sure((a, x, at): (&End<'_>, &Clause, usize), (b, y, bt): (&End<'_>, &Clause, usize)) -> bool {
    let certainty = |end: &End<'_>, clause: &Clause, at: usize| {
        let own = clause.hedge.is_some_and(|hedge| hedge.contains(end.document.span(at..at + 1)));
        if own { Certainty::Fact } else { clause.certainty }
    };
    // Somebody who "will not admit" something does not admit it now.
    let now = |end: &End<'_>, at: usize| {
        let word = end.document.folded(at);
        word.ends_with('s') && !word.ends_with("ss")
    };
    let habit = |p: &Clause, q: &Clause, end: &End<'_>, at: usize| {
        p.negated && p.certainty == Certainty::Future && !q.negated && now(end, at)
    };
    if habit(x, y, b, bt) || habit(y, x, a, at) {
        return true;
    }
    // Of what may be and may not be, neither is asserted.
    if x.negated != y.negated && is_open(a, x) && is_open(b, y) {
        return false;
    }
    // "Could reach it", "couldn't reach it".
    if x.negated != y.negated && modal(a, x).is_some_and(|verb| modal(b, y) == Some(verb)) {
        return true;
    }
    let (x, y) = (certainty(a, x, at), certainty(b, y, bt));
    x == y || x >= Certainty::Probable && y >= Certainty::Probable
}

/// An event reported as a fact and otherwise: the facet, the source and sentence of the other telling, the passages that
/// represent the two readings, and the judgement.
type Told = (Facet, (u32, usize), (Spot, Spot), Judgement, Cues);

/// Events that one of two sentences reports as a fact and the other, which is named, as hearsay or as untrue.
fn happenings(bundle: &Bundle<'_>, wordings: &mut Wordings<'_>, a: &End<'_>, b: &End<'_>) -> Vec<Told> {
    let (here, there) = (wordings.events(bundle, a), wordings.events(bundle, b));
    let mut found = Vec::new();
    for x in here.iter() {
        for y in there.iter() {
            let Some(met) = compare((a.document, x), (b.document, y)) else { continue };
            let facet = met.facet;
            // Certainty is compared over the whole event elsewhere.
            if facet == Facet::Modality
                || are_of_two_persons((a, Some(x.token)), (b, Some(y.token)), bundle.lexicon)
            {
                continue;
            }
            let scoped = |end: &End<'_>, event: &Event| {
                end.clause_at(event.token).is_some_and(|clause| is_scoped(end, clause))
            };
            if scoped(a, x) || scoped(b, y) {
                continue;
            }
            // "Did not decide it instead of others" may deny only the others.
            let (end, token) = if x.is_bare() { (b, y.token) } else { (a, x.token) };
            let instead =
                |at: usize| end.document.folded(at) == "instead" && end.document.folded(at + 1) == "of";
            if facet == Facet::Polarity && (token..end.sentence.tokens.end).any(instead) {
                continue;
            }
            // A source that hedges it anywhere does not state it as a fact.
            let (bare, sense) = if x.is_bare() { (a, x.sense) } else { (b, y.sense) };
            // What one is reported to have said, another may deny.
            let token = if x.is_bare() { x.token } else { y.token };
            let reported = || bare.is_reported(token, bundle.lexicon) || bare.is_quoted(token);
            let hedged = wordings.is_hedged_in(bundle, bare.source, sense);
            let hearsay = reported();
            let truth = |holds: bool| f64::from(u8::from(holds));
            let mut cues = vec![
                (Cue::Setting, ln(1.0 + met.shared as f64)),
                (Cue::Contained, met.contained),
                (Cue::OtherSubject, truth(met.apart)),
                (Cue::HedgedElsewhere, truth(hedged)),
                (Cue::Hearsay, truth(hearsay)),
            ];
            if !met.ruled_in || hedged || facet == Facet::Polarity && hearsay {
                cues.push((Cue::Ruled, 1.0));
            }
            cues.retain(|(_, value)| *value != 0.0);
            let other = if x.is_bare() { b } else { a };
            let ends = (carrier(facet, a, x), carrier(facet, b, y));
            found.push((facet, (other.source, other.number), ends, met.judgement, cues));
        }
    }
    found
}

/// The passage that represents an event in a reading: its cue, the word, and the words after it.
fn carrier(facet: Facet, end: &End<'_>, event: &Event) -> Spot {
    const AFTER: usize = 5;
    let clause = end.clause_at(event.token);
    let from = event.cue().map_or(event.token, |cue| cue.start.min(event.token));
    let last = clause.map_or(event.token + 1, |c| c.tokens.end).max(event.token + 1);
    let span = end.document.span(from..last.min(event.token + 1 + AFTER));
    let value = match facet {
        Facet::Polarity => Value::Polarity { asserted: event.is_bare() },
        _ => Value::Words { words: flat(span.slice(end.document.text())) },
    };
    Spot { source: end.source, span, value }
}

/// The words of a sentence, and its events.
type Read = (Rc<Wording>, Rc<Vec<Event>>);

/// The wordings and events of sentences, each computed once.
struct Wordings<'w> {
    linked: &'w Linked<'w, 'w>,
    /// For sentences without links.
    vocabulary: Vocabulary<'w>,
    read: BTreeMap<(u32, usize), Read>,
    /// The kinds of events that each source reports as hearsay, in any sentence.
    hedged: BTreeMap<u32, BTreeSet<u64>>,
}

impl Wordings<'_> {
    fn get(&mut self, bundle: &Bundle<'_>, end: &End<'_>) -> &Read {
        self.read.entry((end.source, end.number)).or_insert_with(|| {
            let wording = match self.linked.words(end) {
                Some(words) => Wording::of(&words.stretch, bundle.lexicon),
                None => {
                    let stretch = self.vocabulary.read(end.document, end.sentence.tokens.clone());
                    Wording::of(&stretch, bundle.lexicon)
                }
            };
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

    /// True for a clause without a hedge whose event its source also reports as hearsay, there or elsewhere.
    fn is_hearsay(&mut self, bundle: &Bundle<'_>, end: &End<'_>, clause: &Clause) -> bool {
        if clause.certainty != Certainty::Fact {
            return false;
        }
        let events = self.events(bundle, end);
        let Some(event) = events.iter().find(|event| Some(event.token) == clause.trigger) else {
            return false;
        };
        !event.is_bare() || self.is_hedged_in(bundle, end.source, event.sense)
    }

    /// True if a source reports a kind of event as hearsay in any sentence.
    fn is_hedged_in(&mut self, bundle: &Bundle<'_>, source: u32, sense: u64) -> bool {
        if !self.hedged.contains_key(&source) {
            let sentences = bundle.documents.get(source as usize).map_or(0, |d| d.sentences().len());
            let ends = (0..sentences as u32).filter_map(|n| bundle.end(source, n));
            let hedged = ends.flat_map(|end| {
                let events = self.events(bundle, &end);
                events.iter().filter(|e| e.is_hedged()).map(|e| e.sense).collect_vec()
            });
            let hedged = hedged.collect();
            self.hedged.insert(source, hedged);
        }
        self.hedged.get(&source).is_some_and(|hedged| hedged.contains(&sense))
    }
}

fn clause<'a>(bundle: &Bundle<'a>, node: Node) -> Option<&'a Clause> {
    bundle.mentions.get(node.source as usize)?.clauses.get(node.index as usize)
}

/// The passage that represents a clause in a reading.
fn stated(facet: Facet, end: &End<'_>, clause: &Clause) -> Spot {
    let value = match facet {
        Facet::Polarity => Value::Polarity { asserted: !clause.negated },
        _ => {
            let words = clause.hedge.or(clause.obligation).unwrap_or(clause.span);
            Value::Words { words: flat(words.slice(end.document.text())) }
        }
    };
    Spot { source: end.source, span: clause.span, value }
}

fn of_clauses(bundle: &Bundle<'_>, a: &End<'_>, b: &End<'_>, link: usize, score: f64) -> Vec<(Facet, Pair)> {
    let mut polarity: Vec<Pair> = Vec::new();
    let mut modality: Vec<Pair> = Vec::new();
    let theirs = b.within(&b.mentions.clauses, |c| c.sentence);
    for (i, x) in a.within(&a.mentions.clauses, |c| c.sentence) {
        for (j, y) in theirs.clone() {
            let (here, there) =
                (Within { document: a.document, clause: x }, Within { document: b.document, clause: y });
            let Some((facet, judgement)) = clause::compare(here, there, bundle.lexicon) else { continue };
            let pair = |judgement: Judgement| {
                let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
                Pair::new(a, b, judgement, score, Some(link))
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
