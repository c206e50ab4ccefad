//! Time zones after a time of day: "local time", "GMT", "(EST)", "Moscow time", "UTC+3".

use crate::lexicon::zone;
use crate::mention::date::read::Reader;

/// The time zone of a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Zone {
    /// The local time of the place reported on.
    Local,
    /// Minutes ahead of Greenwich, least and most; they differ if the name covers both summer and winter time.
    Offset(i16, i16),
    /// A zone whose name does not determine its offset.
    Other,
}

impl Reader<'_, '_> {
    /// The end of the zone after a time, and the zone; the same token if there is none.
    pub(super) fn zone(&self, at: usize) -> (usize, Option<Zone>) {
        let open = usize::from(self.surface(at) == "(");
        let next = at + open;
        let Some((end, zone)) = self.bare_zone(next) else { return (at, None) };
        if open == 1 && self.surface(end) != ")" { (at, None) } else { (end + open, Some(zone)) }
    }

    fn bare_zone(&self, at: usize) -> Option<(usize, Zone)> {
        let word = self.folded(at);
        let is_time = |at: usize| self.folded(at) == "time";
        if let Some((least, most)) = zone::of_letters(word) {
            let hours = self.hours_from_greenwich(at + 1).filter(|_| matches!(word, "gmt" | "utc"));
            if let Some((end, minutes)) = hours {
                return Some((end, Zone::Offset(minutes, minutes)));
            }
            return Some((at + 1 + usize::from(is_time(at + 1)), Zone::Offset(least, most)));
        }
        if zone::is_unsure(word) {
            return Some((at + 1 + usize::from(is_time(at + 1)), Zone::Other));
        }
        if word == "local" {
            return is_time(at + 1).then_some((at + 2, Zone::Local));
        }
        let (least, most) = zone::of_name(word)?;
        match self.folded(at + 1) {
            "time" => Some((at + 2, Zone::Offset(least, most))),
            // "Eastern daylight time" is the later of the two.
            "standard" | "mean" if is_time(at + 2) => Some((at + 3, Zone::Offset(least, least))),
            "daylight" | "summer" if is_time(at + 2) => Some((at + 3, Zone::Offset(most, most))),
            _ => None,
        }
    }

    /// "+3", "-5:30" behind "UTC".
    fn hours_from_greenwich(&self, at: usize) -> Option<(usize, i16)> {
        let sign = match self.surface(at) {
            "+" => 1,
            "-" => -1,
            _ => return None,
        };
        if !self.attached(at) || !self.attached(at + 1) {
            return None;
        }
        let hours = self.small_number(at + 1).filter(|&h| h <= 14)?;
        let minutes = (self.surface(at + 2) == ":" && self.attached(at + 2))
            .then(|| self.small_number(at + 3).filter(|&m| m < 60))
            .flatten();
        let end = if minutes.is_some() { at + 4 } else { at + 2 };
        let minutes = i16::try_from(hours * 60 + minutes.unwrap_or(0)).ok()?;
        Some((end, sign * minutes))
    }
}
