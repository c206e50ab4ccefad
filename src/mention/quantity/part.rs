//! Fractions: "two-thirds", "a quarter of a million", "half a point".

use crate::lexicon::number::{NumberWord, number_word, ordinal};
use crate::mention::quantity::Cursor;
use crate::mention::quantity::numeral::Numeral;
use crate::text::TokenKind;

impl Cursor<'_, '_> {
    /// "Thirds" after "two": the denominator and where it ends.
    pub(super) fn denominator(&self, at: usize, above: f64) -> Option<(f64, usize)> {
        let next = at + usize::from(self.is_hyphen(at));
        let word = self.folded(next);
        if !matches!(self.kind(next), Some(TokenKind::Word)) {
            return None;
        }
        if let Some(NumberWord::Part(part)) = number_word(word) {
            let fits = above < 1.0 / part && above > 0.0 && word != "half";
            return fits.then_some((1.0 / part, next + 1));
        }
        let below = f64::from(ordinal(word)?);
        let plural = word.ends_with('s');
        // "one third", "two-thirds"; but "one second".
        let fits = below > 2.0 && (plural && above != 1.0 || !plural && above == 1.0);
        fits.then_some((below, next + 1))
    }

    /// "Of a million" after a fraction: the scale, and one past it.
    pub(super) fn scale_of(&self, at: usize) -> Option<(f64, usize)> {
        let of = self.folded(at) == "of" && matches!(self.folded(at + 1), "a" | "one");
        match self.number_word(at + 2).filter(|_| of)? {
            NumberWord::Scale(scale) => Some((scale, at + 3)),
            _ => None,
        }
    }

    /// "Half", "quarter": what they are a fraction of must follow.
    pub(super) fn part_of_whole(&self, at: usize, part: f64, article: bool) -> Option<Numeral> {
        let start = if article { at - 1 } else { at };
        let before = if start > self.start { self.folded(start - 1) } else { "" };
        if ordinal(before).is_some()
            || matches!(before, "other" | "last" | "opening" | "in" | "this" | "next") && !article
        {
            return None;
        }
        let whole = Numeral { share: true, grain: 0.1, ..Numeral::exact(start, at + 1, part) };
        let mut next = at + 1;
        let hyphen = self.is_hyphen(next);
        next += usize::from(hyphen || matches!(self.folded(next), "a" | "an"));
        match self.number_word(next) {
            Some(NumberWord::Dozen) => return Some(Numeral { share: false, ..whole.times(12.0, next + 1) }),
            Some(NumberWord::Scale(scale)) => {
                return Some(Numeral { share: false, ..whole.times(scale, next + 1) });
            }
            _ => {}
        }
        // "A quarter of a million"
        if let Some((scale, end)) = self.scale_of(at + 1) {
            return Some(Numeral { share: false, ..whole.times(scale, end) });
        }
        if next > at + 1 && !hyphen {
            // "half a mile", "half an hour", "half a point"
            let point = self.point_behind(at + 1).is_some();
            if point {
                return Some(whole);
            }
            if self.unit_at(next).is_some() {
                return Some(Numeral { share: false, end: next, ..whole });
            }
        } else if hyphen && self.unit_at(next).is_some() {
            return Some(Numeral { share: false, ..whole });
        }
        let follows = self.folded(at + 1);
        let taken = matches!(follows, "of" | "the" | "its" | "their" | "his" | "her" | "all" | "our")
            || (part == 0.5 && matches!(before, "about" | "nearly" | "almost" | "over" | "than" | "between"))
            || (article && part == 0.5 && !self.is_noun_like(at + 1));
        if self.point_behind(at + 1).is_some() {
            return Some(whole);
        }
        let quarter_mile = part == 0.25 && article && self.unit_at(at + 1).is_some();
        if quarter_mile {
            return Some(Numeral { share: false, ..whole });
        }
        (taken && (part == 0.5 || article && follows == "of")).then_some(whole)
    }
}
