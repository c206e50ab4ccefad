//! The distance of two words: the least cost to write one as the other, by the rules and by single letters.

use crate::compare::name::rules::{INDEX, LETTERS, Position};

/// Words are compared by their first letters up to this many.
pub(super) const LONGEST: usize = 24;
const SIDE: usize = LONGEST + 1;

const DOUBLED: u16 = 5;
const VOWEL_FOR_VOWEL: u16 = 60;
const VOWEL_ADDED: u16 = 45;
const CONSONANT_FOR_CONSONANT: u16 = 100;
const CONSONANT_ADDED: u16 = 90;
const VOWEL_FOR_CONSONANT: u16 = 120;
const EXCHANGED: u16 = 60;

/// How a step of the cheapest way was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// By a rule, as its position in the index.
    Rule(u16),
    /// A letter doubled in one of the names.
    Doubled,
    /// Two neighbouring letters in the other order.
    Exchanged,
    /// Any other letter added, left out or put for another.
    Letter,
}

/// What one step of the cheapest way covers: ranges of letters in both words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edit {
    pub(super) step: Step,
    pub(super) a: (u8, u8),
    pub(super) b: (u8, u8),
}

fn is_vowel(code: u8) -> bool {
    // a e i o u, and y, which is one as often as not
    matches!(code, 1 | 5 | 9 | 15 | 21 | 25)
}

fn added(code: u8) -> u16 {
    if is_vowel(code) { VOWEL_ADDED } else { CONSONANT_ADDED }
}

fn replaced(a: u8, b: u8) -> u16 {
    match (is_vowel(a), is_vowel(b)) {
        (true, true) => VOWEL_FOR_VOWEL,
        (false, false) => CONSONANT_FOR_CONSONANT,
        _ => VOWEL_FOR_CONSONANT,
    }
}

/// An edit of the first letter weighs more.
fn at_start(cost: u16, i: usize, j: usize) -> u16 {
    if i == 0 && j == 0 { cost * 7 / 5 } else { cost }
}

/// `sqrt(max(1, length - 1.5))` in hundredths: what a cost is divided by, so that long names may differ more.
pub(super) fn allowance(length: usize) -> u16 {
    const TABLE: [u16; SIDE] = [
        100, 100, 100, 122, 158, 187, 212, 235, 255, 274, 292, 308, 324, 339, 354, 367, 381, 394, 406, 418,
        430, 442, 453, 464, 474,
    ];
    TABLE.get(length).copied().unwrap_or(474)
}

const LETTER: u16 = u16::MAX;
const DOUBLE: u16 = u16::MAX - 1;
const EXCHANGE: u16 = u16::MAX - 2;
const EQUAL: u16 = u16::MAX - 3;
const FAR: u16 = u16::MAX;

/// The cost of writing `a` as `b`, in hundredths of a letter; `None` above `limit`. At most 24 x 24 cells, each with the few
/// rules that begin with its letters. `way` receives the steps other than equal letters, in order, where it is asked for.
pub(super) fn distance(a: &[u8], b: &[u8], limit: u16, way: Option<&mut Vec<Edit>>) -> Option<u16> {
    let a = a.get(..LONGEST).unwrap_or(a);
    let b = b.get(..LONGEST).unwrap_or(b);
    let (n, m) = (a.len(), b.len());
    let width = m + 1;
    let index = &*INDEX;
    let mut cost = [FAR; SIDE * SIDE];
    let mut back = [(0_u16, 0_u8, 0_u8); SIDE * SIDE];
    cost[0] = 0;
    for i in 0..=n {
        let mut alive = false;
        for j in 0..=m {
            let here = cost[i * width + j];
            if here > limit {
                continue;
            }
            alive = true;
            let (x, y) = (a.get(i).copied(), b.get(j).copied());
            let mut reach = |di: usize, dj: usize, more: u16, step: u16| {
                let cell = (i + di) * width + j + dj;
                let total = here + more;
                if total < cost[cell] {
                    cost[cell] = total;
                    back[cell] = (step, di as u8, dj as u8);
                }
            };
            if let (Some(x), Some(y)) = (x, y) {
                if x == y {
                    reach(1, 1, 0, EQUAL);
                } else {
                    reach(1, 1, at_start(replaced(x, y), i, j), LETTER);
                    if i > 0 && j > 0 && a.get(i + 1) == Some(&y) && b.get(j + 1) == Some(&x) {
                        reach(2, 2, EXCHANGED, EXCHANGE);
                    }
                }
            }
            if let Some(x) = x {
                let doubled = i > 0 && a.get(i - 1) == Some(&x);
                if doubled {
                    reach(1, 0, DOUBLED, DOUBLE);
                } else {
                    reach(1, 0, at_start(added(x), i, j), LETTER);
                }
            }
            if let Some(y) = y {
                let doubled = j > 0 && b.get(j - 1) == Some(&y);
                if doubled {
                    reach(0, 1, DOUBLED, DOUBLE);
                } else {
                    reach(0, 1, at_start(added(y), i, j), LETTER);
                }
            }
            let code = |c: Option<u8>| c.filter(|&c| usize::from(c) < LETTERS);
            let (x, y) = (code(x), code(y));
            for (x, y) in [(x, y), (x, Some(0)), (Some(0), y)] {
                let (Some(x), Some(y)) = (x, y) else { continue };
                let (first, rules) = index.beginning(x, y);
                for (k, rule) in rules.iter().enumerate() {
                    let (from, to) = (rule.from(), rule.to());
                    if !a[i..].starts_with(from) || !b[j..].starts_with(to) {
                        continue;
                    }
                    let (ei, ej) = (i + from.len(), j + to.len());
                    let holds = match rule.position {
                        Position::Any => true,
                        Position::Start => i == 0 && j == 0,
                        Position::End => ei == n && ej == m && i > 0 && j > 0,
                        Position::BeforeVowel => {
                            a.get(ei).is_some_and(|&c| is_vowel(c)) && b.get(ej).is_some_and(|&c| is_vowel(c))
                        }
                    };
                    if holds {
                        reach(from.len(), to.len(), rule.cost, (first + k) as u16);
                    }
                }
            }
        }
        // A rule can jump over a row, at most by its own length.
        if !alive && i > 0 && (i..(i + 8).min(n + 1)).all(|r| (0..=m).all(|j| cost[r * width + j] > limit)) {
            return None;
        }
    }
    let total = cost[n * width + m];
    if total > limit {
        return None;
    }
    if let Some(way) = way {
        let (mut i, mut j) = (n, m);
        while i > 0 || j > 0 {
            let (step, di, dj) = back[i * width + j];
            let (si, sj) = (i - usize::from(di), j - usize::from(dj));
            let step = match step {
                EQUAL => None,
                DOUBLE => Some(Step::Doubled),
                EXCHANGE => Some(Step::Exchanged),
                LETTER => Some(Step::Letter),
                rule => Some(Step::Rule(rule)),
            };
            if let Some(step) = step {
                way.push(Edit { step, a: (si as u8, i as u8), b: (sj as u8, j as u8) });
            }
            (i, j) = (si, sj);
        }
        way.reverse();
    }
    Some(total)
}
