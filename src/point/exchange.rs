//! Exchange: rates between currencies, from sources that give one sum in two.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::math::ln;
use crate::mention::quantity::{Bound, QuantityKind};
use crate::mention::{Mentions, Quantity};
use crate::text::Document;

/// Currencies of which a sum is given in more are no matter of a rate.
const MOST: usize = 4;

/// How many of one currency another is worth, by the sources themselves; no table of rates is known to the library, since
/// rates change.
#[derive(Debug, Default)]
pub(crate) struct Rates(BTreeMap<(String, String), Vec<f64>>);

impl Rates {
    /// From sums that stand in brackets behind each other: "£1.7m ($2.6m)". Linear.
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

    /// How many of the second currency one of the first is: of several rates, as of several days, the one by which two sums of
    /// that ratio are nearest to being one.
    pub(crate) fn of_one(&self, from: &str, to: &str, ratio: f64) -> Option<f64> {
        if self.0.is_empty() {
            return None;
        }
        let off = |rate: &f64| ln(rate / ratio).abs();
        let rates = self.0.get(&(from.to_owned(), to.to_owned()))?;
        rates.iter().copied().min_by(|x, y| off(x).total_cmp(&off(y)).then(x.total_cmp(y)))
    }
}

/// True where only brackets, or marks within them, stand between two sums of one sentence.
pub(crate) fn is_apposed(document: &Document<'_>, first: &Quantity, second: &Quantity) -> bool {
    let between = document.tokens_in(first.number).end..second.tokens.start;
    first.sentence == second.sentence
        && (1..=2).contains(&between.len())
        && between.clone().all(|at| matches!(document.surface(at), "(" | "/" | ";" | "," | "or"))
        && between.clone().any(|at| document.surface(at) != ",")
}
