//! Passages: single sentences without documents around them.

use crate::align::candidate::{Reach, candidates};
use crate::align::collection;
use crate::align::feature::{Features, compare};
use crate::align::profile::Builder;
use crate::align::weigh::{BLANK, Weights};
use crate::lexicon::Lexicon;
use crate::parallel;
use crate::score::Score;
use crate::text::scan::scan;

/// A sentence with the number of its source.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The number of its source.
    pub source: u32,
    /// Its text.
    pub text: &'a str,
}

impl Passage<'_> {
    pub(super) fn read(&self, builder: &mut Builder<'_>) {
        let mut folded = String::new();
        for piece in scan(self.text) {
            folded.clear();
            let surface = piece.span.slice(self.text);
            piece.fold_into(surface, &mut folded);
            if begins_clause(&folded) {
                builder.clause();
            }
            builder.token(piece.kind, piece.shape, surface, &folded);
        }
    }
}

/// True for tokens that usually separate two clauses; without mentions, nothing better is known.
fn begins_clause(folded: &str) -> bool {
    // A closed list: conjunctions and relative pronouns.
    const WORDS: [&str; 14] = [
        "after", "although", "and", "as", "because", "before", "but", "if", "that", "when", "where", "which",
        "while", "who",
    ];
    matches!(folded, "," | ";" | ":" | "\u{2014}" | "\u{2013}") || WORDS.binary_search(&folded).is_ok()
}

/// Two passages from different sources that say the same, as indices into the given list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassageLink {
    /// The passage that comes first.
    pub a: usize,
    /// The other passage.
    pub b: usize,
    /// The probability that they say the same.
    pub score: Score,
}

/// Links sentences by their words and by the links around them, regardless of their positions, in collections with any number
/// of events. Returns the links with a probability of at least `least`, ordered by `a`, then `b`. Passages of one source must
/// be adjacent.
///
/// Cost: linear in the length of the texts and in the number of candidates, which is bounded for each sentence.
pub fn link(passages: &[Passage<'_>], lexicon: &Lexicon, least: f64) -> Vec<PassageLink> {
    let model = &Weights::shipped().loose;
    let mut builder = Builder::new(lexicon);
    for (at, passage) in passages.iter().enumerate() {
        passage.read(&mut builder);
        builder.end(passage.source, at as u32, false);
    }
    let mut profiles = builder.finish();
    let pairs = candidates(&profiles, Reach::Collection);
    let mut wanted = vec![false; profiles.sentences.len()];
    for &(a, b) in &pairs {
        wanted[a as usize] = true;
        wanted[b as usize] = true;
    }
    profiles.count_grams(&wanted);
    let log_odds = parallel::map(&pairs, |&(a, b)| {
        let mut features: Features = BLANK;
        compare(&profiles, a as usize, b as usize, &mut features);
        model.log_odds(&features)
    });
    let scores = collection::again(&profiles, &pairs, &log_odds);
    let scores = scores.into_iter().map(|log_odds| Score::logistic(f64::from(log_odds)));
    let links = pairs.iter().zip(scores).filter(|(_, score)| score.value() >= least);
    links.map(|(&(a, b), score)| PassageLink { a: a as usize, b: b as usize, score }).collect()
}

/// The probability that two sentences say the same, by their words alone.
pub fn similarity(a: &str, b: &str, lexicon: &Lexicon) -> Score {
    Score::logistic(f64::from(Weights::shipped().loose.log_odds(&features(a, b, lexicon))))
}

/// The features of two sentences without the sources around them.
pub fn features(a: &str, b: &str, lexicon: &Lexicon) -> Features {
    let mut builder = Builder::new(lexicon);
    for (source, text) in (0..).zip([a, b]) {
        Passage { source, text }.read(&mut builder);
        builder.end(source, 0, false);
    }
    let mut profiles = builder.finish();
    profiles.count_grams(&[true, true]);
    let mut features: Features = BLANK;
    compare(&profiles, 0, 1, &mut features);
    features
}
