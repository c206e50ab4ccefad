//! Reading expressions of time: a grammar by descent over the tokens of a sentence.

use std::ops::Range;

use crate::date::Day;
use crate::lexicon::CalendarUnit;
use crate::lexicon::calendar::{CalendarWord, calendar_word};
use crate::lexicon::number::{Cardinal, NumberWord, number_word, ordinal};
use crate::mention::date::resolve::{Origin, Value, unit_of};
use crate::mention::date::{Anchor, Granularity};
use crate::text::{Document, Shape, Token, TokenKind};

/// An expression, as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    /// One past its last token.
    pub(super) end: usize,
    pub(super) value: Value,
}

impl Read {
    fn new(end: usize, value: Value) -> Option<Self> {
        Some(Self { end, value })
    }
}

/// Reads the tokens of one sentence.
pub(super) struct Reader<'d, 's> {
    document: &'d Document<'s>,
    pub(super) start: usize,
    end: usize,
    /// The last day told before.
    pub(super) last: Option<Day>,
    /// Tokens that put a verb into the future, in order.
    futures: Vec<usize>,
}

/// How far from a date a future verb still governs it, in tokens.
const FUTURE_REACH: usize = 12;

impl<'d, 's> Reader<'d, 's> {
    pub(super) fn new(document: &'d Document<'s>, tokens: Range<usize>, last: Option<Day>) -> Self {
        let futures = tokens
            .clone()
            .filter(|&at| {
                let word = document.folded(at);
                matches!(word, "will" | "shall" | "scheduled" | "due" | "upcoming" | "won't" | "would" | "expected" | "plans" | "planned" | "until")
                    || word.ends_with("'ll")
            })
            .collect();
        Self { document, start: tokens.start, end: tokens.end, last, futures }
    }

    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        if at < self.end { self.document.tokens().get(at) } else { None }
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|t| t.kind)
    }

    pub(super) fn folded(&self, at: usize) -> &'d str {
        if at < self.end { self.document.folded(at) } else { "" }
    }

    pub(super) fn surface(&self, at: usize) -> &'d str {
        if at >= self.end {
            return "";
        }
        match self.document.surface(at) {
            "‐" | "‑" | "‒" | "–" | "—" | "−" => "-",
            other => other,
        }
    }

    pub(super) fn attached(&self, at: usize) -> bool {
        at < self.end && self.document.is_attached(at)
    }

    pub(super) fn before(&self, at: usize) -> &'d str {
        if at > self.start { self.document.folded(at - 1) } else { "" }
    }

    pub(super) fn calendar(&self, at: usize) -> Option<CalendarWord> {
        self.token(at).filter(|t| t.begins.is_calendar_word()).and_then(|_| calendar_word(self.folded(at)))
    }

    /// A whole number of at most four digits.
    pub(super) fn small_number(&self, at: usize) -> Option<u16> {
        let surface = self.surface(at);
        (self.kind(at) == Some(TokenKind::Number) && surface.len() <= 4).then(|| surface.parse().ok()).flatten()
    }

    fn origin(&self, at: usize) -> Origin {
        let near = |&f: &usize| f.abs_diff(at) <= FUTURE_REACH;
        let future = self.futures.iter().any(near);
        Origin { published: self.document.published(), last: self.last, future }
    }

    /// The expression that begins at a token, with its time of day and, in a range, its other end.
    pub(super) fn expression(&self, at: usize) -> Option<Read> {
        let mut read = self.timed(at)?;
        if matches!(self.before(at), "about" | "around" | "nearly" | "almost" | "than" | "over" | "roughly" | "some" | "approximately") {
            read.value.approximate = true;
        }
        if let Some(range) = self.range(at, &read) {
            read = range;
        }
        Some(read)
    }

    /// A day with the time of day before or behind it, or either alone.
    fn timed(&self, at: usize) -> Option<Read> {
        if let Some((minutes, end)) = self.clock(at) {
            let mut next = end;
            while matches!(self.folded(next), "on" | "," | "of" | "the") {
                next += 1;
            }
            if let Some(day) = self.primary(next).filter(|d| d.value.granularity == Granularity::Day || d.value.granularity == Granularity::DayPart) {
                let value = Value { minutes: Some(minutes), granularity: Granularity::Minute, ..day.value };
                return Read::new(day.end, value);
            }
            let value = Value { minutes: Some(minutes), ..Value::new(Granularity::Minute) };
            return Read::new(end, value);
        }
        let day = self.primary(at)?;
        if day.value.granularity != Granularity::Day || day.value.minutes.is_some() {
            return Some(day);
        }
        Some(self.with_part(self.with_clock(day)))
    }

    /// "Friday at around 7:30pm".
    fn with_clock(&self, day: Read) -> Read {
        let mut next = day.end;
        next += usize::from(self.surface(next) == ",");
        let mut lead = false;
        while matches!(self.folded(next), "at" | "around" | "about" | "for" | "by" | "@" | "shortly" | "just" | "before" | "after" | "approximately") {
            lead = true;
            next += 1;
        }
        match self.clock(next) {
            Some((minutes, end)) => Read {
                end,
                value: Value { minutes: Some(minutes), granularity: Granularity::Minute, ..day.value },
            },
            None if lead => day,
            None => day,
        }
    }

    /// "Friday morning", "Tuesday in the morning", "Friday night".
    fn with_part(&self, day: Read) -> Read {
        if day.value.minutes.is_some() {
            return day;
        }
        let mut next = day.end;
        if self.folded(next) == "in" && self.folded(next + 1) == "the" {
            next += 2;
        }
        match self.calendar(next) {
            Some(CalendarWord::Part(from, to)) if from < to => {
                let value = Value { minutes: Some((from, to)), granularity: Granularity::DayPart, ..day.value };
                Read { end: next + 1, value }
            }
            _ => day,
        }
    }

    /// An expression without range or time of day.
    fn primary(&self, at: usize) -> Option<Read> {
        let token = self.token(at)?;
        if token.kind == TokenKind::Number {
            return self
                .numeric(at)
                .or_else(|| self.day_of_month(at))
                .or_else(|| self.counted_units(at))
                .or_else(|| self.decade(at))
                .or_else(|| self.ordinal_unit(at))
                .or_else(|| self.year_first(at));
        }
        if token.begins.is_number_word() && !token.begins.is_calendar_word() {
            return self
                .day_of_month(at)
                .or_else(|| self.counted_units(at))
                .or_else(|| self.ordinal_unit(at));
        }
        match self.calendar(at)? {
            CalendarWord::Month(month, doubtful) => self.month(at, month, doubtful),
            CalendarWord::Weekday(weekday, doubtful) => self.weekday(at, weekday, doubtful),
            CalendarWord::Today(offset) => self.today(at, offset),
            CalendarWord::Which(which) => self.which(at, which),
            CalendarWord::Third(third) => self.third(at, third),
            CalendarWord::Unit(unit) => self.unit(at, unit),
            CalendarWord::Part(from, to) => self.part(at, from, to),
            CalendarWord::Lead => self.lead(at),
        }
    }

    // ---- months and weekdays

    /// The month at a token, where it is one.
    fn is_month(&self, at: usize) -> Option<u8> {
        let Some(CalendarWord::Month(month, doubtful)) = self.calendar(at) else { return None };
        let capital = self.token(at).is_some_and(Token::is_capitalised);
        (capital || !doubtful).then_some(month)
    }

    /// "July 26, 2005", "July 2005", "July".
    fn month(&self, at: usize, month: u8, doubtful: bool) -> Option<Read> {
        let capital = self.token(at).is_some_and(Token::is_capitalised);
        let mut next = at + 1;
        let short = self.folded(at).len() <= 4 && self.folded(at) != "may" && self.folded(at) != "june" && self.folded(at) != "july";
        if short && self.surface(next) == "." {
            next += 1;
        }
        let origin = self.origin(at);
        // A day behind it.
        let hyphen = usize::from(matches!(self.surface(next), "-") && self.attached(next) && self.attached(next + 1));
        let the = usize::from(self.folded(next) == "the");
        if let Some((day, end)) = self.day_number(next + hyphen + the) {
            let clear = capital || !doubtful || self.attached(next) || end > next + 1;
            if clear && !self.is_counting(end) {
                let (year, end) = self.year_behind(end, true);
                let value = origin.calendar(year, month, Some(day));
                if let Some(value) = value {
                    return Read::new(end, value);
                }
            }
        }
        let joint = usize::from(matches!(self.folded(next), "," | "of" | "/" | "'"));
        if let Some(year) = self.year(next + joint) {
            if capital || !doubtful {
                return Read::new(next + joint + 1, origin.calendar(Some(year), month, None)?);
            }
        }
        if doubtful || !capital {
            let before = self.before(at);
            let led = matches!(before, "in" | "since" | "of" | "until" | "by" | "last" | "next" | "this" | "early" | "late" | "mid" | "through"
                | "from" | "during" | "before" | "after" | "between" | "till" | "throughout" | "previous" | "past" | "-" | "end" | "every");
            let alone = self.end - self.start <= 2;
            if doubtful && !(capital && (led || alone)) && !(led && before == "in" && self.folded(at) != "march" && self.folded(at).len() > 3) {
                return None;
            }
        }
        // "April Jones", "the March on Washington".
        let named = self.token(at + 1).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised() && !t.begins.is_calendar_word());
        let heading = self.is_heading();
        if named && !heading && !matches!(self.before(at), "in" | "since" | "last" | "next" | "this" | "early" | "late" | "until" | "by") {
            return None;
        }
        if self.folded(at).len() <= 3 && self.surface(at + 1) != "." && !capital {
            return None;
        }
        Read::new(next.min(if self.surface(at + 1) == "." && next == self.end { at + 1 } else { next }), origin.calendar(None, month, None)?)
    }

    /// "26 July 2005", "the 3rd of March", "second of August"; "12 to 16 September".
    fn day_of_month(&self, at: usize) -> Option<Read> {
        let (day, end) = self.day_number(at)?;
        // The first of two days of one month.
        let joint = self.surface(end) == "-" || matches!(self.folded(end), "to" | "and" | "through" | "until");
        if joint {
            if let Some((second, after)) = self.day_number(end + 1) {
                if let Some((month, after)) = self.month_behind(after) {
                    let (year, after) = self.year_behind(after, true);
                    let origin = self.origin(at);
                    let (a, b) = (origin.calendar(year, month, Some(day))?, origin.calendar(year, month, Some(second))?);
                    return Read::new(after, between(a, b)?);
                }
            }
        }
        let (month, end) = self.month_behind(end)?;
        let (year, end) = self.year_behind(end, true);
        Read::new(end, self.origin(at).calendar(year, month, Some(day))?)
    }

    /// The month behind a day, "of" or a mark between them.
    fn month_behind(&self, at: usize) -> Option<(u8, usize)> {
        let mut next = at;
        if self.folded(next) == "day" {
            next += 1;
        }
        next += usize::from(matches!(self.folded(next), "of" | "-" | "/" | ","));
        if self.folded(next) == "the" && matches!(self.folded(next + 1), "last" | "next" | "this" | "previous") {
            next += 1;
        }
        let month = self.is_month(next)?;
        let short = self.folded(next).len() <= 4 && self.surface(next + 1) == "." && next + 2 < self.end;
        Some((month, next + 1 + usize::from(short)))
    }

    /// A day of the month at a token: "26", "26th", "twenty-sixth"; and where it ends.
    fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        if self.kind(at) == Some(TokenKind::Number) {
            let day = self.small_number(at).filter(|&d| (1..=31).contains(&d) && self.surface(at).len() <= 2)?;
            let suffix = self.attached(at + 1) && matches!(self.folded(at + 1), "st" | "nd" | "rd" | "th");
            // "7:30", "7.5", "7%", "7/8"
            if matches!(self.surface(at + 1), ":" | "%" | "/") && self.attached(at + 1) && self.kind(at + 2) == Some(TokenKind::Number) {
                return None;
            }
            return Some((day as u8, at + 1 + usize::from(suffix)));
        }
        if !self.token(at)?.begins.is_number_word() {
            return None;
        }
        let word = self.folded(at);
        if let Some(day) = ordinal(word).filter(|&d| d <= 30 && !word.ends_with('s')) {
            return Some((day as u8, at + 1));
        }
        if let Some(NumberWord::Tens(tens)) = number_word(word) {
            let next = at + 1 + usize::from(self.surface(at + 1) == "-");
            let unit = ordinal(self.folded(next)).filter(|&u| u < 10)?;
            return (tens + unit <= 31).then_some(((tens + unit) as u8, next + 1));
        }
        None
    }

    /// True where the number that ends at a token counts what follows ("March 20 people", "$12").
    fn is_counting(&self, at: usize) -> bool {
        let next = self.folded(at);
        matches!(next, "percent" | "%" | "people" | "million" | "billion" | "thousand" | "hundred" | "years" | "days" | "men" | "km" | "miles")
            || self.surface(at) == "/" && self.attached(at)
    }

    /// The year behind a day or month, a comma allowed between them.
    fn year_behind(&self, end: usize, comma: bool) -> (Option<i32>, usize) {
        let mut next = end + usize::from(comma && matches!(self.folded(end), "," | "of" | "in" | "-" | "/"));
        next += usize::from(self.surface(next) == "," );
        match self.year(next) {
            Some(year) if !self.is_counting(next + 1) && !(self.attached(next + 1) && self.surface(next + 1) == ":") => (Some(year), next + 1),
            _ => {
                // "31-Oct-74", "March '05"
                let short = self.surface(end) == "-" || matches!(self.surface(end), "'" | "’" | "/");
                let number = self.small_number(end + 1).filter(|_| short && self.surface(end + 1).len() == 2);
                match number {
                    Some(two) => (Some(century(two.into())), end + 2),
                    None => (None, end),
                }
            }
        }
    }

    /// "Saturday", "Saturday, January 14", "Friday 26 July", "Thursday the 15th".
    fn weekday(&self, at: usize, weekday: u8, doubtful: bool) -> Option<Read> {
        let short = self.folded(at).len() <= 5;
        let dot = usize::from(short && self.surface(at + 1) == "." && self.attached(at + 1));
        let mut next = at + 1 + dot;
        let capital = self.token(at).is_some_and(Token::is_capitalised);
        next += usize::from(self.surface(next) == ",");
        next += usize::from(self.surface(next) == "(");
        let open = self.surface(next.saturating_sub(1)) == "(";
        next += usize::from(self.folded(next) == "the");
        let dated = match self.calendar(next) {
            Some(CalendarWord::Month(month, _)) if self.token(next).is_some_and(Token::is_capitalised) || !doubtful => {
                self.month(next, month, true).filter(|r| r.value.day.is_some())
            }
            _ => self.day_of_month(next).or_else(|| self.numeric(next)),
        };
        if let Some(read) = dated.filter(|r| r.value.granularity == Granularity::Day) {
            let value = Value { weekday: Some(weekday), ..read.value };
            return Read::new(read.end + usize::from(open && self.surface(read.end) == ")"), value);
        }
        let alone = self.end - self.start <= 2;
        if doubtful && !alone {
            return None;
        }
        if short && self.folded(at).len() <= 4 && !capital && !alone {
            return None;
        }
        let origin = self.origin(at);
        // "Thursday the 15th"
        if let Some((day, end)) = self.day_number(next).filter(|&(_, end)| end > next + 1 || self.before(next) == "the" || self.kind(next) == Some(TokenKind::Word)) {
            if !open && self.kind(next) == Some(TokenKind::Number) || self.before(next) == "the" {
                if let Some(value) = self.nearest_with_weekday(at, day, weekday) {
                    return Read::new(end, value);
                }
            }
        }
        // "Monday of last week"
        let of = at + 1 + dot;
        if matches!(self.folded(of), "of" | "from") {
            let the = usize::from(self.folded(of + 1) == "the");
            if let Some(CalendarWord::Which(which)) = self.calendar(of + 1 + the) {
                if let Some(CalendarWord::Unit(CalendarUnit::Week)) = self.calendar(of + 2 + the) {
                    let week = origin.unit(CalendarUnit::Week, which);
                    let mut value = origin.weekday(weekday);
                    if let Some(monday) = week.earliest {
                        let day = monday.plus(weekday.into());
                        value = value.days(day, day, Anchor::Publication);
                    }
                    return Read::new(of + 3 + the, value);
                }
            }
        }
        let week = self.folded(of) == "last" || self.folded(of) == "next";
        let value = if week && !self.calendar(of + 1).is_some_and(|c| matches!(c, CalendarWord::Unit(_) | CalendarWord::Month(..))) && !self.token(of + 1).is_some_and(|t| t.kind == TokenKind::Word) {
            return Read::new(of + 1, origin.which_weekday(weekday, self.folded(of)));
        } else {
            origin.weekday(weekday)
        };
        Read::new(of, value)
    }

    /// The day of the month nearest to publication that falls on the weekday.
    fn nearest_with_weekday(&self, at: usize, day: u8, weekday: u8) -> Option<Value> {
        let origin = self.origin(at);
        let today = origin.published?.day();
        let candidates = (-6..=6).filter_map(|m| {
            let (year, month, _) = today.month_start(m).ymd();
            Day::new(year, month, day.into()).filter(|d| d.weekday() == u32::from(weekday))
        });
        let nearest = candidates.min_by_key(|d| d.since(today).abs())?;
        let mut value = Value::new(Granularity::Day).days(nearest, nearest, Anchor::Publication);
        (value.day, value.weekday) = (Some(day), Some(weekday));
        Some(value)
    }

    // ---- relative expressions

    /// "Yesterday", "tonight", "tomorrow evening".
    fn today(&self, at: usize, offset: i32) -> Option<Read> {
        let word = self.folded(at);
        let mut value = self.origin(at).away(CalendarUnit::Day, offset);
        if word == "tonight" {
            value = Value { minutes: Some((1080, 1439)), granularity: Granularity::DayPart, ..value };
        }
        // "USA Today", "Russia Today"
        if word == "today" && self.token(at).is_some_and(Token::is_capitalised) && at > self.start
            && self.token(at - 1).is_some_and(Token::is_capitalised) && !self.is_heading()
        {
            return None;
        }
        Read::new(at + 1, value)
    }

    /// "Last week", "this month", "next Tuesday", "the past two weeks", "last night".
    fn which(&self, at: usize, which: i32) -> Option<Read> {
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
                // "Last day" and "last hours" are a stretch's last; "the past" of a week is the one just past.
                let plural = self.folded(next).ends_with('s');
                if lead == "recent" || plural {
                    let known = matches!(lead, "recent" | "past" | "last" | "coming") && plural;
                    return known.then_some(())
                        .and_then(|()| Read::new(next + 1, origin.stretch(unit, if which < 0 { -3 } else { 3 }).approximate()));
                }
                if unit == CalendarUnit::Day && !matches!(word, "this") || matches!(unit, CalendarUnit::Hour | CalendarUnit::Minute) {
                    let text = matches!(word, "next" | "following" | "previous") && unit == CalendarUnit::Day;
                    return text.then_some(()).and_then(|()| Read::new(next + 1, origin.from_text(unit, which)));
                }
                if word == "following" || word == "previous" && self.before(at) == "the" && self.last.is_some() && unit != CalendarUnit::Week {
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
                Read::new(dated.end, origin.which_weekday(weekday, if next > at + 1 { "coming" } else { word }))
            }
            CalendarWord::Month(month, _) => {
                self.is_month(next)?;
                if let Some(read) = self.month(next, month, true).filter(|r| r.value.day.is_some() || r.value.year.is_some()) {
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
                let value = Value { minutes: Some((from, to)), granularity: Granularity::DayPart, ..value };
                (matches!(word, "this") || matches!(word, "last") && from == 1080).then_some(Read { end: next + 1, value })
            }
            _ => None,
        }
    }

    fn whole_from_text(&self, at: usize, unit: CalendarUnit, offset: i32) -> Option<Value> {
        let origin = self.origin(at);
        let day = origin.from_text(unit, offset);
        if unit == CalendarUnit::Day {
            return Some(day);
        }
        let Some(earliest) = day.earliest else {
            return Some(origin.unit(unit, offset));
        };
        let (first, last) = unit_of(earliest, unit)?;
        Some(Value { granularity: super::resolve::granularity_of(unit), ..day }.days(first, last, Anchor::Text))
    }

    /// "Early Friday", "late last month", "end of July", "earlier this week", "mid-2014".
    fn third(&self, at: usize, third: u8) -> Option<Read> {
        let word = self.folded(at);
        let mut next = at + 1;
        next += usize::from(self.surface(next) == "-");
        // "Earlier in the day" says nothing that can be compared.
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
            let value = Value { minutes: Some(minutes), granularity: Granularity::DayPart, ..day.value }.approximate();
            return (day.value.granularity <= Granularity::Day).then_some(Read { end: day.end, value });
        }
        if of && matches!(word, "later" | "earlier" | "late") && !the && self.calendar(next).is_none_or(|c| !matches!(c, CalendarWord::Month(..))) && self.year(next).is_none() {
            return None;
        }
        if let Some(year) = self.lone_year(next).filter(|_| !the) {
            let first = Day::new(year, 1, 1)?;
            let mut value = Value::new(Granularity::Year).days(first, first.year_start(1).plus(-1), Anchor::Explicit);
            value.year = Some(year);
            return Read::new(next + 1, value.approximate());
        }
        // "The end of the year", "later in the week"
        if the {
            if let Some(CalendarWord::Unit(unit)) = self.calendar(next + 1).filter(|_| of) {
                let known = unit >= CalendarUnit::Weekend && !self.folded(next + 1).ends_with('s');
                let value = self.origin(at).unit(unit, 0).approximate();
                return (known && unit != CalendarUnit::Weekend).then_some(Read { end: next + 2, value });
            }
        }
        let inner = self.primary(next)?;
        let value = inner.value.approximate();
        let fits = value.granularity >= Granularity::DayPart && inner.end > next;
        if !fits {
            return None;
        }
        let minutes = match (value.granularity, value.minutes, third) {
            (Granularity::Day, None, 0) => Some((0, 540)),
            (Granularity::Day, None, 2) => Some((1080, 1439)),
            (_, minutes, _) => minutes,
        };
        let granularity = if minutes.is_some() && value.granularity == Granularity::Day { Granularity::DayPart } else { value.granularity };
        let read = Read { end: inner.end, value: Value { minutes, granularity, ..value } };
        // "Early Sunday afternoon"
        if granularity == Granularity::DayPart {
            let bare = Read { end: read.end, value: Value { minutes: None, granularity: Granularity::Day, ..read.value } };
            let part = self.with_part(bare);
            if part.end > read.end {
                return Some(part);
            }
        }
        Some(read)
    }

    /// A unit without a number before it: "week 31", "days later", "weekend".
    fn unit(&self, at: usize, unit: CalendarUnit) -> Option<Read> {
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
            if let (Some(number), Some(today)) = (self.small_number(at + 1).filter(|n| (1..=53).contains(n)), origin.published) {
                let fourth = Day::new(today.day().ymd().0, 1, 4)?;
                let monday = fourth.week_start().plus(7 * (i32::from(number) - 1));
                return Read::new(at + 2, Value::new(Granularity::Week).days(monday, monday.plus(6), Anchor::Publication));
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
    fn part(&self, at: usize, from: u16, to: u16) -> Option<Read> {
        if matches!(self.folded(at + 1), "of" | "on") && from < to {
            let the = usize::from(self.folded(at + 2) == "the");
            if let Some(day) = self.primary(at + 2 + the).filter(|d| d.value.granularity == Granularity::Day) {
                let value = Value { minutes: Some((from, to)), granularity: Granularity::DayPart, ..day.value };
                return Read::new(day.end, value);
            }
        }
        None
    }

    /// Expressions that begin with an article or the like.
    fn lead(&self, at: usize) -> Option<Read> {
        let word = self.folded(at);
        let next = at + 1;
        let origin = self.origin(at);
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
                        if suffixed && !self.is_noun(end) {
                            return Read::new(end, self.day_only(at, day)?);
                        }
                    }
                    match self.calendar(next) {
                        Some(CalendarWord::Unit(CalendarUnit::Day)) if matches!(self.folded(next + 1), "before" | "after") => {
                            if let Some(read) = self.unit(next, CalendarUnit::Day) {
                                return Some(read);
                            }
                            let sign = if self.folded(next + 1) == "before" { -1 } else { 1 };
                            // "The day before the vote" is measured from the vote.
                            return (!self.is_noun(next + 2) && !self.is_determiner(next + 2))
                                .then_some(())
                                .and_then(|()| Read::new(next + 2, origin.from_text(CalendarUnit::Day, sign)));
                        }
                        Some(CalendarWord::Unit(CalendarUnit::Weekend)) => {
                            let past = self.last_weekend(at);
                            return Read::new(next + 1, past);
                        }
                        Some(CalendarWord::Unit(CalendarUnit::Week)) if self.folded(next + 1) == "of" => {
                            let day = self.primary(next + 2).filter(|d| d.value.granularity == Granularity::Day)?;
                            let (first, last) = unit_of(day.value.earliest?, CalendarUnit::Week)?;
                            let value = Value { granularity: Granularity::Week, ..day.value }.days(first, last, day.value.anchor);
                            return Read::new(day.end, value);
                        }
                        Some(CalendarWord::Lead) if self.folded(next) == "same" => {
                            return match self.calendar(next + 1) {
                                Some(CalendarWord::Unit(CalendarUnit::Day)) => Read::new(next + 2, origin.from_text(CalendarUnit::Day, 0)),
                                _ => None,
                            };
                        }
                        Some(CalendarWord::Unit(_)) | None => {}
                        Some(CalendarWord::Part(..) | CalendarWord::Third(_) | CalendarWord::Which(_) | CalendarWord::Month(..)) | Some(CalendarWord::Weekday(..)) => {
                            return self.primary(next).filter(|r| r.end > next);
                        }
                        Some(CalendarWord::Today(_) | CalendarWord::Lead) => return None,
                    }
                    return self.decade(next).or_else(|| self.counted_units(next).filter(|_| false));
                }
                match self.calendar(next) {
                    Some(CalendarWord::Unit(CalendarUnit::Day)) => Read::new(next + 1, origin.from_text(CalendarUnit::Day, 0)),
                    Some(CalendarWord::Part(from, to)) if word == "that" && from < to => {
                        let value = origin.from_text(CalendarUnit::Day, 0);
                        Read::new(next + 1, Value { minutes: Some((from, to)), granularity: Granularity::DayPart, ..value })
                    }
                    _ => None,
                }
            }
            _ => self.counted_units(at),
        }
    }

    /// "The 20th" of this month or the last one.
    fn day_only(&self, at: usize, day: u8) -> Option<Value> {
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
            if ahead > 0 && !origin.future || ahead < 0 && origin.future { ahead.abs() * 5 } else { ahead.abs() }
        })?;
        Some(value.days(found, found, Anchor::Publication))
    }

    fn last_weekend(&self, at: usize) -> Value {
        let origin = self.origin(at);
        let on_weekend = origin.published.is_some_and(|p| p.day().weekday() >= 5);
        origin.unit(CalendarUnit::Weekend, if on_weekend || origin.future { 0 } else { -1 })
    }

    // ---- counted units

    /// A count at a token: "two", "a", "a few", "10"; and where it ends.
    fn count(&self, at: usize) -> Option<(i32, usize)> {
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
        while let Some(word) = self.token(end).filter(|t| t.begins.is_number_word()).and_then(|_| number_word(self.folded(end))) {
            if !cardinal.push(word) {
                break;
            }
            end += 1;
            end += usize::from(self.surface(end) == "-" && self.token(end + 1).is_some_and(|t| t.begins.is_number_word()));
        }
        let value = cardinal.value();
        (!cardinal.is_empty() && value < 10_000.0).then_some((value as i32, end))
    }

    /// "Two weeks ago", "a day earlier", "three days later", "in two weeks", "a year from now".
    fn counted_units(&self, at: usize) -> Option<Read> {
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
            "earlier" => origin.from_text(unit, -count),
            "later" => origin.from_text(unit, count),
            "from" => {
                return matches!(self.folded(end + 1), "now" | "today")
                    .then_some(())
                    .and_then(|()| Read::new(end + 2, approximate(origin.away(unit, count))));
            }
            "before" | "after" => {
                let sign = if behind == "before" { -1 } else { 1 };
                // "A week after the vote" is measured from the vote; "two days after" alone from the day told.
                if let Some(CalendarWord::Today(offset)) = self.calendar(end + 1) {
                    return Read::new(end + 2, origin.away(unit, sign * count + offset));
                }
                let closed = self.token(end + 1).is_none_or(|t| t.kind == TokenKind::Punctuation);
                if !closed {
                    return None;
                }
                origin.from_text(unit, sign * count)
            }
            _ if self.before(at) == "in" && (origin.future || self.end - at < 5 && self.start + 1 >= at) && unit >= CalendarUnit::Day => {
                return Read::new(end, approximate(origin.away(unit, count)));
            }
            _ => return None,
        };
        Read::new(end + 1, approximate(value))
    }

    // ---- years, decades, quarters

    fn decade(&self, at: usize) -> Option<Read> {
        let surface = self.surface(at);
        if self.kind(at) != Some(TokenKind::Number) || self.folded(at + 1) != "s" && self.kind(at + 1) != Some(TokenKind::Possessive) {
            return None;
        }
        let year: i32 = surface.parse().ok()?;
        if year % 10 != 0 || self.kind(at + 1) == Some(TokenKind::Possessive) && surface.len() == 4 {
            return None;
        }
        let year = match surface.len() {
            4 if (1500..2100).contains(&year) => year,
            2 if matches!(self.before(at), "the" | "'" | "’" | "in" | "early" | "late" | "mid" | "-") && (20..=90).contains(&year) => 1900 + year,
            _ => return None,
        };
        let span = if surface.ends_with("00") && surface.len() == 4 && year < 2000 { CalendarUnit::Century } else { CalendarUnit::Decade };
        let (first, last) = unit_of(Day::new(year, 1, 1)?, span)?;
        Read::new(at + 2, Value::new(Granularity::Decade).days(first, last, Anchor::Explicit))
    }

    /// "15th century", "third quarter of 2010", "first week of July", "third Tuesday of September".
    fn ordinal_unit(&self, at: usize) -> Option<Read> {
        let (number, end) = self.day_number(at)?;
        let number = i32::from(number);
        match self.calendar(end)? {
            CalendarWord::Unit(CalendarUnit::Century) => {
                let first = Day::new((number - 1) * 100, 1, 1)?;
                let value = Value::new(Granularity::Decade).days(first, first.year_start(100).plus(-1), Anchor::Explicit);
                Read::new(end + 1, value)
            }
            CalendarWord::Unit(CalendarUnit::Quarter) if number <= 4 => {
                let joint = usize::from(matches!(self.folded(end + 1), "of" | "," | "in"));
                let year = self.year(end + 1 + joint);
                let after = if year.is_some() { end + 2 + joint } else { end + 1 };
                let mut value = Value::new(Granularity::Quarter);
                let known = year.or_else(|| self.origin(at).published.map(|p| p.day().ymd().0));
                if let Some(known) = known {
                    let first = Day::new(known, number as u32 * 3 - 2, 1)?;
                    let anchor = if year.is_some() { Anchor::Explicit } else { Anchor::Publication };
                    value = value.days(first, first.month_start(3).plus(-1), anchor);
                }
                Read::new(after, value)
            }
            CalendarWord::Weekday(weekday, _) if matches!(self.folded(end + 1), "of" | "in") => {
                let month = self.primary(end + 2).filter(|m| m.value.granularity == Granularity::Month)?;
                let first = month.value.earliest?;
                let ahead = (i32::from(weekday) - first.weekday() as i32).rem_euclid(7) + 7 * (number - 1);
                let day = first.plus(ahead);
                let value = Value::new(Granularity::Day).days(day, day, month.value.anchor);
                (number <= 5).then_some(Read { end: month.end, value: Value { weekday: Some(weekday), ..value } })
            }
            _ => None,
        }
    }

    /// "2003", "2017 April", "2017-Q1", "2014-2018".
    fn year_first(&self, at: usize) -> Option<Read> {
        if let (Some(first), "-" | "~") = (self.year(at), self.surface(at + 1)) {
            if let Some(second) = self.year(at + 2).filter(|&s| s > first && s - first < 200) {
                if self.attached(at + 1) == self.attached(at + 2) && !(self.surface(at + 3) == "-" && self.attached(at + 3)) && !(at > self.start && self.surface(at - 1) == "-") {
                    return Read::new(at + 3, between(whole_year(first)?, whole_year(second)?)?);
                }
            }
        }
        let year = self.year(at)?;
        let joint = usize::from(self.surface(at + 1) == "-");
        if let Some(month) = self.is_month(at + 1 + joint) {
            if self.token(at + 1 + joint).is_some_and(|t| t.kind == TokenKind::Word) && self.day_number(at + 2 + joint).is_none() {
                return Read::new(at + 2 + joint, self.origin(at).calendar(Some(year), month, None)?);
            }
        }
        let year = self.lone_year(at)?;
        Read::new(at + 1, whole_year(year)?)
    }

    // ---- digits only

    /// "11/27/2005", "2005-11-27", "27.11.2005", "22/04", "2/2013".
    fn numeric(&self, at: usize) -> Option<Read> {
        let surface = self.surface(at);
        let origin = self.origin(at);
        // One token: "10.31.1974".
        if surface.matches('.').count() == 2 {
            let mut parts = surface.split('.').map(|p| p.parse::<i32>().ok().map(|n| (n, p.len())));
            let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
            return Read::new(at + 1, self.day_from(at, a, b, Some(c))?);
        }
        let part = |at: usize| {
            let surface = self.surface(at);
            let digits = self.kind(at) == Some(TokenKind::Number) && surface.len() <= 4 && surface.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| surface.parse::<i32>().ok().map(|n| (n, surface.len()))).flatten()
        };
        let sign = self.surface(at + 1);
        if !matches!(sign, "/" | "-") || !self.attached(at + 1) || !self.attached(at + 2) || at > self.start && self.surface(at - 1) == sign && self.attached(at) {
            return None;
        }
        let (a, b) = (part(at)?, part(at + 2)?);
        if self.surface(at + 3) == sign && self.attached(at + 3) && self.attached(at + 4) {
            let c = part(at + 4)?;
            if self.surface(at + 5) == sign && self.attached(at + 5) {
                return None;
            }
            return Read::new(at + 5, self.day_from(at, a, b, Some(c))?);
        }
        // Year and month: "2014-10", "2/2013".
        let (year, month) = if a.1 == 4 { (a, b) } else { (b, a) };
        if year.1 == 4 && month.1 <= 2 {
            let fits = (1900..2100).contains(&year.0) && (1..=12).contains(&month.0);
            let clear = sign == "/" || a.1 == 4;
            return (fits && clear).then(|| origin.calendar(Some(year.0), month.0 as u8, None)).flatten().and_then(|v| Read::new(at + 3, v));
        }
        // Day and month: only where no fraction or score can be meant.
        let led = matches!(self.before(at), "on" | "since" | "until" | "next" | "by" | "from") || at > self.start && matches!(self.calendar(at - 1), Some(CalendarWord::Weekday(..)));
        let clear = sign == "/" && (a.0 > 12 || b.0 > 12) || led;
        (clear && !(a.0 == 9 && b.0 == 11)).then(|| self.day_from(at, a, b, None)).flatten().and_then(|v| Read::new(at + 3, v))
    }

    /// The day of three numbers, or two: year first if the first has four digits, else month first unless it cannot be one.
    fn day_from(&self, at: usize, a: (i32, usize), b: (i32, usize), c: Option<(i32, usize)>) -> Option<Value> {
        let origin = self.origin(at);
        let (year, month, day) = match c {
            Some(c) if a.1 == 4 => (Some(a.0), b.0, c.0),
            Some(c) if c.1 == 4 || c.1 == 2 => (Some(if c.1 == 4 { c.0 } else { century(c.0) }), a.0, b.0),
            Some(_) => return None,
            None => (None, a.0, b.0),
        };
        let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) || year.is_some_and(|y| !(1000..2200).contains(&y)) {
            return None;
        }
        let value = origin.calendar(year, month as u8, Some(day as u8))?;
        value.earliest.or(origin.published.map(|p| p.day())).map_or(Some(value), |_| value.earliest.map(|_| value))
    }

    // ---- ranges

    /// "From April to June", "August 27th - 29th", "between 2007 and 2009".
    fn range(&self, at: usize, first: &Read) -> Option<Read> {
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
        // "August 27th - 29th": the month goes on.
        if let (Some(month), Some(_)) = (first.value.month, first.value.day) {
            if let Some((day, end)) = self.day_number(next) {
                if self.month_behind(end).is_none() && !self.is_counting(end) && !self.is_noun(end) {
                    let (year, end) = self.year_behind(end, true);
                    let year = year.or(first.value.year);
                    let start = origin.calendar(year, month, first.value.day)?;
                    return Read::new(end, between(start, origin.calendar(year, month, Some(day))?)?);
                }
            }
        }
        let second = self.timed(next)?;
        if second.value.granularity == Granularity::Minute || first.value.granularity == Granularity::Minute {
            return None;
        }
        let mut start = first.value;
        // "January to April 2015": the year goes for both.
        if let (None, Some(year), Some(month)) = (start.year, second.value.year, start.month) {
            start = origin.calendar(Some(year), month, start.day)?;
        }
        let mut finish = second.value;
        if let (Some(a), Some(b), Some(last)) = (start.earliest, finish.earliest, finish.latest) {
            if b < a && finish.year.is_none() && a.since(b) < 7 && finish.weekday.is_some() {
                finish = finish.days(b.plus(7), last.plus(7), finish.anchor);
            }
        }
        Read::new(second.end, between(start, finish)?)
    }

    fn is_noun(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.shape == Shape::Lower)
            && !matches!(self.folded(at), "at" | "in" | "on" | "and" | "but" | "when" | "to" | "of" | "for" | "after" | "before" | "that" | "as" | "by"
                | "with" | "from" | "who" | "which" | "while" | "was" | "were" | "is" | "are" | "had" | "has" | "he" | "she" | "they" | "it" | "said" | "until")
    }

    fn is_determiner(&self, at: usize) -> bool {
        matches!(self.folded(at), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "he" | "she" | "they" | "it" | "this" | "that")
    }

    fn is_heading(&self) -> bool {
        let words = self.document.tokens().get(self.start..self.end.min(self.start + 12)).unwrap_or(&[]);
        let (mut capital, mut lower) = (0, 0);
        for token in words.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 3) {
            if token.is_capitalised() { capital += 1 } else { lower += 1 }
        }
        capital > lower
    }
}

/// From the start of one to the end of the other; nothing where they are in the wrong order.
fn between(first: Value, second: Value) -> Option<Value> {
    let mut value = Value::new(first.granularity.max(second.granularity));
    value.weekday = first.weekday;
    (value.month, value.day, value.year) = (first.month, first.day, second.year);
    let (Some(earliest), Some(latest)) = (first.earliest, second.latest) else { return Some(value) };
    (earliest <= latest).then(|| value.days(earliest, latest, first.anchor.max(second.anchor)))
}

fn whole_year(year: i32) -> Option<Value> {
    let (first, last) = unit_of(Day::new(year, 1, 1)?, CalendarUnit::Year)?;
    let mut value = Value::new(Granularity::Year).days(first, last, Anchor::Explicit);
    value.year = Some(year);
    Some(value)
}

/// The year of two digits.
fn century(two: i32) -> i32 {
    if two < 50 { 2000 + two } else { 1900 + two }
}
