//! Task `quantities`: the numbers of a text with their units.

use serde::Deserialize;
use serde_json::{Value, json};
use testimonia::{Lexicon, Source, mention, text};

#[derive(Deserialize)]
struct Row {
    text: String,
}

pub(crate) fn predict(row: &str) -> Result<Value, serde_json::Error> {
    let row: Row = serde_json::from_str(row)?;
    let source = Source::new("row", row.text);
    let lexicon = Lexicon::english();
    let document = text::parse(&source, &lexicon);
    let found = mention::extract(&[document], &lexicon).remove(0).quantities;
    let mentions: Vec<Value> = found
        .iter()
        .map(|q| json!({"start": q.number.start, "end": q.number.end, "low": q.low, "high": q.high, "unit": q.unit}))
        .collect();
    Ok(json!({ "mentions": mentions }))
}
