//! Phrases that name a speaker: noun phrases before and after a verb, found without a parser.

use std::ops::Range;

use super::cue::Cue;
use super::is_mark;
use super::speaker::{Finder, REACH};
use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::tag::Tag;
use crate::text::{Document, TokenKind};

impl Finder<'_, '_> {
    /// The subject of a cue: the noun phrase or pronoun before it, but after `floor`.
    pub(super) fn subject(&self, cue: &Cue, floor: usize) -> Option<Range<usize>> {
        let document = self.document;
        let mut end = cue.tokens.start;
        // Skips "has also repeatedly" and "on Monday".
        let mut steps = 0;
        while end > floor && steps < 10 {
            let word = document.folded(end - 1);
            let time = is_time(word);
            if !(self.tags.any(end - 1, Tag::AUXILIARY) || self.tags.any(end - 1, Tag::ADVERB) || time) {
                break;
            }
            end -= 1;
            while time
                && end > floor
                && matches!(document.folded(end - 1), "on" | "last" | "this" | "late" | "early")
            {
                end -= 1;
            }
            steps += 1;
        }
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        match document.folded(last) {
            "and" | "but" | "then" | "or" | "to" | "not" => None,
            "who" | "which" | "that" => {
                let mut end = last;
                if end > floor && document.surface(end - 1) == "," {
                    end -= 1;
                }
                self.phrase_before(end, floor)
            }
            word if is_pronoun(word) => Some(last..end),
            "," => self.with_apposition(last, floor),
            _ => self.phrase_before(end, floor),
        }
    }

    /// `Smith, the minister,` with the closing comma at `comma`.
    fn with_apposition(&self, comma: usize, floor: usize) -> Option<Range<usize>> {
        let document = self.document;
        let mut found = None;
        let mut end = comma;
        for at in (floor..comma).rev().take(REACH) {
            match document.surface(at) {
                "," => {
                    let piece = at + 1..end;
                    if self.is_apposition(piece.start) {
                        if let Some(phrase) = self.phrase_before(at, floor) {
                            let named = phrase
                                .clone()
                                .any(|at| document.tokens().get(at).is_some_and(|t| t.is_capitalised()));
                            found = Some(phrase.start..comma);
                            // A phrase without a name may be one of several appositions.
                            if named {
                                break;
                            }
                        }
                    }
                    end = at;
                }
                // "R-Ky.,"
                "." if document.is_attached(at)
                    && document.tokens().get(at - 1).is_some_and(|t| t.is_capitalised()) => {}
                ";" | ":" | "." | "?" | "!" => break,
                _ if is_mark(document, at) => break,
                _ => {}
            }
        }
        found
    }

    /// True if an apposition can begin here: `a`, `the`, `who`, a number as an age, or a lower-case noun.
    fn is_apposition(&self, at: usize) -> bool {
        let document = self.document;
        let Some(token) = document.tokens().get(at) else { return false };
        let word = document.folded(at);
        if token.kind == TokenKind::Number
            || self.tags.is(at, Class::Determiner)
            || matches!(word, "who" | "whose" | "which" | "one" | "now" | "formerly" | "also")
        {
            return true;
        }
        token.kind == TokenKind::Word
            && !(self.tags.is(at, Class::Preposition)
                || self.tags.is(at, Class::Conjunction)
                || self.tags.any(at, Tag::AUXILIARY)
                || is_pronoun(word)
                || word.ends_with("ing"))
    }

    /// The noun phrase that ends before token `end`.
    fn phrase_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let document = self.document;
        let mut start = end;
        while start > floor && end - start < REACH {
            let at = start - 1;
            let Some(token) = document.tokens().get(at) else { break };
            let goes_on = match token.kind {
                // "The miners' leader".
                TokenKind::Quote => start < end && is_plural_possessive(document, at),
                TokenKind::Punctuation => {
                    matches!(document.surface(at), "-" | "." | "/") && start != end
                        || matches!(document.surface(at), ")" | "(")
                }
                TokenKind::Possessive | TokenKind::Number | TokenKind::Symbol => true,
                TokenKind::Word => {
                    let word = document.folded(at);
                    match word {
                        "and" | "or" => start < end && self.joins(at),
                        _ => {
                            !(self.tags.any(at, Tag::AUXILIARY)
                                || self.tags.is(at, Class::Conjunction)
                                || is_pronoun(word)
                                || self.is_cue(at)
                                || self.tags.is(at, Class::IrregularPast)
                                || start < end && self.tags.any(at, Tag::PAST) && self.takes_object(at))
                        }
                    }
                }
            };
            if !goes_on {
                break;
            }
            start -= 1;
        }
        while start < end
            && (self.tags.is(start, Class::Preposition)
                || self.tags.any(start, Tag::ADVERB)
                || document.tokens().get(start).is_some_and(|t| t.kind == TokenKind::Punctuation))
        {
            start += 1;
        }
        let has_noun = (start..end).any(|at| {
            document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.tags.is(at, Class::Determiner)
                && !is_time(document.folded(at))
        });
        has_noun.then_some(start..end)
    }

    /// "Turned to", "released a letter", as opposed to "retired general".
    fn takes_object(&self, at: usize) -> bool {
        let next = self.document.folded(at + 1);
        !self.document.tokens().get(at).is_some_and(|t| t.is_capitalised())
            && (self.tags.is(at + 1, Class::Determiner)
                || self.tags.is(at + 1, Class::Preposition)
                || is_pronoun(next))
    }

    /// "And" between two nouns of one phrase: both capitalised, both lower-case plurals, or the two fields of an office ("minister
    /// of trade and industry").
    fn joins(&self, at: usize) -> bool {
        let capital = |at: usize| self.document.tokens().get(at).is_some_and(|t| t.is_capitalised());
        let Some(before) = at.checked_sub(1) else { return false };
        match (capital(before), capital(at + 1)) {
            (true, true) => true,
            (false, false) => {
                let field = before
                    .checked_sub(1)
                    .is_some_and(|t| matches!(self.document.folded(t), "of" | "for"))
                    && before.checked_sub(2).is_some_and(|t| self.is_office(t))
                    && !self.tags.any(at + 1, Tag::PAST.or(Tag::AUXILIARY).or(Tag::SPEECH).or(Tag::ADVERB))
                    && !self.tags.is(at + 1, Class::IrregularPast);
                (field || self.document.folded(before).ends_with('s'))
                    && !self.tags.is(at + 1, Class::Determiner)
            }
            _ => false,
        }
    }

    /// "Minister", "head".
    fn is_office(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Role))
    }

    pub(super) fn is_cue(&self, token: usize) -> bool {
        self.tags.any(token, Tag::SPEECH)
    }

    /// The speaker after the cue: `said Smith, the minister`.
    pub(super) fn after_cue(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        let first = document.tokens().get(start)?;
        let word = document.folded(start);
        if start >= end || !(first.is_word()) {
            return None;
        }
        if is_pronoun(word) {
            return Some(start..start + 1);
        }
        if self.tags.is(start, Class::Preposition)
            || self.tags.is(start, Class::Conjunction)
            || self.tags.any(start, Tag::AUXILIARY)
            || is_time(word)
            || self.tags.any(start, Tag::ADVERB) && !self.is_hyphened(start)
            || self.is_cue(start)
        {
            return None;
        }
        let mut at = start;
        while at < end && at - start < REACH {
            let Some(token) = document.tokens().get(at) else { break };
            let goes_on = match token.kind {
                // "Said the miners' leader".
                TokenKind::Quote => {
                    let owned = document.tokens().get(at + 1).filter(|_| at + 1 < end);
                    at > start
                        && is_plural_possessive(document, at)
                        && owned.is_some_and(|t| t.kind == TokenKind::Word)
                }
                TokenKind::Punctuation => match document.surface(at) {
                    "-" | "/" | "(" | ")" => true,
                    "." => {
                        document.is_attached(at)
                            && at + 1 < end
                            && document.tokens().get(at + 1).is_some_and(|t| t.is_capitalised())
                    }
                    _ => false,
                },
                TokenKind::Word => {
                    let word = document.folded(at);
                    match word {
                        "of" | "for" | "from" => true,
                        "and" => self.joins(at),
                        _ => {
                            !(self.tags.is(at, Class::Preposition)
                                || self.tags.is(at, Class::Conjunction)
                                || self.tags.any(at, Tag::AUXILIARY)
                                || is_pronoun(word)
                                || is_time(word) && !self.is_hyphened(at)
                                || matches!(word, "last" | "this" | "late" | "early")
                                    && is_time(document.folded(at + 1))
                                || self.is_cue(at)
                                || at > start
                                    && word.ends_with("ly")
                                    && self.tags.any(at, Tag::ADVERB)
                                    && !self.tags.is(at - 1, Class::Determiner))
                        }
                    }
                }
                _ => true,
            };
            if !goes_on {
                break;
            }
            at += 1;
        }
        if at > start && document.surface(at - 1) == "." {
            at -= 1;
        }
        let whole = self.name_after(start, at, end).unwrap_or_else(|| self.appositions_after(at, end));
        (at > start).then_some(start..whole)
    }

    /// True for a part of a word with hyphens: "year" in "41-year-old", "then" in "then-mayor".
    fn is_hyphened(&self, at: usize) -> bool {
        let document = self.document;
        let hyphen = |sign: usize| document.sign(sign) == '-' && document.is_attached(sign);
        hyphen(at + 1) && document.is_attached(at + 2)
            || at.checked_sub(1).is_some_and(|before| hyphen(before) && document.is_attached(at))
    }

    /// Where the name ends that follows a description of the speaker: `the miners' leader, Otto Brandt,`.
    fn name_after(&self, start: usize, at: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 6;
        let document = self.document;
        let capital = |at: usize| document.tokens().get(at).is_some_and(|t| t.is_capitalised());
        let described = (start..at).any(|at| self.is_office(at)) && !(start..at).any(capital);
        if at >= end || document.surface(at) != "," || !described || !capital(at + 1) {
            return None;
        }
        // "According to the mayor, Otto Brandt, who fled, ..": what was said may begin there.
        let open = start.checked_sub(1).is_some_and(|before| document.folded(before) == "to");
        let in_name = |next: usize| {
            capital(next)
                || matches!(document.sign(next), '-' | '.') && document.is_attached(next) && capital(next + 1)
        };
        let close = (at + 1..end.min(at + 1 + LONGEST)).find(|&next| !in_name(next)).unwrap_or(end);
        let closed = close >= end
            || matches!(document.sign(close), '.' | ';' | ':')
            || document.sign(close) == ',' && !open;
        (closed && close - at <= LONGEST).then_some(close)
    }

    /// Where the appositions after a name end: `Smith, the minister,`.
    fn appositions_after(&self, at: usize, end: usize) -> usize {
        let document = self.document;
        if at >= end || document.surface(at) != "," {
            return at;
        }
        let opens = document.folded(at + 1);
        let number = document.tokens().get(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let lower_noun =
            document.tokens().get(at + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised())
                && self.is_apposition(at + 1)
                && !matches!(opens, "which" | "also" | "now")
                && !self.is_cue(at + 1);
        if !(number || lower_noun) {
            return at;
        }
        for next in at + 1..end.min(at + REACH) {
            let surface = document.surface(next);
            if matches!(surface, "," | ";" | ":" | "." | "—" | "–" | "?" | "!") || is_mark(document, next)
            {
                return next;
            }
        }
        end.min(at + REACH)
    }

    /// True if a clause begins at a token: a subject followed by a verb.
    pub(super) fn begins_clause(&self, at: usize, end: usize) -> bool {
        let document = self.document;
        let Some(token) = document.tokens().get(at) else { return false };
        let word = document.folded(at);
        if is_pronoun(word) || word == "there" {
            return true;
        }
        let begins = self.tags.is(at, Class::Determiner)
            || token.is_capitalised()
            || token.kind == TokenKind::Number
            || token.kind == TokenKind::Word
                && !self.tags.is(at, Class::Preposition)
                && !self.tags.is(at, Class::Conjunction)
                && !is_time(word);
        begins
            && (at + 1..end.min(at + REACH))
                .any(|next| self.tags.any(next, Tag::AUXILIARY) || self.tags.any(next, Tag::PAST))
    }

    /// The subject of a sentence: its first noun phrase before a verb.
    pub(super) fn main_subject(&self, sentence: Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let mut start = sentence.start;
        // Skips "On Monday, in Paris," and "But".
        let opener = document.folded(start);
        if self.tags.is(start, Class::Conjunction)
            && !matches!(opener, "that" | "who" | "which")
            && matches!(opener, "and" | "but" | "yet" | "so" | "or")
        {
            start += 1;
        } else if self.tags.is(start, Class::Preposition)
            || self.tags.is(start, Class::Conjunction)
            || self.tags.any(start, Tag::ADVERB)
        {
            let comma = (start..sentence.end.min(start + REACH)).find(|&at| document.surface(at) == ",");
            let pronoun = || (start..sentence.end.min(start + 8)).find(|&at| is_pronoun(document.folded(at)));
            start = comma.map(|at| at + 1).or_else(pronoun)?;
        }
        if is_pronoun(document.folded(start)) {
            return Some(start..start + 1);
        }
        let mut at = start;
        while at < sentence.end && at - start < 16 {
            let Some(token) = document.tokens().get(at) else { break };
            let word = document.folded(at);
            let ends = match token.kind {
                TokenKind::Word => {
                    self.tags.any(at, Tag::AUXILIARY)
                        || self.tags.is(at, Class::Conjunction)
                        || self.tags.is(at, Class::Preposition) && !matches!(word, "of" | "for")
                        || self.is_cue(at)
                        || at > start && !token.is_capitalised() && self.tags.any(at, Tag::PAST)
                        || at > start
                            && !token.is_capitalised()
                            && document.tokens().get(at - 1).is_some_and(|t| t.is_capitalised())
                            && word.ends_with('s')
                }
                TokenKind::Quote => true,
                TokenKind::Punctuation => !matches!(document.surface(at), "-" | "."),
                _ => false,
            };
            if ends {
                break;
            }
            at += 1;
        }
        (at > start && at < sentence.end).then_some(start..at)
    }
}

/// An apostrophe after a plural.
pub(super) fn is_plural_possessive(document: &Document<'_>, at: usize) -> bool {
    let plural = at.checked_sub(1).is_some_and(|before| document.folded(before).ends_with('s'));
    plural
        && matches!(document.surface(at), "'" | "’")
        && document.is_attached(at)
        && !document.is_attached(at + 1)
}

/// Pronouns that can be speakers.
pub(super) fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "it" | "i" | "we" | "you")
}

fn is_time(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "yesterday"
            | "today"
            | "tonight"
            | "week"
            | "month"
            | "year"
            | "morning"
            | "afternoon"
            | "evening"
            | "night"
    )
}
