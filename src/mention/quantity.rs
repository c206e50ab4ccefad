//! Quantities: numbers as intervals, with what they count or measure.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Document;

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuantityKind {
    /// People or things, counted.
    Count,
    /// An amount of money; the unit is the currency.
    Money,
    /// Percent, or a share of a whole.
    Percent,
    /// A measure with a unit: length, mass, speed, temperature, magnitude.
    Measure,
    /// A length of time.
    Duration,
    /// An age in years.
    Age,
    /// A number whose noun is not known.
    Number,
    /// "First", "sixth".
    Ordinal,
}

/// How a number is bound to its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bound {
    /// The number as it stands.
    Exact,
    /// "About", "around", "some", "roughly".
    About,
    /// "Nearly", "almost", "just under".
    Nearly,
    /// "At least", "no fewer than".
    AtLeast,
    /// "More than", "over".
    MoreThan,
    /// "At most", "up to", "as many as".
    AtMost,
    /// "Less than", "under", "fewer than".
    LessThan,
    /// "Between a and b", "a to b".
    Range,
    /// "Dozens", "several", "hundreds".
    Vague,
}

/// A number with what it counts or measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number with what it counts: "around 2,500 military personnel".
    pub span: Span,
    /// The number itself, with its bound and its unit: "around 2,500".
    pub number: Span,
    /// Its sentence.
    pub sentence: usize,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// The lowest value stated; `None` where there is none ("at most 5").
    pub low: Option<f64>,
    /// The highest value stated; `None` where there is none ("at least 5").
    pub high: Option<f64>,
    /// How the number is bound.
    pub bound: Bound,
    /// What it measures.
    pub kind: QuantityKind,
    /// The unit's or currency's canonical name, for a measure.
    pub unit: Option<String>,
    /// The stem of the noun counted ("personnel", "villag"), where one follows.
    pub counted: Option<String>,
    /// What is said of those counted ("killed", "injured", "arrested"), where it is; the lexicon's canonical word.
    pub state: Option<String>,
}

/// The quantities of a document.
pub(crate) fn find(_document: &Document<'_>, _lexicon: &Lexicon) -> Vec<Quantity> {
    Vec::new()
}
