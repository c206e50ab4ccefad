//! Showing: the selected records in one of the library's formats, byte for byte as the program writes them.

use serde::Deserialize;
use testimonia::render::{self, Table, Text};
use testimonia::{Config, Facet, Label, Labels, Reconciliation, Source};

/// What to show, and how.
#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    format: Format,
    /// The facets to show; empty for all.
    #[serde(default)]
    facets: Vec<String>,
    /// Ids of the records that the reader dismissed.
    #[serde(default)]
    dismissed: Vec<String>,
    /// Ids of the records that the reader accepted.
    #[serde(default)]
    accepted: Vec<String>,
    /// In JSON, include the texts of the sources.
    #[serde(default)]
    texts: bool,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Format {
    Html,
    Json,
    Jsonl,
    Markdown,
    Human,
    Csv,
    ClaimsCsv,
    DerivationsCsv,
    Tei,
}

/// Renders the result in a format.
pub(crate) fn show(all: &Reconciliation, sources: &[Source], choice: &Choice) -> Result<String, String> {
    let facets: Vec<Facet> = choice
        .facets
        .iter()
        .map(|name| name.parse().map_err(|e: testimonia::Error| e.to_string()))
        .collect::<Result<_, _>>()?;
    let read = |label, ids: &[String]| Labels::read(label, &ids.join("\n")).map_err(|e| e.to_string());
    let mut labels = read(Label::Dismissed, &choice.dismissed)?;
    labels.extend(read(Label::Accepted, &choice.accepted)?);
    let mut all = all.clone().with_labels(&labels);
    for records in [&mut all.records, &mut all.dismissed] {
        records.retain(|record| facets.is_empty() || facets.contains(&record.facet));
    }
    if choice.texts {
        all = all.with_texts(sources);
    }
    Ok(match choice.format {
        Format::Html => render::html(&all, sources),
        Format::Json => serde_json::to_string_pretty(&all).map_err(|e| e.to_string())? + "\n",
        Format::Jsonl => {
            let lines =
                all.records.iter().map(|record| serde_json::to_string(record).map(|line| line + "\n"));
            lines.collect::<Result<_, _>>().map_err(|e| e.to_string())?
        }
        Format::Markdown => render::markdown(&all, sources),
        Format::Human => {
            Text::new(&all, sources).width(100).records_only(!choice.facets.is_empty()).to_string()
        }
        Format::Csv => render::csv(&all),
        Format::ClaimsCsv => Table::Claims.csv(&all),
        Format::DerivationsCsv => Table::Derivations.csv(&all),
        Format::Tei => render::tei(&all),
    })
}

/// Sets the lowest confidence to show, like the program's `--min-confidence`.
pub(crate) fn set_least(config: &mut Config, least: f64) {
    config.resolve = std::mem::take(&mut config.resolve).from_confidence(least.clamp(0.0, 1.0));
}
