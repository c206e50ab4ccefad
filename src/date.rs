//! Calendar values: days, partial dates, publication times. The arithmetic is jiff's; the types are our own, because news
//! dates are partial and a public type must not follow the versions of another crate.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, Kind};

/// A day of the Gregorian calendar, counted from 1970-01-01 as 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(
    with = "String",
    description = "A day of the Gregorian calendar.",
    extend("pattern" = "^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$")
))]
pub struct Day(i32);

impl Day {
    /// The day with this year, month (1 to 12) and day of the month; `None` if it does not exist.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let date =
            civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
        Some(Self::from_civil(date))
    }

    fn from_civil(date: civil::Date) -> Self {
        let epoch = civil::Date::constant(1970, 1, 1);
        Self(epoch.until(date).map_or(0, |span| span.get_days()))
    }

    fn civil(self) -> civil::Date {
        // Days are made only from dates and by `plus`, which stays within jiff's calendar.
        civil::Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(self.0))
    }

    /// Year, month and day of the month.
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.civil();
        (date.year().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into())
    }

    /// The day of the week, from Monday as 0 to Sunday as 6.
    pub fn weekday(self) -> u32 {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7).unsigned_abs()
    }

    /// The day this many days later, clamped to the calendar (years -9999 to 9999).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        const LAST: i32 = 2_932_896;
        const FIRST: i32 = -4_371_587;
        Self(self.0.saturating_add(days).clamp(FIRST, LAST))
    }

    /// How many days this day is after `other`.
    pub fn since(self, other: Day) -> i32 {
        self.0 - other.0
    }

    /// The first day of the month this many months later.
    #[must_use]
    pub fn month_start(self, months: i32) -> Self {
        let (year, month, _) = self.ymd();
        let count = (year * 12 + month as i32 - 1).saturating_add(months);
        Day::new(count.div_euclid(12), count.rem_euclid(12).unsigned_abs() + 1, 1).unwrap_or(self)
    }

    /// The first day of the year this many years later.
    #[must_use]
    pub fn year_start(self, years: i32) -> Self {
        Day::new(self.ymd().0.saturating_add(years), 1, 1).unwrap_or(self)
    }

    /// The Monday of this day's week.
    #[must_use]
    pub fn week_start(self) -> Self {
        self.plus(-(self.weekday() as i32))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        text.parse::<civil::Date>().map(Self::from_civil).map_err(|e| not_published(text, &e))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// When a source was published: an ISO 8601 date, or a date with a time of day.
///
/// ```
/// use testimonia::Published;
///
/// let published: Published = "2023-08-04T18:30".parse()?;
/// assert_eq!(published.to_string(), "2023-08-04T18:30:00");
/// assert!("soon".parse::<Published>().is_err());
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(
    with = "String",
    extend("pattern" = "^-?[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$")
))]
pub struct Published {
    day: Day,
    /// Seconds since midnight, in the publisher's local time, if given.
    second: Option<u32>,
}

impl Published {
    /// The day.
    pub fn day(self) -> Day {
        self.day
    }

    /// Minutes since midnight, in the publisher's local time, if given.
    pub fn minute(self) -> Option<u32> {
        self.second.map(|s| s / 60)
    }
}

impl From<Day> for Published {
    fn from(day: Day) -> Self {
        Self { day, second: None }
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.day.fmt(f)?;
        match self.second {
            Some(s) => write!(f, "T{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60),
            None => Ok(()),
        }
    }
}

impl FromStr for Published {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        // jiff accepts "Z" only in instants. The publisher's local time matters here, so the letter is dropped.
        let local = text.trim().trim_end_matches(['Z', 'z']);
        if local.len() <= 10 {
            return Ok(local.parse::<Day>()?.into());
        }
        let at = local.parse::<civil::DateTime>().map_err(|e| not_published(text, &e))?;
        let time = at.time();
        let second = i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60 + i32::from(time.second());
        Ok(Self { day: Day::from_civil(at.date()), second: Some(second.unsigned_abs()) })
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Published {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven days, Monday first.
    pub const ALL: [Weekday; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        })
    }
}

/// A minute of a day, such as 21:30.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(
    with = "String",
    description = "A minute of a day.",
    extend("pattern" = "^[0-2][0-9]:[0-5][0-9]$")
))]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The time this many minutes after midnight; `None` past the end of the day.
    pub fn new(minutes: u16) -> Option<Self> {
        (minutes < 24 * 60).then_some(Self(minutes))
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Debug for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for TimeOfDay {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || not_published(text, &"a time of day is HH:MM");
        let (hours, minutes) = text.split_once(':').ok_or_else(wrong)?;
        let number = |digits: &str| digits.parse::<u16>().ok().filter(|_| digits.len() == 2);
        match (number(hours), number(minutes)) {
            (Some(hours), Some(minutes)) if hours < 24 && minutes < 60 => Ok(Self(hours * 60 + minutes)),
            _ => Err(wrong()),
        }
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

fn not_published(text: &str, reason: &dyn fmt::Display) -> Error {
    Kind::Published { text: text.to_owned(), reason: reason.to_string() }.into()
}
