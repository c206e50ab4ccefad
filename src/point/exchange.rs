//! Exchange rates between currencies, from sources that give one sum in two currencies.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::math::ln;
use crate::mention::quantity::{Bound, QuantityKind};
use crate::mention::{Mentions, Quantity};
use crate::text::Document;

/// If a sum is given in more currencies than this, it is not a matter of exchange rates.
const MOST: usize = 4;

/// How much one currency is worth in another, according to the sources. The library contains no table of rates, since rates
/// change.
#[derive(Debug, Default)]
pub(crate) struct Rates(BTreeMap<(String, String), Vec<f64>>);

impl Rates {
    /// From sums in brackets after each other: "£1.7m ($2.6m)". Linear.
    pub(crate) fn of(mentions: &[Mentions], documents: &[Document<'_>]) -> Self {
        let mut given: BTreeMap<(String, String), Vec<f64>> = BTreeMap::new();
        for (mentions, document) in mentions.iter().zip(documents) {
            let money = |q: &Quantity| q.kind == QuantityKind::Money && q.bound != Bound::Range;
            let runs = mentions.quantities.iter().filter(|q| money(q)).collect_vec();
            for (n, first) in runs.iter().enumerate() {
                for (before, second) in runs.iter().skip(n).tuple_windows().take(MOST - 1) {
                    if !is_apposed(document, before, second) {
                        break;
                    }
                    let value = |q: &Quantity| q.low.or(q.high).filter(|v| *v > 0.0);
                    let (Some(x), Some(y)) = (value(first), value(second)) else { break };
                    if let (Some(from), Some(to)) = (&first.unit, &second.unit) {
                        if from != to {
                            given.entry((from.clone(), to.clone())).or_default().push(y / x);
                            given.entry((to.clone(), from.clone())).or_default().push(x / y);
                        }
                    }
                }
            }
        }
        Self(given)
    }

    /// How many units of the second currency one of the first is worth. If there are several rates, as from several days, the
    /// one under which two sums with this ratio are closest to equal.
    pub(crate) fn of_one(&self, from: &str, to: &str, ratio: f64) -> Option<f64> {
        if self.0.is_empty() {
            return None;
        }
        let off = |rate: &f64| ln(rate / ratio).abs();
        let rates = self.0.get(&(from.to_owned(), to.to_owned()))?;
        rates.iter().copied().min_by(|x, y| off(x).total_cmp(&off(y)).then(x.total_cmp(y)))
    }
}

/// True if only brackets, or punctuation within them, separate two sums in one sentence.
pub(crate) fn is_apposed(document: &Document<'_>, first: &Quantity, second: &Quantity) -> bool {
    let between = document.tokens_in(first.number).end..second.tokens.start;
    first.sentence == second.sentence
        && (1..=2).contains(&between.len())
        && between.clone().all(|at| matches!(document.surface(at), "(" | "/" | ";" | "," | "or"))
        && between.clone().any(|at| document.surface(at) != ",")
}
