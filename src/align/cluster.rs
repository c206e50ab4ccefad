//! Clustering: which links form one claim (a cluster of sentences that assert the same thing). Complete linkage: two groups
//! are joined if every two sentences from different sources between them are linked, or nearly, so a chain of links does not
//! connect sentences that share nothing.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::align::SentenceLink;
use crate::text::SentenceId;

/// The most sentences in a claim, unless there are more sources.
const LARGEST: usize = 48;

/// How often the remaining links are grouped again before each becomes a claim of its own.
const ROUNDS: usize = 4;

/// Two sentences in one claim must have at least this fraction of the link threshold. Chosen on annotated bundles: 86 of 100
/// pairs in one claim are right, compared with 80 if the mean over the pairs decides, and 95 of 100 right ones are kept.
const NEARLY: f64 = 0.7;

/// The claims, as indices into `links`: every link is in exactly one, the links of a claim are in order, and claims are
/// ordered by their first link. `all` contains links of any probability, including those kept. For two sentences that were
/// not compared, because a large event has too many pairs, `alike` says whether they would certainly be linked: what dozens
/// of copies of one report say is one claim.
pub(super) fn claims(
    links: &[SentenceLink],
    all: &[SentenceLink],
    threshold: f64,
    alike: impl Fn(SentenceId, SentenceId) -> bool,
) -> Vec<Vec<usize>> {
    let least = NEARLY * threshold;
    let compared: FxHashMap<(SentenceId, SentenceId), bool> =
        all.iter().map(|l| ((l.a, l.b), l.score.value() >= least)).collect();
    let near = |m: SentenceId, n: SentenceId| {
        let pair = (m.min(n), m.max(n));
        compared.get(&pair).copied().unwrap_or_else(|| alike(pair.0, pair.1))
    };
    let sources: FxHashSet<u32> = links.iter().flat_map(|l| [l.a.source, l.b.source]).collect();
    let largest = LARGEST.max(sources.len());
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by(|&m, &n| links[n].score.cmp(&links[m].score).then(m.cmp(&n)));
    let mut claims: Vec<Vec<usize>> = Vec::new();
    for _ in 0..ROUNDS {
        let mut groups = Groups::default();
        for &at in &order {
            groups.join(links[at].a, links[at].b, largest, &near);
        }
        let mut of_group: FxHashMap<usize, usize> = FxHashMap::default();
        let mut left = Vec::new();
        for &at in &order {
            let (a, b) = (groups.of(links[at].a), groups.of(links[at].b));
            if a == b {
                let claim = *of_group.entry(a).or_insert_with(|| {
                    claims.push(Vec::new());
                    claims.len() - 1
                });
                claims[claim].push(at);
            } else {
                left.push(at);
            }
        }
        order = left;
        if order.is_empty() {
            break;
        }
    }
    claims.extend(order.iter().map(|&at| vec![at]));
    for claim in &mut claims {
        claim.sort_unstable();
    }
    claims.sort_unstable();
    claims
}

#[derive(Default)]
struct Groups {
    group: FxHashMap<SentenceId, usize>,
    members: Vec<Vec<SentenceId>>,
}

impl Groups {
    fn of(&mut self, sentence: SentenceId) -> usize {
        *self.group.entry(sentence).or_insert_with(|| {
            self.members.push(vec![sentence]);
            self.members.len() - 1
        })
    }

    /// Joins the groups of two sentences if they belong together.
    fn join(
        &mut self,
        a: SentenceId,
        b: SentenceId,
        largest: usize,
        near: &impl Fn(SentenceId, SentenceId) -> bool,
    ) {
        let (a, b) = (self.of(a), self.of(b));
        if a == b || self.members[a].len() + self.members[b].len() > largest {
            return;
        }
        let go = |m: SentenceId, n: SentenceId| m.source == n.source || near(m, n);
        if !self.members[a].iter().all(|&m| self.members[b].iter().all(|&n| go(m, n))) {
            return;
        }
        // The smaller group moves, which bounds the total work.
        let (a, b) = if self.members[a].len() < self.members[b].len() { (b, a) } else { (a, b) };
        let moved = std::mem::take(&mut self.members[b]);
        for &sentence in &moved {
            self.group.insert(sentence, a);
        }
        self.members[a].extend(moved);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Score;

    /// Numbered sentences, each from a different source, with the probabilities of their links; threshold 0.5.
    fn claimed(links: &[(u32, u32, f64)]) -> Vec<Vec<(u32, u32)>> {
        let id = |source| SentenceId { source, sentence: 0 };
        let all: Vec<SentenceLink> = links
            .iter()
            .map(|&(a, b, p)| SentenceLink { a: id(a), b: id(b), score: Score::new(p) })
            .collect();
        let kept: Vec<SentenceLink> = all.iter().filter(|l| l.score.value() >= 0.5).copied().collect();
        let claims = claims(&kept, &all, 0.5, |_, _| false);
        let mut of_claims = claims.concat();
        of_claims.sort_unstable();
        assert_eq!(of_claims, (0..kept.len()).collect::<Vec<_>>(), "each link in one claim");
        claims.iter().map(|c| c.iter().map(|&l| (kept[l].a.source, kept[l].b.source)).collect()).collect()
    }

    #[test]
    fn a_chain_is_no_claim() {
        let claims = claimed(&[(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.9)]);
        assert_eq!(claims, [vec![(0, 1)], vec![(1, 2)], vec![(2, 3)]]);
    }

    #[test]
    fn what_is_linked_each_with_each_is_one() {
        let claims = claimed(&[(0, 1, 0.9), (0, 2, 0.7), (1, 2, 0.8)]);
        assert_eq!(claims, [vec![(0, 1), (0, 2), (1, 2)]]);
    }

    #[test]
    fn copies_that_were_not_compared_are_one_claim() {
        let id = |source| SentenceId { source, sentence: 0 };
        // A ring of a hundred, each compared only with its neighbour.
        let link = |n: u32| SentenceLink { a: id(n), b: id(n + 1), score: Score::new(0.9) };
        let all: Vec<SentenceLink> = (0..99).map(link).collect();
        assert_eq!(claims(&all, &all, 0.5, |_, _| true).len(), 1);
        assert!(claims(&all, &all, 0.5, |_, _| false).len() > 40);
    }

    #[test]
    fn a_pair_just_short_of_a_link_does_not_part_a_claim() {
        assert_eq!(claimed(&[(0, 1, 0.9), (0, 2, 0.4), (1, 2, 0.8)]), [vec![(0, 1), (1, 2)]]);
        assert_eq!(claimed(&[(0, 1, 0.9), (0, 2, 0.3), (1, 2, 0.8)]), [vec![(0, 1)], vec![(1, 2)]]);
    }
}
