//! `lab derivations [--all] FOLDER...`: which text was made from which, with all evidence, for reading against the texts.

use std::io::{self, Write};
use std::path::Path;

use serde_json::Value;
use testimonia::{Config, Published, Reconciler, Source};

type Failure = Box<dyn std::error::Error>;

/// Prints the derivations in each folder, which is a bundle; with `all`, every pair compared, whatever its probability.
pub(crate) fn print(folders: &[&str], all: bool) -> Result<(), Failure> {
    let mut config = Config::default();
    if all {
        config.provenance.threshold = 0.0;
    }
    let reconciler = Reconciler::builder().config(config).build()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for &folder in folders {
        let sources = sources(Path::new(folder))?;
        for derivation in reconciler.reconcile(&sources)?.derivations {
            writeln!(out, "{folder}\t{}\t{derivation}", derivation.score)?;
            for row in &derivation.evidence {
                writeln!(out, "  {:+.2}\t{}", row.weight, row.text)?;
                for mention in &row.mentions {
                    let text: Vec<&str> = mention.text.split_whitespace().collect();
                    writeln!(out, "\t\t{}: {}", mention.source, text.join(" "))?;
                }
            }
        }
    }
    Ok(out.flush()?)
}

/// The texts in a folder, with publishers and dates from its `bundle.json`, if any.
fn sources(folder: &Path) -> Result<Vec<Source>, Failure> {
    let about: Value = match std::fs::read_to_string(folder.join("bundle.json")) {
        Ok(about) => serde_json::from_str(&about)?,
        Err(_) => Value::Null,
    };
    let known = |file: &str| about["sources"].as_array()?.iter().find(|s| s["file"] == file);
    let mut files: Vec<_> =
        std::fs::read_dir(folder)?.map(|f| f.map(|f| f.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let read = |file: &std::path::PathBuf| -> Result<Source, Failure> {
        let id = file.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        let mut source = Source::new(id, std::fs::read_to_string(file)?);
        if let Some(publisher) = known(id).and_then(|s| s["publisher"].as_str()) {
            source = source.publisher(publisher);
        }
        if let Some(published) = known(id).and_then(|s| s["published"].as_str()) {
            source = source.published(published.parse::<Published>()?);
        }
        Ok(source)
    };
    files.iter().map(read).collect()
}
