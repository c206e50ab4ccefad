//! The order in which a source writes numeric days and months.
//!
//! The evidence, strongest first: a date in which one number can only be a day; a date that the day of publication makes
//! clear; the convention of the publisher; the order used with names of months. Without evidence, the order is open.

use crate::date::Day;
use crate::lexicon::calendar::{CalendarWord, calendar_word};
use crate::lexicon::{Lexicon, TableId, key};
use crate::mention::tag::{Tag, Tags};
use crate::text::{Document, TokenKind};

/// The order of day and month in numeric dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// "07/04/2023" is 7 April.
    DayFirst,
    /// "07/04/2023" is July 4.
    MonthFirst,
    /// Unknown.
    Open,
}

/// Most dates in a report lie within this many days of publication.
const NEAR: i32 = 45;

impl Order {
    /// The order used by a document. Linear in the tokens at which times can begin; without numeric dates, nothing else is
    /// read.
    pub(super) fn of(document: &Document<'_>, tags: &Tags, lexicon: &Lexicon) -> Self {
        let digits: Vec<_> = tags.times.iter().filter_map(|&at| parts(document, tags, at)).collect();
        if digits.is_empty() {
            return Self::Open;
        }
        let sure = digits.iter().filter_map(|&(a, b, _)| Self::of_parts(a, b));
        let near = || {
            let published = document.published()?.day();
            one(digits.iter().filter_map(|&(a, b, year)| Self::near(published, a, b, year)))
        };
        one(sure)
            .or_else(near)
            .or_else(|| Self::of_publisher(document.source().publisher_name()?, lexicon))
            .or_else(|| one(tags.times.iter().filter_map(|&at| Self::of_words(document, tags, at))))
            .unwrap_or(Self::Open)
    }

    fn of_parts(a: i32, b: i32) -> Option<Self> {
        match (a > 12, b > 12) {
            (true, false) => Some(Self::DayFirst),
            (false, true) => Some(Self::MonthFirst),
            _ => None,
        }
    }

    /// By the day of publication, if one of the two days is near it and the other far off.
    pub(super) fn near(published: Day, a: i32, b: i32, year: Option<i32>) -> Option<Self> {
        if a == b {
            return None;
        }
        let year = year.unwrap_or(published.ymd().0);
        let day = |month: i32, day: i32| {
            Day::new(year, month.try_into().ok()?, day.try_into().ok()?).map(|day| {
                let ahead = day.since(published);
                // Reports are about the past more than about the future.
                if ahead > 0 { ahead.saturating_mul(2) } else { -ahead }
            })
        };
        match (day(b, a), day(a, b)) {
            (Some(first), Some(second)) if first.min(second) <= NEAR => {
                let (first, second) = (first.max(1), second.max(1));
                if first.saturating_mul(3) <= second {
                    Some(Self::DayFirst)
                } else {
                    (second.saturating_mul(3) <= first).then_some(Self::MonthFirst)
                }
            }
            _ => None,
        }
    }

    /// By the publisher's name or address.
    fn of_publisher(name: &str, lexicon: &Lexicon) -> Option<Self> {
        let parts: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
        let table = lexicon.table(TableId::Outlet);
        let is_day_first = |end: &&str| {
            table.get_folded(&end.to_lowercase()).is_some_and(|entry| entry.class == "day_domain")
        };
        if name.contains('.') && parts.len() > 1 && parts.last().is_some_and(is_day_first) {
            return Some(Self::DayFirst);
        }
        let longest = (1..=parts.len()).rev();
        let mut stretches = longest.flat_map(|length| parts.windows(length).map(|words| words.join(" ")));
        stretches.find_map(|words| match table.get(&key(&words), &words)?.entry.class.as_str() {
            "day" => Some(Self::DayFirst),
            "month" => Some(Self::MonthFirst),
            _ => None,
        })
    }

    /// By a month written by name: "7 April 2023", "April 7, 2023".
    fn of_words(document: &Document<'_>, tags: &Tags, at: usize) -> Option<Self> {
        let is_month =
            |at: usize| matches!(calendar_word(document.folded(at)), Some(CalendarWord::Month(..)));
        if !tags.at(at).any(Tag::NUMBER.or(Tag::CALENDAR)) {
            return None;
        }
        let day = |at: usize| document.surface(at).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        let year = |at: usize| {
            let surface = document.surface(at);
            surface.len() == 4 && surface.bytes().all(|b| b.is_ascii_digit())
        };
        if day(at) && is_month(at + 1) && year(at + 2) {
            return Some(Self::DayFirst);
        }
        let comma = usize::from(document.folded(at + 2) == ",");
        (is_month(at) && day(at + 1) && year(at + 2 + comma)).then_some(Self::MonthFirst)
    }
}

/// The value that all share; `None` if there are none or several.
fn one(mut orders: impl Iterator<Item = Order>) -> Option<Order> {
    let first = orders.next()?;
    orders.all(|other| other == first).then_some(first)
}

/// The two numbers and the year of a numeric date that does not begin with its year: "07/04/2023".
fn parts(document: &Document<'_>, tags: &Tags, at: usize) -> Option<(i32, i32, Option<i32>)> {
    if !tags.at(at).any(Tag::NUMBER) || !tags.at(at + 1).any(Tag::PUNCTUATION) {
        return None;
    }
    let sign = document.surface(at + 1);
    let chained = (1..=4).all(|n| document.is_attached(at + n));
    if !matches!(sign, "/" | "-") || document.surface(at + 3) != sign || !chained {
        return None;
    }
    let part = |at: usize| {
        let token = document.tokens().get(at)?;
        let surface = document.surface(at);
        (token.kind == TokenKind::Number && surface.len() <= 4).then(|| surface.parse::<i32>().ok()).flatten()
    };
    let (a, b, year) = (part(at)?, part(at + 2)?, part(at + 4)?);
    let fits = (1..=31).contains(&a) && (1..=31).contains(&b);
    let year = if document.surface(at + 4).len() == 4 { year } else { super::read::century(year) };
    fits.then_some((a, b, Some(year)))
}
