//! Figures that a source withdraws or only compares with: "not 23, as first reported", "an earlier figure of 23", "up from
//! 12".

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::mention::quantity::scope::Around;
use crate::text::Token;

/// Words for "earlier".
const FORMER: &[&str] = &[
    "earlier",
    "initially",
    "initial",
    "previously",
    "previous",
    "originally",
    "original",
    "first",
    "preliminary",
    "provisional",
    "prior",
];
/// Nouns for a figure.
const FIGURES: &[&str] = &[
    "figure",
    "figures",
    "toll",
    "count",
    "counts",
    "estimate",
    "estimates",
    "report",
    "reports",
    "number",
    "total",
    "tally",
    "tallies",
];
/// Verbs of giving a figure.
const TELLING: &[&str] = &[
    "said",
    "reported",
    "put",
    "given",
    "gave",
    "stated",
    "announced",
    "believed",
    "thought",
    "feared",
    "estimated",
    "counted",
    "spoke",
    "suggested",
    "reports",
    "report",
    "told",
    "claimed",
];
/// Verbs and particles of change.
const CHANGES: &[&str] = &[
    "rose",
    "risen",
    "rise",
    "rises",
    "rising",
    "fell",
    "fallen",
    "fall",
    "falls",
    "falling",
    "down",
    "up",
    "revised",
    "revising",
    "lowered",
    "lowering",
    "cut",
    "raised",
    "raising",
    "increased",
    "decreased",
    "dropped",
    "reduced",
    "climbed",
    "changed",
    "corrected",
    "jumped",
    "grew",
    "grown",
];

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
            let changes =
                (from.saturating_sub(4).max(self.before.start)..from).any(|at| is_change(self.word(at)));
            if to || changes {
                return true;
            }
        }
        let low = self.before.start.max(free.start);
        // "An earlier figure of 23".
        if one == "of" {
            let noun = self.number.start.saturating_sub(2 + article);
            if is_figure(self.word(noun))
                && (noun.saturating_sub(3).max(low)..noun).any(|at| is_former_word(self.word(at)))
            {
                return true;
            }
        }
        // "Had earlier said 23 people died", "first reports said 23", "initially put the toll at 23".
        let told = (low..self.number.start).any(|at| {
            is_former_word(self.word(at)) && {
                let reach = if self.word(at + 1) == "version" { 7 } else { 4 };
                (at + 1..self.number.start.min(at + reach)).any(|n| is_telling(self.word(n)))
            } || is_telling(self.word(at))
                && matches!(self.word(at + 1), "earlier" | "initially" | "previously" | "originally")
        });
        // "The 16 first reported", "23, as first reported", "23 previously given".
        let high = self.behind.end.min(free.end).min(self.number.end + 6);
        let behind = (self.number.end..high).any(|at| {
            is_former_word(self.word(at)) && (at + 1..(at + 3).min(high)).any(|n| is_telling(self.word(n)))
        });
        told || behind && !self.is_main(high)
    }

    /// True if there is a verb between the number and what follows: "23 people died, he earlier said" is about them.
    fn is_main(&self, high: usize) -> bool {
        (self.number.end..high).take_while(|&at| !is_former_word(self.word(at))).any(|at| {
            self.document.is(at, Class::PlainAuxiliary)
                || self.document.is(at, Class::IrregularPast)
                || self.word(at).ends_with("ed")
        })
    }
}

fn is_former_word(word: &str) -> bool {
    FORMER.contains(&word)
}

fn is_figure(word: &str) -> bool {
    FIGURES.contains(&word)
}

fn is_telling(word: &str) -> bool {
    TELLING.contains(&word)
}

fn is_change(word: &str) -> bool {
    CHANGES.contains(&word)
}
