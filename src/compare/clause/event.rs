//! Events: what a sentence says happened, wherever it says so, with what certainty, and in what context.
//!
//! The verb of a clause is one event of several: "a video purporting to show the beheading of ..." asserts a video, hedges
//! what it shows, and names a beheading. So events are found by their words, each with the cue directly before it, and two
//! events are compared if they have the same words around them.

use std::ops::Range;

use super::wording::Wording;
use crate::compare::{Facet, Judgement, Level};
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::{Certainty, Clause, DenialKind, denies_nothing};
use crate::text::{Document, TokenKind, stem};

/// Tokens before and after an event that belong to it.
const REACH: usize = 9;
/// The most tokens between a cue and the event it governs, of which one may be a content word.
const GOVERNED: usize = 5;
/// How many content words both events must share in their context.
const SHARED: usize = 3;
/// The same if one is denied: two events of one kind, of which one did not happen, are common.
const DENIED: usize = 4;
/// The share of the context words of one event, the one with fewer, that both must have; and the same if one is denied.
const CONTAINED: f64 = 0.35;
const CONTAINED_DENIED: f64 = 0.5;
/// The confidence of two events told by one word, what each shared word (five at most) and their share add, and the maximum:
/// the word that two sentences use for what happened is seldom all of it.
const ONE_WORD: f64 = 0.45;
const OF_SHARED: f64 = 0.04;
const OF_CONTAINED: f64 = 0.15;
const MOST: f64 = 0.75;

/// How a sentence presents an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stance {
    /// Stated as a fact.
    Bare,
    /// Hearsay or possibility.
    Hedged,
    /// Not so.
    Denied,
    /// None of these: planned, conditional, likely, or both hedged and denied.
    Other,
}

/// An event named in a sentence.
#[derive(Clone, Debug)]
pub struct Event {
    /// The kind of event, as a number.
    pub sense: u64,
    /// Its word.
    pub token: usize,
    stance: Stance,
    /// The words that hedge or deny it.
    cue: Option<Range<usize>>,
    /// The content words around it, by meaning, in order, without repetition.
    around: Vec<u64>,
    /// The last word of the last name before it in its clause.
    subject: Option<u64>,
}

impl Event {
    /// True if it is stated as a fact.
    pub fn is_bare(&self) -> bool {
        self.stance == Stance::Bare
    }

    /// The words that hedge or deny it.
    pub fn cue(&self) -> Option<&Range<usize>> {
        self.cue.as_ref()
    }

    /// True if it is presented as hearsay or a possibility.
    pub fn is_hedged(&self) -> bool {
        self.stance == Stance::Hedged
    }
}

/// The events in a sentence, given its words and clauses. Linear in the tokens, times the words around an event.
pub fn events(
    document: &Document<'_>,
    wording: &Wording,
    clauses: &[&Clause],
    lexicon: &Lexicon,
) -> Vec<Event> {
    let mut found: Vec<Event> = Vec::new();
    let first = clauses.first().map_or(0, |c| c.tokens.start);
    // "Report says" is hearsay, whatever its grammar.
    let hearsay =
        |t: usize| matches!(document.folded(t), "report" | "reports" | "reported" | "rumours" | "rumors");
    let heard = wording.words.iter().any(|w| hearsay(w.token));
    for word in wording.words.iter().filter(|w| w.content) {
        let Some(token) = document.tokens().get(word.token) else { continue };
        let folded = document.folded(word.token);
        let shows = token.kind == TokenKind::Word
            && (folded.starts_with("show") || folded.starts_with("depict"))
            && matches!(&*stem(folded), "show" | "shown" | "depict");
        // A word in a name ("the Islamic State", "Operation Strike") is not an event.
        if !shows && (word.sense == word.key || token.is_capitalised()) {
            continue;
        }
        let Some(clause) = clauses.iter().find(|c| c.tokens.contains(&word.token)) else { continue };
        let (stance, cue) = match stance(document, word.token, clause, lexicon) {
            (Stance::Bare, _)
                if heard
                    || is_in_compound(document, word.token)
                    || is_claimed(document, first..word.token)
                    || is_wanted(document, clause, word.token) =>
            {
                (Stance::Other, None)
            }
            told => told,
        };
        let near = |t: usize| t.abs_diff(word.token) <= REACH && t != word.token;
        let mut around: Vec<u64> =
            wording.words.iter().filter(|w| w.content && near(w.token)).map(|w| w.sense).collect();
        around.sort_unstable();
        around.dedup();
        let before =
            wording.words.iter().rev().filter(|w| (clause.tokens.start..word.token).contains(&w.token));
        let named = |t: usize| t > first && document.tokens().get(t).is_some_and(|t| t.is_capitalised());
        let subject = before.filter(|w| named(w.token)).map(|w| w.key).next();
        found.push(Event { sense: word.sense, token: word.token, stance, cue, around, subject });
    }
    found
}

/// True for a part of a hyphenated word, which names a kind and asserts nothing: "use-of-force cases", "a Tuvian-born clerk".
/// Prefixes are an exception ("re-elected").
fn is_in_compound(document: &Document<'_>, at: usize) -> bool {
    const PREFIX: usize = 3;
    let hyphen = |at: usize| document.surface(at) == "-" && document.is_attached(at);
    let before =
        at.checked_sub(2).is_some_and(|first| hyphen(first + 1) && document.folded(first).len() > PREFIX);
    before && document.is_attached(at) || hyphen(at + 1) && document.is_attached(at + 2)
}

/// True after words by which somebody other than the reporter vouches for what follows: "the story claimed that".
pub fn is_claimed(document: &Document<'_>, before: Range<usize>) -> bool {
    before.into_iter().any(|at| match document.folded(at) {
        "claim" | "claims" | "rumor" | "rumors" | "rumour" | "rumours" | "hoax" | "allegation"
        | "allegations" => document.folded(at + 1) == "that",
        "claimed" | "claiming" | "alleged" | "alleges" | "alleging" => {
            document.folded(at + 1) == "that" || document.is(at + 1, Class::Determiner)
        }
        _ => false,
    })
}

/// True for what the verb of a clause is for or against: "backs the closure".
fn is_wanted(document: &Document<'_>, clause: &Clause, at: usize) -> bool {
    clause.trigger != Some(at)
        && (clause.tokens.start..at).any(|before| {
            let token = document.tokens().get(before);
            token.is_some_and(|t| t.kind == TokenKind::Word) && document.is_in(before, WordSet::ForOrAgainst)
        })
}

/// How an event is presented, and by which words.
fn stance(
    document: &Document<'_>,
    at: usize,
    clause: &Clause,
    lexicon: &Lexicon,
) -> (Stance, Option<Range<usize>>) {
    let tokens = |span| document.tokens_in(span);
    if let Some(denial) = clause
        .denial
        .filter(|d| d.kind == DenialKind::Statement && d.scope.contains(document.span(at..at + 1)))
    {
        return (Stance::Denied, Some(tokens(denial.cue)));
    }
    // The trigger, or the object of a light verb: "had not conducted a test".
    let own = clause.trigger.is_some_and(|trigger| {
        trigger == at || trigger < at && at - trigger <= 4 && document.is_in(trigger, WordSet::Light)
    });
    if own {
        let hedge = || clause.hedge.map(tokens);
        return match (clause.certainty, clause.negated) {
            (Certainty::Fact, false) if denied_near(document, at, clause.tokens.start, lexicon) => {
                (Stance::Other, None)
            }
            (Certainty::Fact, false) => (Stance::Bare, None),
            (Certainty::Fact | Certainty::Probable, true) => (Stance::Denied, clause.negation.map(tokens)),
            (Certainty::Possible, false) if !is_modal_verb(document, clause) => (Stance::Hedged, hedge()),
            (Certainty::Possible, true) if clause.denial.is_none() => match clause.negation.map(tokens) {
                // "Denied that they met": at most possible, and said not to be so.
                Some(cue) if document.is(cue.start, Class::Denies) => (Stance::Denied, Some(cue)),
                _ => (Stance::Other, None),
            },
            _ => (Stance::Other, None),
        };
    }
    let from = at.saturating_sub(GOVERNED + 2).max(clause.tokens.start);
    for start in (from..at).rev() {
        let begins = document.tokens().get(start).is_some_and(|t| t.begins.contains(TableId::Modal));
        if !begins {
            continue;
        }
        let Some((end, hit)) = document.lookup(TableId::Modal, start, lexicon) else { continue };
        let passed = (end..at).filter(|&t| {
            !(document.is(t, Class::PlainAuxiliary)
                || document.is(t, Class::Determiner)
                || document.is(t, Class::PlainAdverb)
                || document.folded(t) == "to")
        });
        if end > at || passed.count() > 1 {
            continue;
        }
        return match hit.entry.class.as_str() {
            "reported" => (Stance::Hedged, Some(start..end)),
            _ => (Stance::Other, None),
        };
    }
    if denied_near(document, at, clause.tokens.start, lexicon) || heard_before(document, at, clause, lexicon)
    {
        return (Stance::Other, None);
    }
    let firm = clause.certainty == Certainty::Fact && !clause.negated;
    (if firm { Stance::Bare } else { Stance::Other }, None)
}

/// A hearsay cue anywhere before in the clause: "alleged they were robbed and beaten".
fn heard_before(document: &Document<'_>, at: usize, clause: &Clause, lexicon: &Lexicon) -> bool {
    (clause.tokens.start..at).any(|t| {
        document.tokens().get(t).is_some_and(|t| t.begins.contains(TableId::Modal))
            && document
                .lookup(TableId::Modal, t, lexicon)
                .is_some_and(|(_, hit)| hit.entry.class == "reported")
    })
}

/// A negation cue shortly before: "one of six not to have signed", "said none were fired".
fn denied_near(document: &Document<'_>, at: usize, first: usize, lexicon: &Lexicon) -> bool {
    (at.saturating_sub(GOVERNED).max(first)..at).any(|t| {
        let begins = document.tokens().get(t).is_some_and(|t| t.begins.contains(TableId::Negation));
        begins
            && document
                .lookup(TableId::Negation, t, lexicon)
                .is_some_and(|(end, _)| !denies_nothing(document, &(t..end)))
    })
}

/// True if the only hedge is a bare "may" or "could", which can also be said of facts.
fn is_modal_verb(document: &Document<'_>, clause: &Clause) -> bool {
    let words = clause.hedge.map(|hedge| document.tokens_in(hedge));
    words.is_some_and(|at| at.len() == 1 && matches!(document.folded(at.start), "may" | "might" | "could"))
}

/// A pair of events of which one is presented as a fact and the other as hearsay or as denied.
#[derive(Clone, Debug)]
pub struct Met {
    /// Modality or polarity.
    pub facet: Facet,
    /// The judgement if both are the same event.
    pub judgement: Judgement,
    /// Content words around both.
    pub shared: usize,
    /// Their fraction of the words around the event that has fewer.
    pub contained: f64,
    /// True if two different names are the actors.
    pub apart: bool,
    /// True if a rule says that they are the same.
    pub ruled_in: bool,
}

/// Judges two events of one kind, presented as a fact in one sentence and as hearsay or denied in the other. Symmetric.
pub fn compare((a, x): (&Document<'_>, &Event), (b, y): (&Document<'_>, &Event)) -> Option<Met> {
    if x.sense != y.sense {
        return None;
    }
    let (told, document) = match (x.stance, y.stance) {
        (Stance::Bare, Stance::Hedged | Stance::Denied) => (y, b),
        (Stance::Hedged | Stance::Denied, Stance::Bare) => (x, a),
        _ => return None,
    };
    let shared = x.around.iter().filter(|w| y.around.binary_search(w).is_ok()).count();
    let contained = shared as f64 / x.around.len().min(y.around.len()).max(1) as f64;
    let apart = match (x.subject, y.subject) {
        (Some(one), Some(other)) => one != other && !y.around.contains(&one) && !x.around.contains(&other),
        _ => false,
    };
    let (least, part) =
        if told.stance == Stance::Denied { (DENIED, CONTAINED_DENIED) } else { (SHARED, CONTAINED) };
    let ruled_in = shared >= least && contained >= part && !apart;
    let cue = document.span(told.cue.clone()?).slice(document.text());
    let confidence = (ONE_WORD + OF_SHARED * shared.min(5) as f64 + OF_CONTAINED * contained).min(MOST);
    let (facet, judgement) = if told.stance == Stance::Hedged {
        let reason = format!("a fact in one, \"{cue}\" in the other");
        (Facet::Modality, Judgement::new(Level::Certainty, confidence, reason))
    } else {
        let reason = format!("asserted in one and denied in the other by \"{cue}\"");
        (Facet::Polarity, Judgement::new(Level::Denied, confidence, reason))
    };
    (shared > 0).then_some(Met { facet, judgement, shared, contained, apart, ruled_in })
}
