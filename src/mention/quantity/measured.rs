//! What a sum is paid as and what a percentage is of ("a fine", "turnout"), and whether the figure is a level or a change.

use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::mention::quantity::{Cursor, QuantityKind};
use crate::mention::tag::Tag;
use crate::text::Shape;

/// How many tokens before a figure are searched for what it is of.
const REACH: usize = 16;
/// How many tokens after it.
const BEHIND: usize = 5;

/// The role of a figure in a change: "rose by 2 percent from 5 percent to 7 percent".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Course {
    /// The level, or the result of the change ("to 7 percent").
    #[default]
    Level,
    /// The amount of the change ("by 2 percent").
    Change,
    /// The level before the change ("from 5 percent").
    Former,
}

impl<'d> Cursor<'d, '_> {
    /// What the figure from `start` to `end` is of, and its role in a change.
    pub(super) fn measured(&self, start: usize, end: usize, kind: QuantityKind) -> (Option<&'d str>, Course) {
        if !matches!(kind, QuantityKind::Money | QuantityKind::Percent) {
            return (None, Course::Level);
        }
        let wide = self.wide();
        let course = wide.course(start, end, kind);
        let Some((name, class)) =
            wide.measured_behind(end, kind).or_else(|| wide.measured_before(start, kind))
        else {
            return (None, course);
        };
        match class {
            // The amount by which prices change is the level of inflation.
            "inflation" | "growth" if course == Course::Change => (Some(class), Course::Level),
            "inflation" | "growth" => (None, course),
            // Growth is itself a change.
            _ if matches!(name, "inflation" | "growth") && wide.is_move(end) => (Some(name), Course::Level),
            _ => (Some(name), course),
        }
    }

    /// The table row at a token that fits the kind: its end, name and class.
    fn measured_at(&self, at: usize, kind: QuantityKind) -> Option<(usize, &'d str, &'d str)> {
        self.token(at)?;
        let (end, hit) = self.document.lookup(TableId::Measured, at, self.lexicon)?;
        let class = hit.entry.class.as_str();
        let fits = match kind {
            QuantityKind::Money => matches!(class, "sum" | "any"),
            _ => class != "sum",
        };
        (fits && end <= self.limit).then_some((end, hit.entry.canonical.as_str(), class))
    }

    /// "A $12 million federal grant", "$90 million in damage", "a 4 percent fall in the shares".
    fn measured_behind(&self, end: usize, kind: QuantityKind) -> Option<(&'d str, &'d str)> {
        let (mut words, mut at) = (0, end);
        while at < end + BEHIND {
            if let Some((_, name, class)) = self.measured_at(at, kind) {
                return Some((name, class));
            }
            // "Clean-up bill"
            if words > 0 && self.is_hyphen(at) && self.attached(at) && self.attached(at + 1) {
                at += 2;
                continue;
            }
            let word = self.folded(at);
            let joint = matches!(word, "in" | "of" | "as" | "the" | "a" | "an" | "its" | "their" | "worth");
            words += usize::from(!joint);
            let plain = self.token(at)?.shape == Shape::Lower && !self.document.is(at, Class::EndsNounPhrase);
            if !joint && (words > 1 || !plain) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// "Turnout was 61 percent", "fined the owner $2 million": the nearest in the clause.
    fn measured_before(&self, start: usize, kind: QuantityKind) -> Option<(&'d str, &'d str)> {
        let (mut found, mut figure) = (None, false);
        let mut at = start.saturating_sub(REACH).max(self.heading);
        while at < start {
            if let Some((end, name, class)) = self.measured_at(at, kind).filter(|hit| hit.0 <= start) {
                (found, figure, at) = (Some((name, class)), false, end);
                continue;
            }
            let word = self.folded(at);
            let leaves = matches!(word, "while" | "whereas" | "but" | "although" | "though")
                || self.surface(at) == ";";
            // "A fine of $5 million and the rest": what is joined to a figure by "and" may be anything.
            if leaves || figure && (word == "and" || self.surface(at) == ",") {
                found = None;
            }
            figure |= self.tag(at).any(Tag::NUMBER);
            at += 1;
        }
        found
    }

    fn course(&self, start: usize, end: usize, kind: QuantityKind) -> Course {
        let before = if start > self.heading { self.document.folded(start - 1) } else { "" };
        let moves = |set| start > self.heading && self.document.is_in(start - 1, set);
        let points = end > start && self.document.folded(end - 1).starts_with("point");
        let share = kind == QuantityKind::Percent;
        match before {
            _ if points => Course::Change,
            "from" => Course::Former,
            "by" => Course::Change,
            _ if moves(WordSet::Moves) || share && moves(WordSet::MovesShare) => Course::Change,
            _ if share && self.is_move(end) => Course::Change,
            _ => Course::Level,
        }
    }

    fn is_move(&self, end: usize) -> bool {
        let at = end + usize::from(self.is_hyphen(end));
        self.is_in(at, WordSet::Move) && !matches!(self.folded(at + 1), "than")
    }

    /// True for a number directly after a verb of change or "by": a following "to" does not begin the end of a range.
    pub(super) fn is_move_before(&self, start: usize) -> bool {
        let moves = |set| start > self.start && self.document.is_in(start - 1, set);
        self.before(start) == "by" || moves(WordSet::Moves) || moves(WordSet::MovesShare)
    }

    /// "Of a point", "a percentage point", "-point" after a fraction: one past it.
    pub(super) fn point_behind(&self, end: usize) -> Option<usize> {
        let mut at = end + usize::from(self.is_hyphen(end));
        if self.folded(at) == "of" {
            at += 1;
        }
        at += usize::from(matches!(self.folded(at), "a" | "one"));
        if matches!(self.folded(at), "percentage" | "percent") {
            at += 1 + usize::from(self.is_hyphen(at + 1));
        }
        matches!(self.folded(at), "point" | "points").then_some(at + 1)
    }
}
