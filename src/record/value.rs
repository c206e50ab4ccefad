//! The typed value of a reading.

use serde::{Deserialize, Serialize};

use crate::date::{Day, TimeOfDay, Weekday};
use crate::mention::NameKind;
use crate::mention::date::Granularity;
use crate::mention::quantity::{Bound, QuantityKind};

/// What a reading says, typed by kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Value {
    /// A name.
    #[non_exhaustive]
    Name {
        /// The name, with white space normalised.
        name: String,
        /// What it names.
        entity: NameKind,
    },
    /// A quantity.
    #[non_exhaustive]
    Quantity {
        /// The single number stated, ignoring any bound: 24 for "at least 24"; `null` for a range and for "dozens".
        #[serde(default)]
        number: Option<f64>,
        /// The lowest value stated; `null` if there is none.
        low: Option<f64>,
        /// The highest value stated; `null` if there is none.
        high: Option<f64>,
        /// How the number is bounded.
        bound: Bound,
        /// What it measures.
        measure: QuantityKind,
        /// The unit or currency.
        unit: Option<String>,
        /// What is counted, as written: "military personnel"; `null` if that is stated elsewhere ("12 dead").
        counted: Option<String>,
        /// One word for what is counted, the same for all synonyms ("soldier" for troops), if the lexicon has one.
        #[serde(default)]
        concept: Option<String>,
        /// What is said about those counted, as one word for every way of saying it: "killed", "injured", "arrested".
        #[serde(default)]
        state: Option<String>,
        /// What a rate is per: "day" in "40 a day".
        #[serde(default)]
        per: Option<String>,
    },
    /// A date.
    #[non_exhaustive]
    Date {
        /// The first day it can mean.
        earliest: Option<Day>,
        /// The last day it can mean.
        latest: Option<Day>,
        /// Its granularity.
        #[serde(default)]
        granularity: Granularity,
        /// The day of the week it names.
        #[serde(default)]
        weekday: Option<Weekday>,
        /// The day of the month it names; with `month` and `year`, this is all there is if the source has no date ("July 26").
        #[serde(default)]
        day: Option<u8>,
        /// The month it names, 1 to 12.
        #[serde(default)]
        month: Option<u8>,
        /// The year it names.
        #[serde(default)]
        year: Option<i32>,
        /// The part of the day it names: "morning".
        #[serde(default)]
        part_of_day: Option<String>,
        /// The earliest time of day it can mean, as stated, whatever its zone; for a part of the day, its beginning.
        #[serde(default)]
        time: Option<TimeOfDay>,
        /// The latest time of day it can mean.
        #[serde(default)]
        until: Option<TimeOfDay>,
    },
    /// A quotation.
    #[non_exhaustive]
    Quote {
        /// The words, with white space normalised.
        words: String,
        /// Who said them, as named beside them.
        speaker: Option<String>,
    },
    /// Asserted (`true`) or denied (`false`).
    #[non_exhaustive]
    Polarity {
        /// True if it is asserted.
        asserted: bool,
    },
    /// Anything else, in its own words.
    #[non_exhaustive]
    Words {
        /// The words, with white space normalised.
        words: String,
    },
}

impl Value {
    /// The single number a quantity states, ignoring any bound: 24 for "at least 24". `None` for a range, for "dozens", and for
    /// anything but a quantity.
    ///
    /// ```
    /// use testimonia::{Reconciler, Source};
    ///
    /// let sources = [
    ///     Source::new("morning", "The dam at Tillia broke on Monday, killing 12 people."),
    ///     Source::new("evening", "The dam at Tillia broke on Monday, killing at least 14 people."),
    /// ];
    /// let reconciliation = Reconciler::new().reconcile(&sources)?;
    /// let toll = reconciliation.discrepancies().next().expect("two tolls");
    /// let numbers: Vec<Option<f64>> = toll.readings.iter().map(|reading| reading.value.number()).collect();
    /// assert_eq!(numbers, [Some(14.0), Some(12.0)]);
    /// # Ok::<(), testimonia::Error>(())
    /// ```
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Quantity { number, .. } => *number,
            _ => None,
        }
    }

    /// What is said about those counted, if it is a count and something is said: "killed".
    pub fn state(&self) -> Option<&str> {
        match self {
            Self::Quantity { state, .. } => state.as_deref(),
            _ => None,
        }
    }

    /// The first and the last day a date can mean, if both are known.
    pub fn days(&self) -> Option<(Day, Day)> {
        match self {
            Self::Date { earliest, latest, .. } => earliest.zip(*latest),
            _ => None,
        }
    }

    /// The words of a name, a quotation, or a value kept in its own words.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Name { name: words, .. } | Self::Quote { words, .. } | Self::Words { words } => Some(words),
            _ => None,
        }
    }
}
