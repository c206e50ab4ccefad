//! `lab fit collection`: the weights of the second look at the sentences of a planted collection.

use std::io::Write;
use std::path::Path;

use testimonia::Lexicon;
use testimonia::align::{Pairs, SEEN_IN_COLLECTION, Weights};

use super::logistic::{Row, fit, write_rows};
use crate::{Outcome, planted};

/// On squared weights, in rows.
const PENALTY: f64 = 10.0;

/// `planted` names a corpus without its endings, .jsonl and .truth.tsv.
pub(crate) fn run(planted: &Path, out: &mut impl Write) -> Outcome {
    let (lines, truth) = planted::read(planted)?;
    let sentences = planted::sentences(&lines)?;
    let passages = planted::passages(&sentences);
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
    write_rows(out, &model)?;
    Ok(())
}
