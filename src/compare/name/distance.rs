//! The distance between two words: the least cost of writing one as the other, by the rules and by single letters.

use crate::compare::name::rules::{Costs, LONGEST_SIDE, OTHER, Position, row};

/// Words are compared by at most this many of their first letters.
pub(super) const LONGEST: usize = 24;
const SIDE: usize = LONGEST + 1;

/// How a step of the cheapest path was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The same letter.
    Equal,
    /// A rule, by its number.
    Rule(u16),
    /// A letter doubled in one of the words.
    Doubled,
    /// Two adjacent letters in the other order.
    Exchanged,
    /// One letter replaced by another.
    Replaced,
    /// A letter added or omitted: at the beginning of both words, within, or at the end of both.
    Added(u8),
}

/// What one step of the cheapest path covers: ranges of letters in both words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edit {
    pub(super) step: Step,
    pub(super) cost: u16,
    pub(super) a: (u8, u8),
    pub(super) b: (u8, u8),
}

/// The most that replacing a letter may cost, in hundredths, to count as a spelling of the same sound.
const SPELLING: u16 = 50;

impl Edit {
    /// True for a step between two spellings of one sound, including a letter that costs no more than another spelling.
    pub(super) fn is_spelling(&self) -> bool {
        match self.step {
            Step::Rule(_) | Step::Doubled => true,
            Step::Replaced => self.cost <= SPELLING,
            Step::Added(_) => self.cost <= SPELLING / 2,
            Step::Equal | Step::Exchanged => false,
        }
    }
}

/// True for two words that spell the same sound, by the rules or by letters that cost as little.
pub(super) fn is_one_sound(costs: &Costs, a: &[u8], b: &[u8]) -> bool {
    way(costs, a, b).iter().all(Edit::is_spelling)
}

pub(super) fn is_vowel(code: u8) -> bool {
    // a e i o u, and y, which is a vowel about half of the time
    matches!(code, 1 | 5 | 9 | 15 | 21 | 25)
}

/// A different letter at the beginning counts more.
pub(super) fn at_start(cost: u16) -> u16 {
    cost * 7 / 5
}

/// `sqrt(max(1, length - 1.5))` in hundredths: the divisor of a cost, which allows long names to differ more.
pub(super) fn allowance(length: usize) -> u16 {
    const TABLE: [u16; SIDE] = [
        100, 100, 100, 122, 158, 187, 212, 235, 255, 274, 292, 308, 324, 339, 354, 367, 381, 394, 406, 418,
        430, 442, 453, 464, 474,
    ];
    TABLE.get(length).copied().unwrap_or(474)
}

const FAR: u16 = u16::MAX / 2;
/// How many shared letters at the beginning and end are kept, because a rule may begin or end with them.
const KEPT: usize = 2;

/// The cost of writing `a` as `b`, in hundredths of a letter; `None` above `limit`. At most 24 x 24 cells, each with the few
/// rules that end with its letters.
pub(super) fn distance(costs: &Costs, a: &[u8], b: &[u8], limit: u16) -> Option<u16> {
    Grid::new(costs, a, b).fill(costs, limit)
}

/// The steps of the cheapest path, in order, without equal letters.
pub(super) fn way(costs: &Costs, a: &[u8], b: &[u8]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut grid = Grid::new(costs, a, b);
    if grid.fill(costs, FAR - 1).is_none() {
        return edits;
    }
    let (mut i, mut j) = (grid.n, grid.m);
    while i > grid.skip || j > grid.skip {
        let here = grid.at(i, j);
        // Among paths of equal cost, prefers the step that covers the most.
        let mut found: Option<(usize, usize, u16, Step)> = None;
        grid.arrive(costs, i, j, |di, dj, cost, step| {
            let further = found.is_none_or(|(fi, fj, ..)| di + dj > fi + fj);
            if further && grid.at(i - di, j - dj) + cost == here {
                found = Some((di, dj, cost, step));
            }
        });
        let Some((di, dj, cost, step)) = found else { break };
        if step != Step::Equal {
            edits.push(Edit { step, cost, a: ((i - di) as u8, i as u8), b: ((j - dj) as u8, j as u8) });
        }
        (i, j) = (i - di, j - dj);
    }
    edits.reverse();
    edits
}

/// A word's letters from index 2 on, so the two letters before any position can be read.
type Letters = [u8; STRIDE];

/// The number of cells in a row; a power of two, which lets the compiler omit bounds checks.
const STRIDE: usize = 32;
const CELLS: usize = STRIDE * STRIDE;

/// The least costs of writing prefixes of one word as prefixes of the other.
struct Grid<'w> {
    a: &'w [u8],
    b: &'w [u8],
    /// How many equal letters at the beginning are skipped.
    skip: usize,
    /// Where the grid ends: the rest of both words is equal.
    n: usize,
    m: usize,
    /// The last eight letters before each position, the last one lowest; skipped letters are 0.
    ends_a: [u64; STRIDE],
    ends_b: [u64; STRIDE],
    cost: [u16; CELLS],
}

impl<'w> Grid<'w> {
    fn new(costs: &Costs, a: &'w [u8], b: &'w [u8]) -> Self {
        let a = a.get(..LONGEST).unwrap_or(a);
        let b = b.get(..LONGEST).unwrap_or(b);
        // Letters that both words begin or end with are equal on the cheapest path.
        let shared = a.iter().zip(b).take_while(|(x, y)| x == y).count();
        let (rest_a, rest_b) = (a.get(shared..).unwrap_or(&[]), b.get(shared..).unwrap_or(&[]));
        let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(x, y)| x == y).count();
        let kept = |at_a: usize, at_b: usize| {
            if costs.joins_at(a, at_a) || costs.joins_at(b, at_b) { KEPT } else { 0 }
        };
        let (n, m) = (a.len() - tail, b.len() - tail);
        let skip = shared.saturating_sub(kept(shared, shared));
        let more = tail.min(kept(n, m));
        let (n, m) = (n + more, m + more);
        let (ends_a, ends_b) = (endings(a, skip, n), endings(b, skip, m));
        Self { a, b, skip, n, m, ends_a, ends_b, cost: [0; CELLS] }
    }

    #[inline]
    fn at(&self, i: usize, j: usize) -> u16 {
        self.cost[(i * STRIDE + j) % CELLS]
    }

    fn fill(&mut self, costs: &Costs, limit: u16) -> Option<u16> {
        let (rows_a, rows_b) = (rows(self.a), rows(self.b));
        let skip = self.skip;
        // The costs of the second word's letters, and the rules that may end with them.
        let mut columns = [Side::default(); STRIDE];
        for j in skip + 1..=self.m {
            columns[j % STRIDE] = Side::new(costs, &rows_b, j, skip);
        }
        let mut left = 0;
        self.cost[(skip * STRIDE + skip) % CELLS] = 0;
        for j in skip + 1..=self.m {
            let column = columns[j % STRIDE];
            left += if j == 1 { costs.added(0, column.letter) } else { column.more };
            if skip > 0 && column.meets & 1 != 0 {
                left = self.least_from_afar(costs, (skip, j), (0, column.letter), left);
            }
            self.cost[(skip * STRIDE + j) % CELLS] = left;
        }
        let mut idle = 0;
        for i in skip + 1..=self.n {
            let row = Side::new(costs, &rows_a, i, skip);
            let replaced = costs.replaced_by(row.letter);
            let mut corner = self.at(i - 1, skip);
            left = corner + if i == 1 { costs.added(0, row.letter) } else { row.more };
            if skip > 0 && row.meets & 1 != 0 {
                left = self.least_from_afar(costs, (i, skip), (row.letter, 0), left);
            }
            self.cost[(i * STRIDE + skip) % CELLS] = left;
            let mut least = left;
            for j in skip + 1..=self.m {
                let column = &columns[j % STRIDE];
                let above = self.at(i - 1, j);
                let mut replace = u16::from(replaced[usize::from(column.letter) % STRIDE]);
                // Letters of other scripts share one row.
                if column.letter == OTHER && row.letter == OTHER {
                    replace *= u16::from(self.a.get(i - 1) != self.b.get(j - 1));
                }
                if i == 1 && j == 1 {
                    replace = at_start(replace);
                }
                let mut best = (above + row.more).min(left + column.more).min(corner + replace);
                if best > 0 && row.may_meet(column) {
                    best = self.least_from_afar(costs, (i, j), (row.letter, column.letter), best);
                }
                self.cost[(i * STRIDE + j) % CELLS] = best;
                least = least.min(best);
                (left, corner) = (best, above);
            }
            idle = if least > limit { idle + 1 } else { 0 };
            if idle >= LONGEST_SIDE {
                return None;
            }
        }
        let total = self.end(costs);
        (total <= limit).then_some(total)
    }

    /// The cost of the last cell. An added letter has a different cost at the end of both words than within.
    fn end(&mut self, costs: &Costs) -> u16 {
        let (n, m) = (self.n, self.m);
        if n != self.a.len() || m != self.b.len() || n == self.skip && m == self.skip {
            return self.at(n, m);
        }
        let mut best = FAR;
        self.arrive(costs, n, m, |di, dj, cost, _| best = best.min(self.at(n - di, m - dj) + cost));
        self.cost[(n * STRIDE + m) % CELLS] = best;
        best
    }

    /// The minimum of `best` and the costs of reaching a cell by steps longer than one letter.
    #[inline]
    fn least_from_afar(
        &self,
        costs: &Costs,
        (i, j): (usize, usize),
        letters: (u8, u8),
        mut best: u16,
    ) -> u16 {
        self.arrive_far(costs, (i, j), letters, best, &mut |di, dj, cost, _| {
            best = best.min(self.at(i - di, j - dj) + cost);
        });
        best
    }

    /// True if the last two letters are the same in the other order.
    #[inline]
    fn may_exchange(&self, i: usize, j: usize) -> bool {
        let (x, y) = (self.ends_a[i % STRIDE] as u16, self.ends_b[j % STRIDE] as u16);
        i > 2 && j > 2 && x == y.swap_bytes() && x != y && x > 0xff && x & 0xff != 0
    }

    /// Calls `hear` for every step that ends at a cell, with its length in both words and its cost.
    fn arrive(&self, costs: &Costs, i: usize, j: usize, mut hear: impl FnMut(usize, usize, u16, Step)) {
        let letter = |word: &[u8], n: usize| -> Option<u8> {
            (n > self.skip).then(|| word.get(n - 1).copied()).flatten()
        };
        let (x, y) = (letter(self.a, i), letter(self.b, j));
        let ends = i == self.a.len() && j == self.b.len();
        if let (Some(x), Some(y)) = (x, y) {
            if x == y {
                hear(1, 1, 0, Step::Equal);
            } else {
                let cost = u16::from(costs.replaced_by(row(x))[usize::from(row(y)) % STRIDE]);
                hear(1, 1, if i == 1 && j == 1 { at_start(cost) } else { cost }, Step::Replaced);
            }
        }
        for (added, before, di, dj) in [
            (x, i.checked_sub(2).and_then(|n| self.a.get(n)), 1, 0),
            (y, j.checked_sub(2).and_then(|n| self.b.get(n)), 0, 1),
        ] {
            let Some(code) = added else { continue };
            if before == Some(&code) {
                hear(di, dj, costs.doubled(row(code)), Step::Doubled);
            } else {
                let place = if i == di && j == dj { 0 } else { 1 + u8::from(ends) };
                hear(di, dj, costs.added(usize::from(place), row(code)), Step::Added(place));
            }
        }
        if x.is_some() && y.is_some() || self.skip > 0 {
            self.arrive_far(costs, (i, j), (x.map_or(0, row), y.map_or(0, row)), u16::MAX, &mut hear);
        }
    }

    /// The steps of [`Grid::arrive`] longer than one letter: a transposition, and the rules that cost less than `below`. A
    /// rule does not omit the first letters of a word: both words must have a letter before, in the grid or skipped.
    #[inline]
    fn arrive_far(
        &self,
        costs: &Costs,
        (i, j): (usize, usize),
        (x, y): (u8, u8),
        below: u16,
        hear: &mut impl FnMut(usize, usize, u16, Step),
    ) {
        if self.may_exchange(i, j) {
            hear(2, 2, costs.exchanged(), Step::Exchanged);
        }
        let ends = i == self.a.len() && j == self.b.len();
        let (last_a, last_b) = (self.ends_a[i % STRIDE], self.ends_b[j % STRIDE]);
        let mut each = |p: u8, q: u8| {
            let cheap = costs.ending(p, q).iter().take_while(|r| u16::from(r.cost) < below);
            for rule in cheap.filter(|r| r.ends(last_a, last_b)) {
                let (di, dj) = (usize::from(rule.from_length), usize::from(rule.to_length));
                let begins = i == di && j == dj;
                let holds = match rule.position {
                    Position::Any => true,
                    Position::Start => begins,
                    Position::End => ends && i > di && j > dj,
                    Position::BeforeVowel => {
                        self.a.get(i).is_some_and(|&c| is_vowel(c))
                            && self.b.get(j).is_some_and(|&c| is_vowel(c))
                    }
                };
                if holds {
                    hear(di, dj, u16::from(rule.cost), Step::Rule(rule.number));
                }
            }
        };
        if x != 0 && y != 0 {
            each(x, y);
        }
        each(x, 0);
        each(0, y);
    }
}

/// The properties of a position in a word that matter for the steps that end there.
#[derive(Clone, Copy, Debug, Default)]
struct Side {
    /// The row of its letter.
    letter: u8,
    /// The cost of the letter if only this word has it.
    more: u16,
    /// The last letters of the other side of a rule or transposition of which one side may end here, as bits; the lowest bit
    /// for an empty side.
    meets: u32,
}

impl Side {
    /// For the letter that ends at `n`. Skipped letters are not part of a rule.
    fn new(costs: &Costs, rows: &Letters, n: usize, skip: usize) -> Self {
        let (before, letter) = (rows[n % STRIDE], rows[(n + 1) % STRIDE]);
        let more = if before == letter { costs.doubled(letter) } else { costs.added(1, letter) };
        let before = if n > skip + 1 { before } else { 0 };
        Self { letter, more, meets: costs.meets(letter, before) | (1 << before & !1) }
    }

    /// False if no step longer than one letter ends at both positions.
    #[inline]
    fn may_meet(&self, other: &Self) -> bool {
        (self.meets >> other.letter) & (other.meets >> self.letter) & 1 != 0
            || (self.meets | other.meets) & 1 != 0
    }
}

/// The cost rows of a word's letters, shifted by two.
fn rows(word: &[u8]) -> Letters {
    let mut rows = [0; STRIDE];
    rows.iter_mut().skip(2).zip(word).for_each(|(to, &code)| *to = row(code));
    rows
}

fn endings(word: &[u8], skip: usize, end: usize) -> [u64; STRIDE] {
    let mut endings = [0; STRIDE];
    let mut last = 0_u64;
    let places = endings.iter_mut().skip(skip + 1);
    for (slot, &letter) in places.zip(word.get(skip..end).unwrap_or(&[])) {
        last = last << 8 | u64::from(letter);
        *slot = last;
    }
    endings
}
