//! Times of day: "3 a.m. local time", "7:30pm", "1023 GMT", "noon".

use crate::lexicon::number::{NumberWord, number_word};
use crate::mention::date::read::Reader;
use crate::mention::date::resolve::Value;
use crate::mention::date::{Granularity, Zone};
use crate::text::TokenKind;

/// Half of a day in minutes.
const HALF: u16 = 720;

/// How precisely a time of day is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Timing {
    /// To the minute: "9:15 a.m.".
    Minute,
    /// To the hour: "9 a.m.", "noon".
    Hour,
    /// Approximately: "about 9 a.m.".
    About,
    /// At or before it: "by 9 a.m.".
    Before,
    /// At or after it: "after 9 a.m.".
    After,
    /// "Shortly before 9 a.m.".
    JustBefore,
    /// "Just after midnight".
    JustAfter,
    /// At some point between two times: "between 9 and 10 a.m.".
    Between,
    /// From one time to another: "from 9 a.m. to 5 p.m.".
    Span,
    /// A part of the day: "morning".
    Part,
}

/// How a time of day is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Clock {
    /// The precision.
    pub timing: Timing,
    /// The time zone, if given.
    pub zone: Option<Zone>,
    /// True if nothing tells which half of the day is meant ("at 9:15").
    pub either_half: bool,
    /// Where a range ends, in minutes after midnight, possibly of the next day ("10 p.m. to 5 a.m.").
    pub until: Option<u16>,
}

impl Clock {
    /// A part of the day.
    pub(super) fn part() -> Self {
        Self { timing: Timing::Part, zone: None, either_half: false, until: None }
    }
}

/// A time of day, as parsed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) end: usize,
    pub(super) minutes: (u16, u16),
    clock: Clock,
}

impl Told {
    /// The time of day on a given day. A part of the day decides the half of an ambiguous time ("9:15 on Friday evening").
    pub(super) fn on(self, day: Value) -> Value {
        let mut minutes = self.minutes;
        let mut clock = self.clock;
        if let (true, Some((from, to))) = (clock.either_half, day.minutes) {
            let fits = |m: u16| from <= m && m <= to;
            let later = minutes.0 + HALF;
            if !fits(minutes.0) && minutes.0 < HALF && fits(later) {
                minutes = (later, (minutes.1 + HALF).min(1439).max(later));
            }
            clock.either_half = false;
        }
        Value { minutes: Some(minutes), clock: Some(clock), granularity: Granularity::Minute, ..day }
    }
}

/// A time of day before its context is considered.
#[derive(Clone, Copy)]
struct Bare {
    minute: u16,
    end: usize,
    zone: Option<Zone>,
    either_half: bool,
    /// True if minutes are given.
    fine: bool,
}

impl Reader<'_, '_> {
    /// The time of day at a token, with the words before it and the other end of a range.
    pub(super) fn told_clock(&self, at: usize) -> Option<Told> {
        let first = self.clock(at).or_else(|| self.first_hour(at))?;
        let between = self.before(at) == "between" && self.folded(first.end) == "and";
        let joint = between
            || self.surface(first.end) == "-"
            || matches!(self.folded(first.end), "to" | "until" | "till");
        if let Some(second) = self.clock(first.end + 1).filter(|_| joint) {
            // "2:00 - 2:30 pm": the first time takes the half of the second if that keeps them in order.
            let late = first.minute < HALF && first.minute + HALF <= second.minute;
            let start = if late && self.half_of_day(first.end - 1).is_none() {
                first.minute + HALF
            } else {
                first.minute
            };
            let timing = if between { Timing::Between } else { Timing::Span };
            let clock = Clock {
                timing,
                zone: second.zone.or(first.zone),
                either_half: first.either_half && second.either_half,
                until: Some(second.minute),
            };
            return Some(Told { end: second.end, minutes: (start, second.minute.max(start)), clock });
        }
        let timing = self.timing(at).unwrap_or(if first.fine { Timing::Minute } else { Timing::Hour });
        let clock = Clock { timing, zone: first.zone, either_half: first.either_half, until: None };
        Some(Told { end: first.end, minutes: (first.minute, first.minute), clock })
    }

    /// The first hour of a range whose half of the day only the second gives: nine in "between 9 and 10 a.m.", "from nine to
    /// eleven a.m."; eleven in "11 to 2 p.m." is in the morning.
    fn first_hour(&self, at: usize) -> Option<Bare> {
        let hour = if self.kind(at) == Some(TokenKind::Number) {
            self.small_number(at)?
        } else {
            match self
                .token(at)
                .filter(|t| t.begins.is_number_word())
                .and_then(|_| number_word(self.folded(at)))?
            {
                NumberWord::Small(hour) => u16::try_from(hour).ok()?,
                _ => return None,
            }
        };
        let joint = match self.folded(at + 1) {
            "and" => self.before(at) == "between",
            "to" | "until" | "till" => true,
            _ => self.surface(at + 1) == "-" && self.attached(at + 1) && self.attached(at + 2),
        };
        if !joint || !(1..=12).contains(&hour) {
            return None;
        }
        let second = self.clock(at + 2).filter(|second| !second.either_half)?;
        let morning = to_minutes(hour, 0, Some(0))?;
        let same = morning + if second.minute >= HALF { HALF } else { 0 };
        let minute = if same < second.minute { same } else { morning };
        (minute < second.minute).then_some(Bare {
            minute,
            end: at + 1,
            zone: None,
            either_half: false,
            fine: false,
        })
    }

    /// What the words before a time say about its precision.
    fn timing(&self, at: usize) -> Option<Timing> {
        let word = |back: usize| {
            at.checked_sub(back).filter(|&at| at >= self.start).map_or("", |at| self.folded(at))
        };
        let near = matches!(
            word(2),
            "shortly" | "just" | "right" | "immediately" | "soon" | "moments" | "minutes" | "slightly"
        );
        match word(1) {
            "about" | "around" | "approximately" | "nearly" | "almost" | "roughly" | "some" | "circa"
            | "near" | "towards" | "toward" => Some(Timing::About),
            "before" if near => Some(Timing::JustBefore),
            "after" | "past" if near => Some(Timing::JustAfter),
            "before" if word(2) == "not" => Some(Timing::After),
            "after" if word(2) == "not" => Some(Timing::Before),
            "before" | "by" => Some(Timing::Before),
            "after" | "past" => Some(Timing::After),
            "than" => match (word(2), word(3)) {
                ("later", "no" | "not") | ("earlier", _) => Some(Timing::Before),
                ("later", _) => Some(Timing::After),
                _ => None,
            },
            _ => None,
        }
    }

    /// The time of day at a token.
    fn clock(&self, at: usize) -> Option<Bare> {
        let bare = |minute: u16, end: usize, either_half: bool, fine: bool| {
            let (end, zone) = self.zone(end);
            Some(Bare { minute, end, zone, either_half, fine })
        };
        match self.folded(at) {
            "noon" | "midday" => return bare(HALF, at + 1, false, false),
            "midnight" => return bare(0, at + 1, false, false),
            _ => {}
        }
        if self.kind(at) != Some(TokenKind::Number) {
            return self.spelled_hour(at).and_then(|(minute, end, half)| bare(minute, end, half, false));
        }
        let mut end = at + 1;
        let hour = if self.surface(at).contains('.') { 0 } else { self.small_number(at)? };
        let mut minute = None;
        if matches!(self.surface(end), ":")
            && self.attached(end)
            && (self.attached(end + 1) || self.is_cut_clock(end + 1))
            && self.surface(end + 1).len() >= 2
        {
            let text = self.surface(end + 1);
            let (minutes, _) = text.split_once('.').unwrap_or((text, ""));
            minute = minutes.parse::<u16>().ok().filter(|&m| m < 60 && minutes.len() == 2);
            minute?;
            end += 2;
            // Seconds.
            if self.surface(end) == ":" && self.attached(end) && self.attached(end + 1) {
                end += 2;
            }
        } else if let Some((hours, minutes)) = self.surface(at).split_once('.') {
            return self.dotted(hours, minutes, end).and_then(|(minute, end)| bare(minute, end, false, true));
        } else if self.surface(at).len() == 4 && self.surface(at).bytes().all(|b| b.is_ascii_digit()) {
            // "1023 GMT", "1353 hours"
            let (after, _) = self.zone(end);
            let time = to_minutes(hour / 100, hour % 100, None)?;
            // "1353 (1023 GMT)"
            let other = self.surface(end) == "("
                && self.surface(end + 1).len() == 4
                && self.kind(end + 1) == Some(TokenKind::Number);
            if after == end && other && self.zone(end + 2).0 > end + 2 {
                return Some(Bare { minute: time, end, zone: None, either_half: false, fine: true });
            }
            let hours = matches!(self.folded(end), "hours" | "hrs");
            return (after > end || hours)
                .then(|| bare(time, end + usize::from(hours), false, true))
                .flatten();
        }
        let half = self.half_of_day(end);
        let mut bare_hour = false;
        if let Some((_, after)) = half {
            end = after;
        } else if matches!(self.folded(end), "o'clock" | "oclock") {
            bare_hour = minute.is_none();
            minute = minute.or(Some(0));
            end += 1;
        }
        let mut half = half.map(|(half, _)| half);
        // "3:15 in the afternoon"
        if half.is_none() {
            if let Some((told, after)) = self.half_in_words(end) {
                (half, end) = (Some(told), after);
            }
        }
        if half.is_none() && minute.is_none() {
            return None;
        }
        let time = to_minutes(hour, minute.unwrap_or(0), half)?;
        let open = half.is_none() && (1..=12).contains(&hour) && !self.surface(at).starts_with('0');
        bare(time, end, open, minute.is_some() && !bare_hour)
    }

    /// True for minutes that a tokenizer has cut off: "12: 00 GMT", "7: 48 am". What follows shows that it is no list number.
    fn is_cut_clock(&self, minutes: usize) -> bool {
        self.kind(minutes) == Some(TokenKind::Number)
            && self.surface(minutes).len() == 2
            && (self.half_of_day(minutes + 1).is_some() || self.zone(minutes + 1).0 > minutes + 1)
    }

    /// "7.30pm", "14.10 hrs", "14.10 GMT": only what follows distinguishes it from a number.
    fn dotted(&self, hours: &str, minutes: &str, end: usize) -> Option<(u16, usize)> {
        let (hours, minutes) = (hours.parse().ok()?, minutes.parse().ok().filter(|_| minutes.len() == 2)?);
        if let Some((half, after)) = self.half_of_day(end).or_else(|| self.half_in_words(end)) {
            return Some((to_minutes(hours, minutes, Some(half))?, after));
        }
        let hrs = matches!(self.folded(end), "hours" | "hrs");
        (hrs || self.zone(end).0 > end)
            .then(|| to_minutes(hours, minutes, None))
            .flatten()
            .map(|minute| (minute, end + usize::from(hrs)))
    }

    /// "Nine o'clock", "nine in the morning", "nine p.m.": the minute, the end, and whether the half of the day is unknown.
    fn spelled_hour(&self, at: usize) -> Option<(u16, usize, bool)> {
        let hour = match self
            .token(at)
            .filter(|t| t.begins.is_number_word())
            .and_then(|_| number_word(self.folded(at)))?
        {
            NumberWord::Small(hour) => u16::try_from(hour).ok().filter(|h| (1..=12).contains(h))?,
            _ => return None,
        };
        let clock = matches!(self.folded(at + 1), "o'clock" | "oclock");
        let end = at + 1 + usize::from(clock);
        let half = self.half_of_day(end).or_else(|| self.half_in_words(end));
        // "Half past seven" is not seven, and only one end of "between seven and now" is a time; "nine and ten a.m." are two.
        let led = matches!(self.before(at), "past" | "to" | "between" | "and");
        if led && !(self.before(at) == "and" && half.is_some()) {
            return None;
        }
        match half {
            Some((half, end)) => Some((to_minutes(hour, 0, Some(half))?, end, false)),
            None => clock.then_some((hour * 60, end, true)),
        }
    }

    /// "In the morning", "that evening", "at night": 0 or 720, and the end.
    fn half_in_words(&self, at: usize) -> Option<(u16, usize)> {
        let at = match (self.folded(at), self.folded(at + 1)) {
            ("in", "the") => at + 2,
            ("at", "night") => return Some((HALF, at + 2)),
            _ => return None,
        };
        match self.folded(at) {
            "morning" => Some((0, at + 1)),
            "afternoon" | "evening" => Some((HALF, at + 1)),
            _ => None,
        }
    }

    /// "a.m.", "pm", "p m": 0 or 720, and the end.
    fn half_of_day(&self, at: usize) -> Option<(u16, usize)> {
        let half = match self.folded(at) {
            "am" => 0,
            "pm" => HALF,
            "a" | "p" => {
                let spaced = self.surface(at + 1) == "." && self.folded(at + 2) == "m";
                let end = if self.folded(at + 1) == "m" {
                    at + 2
                } else if spaced {
                    at + 3
                } else if self.attached(at) && (matches!(self.before(at), "at" | "@") || self.is_led(at)) {
                    // "At 9p", "3:15p"; "4a" alone is not a time.
                    at + 1
                } else {
                    return None;
                };
                let half = if self.folded(at) == "p" { HALF } else { 0 };
                return Some((half, end));
            }
            _ => return None,
        };
        // The full stop of "10 p.m." that the scanner left as a token.
        Some((half, at + 1))
    }

    /// True if the number before a token follows "at" or has minutes.
    fn is_led(&self, at: usize) -> bool {
        let minutes = at > self.start + 2 && self.surface(at - 2) == ":";
        minutes || at > self.start + 1 && matches!(self.folded(at - 2), "at" | "@")
    }
}

fn to_minutes(hour: u16, minute: u16, half: Option<u16>) -> Option<u16> {
    if minute > 59 {
        return None;
    }
    match half {
        Some(half) if (1..=12).contains(&hour) => Some(hour % 12 * 60 + minute + half),
        Some(half) if half == HALF && hour < 24 => Some(hour * 60 + minute),
        None if hour < 24 => Some(hour * 60 + minute),
        None if hour == 24 && minute == 0 => Some(1439),
        _ => None,
    }
}
