//! Months, weekdays, parts of the day and calendar units: closed sets.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The months, January first.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days of the week, Monday first.
pub(crate) const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A calendar word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CalendarWord {
    /// A month, 1 to 12; true if the word also means something else, unless capitals and context decide.
    Month(u8, bool),
    /// A day of the week, Monday is 0; true if the word also means something else ("sat", "sun").
    Weekday(u8, bool),
    /// Days from today: "yesterday", "tonight".
    Today(i32),
    /// A unit: "day", "week", "months".
    Unit(CalendarUnit),
    /// A part of the day, as its first and last minute after midnight: "morning".
    Part(u16, u16),
    /// "Last", "this", "next": an offset from the current unit.
    Which(i32),
    /// "Early", "late", "mid", "end": a part of what follows, in thirds (0 is the first).
    Third(u8),
    /// A quarter of the year, 1 to 4, or 5 and 6 for its halves: "Q3", "H1".
    Quarterly(u8),
    /// A word that begins the name of a holiday.
    Holiday,
    /// A word that begins a time expression without being one: "the", "in", "between".
    Lead,
}

/// A calendar unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CalendarUnit {
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// Two weeks.
    Fortnight,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// A season.
    Season,
    /// A calendar year.
    Year,
    /// Ten years, from a year that ends in 0.
    Decade,
    /// A hundred years.
    Century,
}

use CalendarUnit::{
    Century, Day, Decade, Fortnight, Hour, Minute, Month as Months, Quarter, Season, Week, Weekend, Year,
};
use CalendarWord::{Holiday, Lead, Month, Part, Quarterly, Third, Today, Unit, Weekday, Which};

/// Sorted for readability; a test checks it.
const WORDS: &[(&str, CalendarWord)] = &[
    ("a", Lead),
    ("afternoon", Part(720, 1079)),
    ("an", Lead),
    ("apr", Month(4, false)),
    ("april", Month(4, false)),
    ("aug", Month(8, false)),
    ("august", Month(8, true)),
    ("autumn", Unit(Season)),
    ("beginning", Third(0)),
    ("black", Holiday),
    ("boxing", Holiday),
    ("century", Unit(Century)),
    ("christmas", Holiday),
    ("coming", Which(1)),
    ("couple", Lead),
    ("current", Which(0)),
    ("dawn", Part(270, 420)),
    ("day", Unit(Day)),
    ("days", Unit(Day)),
    ("dec", Month(12, false)),
    ("decade", Unit(Decade)),
    ("decades", Unit(Decade)),
    ("december", Month(12, false)),
    ("dusk", Part(1050, 1200)),
    ("earlier", Third(0)),
    ("early", Third(0)),
    ("easter", Holiday),
    ("end", Third(2)),
    ("evening", Part(1080, 1439)),
    ("feb", Month(2, false)),
    ("february", Month(2, false)),
    ("few", Lead),
    ("following", Which(1)),
    ("fortnight", Unit(Fortnight)),
    ("fri", Weekday(4, false)),
    ("friday", Weekday(4, false)),
    ("good", Holiday),
    ("h1", Quarterly(5)),
    ("h2", Quarterly(6)),
    ("halloween", Holiday),
    ("hour", Unit(Hour)),
    ("hours", Unit(Hour)),
    ("jan", Month(1, false)),
    ("january", Month(1, false)),
    ("jul", Month(7, false)),
    ("july", Month(7, false)),
    ("jun", Month(6, false)),
    ("june", Month(6, false)),
    ("labor", Holiday),
    ("last", Which(-1)),
    ("late", Third(2)),
    ("later", Third(2)),
    ("mar", Month(3, true)),
    ("march", Month(3, true)),
    ("martin", Holiday),
    ("may", Month(5, true)),
    ("memorial", Holiday),
    ("mid", Third(1)),
    ("midday", Part(720, 720)),
    ("middle", Third(1)),
    ("midnight", Part(0, 0)),
    ("minute", Unit(Minute)),
    ("minutes", Unit(Minute)),
    ("mlk", Holiday),
    ("mon", Weekday(0, true)),
    ("monday", Weekday(0, false)),
    ("month", Unit(Months)),
    ("months", Unit(Months)),
    ("morning", Part(0, 719)),
    ("new", Holiday),
    ("next", Which(1)),
    ("night", Part(1080, 1439)),
    ("noon", Part(720, 720)),
    ("nov", Month(11, false)),
    ("november", Month(11, false)),
    ("oct", Month(10, false)),
    ("october", Month(10, false)),
    ("overnight", Part(0, 360)),
    ("past", Which(-1)),
    ("previous", Which(-1)),
    ("q1", Quarterly(1)),
    ("q2", Quarterly(2)),
    ("q3", Quarterly(3)),
    ("q4", Quarterly(4)),
    ("qtr", Unit(Quarter)),
    ("quarter", Unit(Quarter)),
    ("recent", Which(-1)),
    ("same", Lead),
    ("sat", Weekday(5, true)),
    ("saturday", Weekday(5, false)),
    ("sep", Month(9, false)),
    ("sept", Month(9, false)),
    ("september", Month(9, false)),
    ("some", Lead),
    ("spring", Unit(Season)),
    ("st", Holiday),
    ("start", Third(0)),
    ("summer", Unit(Season)),
    ("sun", Weekday(6, true)),
    ("sunday", Weekday(6, false)),
    ("thanksgiving", Holiday),
    ("that", Lead),
    ("the", Lead),
    ("this", Which(0)),
    ("thu", Weekday(3, false)),
    ("thur", Weekday(3, false)),
    ("thurs", Weekday(3, false)),
    ("thursday", Weekday(3, false)),
    ("today", Today(0)),
    ("tomorrow", Today(1)),
    ("tonight", Today(0)),
    ("tue", Weekday(1, false)),
    ("tues", Weekday(1, false)),
    ("tuesday", Weekday(1, false)),
    ("upcoming", Which(1)),
    ("valentine", Holiday),
    ("wed", Weekday(2, true)),
    ("wednesday", Weekday(2, false)),
    ("week", Unit(Week)),
    ("weekend", Unit(Weekend)),
    ("weekends", Unit(Weekend)),
    ("weeks", Unit(Week)),
    ("winter", Unit(Season)),
    ("xmas", Holiday),
    ("year", Unit(Year)),
    ("years", Unit(Year)),
    ("yesterday", Today(-1)),
    ("yr", Unit(Year)),
    ("yrs", Unit(Year)),
];

/// The calendar word of a folded word.
pub(crate) fn calendar_word(word: &str) -> Option<CalendarWord> {
    static INDEX: LazyLock<FxHashMap<&'static str, CalendarWord>> =
        LazyLock::new(|| WORDS.iter().copied().collect());
    INDEX.get(word).copied()
}

/// True for "morning", "dusk" and the like.
pub(crate) fn is_part_of_day(word: &str) -> bool {
    matches!(calendar_word(word), Some(Part(..)))
}

/// All calendar words, for the index of first words.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|&(w, _)| w)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        let unsorted: Vec<_> = WORDS.windows(2).filter(|w| w[0].0 >= w[1].0).collect();
        assert!(unsorted.is_empty(), "{unsorted:?}");
    }
}
