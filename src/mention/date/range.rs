//! Ranges: "from April to June", "August 27th - 29th".

use crate::mention::date::read::{Read, Reader, between};
use crate::mention::date::resolve::Value;
use crate::mention::date::{Anchor, Granularity};

impl Reader<'_, '_> {
    /// "From April to June", "August 27th - 29th", "between 2007 and 2009".
    pub(super) fn range(&self, at: usize, first: &Read) -> Option<Read> {
        let joint = first.end;
        let between_and = self.folded(joint) == "and" && matches!(self.before(at), "between");
        let hyphen = self.surface(joint) == "-" || self.surface(joint) == "~";
        let to = matches!(self.folded(joint), "to" | "through" | "thru" | "until" | "till");
        if !(between_and || hyphen || to) || first.value.minutes.is_some() && first.value.earliest.is_none() {
            return None;
        }
        let mut next = joint + 1;
        next += usize::from(self.folded(next) == "the");
        let origin = self.origin(at);
        // "August 27th - 29th": the month applies to both.
        if let (Some(month), Some(_)) = (first.value.month, first.value.day) {
            if let Some((day, end)) = self.day_number(next) {
                if self.month_behind(end).is_none() && !self.is_counting(end) && !self.is_noun(end) {
                    let (year, end) = self.year_behind(end, false);
                    let year = year.or(first.value.year);
                    let start = origin.calendar(year, month, first.value.day)?;
                    return Read::new(end, between(start, origin.calendar(year, month, Some(day))?)?);
                }
            }
        }
        if matches!(self.folded(next), "now" | "date" | "present") {
            let today = Value::new(Granularity::Day);
            let today = origin.published.map_or(today, |p| today.days(p.day(), p.day(), Anchor::Publication));
            return Read::new(next + 1, between(first.value, today)?);
        }
        let second = self.timed(next)?;
        if second.value.granularity == Granularity::Minute || first.value.granularity == Granularity::Minute {
            return None;
        }
        let mut start = first.value;
        // "The 13th to the 15th of July": the month applies to both.
        if let (None, Some(day), Some(month), Some(_)) =
            (start.month, start.day, second.value.month, second.value.day)
        {
            start = origin.calendar(second.value.year, month, Some(day))?;
        }
        // "January to April 2015": the year applies to both.
        if let (None, Some(year), Some(month)) = (start.year, second.value.year, start.month) {
            start = origin.calendar(Some(year), month, start.day)?;
        }
        let mut finish = second.value;
        if let (Some(a), Some(b), Some(last)) = (start.earliest, finish.earliest, finish.latest) {
            let late = a.since(b);
            if (1..28).contains(&late) && finish.weekday.is_some() && finish.day.is_none() {
                let weeks = (late + 6) / 7 * 7;
                finish = finish.days(b.plus(weeks), last.plus(weeks), finish.anchor);
            }
        }
        Read::new(second.end, between(start, finish)?)
    }
}
