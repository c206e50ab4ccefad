//! The interval a number can mean, given its bound and its rounding.

use crate::mention::quantity::{Bound, Quantity, QuantityKind};

/// The most, as a fraction of its value, by which a number without a word like "about" is assumed to be rounded.
const UNMARKED: f64 = 0.05;
/// The same for a number with such a word.
const MARKED: f64 = 0.25;
/// The least, as a fraction of its value, by which a number with "about" may be off.
const ABOUT: f64 = 0.1;
/// The most by which "nearly" may fall short of its number.
const NEARLY: f64 = 0.15;
/// How far a number on the open side of a bound may be from it, as a fraction.
const OPEN: f64 = 0.5;
/// A child of two and a half is said to be two.
const OF_AGE: f64 = 0.99;
/// Sums and durations below this are exact to the dollar and the year.
const SMALL: f64 = 100.0;
/// Counts from this on that end in zeros and have only two other digits are assumed to be rounded.
const ROUND: f64 = 1000.0;

impl Quantity {
    /// The interval that the number can mean, wider than stated if its bound or rounding allows. In the number's own unit;
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

    /// How far the true value may be from a number that is not marked as rounded: half the place of its last nonzero digit,
    /// and at most a twentieth of the value. "10 years", "$20" and percentages are exact to the unit.
    fn half_grain(&self) -> f64 {
        let value = self.low.or(self.high).unwrap_or(0.0).abs();
        let exact = match self.kind {
            QuantityKind::Percent => self.unit.as_deref() != Some("share"),
            QuantityKind::Duration | QuantityKind::Money => value < SMALL,
            _ => false,
        };
        let grain = if exact { self.grain.min(1.0) } else { self.grain };
        // Fractions are imprecise: 35 percent may be called "a third".
        let cap = if self.unit.as_deref() == Some("share") { f64::INFINITY } else { value * UNMARKED };
        (grain / 2.0).min(cap)
    }

    /// True for any measure, and for a number of at least two significant digits that ends in zeros: readers take 2,500 as
    /// rounded, but 600 and 50 as counted.
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
