//! Judges undecided points by a custom rule: here a news desk's rule for sentences about earlier events. A model or a person
//! could be used in the same way.
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

/// Phrases for earlier events, as this desk's writers use them.
const EARLIER: &[&str] = &["an earlier", "last year", "the last time", "the previous"];

/// A sentence about an earlier event does not contradict one about this event.
struct Earlier;

impl Earlier {
    /// The words of a sentence that indicate an earlier event.
    fn words(side: &Side) -> Option<&str> {
        // As written, which allows the words to be named as a place.
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
            // In both or in neither: no opinion.
            _ => return None,
        };
        let why = format!("\"{words}\" tells of an earlier event");
        // The position of the words in the source, which the record shows; words that are not there would invalidate the
        // opinion.
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
        // If standard error is closed, nobody can be told.
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
    // Shows everything, to make the effect of the judge visible.
    let mut config = Config::default();
    config.resolve.discrepancy = 0.05;
    config.resolve.unproven = 0.05;
    let plain = Reconciler::builder().config(config.clone()).build()?;
    show(&mut stdout, "by the library alone", &plain.reconcile(&sources)?)?;
    let own = Reconciler::builder().config(config).judge(Earlier).build()?;
    show(&mut stdout, "with the desk's judge", &own.reconcile(&sources)?)?;
    Ok(())
}
