//! Slots: two sentences that say the same except in one place.
//!
//! "The driver was charged" and "the driver was cleared", in otherwise equal sentences, say different things, although no
//! table lists the two words as opposites; but a street and its town, or a man and his office, can differ in the same way and
//! mean the same. No single sign decides. So the properties of the place and of the sentences become cues, which a logistic
//! regression weighs (`lab fit conflict`). Sentences that may describe two pictures or two cases are skipped.

use std::ops::Range;

use super::opposite::is_opposite;
use super::slot_weights as weights;
use super::wording::{Word, Wording};
use crate::compare::irregular;
use crate::compare::words::words;
use crate::compare::{date, quantity};
use crate::lexicon::number::ordinal;
use crate::lexicon::{Lexicon, TableId};
use crate::math::logistic;
use crate::mention::quantity::{Bound, QuantityKind};
use crate::mention::{Date, Mentions, Name, NameKind, Quantity};
use crate::text::{Document, TokenKind};

/// How many content words must match in the same order.
const SHARED: usize = 4;
/// The fraction of the longer sentence's words.
const COVERED: f64 = 0.5;
/// The most words in the place, on either side; of plain words, there must be as many on both.
const WIDEST: usize = 4;
const WIDEST_PLAIN: usize = 3;
/// How many initial letters suggest that two words have the same root.
const ROOT: usize = 4;

words! {
    /// Evidence for or against a conflict if two sentences differ in one place. Values are 0 or 1.
    SlotCue {
        /// There are names in the place.
        Names "names",
        /// These names are of the same kind.
        OneKind "one_kind",
        /// There is nothing but names.
        NamesOnly "names_only",
        /// There are numbers or days.
        Figures "figures",
        /// The two words are known opposites.
        Opposites "opposites",
        /// The two words have the same ending, and so perhaps the same form.
        OneForm "one_form",
        /// There is more than one word.
        Wide "wide",
        /// The sentences begin with it.
        First "first",
        /// The sentences end with it.
        Last "last",
        /// The function words in the place are the same.
        Framed "framed",
        /// There are names in the rest of the sentences.
        Anchored "anchored",
        /// Both report what has happened, existed or been said.
        Told "told",
        /// One says more in another place.
        Fuller "fuller",
    }
}

/// A sentence in which slots are searched.
#[derive(Clone, Copy, Debug)]
pub struct Phrase<'a, 't> {
    /// Its document.
    pub document: &'a Document<'t>,
    /// The document's mentions.
    pub mentions: &'a Mentions,
    /// The index of the sentence.
    pub sentence: usize,
    /// Its words.
    pub wording: &'a Wording,
}

/// The only place in which two sentences differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Its tokens in the first sentence.
    pub a: Range<usize>,
    /// Its tokens in the other sentence.
    pub b: Range<usize>,
    /// The cues that apply, in order.
    pub cues: Vec<SlotCue>,
    /// The fraction of the longer sentence's words that match words of the other in the same order.
    pub covered: f64,
}

impl Slot {
    /// The probability that the two sentences say things that exclude each other, by the built-in weights.
    pub fn probability(&self) -> f64 {
        let cue = |cue: &SlotCue| weights::CUES.iter().find(|(c, _)| c == cue).map_or(0.0, |(_, w)| *w);
        let log_odds = weights::BIAS + self.cues.iter().map(cue).sum::<f64>();
        logistic(log_odds)
    }
}

/// What is in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filler {
    Name,
    Figure,
    Plain,
}

/// The only place in which two sentences differ, if nearly everything else is the same. Cost: the product of their word
/// counts, which are bounded; see [`Wording`].
pub fn slot(a: Phrase<'_, '_>, b: Phrase<'_, '_>, lexicon: &Lexicon) -> Option<Slot> {
    let (x, y) = (a.wording, b.wording);
    // What only one side denies is handled elsewhere.
    if x.cues.len() + x.idle != y.cues.len() + y.idle {
        return None;
    }
    let pairs = in_order(x, y);
    let shared = pairs.iter().filter(|(i, _)| x.is_content(*i)).count();
    let most = a.length(lexicon).max(b.length(lexicon));
    let covered = shared as f64 / most.max(1) as f64;
    if shared < SHARED || covered < COVERED {
        return None;
    }
    let place = Place::only(a, b, &pairs, lexicon)?;
    // If both sentences deny their word, both can be true.
    let denied = |w: &Wording, at: &[usize]| w.cues.iter().any(|cue| at.contains(&cue.target));
    if denied(x, &place.here) || denied(y, &place.there) {
        return None;
    }
    let (p, q) = (a.filler(&place.here), b.filler(&place.there));
    let widest = place.here.len().max(place.there.len());
    if p != q || widest > if p == Filler::Plain { WIDEST_PLAIN } else { WIDEST } {
        return None;
    }
    let cues = match p {
        Filler::Plain => plain(a, b, &place, lexicon)?,
        Filler::Name => named(a, b, &place)?,
        Filler::Figure => figures(a, b, &place)?,
    };
    let (Some(&i), Some(&k)) = (place.here.first(), place.here.last()) else { return None };
    let (Some(&j), Some(&l)) = (place.there.first(), place.there.last()) else { return None };
    let span =
        |w: &Wording, from: usize, to: usize| Some(w.words.get(from)?.token..w.words.get(to)?.token + 1);
    let mut all: Vec<SlotCue> = cues;
    let mut when = |cue: SlotCue, holds: bool| {
        if holds {
            all.push(cue);
        }
    };
    when(SlotCue::Wide, widest > 1);
    when(SlotCue::First, place.first);
    when(SlotCue::Last, place.last);
    when(SlotCue::Framed, place.framed);
    let name = |i: usize| x.words.get(i).is_some_and(|w| a.name_at(w.token).is_some());
    when(SlotCue::Anchored, pairs.iter().any(|(i, _)| name(*i)));
    when(SlotCue::Told, a.is_told() && b.is_told());
    when(SlotCue::Fuller, place.fuller);
    all.sort_unstable();
    Some(Slot { a: span(x, i, k)?, b: span(y, j, l)?, cues: all, covered })
}

/// Cues for plain words, as many on both sides, in sentences that say nothing more.
fn plain(a: Phrase<'_, '_>, b: Phrase<'_, '_>, place: &Place, lexicon: &Lexicon) -> Option<Vec<SlotCue>> {
    // Two speech verbs are interchangeable.
    let speech = |p: Phrase<'_, '_>, at: &[usize]| {
        let mut tokens = at.iter().filter_map(|&n| p.document.tokens().get(p.wording.words.get(n)?.token));
        tokens.any(|t| t.begins.contains(TableId::Speech))
    };
    let said = speech(a, &place.here) && speech(b, &place.there);
    if said || place.fuller || place.here.len() != place.there.len() || place.is_of_one_root(a, b) {
        return None;
    }
    let words = |p: Phrase<'_, '_>, at: &[usize]| -> Vec<String> {
        at.iter().filter_map(|&n| Some(p.document.folded(p.wording.words.get(n)?.token).to_owned())).collect()
    };
    let (here, there) = (words(a, &place.here), words(b, &place.there));
    let mut cues = Vec::new();
    if here.iter().any(|x| there.iter().any(|y| is_opposite(x, y, lexicon))) {
        cues.push(SlotCue::Opposites);
    }
    if let ([x], [y]) = (here.as_slice(), there.as_slice()) {
        // "Left" and "lost" are past forms like "walked".
        let end = |word: &str| match irregular::verb(word) {
            root if root != word => "ed".to_owned(),
            _ => word.chars().skip(word.chars().count().saturating_sub(2)).collect::<String>(),
        };
        match end(x) == end(y) {
            true => cues.push(SlotCue::OneForm),
            // A noun for an adjective, or a verb in another tense: a paraphrase.
            false if cues.is_empty() => return None,
            false => {}
        }
    }
    Some(cues)
}

/// Cues for names that cannot be forms of each other, judging by their letters.
fn named(a: Phrase<'_, '_>, b: Phrase<'_, '_>, place: &Place) -> Option<Vec<SlotCue>> {
    let names = |p: Phrase<'_, '_>, at: &[usize]| -> Vec<Option<usize>> {
        at.iter().map(|&n| p.name_at(p.wording.words.get(n)?.token)).collect()
    };
    let (here, there) = (names(a, &place.here), names(b, &place.there));
    let of = |p: Phrase<'_, '_>, all: &[Option<usize>]| -> Option<(NameKind, Vec<String>)> {
        let names = all.iter().flatten().filter_map(|&n| p.mentions.names.get(n));
        let kind = names.clone().next()?.kind;
        Some((kind, names.filter_map(|n| n.canonical.as_deref().map(str::to_owned)).collect()))
    };
    let ((kind, known), (other, others)) = (of(a, &here)?, of(b, &there)?);
    let only = here.iter().chain(&there).all(Option::is_some);
    let same = known.iter().any(|name| others.contains(name));
    if same || place.is_of_one_root(a, b) || place.is_acronym(a, b) || place.fuller && !only {
        return None;
    }
    // "Queen Margaret", "the queen of Spain": these are not two values of one place.
    if kind != other && !place.framed {
        return None;
    }
    let mut cues = vec![SlotCue::Names];
    if kind == other {
        cues.push(SlotCue::OneKind);
    }
    if only {
        cues.push(SlotCue::NamesOnly);
    }
    Some(cues)
}

/// Cues for numbers and days that do not agree.
fn figures(a: Phrase<'_, '_>, b: Phrase<'_, '_>, place: &Place) -> Option<Vec<SlotCue>> {
    let ordinal = |p: Phrase<'_, '_>, at: &[usize]| {
        at.iter().filter_map(|&n| p.wording.words.get(n)).any(|w| {
            ordinal(p.document.folded(w.token)).is_some()
                || p.quantity_at(w.token).is_some_and(|q| q.kind == QuantityKind::Ordinal)
        })
    };
    if ordinal(a, &place.here) || ordinal(b, &place.there) || place.is_of_one_root(a, b) {
        return None;
    }
    // "Tens of thousands" is close to anything.
    let vague = |p: Phrase<'_, '_>, at: &[usize]| {
        let mut words = at.iter().filter_map(|&n| p.wording.words.get(n));
        words.any(|w| p.quantity_at(w.token).is_some_and(|q| q.bound == Bound::Vague))
    };
    if vague(a, &place.here) || vague(b, &place.there) {
        return None;
    }
    // Comparable mentions belong to their own facets.
    let tokens = |p: Phrase<'_, '_>, at: &[usize]| -> Vec<usize> {
        at.iter().filter_map(|&n| Some(p.wording.words.get(n)?.token)).collect()
    };
    for &p in &tokens(a, &place.here) {
        for &q in &tokens(b, &place.there) {
            let of_counts = a
                .quantity_at(p)
                .zip(b.quantity_at(q))
                .is_some_and(|(x, y)| quantity::compare(x, y).is_some());
            let of_days = a.date_at(p).zip(b.date_at(q)).is_some_and(|(x, y)| date::compare(x, y).is_some());
            if of_counts || of_days {
                return None;
            }
        }
    }
    Some(vec![SlotCue::Figures])
}

impl<'a> Phrase<'a, '_> {
    fn within<T>(&self, list: &'a [T], sentence: fn(&T) -> usize) -> &'a [T] {
        let from = list.partition_point(|m| sentence(m) < self.sentence);
        let to = from + list[from..].partition_point(|m| sentence(m) == self.sentence);
        &list[from..to]
    }

    /// The index of the name that contains a token.
    fn name_at(&self, token: usize) -> Option<usize> {
        let names: &[Name] = &self.mentions.names;
        let after = names.partition_point(|n| n.tokens.end <= token);
        names.get(after).filter(|n| n.tokens.start <= token).map(|_| after)
    }

    fn quantity_at(&self, token: usize) -> Option<&'a Quantity> {
        self.within(&self.mentions.quantities, |q| q.sentence).iter().find(|q| q.tokens.contains(&token))
    }

    fn date_at(&self, token: usize) -> Option<&'a Date> {
        self.within(&self.mentions.dates, |d| d.sentence).iter().find(|d| d.tokens.contains(&token))
    }

    /// The number of content words, without "Mr" and the like.
    fn length(&self, lexicon: &Lexicon) -> usize {
        self.wording.words.iter().filter(|w| self.tells(w, lexicon)).count()
    }

    /// True for a content word that is not just a form of address.
    fn tells(&self, word: &Word, lexicon: &Lexicon) -> bool {
        let title = || {
            let found = self.document.lookup(TableId::Title, word.token, lexicon);
            found.is_some_and(|(_, hit)| hit.entry.class == "honorific")
        };
        word.content && !title()
    }

    fn filler(&self, at: &[usize]) -> Filler {
        let tokens = || at.iter().filter_map(|&n| Some(self.wording.words.get(n)?.token));
        let figure = |token: usize| {
            let written = self.document.tokens().get(token);
            written.is_some_and(|t| t.kind == TokenKind::Number || t.begins.is_number_word())
                || self.quantity_at(token).is_some()
                || self.date_at(token).is_some()
        };
        match () {
            () if tokens().any(|t| self.name_at(t).is_some()) => Filler::Name,
            () if tokens().any(figure) => Filler::Figure,
            () => Filler::Plain,
        }
    }

    /// True if it reports what was, is or will be, or what somebody says, unlike the caption of a picture.
    fn is_told(&self) -> bool {
        let tokens = self.document.sentences().get(self.sentence).map_or(0..0, |s| s.tokens.clone());
        tokens.into_iter().any(|at| {
            matches!(
                self.document.folded(at),
                "has" | "have" | "had" | "was" | "were" | "been" | "will" | "would" | "said" | "says"
            )
        })
    }
}

/// The only place in which two sentences differ, as the indices of unmatched content words.
struct Place {
    here: Vec<usize>,
    there: Vec<usize>,
    first: bool,
    last: bool,
    /// True if the function words in it are the same.
    framed: bool,
    /// True if one of the sentences has more words in another place.
    fuller: bool,
}

impl Place {
    /// `None` if they differ in no place or in several, or if each has more besides.
    fn only(
        a: Phrase<'_, '_>,
        b: Phrase<'_, '_>,
        pairs: &[(usize, usize)],
        lexicon: &Lexicon,
    ) -> Option<Self> {
        let (x, y) = (a.wording, b.wording);
        let (moved, turned) = moved(x, y, pairs);
        let open = |p: Phrase<'_, '_>, range: Range<usize>, moved: &[usize]| -> Vec<usize> {
            range
                .filter(|n| {
                    !moved.contains(n) && p.wording.words.get(*n).is_some_and(|w| p.tells(w, lexicon))
                })
                .collect()
        };
        let grammar = |w: &Wording, range: Range<usize>| -> Vec<u64> {
            range.filter_map(|n| w.words.get(n)).filter(|w| !w.content).map(|w| w.key).collect()
        };
        let ends = pairs.iter().copied().chain([(x.words.len(), y.words.len())]);
        let (mut i, mut j) = (0, 0);
        let mut found: Option<Self> = None;
        let mut more = 0;
        for (k, l) in ends {
            let (here, there) = (open(a, i..k, &moved), open(b, j..l, &turned));
            match (here.is_empty(), there.is_empty()) {
                (true, true) => {}
                (false, false) if found.is_some() => return None,
                (false, false) => {
                    let framed = grammar(x, i..k) == grammar(y, j..l);
                    let last = k == x.words.len() && l == y.words.len();
                    found = Some(Self { here, there, first: i == 0 && j == 0, last, framed, fuller: false });
                }
                _ => more += 1,
            }
            (i, j) = (k + 1, l + 1);
        }
        found.filter(|_| more <= 1).map(|place| Self { fuller: more > 0, ..place })
    }

    fn words<'p>(
        &'p self,
        a: Phrase<'p, '_>,
        b: Phrase<'p, '_>,
    ) -> impl Iterator<Item = (&'p str, &'p str)> + 'p {
        let folded = |p: Phrase<'p, '_>, n: usize| p.wording.words.get(n).map(|w| p.document.folded(w.token));
        let pairs = self.here.iter().flat_map(move |&i| self.there.iter().map(move |&j| (i, j)));
        pairs.filter_map(move |(i, j)| folded(a, i).zip(folded(b, j)))
    }

    /// True if a word of one may have the same root as a word of the other, or be a part of it.
    fn is_of_one_root(&self, a: Phrase<'_, '_>, b: Phrase<'_, '_>) -> bool {
        self.words(a, b).any(|(x, y)| {
            let begins = |word: &str| word.chars().take(ROOT).collect::<String>();
            let long = x.chars().count().min(y.chars().count()) >= ROOT;
            long && begins(x) == begins(y) || x.contains(y) || y.contains(x)
        })
    }

    /// True if one consists of the initials of the other.
    fn is_acronym(&self, a: Phrase<'_, '_>, b: Phrase<'_, '_>) -> bool {
        let words = |p: Phrase<'_, '_>, at: &[usize]| -> Vec<String> {
            let words = at.iter().filter_map(|&n| p.wording.words.get(n));
            words.map(|w| p.document.folded(w.token).to_owned()).collect()
        };
        let (x, y) = (words(a, &self.here), words(b, &self.there));
        let initials = |words: &[String]| words.iter().filter_map(|w| w.chars().next()).collect::<String>();
        let short = |one: &[String], other: &[String]| matches!(one, [word] if *word == initials(other));
        short(&x, &y) || short(&y, &x)
    }
}

/// The pairs of words that match in the order of both sentences, with as many content words as possible: a longest common
/// subsequence.
fn in_order(a: &Wording, b: &Wording) -> Vec<(usize, usize)> {
    let (n, m) = (a.words.len(), b.words.len());
    let worth = |x: &Word, y: &Word| -> u32 {
        match x.answers(y) {
            false => 0,
            true => 10 * (1 + u32::from(x.content)) + u32::from(x.key == y.key),
        }
    };
    let width = m + 1;
    let mut best = vec![0u32; (n + 1) * width];
    for (i, x) in a.words.iter().enumerate().rev() {
        for (j, y) in b.words.iter().enumerate().rev() {
            let worth = worth(x, y);
            let both = if worth > 0 { best[(i + 1) * width + j + 1] + worth } else { 0 };
            best[i * width + j] = both.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(x), Some(y)) = (a.words.get(i), b.words.get(j)) {
        let (worth, here) = (worth(x, y), best[i * width + j]);
        if worth > 0 && here == best[(i + 1) * width + j + 1] + worth {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Content words that match out of order, on both sides.
fn moved(a: &Wording, b: &Wording, pairs: &[(usize, usize)]) -> (Vec<usize>, Vec<usize>) {
    let (mut here, mut there) = (Vec::new(), Vec::new());
    for (i, x) in a.words.iter().enumerate().filter(|(_, x)| x.content) {
        if pairs.iter().any(|(p, _)| *p == i) {
            continue;
        }
        let free = |j: &usize| !there.contains(j) && !pairs.iter().any(|(_, q)| q == j);
        let found = (0..b.words.len())
            .filter(free)
            .find(|&j| b.words.get(j).is_some_and(|y| y.content && x.answers(y)));
        if let Some(j) = found {
            here.push(i);
            there.push(j);
        }
    }
    (here, there)
}
