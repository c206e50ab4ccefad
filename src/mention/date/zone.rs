//! Time zones after a time of day: "local time", "GMT", "(EST)", "Moscow time", "UTC+3".

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

/// Abbreviations of zones, with their least and greatest offset from Greenwich in minutes. Sorted.
#[rustfmt::skip]
const LETTERS: &[(&str, (i16, i16))] = &[
    ("aedt", (660, 660)), ("aest", (600, 600)), ("akdt", (-480, -480)), ("akst", (-540, -540)), ("bst", (60, 60)),
    ("cdt", (-300, -300)), ("cest", (120, 120)), ("cet", (60, 60)), ("cst", (-360, -360)), ("ct", (-360, -300)),
    ("edt", (-240, -240)), ("eest", (180, 180)), ("eet", (120, 120)), ("est", (-300, -300)), ("et", (-300, -240)),
    ("gmt", (0, 0)), ("hkt", (480, 480)), ("hst", (-600, -600)), ("jst", (540, 540)), ("kst", (540, 540)),
    ("mdt", (-360, -360)), ("msk", (180, 180)), ("mst", (-420, -420)), ("pdt", (-420, -420)), ("pkt", (300, 300)),
    ("pst", (-480, -480)), ("pt", (-480, -420)), ("sgt", (480, 480)), ("utc", (0, 0)), ("wib", (420, 420)),
];

/// Words that name a zone before "time". Sorted.
#[rustfmt::skip]
const WORDS: &[(&str, (i16, i16))] = &[
    ("beijing", (480, 480)), ("berlin", (60, 120)), ("central", (-360, -300)), ("eastern", (-300, -240)),
    ("greenwich", (0, 0)), ("london", (0, 60)), ("moscow", (180, 180)), ("mountain", (-420, -360)),
    ("pacific", (-480, -420)), ("paris", (60, 120)), ("rome", (60, 120)), ("seoul", (540, 540)), ("tokyo", (540, 540)),
    ("universal", (0, 0)),
];

/// Abbreviations that name several zones.
const UNSURE: &[&str] = &["ast", "ist", "sst"];

fn offset(table: &[(&str, (i16, i16))], word: &str) -> Option<(i16, i16)> {
    table.binary_search_by(|(w, _)| (*w).cmp(word)).ok().and_then(|n| table.get(n)).map(|(_, o)| *o)
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
        if let Some((least, most)) = offset(LETTERS, word) {
            let hours = self.hours_from_greenwich(at + 1).filter(|_| matches!(word, "gmt" | "utc"));
            if let Some((end, minutes)) = hours {
                return Some((end, Zone::Offset(minutes, minutes)));
            }
            return Some((at + 1 + usize::from(is_time(at + 1)), Zone::Offset(least, most)));
        }
        if UNSURE.contains(&word) {
            return Some((at + 1 + usize::from(is_time(at + 1)), Zone::Other));
        }
        if word == "local" {
            return is_time(at + 1).then_some((at + 2, Zone::Local));
        }
        let (least, most) = offset(WORDS, word)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(LETTERS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
