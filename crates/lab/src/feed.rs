//! `lab feed`: what grouping costs beside tokenising, on a feed made from a planted corpus. Reads the processor time and the memory of
//! the process as Linux tells them.

use std::fs;
use std::io::Write;
use std::path::Path;

use testimonia::story::{self, StoryConfig};
use testimonia::{Lexicon, Published, Source, text};

use crate::{Outcome, planted};

/// From here on the articles of the corpus have other names: a year of news has more of them than a corpus.
const SAME_NAMES: usize = 100_000;

/// Days of a month that every month has.
const DAYS: usize = 28;

/// Groups so many articles: the sources of the corpus, and then each of them a day later, again and again.
pub(crate) fn run(corpus: &Path, articles: usize, out: &mut impl Write) -> Outcome {
    let feed = feed(&fs::read_to_string(corpus.with_extension("jsonl"))?, articles)?;
    let (lexicon, config) = (Lexicon::english(), StoryConfig::default());
    // Tables that are made once are made here.
    story::group(feed.get(..2).unwrap_or_default(), &lexicon, &config)?;

    let began = processor()?;
    let tokens: usize = feed.iter().map(|source| text::parse(source, &lexicon).tokens().len()).sum();
    let tokenising = processor()? - began;

    // From here on the highest memory is counted anew.
    fs::write("/proc/self/clear_refs", "5")?;
    let (before, began) = (memory("VmRSS:")?, processor()?);
    let grouping = story::group(&feed, &lexicon, &config)?;
    let took = processor()? - began;
    let memory = (memory("VmHWM:")? - before) / articles.max(1) as f64;

    let bytes: usize = feed.iter().map(|source| source.text().len()).sum();
    writeln!(out, "{articles} articles of {} bytes, {tokens} tokens", bytes / articles.max(1))?;
    writeln!(out, "tokenising {tokenising:.2} s, grouping {took:.2} s: {:.2} times", took / tokenising)?;
    writeln!(out, "memory beside the feed: {memory:.0} bytes an article")?;
    writeln!(
        out,
        "{} stories, {} articles not looked up by all terms",
        grouping.stories.len(),
        grouping.skipped.articles
    )?;
    Ok(())
}

fn feed(lines: &str, articles: usize) -> Result<Vec<Source>, Box<dyn std::error::Error>> {
    let mut texts: Vec<String> = Vec::new();
    for sentence in planted::sentences(lines)? {
        let source = sentence.source as usize;
        if texts.len() <= source {
            texts.resize(source + 1, String::new());
        }
        let text = &mut texts[source];
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&sentence.text);
    }
    let article = |n: usize| {
        let (day, source) = (n / texts.len(), n % texts.len());
        let published: Published =
            format!("2024-{:02}-{:02}", 1 + day / DAYS % 12, 1 + day % DAYS).parse()?;
        Ok(Source::new(format!("{day}-{source}"), renamed(&texts[source], n / SAME_NAMES))
            .published(published))
    };
    (0..articles).map(article).collect()
}

/// The text with the vowels of its capitalised words turned by so many.
fn renamed(text: &str, turns: usize) -> String {
    const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];
    let turned = |ch: char| match VOWELS.iter().position(|&vowel| vowel == ch) {
        Some(at) => VOWELS[(at + turns) % VOWELS.len()],
        None => ch,
    };
    let word = |word: &str| -> String {
        if word.starts_with(|ch: char| ch.is_ascii_uppercase()) && word.len() > 4 {
            word.chars().map(turned).collect()
        } else {
            word.to_owned()
        }
    };
    text.split_inclusive(' ').map(word).collect()
}

/// Processor time of this process, in seconds.
fn processor() -> Result<f64, Box<dyn std::error::Error>> {
    let told = fs::read_to_string("/proc/self/schedstat")?;
    Ok(told.split(' ').next().unwrap_or_default().parse::<f64>()? / 1e9)
}

/// Memory of this process, in bytes.
fn memory(name: &str) -> Result<f64, Box<dyn std::error::Error>> {
    let told = fs::read_to_string("/proc/self/status")?;
    let line = told.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line")?;
    Ok(line.split_whitespace().next().unwrap_or_default().parse::<f64>()? * 1024.0)
}
