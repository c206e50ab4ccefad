//! Days by name: "July 26", "26 July 2005", "Saturday, January 14".

use crate::date::Day;
use crate::lexicon::CalendarUnit;
use crate::lexicon::calendar::CalendarWord;
use crate::lexicon::number::{NumberWord, number_word, ordinal};
use crate::mention::date::read::{Read, Reader, between, century};
use crate::mention::date::resolve::Value;
use crate::mention::date::{Anchor, Granularity};
use crate::text::{Token, TokenKind};

impl Reader<'_, '_> {
    /// The month at a token, if any.
    pub(super) fn is_month(&self, at: usize) -> Option<u8> {
        let Some(CalendarWord::Month(month, doubtful)) = self.calendar(at) else { return None };
        let capital = self.token(at).is_some_and(Token::is_capitalised);
        (capital || !doubtful).then_some(month)
    }

    /// "July 26, 2005", "July 2005", "July".
    pub(super) fn month(&self, at: usize, month: u8, doubtful: bool) -> Option<Read> {
        let capital = self.token(at).is_some_and(Token::is_capitalised);
        let mut next = at + 1;
        let short = self.folded(at).len() <= 4
            && self.folded(at) != "may"
            && self.folded(at) != "june"
            && self.folded(at) != "july";
        if short && self.surface(next) == "." {
            next += 1;
        }
        let origin = self.origin(at);
        // A day after the month.
        let hyphen = usize::from(
            matches!(self.surface(next), "-" | "/") && self.attached(next) && self.attached(next + 1),
        );
        let the = usize::from(self.folded(next) == "the");
        if let Some((day, end)) = self.day_number(next + hyphen + the) {
            let spelled = self.kind(next) == Some(TokenKind::Word) && self.folded(at) != "may";
            let clear = capital
                || !doubtful
                || self.attached(next)
                || end > next + 1
                || spelled
                || self.year(end).is_some();
            if clear && !self.is_counting(end) {
                let (year, end) = self.year_behind(end, hyphen == 1);
                if let Some(read) = self.of_which_year(end, month, Some(day)).filter(|_| year.is_none()) {
                    return Some(read);
                }
                let value = origin.calendar(year, month, Some(day));
                if let Some(value) = value {
                    return Read::new(end, value);
                }
            }
        }
        let joint = usize::from(matches!(self.folded(next), "," | "of" | "/" | "'"));
        if let Some(year) = self.year(next + joint) {
            if capital || !doubtful {
                return Read::new(next + joint + 1, origin.calendar(Some(year), month, None)?);
            }
        }
        if doubtful || !capital {
            let before = self.before(at);
            let led = matches!(
                before,
                "in" | "since"
                    | "of"
                    | "until"
                    | "by"
                    | "last"
                    | "next"
                    | "this"
                    | "early"
                    | "late"
                    | "mid"
                    | "through"
                    | "from"
                    | "during"
                    | "before"
                    | "after"
                    | "between"
                    | "till"
                    | "throughout"
                    | "previous"
                    | "past"
                    | "-"
                    | "end"
                    | "every"
            );
            let alone = self.end - self.start <= 2;
            if doubtful
                && !(capital && (led || alone))
                && !(led && before == "in" && self.folded(at) != "march" && self.folded(at).len() > 3)
            {
                return None;
            }
        }
        // "April Jones", "the March on Washington".
        let named = self
            .token(at + 1)
            .is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised() && !t.begins.is_calendar_word());
        // These are not given names in a headline.
        let heading = self.is_heading() && !matches!(self.folded(at), "april" | "may" | "june" | "august");
        if named
            && !heading
            && !matches!(
                self.before(at),
                "in" | "since" | "last" | "next" | "this" | "early" | "late" | "until" | "by"
            )
        {
            return None;
        }
        if self.folded(at).len() <= 3 && self.surface(at + 1) != "." && !capital {
            return None;
        }
        if let Some(read) = self.of_which_year(next, month, None) {
            return Some(read);
        }
        Read::new(
            next.min(if self.surface(at + 1) == "." && next == self.end { at + 1 } else { next }),
            origin.calendar(None, month, None)?,
        )
    }

    /// "26 July 2005", "the 3rd of March", "second of August"; "12 to 16 September".
    pub(super) fn day_of_month(&self, at: usize) -> Option<Read> {
        let (day, end) = self.day_number(at)?;
        // The first of two days in one month.
        let joint =
            self.surface(end) == "-" || matches!(self.folded(end), "to" | "and" | "through" | "until");
        if joint {
            if let Some((second, after)) = self.day_number(end + 1) {
                if let Some((month, after)) = self.month_behind(after) {
                    let (year, after) = self.year_behind(after, false);
                    let origin = self.origin(at);
                    let (a, b) = (
                        origin.calendar(year, month, Some(day))?,
                        origin.calendar(year, month, Some(second))?,
                    );
                    return Read::new(after, between(a, b)?);
                }
            }
        }
        let money = matches!(self.before(at), "$" | "€" | "£");
        let hyphen = self.surface(end) == "-" || self.surface(end) == "/";
        if let Some(read) = self.day_of_which_month(day, end) {
            return Some(read);
        }
        let (month, end) = self.month_behind(end).filter(|_| !money)?;
        let (year, end) = self.year_behind(end, hyphen);
        if let Some(read) = self.of_which_year(end, month, Some(day)).filter(|_| year.is_none()) {
            return Some(read);
        }
        Read::new(end, self.origin(at).calendar(year, month, Some(day))?)
    }

    /// "Last year" after a month or a day of it: "July 31 last year", "July of next year". Only if the day of publication tells
    /// which year that is.
    fn of_which_year(&self, end: usize, month: u8, day: Option<u8>) -> Option<Read> {
        let next = end + usize::from(self.folded(end) == "of");
        let CalendarWord::Which(which) = self.calendar(next)? else { return None };
        let year = self.calendar(next + 1) == Some(CalendarWord::Unit(CalendarUnit::Year));
        let whole = matches!(self.folded(next), "last" | "this" | "next") && self.folded(next + 1) == "year";
        // "July 31 last year's champion"
        let of_noun = self.kind(next + 2) == Some(TokenKind::Possessive);
        if !year || !whole || of_noun {
            return None;
        }
        let origin = self.origin(next);
        let (this, ..) = origin.published?.day().ymd();
        let value = origin.calendar(Some(this.saturating_add(which)), month, day)?;
        Read::new(next + 2, Value { year: None, anchor: Anchor::Publication, ..value })
    }

    /// The month after a day, with "of" or a punctuation mark between.
    pub(super) fn month_behind(&self, at: usize) -> Option<(u8, usize)> {
        let mut next = at;
        if self.folded(next) == "day" {
            next += 1;
        }
        next += usize::from(matches!(self.folded(next), "of" | "-" | "/" | ","));
        if self.folded(next) == "the"
            && matches!(self.folded(next + 1), "last" | "next" | "this" | "previous")
        {
            next += 1;
        }
        let of = next > at && self.folded(next - 1) == "of";
        let month = match self.calendar(next) {
            Some(CalendarWord::Month(month, _)) if of => month,
            _ => self.is_month(next)?,
        };
        let short = self.folded(next).len() <= 4 && self.surface(next + 1) == "." && next + 2 < self.end;
        Some((month, next + 1 + usize::from(short)))
    }

    /// A day of the month at a token ("26", "26th", "twenty-sixth") and its end.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        if self.kind(at) == Some(TokenKind::Number) {
            let day =
                self.small_number(at).filter(|&d| (1..=31).contains(&d) && self.surface(at).len() <= 2)?;
            let suffix = self.attached(at + 1) && matches!(self.folded(at + 1), "st" | "nd" | "rd" | "th");
            // "7:30", "7.5", "7%", "7/8"
            if matches!(self.surface(at + 1), ":" | "%" | "/")
                && self.attached(at + 1)
                && self.kind(at + 2) == Some(TokenKind::Number)
            {
                return None;
            }
            return Some((day as u8, at + 1 + usize::from(suffix)));
        }
        if !self.token(at)?.begins.is_number_word() {
            return None;
        }
        let word = self.folded(at);
        if let Some(day) = ordinal(word).filter(|&d| d <= 30 && !word.ends_with('s')) {
            return Some((day as u8, at + 1));
        }
        if let Some(NumberWord::Tens(tens)) = number_word(word) {
            let next = at + 1 + usize::from(self.surface(at + 1) == "-");
            let unit = ordinal(self.folded(next)).filter(|&u| u < 10)?;
            return (tens + unit <= 31).then_some(((tens + unit) as u8, next + 1));
        }
        None
    }

    /// True if the number that ends at a token counts what follows ("March 20 people", "$12").
    pub(super) fn is_counting(&self, at: usize) -> bool {
        let next = self.folded(at);
        matches!(
            next,
            "percent"
                | "%"
                | "people"
                | "million"
                | "billion"
                | "thousand"
                | "hundred"
                | "years"
                | "days"
                | "men"
                | "km"
                | "miles"
        ) || self.surface(at) == "/" && self.attached(at)
    }

    /// The year after a day or month, optionally with a comma or "in" between; two digits only after a hyphen or an
    /// apostrophe.
    pub(super) fn year_behind(&self, end: usize, hyphen: bool) -> (Option<i32>, usize) {
        let joint =
            matches!(self.folded(end), "," | "of" | "in") || hyphen && matches!(self.surface(end), "-" | "/");
        let next = end + usize::from(joint);
        if let Some(year) = self.year(next) {
            let clock = self.attached(next + 1) && self.surface(next + 1) == ":";
            if !self.is_counting(next + 1) && !clock {
                return (Some(year), next + 1);
            }
        }
        let short =
            hyphen && matches!(self.surface(end), "-" | "/") || matches!(self.surface(end), "'" | "’" | "‘");
        match self.small_number(end + 1).filter(|_| short && self.surface(end + 1).len() == 2) {
            Some(two) => (Some(century(two.into())), end + 2),
            None => (None, end),
        }
    }

    /// "20th of last month"
    fn day_of_which_month(&self, day: u8, end: usize) -> Option<Read> {
        let mut next = end + usize::from(self.folded(end) == "day");
        if self.folded(next) != "of" {
            return None;
        }
        next += 1 + usize::from(self.folded(next + 1) == "the");
        let Some(CalendarWord::Which(which)) = self.calendar(next) else { return None };
        let Some(CalendarWord::Unit(CalendarUnit::Month)) = self.calendar(next + 1) else { return None };
        let month = self.origin(next).unit(CalendarUnit::Month, which);
        let mut value = Value::new(Granularity::Day);
        value.day = Some(day);
        if let Some((first, last)) = month.earliest.zip(month.latest) {
            let wanted = first.plus(i32::from(day) - 1);
            if wanted > last {
                return None;
            }
            value = value.days(wanted, wanted, Anchor::Publication);
        }
        Read::new(next + 2, value)
    }

    /// "Saturday", "Saturday, January 14", "Friday 26 July", "Thursday the 15th".
    pub(super) fn weekday(&self, at: usize, weekday: u8, doubtful: bool) -> Option<Read> {
        let short = self.folded(at).len() <= 5;
        let dot = usize::from(short && self.surface(at + 1) == "." && self.attached(at + 1));
        let mut next = at + 1 + dot;
        let capital = self.token(at).is_some_and(Token::is_capitalised);
        next += usize::from(self.surface(next) == ",");
        next += usize::from(self.surface(next) == "(");
        let open = self.surface(next.saturating_sub(1)) == "(";
        next += usize::from(self.folded(next) == "the");
        let dated = match self.calendar(next) {
            Some(CalendarWord::Month(month, _))
                if self.token(next).is_some_and(Token::is_capitalised) || !doubtful =>
            {
                self.month(next, month, true).filter(|r| r.value.day.is_some())
            }
            _ => self.day_of_month(next).or_else(|| self.numeric(next)),
        };
        if let Some(read) = dated.filter(|r| r.value.granularity == Granularity::Day) {
            let value = Value { weekday: Some(weekday), ..read.value };
            return Read::new(read.end + usize::from(open && self.surface(read.end) == ")"), value);
        }
        let alone = self.end - self.start <= 2;
        let dated = capital
            && self.attached(next + 1)
            && self.day_number(next).is_some_and(|(_, end)| end == next + 2);
        if doubtful && !alone && !dated {
            return None;
        }
        if short && self.folded(at).len() <= 4 && !capital && !alone {
            return None;
        }
        let origin = self.origin(at);
        // "Thursday the 15th"
        if let Some((day, end)) = self.day_number(next).filter(|&(_, end)| {
            end > next + 1 || self.before(next) == "the" || self.kind(next) == Some(TokenKind::Word)
        }) {
            if !open && self.kind(next) == Some(TokenKind::Number) || self.before(next) == "the" {
                if let Some(value) = self.nearest_with_weekday(at, day, weekday) {
                    return Read::new(end, value);
                }
            }
        }
        // "Monday of last week"
        let of = at + 1 + dot;
        let joint = usize::from(matches!(self.folded(of), "of" | "from"));
        {
            let the = usize::from(self.folded(of + joint) == "the");
            if let Some(CalendarWord::Which(which)) = self.calendar(of + joint + the) {
                if let Some(CalendarWord::Unit(CalendarUnit::Week)) = self.calendar(of + joint + 1 + the) {
                    let week = origin.unit(CalendarUnit::Week, which);
                    let mut value = origin.weekday(weekday);
                    if let Some(monday) = week.earliest {
                        let day = monday.plus(weekday.into());
                        value = value.days(day, day, Anchor::Publication);
                    }
                    return Read::new(of + joint + 2 + the, value);
                }
            }
        }
        let week = self.folded(of) == "last" || self.folded(of) == "next";
        let value = if week
            && !self
                .calendar(of + 1)
                .is_some_and(|c| matches!(c, CalendarWord::Unit(_) | CalendarWord::Month(..)))
            && !self.token(of + 1).is_some_and(|t| t.kind == TokenKind::Word)
        {
            return Read::new(of + 1, origin.which_weekday(weekday, self.folded(of)));
        } else {
            origin.weekday(weekday)
        };
        Read::new(of, value)
    }

    /// The day of the month nearest to publication that falls on the weekday.
    pub(super) fn nearest_with_weekday(&self, at: usize, day: u8, weekday: u8) -> Option<Value> {
        let origin = self.origin(at);
        let today = origin.published?.day();
        let candidates = (-6..=6).filter_map(|m| {
            let (year, month, _) = today.month_start(m).ymd();
            Day::new(year, month, day.into()).filter(|d| d.weekday() == u32::from(weekday))
        });
        let nearest = candidates.min_by_key(|d| d.since(today).abs())?;
        let mut value = Value::new(Granularity::Day).days(nearest, nearest, Anchor::Publication);
        (value.day, value.weekday) = (Some(day), Some(weekday));
        Some(value)
    }
}
