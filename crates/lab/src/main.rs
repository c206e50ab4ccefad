//! `lab`: measures and fits the components of testimonia. It reads labelled rows and writes predictions, one per line.

#![allow(
    clippy::disallowed_methods,
    reason = "what is fitted here is rounded and written down; it need not be the same on all platforms"
)]

mod annotated;
mod background;
mod bundle;
mod candidates;
mod command;
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

use command::{Asked, Command};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A command from its name, arguments and help.
const fn command(
    name: &'static str,
    takes: &'static str,
    does: &'static str,
    note: &'static str,
    run: fn(&[&str]) -> Outcome,
) -> Command {
    Command { name, takes, does, note, run }
}

const PLANTED: &str = "PLANTED is the path of an unpacked planted corpus without its extension.";
const STORIES: &str = "STORIES is a folder of feeds labelled by story. Those annotated in crates/lab/annotated.jsonl are learned from, too.";
const WORDNET: &str = "DICT is the folder of WordNet 3.0's data files.";

/// All commands, in the order in which help lists them.
const COMMANDS: &[Command] = &[
    command(
        "predict",
        "TASK < ROWS.jsonl > PREDICTIONS.jsonl",
        "the library's predictions for the labelled rows of a task",
        "TASK is attributions, conflict, dates, docalign, names, quantities, quotes, sentences or similarity.",
        |w| predict_lines(w.first().copied().unwrap_or_default()),
    ),
    command(
        "fit linking",
        "GOLD BUNDLES PAIRS PLANTED > src/align/weights.rs",
        "the weights that link sentences",
        PLANTED,
        |w| fit::linking::run(at(w, 0), at(w, 1), at(w, 2), at(w, 3), &mut io::stdout().lock()),
    ),
    command(
        "fit collection",
        "PLANTED [WEIGHTS] > src/align/collection_weights.rs",
        "the weights that link sentences in a collection of events",
        "PLANTED is the path of an unpacked planted corpus without its extension; WEIGHTS is src/align/weights.rs as just\n\
         written, if it is not built in yet.",
        |w| fit::collection::run(at(w, 0), may_be_at(w, 1), &mut io::stdout().lock()),
    ),
    command(
        "fit names",
        "PAIRS LISTS [DIR] > src/compare/name/weights.rs",
        "the weights that compare names",
        "DIR receives the held-out prediction for each pair, for score.py.",
        |w| fit::names::run(at(w, 0), at(w, 1), may_be_at(w, 2), &mut io::stdout().lock()),
    ),
    command(
        "fit points",
        "GOLD BUNDLES PAIRS [STORIES] > src/point/weights.rs",
        "the weights that decide which points of comparison are shown",
        STORIES,
        |w| fit::points::run((at(w, 0), at(w, 1), at(w, 2)), may_be_at(w, 3), &mut io::stdout().lock()),
    ),
    command(
        "fit conflict",
        "PAIRS [DIR] > src/compare/clause/slot_weights.rs",
        "the weights for two sentences that differ in one place",
        "DIR receives the prediction for each pair by a fit on the other half.",
        |w| fit::conflict::run(at(w, 0), may_be_at(w, 1), &mut io::stdout().lock()),
    ),
    command(
        "crossvalidate",
        "DIR [GOLD] [BUNDLES] [PAIRS] [STORIES] [PLANTED]",
        "each annotated bundle, reconciled with weights fitted without it, written to a folder",
        "GOLD, BUNDLES, PAIRS and STORIES are given together or omitted; if omitted, they are looked for in ../shared.\n\
         STORIES is a folder of feeds labelled by story, some of which are annotated in crates/lab/annotated.jsonl.\n\
         PLANTED is the path of an unpacked planted corpus without its extension.",
        crossvalidate,
    ),
    command("measure names", "PAIRS LISTS", "how well the built-in weights compare names", "", |w| {
        fit::names::measure(at(w, 0), at(w, 1))
    }),
    command(
        "candidates",
        "GOLD BUNDLES > CANDIDATES.jsonl",
        "pairs of mentions that may differ on a point, with the evidence and the annotation",
        "",
        |w| candidates::print(at(w, 0), at(w, 1), &mut io::BufWriter::new(io::stdout().lock())),
    ),
    command(
        "background",
        "BUNDLES < SENTENCES.jsonl > src/align/background.rs",
        "how rare terms are in news, for linking",
        "",
        |w| background::run(at(w, 0), io::stdin().lock(), &mut io::stdout().lock()),
    ),
    command(
        "frequencies",
        "BUNDLES PLANTED FEEDS > src/story/frequencies.txt",
        "how rare terms are in news, for grouping a feed into stories",
        "PLANTED is the path of an unpacked planted corpus without its extension; FEEDS is a folder of JSON Lines,\n\
         one article per line.",
        |w| frequencies::run(at(w, 0), at(w, 1), at(w, 2), &mut io::BufWriter::new(io::stdout().lock())),
    ),
    command("vectors", "GOLD BUNDLES PLANTED > src/align/vectors.txt", "word vectors", PLANTED, |w| {
        vectors::run(at(w, 0), at(w, 1), at(w, 2), &mut io::stdout().lock())
    }),
    command(
        "synonyms",
        "DICT > src/lexicon/data/synonym_wordnet.tsv",
        "synonyms from WordNet",
        WORDNET,
        |w| wordnet::synonyms(at(w, 0), &mut io::stdout().lock()),
    ),
    command(
        "antonyms",
        "DICT > src/lexicon/data/antonym_wordnet.tsv",
        "antonyms from WordNet",
        WORDNET,
        |w| wordnet::antonyms(at(w, 0), &mut io::stdout().lock()),
    ),
    command(
        "kinds",
        "DICT > src/lexicon/data/kind_wordnet.tsv",
        "kinds of things from WordNet",
        WORDNET,
        |w| wordnet::kinds(at(w, 0), &mut io::stdout().lock()),
    ),
    command(
        "link",
        "< PLANTED.jsonl > LINKS.tsv",
        "links the sentences of a planted corpus",
        "Each line of input is an object with `source`, `sentence` and `text`.",
        |_| link::run(io::stdin().lock(), &mut io::BufWriter::new(io::stdout().lock())),
    ),
    command(
        "feed",
        "PLANTED ARTICLES",
        "what it costs to group this many articles made from a planted corpus (Linux)",
        PLANTED,
        |w| {
            let articles = at(w, 1).to_string_lossy().parse()?;
            feed::run(at(w, 0), articles, &mut io::stdout().lock())
        },
    ),
    command("show", "FILE...", "the quantities and dates in texts", "", show::measures),
    command(
        "mentions",
        "FILE...",
        "every sentence of the texts on one event, with its mentions",
        "",
        mentions::print,
    ),
    command(
        "entities",
        "FOLDER...",
        "how the names in each folder's texts were matched",
        "",
        entities::print,
    ),
    command(
        "derivations",
        "[--all] FOLDER...",
        "which text was made from which, with the evidence",
        "--all shows every pair of texts compared.",
        |words| match words {
            ["--all", folders @ ..] => derivations::print(folders, true),
            folders => derivations::print(folders, false),
        },
    ),
    command("schema", "> schema/testimonia-1.json", "the JSON Schema of the output", "", |_| {
        Ok(write!(io::stdout(), "{}", schema::text()?)?)
    }),
];

/// The path at a position; it is present, because the number of arguments is checked before a command runs.
fn at<'w>(words: &[&'w str], position: usize) -> &'w Path {
    may_be_at(words, position).unwrap_or(Path::new(""))
}

fn may_be_at<'w>(words: &[&'w str], position: usize) -> Option<&'w Path> {
    words.get(position).map(|word| Path::new(*word))
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match command::asked(COMMANDS, &words) {
        Ok(Asked::Help(help)) => writeln!(io::stdout(), "{help}").map_err(Into::into),
        Ok(Asked::Run(command, rest)) => (command.run)(rest),
        Err(reason) => Err(reason.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("lab: {reason}");
            ExitCode::from(2)
        }
    }
}

fn crossvalidate(words: &[&str]) -> Outcome {
    let shared = Path::new("../shared");
    let run = |folder: &str, data: [&Path; 4], planted| {
        let [gold, bundles, pairs, stories] = data;
        fit::linking::crossvalidate(Path::new(folder), gold, bundles, pairs, Some(stories), planted)
    };
    match words {
        [folder] => {
            let data = ["gold", "bundles", "pairs", "stories"].map(|name| shared.join(name));
            run(folder, data.each_ref().map(|path| &**path), None)
        }
        [folder, gold, bundles, pairs, stories, planted @ ..] => {
            run(folder, [gold, bundles, pairs, stories].map(Path::new), planted.first().map(Path::new))
        }
        _ => Err("crossvalidate: GOLD, BUNDLES, PAIRS and STORIES are given together".into()),
    }
}

fn predict_lines(task: &str) -> Outcome {
    let predict =
        predict::task(task).ok_or_else(|| format!("no task {task:?}; `lab predict --help` names them"))?;
    let (stdin, mut stdout) = (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
    for (n, line) in stdin.lines().enumerate() {
        let prediction = predict(&line?).map_err(|e| format!("line {}: {e}", n + 1))?;
        serde_json::to_writer(&mut stdout, &prediction)?;
        writeln!(stdout)?;
    }
    Ok(stdout.flush()?)
}
