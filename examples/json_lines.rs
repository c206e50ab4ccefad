//! Reads sources as JSON Lines from standard input, event by event, and writes records as JSON Lines as each event ends.
//!
//! An event is a run of lines with the same `event`, and only one event is held in memory. Memory use is that of the largest
//! event, however long the stream, and names in different events are never matched.
//!
//!     cargo run --release --example json_lines < events.jsonl > records.jsonl

use std::error::Error;
use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};
use testimonia::{Reconciler, Record, Source};

/// An input line: a source and its event.
#[derive(Deserialize)]
struct Told {
    event: String,
    #[serde(flatten)]
    source: Source,
}

/// An output line: a record and its event.
#[derive(Serialize)]
struct Found<'a> {
    event: &'a str,
    #[serde(flatten)]
    record: &'a Record,
}

fn main() -> Result<(), Box<dyn Error>> {
    let reconciler = Reconciler::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut event = String::new();
    let mut sources: Vec<Source> = Vec::new();
    for (n, line) in io::stdin().lock().lines().enumerate() {
        let told: Told = serde_json::from_str(&line?).map_err(|e| format!("line {}: {e}", n + 1))?;
        if told.event != event {
            write(&reconciler, &event, &sources, &mut out)?;
            sources.clear();
            event = told.event;
        }
        sources.push(told.source);
    }
    write(&reconciler, &event, &sources, &mut out)?;
    Ok(out.flush()?)
}

fn write(
    reconciler: &Reconciler,
    event: &str,
    sources: &[Source],
    out: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    // A single source has nothing to be compared with.
    if sources.len() < 2 {
        return Ok(());
    }
    for record in &reconciler.reconcile(sources)?.records {
        serde_json::to_writer(&mut *out, &Found { event, record })?;
        writeln!(out)?;
    }
    Ok(())
}
