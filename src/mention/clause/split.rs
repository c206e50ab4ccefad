//! Where a sentence falls into clauses, and the word that says what happens in each.

use std::ops::Range;

use super::verb;
use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId};
use crate::text::{Document, TokenKind};

/// How far after a connective its verb may stand, in tokens.
const REACH: usize = 10;

/// The borders of a sentence's clauses: first token of each, and the sentence's end.
///
/// Semicolons, colons, dashes and quotation marks divide. A connective divides where a verb stands on both sides of it.
pub(super) fn borders(document: &Document<'_>, sentence: Range<usize>, out: &mut Vec<usize>) {
    out.push(sentence.start);
    let mut verbs = 0;
    for at in sentence.clone() {
        let Some(token) = document.tokens().get(at) else { break };
        let start = *out.last().unwrap_or(&sentence.start);
        let border = match token.kind {
            TokenKind::Quote => Some(at),
            TokenKind::Punctuation => match document.surface(at) {
                ";" | "—" | "―" => Some(at),
                ":" => Some(at),
                "–" | "-" if !document.is_attached(at) => Some(at),
                _ => None,
            },
            TokenKind::Word => {
                let word = document.folded(at);
                let follows = || has_verb(document, at + 1, sentence.end);
                if is_connective(word) && verbs > 0 && follows() {
                    let comma = at > start && document.surface(at - 1) == ",";
                    Some(if comma { at - 1 } else { at })
                } else if verbs > 0 && at > start && document.surface(at - 1) == "," && opens(document, at) {
                    Some(at - 1)
                } else {
                    verbs +=
                        usize::from(verb::is_auxiliary_at(document, at) || verb::is_past_at(document, at));
                    None
                }
            }
            _ => None,
        };
        if let Some(border) = border.filter(|&b| b > start) {
            out.push(border);
            verbs = 0;
        }
    }
    out.push(sentence.end);
}

fn is_connective(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "but"
            | "while"
            | "after"
            | "before"
            | "which"
            | "who"
            | "because"
            | "although"
            | "though"
            | "when"
            | "where"
            | "whereas"
            | "if"
            | "unless"
            | "that"
            | "as"
            | "since"
            | "until"
            | "or"
    )
}

/// A participle after a comma: ", saying", ", killing 12".
fn opens(document: &Document<'_>, at: usize) -> bool {
    let word = document.folded(at);
    word.len() > 5 && word.ends_with("ing")
}

fn has_verb(document: &Document<'_>, from: usize, end: usize) -> bool {
    for at in from..end.min(from + REACH) {
        if matches!(document.surface(at), "," | ";" | ":" | "." | "—") && at > from {
            return false;
        }
        if verb::is_auxiliary_at(document, at) || verb::is_past_at(document, at) {
            return true;
        }
    }
    false
}

/// A clause without the marks at its ends, and without its connective.
pub(super) fn trim(document: &Document<'_>, mut tokens: Range<usize>) -> Range<usize> {
    let is_mark = |at: usize| {
        document.tokens().get(at).is_none_or(|t| matches!(t.kind, TokenKind::Quote | TokenKind::Punctuation))
    };
    while !tokens.is_empty() && is_mark(tokens.start) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && is_mark(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// The verb or eventive noun of a clause: the last verb of its first verb group, not that of a relative clause before it, else
/// the first word that the lexicon knows as an event.
pub(super) fn trigger(document: &Document<'_>, tokens: Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let mut at = tokens.start;
    let mut relative = None;
    while at < tokens.end {
        let word = document.folded(at);
        if at > tokens.start
            && document.is(at, Class::Conjunction)
            && matches!(word, "who" | "which" | "that" | "whose")
        {
            let comma = document.surface(at - 1) == ",";
            let close = || (at..tokens.end).take(40).find(|&n| document.surface(n) == ",");
            let close = if comma { close() } else { None };
            relative = relative.or(Some(None));
            at = close.map_or(at + 1, |close| close + 1);
            continue;
        }
        if let Some(verb) = verb_at(document, at, &tokens, lexicon) {
            match relative {
                // The first verb after "that" is the relative clause's own, if another one follows.
                Some(None) => relative = Some(Some(verb)),
                _ => return Some(verb),
            }
            at = verb.max(at);
        }
        at += 1;
    }
    relative.flatten().or_else(|| tokens.clone().find(|&at| is_event(document, at, lexicon)))
}

/// The verb whose group begins at a token.
fn verb_at(document: &Document<'_>, at: usize, tokens: &Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let word = document.folded(at);
    if verb::is_auxiliary_at(document, at) {
        return Some(head(document, at, tokens.end, lexicon));
    }
    if at == tokens.start
        || document.tokens().get(at)?.kind != TokenKind::Word
        || is_attributive(document, at)
    {
        return None;
    }
    // "The women found may": a participle with the verb right after it.
    let participle = at + 1 < tokens.end && verb::is_auxiliary_at(document, at + 1);
    // "Egypt launches": a present form the lexicon knows, with a subject before it.
    let present = word.ends_with('s') && is_event(document, at, lexicon);
    (verb::is_past_at(document, at) && !participle || present).then_some(at)
}

/// The verb after an auxiliary, or the word of the predicate: "was not clear".
fn head(document: &Document<'_>, auxiliary: usize, end: usize, lexicon: &Lexicon) -> usize {
    let mut found = auxiliary;
    for at in auxiliary + 1..end.min(auxiliary + 8) {
        let word = document.folded(at);
        if verb::is_auxiliary_at(document, at)
            || verb::is_adverb_at(document, at)
            || matches!(word, "to" | "yet" | "longer" | "no" | "likely")
        {
            if verb::is_auxiliary_at(document, at) {
                found = at;
            }
            continue;
        }
        // "Appears to have been", "is believed to have": the verb that matters comes after.
        if document.folded(at + 1) == "to"
            && at + 2 < end
            && document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Modal))
            || is_raising(word) && document.folded(at + 1) == "to"
        {
            continue;
        }
        let predicate = !is_pronoun(word)
            && !document.is(at, Class::Determiner)
            && !document.is(at, Class::Preposition)
            && document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word);
        if predicate || is_event(document, at, lexicon) {
            return at;
        }
        break;
    }
    found
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "there")
}

fn is_raising(word: &str) -> bool {
    matches!(
        word,
        "believed"
            | "thought"
            | "expected"
            | "appears"
            | "appeared"
            | "alleged"
            | "reported"
            | "said"
            | "understood"
            | "presumed"
            | "going"
            | "set"
            | "due"
            | "about"
            | "able"
            | "unable"
            | "likely"
    )
}

fn is_event(document: &Document<'_>, at: usize, lexicon: &Lexicon) -> bool {
    document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Synonym))
        && document.lookup(TableId::Synonym, at, lexicon).is_some()
}

/// "The injured man", "a planned visit": an adjective, not the verb.
fn is_attributive(document: &Document<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        document.is(before, Class::Determiner)
            || document.is(before, Class::Preposition)
            || document
                .tokens()
                .get(before)
                .is_some_and(|t| t.kind == TokenKind::Possessive || t.kind == TokenKind::Number)
    })
}
