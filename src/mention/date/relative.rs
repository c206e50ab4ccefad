//! Expressions relative to another day: "last week", "early Friday", "two weeks ago", "the next day".

use crate::date::Day;
use crate::lexicon::CalendarUnit;
use crate::lexicon::calendar::CalendarWord;
use crate::lexicon::number::{Cardinal, number_word};
use crate::mention::date::read::{Read, Reader, whole_year};
use crate::mention::date::resolve::{Value, shift_day, unit_of};
use crate::mention::date::year::part_of_year;
use crate::mention::date::{Anchor, Clock, Granularity};
use crate::text::{Token, TokenKind};

impl Reader<'_, '_> {
    /// "Yesterday", "tonight", "tomorrow evening".
    pub(super) fn today(&self, at: usize, offset: i32) -> Option<Read> {
        let word = self.folded(at);
        let mut value = self.origin(at).away(CalendarUnit::Day, offset);
        if word == "tonight" {
            value = value.part(1080, 1439);
        }
        // "USA Today", "Russia Today"
        if word == "today"
            && self.token(at).is_some_and(Token::is_capitalised)
            && at > self.start
            && self.token(at - 1).is_some_and(Token::is_capitalised)
        {
            return None;
        }
        Read::new(at + 1, value)
    }

    /// "Last week", "this month", "next Tuesday", "the past two weeks", "last night".
    pub(super) fn which(&self, at: usize, which: i32) -> Option<Read> {
        let word = self.folded(at);
        let origin = self.origin(at);
        let mut next = at + 1;
        // "This past week", "this coming Friday"
        let mut which = which;
        if word == "this" {
            if let Some(CalendarWord::Which(other)) = self.calendar(next) {
                if self.folded(next) != "this" && self.folded(next) != "last" {
                    which = other;
                    next += 1;
                }
            }
        }
        let lead = self.folded(next.saturating_sub(1));
        if let Some(read) = self.last_of(at, next, which) {
            return Some(read);
        }
        if let Some((count, end)) = self.count(next).filter(|_| word != "this" || next > at + 1) {
            let CalendarWord::Unit(unit) = self.calendar(end)? else { return None };
            let sign = if which < 0 { -1 } else { 1 };
            return Read::new(end + 1, origin.stretch(unit, sign * count));
        }
        if matches!(self.folded(next), "fiscal" | "calendar" | "business" | "school") {
            next += 1;
        }
        match self.calendar(next)? {
            CalendarWord::Unit(unit) => {
                // "Last day" and "last hours" are the end of a period; "the past" week is the one just past.
                let plural = self.folded(next).ends_with('s');
                if lead == "recent" || plural {
                    let known = matches!(lead, "recent" | "past" | "last" | "coming") && plural;
                    return known.then_some(()).and_then(|()| {
                        Read::new(
                            next + 1,
                            origin.stretch(unit, if which < 0 { -3 } else { 3 }).approximate(),
                        )
                    });
                }
                if unit == CalendarUnit::Season {
                    let first = match self.folded(next) {
                        "spring" => 3,
                        "summer" => 6,
                        "autumn" => 9,
                        "winter" => 12,
                        _ => return None,
                    };
                    return Read::new(next + 1, origin.season(first, which)?);
                }
                if unit == CalendarUnit::Day && !matches!(word, "this")
                    || matches!(unit, CalendarUnit::Hour | CalendarUnit::Minute)
                {
                    let text = matches!(word, "next" | "following" | "previous") && unit == CalendarUnit::Day;
                    // "Over the next day or two" is a length of time.
                    let some = self.folded(next + 1) == "or"
                        && matches!(self.folded(next + 2), "so" | "two" | "more" | "2");
                    return (text && !some)
                        .then_some(())
                        .and_then(|()| Read::new(next + 1, origin.since_text(unit, which)));
                }
                if let Some(value) = self.year_from_text(at, unit, which) {
                    return Read::new(next + 1, value);
                }
                if word == "following"
                    || word == "previous"
                        && self.before(at) == "the"
                        && self.last.is_some()
                        && unit != CalendarUnit::Week
                {
                    return Read::new(next + 1, self.whole_from_text(at, unit, which)?);
                }
                Read::new(next + 1, origin.unit(unit, which))
            }
            CalendarWord::Weekday(weekday, doubtful) => {
                if doubtful && !self.token(next).is_some_and(Token::is_capitalised) {
                    return None;
                }
                let dated = self.weekday(next, weekday, doubtful)?;
                if dated.value.day.is_some() {
                    return Some(dated);
                }
                // "This past Monday", "this coming Monday"
                let word = match (next > at + 1, which < 0) {
                    (true, true) => "past",
                    (true, false) => "coming",
                    (false, _) => word,
                };
                Read::new(dated.end, origin.which_weekday(weekday, word))
            }
            CalendarWord::Month(month, _) => {
                self.is_month(next)?;
                if let Some(read) =
                    self.month(next, month, true).filter(|r| r.value.day.is_some() || r.value.year.is_some())
                {
                    return Some(read);
                }
                let mut value = origin.calendar(None, month, None)?;
                if let Some(today) = origin.published.map(|p| p.day()) {
                    let (year, now, _) = today.ymd();
                    let now = now as u8;
                    let year = match which {
                        w if w < 0 => year - i32::from(month >= now),
                        0 => year,
                        _ => year + i32::from(month <= now),
                    };
                    value = origin.calendar(Some(year), month, None)?;
                    (value.year, value.anchor) = (None, Anchor::Publication);
                }
                Read::new(next + 1, value)
            }
            CalendarWord::Part(from, to) if from < to || to == 360 => {
                let offset = if which < 0 { -1 } else { which };
                let value = origin.away(CalendarUnit::Day, offset);
                let value = value.part(from, to);
                (matches!(word, "this") || matches!(word, "last") && from == 1080)
                    .then_some(Read { end: next + 1, value })
            }
            _ => None,
        }
    }

    /// "Last Monday of March", "the last week of July", "last weekend in October".
    fn last_of(&self, at: usize, next: usize, which: i32) -> Option<Read> {
        if which != -1 || self.folded(at) != "last" || !matches!(self.folded(next + 1), "of" | "in") {
            return None;
        }
        self.nth_of(next, 0)
    }

    /// "Early Friday", "late last month", "end of July", "earlier this week", "mid-2014".
    pub(super) fn third(&self, at: usize, third: u8) -> Option<Read> {
        let word = self.folded(at);
        let mut next = at + 1;
        next += usize::from(self.surface(next) == "-");
        // "Earlier in the day" cannot be compared.
        let of = matches!(self.folded(next), "of" | "in" | "on");
        if matches!(word, "end" | "beginning" | "start" | "middle") && self.folded(next) != "of" {
            return None;
        }
        if of {
            next += 1;
        }
        if self.folded(next) == "around" {
            next += 1;
        }
        let the = self.folded(next) == "the";
        // "Early hours of Monday", "early in the morning of Monday"
        if self.folded(next) == "hours" && self.folded(next + 1) == "of" {
            let the = usize::from(self.folded(next + 2) == "the");
            let day = self.primary(next + 2 + the)?;
            let minutes = if third == 0 { (0, 360) } else { (1260, 1439) };
            let value = day.value.part(minutes.0, minutes.1).approximate();
            return (day.value.granularity <= Granularity::Day).then_some(Read { end: day.end, value });
        }
        if of
            && matches!(word, "later" | "earlier" | "late")
            && !the
            && self.calendar(next).is_none_or(|c| !matches!(c, CalendarWord::Month(..)))
            && self.year(next).is_none()
        {
            return None;
        }
        // "Mid-2014": the hyphen joins no number.
        let joined = self
            .year(next)
            .filter(|_| self.surface(next - 1) == "-" && self.kind(next + 1) != Some(TokenKind::Number));
        if let Some(year) = self.lone_year(next).or(joined).filter(|_| !the) {
            return Read::new(next + 1, part_of_year(year, word, third)?);
        }
        // "The end of the year", "later in the week"
        if the {
            if let Some(CalendarWord::Unit(unit)) = self.calendar(next + 1).filter(|_| of) {
                let known = unit >= CalendarUnit::Weekend && !self.folded(next + 1).ends_with('s');
                let value = self.since_or_until(word, self.origin(at).unit(unit, 0).approximate());
                return (known && unit != CalendarUnit::Weekend).then_some(Read { end: next + 2, value });
            }
        }
        let inner = self.primary(next)?;
        let value = self.since_or_until(word, inner.value.approximate());
        let fits = value.granularity >= Granularity::DayPart && inner.end > next;
        if !fits {
            return None;
        }
        let minutes = match (value.granularity, value.minutes, third) {
            (Granularity::Day, None, 0) => Some((0, 540)),
            (Granularity::Day, None, 2) => Some((1080, 1439)),
            (_, minutes, _) => minutes,
        };
        let granularity = if minutes.is_some() && value.granularity == Granularity::Day {
            Granularity::DayPart
        } else {
            value.granularity
        };
        let clock = if granularity == Granularity::DayPart { Some(Clock::part()) } else { value.clock };
        let read = Read { end: inner.end, value: Value { minutes, clock, granularity, ..value } };
        // "Early Sunday afternoon"
        if granularity == Granularity::DayPart {
            let bare = Read {
                end: read.end,
                value: Value { minutes: None, clock: None, granularity: Granularity::Day, ..read.value },
            };
            let part = self.with_part(bare);
            if part.end > read.end {
                // An early evening is not late.
                let part_end = part.end;
                let minutes = part.value.minutes.map(|part| match (part, third) {
                    ((720, to), 0) => (720, to.min(900)),
                    ((720, to), 2) => (900, to),
                    ((1080, to), 0) => (1080, to.min(1260)),
                    ((1080, to), 2) if self.before(part_end) == "evening" => (1260, to),
                    (part, _) => part,
                });
                return Some(Read { end: part.end, value: Value { minutes, ..part.value } });
            }
        }
        Some(read)
    }

    /// "Earlier this year" ends before the day of publication, "later this year" begins with it.
    fn since_or_until(&self, word: &str, value: Value) -> Value {
        let (Some(today), Some(first), Some(last)) =
            (self.origin(self.start).published.map(|p| p.day()), value.earliest, value.latest)
        else {
            return value;
        };
        if today < first || last < today || first == last {
            return value;
        }
        match word {
            "earlier" => Value { latest: Some(today.plus(-1).max(first)), ..value },
            "later" => Value { earliest: Some(today), ..value },
            _ => value,
        }
    }

    /// A unit without a number before it: "week 31", "days later", "weekend".
    pub(super) fn unit(&self, at: usize, unit: CalendarUnit) -> Option<Read> {
        let plural = self.folded(at).ends_with('s');
        let next = self.folded(at + 1);
        let origin = self.origin(at);
        if plural && matches!(next, "ago" | "later" | "earlier") && unit > CalendarUnit::Hour {
            let vague = match next {
                "ago" => origin.stretch(unit, -4),
                _ => Value { anchor: Anchor::Text, ..Value::new(Granularity::Day) },
            };
            return Read::new(at + 2, vague.approximate());
        }
        // "Week 31", "day after tomorrow"
        if unit == CalendarUnit::Week && !plural {
            if let (Some(number), Some(today)) =
                (self.small_number(at + 1).filter(|n| (1..=53).contains(n)), origin.published)
            {
                let fourth = Day::new(today.day().ymd().0, 1, 4)?;
                let monday = fourth.week_start().plus(7 * (i32::from(number) - 1));
                return Read::new(
                    at + 2,
                    Value::new(Granularity::Week).days(monday, monday.plus(6), Anchor::Publication),
                );
            }
        }
        if unit == CalendarUnit::Day && matches!(next, "before" | "after") {
            let sign = if next == "before" { -1 } else { 1 };
            if let Some(CalendarWord::Today(offset)) = self.calendar(at + 2) {
                return Read::new(at + 3, origin.away(CalendarUnit::Day, offset + sign));
            }
        }
        if unit == CalendarUnit::Year && !plural {
            let of = usize::from(next == "of");
            if let Some(year) = self.year(at + 1 + of) {
                return Read::new(at + 2 + of, whole_year(year)?);
            }
        }
        if unit == CalendarUnit::Quarter && !plural {
            return None;
        }
        None
    }

    /// "Morning of July 26", "overnight", "morning" with "in the" before it.
    pub(super) fn part(&self, at: usize, from: u16, to: u16) -> Option<Read> {
        if matches!(self.folded(at + 1), "of" | "on") && from < to {
            let the = usize::from(self.folded(at + 2) == "the");
            if let Some(day) = self.primary(at + 2 + the).filter(|d| d.value.granularity == Granularity::Day)
            {
                return Read::new(day.end, day.value.part(from, to));
            }
            return None;
        }
        // "In the morning" of a day mentioned elsewhere.
        let the = self.before(at) == "the" && at > self.start + 1;
        (the && from < to && matches!(self.folded(at - 2), "in" | "during"))
            .then(|| Read { end: at + 1, value: Value::new(Granularity::DayPart).part(from, to) })
    }

    /// Expressions that begin with an article or the like.
    pub(super) fn lead(&self, at: usize) -> Option<Read> {
        let word = self.folded(at);
        let next = at + 1;
        // Parsed only if needed, since most articles begin no time expression.
        let origin = || self.origin(at);
        match word {
            "the" | "that" | "same" => {
                if word == "the" {
                    // "The 1990s", "the 20th", "the third of March", "the early hours of Monday".
                    if let Some((day, end)) = self.day_number(next) {
                        if let Some(read) = self.day_of_month(next) {
                            return Some(read);
                        }
                        if let Some(read) = self.ordinal_unit(next) {
                            return Some(read);
                        }
                        let suffixed = end == next + 2 && self.kind(next) == Some(TokenKind::Number);
                        let ranged = matches!(self.before(at), "from" | "between")
                            && matches!(self.folded(end), "to" | "and" | "through");
                        if (suffixed || ranged) && !self.is_noun(end) {
                            return Read::new(end, self.day_only(at, day)?);
                        }
                    }
                    match self.calendar(next) {
                        Some(CalendarWord::Unit(CalendarUnit::Day))
                            if matches!(self.folded(next + 1), "before" | "after") =>
                        {
                            if let Some(read) = self.unit(next, CalendarUnit::Day) {
                                return Some(read);
                            }
                            let sign = if self.folded(next + 1) == "before" { -1 } else { 1 };
                            if let Some(read) = self.beside_day(next + 2, sign) {
                                return Some(read);
                            }
                            // "The day before the vote" is relative to the vote.
                            return (!self.is_noun(next + 2) && !self.is_determiner(next + 2))
                                .then_some(())
                                .and_then(|()| {
                                    Read::new(next + 2, origin().since_text(CalendarUnit::Day, sign))
                                });
                        }
                        Some(CalendarWord::Unit(CalendarUnit::Weekend)) => {
                            let past = self.last_weekend(at);
                            return Read::new(next + 1, past);
                        }
                        Some(CalendarWord::Unit(CalendarUnit::Week))
                            if matches!(
                                self.folded(next + 1),
                                "of" | "beginning" | "starting" | "commencing"
                            ) =>
                        {
                            let day =
                                self.primary(next + 2).filter(|d| d.value.granularity == Granularity::Day)?;
                            let (first, last) = unit_of(day.value.earliest?, CalendarUnit::Week)?;
                            let value = Value { granularity: Granularity::Week, ..day.value }.days(
                                first,
                                last,
                                day.value.anchor,
                            );
                            return Read::new(day.end, value);
                        }
                        Some(CalendarWord::Lead) if self.folded(next) == "same" => {
                            return match self.calendar(next + 1) {
                                Some(CalendarWord::Unit(CalendarUnit::Day)) => {
                                    Read::new(next + 2, origin().since_text(CalendarUnit::Day, 0))
                                }
                                _ => None,
                            };
                        }
                        Some(CalendarWord::Unit(_)) | None => {}
                        // "The March 22 coup", "the Friday prayers": the article belongs to the noun.
                        Some(CalendarWord::Month(..) | CalendarWord::Weekday(..)) => return None,
                        Some(CalendarWord::Part(..) | CalendarWord::Third(_) | CalendarWord::Which(_)) => {
                            return self.primary(next).filter(|r| r.end > next);
                        }
                        Some(
                            CalendarWord::Today(_)
                            | CalendarWord::Lead
                            | CalendarWord::Quarterly(_)
                            | CalendarWord::Holiday,
                        ) => return None,
                    }
                    return self.decade(next).or_else(|| self.counted_units(next).filter(|_| false));
                }
                match self.calendar(next) {
                    Some(CalendarWord::Unit(CalendarUnit::Day)) => {
                        Read::new(next + 1, origin().since_text(CalendarUnit::Day, 0))
                    }
                    Some(CalendarWord::Part(from, to)) if word == "that" && from < to => {
                        let value = origin().since_text(CalendarUnit::Day, 0);
                        Read::new(next + 1, value.part(from, to))
                    }
                    _ => None,
                }
            }
            _ => self.counted_units(at),
        }
    }

    /// "The 20th" of this month or the last.
    pub(super) fn day_only(&self, at: usize, day: u8) -> Option<Value> {
        let origin = self.origin(at);
        let mut value = Value::new(Granularity::Day);
        value.day = Some(day);
        let Some(today) = origin.published.map(|p| p.day()) else { return Some(value) };
        let candidates = [0, -1, 1].into_iter().filter_map(|m| {
            let (year, month, _) = today.month_start(m).ymd();
            Day::new(year, month, day.into())
        });
        let found = candidates.min_by_key(|d| {
            let ahead = d.since(today);
            if ahead > 0 && !origin.future || ahead < 0 && origin.future {
                ahead.abs() * 5
            } else {
                ahead.abs()
            }
        })?;
        Some(value.days(found, found, Anchor::Publication))
    }

    pub(super) fn last_weekend(&self, at: usize) -> Value {
        let origin = self.origin(at);
        let on_weekend = origin.published.is_some_and(|p| p.day().weekday() >= 5);
        origin.unit(CalendarUnit::Weekend, if on_weekend || origin.future { 0 } else { -1 })
    }

    /// A count at a token ("two", "a", "a few", "10") and its end.
    pub(super) fn count(&self, at: usize) -> Option<(i32, usize)> {
        if self.kind(at) == Some(TokenKind::Number) {
            let surface = self.surface(at);
            let count = surface.parse::<i32>().ok().filter(|_| surface.len() <= 4)?;
            return Some((count, at + 1 + usize::from(self.surface(at + 1) == "-" && self.attached(at + 1))));
        }
        match self.folded(at) {
            "few" => return Some((3, at + 1)),
            "several" => return Some((4, at + 1)),
            "couple" => return Some((2, at + 1 + usize::from(self.folded(at + 1) == "of"))),
            _ => {}
        }
        let mut cardinal = Cardinal::EMPTY;
        let mut end = at;
        while let Some(word) =
            self.token(end).filter(|t| t.begins.is_number_word()).and_then(|_| number_word(self.folded(end)))
        {
            if !cardinal.push(word) {
                break;
            }
            end += 1;
            end += usize::from(
                self.surface(end) == "-" && self.token(end + 1).is_some_and(|t| t.begins.is_number_word()),
            );
        }
        let value = cardinal.value();
        (!cardinal.is_empty() && value < 10_000.0).then_some((value as i32, end))
    }

    /// "Two weeks ago", "a day earlier", "three days later", "in two weeks", "a year from now".
    pub(super) fn counted_units(&self, at: usize) -> Option<Read> {
        let (count, mut end, vague) = match self.folded(at) {
            "a" | "an" => match self.folded(at + 1) {
                "few" | "couple" => {
                    let (count, end) = self.count(at + 1)?;
                    (count, end, true)
                }
                _ => (1, at + 1, false),
            },
            "some" => {
                let (count, end) = self.count(at + 1)?;
                (count, end, true)
            }
            "few" | "couple" => return None,
            word => {
                let (count, end) = self.count(at)?;
                (count, end, word == "several")
            }
        };
        end += usize::from(matches!(self.folded(end), "more" | "full"));
        let CalendarWord::Unit(unit) = self.calendar(end)? else { return None };
        end += 1;
        let origin = self.origin(at);
        let approximate = |value: Value| if vague { value.approximate() } else { value };
        let behind = self.folded(end);
        let value = match behind {
            "ago" | "back" | "hence" => {
                let sign = if behind == "hence" { 1 } else { -1 };
                if behind == "back" && self.is_noun(end + 1) {
                    return None;
                }
                return Read::new(end + 1, approximate(origin.away(unit, sign * count)));
            }
            // "Five minutes later" is a duration, which is a quantity.
            "earlier" | "later" if unit <= CalendarUnit::Hour => return None,
            "earlier" => origin.since_text(unit, -count),
            "later" => origin.since_text(unit, count),
            "from" if !matches!(self.folded(end + 1), "now" | "today") => {
                // "Two weeks from January 15"
                let day = self
                    .primary(end + 1)
                    .filter(|d| d.value.granularity == Granularity::Day && unit >= CalendarUnit::Day)?;
                let there = shift_day(day.value.earliest?, unit, count);
                let value = Value::new(Granularity::Day).days(there, there, day.value.anchor);
                return Read::new(day.end, approximate(value));
            }
            "from" => {
                return matches!(self.folded(end + 1), "now" | "today")
                    .then_some(())
                    .and_then(|()| Read::new(end + 2, approximate(origin.away(unit, count))));
            }
            "before" | "after" => {
                let sign = if behind == "before" { -1 } else { 1 };
                // "Two weeks before Christmas"
                if let Some(day) = self
                    .primary(end + 1)
                    .filter(|d| d.value.granularity == Granularity::Day && unit >= CalendarUnit::Day)
                {
                    if let Some(from) = day.value.earliest {
                        let there = shift_day(from, unit, sign * count);
                        return Read::new(
                            day.end,
                            approximate(Value::new(Granularity::Day).days(there, there, day.value.anchor)),
                        );
                    }
                }
                // "A week after the vote" is relative to the vote; "two days after" alone is relative to the last day
                // mentioned.
                if let Some(CalendarWord::Today(offset)) = self.calendar(end + 1) {
                    return Read::new(end + 2, origin.away(unit, sign * count + offset));
                }
                let closed = self.token(end + 1).is_none_or(|t| t.kind == TokenKind::Punctuation);
                if !closed {
                    return None;
                }
                origin.since_text(unit, sign * count)
            }
            _ if self.before(at) == "in"
                && (origin.future || self.end - at < 5 && self.start + 1 >= at)
                && unit >= CalendarUnit::Day =>
            {
                return Read::new(end, approximate(origin.away(unit, count)));
            }
            _ => return None,
        };
        Read::new(end + 1, approximate(value))
    }
}
