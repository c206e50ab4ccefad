//! Contrast: two sentences that say the same but for one thing, which is denied, turned around, or another.
//!
//! A clause by itself says too little where the words of a sentence are spread over several, or its verb is not found. So
//! sentences are set side by side whole: what is left over when all words that answer to each other are taken away is the
//! difference, and where little is left, it is one of one matter (minimal pairs; de Marneffe, Rafferty and Manning 2008 on
//! negation and antonyms on aligned words of equal polarity).

use std::ops::Range;

use super::opposite::{are_journeys, is_day, is_opposite};
use super::wording::{Cue, Word, Wording};
use crate::compare::{Judgement, Level};
use crate::lexicon::Lexicon;
use crate::lexicon::closed::Class;
use crate::lexicon::number::ordinal;
use crate::lexicon::word_set::WordSet;
use crate::text::{Document, TokenKind, stem};

/// The share of the words of the sentence with fewer that must answer to words of the other.
const CONTAINED: f64 = 0.6;
/// The same of sentences of many words, and what counts as many.
const CONTAINED_LONG: f64 = 0.7;
const LONG: usize = 9;
/// The share of the words of the sentence with more that must answer, where a word and its opposite are all that differs.
const COVERED: f64 = 0.5;
/// The confidence of an opposite, and what the shares of either sentence add; few words exclude each other without fail.
const OPPOSITE: f64 = 0.35;
const OF_BESIDE: f64 = 0.3;
const OF_COVERED: f64 = 0.25;
/// The same of a denial, which says nothing by itself: what is shared, and how much of what is denied the other tells, says all.
const DENIED: f64 = 0.1;
const OF_CONTAINED: f64 = 0.35;
const OF_TOLD: f64 = 0.5;
/// Of a denial of another word: little more than a guess.
const OTHER_WORD: f64 = 0.56;
/// What is left of the confidence where the two have other words in one place besides: perhaps for one thing, perhaps not.
const REPLACED: f64 = 0.75;
/// The same where what follows a word that one denies is told otherwise.
const OTHERWISE: f64 = 0.82;

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
    // Most words without an answer are told by a bit that is not set.
    let bit = |key: u64| 1_u64 << (key % 64);
    let held = b.words.iter().filter(|y| y.content).fold(0, |held, y| held | bit(y.key) | bit(y.sense));
    let mut pass = |alike: fn(&Word, &Word) -> bool| {
        let mut last = 0;
        for (i, x) in a.words.iter().enumerate().filter(|(_, x)| x.content) {
            if held & (bit(x.key) | bit(x.sense)) == 0 || of_a.get(i).copied().flatten().is_some() {
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
pub fn contrast(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel, lexicon: &Lexicon) -> Option<Contrast> {
    let (x, y) = (a.wording, b.wording);
    let fewer = x.content.min(y.content);
    // One word of each may be the very difference.
    if fewer < 2 || sides.shared == 0 || (sides.shared + 1) as f64 / (fewer as f64) < CONTAINED {
        return None;
    }
    let denial = denial(a, b, sides);
    match opposite(a, b, sides, lexicon) {
        Opposites::One(i, j) if denial.is_none() => turned(a, b, sides, (i, j)),
        Opposites::None => denied(a, b, sides, denial?),
        _ => None,
    }
}

fn turned(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel, (i, j): (usize, usize)) -> Option<Contrast> {
    let (x, y) = (a.wording, b.wording);
    let denied = |w: &Wording, at: usize| w.cues.iter().any(|c| c.target == at);
    let fewer = (x.content.min(y.content).max(2) - 1) as f64;
    let beside = (sides.shared as f64 / fewer).min(1.0);
    // "Not impossible" is possible; what some are others need not be.
    let hedged = denied(x, i) != denied(y, j) || x.partial || y.partial;
    if hedged || beside < CONTAINED_LONG || sides.covered < COVERED || apart(a, b, sides) {
        return None;
    }
    let (p, q) = (x.words.get(i)?.token, y.words.get(j)?.token);
    let reason = format!("\"{}\" excludes \"{}\"", a.document.surface(p), b.document.surface(q));
    let doubt = if sides.replaced(x, y, (0, 0), Some((i, j))) { REPLACED } else { 1.0 };
    let confidence = (OPPOSITE + OF_BESIDE * beside + OF_COVERED * sides.covered) * doubt;
    let judgement = Judgement::new(Level::Opposite, confidence, reason);
    Some(Contrast { judgement, a: p..p + 1, b: q..q + 1, covered: sides.covered })
}

fn denied(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel, denial: Denial<'_>) -> Option<Contrast> {
    let (x, y) = (a.wording, b.wording);
    let least = if x.content.min(y.content) >= LONG { CONTAINED_LONG } else { CONTAINED };
    let (i, j) = denial.target;
    if sides.contained < least {
        return None;
    }
    if apart(a, b, sides) {
        return None;
    }
    let (p, q) = (x.words.get(i)?.token, y.words.get(j)?.token);
    if if denial.here { is_sought(b, &sides.of_b, j) } else { is_sought(a, &sides.of_a, i) } {
        return None;
    }
    let (denying, document) = if denial.here { (x, a.document) } else { (y, b.document) };
    let words = document.span(denial.cue.tokens.clone()).slice(document.text());
    let reason = format!("asserted in one and denied in the other by \"{words}\"");
    // What is denied with a detail may be so without it; what is denied altogether is not so in any detail.
    let told = sides.shared as f64 / denying.content.max(1) as f64;
    let doubt = if sides.replaced(x, y, (i, j), None) { OTHERWISE } else { 1.0 };
    let confidence = match denial.other_word {
        true => OTHER_WORD,
        false => (DENIED + OF_CONTAINED * sides.contained + OF_TOLD * told) * doubt,
    };
    let judgement = Judgement::new(Level::Denied, confidence, reason);
    Some(Contrast { judgement, a: p..p + 1, b: q..q + 1, covered: sides.covered })
}

impl Parallel {
    /// The position of the word of the other sentence that answers to a word of the first.
    pub(super) fn answer_of_a(&self, at: usize) -> Option<usize> {
        self.of_a.get(at).copied().flatten()
    }

    /// The same from the other.
    pub(super) fn answer_of_b(&self, at: usize) -> Option<usize> {
        self.of_b.get(at).copied().flatten()
    }

    /// How many words with content of a stretch of the first sentence answer to words of a stretch of the other.
    pub fn shared_within(&self, a: &Wording, x: &Range<usize>, b: &Wording, y: &Range<usize>) -> usize {
        let within = |w: &Wording, at: usize, tokens: &Range<usize>| {
            w.words.get(at).is_some_and(|word| tokens.contains(&word.token))
        };
        let pairs = self.of_a.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?)));
        pairs.filter(|&(i, j)| within(a, i, x) && within(b, j, y)).count()
    }

    /// True where a word for a day, or its number beside a month, has an answer.
    fn share_a_day(&self, a: Sided<'_, '_>) -> bool {
        let answered = a.wording.words.iter().zip(&self.of_a).filter(|(_, of)| of.is_some());
        let calendar =
            |at: usize| a.document.is(at, Class::CalendarWord) || a.document.is(at, Class::AmbiguousMonth);
        answered.into_iter().any(|(word, _)| {
            let (at, folded) = (word.token, a.document.folded(word.token));
            let number = folded.len() < 3 && folded.bytes().all(|b| b.is_ascii_digit());
            is_day(folded) || number && (calendar(at + 1) || at > 0 && calendar(at - 1))
        })
    }

    /// True where two stretches of tokens, one of each sentence, stand in the same place: no word of theirs has an answer, and
    /// the words right before and right after them answer to each other.
    pub fn in_one_place(&self, a: &Wording, x: &Range<usize>, b: &Wording, y: &Range<usize>) -> bool {
        let within = |w: &Wording, tokens: &Range<usize>| {
            let from = w.words.partition_point(|w| w.token < tokens.start);
            from..w.words.partition_point(|w| w.token < tokens.end)
        };
        let (p, q) = (within(a, x), within(b, y));
        let open = |of: &[Option<usize>], at: &Range<usize>| {
            !at.is_empty() && of.get(at.clone()).is_some_and(|of| of.iter().all(Option::is_none))
        };
        let same = |i: Option<usize>, j: Option<usize>| alike(a, i, b, j);
        open(&self.of_a, &p)
            && open(&self.of_b, &q)
            && same(p.start.checked_sub(1), q.start.checked_sub(1))
            && same(Some(p.end), Some(q.end))
    }

    /// True where, in one place of both and from a pair of positions on, each has a word the other lacks: they speak of two
    /// things. The pair `but` is not counted.
    fn replaced(&self, a: &Wording, b: &Wording, from: (usize, usize), but: Option<(usize, usize)>) -> bool {
        let open = |words: &Wording, of: &[Option<usize>], at: usize| {
            words.words.get(at).is_some_and(|w| w.content) && of.get(at).is_some_and(Option::is_none)
        };
        let mut pairs = self.of_a.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?)));
        pairs.any(|(i, j)| {
            if i < from.0 || j < from.1 {
                return false;
            }
            // The next word with content after the pair, on both sides.
            let next = |w: &Wording, at: usize| (at + 1..w.words.len()).find(|&n| w.is_content(n));
            match (next(a, i), next(b, j)) {
                (Some(p), Some(q)) => Some((p, q)) != but && open(a, &self.of_a, p) && open(b, &self.of_b, q),
                _ => false,
            }
        })
    }
}

/// True where the two begin with words for two things, before any word that both have: subjects of which neither is a mere
/// "man" or "someone".
fn apart(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel) -> bool {
    let lead = |s: Sided<'_, '_>, of: &[Option<usize>]| -> Option<bool> {
        // "On 3 May the council" begins with the council.
        let day = |n: usize| {
            let token = s.wording.words.get(n).and_then(|w| s.document.tokens().get(w.token));
            token.is_some_and(|t| t.kind == TokenKind::Number || t.begins.is(Class::CalendarWord))
        };
        let first = (0..s.wording.words.len()).find(|&n| s.wording.is_content(n) && !day(n))?;
        let open = of.get(first).is_some_and(Option::is_none);
        let plain = s.wording.words.get(first).is_some_and(|w| s.document.is_in(w.token, WordSet::Anybody));
        open.then_some(!plain)
    };
    matches!((lead(a, &sides.of_a), lead(b, &sides.of_b)), (Some(x), Some(y)) if x || y)
}

/// True of words that answer to each other, and of two ends.
fn alike(a: &Wording, i: Option<usize>, b: &Wording, j: Option<usize>) -> bool {
    match (i.and_then(|i| a.words.get(i)), j.and_then(|j| b.words.get(j))) {
        (Some(x), Some(y)) => x.answers(y),
        (None, None) => true,
        _ => false,
    }
}

/// The word without answer that stands in one sentence where a word without answer stands in the other, all else being much
/// the same: perhaps another word for it.
fn in_place_of(
    w: &Wording,
    at: usize,
    other: &Wording,
    of: &[Option<usize>],
    sides: &Parallel,
) -> Option<usize> {
    if sides.covered < CONTAINED_LONG || sides.shared < 3 {
        return None;
    }
    let open = |j: &usize| other.is_content(*j) && of.get(*j).is_some_and(Option::is_none);
    let mut places = (0..other.words.len()).filter(open).filter(|&j| {
        alike(w, at.checked_sub(1), other, j.checked_sub(1)) || alike(w, Some(at + 1), other, Some(j + 1))
    });
    places.next().filter(|_| places.next().is_none())
}

/// What one of two sentences denies of the other.
struct Denial<'w> {
    cue: &'w Cue,
    /// True where the first denies.
    here: bool,
    /// The positions of the word denied.
    target: (usize, usize),
    /// True where the other has another word in its place.
    other_word: bool,
}

/// True of one of two possibilities, which is not asserted: "a hat or a cap".
fn is_alternative(s: Sided<'_, '_>, at: usize) -> bool {
    let Some(token) = s.wording.words.get(at).map(|w| w.token) else { return false };
    let before = (1..=2).filter_map(|n| token.checked_sub(n));
    let article = |at: usize| matches!(s.document.folded(at), "a" | "an" | "the" | "or");
    let or = before.take_while(|&at| article(at)).any(|at| s.document.folded(at) == "or");
    or || s.document.folded(token + 1) == "or"
}

/// True of a word that names what somebody is for or against: who backs a closure has closed nothing.
fn is_sought(s: Sided<'_, '_>, of: &[Option<usize>], at: usize) -> bool {
    let words = s.wording.words.iter().zip(of).take(at);
    words
        .filter(|(_, answer)| answer.is_none())
        .any(|(word, _)| s.document.is_in(word.token, WordSet::ForOrAgainst))
}

/// True where a sentence refuses in a word of its own what a cue of the other refuses, though not right before it.
fn is_refused(document: &Document<'_>, cue: &Cue, other: Sided<'_, '_>) -> bool {
    let verb = stem(document.folded(cue.tokens.start));
    matches!(&*verb, "declin" | "decline" | "refus" | "refuse" | "fail")
        && other.wording.words.iter().any(|w| {
            let word = stem(other.document.folded(w.token));
            word == verb || matches!(&*word, "declin" | "decline" | "refus" | "refuse")
        })
}

/// What is denied in one sentence only. `None` where nothing is, where both deny something of the other, or where a denial is
/// of what the other does not speak of.
fn denial<'w>(a: Sided<'w, '_>, b: Sided<'w, '_>, sides: &Parallel) -> Option<Denial<'w>> {
    let (x, y) = (a.wording, b.wording);
    if x.cues.is_empty() && y.cues.is_empty() || x.open || y.open {
        return None;
    }
    let aimed = |w: &Wording, at: usize| w.cues.iter().filter(|c| c.target == at).count();
    let mut found: Vec<Denial<'w>> = Vec::new();
    let mut loose = [x.idle, y.idle];
    for (n, (w, of)) in [(x, &sides.of_a), (y, &sides.of_b)].into_iter().enumerate() {
        for cue in &w.cues {
            let here = n == 0;
            match of.get(cue.target).copied().flatten() {
                None => {
                    let (other, back) = if here { (y, &sides.of_b) } else { (x, &sides.of_a) };
                    match in_place_of(w, cue.target, other, back, sides) {
                        Some(at) if other.cues.is_empty() => {
                            let target = if here { (cue.target, at) } else { (at, cue.target) };
                            found.push(Denial { cue, here, target, other_word: true });
                        }
                        _ => loose[n] += 1,
                    }
                }
                Some(at) => {
                    let target = if here { (cue.target, at) } else { (at, cue.target) };
                    if is_alternative(if here { b } else { a }, at) {
                        loose[n] += 1;
                    } else if aimed(x, target.0) % 2 != aimed(y, target.1) % 2 {
                        found.push(Denial { cue, here, target, other_word: false });
                    }
                }
            }
        }
    }
    let here = found.first()?.here;
    let document = if here { a.document } else { b.document };
    // Two in one clause cancel; in clauses joined, each denies its own.
    let joined = found.windows(2).all(|pair| {
        let between = pair[0].cue.tokens.end..pair[1].cue.tokens.start;
        between.into_iter().any(|at| matches!(document.folded(at), "and" | "," | ";" | "nor"))
    });
    // "Was asked to comment but declined".
    let asserting = if here { b } else { a };
    if found.iter().any(|d| is_refused(document, d.cue, asserting)) {
        return None;
    }
    let other = if here { loose[1] } else { loose[0] };
    let one_side = found.iter().all(|d| d.here == here) && other == 0;
    (one_side && joined).then(|| found.swap_remove(0))
}

/// The pairs of words, one of each sentence, that exclude each other in the same place.
enum Opposites {
    None,
    One(usize, usize),
    Many,
}

fn opposite(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel, lexicon: &Lexicon) -> Opposites {
    let (x, y) = (&a.wording.words, &b.wording.words);
    let left = |words: &[Word], of: &[Option<usize>], others: &[Word]| -> Vec<usize> {
        let open = |n: &usize| {
            words.get(*n).is_some_and(|w| {
                of.get(*n).is_some_and(Option::is_none)
                    && (w.content || !others.iter().any(|o| o.key == w.key))
            })
        };
        (0..words.len()).filter(open).collect()
    };
    let (here, there) = (left(x, &sides.of_a, y), left(y, &sides.of_b, x));
    let same = |i: Option<usize>, j: Option<usize>| alike(a.wording, i, b.wording, j);
    let place = |i: usize, j: usize| {
        let (before, after) = (same(i.checked_sub(1), j.checked_sub(1)), same(Some(i + 1), Some(j + 1)));
        // "Shut down a" and "close up a": a particle says nothing without its verb.
        let plain = !a.wording.is_content(i) && !b.wording.is_content(j);
        let key = |words: &[Word], at: usize| at.checked_sub(1).and_then(|n| words.get(n)).map(|w| w.key);
        if plain { key(x, i) == key(y, j) && after } else { before || after }
    };
    // "The first good year", "the first bad year": two years.
    let picked = |s: Sided<'_, '_>, at: usize| {
        let word = at.checked_sub(1).and_then(|n| s.wording.words.get(n)).map(|w| s.document.folded(w.token));
        word.is_some_and(|word| ordinal(word).is_some() || matches!(word, "only" | "next" | "last"))
    };
    let mut found = Opposites::None;
    for &i in &here {
        for &j in &there {
            if !place(i, j) || picked(a, i) && picked(b, j) {
                continue;
            }
            let (Some(p), Some(q)) = (x.get(i), y.get(j)) else { continue };
            let (one, other) = (a.document.folded(p.token), b.document.folded(q.token));
            // Whom a count takes in is no statement of its own.
            if matches!((one, other), ("including", "excluding") | ("excluding", "including")) {
                continue;
            }
            if is_opposite(one, other, lexicon) || are_journeys(one, other) && sides.share_a_day(a) {
                match found {
                    Opposites::None => found = Opposites::One(i, j),
                    _ => return Opposites::Many,
                }
            }
        }
    }
    found
}
