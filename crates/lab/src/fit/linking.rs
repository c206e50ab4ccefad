//! `lab fit linking` and `lab crossvalidate`: the weights of links, from annotated bundles.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use testimonia::align::{AlignConfig, Feature, Model, Pairs, Passage, Weights, align_with, features};
use testimonia::{Lexicon, mention};

use super::logistic::{Row, fit, write_rows};
use super::validate::{Claimed, compare_bundles, compare_folds, summarise};
use super::{measure, points};
use crate::bundle::{Bundle, Label};
use crate::{Outcome, planted};

const PENALTY: f64 = 40.0;
/// To what extent a bundle with few links counts as much as one with many.
const EVENNESS: f64 = 0.7;
/// Loose pairs are more numerous and more similar.
const LOOSE_PENALTY: f64 = 6.0;

/// Features whose products are used for single sentences: shared words count differently in short sentences than in long
/// ones, and where the words are the same. On whole sources, products gained nothing.
const PRODUCTS: &[Feature] = &[
    Feature::Cosine,
    Feature::Containment,
    Feature::MatchedLess,
    Feature::SoftLess,
    Feature::SoftMore,
    Feature::ClauseToldLess,
    Feature::ClauseToldMore,
    Feature::DirectionOwn,
    Feature::HappeningsMore,
    Feature::NamesMore,
    Feature::OddLess,
    Feature::Shared,
    Feature::Shorter,
    Feature::Ratio,
];

/// A bundle's pairs with their labels.
pub(super) struct Labelled {
    pub(super) name: String,
    pub(super) pairs: Pairs,
    pub(super) labels: Vec<Label>,
    pub(super) alignments: usize,
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
        .map(|(label, features)| Row {
            features,
            truth: f64::from(u8::from(*label == Label::Aligned)),
            group: 0,
            weight: 1.0,
            event: 0,
        })
        .collect()
}

fn rows_of_all(bundles: &[&Labelled]) -> Vec<Row> {
    bundles
        .iter()
        .enumerate()
        .flat_map(|(event, b)| {
            let share = share(b, bundles);
            rows(&b.labels, b.pairs.features().iter().copied()).into_iter().map(move |r| Row {
                weight: share,
                event,
                ..r
            })
        })
        .collect()
}

/// The weight of a pair in a bundle: less if the bundle has more links, between counting all pairs equally (power 0) and all
/// bundles equally (power 1). The weights of all pairs sum to their number.
fn share(bundle: &Labelled, bundles: &[&Labelled]) -> f64 {
    let links = |b: &Labelled| b.labels.iter().filter(|l| **l == Label::Aligned).count().max(5) as f64;
    let each = |b: &Labelled| links(b).powf(-EVENNESS);
    let pairs = |b: &&Labelled| b.labels.len() as f64;
    let total: f64 = bundles.iter().map(|b| pairs(b) * each(b)).sum();
    each(bundle) * bundles.iter().map(pairs).sum::<f64>() / total
}

fn own(bundles: &[&Labelled], reports: &[Row]) -> Model {
    let mut rows = rows_of_all(bundles);
    rows.extend(reports.iter().cloned());
    fit(&rows, PENALTY, |f| !f.is_of_context(), &[])
}

/// The number of parts into which the bundles are divided for learning the second pass.
const FOLDS: usize = 4;

/// Features whose products are used once other pairs are seen.
const IN_CONTEXT: &[Feature] = &[
    Feature::Retold,
    Feature::Path,
    Feature::Paths,
    Feature::Cross,
    Feature::BestLess,
    Feature::ToldMore,
    Feature::KinMore,
    Feature::Own,
];

/// A later pass learns from earlier ones that did not see the bundle, just as they will not have seen the user's.
fn learn(bundles: &[&Labelled], reports: &[Row]) -> Weights {
    let without = |fold: usize| -> Vec<&Labelled> {
        bundles.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).map(|(_, b)| *b).collect()
    };
    let models: Vec<Model> = (0..FOLDS).map(|fold| own(&without(fold), reports)).collect();
    let first = |at: usize, b: &Labelled| -> Vec<f32> {
        b.pairs.features().iter().map(|f| models[at % FOLDS].log_odds(f)).collect()
    };
    let mut log_odds: Vec<Vec<f32>> = bundles.iter().enumerate().map(|(at, b)| first(at, b)).collect();
    let mut passes = Vec::new();
    for _ in 0..2 {
        let mut rows = Vec::new();
        let mut seen = Vec::new();
        for (event, (bundle, log_odds)) in bundles.iter().zip(&log_odds).enumerate() {
            let in_context = bundle.pairs.features_in_context(log_odds);
            let weight = share(bundle, bundles);
            let of_bundle = self::rows(&bundle.labels, in_context.iter().copied());
            let of_bundle = of_bundle.into_iter().filter(|r| r.features[Feature::BestLess as usize] > 0.0);
            rows.extend(of_bundle.map(|r| Row { weight, event, ..r }));
            seen.push(in_context);
        }
        passes.push(fit(&rows, PENALTY, |_| true, IN_CONTEXT));
        if passes.len() < 2 {
            for fold in 0..FOLDS {
                let others: Vec<Row> = rows.iter().filter(|r| r.event % FOLDS != fold).cloned().collect();
                let model = fit(&others, PENALTY, |_| true, IN_CONTEXT);
                for (log_odds, seen) in log_odds.iter_mut().zip(&seen).skip(fold).step_by(FOLDS) {
                    for (log_odds, features) in log_odds.iter_mut().zip(seen) {
                        if features[Feature::BestLess as usize] > 0.0 {
                            *log_odds = model.log_odds(features);
                        }
                    }
                }
            }
        }
    }
    let again = passes.pop().unwrap_or_default();
    let whole = passes.pop().unwrap_or_default();
    Weights { own: own(bundles, reports), whole, again, loose: Model::default() }
}

/// Rows of all kinds, for single sentences; bundles are group 0, followed by [`PAIRS`], planted pairs and reports.
fn loose_rows(
    bundles: &[&Labelled],
    reports: &[Row],
    pairs: &Path,
    planted: &Path,
    lexicon: &Lexicon,
) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut rows = rows_of_all(bundles);
    let each = LOOSE_BUNDLES / rows.len().max(1) as f64;
    rows.iter_mut().for_each(|row| row.weight = each);
    rows.extend(pair_rows(pairs, lexicon)?);
    rows.extend(planted_rows(planted, lexicon)?);
    let each = LOOSE_REPORTS / reports.len().max(1) as f64;
    rows.extend(reports.iter().map(|row| Row { group: PAIRS.len() + 2, weight: each, ..row.clone() }));
    Ok(rows)
}

/// The total weight, in rows, of the pairs from bundles, reports and a planted corpus. Chosen on held-out rows, so no kind is
/// learned at the cost of another.
const LOOSE_BUNDLES: f64 = 2000.0;
const LOOSE_REPORTS: f64 = 4000.0;
const LOOSE_PLANTED: f64 = 7000.0;

/// Reports on standard error, for each kind of rows, how well they are ranked by a model that did not see their fold.
fn rank_held_out(rows: &[Row]) {
    let mut scores = vec![0.0; rows.len()];
    for fold in 0..FOLDS {
        let seen: Vec<Row> = rows.iter().filter(|r| r.event % FOLDS != fold).cloned().collect();
        let model = fit(&seen, LOOSE_PENALTY, Feature::is_of_pair, PRODUCTS);
        for (row, score) in rows.iter().zip(&mut scores).filter(|(r, _)| r.event % FOLDS == fold) {
            *score = f64::from(model.log_odds(&row.features));
        }
    }
    let kinds = ["bundles"].into_iter().chain(PAIRS.iter().map(|p| p.0)).chain(["planted", "reports"]);
    for (group, kind) in kinds.enumerate() {
        // Computed within each fold, since models of different folds differ in their bias, and averaged over rows.
        let (mut sums, mut count) = ([0.0; 3], 0.0);
        for fold in 0..FOLDS {
            let of_fold =
                rows.iter().zip(&scores).filter(|(r, _)| r.group == group && r.event % FOLDS == fold);
            let (truths, scores): (Vec<f64>, Vec<f64>) =
                of_fold.map(|(row, score)| (row.truth, *score)).unzip();
            let measures = [measure::area, measure::average_precision, measure::spearman];
            for (sum, measure) in sums.iter_mut().zip(measures) {
                *sum += truths.len() as f64 * measure(&scores, &truths);
            }
            count += truths.len() as f64;
        }
        let [area, precision, spearman] = sums.map(|sum| sum / f64::max(count, 1.0));
        eprintln!(
            "held out, by words alone: {kind:24} auc {area:.3}  average precision {precision:.3}  spearman {spearman:.3}"
        );
    }
}

pub(crate) fn run(
    gold: &Path,
    bundles: &Path,
    pairs: &Path,
    planted: &Path,
    out: &mut impl Write,
) -> Outcome {
    let lexicon = Lexicon::english();
    let bundles = Bundle::all(gold, bundles)?;
    let labelled: Vec<Labelled> = bundles.iter().map(|b| label(b, &lexicon)).collect();
    let reports = report_rows(pairs, &bundles, &lexicon)?;
    let labelled_all: Vec<&Labelled> = labelled.iter().collect();
    let mut weights = learn(&labelled_all, &reports);
    let loose = loose_rows(&labelled_all, &reports, pairs, planted, &lexicon)?;
    weights.loose = fit(&loose, LOOSE_PENALTY, Feature::is_of_pair, PRODUCTS);
    writeln!(out, "//! What linking has learned: generated, do not edit.")?;
    writeln!(out, "//!")?;
    writeln!(
        out,
        "//! Made by `lab fit linking GOLD BUNDLES PAIRS PLANTED` from {} annotated bundles of news: {} links among {} pairs.",
        labelled.len(),
        labelled.iter().map(|b| b.labels.iter().filter(|l| **l == Label::Aligned).count()).sum::<usize>(),
        labelled.iter().map(|b| b.labels.len()).sum::<usize>()
    )?;
    writeln!(
        out,
        "//! L2 logistic regression, penalty {}; rows are feature, mean, standard deviation, weight.",
        PENALTY
    )?;
    writeln!(out)?;
    writeln!(out, "type Rows = (f32, &'static [(&'static str, f32, f32, f32)]);")?;
    for (name, what, model) in [
        ("OWN", "Sentences of whole sources, first pass.", &weights.own),
        ("WHOLE", "Sentences of whole sources, second pass.", &weights.whole),
        ("AGAIN", "Sentences of whole sources, third pass.", &weights.again),
        ("LOOSE", "Sentences without the sources around them.", &weights.loose),
    ] {
        writeln!(out, "\n/// {what}\npub(super) const {name}: Rows = (")?;
        write_rows(out, model)?;
    }
    Ok(())
}

/// Labelled pairs of single sentences: a file, how a row is labelled, and the file's weight in rows.
type Graded = fn(&serde_json::Value) -> Option<f64>;
const PAIRS: &[(&str, Graded, f64)] = &[
    ("mrpc.dev.jsonl", |row| row["label"].as_f64(), 4000.0),
    ("sts_news.dev.jsonl", |row| Some(row["label"].as_f64()? / 5.0), 3000.0),
    ("superpal_mn.dev.jsonl", |row| row["label"].as_f64(), 4000.0),
    ("ecb_pairs.dev.jsonl", |row| row["label_strict"].as_f64(), 1000.0),
];

fn pair_rows(folder: &Path, lexicon: &Lexicon) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut rows = Vec::new();
    for (group, (file, grade, weight)) in (1..).zip(PAIRS) {
        let text = std::fs::read_to_string(folder.join(file))?;
        let mut of_file = Vec::new();
        for line in text.lines() {
            let row: serde_json::Value = serde_json::from_str(line)?;
            let (a, b) = (row["a"].as_str().ok_or("no a")?, row["b"].as_str().ok_or("no b")?);
            let truth = grade(&row).ok_or("no label")?;
            let topic = row["id"].as_str().and_then(|id| id.split_once('_')?.0.parse().ok());
            let event = topic.filter(|_| file.starts_with("ecb")).unwrap_or(of_file.len());
            of_file.push(Row { features: features(a, b, lexicon), truth, group, weight: 1.0, event });
        }
        let each = weight / of_file.len().max(1) as f64;
        rows.extend(of_file.into_iter().map(|row| Row { weight: each, ..row }));
    }
    Ok(rows)
}

/// Judged sentences from two whole reports, without those on the events of the annotated bundles.
fn report_rows(
    folder: &Path,
    bundles: &[Bundle],
    lexicon: &Lexicon,
) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let strings = |value: &serde_json::Value| -> Vec<String> {
        value.as_array().into_iter().flatten().map(|s| s.as_str().unwrap_or("").to_owned()).collect()
    };
    let numbers = |value: &serde_json::Value| -> Vec<u64> {
        value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).collect()
    };
    let rows: Vec<serde_json::Value> = std::fs::read_to_string(folder.join("ecb_docalign.dev.jsonl"))?
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let mut known = BTreeSet::new();
    for row in &rows {
        for sentence in strings(&row["sentences_a"]).iter().chain(&strings(&row["sentences_b"])) {
            if sentence.len() > 60
                && bundles.iter().any(|b| b.sources.iter().any(|s| s.text().contains(sentence)))
            {
                known.insert(row["topic"].to_string());
            }
        }
    }
    let mut out = Vec::new();
    for row in rows.iter().filter(|row| !known.contains(&row["topic"].to_string())) {
        let (a, b) = (strings(&row["sentences_a"]), strings(&row["sentences_b"]));
        let (at_a, at_b) = (numbers(&row["sentence_numbers_a"]), numbers(&row["sentence_numbers_b"]));
        let passages: Vec<Passage<'_>> = a
            .iter()
            .map(|text| Passage { source: 0, text })
            .chain(b.iter().map(|text| Passage { source: 1, text }))
            .collect();
        let pairs = Pairs::of_passages(&passages, lexicon);
        let judged = |numbers_of: &[u64], annotated: &serde_json::Value| -> Vec<usize> {
            let annotated = numbers(annotated);
            (0..numbers_of.len()).filter(|&n| annotated.contains(&numbers_of[n])).collect()
        };
        let (in_a, in_b) = (judged(&at_a, &row["annotated_a"]), judged(&at_b, &row["annotated_b"]));
        for ((x, y), &features) in pairs.sentences().zip(pairs.features()) {
            let (i, j) = (x.sentence as usize, y.sentence as usize - a.len());
            if !in_a.contains(&i) || !in_b.contains(&j) {
                continue;
            }
            let strict = row["alignments"].as_array().into_iter().flatten().any(|l| {
                l[0].as_u64() == Some(at_a[i])
                    && l[1].as_u64() == Some(at_b[j])
                    && l[2].as_u64() >= Some(2)
                    && l[4].as_f64() >= Some(0.5)
            });
            let event = row["topic"].as_u64().unwrap_or(0) as usize;
            let truth = f64::from(u8::from(strict));
            out.push(Row { features, truth, group: 1, weight: REPORTS_WEIGHT, event });
        }
    }
    eprintln!("{} judged pairs of reports, topics left out {known:?}", out.len());
    Ok(out)
}

/// A judged pair from two reports has less weight than one from an annotated bundle, since its label is weaker evidence that
/// both say the same.
const REPORTS_WEIGHT: f64 = 0.1;

/// Pairs of a planted corpus.
fn planted_rows(prefix: &Path, lexicon: &Lexicon) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let (lines, truth) = planted::read(prefix)?;
    let sentences = planted::sentences(&lines)?;
    let passages = planted::passages(&sentences);
    let pairs = Pairs::of_collection(&passages, lexicon);
    let each = LOOSE_PLANTED / pairs.len().max(1) as f64;
    Ok(pairs
        .sentences()
        .zip(pairs.features())
        .enumerate()
        .map(|(event, ((a, b), &features))| {
            let truth = f64::from(u8::from(truth.contains(&(a.sentence, b.sentence))));
            Row { features, truth, group: PAIRS.len() + 1, weight: each, event }
        })
        .collect())
}

/// Writes, for each annotated bundle, its reconciliation with weights fitted without it. With a planted corpus, also ranks
/// single pairs.
pub(crate) fn crossvalidate(
    folder: &Path,
    gold: &Path,
    bundles: &Path,
    pairs: &Path,
    stories: Option<&Path>,
    planted: Option<&Path>,
) -> Outcome {
    let lexicon = Lexicon::english();
    let bundles = Bundle::all(gold, bundles)?;
    let labelled: Vec<Labelled> = bundles.iter().map(|b| label(b, &lexicon)).collect();
    let reports = report_rows(pairs, &bundles, &lexicon)?;
    std::fs::create_dir_all(folder)?;
    let mut held_out = Vec::new();
    let mut by_bundle = Vec::new();
    let folds = folds(&labelled, &reports)?;
    let mut claimed = Claimed::default();
    for ((bundle, labelled), weights) in bundles.iter().zip(&labelled).zip(&folds) {
        let documents = bundle.documents(&lexicon);
        let mentions = mention::extract(&documents, &lexicon);
        let alignment = align_with(&documents, &mentions, &lexicon, &AlignConfig::default(), weights);
        claimed.add(bundle, &documents, &alignment);
        let scored = scored(labelled, weights);
        held_out.extend_from_slice(&scored);
        by_bundle.push(scored);
    }
    compare_bundles(&labelled, "held out", &by_bundle);
    summarise(&labelled, held_out);
    compare_folds(&by_bundle);
    eprintln!("{claimed}");
    if let Some(planted) = planted {
        let labelled: Vec<&Labelled> = labelled.iter().collect();
        rank_held_out(&loose_rows(&labelled, &reports, pairs, planted, &lexicon)?);
    }
    points::crossvalidate(folder, bundles, folds, stories, &lexicon)
}

/// The number of folds of annotated bundles.
pub(super) const HELD_OUT: usize = 10;

/// The fold of the bundle at a position, ordered by name. Names from one origin begin alike, so assigning bundles in turn
/// gives each fold some from each origin.
pub(super) fn fold_of(at: usize) -> usize {
    at % HELD_OUT
}

/// For each bundle, the weights fitted without its fold.
fn folds(labelled: &[Labelled], reports: &[Row]) -> Result<Vec<Weights>, Box<dyn std::error::Error>> {
    let fit = |fold: usize| {
        let without = labelled.iter().enumerate().filter(|(n, _)| fold_of(*n) != fold);
        learn(&without.map(|(_, b)| b).collect::<Vec<_>>(), reports)
    };
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut of_fold: Vec<Option<Weights>> = vec![None; HELD_OUT];
    std::thread::scope(|scope| {
        for (thread, some) in of_fold.chunks_mut(HELD_OUT.div_ceil(threads)).enumerate() {
            let first = thread * HELD_OUT.div_ceil(threads);
            let fit = &fit;
            scope.spawn(move || (first..).zip(some).for_each(|(fold, slot)| *slot = Some(fit(fold))));
        }
    });
    let of_bundle = |at: usize| of_fold[fold_of(at)].clone().ok_or_else(|| "a fold was not fitted".into());
    (0..labelled.len()).map(of_bundle).collect()
}

/// The annotated bundles, each with link weights fitted without it.
pub(super) fn held_out(
    gold: &Path,
    bundles: &Path,
    pairs: &Path,
    lexicon: &Lexicon,
) -> Result<(Vec<Bundle>, Vec<Weights>), Box<dyn std::error::Error>> {
    let bundles = Bundle::all(gold, bundles)?;
    let labelled: Vec<Labelled> = bundles.iter().map(|b| label(b, lexicon)).collect();
    let reports = report_rows(pairs, &bundles, lexicon)?;
    let folds = folds(&labelled, &reports)?;
    Ok((bundles, folds))
}

/// The probability and label of each pair, without debatable ones.
fn scored(bundle: &Labelled, weights: &Weights) -> Vec<(f64, bool)> {
    let links = bundle.pairs.links(weights);
    let scores: std::collections::BTreeMap<_, _> =
        links.into_iter().map(|link| ((link.a, link.b), link.score.value())).collect();
    let judged = bundle.pairs.sentences().zip(&bundle.labels).filter(|(_, l)| **l != Label::Debatable);
    judged.map(|(pair, &l)| (scores.get(&pair).copied().unwrap_or(0.0), l == Label::Aligned)).collect()
}
