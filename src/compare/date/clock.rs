//! Comparison of times of day, on the same day or on days that cannot be told apart.

use crate::compare::{Judgement, Level};
use crate::mention::Date;
use crate::mention::date::{Clock, Timing, Zone};

/// How certain a judgement is if nothing casts doubt on it.
mod sure {
    /// The same time, stated alike; the same hours.
    pub(super) const SAME: f64 = 0.9;
    /// The same time in one reading: midnight of either day, an open half of the day, two zones.
    pub(super) const MAY_BE_SAME: f64 = 0.85;
    /// One falls within what the other leaves open.
    pub(super) const WITHIN: f64 = 0.85;
    /// Two exact times, or two ranges that begin or end at different hours.
    pub(super) const EXACT: f64 = 0.75;
    /// Two times of which one is approximate, or two parts of the day: well apart, and so near that they touch.
    pub(super) const LOOSE: f64 = 0.7;
    pub(super) const LOOSE_AND_NEAR: f64 = 0.65;
    /// A part of the day and a time outside it: where a part ends is anyone's guess.
    pub(super) const OUTSIDE_PART: f64 = 0.65;
    /// Two times that differ even allowing for their zones, either of which may be misread.
    pub(super) const ZONED: f64 = 0.7;
    /// The same figure in local time and in Greenwich time: one was not converted.
    pub(super) const UNCONVERTED: f64 = 0.7;
    /// Local time and a zone that are not a multiple of a quarter of an hour apart.
    pub(super) const NO_ZONE_FITS: f64 = 0.6;
    /// The factor if one names a zone and the other does not: a different hour may be a different place.
    pub(super) const OTHER_ZONE: f64 = 0.8;
}

/// The tolerance of "about" and "shortly after", in minutes.
const ABOUT: i32 = 15;
const SHORTLY: i32 = 30;
/// How many minutes a time given as an hour may be rounded by.
const ROUNDED: i32 = 10;
/// Two times of which one is approximate are different from this many minutes apart.
const LEAST_LOOSE: i32 = 5;
/// The most minutes between a part of the day and a time that may still count as in it.
const TOUCHING: i32 = 60;
const DAY: i32 = 1440;
const HALF: i32 = 720;

/// The minutes that a time of day can mean, last one included.
#[derive(Clone, Copy)]
struct Reach(i32, i32);

impl Reach {
    fn gap(self, other: Self) -> i32 {
        (other.0 - self.1).max(self.0 - other.1).max(0)
    }

    fn holds(self, other: Self) -> bool {
        self.0 <= other.0 && other.1 <= self.1
    }

    fn plus(self, minutes: i32) -> Self {
        Self(self.0 + minutes, self.1 + minutes)
    }
}

fn clock(date: &Date) -> Clock {
    date.clock.unwrap_or(Clock { timing: Timing::Minute, zone: None, either_half: false, until: None })
}

/// What a time of day can mean, in minutes after the preceding midnight.
fn reach(date: &Date, (first, last): (u16, u16)) -> Reach {
    let (first, last) = (i32::from(first), i32::from(last));
    match clock(date).timing {
        Timing::About => Reach(first - ABOUT, last + ABOUT),
        Timing::Before => Reach(-DAY, last),
        Timing::After => Reach(first, 2 * DAY),
        Timing::JustBefore => Reach(first - SHORTLY, last),
        Timing::JustAfter => Reach(first, last + SHORTLY),
        // The night of a day extends into the next day.
        Timing::Part if is_night(date) => Reach(first, last + 360),
        _ => Reach(first, last),
    }
}

fn is_night(date: &Date) -> bool {
    date.minutes == Some((1080, 1439)) && date.surface.to_lowercase().contains("night")
}

/// Everything it can mean: midnight begins one day and ends another, and a time without a half of the day can be in either.
fn readings(date: &Date, minutes: (u16, u16)) -> Vec<Reach> {
    let reach = reach(date, minutes);
    if minutes == (0, 0) {
        return vec![reach, reach.plus(DAY)];
    }
    if clock(date).either_half {
        let other = if minutes.0 < 720 { HALF } else { -HALF };
        return vec![reach, reach.plus(other)];
    }
    vec![reach]
}

/// How two times of day relate; `None` if one is missing, or nothing can be said.
pub(super) fn compare(a: &Date, b: &Date, doubt: f64) -> Option<Judgement> {
    let (x, y) = (a.minutes?, b.minutes?);
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let (here, there) = (clock(a), clock(b));
    let say = |level: Level, confidence: f64, reason: String| {
        Some(Judgement::new(level, confidence * doubt, reason))
    };
    let shift = match (here.zone, there.zone) {
        (Some(Zone::Offset(p, q)), Some(Zone::Offset(r, s))) => {
            // A zone name that covers summer and winter leaves an hour open.
            let options = [p - r, p - s, q - r, q - s].map(i32::from);
            return zoned(a, b, (x, y), options, doubt);
        }
        (Some(Zone::Local), Some(Zone::Offset(..))) | (Some(Zone::Offset(..)), Some(Zone::Local)) => {
            return local(a, b, (x, y), doubt);
        }
        (None, None) | (Some(Zone::Local), Some(Zone::Local)) => false,
        (p, q) => p != q || p == Some(Zone::Other),
    };
    if is_span(here) && is_span(there) {
        return spans(a, b, (x, y), doubt);
    }
    if x == y && here.timing == there.timing && !shift {
        return say(Level::Form, sure::SAME, format!("\"{sa}\" and \"{sb}\" are the same time"));
    }
    let pairs = |f: &dyn Fn(Reach, Reach) -> bool| {
        readings(a, x).iter().any(|&p| readings(b, y).iter().any(|&q| f(p, q)))
    };
    if pairs(&|p, q| p.0 == q.0 && p.1 == q.1) {
        return say(Level::Form, sure::MAY_BE_SAME, format!("\"{sa}\" and \"{sb}\" are the same time"));
    }
    let parts = |c: Clock| c.timing == Timing::Part;
    if pairs(&|p, q| q.holds(p)) || pairs(&|p, q| p.holds(q)) {
        let (inner, outer) = if pairs(&|p, q| q.holds(p)) { (sa, sb) } else { (sb, sa) };
        let level = if parts(here) || parts(there) { Level::Finer } else { Level::Slack };
        return say(level, sure::WITHIN, format!("\"{inner}\" falls within \"{outer}\""));
    }
    let gap = readings(a, x)
        .iter()
        .flat_map(|&p| readings(b, y).into_iter().map(move |q| p.gap(q)))
        .min()
        .unwrap_or(0);
    // Small hours may be attributed to either day.
    let small_hours = |d: &Date| d.minutes.is_some_and(|m| m.0 < 360 && m.1 < 600);
    if is_night(a) && small_hours(b) || is_night(b) && small_hours(a) {
        return None;
    }
    let (confidence, least) = match (here.timing, there.timing) {
        (Timing::Part, Timing::Part) => {
            let loose = a.approximate || b.approximate;
            (if gap > 1 { sure::LOOSE } else { sure::LOOSE_AND_NEAR }, if loose { TOUCHING } else { 1 })
        }
        (Timing::Part, _) | (_, Timing::Part) => (sure::OUTSIDE_PART, TOUCHING + 1),
        (Timing::Minute, Timing::Minute) => (sure::EXACT, 1),
        (Timing::Minute | Timing::Hour, Timing::Minute | Timing::Hour) => (sure::EXACT, ROUNDED + 1),
        _ => (if gap > SHORTLY { sure::LOOSE } else { sure::LOOSE_AND_NEAR }, LEAST_LOOSE),
    };
    // One of two places may use its own time.
    if gap < least || shift && gap % 60 == 0 {
        return None;
    }
    let doubt = if shift { sure::OTHER_ZONE } else { 1.0 };
    say(Level::Disjoint, confidence * doubt, format!("\"{sa}\" and \"{sb}\" are different times"))
}

fn is_span(clock: Clock) -> bool {
    clock.timing == Timing::Span
}

/// For two ranges, both ends count.
fn spans(a: &Date, b: &Date, (x, y): ((u16, u16), (u16, u16)), doubt: f64) -> Option<Judgement> {
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let ends = clock(a).until == clock(b).until;
    let level = if x.0 == y.0 && ends { Level::Form } else { Level::Disjoint };
    let (confidence, reason) = match level {
        Level::Form => (sure::SAME, format!("\"{sa}\" and \"{sb}\" are the same hours")),
        _ if x.0 != y.0 => (sure::EXACT, format!("\"{sa}\" and \"{sb}\" begin at different times")),
        _ => (sure::EXACT, format!("\"{sa}\" and \"{sb}\" end at different times")),
    };
    Some(Judgement::new(level, confidence * doubt, reason))
}

/// Both zones are known: the times are compared as those of one place, even across days.
fn zoned(
    a: &Date,
    b: &Date,
    (x, y): ((u16, u16), (u16, u16)),
    offsets: [i32; 4],
    doubt: f64,
) -> Option<Judgement> {
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let days = match (a.earliest, b.earliest) {
        (Some(p), Some(q)) if a.earliest == a.latest && b.earliest == b.latest => Some(p.since(q)),
        _ => None,
    };
    let mut nearest = i32::MAX;
    for offset in offsets {
        for p in readings(a, x) {
            for q in readings(b, y) {
                let shifted = p.plus(-offset);
                let gap = match days {
                    Some(days) => shifted.plus(days.saturating_mul(DAY)).gap(q),
                    None => [-DAY, 0, DAY].into_iter().map(|d| shifted.plus(d).gap(q)).min().unwrap_or(0),
                };
                nearest = nearest.min(gap);
            }
        }
    }
    if nearest == 0 {
        let same = offsets.iter().all(|&o| o == 0) && x == y;
        let reason = if same {
            format!("\"{sa}\" and \"{sb}\" are the same time")
        } else {
            format!("\"{sa}\" and \"{sb}\" are the same time in two zones")
        };
        let level = if same { Level::Form } else { Level::Converted };
        return Some(Judgement::new(level, sure::MAY_BE_SAME * doubt, reason));
    }
    let loose = |d: &Date| clock(d).timing != Timing::Minute;
    let least = if loose(a) || loose(b) { ROUNDED + 1 } else { 1 };
    (nearest >= least).then(|| {
        let reason = format!("\"{sa}\" and \"{sb}\" are different times, even allowing for their zones");
        Judgement::new(Level::Disjoint, sure::ZONED * doubt, reason)
    })
}

/// One is in local time, the other in a known zone: they agree if the place can have that offset from Greenwich; equal
/// figures in both are a slip.
fn local(a: &Date, b: &Date, (x, y): ((u16, u16), (u16, u16)), doubt: f64) -> Option<Judgement> {
    let zone = if clock(a).zone == Some(Zone::Local) { clock(b).zone } else { clock(a).zone };
    let exact = |d: &Date| matches!(clock(d).timing, Timing::Minute | Timing::Hour);
    let universal = zone == Some(Zone::Offset(0, 0));
    if !exact(a) || !exact(b) {
        return None;
    }
    let (sa, sb) = (a.surface.as_str(), b.surface.as_str());
    let gap = (i32::from(x.0) - i32::from(y.0)).abs();
    if gap == 0 && universal {
        let reason = format!("\"{sa}\" and \"{sb}\" are the same figure in two zones");
        return Some(Judgement::new(Level::Disjoint, sure::UNCONVERTED * doubt, reason));
    }
    // Offsets are multiples of a quarter of an hour.
    (gap % 15 != 0).then(|| {
        let reason = format!("\"{sa}\" and \"{sb}\" are different times");
        Judgement::new(Level::Disjoint, sure::NO_ZONE_FITS * doubt, reason)
    })
}

/// True if the zones of both times are known.
pub(super) fn are_zoned(a: &Date, b: &Date) -> bool {
    let zone = |d: &Date| matches!(d.clock.and_then(|c| c.zone), Some(Zone::Offset(..)));
    a.minutes.is_some() && b.minutes.is_some() && zone(a) && zone(b)
}
