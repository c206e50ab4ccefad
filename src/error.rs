//! The library's only error type.

use thiserror::Error;

/// What can go wrong: sources that cannot be told apart, an invalid configuration, a malformed lexicon file.
///
/// The content of a text is never an error. The predicates tell which of the three it is; the message is for people.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct Error(Box<Kind>);

#[derive(Debug, Error)]
pub(crate) enum Kind {
    #[error("at least two sources are needed to reconcile, {0} given")]
    TooFewSources(usize),
    #[error("source {0} (counted from 1) has an empty id")]
    EmptyId(usize),
    #[error("two sources have the id {0:?}")]
    DuplicateId(String),
    #[error("{what} has {given} {unit}, more than limits.{field} allows ({most})")]
    Limit { what: String, unit: &'static str, given: usize, field: &'static str, most: usize },
    #[error("{text:?} is not a publication date: {reason}")]
    Published { text: String, reason: String },
    #[error("{word:?} is not one of: {known}")]
    Word { word: String, known: String },
    #[error("line {line}: {row:?} is neither the id of a record nor two readings separated by a bar")]
    Label { line: usize, row: String },
    #[error("configuration: {field} is {value}, but must be between {least} and {most}")]
    Config { field: &'static str, value: f64, least: f64, most: f64 },
    #[error("configuration: provenance.known.{field}: {reason}")]
    Known { field: &'static str, reason: String },
    #[error("lexicon {table}, line {line}: {reason}")]
    Lexicon { table: String, line: usize, reason: String },
}

impl Error {
    /// The input: fewer than two sources, an empty or duplicate id, more than a limit allows, an invalid publication date, a word
    /// that cannot be parsed as a facet, a relation or the like, or a malformed row of labels.
    pub fn is_input(&self) -> bool {
        matches!(
            *self.0,
            Kind::TooFewSources(_)
                | Kind::EmptyId(_)
                | Kind::DuplicateId(_)
                | Kind::Limit { .. }
                | Kind::Published { .. }
                | Kind::Word { .. }
                | Kind::Label { .. }
        )
    }

    /// True if the input exceeds [`Limits`](crate::Limits).
    pub fn is_limit(&self) -> bool {
        matches!(*self.0, Kind::Limit { .. })
    }

    /// The configuration: a number out of range, or contradictory statements about sources.
    pub fn is_config(&self) -> bool {
        matches!(*self.0, Kind::Config { .. } | Kind::Known { .. })
    }

    /// A lexicon file or entry.
    pub fn is_lexicon(&self) -> bool {
        matches!(*self.0, Kind::Lexicon { .. })
    }

    pub(crate) fn lexicon(table: &str, line: usize, reason: impl Into<String>) -> Self {
        Kind::Lexicon { table: table.to_owned(), line, reason: reason.into() }.into()
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self(Box::new(kind))
    }
}

/// Fails if a configured number is out of range or NaN.
pub(crate) fn check_between(field: &'static str, value: f64, least: f64, most: f64) -> Result<(), Error> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    Err(Kind::Config { field, value, least, most }.into())
}

/// Fails if a configured probability is not in [0, 1].
pub(crate) fn check_probability(field: &'static str, value: f64) -> Result<(), Error> {
    check_between(field, value, 0.0, 1.0)
}
