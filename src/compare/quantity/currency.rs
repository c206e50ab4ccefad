//! Sums in two currencies: the same digits in both are a difference; other sums are comparable only with an exchange rate.

use crate::compare::{Judgement, Level};
use crate::fold::fold;
use crate::lexicon::list;
use crate::mention::Quantity;

/// At an exchange rate this close to one, equal digits in two currencies are the same sum.
const EVEN: f64 = 0.02;

/// True for two sums with the same digits, unless a known exchange rate makes them equal.
pub(super) fn of_same_digits(a: &Quantity, b: &Quantity, rate: Option<f64>) -> bool {
    let digits = |q: &Quantity| q.low.or(q.high);
    digits(a).is_some() && digits(a) == digits(b) && rate.is_none_or(|rate| (rate - 1.0).abs() > EVEN)
}

/// True if one currency's name may also mean the other.
pub(super) fn may_be_one(a: &Quantity, b: &Quantity) -> bool {
    may_stand_for(a, b) || may_stand_for(b, a)
}

fn may_stand_for(bare: &Quantity, other: &Quantity) -> bool {
    let unit = |q: &Quantity| q.unit.as_deref().unwrap_or_default().to_owned();
    let (name, other) = (unit(bare), unit(other));
    let mut shared = list::CURRENCY.of_class("shared").filter(|row| row.word == name);
    shared.any(|row| row.forms().any(|meant| meant == other)) && !is_spelled_out(bare)
}

/// True if the country is given with the currency: "US$", "British pounds".
fn is_spelled_out(sum: &Quantity) -> bool {
    let surface = fold(&sum.surface).replace('.', "");
    list::CURRENCY.of_class("land").map(|row| row.word).any(|word| match word.len() {
        2 | 3 => surface.split(|c: char| !c.is_alphabetic()).any(|part| part.starts_with(word)),
        _ => surface.contains(word),
    })
}

/// The judgement on the same digits in two currencies.
pub(super) fn judge(a: &Quantity, b: &Quantity, weight: f64) -> Option<Judgement> {
    let reason = format!("\"{}\" and \"{}\" are the same digits in two currencies", a.surface, b.surface);
    Some(Judgement::new(Level::Disjoint, weight, reason))
}
