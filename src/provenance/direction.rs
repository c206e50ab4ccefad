//! Direction: which of two texts with shared wording came first, if there is evidence.
//!
//! In order: a feed named by the caller; a credit naming the other; a credit to the agency whose text the other is; a credit to
//! an outlet that is not an agency, if the other's publisher is unknown and may be that outlet; the time of publication. Two
//! texts that credit one agency both come from it, and neither from the other. Which text is longer says nothing: the later one
//! may cut or add.

use crate::provenance::pair::{Pair, Side};
use crate::record::Evidence;

/// The direction, and the evidence for it, if no other row shows it.
pub(super) struct Direction {
    /// True if the second text was made from the first.
    pub(super) forward: bool,
    pub(super) row: Option<Evidence>,
}

impl Direction {
    fn to(side: Side, row: Option<Evidence>) -> Self {
        Self { forward: side == Side::Other, row }
    }
}

/// The strongest evidence for the direction of a pair; `None` if there is none, or evidence for both directions.
pub(super) fn of(pair: &Pair<'_, '_>, feeds: (bool, bool)) -> Option<Direction> {
    match feeds {
        (true, false) => return Some(Direction::to(Side::Other, None)),
        (false, true) => return Some(Direction::to(Side::One, None)),
        _ => {}
    }
    let told = |credit: &dyn Fn(Side) -> Option<usize>| match (credit(Side::One), credit(Side::Other)) {
        (Some(_), None) => Some(Some(Side::One)),
        (None, Some(_)) => Some(Some(Side::Other)),
        (Some(_), Some(_)) => Some(None),
        (None, None) => None,
    };
    if let Some(side) = told(&|side| pair.credit(side)) {
        return side.map(|side| Direction::to(side, None));
    }
    if let Some(side) = told(&|side| pair.agency(side)) {
        return side.map(|side| Direction::to(side, None));
    }
    if let Some(side) = told(&|side| outlet(pair, side)) {
        let side = side?;
        let mentions = outlet(pair, side).map(|n| pair.credit_place(side, n)).unwrap_or_default();
        let (from, to) = ends(pair, side);
        let outlet = mentions.first().map_or("", |mention| mention.text.as_str());
        let text = format!("{from} credits \"{outlet}\"; {to} does not and may be that outlet itself");
        return Some(Direction::to(side, Some(Evidence { text, weight: 0.0, mentions })));
    }
    if pair.same_agency().is_some() {
        return None;
    }
    by_time(pair)
}

/// The ids of a side and of the opposite one.
fn ends<'p>(pair: &Pair<'p, '_>, side: Side) -> (&'p str, &'p str) {
    let (one, other) = (pair.one.document.source().id(), pair.other.document.source().id());
    if side == Side::One { (one, other) } else { (other, one) }
}

/// A credit to an outlet that the other source may be: its publisher is unknown, and it does not credit that outlet itself.
fn outlet(pair: &Pair<'_, '_>, side: Side) -> Option<usize> {
    let (from, to) = if side == Side::One { (pair.one, pair.other) } else { (pair.other, pair.one) };
    if to.outlet.is_known() {
        return None;
    }
    let mut outlets = from.outlets().filter(|(_, credit)| !credit.is_agency());
    outlets.find(|(_, credit)| !to.outlets().any(|(_, own)| own.is_same_outlet(credit))).map(|(n, _)| n)
}

fn by_time(pair: &Pair<'_, '_>) -> Option<Direction> {
    let (x, y) = (pair.one.document.published()?, pair.other.document.published()?);
    let first = match x.day().cmp(&y.day()) {
        // On the same day, times are compared only if both are given.
        std::cmp::Ordering::Equal => x.minute()?.cmp(&y.minute()?),
        of_days => of_days,
    };
    let (one, other) = (pair.one.document.source().id(), pair.other.document.source().id());
    let row = |side| {
        let text = format!("{one} was published on {x}, {other} on {y}");
        Some(Direction::to(side, Some(Evidence { text, weight: 0.0, mentions: Vec::new() })))
    };
    match first {
        std::cmp::Ordering::Less => row(Side::Other),
        std::cmp::Ordering::Greater => row(Side::One),
        std::cmp::Ordering::Equal => None,
    }
}
