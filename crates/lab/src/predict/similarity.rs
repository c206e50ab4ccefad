//! Task `similarity`: how likely two sentences are to say the same.

use serde::Deserialize;
use serde_json::{Value, json};
use testimonia::{Lexicon, align};

#[derive(Deserialize)]
struct Row {
    a: String,
    b: String,
}

pub(crate) fn predict(row: &str) -> Result<Value, serde_json::Error> {
    let row: Row = serde_json::from_str(row)?;
    Ok(json!({ "score": align::similarity(&row.a, &row.b, &Lexicon::english()) }))
}
