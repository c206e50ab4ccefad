//! Denials: "denied a meeting" reports an event that was refused, "denied that they met" a statement that its subject
//! rejects. In the second, the reporter takes no side, so nobody's own claim is reversed.

use std::ops::Range;

use super::{Certainty, Clause, Reader, verb};
use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::tag::Tag;
use crate::span::Span;
use crate::text::{Document, TokenKind};

/// The "that" after words that call what follows untrue, given their "it": "it is false that", "it is not the case that".
pub(crate) fn untrue(document: &Document<'_>, it: usize) -> Option<usize> {
    /// The most adverbs and negations between the verb and the verdict.
    const BETWEEN: usize = 3;
    let mut at = it + 1;
    let mut denied = match document.folded(at) {
        _ if document.folded(it) != "it" => return None,
        "is" | "was" | "'s" => false,
        "isn't" | "wasn't" => true,
        _ => return None,
    };
    at += 1;
    for _ in 0..BETWEEN {
        match document.folded(at) {
            "not" => denied = !denied,
            word if verb::is_adverb(word) => {}
            _ => break,
        }
        at += 1;
    }
    match document.folded(at) {
        "true" | "correct" => {}
        "the" if document.folded(at + 1) == "case" => at += 1,
        "false" | "untrue" | "incorrect" => denied = !denied,
        _ => return None,
    }
    (denied && document.folded(at + 1) == "that").then_some(at + 1)
}

/// The end of words at a token that deny a need, up to the word for it: "without the | need", "free of the | obligation".
pub(crate) fn denied_need(document: &Document<'_>, at: usize) -> Option<usize> {
    let word = |at: usize| document.folded(at);
    let mut next = match word(at) {
        "without" => at + 1,
        _ if matches!(word(at + 1), "of" | "from") => at + 2,
        _ => return None,
    };
    if document.is(next, Class::Determiner) {
        next += 1;
    }
    let needs = match word(next) {
        "need" | "needing" | "obligation" | "requirement" => true,
        "having" => word(next + 1) == "to",
        "being" => matches!(word(next + 1), "required" | "obliged"),
        _ => false,
    };
    needs.then_some(next)
}

/// True for a verb at a token by which somebody rejects a statement: "denied that", "denies having", "denied the report".
pub(crate) fn rejects(document: &Document<'_>, at: usize) -> bool {
    /// The most words between the verb and what is denied.
    const BETWEEN: usize = 5;
    if !document.folded(at).starts_with("den") {
        return false;
    }
    let first = document.folded(at + 1);
    first.len() > 4 && first.ends_with("ing")
        || (at + 1..=at + BETWEEN)
            .take_while(|&next| document.tokens().get(next).is_some_and(|t| t.kind == TokenKind::Word))
            .any(|next| {
                document.folded(next) == "that" || crate::lexicon::closed::is_deniable(document.folded(next))
            })
}

/// What is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DenialKind {
    /// "Denied the envoy a meeting", "was denied entry": the noun phrase names what did not happen or was not given.
    Event,
    /// "Denied that they met", "denied meeting them", "denied the report": a statement that the subject rejects.
    Statement,
}

/// A denial within a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Denial {
    /// Whether an event or a statement is denied.
    pub kind: DenialKind,
    /// The denying word.
    pub cue: Span,
    /// The words in its scope.
    pub scope: Span,
}

const DENIES: Tag = Tag::of(Class::Denies);
const STOPS: Tag = Tag::COMMA.or(Tag::SEMICOLON).or(Tag::COLON).or(Tag::DASH).or(Tag::QUOTE);
/// How far before a denial its own negation may be ("is unable to confirm or deny"), in tokens.
const NEGATED: usize = 6;
/// The longest object that is considered, in tokens.
const LONGEST: usize = 24;

/// The object of a denial: its kind, its tokens, and the "that" that introduces a clause.
struct Object {
    kind: DenialKind,
    scope: Range<usize>,
    that: Option<usize>,
}

impl Reader<'_, '_> {
    /// Adds the denials of a sentence to its clauses. Clauses in the scope of a denial become negated and at most possible.
    pub(super) fn denials(&self, sentence: Range<usize>, clauses: &mut [Clause]) {
        self.verdicts(sentence.clone(), clauses);
        let mut next = sentence.start;
        while let Some(at) = self.tags.find(next..sentence.end, DENIES) {
            next = at + 1;
            let own = clauses.partition_point(|c| c.tokens.end <= at);
            if self.is_negated(at, sentence.start) {
                continue;
            }
            let Some(object) = self.object(at, sentence.clone()) else { continue };
            let [cue, scope] = [at..at + 1, object.scope.clone()].map(|tokens| self.document.span(tokens));
            if let Some(clause) =
                clauses.get_mut(own).filter(|c| c.tokens.contains(&at) && c.denial.is_none())
            {
                clause.denial = Some(Denial { kind: object.kind, cue, scope });
            }
            let Some(that) = object.that else { continue };
            let content = clauses.partition_point(|c| c.tokens.end <= that + 1);
            let told = |c: &Clause| c.trigger.is_some_and(|trigger| trigger > that);
            if let Some(content) = clauses.get_mut(content).filter(|c| told(c)) {
                content.negated = !content.negated;
                content.negation = Some(self.document.span(at..that + 1));
                content.certainty = content.certainty.min(Certainty::Possible);
            }
        }
    }

    /// Negates the clauses that a sentence calls untrue: "it is false that the dam burst".
    fn verdicts(&self, sentence: Range<usize>, clauses: &mut [Clause]) {
        let mut next = sentence.start + 1;
        while let Some(at) = self.tags.find(next..sentence.end, Tag::AUXILIARY) {
            next = at + 1;
            let Some(that) = untrue(self.document, at - 1).filter(|&that| that < sentence.end) else {
                continue;
            };
            let content = clauses.partition_point(|c| c.tokens.end <= that + 1);
            let told = |c: &Clause| c.trigger.is_some_and(|trigger| trigger > that);
            if let Some(content) = clauses.get_mut(content).filter(|c| told(c)) {
                content.negated = !content.negated;
                content.negation = Some(self.document.span(at - 1..that + 1));
            }
        }
    }

    /// "Did not deny", "neither confirmed nor denied", "unable to deny".
    fn is_negated(&self, at: usize, first: usize) -> bool {
        (at.saturating_sub(NEGATED).max(first)..at).any(|before| {
            self.tags.any(before, Tag::CUE)
                && self
                    .document
                    .lookup(TableId::Negation, before, self.lexicon)
                    .is_some_and(|(_, hit)| matches!(hit.entry.class.as_str(), "forward" | "double"))
        })
    }

    /// What the verb at a token denies.
    fn object(&self, verb: usize, sentence: Range<usize>) -> Option<Object> {
        let refuses = self.document.folded(verb).starts_with("ref");
        let limit = sentence.end.min(verb + LONGEST);
        // "Denied on Monday that", "has denied repeatedly that".
        let mut start = verb + 1;
        while start < limit && self.tags.any(start, Tag::ADVERB) {
            start += 1;
        }
        if self.tags.is(start, Class::Preposition) && self.document.folded(start) == "on" {
            start += 2;
        }
        let end = self.tags.find(start..limit, STOPS.or(Tag::FULL_STOP)).unwrap_or(limit);
        let statement =
            |scope, that| (!refuses).then_some(Object { kind: DenialKind::Statement, scope, that });
        let event = |scope| Some(Object { kind: DenialKind::Event, scope, that: None });
        if start < end && self.document.folded(start) == "that" {
            return statement(start + 1..end, Some(start));
        }
        let passive = self.is_passive(verb, sentence.start);
        // "The report was denied by the army."
        let bare = start >= end
            || self.tags.is(start, Class::Preposition)
            || self.tags.is(start, Class::Conjunction);
        if bare {
            return match passive {
                Some(auxiliary) => {
                    let subject = self.subject_of(auxiliary, sentence.start);
                    if subject.is_empty() { None } else { statement(subject, None) }
                }
                None => None,
            };
        }
        if self.tags.any(start, Tag::PARTICIPLE) && self.tags.any(start, Tag::WORD) {
            return statement(start..end, None);
        }
        let phrase = start..self.phrase_end(start, end);
        if passive.is_some() {
            return event(phrase);
        }
        let words = |range: Range<usize>| range.into_iter().map(|at| self.document.folded(at));
        let states = |word: &str| crate::lexicon::closed::is_deniable(word);
        if words(phrase.clone()).any(states) {
            let that = (phrase.end..end.min(phrase.end + 2)).find(|&at| self.document.folded(at) == "that");
            return statement(start..end, that);
        }
        // "Denied it".
        if phrase.len() == 1 && matches!(self.document.folded(start), "it" | "this" | "them" | "so") {
            return statement(phrase, None);
        }
        // "Denied the envoy a meeting", "denied them shelter".
        let second = (start + 1..phrase.end).find(|&at| {
            self.tags.is(at, Class::Determiner) && !self.tags.is(at - 1, Class::Determiner)
                || at == start + 1 && is_object(self.document.folded(start))
        });
        // "Denied the army attacked": a clause without "that".
        let verb = self.tags.any(phrase.end, Tag::VERB) && phrase.end < end && second.is_none();
        if verb {
            return statement(start..end, None);
        }
        event(second.unwrap_or(start)..phrase.end)
    }

    /// The auxiliary that makes the verb at a token passive.
    fn is_passive(&self, verb: usize, first: usize) -> Option<usize> {
        let mut at = verb;
        while at > first && verb - at < 4 && self.tags.any(at - 1, Tag::ADVERB) {
            at -= 1;
        }
        let before = at.checked_sub(1).filter(|&before| before >= first)?;
        self.tags.is(before, Class::Be).then_some(before)
    }

    /// The words before an auxiliary, back to a punctuation mark.
    fn subject_of(&self, auxiliary: usize, first: usize) -> Range<usize> {
        let mut end = auxiliary;
        while end > first && self.tags.any(end - 1, Tag::AUXILIARY.or(Tag::ADVERB)) {
            end -= 1;
        }
        let mut start = end;
        while start > first.max(end.saturating_sub(LONGEST)) && !self.tags.any(start - 1, STOPS) {
            start -= 1;
        }
        start..end
    }

    /// Where the noun phrase at a token ends; "of" continues it.
    fn phrase_end(&self, start: usize, end: usize) -> usize {
        const BORDERS: Tag = Tag::of(Class::Preposition).or(Tag::of(Class::Conjunction)).or(Tag::VERB);
        let goes_on = |at: usize| !self.tags.any(at, BORDERS) || self.document.folded(at) == "of";
        (start + 1..end).find(|&at| !goes_on(at)).unwrap_or(end)
    }
}

/// Pronouns that can be a first object.
fn is_object(word: &str) -> bool {
    matches!(word, "him" | "her" | "them" | "us" | "me" | "you" | "it")
}
