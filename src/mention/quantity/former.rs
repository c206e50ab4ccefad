//! Figures that a source withdraws or only compares with: "not 23, as first reported", "an earlier figure of 23", "up from
//! 12".

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::mention::quantity::scope::Around;
use crate::text::Token;

impl Around<'_, '_> {
    /// True for a figure that is withdrawn or only compared with; `free` is the range up to the neighbouring numbers.
    pub(super) fn is_former(&self, free: Range<usize>) -> bool {
        let article = usize::from(matches!(self.back(1), "the" | "a" | "an"));
        let (one, two) = (self.back(1 + article), self.back(2 + article));
        match (two, one) {
            ("," | "(" | "and" | "—" | "–" | "-", "not") => return true,
            ("rather", "than") | ("instead", "of") | ("down" | "up", "from") => return true,
            ("compared" | "compares" | "compare", "with" | "to") => return true,
            _ => {}
        }
        if one == "from" {
            let next = self.number.end;
            let to = self.word(next) == "to"
                && self.document.tokens().get(next + 1).is_some_and(Token::may_begin_number);
            let from = self.number.start.saturating_sub(1 + article);
            let changes = (from.saturating_sub(4).max(self.before.start)..from)
                .any(|at| self.is_in(at, WordSet::Moves) || self.is_in(at, WordSet::Revises));
            if to || changes {
                return true;
            }
        }
        let low = self.before.start.max(free.start);
        // "An earlier figure of 23".
        if one == "of" {
            let noun = self.number.start.saturating_sub(2 + article);
            if self.is_in(noun, WordSet::Figure)
                && (noun.saturating_sub(3).max(low)..noun).any(|at| self.is_in(at, WordSet::Former))
            {
                return true;
            }
        }
        // "Had earlier said 23 people died", "first reports said 23", "initially put the toll at 23".
        let told = (low..self.number.start).any(|at| {
            self.is_in(at, WordSet::Former) && {
                let reach = if self.word(at + 1) == "version" { 7 } else { 4 };
                (at + 1..self.number.start.min(at + reach)).any(|n| self.is_in(n, WordSet::GivesFigure))
            } || self.is_in(at, WordSet::GivesFigure)
                && matches!(self.word(at + 1), "earlier" | "initially" | "previously" | "originally")
        });
        // "The 16 first reported", "23, as first reported", "23 previously given".
        let high = self.behind.end.min(free.end).min(self.number.end + 6);
        let behind = (self.number.end..high).any(|at| {
            self.is_in(at, WordSet::Former)
                && (at + 1..(at + 3).min(high)).any(|n| self.is_in(n, WordSet::GivesFigure))
        });
        told || behind && !self.is_main(high)
    }

    /// True if there is a verb between the number and what follows: "23 people died, he earlier said" is about them.
    fn is_main(&self, high: usize) -> bool {
        (self.number.end..high).take_while(|&at| !self.is_in(at, WordSet::Former)).any(|at| {
            self.document.is(at, Class::PlainAuxiliary)
                || self.document.is(at, Class::IrregularPast)
                || self.word(at).ends_with("ed")
        })
    }
}
