//! Deeds: what somebody ordered, or claimed to have done.
//!
//! "The valley was cleared by order of Smith", "ordered by Smith", "Smith ordered"; "the attack was claimed by", "claimed
//! responsibility for the attack". No words are reported, but the author is named in the same way as a speaker.

use std::ops::Range;

use super::attribution::body_end;
use super::cue::Cue;
use super::marks::Pair;
use super::named;
use super::speaker::Finder;
use crate::lexicon::Lexicon;
use crate::mention::name::Name;
use crate::mention::tag::Tag;
use crate::span::Span;

/// What somebody named is said to have ordered, or claimed to have done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deed {
    /// Where its author is named.
    pub author: Span,
    /// The author's index among the document's names.
    pub name: usize,
    /// True for a claim, false for an order.
    pub claimed: bool,
    /// What was ordered or claimed, in the reporter's words.
    pub tokens: Range<usize>,
    /// The index of its sentence.
    pub sentence: usize,
}

/// How far "by" may be from its verb ("ordered late on Monday by"), in tokens.
const TIME: usize = 4;

/// The deeds in a document, in order. Linear.
pub(super) fn find(finder: &Finder<'_, '_>, pairs: &[Pair], names: &[Name], lexicon: &Lexicon) -> Vec<Deed> {
    let document = finder.document;
    let quoted = |at: usize| {
        let next = pairs.partition_point(|p| p.outer.start <= at);
        next.checked_sub(1).and_then(|n| pairs.get(n)).is_some_and(|p| p.outer.contains(&at))
    };
    let mut deeds: Vec<Deed> = Vec::new();
    for &at in &finder.tags.speech {
        let claimed = match document.folded(at) {
            "ordered" | "order" | "orders" => false,
            "claimed" => true,
            _ => continue,
        };
        let byte = document.tokens().get(at).map_or(0, |t| t.span.start);
        let Some(number) = document.sentence_at(byte).filter(|_| !quoted(at)) else { continue };
        let Some(sentence) = document.sentences().get(number) else { continue };
        let (start, end) = (sentence.tokens.start, body_end(finder, sentence.tokens.clone()));
        let Some((author, tokens)) = read(finder, at, claimed, start, end) else { continue };
        let Some(name) = named(finder, pairs, names, author.clone(), lexicon) else { continue };
        deeds.push(Deed { author: document.span(author), name, claimed, tokens, sentence: number });
    }
    deeds
}

/// Author and content, depending on the form of the words.
fn read(
    finder: &Finder<'_, '_>,
    at: usize,
    claimed: bool,
    start: usize,
    end: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let document = finder.document;
    if document.folded(at) != "ordered" && !claimed {
        return by_order(finder, at, start, end);
    }
    // "Was ordered by", "ordered on Monday by".
    let near = at + 1..end.min(at + 2 + TIME);
    if let Some(by) = near.clone().find(|&t| document.folded(t) == "by") {
        let stops = (at + 1..by).any(|t| finder.tags.any(t, Tag::COMMA.or(Tag::QUOTE).or(Tag::SPEECH)));
        if let (false, Some(author)) = (stops, finder.after_cue(by + 1, end)) {
            let content = before(finder, start, at);
            return (!content.is_empty()).then_some((author, content));
        }
    }
    let passive = at.checked_sub(1).filter(|&t| t >= start).is_some_and(|t| {
        matches!(document.folded(t), "was" | "were" | "is" | "are" | "been" | "being" | "be")
    });
    if passive {
        return None;
    }
    let cue = Cue { tokens: at..at + 1, class: super::cue::Class::Object };
    let author = finder.subject(&cue, start)?;
    let mut from = at + 1;
    if claimed {
        // A claim of anything but responsibility is a statement.
        if document.folded(from) != "responsibility" {
            return None;
        }
        from += 1;
    }
    (from < end).then_some((author, from..end))
}

/// "By order of", "on the orders of", "under orders from".
fn by_order(
    finder: &Finder<'_, '_>,
    at: usize,
    start: usize,
    end: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let document = finder.document;
    if !matches!(document.folded(at + 1), "of" | "from" | "by") {
        return None;
    }
    let mut lead = at.checked_sub(1)?;
    if matches!(document.folded(lead), "the" | "an" | "direct") {
        lead = lead.checked_sub(1)?;
    }
    if lead < start || !matches!(document.folded(lead), "by" | "on" | "under" | "at") {
        return None;
    }
    let author = finder.after_cue(at + 2, end)?;
    let content = before(finder, start, lead);
    (!content.is_empty()).then_some((author, content))
}

/// The words of a sentence before a verb, without the verb's auxiliaries.
fn before(finder: &Finder<'_, '_>, start: usize, mut end: usize) -> Range<usize> {
    while end > start && finder.tags.any(end - 1, Tag::AUXILIARY.or(Tag::COMMA)) {
        end -= 1;
    }
    start..end
}
