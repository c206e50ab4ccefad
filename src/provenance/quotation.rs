//! Quotations that two sources cut in the same way. Quotations belong to the event, so sharing them means nothing by itself;
//! it is evidence if one source credits the other, and weak evidence if both cut the same few words out of a sentence.

use crate::mention::Mentions;
use crate::provenance::wording::{hash, run_hash};
use crate::span::Span;
use crate::text::Document;

/// Fewer words are a phrase that two writers may choose by chance.
const LEAST_WORDS: usize = 4;

/// Words per run, by which a quotation is found within another.
const RUN: usize = 4;
/// How many tenths of a quotation's runs the other must contain.
const MOST_RUNS: usize = 8;

/// The quotations in a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotations {
    /// Ordered by the hash of their words, without repetition.
    pub(super) cuts: Vec<Cut>,
    /// Every quotation, in text order, with the hashes of its runs.
    told: Vec<Told>,
    /// All of these hashes, sorted.
    runs: Vec<u64>,
}

/// A quotation long enough to be distinctive.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) span: Span,
    pub(super) sentence: usize,
    runs: Vec<u64>,
}

impl Quotations {
    pub(super) fn of(document: &Document<'_>, mentions: &Mentions) -> Self {
        let mut told = Vec::new();
        for quote in mentions.quotes.iter().filter(|quote| !quote.nested) {
            let tokens = document.tokens().get(quote.tokens.clone()).unwrap_or_default();
            let words = tokens.iter().filter(|token| token.is_word());
            let words: Vec<u32> = words.map(|token| hash(document.folded_bytes(token))).collect();
            let runs: Vec<u64> = words.windows(RUN).map(|run| run_hash(run.iter().copied())).collect();
            if !runs.is_empty() {
                told.push(Told { span: quote.span, sentence: quote.sentence, runs });
            }
        }
        let mut runs: Vec<u64> = told.iter().flat_map(|told| told.runs.iter().copied()).collect();
        runs.sort_unstable();
        Self { cuts: cuts(document, mentions), told, runs }
    }

    /// The quotations whose words the other also quotes, with the same cut or not. Nearly linear.
    pub(super) fn also_in(&self, other: &Self) -> impl Iterator<Item = &Told> {
        self.told.iter().filter(|told| {
            let found = told.runs.iter().filter(|run| other.runs.binary_search(run).is_ok()).count();
            10 * found >= MOST_RUNS * told.runs.len()
        })
    }
}

/// A quotation in the form in which two documents can share it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    words: u64,
    /// True if it is part of the writer's sentence, which means that somebody chose where to cut.
    pub(super) is_part: bool,
    pub(super) span: Span,
    pub(super) sentence: usize,
}

/// The quotations in a document, ordered by the hash of their words, without repetition. Linear.
fn cuts(document: &Document<'_>, mentions: &Mentions) -> Vec<Cut> {
    let whole = mentions.quotes.iter().filter(|quote| !quote.nested && !quote.unclosed);
    let mut cuts: Vec<Cut> = whole
        .filter_map(|quote| {
            let tokens = document.tokens().get(quote.tokens.clone())?;
            let words = tokens.iter().filter(|token| token.is_word());
            let words: Vec<u32> = words.map(|token| hash(document.folded_bytes(token))).collect();
            let count = words.len();
            let cut = Cut {
                words: run_hash(words.into_iter()),
                is_part: quote.mixed,
                span: quote.span,
                sentence: quote.sentence,
            };
            (count >= LEAST_WORDS).then_some(cut)
        })
        .collect();
    cuts.sort_by_key(|cut| (cut.words, cut.span));
    cuts.dedup_by_key(|cut| cut.words);
    cuts
}

/// The quotations that two documents cut in the same way. Linear.
pub(super) fn shared<'c>(one: &'c [Cut], other: &'c [Cut]) -> Vec<(&'c Cut, &'c Cut)> {
    let (mut i, mut j) = (0, 0);
    let mut shared = Vec::new();
    while let (Some(x), Some(y)) = (one.get(i), other.get(j)) {
        match x.words.cmp(&y.words) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared.push((x, y));
                i += 1;
                j += 1;
            }
        }
    }
    shared.sort_by_key(|(x, _)| x.span);
    shared
}
