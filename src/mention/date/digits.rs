//! Numeric dates, decades, quarters and centuries: "11/27/2005", "the 1990s", "third quarter of 2010".

use crate::date::Day;
use crate::lexicon::CalendarUnit;
use crate::lexicon::calendar::CalendarWord;
use crate::mention::date::order::Order;
use crate::mention::date::read::{Read, Reader, between, century, whole_year};
use crate::mention::date::resolve::{Value, unit_of};
use crate::mention::date::{Anchor, Granularity};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    pub(super) fn decade(&self, at: usize) -> Option<Read> {
        let surface = self.surface(at);
        if self.kind(at) != Some(TokenKind::Number)
            || self.folded(at + 1) != "s" && self.kind(at + 1) != Some(TokenKind::Possessive)
        {
            return None;
        }
        let year: i32 = surface.parse().ok()?;
        if year % 10 != 0 || self.kind(at + 1) == Some(TokenKind::Possessive) && surface.len() == 4 {
            return None;
        }
        let year = match surface.len() {
            4 if (1500..2100).contains(&year) => year,
            2 if matches!(self.before(at), "the" | "'" | "’" | "in" | "early" | "late" | "mid" | "-")
                && (20..=90).contains(&year) =>
            {
                1900 + year
            }
            _ => return None,
        };
        let span = if surface.ends_with("00") && surface.len() == 4 && year < 2000 {
            CalendarUnit::Century
        } else {
            CalendarUnit::Decade
        };
        let (first, last) = unit_of(Day::new(year, 1, 1)?, span)?;
        Read::new(at + 2, Value::new(Granularity::Decade).days(first, last, Anchor::Explicit))
    }

    /// "15th century", "third quarter of 2010", "first week of July", "third Tuesday of September".
    pub(super) fn ordinal_unit(&self, at: usize) -> Option<Read> {
        let (number, end) = self.day_number(at)?;
        let number = i32::from(number);
        match self.calendar(end)? {
            CalendarWord::Unit(CalendarUnit::Century) => {
                let first = Day::new((number - 1) * 100, 1, 1)?;
                let value = Value::new(Granularity::Decade).days(
                    first,
                    first.year_start(100).plus(-1),
                    Anchor::Explicit,
                );
                Read::new(end + 1, value)
            }
            CalendarWord::Unit(CalendarUnit::Quarter) if number <= 4 => {
                let joint = usize::from(matches!(self.folded(end + 1), "of" | "," | "in"));
                let year = self.year(end + 1 + joint);
                let after = if year.is_some() { end + 2 + joint } else { end + 1 };
                let mut value = Value::new(Granularity::Quarter);
                let known = year.or_else(|| self.origin(at).published.map(|p| p.day().ymd().0));
                if let Some(known) = known {
                    let first = Day::new(known, number as u32 * 3 - 2, 1)?;
                    let anchor = if year.is_some() { Anchor::Explicit } else { Anchor::Publication };
                    value = value.days(first, first.month_start(3).plus(-1), anchor);
                }
                Read::new(after, value)
            }
            CalendarWord::Weekday(..) | CalendarWord::Unit(CalendarUnit::Week) => self.nth_of(end, number),
            _ => None,
        }
    }

    /// The n-th unit or weekday at a token, of the month or year that follows; 0 for the last.
    pub(super) fn nth_of(&self, at: usize, number: i32) -> Option<Read> {
        if !matches!(self.folded(at + 1), "of" | "in") || number > 53 {
            return None;
        }
        let unit = self.calendar(at)?;
        let the = usize::from(self.folded(at + 2) == "the");
        let whole = self
            .primary(at + 2 + the)
            .filter(|m| matches!(m.value.granularity, Granularity::Month | Granularity::Year))?;
        let (first, last) = whole.value.earliest.zip(whole.value.latest)?;
        let (granularity, from, to) = match unit {
            CalendarWord::Weekday(weekday, _) => {
                let weekday = i32::from(weekday);
                let day = if number == 0 {
                    last.plus(-(last.weekday() as i32 - weekday).rem_euclid(7))
                } else {
                    first.plus((weekday - first.weekday() as i32).rem_euclid(7) + 7 * (number - 1))
                };
                (Granularity::Day, day, day)
            }
            CalendarWord::Unit(CalendarUnit::Day) if number == 0 => (Granularity::Day, last, last),
            CalendarWord::Unit(CalendarUnit::Week) => {
                // A week belongs to the month or year that contains its Thursday (ISO 8601).
                let monday = if number == 0 {
                    last.week_start()
                } else {
                    first.plus(3).week_start().plus(7 * (number - 1))
                };
                let monday = if number == 0 && monday.plus(3) > last { monday.plus(-7) } else { monday };
                (Granularity::Week, monday, monday.plus(6))
            }
            CalendarWord::Unit(CalendarUnit::Weekend) if number == 0 => {
                let saturday = last.plus(-((last.weekday() as i32 - 5).rem_euclid(7)));
                (Granularity::Week, saturday, saturday.plus(1))
            }
            _ => return None,
        };
        if from > last {
            return None;
        }
        let value = Value::new(granularity).days(from, to, whole.value.anchor);
        Read::new(whole.end, value)
    }

    /// "Q3", "Q3 2019", "Q1 of 2017".
    pub(super) fn quarterly(&self, at: usize, part: u8) -> Option<Read> {
        let joint = usize::from(self.folded(at + 1) == "of");
        if let Some(year) = self.year(at + 1 + joint) {
            return Read::new(at + 2 + joint, part_of_year(year, part, Anchor::Explicit)?);
        }
        let this = self.origin(at).published?.day().ymd().0;
        Read::new(at + 1, part_of_year(this, part, Anchor::Publication)?)
    }

    /// "2003", "2017 April", "2017-Q1", "2014-2018".
    pub(super) fn year_first(&self, at: usize) -> Option<Read> {
        if let (Some(first), "-" | "~") = (self.year(at), self.surface(at + 1)) {
            if let Some(second) = self.year(at + 2).filter(|&s| s > first && s - first < 200) {
                if self.attached(at + 1) == self.attached(at + 2)
                    && !(self.surface(at + 3) == "-" && self.attached(at + 3))
                    && !(at > self.start && self.surface(at - 1) == "-")
                {
                    return Read::new(at + 3, between(whole_year(first)?, whole_year(second)?)?);
                }
            }
        }
        let year = self.year(at)?;
        let hyphen = usize::from(self.surface(at + 1) == "-");
        if let Some(CalendarWord::Quarterly(part)) = self.calendar(at + 1 + hyphen) {
            return Read::new(at + 2 + hyphen, part_of_year(year, part, Anchor::Explicit)?);
        }
        let joint = usize::from(self.surface(at + 1) == "-");
        if let Some(month) = self.is_month(at + 1 + joint) {
            if self.token(at + 1 + joint).is_some_and(|t| t.kind == TokenKind::Word)
                && self.day_number(at + 2 + joint).is_none()
            {
                return Read::new(at + 2 + joint, self.origin(at).calendar(Some(year), month, None)?);
            }
            // "2019-Aug-01"
            if joint == 1 && self.surface(at + 3) == "-" {
                if let Some((day, end)) = self.day_number(at + 4) {
                    return Read::new(end, self.origin(at).calendar(Some(year), month, Some(day))?);
                }
            }
        }
        let year = self.lone_year(at)?;
        Read::new(at + 1, whole_year(year)?)
    }

    /// "11/27/2005", "2005-11-27", "27.11.2005", "22/04", "2/2013".
    pub(super) fn numeric(&self, at: usize) -> Option<Read> {
        let surface = self.surface(at);
        // One token: "10.31.1974".
        if surface.matches('.').count() == 2 {
            let mut parts = surface.split('.').map(|p| p.parse::<i32>().ok().map(|n| (n, p.len())));
            let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
            // With full stops, the day comes first, unless only the second number can be a day.
            return Read::new(at + 1, self.day_from(at, a, b, Some(c), Order::DayFirst)?);
        }
        // "20170302"
        if surface.len() == 8 && surface.bytes().all(|b| b.is_ascii_digit()) && !self.attached(at + 1) {
            let number: i32 = surface.parse().ok()?;
            let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
            let likely = (1950..2050).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
            return likely
                .then(|| self.origin(at).calendar(Some(year), month as u8, Some(day as u8)))
                .flatten()
                .and_then(|value| Read::new(at + 1, value));
        }
        let part = |at: usize| {
            let surface = self.surface(at);
            let digits = self.kind(at) == Some(TokenKind::Number)
                && surface.len() <= 4
                && surface.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| surface.parse::<i32>().ok().map(|n| (n, surface.len()))).flatten()
        };
        let sign = self.surface(at + 1);
        if !matches!(sign, "/" | "-")
            || !self.attached(at + 1)
            || !self.attached(at + 2)
            || at > self.start && self.surface(at - 1) == sign && self.attached(at)
        {
            return None;
        }
        let (a, b) = (part(at)?, part(at + 2)?);
        if self.surface(at + 3) == sign && self.attached(at + 3) && self.attached(at + 4) {
            let c = part(at + 4)?;
            if self.surface(at + 5) == sign && self.attached(at + 5) {
                return None;
            }
            return Read::new(at + 5, self.day_from(at, a, b, Some(c), self.order)?);
        }
        // Year and month: "2014-10", "2/2013".
        let (year, month) = if a.1 == 4 { (a, b) } else { (b, a) };
        if year.1 == 4 && month.1 <= 2 {
            let fits = (1900..2100).contains(&year.0) && (1..=12).contains(&month.0);
            let clear = sign == "/" || a.1 == 4;
            return (fits && clear)
                .then(|| self.origin(at).calendar(Some(year.0), month.0 as u8, None))
                .flatten()
                .and_then(|v| Read::new(at + 3, v));
        }
        // Day and month, unless a fraction or score could be meant.
        let led = matches!(
            self.before(at),
            "on" | "since" | "until" | "next" | "by" | "from" | "to" | "till" | "through"
        ) || at > self.start && matches!(self.calendar(at - 1), Some(CalendarWord::Weekday(..)));
        let clear = sign == "/" && (a.0 > 12 || b.0 > 12) || led;
        (clear && !(a.0 == 9 && b.0 == 11))
            .then(|| self.day_from(at, a, b, None, self.order))
            .flatten()
            .and_then(|v| Read::new(at + 3, v))
    }

    /// The day from three numbers, or two: year first if the first has four digits, else day and month in the given order. If
    /// the order is open, the day of publication decides; else month first, and the other reading is kept.
    fn day_from(
        &self,
        at: usize,
        a: (i32, usize),
        b: (i32, usize),
        c: Option<(i32, usize)>,
        order: Order,
    ) -> Option<Value> {
        let origin = self.origin(at);
        let year_first = c.is_some() && a.1 == 4;
        let (year, one, two) = match c {
            Some(c) if year_first => (Some(a.0), b.0, c.0),
            Some(c) if c.1 == 4 || c.1 == 2 => (Some(if c.1 == 4 { c.0 } else { century(c.0) }), a.0, b.0),
            Some(_) => return None,
            None => (None, a.0, b.0),
        };
        if year.is_some_and(|y| !(1000..2200).contains(&y)) {
            return None;
        }
        let near = || Order::near(origin.published?.day(), one, two, year);
        let order = match order {
            _ if year_first => Order::MonthFirst,
            Order::Open => near().unwrap_or(Order::Open),
            order => order,
        };
        let read = |month: i32, day: i32| {
            let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
            fits.then(|| origin.calendar(year, month as u8, Some(day as u8))).flatten()
        };
        let (first, second) = match order {
            Order::DayFirst => (read(two, one), read(one, two)),
            Order::MonthFirst | Order::Open => (read(one, two), read(two, one)),
        };
        if year_first && first.is_none() && two <= 12 {
            return None;
        }
        let mut value = first.or(second)?;
        if order == Order::Open && first.is_some() && one != two {
            value.other = second.and_then(|v| v.earliest);
        }
        let is_known = value.earliest.is_some() || origin.published.is_none();
        is_known.then_some(value)
    }
}

/// A quarter (1 to 4) or a half (5, 6) of a year.
fn part_of_year(year: i32, part: u8, anchor: Anchor) -> Option<Value> {
    let (month, months) =
        if part <= 4 { (u32::from(part) * 3 - 2, 3) } else { (u32::from(part) * 6 - 29, 6) };
    let first = Day::new(year, month, 1)?;
    Some(Value::new(Granularity::Quarter).days(first, first.month_start(months).plus(-1), anchor))
}
