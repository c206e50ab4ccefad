//! Task `dates`: time expressions, read on a given day.

use serde::Deserialize;
use serde_json::{Value, json};
use testimonia::mention::date::Timing;
use testimonia::{Lexicon, Published, Source, mention, text};

#[derive(Deserialize)]
struct Row {
    text: String,
    reference_date: Option<String>,
}

pub(crate) fn predict(row: &str) -> Result<Value, serde_json::Error> {
    let row: Row = serde_json::from_str(row)?;
    let mut source = Source::new("row", row.text);
    if let Some(day) = row.reference_date {
        let published: Published = day.parse().map_err(serde::de::Error::custom)?;
        source = source.published(published);
    }
    let lexicon = Lexicon::english();
    let document = text::parse(&source, &lexicon);
    let found = mention::extract(&[document], &lexicon).remove(0).dates;
    let mentions: Vec<Value> = found
        .iter()
        .map(|d| {
            let at = |minute: u16| format!("T{:02}:{:02}:00", minute / 60, minute % 60);
            let moment = |day: Option<testimonia::date::Day>, minute: Option<u16>| {
                day.map(|day| format!("{day}{}", minute.map(at).unwrap_or_default()))
            };
            // "By 9 a.m." is open at one end.
            let timing = d.clock.map(|clock| clock.timing);
            let earliest = d.earliest.filter(|_| timing != Some(Timing::Before));
            let latest = d.latest.filter(|_| timing != Some(Timing::After));
            json!({
                "start": d.span.start,
                "end": d.span.end,
                "earliest": moment(earliest, d.minutes.map(|m| m.0)),
                "latest": moment(latest, d.minutes.map(|m| m.1)),
            })
        })
        .collect();
    Ok(json!({ "mentions": mentions }))
}
