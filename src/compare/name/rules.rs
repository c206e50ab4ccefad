//! The cost of writing one letter or group of letters as another.
//!
//! Names reach English news by several routes: French, German and English spellings of Arabic, Russian or Hausa sounds, and
//! old and new romanisations. A rule is a pair of letter groups that stand for one sound in two such systems, after the
//! substitution lists of JRC-Names (Steinberger et al. 2011). The costs of rules and single letters are learned from labelled
//! pairs, with hand-set costs as the prior, in the spirit of Ristad and Yianilos (1998): `lab fit names`.

use std::sync::LazyLock;

use crate::compare::name::weights::{ADDED, DOUBLED, EXCHANGED, REPLACED, RULES};

/// The position in a word at which a rule applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// Anywhere.
    Any,
    /// At the beginning of both words.
    Start,
    /// At the end of both words, but not at their beginning.
    End,
    /// Before a vowel in both.
    BeforeVowel,
}

/// A pair of letter groups for the same sound, usable in both directions, and its cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule<'t> {
    /// The letters in one word, `a` to `z`.
    pub a: &'t str,
    /// The letters in the other word; empty if it omits them.
    pub b: &'t str,
    /// Where the rule applies.
    pub position: Position,
    /// The cost, in hundredths of a letter.
    pub cost: u8,
}

/// The letters, and one row for all others.
pub(super) const LETTERS: usize = 28;
/// The most letters on one side of a rule; longer rules are ignored.
pub(super) const LONGEST_SIDE: usize = 5;
/// The row for letters of other scripts.
pub(super) const OTHER: u8 = 27;

/// The costs used by the distance of two words, in hundredths of a letter.
#[derive(Clone, Debug)]
pub struct Costs {
    /// The cost of replacing a letter, by the codes of both; the last row is for letters of other scripts, the first for
    /// none.
    replace: [[u8; 32]; 32],
    /// The cost of an added letter: at the beginning of both words, within, at the end of both.
    add: [[u8; 32]; 4],
    /// The cost of a letter equal to the one before it.
    doubled: [u8; 32],
    /// The cost of swapping two adjacent letters.
    exchanged: u8,
    rules: Vec<Packed>,
    starts: Vec<u16>,
    /// For the last letter of a side, the last letters of the other sides of its rules, as bits: for sides of one letter, and
    /// for longer ones by the second-last letter.
    ones: [u32; 32],
    longer: [[u32; 32]; 32],
    /// For each letter, the letters that follow it within a side of some rule, as bits.
    joined: [u32; 32],
}

/// A rule in one direction: the endings in the first and the second word, with the last eight letters packed into an integer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packed {
    from: u64,
    to: u64,
    from_mask: u64,
    to_mask: u64,
    pub(super) from_length: u8,
    pub(super) to_length: u8,
    pub(super) position: Position,
    pub(super) cost: u8,
    /// The number of the rule.
    pub(super) number: u16,
}

impl Packed {
    /// True if the letters before a position in both words, last one lowest, end with the rule's sides.
    #[inline]
    pub(super) fn ends(&self, a: u64, b: u64) -> bool {
        a & self.from_mask == self.from && b & self.to_mask == self.to
    }
}

/// The row of a letter code.
#[inline]
pub(super) fn row(code: u8) -> u8 {
    code.min(OTHER)
}

impl Costs {
    /// The costs learned from labelled pairs, used by comparisons.
    pub fn fitted() -> &'static Self {
        static FITTED: LazyLock<Costs> = LazyLock::new(|| {
            let rules = RULES.iter().flat_map(|&(cost, position, pairs)| {
                pairs.split(' ').map(move |pair| {
                    let (a, b) = pair.split_once('~').unwrap_or((pair, ""));
                    Rule { a, b, position, cost }
                })
            });
            Costs::new(&REPLACED, &ADDED, &DOUBLED, EXCHANGED, rules)
        });
        &FITTED
    }

    /// Custom costs: of replacing a letter, of adding one at the beginning, within and at the end, of a doubled letter, of a
    /// swap, and of the rules. For fitting; comparisons use [`Costs::fitted`].
    pub fn new<'t>(
        replaced: &[[u8; 26]; 26],
        added: &[[u8; 26]; 3],
        doubled: &[u8; 26],
        exchanged: u8,
        rules: impl IntoIterator<Item = Rule<'t>>,
    ) -> Self {
        /// The cost of a letter of another script.
        const FOREIGN: u8 = 100;
        let wide = |from: &[u8; 26]| {
            let mut to = [FOREIGN; 32];
            to.iter_mut().skip(1).zip(from).for_each(|(to, &from)| *to = from);
            to
        };
        let mut replace = [[FOREIGN; 32]; 32];
        for (n, (to, from)) in replace.iter_mut().skip(1).zip(replaced).enumerate() {
            *to = wide(from);
            // A letter unchanged.
            to[n + 1] = 0;
        }
        let [start, within, end] = added;
        let mut packed: Vec<Packed> = Vec::new();
        for (number, rule) in rules.into_iter().enumerate() {
            packed.push(pack_rule(&rule, number, false));
            packed.push(pack_rule(&rule, number, true));
        }
        let cell = |r: &Packed| (r.from & 0xff) as usize * LETTERS + (r.to & 0xff) as usize;
        let longest = LONGEST_SIDE as u8;
        packed.retain(|r| cell(r) < LETTERS * LETTERS && r.from_length <= longest && r.to_length <= longest);
        packed.sort_by_key(|r| (cell(r), r.cost, r.number, r.from));
        let mut starts = vec![0_u16; LETTERS * LETTERS + 1];
        for rule in &packed {
            if let Some(count) = starts.get_mut(cell(rule) + 1) {
                *count += 1;
            }
        }
        let (mut ones, mut longer, mut joined) = ([0_u32; 32], [[0_u32; 32]; 32], [0_u32; 32]);
        for rule in &packed {
            for n in 1..u32::from(rule.from_length) {
                let (last, before) = (rule.from >> (8 * (n - 1)) & 31, rule.from >> (8 * n) & 31);
                joined[before as usize] |= 1 << last;
            }
            let (last, before) = ((rule.from & 31) as usize, (rule.from >> 8 & 31) as usize);
            if rule.from_length == 1 {
                ones[last] |= 1 << (rule.to & 31);
            } else {
                longer[last][before] |= 1 << (rule.to & 31);
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let add = [wide(start), wide(within), wide(end), wide(within)];
        Self { replace, add, doubled: wide(doubled), exchanged, rules: packed, starts, ones, longer, joined }
    }

    /// The rules whose sides end with these letters (0 for an empty side).
    #[inline]
    pub(super) fn ending(&self, a: u8, b: u8) -> &[Packed] {
        let cell = usize::from(a) * LETTERS + usize::from(b);
        let (Some(&from), Some(&to)) = (self.starts.get(cell), self.starts.get(cell + 1)) else {
            return &[];
        };
        self.rules.get(usize::from(from)..usize::from(to)).unwrap_or(&[])
    }

    /// The last letters of the other sides of rules of which one side may end with these two letters, as bits.
    #[inline]
    pub(super) fn meets(&self, last: u8, before: u8) -> u32 {
        let (last, before) = (usize::from(last) % 32, usize::from(before) % 32);
        self.ones[last] | self.longer[last][before]
    }

    /// True if a side of a rule may contain the letters on both sides of a position in a word, or if a letter is doubled
    /// there.
    #[inline]
    pub(super) fn joins_at(&self, word: &[u8], at: usize) -> bool {
        let letter = |n: usize| word.get(n).copied();
        let (second, before) = (letter(at.wrapping_sub(2)), letter(at.wrapping_sub(1)));
        let (after, next) = (letter(at), letter(at + 1));
        let (Some(x), Some(y)) = (before, after) else { return before.is_some() && before == second };
        x == y
            || before == second
            || after == next
            || self.joined[usize::from(row(x)) % 32] & (1 << row(y)) != 0
    }

    #[inline]
    pub(super) fn replaced_by(&self, a: u8) -> &[u8; 32] {
        &self.replace[usize::from(a) % 32]
    }

    #[inline]
    pub(super) fn added(&self, place: usize, letter: u8) -> u16 {
        u16::from(self.add[place % 4][usize::from(letter) % 32])
    }

    #[inline]
    pub(super) fn doubled(&self, letter: u8) -> u16 {
        u16::from(self.doubled[usize::from(letter) % 32])
    }

    #[inline]
    pub(super) fn exchanged(&self) -> u16 {
        u16::from(self.exchanged)
    }
}

fn pack_rule(rule: &Rule<'_>, number: usize, turned: bool) -> Packed {
    let side = |text: &str| {
        let packed = text.bytes().fold(0_u64, |p, b| p << 8 | u64::from(b.saturating_sub(b'a') + 1));
        let mask = text.bytes().fold(0_u64, |mask, _| mask << 8 | 0xff);
        (packed, mask, text.len() as u8)
    };
    let (from, to) = if turned { (rule.b, rule.a) } else { (rule.a, rule.b) };
    let ((from, from_mask, from_length), (to, to_mask, to_length)) = (side(from), side(to));
    Packed {
        from,
        to,
        from_mask,
        to_mask,
        from_length,
        to_length,
        position: rule.position,
        cost: rule.cost,
        number: number as u16,
    }
}
