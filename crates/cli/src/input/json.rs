//! JSON files: a list of sources, an object that contains one, or an earlier reconciliation. Anything else is rejected with a
//! description, since it would otherwise be reconciled as prose, brackets and all.

use std::path::Path;

use serde_json::{Map, Value};
use testimonia::Reconciliation;

use super::given::{EXAMPLE, Given};
use super::lines::{self, At, Line, without_place};
use crate::trouble::Trouble;

/// The contents of a JSON file.
pub(super) enum Held {
    Sources(Vec<Line>),
    /// One, or one per event.
    Reconciliations(Vec<(Reconciliation, Value)>),
}

/// Reads a JSON file and determines what it contains.
pub(super) fn read(file: &Path, text: &str) -> Result<Held, Trouble> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(_) if is_lines(text) => return lines::read(file, text).map(Held::Sources),
        Err(e) => return Err(Trouble::at_line(file, e.line(), without_place(&e)).remedy(remedy())),
    };
    match value {
        Value::Array(items) if !items.is_empty() && items.iter().all(is_made) => {
            let made = items.into_iter().map(|item| reconciliation(file, item));
            made.collect::<Result<_, _>>().map(Held::Reconciliations)
        }
        Value::Array(items) => sources(file, "", items),
        value if is_made(&value) => reconciliation(file, value).map(|made| Held::Reconciliations(vec![made])),
        Value::Object(fields) => object(file, fields),
        other => Err(refused(file, &format!("only {}", kind(&other)))),
    }
}

/// True for several lines of which the first that is not blank is an object.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().and_then(|line| serde_json::from_str::<Value>(line).ok());
    first.is_some_and(|first| first.is_object()) && lines.next().is_some()
}

/// True for output of some version of this program.
fn is_made(value: &Value) -> bool {
    let schema = value.get("schema").and_then(Value::as_str);
    schema.is_some_and(|schema| schema.starts_with("testimonia/"))
}

fn reconciliation(file: &Path, value: Value) -> Result<(Reconciliation, Value), Trouble> {
    let schema = value.get("schema").and_then(Value::as_str).unwrap_or_default();
    if schema != testimonia::SCHEMA {
        let what = format!("this version does not read the JSON schema {schema:?}");
        return Err(Trouble::at(file, what).remedy(remedy()));
    }
    let read = serde_json::from_value(value.clone())
        .map_err(|e| Trouble::at(file, format!("this reconciliation cannot be read: {e}")))?;
    Ok((read, value))
}

fn object(file: &Path, mut fields: Map<String, Value>) -> Result<Held, Trouble> {
    if fields.get("text").is_some_and(Value::is_string) {
        return sources(file, "", vec![Value::Object(fields)]);
    }
    let is_list = |value: &Value| {
        value
            .as_array()
            .is_some_and(|items| !items.is_empty() && items.iter().all(|i| i.get("text").is_some()))
    };
    let mut lists: Vec<String> = match fields.get("sources") {
        Some(Value::Array(_)) => vec!["sources".to_owned()],
        _ => fields.iter().filter(|(_, value)| is_list(value)).map(|(name, _)| name.clone()).collect(),
    };
    match (lists.pop(), lists.is_empty()) {
        (Some(name), true) => match fields.remove(&name) {
            Some(Value::Array(items)) => sources(file, &format!("{name}, "), items),
            _ => Err(refused(file, "an object")),
        },
        (Some(last), false) => {
            lists.push(last);
            let what = format!("an object with several lists of texts ({})", lists.join(", "));
            Err(refused(file, &what))
        }
        (None, _) if fields.is_empty() => Err(refused(file, "an empty object")),
        (None, _) => {
            let names: Vec<&str> = fields.keys().take(6).map(String::as_str).collect();
            let more = if fields.len() > names.len() { ", .." } else { "" };
            Err(refused(file, &format!("an object with the fields {}{more}", names.join(", "))))
        }
    }
}

fn sources(file: &Path, list: &str, items: Vec<Value>) -> Result<Held, Trouble> {
    if items.is_empty() {
        return Err(refused(file, "an empty list"));
    }
    if let Some(other) = items.iter().find(|item| !item.is_object()) {
        return Err(refused(file, &format!("a list that contains {}", kind(other))));
    }
    let read = items.into_iter().enumerate().map(|(n, item)| {
        let source: Given = serde_json::from_value(item).map_err(|e| {
            Trouble::at(file, format!("{list}source {}: {e}", n + 1))
                .remedy(format!("a source is an object such as {EXAMPLE}"))
        })?;
        Ok(Line { at: At::Item(n + 1), source })
    });
    read.collect::<Result<_, _>>().map(Held::Sources)
}

fn refused(file: &Path, what: &str) -> Trouble {
    Trouble::at(file, format!("this JSON contains neither sources nor a reconciliation, but {what}"))
        .remedy(remedy())
}

fn remedy() -> String {
    format!(
        "give a list of sources such as {EXAMPLE}, an object that contains such a list, or output of --format json"
    )
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "a null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
