//! Reports the results of cross-validating links on standard error.

use std::collections::BTreeSet;

use testimonia::align::Alignment;
use testimonia::text::{Document, SentenceId};

use super::linking::{HELD_OUT, Labelled, fold_of};
use crate::bundle::{Bundle, Label};

/// The labels of pairs of sentences in one claim, from different sources.
#[derive(Default)]
pub(super) struct Claimed {
    claims: usize,
    sentences: usize,
    largest: usize,
    aligned: usize,
    not: usize,
}

impl Claimed {
    pub(super) fn add(&mut self, bundle: &Bundle, documents: &[Document<'_>], alignment: &Alignment) {
        for claim in &alignment.claims {
            let links = claim.iter().filter_map(|&at| alignment.links.get(at));
            let members: BTreeSet<SentenceId> = links.flat_map(|l| [l.a, l.b]).collect();
            self.claims += 1;
            self.sentences += members.len();
            self.largest = self.largest.max(members.len());
            for &a in &members {
                for &b in members.range(a..).filter(|b| b.source != a.source) {
                    match bundle.label(documents, a, b) {
                        Label::Aligned => self.aligned += 1,
                        Label::Debatable => {}
                        _ => self.not += 1,
                    }
                }
            }
        }
    }
}

impl std::fmt::Display for Claimed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "claims {}, mean size {:.2}, largest {}; pairs within: aligned {}, not {}, right {:.3}",
            self.claims,
            self.sentences as f64 / self.claims.max(1) as f64,
            self.largest,
            self.aligned,
            self.not,
            self.aligned as f64 / (self.aligned + self.not).max(1) as f64
        )
    }
}

/// Reports the F1 of each bundle by threshold, their mean, and the total.
pub(super) fn compare_bundles(labelled: &[Labelled], what: &str, scored: &[Vec<(f64, bool)>]) {
    const THRESHOLDS: [f64; 9] = [0.25, 0.30, 0.33, 0.36, 0.39, 0.42, 0.45, 0.50, 0.60];
    let line = |name: &str, cells: &mut dyn Iterator<Item = String>| {
        eprintln!("{name:26} {}", cells.collect::<Vec<_>>().join("  "));
    };
    line(what, &mut THRESHOLDS.iter().map(|t| format!("   {t:.2}      ")));
    let (mut all, mut sums) = ([[0_usize; 3]; 9], [0.0; 9]);
    let f1 = |[right, said, gold]: [usize; 3]| 2.0 * right as f64 / (said + gold).max(1) as f64;
    for (bundle, pairs) in labelled.iter().zip(scored) {
        let mut cells = Vec::new();
        for ((threshold, all), sum) in THRESHOLDS.iter().zip(&mut all).zip(&mut sums) {
            let kept = || pairs.iter().filter(|(p, _)| p >= threshold);
            let counts = [kept().filter(|(_, l)| *l).count(), kept().count(), bundle.alignments];
            *sum += f1(counts) / labelled.len() as f64;
            all.iter_mut().zip(counts).for_each(|(all, n)| *all += n);
            cells.push(format!("{:.3} {:3}/{:<3}", f1(counts), counts[0], counts[1] - counts[0]));
        }
        line(&bundle.name, &mut cells.into_iter());
    }
    line("mean", &mut sums.iter().map(|sum| format!("{sum:.3}        ")));
    line("together", &mut all.iter().map(|&counts| format!("{:.3}        ", f1(counts))));
}

/// Reports, among bins of at least fifty pairs in a fold, the one whose probability is furthest off.
pub(super) fn compare_folds(by_bundle: &[Vec<(f64, bool)>]) {
    for fold in 0..HELD_OUT {
        let of_fold: Vec<_> = by_bundle
            .iter()
            .enumerate()
            .filter(|(at, _)| fold_of(*at) == fold)
            .flat_map(|(_, b)| b)
            .collect();
        let worst = (1..10)
            .filter_map(|bin| {
                let within: Vec<_> =
                    of_fold.iter().filter(|(p, _)| (p * 10.0).min(9.0) as i32 == bin).collect();
                let said = within.iter().map(|(p, _)| p).sum::<f64>() / within.len() as f64;
                let held = within.iter().filter(|(_, l)| *l).count() as f64 / within.len() as f64;
                (within.len() >= 50).then_some((said, held))
            })
            .max_by(|p, q| (p.0 - p.1).abs().total_cmp(&(q.0 - q.1).abs()));
        if let Some((said, held)) = worst {
            eprintln!("fold {fold}: the worst bin said {said:.2}, true {held:.2}");
        }
    }
}

/// Reports the coverage of the candidates, the figures by threshold, and the calibration of probabilities.
pub(super) fn summarise(labelled: &[Labelled], mut held_out: Vec<(f64, bool)>) {
    let gold: usize = labelled.iter().map(|b| b.alignments).sum();
    for b in labelled {
        let reached = b.labels.iter().filter(|l| **l == Label::Aligned).count();
        eprintln!(
            "{:26} {:6} pairs, {reached} of {} alignments among them",
            b.name,
            b.pairs.len(),
            b.alignments
        );
    }
    held_out.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut right, mut precision_sum, mut next) = (0, 0.0, 0.90);
    let mut best = (0.0, 0.0, 0.0, 0.0);
    for (n, &(score, linked)) in held_out.iter().enumerate() {
        if linked {
            right += 1;
            precision_sum += f64::from(right) / (n + 1) as f64;
        }
        let precision = f64::from(right) / (n + 1) as f64;
        let recall = f64::from(right) / gold as f64;
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
        if f1 > best.0 {
            best = (f1, score, precision, recall);
        }
        while score < next && next > 0.04 {
            eprintln!("at {next:.2}  precision {precision:.3}  recall {recall:.3}  f1 {f1:.3}");
            next -= 0.05;
        }
    }
    eprintln!("best f1 {:.3} at {:.3}, precision {:.3}, recall {:.3}", best.0, best.1, best.2, best.3);
    eprintln!("average precision {:.3}", precision_sum / gold as f64);
    let weighed: Vec<_> = held_out.iter().filter(|(s, _)| *s >= 0.1).collect();
    let mut error = 0.0;
    for bin in 0..10 {
        let (low, high) = (f64::from(bin) / 10.0, f64::from(bin + 1) / 10.0);
        let last = bin == 9;
        let within: Vec<_> = held_out.iter().filter(|(s, _)| *s >= low && (*s < high || last)).collect();
        let linked = within.iter().filter(|(_, l)| *l).count();
        let said = within.iter().map(|(s, _)| s).sum::<f64>() / within.len().max(1) as f64;
        eprintln!(
            "said {said:.2}  true {:.2}  of {}",
            linked as f64 / within.len().max(1) as f64,
            within.len()
        );
        if bin > 0 {
            error += (linked as f64 - said * within.len() as f64).abs() / weighed.len().max(1) as f64;
        }
    }
    eprintln!("calibration error {error:.3} over {} pairs of score 0.1 or more", weighed.len());
}
