//! Voices: how many of the sources are independent.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;
use testimonia::{Derivation, Reconciliation};

/// How many sources of a group are listed, and how many groups.
const LISTED: usize = 12;

/// How many independent voices the sources are. Rely on `independent`, not on `sources`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Voices {
    /// The number of texts given.
    pub(super) sources: usize,
    /// The approximate number of independent voices: ten copies of one report count as about one.
    pub(super) independent: f64,
    /// Groups of sources that share text, with the number of voices each counts for. Sources in no group stand alone.
    pub(super) groups: Vec<Group>,
}

/// Sources derived from one another, or from a common text that was not given.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Group {
    /// Their ids, at most twelve.
    pub(super) sources: Vec<String>,
    /// The number of sources.
    pub(super) count: usize,
    /// The approximate number of independent voices.
    pub(super) independent: f64,
    /// The most certain derivation between them, with the main evidence for it.
    pub(super) because: String,
}

/// Counts voices as the library does for a claim, from the derivations shown: each source counts for the probability that it
/// depends on none counted before it, and follows the source it most depends on.
pub(super) fn count(all: &Reconciliation) -> Voices {
    let mut beside: BTreeMap<&str, Vec<(&str, f64)>> = BTreeMap::new();
    for source in &all.sources {
        beside.insert(&source.id, Vec::new());
    }
    for derivation in &all.derivations {
        let Some([a, b]) = derivation.sources() else { continue };
        beside.entry(a).or_default().push((b, derivation.score.value()));
        beside.entry(b).or_default().push((a, derivation.score.value()));
    }
    let mut counted: BTreeSet<&str> = BTreeSet::new();
    let (mut independent, mut groups) = (0.0, Vec::new());
    for &start in beside.keys() {
        if counted.contains(start) {
            continue;
        }
        // The strongest dependence of each source reached but not yet counted.
        let mut reached: BTreeMap<&str, f64> = BTreeMap::from([(start, 0.0)]);
        let (mut members, mut voices) = (Vec::new(), 0.0);
        loop {
            let surest = reached.iter().max_by(|x, y| x.1.total_cmp(y.1).then(y.0.cmp(x.0)));
            let Some((&next, _)) = surest else { break };
            reached.remove(next);
            counted.insert(next);
            let mut alone = 1.0;
            for &(other, score) in beside.get(next).into_iter().flatten() {
                if counted.contains(other) {
                    alone *= 1.0 - score;
                } else {
                    let best = reached.entry(other).or_default();
                    *best = best.max(score);
                }
            }
            voices += alone;
            members.push(next);
        }
        independent += voices;
        if members.len() > 1 {
            members.sort_unstable();
            groups.push(group(&members, voices, &all.derivations));
        }
    }
    groups.sort_by(|x, y| y.count.cmp(&x.count).then_with(|| x.sources.cmp(&y.sources)));
    groups.truncate(LISTED);
    Voices { sources: all.sources.len(), independent: rounded(independent), groups }
}

fn group(members: &[&str], voices: f64, derivations: &[Derivation]) -> Group {
    let within =
        derivations.iter().filter(|d| d.sources().is_some_and(|[a, _]| members.binary_search(&a).is_ok()));
    // The first of equals.
    let surest = within.reduce(|best, next| if next.score > best.score { next } else { best });
    let because = surest.map_or_else(String::new, |derivation| {
        let weightiest = derivation.evidence.iter().max_by(|x, y| x.weight.total_cmp(&y.weight));
        weightiest.map_or_else(|| derivation.to_string(), |row| format!("{derivation}: {}", row.text))
    });
    Group {
        sources: members.iter().take(LISTED).map(|&id| id.to_owned()).collect(),
        count: members.len(),
        independent: rounded(voices),
        because: super::tools::shortened(&because, 300),
    }
}

/// Rounded to one decimal, since more would suggest false precision.
pub(super) fn rounded(voices: f64) -> f64 {
    (voices * 10.0).round() / 10.0
}
