//! Times of day: "3 a.m. local time", "7:30pm", "1023 GMT", "noon".

use crate::mention::date::read::Reader;
use crate::text::TokenKind;

/// Half of a day in minutes.
const HALF: u16 = 720;

impl Reader<'_, '_> {
    /// The time of day at a token: its minutes after midnight, first and last, and where it ends.
    pub(super) fn clock(&self, at: usize) -> Option<((u16, u16), usize)> {
        if let Some(time) = self.clock_word(at) {
            return Some(time);
        }
        if self.kind(at) != Some(TokenKind::Number) {
            return None;
        }
        let mut end = at + 1;
        let hour = if self.surface(at).contains('.') { 0 } else { self.small_number(at)? };
        let mut minute = None;
        if matches!(self.surface(end), ":")
            && self.attached(end)
            && self.attached(end + 1)
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
            // "7.30pm", which only "pm" tells from a number.
            let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
            let (half, after) = self.half_of_day(end)?;
            let time = to_minutes(hours, minutes, Some(half))?;
            return Some(((time, time), self.zone(after)));
        } else if self.surface(at).len() == 4 && self.surface(at).bytes().all(|b| b.is_ascii_digit()) {
            // "1023 GMT", "1353 hours"
            let after = self.zone(end);
            // "1353 (1023 GMT)"
            let other = self.surface(end) == "("
                && self.surface(end + 1).len() == 4
                && self.kind(end + 1) == Some(TokenKind::Number);
            if after == end && other && self.zone(end + 2) > end + 2 {
                let time = to_minutes(hour / 100, hour % 100, None)?;
                return Some(((time, time), end));
            }
            let hours = matches!(self.folded(end), "hours" | "hrs");
            if after == end && !hours {
                return None;
            }
            let time = to_minutes(hour / 100, hour % 100, None)?;
            return Some(((time, time), after.max(end + usize::from(hours))));
        }
        let half = self.half_of_day(end);
        if let Some((_, after)) = half {
            end = after;
        } else if matches!(self.folded(end), "o'clock" | "oclock") {
            minute = minute.or(Some(0));
            end += 1;
        } else if minute.is_none() {
            return None;
        }
        let mut half = half.map(|(half, _)| half);
        // "3:15 in the afternoon"
        if half.is_none() && self.folded(end) == "in" && self.folded(end + 1) == "the" {
            half = match self.folded(end + 2) {
                "morning" => Some(0),
                "afternoon" | "evening" => Some(HALF),
                _ => None,
            };
            end += if half.is_some() { 3 } else { 0 };
        }
        let time = to_minutes(hour, minute.unwrap_or(0), half)?;
        Some(((time, time), self.zone(end)))
    }

    /// "2:00 - 2:30 pm", "between 10 a.m. and noon": the second time belongs to the first.
    pub(super) fn clock_range(&self, at: usize, first: (u16, u16), end: usize) -> ((u16, u16), usize) {
        let between = self.before(at) == "between" && self.folded(end) == "and";
        let joint =
            between || self.surface(end) == "-" || matches!(self.folded(end), "to" | "until" | "till");
        match self.clock(end + 1).filter(|_| joint) {
            // "2:00 - 2:30 pm": the first takes the half of the second where that keeps them in order.
            Some((second, after)) => {
                let start =
                    if first.0 < HALF && first.0 + HALF <= second.0 && self.half_of_day(end - 1).is_none() {
                        first.0 + HALF
                    } else {
                        first.0
                    };
                ((start, second.1.max(start)), after)
            }
            None => (first, end),
        }
    }

    fn clock_word(&self, at: usize) -> Option<((u16, u16), usize)> {
        match self.folded(at) {
            "noon" | "midday" => Some(((HALF, HALF), self.zone(at + 1))),
            "midnight" => Some(((0, 0), self.zone(at + 1))),
            _ => None,
        }
    }

    /// "a.m.", "pm", "p m": 0 or 720, and where it ends.
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
                    // "At 9p", "3:15p"; "4a" alone is no time.
                    at + 1
                } else {
                    return None;
                };
                let half = if self.folded(at) == "p" { HALF } else { 0 };
                return Some((half, end));
            }
            _ => return None,
        };
        // The full stop of "10 p.m." that the scanner left over.
        Some((half, at + 1))
    }

    /// True where the number before a token stands behind "at" or has minutes.
    fn is_led(&self, at: usize) -> bool {
        let minutes = at > self.start + 2 && self.surface(at - 2) == ":";
        minutes || at > self.start + 1 && matches!(self.folded(at - 2), "at" | "@")
    }

    /// Where a zone behind a time ends: "local time", "GMT", "(EST)".
    fn zone(&self, at: usize) -> usize {
        let open = usize::from(self.surface(at) == "(");
        let next = at + open;
        let end = match self.folded(next) {
            "local" | "eastern" | "pacific" | "central" | "mountain" | "moscow" | "gmt" | "utc" | "est"
            | "edt" | "pst" | "pdt" | "cst" | "cdt" | "bst" | "cet" | "cest" | "et" | "pt" | "ist"
            | "aest" | "jst" => next + 1,
            _ => return at,
        };
        let word = self.folded(next);
        let long = matches!(word, "local" | "eastern" | "pacific" | "central" | "mountain" | "moscow");
        let end = if self.folded(end) == "time"
            || matches!(self.folded(end), "standard" | "daylight") && self.folded(end + 1) == "time"
        {
            end + if self.folded(end) == "time" { 1 } else { 2 }
        } else if long {
            return at;
        } else {
            end
        };
        if open == 1 && self.surface(end) != ")" { at } else { end + open }
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
