//! `lab link`: links the sentences of JSON Lines `{"source", "sentence", "text"}`.

use std::io::{Read, Write};

use testimonia::Lexicon;
use testimonia::align::link;

use crate::{Outcome, planted};

pub(crate) fn run(mut input: impl Read, out: &mut impl Write) -> Outcome {
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    let sentences = planted::sentences(&text)?;
    let passages = planted::passages(&sentences);
    for found in link(&passages, &Lexicon::english(), 0.1) {
        // Four decimals, as in a score.
        let score = (found.score.value() * 1e4).round() as u32;
        writeln!(out, "{}\t{}\t{}.{:04}", found.a, found.b, score / 10_000, score % 10_000)?;
    }
    Ok(())
}
