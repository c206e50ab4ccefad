//! Dependence: how likely it is that sources have a claim from each other, and how many independent voices support it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use itertools::Itertools;
use rustc_hash::FxHashSet;

use crate::math::{logistic, logit};
use crate::provenance::known::Standing;
use crate::provenance::wording::Likeness;
use crate::record::{Support, four_decimals};
use crate::score::Score;
use crate::text::SentenceId;

/// The log-odds that a sentence in a claim adds if it follows the other's closely, or subtracts if it is worded
/// independently.
const COPIED: f64 = 4.0;
const OWN: f64 = -2.5;
/// The similarity of wording for a copy, for a neutral case, and for independent wording.
const NEAR: f64 = 0.9;
const BETWEEN: (f64, f64) = (0.4, 0.55);
const FAR: f64 = 0.2;
/// The weight, in tenths of a word, from which a line counts in full.
const FULL: f64 = 100.0;
/// The limit, in log-odds, of what two whole texts imply about a sentence with its own wording: whoever copies half a text
/// may have researched the rest.
const SUREST: f64 = 2.2;
/// The most sentences of one source considered for one claim.
const MOST_SENTENCES: usize = 8;

/// How probably pairs of sources depend on each other, as whole texts and by sentence. Pairs that share nothing are not
/// stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dependence {
    /// Each pair in both directions, sorted.
    pairs: Vec<(u32, u32, Score)>,
    /// The evidence in the wording of two sentences for (or against) their being one voice, in log-odds; sorted.
    lines: Vec<((SentenceId, SentenceId), f64)>,
    standing: Standing,
}

/// The evidence in the wording of two sentences for their being one voice, in log-odds.
pub(super) fn line_evidence(likeness: &Likeness, lighter: u32) -> f64 {
    let size = |tenths: u32| (f64::from(tenths) / FULL).min(1.0);
    if likeness.dice > BETWEEN.1 {
        let near = ((likeness.dice - BETWEEN.1) / (NEAR - BETWEEN.1)).min(1.0);
        COPIED * near * size(likeness.shared)
    } else if likeness.dice < BETWEEN.0 {
        let far = ((BETWEEN.0 - likeness.dice) / (BETWEEN.0 - FAR)).min(1.0);
        OWN * far * size(lighter)
    } else {
        0.0
    }
}

impl Dependence {
    /// From pairs of sources with probabilities, and pairs of sentences with evidence; the smaller id first.
    pub(super) fn new(
        pairs: impl Iterator<Item = (u32, u32, Score)>,
        mut lines: Vec<((SentenceId, SentenceId), f64)>,
        standing: Standing,
    ) -> Self {
        let pairs =
            pairs.flat_map(|(a, b, score)| [(a, b, score), (b, a, score)]).sorted_unstable().collect();
        lines.sort_unstable_by_key(|line| line.0);
        Self { pairs, lines, standing }
    }

    /// The probability that two sources, given by position, depend on each other.
    pub fn between(&self, a: u32, b: u32) -> Score {
        if self.standing.are_apart(a, b) {
            return Score::NEVER;
        }
        if self.standing.group(a).is_some_and(|group| self.standing.group(b) == Some(group)) {
            return Score::CERTAIN;
        }
        let at = self.pairs.binary_search_by_key(&(a, b), |&(x, y, _)| (x, y));
        at.ok().and_then(|at| self.pairs.get(at)).map_or(Score::NEVER, |pair| pair.2)
    }

    /// The same for what two sources say in these sentences: a sentence copied word for word is the same voice; one worded
    /// differently is less so than the whole texts suggest.
    fn between_sentences(&self, a: &[SentenceId], b: &[SentenceId]) -> f64 {
        let (Some(x), Some(y)) = (a.first(), b.first()) else { return 0.0 };
        let whole = self.between(x.source, y.source);
        if matches!(whole, Score::NEVER | Score::CERTAIN) {
            return whole.value();
        }
        let pairs = a.iter().take(MOST_SENTENCES).cartesian_product(b.iter().take(MOST_SENTENCES));
        let seen = pairs.filter_map(|(&x, &y)| self.line(x, y));
        let Some(line) = seen.max_by(f64::total_cmp) else { return whole.value() };
        let odds = logit(whole.value()).clamp(-SUREST, SUREST);
        logistic(odds + line)
    }

    fn line(&self, x: SentenceId, y: SentenceId) -> Option<f64> {
        let key = (x.min(y), x.max(y));
        let at = self.lines.binary_search_by_key(&key, |line| line.0).ok()?;
        self.lines.get(at).map(|line| line.1)
    }

    /// The number of sources of these sentences, and the expected number of independent ones: the sum over the sources of the
    /// probability that each depends on none before it (Dong, Berti-Equille and Srivastava 2009). Each source is placed after
    /// the one on which it most depends, so ids have no influence. Nearly linear in the sentences and in the pairs of their
    /// sources that share anything.
    pub fn support(&self, sentences: impl IntoIterator<Item = SentenceId>) -> Support {
        let mut sentences = sentences.into_iter().collect_vec();
        sentences.sort_unstable();
        sentences.dedup();
        let voices = sentences.chunk_by(|x, y| x.source == y.source).collect_vec();
        self.count(&voices)
    }

    /// The same if the sentences are unknown: uses what holds for the whole texts.
    pub fn support_of_sources(&self, sources: impl IntoIterator<Item = u32>) -> Support {
        let sources = sources.into_iter().sorted_unstable().dedup();
        let sentences = sources.map(|source| SentenceId { source, sentence: u32::MAX }).collect_vec();
        let voices = sentences.chunks(1).collect_vec();
        self.count(&voices)
    }

    fn count(&self, voices: &[&[SentenceId]]) -> Support {
        if voices.len() == 1 {
            return Support { sources: 1, independent: 1.0 };
        }
        let source =
            |n: usize| voices.get(n).and_then(|voice| voice.first()).map_or(u32::MAX, |id| id.source);
        let mut counted = vec![false; voices.len()];
        let mut groups: FxHashSet<u32> = FxHashSet::default();
        let mut next: BinaryHeap<(Score, Reverse<usize>)> = BinaryHeap::new();
        let mut independent = 0.0;
        for start in 0..voices.len() {
            next.push((Score::NEVER, Reverse(start)));
            while let Some((_, Reverse(n))) = next.pop() {
                if counted[n] {
                    continue;
                }
                let group = self.standing.group(source(n));
                let mut alone = if group.is_some_and(|group| !groups.insert(group)) { 0.0 } else { 1.0 };
                for m in self.beside(source(n), voices) {
                    let both = self.between_sentences(voices[n], voices[m]);
                    if counted[m] {
                        alone *= 1.0 - both;
                    } else {
                        next.push((Score::new(both), Reverse(m)));
                    }
                }
                counted[n] = true;
                independent += alone;
            }
        }
        Support { sources: voices.len(), independent: four_decimals(independent) }
    }

    /// The positions of voices whose sources share something with a source.
    fn beside(&self, source: u32, voices: &[&[SentenceId]]) -> Vec<usize> {
        let from = self.pairs.partition_point(|pair| pair.0 < source);
        let to = from + self.pairs[from..].partition_point(|pair| pair.0 == source);
        let shared = &self.pairs[from..to];
        let of = |voice: &&[SentenceId]| voice.first().map_or(u32::MAX, |id| id.source);
        if shared.len() < voices.len() {
            let at = |pair: &(u32, u32, Score)| voices.binary_search_by_key(&pair.1, of).ok();
            shared.iter().filter_map(at).collect()
        } else {
            let holds = |n: &usize| {
                let other = voices.get(*n).map_or(u32::MAX, of);
                shared.binary_search_by_key(&other, |pair| pair.1).is_ok()
            };
            (0..voices.len()).filter(holds).collect()
        }
    }
}
