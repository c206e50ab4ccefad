//! `lab fit points`, and the records of `lab crossvalidate`: what makes two mentions a discrepancy in the eyes of a careful reader.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::ops::Range;
use std::path::Path;

use serde_json::{Value, json};
use testimonia::align::{self, AlignConfig, align_with};
use testimonia::point::tree::{Asked, Node, Split};
use testimonia::resolve::{self, Candidate, Cue, Cues, ResolveConfig, Weights};
use testimonia::{Config, Facet, Lexicon, Verdict, entity, mention, provenance};

use super::boosting::{self, Growth, grow};
use super::linking::{self, HELD_OUT as FOLDS, fold_of as fold};
use super::logistic::logistic;
use crate::bundle::{Bundle, Told};
use crate::{Outcome, annotated};

/// How trees grow, chosen by cross-validation.
const GROWTH: Growth = Growth { trees: 60, depth: 2, rate: 0.05, leaf: 12.0, ridge: 6.0 };
/// The factor on the hand-set confidence before anything is learned, and the value used if rules exclude the comparison.
const PRIOR: (f64, f64) = (1.0, -4.0);
/// The number of equally filled bins in which confidence is compared with readers' judgements.
const BINS: usize = 6;
/// The number of annotated differences from which a facet's learned confidence is trusted.
const ENOUGH: usize = 12;
/// The least confidence of the flags by which it is trusted, and the fraction of them that must be right.
const TRUSTED: (f64, f64) = (0.6, 0.8);
/// The least confidences at which the flags of each facet are counted.
const LOOKED_AT: [f64; 5] = [0.5, 0.6, 0.65, 0.7, 0.8];
/// The probability that a certified precision is not reached.
const DELTA: f64 = 0.1;

/// Two mentions that may differ, and their annotation.
struct Row {
    event: usize,
    facet: Facet,
    cues: Cues,
    /// The annotated discrepancy that they represent.
    point: Option<usize>,
}

/// The stages up to records.
pub(crate) struct Stages<'s> {
    pub(crate) bundle: &'s Bundle,
    pub(crate) links: &'s align::Weights,
    pub(crate) lexicon: &'s Lexicon,
}

impl Stages<'_> {
    pub(crate) fn run<T>(&self, then: impl FnOnce(&resolve::Bundle<'_>) -> T) -> (T, Value) {
        let Self { bundle, links, lexicon } = self;
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
        (then(&found), json!(derivations))
    }

    /// The reconciliation, as `score.py` reads it, with its discrepancies as judged by the annotation.
    fn reconcile(&self, weights: &Weights, config: &ResolveConfig) -> (resolve::Resolution, Value) {
        let (resolution, derivations) = self.run(|found| resolve::resolve_with(found, config, weights));
        let sources: Vec<Value> = self.bundle.sources.iter().map(|s| json!({"id": s.id()})).collect();
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
}

/// Adds the annotated stories of a folder of feeds: learned from, but not tested on. None of the links was fitted on them.
fn add_stories(bundles: &mut Vec<Bundle>, links: &mut Vec<align::Weights>, feeds: Option<&Path>) -> Outcome {
    let Some(feeds) = feeds else { return Ok(()) };
    let stories = annotated::read(feeds)?;
    let fitted: Vec<align::Weights> = links.iter().take(FOLDS).cloned().collect();
    links.extend((0..stories.len()).map(|n| fitted[fold(bundles.len() + n)].clone()));
    bundles.extend(stories);
    Ok(())
}

fn rows(bundles: &[Bundle], links: &[align::Weights], lexicon: &Lexicon) -> Vec<Row> {
    let mut rows = Vec::new();
    for (event, (bundle, links)) in bundles.iter().zip(links).enumerate() {
        let (candidates, _) = Stages { bundle, links, lexicon }.run(resolve::differing);
        for Candidate { facet, mentions: [a, b], cues, .. } in candidates {
            let point = match bundle.told(facet, [&a, &b]) {
                Told::Discrepancy(point) => Some(point),
                Told::Nothing => None,
                Told::Debatable => continue,
            };
            rows.push(Row { event, facet, cues, point });
        }
    }
    rows
}

/// All cues in the rows, and all facets: the columns to learn from.
fn columns(rows: &[Row]) -> Vec<Asked> {
    let cues: BTreeSet<Cue> = rows.iter().flat_map(|r| r.cues.iter().map(|c| c.0)).collect();
    let facets: BTreeSet<Facet> = rows.iter().map(|r| r.facet).collect();
    cues.into_iter().map(Asked::Cue).chain(facets.into_iter().map(Asked::Facet)).collect()
}

fn features(row: &Row, columns: &[Asked]) -> Vec<f32> {
    let value = |asked: &Asked| match *asked {
        Asked::Cue(cue) => row.cues.iter().find(|(c, _)| *c == cue).map_or(0.0, |(_, value)| *value),
        Asked::Facet(facet) => f64::from(u8::from(facet == row.facet)),
        _ => 0.0,
    };
    columns.iter().map(|asked| value(asked) as f32).collect()
}

fn prior(row: &Row) -> f64 {
    let set = row.cues.iter().find(|(cue, _)| *cue == Cue::Prior);
    set.map_or(PRIOR.1, |(_, odds)| PRIOR.0 * odds)
}

/// Learns from the rows selected by `keep`. Pairs for the same discrepancy have a total weight of the root of their number.
fn fit(rows: &[Row], matrix: &[Vec<f32>], columns: &[Asked], keep: impl Fn(&Row) -> bool) -> Weights {
    let mut tellers: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for row in rows {
        if let Some(point) = row.point {
            *tellers.entry((row.event, point)).or_default() += 1.0;
        }
    }
    let weight = |row: &Row| row.point.map_or(1.0, |point| tellers[&(row.event, point)].powf(-0.5));
    let kept: Vec<(&Row, &Vec<f32>)> = rows.iter().zip(matrix).filter(|(row, _)| keep(row)).collect();
    let base = |truth: bool| {
        kept.iter().filter(|(r, _)| r.point.is_some() == truth).map(|(r, _)| weight(r)).sum::<f64>().max(1.0)
    };
    let start = (base(true) / base(false)).ln();
    let mean = kept.iter().map(|(r, _)| prior(r)).sum::<f64>() / kept.len().max(1) as f64;
    let start = start - mean;
    let boosted: Vec<boosting::Row<'_>> = kept
        .iter()
        .map(|(row, features)| boosting::Row {
            features,
            truth: row.point.is_some(),
            weight: weight(row),
            start: start + prior(row),
        })
        .collect();
    let trees = grow(&boosted, GROWTH);
    let node = |node: &boosting::Node| Node {
        value: rounded(node.value),
        split: node.split.map(|(feature, at, below, above)| Split {
            asked: columns[feature],
            at: rounded(f64::from(at)),
            below: below as u8,
            above: above as u8,
        }),
    };
    let mut seen: BTreeMap<Facet, BTreeSet<(usize, usize)>> = BTreeMap::new();
    for (row, _) in &kept {
        if let Some(point) = row.point {
            seen.entry(row.facet).or_default().insert((row.event, point));
        }
    }
    Weights {
        start: rounded(start),
        prior: PRIOR,
        trees: trees.iter().map(|tree| tree.iter().map(node).collect()).collect(),
        calibration: (1.0, 0.0),
        proven: seen
            .into_iter()
            .filter(|(_, points)| points.len() >= ENOUGH)
            .map(|(facet, _)| facet)
            .collect(),
        trusted: Vec::new(),
    }
}

fn rounded(x: f64) -> f64 {
    (x * 10_000.0).round() / 10_000.0
}

/// A discrepancy found without a threshold: its log-odds by weights that have not seen its event.
struct Flag {
    event: usize,
    facet: Facet,
    log_odds: f64,
    truth: bool,
}

fn flags(
    bundles: &[Bundle],
    links: &[align::Weights],
    weights: impl Fn(usize) -> Weights,
    lexicon: &Lexicon,
) -> Vec<Flag> {
    let mut config = ResolveConfig::default();
    (config.discrepancy, config.unproven, config.modality) = (0.0, 0.0, 0.0);
    let mut flags = Vec::new();
    for (event, (bundle, links)) in bundles.iter().zip(links).enumerate() {
        let weights = weights(event);
        let (resolution, _) = Stages { bundle, links, lexicon }.reconcile(&weights, &config);
        for (record, cues) in resolution.records.iter().zip(&resolution.cues) {
            if record.verdict == Verdict::Discrepancy {
                if let Some(truth) = bundle.is_discrepancy(record) {
                    flags.push(Flag {
                        event,
                        facet: record.facet,
                        log_odds: weights.log_odds(record.facet, cues),
                        truth,
                    });
                }
            }
        }
    }
    flags
}

/// The slope and offset that turn log-odds into probabilities, fitted on the flags selected by `keep` (Platt 1999) and shrunk
/// towards (1, 0).
fn calibrate(flags: &[Flag], keep: impl Fn(&Flag) -> bool) -> (f64, f64) {
    const HELD: f64 = 3.0;
    let kept: Vec<&Flag> = flags.iter().filter(|f| keep(f)).collect();
    let (mut slope, mut offset) = (1.0, 0.0);
    for _ in 0..50 {
        let (mut ga, mut gb) = (HELD * (slope - 1.0), HELD * 0.1 * offset);
        let (mut haa, mut hab, mut hbb) = (HELD, 0.0, HELD * 0.1);
        for flag in &kept {
            let p = logistic(slope * flag.log_odds + offset);
            let (error, curve) = (p - f64::from(u8::from(flag.truth)), p * (1.0 - p));
            ga += error * flag.log_odds;
            gb += error;
            haa += curve * flag.log_odds * flag.log_odds;
            hab += curve * flag.log_odds;
            hbb += curve;
        }
        let determinant = haa * hbb - hab * hab;
        slope -= (hbb * ga - hab * gb) / determinant;
        offset -= (haa * gb - hab * ga) / determinant;
    }
    (rounded(slope), rounded(offset))
}

/// The learned facets of whose flags, among those selected by `keep`, few are wrong.
fn trusted(flags: &[Flag], weights: &Weights, keep: impl Fn(&Flag) -> bool) -> Vec<Facet> {
    let ((slope, offset), (least, share)) = (weights.calibration, TRUSTED);
    let shown = |flag: &&Flag| logistic(slope * flag.log_odds + offset) >= least;
    let kept: Vec<&Flag> = flags.iter().filter(|flag| keep(flag)).filter(shown).collect();
    let right = |facet: Facet| {
        let of: Vec<bool> = kept.iter().filter(|flag| flag.facet == facet).map(|flag| flag.truth).collect();
        of.iter().filter(|&&truth| truth).count() as f64 >= share * of.len() as f64
    };
    weights.proven.iter().copied().filter(|&facet| right(facet)).collect()
}

/// Ten models, each learned without a tenth of the events.
struct HeldOut {
    weights: Vec<Weights>,
    flags: Vec<Flag>,
}

fn held_out(rows: &[Row], bundles: &[Bundle], links: &[align::Weights], lexicon: &Lexicon) -> HeldOut {
    let columns = columns(rows);
    let matrix: Vec<Vec<f32>> = rows.iter().map(|row| features(row, &columns)).collect();
    let mut weights: Vec<Weights> =
        (0..FOLDS).map(|held| fit(rows, &matrix, &columns, |row| fold(row.event) != held)).collect();
    let flags = flags(bundles, links, |event| weights[fold(event)].clone(), lexicon);
    for (held, weights) in weights.iter_mut().enumerate() {
        let other = |flag: &Flag| fold(flag.event) != held;
        weights.calibration = calibrate(&flags, other);
        weights.trusted = trusted(&flags, weights, other);
    }
    HeldOut { weights, flags }
}

impl HeldOut {
    /// Each flag with its calibrated probability, highest first.
    fn scored(&self) -> Vec<(f64, &Flag)> {
        let mut scored: Vec<(f64, &Flag)> = self
            .flags
            .iter()
            .map(|flag| {
                let (slope, offset) = self.weights[fold(flag.event)].calibration;
                (logistic(slope * flag.log_odds + offset), flag)
            })
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored
    }
}

/// The highest precision that `n` flags, `wrong` of them wrong, certify except for a probability of [`DELTA`]: the end of the
/// exact binomial interval (Clopper and Pearson 1934).
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
        // The probability of so few wrong flags grows with precision.
        if tail(middle) <= DELTA { low = middle } else { high = middle }
    }
    low
}

/// Writes, for each annotated bundle, its reconciliation with weights of links and points fitted without its fold; and, under
/// `all/`, one with every discrepancy, however unlikely.
pub(super) fn crossvalidate(
    folder: &Path,
    mut bundles: Vec<Bundle>,
    mut links: Vec<align::Weights>,
    stories: Option<&Path>,
    lexicon: &Lexicon,
) -> Outcome {
    let tested = bundles.len();
    add_stories(&mut bundles, &mut links, stories)?;
    let rows = rows(&bundles, &links, lexicon);
    let held = held_out(&rows, &bundles, &links, lexicon);
    for (what, of) in [("gold", 0..tested), ("stories", tested..bundles.len())] {
        eprintln!("{what}:");
        summarise(&rows, &held, &of);
    }
    bundles.truncate(tested);
    let all = folder.join("all");
    std::fs::create_dir_all(&all)?;
    let mut least = ResolveConfig::default();
    (least.discrepancy, least.unproven, least.modality) = (0.0, 0.0, 0.0);
    for (event, (bundle, links)) in bundles.iter().zip(&links).enumerate() {
        let stages = Stages { bundle, links, lexicon };
        for (folder, config) in [(folder, &ResolveConfig::default()), (&all, &least)] {
            let (_, output) = stages.reconcile(&held.weights[fold(event)], config);
            std::fs::write(folder.join(format!("{}.json", bundle.name)), serde_json::to_vec(&output)?)?;
        }
    }
    Ok(())
}

/// Reports on standard error what confidence promises and what holds, held out by event.
fn summarise(rows: &[Row], held: &HeldOut, events: &Range<usize>) {
    let mut scored = held.scored();
    scored.retain(|(_, flag)| events.contains(&flag.event));
    let rows: Vec<&Row> = rows.iter().filter(|row| events.contains(&row.event)).collect();
    let points: BTreeSet<(usize, usize)> = rows.iter().filter_map(|r| Some((r.event, r.point?))).collect();
    eprintln!("candidates {}, annotated discrepancies among them {}", rows.len(), points.len());
    eprintln!(
        "flags of any confidence {}, right {}",
        scored.len(),
        scored.iter().filter(|(_, f)| f.truth).count()
    );
    let facets: BTreeSet<Facet> = scored.iter().map(|(_, flag)| flag.facet).collect();
    for facet in facets {
        let counts = LOOKED_AT.map(|threshold| {
            let of = |truth: bool| {
                let flags = scored.iter().filter(|(p, f)| *p >= threshold && f.facet == facet);
                flags.filter(|(_, f)| f.truth == truth).count()
            };
            format!("{threshold:.2}: {:3} right {:3} wrong", of(true), of(false))
        });
        eprintln!("{facet:12} {}", counts.join("   "));
    }
    for (threshold, n, wrong, bound) in table(&scored) {
        eprintln!("at {threshold:.2}  flags {n:3}  wrong {wrong:3}  precision certified {bound:.3}");
    }
    for bin in scored.chunks(scored.len().div_ceil(BINS).max(1)) {
        let n = bin.len() as f64;
        let said = bin.iter().map(|(p, _)| p).sum::<f64>() / n;
        let right = bin.iter().filter(|(_, f)| f.truth).count() as f64 / n;
        eprintln!("said {said:.3}  right {right:.3}  of {}", bin.len());
    }
}

/// For fixed thresholds: flags, wrong flags, and the certified precision.
fn table(scored: &[(f64, &Flag)]) -> Vec<(f64, usize, usize, f64)> {
    (1..20)
        .map(|step| {
            let threshold = f64::from(step) / 20.0;
            let flags: Vec<_> = scored.iter().filter(|(p, _)| *p >= threshold).collect();
            let wrong = flags.iter().filter(|(_, f)| !f.truth).count();
            (threshold, flags.len(), wrong, certified(flags.len(), wrong))
        })
        .collect()
}

/// The events listed in `PROOF.txt` next to the annotation, which nobody looked at while writing rules.
fn proof(gold: &Path, bundles: &[Bundle]) -> Result<Vec<bool>, Box<dyn std::error::Error>> {
    let listed = std::fs::read_to_string(gold.join("PROOF.txt"))?;
    let listed: BTreeSet<&str> = listed.lines().map(str::trim).collect();
    Ok(bundles.iter().map(|b| listed.contains(&*b.name)).collect())
}

pub(crate) fn run(
    (gold, bundles, pairs): (&Path, &Path, &Path),
    stories: Option<&Path>,
    out: &mut impl Write,
) -> Outcome {
    let lexicon = Lexicon::english();
    let (mut bundles, mut links) = linking::held_out(gold, bundles, pairs, &lexicon)?;
    let tested = bundles.len();
    add_stories(&mut bundles, &mut links, stories)?;
    let rows = rows(&bundles, &links, &lexicon);
    let events = bundles.len();
    let held = held_out(&rows, &bundles, &links, &lexicon);
    summarise(&rows, &held, &(0..tested));
    let columns = columns(&rows);
    let matrix: Vec<Vec<f32>> = rows.iter().map(|row| features(row, &columns)).collect();
    let mut weights = fit(&rows, &matrix, &columns, |_| true);
    weights.calibration = calibrate(&held.flags, |_| true);
    weights.trusted = trusted(&held.flags, &weights, |_| true);
    // The certificate is counted where no rule or number could know the answer.
    let proof = proof(gold, &bundles)?;
    let mut without = fit(&rows, &matrix, &columns, |row| !proof[row.event]);
    without.calibration = calibrate(&held.flags, |flag| !proof[flag.event]);
    without.trusted = trusted(&held.flags, &without, |flag| !proof[flag.event]);
    let proven: Vec<Flag> = flags(&bundles, &links, |_| without.clone(), &lexicon)
        .into_iter()
        .filter(|f| proof[f.event])
        .collect();
    // What a facet shows only at the lowest threshold is not part of the certificate.
    let least = ResolveConfig::default();
    let shown = |p: f64, facet: Facet| match facet {
        Facet::Modality => p >= least.modality,
        facet => without.is_trusted(facet) || p >= least.unproven,
    };
    let mut certain: Vec<(f64, &Flag)> =
        proven.iter().map(|f| (logistic(f.log_odds), f)).filter(|(p, f)| shown(*p, f.facet)).collect();
    certain.sort_by(|a, b| b.0.total_cmp(&a.0));
    let points: BTreeSet<(usize, usize)> = rows.iter().filter_map(|r| Some((r.event, r.point?))).collect();
    writeln!(out, "//! What the confidence of discrepancies has learned: generated, do not edit.")?;
    writeln!(out, "//!")?;
    writeln!(
        out,
        "//! Made by `lab fit points GOLD BUNDLES PAIRS STORIES` from {tested} annotated events and {} stories: {} pairs of mentions that may\n//! differ, found with links",
        events - tested,
        rows.len()
    )?;
    writeln!(
        out,
        "//! fitted without the event, {} of which tell {} annotated discrepancies. Boosted trees upon the hand-set confidence.",
        rows.iter().filter(|r| r.point.is_some()).count(),
        points.len()
    )?;
    writeln!(out, "\nuse crate::compare::Facet;\nuse crate::point::decision::Cue;")?;
    writeln!(out, "use crate::point::tree::{{Asked, Node, Split}};")?;
    writeln!(out, "\n/// The log-odds before anything is asked.")?;
    writeln!(out, "pub(super) const START: f64 = {:?};", weights.start)?;
    writeln!(
        out,
        "/// What the hand-set confidence counts for, and what stands for it where rules exclude it."
    )?;
    writeln!(out, "pub(super) const PRIOR: (f64, f64) = {:?};", weights.prior)?;
    writeln!(out, "/// Slope and offset of the calibration.")?;
    writeln!(out, "pub(super) const CALIBRATION: (f64, f64) = {:?};", weights.calibration)?;
    let list =
        |facets: &[Facet]| facets.iter().map(|f| format!("Facet::{f:?}")).collect::<Vec<_>>().join(", ");
    writeln!(out, "\n/// The facets of which there were {ENOUGH} discrepancies or more.")?;
    writeln!(out, "pub(super) const PROVEN: &[Facet] = &[{}];", list(&weights.proven))?;
    let (least, share) = TRUSTED;
    writeln!(out, "/// Those of whose flags from {least} on at least {share} were right.")?;
    writeln!(out, "pub(super) const TRUSTED: &[Facet] = &[{}];", list(&weights.trusted))?;
    writeln!(out, "\n/// The chance that a certified precision is not reached.")?;
    writeln!(out, "pub(super) const DELTA: f64 = {DELTA};")?;
    writeln!(
        out,
        "\n/// Least confidence; flags of it in events that no rule was written for, by weights fitted without them; wrong ones among\n/// them; the precision that certifies but for a chance of a tenth."
    )?;
    writeln!(out, "pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[")?;
    for (threshold, n, wrong, bound) in table(&certain) {
        writeln!(out, "    ({threshold:.2}, {n}, {wrong}, {bound:.4}),")?;
    }
    writeln!(out, "];")?;
    writeln!(out, "\nconst fn leaf(value: f64) -> Node {{\n    Node {{ value, split: None }}\n}}")?;
    writeln!(
        out,
        "\nconst fn on(value: f64, asked: Asked, at: f64, below: u8, above: u8) -> Node {{\n    Node {{ value, split: Some(Split {{ asked, at, below, above }}) }}\n}}"
    )?;
    writeln!(out, "\n/// The trees.\npub(super) const TREES: &[&[Node]] = &[")?;
    for tree in &weights.trees {
        let nodes: Vec<String> = tree.iter().map(written).collect();
        writeln!(out, "    &[{}],", nodes.join(", "))?;
    }
    writeln!(out, "];")?;
    Ok(())
}

fn written(node: &Node) -> String {
    match node.split {
        None => format!("leaf({:?})", node.value),
        Some(Split { asked, at, below, above }) => {
            let asked = match asked {
                Asked::Facet(facet) => format!("Asked::Facet(Facet::{facet:?})"),
                Asked::Cue(cue) => format!("Asked::Cue(Cue::{cue:?})"),
                _ => String::new(),
            };
            format!("on({:?}, {asked}, {at:?}, {below}, {above})", node.value)
        }
    }
}
