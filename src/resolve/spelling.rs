//! Words written in two ways: British or American, as one word or two ("cellphone", "cell phone"), with or without a hyphen.
//! A naive comparison flags them; these records say that they are the same, once for all sources of an event.

use std::ops::Range;

use itertools::Itertools;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::vocabulary::Vocabulary;
use crate::compare::{Facet, Judgement, Level};
use crate::id::Fingerprint;
use crate::lexicon::TableId;
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, Weights};
use crate::record::ClaimId;
use crate::resolve::gather::{Found, of_candidates};
use crate::text::{Document, SentenceKind, Token, TokenKind};

/// The confidence that two spellings of one word are a matter of convention.
const CONVENTION: f64 = 0.98;
/// The confidence that two words are another that is written as one.
const COMPOUND: f64 = 0.95;
/// The explanation for each kind.
const BRITISH: &str = "are one word in British and American spelling";
const JOINED: &str = "are one word, written in two ways";
/// The factor on the confidence if no linked sentences contain the words.
const UNLINKED: f64 = 0.9;
/// The least number of letters in a word that may be written as two, and in each of the two.
const LONG: usize = 7;
const PART: usize = 3;
/// The most occurrences of a word that are read, in total, and from one source with one spelling.
const MOST: usize = 96;
const MOST_ALIKE: usize = 6;

/// A word at its position.
#[derive(Clone, Debug)]
struct Written {
    source: u32,
    tokens: Range<usize>,
    /// Identifies the spelling: its stem.
    form: u64,
    link: Option<usize>,
}

/// The records of words written in two ways: agreements of the facet action. Linear in the length of the texts.
pub(super) fn records(
    bundle: &Bundle<'_>,
    vocabulary: &mut Vocabulary<'_>,
    weights: &Weights,
    of_link: &[Option<ClaimId>],
) -> Vec<Found> {
    if bundle.alignment.links.is_empty() {
        return Vec::new();
    }
    let links = first_links(bundle);
    let british = conventional(bundle, vocabulary, &links);
    let joined = compounds(bundle, &links);
    let british = british.iter().map(|places| meet(bundle, places, CONVENTION, BRITISH));
    let joined = joined.iter().map(|places| meet(bundle, places, COMPOUND, JOINED));
    british
        .chain(joined)
        .flat_map(|spots| of_candidates(spots.candidates(), bundle, weights, of_link))
        .collect()
}

/// The first link of each linked sentence.
fn first_links(bundle: &Bundle<'_>) -> FxHashMap<(u32, u32), usize> {
    let mut links = FxHashMap::default();
    for (n, link) in bundle.alignment.links.iter().enumerate() {
        for end in [link.a, link.b] {
            links.entry((end.source, end.sentence)).or_insert(n);
        }
    }
    links
}

/// A lower-case word in its sentence.
#[derive(Clone, Copy)]
struct Place<'d, 't> {
    source: u32,
    sentence: u32,
    document: &'d Document<'t>,
    at: usize,
    /// The end of its sentence's tokens.
    end: usize,
}

/// Visits the words of all sentences. Capitalised words may be names, which are compared as such.
fn each_word<'b, 'a>(bundle: &'b Bundle<'a>, mut visit: impl FnMut(Place<'b, 'a>)) {
    for (source, document) in bundle.documents.iter().enumerate() {
        for (number, sentence) in document.sentences().iter().enumerate() {
            if sentence.kind == SentenceKind::Boilerplate {
                continue;
            }
            for at in sentence.tokens.clone() {
                let is_word = |t: &Token| t.kind == TokenKind::Word && !t.is_capitalised();
                if document.tokens().get(at).is_some_and(is_word) {
                    let (source, sentence_number, end) = (source as u32, number as u32, sentence.tokens.end);
                    visit(Place { source, sentence: sentence_number, document, at, end });
                }
            }
        }
    }
}

/// The occurrences of each word that some source spells in the British way, in order.
fn conventional(
    bundle: &Bundle<'_>,
    vocabulary: &mut Vocabulary<'_>,
    links: &FxHashMap<(u32, u32), usize>,
) -> Vec<Vec<Written>> {
    let mut british: FxHashSet<u64> = FxHashSet::default();
    each_word(bundle, |place| {
        let forms = vocabulary.forms(place.document, place.at);
        if forms.stem != forms.normal {
            british.insert(forms.normal ^ place.inflection());
        }
    });
    let mut words = Words::default();
    if !british.is_empty() {
        each_word(bundle, |place| {
            let forms = vocabulary.forms(place.document, place.at);
            let word = forms.normal ^ place.inflection();
            if british.contains(&word) {
                words.add(word, place.written(1, forms.stem, links));
            }
        });
    }
    words.places
}

/// The occurrences of each word written as one, with a hyphen or as two, in order.
fn compounds(bundle: &Bundle<'_>, links: &FxHashMap<(u32, u32), usize>) -> Vec<Vec<Written>> {
    // Adjacent words are searched only if somebody joins them.
    let mut joined: FxHashMap<u64, u64> = FxHashMap::default();
    each_word(bundle, |place| {
        for (word, form) in [place.whole(), place.hyphened()].into_iter().flatten() {
            *joined.entry(word).or_default() |= form;
        }
    });
    each_word(bundle, |place| {
        if let Some((word, form)) = place.open() {
            joined.entry(word).and_modify(|forms| *forms |= form);
        }
    });
    joined.retain(|_, forms| forms.count_ones() > 1);
    let mut words = Words::default();
    if !joined.is_empty() {
        each_word(bundle, |place| {
            for (word, form) in [place.whole(), place.hyphened(), place.open()].into_iter().flatten() {
                if joined.contains_key(&word) {
                    let tokens = [1, 3, 2].get(form.trailing_zeros() as usize).copied().unwrap_or(1);
                    words.add(word, place.written(tokens, form, links));
                }
            }
        });
    }
    words.places
}

impl<'d> Place<'d, '_> {
    fn folded(&self) -> &'d str {
        self.document.folded(self.at)
    }

    fn written(&self, tokens: usize, form: u64, links: &FxHashMap<(u32, u32), usize>) -> Written {
        let link = links.get(&(self.source, self.sentence)).copied();
        Written { source: self.source, tokens: self.at..self.at + tokens, form, link }
    }

    /// A number for the ending of a word: "tires" and "tired" have the same stem, but are different words.
    fn inflection(&self) -> u64 {
        let ends = |ending: &str| self.folded().ends_with(ending);
        let ending = if ends("ing") {
            1
        } else if ends("ed") {
            2
        } else {
            3 * u64::from(ends("s") && !ends("ss"))
        };
        u64::wrapping_mul(ending, 0x9e37_79b9_7f4a_7c15)
    }

    /// "Cellphone": the letters of a word, and the way it is written, as a bit.
    fn whole(&self) -> Option<(u64, u64)> {
        (self.folded().len() >= LONG).then(|| (spelled([self.folded(), ""]), 1))
    }

    /// "Cell-phone".
    fn hyphened(&self) -> Option<(u64, u64)> {
        let (document, at) = (self.document, self.at);
        let joins = |sign: usize| document.sign(sign) == '-' && document.is_attached(sign);
        // A single hyphen and no third word: "year" in "two-year-old" is not the end.
        let alone = joins(at + 1) && document.is_attached(at + 2) && !joins(at + 3) && !self.is_joined();
        let parts = if alone { self.parts(at + 2) } else { None };
        Some((spelled(parts?), 2))
    }

    /// "Cell phone".
    fn open(&self) -> Option<(u64, u64)> {
        let alone = self.document.sign(self.at + 2) != '-' && !self.is_joined();
        let parts = if alone { self.parts(self.at + 1) } else { None };
        Some((spelled(parts?), 4))
    }

    /// True for what follows a hyphen.
    fn is_joined(&self) -> bool {
        self.at > 0 && self.document.sign(self.at - 1) == '-'
    }

    /// Two words that may be written as one.
    fn parts(&self, second: usize) -> Option<[&'d str; 2]> {
        let content = |t: &Token| {
            t.kind == TokenKind::Word
                && !t.is_capitalised()
                && !t.begins.contains(TableId::Stopword)
                && !t.may_begin_number()
        };
        let is_content = |at: usize| self.document.tokens().get(at).is_some_and(content);
        if second >= self.end || !is_content(self.at) || !is_content(second) {
            return None;
        }
        let parts = [self.folded(), self.document.folded(second)];
        let [x, y] = parts.map(str::len);
        // "Come back" is a verb, "comeback" a noun.
        let adverb = matches!(parts[1], "back" | "away" | "along" | "around" | "together");
        (x >= PART && y >= PART && x + y >= LONG && !adverb).then_some(parts)
    }
}

/// A number for a sequence of letters.
fn spelled(parts: [&str; 2]) -> u64 {
    parts.iter().fold(Fingerprint::new(), |print, part| print.bytes(part)).value()
}

/// The occurrences of words, ordered by first occurrence.
#[derive(Default)]
struct Words {
    index: FxHashMap<u64, usize>,
    places: Vec<Vec<Written>>,
}

impl Words {
    fn add(&mut self, word: u64, written: Written) {
        let new = self.places.len();
        let at = *self.index.entry(word).or_insert(new);
        if at == new {
            self.places.push(Vec::new());
        }
        let Some(places) = self.places.get_mut(at).filter(|places| places.len() < MOST) else { return };
        let alike = |w: &&Written| w.source == written.source && w.form == written.form;
        if places.iter().rev().filter(alike).take(MOST_ALIKE).count() < MOST_ALIKE {
            places.push(written);
        }
    }
}

/// Pairs each occurrence with the first other one, in each spelling, about the same event; words that all sources on an event
/// spell the same way are left out.
fn meet<'b, 'a>(bundle: &'b Bundle<'a>, places: &[Written], confidence: f64, what: &str) -> Spots {
    let mut spots = Spots::new(Facet::Action, "");
    let forms = places.iter().map(|w| w.form).unique().collect_vec();
    if forms.len() < 2 {
        return spots;
    }
    let meets = |x: &Written, y: &Written| x.source != y.source && bundle.events.are_one(x.source, y.source);
    let differs = |x: &&Written| places.iter().any(|y| x.form != y.form && meets(x, y));
    let places = places.iter().filter(differs).collect_vec();
    for (n, &x) in places.iter().enumerate() {
        for &form in &forms {
            let near = |m: usize, y: &Written| match y.form == x.form {
                true => m != n && (y.source == x.source || meets(x, y)),
                false => meets(x, y),
            };
            let other = places.iter().enumerate().find(|(m, y)| y.form == form && near(*m, y));
            let Some((m, &y)) = other else { continue };
            let (a, b) = if n < m { (x, y) } else { (y, x) };
            let (Some(here), Some(there)) = (a.spot(bundle), b.spot(bundle)) else { continue };
            let judgement = if x.form == form {
                Judgement::new(Level::Same, CONVENTION, "one word, spelled alike")
            } else {
                let reason = format!("\"{}\" and \"{}\" {what}", here.words(), there.words());
                Judgement::new(Level::Convention, confidence, reason)
            };
            let link = a.link.or(b.link);
            let same_matter = if link.is_some() { 1.0 } else { UNLINKED };
            spots.add((here, there), judgement, same_matter, link, Vec::new());
        }
    }
    spots
}

impl Written {
    fn spot(&self, bundle: &Bundle<'_>) -> Option<Spot> {
        Some(Spot::of_words(bundle.documents.get(self.source as usize)?, self.source, &self.tokens))
    }
}
