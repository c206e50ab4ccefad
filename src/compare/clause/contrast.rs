//! Contrast: two sentences that say the same but for one thing, which is denied, turned around, or another.
//!
//! A clause by itself says too little where the words of a sentence are spread over several, or its verb is not found. So
//! sentences are set side by side whole: what is left over when all words that answer to each other are taken away is the
//! difference, and where little is left, it is one of one matter (minimal pairs; de Marneffe, Rafferty and Manning 2008 on
//! negation and antonyms on aligned words of equal polarity).

use std::ops::Range;

use super::opposite::is_opposite;
use super::wording::{Cue, Word, Wording};
use crate::compare::{Judgement, Level};
use crate::lexicon::Lexicon;
use crate::text::Document;

/// The share of the words of the sentence with fewer that must answer to words of the other.
const CONTAINED: f64 = 0.6;
/// The same of sentences of many words, and what counts as many.
const CONTAINED_LONG: f64 = 0.7;
const LONG: usize = 9;

/// The words of a sentence with their document.
#[derive(Clone, Copy, Debug)]
pub struct Sided<'a, 't> {
    /// The document.
    pub document: &'a Document<'t>,
    /// The words of one of its sentences.
    pub wording: &'a Wording,
}

/// Where two sentences part.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// What the difference amounts to.
    pub judgement: Judgement,
    /// The tokens that differ; of a denial, the word that is denied.
    pub a: Range<usize>,
    /// The same in the other sentence.
    pub b: Range<usize>,
    /// How much of the sentence with more words the other covers.
    pub covered: f64,
}

/// Two sentences side by side: for each word the position of its answer, and what is left over.
#[derive(Clone, Debug)]
pub struct Parallel {
    of_a: Vec<Option<usize>>,
    of_b: Vec<Option<usize>>,
    /// How many words with content answer to each other.
    pub shared: usize,
    /// Their share of the words of the sentence with fewer.
    pub contained: f64,
    /// Their share of the words of the sentence with more.
    pub covered: f64,
}

/// Sets two sentences side by side. Cost: the product of the numbers of their words, bounded.
pub fn parallel(a: &Wording, b: &Wording) -> Parallel {
    let mut of_a = vec![None; a.words.len()];
    let mut of_b = vec![None; b.words.len()];
    let mut shared = 0;
    let mut pass = |alike: fn(&Word, &Word) -> bool| {
        let mut last = 0;
        for (i, x) in a.words.iter().enumerate().filter(|(_, x)| x.content) {
            if of_a.get(i).copied().flatten().is_some() {
                continue;
            }
            // The next one after the last match, so that repeated words keep their order.
            let free = |&j: &usize| {
                of_b.get(j).is_some_and(Option::is_none)
                    && b.words.get(j).is_some_and(|y| y.content && alike(x, y))
            };
            let found = (last..b.words.len()).find(free).or_else(|| (0..last).find(free));
            if let Some(j) = found {
                if let (Some(x), Some(y)) = (of_a.get_mut(i), of_b.get_mut(j)) {
                    (*x, *y) = (Some(j), Some(i));
                }
                (last, shared) = (j, shared + 1);
            }
        }
    };
    pass(|x, y| x.key == y.key);
    pass(Word::answers);
    let share = |of: usize| shared as f64 / of.max(1) as f64;
    Parallel {
        of_a,
        of_b,
        shared,
        contained: share(a.content.min(b.content)),
        covered: share(a.content.max(b.content)),
    }
}

/// Judges where two sentences part, if that is all in which they do: denied in one, or a word and its opposite. Confidence
/// grows with what they share.
pub fn contrast(a: Sided<'_, '_>, b: Sided<'_, '_>, lexicon: &Lexicon) -> Option<Contrast> {
    let (x, y) = (a.wording, b.wording);
    if x.content.min(y.content) < 2 {
        return None;
    }
    let sides = parallel(x, y);
    // One word of each may be the very difference.
    if sides.shared == 0 || (sides.shared + 1) as f64 / (x.content.min(y.content) as f64) < CONTAINED {
        return None;
    }
    let opposite = opposite(a, b, &sides, lexicon);
    let denial = denial(x, y, &sides);
    match (opposite, denial) {
        (Some((i, j)), None) => {
            let (p, q) = (x.words.get(i)?.token, y.words.get(j)?.token);
            let beside = sides.shared as f64 / (x.content.min(y.content).max(2) - 1) as f64;
            if beside.min(1.0) < CONTAINED_LONG || sides.covered < 0.5 {
                return None;
            }
            let reason = format!("\"{}\" excludes \"{}\"", a.document.surface(p), b.document.surface(q));
            let confidence = 0.35 + 0.3 * beside.min(1.0) + 0.25 * sides.covered;
            Some(Contrast { judgement: Judgement::new(Level::Opposite, confidence, reason), a: p..p + 1, b: q..q + 1, covered: sides.covered })
        }
        (None, Some((cue, here, i, j))) => {
            let least = if x.content.min(y.content) >= LONG { CONTAINED_LONG } else { CONTAINED };
            if sides.contained < least {
                return None;
            }
            let (p, q) = (x.words.get(i)?.token, y.words.get(j)?.token);
            let document = if here { a.document } else { b.document };
            let words = document.span(cue.tokens.clone()).slice(document.text());
            let reason = format!("asserted in one and denied in the other by \"{words}\"");
            let confidence = 0.3 + 0.4 * sides.contained + 0.25 * sides.covered;
            Some(Contrast { judgement: Judgement::new(Level::Denied, confidence, reason), a: p..p + 1, b: q..q + 1, covered: sides.covered })
        }
        _ => None,
    }
}

/// The cue that denies in one what the other asserts: whether it stands in the first, and the positions of the word denied.
/// `None` where no word is denied in one only, or two are.
fn denial<'w>(a: &'w Wording, b: &'w Wording, sides: &Parallel) -> Option<(&'w Cue, bool, usize, usize)> {
    let aimed = |w: &Wording, at: usize| w.cues.iter().filter(|c| c.target == at).count();
    let mut found = None;
    let mut count = 0;
    for cue in &a.cues {
        let Some(j) = sides.of_a.get(cue.target).copied().flatten() else { continue };
        if aimed(a, cue.target) % 2 != aimed(b, j) % 2 {
            (found, count) = (Some((cue, true, cue.target, j)), count + 1);
        }
    }
    for cue in &b.cues {
        let Some(i) = sides.of_b.get(cue.target).copied().flatten() else { continue };
        if aimed(b, cue.target) % 2 != aimed(a, i) % 2 {
            (found, count) = (Some((cue, false, i, cue.target)), count + 1);
        }
    }
    found.filter(|_| count == 1)
}

/// The positions of two words without answer, one in each, that exclude each other in the same place.
fn opposite(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel, lexicon: &Lexicon) -> Option<(usize, usize)> {
    let (x, y) = (&a.wording.words, &b.wording.words);
    let left = |words: &[Word], of: &[Option<usize>], others: &[Word]| -> Vec<usize> {
        let open = |n: &usize| {
            words.get(*n).is_some_and(|w| {
                of.get(*n).is_some_and(Option::is_none) && (w.content || !others.iter().any(|o| o.key == w.key))
            })
        };
        (0..words.len()).filter(open).collect()
    };
    let (here, there) = (left(x, &sides.of_a, y), left(y, &sides.of_b, x));
    let same = |i: Option<usize>, j: Option<usize>| match (i.and_then(|i| x.get(i)), j.and_then(|j| y.get(j))) {
        (Some(p), Some(q)) => p.answers(q),
        (None, None) => true,
        _ => false,
    };
    let place = |i: usize, j: usize| same(i.checked_sub(1), j.checked_sub(1)) || same(Some(i + 1), Some(j + 1));
    let mut found = None;
    for &i in &here {
        for &j in &there {
            if !place(i, j) {
                continue;
            }
            let (Some(p), Some(q)) = (x.get(i), y.get(j)) else { continue };
            if is_opposite(a.document.folded(p.token), b.document.folded(q.token), lexicon) {
                if found.is_some() {
                    return None;
                }
                found = Some((i, j));
            }
        }
    }
    found
}
