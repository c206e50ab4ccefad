//! Years: four digits are a year only if they do not count anything.

use crate::date::Day;
use crate::lexicon::TableId;
use crate::mention::date::read::Reader;
use crate::mention::date::resolve::Value;
use crate::mention::date::{Anchor, Granularity};
use crate::text::{Shape, TokenKind};

/// Words that can precede a year: prepositions, seasons and parts of a year, which are closed. Sorted.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "(", "[", "after", "around", "before", "between", "by", "circa", "during", "early", "fall", "from", "in",
    "late", "mid", "of", "since", "spring", "summer", "through", "throughout", "till", "until", "winter",
    "year",
];

/// The most words from "dating" to the year.
const DATED: usize = 6;

impl Reader<'_, '_> {
    /// The year at a token.
    pub(super) fn year(&self, at: usize) -> Option<i32> {
        let surface = self.surface(at);
        if self.kind(at) != Some(TokenKind::Number)
            || surface.len() != 4
            || !surface.bytes().all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let year: i32 = surface.parse().ok()?;
        (1000..=2199).contains(&year).then_some(year)
    }

    /// A year that stands alone: followed by nothing that it could count, and preceded by a word that leads to a year, or
    /// itself a likely year.
    pub(super) fn lone_year(&self, at: usize) -> Option<i32> {
        let year = self.year(at)?;
        let before = self.before(at);
        let led = LEADS.binary_search(&before).is_ok();
        if matches!(
            before,
            "$" | "€"
                | "£"
                | "#"
                | "no"
                | "number"
                | "flight"
                | "+"
                | "about"
                | "nearly"
                | "than"
                | "least"
                | "some"
                | "almost"
                | "over"
        ) {
            return None;
        }
        if at > self.start && self.surface(at - 1) == "-" && self.attached(at) {
            return None;
        }
        if self.attached(at + 1)
            && !matches!(
                self.surface(at + 1),
                "," | "." | ";" | ":" | ")" | "]" | "-" | "?" | "!" | "/" | "\"" | "”" | "'" | "’"
            )
            && self.kind(at + 1) != Some(TokenKind::Possessive)
            && self.kind(at + 1) != Some(TokenKind::Quote)
        {
            return None;
        }
        // "2014-18-22": a telephone number.
        if matches!(self.surface(at + 1), "-" | "/")
            && self.attached(at + 2)
            && self.kind(at + 2) == Some(TokenKind::Number)
        {
            return None;
        }
        if matches!(self.surface(at + 1), "%" | "°") {
            return None;
        }
        // "2000 soldiers" is a count; "2016 elections" names when they were held; "In 2003 soldiers seized power" is a year
        // again.
        let led_surely = matches!(before, "in" | "since" | "by");
        let persons = self
            .document
            .lookup(TableId::Counted, at + 1, self.lexicon)
            .is_some_and(|(_, hit)| matches!(hit.entry.class.as_str(), "person" | "people"));
        let measured = self
            .document
            .lookup(TableId::Unit, at + 1, self.lexicon)
            .is_some_and(|(_, hit)| !hit.weak && hit.entry.class != "money");
        let next = self.folded(at + 1);
        let plural = self.token(at + 1).is_some_and(|t| t.kind == TokenKind::Word && t.shape == Shape::Lower)
            && next.ends_with('s')
            && next.len() > 4
            && !next.ends_with("ss");
        let round = year % 100 == 0 || !(1950..=2040).contains(&year);
        if !led_surely && (persons || measured || plural && round && !matches!(before, "the" | "of")) {
            return None;
        }
        let likely = (1900..=2099).contains(&year);
        if likely {
            // "Flight 1971", "Boeing 2000": after a name that is not a month.
            let name = at > self.start
                && self.token(at - 1).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
                && self.calendar(at - 1).is_none()
                && !led
                && at > self.start + 1
                && self.kind(at + 1) == Some(TokenKind::Word);
            return (!name).then_some(year);
        }
        let dated = self.is_dated(at);
        (dated
            || led
                && before != "of"
                && before != "by"
                && before != "from"
                && before != "between"
                && before != "("
                && before != "around"
                && before != "to")
            .then_some(year)
    }

    /// "Dating back to 1652", "dates from 1652", "goes back as far as 1652".
    fn is_dated(&self, at: usize) -> bool {
        if !matches!(self.before(at), "to" | "as" | "from" | "between") {
            return false;
        }
        let low = at.saturating_sub(DATED).max(self.start);
        let back = (low..at).any(|at| self.folded(at) == "back");
        (low..at).any(|at| match self.folded(at) {
            "dating" | "dates" | "dated" | "date" => true,
            "goes" | "going" | "went" | "go" => back,
            _ => false,
        })
    }
}

/// "Early 2014", "mid-2014", "late 2014": a third of the year. "Earlier in 2014" and "later in 2014" are told from another time in
/// it, and its beginning may be a month or a third.
pub(super) fn part_of_year(year: i32, word: &str, third: u8) -> Option<Value> {
    let first = Day::new(year, 1, 1)?;
    let (granularity, from, months) = if matches!(word, "earlier" | "later" | "beginning" | "start") {
        (Granularity::Year, 0, 12)
    } else {
        (Granularity::Quarter, i32::from(third) * 4, 4)
    };
    let (from, to) = (first.month_start(from), first.month_start(from + months).plus(-1));
    let mut value = Value::new(granularity).days(from, to, Anchor::Explicit);
    value.year = Some(year);
    Some(value.approximate())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(LEADS.is_sorted_by(|a, b| a < b));
    }
}
