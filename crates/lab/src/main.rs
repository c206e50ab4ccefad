//! `lab`: measures and fits the components of testimonia. It reads labelled rows and writes predictions, a line each.

#![allow(
    clippy::disallowed_methods,
    reason = "what is fitted here is rounded and written down; it need not be the same on all platforms"
)]

mod background;
mod bundle;
mod candidates;
mod derivations;
mod entities;
mod feed;
mod fit;
mod frequencies;
mod link;
mod mentions;
mod planted;
mod predict;
mod schema;
mod show;
mod vectors;
mod wordnet;

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage:
  lab predict TASK < ROWS.jsonl > PREDICTIONS.jsonl
  lab fit linking GOLD BUNDLES PAIRS PLANTED > src/align/weights.rs
  lab fit names PAIRS LISTS [DIR] > src/compare/name/weights.rs
                                          DIR: each pair as fits without it predict it, for score.py
  lab fit points GOLD BUNDLES PAIRS > src/point/weights.rs
  lab fit conflict PAIRS [DIR] > src/compare/clause/slot_weights.rs
                                          DIR: each pair as fits on the other half of them predict it
  lab fit collection PLANTED [WEIGHTS] > src/align/collection_weights.rs
                                          WEIGHTS: src/align/weights.rs as just written, if it is not built in yet
  lab crossvalidate DIR GOLD BUNDLES PAIRS [PLANTED]
                                          each annotated bundle, reconciled with weights fitted without it
  lab background BUNDLES < SENTENCES.jsonl > src/align/background.rs
  lab frequencies BUNDLES PLANTED FEEDS > src/story/frequencies.txt
                                          FEEDS: a folder of JSON Lines, an article a line
  lab vectors GOLD BUNDLES PLANTED > src/align/vectors.txt
  lab synonyms DICT > src/lexicon/data/synonym_wordnet.tsv
  lab antonyms DICT > src/lexicon/data/antonym_wordnet.tsv
  lab kinds DICT > src/lexicon/data/kind_wordnet.tsv
                                          DICT: the folder of WordNet 3.0's data files
  lab link < PLANTED.jsonl > LINKS.tsv
  lab feed PLANTED ARTICLES               what it costs to group so many articles made from a corpus (Linux)
  lab show FILE..                         the quantities and dates of texts
  lab schema > schema/testimonia-1.json
  lab mentions FILE...
  lab entities FOLDER...                  how the names of each folder's texts were matched
  lab derivations [--all] FOLDER...       whose text was made from whose, with the evidence; --all: every pair compared

PLANTED is the path of an unpacked planted corpus without its ending. GOLD, BUNDLES and PAIRS may be left out of `crossvalidate`:
they are then looked for in ../shared.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["predict", task] => predict_lines(task),
        ["fit", "linking", gold, bundles, pairs, planted] => fit::linking::run(
            Path::new(gold),
            Path::new(bundles),
            Path::new(pairs),
            Path::new(planted),
            &mut io::stdout().lock(),
        ),
        ["fit", "names", pairs, lists] => {
            fit::names::run(Path::new(pairs), Path::new(lists), None, &mut io::stdout().lock())
        }
        ["fit", "names", pairs, lists, folder] => {
            let folder = Some(Path::new(folder));
            fit::names::run(Path::new(pairs), Path::new(lists), folder, &mut io::stdout().lock())
        }
        ["fit", "points", gold, bundles, pairs] => {
            let (gold, bundles, pairs) = (Path::new(gold), Path::new(bundles), Path::new(pairs));
            fit::points::run(gold, bundles, pairs, &mut io::stdout().lock())
        }
        ["fit", "conflict", pairs] => fit::conflict::run(Path::new(pairs), None, &mut io::stdout().lock()),
        ["fit", "conflict", pairs, folder] => {
            fit::conflict::run(Path::new(pairs), Some(Path::new(folder)), &mut io::stdout().lock())
        }
        ["measure", "names", pairs, lists] => fit::names::measure(Path::new(pairs), Path::new(lists)),
        ["fit", "collection", planted] => {
            fit::collection::run(Path::new(planted), None, &mut io::stdout().lock())
        }
        ["fit", "collection", planted, weights] => {
            fit::collection::run(Path::new(planted), Some(Path::new(weights)), &mut io::stdout().lock())
        }
        ["crossvalidate", folder] => {
            let shared = Path::new("../shared");
            let (gold, bundles, pairs) = (shared.join("gold"), shared.join("bundles"), shared.join("pairs"));
            fit::linking::crossvalidate(Path::new(folder), &gold, &bundles, &pairs, None)
        }
        ["crossvalidate", folder, gold, bundles, pairs, planted @ ..] => fit::linking::crossvalidate(
            Path::new(folder),
            Path::new(gold),
            Path::new(bundles),
            Path::new(pairs),
            planted.first().map(Path::new),
        ),
        ["background", bundles] => {
            background::run(Path::new(bundles), io::stdin().lock(), &mut io::stdout().lock())
        }
        ["frequencies", bundles, planted, feeds] => frequencies::run(
            Path::new(bundles),
            Path::new(planted),
            Path::new(feeds),
            &mut io::BufWriter::new(io::stdout().lock()),
        ),
        ["vectors", gold, bundles, planted] => {
            vectors::run(Path::new(gold), Path::new(bundles), Path::new(planted), &mut io::stdout().lock())
        }
        ["synonyms", dictionary] => wordnet::synonyms(Path::new(dictionary), &mut io::stdout().lock()),
        ["antonyms", dictionary] => wordnet::antonyms(Path::new(dictionary), &mut io::stdout().lock()),
        ["kinds", dictionary] => wordnet::kinds(Path::new(dictionary), &mut io::stdout().lock()),
        ["link"] => link::run(io::stdin().lock(), &mut io::BufWriter::new(io::stdout().lock())),
        ["feed", planted, articles] => articles
            .parse()
            .map_err(Into::into)
            .and_then(|articles| feed::run(Path::new(planted), articles, &mut io::stdout().lock())),
        ["schema"] => schema::text().map_err(Into::into).and_then(|text| Ok(write!(io::stdout(), "{text}")?)),
        ["candidates", gold, bundles] => candidates::print(
            Path::new(gold),
            Path::new(bundles),
            &mut io::BufWriter::new(io::stdout().lock()),
        ),
        ["show", paths @ ..] => show::measures(paths),
        ["mentions", files @ ..] if !files.is_empty() => mentions::print(files),
        ["entities", folders @ ..] if !folders.is_empty() => entities::print(folders),
        ["derivations", "--all", folders @ ..] if !folders.is_empty() => derivations::print(folders, true),
        ["derivations", folders @ ..] if !folders.is_empty() => derivations::print(folders, false),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("lab: {reason}");
            ExitCode::from(2)
        }
    }
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn predict_lines(task: &str) -> Outcome {
    let predict = predict::task(task).ok_or_else(|| format!("no task {task:?}; {USAGE}"))?;
    let (stdin, mut stdout) = (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
    for (n, line) in stdin.lines().enumerate() {
        let prediction = predict(&line?).map_err(|e| format!("line {}: {e}", n + 1))?;
        serde_json::to_writer(&mut stdout, &prediction)?;
        writeln!(stdout)?;
    }
    Ok(stdout.flush()?)
}
