//! Learns the costs of the distance: a logistic regression on the steps of the cheapest paths, shrunk towards the hand-set
//! costs. The paths are recomputed with each round's costs, as in Viterbi training.

use std::collections::BTreeMap;

use testimonia::compare::name::{Costs, Operation, Position, Rule};

use super::prior;
use crate::fit::logistic::logistic;

/// Two words that decide, all else being equal, whether there are one or two names.
#[derive(Clone, Debug)]
pub(super) struct WordPair {
    pub(super) a: String,
    pub(super) b: String,
    pub(super) truth: f64,
    pub(super) set: usize,
    pub(super) weight: f64,
}

/// All costs in one vector: replaced, added, doubled and swapped letters, rules.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    pub(super) cost: Vec<f64>,
    prior: Vec<f64>,
    rules: Vec<(String, String, Position)>,
    /// Whether a rule is established or only a candidate.
    vouched: Vec<bool>,
}

const ADDED: usize = 325;
const DOUBLED: usize = ADDED + 3 * 26;
const EXCHANGED: usize = DOUBLED + 26;
const RULES: usize = EXCHANGED + 1;

const ROUNDS: usize = 4;
const STEPS: i32 = 120;
/// How far costs may be from the hand-set ones: a fraction of these plus ten hundredths, as a standard deviation.
const SPREAD_LETTERS: f64 = 0.4;
const SPREAD_RULES: f64 = 0.5;
/// The distance, in hundredths, from which an additional letter counts less.
const BEND: f64 = 20.0;
const SETS: usize = 8;
/// The fraction of wrong labels.
pub(super) const DOUBT: f64 = 0.03;
/// The fraction of a hand-set cost below which no cost is learned.
const LEAST: f64 = 0.3;

fn at(letter: u8) -> usize {
    usize::from(letter.saturating_sub(b'a')).min(25)
}

fn pair_of_letters(a: u8, b: u8) -> usize {
    let (low, high) = (at(a.min(b)), at(a.max(b)));
    if high == 0 { 0 } else { high * (high - 1) / 2 + low }
}

fn letters() -> impl Iterator<Item = u8> + Clone {
    b'a'..=b'z'
}

impl Prices {
    pub(super) fn hand() -> Self {
        let mut cost = vec![0.0; RULES];
        for x in letters() {
            for y in letters().take_while(|&y| y < x) {
                cost[pair_of_letters(x, y)] = f64::from(prior::replaced(x, y));
            }
            for place in 0..3 {
                cost[ADDED + place * 26 + at(x)] = f64::from(prior::added(place, x));
            }
            cost[DOUBLED + at(x)] = f64::from(prior::DOUBLED);
        }
        cost[EXCHANGED] = f64::from(prior::EXCHANGED);
        let mut prices = Self { cost, prior: Vec::new(), rules: Vec::new(), vouched: Vec::new() };
        let mut known: BTreeMap<(String, String, Position), ()> = BTreeMap::new();
        for (groups, vouched) in [(prior::RULES, true), (prior::CANDIDATES, false)] {
            for &(cost, position, pairs) in groups {
                for pair in pairs.split(' ') {
                    let (a, b) = pair.split_once('~').unwrap_or((pair, ""));
                    let is_new = !known.contains_key(&(a.into(), b.into(), position))
                        && known.insert((b.into(), a.into(), position), ()).is_none();
                    if is_new {
                        prices.take(a, b, position, f64::from(cost), vouched);
                    }
                }
            }
        }
        prices.prior = prices.cost.clone();
        prices
    }

    /// A rule between single letters is a cell of the tables; others are listed.
    fn take(&mut self, a: &str, b: &str, position: Position, cost: f64, vouched: bool) {
        match (a.as_bytes(), b.as_bytes(), position) {
            (&[x], &[y], Position::Any) => self.cost[pair_of_letters(x, y)] = cost,
            (&[x], &[], Position::Any) => {
                (0..3).for_each(|p| self.cost[ADDED + p * 26 + at(x)] = cost);
            }
            (&[x], &[], Position::Start) => self.cost[ADDED + at(x)] = cost,
            (&[x], &[], _) => self.cost[ADDED + 52 + at(x)] = cost,
            (&[x, y], &[z], _) if x == y && y == z => self.cost[DOUBLED + at(x)] = cost,
            _ => {
                self.rules.push((a.into(), b.into(), position));
                self.vouched.push(vouched);
                self.cost.push(cost);
            }
        }
    }

    fn rounded(&self, n: usize) -> u8 {
        self.cost[n].round().clamp(1.0, 250.0) as u8
    }

    /// In the library's form.
    pub(super) fn costs(&self) -> Costs {
        let (replaced, added, doubled) = self.tables();
        let rules = self.rules.iter().enumerate().map(|(n, (a, b, position))| Rule {
            a,
            b,
            position: *position,
            cost: self.rounded(RULES + n),
        });
        Costs::new(&replaced, &added, &doubled, self.rounded(EXCHANGED), rules)
    }

    pub(super) fn tables(&self) -> ([[u8; 26]; 26], [[u8; 26]; 3], [u8; 26]) {
        let (mut replaced, mut added, mut doubled) = ([[0; 26]; 26], [[0; 26]; 3], [0; 26]);
        for x in letters() {
            for y in letters().filter(|&y| y != x) {
                replaced[at(x)][at(y)] = self.rounded(pair_of_letters(x, y));
            }
            for (place, row) in added.iter_mut().enumerate() {
                row[at(x)] = self.rounded(ADDED + place * 26 + at(x));
            }
            doubled[at(x)] = self.rounded(DOUBLED + at(x));
        }
        (replaced, added, doubled)
    }

    pub(super) fn exchanged(&self) -> u8 {
        self.rounded(EXCHANGED)
    }

    /// The rules by position and cost, as text.
    pub(super) fn groups(&self) -> BTreeMap<(Position, u8), Vec<String>> {
        let mut groups: BTreeMap<(Position, u8), Vec<String>> = BTreeMap::new();
        for (n, (a, b, position)) in self.rules.iter().enumerate() {
            groups.entry((*position, self.rounded(RULES + n))).or_default().push(format!("{a}~{b}"));
        }
        groups
    }

    /// The index of a step's cost, and how often it counts.
    fn number(operation: Operation) -> (usize, f64) {
        match operation {
            Operation::Rule(n) => (RULES + n, 1.0),
            Operation::Doubled(x) => (DOUBLED + at(x), 1.0),
            Operation::Exchanged => (EXCHANGED, 1.0),
            Operation::Replaced(x, y, start) => (pair_of_letters(x, y), if start { 1.4 } else { 1.0 }),
            Operation::Added(place, x) => (ADDED + place * 26 + at(x), 1.0),
        }
    }

    /// If both sides of a rule begin or end with the same letters ("ki" and "chi"), it costs at most as much as the shorter
    /// rule without them.
    fn cap_by_parts(&mut self) {
        let rules = self.rules.clone();
        for (n, (a, b, position)) in rules.iter().enumerate() {
            let (x, y) = (a.as_bytes(), b.as_bytes());
            let front = x.iter().zip(y).take_while(|(p, q)| p == q).count();
            let (x, y) = (&a[front..], &b[front..]);
            let back = x.bytes().rev().zip(y.bytes().rev()).take_while(|(p, q)| p == q).count();
            let (x, y) = (&x[..x.len() - back], &y[..y.len() - back]);
            if front + back == 0 || *position != Position::Any {
                continue;
            }
            let inner = rules.iter().position(|(c, d, place)| {
                *place == Position::Any && ((c == x && d == y) || (c == y && d == x))
            });
            if let Some(inner) = inner {
                self.cost[RULES + n] = self.cost[RULES + n].min(self.cost[RULES + inner]);
            }
        }
    }

    /// Drops candidates used by fewer than this many pairs of one name.
    fn prune(&mut self, pairs: &[WordPair], least: usize) {
        let costs = self.costs();
        let mut uses = vec![0; self.rules.len()];
        for pair in pairs.iter().filter(|p| p.truth > 0.5) {
            for operation in costs.way(&pair.a, &pair.b) {
                if let Operation::Rule(n) = operation {
                    uses[n] += 1;
                }
            }
        }
        let keep: Vec<bool> = uses.iter().zip(&self.vouched).map(|(&n, &v)| v || n >= least).collect();
        let mut kept = keep.iter();
        self.rules.retain(|_| *kept.next().unwrap_or(&true));
        let mut kept = keep.iter();
        self.vouched.retain(|_| *kept.next().unwrap_or(&true));
        for list in [&mut self.cost, &mut self.prior] {
            let mut n = 0;
            list.retain(|_| {
                n += 1;
                n <= RULES || keep[n - 1 - RULES]
            });
        }
    }
}

fn allowance(pair: &WordPair) -> f64 {
    (pair.a.len().min(pair.b.len()) as f64 - 1.5).max(1.0).sqrt()
}

/// Learns the costs from pairs of words.
pub(super) fn fit(pairs: &[WordPair]) -> Prices {
    let mut prices = Prices::hand();
    prices.prune(pairs, 3);
    let (mut bias, mut slope, mut length) = ([1.0; SETS], 1.2, 0.0);
    for _ in 0..ROUNDS {
        let costs = prices.costs();
        let ways: Vec<Vec<(usize, f64)>> =
            pairs.iter().map(|p| costs.way(&p.a, &p.b).into_iter().map(Prices::number).collect()).collect();
        let known = SETS + 2;
        let size = known + prices.cost.len();
        let (mut mean, mut square) = (vec![0.0; size], vec![0.0; size]);
        for step in 1..=STEPS {
            let mut gradient = vec![0.0; size];
            for (pair, way) in pairs.iter().zip(&ways) {
                let allowed = allowance(pair);
                let distance = way.iter().map(|&(n, times)| times * prices.cost[n]).sum::<f64>() / allowed;
                let log = (1.0 + distance / BEND).ln();
                let long = (pair.a.len().min(pair.b.len()) as f64).ln() - 1.7;
                let odds = bias[pair.set] - slope * log + length * long;
                // Some labels are wrong: a pair that clearly contradicts its label hardly counts.
                let said = logistic(odds);
                let agreed = if pair.truth > 0.5 { said } else { 1.0 - said };
                let trust = agreed / (agreed + DOUBT);
                let error = pair.weight * trust * (said - pair.truth);
                gradient[pair.set] += error;
                gradient[SETS] -= error * log;
                gradient[SETS + 1] += error * long;
                let by_cost = -error * slope / (BEND + distance) / allowed;
                for &(n, times) in way {
                    gradient[known + n] += by_cost * times;
                }
            }
            for n in 0..prices.cost.len() {
                let spread = if n < RULES { SPREAD_LETTERS } else { SPREAD_RULES };
                let spread = spread * (prices.prior[n] + 10.0);
                gradient[known + n] += (prices.cost[n] - prices.prior[n]) / (spread * spread);
            }
            // The sets contain names and hardly any typing errors, so they cannot determine the cost of swapped letters.
            gradient[known + EXCHANGED] = 0.0;
            let fade = 1.0 - 0.8 * f64::from(step) / f64::from(STEPS);
            for n in 0..size {
                mean[n] = 0.9 * mean[n] + 0.1 * gradient[n];
                square[n] = 0.99 * square[n] + 0.01 * gradient[n] * gradient[n];
                let (m, s) = (mean[n] / (1.0 - 0.9_f64.powi(step)), square[n] / (1.0 - 0.99_f64.powi(step)));
                let rate = if n < known { 0.05 } else { 1.5 };
                let by = fade * rate * m / (s.sqrt() + 1e-9);
                match n {
                    _ if n < SETS => bias[n] -= by,
                    SETS => slope = (slope - by).max(0.2),
                    _ if n < known => length -= by,
                    _ => {
                        let at = n - known;
                        let least = (LEAST * prices.prior[at]).max(3.0);
                        prices.cost[at] = (prices.cost[at] - by).clamp(least, 250.0);
                    }
                }
            }
        }
    }
    prices.cap_by_parts();
    prices
}
