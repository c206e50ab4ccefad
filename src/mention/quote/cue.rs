//! Cues: the verbs and phrases in a text that report speech.

use std::ops::Range;

use super::is_mark;
use super::phrase::is_pronoun;
use crate::lexicon::closed;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::tag::Tags;
use crate::text::{Document, SentenceKind, TokenKind};

/// A verb or phrase of speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) tokens: Range<usize>,
    pub(super) class: Class,
}

/// How a cue relates to the words it reports; the classes of `speech.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Names or evaluates the words quoted, or takes the listener as its object.
    Object,
    /// A phrase with the speaker after it: "according to".
    Phrase,
    /// "In a statement": a place of speech, whose speaker is the subject of the sentence.
    Place,
    /// Any other verb.
    Verb,
}

/// All cues in a document, except nouns that look like one ("the report", "his claim"), and weak forms without a quotation
/// mark, a colon or "that" next to them.
pub(super) fn cues(document: &Document<'_>, tags: &Tags, lexicon: &Lexicon) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::with_capacity(tags.speech.len());
    let mut free = 0;
    for &at in &tags.speech {
        if at < free {
            continue;
        }
        let Some((end, found)) = document.lookup(TableId::Speech, at, lexicon) else { continue };
        let class = match (found.entry.class.as_str(), found.entry.canonical.as_str()) {
            (_, "according to") => Class::Phrase,
            (_, "statement") => Class::Place,
            ("call" | "tell" | "order", _) => Class::Object,
            _ => Class::Verb,
        };
        let single = end == at + 1;
        let noun = single && (is_noun(document, at) || found.weak && is_part_of_name(document, at));
        if !noun && (!found.weak || is_verb(document, at) || is_beside_speech(document, at, end)) {
            cues.push(Cue { tokens: at..end, class });
        }
        free = end;
    }
    cues
}

/// True if the word before makes this one a noun or an adjective.
fn is_noun(document: &Document<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if document.tokens().get(before).is_some_and(|t| t.kind == TokenKind::Possessive) {
        // "He's claiming" contains a verb; "Smith's claiming" rarely does.
        let pronoun = before.checked_sub(1).is_some_and(|at| is_pronoun(document.folded(at)));
        return !(pronoun && document.folded(at).ends_with("ing"));
    }
    match document.folded(before) {
        "a" | "an" | "the" | "his" | "her" | "its" | "their" | "our" | "my" | "your" | "any" | "no"
        | "some" | "these" | "those" | "each" | "every" => true,
        "of" | "in" | "on" | "at" | "from" | "into" | "under" => !document.folded(at).ends_with("ing"),
        _ => false,
    }
}

/// "States" in "United States", except in headings, where every word is capitalised.
fn is_part_of_name(document: &Document<'_>, at: usize) -> bool {
    let capital = |at: usize| document.tokens().get(at).is_some_and(|t| t.is_capitalised());
    let heading = || {
        let byte = document.tokens().get(at).map_or(0, |t| t.span.start);
        let sentence = document.sentence_at(byte).and_then(|at| document.sentences().get(at));
        sentence.is_some_and(|s| s.kind == SentenceKind::Heading)
    };
    capital(at) && at > 0 && capital(at - 1) && !heading()
}

/// True if a pronoun or "is" before a weak form makes it a verb.
fn is_verb(document: &Document<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    document.is(before, closed::Class::SpeakingPronoun)
        || (document.is(before, closed::Class::Be) || document.sign(before) == ',')
            && document.folded(at).ends_with("ing")
}

/// True if there is a mark of speech next to a weak form.
fn is_beside_speech(document: &Document<'_>, at: usize, end: usize) -> bool {
    let after = match document.surface(end) {
        "," => end + 1,
        _ => end,
    };
    if is_mark(document, after) || matches!(document.surface(end), ":") || document.folded(end) == "that" {
        return true;
    }
    (1..=5).take_while(|&n| n <= at).map(|n| at - n).find(|&before| is_mark(document, before)).is_some()
}
