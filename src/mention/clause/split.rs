//! Splitting: where a sentence divides into clauses, and which word says what happens in each.

use std::ops::Range;

use super::Reader;
use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::tag::Tag;

/// How far after a connective its verb may be, in tokens.
const REACH: usize = 10;

/// How far away the comma may be that closes a relative clause.
const RELATIVE_REACH: usize = 40;

const MARK: Tag = Tag::QUOTE.or(Tag::PUNCTUATION);
const CONNECTIVE: Tag = Tag::of(Class::Connective);

impl Reader<'_, '_> {
    /// The boundaries of a sentence's clauses: the first token of each, and the sentence's end.
    ///
    /// Semicolons, colons, dashes and quotation marks separate clauses. A connective does if there is a verb on both sides.
    pub(super) fn borders(&self, sentence: Range<usize>, out: &mut Vec<usize>) {
        const TOLD: Tag = Tag::DIVIDES.or(CONNECTIVE).or(Tag::PARTICIPLE).or(Tag::VERB);
        out.push(sentence.start);
        let mut start = sentence.start;
        let mut verbs = false;
        let mut next = sentence.start;
        while let Some(at) = self.tags.find(next..sentence.end, TOLD) {
            next = at + 1;
            let tag = self.tags.at(at);
            let comma = at > start && self.tags.any(at - 1, Tag::COMMA);
            let border = if tag.any(Tag::DIVIDES) {
                // "9:15" is one time.
                let within = tag.any(Tag::COLON)
                    && at > start
                    && self.tags.any(at - 1, Tag::NUMBER)
                    && self.tags.any(at + 1, Tag::NUMBER)
                    && self.document.is_attached(at)
                    && self.document.is_attached(at + 1);
                (!within).then_some(at)
            } else if verbs && tag.any(CONNECTIVE) && self.has_verb(at + 1, sentence.end) {
                Some(if comma { at - 1 } else { at })
            } else if verbs && comma && tag.any(Tag::PARTICIPLE) {
                // A participle after a comma: ", saying", ", killing 12".
                Some(at - 1)
            } else {
                verbs |= tag.any(Tag::VERB);
                None
            };
            if let Some(border) = border.filter(|&b| b > start) {
                out.push(border);
                start = border;
                verbs = false;
            }
        }
        out.push(sentence.end);
    }

    fn has_verb(&self, from: usize, end: usize) -> bool {
        const STOPS: Tag = Tag::COMMA.or(Tag::SEMICOLON).or(Tag::COLON).or(Tag::FULL_STOP).or(Tag::DASH);
        for at in from..end.min(from + REACH) {
            let tag = self.tags.at(at);
            if tag.any(STOPS) && at > from {
                return false;
            }
            if tag.any(Tag::VERB) {
                return true;
            }
        }
        false
    }

    /// A clause without punctuation at its ends and without its connective.
    pub(super) fn trim(&self, mut tokens: Range<usize>) -> Range<usize> {
        while !tokens.is_empty() && self.tags.any(tokens.start, MARK) {
            tokens.start += 1;
        }
        while !tokens.is_empty() && self.tags.any(tokens.end - 1, MARK) {
            tokens.end -= 1;
        }
        tokens
    }

    /// The verb or eventive noun of a clause: the last verb of its first verb group, excluding a relative clause before it;
    /// else the first word that the lexicon lists as an event.
    pub(super) fn trigger(&self, tokens: Range<usize>) -> Option<usize> {
        const TOLD: Tag = Tag::VERB.or(Tag::EVENT).or(Tag::of(Class::Relative));
        let mut at = tokens.start;
        let mut relative = None;
        while let Some(told) = self.tags.find(at..tokens.end, TOLD) {
            at = told;
            let tag = self.tags.at(at);
            if at > tokens.start && tag.any(Tag::of(Class::Relative)) {
                let comma = self.tags.any(at - 1, Tag::COMMA);
                let reach = at..tokens.end.min(at + RELATIVE_REACH);
                let close = if comma { self.tags.find(reach, Tag::COMMA) } else { None };
                relative = relative.or(Some(None));
                at = close.map_or(at + 1, |close| close + 1);
                continue;
            }
            if let Some(verb) = self.verb_at(at, tag, &tokens) {
                match relative {
                    // The first verb after "that" belongs to the relative clause if another follows.
                    Some(None) => relative = Some(Some(verb)),
                    _ => return Some(verb),
                }
                at = verb.max(at);
            }
            at += 1;
        }
        relative.flatten().or_else(|| {
            let mut next = tokens.start;
            while let Some(at) = self.tags.find(next..tokens.end, Tag::EVENT) {
                if self.is_event(at) {
                    return Some(at);
                }
                next = at + 1;
            }
            None
        })
    }

    /// The verb whose group begins at a token.
    fn verb_at(&self, at: usize, tag: Tag, tokens: &Range<usize>) -> Option<usize> {
        if tag.any(Tag::AUXILIARY) {
            return Some(self.head(at, tokens.end));
        }
        let past = tag.any(Tag::PAST);
        if at == tokens.start
            || !tag.any(Tag::WORD)
            || !(past || tag.any(Tag::IN_S))
            || self.is_attributive(at)
        {
            return None;
        }
        // "The women found may": a participle directly before an auxiliary.
        let participle = at + 1 < tokens.end && self.tags.any(at + 1, Tag::AUXILIARY);
        // "Egypt launches": a present form in the lexicon, with a subject before it.
        let present = || tag.any(Tag::IN_S) && self.is_event(at);
        (past && !participle || present()).then_some(at)
    }

    /// The verb after an auxiliary, or the predicate: "was not clear".
    fn head(&self, auxiliary: usize, end: usize) -> usize {
        const NO_PREDICATE: Tag =
            Tag::of(Class::Determiner).or(Tag::of(Class::Preposition)).or(Tag::of(Class::SpeakingPronoun));
        let document = self.document;
        let mut found = auxiliary;
        for at in auxiliary + 1..end.min(auxiliary + 8) {
            let tag = self.tags.at(at);
            if tag.any(Tag::AUXILIARY) {
                found = at;
                continue;
            }
            let word = document.folded(at);
            if tag.any(Tag::ADVERB) || matches!(word, "to" | "yet" | "longer" | "no" | "likely") {
                continue;
            }
            // "Appears to have been", "is believed to have": the main verb follows.
            if document.folded(at + 1) == "to"
                && (at + 2 < end
                    && document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Modal))
                    || is_raising(word))
            {
                continue;
            }
            let predicate = tag.any(Tag::WORD) && !tag.any(NO_PREDICATE) && word != "there";
            if predicate || self.is_event(at) {
                return at;
            }
            break;
        }
        found
    }

    fn is_event(&self, at: usize) -> bool {
        self.tags.any(at, Tag::EVENT) && self.document.lookup(TableId::Synonym, at, self.lexicon).is_some()
    }

    /// "The injured man", "a planned visit": an adjective, not the verb.
    fn is_attributive(&self, at: usize) -> bool {
        const BEFORE: Tag =
            Tag::of(Class::Determiner).or(Tag::of(Class::Preposition)).or(Tag::POSSESSIVE).or(Tag::NUMBER);
        at.checked_sub(1).is_some_and(|before| self.tags.any(before, BEFORE))
    }
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
