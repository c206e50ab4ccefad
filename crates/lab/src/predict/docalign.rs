//! Task `docalign`: which sentences in two texts say the same.

use serde::Deserialize;
use serde_json::{Value, json};
use testimonia::Lexicon;
use testimonia::align::{Pairs, Passage, Weights};

#[derive(Deserialize)]
struct Row {
    sentences_a: Vec<String>,
    sentences_b: Vec<String>,
}

pub(crate) fn predict(row: &str) -> Result<Value, serde_json::Error> {
    let row: Row = serde_json::from_str(row)?;
    let passage = |source| move |text| Passage { source, text };
    let (a, b) = (row.sentences_a.iter().map(String::as_str), row.sentences_b.iter().map(String::as_str));
    let passages: Vec<Passage<'_>> = a.map(passage(0)).chain(b.map(passage(1))).collect();
    let pairs = Pairs::of_passages(&passages, &Lexicon::english());
    let links: Vec<_> = pairs
        .loose_links(Weights::shipped())
        .iter()
        .map(|l| json!([l.a.sentence, l.b.sentence as usize - row.sentences_a.len(), l.score]))
        .collect();
    Ok(json!({ "links": links }))
}
