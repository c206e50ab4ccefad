//! Links sentences with a similarity of one's own beside the library's: here a shipping desk's words, where an embedding
//! model would do as well.
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

/// Words of one line mean one thing.
const WORDS: &[&[&str]] = &[
    &["freighter", "ship", "vessel"],
    &["foundered", "sank", "down"],
    &["hands", "crew", "seamen"],
    &["helicopter", "lifted", "winched"],
];

/// The share of meanings of one sentence that another has.
struct Shipping;

impl Shipping {
    /// What a sentence speaks of, by line of the table: its vector, as it were.
    fn meanings(sentence: &str) -> BTreeSet<usize> {
        let words = sentence.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        words.filter_map(|word| WORDS.iter().position(|line| line.contains(&word.as_str()))).collect()
    }
}

impl SentenceSimilarity for Shipping {
    fn similarities(&self, sentences: &[&str], pairs: &[(usize, usize)]) -> Vec<f64> {
        // What is made of one sentence is made once, and not for each pair.
        let meanings: Vec<BTreeSet<usize>> = sentences.iter().map(|s| Self::meanings(s)).collect();
        let similarity = |&(a, b): &(usize, usize)| {
            let (a, b) = (&meanings[a], &meanings[b]);
            match a.len().min(b.len()) {
                // Nothing of the trade in one of them: no opinion.
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
    // The table is short and sure: its word counts for a little more than it would by default.
    let mut config = Config::default();
    config.align.similarity.weight = 4.0;
    let own = Reconciler::builder().similarity(Shipping).config(config).build()?;
    show(&mut stdout, "with the desk's words", &own.reconcile(&sources)?)?;
    Ok(())
}
