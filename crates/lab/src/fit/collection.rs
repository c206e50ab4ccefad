//! `lab fit collection`: the weights of the second pass over the sentences of a planted collection.

use std::io::Write;
use std::path::Path;

use testimonia::Lexicon;
use testimonia::align::{Coefficient, Feature, Model, Pairs, SEEN_IN_COLLECTION, Weights};

use super::logistic::{Row, fit, write_rows};
use crate::{Outcome, planted};

/// On squared weights, in rows.
const PENALTY: f64 = 10.0;

/// `planted` names a corpus without its extensions, .jsonl and .truth.tsv; `weights` is a file written by `lab fit linking`,
/// which replaces the built-in weights.
pub(crate) fn run(planted: &Path, weights: Option<&Path>, out: &mut impl Write) -> Outcome {
    let (lines, truth) = planted::read(planted)?;
    let sentences = planted::sentences(&lines)?;
    let passages = planted::passages(&sentences);
    let pairs = Pairs::of_collection(&passages, &Lexicon::english());
    let loose = match weights {
        Some(path) => written(&std::fs::read_to_string(path)?)?,
        None => Weights::shipped().loose.clone(),
    };
    let log_odds: Vec<f32> = pairs.features().iter().map(|f| loose.log_odds(f)).collect();
    let rows: Vec<Row> = pairs
        .sentences()
        .zip(pairs.features_in_context(&log_odds))
        .zip(&log_odds)
        // Pairs without a chance by their words are not looked at again.
        .filter(|(_, l)| **l > -4.5)
        .map(|(((a, b), features), _)| {
            let truth = f64::from(u8::from(truth.contains(&(a.sentence, b.sentence))));
            Row { features, truth, group: 0, weight: 1.0, event: 0 }
        })
        .collect();
    let model = fit(&rows, PENALTY, |feature| SEEN_IN_COLLECTION.contains(&feature), &[]);
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
    write_rows(out, &model)?;
    Ok(())
}

/// The loose weights in a file written by `lab fit linking`.
fn written(text: &str) -> Result<Model, Box<dyn std::error::Error>> {
    let (_, rows) = text.split_once("const LOOSE: Rows = (").ok_or("no loose weights")?;
    let mut lines = rows.lines().map(str::trim).filter(|line| !line.is_empty());
    let bias = lines.next().ok_or("no bias")?.trim_end_matches(',').parse()?;
    let mut coefficients = Vec::new();
    for line in lines.filter_map(|line| line.strip_prefix('(')?.strip_suffix("),")) {
        let columns: Vec<&str> = line.split(", ").collect();
        let [name, mean, deviation, weight] = columns[..] else {
            return Err(format!("no row: {line}").into());
        };
        let feature =
            |name: &str| Feature::ALL.iter().find(|f| f.name() == name).copied().ok_or("no such feature");
        let mut names = name.trim_matches('"').split('*').map(feature);
        coefficients.push(Coefficient {
            feature: names.next().ok_or("no name")??,
            times: names.next().transpose()?,
            mean: mean.parse()?,
            deviation: deviation.parse()?,
            weight: weight.parse()?,
        });
    }
    Ok(Model { bias, coefficients })
}
