//! Days and periods told by another that the text gives: "the day before July 9", "the following year".

use crate::date::Day;
use crate::lexicon::CalendarUnit;
use crate::mention::date::read::{Read, Reader, whole_year};
use crate::mention::date::resolve::{Value, granularity_of, unit_of};
use crate::mention::date::{Anchor, Granularity};

impl Reader<'_, '_> {
    /// "The day before July 9", "the day after 9 July 2021": the day beside one that is named.
    pub(super) fn beside_day(&self, at: usize, sign: i32) -> Option<Read> {
        // With a leap day and without: "the day after February 28" is one of two.
        const SOME_YEARS: [i32; 2] = [2000, 2001];
        let named = self.primary(at).filter(|read| {
            read.value.granularity == Granularity::Day
                && read.value.ends.is_none()
                && read.value.other.is_none()
        })?;
        let (month, day) = named.value.month.zip(named.value.day)?;
        let known = named.value.earliest;
        let beside = |year| Some(Day::new(year, month.into(), day.into())?.plus(sign));
        let there = match known {
            Some(day) => day.plus(sign),
            None => {
                let [leap, common] = SOME_YEARS.map(beside);
                let (leap, common) = leap.zip(common)?;
                let is_one = leap.ymd().1 == common.ymd().1 && leap.ymd().2 == common.ymd().2;
                is_one.then_some(leap)?
            }
        };
        let (year, month, day) = there.ymd();
        let mut value = Value::new(Granularity::Day);
        (value.month, value.day) = (u8::try_from(month).ok(), u8::try_from(day).ok());
        value.year = named.value.year.map(|_| year);
        Read::new(
            named.end,
            if known.is_some() { value.days(there, there, named.value.anchor) } else { value },
        )
    }

    /// "The following year", "the next year" after a year that the text gives; not "over the next year", which begins now.
    pub(super) fn year_from_text(&self, at: usize, unit: CalendarUnit, which: i32) -> Option<Value> {
        let told = match self.folded(at) {
            "following" | "previous" => true,
            "next" => {
                let lead =
                    at.checked_sub(2).filter(|&lead| lead >= self.start).map_or("", |lead| self.folded(lead));
                self.before(at) == "the"
                    && !matches!(lead, "over" | "in" | "within" | "during" | "for" | "throughout" | "of")
            }
            _ => false,
        };
        let year = self.last_year.filter(|_| told && unit == CalendarUnit::Year)?;
        Some(Value { year: None, anchor: Anchor::Text, ..whole_year(year.checked_add(which)?)? })
    }

    pub(super) fn whole_from_text(&self, at: usize, unit: CalendarUnit, offset: i32) -> Option<Value> {
        let origin = self.origin(at);
        let day = origin.since_text(unit, offset);
        if unit == CalendarUnit::Day {
            return Some(day);
        }
        let Some(earliest) = day.earliest else {
            return Some(origin.unit(unit, offset));
        };
        let (first, last) = unit_of(earliest, unit)?;
        Some(Value { granularity: granularity_of(unit), ..day }.days(first, last, Anchor::Text))
    }
}
