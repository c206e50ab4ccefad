//! `lab link`: links the sentences of JSON Lines `{"source", "sentence", "text"}`.

use std::borrow::Cow;
use std::io::{Read, Write};

use serde::Deserialize;
use testimonia::Lexicon;
use testimonia::align::{Passage, link};

use crate::Outcome;

#[derive(Deserialize)]
struct Row<'a> {
    source: u32,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

pub(crate) fn run(mut input: impl Read, out: &mut impl Write) -> Outcome {
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    let rows: Vec<Row<'_>> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let passages: Vec<Passage<'_>> =
        rows.iter().map(|row| Passage { source: row.source, text: &row.text }).collect();
    for found in link(&passages, &Lexicon::english(), 0.1) {
        // Four decimals, as a score has.
        let score = (found.score.value() * 1e4).round() as u32;
        writeln!(out, "{}\t{}\t{}.{:04}", found.a, found.b, score / 10_000, score % 10_000)?;
    }
    Ok(())
}
