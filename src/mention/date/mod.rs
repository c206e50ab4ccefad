//! Dates: time expressions as intervals of days, resolved relative to the day of publication if it is known.

mod beside;
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
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{CalendarUnit, Lexicon, is_part_of_day};
use crate::mention::tag::Tags;
use crate::mention::{Quote, one_spaced};
use crate::span::Span;
use crate::text::{Document, SentenceKind};
use read::Reader;

pub use clock::{Clock, Timing};
pub use zone::Zone;

/// The granularity of a time expression.
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

/// What a time expression was resolved from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Anchor {
    /// Itself: it gives year, month and day, or as many of them as it needs.
    Explicit,
    /// The day of publication.
    Publication,
    /// Another time in the text ("two days later").
    Text,
    /// Nothing: the source has no date, and the value stays relative.
    None,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Date {
    /// The expression, without a preposition.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: usize,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// The first day it can mean; `None` if the start is open or unknown.
    pub earliest: Option<Day>,
    /// The last day it can mean; `None` if the end is open or unknown.
    pub latest: Option<Day>,
    /// For a time of day, its first and last minute after midnight.
    pub minutes: Option<(u16, u16)>,
    /// How that time of day is given.
    pub clock: Option<Clock>,
    /// The ends of a range given by its ends.
    pub ends: Option<Ends>,
    /// The other day it can mean, if it is unclear which of two numbers is the month ("07/04/2023").
    pub other: Option<Day>,
    /// Its granularity.
    pub granularity: Granularity,
    /// What it was resolved from.
    pub anchor: Anchor,
    /// The day of the week it names (Monday is 0). Kept because two sources can agree on it even if neither has a date.
    pub weekday: Option<u8>,
    /// The month it names, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month it names.
    pub day: Option<u8>,
    /// The year it names.
    pub year: Option<i32>,
    /// True for "about", "early", "late" and the like.
    pub approximate: bool,
    /// Its distance from the day of publication, if that is what it states ("last week" is one week before).
    pub relative: Option<Relative>,
    /// True within quotation marks, where "today" is the day of speaking.
    pub quoted: bool,
    /// The expression as written, with white space normalised.
    pub surface: String,
}

impl Date {
    /// The day of the week it names.
    pub fn weekday(&self) -> Option<Weekday> {
        self.weekday.and_then(|n| Weekday::ALL.get(usize::from(n))).copied()
    }

    /// The part of the day it names: "morning".
    pub fn part_of_day(&self) -> Option<String> {
        let words = self.surface.split(|ch: char| !ch.is_alphabetic()).map(str::to_lowercase);
        words.into_iter().find(|word| is_part_of_day(word))
    }

    /// The first and last time of day it can mean, as stated, whatever its zone.
    pub fn times(&self) -> Option<(TimeOfDay, TimeOfDay)> {
        let (first, last) = self.minutes?;
        Some((TimeOfDay::new(first)?, TimeOfDay::new(last)?))
    }
}

/// The two ends of a range: "June 3 to June 9".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ends {
    /// The start.
    pub first: End,
    /// The end.
    pub last: End,
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct End {
    /// The first and last day it can mean, if known.
    pub days: Option<(Day, Day)>,
    /// Its granularity.
    pub granularity: Granularity,
    /// What it was resolved from.
    pub anchor: Anchor,
    /// The day of the week it names (Monday is 0).
    pub weekday: Option<u8>,
    /// The month it names, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month it names.
    pub day: Option<u8>,
    /// The year it names.
    pub year: Option<i32>,
    /// Its distance from the day of publication.
    pub relative: Option<Relative>,
}

/// An expression's distance from the day of publication: "last week" is week -1, "two days ago" day -2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Relative {
    /// The unit.
    pub unit: CalendarUnit,
    /// The number of units; negative for the past.
    pub offset: i32,
}

/// The dates in a document. One pass over the tokens; an expression has at most a dozen of them.
pub(crate) fn find(document: &Document<'_>, tags: &Tags, lexicon: &Lexicon) -> Vec<Date> {
    let mut found: Vec<Date> = Vec::new();
    let mut last = None;
    // The year given last, and the sentence that gives it.
    let mut last_year: Option<(usize, i32)> = None;
    let order = order::Order::of(document, tags, lexicon);
    let head = document.published().or_else(|| head_date(document, tags, lexicon, order));
    let mut times = tags.times.iter().copied().peekable();
    for (position, sentence) in document.sentences().iter().enumerate() {
        if times.peek().is_none() {
            break;
        }
        let mut reader = Reader::new(document, tags, lexicon, sentence.tokens.clone(), last, head, order);
        reader.last_year = last_year.filter(|(at, _)| at + 1 >= position).map(|(_, year)| year);
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
            // Times in boilerplate are not anchors for the text.
            if sentence.kind != SentenceKind::Boilerplate
                && value.granularity <= Granularity::Day
                && value.earliest.is_some()
            {
                last = value.earliest;
                reader.last = last;
            }
            if let Some(year) = value.year.filter(|_| sentence.kind != SentenceKind::Boilerplate) {
                (last_year, reader.last_year) = (Some((position, year)), Some(year));
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

/// Marks the dates within quotation marks.
pub(crate) fn mark_quoted(dates: &mut [Date], quotes: &[Quote]) {
    for date in dates {
        let first = quotes.partition_point(|quote| quote.span.end <= date.span.start);
        let mut near = quotes.iter().skip(first).take_while(|quote| quote.span.start < date.span.end);
        date.quoted = near.any(|quote| quote.span.contains(date.span));
    }
}

/// How many sentences at the beginning of a text are searched for its date.
const HEAD: usize = 8;
/// The most tokens in a line that contains little but a date ("Last updated: Monday, 28 November 2005, 02:24 GMT").
const LINE: usize = 14;

/// The day of publication given in full by a line at the beginning, for a document without a publication date.
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
            // What may be either of two days, or says when something happened, does not give the day of publication.
            let full = full && value.other.is_none() && !is_of_event(document, line.tokens.start, at);
            // The line is a date if it has only a word or two besides.
            if full && (read.end - at) * 2 + 4 >= line.tokens.len() {
                return value.earliest.map(Published::from);
            }
            free = read.end;
        }
    }
    None
}

/// True for a date that a verb leads to ("the mill burned on 3 May 2019"), unless it is one of writing ("updated on 3 May 2019").
fn is_of_event(document: &Document<'_>, start: usize, at: usize) -> bool {
    let verb = at.checked_sub(2).filter(|&verb| verb >= start && document.folded(verb + 1) == "on");
    verb.is_some_and(|verb| {
        let past = document.folded(verb).ends_with("ed") || document.is(verb, Class::IrregularPast);
        past && !document.is_in(verb, WordSet::Stamp)
    })
}
