//! Indirect speech: what a source reports as said, without quotation marks.

use std::ops::Range;

use super::cue::{Class, Cue};
use super::marks::Pair;
use super::speaker::Finder;
use super::{is_mark, named};
use crate::lexicon::Lexicon;
use crate::mention::name::Name;
use crate::mention::tag::Tag;
use crate::span::Span;

/// Something reported as said or thought, in the reporter's words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attribution {
    /// Where the speaker is named, possibly only as "she".
    pub source: Option<Span>,
    /// The words that report it ("said", "according to").
    pub cue: Span,
    /// What is reported, without "that".
    pub content: Span,
    /// The index of the cue's sentence.
    pub sentence: usize,
    /// The tokens of `content`.
    pub tokens: Range<usize>,
    /// The speaker's index among the document's names, if the speaker is one of them.
    pub name: Option<usize>,
}

/// The shortest content, in tokens; anything shorter is "said so" and the like.
const SHORTEST: usize = 3;
/// The longest content, in tokens.
const LONGEST: usize = 200;

/// The indirect speech of a document, in the order of its cues. Linear.
pub(super) fn find(
    finder: &Finder<'_, '_>,
    pairs: &[Pair],
    names: &[Name],
    lexicon: &Lexicon,
) -> Vec<Attribution> {
    let document = finder.document;
    let mut found: Vec<Attribution> = Vec::new();
    let mut pair = 0;
    let mut cues = finder.cues.iter().peekable();
    for (at, sentence) in document.sentences().iter().enumerate() {
        if cues.peek().is_none() {
            break;
        }
        while let Some(cue) = cues.next_if(|cue| cue.tokens.start < sentence.tokens.end) {
            // Between sentences.
            if cue.tokens.start < sentence.tokens.start {
                continue;
            }
            while pairs.get(pair).is_some_and(|p| p.outer.end <= cue.tokens.start) {
                pair += 1;
            }
            if pairs.get(pair).is_some_and(|p| p.outer.contains(&cue.tokens.start)) {
                continue;
            }
            let Some((source, content)) = read(finder, cue, sentence.tokens.clone()) else { continue };
            if content.len() < SHORTEST {
                continue;
            }
            let name = source.clone().and_then(|tokens| named(finder, pairs, names, tokens, lexicon));
            found.push(Attribution {
                source: source.map(|tokens| document.span(tokens)),
                cue: document.span(cue.tokens.clone()),
                content: document.span(content.clone()),
                sentence: at,
                tokens: content,
                name,
            });
        }
    }
    found
}

type Parts = (Option<Range<usize>>, Range<usize>);

/// Source and content of a cue.
fn read(finder: &Finder<'_, '_>, cue: &Cue, sentence: Range<usize>) -> Option<Parts> {
    let document = finder.document;
    let end = body_end(finder, sentence.clone());
    let after = cue.tokens.end;
    match cue.class {
        Class::Place => None,
        Class::Phrase => {
            let source = finder.after_cue(after, end)?;
            if cue.tokens.start == sentence.start {
                // `According to Smith, the road was closed`: what looks like an apposition is what was said.
                let closed = document.surface(source.end) == ",";
                let first = source.clone().find(|&at| !closed && document.surface(at) == ",");
                let clause = first.filter(|&at| finder.begins_clause(at + 1, source.end));
                let source = source.start..clause.unwrap_or(source.end);
                let comma = source.end;
                (document.surface(comma) == ",").then(|| (Some(source), comma + 1..end))
            } else {
                let comma = cue.tokens.start.checked_sub(1)?;
                let close = if document.surface(comma) == "," { comma } else { cue.tokens.start };
                Some((Some(source), sentence.start..close))
            }
        }
        Class::Object | Class::Verb => {
            // `tell`, `warn` and the like take a listener before "that".
            let that = (after..end.min(after + 10)).find(|&at| document.folded(at) == "that");
            let plain = that.filter(|&at| at == after || !stops(finder, after..at));
            if let Some(that) = plain {
                let source = finder.governing(cue, sentence.start, sentence.start, end);
                return Some((source, that + 1..clause_end(finder, that + 1..end)));
            }
            if cue.class == Class::Object {
                return None;
            }
            // `The road was closed, police said.`
            let closes = after >= end || matches!(document.surface(after), "," | ";" | ".");
            let trails = closes || matches!(document.folded(after), "in" | "on" | "at" | "during");
            if let (true, Some(source)) = (trails, finder.subject(cue, sentence.start)) {
                let comma = source.start.checked_sub(1)?;
                if comma > sentence.start && document.surface(comma) == "," {
                    return Some((Some(source), sentence.start..comma));
                }
            }
            if closes || is_mark(document, after) {
                return None;
            }
            // `Police said the road was closed.`
            let source = finder.subject(cue, sentence.start)?;
            let clausal = finder.begins_clause(after, end);
            clausal.then(|| (Some(source), after..clause_end(finder, after..end)))
        }
    }
}

/// Where the words of a sentence end, without final punctuation.
pub(super) fn body_end(finder: &Finder<'_, '_>, sentence: Range<usize>) -> usize {
    let document = finder.document;
    let mut end = sentence.end;
    while end > sentence.start
        && sentence.end - end < 8
        && (matches!(document.surface(end - 1), "." | "!" | "?") || is_mark(document, end - 1))
    {
        end -= 1;
    }
    end
}

/// Where reported speech ends: with the sentence, or where the reporter continues.
fn clause_end(finder: &Finder<'_, '_>, tokens: Range<usize>) -> usize {
    let document = finder.document;
    let end = tokens.end.min(tokens.start + LONGEST);
    for at in tokens.start..end {
        let tag = finder.tags.at(at);
        if tag.any(Tag::SEMICOLON) {
            return at;
        }
        if tag.any(Tag::COMMA) && at + 1 < tokens.end {
            let next = document.folded(at + 1);
            if matches!(next, "adding" | "saying" | "according" | "but" | "although" | "though") {
                return at;
            }
        }
    }
    end
}

fn stops(finder: &Finder<'_, '_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| {
        const STOPS: Tag = Tag::COMMA
            .or(Tag::SEMICOLON)
            .or(Tag::COLON)
            .or(Tag::FULL_STOP)
            .or(Tag::DASH)
            .or(Tag::QUOTE)
            .or(Tag::SPEECH);
        finder.tags.any(at, STOPS) || finder.document.surface(at) == "–"
    })
}
