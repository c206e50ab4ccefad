//! An earlier reconciliation as input: its sources, rebuilt from what it quotes of them.

use std::collections::BTreeMap;

use serde_json::Value;
use testimonia::{Reconciliation, Source};

/// The maximum size of a rebuilt source in bytes. A wrong position could otherwise request any amount of memory.
const LARGEST: usize = 1 << 28;

/// The sources of a reconciliation, with their whole texts if it contains them, else with the passages it quotes at their
/// positions and spaces between.
pub(super) fn sources(reconciliation: &Reconciliation, json: &Value) -> Result<Vec<Source>, String> {
    let mut texts: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for outline in &reconciliation.sources {
        let text = outline.text.as_deref().unwrap_or_default();
        texts.insert(&outline.id, text.as_bytes().to_vec());
    }
    let mut quoted = Vec::new();
    if !collect(json, &mut quoted) {
        return Err("a passage in it ends before it begins".to_owned());
    }
    for &(id, start, words) in &quoted {
        let text =
            texts.get_mut(id).ok_or_else(|| format!("it quotes {id:?}, which is not one of its sources"))?;
        let end = start.checked_add(words.len()).filter(|&end| end <= LARGEST);
        let end = end.ok_or_else(|| format!("a position in {id:?} lies beyond any text"))?;
        if text.len() < end {
            text.resize(end, b' ');
        }
        text[start..end].copy_from_slice(words.as_bytes());
    }
    let clash = |id: &str| format!("its quotations from {id:?} contradict each other");
    for (id, start, words) in quoted {
        let stands = texts.get(id).and_then(|text| text.get(start..start + words.len()));
        if stands != Some(words.as_bytes()) {
            return Err(clash(id));
        }
    }
    let made = reconciliation.sources.iter().map(|outline| {
        let bytes = texts.remove(outline.id.as_str()).unwrap_or_default();
        let text = String::from_utf8(bytes).map_err(|_| clash(&outline.id))?;
        let source = Source::new(&outline.id, text);
        let source = outline.publisher.iter().fold(source, |source, name| source.publisher(name));
        Ok(outline.published.iter().fold(source, |source, when| source.published(*when)))
    });
    made.collect()
}

/// Collects every quoted passage. Returns false if one ends before it begins.
fn collect<'a>(json: &'a Value, quoted: &mut Vec<(&'a str, usize, &'a str)>) -> bool {
    match json {
        Value::Array(items) => items.iter().all(|item| collect(item, quoted)),
        Value::Object(fields) => {
            let word = |name: &str| fields.get(name).and_then(Value::as_str);
            let number = |name: &str| fields.get(name).and_then(Value::as_u64);
            if let (Some(start), Some(end)) = (number("start"), number("end")) {
                if start > end {
                    return false;
                }
                if let (Some(source), Some(words)) = (word("source"), word("text")) {
                    quoted.push((source, usize::try_from(start).unwrap_or(usize::MAX), words));
                }
            }
            fields.values().all(|value| collect(value, quoted))
        }
        _ => true,
    }
}
