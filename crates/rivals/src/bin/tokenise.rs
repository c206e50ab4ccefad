//! The peer of `lab link`: reads the same JSON Lines and divides every text into words by UAX 29, no more.
//!
//!     cargo run --release --bin tokenise < planted.jsonl

use std::borrow::Cow;
use std::error::Error;
use std::io::{self, Read, Write};

use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    let mut words = 0;
    for line in text.lines() {
        let row: Row<'_> = serde_json::from_str(line)?;
        words += row.text.unicode_words().count();
    }
    writeln!(io::stdout(), "{words}")?;
    Ok(())
}
