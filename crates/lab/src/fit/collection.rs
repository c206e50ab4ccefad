//! `lab fit collection`: the weights of the second look at the sentences of a planted collection.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use testimonia::Lexicon;
use testimonia::align::{Pairs, Passage, SEEN_IN_COLLECTION, Weights};

use super::logistic::{Row, fit};
use crate::Outcome;

/// On squared weights, in rows.
const PENALTY: f64 = 10.0;

/// `planted` names a corpus without its endings, .jsonl and .truth.tsv.
pub(crate) fn run(planted: &Path, out: &mut impl Write) -> Outcome {
    let truth: BTreeSet<(u32, u32)> = std::fs::read_to_string(planted.with_extension("truth.tsv"))?
        .lines()
        .filter_map(|line| {
            let mut numbers = line.split('\t').map(str::parse);
            Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
        })
        .collect();
    let text = std::fs::read_to_string(planted.with_extension("jsonl"))?;
    let lines: Vec<serde_json::Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let passages: Vec<Passage<'_>> = lines
        .iter()
        .map(|l| Passage {
            source: l["source"].as_u64().unwrap_or(0) as u32,
            text: l["text"].as_str().unwrap_or(""),
        })
        .collect();
    let pairs = Pairs::of_collection(&passages, &Lexicon::english());
    let loose = &Weights::shipped().loose;
    let log_odds: Vec<f32> = pairs.features().iter().map(|f| loose.log_odds(f)).collect();
    let rows: Vec<Row> = pairs
        .sentences()
        .zip(pairs.features_in_context(&log_odds))
        .zip(&log_odds)
        // What has no chance by its words gets no second look.
        .filter(|(_, l)| **l > -4.5)
        .map(|(((a, b), features), _)| {
            let truth = f64::from(u8::from(truth.contains(&(a.sentence, b.sentence))));
            Row { features, truth, group: 0, weight: 1.0, event: 0 }
        })
        .collect();
    let model = fit(&rows, PENALTY, |feature| SEEN_IN_COLLECTION.contains(&feature));
    writeln!(out, "//! What the second look at a collection has learned: generated, do not edit.")?;
    writeln!(out, "//!")?;
    writeln!(
        out,
        "//! Made by `lab fit collection PLANTED` from {} pairs of {} sentences, {} of them links, with the weights of the",
        rows.len(),
        passages.len(),
        rows.iter().filter(|r| r.truth > 0.5).count()
    )?;
    writeln!(
        out,
        "//! first look that ship: after a fit of those, this one is due. L2 logistic regression, penalty {PENALTY};"
    )?;
    writeln!(out, "//! rows are feature, mean, standard deviation, weight.")?;
    writeln!(out)?;
    writeln!(out, "/// Bias and rows.")?;
    writeln!(out, "pub(super) const SECOND: (f32, &[(&str, f32, f32, f32)]) = (")?;
    writeln!(out, "    {:.4},\n    &[", model.bias)?;
    for c in &model.coefficients {
        writeln!(
            out,
            "        ({:?}, {:.4}, {:.4}, {:.4}),",
            c.feature.name(),
            c.mean,
            c.deviation,
            c.weight
        )?;
    }
    writeln!(out, "    ],\n);")?;
    Ok(())
}
