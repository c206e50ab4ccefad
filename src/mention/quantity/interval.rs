//! The interval a number can mean: its bound, and how far it may be rounded.

use crate::mention::quantity::{Bound, Quantity, QuantityKind};

/// The most, as a share of it, by which a number with no word for it is taken to be rounded.
const UNMARKED: f64 = 0.05;
/// The same of a number with such a word ("about").
const MARKED: f64 = 0.25;
/// The least, as a share of it, by which a number is off that is told to be "about".
const ABOUT: f64 = 0.1;
/// The most by which "nearly" is short of its number.
const NEARLY: f64 = 0.15;
/// How far, as a share of it, a number on the open side of a bound is meant to lie at most.
const OPEN: f64 = 0.5;
/// A child of two and a half is told to be two.
const OF_AGE: f64 = 0.99;
/// Sums and durations below are told to the dollar and to the year.
const SMALL: f64 = 100.0;
/// Counts of so much that end in noughts, and have two other digits, are taken for rounded.
const ROUND: f64 = 1000.0;

impl Quantity {
    /// The interval the number can mean, wider than what is stated where its bound or its rounding says so. In its own unit;
    /// the upper end of "at least" is soft.
    pub fn interval(&self) -> (f64, f64) {
        let (low, high) = (self.low.unwrap_or(f64::NAN), self.high.unwrap_or(f64::NAN));
        let either = if low.is_nan() { high } else { low };
        let half = self.half_grain();
        let (low, high) = match self.bound {
            Bound::Exact if self.kind == QuantityKind::Age && low.fract() == 0.0 => (low, high + OF_AGE),
            Bound::Exact if self.is_rounded() => (low - half, high + half),
            Bound::Exact | Bound::Range | Bound::Vague => (low, high),
            Bound::About => {
                let wide = (self.grain / 2.0).min(low.abs() * MARKED);
                let slack = (low.abs() * ABOUT).max(if self.is_rounded() { wide } else { 0.0 });
                (low - slack, high + slack)
            }
            Bound::Nearly => (either - either.abs() * NEARLY, either),
            Bound::AtLeast | Bound::MoreThan => (either, either + either.abs() * OPEN),
            Bound::LessThan => (either - either.abs() * OPEN, either),
            Bound::AtMost => (either - either.abs() * OPEN, either),
        };
        (low, high)
    }

    /// How far what was rounded to this number may lie from it where nothing marks it as rounded: half of its last digit that is
    /// no trailing nought, and no more than a twentieth. "10 years" and "$20" are told to the year and the dollar, and so are
    /// percentages.
    fn half_grain(&self) -> f64 {
        let value = self.low.or(self.high).unwrap_or(0.0).abs();
        let exact = match self.kind {
            QuantityKind::Percent => self.unit.as_deref() != Some("share"),
            QuantityKind::Duration | QuantityKind::Money => value < SMALL,
            _ => false,
        };
        let grain = if exact { self.grain.min(1.0) } else { self.grain };
        // A fraction is a loose word: "a third" is told of 35 percent.
        let cap = if self.unit.as_deref() == Some("share") { f64::INFINITY } else { value * UNMARKED };
        (grain / 2.0).min(cap)
    }

    /// True of a number of two significant digits or more that ends in noughts, and of any measure: a reader takes 2,500 for
    /// rounded, but 600 and 50 for counted.
    fn is_rounded(&self) -> bool {
        match self.kind {
            QuantityKind::Count | QuantityKind::Number => {
                let value = self.low.unwrap_or(0.0);
                value >= ROUND && self.grain >= 10.0 && value / self.grain >= 10.0
            }
            QuantityKind::Measure | QuantityKind::Duration | QuantityKind::Money | QuantityKind::Percent => {
                true
            }
            QuantityKind::Age | QuantityKind::Ordinal => false,
        }
    }
}
