//! Who speaks: the cue of a quotation and the words that name its speaker.

use std::ops::Range;

use super::marks::Pair;
use super::{Voice, cues_within, is_mark};
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::verb;
use crate::text::{Document, SentenceKind, Shape, TokenKind};

/// How many tokens a speaker's words, or the way from a quotation to its cue, may be long.
const REACH: usize = 40;

/// A verb or phrase of speech in the reporter's or a speaker's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) tokens: Range<usize>,
    pub(super) class: Class,
}

/// What a cue says of the words it reports; the classes of `speech.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Names or judges with the words quoted, or takes its hearer as its object.
    Object,
    /// A phrase with the speaker after it: "according to".
    Phrase,
    /// "In a statement": a place of speech, whose speaker is the subject of its sentence.
    Place,
    /// All else.
    Verb,
}

/// All cues of a document. Nouns that look like one ("the report", "his claim") are left out, and so are weak forms without
/// a quotation mark, a colon or "that" beside them.
pub(super) fn cues(document: &Document<'_>, lexicon: &Lexicon) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut at = 0;
    while let Some(token) = document.tokens().get(at) {
        if !token.begins.contains(TableId::Speech) {
            at += 1;
            continue;
        }
        let Some((end, found)) = document.lookup(TableId::Speech, at, lexicon) else {
            at += 1;
            continue;
        };
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
        at = end;
    }
    cues
}

/// True where the word before makes a noun or an adjective of this one.
fn is_noun(document: &Document<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if document.tokens().get(before).is_some_and(|t| t.kind == TokenKind::Possessive) {
        // "He's claiming" is a verb, "Smith's claiming" too seldom.
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

/// An apostrophe after a plural.
fn is_plural_possessive(document: &Document<'_>, at: usize) -> bool {
    let plural = at.checked_sub(1).is_some_and(|before| document.folded(before).ends_with('s'));
    plural
        && matches!(document.surface(at), "'" | "’")
        && document.is_attached(at)
        && !document.is_attached(at + 1)
}

/// "States" in "United States", outside of headings, where every word has a capital letter.
fn is_part_of_name(document: &Document<'_>, at: usize) -> bool {
    let capital = |at: usize| document.tokens().get(at).is_some_and(|t| t.is_capitalised());
    let heading = || {
        let byte = document.tokens().get(at).map_or(0, |t| t.span.start);
        let sentence = document.sentence_at(byte).and_then(|at| document.sentences().get(at));
        sentence.is_some_and(|s| s.kind == SentenceKind::Heading)
    };
    capital(at) && at > 0 && capital(at - 1) && !heading()
}

/// True where a pronoun or "is" before a weak form makes a verb of it.
fn is_verb(document: &Document<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = document.folded(before);
    is_pronoun(word)
        || (verb::is_be(word) || document.surface(before) == ",") && document.folded(at).ends_with("ing")
}

/// True where a weak form has a mark of speech beside it.
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

/// Finds the voices of one document.
pub(super) struct Finder<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) cues: &'d [Cue],
}

impl Finder<'_, '_> {
    /// Who speaks a quotation, from the words between `floor` and `ceiling`, where its neighbours stand.
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

    /// `said: Q`, `adds, Q`: the cue stands right before the quotation.
    fn is_introduced(&self, pair: &Pair, start: usize) -> bool {
        let Some(mark) = pair.outer.start.checked_sub(1).filter(|&at| at >= start) else { return false };
        match self.document.surface(mark) {
            ":" => true,
            "," => mark > start && self.is_cue(mark - 1),
            _ => self.is_cue(mark),
        }
    }

    /// `"SMITH: Well, look"`: a transcript names its speakers within the marks.
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

    /// The reporter's words around a quotation in its sentence: first token, and one past the last.
    fn bounds(&self, pair: &Pair, floor: usize, ceiling: usize) -> (usize, usize) {
        let start = self.sentence_of(pair.outer.start).map_or(pair.outer.start, |s| s.start).max(floor);
        let last = pair.outer.end.saturating_sub(1);
        let mut end = self.sentence_of(last).map_or(pair.outer.end, |s| s.end);
        if end <= pair.outer.end && self.ends_lively(pair) {
            // "No way!" Smith said: the splitter sees a sentence end.
            if self.paragraph_of(pair.outer.end) == self.paragraph_of(last) {
                end = self.sentence_of(pair.outer.end).map_or(end, |s| s.end);
            }
        }
        (start, end.min(ceiling))
    }

    fn sentence_of(&self, token: usize) -> Option<Range<usize>> {
        let byte = self.document.tokens().get(token)?.span.start;
        let at = self.document.sentence_at(byte)?;
        self.document.sentences().get(at).map(|s| s.tokens.clone())
    }

    fn paragraph_of(&self, token: usize) -> Option<usize> {
        let byte = self.document.tokens().get(token)?.span.start;
        let at = self.document.sentence_at(byte)?;
        self.document.sentences().get(at).map(|s| s.paragraph)
    }

    /// The quotation ends with a mark after which the reporter's sentence can go on.
    fn ends_lively(&self, pair: &Pair) -> bool {
        matches!(self.last_mark(pair), "?" | "!" | "…" | "..." | "-" | "–" | "—" | "―")
    }

    /// The last token of a quotation, before the closing marks of others within it.
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
        let Some(cue) = cue else { return self.signed(pair, from) };
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

    /// `Q ― S`: a dash and a name, up to the end of the paragraph.
    fn signed(&self, pair: &Pair, from: usize) -> Option<Voice> {
        let document = self.document;
        let dash = pair.outer.end;
        if dash >= from || !matches!(document.surface(dash), "-" | "–" | "—" | "―") {
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
        let named = document.tokens().get(from).is_some_and(|t| t.is_capitalised());
        (closes && named && end > from).then(|| Voice { speaker: Some(from..end), cue: Some(dash..dash + 1) })
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

    /// `Smith said she expects`, `said the report shows`: where the subject stands right after another cue and names nobody,
    /// that other one.
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

    /// `Smith: "Q"`: a short run of words before the colon.
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

    /// A quotation that is a sentence of its own: announced by the sentence before it.
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

    /// True where a quotation without a voice of its own has that of the one before it: in one sentence with little
    /// between, as the next sentence of the paragraph, or where a paragraph takes up the last.
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

    /// The speaker of a cue that stands before what it reports.
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
                || verb::is_preposition(document.folded(start - 1))
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
        // "Smith refused, saying", "went on to say", and after them `"Q," Smith said, adding`.
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
        tokens.len() <= 3 && tokens.all(|at| verb::is_adverb(self.document.folded(at)))
    }

    /// The subject of a cue: the noun phrase or pronoun before it, not before `floor`.
    pub(super) fn subject(&self, cue: &Cue, floor: usize) -> Option<Range<usize>> {
        let document = self.document;
        let mut end = cue.tokens.start;
        // Step over "has also repeatedly" and "on Monday".
        let mut steps = 0;
        while end > floor && steps < 10 {
            let word = document.folded(end - 1);
            let time = is_time(word);
            if !(verb::is_auxiliary(word) || verb::is_adverb(word) || time) {
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
                            found = Some(phrase.start..comma);
                        }
                    }
                    end = at;
                    let age = document.tokens().get(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
                    if found.is_some() && !age {
                        // A list of appositions goes on only where the piece before is one, too.
                        let start = found.as_ref().map_or(at, |f: &Range<usize>| f.start);
                        let more = start.checked_sub(1).map_or("", |b| document.surface(b)) == ","
                            && self.is_apposition(start);
                        if !more {
                            break;
                        }
                    }
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

    /// True where an apposition can begin: `a`, `the`, `who`, a number for the age, or a noun in small letters.
    fn is_apposition(&self, at: usize) -> bool {
        let document = self.document;
        let Some(token) = document.tokens().get(at) else { return false };
        let word = document.folded(at);
        if token.kind == TokenKind::Number
            || verb::is_determiner(word)
            || matches!(word, "who" | "whose" | "which" | "one" | "now" | "formerly" | "also")
        {
            return true;
        }
        token.kind == TokenKind::Word
            && !(verb::is_preposition(word)
                || verb::is_conjunction(word)
                || verb::is_auxiliary(word)
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
                            !(verb::is_auxiliary(word)
                                || verb::is_conjunction(word)
                                || is_pronoun(word)
                                || self.is_cue(at)
                                || verb::is_irregular_past(word)
                                || start < end && verb::is_past(word) && self.takes_object(at))
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
            && (verb::is_preposition(document.folded(start))
                || verb::is_adverb(document.folded(start))
                || document.tokens().get(start).is_some_and(|t| t.kind == TokenKind::Punctuation))
        {
            start += 1;
        }
        let has_noun = (start..end).any(|at| {
            document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word)
                && !verb::is_determiner(document.folded(at))
                && !is_time(document.folded(at))
        });
        has_noun.then_some(start..end)
    }

    /// "Turned to", "released a letter", against "retired general".
    fn takes_object(&self, at: usize) -> bool {
        let next = self.document.folded(at + 1);
        !self.document.tokens().get(at).is_some_and(|t| t.is_capitalised())
            && (verb::is_determiner(next) || verb::is_preposition(next) || is_pronoun(next))
    }

    /// "And" between two nouns of one phrase: both capitalised, or both plurals in small letters.
    fn joins(&self, at: usize) -> bool {
        let capital = |at: usize| self.document.tokens().get(at).is_some_and(|t| t.is_capitalised());
        let Some(before) = at.checked_sub(1) else { return false };
        match (capital(before), capital(at + 1)) {
            (true, true) => true,
            (false, false) => {
                self.document.folded(before).ends_with('s')
                    && !verb::is_determiner(self.document.folded(at + 1))
            }
            _ => false,
        }
    }

    pub(super) fn is_cue(&self, token: usize) -> bool {
        let after = self.cues.partition_point(|c| c.tokens.end <= token);
        self.cues.get(after).is_some_and(|c| c.tokens.contains(&token))
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
        if verb::is_preposition(word)
            || verb::is_conjunction(word)
            || verb::is_auxiliary(word)
            || is_time(word)
            || verb::is_adverb(word)
            || self.is_cue(start)
        {
            return None;
        }
        let mut at = start;
        while at < end && at - start < REACH {
            let Some(token) = document.tokens().get(at) else { break };
            let goes_on = match token.kind {
                TokenKind::Quote => false,
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
                            !(verb::is_preposition(word)
                                || verb::is_conjunction(word)
                                || verb::is_auxiliary(word)
                                || is_pronoun(word)
                                || is_time(word)
                                || self.is_cue(at)
                                || at > start && word.ends_with("ly") && verb::is_adverb(word))
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
        let whole = self.appositions_after(at, end);
        (at > start).then_some(start..whole)
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

    /// True where a clause begins at a token: a subject with a verb after it.
    pub(super) fn begins_clause(&self, at: usize, end: usize) -> bool {
        let document = self.document;
        let Some(token) = document.tokens().get(at) else { return false };
        let word = document.folded(at);
        if is_pronoun(word) || word == "there" {
            return true;
        }
        let begins = verb::is_determiner(word)
            || token.is_capitalised()
            || token.kind == TokenKind::Number
            || token.kind == TokenKind::Word
                && !verb::is_preposition(word)
                && !verb::is_conjunction(word)
                && !is_time(word);
        begins
            && (at + 1..end.min(at + REACH)).any(|next| {
                let word = document.folded(next);
                verb::is_auxiliary(word) || verb::is_past(word)
            })
    }

    /// The subject of a sentence: its first noun phrase before a verb.
    pub(super) fn main_subject(&self, sentence: Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let mut start = sentence.start;
        // Step over "On Monday, in Paris," and "But".
        let opener = document.folded(start);
        if verb::is_conjunction(opener)
            && !matches!(opener, "that" | "who" | "which")
            && matches!(opener, "and" | "but" | "yet" | "so" | "or")
        {
            start += 1;
        } else if verb::is_preposition(opener) || verb::is_conjunction(opener) || verb::is_adverb(opener) {
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
                    verb::is_auxiliary(word)
                        || verb::is_conjunction(word)
                        || verb::is_preposition(word) && !matches!(word, "of" | "for")
                        || self.is_cue(at)
                        || at > start && !token.is_capitalised() && verb::is_past(word)
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

/// Pronouns that can speak.
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
