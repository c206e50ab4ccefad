//! Contrast: two sentences that say the same except for one thing, which is denied, reversed or different.
//!
//! A single clause says too little if the words of a sentence are spread over several, or if its verb is not found. So whole
//! sentences are aligned: the words that remain once all matching words are removed are the difference, and if few remain,
//! both sentences are about the same thing (minimal pairs; de Marneffe, Rafferty and Manning 2008 on negation and antonyms on
//! aligned words of equal polarity).

use std::ops::Range;

use super::opposite::{are_journeys, is_day, is_opposite};
use super::party;
use super::wording::{Cue, Word, Wording};
use crate::compare::{Judgement, Level};
use crate::lexicon::Lexicon;
use crate::lexicon::closed::Class;
use crate::lexicon::number::ordinal;
use crate::lexicon::word_set::WordSet;
use crate::text::{Document, Token, TokenKind, stem};

/// The fraction of the shorter sentence's words that must match words of the other.
const CONTAINED: f64 = 0.6;
/// The same for long sentences, and what counts as long.
const CONTAINED_LONG: f64 = 0.7;
const LONG: usize = 9;
/// If a word and its opposite are the only difference, the share of the longer sentence's words that must match.
const COVERED: f64 = 0.5;
/// The confidence of an opposite, and what each sentence's share adds; few words always exclude each other.
const OPPOSITE: f64 = 0.35;
const OF_BESIDE: f64 = 0.3;
const OF_COVERED: f64 = 0.25;
/// The same for a denial, which says little by itself: the evidence is what is shared, and how much of what is denied the
/// other tells.
const DENIED: f64 = 0.1;
const OF_CONTAINED: f64 = 0.35;
const OF_TOLD: f64 = 0.5;
/// For the denial of a different word: little better than a guess.
const OTHER_WORD: f64 = 0.56;
/// The factor on the confidence if the two also have different words in one other place, which may or may not mean the same.
const REPLACED: f64 = 0.75;
/// The same if the words after the denied one differ.
const OTHERWISE: f64 = 0.82;

/// The words of a sentence, with its document.
#[derive(Clone, Copy, Debug)]
pub struct Sided<'a, 't> {
    /// The document.
    pub document: &'a Document<'t>,
    /// The words of one of its sentences.
    pub wording: &'a Wording,
}

/// Where two sentences differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// What the difference amounts to.
    pub judgement: Judgement,
    /// The tokens that differ; for a denial, the word denied.
    pub a: Range<usize>,
    /// The same in the other sentence.
    pub b: Range<usize>,
    /// How much of the longer sentence the other covers.
    pub covered: f64,
}

/// Two aligned sentences: for each word the index of its match, and what remains.
#[derive(Clone, Debug)]
pub struct Parallel {
    of_a: Vec<Option<usize>>,
    of_b: Vec<Option<usize>>,
    /// How many content words match.
    pub shared: usize,
    /// Their fraction of the shorter sentence's words.
    pub contained: f64,
    /// Their fraction of the longer sentence's words.
    pub covered: f64,
}

/// Aligns two sentences. Cost: the product of their word counts, bounded.
pub fn parallel(a: &Wording, b: &Wording) -> Parallel {
    let mut of_a = vec![None; a.words.len()];
    let mut of_b = vec![None; b.words.len()];
    let mut shared = 0;
    // A bit that is not set rules out most words without a match.
    let bit = |key: u64| 1_u64 << (key % 64);
    let held = b.words.iter().filter(|y| y.content).fold(0, |held, y| held | bit(y.key) | bit(y.sense));
    let mut pass = |alike: fn(&Word, &Word) -> bool| {
        let mut last = 0;
        for (i, x) in a.words.iter().enumerate().filter(|(_, x)| x.content) {
            if held & (bit(x.key) | bit(x.sense)) == 0 || of_a.get(i).copied().flatten().is_some() {
                continue;
            }
            // The next match after the last, which keeps repeated words in order.
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

/// Judges two sentences that differ only in a denial or in a word and its opposite. The confidence grows with the number of
/// shared words.
pub fn contrast(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel, lexicon: &Lexicon) -> Option<Contrast> {
    let (x, y) = (a.wording, b.wording);
    let fewer = x.content.min(y.content);
    // One word of each may be the difference itself.
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
    // "Not impossible" means possible; what holds for some need not hold for others.
    let hedged = denied(x, i) != denied(y, j) || x.partial || y.partial;
    if hedged || beside < CONTAINED_LONG || sides.covered < COVERED || apart(a, b, sides) {
        return None;
    }
    if party::are_two(a, b, sides) {
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
    if apart(a, b, sides) || party::are_two(a, b, sides) {
        return None;
    }
    if party::complements_differ(a, b, sides, (i, j)) || party::are_exchanged(a, b, sides, (i, j)) {
        return None;
    }
    let (p, q) = (x.words.get(i)?.token, y.words.get(j)?.token);
    if if denial.here { is_sought(b, &sides.of_b, j) } else { is_sought(a, &sides.of_a, i) } {
        return None;
    }
    if if denial.here { is_topic(a, denial.cue, b, j) } else { is_topic(b, denial.cue, a, i) } {
        return None;
    }
    let (denying, document) = if denial.here { (x, a.document) } else { (y, b.document) };
    let words = document.span(denial.cue.tokens.clone()).slice(document.text());
    let reason = format!("asserted in one and denied in the other by \"{words}\"");
    // What is denied with a detail may hold without it; what is denied altogether holds with no detail.
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
    /// The index of the word in the other sentence that matches a word of the first.
    pub(super) fn answer_of_a(&self, at: usize) -> Option<usize> {
        self.of_a.get(at).copied().flatten()
    }

    /// The same in the other direction.
    pub(super) fn answer_of_b(&self, at: usize) -> Option<usize> {
        self.of_b.get(at).copied().flatten()
    }

    /// How many content words in a range of the first sentence match words in a range of the other.
    pub fn shared_within(&self, a: &Wording, x: &Range<usize>, b: &Wording, y: &Range<usize>) -> usize {
        let within = |w: &Wording, at: usize, tokens: &Range<usize>| {
            w.words.get(at).is_some_and(|word| tokens.contains(&word.token))
        };
        let pairs = self.of_a.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?)));
        pairs.filter(|&(i, j)| within(a, i, x) && within(b, j, y)).count()
    }

    /// True if a word for a day, or a number next to a month, has a match.
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

    /// True if two ranges of tokens, one in each sentence, are in the same place: none of their words has a match, and the
    /// words directly before and after them match.
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

    /// True if, in the same place of both and from a pair of positions on, each has a word that the other lacks: they are
    /// about different things. The pair `but` is not counted.
    fn replaced(&self, a: &Wording, b: &Wording, from: (usize, usize), but: Option<(usize, usize)>) -> bool {
        let open = |words: &Wording, of: &[Option<usize>], at: usize| {
            words.words.get(at).is_some_and(|w| w.content) && of.get(at).is_some_and(Option::is_none)
        };
        let mut pairs = self.of_a.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?)));
        pairs.any(|(i, j)| {
            if i < from.0 || j < from.1 {
                return false;
            }
            // The next content word after the pair, on both sides.
            let next = |w: &Wording, at: usize| (at + 1..w.words.len()).find(|&n| w.is_content(n));
            match (next(a, i), next(b, j)) {
                (Some(p), Some(q)) => Some((p, q)) != but && open(a, &self.of_a, p) && open(b, &self.of_b, q),
                _ => false,
            }
        })
    }
}

/// True if the two begin with words for different things, before any word they share: subjects that are not both as general
/// as "man" or "someone".
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

/// True for words that match, and for two ends.
fn alike(a: &Wording, i: Option<usize>, b: &Wording, j: Option<usize>) -> bool {
    match (i.and_then(|i| a.words.get(i)), j.and_then(|j| b.words.get(j))) {
        (Some(x), Some(y)) => x.answers(y),
        (None, None) => true,
        _ => false,
    }
}

/// The unmatched word in one sentence in the place of an unmatched word in the other, with nearly everything else the same:
/// possibly a synonym.
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

/// What one of two sentences denies and the other asserts.
struct Denial<'w> {
    cue: &'w Cue,
    /// True if the first sentence denies it.
    here: bool,
    /// The indices of the word denied.
    target: (usize, usize),
    /// True if the other sentence has a different word in its place.
    other_word: bool,
}

/// True for one of two possibilities, which is not asserted: "a hat or a cap".
fn is_alternative(s: Sided<'_, '_>, at: usize) -> bool {
    let Some(token) = s.wording.words.get(at).map(|w| w.token) else { return false };
    let before = (1..=2).filter_map(|n| token.checked_sub(n));
    let article = |at: usize| matches!(s.document.folded(at), "a" | "an" | "the" | "or");
    let or = before.take_while(|&at| article(at)).any(|at| s.document.folded(at) == "or");
    or || s.document.folded(token + 1) == "or"
}

/// True for a need, and for what is needed: a denied need does not deny that it is done.
fn is_needed(s: Sided<'_, '_>, at: usize) -> bool {
    const NEAR: usize = 4;
    let needs = |at: usize| {
        let word = s.document.folded(at);
        matches!(word, "need" | "needs" | "needed" | "needing" | "must" | "should" | "ought" | "necessary")
            || matches!(word, "required" | "obliged" | "ordered" | "forced" | "mandatory" | "compulsory")
            || matches!(word, "have" | "has" | "had" | "having") && s.document.folded(at + 1) == "to"
            || word == "needn't"
    };
    let Some(token) = s.wording.words.get(at).map(|w| w.token) else { return false };
    (token.saturating_sub(NEAR)..token + 1).any(needs)
}

/// True for something that somebody is for or against: whoever backs a closure has closed nothing.
fn is_sought(s: Sided<'_, '_>, of: &[Option<usize>], at: usize) -> bool {
    let words = s.wording.words.iter().zip(of).take(at);
    words
        .filter(|(_, answer)| answer.is_none())
        .any(|(word, _)| s.document.is_in(word.token, WordSet::ForOrAgainst))
}

/// True for a thing of which there is none in one sentence, and which the other only names as the topic of something: "ask why
/// there was no guard", "ask about the guard".
fn is_topic(denying: Sided<'_, '_>, cue: &Cue, s: Sided<'_, '_>, at: usize) -> bool {
    /// The most words between the preposition and the noun.
    const PHRASE: usize = 4;
    if !matches!(
        denying.document.folded(cue.tokens.start),
        "no" | "lack" | "lacks" | "lacked" | "lacking" | "without"
    ) {
        return false;
    }
    let Some(token) = s.wording.words.get(at).map(|w| w.token) else { return false };
    let topic = |at: usize| matches!(s.document.folded(at), "regarding" | "concerning" | "about");
    let mut before = (token.saturating_sub(PHRASE)..token).rev();
    let opener = before.find(|&at| topic(at) || s.document.is(at, Class::Preposition));
    let counts = |at: usize| s.document.tokens().get(at).is_some_and(Token::may_begin_number);
    opener.is_some_and(|at| topic(at) && !counts(at + 1))
}

/// True if a sentence refuses in a separate word what a cue in the other refuses.
fn is_refused(document: &Document<'_>, cue: &Cue, other: Sided<'_, '_>) -> bool {
    let verb = stem(document.folded(cue.tokens.start));
    matches!(&*verb, "declin" | "decline" | "refus" | "refuse" | "fail")
        && other.wording.words.iter().any(|w| {
            let word = stem(other.document.folded(w.token));
            word == verb || matches!(&*word, "declin" | "decline" | "refus" | "refuse")
        })
}

/// What is denied in one sentence only. `None` if nothing is, if both deny something of the other, or if the denial is about
/// something that the other does not mention.
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
                    let other = if here { b } else { a };
                    if is_alternative(other, at) || cue.need && !is_needed(other, at) {
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
    // Two in one clause cancel; in joined clauses, each negates its own.
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

/// The pairs of words, one in each sentence, that exclude each other in the same place.
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
        // "Shut down a" and "close up a": a particle means nothing without its verb.
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
            // Whom a count includes is not a separate statement.
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
