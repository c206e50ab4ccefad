//! Reconciles sources and prints where they agree and where they differ.
//!
//!     cargo run --release --example reconcile                          the five reports in seeds/
//!     cargo run --release --example reconcile -- a.txt b.txt           texts
//!     cargo run --release --example reconcile -- event.jsonl           lines of {"id", "text", "publisher", "published"}
//!     cargo run --release --example reconcile -- --json a.txt b.txt    the records as JSON (testimonia/1)

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use testimonia::render::Text;
use testimonia::{Reconciler, Source};

const USAGE: &str = "usage: reconcile [--json] [FILE..]   each a text, or JSON Lines by its ending .jsonl";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            // A closed pipe (`| head`) is not an error.
            let closed =
                reason.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
            if closed {
                return ExitCode::SUCCESS;
            }
            eprintln!("reconcile: {reason}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut json = false;
    let mut files: Vec<PathBuf> = Vec::new();
    for word in std::env::args_os().skip(1) {
        match word.to_str() {
            Some("--json") => json = true,
            Some("-h" | "--help") => return Ok(writeln!(io::stdout(), "{USAGE}")?),
            Some(option) if option.starts_with('-') => {
                return Err(format!("{option} is no option; {USAGE}").into());
            }
            _ => files.push(word.into()),
        }
    }
    if files.is_empty() {
        files = seeds()?;
    }
    let mut sources: Vec<Source> = Vec::new();
    for file in &files {
        sources.extend(read(file)?);
    }

    let reconciliation = Reconciler::new().reconcile(&sources)?;
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    if json {
        serde_json::to_writer_pretty(&mut stdout, &reconciliation).map_err(io::Error::from)?;
        writeln!(stdout)?;
    } else {
        write!(stdout, "{}", Text::new(&reconciliation, &sources))?;
    }
    Ok(stdout.flush()?)
}

/// The texts in seeds/, by name.
fn seeds() -> io::Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    Ok(files)
}

/// The sources of a file: a text is one source, named after the file; JSON Lines contain one per line.
fn read(file: &Path) -> Result<Vec<Source>, Box<dyn Error>> {
    let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    if matches!(text, std::borrow::Cow::Owned(_)) {
        eprintln!(
            "reconcile: {} is not UTF-8; what cannot be read became \u{fffd}, and spans count that",
            file.display()
        );
    }
    if file.extension().is_some_and(|ending| ending == "jsonl") {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        return lines
            .map(|(n, line)| {
                serde_json::from_str(line)
                    .map_err(|e| format!("{}, line {}: {e}", file.display(), n + 1).into())
            })
            .collect();
    }
    let id = file
        .file_name()
        .map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().into_owned());
    Ok(vec![Source::new(id, text)])
}
