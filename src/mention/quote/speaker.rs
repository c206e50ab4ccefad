//! Speakers: the patterns that assign a quotation to its speaker.

use std::cell::Cell;
use std::ops::Range;

use super::cue::{Class, Cue};
use super::marks::Pair;
use super::phrase::is_pronoun;
use super::{Voice, cues_within, is_mark};
use crate::lexicon::closed;
use crate::mention::tag::{Tag, Tags};
use crate::text::{Document, Sentence, Shape, TokenKind};

/// The greatest length, in tokens, of a speaker's words, and of the distance between a quotation and its cue.
pub(super) const REACH: usize = 40;

/// Finds the voices in one document.
pub(super) struct Finder<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) tags: &'d Tags,
    pub(super) cues: &'d [Cue],
    /// The sentence of the last query.
    pub(super) last: Cell<usize>,
}

impl Finder<'_, '_> {
    /// The speaker of a quotation, from the words between `floor` and `ceiling`, the limits set by its neighbours.
    pub(super) fn voice(&self, pair: &Pair, floor: usize, ceiling: usize) -> Voice {
        let (start, end) = self.bounds(pair, floor, ceiling);
        if let Some(voice) = self.labelled(pair) {
            return voice;
        }
        if self.is_introduced(pair, start) {
            if let Some(voice) = self.before(pair, start).filter(|v| v.speaker.is_some()) {
                return voice;
            }
        }
        self.directly_after(pair, end)
            .or_else(|| self.before(pair, start))
            .or_else(|| self.far_after(pair, end))
            .unwrap_or_default()
    }

    /// `said: Q`, `adds, Q`: the cue is directly before the quotation.
    fn is_introduced(&self, pair: &Pair, start: usize) -> bool {
        let Some(mark) = pair.outer.start.checked_sub(1).filter(|&at| at >= start) else { return false };
        match self.document.surface(mark) {
            ":" => true,
            "," => mark > start && self.is_cue(mark - 1),
            _ => self.is_cue(mark),
        }
    }

    /// `"SMITH: Well, look"`: a transcript names its speakers inside the marks.
    fn labelled(&self, pair: &Pair) -> Option<Voice> {
        let document = self.document;
        let colon = (pair.inner.start..pair.inner.end.min(pair.inner.start + 5))
            .find(|&at| document.surface(at) == ":")?;
        let label = pair.inner.start..colon;
        let shouted = |at: usize| {
            document
                .tokens()
                .get(at)
                .is_some_and(|t| t.shape == Shape::Upper || t.kind == TokenKind::Punctuation)
        };
        (!label.is_empty() && label.clone().all(shouted))
            .then(|| Voice { speaker: Some(label), cue: Some(colon..colon + 1) })
    }

    /// The reporter's words around a quotation in its sentence: the first token, and one past the last.
    fn bounds(&self, pair: &Pair, floor: usize, ceiling: usize) -> (usize, usize) {
        let start = self.sentence_of(pair.outer.start).map_or(pair.outer.start, |s| s.start).max(floor);
        let last = pair.outer.end.saturating_sub(1);
        let mut end = self.sentence_of(last).map_or(pair.outer.end, |s| s.end);
        if end <= pair.outer.end && self.ends_lively(pair) {
            // "No way!" Smith said: the splitter sees an end of sentence.
            if self.paragraph_of(pair.outer.end) == self.paragraph_of(last) {
                end = self.sentence_of(pair.outer.end).map_or(end, |s| s.end);
            }
        }
        (start, end.min(ceiling))
    }

    fn sentence_of(&self, token: usize) -> Option<Range<usize>> {
        self.around(token).map(|s| s.tokens.clone())
    }

    fn paragraph_of(&self, token: usize) -> Option<usize> {
        self.around(token).map(|s| s.paragraph)
    }

    /// The sentence that contains a token, usually that of the last query or one next to it.
    fn around(&self, token: usize) -> Option<&Sentence> {
        let sentences = self.document.sentences();
        let last = self.last.get();
        for at in [last, last + 1, last.wrapping_sub(1)] {
            if let Some(sentence) = sentences.get(at).filter(|s| s.tokens.contains(&token)) {
                self.last.set(at);
                return Some(sentence);
            }
        }
        let at = self.document.sentence_at(self.document.tokens().get(token)?.span.start)?;
        self.last.set(at);
        sentences.get(at)
    }

    /// True if the quotation ends with a mark after which the reporter's sentence can continue.
    fn ends_lively(&self, pair: &Pair) -> bool {
        matches!(self.last_mark(pair), "?" | "!" | "…" | "..." | "-" | "–" | "—" | "―")
    }

    /// The last token of a quotation, before closing marks of quotations within it.
    fn last_mark(&self, pair: &Pair) -> &str {
        let mut last = pair.inner.end.saturating_sub(1);
        while last > pair.inner.start && is_mark(self.document, last) {
            last -= 1;
        }
        self.document.surface(last)
    }

    /// `Q, said S` and `Q, S said`.
    fn directly_after(&self, pair: &Pair, end: usize) -> Option<Voice> {
        let document = self.document;
        if let Some(voice) = self.signed(pair) {
            return Some(voice);
        }
        let mut from = pair.outer.end;
        let mut set_off =
            matches!(self.last_mark(pair), "," | "?" | "!" | "…" | "..." | "-" | "–" | "—" | "―");
        while from < end && matches!(document.surface(from), "," | "-" | "–" | "—" | "―") {
            set_off = true;
            from += 1;
        }
        if from >= end {
            return None;
        }
        let cue =
            cues_within(self.cues, from..end.min(from + REACH)).iter().find(|c| c.class != Class::Place);
        let cue = cue?;
        if cue.tokens.start == from || self.only_adverbs(from..cue.tokens.start) {
            let speaker = match document.folded(cue.tokens.start) {
                "told" | "tells" => None,
                _ => self.after_cue(cue.tokens.end, end),
            };
            if speaker.is_some() || (set_off && cue.class == Class::Phrase) {
                return Some(Voice { speaker, cue: Some(cue.tokens.clone()) });
            }
            return None;
        }
        if !set_off && !is_pronoun(document.folded(from)) {
            return None;
        }
        let speaker = self.subject(cue, from)?;
        (speaker.start == from).then(|| Voice { speaker: Some(speaker), cue: Some(cue.tokens.clone()) })
    }

    /// `Q ― S`: a dash and a name at the end of the paragraph.
    ///
    /// The splitter may see an end of sentence before the dash, so the words are bounded by the paragraph.
    fn signed(&self, pair: &Pair) -> Option<Voice> {
        let document = self.document;
        let dash = pair.outer.end;
        let from = dash + 1;
        if !matches!(document.surface(dash), "-" | "–" | "—" | "―") {
            return None;
        }
        let paragraph = self.paragraph_of(dash)?;
        let mut end = from;
        while end - from <= 14 && self.paragraph_of(end) == Some(paragraph) && !is_mark(document, end) {
            end += 1;
        }
        let closes = end - from <= 14 && self.paragraph_of(end) != Some(paragraph);
        if end > from && document.surface(end - 1) == "." {
            end -= 1;
        }
        // "― Smith, after the vote".
        let circumstance = (from + 1..end)
            .find(|&at| document.surface(at) == "," && self.tags.is(at + 1, closed::Class::Preposition));
        let whole = from..end;
        end = circumstance.unwrap_or(end);
        let named = document.tokens().get(from).is_some_and(|t| t.is_capitalised());
        let silent = cues_within(self.cues, whole).is_empty();
        (closes && named && silent && end > from)
            .then(|| Voice { speaker: Some(from..end), cue: Some(dash..dash + 1) })
    }

    /// `S said: Q`, `S said the junta Q`, `according to S, Q`.
    fn before(&self, pair: &Pair, start: usize) -> Option<Voice> {
        let window = start..pair.outer.start;
        let cue = cues_within(self.cues, window.clone()).iter().rev().find(|c| c.tokens.end <= window.end);
        if let Some(cue) = cue {
            let sentence = self.sentence_of(pair.outer.start).map_or(start, |s| s.start);
            let cue = self.outer(cue, sentence);
            let speaker = self.governing(cue, start, sentence, window.end);
            return Some(Voice { speaker, cue: Some(cue.tokens.clone()) });
        }
        let colon =
            window.end.checked_sub(1).filter(|&at| at >= start && self.document.surface(at) == ":")?;
        self.label(start..colon).map(|speaker| Voice { speaker: Some(speaker), cue: Some(colon..colon + 1) })
    }

    /// `Smith said she expects`, `said the report shows`: if the subject directly follows another cue and names nobody, that
    /// other cue.
    fn outer<'c>(&'c self, cue: &'c Cue, sentence: usize) -> &'c Cue {
        let document = self.document;
        let Some(subject) = self.subject(cue, sentence) else { return cue };
        let named = subject.clone().any(|at| document.tokens().get(at).is_some_and(|t| t.is_capitalised()));
        if named {
            return cue;
        }
        let before =
            subject.start - usize::from(subject.start > 0 && document.folded(subject.start - 1) == "that");
        let earlier = cues_within(self.cues, sentence..subject.start).last();
        earlier.filter(|c| c.tokens.end == before && c.class == Class::Verb).unwrap_or(cue)
    }

    /// `Smith: "Q"`: a few words before the colon.
    fn label(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let capital = self.document.tokens().get(tokens.start)?.is_capitalised();
        (capital && !tokens.is_empty() && tokens.len() <= 14).then_some(tokens)
    }

    /// `a Q deal, S said`.
    fn far_after(&self, pair: &Pair, end: usize) -> Option<Voice> {
        let from = pair.outer.end;
        for cue in cues_within(self.cues, from..end.min(from + 2 * REACH)).iter().take(3) {
            if cue.class == Class::Place {
                continue;
            }
            if cue.class == Class::Phrase {
                let speaker = self.after_cue(cue.tokens.end, end)?;
                return Some(Voice { speaker: Some(speaker), cue: Some(cue.tokens.clone()) });
            }
            let Some(speaker) = self.subject(cue, from) else { continue };
            let comma = speaker.start.checked_sub(1).map_or("", |at| self.document.surface(at));
            let closes = matches!(self.document.surface(cue.tokens.end), "." | "," | "in" | "on" | "at" | "");
            if comma == "," && closes {
                return Some(Voice { speaker: Some(speaker), cue: Some(cue.tokens.clone()) });
            }
        }
        None
    }

    /// The speaker of a quotation that is a sentence of its own, announced by the sentence before it.
    pub(super) fn announced(&self, pair: &Pair, floor: usize) -> Option<Voice> {
        let document = self.document;
        let sentence = self.sentence_of(pair.outer.start)?;
        if sentence.start < pair.outer.start {
            return None;
        }
        let last = sentence.start.checked_sub(1)?;
        let before = self.sentence_of(last)?;
        let start = before.start.max(floor);
        let announces = document.surface(last) == ":";
        if !announces && self.paragraph_of(last) != self.paragraph_of(pair.outer.start) {
            return None;
        }
        let cue = cues_within(self.cues, start..before.end).iter().rev().find(|c| c.class != Class::Place);
        match cue {
            Some(cue) => {
                let speaker = self.governing(cue, start, before.start, before.end)?;
                Some(Voice { speaker: Some(speaker), cue: announces.then(|| cue.tokens.clone()) })
            }
            None if announces => {
                let speaker = self.label(start..last).or_else(|| self.main_subject(before))?;
                Some(Voice { speaker: Some(speaker), cue: Some(last..last + 1) })
            }
            None => None,
        }
    }

    /// True if a quotation without a voice has that of the one before it: in one sentence with little between, as the next
    /// sentence of the paragraph, or in a paragraph that continues it.
    pub(super) fn goes_on(&self, before: &Pair, pair: &Pair) -> bool {
        if before.continued {
            return true;
        }
        let gap = before.outer.end..pair.outer.start;
        let (Some(a), Some(b)) =
            (self.sentence_of(before.outer.end.saturating_sub(1)), self.sentence_of(pair.outer.start))
        else {
            return false;
        };
        if a == b {
            return gap.len() <= 15;
        }
        let whole = b.start >= pair.outer.start;
        if self.paragraph_of(before.outer.start) == self.paragraph_of(pair.outer.start) {
            return whole && gap.len() <= REACH;
        }
        let paragraphs =
            (self.paragraph_of(before.outer.end.saturating_sub(1)), self.paragraph_of(pair.outer.start));
        let follows = matches!(paragraphs, (Some(a), Some(b)) if a + 1 == b);
        whole && follows && gap.len() <= REACH / 2 && pair.inner.len() > 6
    }

    /// The speaker of a cue that precedes what it reports.
    pub(super) fn governing(
        &self,
        cue: &Cue,
        floor: usize,
        sentence: usize,
        end: usize,
    ) -> Option<Range<usize>> {
        let document = self.document;
        if cue.class == Class::Phrase {
            return self.after_cue(cue.tokens.end, end);
        }
        let start = cue.tokens.start;
        if self.is_passive(cue) {
            return match document.folded(cue.tokens.end) {
                "by" => self.after_cue(cue.tokens.end + 1, end),
                _ => None,
            };
        }
        if start > 0 && is_mark(document, start - 1)
            || start > 1 && document.surface(start - 1) == "," && is_mark(document, start - 2)
        {
            if let Some(speaker) = self.after_cue(cue.tokens.end, end) {
                return Some(speaker);
            }
        }
        if start == sentence {
            if let Some(speaker) = self.after_cue(cue.tokens.end, end) {
                return Some(speaker);
            }
        }
        let hangs = start > 0
            && (matches!(document.surface(start - 1), "," | "-" | "–" | "—" | "―")
                || self.tags.is(start - 1, closed::Class::Preposition)
                || document.folded(start - 1) == "while");
        let participle = hangs && document.folded(cue.tokens.start).ends_with("ing");
        if !participle {
            if let Some(subject) = self.subject(cue, floor) {
                return Some(subject);
            }
        }
        // "When he arrived, she laughed and said".
        let commas = (floor..start).rev().take(REACH).filter(|&at| document.surface(at) == ",").take(3);
        if !hangs {
            for comma in commas {
                let subject = self.main_subject(comma + 1..start).filter(|s| s.len() <= 8);
                if subject.is_some() {
                    return subject;
                }
            }
        }
        // "Smith refused, saying", "went on to say", or `"Q," Smith said, adding` after a quotation.
        self.main_subject(sentence..start).or_else(|| {
            let earlier = cues_within(self.cues, sentence..start).iter().rev().take(4);
            earlier.filter(|c| c.class != Class::Place && !self.is_passive(c)).find_map(|other| {
                self.subject(other, sentence).or_else(|| self.after_cue(other.tokens.end, start))
            })
        })
    }

    /// "Was called", "were told".
    fn is_passive(&self, cue: &Cue) -> bool {
        let Some(before) = cue.tokens.start.checked_sub(1) else { return false };
        cue.class == Class::Object
            && cue.tokens.len() == 1
            && !self.document.folded(cue.tokens.start).ends_with("ing")
            && matches!(self.document.folded(before), "was" | "were" | "is" | "are" | "been" | "being" | "be")
    }

    fn only_adverbs(&self, mut tokens: Range<usize>) -> bool {
        tokens.len() <= 3 && tokens.all(|at| self.tags.any(at, Tag::ADVERB))
    }
}
