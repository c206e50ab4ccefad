//! Quantities: numbers as intervals, with what they count or measure.

mod after;
mod beside;
mod bound;
mod counted;
mod exclude;
mod former;
mod interval;
mod measured;
mod numeral;
mod part;
mod place;
mod rate;
mod scope;
mod spaced;
mod state;
mod unit;
mod whole;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Entry, Lexicon, TableId};
use crate::math::decimal;
use crate::mention::date::Date;
use crate::mention::one_spaced;
use crate::mention::tag::{Tag, Tags};
use crate::span::Span;
use crate::text::{Document, Token, TokenKind};
use counted::Counted;
use numeral::Numeral;
pub use scope::{Beside, Extent, Level as PlaceLevel, Scope, Time};
use unit::{dimension_of, factor_of};

pub use measured::Course;
pub use rate::Per;

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuantityKind {
    /// People or things, counted.
    Count,
    /// An amount of money; the unit is the currency.
    Money,
    /// Percent, or a share of a whole.
    Percent,
    /// A measure with a unit: length, mass, speed, temperature, magnitude.
    Measure,
    /// A length of time.
    Duration,
    /// An age in years.
    Age,
    /// A number whose noun is unknown.
    Number,
    /// "First", "sixth".
    Ordinal,
}

/// How a number is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bound {
    /// The number as stated.
    Exact,
    /// "About", "around", "some", "roughly".
    About,
    /// "Nearly", "almost", "just under".
    Nearly,
    /// "At least", "no fewer than".
    AtLeast,
    /// "More than", "over".
    MoreThan,
    /// "At most", "up to", "as many as".
    AtMost,
    /// "Less than", "under", "fewer than".
    LessThan,
    /// "Between a and b", "a to b".
    Range,
    /// "Dozens", "several", "hundreds".
    Vague,
}

/// How general a counted noun is: "8 soldiers killed" and "12 people killed" do not conflict, since only some of the people
/// are soldiers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Breadth {
    /// Any person.
    People,
    /// People of a kind.
    Person,
    /// Anything else in the lexicon.
    Thing,
    /// A noun not in the lexicon, or none.
    #[default]
    Unknown,
}

/// A number with what it counts or measures.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quantity {
    /// The number with what it counts: "around 2,500 military personnel".
    pub span: Span,
    /// The number with its bound and unit: "around 2,500".
    pub number: Span,
    /// The index of its sentence.
    pub sentence: usize,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// The lowest value stated; `None` if there is none ("at most 5").
    pub low: Option<f64>,
    /// The highest value stated; `None` if there is none ("at least 5").
    pub high: Option<f64>,
    /// How the number is bounded.
    pub bound: Bound,
    /// What it measures.
    pub kind: QuantityKind,
    /// The unit's or currency's canonical name, for a measure.
    pub unit: Option<String>,
    /// The stem of the noun counted ("personnel", "villag"), if there is one.
    pub counted: Option<String>,
    /// What is counted, as written: the noun with its modifiers ("military personnel").
    pub words: Option<Span>,
    /// The lexicon's word for what is counted, the same for synonyms ("soldier" for troops), if any.
    pub concept: Option<String>,
    /// How general the counted noun is.
    pub breadth: Breadth,
    /// Stems of the words between the number and the noun ("french", "armi").
    pub described: Vec<String>,
    /// True if others are counted elsewhere ("two others", "three more", "another ten"): the number is not the total.
    pub residual: bool,
    /// What is said about those counted ("killed", "injured", "arrested"), as the lexicon's canonical word, if anything.
    pub state: Option<String>,
    /// What `unit` measures ("length"), and its size in the dimension's base unit; a factor of 0 means that it cannot be
    /// converted.
    pub dimension: Option<(String, f64)>,
    /// What a rate is per: a day, for "40 a day". Rates are never compared with plain numbers.
    pub per: Option<Per>,
    /// What a sum is paid as ("fine", "grant") or a percentage is of ("turnout"), as the lexicon's word, if stated.
    pub measured: Option<String>,
    /// The role of a sum or percentage in a change.
    pub course: Course,
    /// The place to which it is rounded: 100 for 2,500, 0.1 for 6.0.
    pub grain: f64,
    /// The number with bound and unit as written, white space normalised.
    pub surface: String,
    /// What it is limited to (an event, a place, a period), and whom it includes.
    pub scope: Scope,
}

impl Quantity {
    /// The single number it states, ignoring any bound: 24 for "at least 24". `None` for a range and for "dozens".
    pub fn figure(&self) -> Option<f64> {
        match self.bound {
            Bound::Range | Bound::Vague => None,
            _ => self.low.or(self.high),
        }
    }
}

/// The quantities in a document, except for numbers in its dates. One pass over the tokens.
pub(crate) fn find(document: &Document<'_>, tags: &Tags, dates: &[Date], lexicon: &Lexicon) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let all_dates = dates;
    let mut dates = dates.iter().peekable();
    let mut numbers = tags.numbers.iter().copied().peekable();
    for (sentence, range) in document.sentences().iter().map(|s| s.tokens.clone()).enumerate() {
        if numbers.peek().is_none() {
            break;
        }
        // Where reading continues, and the end of the last mention.
        let (mut next, mut free) = (range.start, range.start);
        while let Some(at) = numbers.next_if(|&at| at < range.end) {
            if at < next {
                continue;
            }
            while let Some(date) = dates.next_if(|d| d.tokens.end <= at) {
                free = free.max(date.tokens.end);
            }
            let date = dates.peek().map(|d| d.tokens.clone());
            if let Some(date) = date.clone().filter(|d| d.start <= at) {
                next = date.end;
                free = next;
                continue;
            }
            let number = document.tokens().get(at).is_some_and(Token::may_begin_number);
            // A unit, which needs an article before it.
            if !number && at <= free {
                continue;
            }
            let limit = date.map_or(range.end, |d| d.start.min(range.end));
            let cursor =
                Cursor { document, tags, lexicon, start: free, limit, heading: range.start, end: range.end };
            match cursor.quantity(at, sentence) {
                Ok(quantity) => {
                    next = quantity.tokens.end;
                    // The noun phrase may contain another number ("three of the 20 soldiers").
                    free = next.max(at + 1);
                    match found.last_mut().filter(|last| is_window(document, last, &quantity)) {
                        Some(last) => close_window(document, last, quantity),
                        None => found.push(quantity),
                    }
                }
                Err(end) => {
                    next = end;
                    // A noun ("a magnitude-6 quake") only looked like one; a number may still follow.
                    if number {
                        free = end.max(at + 1);
                    }
                }
            }
        }
    }
    state::share_states(document, &mut found);
    unit::share_units(document, &mut found);
    settle_residuals(&mut found);
    whole::settle(document, lexicon, &mut found);
    scope::settle(document, all_dates, &mut found);
    beside::settle(document, lexicon, &mut found);
    found
}

/// A part of a sentence that is searched for quantities: from the end of the last mention to the next date.
#[derive(Clone, Copy)]
struct Cursor<'d, 's> {
    document: &'d Document<'s>,
    tags: &'d Tags,
    lexicon: &'d Lexicon,
    start: usize,
    limit: usize,
    /// First token of the sentence.
    heading: usize,
    /// One past the last token of the sentence.
    end: usize,
}

impl<'d> Cursor<'d, '_> {
    fn token(&self, at: usize) -> Option<&'d Token> {
        if at < self.limit { self.document.tokens().get(at) } else { None }
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|t| t.kind)
    }

    fn tag(&self, at: usize) -> Tag {
        if at < self.limit { self.tags.at(at) } else { Tag::default() }
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.tag(at).any(Tag::HYPHEN)
    }

    fn folded(&self, at: usize) -> &'d str {
        if at < self.limit { self.document.folded(at) } else { "" }
    }

    fn is_in(&self, at: usize, set: WordSet) -> bool {
        at < self.limit && self.document.is_in(at, set)
    }

    fn surface(&self, at: usize) -> &'d str {
        if at < self.limit { surface(self.document.surface(at)) } else { "" }
    }

    fn attached(&self, at: usize) -> bool {
        at < self.limit && self.document.is_attached(at)
    }

    /// The word before, within range.
    fn before(&self, at: usize) -> &'d str {
        if at > self.start { self.document.folded(at - 1) } else { "" }
    }

    fn gap_is_one_space(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        match (at.checked_sub(1).and_then(|p| tokens.get(p)), tokens.get(at)) {
            (Some(a), Some(b)) => {
                let gap = self.document.text().get(a.span.end..b.span.start).unwrap_or("");
                gap.chars().count() == 1 && !gap.contains('\n')
            }
            _ => false,
        }
    }

    /// The quantity at a token that looks like the start of a number, or else the token at which to continue.
    fn quantity(&self, at: usize, sentence: usize) -> Result<Quantity, usize> {
        if let Some(end) = self.excluded_at(at) {
            return Err(end);
        }
        let money_before = self.money_before(at);
        let one = || self.article_as_one(at);
        let Some(mut first) = self.numeral(at, money_before.is_some()).or_else(one) else {
            return Err(at + 1);
        };
        if first.start < at && first.start < self.start {
            first.start = at;
        }
        if let Some(end) = self.excluded_numeral(&first, money_before.is_some()) {
            return Err(end);
        }
        let mut start = money_before.map_or(first.start, |(from, _)| from);
        let mut unit: Option<&Entry> = money_before.map(|(_, entry)| entry);
        let mut end = first.end;
        let (mut low, mut high, mut grain, mut share) = (first.low, first.high, first.grain, first.share);
        let mut bound = if first.vague { Bound::Vague } else { Bound::Exact };
        // "A quarter of a point", "half a percentage point"
        let part = first.share || high < 1.0;
        if let Some(after) = self.point_behind(end).filter(|_| part && unit.is_none()) {
            unit = self.lexicon.table(TableId::Unit).get("percent", "percent").map(|hit| hit.entry);
            (end, share) = (after, false);
        }
        if unit.is_none() {
            // "Billions of dollars", "a couple of weeks"
            let of = usize::from(first.vague && self.folded(end) == "of");
            if let Some(hit) =
                self.unit_behind(end + of, first.scale >= 1e3).filter(|hit| of == 0 || !hit.weak)
            {
                (unit, end) = (Some(hit.entry), hit.end);
            }
        }
        // Ranges.
        match self.range_tail(start, &first, end, unit) {
            bound::Tail::None => {}
            bound::Tail::Skip(end) => return Err(end),
            bound::Tail::Range(tail) => {
                if first.scale == 1.0
                    && tail.numeral.scale > 1.0
                    && unit.is_none_or(|u| u.class == "money")
                    && low < tail.numeral.high / tail.numeral.scale
                {
                    low *= tail.numeral.scale;
                }
                (end, high) = (tail.end, tail.numeral.high);
                grain = grain.min(tail.numeral.grain);
                unit = tail.unit.or(unit);
                share |= tail.numeral.share;
                bound = Bound::Range;
                if self.before(start) == "between" {
                    start -= 1;
                }
            }
        }
        // Smaller units are added: "5 feet 2 inches".
        let mut factor = unit.and_then(factor_of);
        if let (Bound::Exact, Some(entry)) = (bound, unit) {
            let per = factor.as_ref().map_or(0.0, |f| f.1);
            if let Some((more, after)) = self.smaller_unit(end, entry, per) {
                low += more;
                high += more;
                grain = grain.min(more.abs() / 10.0);
                end = after;
            }
        }
        // "-5 degrees", "minus five"
        if start > self.start && self.is_minus(start - 1)
            || matches!(self.before(start), "minus" | "negative")
        {
            start -= 1;
            (low, high) = (-high, -low);
        }
        let mut kind = match unit.map(|u| u.class.as_str()) {
            _ if first.ordinal => QuantityKind::Ordinal,
            Some("money") => QuantityKind::Money,
            Some("percent") => QuantityKind::Percent,
            Some(class) if class.starts_with("time") => QuantityKind::Duration,
            Some(_) => QuantityKind::Measure,
            None if share => QuantityKind::Percent,
            None => QuantityKind::Number,
        };
        let mut name = unit.map(|u| u.canonical.clone());
        // "48-year-old", "aged 48", ", 48,".
        if kind == QuantityKind::Duration {
            if let Some(after) = self.old(end) {
                (kind, end) = (QuantityKind::Age, after);
            }
        }
        if kind == QuantityKind::Number && self.is_age(start, end, low) {
            (kind, name) = (QuantityKind::Age, Some("year".to_owned()));
            factor = Some(("time".to_owned(), 31_557_600.0));
        }
        // "Magnitude 6.1"
        if kind == QuantityKind::Number {
            if let Some(from) = self.magnitude_before(start) {
                (kind, start, name) = (QuantityKind::Measure, from, Some("magnitude".to_owned()));
            } else if let Some(after) = self.richter(end) {
                (kind, end, name) = (QuantityKind::Measure, after, Some("magnitude".to_owned()));
            } else if grain < 1.0 && self.precedes_quake(end, low) {
                (kind, name) = (QuantityKind::Measure, Some("magnitude".to_owned()));
            }
        }
        if share && kind == QuantityKind::Percent && unit.is_none() {
            (grain, name) = (0.05, Some("share".to_owned()));
        }
        // Bounds before, then after.
        if kind != QuantityKind::Ordinal {
            if let Some((from, said)) = self.bound_before(start, kind) {
                start = from;
                bound = combine(bound, said);
            }
            // "About 500 or more" is not a lower bound.
            if let Some((after, said)) = self
                .bound_behind(end)
                .filter(|b| bound != Bound::Range && b.1 != Bound::About || bound == Bound::Exact)
            {
                end = after;
                bound = if bound == Bound::Vague { combine(bound, said) } else { said };
            }
        }
        let mut counted = Counted::default();
        if matches!(kind, QuantityKind::Number | QuantityKind::Percent | QuantityKind::Ordinal) {
            counted = self.counted(end, &first, kind);
            if kind == QuantityKind::Number && counted.noun.is_none() && self.is_population(start) {
                counted.noun = Some("peopl".to_owned());
                counted.words = start.checked_sub(2).map(|at| self.document.span(at..at + 1));
                counted.concept = Some("person".to_owned());
                counted.breadth = Breadth::People;
            }
            if kind == QuantityKind::Number && (counted.noun.is_some() || counted.state.is_some()) {
                kind = QuantityKind::Count;
            }
            if kind != QuantityKind::Percent || counted.partitive {
                let after = self.bound_behind(end).filter(|_| bound == Bound::Exact);
                if let Some((_, said)) = after {
                    bound = said;
                }
            }
        }
        // "Three harrowing weeks" is a duration, not a count.
        let noun_end = counted.end;
        if let Some(hit) = (kind == QuantityKind::Count && !counted.partitive)
            .then(|| self.unit_at(noun_end.saturating_sub(1)))
            .flatten()
            .filter(|hit| hit.entry.class.starts_with("time") && !hit.weak && hit.end == noun_end)
        {
            (kind, name, factor) =
                (QuantityKind::Duration, Some(hit.entry.canonical.clone()), factor_of(hit.entry));
            counted = Counted { end: noun_end, ..Counted::default() };
        }
        let bare = kind == QuantityKind::Number || kind == QuantityKind::Ordinal;
        if self.excluded_reading(&first, start, end, &counted, bare) {
            return Err(first.end);
        }
        let state = match counted.state {
            Some(state) => Some(state),
            None if matches!(kind, QuantityKind::Count | QuantityKind::Number) => {
                self.state_around(start, counted.end.max(end), &counted, kind)
            }
            None => None,
        };
        if state.is_some() && kind == QuantityKind::Number {
            kind = QuantityKind::Count;
        }
        let (low, high) = (decimal(low), decimal(high));
        let (low, high) = match bound {
            Bound::AtLeast | Bound::MoreThan => (Some(low), None),
            Bound::AtMost | Bound::LessThan => (None, Some(high)),
            _ => (Some(low), Some(high)),
        };
        let number = self.document.span(start..end);
        let per = self.per(counted.end.max(end), kind);
        let (measured, course) = self.measured(start, end, kind);
        let tokens = start..per.as_ref().and_then(|(_, after)| *after).unwrap_or(counted.end.max(end));
        Ok(Quantity {
            span: self.document.span(tokens.clone()),
            number,
            sentence,
            tokens,
            low,
            high,
            bound,
            kind,
            dimension: factor.or_else(|| dimension_of(name.as_deref())),
            unit: name,
            counted: counted.noun,
            words: counted.words,
            concept: counted.concept,
            breadth: counted.breadth,
            described: counted.described,
            residual: counted.residual || self.is_residual(start, end, kind),
            state,
            per: per.map(|(per, _)| per),
            measured: measured.map(str::to_owned),
            course,
            grain,
            surface: one_spaced(number.slice(self.document.text())),
            scope: Scope::default(),
        })
    }

    /// "Another ten", "the other two", "the remaining three", "two more days", "the first 24 hours".
    fn is_residual(&self, start: usize, end: usize, kind: QuantityKind) -> bool {
        matches!(
            self.before(start),
            "another" | "other" | "further" | "additional" | "remaining" | "last" | "final" | "next"
        ) || kind == QuantityKind::Duration && self.before(start) == "first"
            || (start + 1..=end).any(|at| {
                matches!(self.folded(at), "more" | "further" | "additional") && self.folded(at + 1) != "than"
            })
    }

    /// The article in "nearly a week", "a week of mourning", read as one. Without a bound or a complement, "a week" is seldom
    /// meant as a number.
    fn article_as_one(&self, at: usize) -> Option<Numeral> {
        let article =
            at.checked_sub(1).filter(|&a| a >= self.start && matches!(self.folded(a), "a" | "an"))?;
        let unit = self.unit_at(at).filter(|hit| !hit.weak && hit.end <= self.limit)?;
        let bounded = self.bound_before(article, QuantityKind::Measure).is_some();
        let time = unit.entry.class.starts_with("time") && matches!(self.folded(unit.end), "of");
        let lasting = unit.entry.class.starts_with("time")
            && matches!(self.before(article), "for" | "lasted" | "within");
        (bounded || time || lasting).then(|| Numeral { start: article, ..Numeral::exact(article, at, 1.0) })
    }

    /// A minus sign: directly before the number, with a space or nothing before it.
    fn is_minus(&self, at: usize) -> bool {
        self.is_hyphen(at) && self.attached(at + 1) && !(at > self.heading && self.attached(at))
    }
}

/// "Four were killed and two others injured": others than those killed, but all of the injured.
fn settle_residuals(found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let (Some(before), Some(this)) = (done.last(), rest.first_mut()) else { continue };
        if this.residual && before.sentence == this.sentence && this.state.is_some() && before.state.is_some()
        {
            this.residual = before.state == this.state;
        }
    }
}

/// True for "more than 10" followed by "and less than 20".
fn is_window(document: &Document<'_>, last: &Quantity, next: &Quantity) -> bool {
    let (floor, ceiling) = match (last.low, last.high, next.low, next.high) {
        (Some(low), None, None, Some(high)) => (low, high),
        (None, Some(high), Some(low), None) => (low, high),
        _ => return false,
    };
    floor < ceiling
        && last.kind == next.kind
        && last.tokens.end == document.tokens_in(last.number).end
        && last.tokens.end + 1 == next.tokens.start
        && matches!(document.folded(last.tokens.end), "and" | "but")
}

/// Merges the two into a range.
fn close_window(document: &Document<'_>, last: &mut Quantity, next: Quantity) {
    last.low = last.low.or(next.low);
    last.high = last.high.or(next.high);
    last.bound = Bound::Range;
    last.grain = last.grain.min(next.grain);
    last.number = last.number.cover(next.number);
    last.surface = one_spaced(last.number.slice(document.text()));
    last.tokens = last.tokens.start..next.tokens.end;
    last.span = last.span.cover(next.span);
    last.words = next.words.or(last.words);
    last.counted = next.counted.or(last.counted.take());
    last.concept = next.concept.or(last.concept.take());
    last.state = next.state.or(last.state.take());
}

/// Combines nested bounds: "nearly dozens" stays vague, "about 40 to 50" stays a range.
fn combine(inner: Bound, outer: Bound) -> Bound {
    match inner {
        Bound::Exact => outer,
        Bound::Vague if matches!(outer, Bound::AtLeast | Bound::MoreThan) => outer,
        _ => inner,
    }
}

/// Normalises hyphens and dashes of any length.
fn surface(text: &str) -> &str {
    match text {
        "‐" | "‑" | "‒" | "–" | "—" | "−" => "-",
        _ => text,
    }
}
