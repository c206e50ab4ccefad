//! Task `quotes`: quoted words with speaker and cue; `attributions`: also reported speech without quotation marks.

use serde::Deserialize;
use serde_json::{Value, json};
use testimonia::mention::{self, Quote};
use testimonia::{Lexicon, Source, Span, text};

#[derive(Deserialize)]
struct Row {
    text: String,
}

/// Shorter quotations without a speaker are titles and scare quotes, which the labels leave out.
const SHORTEST: usize = 4;

pub(crate) fn predict(row: &str) -> Result<Value, serde_json::Error> {
    rows(row, false)
}

pub(crate) fn predict_attributions(row: &str) -> Result<Value, serde_json::Error> {
    rows(row, true)
}

fn rows(row: &str, indirect: bool) -> Result<Value, serde_json::Error> {
    let row: Row = serde_json::from_str(row)?;
    let source = Source::new("row", row.text);
    let lexicon = Lexicon::english();
    let document = text::parse(&source, &lexicon);
    let mentions = mention::extract(std::slice::from_ref(&document), &lexicon);
    let Some(mentions) = mentions.first() else { return Ok(json!({ "attributions": [] })) };
    let spoken = |quote: &&Quote| {
        !quote.nested && (quote.speaker.is_some() || quote.cue.is_some() || quote.tokens.len() >= SHORTEST)
    };
    let mut attributions: Vec<Value> =
        mentions.quotes.iter().filter(spoken).map(|q| attribution(q.span, q.speaker, q.cue)).collect();
    if indirect {
        attributions
            .extend(mentions.attributions.iter().map(|a| attribution(a.content, a.source, Some(a.cue))));
    }
    Ok(json!({ "attributions": attributions }))
}

fn attribution(content: Span, source: Option<Span>, cue: Option<Span>) -> Value {
    let pair = |span: Span| [span.start, span.end];
    json!({ "content": pair(content), "source": source.map(pair), "cue": cue.map(pair) })
}
