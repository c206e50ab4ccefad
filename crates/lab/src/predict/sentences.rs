//! Task `sentences`: where a text is divided.

use serde::Deserialize;
use serde_json::{Value, json};
use testimonia::{Lexicon, Source, text};

#[derive(Deserialize)]
struct Row {
    text: String,
}

pub(crate) fn predict(row: &str) -> Result<Value, serde_json::Error> {
    let row: Row = serde_json::from_str(row)?;
    let source = Source::new("row", row.text);
    let document = text::parse(&source, &Lexicon::english());
    let spans: Vec<[usize; 2]> = document.sentences().iter().map(|s| [s.span.start, s.span.end]).collect();
    Ok(json!({ "spans": spans }))
}
