//! The interval a number can mean, given its bound and its rounding.

use crate::mention::quantity::{Bound, Quantity, QuantityKind};

/// The most, as a fraction of its value, by which a number without a word like "about" is assumed to be rounded.
const UNMARKED: f64 = 0.05;
/// The same for a number with such a word.
const MARKED: f64 = 0.25;

impl Quantity {
    /// The interval that the number can mean, wider than stated if its bound or rounding allows. In the number's own unit;
    /// the upper end of "at least" is soft.
    pub fn interval(&self) -> (f64, f64) {
        let (low, high) = (self.low.unwrap_or(f64::NAN), self.high.unwrap_or(f64::NAN));
        let either = if low.is_nan() { high } else { low };
        let half = self.half_grain();
        let (low, high) = match self.bound {
            // A child of two and a half is said to be two.
            Bound::Exact if self.kind == QuantityKind::Age && low.fract() == 0.0 => (low, high + 0.99),
            Bound::Exact if self.is_rounded() => (low - half, high + half),
            Bound::Exact | Bound::Range | Bound::Vague => (low, high),
            Bound::About => {
                let wide = (self.grain / 2.0).min(low.abs() * MARKED);
                let slack = (low.abs() * 0.1).max(if self.is_rounded() { wide } else { 0.0 });
                (low - slack, high + slack)
            }
            Bound::Nearly => (either - either.abs() * 0.15, either),
            Bound::AtLeast | Bound::MoreThan => (either, either + either.abs() * 0.5),
            Bound::LessThan => (either - either.abs() * 0.5, either),
            Bound::AtMost => (either - either.abs() * 0.5, either),
        };
        (low, high)
    }

    /// How far the true value may be from a number that is not marked as rounded: half the place of its last nonzero digit,
    /// and at most a twentieth of the value. "10 years", "$20" and percentages are exact to the unit.
    fn half_grain(&self) -> f64 {
        let value = self.low.or(self.high).unwrap_or(0.0).abs();
        let exact = match self.kind {
            QuantityKind::Percent => self.unit.as_deref() != Some("share"),
            QuantityKind::Duration | QuantityKind::Money => value < 100.0,
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
                value >= 1000.0 && self.grain >= 10.0 && value / self.grain >= 10.0
            }
            QuantityKind::Measure | QuantityKind::Duration | QuantityKind::Money | QuantityKind::Percent => {
                true
            }
            QuantityKind::Age | QuantityKind::Ordinal => false,
        }
    }
}
