//! Comparison of dates, as intervals (after Allen 1983): equal, within, overlapping, apart.
//!
//! Confidence is the share of such pairs, given that both date one happening, for which a careful reader would agree; the
//! figures are set by rule, not fitted.

use crate::compare::{Judgement, Level, Relation};
use crate::date::Day;
use crate::fold::fold;
use crate::lexicon::CalendarUnit;
use crate::mention::Date;
use crate::mention::date::{Anchor, Granularity};

/// Days around "last week" and the like that loose use still means by it.
const LOOSE_WEEK: i32 = 7;
/// Minutes that two clocks may differ before they tell of two times: zones are whole hours, and seldom said.
const CLOCK: u16 = 30;

/// Compares two dates of one happening; `None` where nothing can be said ("Tuesday" and "July" of unknown years).
pub fn compare(a: &Date, b: &Date) -> Option<Judgement> {
    // One order for both directions, so that the judgement is symmetric to the letter.
    let (a, b) = if order(a) <= order(b) { (a, b) } else { (b, a) };
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    // One day of one month, of years that neither names and the reading of which was a guess.
    let guessed = a.year.is_none() && b.year.is_none() && a.day.is_some() && a.month.is_some();
    let judgement = match (days(a), days(b)) {
        (Some(x), Some(y)) if guessed && a.day == b.day && a.month == b.month && x != y => {
            clocks(a, b, 0.9).filter(|j| j.relation != Relation::Conflict)
        }
        (Some(x), Some(y)) => resolved(a, b, x, y),
        _ => unresolved(a, b),
    }?;
    // The same words of the same day are identical; words alone are not enough.
    if judgement.relation == Relation::Equivalent && fold(sa) == fold(sb) {
        return Some(Judgement::new(Level::Same, judgement.confidence, format!("both say \"{sa}\"")));
    }
    Some(judgement)
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
    // A day counted from another in the text is only as sure as that one.
    let doubt = if a.anchor == Anchor::Text || b.anchor == Anchor::Text { 0.6 } else { 1.0 };
    if x == y {
        return clocks(a, b, doubt);
    }
    let inside = |p: (Day, Day), q: (Day, Day)| q.0 <= p.0 && p.1 <= q.1;
    if inside(x, y) || inside(y, x) {
        let (inner, outer) = if inside(x, y) { (sa, sb) } else { (sb, sa) };
        return say(Level::Finer, 0.9 * doubt, format!("\"{inner}\" falls within \"{outer}\""));
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
    // "Two weeks ago" is seldom meant to the day; "last week" reaches as far back as a week and a half.
    let slack = slack(a).max(slack(b));
    if gap <= slack {
        return (a.granularity >= Granularity::Week || b.granularity >= Granularity::Week)
            .then(|| say(Level::Slack, 0.5 * doubt, format!("\"{sa}\" fits \"{sb}\" as loosely used")))
            .flatten();
    }
    // Adjacent days: the night between them, and zones, make one of two.
    let loose = |d: &Date| d.anchor != Anchor::Explicit || d.minutes.is_some_and(|m| m.0 < 360 || m.1 > 1200);
    let nightly = |d: &Date| d.minutes.is_some_and(|m| m.0 < 360 || m.1 > 1200);
    let bare = |d: &Date| d.weekday.is_some() || d.day.is_some();
    let days = a.granularity <= Granularity::Day && b.granularity <= Granularity::Day;
    if gap == 1 && days && (nightly(a) || nightly(b) || (loose(a) || loose(b)) && !(bare(a) && bare(b))) {
        return None;
    }
    let confidence = match (a.granularity.max(b.granularity), gap) {
        (Granularity::Minute | Granularity::DayPart | Granularity::Day, 1) => 0.7,
        (Granularity::Minute | Granularity::DayPart | Granularity::Day, 2..=31) => 0.75,
        (Granularity::Minute | Granularity::DayPart | Granularity::Day, _) => 0.6,
        (Granularity::Month | Granularity::Year, _) => 0.6,
        _ => 0.5,
    };
    let explicit = if a.anchor == Anchor::Explicit && b.anchor == Anchor::Explicit { 0.1 } else { 0.0 };
    say(
        Level::Disjoint,
        (confidence + explicit) * doubt,
        format!("\"{sa}\" ({}) and \"{sb}\" ({}) are different days", stretch(x), stretch(y)),
    )
}

fn stretch((first, last): (Day, Day)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// Days by which an expression may be off and still be used as writers use it.
fn slack(d: &Date) -> i32 {
    match d.relative {
        Some(r) => match r.unit {
            CalendarUnit::Week | CalendarUnit::Fortnight | CalendarUnit::Weekend
                if d.granularity == Granularity::Week =>
            {
                LOOSE_WEEK - 1
            }
            CalendarUnit::Week | CalendarUnit::Fortnight => 3 * r.offset.abs().min(4),
            // "Last year" ends where the year does; "a year ago" hardly means the day.
            _ if d.granularity > Granularity::Day => 0,
            CalendarUnit::Month => 15 * r.offset.abs().min(4),
            CalendarUnit::Quarter | CalendarUnit::Season => 45,
            CalendarUnit::Year | CalendarUnit::Decade | CalendarUnit::Century => 183 * r.offset.abs().min(10),
            CalendarUnit::Day if d.approximate => 3,
            _ => 0,
        },
        None if d.approximate => 2,
        None => 0,
    }
}

/// Of one day: the time of day decides.
fn clocks(a: &Date, b: &Date, doubt: f64) -> Option<Judgement> {
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let one_day = || {
        if a.approximate != b.approximate {
            let reason = format!("\"{sa}\" and \"{sb}\" agree, one of them loosely");
            return say(Level::Slack, 0.85 * doubt, reason);
        }
        let what = if a.earliest == a.latest { "the same day" } else { "the same days" };
        say(Level::Form, 0.9 * doubt, format!("\"{sa}\" and \"{sb}\" are {what}"))
    };
    let (x, y) = match (a.minutes, b.minutes) {
        (Some(x), Some(y)) => (x, y),
        (None, None) => return one_day(),
        (one, _) => {
            let (finer, coarser) = if one.is_some() { (sa, sb) } else { (sb, sa) };
            return say(Level::Finer, 0.9 * doubt, format!("\"{finer}\" tells the hour of \"{coarser}\""));
        }
    };
    if x == y {
        return say(Level::Form, 0.9 * doubt, format!("\"{sa}\" and \"{sb}\" are the same time"));
    }
    let inside = |p: (u16, u16), q: (u16, u16)| q.0 <= p.0 && p.1 <= q.1;
    if inside(x, y) || inside(y, x) {
        let (inner, outer) = if inside(x, y) { (sa, sb) } else { (sb, sa) };
        return say(Level::Finer, 0.85 * doubt, format!("\"{inner}\" falls within \"{outer}\""));
    }
    let gap = if x.1 < y.0 { y.0 - x.1 } else { x.0.saturating_sub(y.1) };
    // Whole hours may be zones; parts of the day touch.
    if gap <= CLOCK || gap % 60 == 0 || x.0 != x.1 || y.0 != y.1 {
        return None;
    }
    say(Level::Disjoint, 0.5 * doubt, format!("\"{sa}\" and \"{sb}\" are different times"))
}

/// At least one has no days: what they name is compared.
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
    let kinds = |d: &Date| {
        (d.weekday.is_some(), d.month.is_some(), d.day.is_some(), d.year.is_some(), d.relative.is_some())
    };
    if other > 0 {
        // Of the days of an unknown week, and of days in an unknown year, only like is compared with like.
        let alike = kinds(a) == kinds(b) && a.anchor == b.anchor;
        let month_apart = a.month.is_some() && b.month.is_some() && a.month != b.month;
        let confidence = if a.day.is_some() && b.day.is_some() && a.month == b.month && a.month.is_some() {
            0.7
        } else {
            0.45
        };
        return (alike || month_apart && a.relative.is_none() && b.relative.is_none())
            .then(|| say(Level::Disjoint, confidence, format!("\"{sa}\" and \"{sb}\" are different days")))
            .flatten();
    }
    if shared == 0 {
        // A weekend of which nothing is known, and one of its days.
        let weekend = |d: &Date| d.relative.is_some_and(|r| r.unit == CalendarUnit::Weekend);
        let of_weekend = |d: &Date| d.weekday.is_some_and(|w| w >= 5) && d.granularity <= Granularity::Day;
        if weekend(a) && of_weekend(b) || weekend(b) && of_weekend(a) {
            let (day, whole) = if weekend(a) { (sb, sa) } else { (sa, sb) };
            return say(Level::Finer, 0.6, format!("\"{day}\" falls within \"{whole}\""));
        }
        // An hour of an unknown day can only agree.
        let bare = |d: &Date| {
            d.minutes.is_some() && kinds(d) == (false, false, false, false, false) && d.earliest.is_none()
        };
        if bare(a) != bare(b) && a.minutes.is_some() && b.minutes.is_some() {
            return clocks(a, b, 0.7).filter(|j| j.relation != Relation::Conflict).map(|j| Judgement {
                level: Level::Finer,
                relation: Relation::Refinement,
                ..j
            });
        }
        // "Last week" twice, of unknown weeks.
        let same = a.relative.is_some() && a.relative == b.relative && a.granularity == b.granularity;
        let both_unknown = a.earliest.is_none() && b.earliest.is_none();
        if a.minutes.is_some() && b.minutes.is_some() && kinds(a) == kinds(b) && a.relative == b.relative {
            return clocks(a, b, 0.8);
        }
        return (same && both_unknown)
            .then(|| say(Level::Form, 0.6, format!("\"{sa}\" and \"{sb}\" say the same")))
            .flatten();
    }
    if kinds(a) == kinds(b) {
        return clocks(a, b, if a.month.is_some() { 0.9 } else { 0.75 });
    }
    // One names more: "July 26" and "July", "Saturday, January 14" and "January 14".
    let (finer, coarser) = if a.granularity <= b.granularity { (sa, sb) } else { (sb, sa) };
    say(Level::Finer, 0.7, format!("\"{finer}\" is \"{coarser}\", more exactly told"))
}
