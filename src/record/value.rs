//! The typed value of a reading.

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::mention::NameKind;
use crate::mention::quantity::{Bound, QuantityKind};

/// What a reading says, typed by its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Value {
    /// A name.
    Name {
        /// The name, white space folded.
        name: String,
        /// What it names.
        entity: NameKind,
    },
    /// A quantity.
    Quantity {
        /// The lowest value stated; `null` where there is none.
        low: Option<f64>,
        /// The highest value stated; `null` where there is none.
        high: Option<f64>,
        /// How the number is bound.
        bound: Bound,
        /// What it measures.
        measure: QuantityKind,
        /// The unit or currency.
        unit: Option<String>,
        /// The stem of the noun counted.
        counted: Option<String>,
    },
    /// A date.
    Date {
        /// The first day it can mean.
        earliest: Option<Day>,
        /// The last day it can mean.
        latest: Option<Day>,
    },
    /// A quotation.
    Quote {
        /// The words, white space folded.
        words: String,
        /// Who says them, as named beside them.
        speaker: Option<String>,
    },
    /// Asserted (`true`) or denied.
    Polarity {
        /// True where it is asserted.
        asserted: bool,
    },
    /// Anything else, in its own words.
    Words {
        /// The words, white space folded.
        words: String,
    },
}
