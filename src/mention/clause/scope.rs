//! Negation, certainty and obligation of a clause, from cues with a scope (after ConText, Harkema et al. 2009).

use std::ops::Range;

use super::{Certainty, Reader};
use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::tag::Tag;
use crate::text::{Document, Token, TokenKind};

/// How many tokens a forward cue reaches, unless it belongs to the verb group.
const REACH: usize = 8;

/// The combined effect of a clause's cues.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub(super) negated: bool,
    pub(super) negation: Option<Range<usize>>,
    pub(super) certainty: Certainty,
    pub(super) hedge: Option<Range<usize>>,
    pub(super) obligation: Option<Range<usize>>,
}

impl Reader<'_, '_> {
    /// Reads the cues of a clause. Pseudo-cues are matched first, as the longest form at a position; two cues over one
    /// trigger cancel.
    pub(super) fn scope(&self, tokens: Range<usize>, trigger: Option<usize>) -> Scope {
        let (document, lexicon) = (self.document, self.lexicon);
        let mut scope = Scope {
            negated: false,
            negation: None,
            certainty: Certainty::Fact,
            hedge: None,
            obligation: None,
        };
        let Some(trigger) = trigger else { return scope };
        let before = tokens
            .start
            .checked_sub(1)
            .filter(|&at| matches!(document.folded(at), "if" | "unless" | "whether"));
        if let Some(at) = before {
            scope.certainty = Certainty::Hypothetical;
            scope.hedge = Some(at..at + 1);
        }
        let mut at = tokens.start;
        while let Some(cue) = self.tags.find(at..tokens.end, Tag::CUE) {
            at = cue;
            let Some(token) = document.tokens().get(at) else { break };
            let mut next = at + 1;
            if token.begins.contains(TableId::Negation) {
                if let Some((end, found)) = document.lookup(TableId::Negation, at, lexicon) {
                    let cue = at..end.min(tokens.end);
                    match found.entry.class.as_str() {
                        "forward" if denies_nothing(document, &cue) => {}
                        // "Wasn't just" says more, not less.
                        "forward" if is_more(document.folded(end)) => {}
                        // "Not 23, as first reported" corrects a figure.
                        "forward"
                            if document.folded(at) == "not"
                                && document
                                    .tokens()
                                    .get(end)
                                    .is_some_and(crate::text::Token::may_begin_number) => {}
                        // "Neither the tug nor the ferry": one denial.
                        "forward" if document.folded(at) == "nor" && scope.negation.is_some() => {}
                        "forward" if self.reaches(&cue, trigger) => {
                            scope.negated = !scope.negated;
                            scope.negation =
                                Some(scope.negation.take().map_or(cue.clone(), |old| old.start..cue.end));
                        }
                        "backward"
                            if cue.contains(&trigger)
                                || trigger < cue.start && cue.start - trigger <= REACH =>
                        {
                            scope.negated = !scope.negated;
                            scope.negation = Some(cue.clone());
                        }
                        "possible" => lower(&mut scope, Certainty::Possible, cue.clone()),
                        _ => {}
                    }
                    next = end;
                }
            }
            // Capitalised "May" is a month, except at the start.
            let is_name = token.is_capitalised() && at > tokens.start;
            let modal = document.lookup(TableId::Modal, at, lexicon).filter(|_| !is_name);
            match modal {
                Some((end, found)) => {
                    let cue = at..end.min(tokens.end);
                    // "The alleged thief was arrested": only the description is in doubt.
                    let describes = cue.len() == 1
                        && at > tokens.start
                        && self.tags.is(at - 1, Class::Determiner)
                        && cue.end != trigger
                        && !self.tags.any(at, Tag::AUXILIARY.or(Tag::ADVERB));
                    let near = !describes && self.governs(&cue, trigger);
                    match found.entry.class.as_str() {
                        "must" | "should" if near => scope.obligation = Some(cue),
                        "probable" if near => lower(&mut scope, Certainty::Probable, cue),
                        "possible" | "reported" if near => lower(&mut scope, Certainty::Possible, cue),
                        "future" if near => lower(&mut scope, Certainty::Future, cue),
                        "hypothetical" => lower(&mut scope, Certainty::Hypothetical, cue),
                        _ => {}
                    }
                    next = next.max(end);
                }
                None if document.folded(at) == "would" && at < trigger => {
                    lower(&mut scope, Certainty::Future, at..at + 1);
                }
                None => {}
            }
            at = next;
        }
        scope
    }

    /// A modal or hedge governs the next verb if only auxiliaries, adverbs and one other word are between; an adverb may also
    /// follow its verb.
    fn governs(&self, cue: &Range<usize>, trigger: usize) -> bool {
        if trigger < cue.end {
            return cue.start <= trigger + 1;
        }
        let passed = Tag::AUXILIARY.or(Tag::ADVERB);
        let others =
            (cue.end..trigger).filter(|&at| !(self.tags.any(at, passed) || self.document.folded(at) == "to"));
        trigger - cue.end <= REACH && others.take(2).count() <= 1
    }

    /// A cue within the verb group reaches across it, whatever its length; any other cue reaches a few words, up to a
    /// boundary.
    fn reaches(&self, cue: &Range<usize>, trigger: usize) -> bool {
        if cue.contains(&trigger) {
            return true;
        }
        if trigger < cue.start {
            // "Was not", where "was" is the only verb.
            return self.tags.any(trigger, Tag::AUXILIARY) && cue.start - trigger <= 2;
        }
        let between = cue.end..trigger;
        if between.len() > REACH {
            return false;
        }
        !between.clone().any(|at| {
            self.tags.any(at, Tag::COMMA.or(Tag::SEMICOLON).or(Tag::COLON))
                || matches!(
                    self.document.folded(at),
                    "but" | "however" | "although" | "though" | "while" | "whereas" | "except" | "because"
                )
        })
    }
}

/// Words after a negation that turn it into "more than".
fn is_more(word: &str) -> bool {
    matches!(word, "just" | "only" | "merely" | "simply" | "solely")
}

fn lower(scope: &mut Scope, certainty: Certainty, cue: Range<usize>) {
    if certainty < scope.certainty {
        scope.certainty = certainty;
        scope.hedge = Some(cue);
    }
}

/// True for negation words that negate nothing here: "declined to a new low" is about a figure, and "all no votes", "the no
/// camp" and "the No's" about voters.
pub(crate) fn denies_nothing(document: &Document<'_>, cue: &Range<usize>) -> bool {
    let kind = |at: usize| document.tokens().get(at).map(|t| t.kind);
    let quoted = |at: usize| kind(at) == Some(TokenKind::Quote);
    let number = |at: usize| document.tokens().get(at).is_some_and(Token::may_begin_number);
    match document.folded(cue.start) {
        "no" if cue.len() == 1 => {
            let before = cue.start.checked_sub(1);
            let held = |at: usize| {
                document.is(at, Class::Determiner) && document.folded(at) != "no"
                    || matches!(document.folded(at), "all" | "most" | "both")
                    || number(at) && votes(document.folded(cue.end))
            };
            kind(cue.end) == Some(TokenKind::Possessive)
                || before.is_some_and(|at| held(at) || quoted(at) && quoted(cue.end))
        }
        "decline" | "declines" | "declined" | "declining" => {
            let word = |at: usize| document.folded(at);
            number(cue.end)
                || kind(cue.end) == Some(TokenKind::Symbol)
                || document.is(cue.end, Class::Determiner)
                || document.is(cue.end, Class::Preposition)
                || is_low(word(cue.end))
                || (1..3).any(|n| {
                    matches!(word(cue.end + n), "low" | "lows" | "high" | "highs")
                        && !(0..n).any(|m| document.is(cue.end + m, Class::FunctionWord))
                })
        }
        _ => false,
    }
}

fn votes(word: &str) -> bool {
    matches!(word, "vote" | "votes" | "voter" | "voters" | "ballot" | "ballots")
}

/// Words that introduce how far a figure fell.
fn is_low(word: &str) -> bool {
    matches!(
        word,
        "low"
            | "lows"
            | "lower"
            | "lowest"
            | "new"
            | "fresh"
            | "record"
            | "historic"
            | "normal"
            | "nearly"
            | "almost"
            | "just"
            | "roughly"
            | "approximately"
            | "zero"
            | "single"
            | "pre"
            | "levels"
    )
}
