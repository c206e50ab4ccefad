//! Dates: expressions of time as intervals of days, read from the day of publication where that is known.

mod clock;
mod day;
mod digits;
mod holiday;
mod order;
mod range;
mod read;
mod relative;
mod resolve;
mod year;
mod zone;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::date::{Day, Published, TimeOfDay, Weekday};
use crate::lexicon::{CalendarUnit, Lexicon, is_part_of_day};
use crate::mention::tag::Tags;
use crate::mention::{Quote, one_spaced};
use crate::span::Span;
use crate::text::{Document, SentenceKind};
use read::Reader;

pub use clock::{Clock, Timing};
pub use zone::Zone;

/// How fine an expression of time is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Granularity {
    /// A time of day.
    Minute,
    /// A part of a day ("early Friday").
    DayPart,
    /// A day.
    #[default]
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
#[non_exhaustive]
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
    /// How that time of day is told.
    pub clock: Option<Clock>,
    /// Of a stretch told by its ends, both.
    pub ends: Option<Ends>,
    /// The other day it can mean where nothing tells which of two numbers is the month ("07/04/2023").
    pub other: Option<Day>,
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
    /// How it stands to the day of publication ("last week" is a week before), where that is what it says.
    pub relative: Option<Relative>,
    /// True between quotation marks, where "today" is the day of speaking.
    pub quoted: bool,
    /// The expression as written, white space folded.
    pub surface: String,
}

impl Date {
    /// The day of the week it names.
    pub fn weekday(&self) -> Option<Weekday> {
        self.weekday.and_then(|n| Weekday::ALL.get(usize::from(n))).copied()
    }

    /// The word for a part of the day that it holds: "morning".
    pub fn part_of_day(&self) -> Option<String> {
        let words = self.surface.split(|ch: char| !ch.is_alphabetic()).map(str::to_lowercase);
        words.into_iter().find(|word| is_part_of_day(word))
    }

    /// The first and the last time of day it can mean, as told, whatever its zone.
    pub fn times(&self) -> Option<(TimeOfDay, TimeOfDay)> {
        let (first, last) = self.minutes?;
        Some((TimeOfDay::new(first)?, TimeOfDay::new(last)?))
    }
}

/// The two ends of a stretch: "June 3 to June 9".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ends {
    /// Where it begins.
    pub first: End,
    /// Where it ends.
    pub last: End,
}

/// One end of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct End {
    /// The first and the last day it can mean, where known.
    pub days: Option<(Day, Day)>,
    /// How fine it is.
    pub granularity: Granularity,
    /// What it was read from.
    pub anchor: Anchor,
    /// Day of the week it names, Monday 0.
    pub weekday: Option<u8>,
    /// Month (1 to 12) it names.
    pub month: Option<u8>,
    /// Day of the month it names.
    pub day: Option<u8>,
    /// Year it names.
    pub year: Option<i32>,
    /// How it stands to the day of publication.
    pub relative: Option<Relative>,
}

/// An expression's distance from the day of publication: "last week" is week -1, "two days ago" day -2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Relative {
    /// The unit it counts in.
    pub unit: CalendarUnit,
    /// How many of them; negative in the past.
    pub offset: i32,
}

/// The dates of a document. One pass over the tokens; an expression is at most a dozen of them.
pub(crate) fn find(document: &Document<'_>, tags: &Tags, lexicon: &Lexicon) -> Vec<Date> {
    let mut found: Vec<Date> = Vec::new();
    let mut last = None;
    let order = order::Order::of(document, tags, lexicon);
    let head = document.published().or_else(|| head_date(document, tags, lexicon, order));
    let mut times = tags.times.iter().copied().peekable();
    for (position, sentence) in document.sentences().iter().enumerate() {
        if times.peek().is_none() {
            break;
        }
        let mut reader = Reader::new(document, tags, lexicon, sentence.tokens.clone(), last, head, order);
        let mut free = sentence.tokens.start;
        while let Some(at) = times.next_if(|&at| at < sentence.tokens.end) {
            if at < free {
                continue;
            }
            if !reader.may_begin(at) {
                continue;
            }
            let Some(read) = reader.expression(at) else { continue };
            let tokens = at..read.end;
            let span = document.span(tokens.clone());
            let value = read.value;
            // What boilerplate says of its own time is no anchor for what the text tells.
            if sentence.kind != SentenceKind::Boilerplate
                && value.granularity <= Granularity::Day
                && value.earliest.is_some()
            {
                last = value.earliest;
                reader.last = last;
            }
            found.push(Date {
                span,
                sentence: position,
                tokens,
                earliest: value.earliest,
                latest: value.latest,
                minutes: value.minutes,
                clock: value.clock,
                ends: value.ends,
                other: value.other,
                granularity: value.granularity,
                anchor: value.anchor,
                weekday: value.weekday,
                month: value.month,
                day: value.day,
                year: value.year,
                approximate: value.approximate,
                relative: value.relative,
                quoted: false,
                surface: one_spaced(span.slice(document.text())),
            });
            free = read.end;
        }
    }
    found
}

/// Notes which dates stand between quotation marks.
pub(crate) fn mark_quoted(dates: &mut [Date], quotes: &[Quote]) {
    for date in dates {
        let first = quotes.partition_point(|quote| quote.span.end <= date.span.start);
        let mut near = quotes.iter().skip(first).take_while(|quote| quote.span.start < date.span.end);
        date.quoted = near.any(|quote| quote.span.contains(date.span));
    }
}

/// Sentences at the head of a text that are looked at for its date.
const HEAD: usize = 8;
/// The most tokens of a line that is a date and little else ("Last updated: Monday, 28 November 2005, 02:24 GMT").
const LINE: usize = 14;

/// The day of publication that a line at the head gives in full, for a document whose publication nobody told.
fn head_date(
    document: &Document<'_>,
    tags: &Tags,
    lexicon: &Lexicon,
    order: order::Order,
) -> Option<Published> {
    let lines = document.sentences().iter().take(HEAD).filter(|s| s.tokens.len() <= LINE);
    for line in lines {
        let reader = Reader::new(document, tags, lexicon, line.tokens.clone(), None, None, order);
        let mut free = line.tokens.start;
        let first = tags.times.partition_point(|&at| at < line.tokens.start);
        for &at in tags.times.iter().skip(first).take_while(|&&at| at < line.tokens.end) {
            if at < free {
                continue;
            }
            let Some(read) = reader.expression(at) else { continue };
            let value = read.value;
            let full = value.granularity <= Granularity::Day
                && value.anchor == Anchor::Explicit
                && value.earliest == value.latest;
            // The line is for the date: beside it stand a word or two.
            if full && (read.end - at) * 2 + 4 >= line.tokens.len() {
                return value.earliest.map(Published::from);
            }
            free = read.end;
        }
    }
    None
}
