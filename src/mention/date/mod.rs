//! Dates: expressions of time as intervals of days, read from the day of publication where that is known.

use std::ops::Range;

use crate::date::Day;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Document;

/// How fine an expression of time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Granularity {
    /// A time of day.
    Minute,
    /// A part of a day ("early Friday").
    DayPart,
    /// A day.
    Day,
    /// A week or weekend.
    Week,
    /// A month.
    Month,
    /// A quarter or season.
    Quarter,
    /// A year.
    Year,
    /// A decade or more.
    Decade,
}

/// What an expression of time was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Anchor {
    /// It says year, month and day, or as much of them as it means.
    Explicit,
    /// From the day of publication.
    Publication,
    /// From another time in the text ("two days later").
    Text,
    /// From nothing: the source has no date, and the value stays relative.
    None,
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// The expression, without a preposition.
    pub span: Span,
    /// Its sentence.
    pub sentence: usize,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// The first day it can mean; `None` where the start is open or unknown.
    pub earliest: Option<Day>,
    /// The last day it can mean; `None` where the end is open or unknown.
    pub latest: Option<Day>,
    /// Minutes after midnight, first and last, for a time of day.
    pub minutes: Option<(u16, u16)>,
    /// How fine it is.
    pub granularity: Granularity,
    /// What it was read from.
    pub anchor: Anchor,
    /// Day of the week it names, Monday 0; kept because two sources can agree on it where neither has a date.
    pub weekday: Option<u8>,
    /// Month (1 to 12) it names.
    pub month: Option<u8>,
    /// Day of the month it names.
    pub day: Option<u8>,
    /// Year it names.
    pub year: Option<i32>,
    /// True of "about", "early", "late" and the like.
    pub approximate: bool,
}

/// The dates of a document.
pub(crate) fn find(_document: &Document<'_>, _lexicon: &Lexicon) -> Vec<Date> {
    Vec::new()
}
