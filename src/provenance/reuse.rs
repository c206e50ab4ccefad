//! How much of two documents' wording is the same beyond quotations.

use itertools::Itertools;
use rustc_hash::FxHashSet;

use crate::lexicon::{Lexicon, TableId};
use crate::mention::Mentions;
use crate::record::{Evidence, four_decimals};
use crate::score::Score;
use crate::text::{Document, SentenceId, TokenKind, stem};

use super::place;

/// Sentences of fewer content words than this say too little to be anybody's wording.
const LEAST_WORDS: usize = 5;
/// Shared content words over all content words of both (Dice), from which one sentence follows the other's wording.
const CLOSE: f64 = 0.6;

// Weights in log-odds, set by hand on the seeds and checked on annotated bundles: two close sentences alone are well short of
// even odds, since two reporters of one statement can each keep its words; three in a short text, or two with a credit of
// the other's publisher, are not.
const BASE: f64 = -3.0;
const PER_SENTENCE: f64 = 0.9;
const MOST_SENTENCES: usize = 8;
const PER_SHARE: f64 = 2.0;
const CREDITED: f64 = 1.2;

/// What two documents share.
pub(super) struct Reuse {
    /// Linked sentences of which one follows the other's wording, with the Dice of their content words.
    close: Vec<(SentenceId, SentenceId, f64)>,
    /// The share of the shorter document's sentences among them.
    share: f64,
}

impl Reuse {
    pub(super) fn measure(
        one: &Document<'_>,
        other: &Document<'_>,
        mine: &Mentions,
        theirs: &Mentions,
        linked: &[(SentenceId, SentenceId)],
        lexicon: &Lexicon,
    ) -> Self {
        let mut close: Vec<(SentenceId, SentenceId, f64)> = Vec::new();
        let (mut used, mut taken) = (FxHashSet::default(), FxHashSet::default());
        let scored = linked.iter().map(|&(a, b)| {
            let x = own_words(one, mine, a.sentence as usize, lexicon);
            let y = own_words(other, theirs, b.sentence as usize, lexicon);
            (a, b, dice(&x, &y))
        });
        // Best first, so that a sentence counts once and with its closest partner.
        let best = scored.sorted_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
        for (a, b, dice) in best.take_while(|&(_, _, dice)| dice >= CLOSE) {
            if used.insert(a) && taken.insert(b) {
                close.push((a, b, dice));
            }
        }
        let shorter = one.sentences().len().min(other.sentences().len()).max(1);
        let share = close.len() as f64 / shorter as f64;
        Self { close, share }
    }

    pub(super) fn score(&self, credited: bool) -> Score {
        if self.close.len() < 2 {
            // A derivation needs at least two such sentences; below that a credit is only a mention.
            return Score::new(0.02 + 0.08 * self.close.len() as f64);
        }
        let sentences = self.close.len().min(MOST_SENTENCES) as f64;
        let credit = if credited { CREDITED } else { 0.0 };
        Score::logistic(BASE + PER_SENTENCE * sentences + PER_SHARE * self.share + credit)
    }

    pub(super) fn evidence(&self, one: &Document<'_>, other: &Document<'_>) -> Vec<Evidence> {
        let mentions = self.close.iter().take(3).flat_map(|&(a, b, _)| {
            let left = one.sentences().get(a.sentence as usize).map(|s| place(one, s.span));
            let right = other.sentences().get(b.sentence as usize).map(|s| place(other, s.span));
            left.into_iter().chain(right)
        });
        let count = self.close.len();
        vec![Evidence {
            text: format!(
                "{count} sentences follow each other's wording beyond quotations, {:.0} % of the shorter text",
                self.share * 100.0
            ),
            weight: four_decimals(PER_SENTENCE * count.min(MOST_SENTENCES) as f64 + PER_SHARE * self.share),
            mentions: mentions.collect(),
        }]
    }
}

/// The stems of a sentence's content words outside of quotation marks, sorted, with repeats.
fn own_words(
    document: &Document<'_>,
    mentions: &Mentions,
    sentence: usize,
    lexicon: &Lexicon,
) -> Vec<String> {
    let Some(sentence) = document.sentences().get(sentence) else { return Vec::new() };
    let quotes =
        mentions.quotes.iter().filter(|q| q.span.overlaps(sentence.span)).map(|q| q.span).collect_vec();
    let words = sentence.tokens.clone().filter(|&t| {
        let Some(token) = document.tokens().get(t) else { return false };
        matches!(token.kind, TokenKind::Word | TokenKind::Number)
            && !quotes.iter().any(|q| q.contains(token.span))
            && !lexicon.table(TableId::Stopword).contains(document.folded(t))
    });
    words.map(|t| stem(document.folded(t)).into_owned()).sorted_unstable().collect()
}

/// Twice the shared words over all words, of two sorted lists; 0 where either says too little.
fn dice(a: &[String], b: &[String]) -> f64 {
    if a.len().min(b.len()) < LEAST_WORDS {
        return 0.0;
    }
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    2.0 * f64::from(shared) / (a.len() + b.len()) as f64
}
