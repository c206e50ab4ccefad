//! Probabilities.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::math::logistic;

/// A probability in [0, 1], kept to four decimals.
///
/// The output is written with four decimals; keeping no more makes scores ordered, hashable and equal after a round trip.
///
/// ```
/// use testimonia::Score;
///
/// assert_eq!(Score::new(0.123_456).value(), 0.1235);
/// assert_eq!(Score::new(7.0), Score::CERTAIN);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "f64", extend("minimum" = 0, "maximum" = 1)))]
pub struct Score(u16);

impl Score {
    const SCALE: f64 = 10_000.0;

    /// Probability 0.
    pub const NEVER: Score = Score(0);
    /// Probability 1.
    pub const CERTAIN: Score = Score(10_000);

    /// A score from a count of ten-thousandths, at most 10,000.
    pub(crate) const fn of_ten_thousandths(count: u16) -> Self {
        Self(if count > 10_000 { 10_000 } else { count })
    }

    /// The score for a probability; values outside [0, 1] become the nearer end, and NaN becomes 0.
    pub fn new(probability: f64) -> Self {
        if probability.is_nan() {
            return Self::NEVER;
        }
        Self((probability.clamp(0.0, 1.0) * Self::SCALE).round() as u16)
    }

    /// The probability.
    pub fn value(self) -> f64 {
        f64::from(self.0) / Self::SCALE
    }

    /// The logistic function of a sum of weights.
    pub fn logistic(log_odds: f64) -> Self {
        Self::new(logistic(log_odds))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.value())
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Score::new)
    }
}
