//! Judges what is open by a rule of one's own: here a desk's, on sentences that tell of earlier events, where a model or a
//! person would do as well.
//!
//!     cargo run --release --example own_judge

use std::error::Error;
use std::io::{self, Write};

use testimonia::resolve::{Judge, Opinion, Outcome, Point, Side};
use testimonia::{Config, Reconciler, Reconciliation, Source};

const MORNING: &str = "\
The dam at Tillia broke on Monday, killing 12 people. \
Officials said 300 homes were flooded.";

const EVENING: &str = "\
The dam at Tillia broke on Monday. \
An earlier dam at Tillia broke during a storm, killing 40 people and flooding 90 homes.";

/// What tells of earlier events, as this desk's writers put it.
const EARLIER: &[&str] = &["an earlier", "last year", "the last time", "the previous"];

/// A sentence on an earlier event contradicts none on this one.
struct Earlier;

impl Earlier {
    /// The words of a sentence that tell of an earlier event.
    fn words(side: &Side) -> Option<&str> {
        // As written, so that the words can be named as a place.
        let sentence = side.sentence.text.as_str();
        EARLIER.iter().copied().find_map(|words| {
            let at = sentence.to_ascii_lowercase().find(words)?;
            sentence.get(at..at + words.len())
        })
    }

    fn opinion(point: &Point) -> Option<Opinion> {
        let [a, b] = &point.sides;
        let (side, words) = match (Self::words(a), Self::words(b)) {
            (Some(words), None) => (a, words),
            (None, Some(words)) => (b, words),
            // On both, or on neither: no opinion.
            _ => return None,
        };
        let why = format!("\"{words}\" tells of an earlier event");
        // Where in the source the words stand, which the record shows; words that are not there would void the opinion.
        let places = point.place(&side.mention.source, words);
        Some(Opinion::new(Outcome::Unrelated, 0.95).why(why).places(places))
    }
}

impl Judge for Earlier {
    fn name(&self) -> &str {
        "the desk's rule"
    }

    fn judge(&self, points: &[Point]) -> Vec<Option<Opinion>> {
        // A model would get all points in one call.
        points.iter().map(Self::opinion).collect()
    }

    fn refused(&self, point: &Point, reason: &str) {
        // Nobody is left to tell where standard error is closed.
        let _ = writeln!(io::stderr(), "{}: {reason}", point.id);
    }
}

fn show(out: &mut impl Write, heading: &str, reconciliation: &Reconciliation) -> io::Result<()> {
    writeln!(out, "{heading}")?;
    for record in reconciliation.discrepancies() {
        writeln!(out, "  {} {record}", record.confidence)?;
        for row in record.evidence.iter().filter(|row| row.text.starts_with("judged by")) {
            writeln!(out, "    {:+.2} {}", row.weight, row.text)?;
        }
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let sources = [Source::new("morning", MORNING), Source::new("evening", EVENING)];
    let mut stdout = io::stdout().lock();
    // Everything is shown, so that what the judge does can be seen.
    let mut config = Config::default();
    config.resolve.discrepancy = 0.05;
    config.resolve.unproven = 0.05;
    let plain = Reconciler::builder().config(config.clone()).build()?;
    show(&mut stdout, "by the library alone", &plain.reconcile(&sources)?)?;
    let own = Reconciler::builder().config(config).judge(Earlier).build()?;
    show(&mut stdout, "with the desk's judge", &own.reconcile(&sources)?)?;
    Ok(())
}
