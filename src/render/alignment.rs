//! The alignment as a table: one row per claim, one column per source, with what the source says in each cell.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::record::{Claim, Reconciliation};
use crate::render::csv::{json, quoted};
use crate::render::html::of_table;
use crate::render::markdown::safe;
use crate::render::text::count;
use crate::render::visible::escaped;

/// A table of claims by sources: one row per claim, ordered by its position in the first source that makes it, and one column
/// per source. Each cell contains the sentences in which the source makes the claim. Several events share one table with all
/// their sources.
///
/// ```
/// use testimonia::{Reconciler, Source, render::Alignment};
///
/// let sources = [
///     Source::new("a", "The dam at Tillia broke on Monday, killing 12 people."),
///     Source::new("b", "The dam at Tillia broke on Monday, killing 14 people. It rained."),
/// ];
/// let reconciliation = Reconciler::new().reconcile(&sources)?;
/// let table = Alignment::new(&[&reconciliation]).markdown();
/// assert!(table.contains("killing 12 people. | The dam"));
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Alignment<'a> {
    events: Vec<&'a Reconciliation>,
    sources: BTreeSet<&'a str>,
}

/// A row.
struct Row<'a> {
    event: Option<&'a str>,
    claim: &'a str,
    sources: usize,
    independent: f64,
    /// The sentences of each source.
    sentences: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Alignment<'a> {
    /// The table of one reconciliation, or of several events.
    pub fn new(events: &[&'a Reconciliation]) -> Self {
        let sources = events.iter().flat_map(|all| &all.sources).map(|source| source.id.as_str()).collect();
        Self { events: events.to_vec(), sources }
    }

    /// As comma-separated values; see [`Table::csv`](crate::render::Table::csv). Source columns are named by id.
    pub fn csv(&self) -> String {
        let named = self.is_named();
        let event = named.then(|| quoted("event"));
        let heads = ["claim", "sources", "independent"].into_iter().chain(self.sources.iter().copied());
        let mut out = event.into_iter().chain(heads.map(quoted)).join(",") + "\r\n";
        for row in self.rows() {
            let event = named.then(|| quoted(row.event.unwrap_or_default()));
            let support = [quoted(row.claim), row.sources.to_string(), row.independent.to_string()];
            let cells = self.sources.iter().map(|source| match row.sentences.get(source) {
                Some(sentences) => quoted(&joined(sentences)),
                None => String::new(),
            });
            out.push_str(&event.into_iter().chain(support).chain(cells).join(","));
            out.push_str("\r\n");
        }
        out
    }

    /// As JSON Lines: one object per claim, with the sentences of each source that makes it.
    pub fn json_lines(&self) -> String {
        let line = |row: Row<'_>| {
            let event = row.event.map_or_else(String::new, |event| format!("\"event\":{},", json(event)));
            let sentences = row.sentences.iter().map(|(source, said)| {
                format!("{}:[{}]", json(source), said.iter().map(|sentence| json(sentence)).join(","))
            });
            format!(
                "{{{event}\"claim\":{},\"sources\":{},\"independent\":{},\"sentences\":{{{}}}}}\n",
                json(row.claim),
                row.sources,
                row.independent,
                sentences.collect_vec().join(",")
            )
        };
        self.rows().map(line).collect()
    }

    /// As a Markdown table.
    pub fn markdown(&self) -> String {
        let named = self.is_named();
        let heads = self.sources.iter().map(|source| safe(source));
        let heads = named.then(|| "event".to_owned()).into_iter().chain(["claim".to_owned()]).chain(heads);
        let heads = heads.collect_vec();
        let mut out = format!("| {} |\n|{}\n", heads.iter().join(" | "), " --- |".repeat(heads.len()));
        for row in self.rows() {
            let event = named.then(|| safe(row.event.unwrap_or_default()));
            let cells = self.sources.iter().map(|source| {
                row.sentences.get(source).map_or_else(String::new, |sentences| safe(&joined(sentences)))
            });
            let cells = event.into_iter().chain([row.claim.to_owned()]).chain(cells);
            out.push_str(&format!("| {} |\n", cells.collect_vec().join(" | ")));
        }
        out
    }

    /// As a page for a browser, as self-contained as that of [`html`](crate::render::html()).
    pub fn html(&self) -> String {
        let named = self.is_named();
        let claims = self.events.iter().map(|all| all.claims.len()).sum();
        let title = format!("{} of {}", count(claims, "claim"), count(self.sources.len(), "source"));
        let mut out = String::from("<div class=\"wide\"><table class=\"grid\"><thead><tr>");
        if named {
            out.push_str("<th scope=\"col\">event</th>");
        }
        out.push_str("<th scope=\"col\">sources</th>");
        for source in &self.sources {
            out.push_str(&format!("<th scope=\"col\"><bdi>{}</bdi></th>", escaped(source)));
        }
        out.push_str("</tr></thead><tbody>\n");
        for row in self.rows() {
            out.push_str("<tr>");
            if named {
                out.push_str(&format!("<td><bdi>{}</bdi></td>", escaped(row.event.unwrap_or_default())));
            }
            out.push_str(&format!("<th scope=\"row\">{}</th>", row.sources));
            for source in &self.sources {
                let said = row.sentences.get(source).map_or_else(String::new, |said| escaped(&joined(said)));
                out.push_str(&format!("<td><bdi>{said}</bdi></td>"));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody></table></div>\n");
        of_table(&title, &out)
    }

    fn is_named(&self) -> bool {
        self.events.iter().any(|all| all.event.is_some())
    }

    fn rows(&self) -> impl Iterator<Item = Row<'a>> + '_ {
        self.events.iter().flat_map(|&all| {
            let claims = all.claims.iter().sorted_by_key(|claim| position(all, claim));
            claims.map(move |claim| {
                let mut sentences: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
                for sentence in &claim.sentences {
                    sentences.entry(&sentence.source).or_default().push(&sentence.text);
                }
                Row {
                    event: all.event.as_deref(),
                    claim: claim.id.as_str(),
                    sources: claim.support.sources,
                    independent: claim.support.independent,
                    sentences,
                }
            })
        })
    }
}

/// The position of a claim in the first source that makes it.
fn position(all: &Reconciliation, claim: &Claim) -> Option<(usize, usize)> {
    let at = |id: &str| all.sources.iter().position(|source| source.id == id);
    claim.sentences.iter().filter_map(|s| Some((at(&s.source)?, s.span.start))).min()
}

/// The sentences of one source in one cell.
fn joined(sentences: &[&str]) -> String {
    sentences.iter().map(|sentence| sentence.split_whitespace().join(" ")).join(" / ")
}
