//! Texts for the benches: testimonia's own seeded news, and the reports in seeds/.

#![allow(missing_docs, clippy::expect_used, reason = "no library; a bench without its texts should stop")]

use testimonia::Source;

#[allow(dead_code, reason = "shared with the library's own benches")]
#[path = "../../../benches/news/mod.rs"]
mod news;

/// Seeded news of about so many sentences, the same everywhere.
pub fn news(sentences: usize) -> Vec<Source> {
    news::sources(sentences, 7)
}

/// The reports in seeds/, by name.
pub fn reports() -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let files = std::fs::read_dir(folder).expect("seeds/").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    let read = |file: &std::path::PathBuf| std::fs::read_to_string(file).expect("a text");
    files.iter().map(|file| Source::new(file.display().to_string(), read(file))).collect()
}

/// Bytes of text.
pub fn bytes(sources: &[Source]) -> u64 {
    sources.iter().map(|source| source.text().len() as u64).sum()
}
