//! `lab fit names`: the costs of word distances, and the weights of the evidence about two names, from labelled pairs.

mod costs;
mod prior;
mod weights;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;

use serde::Deserialize;
use testimonia::Lexicon;
use testimonia::compare::name::{Costs, NameFeature as Feature, candidates, compare, evidence};
use testimonia::fold::fold;
use testimonia::mention::NameKind;

use super::logistic::logistic;
use crate::Outcome;
use costs::{Prices, WordPair};
use weights::Model;

/// The sets of labelled pairs, and the weight of a row in each: small sets count nearly as much as large ones.
const SETS: [(&str, f64); 5] = [
    ("names_opensanctions.dev", 1.5),
    ("names_ecb.dev", 0.6),
    ("names_fullname.dev", 1.5),
    ("names_translit.dev", 0.2),
    ("lists", 3.0),
];
const OPENSANCTIONS: usize = 0;
const ECB: usize = 1;
const FULL_NAMES: usize = 2;
const LISTS: usize = 4;
/// The weight of a pair of words from the lists for the costs: they come from news, the others from everywhere.
const LISTED_WORD: f64 = 4.0;
const FOLDS: u64 = 5;

#[derive(Clone, Debug, Deserialize)]
struct Pair {
    a: String,
    b: String,
    label: u8,
    #[serde(default)]
    topic: Option<String>,
    #[serde(skip)]
    set: usize,
}

impl Pair {
    /// Rows of one topic, or else of one pair, are in one fold.
    fn fold(&self) -> u64 {
        let text = self.topic.clone().unwrap_or_else(|| format!("{}\t{}", self.a, self.b));
        let hash = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        (hash >> 20) % FOLDS
    }

    /// The words that differ, if all others are the same.
    fn words(&self) -> Option<WordPair> {
        let words = |name: &str| -> Vec<String> {
            let letters = |w: &str| fold(w).chars().filter(char::is_ascii_lowercase).collect::<String>();
            name.split([' ', '-']).map(letters).filter(|w| !w.is_empty()).collect()
        };
        let (x, y) = (words(&self.a), words(&self.b));
        if x.len() != y.len() {
            return None;
        }
        let mut differ = x.into_iter().zip(y).filter(|(p, q)| p != q);
        let (a, b) = differ.next().filter(|_| true)?;
        if differ.next().is_some() {
            return None;
        }
        let weight = if self.set == LISTS { LISTED_WORD } else { 1.0 };
        Some(WordPair { a, b, truth: f64::from(self.label), set: self.set, weight })
    }
}

/// Fits, reports on held-out rows, and writes the library's table. With a folder, the held-out predictions are written there,
/// one file per set, for score.py.
pub(crate) fn run(pairs: &Path, lists: &Path, held_out: Option<&Path>, out: &mut impl Write) -> Outcome {
    let pairs = read(pairs, lists)?;
    let lexicon = Lexicon::english();
    let mut predicted: BTreeMap<usize, f64> = BTreeMap::new();
    for fold in 0..FOLDS {
        let training: Vec<&Pair> = pairs.iter().filter(|p| p.fold() != fold).collect();
        let (prices, model) = learn(&training, &lexicon);
        let costs = prices.costs();
        for (n, pair) in pairs.iter().enumerate().filter(|(_, p)| p.fold() == fold) {
            predicted.insert(n, score(pair, &model, &costs, &lexicon));
        }
    }
    let by_fold: Vec<f64> = predicted.into_values().collect();
    summarise("held out", &pairs, &by_fold);
    if let Some(folder) = held_out {
        write_predictions(folder, &pairs, &by_fold)?;
    }
    let all: Vec<&Pair> = pairs.iter().collect();
    let (prices, model) = learn(&all, &lexicon);
    let costs = prices.costs();
    let fitted: Vec<f64> = pairs.iter().map(|p| score(p, &model, &costs, &lexicon)).collect();
    summarise("fitted", &pairs, &fitted);
    for ((name, _), bias) in SETS.iter().zip(&model.bias) {
        eprintln!("base rate of {name}: {bias:.2}");
    }
    Ok(out.write_all(table(&prices, &model).as_bytes())?)
}

fn read(folder: &Path, lists: &Path) -> Result<Vec<Pair>, Box<dyn std::error::Error>> {
    let mut pairs = Vec::new();
    for (set, (name, _)) in SETS.iter().enumerate().take(LISTS) {
        for line in fs::read_to_string(folder.join(format!("{name}.jsonl")))?.lines() {
            pairs.push(Pair { set, ..serde_json::from_str(line)? });
        }
    }
    let mut label = 0;
    for line in fs::read_to_string(lists)?.lines().filter(|l| !l.starts_with('#')) {
        if line.starts_with('[') {
            label = u8::from(line.contains("one name"));
            continue;
        }
        for (a, b) in line.split(' ').filter_map(|pair| pair.split_once('~')) {
            pairs.push(Pair { a: a.into(), b: b.into(), label, topic: None, set: LISTS });
        }
    }
    Ok(pairs)
}

fn learn(pairs: &[&Pair], lexicon: &Lexicon) -> (Prices, Model) {
    let words: Vec<WordPair> = pairs.iter().filter_map(|p| p.words()).collect();
    let prices = costs::fit(&words);
    let costs = prices.costs();
    let row = |pair: &&Pair| {
        let (evidence, fixed) = evidence(&pair.a, &pair.b, NameKind::Other, lexicon, &costs);
        Some(weights::Row {
            evidence: evidence?,
            fixed,
            truth: f64::from(pair.label),
            set: pair.set,
            weight: SETS.get(pair.set).map_or(1.0, |s| s.1),
        })
    };
    let rows: Vec<weights::Row> = pairs.iter().filter_map(row).collect();
    let mut model = weights::fit(&rows, SETS.len());

    model.take_base_rate(Feature::Spelled, &[LISTS]);
    model.take_base_rate(Feature::Clash, &[LISTS, FULL_NAMES]);
    model.take_base_rate(Feature::Shorter, &[OPENSANCTIONS, ECB]);
    (prices, model)
}

/// The log-odds computed by the library.
fn score(pair: &Pair, model: &Model, costs: &Costs, lexicon: &Lexicon) -> f64 {
    let (evidence, fixed) = evidence(&pair.a, &pair.b, NameKind::Other, lexicon, costs);
    fixed + evidence.map_or(0.0, |e| model.log_odds(&e))
}

fn summarise(what: &str, pairs: &[Pair], log_odds: &[f64]) {
    for (set, (name, _)) in SETS.iter().enumerate() {
        let of: Vec<(f64, bool)> = pairs
            .iter()
            .zip(log_odds)
            .filter(|(p, _)| p.set == set)
            .map(|(p, &odds)| (odds, p.label == 1))
            .collect();
        let said = |wanted: bool| of.iter().filter(|(o, l)| *o > 0.0 && *l == wanted).count() as f64;
        let gold = of.iter().filter(|(_, l)| *l).count() as f64;
        let (right, wrong) = (said(true), said(false));
        eprintln!(
            "{what:8} {name:24} {:5} pairs  auc {:.4}  precision {:.3}  recall {:.3}  f1 {:.3}  calibration error {:.3}",
            of.len(),
            auc(&of),
            right / (right + wrong).max(1.0),
            right / gold.max(1.0),
            2.0 * right / (right + wrong + gold).max(1.0),
            calibration_error(&of),
        );
    }
}

fn auc(scored: &[(f64, bool)]) -> f64 {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|x, y| x.0.total_cmp(&y.0));
    let (mut ranks, mut positives, mut before) = (0.0, 0.0, 0.0);
    for tied in sorted.chunk_by(|x, y| x.0.total_cmp(&y.0).is_eq()) {
        let here = tied.iter().filter(|(_, l)| *l).count() as f64;
        ranks += here * (before + (tied.len() as f64 + 1.0) / 2.0);
        positives += here;
        before += tied.len() as f64;
    }
    (ranks - positives * (positives + 1.0) / 2.0) / (positives * (before - positives)).max(1.0)
}

/// Over fifteen bins of equal width, after the offset that aligns the mean probability with the fraction of positives.
fn calibration_error(scored: &[(f64, bool)]) -> f64 {
    let share = scored.iter().filter(|(_, l)| *l).count() as f64 / scored.len().max(1) as f64;
    let (mut low, mut high) = (-12.0, 12.0);
    for _ in 0..50 {
        let offset = (low + high) / 2.0;
        let mean = scored.iter().map(|s| logistic(s.0 + offset)).sum::<f64>() / scored.len().max(1) as f64;
        if mean > share { high = offset } else { low = offset }
    }
    let mut bins = [(0.0, 0.0); 15];
    for &(odds, label) in scored {
        let p = logistic(odds + low);
        let bin = &mut bins[((p * 15.0) as usize).min(14)];
        bin.0 += p;
        bin.1 += f64::from(u8::from(label));
    }
    bins.iter().map(|(said, is)| (said - is).abs()).sum::<f64>() / scored.len().max(1) as f64
}

fn write_predictions(folder: &Path, pairs: &[Pair], log_odds: &[f64]) -> Outcome {
    fs::create_dir_all(folder)?;
    for (set, (name, _)) in SETS.iter().enumerate() {
        let mut text = String::new();
        for (_, odds) in pairs.iter().zip(log_odds).filter(|(p, _)| p.set == set) {
            writeln!(text, "{}", serde_json::json!({ "score": logistic(*odds) }))?;
        }
        fs::write(folder.join(format!("{name}.jsonl")), text)?;
    }
    Ok(())
}

/// The table as Rust.
fn table(prices: &Prices, model: &Model) -> String {
    let mut out = String::from(
        "//! What the comparison of names has learned. Written by `lab fit names`: do not edit.\n\n\
         use crate::compare::name::evidence::Feature::{self, *};\n\
         use crate::compare::name::rules::Position::{self, Any, BeforeVowel, End, Start};\n\n",
    );
    out.push_str("/// What each unit of a feature adds, as log-odds.\n");
    let _ = writeln!(out, "pub(super) const WEIGHTS: [(Feature, f32); {}] = [", Feature::ALL.len());
    for (feature, weight) in Feature::ALL.iter().zip(&model.weights) {
        let _ = writeln!(out, "    ({feature:?}, {:?}),", (weight * 1000.0).round() / 1000.0 + 0.0);
    }
    out.push_str(
        "];\n\n/// A letter put for another, `a` to `z`, in hundredths of a letter.\n#[rustfmt::skip]\n",
    );
    let (replaced, added, doubled) = prices.tables();
    let _ = writeln!(out, "pub(super) const REPLACED: [[u8; 26]; 26] = [");
    for row in &replaced {
        let _ = writeln!(out, "    {row:?},");
    }
    out.push_str("];\n\n/// A letter more: at the beginning, within, at the end.\n#[rustfmt::skip]\n");
    let _ = writeln!(out, "pub(super) const ADDED: [[u8; 26]; 3] = [");
    for row in &added {
        let _ = writeln!(out, "    {row:?},");
    }
    out.push_str("];\n\n/// A letter doubled.\n#[rustfmt::skip]\n");
    let _ = writeln!(out, "pub(super) const DOUBLED: [u8; 26] =\n    {doubled:?};\n");
    let _ = writeln!(
        out,
        "/// Two letters exchanged.\npub(super) const EXCHANGED: u8 = {};\n",
        prices.exchanged()
    );
    out.push_str(
        "/// Groups of rules of one cost, in hundredths of a letter; nothing after `~`: letters left out.\n",
    );
    out.push_str("#[rustfmt::skip]\npub(super) const RULES: &[(u8, Position, &str)] = &[\n");
    for ((position, cost), pairs) in prices.groups() {
        let _ = writeln!(out, "    ({cost}, {position:?}, \"{}\"),", pairs.join(" "));
    }
    out.push_str("];\n");
    out
}

/// The figures of the library as it is.
pub(crate) fn measure(pairs: &Path, lists: &Path) -> Outcome {
    let pairs = read(pairs, lists)?;
    let lexicon = Lexicon::english();
    let odds = |p: &Pair| {
        let p = compare(&p.a, &p.b, NameKind::Other, &lexicon).probability;
        (p / (1.0 - p)).ln()
    };
    summarise("library", &pairs, &pairs.iter().map(odds).collect::<Vec<f64>>());
    blocking(&pairs, &lexicon);
    Ok(())
}

/// Names compared at scale: the names in all pairs, and invented ones made from their words, up to this number.
const NAMES: usize = 100_000;

/// How many pairs of one name are among the candidates, and how many candidates there are.
fn blocking(pairs: &[Pair], lexicon: &Lexicon) {
    let mut names: Vec<&str> = pairs.iter().flat_map(|p| [p.a.as_str(), p.b.as_str()]).collect();
    names.sort_unstable();
    names.dedup();
    let words: Vec<&str> = names.iter().flat_map(|n| n.split(' ')).filter(|w| w.len() > 2).collect();
    let mut made: Vec<String> = Vec::new();
    let mut seed = 1_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below.max(1)
    };
    while made.len() + names.len() < NAMES {
        let (first, last) = (words[next(words.len())], words[next(words.len())]);
        made.push(format!("{first} {last}"));
    }
    let real = names.len();
    names.extend(made.iter().map(String::as_str));
    let start = std::time::Instant::now();
    let found = candidates(&names, NameKind::Other, lexicon);
    eprintln!(
        "blocking: {} names, {real} of them of the pairs, {} candidates, {:.1} a name, {:.2} s",
        names.len(),
        found.len(),
        2.0 * found.len() as f64 / names.len() as f64,
        start.elapsed().as_secs_f64(),
    );
    for (set, (name, _)) in SETS.iter().enumerate() {
        let at = |n: &str| names[..real].binary_search(&n).unwrap_or(0) as u32;
        let variants = pairs.iter().filter(|p| p.set == set && p.label == 1 && p.a != p.b);
        let (mut all, mut reached, mut alike, mut alike_reached) = (0, 0, 0, 0);
        for pair in variants {
            let (i, j) = (at(&pair.a), at(&pair.b));
            let is_there = usize::from(found.binary_search(&(i.min(j), i.max(j))).is_ok());
            all += 1;
            reached += is_there;
            if compare(&pair.a, &pair.b, NameKind::Other, lexicon).probability > 0.5 {
                alike += 1;
                alike_reached += is_there;
            }
        }
        let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
        eprintln!(
            "  {name:24} recall {:.3} of {all} pairs of one name; {:.3} of the {alike} that the comparison says are one",
            share(reached, all),
            share(alike_reached, alike),
        );
    }
}
