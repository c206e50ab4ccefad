//! Tellings: with what certainty a sentence reports an event, or says what somebody is.
//!
//! "Was abducted" and "was allegedly abducted" are two tellings of one event, whatever else their sentences say. A cue
//! governs the verb after it ("appeared to have damaged"), the noun it modifies ("an apparent suicide"), or the clause that
//! depends on it ("it is not clear whether the hostages were killed"). A word governed by no cue is a fact, unless something
//! else in its clause weakens it: a condition, a question, a denial, a wish.

mod cue;
mod fact;

use std::ops::Range;

use cue::{Aim, cue_at};
pub use fact::is_weakened;
use fact::{is_denied, is_doubted, is_fact, is_heard, is_thought};

use super::wording::Wording;
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::{Certainty, Clause, DenialKind, verb};
use crate::text::{Document, TokenKind};

/// How certain something is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// As a fact: "abducted".
    Fact,
    /// As an appearance: "apparently", "is believed to have", "the suspected gunman".
    Apparent,
    /// As hearsay: "allegedly", "claims to have", "reports say".
    Hearsay,
    /// As possible or unknown: "may have", "it is not clear whether".
    Unclear,
    /// As an attempt.
    Tried,
    /// In the future, as possible.
    May,
    /// In the future, as expected.
    Expected,
    /// In the future, as certain.
    Will,
    /// As advice: "urged to stay inside".
    Urged,
    /// As an order.
    Ordered,
    /// As untrue.
    Denied,
}

impl Way {
    /// True if readers would want to know that one thing is reported in these two ways. Symmetric.
    pub fn differs_from(self, other: Self) -> bool {
        use Way::{Apparent, Denied, Expected, Fact, Hearsay, May, Ordered, Tried, Unclear, Urged, Will};
        matches!(
            (self.min(other), self.max(other)),
            (Fact, Apparent | Hearsay | Unclear | Tried | Denied) | (May | Expected, Will) | (Urged, Ordered)
        )
    }

    /// True if, for the same event, the two are different readings: a weaker condition than [`Way::differs_from`].
    pub fn is_another(self, other: Self) -> bool {
        self != other && self.of_what_is() && other.of_what_is()
    }

    fn of_what_is(self) -> bool {
        self <= Self::Tried
    }
}

/// A word for an event or for what somebody is, with the way it is told.
#[derive(Clone, Debug)]
pub struct Telling {
    /// The word.
    pub token: usize,
    /// What it is compared by: all words of one entry of the synonym table have the same sense.
    pub sense: u64,
    /// Its base form.
    pub key: u64,
    /// How it is told.
    pub way: Way,
    /// The words that say so.
    pub cue: Option<Range<usize>>,
    /// True for the object of the verb that the cue governs: the verb may differ in the other source.
    pub of_object: bool,
    /// True for a word for a perpetrator: it needs a name to be about somebody.
    pub of_person: bool,
}

/// The most tokens between a cue and the word it governs.
const REACH: usize = 7;
/// The most tokens from a verb that takes a clause to the verb of that clause.
const CLAUSE: usize = 14;

/// The cues in a sentence with the words they govern. Linear in the tokens, times the reach.
pub fn hedged(
    document: &Document<'_>,
    sentence: &Range<usize>,
    clauses: &[&Clause],
) -> Vec<(Way, Range<usize>, usize)> {
    let mut found = Vec::new();
    if is_question(document, sentence) || is_doubted(document, sentence) {
        return found;
    }
    let mut at = sentence.start;
    while at < sentence.end {
        let Some((way, end, aim)) = cue_at(document, at, sentence) else {
            at += 1;
            continue;
        };
        let target = match aim {
            Aim::Verb => governed(document, end, sentence),
            Aim::Noun => head(document, end, sentence),
            Aim::Clause => {
                let limit = sentence.end.min(end + CLAUSE);
                let triggers = clauses.iter().filter_map(|c| Some((c.trigger?, c.tokens.end)));
                let first = triggers.filter(|(t, _)| (end..limit).contains(t)).min();
                first.and_then(|(trigger, last)| predicate(document, trigger, last.min(limit), sentence))
            }
            Aim::Infinitive => {
                let to = (end..sentence.end.min(end + REACH)).find(|&t| document.folded(t) == "to");
                to.and_then(|to| governed(document, to + 1, sentence))
            }
        };
        if let Some(target) = target.filter(|_| !is_denied(document, at, sentence)) {
            found.push((way, at..end, target));
        }
        at = end;
    }
    found.extend(clauses.iter().filter_map(|clause| denied(document, sentence, clause)));
    found
}

/// What is told by a clause with this trigger: the verb, but not a participle that only describes the subject ("the crew held
/// in Leku has been freed"), nor a noun for an event in a clause without a verb ("claims a victory").
fn predicate(document: &Document<'_>, trigger: usize, end: usize, sentence: &Range<usize>) -> Option<usize> {
    let stops = |at: &usize| {
        document.is(*at, Class::Conjunction)
            || document
                .tokens()
                .get(*at)
                .is_none_or(|t| t.kind != TokenKind::Word && t.kind != TokenKind::Number)
    };
    let auxiliary = |at: usize| document.is(at, Class::PlainAuxiliary);
    let word = document.folded(trigger);
    let past = document.is(trigger, Class::IrregularPast) || verb::is_regular_past(word);
    let before = (sentence.start..trigger).rev().find(|&at| !verb::is_adverb(document.folded(at)));
    if past && !before.is_some_and(auxiliary) {
        let rest = (trigger + 1..end).take_while(|at| !stops(at));
        if let Some(auxiliary) = rest.into_iter().find(|&at| auxiliary(at)) {
            return governed(document, auxiliary, sentence);
        }
    }
    let nominal = ["al", "ion", "ment", "ance", "ence", "ure", "ery"].iter().any(|end| word.ends_with(end))
        || before.is_some_and(|at| document.is(at, Class::Determiner));
    (past || before.is_some_and(auxiliary) || !nominal).then_some(trigger)
}

/// What a clause denies: its own verb, or what its subject denies.
fn denied(
    document: &Document<'_>,
    sentence: &Range<usize>,
    clause: &Clause,
) -> Option<(Way, Range<usize>, usize)> {
    if let Some(denial) = clause.denial.filter(|d| d.kind == DenialKind::Statement) {
        let scope = document.tokens_in(denial.scope);
        return Some((
            Way::Denied,
            document.tokens_in(denial.cue),
            governed(document, scope.start, sentence)?,
        ));
    }
    let told = clause.negated && clause.certainty >= Certainty::Probable && clause.denial.is_none();
    let cue = clause.negation.filter(|_| told)?;
    let trigger = clause.trigger.filter(|&at| !document.is(at, Class::PlainAuxiliary))?;
    Some((Way::Denied, document.tokens_in(cue), trigger))
}

/// The tellings in a sentence that have cues: the word that each cue governs, and the object of a verb.
pub fn cued(
    document: &Document<'_>,
    sentence: &Range<usize>,
    wording: &Wording,
    cues: &[(Way, Range<usize>, usize)],
) -> Vec<Telling> {
    let mut found = Vec::new();
    let word = |token: usize| wording.words.iter().find(|w| w.token == token && w.content);
    for (way, cue, target) in cues {
        if document.tokens().get(*target).is_some_and(|t| t.begins.contains(TableId::Speech)) {
            continue;
        }
        let mut add = |token: usize, of_object: bool| {
            let Some(word) = word(token) else { return };
            let doer = document.is_in(token, WordSet::Doer);
            let of_person = doer || is_person(document, token);
            let sense = if doer { DOER } else { word.sense };
            found.push(Telling {
                token,
                sense,
                key: word.key,
                way: *way,
                cue: Some(cue.clone()),
                of_object,
                of_person,
            });
        };
        add(*target, false);
        if let Some(object) = object(document, *target, sentence) {
            add(object, true);
        }
    }
    // "The suspect is X".
    for word in wording.words.iter().filter(|w| is_suspect(document.folded(w.token))) {
        let token = word.token;
        let cue = Some(token..token + 1);
        let way = Way::Apparent;
        found.push(Telling {
            token,
            sense: DOER,
            key: word.key,
            way,
            cue,
            of_object: false,
            of_person: true,
        });
    }
    found
}

/// The words of a sentence that are told as facts, among those with the given senses. Linear in the tokens, times the words
/// before.
pub fn plain(
    document: &Document<'_>,
    sentence: &Range<usize>,
    wording: &Wording,
    clauses: &[&Clause],
    cues: &[(Way, Range<usize>, usize)],
    lexicon: &Lexicon,
    mut asked: impl FnMut(u64) -> bool,
) -> Vec<Telling> {
    let mut found = Vec::new();
    if is_question(document, sentence) || is_heard(document, sentence) || is_doubted(document, sentence) {
        return found;
    }
    if is_thought(document, sentence) {
        return found;
    }
    for word in wording.words.iter().filter(|w| w.content) {
        let token = word.token;
        let of_person = document.is_in(token, WordSet::Doer);
        let sense = if of_person { DOER } else { word.sense };
        if !asked(sense) || !is_fact(document, token, sentence, clauses, cues, lexicon) {
            continue;
        }
        let way = Way::Fact;
        found.push(Telling { token, sense, key: word.key, way, cue: None, of_object: false, of_person });
    }
    found
}

/// The sense shared by all words for perpetrators.
const DOER: u64 = 1;

/// What the word at a token is compared by in tellings, given its sense elsewhere.
pub fn sense_of(document: &Document<'_>, token: usize, sense: u64) -> u64 {
    if document.is_in(token, WordSet::Doer) { DOER } else { sense }
}

/// True for a noun for what somebody is, by the tables or its ending: "the alleged thief was caught" does not doubt the
/// catch.
fn is_person(document: &Document<'_>, at: usize) -> bool {
    let word = document.folded(at);
    let begins = |table: TableId| document.tokens().get(at).is_some_and(|t| t.begins.contains(table));
    let ends = ["er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women"];
    begins(TableId::Role)
        || matches!(word, "thief" | "thieves" | "spy" | "spies" | "victim" | "victims" | "member" | "members")
        || ends.iter().any(|end| word.ends_with(end)) && !begins(TableId::Synonym)
}

fn is_suspect(word: &str) -> bool {
    matches!(word, "suspect" | "suspects")
}

fn is_word(document: &Document<'_>, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

fn is_passed(document: &Document<'_>, at: usize) -> bool {
    let word = document.folded(at);
    document.is(at, Class::PlainAuxiliary) || verb::is_adverb(word) || matches!(word, "to" | "have" | "being")
}

/// The content word that a cue before a token governs: the verb or the predicate.
fn governed(document: &Document<'_>, from: usize, sentence: &Range<usize>) -> Option<usize> {
    let limit = sentence.end.min(from + REACH);
    let first = (from..limit).find(|&at| !is_passed(document, at))?;
    if document.is(first, Class::Determiner) || document.is(first, Class::Preposition) {
        return head(document, first, sentence);
    }
    is_word(document, first).then_some(first).filter(|&at| !document.is(at, Class::FunctionWord))
}

/// The last word of a noun phrase that begins at a token, up to a name, a mark or a function word.
pub(super) fn head(document: &Document<'_>, from: usize, sentence: &Range<usize>) -> Option<usize> {
    let limit = sentence.end.min(from + REACH);
    let opens = |at: &usize| {
        document.is(*at, Class::Determiner)
            || document.is(*at, Class::Preposition)
            || document.surface(*at) == "-"
    };
    let first = (from..limit).find(|at| !opens(at))?;
    let mut found = None;
    for at in first..limit {
        let joins = document.surface(at) == "-" && document.is_attached(at);
        if joins {
            continue;
        }
        let ends = !is_word(document, at)
            || document.is(at, Class::FunctionWord)
            || document.is(at, Class::PlainAuxiliary)
            || document.tokens().get(at).is_some_and(|t| t.is_capitalised() && found.is_some());
        if ends {
            break;
        }
        found = Some(at);
    }
    found
}

/// The head of the object directly after a verb: "damaged his fingertips".
fn object(document: &Document<'_>, verb: usize, sentence: &Range<usize>) -> Option<usize> {
    let next = verb + 1;
    let opens = document.is(next, Class::Determiner)
        || is_word(document, next)
            && !document.is(next, Class::FunctionWord)
            && !verb::is_adverb(document.folded(next))
            && document.tokens().get(next).is_some_and(|t| !t.is_capitalised());
    if !opens || next >= sentence.end {
        return None;
    }
    head(document, next, sentence)
}

/// True for a verb by which a statement is only somebody's claim.
pub fn is_claim(word: &str) -> bool {
    matches!(word, "claim" | "claims" | "claimed" | "claiming" | "allege" | "alleges" | "alleging")
        || matches!(word, "sources" | "reports")
}

/// True for a cue that accuses somebody: "accused of", "suspected of", but not "a suspected attack".
pub fn is_accusation(document: &Document<'_>, cue: &Range<usize>) -> bool {
    matches!(document.folded(cue.start), "accused" | "suspected") && document.folded(cue.start + 1) == "of"
}

/// True if words of a sentence tell something as hearsay: "reportedly", "is said to".
pub fn is_hearsay(document: &Document<'_>, mut words: Range<usize>, sentence: &Range<usize>) -> bool {
    words.any(|at| cue_at(document, at, sentence).is_some_and(|(way, ..)| way == Way::Hearsay))
}

/// True for a question.
pub fn is_question(document: &Document<'_>, sentence: &Range<usize>) -> bool {
    let last = sentence.end.checked_sub(1).filter(|&at| at >= sentence.start);
    last.into_iter().chain(last.and_then(|at| at.checked_sub(1))).any(|at| document.surface(at) == "?")
}
