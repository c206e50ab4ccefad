//! Reconciles two reports with a newsroom's own words: an abbreviated title, an organisation with its acronym, two names for
//! one man, and two men with nearly the same name.
//!
//!     cargo run --release --example custom_lexicon

use std::error::Error;
use std::io::{self, Write};

use testimonia::lexicon::{Lexicon, TableId};
use testimonia::{Reconciler, Source};

const MORNING: &str = "\
The Tillia Wells Council shut 12 wells on Monday after tests found lead in the water, Surv. Adamu Kande said. \
Baba Sango, who runs the town's clinic, said 40 children had been treated. \
Bakari Tambura, a farmer, said his goats had died.";

const EVENING: &str = "\
The HRT shut 14 wells on Monday after tests found lead in the water, Surv. Adamu Kande said. \
Joseph Okonjo, who runs the town's clinic, said 40 children had been treated. \
Bakary Tambura, a butcher, said nobody bought meat.";

/// As in a file: `canonical <TAB> class <TAB> form|form`.
const ABBREVIATIONS: &str = "# Surv. Kande is one sentence\nSurv\ttitle\n";
const TITLES: &str = "Surveyor\tpolitical\tSurv\n";
const ORGANISATIONS: &str = "Tillia Wells Council\tbody\t!HRT\n";

fn main() -> Result<(), Box<dyn Error>> {
    let mut builder = Lexicon::builder();
    builder.extend(TableId::Abbreviation, ABBREVIATIONS)?;
    builder.extend(TableId::Title, TITLES)?;
    builder.extend(TableId::Organisation, ORGANISATIONS)?;
    builder.alias("Baba Sango", "Joseph Okonjo");
    builder.never_merge("Bakari Tambura", "Bakary Tambura");

    let reconciler = Reconciler::builder().lexicon(builder.build()).build()?;
    let sources = [Source::new("morning", MORNING), Source::new("evening", EVENING)];
    let mut stdout = io::stdout().lock();
    for record in reconciler.reconcile(&sources)?.records {
        writeln!(stdout, "{record}")?;
    }
    Ok(())
}
