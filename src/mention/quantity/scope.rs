//! Scope: what a count is limited to. The dead of an earlier crash, one district or this week are a different count than the
//! dead of the crash, the country or this year, and an earlier figure that a source withdraws is not that source's figure.
//!
//! The scope is read from the clause around the number, without a parser: what is beyond the next connective is about
//! something else.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::date::Day;
use crate::lexicon::CalendarUnit;
use crate::lexicon::closed::Class;
use crate::lexicon::list;
use crate::lexicon::word_set::WordSet;
use crate::mention::date::{Anchor, Date, Granularity, Relative};
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::text::{Document, TokenKind};

/// What a quantity is limited to, and whom it includes.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Scope {
    /// True if the words say that it is about another event of the same kind: "an earlier crash", "since 2011, when 41 died".
    pub earlier: bool,
    /// When the counted event happened, if a date in the clause says so.
    pub time: Option<Time>,
    /// The period up to now over which it is counted, in words: "since war began", "past 24".
    pub over: Option<String>,
    /// The place it is limited to.
    pub extent: Option<Extent>,
    /// True for a figure that its source withdraws or compares with: "not 23, as first reported", "up from 12".
    pub former: bool,
    /// The people mentioned separately whom it includes or excludes.
    pub beside: Beside,
    /// The whole of which it is a part or all: 20 for "nine of the 20" and for "all 20".
    pub of: Option<f64>,
    /// True for the whole if a part of it is given: 20 in "nine of the 20".
    pub whole: bool,
    /// True for a part of those counted before it: "12 people, including three children".
    pub subset: bool,
}

/// Whom a count includes or excludes besides those it names, and how many they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Beside {
    /// Nobody is named.
    #[default]
    Unsaid,
    /// "Including the gunman".
    Included(u32),
    /// "Before killing himself", "besides the driver".
    Excluded(u32),
}

/// The parts of a date that can distinguish two times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Time {
    /// Its granularity.
    pub granularity: Granularity,
    /// The first and last day it can mean, if known.
    pub days: Option<(Day, Day)>,
    /// The year it names.
    pub year: Option<i32>,
    /// The month it names.
    pub month: Option<u8>,
    /// Its distance from the day of publication.
    pub relative: Option<Relative>,
    /// True if it precedes what the source reports, as far as that time is known.
    pub past: bool,
}

/// The size of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Level {
    /// A village, a town, a city, the capital.
    Town,
    /// A district, a province, a region.
    Region,
    /// The whole country.
    Nation,
    /// The world.
    World,
}

/// A place that a count is limited to: "in the Orlen district", "in the capital alone", "nationwide".
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extent {
    /// Its size, if a word says so.
    pub level: Option<Level>,
    /// True if others are said or implied to be elsewhere: "alone", "elsewhere".
    pub alone: bool,
    /// The words of its name.
    pub names: Vec<String>,
}

/// The most days between an event and a report on it.
const FRESH: i32 = 31;
/// Tokens read on either side.
const REACH: usize = 24;

/// Nouns for events that may have happened before.
pub(super) static EVENTS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list::HAPPENING.words("event"));

/// Determines the scopes of a document's quantities.
pub(super) fn settle(document: &Document<'_>, dates: &[Date], found: &mut [Quantity]) {
    let mut inherits = None;
    for at in 0..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let Some((q, later)) = rest.split_first_mut() else { continue };
        if matches!(q.kind, QuantityKind::Age | QuantityKind::Ordinal) {
            continue;
        }
        let Some(sentence) = document.sentences().get(q.sentence).map(|s| s.tokens.clone()) else { continue };
        let before =
            done.last().filter(|p| p.sentence == q.sentence).map_or(sentence.start, |p| p.tokens.end);
        let behind =
            later.first().filter(|n| n.sentence == q.sentence).map_or(sentence.end, |n| n.tokens.start);
        let clause = Around::of(document, &sentence, &q.tokens);
        let dated: &[Date] = {
            let from = dates.partition_point(|d| d.sentence < q.sentence);
            dates.get(
                from..from
                    + dates.get(from..).unwrap_or_default().partition_point(|d| d.sentence == q.sentence),
            )
        }
        .unwrap_or_default();
        let mut scope = std::mem::take(&mut q.scope);
        scope.former = clause.is_former(before..behind);
        let told = clause.time(dated, before..behind);
        let others = done.iter().rev().take_while(|p| p.sentence == q.sentence);
        let others = others.chain(later.iter().take_while(|n| n.sentence == q.sentence));
        let before_it = clause.is_of_what_came_before(q, others);
        let stood_before = clause.is_of_what_stood_before();
        scope.earlier =
            clause.is_of_another() || stood_before || told.is_some_and(|(_, earlier)| earlier) || before_it;
        scope.time = told.map(|(time, _)| time);
        scope.over = clause.over();
        if q.kind == QuantityKind::Count || q.kind == QuantityKind::Number {
            scope.extent = clause.extent();
        }
        // "It killed 12 people", about the crash in the sentence before.
        let goes_on = matches!(document.folded(sentence.start), "it" | "that" | "this" | "they" | "those");
        if goes_on && inherits == q.sentence.checked_sub(1) && inherits.is_some() && scope.time.is_none() {
            scope.earlier = true;
        }
        // A sentence after one that mentions both events is usually about the later one.
        if scope.earlier && !before_it && !stood_before || scope.time.is_some_and(|t| t.past) {
            inherits = Some(q.sentence);
        }
        q.scope = scope;
    }
    carry_states(document, found);
}

/// "The toll was revised from 23 to 21": both have the same state.
fn carry_states(document: &Document<'_>, found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let (Some(before), Some(this)) = (done.last(), rest.first_mut()) else { continue };
        let to = before.tokens.end + 1 == this.tokens.start && document.folded(before.tokens.end) == "to";
        if to && before.scope.former && this.state.is_none() && before.state.is_some() {
            let counts = matches!(this.kind, QuantityKind::Count | QuantityKind::Number);
            if counts {
                this.kind = QuantityKind::Count;
                this.state.clone_from(&before.state);
            }
        }
    }
}

/// The clause around a number.
pub(super) struct Around<'d, 't> {
    pub(super) document: &'d Document<'t>,
    /// First token of the sentence.
    pub(super) first: usize,
    pub(super) number: Range<usize>,
    /// The tokens of the clause before and after it.
    pub(super) before: Range<usize>,
    pub(super) behind: Range<usize>,
}

impl<'d, 't> Around<'d, 't> {
    fn of(document: &'d Document<'t>, sentence: &Range<usize>, number: &Range<usize>) -> Self {
        let ends = |at: usize| {
            matches!(document.surface(at), ";" | ":" | "(" | ")" | "—" | "–")
                || matches!(
                    document.folded(at),
                    "when"
                        | "while"
                        | "whereas"
                        | "but"
                        | "which"
                        | "after"
                        | "although"
                        | "though"
                        | "where"
                )
        };
        let low = number.start.saturating_sub(REACH).max(sentence.start);
        let start = (low..number.start).rev().find(|&at| ends(at)).map_or(low, |at| at + 1);
        let high = sentence.end.min(number.end + REACH);
        let end = (number.end..high).find(|&at| ends(at)).unwrap_or(high);
        Self {
            document,
            first: sentence.start,
            number: number.clone(),
            before: start..number.start.max(start),
            behind: number.end..end.max(number.end),
        }
    }

    pub(super) fn word(&self, at: usize) -> &'d str {
        self.document.folded(at)
    }

    pub(super) fn is_in(&self, at: usize, set: WordSet) -> bool {
        self.document.is_in(at, set)
    }

    /// The n-th word before the number.
    pub(super) fn back(&self, n: usize) -> &'d str {
        match self.number.start.checked_sub(n) {
            Some(at) if at >= self.first => self.word(at),
            _ => "",
        }
    }

    fn tokens(&self) -> impl Iterator<Item = usize> {
        self.before.clone().chain(self.behind.clone())
    }

    /// "An earlier blast", "a similar crash on the same road", "another fire", "the last such attack".
    fn is_of_another(&self) -> bool {
        self.tokens().any(|at| {
            let other = match self.word(at) {
                "earlier" | "previous" | "prior" | "similar" | "another" => true,
                "last" | "past" => at.checked_sub(1).is_some_and(|b| matches!(self.word(b), "the" | "in")),
                _ => false,
            };
            let mut next = at + 1..at + 4;
            other && next.by_ref().take_while(|&n| self.is_plain(n)).any(|n| EVENTS.contains(self.word(n)))
        })
    }

    /// A word that may come between an adjective and its noun.
    fn is_plain(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| {
            t.kind == TokenKind::Word
                && !self.document.is(at, Class::Preposition)
                && !self.document.is(at, Class::Determiner)
                && !self.document.is(at, Class::PlainAuxiliary)
        })
    }

    /// The date of the count, and whether its words show that it belongs to another event. `free` is the range up to the
    /// neighbouring numbers, since a date beyond them belongs to those.
    fn time(&self, dates: &[Date], free: Range<usize>) -> Option<(Time, bool)> {
        // "Since 2011, when 41 people died": the connective directly before the clause, a date directly before it.
        let relative = self.before.start.checked_sub(1).filter(|&at| at >= self.first);
        let when = relative.filter(|&at| self.word(at) == "when").or_else(|| {
            let preposition = relative.filter(|&at| self.word(at) == "which")?.checked_sub(1)?;
            (self.word(preposition) == "in").then_some(preposition)
        });
        if let Some(when) = when {
            let comma = when.checked_sub(1).is_some_and(|at| self.document.surface(at) == ",");
            let end = when - usize::from(comma);
            let near = |d: &&Date| d.tokens.end <= end && end - d.tokens.end <= 3;
            if let Some(date) = dates.iter().rev().find(near) {
                let time = self.read(date);
                let since = date.tokens.start.checked_sub(1).is_some_and(|at| self.word(at) == "since");
                let wide = date.granularity >= Granularity::Month || since && date.year.is_some();
                if wide || time.past {
                    return Some((time, true));
                }
            }
        }
        let within = |d: &&Date| {
            let leads = d.tokens.start <= self.before.start + 2 && d.tokens.end <= self.number.start;
            let own = d.tokens.start >= free.start && d.tokens.end <= free.end || leads;
            let near = d.tokens.start >= self.before.start && d.tokens.end <= self.behind.end;
            own && near && !self.is_since(d.tokens.start)
        };
        let distance = |d: &Date| {
            if d.tokens.start >= self.number.end {
                d.tokens.start - self.number.end
            } else {
                self.number.start.saturating_sub(d.tokens.end)
            }
        };
        let date = dates.iter().filter(within).min_by_key(|d| distance(d));
        // "Two years ago", "a decade earlier", if no date was found.
        let ago = || {
            self.tokens().any(|at| {
                matches!(self.word(at), "ago" | "earlier" | "before" | "previously")
                    && at.checked_sub(1).is_some_and(|b| {
                        matches!(
                            self.word(b),
                            "year"
                                | "years"
                                | "month"
                                | "months"
                                | "decade"
                                | "decades"
                                | "century"
                                | "centuries"
                        )
                    })
            })
        };
        match date {
            // "Two decades earlier": counted from a time that the text gives, or that nobody knows.
            Some(date) if date.anchor == Anchor::Text && ago() => Some((Time::unknown(), true)),
            Some(date) => {
                let time = self.read(date);
                let ago = date.granularity >= Granularity::Month && ago();
                Some((time, ago))
            }
            None if ago() => Some((Time::unknown(), true)),
            None => None,
        }
    }

    /// True if a date after "since" or "until" bounds a period, or says how long nothing was worse.
    fn is_since(&self, start: usize) -> bool {
        let before = start.checked_sub(1).map_or("", |at| self.word(at));
        matches!(before, "since" | "until" | "till")
    }

    fn read(&self, date: &Date) -> Time {
        let days = date.earliest.zip(date.latest);
        let published = self.document.published().map(|p| p.day());
        let past = match (published, days) {
            (Some(published), Some((_, last))) => published.since(last) > FRESH,
            // A time given as years or months ago is past, whenever that was said.
            _ => date.relative.is_some_and(|r| {
                r.offset < 0 && r.unit >= CalendarUnit::Year || r.offset < -1 && r.unit == CalendarUnit::Month
            }),
        };
        Time {
            granularity: date.granularity,
            days,
            year: date.year,
            month: date.month,
            relative: date.relative,
            past,
        }
    }

    /// "Since the war began", "in the past 24 hours", for an ongoing count; not "the worst since 2011".
    fn over(&self) -> Option<String> {
        for at in self.tokens() {
            let word = self.word(at);
            let says = |range: Range<usize>| {
                let words = range.filter(|&n| n < self.behind.end.max(self.number.start));
                let words =
                    words.map(|n| self.word(n)).filter(|w| !matches!(*w, "the" | "a" | "an" | "," | "."));
                words.take(2).collect::<Vec<_>>().join(" ")
            };
            match word {
                "since" => {
                    let superlative = self.tokens().take_while(|&n| n < at).any(|n| {
                        let word = self.word(n);
                        word.len() > 4 && word.ends_with("est") && word != "arrest"
                            || matches!(word, "worst" | "first" | "most" | "least" | "best")
                    });
                    // "And has since said".
                    let adverb = self.document.is(at + 1, Class::PlainAuxiliary)
                        || at.checked_sub(1).is_some_and(|b| {
                            self.document.is(b, Class::PlainAuxiliary) || self.word(b) == "ever"
                        });
                    // Since a day, or since the event itself ("since the attack"), is not a period of its own.
                    let long = (at + 1..at + 6)
                        .take_while(|&n| n < self.behind.end.max(self.number.start))
                        .any(|n| {
                            let word = self.word(n);
                            word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
                                || self.is_month(n)
                                    && self
                                        .document
                                        .tokens()
                                        .get(n + 1)
                                        .is_none_or(|t| t.kind != TokenKind::Number)
                                    && self
                                        .document
                                        .tokens()
                                        .get(n - 1)
                                        .is_none_or(|t| t.kind != TokenKind::Number)
                                || matches!(
                                    word,
                                    "began" | "begun" | "start" | "started" | "beginning" | "outbreak"
                                )
                        });
                    if !superlative && !adverb && long {
                        return Some(format!("since {}", says(at + 1..at + 5)));
                    }
                }
                "past" | "last" | "previous" => {
                    let led = at >= 2
                        && self.word(at - 1) == "the"
                        && matches!(self.word(at - 2), "in" | "over" | "during" | "within" | "for");
                    let length = (at + 1..at + 4).any(|n| {
                        matches!(
                            self.word(n),
                            "hours"
                                | "days"
                                | "weeks"
                                | "months"
                                | "years"
                                | "day"
                                | "week"
                                | "month"
                                | "year"
                                | "decade"
                        )
                    });
                    if led && length {
                        return Some(format!("past {}", says(at + 1..at + 4)));
                    }
                }
                _ => {}
            }
        }
        None
    }

    fn is_month(&self, at: usize) -> bool {
        let word = self.word(at);
        let named = self.document.is(at, Class::CalendarWord) && !word.ends_with("day");
        let either = self.document.is(at, Class::AmbiguousMonth);
        (named || either)
            && word.len() > 2
            && self.document.tokens().get(at).is_some_and(|t| t.is_capitalised())
    }
}

impl Time {
    fn unknown() -> Self {
        Self {
            granularity: Granularity::Year,
            days: None,
            year: None,
            month: None,
            relative: None,
            past: true,
        }
    }
}
