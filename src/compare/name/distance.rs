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
const EXCHANGED: u16 = 45;

/// How a step of the cheapest way was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// By a rule.
    Rule,
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

const FAR: u16 = u16::MAX;
/// Letters that both words begin or end with and that are looked at all the same: a rule may begin or end with them.
const KEPT: usize = 2;

/// The cost of writing `a` as `b`, in hundredths of a letter; `None` above `limit`. At most 24 x 24 cells, each with the few
/// rules that begin with its letters.
pub(super) fn distance(a: &[u8], b: &[u8], limit: u16) -> Option<u16> {
    walk(a, b, limit, &mut |_, _, _, _| {})
}

/// The steps of the cheapest way, in order, other than equal letters.
pub(super) fn way(a: &[u8], b: &[u8]) -> Vec<Edit> {
    let mut back: Vec<(usize, usize, usize, usize, Option<Step>)> = Vec::new();
    let mut reached = |from: (usize, usize), to: (usize, usize), step: Option<Step>, _: u16| {
        back.push((to.0, to.1, from.0, from.1, step));
    };
    walk(a, b, FAR / 4, &mut reached);
    // The last that reached a cell reached it most cheaply.
    let mut edits = Vec::new();
    let Some((mut i, mut j)) = back.iter().map(|r| (r.0, r.1)).max_by_key(|&(i, j)| i + j) else {
        return edits;
    };
    while let Some(&(_, _, si, sj, step)) = back.iter().rev().find(|r| (r.0, r.1) == (i, j)) {
        if let Some(step) = step {
            edits.push(Edit { step, a: (si as u8, i as u8), b: (sj as u8, j as u8) });
        }
        (i, j) = (si, sj);
    }
    edits.reverse();
    edits
}

/// Fills the grid; `reached` hears of every cheaper way to a cell.
fn walk(
    a: &[u8],
    b: &[u8],
    limit: u16,
    reached: &mut impl FnMut((usize, usize), (usize, usize), Option<Step>, u16),
) -> Option<u16> {
    let a = a.get(..LONGEST).unwrap_or(a);
    let b = b.get(..LONGEST).unwrap_or(b);
    // What both begin and end with is equal on the cheapest way.
    let shared = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let skip = shared.saturating_sub(KEPT);
    let (rest_a, rest_b) = (a.get(shared..).unwrap_or(&[]), b.get(shared..).unwrap_or(&[]));
    let tail =
        rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(x, y)| x == y).count().saturating_sub(KEPT);
    let (n, m) = (a.len() - tail, b.len() - tail);
    let (a, b) = (a.get(..n).unwrap_or(a), b.get(..m).unwrap_or(b));
    let width = m + 1;
    let index = &*INDEX;
    let mut packed_a = [0_u64; SIDE];
    let mut packed_b = [0_u64; SIDE];
    for (packed, word) in [(&mut packed_a, a), (&mut packed_b, b)] {
        let mut last = 0_u64;
        for (slot, &letter) in packed.iter_mut().take(word.len()).rev().zip(word.iter().rev()) {
            last = last >> 8 | u64::from(letter) << 56;
            *slot = last;
        }
    }
    let mut cost = [FAR; SIDE * SIDE];
    *cost.get_mut(skip * width + skip)? = 0;
    // Rows that a way within the limit has reached: a rule can jump over some.
    let mut last_row = skip;
    for i in skip..=n {
        if i > last_row {
            return None;
        }
        let x = a.get(i).copied();
        let before_x = i.checked_sub(1).and_then(|i| a.get(i).copied());
        let code_x = x.filter(|&c| usize::from(c) < LETTERS);
        for j in skip..=m {
            let here = cost.get(i * width + j).copied().unwrap_or(FAR);
            if here > limit {
                continue;
            }
            let y = b.get(j).copied();
            let mut reach = |di: usize, dj: usize, more: u16, step: Option<Step>| {
                let total = here + more;
                if total > limit {
                    return;
                }
                if let Some(cell) = cost.get_mut((i + di) * width + j + dj).filter(|cell| total < **cell) {
                    *cell = total;
                    last_row = last_row.max(i + di);
                    reached((i, j), (i + di, j + dj), step, total);
                }
            };
            if let (Some(x), Some(y)) = (x, y) {
                if x == y {
                    reach(1, 1, 0, None);
                } else {
                    reach(1, 1, at_start(replaced(x, y), i, j), Some(Step::Letter));
                    if i > 0 && j > 0 && a.get(i + 1) == Some(&y) && b.get(j + 1) == Some(&x) {
                        reach(2, 2, EXCHANGED, Some(Step::Exchanged));
                    }
                }
            }
            if let Some(x) = x {
                if before_x == Some(x) {
                    reach(1, 0, DOUBLED, Some(Step::Doubled));
                } else {
                    reach(1, 0, at_start(added(x), i, j), Some(Step::Letter));
                }
            }
            if let Some(y) = y {
                if j > 0 && b.get(j - 1) == Some(&y) {
                    reach(0, 1, DOUBLED, Some(Step::Doubled));
                } else {
                    reach(0, 1, at_start(added(y), i, j), Some(Step::Letter));
                }
            }
            let code_y = y.filter(|&c| usize::from(c) < LETTERS);
            let (next_a, next_b) =
                (packed_a.get(i).copied().unwrap_or(0), packed_b.get(j).copied().unwrap_or(0));
            for (x, y) in [(code_x, code_y), (code_x, Some(0)), (Some(0), code_y)] {
                let (Some(x), Some(y)) = (x, y) else { continue };
                for rule in index.beginning(x, y).iter().filter(|r| r.begins(next_a, next_b)) {
                    let (di, dj) = (usize::from(rule.from_length), usize::from(rule.to_length));
                    let (ei, ej) = (i + di, j + dj);
                    let holds = match rule.position {
                        Position::Any => true,
                        Position::Start => i == 0 && j == 0,
                        Position::End => tail == 0 && ei == n && ej == m && i > 0 && j > 0,
                        Position::BeforeVowel => {
                            a.get(ei).is_some_and(|&c| is_vowel(c)) && b.get(ej).is_some_and(|&c| is_vowel(c))
                        }
                    };
                    if holds {
                        reach(di, dj, rule.cost, Some(Step::Rule));
                    }
                }
            }
        }
    }
    cost.get(n * width + m).copied().filter(|&total| total <= limit)
}
