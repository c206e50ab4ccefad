//! Task `names`: are two strings forms of one name?

use serde::Deserialize;
use serde_json::{Value, json};
use testimonia::Lexicon;
use testimonia::compare::name::compare;
use testimonia::mention::NameKind;

#[derive(Deserialize)]
struct Row {
    a: String,
    b: String,
}

/// The rows do not tell a program what the names refer to: the kind is unknown.
pub(crate) fn predict(row: &str) -> Result<Value, serde_json::Error> {
    let row: Row = serde_json::from_str(row)?;
    let found = compare(&row.a, &row.b, NameKind::Other, &Lexicon::english());
    Ok(json!({ "score": found.probability, "relation": found.relation, "reason": found.reason() }))
}
