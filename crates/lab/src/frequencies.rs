//! `lab frequencies`: counts in how many news articles each term occurs, and writes the library's generated table.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use testimonia::text::{self, SentenceKind};
use testimonia::{Lexicon, Source};

use crate::{Outcome, planted};

/// Terms in fewer articles are left out, and count as equally rare.
const LEAST: u32 = 3;
/// A term in more than one of this many articles does not distinguish articles.
const MOST: u32 = 5;
/// Levels per unit of the natural logarithm.
const STEPS: f64 = 32.0;

#[derive(Deserialize)]
struct Row {
    title: Option<String>,
    text: String,
}

#[derive(Default)]
struct Counts {
    articles: u32,
    terms: BTreeMap<String, u32>,
}

impl Counts {
    fn read(&mut self, text: String, lexicon: &Lexicon) {
        let source = Source::new("", text);
        let document = text::parse(&source, lexicon);
        let told = document.sentences().iter().filter(|s| s.kind != SentenceKind::Boilerplate);
        let words = told.flat_map(|s| s.tokens.clone());
        let words = words.filter(|&at| document.tokens().get(at).is_some_and(|token| token.is_word()));
        let terms: BTreeSet<_> = words.map(|at| text::stem(document.folded(at)).into_owned()).collect();
        self.articles += 1;
        for term in terms {
            *self.terms.entry(term).or_default() += 1;
        }
    }
}

fn files(folder: &Path, ending: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Counts the texts of bundles, the sources of a planted corpus, and the articles of feeds.
pub(crate) fn run(bundles: &Path, planted: &Path, feeds: &Path, out: &mut impl Write) -> Outcome {
    let lexicon = Lexicon::english();
    let mut counts = Counts::default();
    let mut folders: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(bundles)? {
        folders.push(entry?.path());
    }
    folders.sort();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for file in files(folder, "txt")? {
            counts.read(std::fs::read_to_string(file)?, &lexicon);
        }
    }
    let lines = std::fs::read_to_string(planted.with_extension("jsonl"))?;
    for article in planted::sentences(&lines)?.chunk_by(|a, b| a.source == b.source) {
        let text: Vec<&str> = article.iter().map(|sentence| &*sentence.text).collect();
        counts.read(text.join("\n"), &lexicon);
    }
    for file in files(feeds, "jsonl")? {
        for line in std::fs::read_to_string(file)?.lines() {
            let row: Row = serde_json::from_str(line)?;
            let title = row.title.map(|title| format!("{title}\n\n")).unwrap_or_default();
            counts.read(title + &row.text, &lexicon);
        }
    }
    write(&counts, out)
}

fn write(counts: &Counts, out: &mut impl Write) -> Outcome {
    let articles = f64::from(counts.articles);
    let level = |count: f64| (STEPS * ((articles + 1.0) / (count + 0.5)).ln()).round() as u32;
    let mut levels: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (term, &count) in counts.terms.iter().filter(|(_, count)| **count >= LEAST) {
        if term.contains(char::is_whitespace) {
            continue;
        }
        let level = if count > counts.articles / MOST { 0 } else { level(f64::from(count)) };
        levels.entry(level).or_default().push(term);
    }
    writeln!(out, "# How rare terms are in news: generated, do not edit.")?;
    writeln!(out, "#")?;
    writeln!(
        out,
        "# Made by `lab frequencies BUNDLES PLANTED FEEDS` from {} articles of English news of many outlets and years. Counts are all",
        counts.articles
    )?;
    writeln!(
        out,
        "# that was taken from them: for each term in {LEAST} articles or more, ln(articles / those that hold it) in levels of 1/{STEPS};"
    )?;
    writeln!(
        out,
        "# 0 of what more than one in {MOST} hold. The last level is that of all other terms. Version 1."
    )?;
    for (level, terms) in &levels {
        writeln!(out, "{level} {}", terms.join(" "))?;
    }
    writeln!(out, "{}", level(0.5))?;
    Ok(())
}
