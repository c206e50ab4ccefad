//! Which words of two names answer to each other.

use crate::compare::name::distance::{allowance, distance};
use crate::compare::name::form::{Form, MOST_PARTS, Part, PartKind};
use crate::lexicon::{Lexicon, TableId};
use crate::mention::NameKind;

/// Distances above this are not told apart, in hundredths.
pub(super) const FARTHEST: u16 = 80;
/// Distances above this are not measured.
const MEASURED: u16 = 130;
/// What words are taken to differ of which one is the beginning of the other, or which begin with the same three letters.
const CLIPPED: u16 = 45;
const BEGUN_ALIKE: u16 = 100;
/// What two given names of the lexicon may differ.
const SAME_GIVEN_NAME: u16 = 16;
/// The distance of words that have nothing to do with each other.
pub(super) const APART: u16 = 150;

/// The code of `s`.
const S: u8 = 19;

/// Why two words answer to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    Equal,
    /// One sound, two spellings, or a slip: their distance, in hundredths.
    Spelled(u16),
    Initial,
    Nickname,
    /// One ends in an `s` more. Not for persons.
    Plural,
    /// British and American spelling.
    Convention,
    /// One is the beginning of the other.
    Clipped,
    /// Two words of one side are written as one on the other.
    Joined,
}

/// Words that answer to each other, as ranges of parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) bond: Bond,
}

/// The words of two names, paired.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    pub(super) pairs: Vec<Pair>,
    /// Words without a partner.
    pub(super) only_a: Vec<usize>,
    pub(super) only_b: Vec<usize>,
    /// The least distance between words without a partner.
    pub(super) nearest: u16,
    /// True where the pairs do not stand in one order.
    pub(super) reordered: bool,
}

/// Pairs the words of two names: equal ones, then joined ones, then the nearest. At most 12 x 12 distances.
pub(super) fn pair(a: &Form<'_>, b: &Form<'_>, kind: NameKind, lexicon: &Lexicon) -> Pairing {
    let mut out = Pairing { nearest: APART, ..Pairing::default() };
    let counts = |p: &Part| matches!(p.kind, PartKind::Word | PartKind::Initial | PartKind::Number);
    let mut used = [false; MOST_PARTS];
    for (i, part) in a.parts().iter().enumerate().filter(|(_, p)| counts(p)) {
        let letters = a.letters(part);
        let equal = |j: usize, p: &Part| {
            counts(p) && !used.get(j).copied().unwrap_or(true) && b.letters(p) == letters
        };
        match b.parts().iter().enumerate().find(|&(j, p)| equal(j, p)) {
            Some((j, _)) => {
                if let Some(slot) = used.get_mut(j) {
                    *slot = true;
                }
                out.pairs.push(Pair { a: i, b: j, bond: Bond::Equal });
            }
            None => out.only_a.push(i),
        }
    }
    out.only_b.extend(
        b.parts()
            .iter()
            .enumerate()
            .filter(|&(j, p)| counts(p) && !used.get(j).copied().unwrap_or(true))
            .map(|(j, _)| j),
    );
    if !out.only_a.is_empty() && !out.only_b.is_empty() {
        join(a, b, &mut out, false);
        join(b, a, &mut out, true);
        initials(a, b, &mut out, false);
        initials(b, a, &mut out, true);
        nearest(a, b, kind, lexicon, &mut out);
    }
    out.pairs.sort_unstable_by_key(|p| p.a);
    out.reordered = out.pairs.windows(2).any(|w| w[0].b > w[1].b);
    out
}

/// Two words of `a` that `b` writes as one.
fn join(a: &Form<'_>, b: &Form<'_>, out: &mut Pairing, turned: bool) {
    let (two, one) = if turned { (&out.only_b, &out.only_a) } else { (&out.only_a, &out.only_b) };
    let found = two.windows(2).filter(|w| w[1] == w[0] + 1).find_map(|w| {
        let joined = a.joined(w[0], w[1] + 1);
        let j = one.iter().copied().find(|&j| b.parts().get(j).is_some_and(|p| b.letters(p) == joined))?;
        Some((w[0], w[1], j))
    });
    let Some((first, second, j)) = found else { return };
    if turned {
        out.only_b.retain(|&x| x != first && x != second);
        out.only_a.retain(|&x| x != j);
        out.pairs.push(Pair { a: j, b: first, bond: Bond::Joined });
    } else {
        out.only_a.retain(|&x| x != first && x != second);
        out.only_b.retain(|&x| x != j);
        out.pairs.push(Pair { a: first, b: j, bond: Bond::Joined });
    }
}

/// A word in capitals that is made of the initials of several words of the other ("JC", "Jean-Claude").
fn initials(a: &Form<'_>, b: &Form<'_>, out: &mut Pairing, turned: bool) {
    let (short, long) = if turned { (&out.only_b, &out.only_a) } else { (&out.only_a, &out.only_b) };
    let found = short.iter().find_map(|&i| {
        let part = a.parts().get(i).filter(|p| p.capitals)?;
        let letters = a.letters(part);
        let run = long.windows(letters.len().clamp(2, 4)).find(|run| {
            let first = |n: &usize| b.parts().get(*n).and_then(|p| b.letters(p).first().copied());
            run.len() == letters.len() && run.iter().map(first).eq(letters.iter().map(|&c| Some(c)))
        })?;
        Some((i, run.to_vec()))
    });
    let Some((i, run)) = found else { return };
    let first = run.first().copied().unwrap_or(0);
    if turned {
        out.only_b.retain(|&x| x != i);
        out.only_a.retain(|x| !run.contains(x));
        out.pairs.push(Pair { a: first, b: i, bond: Bond::Initial });
    } else {
        out.only_a.retain(|&x| x != i);
        out.only_b.retain(|x| !run.contains(x));
        out.pairs.push(Pair { a: i, b: first, bond: Bond::Initial });
    }
}

fn nearest(a: &Form<'_>, b: &Form<'_>, kind: NameKind, lexicon: &Lexicon, out: &mut Pairing) {
    while !out.only_a.is_empty() && !out.only_b.is_empty() {
        let mut best: Option<(u16, usize, usize, usize, Bond)> = None;
        for (x, &i) in out.only_a.iter().enumerate() {
            for (y, &j) in out.only_b.iter().enumerate() {
                let (Some(p), Some(q)) = (a.parts().get(i), b.parts().get(j)) else { continue };
                let Some((cost, bond)) = bond(a, p, b, q, kind, lexicon) else { continue };
                let candidate = (cost, x.abs_diff(y), i, j, bond);
                if best.is_none_or(|b| (candidate.0, candidate.1, i, j) < (b.0, b.1, b.2, b.3)) {
                    best = Some(candidate);
                }
            }
        }
        let Some((cost, _, i, j, bond)) = best else { return };
        if cost > FARTHEST {
            out.nearest = cost;
            return;
        }
        out.only_a.retain(|&x| x != i);
        out.only_b.retain(|&x| x != j);
        out.pairs.push(Pair { a: i, b: j, bond });
    }
}

fn bond(
    a: &Form<'_>,
    p: &Part,
    b: &Form<'_>,
    q: &Part,
    kind: NameKind,
    lexicon: &Lexicon,
) -> Option<(u16, Bond)> {
    let (x, y) = (a.letters(p), b.letters(q));
    if p.kind == PartKind::Number || q.kind == PartKind::Number {
        return None;
    }
    if p.kind == PartKind::Initial || q.kind == PartKind::Initial {
        return (x.first() == y.first()).then_some((10, Bond::Initial));
    }
    if kind != NameKind::Person {
        let (long, short) = if x.len() > y.len() { (x, y) } else { (y, x) };
        if short.len() >= 4 && long.split_last() == Some((&S, short)) {
            return Some((8, Bond::Plural));
        }
        if p.begins.contains(TableId::Spelling)
            && q.begins.contains(TableId::Spelling)
            && lexicon.table(TableId::Spelling).share(a.word(p), b.word(q))
        {
            return Some((2, Bond::Convention));
        }
    }
    if p.begins.contains(TableId::Nickname) && q.begins.contains(TableId::Nickname) {
        let table = lexicon.table(TableId::Nickname);
        if table.share(a.word(p), b.word(q)) {
            return Some((11, Bond::Nickname));
        }
    }
    let known = p.begins.contains(TableId::GivenName) && q.begins.contains(TableId::GivenName);
    if known {
        let table = lexicon.table(TableId::GivenName);
        match (table.get_folded(a.word(p)), table.get_folded(b.word(q))) {
            (Some(s), Some(t)) if s.canonical == t.canonical => return Some((10, Bond::Spelled(10))),
            // Two names that many people bear, unless they sound alike.
            (Some(_), Some(_)) => {
                return word_distance(x, y, SAME_GIVEN_NAME).map(|d| (d, Bond::Spelled(d)));
            }
            _ => {}
        }
    }
    let spelled = word_distance(x, y, MEASURED);
    let shared = x.iter().zip(y).take_while(|(c, d)| c == d).count();
    if shared >= 3 && spelled.is_none_or(|d| d > CLIPPED) {
        if shared == x.len().min(y.len()) {
            return Some((CLIPPED, Bond::Clipped));
        }
        return Some((
            spelled.unwrap_or(MEASURED).min(BEGUN_ALIKE),
            Bond::Spelled(spelled.unwrap_or(MEASURED).min(BEGUN_ALIKE)),
        ));
    }
    spelled.map(|d| (d, Bond::Spelled(d)))
}

/// The distance of two words in hundredths, divided by what words of their length may differ; `None` above `farthest`.
pub(super) fn word_distance(x: &[u8], y: &[u8], farthest: u16) -> Option<u16> {
    if x == y {
        return Some(0);
    }
    let shorter = x.len().min(y.len());
    if x.len().abs_diff(y.len()) > 2 + shorter / 2 {
        return None;
    }
    let allowed = u32::from(allowance(shorter));
    let limit = (u32::from(farthest) * allowed / 100) as u16;
    let cost = distance(x, y, limit)?;
    Some((u32::from(cost) * 100 / allowed) as u16)
}
