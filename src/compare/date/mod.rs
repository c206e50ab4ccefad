//! Comparison of dates, as intervals (after Allen 1983): equal, within, overlapping, apart.
//!
//! The confidence is the fraction of such pairs, given that both date the same event, for which a careful reader would agree.
//! The figures are set by rule, not fitted.

mod clock;

use crate::compare::{Judgement, Level, Relation};
use crate::date::Day;
use crate::fold::fold;
use crate::lexicon::CalendarUnit;
use crate::mention::Date;
use crate::mention::date::{Anchor, End, Granularity};

/// How certain a judgement is if nothing casts doubt on it.
mod sure {
    /// The same day or days.
    pub(super) const SAME_DAY: f64 = 0.9;
    /// The same, if one is approximate ("about").
    pub(super) const SAME_LOOSELY: f64 = 0.85;
    /// One is within the other, or gives its hour: two reports of one week and of a day in it are nearly always about that
    /// day.
    pub(super) const WITHIN: f64 = 0.9;
    /// One fits the other only if it is used loosely ("two weeks ago"): as often, a different day is meant.
    pub(super) const STRETCHED: f64 = 0.5;
    /// Two adjacent days, perhaps one event during the night between them.
    pub(super) const NEXT_DAY: f64 = 0.7;
    /// Days up to a month apart: too far for that, and near enough to date one event.
    pub(super) const DAYS: f64 = 0.75;
    /// Days further apart, months and years: usually two events.
    pub(super) const FAR: f64 = 0.6;
    /// Weeks, quarters and seasons, which are used loosely.
    pub(super) const WEEKS: f64 = 0.5;
    /// Added if both are stated in full, so that neither depends on another day.
    pub(super) const EXPLICIT: f64 = 0.1;
    /// Two weekdays for one date: one of them must be wrong.
    pub(super) const TWO_WEEKDAYS: f64 = 0.8;
    /// A weekday that does not fit the other's date in the calendar, whose year may have been misread.
    pub(super) const AGAINST_CALENDAR: f64 = 0.75;
    /// The least for two ranges with different ends: nobody gives both ends by chance.
    pub(super) const ENDS: f64 = 0.65;
    /// Two weekdays in unknown weeks.
    pub(super) const WEEKDAYS: f64 = 0.65;
    /// Two days of one month, if neither gives the year.
    pub(super) const DAYS_OF_MONTH: f64 = 0.7;
    /// Other parts of a date that differ; less is known about them.
    pub(super) const OTHER_PARTS: f64 = 0.45;
    /// Ranges in unknown years: one within the other, and apart.
    pub(super) const WITHIN_SOME_YEAR: f64 = 0.8;
    pub(super) const APART_IN_SOME_YEAR: f64 = 0.7;
    /// One gives more of a date than the other, perhaps in a different week or year.
    pub(super) const NAMES_MORE: f64 = 0.7;
    /// A day of a weekend about which nothing more is known.
    pub(super) const OF_WEEKEND: f64 = 0.6;
    /// The same words for an unknown week.
    pub(super) const SAME_WORDS: f64 = 0.6;
}

/// Reasons to doubt a judgement, as factors.
mod doubt {
    /// In one of them, nothing tells day from month; it was read in the order that fits.
    pub(super) const EITHER_ORDER: f64 = 0.9;
    /// One statement quoted on two days, each of which may be the speaker's "today".
    pub(super) const QUOTED: f64 = 0.7;
    /// Zones are given, but one day is not.
    pub(super) const OF_SOME_DAY: f64 = 0.95;
    /// The year of both was guessed, in different ways.
    pub(super) const GUESSED_YEAR: f64 = 0.9;
    /// An approximate range.
    pub(super) const LOOSE: f64 = 0.8;
    /// A day relative to another in the text, which is only as certain as that one.
    pub(super) const FROM_TEXT: f64 = 0.6;
    /// A weekday in an unknown week compared with a day of the same name.
    pub(super) const SOME_WEEK: f64 = 0.75;
    /// An hour on an unknown day.
    pub(super) const HOUR_ALONE: f64 = 0.85;
    /// Both name the same, in an unknown year; and it is shorter than a month.
    pub(super) const SOME_YEAR: f64 = 0.95;
    pub(super) const NO_MONTH: f64 = 0.9;
}

/// How many days off loose uses of "last week" and the like may be.
const LOOSE_WEEK: i32 = 7;

/// Compares two dates of one event; `None` if nothing can be said ("Tuesday" and "July" in unknown years).
pub fn compare(a: &Date, b: &Date) -> Option<Judgement> {
    // A fixed order makes the judgement exactly symmetric.
    let (a, b) = if order(a) <= order(b) { (a, b) } else { (b, a) };
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let judgement = either_day(a, b)?;
    // The same words for the same day are identical; the same words alone are not enough.
    if judgement.relation == Relation::Equivalent && fold(sa) == fold(sb) {
        return Some(Judgement::new(Level::Same, judgement.confidence, format!("both say \"{sa}\"")));
    }
    Some(judgement)
}

/// If the order of day and month is unknown, the reading that fits is used.
fn either_day(a: &Date, b: &Date) -> Option<Judgement> {
    let swapped = |d: &Date| {
        let day = d.other?;
        let (year, month, of_month) = day.ymd();
        let year = d.year.is_some().then_some(year);
        let (month, of_month) = (u8::try_from(month).ok(), u8::try_from(of_month).ok());
        Some(Date {
            earliest: Some(day),
            latest: Some(day),
            year,
            month,
            day: of_month,
            other: None,
            ..d.clone()
        })
    };
    let read = days_and_hours(a, b);
    if a.other.is_none() && b.other.is_none() {
        return read;
    }
    let (here, there) = (swapped(a), swapped(b));
    let others = [
        here.as_ref().and_then(|x| days_and_hours(x, b)),
        there.as_ref().and_then(|y| days_and_hours(a, y)),
        here.as_ref().zip(there.as_ref()).and_then(|(x, y)| days_and_hours(x, y)),
    ];
    let agrees = |j: &Judgement| j.relation != Relation::Conflict;
    let doubtful = |j: Judgement| Judgement { confidence: j.confidence * doubt::EITHER_ORDER, ..j };
    match read {
        Some(judgement) if agrees(&judgement) => Some(judgement),
        Some(judgement) => {
            let mut others = others.into_iter().flatten();
            Some(others.find(agrees).map_or_else(|| doubtful(judgement), doubtful))
        }
        None => others.into_iter().flatten().find(agrees).map(doubtful),
    }
}

fn days_and_hours(a: &Date, b: &Date) -> Option<Judgement> {
    // The same statement, quoted on two days: its "today" is the speaker's.
    if a.quoted && b.quoted && a.relative.is_some() && a.relative == b.relative {
        return clocks(a, b, doubt::QUOTED);
    }
    if clock::are_zoned(a, b) {
        // "11 p.m. EST on Monday" is 0400 GMT on Tuesday.
        let known = |d: &Date| d.earliest.is_some();
        if known(a) == known(b) || kinds(a) == NOTHING || kinds(b) == NOTHING {
            return clock::compare(a, b, if known(a) && known(b) { 1.0 } else { doubt::OF_SOME_DAY });
        }
    }
    if let Some(judgement) = weekdays(a, b).or_else(|| both_ends(a, b)) {
        return Some(judgement);
    }
    if a.ends.is_some() && b.ends.is_some() {
        return None;
    }
    // The same day of a month, in years that neither names and that were guessed.
    let guessed = a.year.is_none() && b.year.is_none() && a.day.is_some() && a.month.is_some();
    match (days(a), days(b)) {
        (Some(x), Some(y)) if guessed && a.day == b.day && a.month == b.month && x != y => {
            clocks(a, b, doubt::GUESSED_YEAR).filter(|j| j.relation != Relation::Conflict)
        }
        (Some(x), Some(y)) => resolved(a, b, x, y),
        _ => unresolved(a, b),
    }
}

/// The weekday of a day: as given, or by the calendar.
fn by_calendar(d: &Date) -> Option<u8> {
    let (first, last) = days(d)?;
    (first == last && d.ends.is_none()).then(|| u8::try_from(first.weekday()).ok()).flatten()
}

/// A weekday that contradicts the other date: for the same day of the month, or the same day by the calendar.
fn weekdays(a: &Date, b: &Date) -> Option<Judgement> {
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    if a.ends.is_some() || b.ends.is_some() {
        return None;
    }
    let dated = |d: &Date| d.month.is_some() && d.day.is_some();
    let one_day = match (days(a), days(b)) {
        (Some(x), Some(y)) => x == y && x.0 == x.1,
        // The week or year of one of them is unknown.
        _ => dated(a) && dated(b) && a.month == b.month && a.day == b.day,
    };
    let years = a.year.zip(b.year).is_none_or(|(x, y)| x == y);
    if !one_day || !years {
        return None;
    }
    let name = |w: u8| {
        // A closed list, like DAYS, written as for a reader.
        const NAMES: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        NAMES.get(usize::from(w)).copied().unwrap_or_default()
    };
    match (a.weekday, b.weekday) {
        (Some(x), Some(y)) if x != y => {
            let known = by_calendar(a).or_else(|| by_calendar(b));
            let really = known.map_or(String::new(), |w| format!("; the day is a {}", name(w)));
            say(
                Level::Disjoint,
                sure::TWO_WEEKDAYS,
                format!("\"{sa}\" and \"{sb}\" name two weekdays of one date{really}"),
            )
        }
        (Some(x), None) | (None, Some(x)) => {
            let (told, other, said) = if a.weekday.is_some() { (a, b, sa) } else { (b, a, sb) };
            // A guessed year does not determine the weekday.
            let sure = |d: &Date| d.year.is_some() || d.anchor == Anchor::Publication && d.relative.is_some();
            let day = by_calendar(other).filter(|_| sure(other) || sure(told) && told.day.is_some())?;
            (day != x)
                .then(|| {
                    let reason =
                        format!("\"{said}\" contradicts \"{}\", which is a {}", other.surface, name(day));
                    say(Level::Disjoint, sure::AGAINST_CALENDAR, reason)
                })
                .flatten()
        }
        _ => None,
    }
}

/// For two ranges given by their ends, both ends count.
fn both_ends(a: &Date, b: &Date) -> Option<Judgement> {
    let (ours, theirs) = (a.ends?, b.ends?);
    let end = |d: &Date, end: &End| Date {
        earliest: end.days.map(|days| days.0),
        latest: end.days.map(|days| days.1),
        granularity: end.granularity,
        anchor: end.anchor,
        weekday: end.weekday,
        month: end.month,
        day: end.day,
        year: end.year,
        relative: end.relative,
        minutes: None,
        clock: None,
        ends: None,
        other: None,
        ..d.clone()
    };
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let first = days_and_hours(&end(a, &ours.first), &end(b, &theirs.first));
    let last = days_and_hours(&end(a, &ours.last), &end(b, &theirs.last));
    let conflict = |j: &Option<Judgement>| j.as_ref().is_some_and(|j| j.relation == Relation::Conflict);
    let loose = a.approximate || b.approximate;
    if conflict(&first) || conflict(&last) {
        let (judgement, how) = if conflict(&first) { (first?, "begin") } else { (last?, "end") };
        let confidence = judgement.confidence.max(sure::ENDS) * if loose { doubt::LOOSE } else { 1.0 };
        return say(Level::Disjoint, confidence, format!("\"{sa}\" and \"{sb}\" {how} at different times"));
    }
    let (first, last) = (first?, last?);
    let coarser = if first.level >= last.level { first.clone() } else { last.clone() };
    let confidence = first.confidence.min(last.confidence);
    let reason = match coarser.level {
        Level::Same | Level::Form => format!("\"{sa}\" and \"{sb}\" are the same period"),
        _ => format!("\"{sa}\" and \"{sb}\" fit at both ends"),
    };
    let level = if coarser.level == Level::Same { Level::Form } else { coarser.level };
    say(level, confidence, reason)
}

type Order<'d> = (
    Granularity,
    Option<Day>,
    Option<Day>,
    Option<(u16, u16)>,
    &'d str,
    Anchor,
    Option<u8>,
    Option<u8>,
    Option<u8>,
);

fn order(d: &Date) -> Order<'_> {
    (d.granularity, d.earliest, d.latest, d.minutes, d.surface.as_str(), d.anchor, d.weekday, d.month, d.day)
}

fn days(d: &Date) -> Option<(Day, Day)> {
    Some((d.earliest?, d.latest?))
}

fn say(level: Level, confidence: f64, reason: String) -> Option<Judgement> {
    Some(Judgement::new(level, confidence, reason))
}

fn resolved(a: &Date, b: &Date, x: (Day, Day), y: (Day, Day)) -> Option<Judgement> {
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let from_text = a.anchor == Anchor::Text || b.anchor == Anchor::Text;
    let doubt = if from_text { doubt::FROM_TEXT } else { 1.0 };
    if x == y {
        return clocks(a, b, doubt);
    }
    let inside = |p: (Day, Day), q: (Day, Day)| q.0 <= p.0 && p.1 <= q.1;
    if inside(x, y) || inside(y, x) {
        let (inner, outer) = if inside(x, y) { (sa, sb) } else { (sb, sa) };
        return say(Level::Finer, sure::WITHIN * doubt, format!("\"{inner}\" falls within \"{outer}\""));
    }
    let gap = if x.1 < y.0 {
        y.0.since(x.1)
    } else if y.1 < x.0 {
        x.0.since(y.1)
    } else {
        0
    };
    if gap == 0 {
        return None;
    }
    // "Two weeks ago" seldom means the exact day; "last week" may extend to a week and a half ago.
    let slack = slack(a).max(slack(b));
    if gap <= slack {
        return (a.granularity >= Granularity::Week || b.granularity >= Granularity::Week)
            .then(|| {
                say(Level::Slack, sure::STRETCHED * doubt, format!("\"{sa}\" fits \"{sb}\" as loosely used"))
            })
            .flatten();
    }
    // Adjacent days may share the night between them.
    let nightly = |d: &Date| d.minutes.is_some_and(|m| m.0 < 360 && m.1 <= 540 || m.1 > 1200);
    let days = a.granularity <= Granularity::Day && b.granularity <= Granularity::Day;
    if gap == 1 && days && (nightly(a) || nightly(b)) {
        return None;
    }
    let confidence = match (a.granularity.max(b.granularity), gap) {
        (Granularity::Minute | Granularity::DayPart | Granularity::Day, 1) => sure::NEXT_DAY,
        (Granularity::Minute | Granularity::DayPart | Granularity::Day, 2..=31) => sure::DAYS,
        (Granularity::Minute | Granularity::DayPart | Granularity::Day, _) => sure::FAR,
        (Granularity::Month | Granularity::Year, _) => sure::FAR,
        _ => sure::WEEKS,
    };
    let explicit = a.anchor == Anchor::Explicit && b.anchor == Anchor::Explicit;
    let explicit = if explicit { sure::EXPLICIT } else { 0.0 };
    say(
        Level::Disjoint,
        (confidence + explicit) * doubt,
        format!("\"{sa}\" ({}) and \"{sb}\" ({}) are different days", stretch(x), stretch(y)),
    )
}

fn stretch((first, last): (Day, Day)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// How many days off an expression may be in common usage.
fn slack(d: &Date) -> i32 {
    match d.relative {
        Some(r) => match r.unit {
            CalendarUnit::Week | CalendarUnit::Fortnight | CalendarUnit::Weekend
                if d.granularity == Granularity::Week =>
            {
                LOOSE_WEEK - 1
            }
            CalendarUnit::Week | CalendarUnit::Fortnight => 3 * r.offset.abs().min(4),
            // "Last year" ends with the year; "a year ago" hardly means the exact day.
            _ if d.granularity > Granularity::Day => 0,
            CalendarUnit::Month => 15 * r.offset.abs().min(4),
            CalendarUnit::Quarter | CalendarUnit::Season => 45,
            CalendarUnit::Year | CalendarUnit::Decade | CalendarUnit::Century => 183 * r.offset.abs().min(10),
            CalendarUnit::Day if d.approximate => 3,
            _ => 0,
        },
        // "Early 2014": nobody says where such a part of a year ends.
        None if d.approximate && d.year.is_some() && d.granularity == Granularity::Quarter => 61,
        None if d.approximate => 2,
        None => 0,
    }
}

/// On the same day, the time of day decides.
fn clocks(a: &Date, b: &Date, doubt: f64) -> Option<Judgement> {
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let one_day = || {
        if a.approximate != b.approximate {
            let reason = format!("\"{sa}\" and \"{sb}\" agree, one of them loosely");
            return say(Level::Slack, sure::SAME_LOOSELY * doubt, reason);
        }
        let what = if a.earliest == a.latest { "the same day" } else { "the same days" };
        say(Level::Form, sure::SAME_DAY * doubt, format!("\"{sa}\" and \"{sb}\" are {what}"))
    };
    match (a.minutes, b.minutes) {
        (Some(_), Some(_)) => clock::compare(a, b, doubt),
        (None, None) => one_day(),
        (one, _) => {
            let (finer, coarser) = if one.is_some() { (sa, sb) } else { (sb, sa) };
            say(Level::Finer, sure::WITHIN * doubt, format!("\"{finer}\" gives the hour of \"{coarser}\""))
        }
    }
}

/// What a date names: weekday, month, day, year, distance from publication.
type Kinds = (bool, bool, bool, bool, bool);

const NOTHING: Kinds = (false, false, false, false, false);

fn kinds(d: &Date) -> Kinds {
    (d.weekday.is_some(), d.month.is_some(), d.day.is_some(), d.year.is_some(), d.relative.is_some())
}

/// Days and months without a year are compared within one year.
fn in_some_year(a: &Date, b: &Date) -> Option<Judgement> {
    // A leap year, in which every day exists.
    const YEAR: i32 = 2000;
    let place = |month: u8, day: Option<u8>| {
        let first = Day::new(YEAR, month.into(), day.unwrap_or(1).into())?;
        Some((first, if day.is_some() { first } else { first.month_start(1).plus(-1) }))
    };
    let stretch = |d: &Date| {
        let placed = d.month.is_some() && d.year.is_none() && d.relative.is_none() && days(d).is_none();
        if !placed || d.approximate {
            return None;
        }
        match d.ends {
            Some(ends) => {
                let (first, last) =
                    (place(ends.first.month?, ends.first.day)?, place(ends.last.month?, ends.last.day)?);
                (first.0 <= last.1).then_some((first.0, last.1))
            }
            None => place(d.month?, d.day),
        }
    };
    if a.ends.is_none() && b.ends.is_none() {
        return None;
    }
    let (x, y) = (stretch(a)?, stretch(b)?);
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let inside = |p: (Day, Day), q: (Day, Day)| q.0 <= p.0 && p.1 <= q.1;
    if inside(x, y) || inside(y, x) {
        let (inner, outer) = if inside(x, y) { (sa, sb) } else { (sb, sa) };
        return say(Level::Finer, sure::WITHIN_SOME_YEAR, format!("\"{inner}\" falls within \"{outer}\""));
    }
    (x.1 < y.0 || y.1 < x.0)
        .then(|| {
            say(
                Level::Disjoint,
                sure::APART_IN_SOME_YEAR,
                format!("\"{sa}\" and \"{sb}\" are different days"),
            )
        })
        .flatten()
}

/// At least one has no resolved days: compares what they name.
fn unresolved(a: &Date, b: &Date) -> Option<Judgement> {
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let (mut shared, mut other) = (0, 0);
    let mut field = |same: Option<bool>| match same {
        Some(true) => shared += 1,
        Some(false) => other += 1,
        None => {}
    };
    let both = |x: Option<u8>, y: Option<u8>| x.zip(y).map(|(x, y)| x == y);
    field(both(a.weekday, b.weekday));
    field(both(a.month, b.month));
    field(both(a.day, b.day));
    field(a.year.zip(b.year).map(|(x, y)| x == y));
    if let Some(judgement) = in_some_year(a, b) {
        return Some(judgement);
    }
    // "Monday" of an unknown week, and a day whose weekday the calendar gives.
    let alone = |d: &Date| d.weekday.is_some() && d.day.is_none() && days(d).is_none();
    if let (Some(x), Some(y), true) = (
        a.weekday.or_else(|| by_calendar(a)),
        b.weekday.or_else(|| by_calendar(b)),
        (alone(a) || alone(b)) && a.ends.is_none() && b.ends.is_none(),
    ) {
        // A guessed year does not determine the weekday.
        let sure = |d: &Date| d.weekday.is_some() || d.year.is_some() || d.relative.is_some();
        if !sure(a) || !sure(b) {
            return None;
        }
        if x != y {
            return say(
                Level::Disjoint,
                sure::WEEKDAYS,
                format!("\"{sa}\" and \"{sb}\" are different days of the week"),
            );
        }
        if kinds(a) != kinds(b) {
            let (finer, coarser) = if alone(a) { (sb, sa) } else { (sa, sb) };
            return match clocks(a, b, doubt::SOME_WEEK) {
                Some(j) if j.relation == Relation::Conflict => Some(j),
                _ => say(
                    Level::Finer,
                    sure::NAMES_MORE,
                    format!("\"{finer}\" is \"{coarser}\", more precisely"),
                ),
            };
        }
    }
    if other > 0 {
        // For days in an unknown week or year, only expressions of the same form are compared.
        let alike = kinds(a) == kinds(b) && a.anchor == b.anchor;
        let month_apart = a.month.is_some() && b.month.is_some() && a.month != b.month;
        let confidence = if a.day.is_some() && b.day.is_some() && a.month == b.month && a.month.is_some() {
            sure::DAYS_OF_MONTH
        } else {
            sure::OTHER_PARTS
        };
        return (alike || month_apart && a.relative.is_none() && b.relative.is_none())
            .then(|| say(Level::Disjoint, confidence, format!("\"{sa}\" and \"{sb}\" are different days")))
            .flatten();
    }
    if shared == 0 {
        // An unresolved weekend, and one of its days.
        let weekend = |d: &Date| d.relative.is_some_and(|r| r.unit == CalendarUnit::Weekend);
        let of_weekend = |d: &Date| d.weekday.is_some_and(|w| w >= 5) && d.granularity <= Granularity::Day;
        if weekend(a) && of_weekend(b) || weekend(b) && of_weekend(a) {
            let (day, whole) = if weekend(a) { (sb, sa) } else { (sa, sb) };
            return say(Level::Finer, sure::OF_WEEKEND, format!("\"{day}\" falls within \"{whole}\""));
        }
        // A time on an unknown day.
        let bare = |d: &Date| d.minutes.is_some() && kinds(d) == NOTHING && d.earliest.is_none();
        if bare(a) != bare(b) && a.minutes.is_some() && b.minutes.is_some() {
            let clocks = clocks(a, b, doubt::HOUR_ALONE)?;
            if clocks.relation == Relation::Conflict {
                return Some(clocks);
            }
            return Some(Judgement { level: Level::Finer, relation: Relation::Refinement, ..clocks });
        }
        // "Last week" in both, for unknown weeks.
        let same = a.relative.is_some() && a.relative == b.relative && a.granularity == b.granularity;
        let both_unknown = a.earliest.is_none() && b.earliest.is_none();
        if a.minutes.is_some() && b.minutes.is_some() && kinds(a) == kinds(b) && a.relative == b.relative {
            return clocks(a, b, doubt::SOME_YEAR);
        }
        return (same && both_unknown)
            .then(|| say(Level::Form, sure::SAME_WORDS, format!("\"{sa}\" and \"{sb}\" say the same")))
            .flatten();
    }
    if kinds(a) == kinds(b) {
        return clocks(a, b, if a.month.is_some() { doubt::SOME_YEAR } else { doubt::NO_MONTH });
    }
    // One is more specific: "July 26" and "July", "Saturday, January 14" and "January 14".
    let (finer, coarser) = if a.granularity <= b.granularity { (sa, sb) } else { (sb, sa) };
    say(Level::Finer, sure::NAMES_MORE, format!("\"{finer}\" is \"{coarser}\", more precisely"))
}
