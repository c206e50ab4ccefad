//! Writes the page of an event as a newsroom might share it: only what is certain enough, in one file.
//!
//!     cargo run --release --example html_page > page.html

use std::error::Error;
use std::io::{self, Write};

use testimonia::{Config, Published, Reconciler, Source, render};

const DESK: [(&str, &str, &str, &str); 3] = [
    (
        "wire",
        "The Wire",
        "2024-05-07",
        "The dam at Tillia broke on Monday, killing 12 people, the governor said. \
         “We heard a roar and ran from the water,” said Kiari Moussa, the mayor of Tillia.",
    ),
    (
        "post",
        "The Tillia Post",
        "2024-05-08",
        "At least 10 people died when the dam at Tillia broke on Monday. \
         \"We heard a noise and ran from the water,\" said Chiari Moussa, the mayor of Tillia.",
    ),
    (
        "radio",
        "Radio Azawagh",
        "2024-05-08",
        "The dam at Tillia broke on Monday, killing 14 people, officials said. \
         Kiari Moussa, Tillia's mayor, said that engineers had warned of cracks.",
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut sources = Vec::new();
    for (id, publisher, published, text) in DESK {
        sources.push(Source::new(id, text).publisher(publisher).published(published.parse::<Published>()?));
    }
    let mut config = Config::default();
    config.resolve.discrepancy = 0.6;
    let reconciliation = Reconciler::builder().config(config).build()?.reconcile(&sources)?;
    Ok(io::stdout().lock().write_all(render::html(&reconciliation, &sources).as_bytes())?)
}
