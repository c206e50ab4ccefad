//! Bounds and ranges: "at least", "nearly", "or so"; "between a and b", "40 to 50".

use itertools::Itertools;

use crate::lexicon::closed::Class;
use crate::lexicon::{Entry, TableId};
use crate::mention::quantity::numeral::Numeral;
use crate::mention::quantity::{Bound, Cursor, QuantityKind};
use crate::mention::tag::Tag;
use crate::text::TokenKind;

/// The bound expressed by phrases of a class in the table.
fn of_class(class: &str) -> Option<Bound> {
    Some(match class {
        "at_least" => Bound::AtLeast,
        "at_most" => Bound::AtMost,
        "more_than" => Bound::MoreThan,
        "less_than" => Bound::LessThan,
        "nearly" => Bound::Nearly,
        "about" => Bound::About,
        _ => return None,
    })
}

/// Words that strengthen a bound ("well over") and belong to it: adverbs of degree, of which English has few.
const BEFORE_BOUND: &[&str] = &["just", "well", "slightly", "far", "only", "somewhere", "way"];

/// Words between a bound and its number that do not affect the number: articles and the like, a closed list.
const BETWEEN: &[&str] = &["another", "further", "additional", "a", "an", "the"];

pub(super) struct Range<'l> {
    pub(super) numeral: Numeral,
    pub(super) unit: Option<&'l Entry>,
    pub(super) end: usize,
}

pub(super) enum Tail<'l> {
    None,
    /// A score or a telephone number: there is no quantity up to here.
    Skip(usize),
    Range(Range<'l>),
}

impl<'d> Cursor<'d, '_> {
    /// The bound before a number that begins at a token, and where it begins.
    pub(super) fn bound_before(&self, start: usize, kind: QuantityKind) -> Option<(usize, Bound)> {
        // "At least another 20".
        let skip = usize::from(start > self.start && BETWEEN.contains(&self.before(start)));
        for from in [start, start - skip] {
            // Nearly all words end no such phrase.
            let may_bound = from.checked_sub(1).is_some_and(|last| {
                let tag = self.tags.at(last);
                tag.any(Tag::of(Class::EndsBound))
                    || !tag.any(Tag::WORD.or(Tag::NUMBER).or(Tag::POSSESSIVE).or(Tag::QUOTE))
                        && matches!(self.document.surface(last), "~" | "≈")
            });
            if !may_bound {
                if skip == 0 {
                    break;
                }
                continue;
            }
            if let Some((begin, bound)) = self.bounding(from) {
                let word = if begin + 1 == from { self.before(from) } else { "" };
                // "Over two days" means during them; "some 10" and "in some 10" mean about 10; "hundreds under 10".
                let during = word == "over"
                    && kind == QuantityKind::Duration
                    && !matches!(self.before(begin), "for" | "just" | "well" | "lasted" | "after");
                let verb = matches!(word, "over" | "under" | "above") && kind == QuantityKind::Ordinal;
                if during || verb {
                    return None;
                }
                // "Reports about the 10" and "reports about a 15-year-old" name a topic; no number is bounded.
                let article = from < start && matches!(self.before(start), "a" | "an" | "the");
                if article && bound == Bound::About || from < start && kind == QuantityKind::Age {
                    return None;
                }
                let lead = begin > self.start && BEFORE_BOUND.contains(&self.before(begin));
                let bound = if lead && self.before(begin) == "just" && bound == Bound::LessThan {
                    Bound::Nearly
                } else {
                    bound
                };
                return Some((begin - usize::from(lead), bound));
            }
            if skip == 0 {
                break;
            }
        }
        None
    }

    /// The longest phrase that bounds what follows it: where it begins, and its bound.
    fn bounding(&self, end: usize) -> Option<(usize, Bound)> {
        let last = end.checked_sub(1).filter(|&last| last >= self.start)?;
        if matches!(self.document.folded(last), "~" | "≈") {
            return Some((last, Bound::About));
        }
        let phrases = self.lexicon.table(TableId::Bound);
        let low = end.saturating_sub(phrases.longest()).max(self.start);
        (low..end).find_map(|begin| {
            let phrase = (begin..end).map(|at| self.document.folded(at)).join(" ");
            Some((begin, of_class(&phrases.get_folded(&phrase)?.class)?))
        })
    }

    /// The bound after a number that ends at a token, and where it ends.
    pub(super) fn bound_behind(&self, end: usize) -> Option<(usize, Bound)> {
        let mark = self.tag(end).any(Tag::HYPHEN.or(Tag::COMMA));
        let next = end + usize::from(mark);
        let word = self.tag(next);
        // Only "+" is none of these.
        if word.any(Tag::NUMBER.or(Tag::PUNCTUATION).or(Tag::QUOTE)) {
            return None;
        }
        let bound = match (self.folded(next), self.folded(next + 1)) {
            ("or", "more" | "higher" | "greater" | "over" | "above") => (next + 2, Bound::AtLeast),
            ("or", "so" | "thereabouts") => (next + 2, Bound::About),
            ("or", "less" | "fewer" | "lower" | "under") => (next + 2, Bound::AtMost),
            ("at", "least") => (next + 2, Bound::AtLeast),
            ("at", "most") => (next + 2, Bound::AtMost),
            ("plus", _) if next > end => (next + 1, Bound::AtLeast),
            ("+", _) if self.attached(end) => (end + 1, Bound::AtLeast),
            ("odd", _) => (next + 1, Bound::About),
            _ => return None,
        };
        // "5,000 or less than 6,000" begins another number.
        if self.folded(bound.0) == "than" {
            return None;
        }
        let comma = self.tag(end).any(Tag::COMMA);
        // ", at least" ends a phrase; any other comma rules a bound out.
        (!comma || matches!(bound.1, Bound::AtLeast | Bound::AtMost) && self.folded(next) == "at")
            .then_some(bound)
    }

    /// What follows a first number that ends at `end` and turns it into a range.
    pub(super) fn range_tail(
        &self,
        start: usize,
        first: &Numeral,
        end: usize,
        unit: Option<&'d Entry>,
    ) -> Tail<'d> {
        if first.vague || first.ordinal {
            return Tail::None;
        }
        let joint = self.tag(end);
        if joint.any(Tag::NUMBER.or(Tag::COMMA).or(Tag::FULL_STOP).or(Tag::QUOTE)) {
            return Tail::None;
        }
        let mut next = end + 1;
        let hyphen =
            joint.any(Tag::HYPHEN) && self.attached(end) == self.attached(next) || self.surface(end) == "~";
        let word = self.folded(end);
        let between = self.before(start) == "between";
        let and = word == "and" && between;
        let to = word == "to" && !self.is_change(start);
        let or = word == "or" && first.low < 100.0;
        if !(hyphen || and || to || or) {
            return Tail::None;
        }
        let money = self.unit_at(next).filter(|hit| hit.entry.class == "money" && hit.end == next + 1);
        let sign = money.is_some() && self.kind(next) == Some(TokenKind::Symbol);
        if sign {
            next += 1;
        }
        let candidate = self.kind(next).is_some_and(|k| matches!(k, TokenKind::Number | TokenKind::Word));
        let parsed = if candidate && self.token(next).is_some_and(|t| t.may_begin_number()) {
            self.numeral(next, sign || unit.is_some_and(|u| u.class == "money"))
        } else if candidate && matches!(self.folded(next), "a" | "an") {
            next += 1;
            self.numeral(next, false).filter(|n| n.start + 1 == next)
        } else {
            None
        };
        let Some(second) = parsed else { return Tail::None };
        let digits = self.kind(next) == Some(TokenKind::Number);
        if second.vague || second.ordinal {
            return Tail::None;
        }
        let (mut tail_end, mut tail_unit) = (second.end, money.filter(|_| sign).map(|hit| hit.entry));
        if tail_unit.is_none() {
            if let Some(hit) = self.unit_behind(second.end, second.scale >= 1e3) {
                (tail_end, tail_unit) = (hit.end, Some(hit.entry));
            }
        }
        let same_unit = match (unit, tail_unit) {
            (Some(a), Some(b)) => a == b,
            (Some(a), None) => a.class == "money" || second.share,
            (None, Some(b)) => !first.share || b.class == "percent",
            (None, None) => true,
        };
        let low = if first.scale == 1.0 && second.scale > 1.0 { first.low * second.scale } else { first.low };
        let grows = low < second.high && same_unit;
        // "Raised by a quarter of a point to 5 percent", "rose $2 to $80": a change, and its result.
        if to && unit.is_some() && tail_unit.is_some() && self.is_move_before(start) {
            return Tail::None;
        }
        if hyphen && digits && self.kind(end.saturating_sub(1)) == Some(TokenKind::Number) {
            // A score, a vote, a telephone number: not increasing, followed by another hyphen, or with nothing counted.
            let chain = self.is_hyphen(second.end)
                && self.attached(second.end)
                && self.kind(second.end + 1) == Some(TokenKind::Number);
            let measured = tail_unit.is_some() || unit.is_some() || self.is_noun_like(second.end);
            if !grows || chain || !measured {
                return Tail::Skip(self.after_chain(second.end));
            }
        }
        // "Two or three", "one to two"; but "one or two" of different scale is not a range.
        if !grows || or && (second.high > first.low * 2.5 + 2.0) {
            return Tail::None;
        }
        Tail::Range(Range { numeral: second, unit: tail_unit, end: tail_end })
    }

    /// One past a sequence of numbers joined by hyphens.
    fn after_chain(&self, mut end: usize) -> usize {
        while self.is_hyphen(end) && self.attached(end) && self.kind(end + 1) == Some(TokenKind::Number) {
            end += 2;
        }
        end
    }

    /// "Rose from 10 to 20" gives two numbers, "ranges from 10 to 20" one range.
    fn is_change(&self, start: usize) -> bool {
        if self.before(start) != "from" {
            return false;
        }
        let word =
            |back: usize| if start >= self.start + back { self.document.folded(start - back) } else { "" };
        let ranges = |word: &str| {
            matches!(
                word,
                "ranging"
                    | "range"
                    | "ranges"
                    | "ranged"
                    | "varying"
                    | "vary"
                    | "varies"
                    | "varied"
                    | "priced"
            )
        };
        // "Ranges from 10 to 20", "ranges in price from 10 to 20"; but ages are no count.
        let told = ranges(word(2)) || word(3) == "in" && word(2) != "age" && ranges(word(4));
        !(told || matches!(word(2), "anywhere" | "lasting" | "is"))
    }
}
