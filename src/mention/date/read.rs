//! Parsing time expressions by recursive descent over the tokens of a sentence.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use crate::date::{Day, Published};
use crate::lexicon::calendar::{CalendarWord, calendar_word};
use crate::lexicon::closed::Class;
use crate::lexicon::{CalendarUnit, Lexicon};
use crate::mention::date::order::Order;
use crate::mention::date::resolve::{Origin, Tense, Value, unit_of};
use crate::mention::date::{Anchor, Ends, Granularity};
use crate::mention::tag::{Tag, Tags};
use crate::text::{Document, Shape, Token, TokenKind};

/// A parsed expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    /// One past its last token.
    pub(super) end: usize,
    pub(super) value: Value,
}

impl Read {
    pub(super) fn new(end: usize, value: Value) -> Option<Self> {
        Some(Self { end, value })
    }
}

/// Parses the tokens of one sentence.
pub(super) struct Reader<'d, 's> {
    pub(super) document: &'d Document<'s>,
    tags: &'d Tags,
    pub(super) lexicon: &'d Lexicon,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The last day mentioned before.
    pub(super) last: Option<Day>,
    /// The year given last, in this sentence or the one before.
    pub(super) last_year: Option<i32>,
    /// When the source was published, as given or as its first lines say.
    pub(super) published: Option<Published>,
    /// The order in which the source writes numeric days and months.
    pub(super) order: Order,
    cues: OnceCell<Vec<(usize, bool)>>,
    /// The current nesting depth.
    depth: Cell<u8>,
}

/// How far from a date, in tokens, a future verb still governs it.
const FUTURE_REACH: usize = 12;

/// The greatest nesting depth: "the end of the last week of July" has three levels.
const DEPTH: u8 = 6;

impl<'d, 's> Reader<'d, 's> {
    pub(super) fn new(
        document: &'d Document<'s>,
        tags: &'d Tags,
        lexicon: &'d Lexicon,
        tokens: Range<usize>,
        last: Option<Day>,
        published: Option<Published>,
        order: Order,
    ) -> Self {
        Self {
            document,
            tags,
            lexicon,
            start: tokens.start,
            end: tokens.end,
            last,
            last_year: None,
            cues: OnceCell::new(),
            published,
            order,
            depth: Cell::new(0),
        }
    }

    /// Tokens that mark the future, in order; true for those that leave no doubt. Computed only if needed, since most
    /// sentences have no date.
    fn cues(&self) -> &[(usize, bool)] {
        self.cues.get_or_init(|| self.read_cues())
    }

    fn read_cues(&self) -> Vec<(usize, bool)> {
        let document = self.document;
        let mut cues = Vec::new();
        for at in self.start..self.end {
            if !self.tags.any(at, Tag::FUTURE) {
                continue;
            }
            let word = document.folded(at);
            let strong = matches!(word, "will" | "shall" | "scheduled" | "due" | "upcoming" | "won't")
                || word.ends_with("'ll");
            let weak = matches!(
                word,
                "would"
                    | "expected"
                    | "plans"
                    | "planned"
                    | "may"
                    | "might"
                    | "could"
                    | "should"
                    | "hope"
                    | "hopes"
                    | "hoping"
                    | "aims"
                    | "set"
                    | "slated"
                    | "if"
                    | "likely"
                    | "planning"
            );
            let perfect = document.folded(at + 1) == "have";
            if (strong || weak) && !perfect {
                cues.push((at, strong));
            }
        }
        cues
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

    /// An integer of at most four digits.
    pub(super) fn small_number(&self, at: usize) -> Option<u16> {
        let surface = self.surface(at);
        (self.kind(at) == Some(TokenKind::Number) && surface.len() <= 4)
            .then(|| surface.parse().ok())
            .flatten()
    }

    pub(super) fn origin(&self, at: usize) -> Origin {
        let cues = self.cues();
        let from = cues.partition_point(|&(cue, _)| cue + FUTURE_REACH < at);
        let near = |strong: bool| {
            let window = cues.iter().skip(from).take_while(|&&(cue, _)| cue <= at + FUTURE_REACH);
            window.into_iter().any(|&(_, s)| s == strong)
        };
        // "Said on Monday that it will meet": the day belongs to the preceding verb.
        let lead = if self.before(at) == "on" { at.saturating_sub(1) } else { at };
        let told = self.before(lead);
        let passive = lead > self.start + 1 && matches!(self.folded(lead - 2), "be" | "to");
        let past = told.ends_with("ed") && !passive && !matches!(told, "scheduled" | "expected" | "planned")
            || matches!(told, "said" | "told");
        let tense = if past {
            Tense::Past
        } else if matches!(self.before(at), "by" | "until" | "till") || near(true) {
            Tense::Future
        } else if near(false) || self.before(at) == "through" {
            Tense::Open
        } else {
            Tense::Past
        };
        Origin { published: self.published, last: self.last, tense, future: tense == Tense::Future }
    }

    /// False for a number that cannot begin a time, usually because of what follows it.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        const TIMED: Tag = Tag::NUMBER.or(Tag::NUMBER_WORD).or(Tag::CALENDAR).or(Tag::of(Class::FillsDate));
        const BEHIND: Tag =
            Tag::CALENDAR.or(Tag::POSSESSIVE).or(Tag::of(Class::FollowsDay)).or(Tag::of(Class::FillsDate));
        let Some(token) = self.token(at) else { return false };
        let (own, next) = (self.tags.at(at), self.tags.at(at + 1));
        // "Nine in the morning"
        let in_part = || {
            self.folded(at + 1) == "in"
                && self.folded(at + 2) == "the"
                && matches!(self.calendar(at + 3), Some(CalendarWord::Part(..)))
        };
        if own.any(Tag::NUMBER.or(Tag::NUMBER_WORD)) && in_part() {
            return true;
        }
        if own.any(Tag::NUMBER) {
            // Years, hours and minutes in one token, or whole dates.
            let whole = || matches!(token.span.len(), 4 | 8) || self.surface(at).contains('.');
            return next.any(BEHIND) || next.any(Tag::PUNCTUATION) && self.may_join(at) || whole();
        }
        let joint = || next.any(Tag::PUNCTUATION) && self.tags.any(at + 2, TIMED);
        // "Twenty" alone is neither a day nor a count of days.
        own.any(Tag::CALENDAR) || next.any(BEHIND.or(Tag::NUMBER_WORD)) || joint()
    }

    /// True for a number followed by a mark that can continue a date.
    fn may_join(&self, at: usize) -> bool {
        let (mark, after) = (self.tags.at(at + 1), self.tags.at(at + 2));
        if after.any(Tag::CALENDAR.or(Tag::NUMBER_WORD).or(Tag::of(Class::FillsDate))) {
            return true;
        }
        if !after.any(Tag::NUMBER) || mark.any(Tag::COMMA.or(Tag::FULL_STOP)) {
            return false;
        }
        if mark.any(Tag::COLON) {
            return self.token(at + 2).is_some_and(|t| t.span.len() > 1);
        }
        // In a chain of numbers, only the first can begin a date, unless a month ends the chain.
        let chained = at > self.start && self.attached(at) && self.surface(at - 1) == self.surface(at + 1);
        !chained || (at + 3..at + 7).any(|at| self.tags.any(at, Tag::CALENDAR))
    }

    /// The expression that begins at a token, with its time of day and, for a range, its other end.
    pub(super) fn expression(&self, at: usize) -> Option<Read> {
        let mut read = self.timed(at)?;
        if matches!(
            self.before(at),
            "about" | "around" | "nearly" | "almost" | "than" | "over" | "roughly" | "some" | "approximately"
        ) {
            read.value.approximate = true;
        }
        if let Some(range) = self.range(at, &read) {
            read = range;
        }
        Some(read)
    }

    /// A day with a time of day before or after it, or either alone.
    pub(super) fn timed(&self, at: usize) -> Option<Read> {
        if let Some(told) = self.told_clock(at) {
            let mut next = told.end;
            while matches!(self.folded(next), "on" | "," | "of" | "the") {
                next += 1;
            }
            let day = self.primary(next).filter(|d| d.value.granularity <= Granularity::Day);
            // "9 p.m. on Friday night" is the same time as "9 p.m. on Friday"; "9:15 on Friday evening" is in the evening.
            let day = day.filter(|d| d.value.granularity >= Granularity::DayPart);
            return Some(match day {
                Some(day) => Read { end: self.with_part(day).end, value: told.on(self.with_part(day).value) },
                None => Read { end: told.end, value: told.on(Value::new(Granularity::Minute)) },
            });
        }
        let day = self.primary(at)?;
        // "Tonight from 7 to 7:30 p.m.", "Monday evening at 8 p.m."
        if day.value.granularity == Granularity::DayPart
            && matches!(self.folded(day.end), "at" | "from" | "between")
        {
            return Some(self.with_clock(day));
        }
        if day.value.granularity != Granularity::Day || day.value.minutes.is_some() {
            return Some(day);
        }
        Some(self.with_part(self.with_clock(day)))
    }

    /// "Friday at around 7:30pm".
    pub(super) fn with_clock(&self, day: Read) -> Read {
        let mut next = day.end;
        next += usize::from(self.surface(next) == ",");
        while matches!(
            self.folded(next),
            "at" | "around"
                | "about"
                | "for"
                | "by"
                | "@"
                | "from"
                | "between"
                | "shortly"
                | "just"
                | "before"
                | "after"
                | "approximately"
        ) {
            next += 1;
        }
        match self.told_clock(next) {
            Some(told) => Read { end: told.end, value: told.on(day.value) },
            None => day,
        }
    }

    /// "Friday morning", "Tuesday in the morning", "Friday night".
    pub(super) fn with_part(&self, day: Read) -> Read {
        if day.value.minutes.is_some() {
            return day;
        }
        let mut next = day.end;
        if self.folded(next) == "in" && self.folded(next + 1) == "the" {
            next += 2;
        }
        match self.calendar(next) {
            Some(CalendarWord::Part(from, to)) if from < to => {
                Read { end: next + 1, value: day.value.part(from, to) }
            }
            _ => day,
        }
    }

    /// An expression without range or time of day.
    pub(super) fn primary(&self, at: usize) -> Option<Read> {
        // Expressions nest a few levels deep; a hostile text might nest without end ("early last early last ..").
        if self.depth.get() >= DEPTH {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let read = self.primary_within(at);
        self.depth.set(self.depth.get() - 1);
        read
    }

    fn primary_within(&self, at: usize) -> Option<Read> {
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
            CalendarWord::Quarterly(part) => self.quarterly(at, part),
            CalendarWord::Holiday => self.holiday(at),
            CalendarWord::Lead => self.lead(at),
        }
    }

    pub(super) fn is_noun(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.shape == Shape::Lower)
            && !matches!(
                self.folded(at),
                "at" | "in"
                    | "on"
                    | "and"
                    | "but"
                    | "when"
                    | "to"
                    | "of"
                    | "for"
                    | "after"
                    | "before"
                    | "that"
                    | "as"
                    | "by"
                    | "with"
                    | "from"
                    | "who"
                    | "which"
                    | "while"
                    | "was"
                    | "were"
                    | "is"
                    | "are"
                    | "had"
                    | "has"
                    | "he"
                    | "she"
                    | "they"
                    | "it"
                    | "said"
                    | "until"
            )
    }

    pub(super) fn is_determiner(&self, at: usize) -> bool {
        matches!(
            self.folded(at),
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "its"
                | "their"
                | "he"
                | "she"
                | "they"
                | "it"
                | "this"
                | "that"
        )
    }

    pub(super) fn is_heading(&self) -> bool {
        let words = self.document.tokens().get(self.start..self.end.min(self.start + 12)).unwrap_or(&[]);
        let (mut capital, mut lower) = (0, 0);
        for token in words.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 3) {
            if token.is_capitalised() { capital += 1 } else { lower += 1 }
        }
        capital > 0 && capital >= 3 * lower
    }
}

/// From the start of one to the end of the other; `None` if they are in the wrong order.
pub(super) fn between(first: Value, second: Value) -> Option<Value> {
    let mut value = Value::new(first.granularity.max(second.granularity));
    value.ends = Some(Ends { first: first.end(), last: second.end() });
    value.weekday = first.weekday;
    (value.month, value.day, value.year) = (first.month, first.day, second.year);
    let (Some(earliest), Some(latest)) = (first.earliest, second.latest) else { return Some(value) };
    (earliest <= latest).then(|| value.days(earliest, latest, first.anchor.max(second.anchor)))
}

pub(super) fn whole_year(year: i32) -> Option<Value> {
    let (first, last) = unit_of(Day::new(year, 1, 1)?, CalendarUnit::Year)?;
    let mut value = Value::new(Granularity::Year).days(first, last, Anchor::Explicit);
    value.year = Some(year);
    Some(value)
}

/// The year for two digits.
pub(super) fn century(two: i32) -> i32 {
    if two < 50 { 2000 + two } else { 1900 + two }
}
