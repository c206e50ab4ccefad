//! Stated times and amounts: the mentions of a sentence in the form that linking compares.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::align::voice::{self, Voices};
use crate::date::{Day, Published};
use crate::lexicon::{CalendarUnit, Lexicon};
use crate::mention::{Date, Mentions, Quantity};
use crate::text::{Document, SentenceId};

/// The times and amounts of a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Stated {
    pub(super) times: Vec<Time>,
    pub(super) amounts: Vec<Amount>,
    pub(super) voices: Voices,
}

/// A sentence that states nothing.
pub(super) static NOTHING: Stated = Stated { times: Vec::new(), amounts: Vec::new(), voices: Voices::NONE };

/// The most times or amounts of a sentence that are compared.
const MOST: usize = 8;

impl Stated {
    /// True if some time is well before publication and none is recent.
    pub(super) fn is_before(&self) -> bool {
        !self.times.is_empty() && self.times.iter().all(|t| t.before)
    }
}

/// A range of days, or what is known about one whose place in the calendar is unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Time {
    days: Option<(Day, Day)>,
    weekday: Option<u8>,
    month: Option<u8>,
    day: Option<u8>,
    year: Option<i32>,
    /// It is well before publication.
    before: bool,
}

impl Time {
    fn of(date: &Date, published: Option<Published>) -> Self {
        let days = date.earliest.or(date.latest).zip(date.latest.or(date.earliest));
        let long_ago =
            days.zip(published).is_some_and(|((_, last), published)| published.day().since(last) > RECENT);
        let offset = date.relative.map_or(0, |r| r.offset.saturating_mul(days_of(r.unit)));
        Self {
            days,
            weekday: date.weekday,
            month: date.month,
            day: date.day,
            year: date.year,
            before: long_ago || offset < -RECENT,
        }
    }

    /// True if both can be the same time: their days overlap or, if these are unknown, they name the same.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        if let (Some((a, b)), Some((c, d))) = (self.days, other.days) {
            return a <= d && c <= b;
        }
        fn same<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<bool> {
            Some(a? == b?)
        }
        let parts = [
            same(self.weekday, other.weekday),
            same(self.month, other.month),
            same(self.day, other.day),
            same(self.year, other.year),
        ];
        parts.contains(&Some(true)) && !parts.contains(&Some(false))
    }
}

/// The approximate number of days in a unit.
fn days_of(unit: CalendarUnit) -> i32 {
    match unit {
        CalendarUnit::Minute | CalendarUnit::Hour => 0,
        CalendarUnit::Day | CalendarUnit::Weekend => 1,
        CalendarUnit::Week => 7,
        CalendarUnit::Fortnight => 14,
        CalendarUnit::Month => 30,
        CalendarUnit::Quarter | CalendarUnit::Season => 90,
        CalendarUnit::Year => 365,
        CalendarUnit::Decade | CalendarUnit::Century => 3650,
    }
}

/// News is about the last few days: anything further back is background.
const RECENT: i32 = 18;

/// An amount of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// What is counted or measured.
    pub(super) of: u32,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// The times and amounts stated in each sentence.
pub(super) fn of_documents(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    ids: &[SentenceId],
    lexicon: &Lexicon,
) -> Vec<Stated> {
    let mut things: FxHashMap<String, u32> = FxHashMap::default();
    let mut of_sentence: FxHashMap<SentenceId, Stated> = FxHashMap::default();
    for (source, (document, mentions)) in documents.iter().zip(mentions).enumerate() {
        for date in &mentions.dates {
            let stated = of_sentence.entry(SentenceId::new(source, date.sentence)).or_default();
            if stated.times.len() < MOST {
                stated.times.push(Time::of(date, document.published()));
            }
        }
        for quantity in &mentions.quantities {
            let Some(thing) = thing(quantity) else { continue };
            let next = things.len() as u32;
            let of = *things.entry(thing.into_owned()).or_insert(next);
            let stated = of_sentence.entry(SentenceId::new(source, quantity.sentence)).or_default();
            if stated.amounts.len() < MOST {
                let (low, high) = quantity.interval();
                stated.amounts.push(Amount { of, low, high });
            }
        }
    }
    for (id, voices) in voice::of_documents(documents, mentions, lexicon) {
        of_sentence.entry(id).or_default().voices = voices;
    }
    ids.iter().map(|id| of_sentence.remove(id).unwrap_or_default()).collect()
}

fn thing(quantity: &Quantity) -> Option<Cow<'_, str>> {
    let names = [&quantity.unit, &quantity.concept, &quantity.counted];
    let mut names = names.into_iter().filter_map(|name| name.as_deref());
    let first = names.next()?;
    // Inches of rain are not inches of mud.
    match names.next().filter(|_| quantity.unit.is_some()) {
        Some(what) => Some(format!("{first} {what}").into()),
        None => Some(first.into()),
    }
}
