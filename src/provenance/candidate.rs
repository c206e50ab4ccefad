//! Candidates: which pairs of sentences to compare for wording.
//!
//! These are linked sentences, and sentences that share a run of words. Runs are hashed and thinned by winnowing (Schleimer,
//! Wilkerson and Aiken 2003), which keeps the index much smaller than the text. A run that many documents share is paired
//! only with its next few occurrences: this is enough to show that each depends on an earlier one, and the cost stays linear.

use crate::parallel;
use crate::provenance::wording::{Line, Wording, run_hash};
use crate::text::SentenceId;

/// Words per run.
const RUN: usize = 5;
/// One of this many adjacent runs is kept, so a shared passage of `RUN + WINNOW - 1` words is always found.
const WINNOW: usize = 4;
/// How many earlier occurrences an occurrence of a run is paired with.
const BACK: usize = 4;

/// Two sentences from different documents, the earlier document first.
pub(super) type Candidate = (SentenceId, SentenceId);

/// Pairs of sentences that share a run of words, sorted and without repetition. Linear in the text, apart from sorting.
pub(super) fn sharing(wordings: &[&Wording]) -> Vec<Candidate> {
    let numbered: Vec<(usize, &Wording)> = wordings.iter().copied().enumerate().collect();
    let marks = parallel::map(&numbered, |&(source, wording)| {
        let mut marks = Vec::new();
        for (sentence, line) in wording.lines.iter().enumerate() {
            marks.extend(winnow(line).map(|hash| (hash, SentenceId::new(source, sentence))));
        }
        marks
    });
    let mut marks: Vec<(u64, SentenceId)> = marks.into_iter().flatten().collect();
    marks.sort_unstable();
    marks.dedup();
    let mut pairs = Vec::new();
    for places in marks.chunk_by(|x, y| x.0 == y.0) {
        for (n, &(_, b)) in places.iter().enumerate().skip(1) {
            let earlier = places.get(..n).unwrap_or_default().iter().rev();
            let earlier = earlier.map(|&(_, a)| a).filter(|a| a.source != b.source);
            pairs.extend(earlier.take(BACK).map(|a| (a, b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The hashes of the runs that represent a line: the least of every few adjacent ones.
fn winnow(line: &Line) -> impl Iterator<Item = u64> + use<> {
    let hashes: Vec<u64> =
        line.windows(RUN).map(|words| run_hash(words.iter().map(|word| word.hash))).collect();
    let width = WINNOW.min(hashes.len()).max(1);
    let mut kept: Vec<u64> = hashes.windows(width).filter_map(|few| few.iter().min().copied()).collect();
    kept.dedup();
    kept.into_iter()
}
