//! Comparison of clauses of linked sentences: is the same thing asserted and denied, or certain and merely possible?
//!
//! Contradictions in real news are rare, and false ones are easily found, because two sentences on one topic are usually
//! about different events (de Marneffe, Rafferty and Manning 2008). So a judgement requires the same trigger, overlapping
//! arguments, and nothing that explains the difference; anything else gives `None`.

mod certainty;
mod contrast;
pub mod converse;
pub mod event;
mod opposite;
mod party;
mod slot;
mod slot_weights;
pub mod telling;
mod wording;

pub use certainty::{Graded, certainty};
pub use contrast::{Contrast, Parallel, Sided, contrast, parallel};
pub use slot::{Phrase, Slot, SlotCue, slot};
pub use wording::Wording;

use crate::compare::{Facet, Judgement, Level};
use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::{Certainty, Clause, verb};
use crate::text::{Document, Shape, TokenKind, stem};

/// How many content words two clauses must share besides their trigger.
const SHARED: usize = 2;
/// The fraction of the content words in the shorter clause.
const CONTAINED: f64 = 0.5;
/// The confidence of two clauses with one trigger, what the share of their words and each shared word (four at most) add, and
/// the maximum.
const ONE_TRIGGER: f64 = 0.35;
const OF_CONTAINED: f64 = 0.3;
const OF_SHARED: f64 = 0.05;
const MOST: f64 = 0.9;
/// Subtracted if the triggers are opposites, which may both be true of one thing at two times.
const OPPOSITES: f64 = 0.1;
/// Subtracted if one is merely less certain: what one source doubts is often certain by the time the other is written.
const LESS_CERTAIN: f64 = 0.05;
/// The most words compared.
const LONGEST: usize = 60;

/// A clause with its document.
#[derive(Clone, Copy, Debug)]
pub struct Within<'a, 't> {
    /// The document.
    pub document: &'a Document<'t>,
    /// One of its clauses.
    pub clause: &'a Clause,
}

/// Compares two clauses of linked sentences. The facet is polarity or modality; `None` unless the support is strong. Facet,
/// relation and confidence do not depend on the order. Cost: the product of their word counts, bounded.
pub fn compare(a: Within<'_, '_>, b: Within<'_, '_>, lexicon: &Lexicon) -> Option<(Facet, Judgement)> {
    let (at, bt) = (a.clause.trigger?, b.clause.trigger?);
    let (x, y) = (a.clause, b.clause);
    // Cheap tests first: most pairs agree in both.
    let levels = (x.certainty as i8 - y.certainty as i8).abs();
    let antonyms = are_antonyms(a, b, lexicon);
    if x.negated == y.negated && levels < 2 && !antonyms {
        return None;
    }
    let same = antonyms || same_trigger(a, at, b, bt, lexicon);
    if !same {
        return None;
    }
    let overlap = overlap(a, b);
    if overlap.shared < SHARED
        || overlap.contained < CONTAINED
        || overlap.names_differ
        || antonyms && overlap.subjects_differ
        || antonyms && !overlap.dated && opposite::are_journeys(a.document.folded(at), b.document.folded(bt))
    {
        return None;
    }
    if is_of_a_noun(a) || is_of_a_noun(b) {
        return None;
    }
    if overlap.two_parties || are_of_two_things(a, at, b, bt, lexicon) {
        return None;
    }
    let firm = x.certainty >= Certainty::Probable && y.certainty >= Certainty::Probable;
    let of_shared = OF_SHARED * overlap.shared.min(4) as f64;
    let confidence = (ONE_TRIGGER + OF_CONTAINED * overlap.contained + of_shared).min(MOST);
    if firm && (x.negated != y.negated) != antonyms {
        let (denied, document) = if x.negated { (x, a.document) } else { (y, b.document) };
        let reason = match denied.negation {
            _ if antonyms => {
                format!("\"{}\" excludes \"{}\"", a.document.surface(at), b.document.surface(bt))
            }
            Some(cue) => {
                format!("asserted in one and denied in the other by \"{}\"", cue.slice(document.text()))
            }
            None => "asserted in one and denied in the other".to_owned(),
        };
        let confidence = if antonyms { confidence - OPPOSITES } else { confidence };
        let level = if antonyms { Level::Opposite } else { Level::Denied };
        return Some((Facet::Polarity, Judgement::new(level, confidence, reason)));
    }
    // What is planned or conditional in one may have happened in the other, so certainty does not differ.
    let unfinished = |c: &Clause| c.certainty < Certainty::Possible;
    if antonyms || x.negated != y.negated || unfinished(x) || unfinished(y) || levels < 2 {
        return None;
    }
    let (hedged, document) = if x.certainty < y.certainty { (x, a.document) } else { (y, b.document) };
    let cue = hedged.hedge?;
    // What may be, compared with what generally is.
    if matches!(crate::fold::fold(cue.slice(document.text())).as_str(), "may" | "might" | "could") {
        return None;
    }
    let reason = format!("a fact in one, \"{}\" in the other", cue.slice(document.text()));
    Some((Facet::Modality, Judgement::new(Level::Certainty, confidence - LESS_CERTAIN, reason)))
}

/// True if the trigger only says which things a denial is about: "none of the boats found in the bay belongs to the fleet".
fn is_of_a_noun(within: Within<'_, '_>) -> bool {
    let Within { document, clause } = within;
    let (Some(trigger), Some(cue)) = (clause.trigger, clause.negation) else { return false };
    let first = document.tokens_in(cue).start;
    let quantifier =
        matches!(document.folded(first), "no" | "none" | "neither" | "nobody" | "nothing") && first < trigger;
    let bare = trigger > 0 && !document.is(trigger - 1, Class::PlainAuxiliary);
    if !quantifier || !bare || !document.is(trigger + 1, Class::Preposition) {
        return false;
    }
    // The verb itself comes later.
    (trigger + 2..clause.tokens.end).any(|at| {
        let word = document.folded(at);
        let leads_on = document.is(at + 1, Class::Preposition) || document.is(at + 1, Class::Determiner);
        document.is(at, Class::PlainAuxiliary)
            || document.is(at, Class::IrregularPast)
            || word.len() > 4
                && (word.ends_with("ed") || word.ends_with('s') && !word.ends_with("ss") && leads_on)
    })
}

/// True if the complements of two triggers are different things: "voted on the budget", "voted on the treaty".
fn are_of_two_things(a: Within<'_, '_>, at: usize, b: Within<'_, '_>, bt: usize, lexicon: &Lexicon) -> bool {
    let complement = |w: Within<'_, '_>, at: usize| {
        let (preposition, head) = party::complement(w.document, at, w.clause.tokens.end)?;
        Some((preposition.to_owned(), head))
    };
    let (Some((p, x)), Some((q, y))) = (complement(a, at), complement(b, bt)) else { return false };
    let holds = |w: Within<'_, '_>, word: &str| {
        w.clause.tokens.clone().take(LONGEST).any(|at| stem(w.document.folded(at)) == stem(word))
    };
    p == q
        && !holds(a, b.document.folded(y))
        && !holds(b, a.document.folded(x))
        && !same_trigger(a, x, b, y, lexicon)
}

/// The same verb or noun by its stem, or two of one entry of the synonym table.
fn same_trigger(a: Within<'_, '_>, at: usize, b: Within<'_, '_>, bt: usize, lexicon: &Lexicon) -> bool {
    let (x, y) = (a.document.folded(at), b.document.folded(bt));
    let speech = |w: Within<'_, '_>, at: usize| {
        w.document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Speech))
    };
    // Two sources may say it and a third may not.
    if verb::is_auxiliary(x) || verb::is_auxiliary(y) || speech(a, at) || speech(b, bt) {
        return false;
    }
    if stem(x) == stem(y) {
        return true;
    }
    let entry = |w: Within<'_, '_>, at: usize| {
        let token = w.document.tokens().get(at)?;
        if !token.begins.contains(TableId::Synonym) {
            return None;
        }
        w.document.lookup(TableId::Synonym, at, lexicon).map(|(_, found)| &found.entry.canonical)
    };
    matches!((entry(a, at), entry(b, bt)), (Some(x), Some(y)) if x == y)
}

/// True if one trigger has a word that is the opposite of the other's.
fn are_antonyms(a: Within<'_, '_>, b: Within<'_, '_>, lexicon: &Lexicon) -> bool {
    let (Some(at), Some(bt)) = (a.clause.trigger, b.clause.trigger) else { return false };
    let (x, y) = (a.document.folded(at), b.document.folded(bt));
    let listed = |w: Within<'_, '_>, at: usize| {
        w.document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Antonym))
    };
    listed(a, at) && listed(b, bt) && opposite::in_table(x, y, lexicon)
        || opposite::are_verbs(x, y)
        || opposite::are_journeys(x, y)
}

struct Overlap {
    shared: usize,
    contained: f64,
    /// Both have names, or names before the trigger, and share none.
    names_differ: bool,
    /// Both have words before the trigger and share none: one loses what the other wins.
    subjects_differ: bool,
    /// They share a day.
    dated: bool,
    /// Each has a word before the trigger that the other lacks, and the two tell two parties apart.
    two_parties: bool,
}

/// What the two clauses share besides their triggers, by stems.
fn overlap(a: Within<'_, '_>, b: Within<'_, '_>) -> Overlap {
    let (x, y) = (arguments(a), arguments(b));
    let shared = x.iter().filter(|w| y.iter().any(|other| other.stem == w.stem)).count();
    let least = x.len().min(y.len()).max(1);
    let apart = |x: &[Argument], y: &[Argument]| {
        let named = |words: &[Argument]| words.iter().any(|w| w.name);
        named(x) && named(y) && !x.iter().any(|w| w.name && y.iter().any(|other| other.stem == w.stem))
    };
    let subjects =
        |words: &[Argument]| -> Vec<Argument> { words.iter().filter(|w| w.subject).cloned().collect() };
    let (p, q) = (subjects(&x), subjects(&y));
    let subjects_differ =
        !p.is_empty() && !q.is_empty() && !p.iter().any(|w| q.iter().any(|other| other.stem == w.stem));
    let own = |words: &[Argument], others: &[Argument]| -> Vec<Argument> {
        let told = |w: &&Argument| party::tells_apart(&w.word) && !others.iter().any(|o| o.stem == w.stem);
        words.iter().filter(told).cloned().collect()
    };
    let (here, there) = (own(&p, &y), own(&q, &x));
    let two_parties = here.iter().any(|w| there.iter().any(|o| party::exclude(&w.word, &o.word)));
    Overlap {
        two_parties,
        subjects_differ,
        dated: x.iter().any(|w| opposite::is_day(&w.stem) && y.iter().any(|other| other.stem == w.stem)),
        shared,
        contained: shared as f64 / least as f64,
        names_differ: apart(&x, &y) || apart(&subjects(&x), &subjects(&y)),
    }
}

/// True for a verb that follows a form of "be" and perhaps adverbs, and ends like a participle.
pub(crate) fn is_passive(document: &Document<'_>, first: usize, trigger: usize) -> bool {
    let mut before = (first..trigger).rev().take(3).map(|at| document.folded(at));
    let be = before.find(|word| !verb::is_adverb(word));
    !document.folded(trigger).ends_with("ing")
        && be.is_some_and(|word| matches!(word, "is" | "are" | "was" | "were" | "been" | "being" | "be"))
}

/// A content word of a clause, other than its trigger and cues.
#[derive(Clone, Debug)]
struct Argument {
    word: String,
    stem: String,
    name: bool,
    subject: bool,
}

fn arguments(within: Within<'_, '_>) -> Vec<Argument> {
    let Within { document, clause } = within;
    let mut words: Vec<Argument> = Vec::new();
    // In the passive, the actor is directly after "by".
    let passive = clause.trigger.is_some_and(|trigger| is_passive(document, clause.tokens.start, trigger));
    let by = clause.tokens.clone().find(|&at| clause.trigger < Some(at) && document.folded(at) == "by");
    let agent = by.map(|by| {
        let stops = |at: &usize| verb::is_preposition(document.folded(*at));
        by..(by + 1..clause.tokens.end).find(stops).unwrap_or(clause.tokens.end)
    });
    let subject = |at: usize| match passive {
        true => agent.as_ref().is_some_and(|agent| agent.contains(&at)),
        false => clause.trigger.is_some_and(|trigger| at < trigger),
    };
    for at in clause.tokens.clone().take(LONGEST) {
        let Some(token) = document.tokens().get(at) else { break };
        let word = document.folded(at);
        let cue = |span: Option<crate::Span>| span.is_some_and(|span| span.contains(token.span));
        let skip = Some(at) == clause.trigger
            || !matches!(token.kind, TokenKind::Word | TokenKind::Number)
            || cue(clause.negation)
            || cue(clause.hedge)
            || verb::is_auxiliary(word)
            || verb::is_determiner(word)
            || verb::is_preposition(word)
            || verb::is_conjunction(word)
            || verb::is_adverb(word)
            || matches!(
                word,
                "he" | "she" | "it" | "they" | "we" | "i" | "you" | "him" | "her" | "them" | "us" | "there"
            );
        if skip {
            continue;
        }
        let stem = stem(word).into_owned();
        let name = token.is_capitalised() && (at > clause.tokens.start || token.shape != Shape::Title);
        if !words.iter().any(|other| other.stem == stem) {
            words.push(Argument { word: word.to_owned(), stem, name, subject: subject(at) });
        }
    }
    words
}
