//! Which reading is more precise than another: a narrower range, or all of the other's words and more.

use itertools::Itertools;

use crate::compare::Relation;
use crate::compare::vocabulary::number;
use crate::fold::fold;
use crate::mention::quantity::Bound;
use crate::record::{Reading, Record, Value};
use crate::text::stem;

/// How a reading relates to those before it in [`Record::steps`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The first reading.
    First,
    /// It says the same as the one before it.
    Same,
    /// It is more precise than every one before it, and compatible with them all.
    MorePrecise,
    /// It is compatible with those before it, but cannot be shown to be more precise.
    Fits,
}

impl Record {
    /// The readings, least precise first, each with how it relates to those before it. Readings in the same words are given
    /// once. Quadratic in the number of readings.
    pub fn steps(&self) -> Vec<(Step, &Reading)> {
        in_order(
            self.readings.iter().unique_by(|reading| reading.words()),
            self.relation <= Relation::Equivalent,
        )
    }
}

fn in_order<'r>(readings: impl Iterator<Item = &'r Reading>, same: bool) -> Vec<(Step, &'r Reading)> {
    let told = readings.map(|reading| (Told::of(reading), reading)).collect_vec();
    let beaten = |one: &Told<'_>| told.iter().filter(|(other, _)| one.is_more_precise(other)).count();
    let order = told.iter().sorted_by_cached_key(|entry| {
        let (one, reading) = (&entry.0, entry.1);
        // Readings with the same value are adjacent, the shorter first.
        let alike = told.iter().filter(|(other, _)| one.is_same(other)).map(|(_, reading)| length(reading));
        let of_value = (!same).then(|| (beaten(one), one.words.len(), alike.min(), one.sort_key()));
        (of_value, length(reading))
    });
    let mut steps: Vec<(Step, &Reading)> = Vec::with_capacity(told.len());
    let mut before: Vec<&Told<'_>> = Vec::with_capacity(told.len());
    for (one, reading) in order {
        let step = match before.last() {
            None => Step::First,
            Some(_) if same => Step::Same,
            Some(last) if one.is_same(last) => Step::Same,
            Some(_) if before.iter().all(|other| one.is_more_precise(other)) => Step::MorePrecise,
            Some(_) => Step::Fits,
        };
        steps.push((step, *reading));
        before.push(one);
    }
    steps
}

fn length(reading: &Reading) -> usize {
    reading.words().chars().count()
}

/// The position of the reading that is more precise than every other.
pub(crate) fn most_precise(readings: &[Reading]) -> Option<usize> {
    if readings.len() < 2 {
        return None;
    }
    let told = readings.iter().map(Told::of).collect_vec();
    let beats =
        |one: &Told<'_>| told.iter().all(|other| std::ptr::eq(one, other) || one.is_more_precise(other));
    told.iter().position(beats)
}

/// A value, with its words in order.
struct Told<'r> {
    value: &'r Value,
    words: Vec<u64>,
}

impl<'r> Told<'r> {
    fn of(reading: &'r Reading) -> Self {
        let words = match &reading.value {
            Value::Name { name: text, .. } | Value::Quote { words: text, .. } => words(text, number),
            // "Ally" and "allies" count as the same word.
            Value::Words { words: text } => words(text, |word| number(&stem(word))),
            Value::Date { .. } => words(&reading.words(), number),
            _ => Vec::new(),
        };
        Self { value: &reading.value, words }
    }

    /// True if this value leaves less open than the other, and excludes nothing else.
    fn is_more_precise(&self, other: &Self) -> bool {
        match (self.value, other.value) {
            (
                Value::Quantity { low, high, bound, .. },
                Value::Quantity { low: low_, high: high_, bound: bound_, .. },
            ) => {
                let (one, other) = (range(*low, *high, *bound), range(*low_, *high_, *bound_));
                one.0 >= other.0 && one.1 <= other.1 && one != other
            }
            (
                Value::Date { earliest: Some(first), latest: Some(last), .. },
                Value::Date { earliest: Some(first_), latest: Some(last_), .. },
            ) => {
                let days = (last.since(*first), last_.since(*first_));
                let within = first >= first_ && last <= last_;
                within && (days.0 < days.1 || days.0 == days.1 && self.has_more_words(other))
            }
            (Value::Date { earliest: Some(_), latest: Some(_), .. }, Value::Date { .. }) => true,
            (
                Value::Date { earliest: None, latest: None, .. },
                Value::Date { earliest: None, latest: None, .. },
            )
            | (Value::Name { .. }, Value::Name { .. })
            | (Value::Words { .. }, Value::Words { .. })
            | (Value::Quote { .. }, Value::Quote { .. }) => self.has_more_words(other),
            _ => false,
        }
    }

    fn has_more_words(&self, other: &Self) -> bool {
        self.words.len() > other.words.len()
            && other.words.iter().all(|word| self.words.binary_search(word).is_ok())
    }

    /// True if both are the same value in two forms.
    fn is_same(&self, other: &Self) -> bool {
        match (self.value, other.value) {
            (
                Value::Quantity { low, high, bound, .. },
                Value::Quantity { low: low_, high: high_, bound: bound_, .. },
            ) => (low, high, bound) == (low_, high_, bound_) && low.is_some(),
            (
                Value::Name { .. } | Value::Words { .. } | Value::Quote { .. } | Value::Date { .. },
                Value::Name { .. } | Value::Words { .. } | Value::Quote { .. } | Value::Date { .. },
            ) => self.words == other.words,
            _ => false,
        }
    }

    /// Sorts readings with the same value next to each other.
    fn sort_key(&self) -> (Option<i64>, Option<i64>, Vec<u64>) {
        let key = |x: Option<f64>| x.map(|x| (x * 1000.0) as i64);
        match self.value {
            Value::Quantity { low, high, .. } => (key(*low), key(*high), Vec::new()),
            _ => (None, None, self.words.clone()),
        }
    }
}

/// How far "about" and "nearly" extend, as a fraction of the number.
const NEAR: f64 = 0.1;

/// The range of values that a number with its bound can mean.
fn range(low: Option<f64>, high: Option<f64>, bound: Bound) -> (f64, f64) {
    let (first, last) = (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY));
    match bound {
        Bound::About => (first - NEAR * first.abs(), last + NEAR * last.abs()),
        Bound::Nearly => (first - NEAR * first.abs(), last),
        Bound::AtLeast | Bound::MoreThan => (low.or(high).unwrap_or(first), f64::INFINITY),
        Bound::AtMost | Bound::LessThan => (f64::NEG_INFINITY, high.or(low).unwrap_or(last)),
        Bound::Exact | Bound::Range | Bound::Vague => (first, last),
    }
}

/// The distinct folded words of a text as numbers, in order, without articles. Hyphens separate words; full stops and commas
/// do not.
fn words(text: &str, as_number: impl Fn(&str) -> u64) -> Vec<u64> {
    let mut words = Vec::with_capacity(text.len() / 4);
    for word in text.split(|ch: char| ch.is_whitespace() || matches!(ch, '-' | '‐' | '‑')) {
        let bare: String = fold(word).chars().filter(|ch| ch.is_alphanumeric()).collect();
        // "A." is an initial.
        let article = matches!(word, "a" | "an") || bare == "the";
        if !bare.is_empty() && !article {
            words.push(as_number(&bare));
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::NameKind;
    use crate::mention::quantity::QuantityKind;
    use crate::record::{Mention, Support};
    use crate::span::{Characters, Span};

    fn reading(text: &str, value: Value) -> Reading {
        let span = Span::new(0, text.len());
        let characters = Characters::default();
        let mention = Mention { source: text.to_owned(), span, characters, text: text.to_owned() };
        let support = Support { sources: 1, independent: 1.0 };
        Reading { reading: 1, value, support, mentions: vec![mention] }
    }

    fn number(text: &str, low: f64, bound: Bound) -> Reading {
        let (measure, unit, counted) = (QuantityKind::Count, None, None);
        let high = (!matches!(bound, Bound::Vague)).then_some(low);
        let (low, number) = (Some(low), Some(low));
        let (concept, state, per) = (None, None, None);
        reading(
            text,
            Value::Quantity { number, low, high, bound, measure, unit, counted, concept, state, per },
        )
    }

    fn name(text: &str) -> Reading {
        reading(text, Value::Name { name: text.to_owned(), entity: NameKind::Person })
    }

    #[track_caller]
    fn steps(readings: Vec<Reading>, shown: &str) {
        let order = in_order(readings.iter(), false);
        let signs = order.iter().map(|(step, reading)| {
            let sign = match step {
                Step::First => "",
                Step::Same => "= ",
                Step::MorePrecise => "< ",
                Step::Fits => "~ ",
            };
            format!("{sign}{}", reading.words())
        });
        assert_eq!(signs.collect_vec().join(" "), shown);
    }

    #[test]
    fn a_bound_is_refined_by_what_lies_within() {
        steps(
            vec![
                number("34 killed", 34.0, Bound::Exact),
                number("At least 34 people", 34.0, Bound::AtLeast),
                number("at least 31 dead", 31.0, Bound::AtLeast),
            ],
            "at least 31 dead < At least 34 people < 34 killed",
        );
        steps(
            vec![number("about 50", 50.0, Bound::About), number("at least 50", 50.0, Bound::AtLeast)],
            "about 50 ~ at least 50",
        );
        steps(
            vec![number("dozens more", 24.0, Bound::Vague), number("about 50 hurt", 50.0, Bound::About)],
            "dozens more < about 50 hurt",
        );
        steps(
            vec![number("five people", 5.0, Bound::Exact), number("5", 5.0, Bound::Exact)],
            "5 = five people",
        );
    }

    #[test]
    fn a_name_is_refined_by_all_its_words_and_more() {
        steps(vec![name("Kim Jong-un"), name("Kim"), name("Kim Jong Un")], "Kim < Kim Jong-un = Kim Jong Un");
        steps(
            vec![name("Mark Conditt"), name("Conditt"), name("Mark"), name("Mark Anthony Conditt")],
            "Mark ~ Conditt < Mark Conditt < Mark Anthony Conditt",
        );
        steps(
            vec![name("Security Council"), name("U.N. Security Council"), name("UN Security Council")],
            "Security Council < UN Security Council = U.N. Security Council",
        );
        steps(
            vec![name("Tom Marquardt"), name("Marquardt"), name("Thomas Marquardt")],
            "Marquardt < Tom Marquardt ~ Thomas Marquardt",
        );
        steps(
            vec![name("Christopher A. Wray"), name("Christopher Wray")],
            "Christopher Wray < Christopher A. Wray",
        );
    }
}
