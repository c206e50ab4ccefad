//! Boundaries: which end marks end a sentence.
//!
//! After Mikheev (2002): the meaning of a full stop is determined by the word before it, the word after it, and the use of
//! both in the rest of the text. Quotation marks and brackets that close directly after an end mark belong to it.

use std::ops::Range;

use super::abbreviation::{self, joins};
use super::credit::is_signature;
use super::style::Style;
use super::view::{Mark, View};
use crate::lexicon::word_set::WordSet;
use crate::text::token::{Shape, TokenKind};

/// How far ahead a closing bracket is searched, in tokens.
const BRACKET: usize = 60;

/// The quotation marks and brackets of a paragraph.
#[derive(Default)]
struct Open {
    double: bool,
    single: bool,
    brackets: usize,
    /// The first token after the open bracket closes, if that was searched.
    closes: Option<usize>,
}

/// Collects the ends (one past the last token) of the sentences in one paragraph into `ends`. Linear.
pub(super) fn cut(view: &View<'_, '_>, style: &Style<'_>, block: Range<usize>, ends: &mut Vec<usize>) {
    let mut cut = Cut { view, style, end: block.end, start: block.start, open: Open::default(), list: None };
    cut.list = cut.list_mark(block.start);
    let mut at = block.start;
    while at < block.end {
        // Most words have words on both sides and need no second look.
        if cut.list.is_none() && view.mark(at.saturating_sub(1)) == Mark::None {
            at += view.plain_run(at..block.end);
            if at >= block.end {
                break;
            }
        }
        let mark = view.mark(at);
        if at > cut.start && cut.begins_part(at, mark) {
            cut.close(at, ends);
        }
        at = match mark {
            Mark::Acronym | Mark::Stop | Mark::Ellipsis | Mark::Call => cut.ending(at, mark, ends),
            _ => {
                cut.follow(at, mark);
                at + 1
            }
        };
    }
    // A stray mark after the last sentence belongs to it.
    let rest = cut.start..block.end;
    if rest.len() <= 2 && cut.start > block.start && !rest.clone().any(|t| view.tokens[t].is_word()) {
        ends.pop();
    }
    if !rest.is_empty() {
        ends.push(block.end);
    }
}

struct Cut<'c, 'd, 'a> {
    view: &'c View<'d, 'a>,
    style: &'c Style<'d>,
    end: usize,
    /// The first token of the sentence.
    start: usize,
    open: Open,
    /// The number of the list item that the sentence is, with the mark after it.
    list: Option<(u32, Mark, usize)>,
}

impl Cut<'_, '_, '_> {
    fn close(&mut self, end: usize, ends: &mut Vec<usize>) {
        if end > self.start && end < self.end {
            ends.push(end);
            self.start = end;
            self.open.brackets = 0;
            self.open.closes = None;
            if let Some(list) = self.list_mark(end) {
                self.list = Some(list);
            }
        }
    }

    /// Keeps track of what is open.
    fn follow(&mut self, at: usize, mark: Mark) {
        match mark {
            Mark::OpenBracket => {
                self.open.brackets += 1;
                self.open.closes = None;
            }
            Mark::CloseBracket => {
                self.open.brackets = self.open.brackets.saturating_sub(1);
                self.open.closes = None;
            }
            Mark::Double => self.open.double = !self.closes(at, mark),
            Mark::Single if self.view.is_attached(at) != self.view.is_attached(at + 1) => {
                self.open.single = !self.closes(at, mark);
            }
            _ => {}
        }
    }

    /// True if a quotation mark or bracket closes rather than opens: by what it is attached to, else by counting.
    fn closes(&self, at: usize, mark: Mark) -> bool {
        match mark {
            Mark::CloseBracket => true,
            // A right single mark before a letter stands for an omitted letter, or opens by mistake.
            Mark::CloseQuote => self.view.is_attached(at) || !self.view.is_attached(at + 1),
            Mark::Double | Mark::Single => {
                let open = if mark == Mark::Double { self.open.double } else { self.open.single };
                let next_is_word = self.view.is_attached(at + 1)
                    && (self.view.tokens.get(at + 1).is_some_and(|t| t.is_word())
                        || matches!(
                            self.view.mark(at + 1),
                            Mark::OpenBracket | Mark::OpenQuote | Mark::Single
                        ));
                match (self.view.is_attached(at), next_is_word) {
                    (true, false) => true,
                    (false, true) => false,
                    _ => open,
                }
            }
            _ => false,
        }
    }

    /// True if a bullet, the next number in a list, or a row of marks begins a new part, with or without an end mark before
    /// it.
    fn begins_part(&self, at: usize, mark: Mark) -> bool {
        let view = self.view;
        match mark {
            Mark::Bullet => return true,
            Mark::Dash if !view.is_attached(at) && !view.is_attached(at + 1) && is_signature(view, at) => {
                return true;
            }
            // A row of marks stands alone: it begins here, or it ended before.
            Mark::Other | Mark::Dash if !view.is_attached(at) && is_row(view, at) => {
                return view.surface(at - 1) != view.surface(at);
            }
            _ if matches!(view.mark(at - 1), Mark::Dash | Mark::Other)
                && !view.is_attached(at)
                && is_row(view, self.start) =>
            {
                let (Some(first), Some(last)) = (view.tokens.get(self.start), view.tokens.get(at - 1)) else {
                    return false;
                };
                let length = last.span.end - first.span.start;
                return is_row(view, self.start)
                    && length == (at - self.start) * first.span.len()
                    && view.surface(at - 1) != view.surface(at);
            }
            _ => {}
        }
        if self.list.is_some() && !view.is_attached(at) && view.mark(at - 1) != Mark::Bullet {
            if let (Some((n, mark, width)), Some((item, other, other_width))) =
                (self.list, self.list_mark(at))
            {
                return item == n + 1 && mark == other && width == other_width;
            }
        }
        false
    }

    /// The number of a list item that begins here, the mark after it, and the number of marks: `1.`, `2)`, `b.`.
    fn list_mark(&self, at: usize) -> Option<(u32, Mark, usize)> {
        let view = self.view;
        let at = if view.mark(at) == Mark::Bullet { at + 1 } else { at };
        let number = match view.kind(at)? {
            TokenKind::Number => view.surface(at).parse().ok().filter(|&n: &u32| n < 1000)?,
            TokenKind::Word if view.is_letter(at) => {
                let letter = view.surface(at).chars().next()?;
                letter.is_ascii_lowercase().then(|| 1000 + u32::from(letter))?
            }
            _ => return None,
        };
        let marks = (1..=2)
            .take_while(|&n| {
                view.is_attached(at + n) && matches!(view.mark(at + n), Mark::Stop | Mark::CloseBracket)
            })
            .count();
        let next = at + 1 + marks;
        let begins = next < self.end && !view.is_attached(next) && view.is_capitalised(next);
        (marks > 0 && begins).then(|| (number, view.mark(at + 1), marks))
    }

    /// Reads an end mark with everything that closes after it, ends the sentence if it ends there, and returns the token at
    /// which to continue.
    fn ending(&mut self, at: usize, mark: Mark, ends: &mut Vec<usize>) -> usize {
        let view = self.view;
        let mut last =
            Ending { mark: at, kind: mark, end: at + 1, quoted: false, bracketed: false, alone: false };
        // Marks before the first word do not end anything.
        let worded =
            (self.start..at).rev().take(8).any(|t| view.tokens[t].is_word()) || mark == Mark::Acronym;
        if !worded || self.is_list_mark(at) || self.is_cut_out(at, mark) {
            return at + 1;
        }
        while last.end < self.end {
            let (next, what) = (last.end, view.mark(last.end));
            let attached = view.is_attached(next);
            match what {
                Mark::Call if attached => last.kind = Mark::Call,
                Mark::Stop | Mark::Ellipsis if attached => {}
                // `. . .`
                Mark::Stop if !attached && self.opens_with_ellipsis(&last) => {
                    last.alone = true;
                    break;
                }
                Mark::Stop
                    if matches!(last.kind, Mark::Stop | Mark::Ellipsis)
                        && !last.quoted
                        && !last.bracketed =>
                {
                    last.kind = Mark::Ellipsis;
                }
                Mark::Call | Mark::Ellipsis if !view.is_attached(next) && last.kind == Mark::Call => {}
                Mark::Double | Mark::Single | Mark::CloseQuote
                    if self.closes(next, what)
                        && (attached || (what == Mark::Double && self.open.double)) =>
                {
                    self.follow(next, what);
                    last.quoted = true;
                }
                Mark::CloseBracket if attached || self.open.brackets > 0 => {
                    self.follow(next, what);
                    last.bracketed = true;
                }
                _ => break,
            }
            last.end += 1;
        }
        self.take_reference(&mut last);
        if last.end < self.end && self.divides(&last) {
            self.close(last.end, ends);
        }
        last.end
    }

    /// The full stop of `1.` or `b.` at the beginning of a list item.
    fn is_list_mark(&self, at: usize) -> bool {
        let head = self.start + usize::from(self.view.mark(self.start) == Mark::Bullet);
        at == head + 1
            && self.view.is_attached(at)
            && self.list.is_some()
            && (self.view.is_number(head) || self.view.is_letter(head))
    }

    /// `[...]`: an omission.
    fn is_cut_out(&self, at: usize, mark: Mark) -> bool {
        mark == Mark::Ellipsis
            && at > 0
            && self.view.mark(at - 1) == Mark::OpenBracket
            && self.view.mark(at + 1) == Mark::CloseBracket
    }

    /// A full stop attached to a word, three more with spaces between, and a capital letter: the first ends its sentence, the
    /// others mark an omission at the beginning of the next.
    fn opens_with_ellipsis(&self, last: &Ending) -> bool {
        let view = self.view;
        let alone = last.kind == Mark::Stop && last.end == last.mark + 1 && view.is_attached(last.mark);
        let stops =
            (last.end..self.end.min(last.end + 4)).take_while(|&t| view.mark(t) == Mark::Stop).count();
        alone && stops == 3 && view.is_capitalised(last.end + 3)
    }

    /// A footnote number or an omission after the end: `[17]`, `[...]`, ` 4 Even so`.
    fn take_reference(&self, last: &mut Ending) {
        let view = self.view;
        while last.end + 2 < self.end
            && view.surface(last.end) == "["
            && (view.is_number(last.end + 1) || view.mark(last.end + 1) == Mark::Ellipsis)
            && view.surface(last.end + 2) == "]"
        {
            last.end += 3;
        }
        let note = last.end + 2 < self.end
            && last.kind == Mark::Stop
            && view.is_number(last.end)
            && view.surface(last.end).len() <= 3
            && !view.is_attached(last.end + 1);
        if note && abbreviation::is_strong_opener(view, last.end + 1) {
            last.end += 1;
        }
    }

    /// True if the sentence ends with this mark and another begins after it.
    fn divides(&mut self, last: &Ending) -> bool {
        let view = self.view;
        let next = last.end;
        if last.alone {
            return true;
        }
        if self.is_within_bracket(last) {
            return false;
        }
        // What opens before the next word: quotation marks, brackets, a dash.
        let mut word = next;
        let (mut opened, mut bracket) = (false, false);
        while word < self.end.min(next + 3) {
            match view.mark(word) {
                Mark::OpenQuote => opened = true,
                Mark::OpenBracket => bracket = true,
                what @ (Mark::Double | Mark::Single | Mark::CloseQuote) if !self.closes(word, what) => {
                    opened = true
                }
                Mark::Dash if !view.is_attached(word) && !view.is_attached(word + 1) => {}
                _ => break,
            }
            word += 1;
        }
        let Some(token) = view.tokens.get(word).filter(|_| word < self.end) else { return opened || bracket };
        match token.kind {
            TokenKind::Punctuation | TokenKind::Quote => {
                return !view.is_attached(next) && is_row(view, next) && last.kind != Mark::Acronym;
            }
            TokenKind::Possessive => return false,
            _ => {}
        }
        if view.is_attached(next) {
            return self.is_missing_space(last, next, word);
        }
        if token.shape == Shape::Lower {
            return self.begins_in_lower_case(last, word, opened || bracket);
        }
        if last.quoted && self.names_speaker(last, word) {
            return false;
        }
        match last.kind {
            Mark::Ellipsis => view.surface(word) != "I" || last.quoted,
            Mark::Call => !self.is_exclaiming_name(last),
            _ if last.bracketed && last.end > last.mark + 1 && !last.quoted => true,
            _ => !joins(view, self.style, self.start, last.mark, word, opened),
        }
    }

    /// True inside a bracket that opened within the sentence and closes soon.
    fn is_within_bracket(&mut self, last: &Ending) -> bool {
        if self.open.brackets == 0 || self.view.mark(self.start) == Mark::OpenBracket {
            return false;
        }
        let closes = *self.open.closes.get_or_insert_with(|| {
            let limit = self.end.min(last.end + BRACKET);
            (last.end..limit).find(|&t| self.view.mark(t) == Mark::CloseBracket).unwrap_or(0)
        });
        closes > 0
    }

    /// A sentence that begins without a space after the last: `seen.The`, `group."I got`.
    fn is_missing_space(&self, last: &Ending, next: usize, word: usize) -> bool {
        let view = self.view;
        if view.tokens[word].shape == Shape::Lower || !view.is_capitalised(word) {
            return false;
        }
        // `U.S.Army`
        let is_acronym = |at: usize| view.kind(at) == Some(TokenKind::Word) && view.surface(at).contains('.');
        if word == next
            && last.end == last.mark + 1
            && (is_acronym(last.mark) || is_acronym(last.mark.saturating_sub(1)))
        {
            return false;
        }
        if word > next || last.end > last.mark + 1 || last.kind != Mark::Stop {
            // Something opens or closes between the two, or the mark is not a full stop.
            return word > next || last.quoted || !view.is_letter(word);
        }
        let before = last.mark.checked_sub(1).map(|b| &view.tokens[b]);
        let ended = before.is_some_and(|b| b.kind == TokenKind::Number || b.span.len() > 2)
            && view.is_attached(last.mark);
        // Addresses continue without a space: `Jane.Doe@example.com`.
        let goes_on = view.is_attached(word + 1)
            && (matches!(view.kind(word + 1), Some(TokenKind::Symbol | TokenKind::Number))
                || matches!(view.surface(word + 1), "/" | "_" | "@")
                || (view.mark(word + 1) == Mark::Stop
                    && view.is_attached(word + 2)
                    && view.is_lower(word + 2)));
        let host = last.mark > 1
            && view.is_attached(last.mark - 1)
            && matches!(view.surface(last.mark - 2), "/" | "@" | "_" | ":");
        let domain = matches!(view.folded(word), "com" | "org" | "net" | "gov" | "edu" | "co" | "uk" | "tv");
        ended
            && !goes_on
            && !host
            && !domain
            && !view.is_letter(word)
            && view.tokens[word].shape != Shape::Upper
    }

    /// A sentence that begins in lower case, in texts that do so, or with an address.
    fn begins_in_lower_case(&self, last: &Ending, word: usize, opened: bool) -> bool {
        let view = self.view;
        if last.quoted || last.bracketed || last.kind == Mark::Acronym {
            return false;
        }
        if matches!(view.folded(word), "http" | "https" | "www") {
            return true;
        }
        match last.kind {
            Mark::Stop => {
                (self.style.lower_starts || opened)
                    && !joins(view, self.style, self.start, last.mark, word, opened)
            }
            Mark::Call => self.style.lower_starts || self.is_lower_question(last),
            _ => false,
        }
    }

    /// `Yahoo!`, if the text also has it within a sentence.
    fn is_exclaiming_name(&self, last: &Ending) -> bool {
        let view = self.view;
        last.end == last.mark + 1
            && view.surface(last.mark) == "!"
            && last.mark > self.start + 1
            && view.is_capitalised(last.mark - 1)
            && self.style.exclamations.contains(view.folded(last.mark - 1))
    }

    /// A question within running text: what follows is a new sentence, whatever its case.
    fn is_lower_question(&self, last: &Ending) -> bool {
        let before = last.mark.saturating_sub(1);
        self.view.surface(last.end - 1) == "?"
            && self.view.is_lower(before)
            && !self.open.double
            && !self.open.single
    }

    /// True if the words after a quotation name its speaker: `"Who did it?" Smith asked`.
    fn names_speaker(&self, last: &Ending, word: usize) -> bool {
        let view = self.view;
        let mut at = word;
        while at < self.end.min(word + 5) && (view.is_capitalised(at) || view.mark(at) == Mark::Stop) {
            at += 1;
        }
        if at == word || !is_speech(view, at) {
            return false;
        }
        // After a full stop, only if nothing but the name and the verb follows.
        last.kind == Mark::Call || matches!(view.surface(at + 1), "." | ",") || at + 1 >= self.end
    }
}

/// An end mark, with everything that closes after it.
struct Ending {
    /// The first mark.
    mark: usize,
    kind: Mark,
    /// One past the last token.
    end: usize,
    /// A quotation mark closes after the mark.
    quoted: bool,
    /// A bracket closes after the mark.
    bracketed: bool,
    /// An ellipsis follows that belongs to the next sentence.
    alone: bool,
}

/// A row of marks that divides a text: `***`, `----`. Three hyphens may be a dash.
fn is_row(view: &View<'_, '_>, at: usize) -> bool {
    let first = view.surface(at);
    let least = match first {
        "*" | "_" => 3,
        "-" | "–" | "—" => 4,
        _ => return false,
    };
    (1..least).all(|n| view.surface(at + n) == first)
}

/// True for a verb that follows a quotation and names its speaker.
fn is_speech(view: &View<'_, '_>, at: usize) -> bool {
    view.is_in(at, WordSet::SaidAfter)
}

/// The word before a mark that is attached to it.
pub(super) fn word_before(view: &View<'_, '_>, mark: usize) -> Option<usize> {
    if view.mark(mark) == Mark::Acronym {
        return Some(mark);
    }
    let before = mark.checked_sub(1)?;
    (view.is_attached(mark) && view.tokens.get(before)?.is_word()).then_some(before)
}
