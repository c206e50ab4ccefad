//! `lab fit conflict`: what slots, the places in which two sentences differ, reveal about contradictions.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};
use testimonia::compare::clause::{Phrase, Slot, SlotCue, Wording, parallel, slot};
use testimonia::compare::vocabulary::Vocabulary;
use testimonia::{Lexicon, Source, mention, text};

use super::logistic::{logistic, solve};
use crate::Outcome;

/// The sets, with the weight of a row: one contains only contradictions and would suggest that everything is one.
const SETS: &[(&str, f64)] = &[
    ("sick.dev", 1.0),
    ("rte3_3way.dev", 1.0),
    ("glue_diagnostic.dev", 1.0),
    ("defacto.dev", 1.0),
    ("wikifactcheck_contra.dev", 0.15),
];
/// The additional weight of a row that is not a contradiction: a wrong flag costs more than a right one earns.
const CLEAN: f64 = 3.0;
const NEUTRAL: f64 = 2.0;
/// The strength of the penalty on weights, in rows.
const PENALTY: f64 = 1.0;

struct Row {
    set: usize,
    /// Rows with the same number are held out together: pairs appear in both orders, one after the other.
    half: usize,
    truth: bool,
    weight: f64,
    cues: Option<Vec<SlotCue>>,
}

/// The slot of the two sentences, one from each text, that cover each other best.
fn best(a: &str, b: &str, lexicon: &Lexicon) -> Option<Slot> {
    let sources = [Source::new("a", a), Source::new("b", b)];
    let documents: Vec<_> = sources.iter().map(|source| text::parse(source, lexicon)).collect();
    let mentions = mention::extract(&documents, lexicon);
    let [(x, m), (y, n)] = [0, 1].map(|at| (&documents[at], &mentions[at]));
    let mut vocabulary = Vocabulary::new(lexicon);
    let mut wordings = |document: &text::Document<'_>| -> Vec<Wording> {
        let sentences = document.sentences().iter();
        sentences.map(|s| Wording::of(&vocabulary.read(document, s.tokens.clone()), lexicon)).collect()
    };
    let (here, there) = (wordings(x), wordings(y));
    let mut found: Option<(f64, usize, usize)> = None;
    for (i, p) in here.iter().enumerate() {
        for (j, q) in there.iter().enumerate() {
            let covered = parallel(p, q).covered;
            if found.is_none_or(|f| f.0 < covered) {
                found = Some((covered, i, j));
            }
        }
    }
    let (_, i, j) = found?;
    slot(
        Phrase { document: x, mentions: m, sentence: i, wording: &here[i] },
        Phrase { document: y, mentions: n, sentence: j, wording: &there[j] },
        lexicon,
    )
}

fn rows(pairs: &Path, lexicon: &Lexicon) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut rows = Vec::new();
    for (set, &(name, weight)) in SETS.iter().enumerate() {
        let text = std::fs::read_to_string(pairs.join(format!("{name}.jsonl")))?;
        for (n, line) in text.lines().enumerate() {
            let row: Value = serde_json::from_str(line)?;
            let field = |name: &str| row[name].as_str().unwrap_or_default();
            let label = field("label");
            let truth = matches!(label, "contradiction" | "inconsistent" | "discrepant");
            let times = match label {
                _ if truth => 1.0,
                "neutral" | "not_entailment" => NEUTRAL,
                _ => CLEAN,
            };
            let cues = best(field("a"), field("b"), lexicon).map(|slot| slot.cues);
            rows.push(Row { set, half: n / 2 % 2, truth, weight: weight * times, cues });
        }
    }
    Ok(rows)
}

struct Weights {
    bias: f64,
    cues: BTreeMap<SlotCue, f64>,
}

impl Weights {
    fn probability(&self, cues: &[SlotCue]) -> f64 {
        let log_odds = self.bias + cues.iter().filter_map(|cue| self.cues.get(cue)).sum::<f64>();
        logistic(log_odds)
    }
}

/// Logistic regression with an L2 penalty, by Newton's method.
fn fit<'r>(rows: impl Iterator<Item = &'r Row>) -> Weights {
    let rows: Vec<(&Row, &Vec<SlotCue>)> = rows.filter_map(|r| Some((r, r.cues.as_ref()?))).collect();
    let mut cues: Vec<SlotCue> = rows.iter().flat_map(|(_, cues)| cues.iter().copied()).collect();
    cues.sort_unstable();
    cues.dedup();
    let n = cues.len() + 1;
    let columns = |of: &[SlotCue]| -> Vec<usize> {
        std::iter::once(0)
            .chain(of.iter().filter_map(|c| cues.binary_search(c).ok().map(|at| at + 1)))
            .collect()
    };
    let mut weights = vec![0.0_f64; n];
    for _ in 0..25 {
        let (mut gradient, mut hessian) = (vec![0.0; n], vec![0.0; n * n]);
        for (row, of) in &rows {
            let columns = columns(of);
            let log_odds: f64 = columns.iter().map(|&at| weights[at]).sum();
            let p = logistic(log_odds);
            for &i in &columns {
                gradient[i] += row.weight * (p - f64::from(u8::from(row.truth)));
                for &j in columns.iter().filter(|&&j| j <= i) {
                    hessian[i * n + j] += row.weight * p * (1.0 - p);
                }
            }
        }
        for i in 0..n {
            let penalty = if i == 0 { 0.01 } else { PENALTY };
            gradient[i] += penalty * weights[i];
            hessian[i * n + i] += penalty;
        }
        let step = solve(&mut hessian, &gradient, n);
        weights.iter_mut().zip(&step).for_each(|(w, s)| *w -= s);
        if step.iter().all(|s| s.abs() < 1e-6) {
            break;
        }
    }
    Weights { bias: weights[0], cues: cues.iter().copied().zip(weights[1..].iter().copied()).collect() }
}

/// Writes the table of weights. With a folder: for each set, one line per row with the probability of its slot by weights
/// fitted on the other half of the rows.
pub(crate) fn run(pairs: &Path, folder: Option<&Path>, out: &mut impl Write) -> Outcome {
    let lexicon = Lexicon::english();
    let rows = rows(pairs, &lexicon)?;
    if let Some(folder) = folder {
        let halves = [0, 1].map(|half| fit(rows.iter().filter(|r| r.half != half)));
        for (set, (name, _)) in SETS.iter().enumerate() {
            let mut file = std::fs::File::create(folder.join(format!("{name}.slots")))?;
            for row in rows.iter().filter(|r| r.set == set) {
                let p = row.cues.as_ref().map(|cues| halves[row.half].probability(cues));
                writeln!(file, "{}", json!({"slot": p}))?;
            }
        }
    }
    let read = rows.iter().filter(|r| r.cues.is_some()).count();
    let weights = fit(rows.iter());
    writeln!(out, "//! What slots have learned: generated, do not edit.\n//!")?;
    writeln!(
        out,
        "//! Made by `lab fit conflict PAIRS` from {read} of {} labelled pairs of texts that part in one place. Logistic regression.",
        rows.len()
    )?;
    writeln!(out, "\nuse super::slot::SlotCue;\n\n/// The log-odds without any cue.")?;
    writeln!(out, "pub(super) const BIAS: f64 = {:.3};\n\n/// What each cue adds.", weights.bias)?;
    writeln!(out, "pub(super) const CUES: &[(SlotCue, f64)] = &[")?;
    for (cue, weight) in &weights.cues {
        writeln!(out, "    (SlotCue::{cue:?}, {weight:.3}),")?;
    }
    Ok(writeln!(out, "];")?)
}
