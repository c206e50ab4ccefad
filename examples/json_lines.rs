//! Reads sources as JSON Lines from standard input, event by event, and writes records as JSON Lines as each event ends.
//!
//! An event is a run of lines with one `event`; nothing but that event is held. Memory stays that of the largest event,
//! however long the stream, and the names of one event are not taken for those of another.
//!
//!     cargo run --release --example json_lines < events.jsonl > records.jsonl

use std::error::Error;
use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};
use testimonia::{Reconciler, Record, Source};

/// A line in: a source, and the event it tells of.
#[derive(Deserialize)]
struct Told {
    event: String,
    #[serde(flatten)]
    source: Source,
}

/// A line out: a record, and its event.
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
    // What one source alone tells cannot be compared.
    if sources.len() < 2 {
        return Ok(());
    }
    for record in &reconciler.reconcile(sources)?.records {
        serde_json::to_writer(&mut *out, &Found { event, record })?;
        writeln!(out)?;
    }
    Ok(())
}
