//! Holidays by which news dates events. Holidays of one country's law, and those of moving calendars other than Easter, are
//! left out.

use crate::date::Day;
use crate::mention::date::Granularity;
use crate::mention::date::read::{Read, Reader};
use crate::mention::date::resolve::Value;

/// How the date of a holiday is determined.
#[derive(Clone, Copy)]
enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// Month, weekday (Monday is 0), which of them (from 1; 0 for the last), and days after it.
    Nth(u8, u32, i32, i32),
    /// Days after Easter Sunday.
    Easter(i32),
}

/// The words of each holiday; if one begins another, the longest comes first. In code, as each needs its own calendar rule.
const HOLIDAYS: &[(&[&str], Rule)] = &[
    (&["christmas", "eve"], Rule::Fixed(12, 24)),
    (&["christmas", "day"], Rule::Fixed(12, 25)),
    (&["christmas"], Rule::Fixed(12, 25)),
    (&["xmas", "day"], Rule::Fixed(12, 25)),
    (&["xmas"], Rule::Fixed(12, 25)),
    (&["boxing", "day"], Rule::Fixed(12, 26)),
    (&["new", "year", "'s", "eve"], Rule::Fixed(12, 31)),
    (&["new", "years", "eve"], Rule::Fixed(12, 31)),
    (&["new", "year", "'s", "day"], Rule::Fixed(1, 1)),
    (&["new", "years", "day"], Rule::Fixed(1, 1)),
    (&["halloween"], Rule::Fixed(10, 31)),
    (&["valentine", "'s", "day"], Rule::Fixed(2, 14)),
    (&["valentine", "day"], Rule::Fixed(2, 14)),
    (&["st", ".", "patrick", "'s", "day"], Rule::Fixed(3, 17)),
    (&["st", "patrick", "'s", "day"], Rule::Fixed(3, 17)),
    (&["thanksgiving", "day"], Rule::Nth(11, 3, 4, 0)),
    (&["thanksgiving"], Rule::Nth(11, 3, 4, 0)),
    (&["black", "friday"], Rule::Nth(11, 3, 4, 1)),
    (&["martin", "luther", "king", "day"], Rule::Nth(1, 0, 3, 0)),
    (&["martin", "luther", "king", "jr", ".", "day"], Rule::Nth(1, 0, 3, 0)),
    (&["martin", "luther", "king", "'s", "day"], Rule::Nth(1, 0, 3, 0)),
    (&["mlk", "day"], Rule::Nth(1, 0, 3, 0)),
    (&["memorial", "day"], Rule::Nth(5, 0, 0, 0)),
    (&["labor", "day"], Rule::Nth(9, 0, 1, 0)),
    (&["good", "friday"], Rule::Easter(-2)),
    (&["easter", "sunday"], Rule::Easter(0)),
    (&["easter", "monday"], Rule::Easter(1)),
    (&["easter"], Rule::Easter(0)),
];

impl Reader<'_, '_> {
    /// The holiday at a token, with the year after it, if any.
    pub(super) fn holiday(&self, at: usize) -> Option<Read> {
        if !self.token(at)?.is_capitalised() && self.end > self.start + 4 {
            return None;
        }
        let is = |n: usize, word: &str| match word {
            "'s" => matches!(self.folded(at + n), "'s"),
            _ => self.folded(at + n) == word,
        };
        let (words, rule) =
            HOLIDAYS.iter().find(|(words, _)| words.iter().enumerate().all(|(n, word)| is(n, word)))?;
        let end = at + words.len();
        // "Christmas trees", "an Easter service".
        if words.len() == 1 && self.is_noun(end) {
            return None;
        }
        let joint = usize::from(matches!(self.folded(end), "," | "of" | "in"));
        let (year, end) = match self.year(end + joint) {
            Some(year) => (Some(year), end + joint + 1),
            None => (None, end),
        };
        let origin = self.origin(at);
        if let Rule::Fixed(month, day) = *rule {
            return Read::new(end, origin.calendar(year, month, Some(day))?);
        }
        let mut value = Value::new(Granularity::Day);
        value.year = year;
        if let Some(day) = origin.nearest_year(year, |year| falls(*rule, year)) {
            value = value.days(day.0, day.0, day.1);
        }
        Read::new(end, value)
    }
}

fn falls(rule: Rule, year: i32) -> Option<Day> {
    match rule {
        Rule::Fixed(month, day) => Day::new(year, month.into(), day.into()),
        Rule::Nth(month, weekday, 0, after) => {
            let last = Day::new(year, month.into(), 1)?.month_start(1).plus(-1);
            let back = (last.weekday() as i32 - weekday as i32).rem_euclid(7);
            Some(last.plus(after - back))
        }
        Rule::Nth(month, weekday, which, after) => {
            let first = Day::new(year, month.into(), 1)?;
            let ahead = (weekday as i32 - first.weekday() as i32).rem_euclid(7) + 7 * (which - 1);
            Some(first.plus(ahead + after))
        }
        Rule::Easter(after) => easter(year).map(|day| day.plus(after)),
    }
}

/// Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876, after Meeus 1991).
fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Day::new(year, month.unsigned_abs(), day.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_fall_where_the_calendar_says() {
        let on = |rule, year| falls(rule, year).map(|d| d.to_string());
        assert_eq!(on(Rule::Easter(0), 2013).as_deref(), Some("2013-03-31"));
        assert_eq!(on(Rule::Easter(0), 2024).as_deref(), Some("2024-03-31"));
        assert_eq!(on(Rule::Nth(11, 3, 4, 0), 2013).as_deref(), Some("2013-11-28"));
        assert_eq!(on(Rule::Nth(5, 0, 0, 0), 2021).as_deref(), Some("2021-05-31"));
    }
}
