//! Paraphrase: where two linked sentences say one thing in different words, or one says more about it.
//!
//! A paraphrase outside quotation marks is not a discrepancy unless the facts differ (annotation guide, rule 6), so this
//! module reports only agreements: words that a naive comparison would flag are shown to mean the same. The words of the two
//! sentences are aligned by their longest common subsequence; unmatched words next to the same matched word are in the same
//! place.

use std::ops::Range;

use crate::compare::vocabulary::{Stretch, Word};
use crate::compare::{Facet, Judgement, Level};
use crate::lexicon::{Lexicon, TableId};
use crate::mention::Clause;
use crate::mention::clause::{Certainty, verb};

/// The most words compared in a sentence.
const LONGEST: usize = 60;
/// The most words before a noun that are taken as its modifiers.
const MODIFIERS: usize = 3;
/// How many words two clauses with one verb must share besides it, and their fraction of the shorter clause.
const SHARED: usize = 2;
const CONTAINED: f64 = 0.6;
/// The confidence of two clauses with one verb, and what the share of their words adds.
const ONE_VERB: f64 = 0.5;
const OF_SHARED: f64 = 0.4;
/// Two words that are synonyms in the lexicon; and a person described more fully, who may be a different one.
const SYNONYMS: f64 = 0.85;
const DESCRIBED: f64 = 0.8;

/// Two passages, one in each sentence, that say the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Tokens of the first sentence.
    pub here: Range<usize>,
    /// Tokens of the other.
    pub there: Range<usize>,
    /// The facet as which they are compared: a role, or an action.
    pub facet: Facet,
    /// The finding; always an agreement.
    pub judgement: Judgement,
}

/// Words of two linked sentences that are in the same place and mean the same: synonyms, and people described more and less
/// fully. Quadratic in the number of words, bounded.
pub fn compare(a: &Stretch<'_, '_>, b: &Stretch<'_, '_>, lexicon: &Lexicon) -> Vec<Meeting> {
    let (x, y) = (words(a, &a.tokens), words(b, &b.tokens));
    let sides = Sides::of(x, y);
    let mut met = Vec::new();
    for (i, here) in x.iter().enumerate() {
        if let Some(j) = sides.of_x(i) {
            met.extend(described(a, b, x, y, (i, j)));
            continue;
        }
        let found = sides.places(i).into_iter().flatten().filter_map(|j| y.get(j));
        let found = found.filter_map(|there| one_thing(a, b, here.at, there.at, lexicon)).next();
        if let Some((here, there, judgement)) = found {
            met.push(Meeting { here, there, facet: Facet::Action, judgement });
        }
    }
    met
}

/// Compares two clauses with one verb, of which one says more, or each says more in another way; `None` if they are about
/// different acts, or if their certainty differs. Each clause is in the stretch before it. Quadratic in the number of words,
/// bounded.
pub fn compare_clauses(
    a: &Stretch<'_, '_>,
    x: &Clause,
    b: &Stretch<'_, '_>,
    y: &Clause,
    lexicon: &Lexicon,
) -> Option<Judgement> {
    let (here, there) = (x.trigger?, y.trigger?);
    let sure = |c: &Clause| c.certainty >= Certainty::Probable;
    if x.negated != y.negated || sure(x) != sure(y) || x.denial != y.denial {
        return None;
    }
    let (v, w) = (a.document.folded(here), b.document.folded(there));
    let form = |s: &Stretch<'_, '_>, at: usize| s.forms(at).map(|forms| forms.normal);
    if form(a, here)? != form(b, there)? && !lexicon.table(TableId::Synonym).share(v, w) {
        return None;
    }
    let speech = |s: &Stretch<'_, '_>, at: usize| {
        s.document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Speech))
    };
    if verb::is_auxiliary(v) || verb::is_auxiliary(w) || speech(a, here) || speech(b, there) {
        return None;
    }
    // All words except the verb.
    let (p, q) = (words(a, &x.tokens), words(b, &y.tokens));
    let p = || p.iter().filter(|word| word.at != here);
    let q = || q.iter().filter(|word| word.at != there);
    let in_p = |word: &&Word| p().any(|o| o.key == word.key);
    let in_q = |word: &&Word| q().any(|o| o.key == word.key);
    let shared = p().filter(in_q).count();
    let (n, m) = (p().count(), q().count());
    let (least, most) = (n.min(m), n.max(m));
    if shared < SHARED || (shared as f64) < CONTAINED * least as f64 || shared == most {
        return None;
    }
    // Different numbers are different facts, compared elsewhere.
    let number = |word: &&Word| word.number;
    let numbered = p().any(|w| w.number) && q().any(|w| w.number);
    if numbered && !(p().filter(number).all(|w| in_q(&w)) && q().filter(number).all(|w| in_p(&w))) {
        return None;
    }
    // An act with different actors is two acts, unless other stages say that the actors are the same.
    if p().any(|w| w.name && !in_q(&w)) && q().any(|w| w.name && !in_p(&w)) {
        return None;
    }
    let (level, reason) = if shared == least {
        (Level::Specific, "one act, about which one says more")
    } else {
        (Level::Compatible, "one act, about which each says something different")
    };
    Some(Judgement::new(level, ONE_VERB + OF_SHARED * shared as f64 / least as f64, reason))
}

/// The words compared in a range of tokens.
fn words<'s>(stretch: &'s Stretch<'_, '_>, tokens: &Range<usize>) -> &'s [Word] {
    let words = stretch.within(tokens);
    words.get(..LONGEST).unwrap_or(words)
}

/// The longest common subsequence of two lists of words: the partner of each word.
struct Sides {
    of_x: Vec<Option<usize>>,
    of_y: Vec<Option<usize>>,
}

impl Sides {
    /// Each row of the length table is one number, in which a bit is 0 where the length grows (Hyyrö 2004), so a row takes a
    /// few operations. The words of `y` are in reverse, since the table is filled from the end.
    fn of(x: &[Word], y: &[Word]) -> Self {
        const { assert!(LONGEST < u64::BITS as usize) };
        let (n, m) = (x.len(), y.len());
        let mut rows = [u64::MAX; LONGEST + 1];
        // The positions of words that may be the same, by six bits of their keys, which leaves few to compare.
        let mut places = [0_u64; 64];
        let place = |word: &Word| (word.key % 64) as usize;
        for (at, word) in y.iter().rev().enumerate() {
            if let Some(places) = places.get_mut(place(word)) {
                *places |= 1 << at;
            }
        }
        let mut row = u64::MAX;
        for (word, kept) in x.iter().zip(&mut rows).rev() {
            let mut near = places.get(place(word)).copied().unwrap_or(0);
            let mut same = 0;
            while near != 0 {
                let at = near.trailing_zeros();
                let is_same = y.iter().rev().nth(at as usize).is_some_and(|o| o.key == word.key);
                same |= u64::from(is_same) << at;
                near &= near - 1;
            }
            row = row.wrapping_add(row & same) | (row & !same);
            *kept = row;
        }
        // The length for the words of both from two positions on.
        let longest = |i: usize, j: usize| {
            let rest = m - j;
            rows.get(i).map_or(0, |row| (!row & ((1 << rest) - 1)).count_ones())
        };
        let mut sides = Self { of_x: vec![None; n], of_y: vec![None; m] };
        let (mut i, mut j) = (0, 0);
        while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
            if p.key == q.key {
                if let (Some(p), Some(q)) = (sides.of_x.get_mut(i), sides.of_y.get_mut(j)) {
                    (*p, *q) = (Some(j), Some(i));
                }
                (i, j) = (i + 1, j + 1);
            } else if longest(i + 1, j) >= longest(i, j + 1) {
                i += 1;
            } else {
                j += 1;
            }
        }
        sides
    }

    fn of_x(&self, i: usize) -> Option<usize> {
        self.of_x.get(i).copied().flatten()
    }

    /// The unmatched words of `y` in the place of a word of `x`, at most two: after the partner of the word before it, or
    /// before the partner of the word after it. The ends of a sentence do not count as words.
    fn places(&self, i: usize) -> [Option<usize>; 2] {
        let free = |j: &usize| self.of_y.get(*j).is_some_and(Option::is_none);
        let behind = i.checked_sub(1).and_then(|i| self.of_x(i)).map(|j| j + 1).filter(free);
        let before = self.of_x(i + 1).and_then(|j| j.checked_sub(1)).filter(free);
        [behind, before.filter(|_| before != behind)]
    }
}

/// Two synonyms.
fn one_thing(
    a: &Stretch<'_, '_>,
    b: &Stretch<'_, '_>,
    here: usize,
    there: usize,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, Range<usize>, Judgement)> {
    let (x, y) = (a.document.folded(here), b.document.folded(there));
    let name = |s: &Stretch<'_, '_>, at: usize| at > s.tokens.start && s.is_capitalised(at);
    let token = |s: &Stretch<'_, '_>, at: usize, table: TableId| {
        s.document.tokens().get(at).is_some_and(|t| t.begins.contains(table))
    };
    let known = token(a, here, TableId::Synonym) && token(b, there, TableId::Synonym);
    let said = token(a, here, TableId::Speech) || token(b, there, TableId::Speech);
    let share =
        known && !said && !name(a, here) && !name(b, there) && lexicon.table(TableId::Synonym).share(x, y);
    share.then(|| {
        let (one, other) = (here..here + 1, there..there + 1);
        let reason =
            format!("\"{}\" and \"{}\" say the same thing", a.slice(one.clone()), b.slice(other.clone()));
        (one, other, Judgement::new(Level::Form, SYNONYMS, reason))
    })
}

/// A matched noun for a person, with modifiers before it in one sentence but not in the other.
fn described(
    a: &Stretch<'_, '_>,
    b: &Stretch<'_, '_>,
    x: &[Word],
    y: &[Word],
    (i, j): (usize, usize),
) -> Option<Meeting> {
    let (person, other) = (x.get(i).filter(|w| w.role)?, y.get(j)?);
    let (here, there) = (person.at, other.at);
    // Before a name it is that name's role, which is compared as such.
    let titled = |s: &Stretch<'_, '_>, at: usize| s.tokens.contains(&(at + 1)) && s.is_capitalised(at + 1);
    if titled(a, here) && titled(b, there) {
        return None;
    }
    let modifiers = |words: &[Word], at: usize| {
        let before = words.iter().rev().take(MODIFIERS).enumerate();
        before.take_while(|(n, w)| w.at + n + 1 == at).count()
    };
    let (n, m) = (modifiers(x.get(..i)?, here), modifiers(y.get(..j)?, there));
    let (p, q) = (x.get(i - n..i)?, y.get(j - m..j)?);
    let shared = p.iter().filter(|w| q.iter().any(|o| o.key == w.key)).count();
    // If one has nothing before it, that may be nothing or a verb; different words in both may be about another person.
    if shared == n && shared == m || shared < n.min(m) {
        return None;
    }
    let (one, other) = (here - n..here + 1, there - m..there + 1);
    let (here, there) = (a.slice(one.clone()), b.slice(other.clone()));
    let (less, more) = if n < m { (here, there) } else { (there, here) };
    let name = |s: &Stretch<'_, '_>, tokens: &Range<usize>| {
        tokens.clone().any(|t| t > s.tokens.start && s.is_capitalised(t))
    };
    // "To fight insurgents" does not modify the insurgents: modifiers follow an article or a preposition.
    let opened = |s: &Stretch<'_, '_>, tokens: &Range<usize>| {
        let before = tokens.start.checked_sub(1).filter(|t| s.tokens.contains(t));
        before.is_none_or(|t| {
            let word = s.document.folded(t);
            let possessive = matches!(word, "his" | "her" | "their" | "its" | "our" | "my" | "'s");
            verb::is_determiner(word) || verb::is_preposition(word) && word != "to" || possessive
        })
    };
    if name(a, &one) || name(b, &other) || !opened(a, &one) || !opened(b, &other) {
        return None;
    }
    let reason = format!("\"{less}\" is what \"{more}\" says in full");
    let judgement = Judgement::new(Level::Specific, DESCRIBED, reason);
    Some(Meeting { here: one, there: other, facet: Facet::Role, judgement })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Sides, Word};

    fn words(keys: &[u64]) -> Vec<Word> {
        let word = |(at, &key)| Word { at, key, number: false, name: false, role: false };
        keys.iter().enumerate().map(word).collect()
    }

    /// The partners from a plain table of lengths.
    fn plain(x: &[u64], y: &[u64]) -> Vec<Option<usize>> {
        let mut longest = vec![vec![0; y.len() + 1]; x.len() + 1];
        for i in (0..x.len()).rev() {
            for j in (0..y.len()).rev() {
                longest[i][j] = match x[i] == y[j] {
                    true => longest[i + 1][j + 1] + 1,
                    false => longest[i + 1][j].max(longest[i][j + 1]),
                };
            }
        }
        let mut partners = vec![None; x.len()];
        let (mut i, mut j) = (0, 0);
        while i < x.len() && j < y.len() {
            if x[i] == y[j] {
                partners[i] = Some(j);
                (i, j) = (i + 1, j + 1);
            } else if longest[i + 1][j] >= longest[i][j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
        partners
    }

    #[test]
    fn rows_of_bits_give_the_partners_of_the_plain_table() {
        let mut seed = 7_u64;
        let mut next = |below: u64| {
            seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..2_000 {
            let (n, m) = (next(LONGEST as u64 + 1), next(LONGEST as u64 + 1));
            // A small vocabulary in which some keys share their lowest bits.
            let mut list = |n| (0..n).map(|_| next(9) * 32).collect::<Vec<u64>>();
            let (x, y) = (list(n), list(m));
            assert_eq!(Sides::of(&words(&x), &words(&y)).of_x, plain(&x, &y), "{x:?} and {y:?}");
        }
    }
}
