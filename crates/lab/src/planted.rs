//! Planted corpora: sentences as JSON Lines `{"source", "sentence", "text"}`, and the pairs planted among them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use serde::Deserialize;
use testimonia::align::Passage;

#[derive(Deserialize)]
pub(crate) struct Sentence<'a> {
    pub(crate) source: u32,
    #[serde(borrow)]
    pub(crate) text: Cow<'a, str>,
}

/// The sentences of JSON Lines.
pub(crate) fn sentences(lines: &str) -> Result<Vec<Sentence<'_>>, serde_json::Error> {
    lines.lines().map(serde_json::from_str).collect()
}

/// The sentences as passages of their sources.
pub(crate) fn passages<'a>(sentences: &'a [Sentence<'_>]) -> Vec<Passage<'a>> {
    sentences.iter().map(|sentence| Passage { source: sentence.source, text: &sentence.text }).collect()
}

/// Pairs of sentences, given by line from 0.
type Truth = BTreeSet<(u32, u32)>;

/// The lines of a corpus, named without its extensions, .jsonl and .truth.tsv, and the planted pairs.
pub(crate) fn read(prefix: &Path) -> Result<(String, Truth), Box<dyn Error>> {
    let lines = std::fs::read_to_string(prefix.with_extension("jsonl"))?;
    let truth = std::fs::read_to_string(prefix.with_extension("truth.tsv"))?;
    let pair = |line: &str| {
        let mut numbers = line.split('\t').map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    };
    Ok((lines, truth.lines().filter_map(pair).collect()))
}
