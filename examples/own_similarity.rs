//! Links sentences with a custom similarity measure in addition to the library's: here a shipping desk's vocabulary. An
//! embedding model could be used in the same way.
//!
//!     cargo run --release --example own_similarity

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, Write};

use testimonia::align::SentenceSimilarity;
use testimonia::{Config, Reconciler, Reconciliation, Source};

const HARBOUR: &str = "\
The freighter Alcyone foundered off Tolvik in heavy seas on Monday. \
Its crew of 14 were taken off by helicopter. \
Its owners declined to comment.";

const COAST: &str = "\
The Alcyone, a cargo ship with a load of timber, went down near the coast. \
All 14 seamen were winched to safety, the coastguard said. \
The harbour of Tolvik was founded in 1420.";

/// The words on one line mean the same.
const WORDS: &[&[&str]] = &[
    &["freighter", "ship", "vessel"],
    &["foundered", "sank", "down"],
    &["hands", "crew", "seamen"],
    &["helicopter", "lifted", "winched"],
];

/// Similarity as the fraction of one sentence's meanings that the other shares.
struct Shipping;

impl Shipping {
    /// The meanings in a sentence, by line of the table; they play the part of an embedding.
    fn meanings(sentence: &str) -> BTreeSet<usize> {
        let words = sentence.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        words.filter_map(|word| WORDS.iter().position(|line| line.contains(&word.as_str()))).collect()
    }
}

impl SentenceSimilarity for Shipping {
    fn similarities(&self, sentences: &[&str], pairs: &[(usize, usize)]) -> Vec<f64> {
        // Computed once per sentence, not once per pair.
        let meanings: Vec<BTreeSet<usize>> = sentences.iter().map(|s| Self::meanings(s)).collect();
        let similarity = |&(a, b): &(usize, usize)| {
            let (a, b) = (&meanings[a], &meanings[b]);
            match a.len().min(b.len()) {
                // One of them contains no shipping terms: no opinion.
                0 => f64::NAN,
                fewer => a.intersection(b).count() as f64 / fewer as f64,
            }
        };
        pairs.iter().map(similarity).collect()
    }
}

fn show(out: &mut impl Write, heading: &str, reconciliation: &Reconciliation) -> io::Result<()> {
    writeln!(out, "{heading}")?;
    for claim in &reconciliation.claims {
        let sentences: Vec<String> =
            claim.sentences.iter().map(|s| format!("{}: {}", s.source, s.text)).collect();
        writeln!(out, "  {}", sentences.join("\n  = "))?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let sources = [Source::new("harbour", HARBOUR), Source::new("coast", COAST)];
    let mut stdout = io::stdout().lock();
    let plain = Reconciler::new();
    show(&mut stdout, "by the library alone", &plain.reconcile(&sources)?)?;
    // The table is short but reliable, so it counts a little more than by default.
    let mut config = Config::default();
    config.align.similarity.weight = 4.0;
    let own = Reconciler::builder().similarity(Shipping).config(config).build()?;
    show(&mut stdout, "with the desk's words", &own.reconcile(&sources)?)?;
    Ok(())
}
