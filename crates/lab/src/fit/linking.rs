//! `lab fit linking` and `lab crossvalidate`: the weights of links, from annotated bundles.

use std::io::Write;
use std::path::Path;

use serde_json::json;
use testimonia::align::{AlignConfig, Feature, Model, Pairs, Weights, align_with};
use testimonia::{Lexicon, mention};

use super::logistic::{Row, fit};
use crate::Outcome;
use crate::bundle::{Bundle, Label};

fn penalty() -> f64 { std::env::var("PEN").ok().and_then(|p| p.parse().ok()).unwrap_or(20.0) }

/// A bundle's pairs with their labels.
struct Labelled {
    name: String,
    pairs: Pairs,
    labels: Vec<Label>,
    alignments: usize,
}

fn label(bundle: &Bundle, lexicon: &Lexicon) -> Labelled {
    let documents = bundle.documents(lexicon);
    let mentions = mention::extract(&documents, lexicon);
    let pairs = Pairs::of_documents(&documents, &mentions, lexicon);
    let labels = pairs.sentences().map(|(a, b)| bundle.label(&documents, a, b)).collect();
    Labelled { name: bundle.name.clone(), pairs, labels, alignments: bundle.alignments() }
}

fn rows(labels: &[Label], features: impl IntoIterator<Item = testimonia::align::Features>) -> Vec<Row> {
    labels
        .iter()
        .zip(features)
        .filter(|(label, _)| **label != Label::Debatable)
        .map(|(label, features)| Row { features, linked: *label == Label::Aligned, weight: 1.0 })
        .collect()
}

fn rows_of_all(bundles: &[&Labelled]) -> Vec<Row> {
    bundles.iter().flat_map(|b| rows(&b.labels, b.pairs.features().iter().copied())).collect()
}

fn own(bundles: &[&Labelled]) -> Model {
    fit(&rows_of_all(bundles), penalty(), |f| !f.is_of_context())
}

/// The second pass learns from first passes that did not see the bundle, as it will not have seen the user's.
fn learn(bundles: &[&Labelled]) -> Weights {
    let mut second = Vec::new();
    for (at, held) in bundles.iter().enumerate() {
        let others: Vec<&Labelled> =
            bundles.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, b)| *b).collect();
        let first = own(&others);
        let log_odds: Vec<f32> = held.pairs.features().iter().map(|f| first.log_odds(f)).collect();
        let in_context = held.pairs.features_in_context(&log_odds);
        let rows = rows(&held.labels, in_context);
        second.extend(rows.into_iter().filter(|r| r.features[Feature::BestLess as usize] > 0.0));
    }
    Weights {
        own: own(bundles),
        whole: fit(&second, penalty(), |_| true),
        loose: fit(&rows_of_all(bundles), penalty(), Feature::is_of_pair),
    }
}

pub(crate) fn run(gold: &Path, bundles: &Path, out: &mut impl Write) -> Outcome {
    let lexicon = Lexicon::english();
    let bundles = Bundle::all(gold, bundles)?;
    let labelled: Vec<Labelled> = bundles.iter().map(|b| label(b, &lexicon)).collect();
    let weights = learn(&labelled.iter().collect::<Vec<_>>());
    writeln!(out, "//! What linking has learned: generated, do not edit.")?;
    writeln!(out, "//!")?;
    writeln!(
        out,
        "//! Made by `lab fit linking GOLD BUNDLES` from {} annotated bundles of news: {} links among {} pairs.",
        labelled.len(),
        labelled.iter().map(|b| b.labels.iter().filter(|l| **l == Label::Aligned).count()).sum::<usize>(),
        labelled.iter().map(|b| b.labels.len()).sum::<usize>()
    )?;
    writeln!(
        out,
        "//! L2 logistic regression, penalty {}; rows are feature, mean, standard deviation, weight.", penalty()
    )?;
    writeln!(out)?;
    writeln!(out, "type Rows = (f32, &'static [(&'static str, f32, f32, f32)]);")?;
    for (name, what, model) in [
        ("OWN", "Sentences of whole sources, first pass.", &weights.own),
        ("WHOLE", "Sentences of whole sources, second pass.", &weights.whole),
        ("LOOSE", "Sentences without the sources around them.", &weights.loose),
    ] {
        writeln!(out, "\n/// {what}\npub(super) const {name}: Rows = (")?;
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
    }
    Ok(())
}

/// Writes, for each annotated bundle, the links made with weights that were fitted without it.
pub(crate) fn crossvalidate(folder: &Path, gold: &Path, bundles: &Path) -> Outcome {
    let lexicon = Lexicon::english();
    let bundles = Bundle::all(gold, bundles)?;
    let labelled: Vec<Labelled> = bundles.iter().map(|b| label(b, &lexicon)).collect();
    std::fs::create_dir_all(folder)?;
    let mut held_out = Vec::new();
    for (at, bundle) in bundles.iter().enumerate() {
        let others: Vec<&Labelled> =
            labelled.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, b)| b).collect();
        let weights = learn(&others);
        let documents = bundle.documents(&lexicon);
        let mentions = mention::extract(&documents, &lexicon);
        let config = AlignConfig::default();
        let alignment = align_with(&documents, &mentions, &lexicon, &config, &weights);
        let place = |id: testimonia::text::SentenceId| {
            let document = &documents[id.source as usize];
            let span = document.sentences()[id.sentence as usize].span;
            json!({"source": document.source().id(), "start": span.start, "end": span.end})
        };
        let claims: Vec<_> = alignment
            .claims
            .iter()
            .map(|claim| {
                let links: Vec<_> = claim
                    .iter()
                    .map(|&l| alignment.links[l])
                    .map(|l| json!({"a": place(l.a), "b": place(l.b), "score": l.score}))
                    .collect();
                json!({ "links": links })
            })
            .collect();
        let sources: Vec<_> = bundle.sources.iter().map(|s| json!({"id": s.id()})).collect();
        let output = json!({"schema": "testimonia/1", "sources": sources, "claims": claims});
        std::fs::write(folder.join(format!("{}.json", bundle.name)), serde_json::to_vec(&output)?)?;
        let this = &labelled[at];
        let scored = this.pairs.links(&weights);
        let mut scores = std::collections::BTreeMap::new();
        for link in scored {
            scores.insert((link.a, link.b), link.score.value());
        }
        for (pair, &label) in this.pairs.sentences().zip(&this.labels) {
            if label != Label::Debatable {
                held_out.push((scores.get(&pair).copied().unwrap_or(0.0), label == Label::Aligned));
            }
        }
    }
    summarise(&labelled, held_out);
    Ok(())
}

/// To the standard error: reach of the candidates, figures by threshold, and how well probabilities are calibrated.
fn summarise(labelled: &[Labelled], mut held_out: Vec<(f64, bool)>) {
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
    for bin in 0..10 {
        let (low, high) = (f64::from(bin) / 10.0, f64::from(bin + 1) / 10.0);
        let within: Vec<_> = held_out.iter().filter(|(s, _)| *s >= low && *s < high).collect();
        let linked = within.iter().filter(|(_, l)| *l).count();
        let said = within.iter().map(|(s, _)| s).sum::<f64>() / within.len().max(1) as f64;
        eprintln!(
            "said {said:.2}  true {:.2}  of {}",
            linked as f64 / within.len().max(1) as f64,
            within.len()
        );
    }
}
