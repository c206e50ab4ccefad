//! `lab`: measures and fits the components of testimonia. It reads labelled rows and writes predictions, a line each.

mod mentions;
mod predict;

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

const USAGE: &str = "usage: lab predict TASK < ROWS.jsonl > PREDICTIONS.jsonl\n       lab mentions FILE...";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["predict", task] => predict_lines(task),
        ["mentions", files @ ..] if !files.is_empty() => mentions::print(files),
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
