//! Calendar arithmetic: what an expression means relative to a day of publication. After HeidelTime's rules (Strötgen and
//! Gertz 2010).

use crate::date::{Day, Published};
use crate::lexicon::CalendarUnit;
use crate::mention::date::{Anchor, Clock, End, Ends, Granularity, Relative};

/// The value of an expression, without its position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Value {
    pub(super) earliest: Option<Day>,
    pub(super) latest: Option<Day>,
    pub(super) minutes: Option<(u16, u16)>,
    pub(super) clock: Option<Clock>,
    pub(super) ends: Option<Ends>,
    /// The day under the other order of day and month.
    pub(super) other: Option<Day>,
    pub(super) granularity: Granularity,
    pub(super) anchor: Anchor,
    pub(super) weekday: Option<u8>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) year: Option<i32>,
    pub(super) approximate: bool,
    pub(super) relative: Option<Relative>,
}

impl Value {
    pub(super) fn new(granularity: Granularity) -> Self {
        Self {
            earliest: None,
            latest: None,
            minutes: None,
            clock: None,
            ends: None,
            other: None,
            granularity,
            anchor: Anchor::None,
            weekday: None,
            month: None,
            day: None,
            year: None,
            approximate: false,
            relative: None,
        }
    }

    pub(super) fn days(mut self, earliest: Day, latest: Day, anchor: Anchor) -> Self {
        (self.earliest, self.latest, self.anchor) = (Some(earliest), Some(latest), anchor);
        self
    }

    /// With a part of the day ("morning").
    pub(super) fn part(self, from: u16, to: u16) -> Self {
        let clock = Some(Clock::part());
        Self { minutes: Some((from, to)), clock, granularity: Granularity::DayPart, ..self }
    }

    /// As one end of a range.
    pub(super) fn end(&self) -> End {
        End {
            days: self.earliest.zip(self.latest),
            granularity: self.granularity,
            anchor: self.anchor,
            weekday: self.weekday,
            month: self.month,
            day: self.day,
            year: self.year,
            relative: self.relative,
        }
    }

    pub(super) fn approximate(mut self) -> Self {
        self.approximate = true;
        self
    }
}

/// What expressions are resolved from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    pub(super) published: Option<Published>,
    /// The last day mentioned in the text.
    pub(super) last: Option<Day>,
    /// The tense of the clause.
    pub(super) tense: Tense,
    /// True if the tense is the future.
    pub(super) future: bool,
}

/// Where the verb of a clause points in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// The default.
    Past,
    /// "May", "if", "would": whichever of past and future is nearer.
    Open,
    /// "Will", "scheduled".
    Future,
}

impl Origin {
    fn today(&self) -> Option<Day> {
        self.published.map(Published::day)
    }

    /// A weekday alone: the most recent one, including today; in the future tense, the next one.
    pub(super) fn weekday(&self, weekday: u8) -> Value {
        let mut value = Value::new(Granularity::Day);
        value.weekday = Some(weekday);
        let Some(today) = self.today() else { return value };
        let ahead = (i32::from(weekday) - today.weekday() as i32).rem_euclid(7);
        // "Will meet on Monday" on a Tuesday is more likely a slip for the Monday just past than six days ahead.
        let next = match self.tense {
            Tense::Past => ahead == 0,
            Tense::Open => ahead <= 3,
            Tense::Future => ahead <= 5,
        };
        let day = today.plus(if next { ahead } else { ahead - 7 });
        value.days(day, day, Anchor::Publication)
    }

    /// "Last Tuesday", "this Tuesday", "next Tuesday": strictly before, in this week, in the next week. "The coming Tuesday"
    /// is strictly ahead; "the previous Tuesday" is in the week before.
    pub(super) fn which_weekday(&self, weekday: u8, word: &str) -> Value {
        let bare = self.weekday(weekday);
        let Some(today) = self.today() else { return bare };
        let this = today.week_start().plus(weekday.into());
        let day = match word {
            "last" | "past" if this >= today => this.plus(-7),
            "previous" => this.plus(-7),
            "next" | "following" => this.plus(7),
            "coming" | "upcoming" if this <= today => this.plus(7),
            _ => this,
        };
        bare.days(day, day, Anchor::Publication)
    }

    /// A day from its given parts. A missing year is the nearest one, with a preference for the past.
    pub(super) fn calendar(&self, year: Option<i32>, month: u8, day: Option<u8>) -> Option<Value> {
        let granularity = if day.is_some() { Granularity::Day } else { Granularity::Month };
        let mut value = Value::new(granularity);
        (value.year, value.month, value.day) = (year, Some(month), day);
        let make = |year: i32| match day {
            Some(day) => Day::new(year, month.into(), day.into()).map(|d| (d, d)),
            None => unit_of(Day::new(year, month.into(), 1)?, CalendarUnit::Month),
        };
        if let Some(year) = year {
            let (first, last) = make(year)?;
            return Some(value.days(first, last, Anchor::Explicit));
        }
        // 29 February exists only in leap years; any leap year shows whether the parts can form a day.
        Day::new(2000, month.into(), day.unwrap_or(1).into())?;
        let Some(today) = self.today() else { return Some(value) };
        let this = today.ymd().0;
        let nearest =
            [0, -1, 1].into_iter().filter_map(|off| make(this + off)).min_by_key(|&(first, last)| {
                let distance = if last < today {
                    today.since(last)
                } else if first > today {
                    first.since(today)
                } else {
                    0
                };
                let ahead = first > today;
                // Future dates count as further away, unless the clause is in the future tense.
                match (ahead, self.future) {
                    (true, false) => distance * 5,
                    (false, true) if distance > 0 => distance * 5,
                    _ => distance,
                }
            });
        let (first, last) = nearest?;
        Some(value.days(first, last, Anchor::Publication))
    }

    /// The day that `falls` gives for the year, or for the year nearest to publication, with a preference for the past.
    pub(super) fn nearest_year(
        &self,
        year: Option<i32>,
        falls: impl Fn(i32) -> Option<Day>,
    ) -> Option<(Day, Anchor)> {
        if let Some(year) = year {
            return falls(year).map(|day| (day, Anchor::Explicit));
        }
        let today = self.today()?;
        let this = today.ymd().0;
        let weigh = |day: &Day| {
            let ahead = day.since(today);
            if (ahead > 0) != self.future { ahead.abs() * 5 } else { ahead.abs() }
        };
        [0, -1, 1]
            .into_iter()
            .filter_map(|off| falls(this + off))
            .min_by_key(weigh)
            .map(|day| (day, Anchor::Publication))
    }

    /// A calendar unit relative to the one that contains today: "last week" (-1), "this month" (0).
    pub(super) fn unit(&self, unit: CalendarUnit, offset: i32) -> Value {
        let mut value = Value::new(granularity_of(unit));
        value.relative = Some(Relative { unit, offset });
        let Some(today) = self.today() else { return value };
        match unit_of(shift(today, unit, offset), unit) {
            Some((first, last)) => value.days(first, last, Anchor::Publication),
            None => value,
        }
    }

    /// The season that begins in a month, of this, the last or the next year, in the northern hemisphere.
    pub(super) fn season(&self, month: u32, which: i32) -> Option<Value> {
        let value = Value::new(Granularity::Quarter).approximate();
        let Some(today) = self.today() else { return Some(value) };
        let mut first = Day::new(today.ymd().0.saturating_add(which.signum()), month, 1)?;
        // "Last summer" in October is the one just past.
        if which < 0
            && first.year_start(1).plus(-1) < today
            && Day::new(today.ymd().0, month, 1)?.month_start(3) <= today
        {
            first = Day::new(today.ymd().0, month, 1)?;
        }
        Some(value.days(first, first.month_start(3).plus(-1), Anchor::Publication))
    }

    /// A day this many units from today: "two weeks ago" (-2).
    pub(super) fn away(&self, unit: CalendarUnit, offset: i32) -> Value {
        let mut value = Value::new(match unit {
            CalendarUnit::Minute | CalendarUnit::Hour => Granularity::Minute,
            _ => Granularity::Day,
        });
        value.relative = Some(Relative { unit, offset });
        let day = match (unit, self.published) {
            (_, None) => None,
            (CalendarUnit::Minute | CalendarUnit::Hour, Some(published)) => {
                let step = if unit == CalendarUnit::Hour { 60 } else { 1 };
                let minute = i32::from(published.minute().unwrap_or(720) as u16);
                let moment = offset.saturating_mul(step).saturating_add(minute);
                Some(published.day().plus(moment.div_euclid(1440)))
            }
            (_, Some(published)) => Some(shift_day(published.day(), unit, offset)),
        };
        day.map_or(value, |day| value.days(day, day, Anchor::Publication))
    }

    /// A day this many units after the last day mentioned: "two days later". If none was mentioned, the value stays relative.
    pub(super) fn since_text(&self, unit: CalendarUnit, offset: i32) -> Value {
        let value = Value::new(match unit {
            CalendarUnit::Minute | CalendarUnit::Hour => Granularity::Minute,
            _ => Granularity::Day,
        });
        let value = Value { anchor: Anchor::Text, ..value };
        match (self.last, unit) {
            (Some(last), CalendarUnit::Hour | CalendarUnit::Minute) => {
                value.days(last, last.plus(offset.clamp(0, 1)), Anchor::Text)
            }
            (Some(last), _) => {
                let day = shift_day(last, unit, offset);
                value.days(day, day, Anchor::Text)
            }
            (None, _) => value,
        }
    }

    /// A period of this many units up to or from today: "the past two weeks".
    pub(super) fn stretch(&self, unit: CalendarUnit, count: i32) -> Value {
        let mut value = Value::new(granularity_of(unit)).approximate();
        value.relative = Some(Relative { unit, offset: count });
        let Some(today) = self.today() else { return value };
        // "The past 24 hours" extend into yesterday.
        let other = match unit {
            CalendarUnit::Minute => today,
            CalendarUnit::Hour => today.plus(count.saturating_add(23 * count.signum()) / 24),
            _ => shift_day(today, unit, count),
        };
        value.days(other.min(today), other.max(today), Anchor::Publication)
    }
}

pub(super) fn granularity_of(unit: CalendarUnit) -> Granularity {
    match unit {
        CalendarUnit::Minute | CalendarUnit::Hour => Granularity::Minute,
        CalendarUnit::Day => Granularity::Day,
        CalendarUnit::Weekend | CalendarUnit::Week | CalendarUnit::Fortnight => Granularity::Week,
        CalendarUnit::Month => Granularity::Month,
        CalendarUnit::Quarter | CalendarUnit::Season => Granularity::Quarter,
        CalendarUnit::Year => Granularity::Year,
        CalendarUnit::Decade | CalendarUnit::Century => Granularity::Decade,
    }
}

/// The first and last day of the unit that contains a day.
pub(super) fn unit_of(day: Day, unit: CalendarUnit) -> Option<(Day, Day)> {
    let (year, month, _) = day.ymd();
    Some(match unit {
        CalendarUnit::Minute | CalendarUnit::Hour | CalendarUnit::Day => (day, day),
        CalendarUnit::Week => (day.week_start(), day.week_start().plus(6)),
        CalendarUnit::Fortnight => (day.week_start(), day.week_start().plus(13)),
        CalendarUnit::Weekend => (day.week_start().plus(5), day.week_start().plus(6)),
        CalendarUnit::Month => (day.month_start(0), day.month_start(1).plus(-1)),
        CalendarUnit::Quarter | CalendarUnit::Season => {
            let first = Day::new(year, (month - 1) / 3 * 3 + 1, 1)?;
            (first, first.month_start(3).plus(-1))
        }
        CalendarUnit::Year => (day.year_start(0), day.year_start(1).plus(-1)),
        CalendarUnit::Decade => {
            let first = Day::new(year.div_euclid(10) * 10, 1, 1)?;
            (first, first.year_start(10).plus(-1))
        }
        CalendarUnit::Century => {
            let first = Day::new(year.div_euclid(100) * 100, 1, 1)?;
            (first, first.year_start(100).plus(-1))
        }
    })
}

/// A day in the unit this many units from the one that contains `day`.
fn shift(day: Day, unit: CalendarUnit, count: i32) -> Day {
    match unit {
        CalendarUnit::Weekend => {
            // On a Saturday or Sunday, "last weekend" is the one before; on a weekday, the one just past.
            day.plus(count.saturating_mul(7))
        }
        CalendarUnit::Month => day.month_start(count),
        CalendarUnit::Quarter | CalendarUnit::Season => day.month_start(count.saturating_mul(3)),
        CalendarUnit::Year => day.year_start(count),
        CalendarUnit::Decade => day.year_start(count.saturating_mul(10)),
        CalendarUnit::Century => day.year_start(count.saturating_mul(100)),
        _ => shift_day(day, unit, count),
    }
}

/// The same day this many units later: the same day of the month, or the month's last if it has no such day.
pub(super) fn shift_day(day: Day, unit: CalendarUnit, count: i32) -> Day {
    let months = match unit {
        CalendarUnit::Minute | CalendarUnit::Hour => return day,
        CalendarUnit::Day => return day.plus(count),
        CalendarUnit::Week | CalendarUnit::Weekend => return day.plus(count.saturating_mul(7)),
        CalendarUnit::Fortnight => return day.plus(count.saturating_mul(14)),
        CalendarUnit::Month => count,
        CalendarUnit::Quarter | CalendarUnit::Season => count.saturating_mul(3),
        CalendarUnit::Year => count.saturating_mul(12),
        CalendarUnit::Decade => count.saturating_mul(120),
        CalendarUnit::Century => count.saturating_mul(1200),
    };
    let first = day.month_start(months);
    let wanted = first.plus(day.ymd().2 as i32 - 1);
    if wanted.ymd().1 == first.ymd().1 { wanted } else { first.month_start(1).plus(-1) }
}
