//! Digits that are not quantities: model and road names, telephone numbers, list numbers, scores.

use crate::lexicon::closed::Class;
use crate::mention::quantity::Cursor;
use crate::mention::quantity::counted::Counted;
use crate::mention::quantity::numeral::Numeral;
use crate::mention::tag::Tag;
use crate::text::{Shape, TokenKind};

/// What a symbol is not.
const NO_SYMBOL: Tag = Tag::WORD.or(Tag::NUMBER).or(Tag::POSSESSIVE).or(Tag::QUOTE).or(Tag::PUNCTUATION);

impl Cursor<'_, '_> {
    /// Where a non-quantity at a token ends, if there is one.
    pub(super) fn excluded_at(&self, at: usize) -> Option<usize> {
        if self.kind(at) != Some(TokenKind::Number) {
            return None;
        }
        let surface = self.surface(at);
        // A list number: "1." or "2)" at the beginning of a sentence.
        if at == self.heading
            && matches!(self.surface(at + 1), ")" | ".")
            && self.attached(at + 1)
            && !self.attached(at + 2)
            && at + 2 < self.end
        {
            return Some(at + 2);
        }
        // "1.2.3": a version, an address.
        if surface.len() > 4 && surface.matches('.').count() > 1 {
            return Some(at + 1);
        }
        // "#10", "No. 10"
        if at > self.start
            && !self.tags.any(at - 1, NO_SYMBOL)
            && (self.surface(at - 1) == "#" || self.surface(at - 1) == "@" && self.attached(at))
        {
            return Some(at + 1);
        }
        if matches!(surface, "911" | "999" | "112" | "24") && matches!(self.surface(at + 1), "/") {
            return Some(at + 3);
        }
        if surface == "911" && !self.is_lexical(at + 1) {
            return Some(at + 1);
        }
        if surface == "9" && self.surface(at + 1) == "/" && self.surface(at + 2) == "11" {
            return Some(at + 3);
        }
        // "The 5500 block of East 84th Street"
        if self.folded(at + 1) == "block" && self.folded(at + 2) == "of" {
            return Some(at + 2);
        }
        // "F-16", "Covid-19", "MH-370": joined by a hyphen to a capitalised word.
        if at >= self.start + 2 && self.is_hyphen(at - 1) && self.attached(at) && self.attached(at - 1) {
            let prefix = matches!(
                self.document.folded(at - 2),
                "magnitude" | "mid" | "sub" | "under" | "over" | "another"
            );
            if self.kind(at - 2) == Some(TokenKind::Word) && !prefix
                || self.kind(at - 2) == Some(TokenKind::Number)
            {
                return Some(at + 1);
            }
        }
        // "777F", "4a": digits directly before letters that are not a unit. Digits directly after letters ("scp173", "m212")
        // do not reach this point.
        if self.attached(at + 1) && self.kind(at + 1) == Some(TokenKind::Word) {
            let tail = self.surface(at + 1);
            let known = matches!(self.folded(at + 1), "st" | "nd" | "rd" | "th" | "yo")
                || crate::lexicon::number::short_scale(tail).is_some()
                || self.unit_at(at + 1).is_some() && !self.is_model_letter(at + 1)
                || self.folded(at + 1).len() > 3 && self.folded(at + 1).chars().all(char::is_alphabetic);
            if !known {
                return Some(at + 2);
            }
        }
        // A time of day or a ratio: "7:30".
        if self.tag(at + 1).any(Tag::COLON) && self.attached(at + 1) && self.attached(at + 2) {
            return Some(at + 3);
        }
        None
    }

    /// Where a numeral ends that belongs to a name or an idiom.
    pub(super) fn excluded_numeral(&self, numeral: &Numeral, money: bool) -> Option<usize> {
        if money {
            return None;
        }
        let before = self.before(numeral.start);
        let follows = || self.begins_counted(numeral.end) || self.unit_behind(numeral.end, false).is_some();
        let digits = self.kind(numeral.start) == Some(TokenKind::Number);
        let reach = numeral.start > self.start;
        let by_number = reach && self.document.is(numeral.start - 1, Class::Numbered)
            || before == "."
                && numeral.start >= self.start + 2
                && matches!(self.document.folded(numeral.start - 2), "no" | "nos");
        let small = digits || numeral.low < 20.0;
        if by_number && small && !numeral.ordinal && !numeral.vague {
            let capital = self.token(numeral.start - 1).is_some_and(|t| t.is_capitalised());
            let label = capital
                || matches!(
                    before,
                    "." | "page"
                        | "no"
                        | "number"
                        | "flight"
                        | "room"
                        | "category"
                        | "phase"
                        | "highway"
                        | "type"
                        | "level"
                );
            // "A number: twenty" is not a name.
            let spelled = before == "number" && !digits;
            if label && !spelled {
                return Some(numeral.end);
            }
        }
        // "The 40s", "his 20s".
        if digits && self.attached(numeral.end) && self.folded(numeral.end) == "s" {
            return Some(numeral.end + 1);
        }
        if numeral.ordinal {
            return self.excluded_ordinal(numeral);
        }
        if self.folded(numeral.start) == "one" && numeral.end == numeral.start + 1 {
            let pronoun = matches!(
                before,
                "the"
                    | "this"
                    | "that"
                    | "no"
                    | "any"
                    | "every"
                    | "each"
                    | "which"
                    | "another"
                    | "some"
                    | "next"
                    | "last"
                    | "only"
                    | "previous"
                    | "first"
            );
            let partitive = self.folded(numeral.end) == "of" && self.one_of(numeral.end + 1);
            let follows = follows();
            let counts = follows
                || partitive
                || self.is_hyphen(numeral.end)
                || matches!(before, "minus" | "negative" | "least" | "than")
                || matches!(self.folded(numeral.end), "dead" | "other" | "more" | "over")
                || matches!(self.folded(numeral.end), "or" | "to")
                    && self.token(numeral.end + 1).is_some_and(|t| t.may_begin_number())
                || self.folded(numeral.end) == "and" && before == "between";
            let idiom = self.is_hyphen(numeral.end)
                && matches!(self.folded(numeral.end + 1), "time" | "off" | "way" | "on" | "sided" | "man");
            let time = matches!(self.folded(numeral.end), "day" | "time" | "another" | "thing" | "point");
            if pronoun && !follows || !counts || time || idiom {
                return Some(numeral.end);
            }
        }
        // "On all fours", "two-state", "24-hour": common idioms; there are many others.
        if self.is_hyphen(numeral.end)
            && matches!(
                self.folded(numeral.end + 1),
                "by" | "state" | "way" | "party" | "sided" | "faced" | "hander" | "to"
            )
        {
            return Some(if self.folded(numeral.end + 1) == "by" {
                numeral.end + 4
            } else {
                numeral.end + 2
            });
        }
        if self.is_hyphen(numeral.end)
            && matches!(self.surface(numeral.start), "24")
            && matches!(self.folded(numeral.end + 1), "hour" | "hours")
        {
            return Some(numeral.end + 2);
        }
        None
    }

    /// "One of the missiles"; but not "one of the largest".
    fn one_of(&self, at: usize) -> bool {
        let noun = at
            + usize::from(matches!(
                self.folded(at),
                "the" | "these" | "those" | "his" | "her" | "its" | "their"
            ));
        if matches!(self.folded(at), "them" | "us" | "those") {
            return false;
        }
        !self.folded(noun).ends_with("est") && self.folded(noun) != "most" && self.begins_counted(noun)
    }

    fn excluded_ordinal(&self, numeral: &Numeral) -> Option<usize> {
        let noun = self.folded(numeral.end);
        let lower =
            self.token(numeral.end).is_some_and(|t| t.kind == TokenKind::Word && t.shape == Shape::Lower);
        let word = self.folded(numeral.start);
        let idle = matches!(word, "first" | "second") && !self.begins_counted(numeral.end)
            || matches!(
                noun,
                "responders"
                    | "responder"
                    | "aid"
                    | "floor"
                    | "grade"
                    | "time"
                    | "century"
                    | "place"
                    | "party"
                    | "quarter"
                    | "half"
                    | "degree"
                    | "hand"
                    | "day"
            )
            || matches!(self.before(numeral.start), "at" | "since" | "when");
        (!lower || idle).then_some(numeral.end)
    }

    /// A final check: a bare number that a capital letter makes part of a name ("10 Downing Street"), or that directly
    /// follows one ("Boeing 737 crashed").
    pub(super) fn excluded_reading(
        &self,
        first: &Numeral,
        start: usize,
        end: usize,
        counted: &Counted,
        bare: bool,
    ) -> bool {
        if first.ordinal {
            return counted.noun.is_none();
        }
        if !bare || self.kind(first.start) != Some(TokenKind::Number) {
            return false;
        }
        let heading = || self.is_heading();
        let name = self.token(end).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised());
        if name && counted.end <= end && !heading() {
            return true;
        }
        let behind = start > self.heading
            && self
                .document
                .tokens()
                .get(start.wrapping_sub(1))
                .is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised());
        behind && start > self.heading + 1 && !heading()
    }

    /// True if most words are capitalised, which makes capitals uninformative.
    pub(super) fn is_heading(&self) -> bool {
        let words = self.document.tokens().get(self.heading..self.end.min(self.heading + 12)).unwrap_or(&[]);
        let (mut capital, mut lower) = (0, 0);
        for token in words.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 3) {
            if token.is_capitalised() { capital += 1 } else { lower += 1 }
        }
        capital > 0 && capital >= 3 * lower
    }
}
