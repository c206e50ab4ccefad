//! Quotations that two sources cut alike. Quotations belong to the event, so sharing them means nothing by itself; it means
//! something if one of the two credits the other, and a little if both cut the same few words out of a sentence.

use crate::mention::Mentions;
use crate::provenance::wording::{hash, run_hash};
use crate::span::Span;
use crate::text::Document;

/// Fewer words are a phrase, which two writers hit upon.
const LEAST_WORDS: usize = 4;

/// Words of a run by which the words of a quotation are found again within another.
const RUN: usize = 4;
/// Of so many runs of a quotation, in tenths, the other must have all but few.
const MOST_RUNS: usize = 8;

/// What stands in quotation marks in a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotations {
    /// In the order of their words' hashes, each once.
    pub(super) cuts: Vec<Cut>,
    /// Every quotation, in the order of the text, with the hashes of its runs.
    told: Vec<Told>,
    /// All of these hashes, in order.
    runs: Vec<u64>,
}

/// A quotation long enough to be somebody's own.
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

    /// The quotations whose words the other has in its quotations, cut alike or not. Near-linear.
    pub(super) fn also_in(&self, other: &Self) -> impl Iterator<Item = &Told> {
        self.told.iter().filter(|told| {
            let found = told.runs.iter().filter(|run| other.runs.binary_search(run).is_ok()).count();
            10 * found >= MOST_RUNS * told.runs.len()
        })
    }
}

/// A quotation as two documents can have it in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    words: u64,
    /// True where it is part of the writer's sentence: somebody chose where to cut.
    pub(super) is_part: bool,
    pub(super) span: Span,
    pub(super) sentence: usize,
}

/// The quotations of a document, in the order of their words' hashes, each once. Linear.
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

/// What two documents cut alike. Linear.
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
