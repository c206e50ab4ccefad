//! `lab background`: counts how many news sentences contain each term, and writes the library's generated table.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::Path;

use testimonia::align::term;
use testimonia::{Lexicon, Source, text};

use crate::Outcome;

const STEP: f64 = 0.25;
/// Terms in fewer sentences are left out, and count as equally rare.
const LEAST: u32 = 12;

/// Counts the texts of bundles, and sentences given as JSON Lines on standard input.
pub(crate) fn run(bundles: &Path, input: impl BufRead, out: &mut impl Write) -> Outcome {
    let lexicon = Lexicon::english();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut sentences = 0_u32;
    let mut read = |text: String| {
        let source = Source::new("", text);
        let document = text::parse(&source, &lexicon);
        for sentence in document.sentences() {
            let mut terms: Vec<String> = sentence
                .tokens
                .clone()
                .filter(|&t| document.tokens().get(t).is_some_and(|token| token.is_word()))
                .map(|t| term(document.folded(t)).into_owned())
                .collect();
            terms.sort();
            terms.dedup();
            sentences += 1;
            for term in terms {
                *counts.entry(term).or_default() += 1;
            }
        }
    };
    let mut files = Vec::new();
    for folder in std::fs::read_dir(bundles)? {
        let folder = folder?.path();
        if folder.is_dir() {
            for file in std::fs::read_dir(folder)? {
                files.push(file?.path());
            }
        }
    }
    files.sort();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "txt")) {
        read(std::fs::read_to_string(file)?);
    }
    for line in input.lines() {
        let row: serde_json::Value = serde_json::from_str(&line?)?;
        read(row["text"].as_str().unwrap_or("").to_owned());
    }
    let mut levels: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    let idf = |count: u32| (1.0 + f64::from(sentences) / f64::from(count)).ln();
    for (term, &count) in counts.iter().filter(|(_, count)| **count >= LEAST) {
        if term.contains([' ', '"', '\\']) {
            continue;
        }
        levels.entry((idf(count) / STEP).round() as usize).or_default().push(term);
    }
    let last = levels.keys().next_back().copied().unwrap_or(0);
    writeln!(out, "//! How rare terms are in news: generated, do not edit.")?;
    writeln!(out, "//!")?;
    writeln!(
        out,
        "//! Made by `lab background BUNDLES < SENTENCES.jsonl` from {sentences} sentences of English news of many"
    )?;
    writeln!(
        out,
        "//! outlets and years. Document frequencies are all that was taken from them: for each term in {LEAST} sentences"
    )?;
    writeln!(out, "//! or more, ln(1 + sentences / frequency) to the nearest {STEP}.")?;
    writeln!(out)?;
    writeln!(out, "/// The idf of a level is its position times this.")?;
    writeln!(out, "pub(super) const STEP: f32 = {STEP};")?;
    writeln!(out)?;
    writeln!(out, "/// The idf of a term that no level holds.")?;
    writeln!(out, "pub(super) const RARE: f32 = {:.2};", idf(LEAST / 3))?;
    writeln!(out)?;
    writeln!(out, "/// The terms of each level, split by spaces.")?;
    writeln!(out, "pub(super) const LEVELS: &[&str] = &[")?;
    for level in 0..=last {
        let mut width = 0;
        write!(out, "    \"")?;
        for term in levels.get(&level).map_or(&[][..], |terms| terms) {
            if width + term.len() > 110 {
                write!(out, "\\\n     ")?;
                width = 0;
            }
            write!(out, "{term} ")?;
            width += term.len() + 1;
        }
        writeln!(out, "\",")?;
    }
    writeln!(out, "];")?;
    Ok(())
}
