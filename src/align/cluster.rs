//! Clusters: which links make one claim. Average-link: two groups of sentences join where the mean probability over all pairs
//! between them reaches the threshold of a link, so that a chain of links does not pull a whole event into one claim.

use rustc_hash::FxHashMap;

use crate::align::SentenceLink;
use crate::text::SentenceId;

/// A claim holds no more sentences than this.
const LARGEST: usize = 48;

/// How often what is left of the links is grouped anew, before each of the rest is a claim of its own.
const ROUNDS: usize = 4;

/// The claims, as positions in `links`: every link in exactly one, links of a claim in order, claims by their first link.
pub(super) fn claims(links: &[SentenceLink], threshold: f64) -> Vec<Vec<usize>> {
    let scores: FxHashMap<(SentenceId, SentenceId), f64> =
        links.iter().map(|l| ((l.a, l.b), l.score.value())).collect();
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by(|&m, &n| links[n].score.cmp(&links[m].score).then(m.cmp(&n)));
    let mut claims: Vec<Vec<usize>> = Vec::new();
    for _ in 0..ROUNDS {
        let mut groups = Groups::default();
        for &at in &order {
            groups.join(links[at].a, links[at].b, &scores, threshold);
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

    /// Makes the groups of two sentences one, where they go together.
    fn join(
        &mut self,
        a: SentenceId,
        b: SentenceId,
        scores: &FxHashMap<(SentenceId, SentenceId), f64>,
        least: f64,
    ) {
        let (a, b) = (self.of(a), self.of(b));
        if a == b || self.members[a].len() + self.members[b].len() > LARGEST {
            return;
        }
        let (mut sum, mut pairs) = (0.0, 0_u32);
        for &m in &self.members[a] {
            for &n in &self.members[b] {
                if m.source != n.source {
                    sum += scores.get(&(m.min(n), m.max(n))).copied().unwrap_or_default();
                    pairs += 1;
                }
            }
        }
        if sum < least * f64::from(pairs) {
            return;
        }
        let moved = std::mem::take(&mut self.members[b]);
        for &sentence in &moved {
            self.group.insert(sentence, a);
        }
        self.members[a].extend(moved);
    }
}
