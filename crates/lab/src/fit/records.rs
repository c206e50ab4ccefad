//! `lab fit records`, and the records of `lab crossvalidate`: what the confidence of a discrepancy is made of.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};
use testimonia::align::{self, AlignConfig, align_with};
use testimonia::resolve::{self, Cue, Cues, ResolveConfig, Weights};
use testimonia::{Config, Facet, Lexicon, Verdict, entity, mention, provenance};

use super::linking::{self, fold_of};
use super::logistic::solve;
use crate::Outcome;
use crate::bundle::Bundle;

/// How strongly an offset of a facet is held to none, and a weight to its prior, in rows: annotated flags are few.
const OFFSET: f64 = 3.0;
const WEIGHT: f64 = 4.0;
/// Bins of equal count by which confidence is held against what readers said.
const BINS: usize = 4;
/// Annotated differences of a facet from which on its confidence is taken at its word.
const ENOUGH: usize = 8;
/// The chance that a certified precision is not reached.
const DELTA: f64 = 0.1;

/// A discrepancy found with no threshold, and what the annotation says of it.
struct Row {
    event: usize,
    facet: Facet,
    cues: Cues,
    truth: bool,
}

/// The stages up to records, by weights of one's own.
fn resolve(
    bundle: &Bundle,
    links: &align::Weights,
    weights: &Weights,
    config: &ResolveConfig,
    lexicon: &Lexicon,
) -> (resolve::Resolution, Value) {
    let documents = bundle.documents(lexicon);
    let mentions = mention::extract(&documents, lexicon);
    let alignment = align_with(&documents, &mentions, lexicon, &AlignConfig::default(), links);
    let clusters = entity::find(&documents, &mentions, &alignment, lexicon);
    let defaults = Config::default();
    let (derivations, dependence) =
        provenance::derive(&documents, &mentions, &alignment, &clusters, lexicon, &defaults.provenance);
    let found = resolve::Bundle {
        documents: &documents,
        mentions: &mentions,
        alignment: &alignment,
        clusters: &clusters,
        dependence: &dependence,
        events: &align::Events::default(),
        lexicon,
    };
    let resolution = resolve::resolve_with(&found, config, weights);
    let sources: Vec<Value> = bundle.sources.iter().map(|s| json!({"id": s.id()})).collect();
    let output = json!({
        "schema": testimonia::SCHEMA,
        "sources": sources,
        "claims": resolution.claims,
        "records": resolution.records,
        "entities": resolution.entities,
        "derivations": derivations,
    });
    (resolution, output)
}

fn rows(bundles: &[Bundle], folds: &[align::Weights], lexicon: &Lexicon) -> Vec<Row> {
    let mut config = ResolveConfig::default();
    (config.discrepancy, config.unproven) = (0.0, 0.0);
    let mut rows = Vec::new();
    for (event, (bundle, links)) in bundles.iter().zip(folds).enumerate() {
        let (resolution, _) = resolve(bundle, links, &Weights::prior(), &config, lexicon);
        for (record, cues) in resolution.records.iter().zip(resolution.cues) {
            if record.verdict != Verdict::Discrepancy {
                continue;
            }
            if let Some(truth) = bundle.is_discrepancy(record) {
                rows.push(Row { event, facet: record.facet, cues, truth });
            }
        }
    }
    rows
}

/// Logistic regression with a Gaussian prior around [`Weights::prior`], by Newton's method.
fn fit<'r>(rows: impl Iterator<Item = &'r Row>) -> Weights {
    let rows: Vec<&Row> = rows.collect();
    let prior = Weights::prior();
    let facets: Vec<Facet> = sorted(rows.iter().map(|r| r.facet));
    let cues: Vec<Cue> =
        sorted(rows.iter().flat_map(|r| r.cues.iter().map(|c| c.0)).chain(prior.cues.iter().map(|c| c.0)));
    let n = facets.len() + cues.len();
    let standard: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| {
            let of_facet = facets.iter().map(|f| f64::from(u8::from(*f == row.facet)));
            let value = |cue: &Cue| row.cues.iter().find(|(c, _)| c == cue).map_or(0.0, |(_, v)| *v);
            of_facet.chain(cues.iter().map(value)).collect()
        })
        .collect();
    let before: Vec<f64> = facets.iter().map(|_| 0.0).chain(cues.iter().map(|&cue| prior.cue(cue))).collect();
    let penalty = |at: usize| if at < facets.len() { OFFSET } else { WEIGHT };
    let mut weights = before.clone();
    for _ in 0..25 {
        let mut gradient = vec![0.0; n];
        let mut hessian = vec![0.0; n * n];
        for (row, z) in rows.iter().zip(&standard) {
            let log_odds: f64 = z.iter().zip(&weights).map(|(z, w)| z * w).sum();
            let p = 1.0 / (1.0 + (-log_odds).exp());
            for i in 0..n {
                gradient[i] += (p - f64::from(u8::from(row.truth))) * z[i];
                for j in 0..=i {
                    hessian[i * n + j] += p * (1.0 - p) * z[i] * z[j];
                }
            }
        }
        for i in 0..n {
            gradient[i] += penalty(i) * (weights[i] - before[i]);
            hessian[i * n + i] += penalty(i);
        }
        let step = solve(&mut hessian, &gradient, n);
        weights.iter_mut().zip(&step).for_each(|(w, s)| *w -= s);
        if step.iter().all(|s| s.abs() < 1e-6) {
            break;
        }
    }
    let (offsets, rest) = weights.split_at(facets.len());
    Weights {
        facets: facets.into_iter().zip(offsets.iter().copied()).collect(),
        cues: cues.into_iter().zip(rest.iter().copied()).collect(),
        proven: sorted(rows.iter().map(|r| r.facet))
            .into_iter()
            .filter(|facet| rows.iter().filter(|r| r.facet == *facet).count() >= ENOUGH)
            .collect(),
    }
}

fn sorted<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Each row with its confidence by weights fitted on the events of the other folds.
fn held_out(rows: &[Row]) -> Vec<(f64, &Row)> {
    let mut scored = Vec::new();
    for fold in sorted(rows.iter().map(|r| fold_of(r.event))) {
        let weights = fit(rows.iter().filter(|r| fold_of(r.event) != fold));
        scored.extend(rows.iter().filter(|r| fold_of(r.event) == fold).map(|row| {
            let log_odds = weights.log_odds(row.facet, &row.cues);
            (1.0 / (1.0 + (-log_odds).exp()), row)
        }));
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored
}

/// The highest precision that `n` flags of which `wrong` are wrong certify but for a chance of [`DELTA`]: the end of the exact
/// binomial interval (Clopper and Pearson 1934).
fn certified(n: usize, wrong: usize) -> f64 {
    let tail = |precision: f64| -> f64 {
        let miss = 1.0 - precision;
        let mut term = precision.powi(n as i32);
        let mut sum = term;
        for k in 1..=wrong {
            term *= (n - k + 1) as f64 / k as f64 * miss / precision;
            sum += term;
        }
        sum
    };
    if n == wrong {
        return 0.0;
    }
    let (mut low, mut high) = (1e-6, 1.0 - 1e-12);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        // The chance of so few wrong ones grows with precision.
        if tail(middle) <= DELTA { low = middle } else { high = middle }
    }
    low
}

/// Writes, for each annotated bundle, its reconciliation with the weights of links and of records fitted without it.
pub(super) fn crossvalidate(
    folder: &Path,
    bundles: &[Bundle],
    folds: &[align::Weights],
    lexicon: &Lexicon,
) -> Outcome {
    let rows = rows(bundles, folds, lexicon);
    for (event, (bundle, links)) in bundles.iter().zip(folds).enumerate() {
        let weights = fit(rows.iter().filter(|r| fold_of(r.event) != fold_of(event)));
        let (_, output) = resolve(bundle, links, &weights, &ResolveConfig::default(), lexicon);
        std::fs::write(folder.join(format!("{}.json", bundle.name)), serde_json::to_vec(&output)?)?;
    }
    summarise(&rows);
    Ok(())
}

/// To the standard error: what confidence promises and what holds, held out by event.
fn summarise(rows: &[Row]) {
    let scored = held_out(rows);
    let mut by_facet: BTreeMap<Facet, [usize; 2]> = BTreeMap::new();
    for (_, row) in scored.iter().filter(|(p, _)| *p >= 0.5) {
        by_facet.entry(row.facet).or_default()[usize::from(row.truth)] += 1;
    }
    eprintln!(
        "discrepancies of any confidence: {}, of them true {}",
        rows.len(),
        rows.iter().filter(|r| r.truth).count()
    );
    for (facet, [wrong, right]) in by_facet {
        eprintln!("at 0.50  {facet:12} right {right:3}  wrong {wrong:3}");
    }
    for (threshold, n, wrong, bound) in table(&scored) {
        eprintln!("at {threshold:.2}  flags {n:3}  wrong {wrong:3}  precision certified {bound:.3}");
    }
    for bin in scored.chunks(scored.len().div_ceil(BINS).max(1)) {
        let n = bin.len() as f64;
        let said = bin.iter().map(|(p, _)| p).sum::<f64>() / n;
        let held = bin.iter().filter(|(_, r)| r.truth).count() as f64 / n;
        let error = (bin.iter().map(|(p, _)| p * (1.0 - p)).sum::<f64>()).sqrt() / n;
        eprintln!("said {said:.3}  true {held:.3}  standard errors apart {:.1}", (held - said).abs() / error);
    }
}

/// For thresholds set beforehand: flags, wrong ones among them, and the precision that certifies.
fn table(scored: &[(f64, &Row)]) -> Vec<(f64, usize, usize, f64)> {
    (1..20)
        .map(|step| {
            let threshold = f64::from(step) / 20.0;
            let flags: Vec<_> = scored.iter().filter(|(p, _)| *p >= threshold).collect();
            let wrong = flags.iter().filter(|(_, r)| !r.truth).count();
            (threshold, flags.len(), wrong, certified(flags.len(), wrong))
        })
        .collect()
}

pub(crate) fn run(gold: &Path, bundles: &Path, pairs: &Path, out: &mut impl Write) -> Outcome {
    let lexicon = Lexicon::english();
    let (bundles, folds) = linking::held_out(gold, bundles, pairs, &lexicon)?;
    let rows = rows(&bundles, &folds, &lexicon);
    summarise(&rows);
    let weights = fit(rows.iter());
    let right = rows.iter().filter(|r| r.truth).count();
    writeln!(out, "//! What the confidence of records has learned: generated, do not edit.")?;
    writeln!(out, "//!")?;
    writeln!(
        out,
        "//! Made by `lab fit records GOLD BUNDLES PAIRS` from {} annotated events: {} differences found with links fitted without the",
        bundles.len(),
        rows.len()
    )?;
    writeln!(
        out,
        "//! event, {right} of which careful readers call discrepancies. Logistic regression around a prior."
    )?;
    writeln!(out, "\nuse crate::compare::Facet;\nuse crate::resolve::confidence::Cue;")?;
    writeln!(out, "\n/// The offset of each facet, in log-odds.")?;
    writeln!(out, "pub(super) const FACETS: &[(Facet, f64)] = &[")?;
    for (facet, offset) in &weights.facets {
        writeln!(out, "    (Facet::{facet:?}, {offset:.3}),")?;
    }
    writeln!(out, "];\n\n/// What a cue of value 1 adds, in log-odds.")?;
    writeln!(out, "pub(super) const CUES: &[(Cue, f64)] = &[")?;
    for (cue, weight) in &weights.cues {
        writeln!(out, "    (Cue::{cue:?}, {weight:.3}),")?;
    }
    writeln!(out, "];")?;
    writeln!(out, "\n/// The facets of which there were {ENOUGH} differences or more.")?;
    let proven: Vec<String> = weights.proven.iter().map(|facet| format!("Facet::{facet:?}")).collect();
    writeln!(out, "pub(super) const PROVEN: &[Facet] = &[{}];", proven.join(", "))?;
    writeln!(out, "\n/// The chance that a certified precision is not reached.")?;
    writeln!(out, "pub(super) const DELTA: f64 = {DELTA};")?;
    writeln!(
        out,
        "\n/// Least confidence; differences of annotated events with it, held out by event; wrong ones among them; the precision\n/// that certifies but for a chance of a tenth."
    )?;
    writeln!(out, "pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[")?;
    for (threshold, n, wrong, bound) in table(&held_out(&rows)) {
        writeln!(out, "    ({threshold:.2}, {n}, {wrong}, {bound:.4}),")?;
    }
    writeln!(out, "];")?;
    Ok(())
}
