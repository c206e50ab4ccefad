//! Context: what the probabilities of other pairs say about a pair. Sentences that say the same as a third one say the same;
//! sentences next to a link are linked more often; a sentence usually has one best match in a source, not two.

use rustc_hash::FxHashMap;

use crate::align::feature::{Feature, Features};
use crate::align::profile::{Profile, Profiles};
use crate::math::ln;

/// For each sentence, its pairs with their probabilities.
#[derive(Debug)]
pub(super) struct Context {
    starts: Vec<u32>,
    /// Sorted by sentence.
    partners: Vec<(u32, f32)>,
    /// For each of these, the best probability that the sentence has in the partner's source.
    best: Vec<f32>,
    /// For each sentence, the sum over the other sources of its best probability there.
    told: Vec<f32>,
    /// For each pair of sources, the sum over the sentences of the first of their best probability in the second.
    kinship: FxHashMap<(u32, u32), f32>,
}

impl Context {
    /// From sorted pairs, each with the smaller sentence first.
    pub(super) fn new(all: &Profiles, pairs: &[(u32, u32)], probabilities: &[f32]) -> Self {
        let kept = || pairs.iter().zip(probabilities).filter(|(_, p)| **p >= LEAST);
        let sentences = all.sentences.len();
        let mut starts = vec![0_u32; sentences + 1];
        for (&(a, b), _) in kept() {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut partners = vec![(0, 0.0); starts.last().map_or(0, |&n| n as usize)];
        // In sorted pairs, each sentence meets first its smaller partners, in order, then its greater ones.
        for (&(a, b), &p) in kept() {
            partners[next[b as usize] as usize] = (a, p);
            next[b as usize] += 1;
        }
        for (&(a, b), &p) in kept() {
            partners[next[a as usize] as usize] = (b, p);
            next[a as usize] += 1;
        }
        let (mut told, mut kinship) = (Vec::with_capacity(sentences), FxHashMap::default());
        let mut best_of = Vec::with_capacity(partners.len());
        let mut context =
            Self { starts, partners, best: Vec::new(), told: Vec::new(), kinship: FxHashMap::default() };
        let source = |n: u32| all.sentences[n as usize].source;
        for at in 0..sentences as u32 {
            let mut sum = 0.0;
            for there in context.partners(at).chunk_by(|m, n| source(m.0) == source(n.0)) {
                let best = there.iter().map(|&(_, p)| p).fold(0.0, f32::max);
                let other = there.first().map_or(at, |first| first.0);
                *kinship.entry((source(at), source(other))).or_insert(0.0) += best;
                best_of.extend(there.iter().map(|_| best));
                sum += best;
            }
            told.push(sum);
        }
        (context.told, context.best, context.kinship) = (told, best_of, kinship);
        context
    }

    fn partners(&self, sentence: u32) -> &[(u32, f32)] {
        match self.starts.get(sentence as usize..sentence as usize + 2) {
            Some(&[start, end]) => self.partners.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    fn probability(&self, a: u32, b: u32) -> f32 {
        let partners = self.partners(a);
        partners.binary_search_by_key(&b, |&(other, _)| other).map_or(0.0, |at| partners[at].1)
    }

    /// The best probability of a sentence in its partner's source; `p` is its probability with that partner.
    fn best(&self, sentence: u32, partner: u32, p: f32) -> f32 {
        let at = self.partners(sentence).binary_search_by_key(&partner, |&(other, _)| other);
        let start = self.starts.get(sentence as usize).map_or(0, |&start| start as usize);
        at.ok().and_then(|at| self.best.get(start + at)).map_or(p, |best| best.max(p))
    }

    /// The fraction of sentences with a match in the other's source, in whichever source has more sentences.
    #[inline]
    fn copied(&self, all: &Profiles, a: u32, b: u32) -> f32 {
        let (x, y) = (&all.sentences[a as usize], &all.sentences[b as usize]);
        let told = |from: &Profile, to: &Profile| {
            let sum = self.kinship.get(&(from.source, to.source)).copied().unwrap_or(0.0);
            sum / from.of.max(1) as f32
        };
        told(x, y).max(told(y, x)).min(1.0)
    }

    /// Fills in the features that depend on other pairs. Linear in the pairs of whichever sentence has fewer, because a sentence
    /// may be paired with every sentence of a long source.
    pub(super) fn look(&self, all: &Profiles, (a, b): (u32, u32), log_odds: f32, p: f32, out: &mut Features) {
        let source = |sentence: u32| all.sentences[sentence as usize].source;
        let (mut path, mut none) = (0.0_f32, 1.0_f32);
        let (mut path_apart, mut none_apart) = (0.0_f32, 1.0_f32);
        let (best_a, best_b) = (self.best(a, b, p), self.best(b, a, p));
        let (of_a, of_b) = (self.partners(a), self.partners(b));
        let (fewer, mut more) = if of_a.len() <= of_b.len() { (of_a, of_b) } else { (of_b, of_a) };
        let many = more.len() > MANY * fewer.len();
        for &(m, v) in fewer {
            let before = |other: &(u32, f32)| other.0 < m;
            let passed = if many {
                more.partition_point(before)
            } else {
                more.iter().take_while(|other| before(other)).count()
            };
            more = more.get(passed..).unwrap_or_default();
            let Some(&(_, w)) = more.first().filter(|other| other.0 == m) else { continue };
            path = path.max(v * w);
            none *= 1.0 - v * w;
            // A source that copies one of the two adds nothing new.
            let apart = v * w * (1.0 - self.copied(all, m, a)) * (1.0 - self.copied(all, m, b));
            path_apart = path_apart.max(apart);
            none_apart *= 1.0 - apart;
        }
        let beside = |sentence: u32, step: i64| {
            let other = u32::try_from(i64::from(sentence) + step).ok()?;
            let there = all.sentences.get(other as usize)?;
            (there.source == source(sentence)).then_some(other)
        };
        let (mut cross, mut same_side) = (0.0_f32, 0.0_f32);
        for step in [-1, 1] {
            let (i, j) = (beside(a, step), beside(b, step));
            cross = cross.max(i.map_or(0.0, |i| self.probability(i, b)));
            cross = cross.max(j.map_or(0.0, |j| self.probability(a, j)));
            same_side = same_side.max(i.zip(j).map_or(0.0, |(i, j)| self.probability(i, j)));
        }
        out[Feature::Path as usize] = path.sqrt();
        out[Feature::Paths as usize] = (1.0 - none).sqrt();
        out[Feature::PathApart as usize] = path_apart.sqrt();
        out[Feature::PathsApart as usize] = (1.0 - none_apart).sqrt();
        out[Feature::Cross as usize] = cross;
        out[Feature::Beside as usize] = same_side;
        out[Feature::Best as usize] = p / best_a.max(best_b).max(1e-6);
        out[Feature::BestLess as usize] = p / best_a.min(best_b).max(1e-6);
        // Without the contribution of this pair.
        let told = |at: u32, best: f32| (self.told.get(at as usize).copied().unwrap_or(0.0) - best).max(0.0);
        let (told_a, told_b) = (told(a, best_a), told(b, best_b));
        out[Feature::ToldLess as usize] = ln(1.0 + told_a.min(told_b));
        out[Feature::ToldMore as usize] = ln(1.0 + told_a.max(told_b));
        // To what extent the two sources report the same, judged by their other sentences.
        let kin = |at: u32, other: u32, best: f32| {
            let sum = self.kinship.get(&(source(at), source(other))).copied().unwrap_or(0.0);
            let others = all.sentences[at as usize].of.max(2) - 1;
            ((sum - best).max(0.0) / others as f32).sqrt()
        };
        let (kin_a, kin_b) = (kin(a, b, best_a), kin(b, a, best_b));
        out[Feature::KinLess as usize] = kin_a.min(kin_b);
        out[Feature::KinMore as usize] = kin_a.max(kin_b);
        out[Feature::Own as usize] = log_odds;
    }
}

/// If one sentence has this many times the pairs of the other, looking a pair up is faster than passing over them.
const MANY: usize = 16;

/// Pairs with a lower probability say nothing about others and are not looked at again.
pub(super) const LEAST: f32 = 0.01;
