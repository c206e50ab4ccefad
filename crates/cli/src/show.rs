//! Showing: which records, in which format, and what one of them rests on.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use serde::Serialize;
use testimonia::render::{self, Alignment, Explanation, SideBySide, Table, Text};
use testimonia::{Reconciliation, Record, Source, Verdict};

use crate::args::{self, Args, Format, Only, TableOf};
use crate::ids;
use crate::input;
use crate::output;
use crate::trouble::Trouble;

/// Sources of a page that still opens in a few seconds.
const PAGE: usize = 400;
/// Ids that are named where those given are none.
const LISTED: usize = 12;

/// Keeps the records that were asked for.
pub(crate) fn select(reconciliation: &mut Reconciliation, args: &Args) {
    let least = args.min_confidence.unwrap_or(0.0);
    let is_chosen = |record: &Record| {
        record.confidence.value() >= least
            && (args.facet.is_empty() || args.facet.contains(&record.facet))
            && match args.only {
                None => true,
                Some(Only::Discrepancies) => record.verdict == Verdict::Discrepancy,
                Some(Only::Agreements) => record.verdict == Verdict::Agreement,
            }
    };
    reconciliation.records.retain(is_chosen);
    reconciliation.dismissed.retain(is_chosen);
}

/// Writes the records in a format.
pub(crate) fn show(
    args: &Args,
    format: Format,
    made: &[(Reconciliation, Vec<Source>)],
) -> Result<(), Trouble> {
    let to = args.output.as_deref();
    let all: Vec<&Reconciliation> = made.iter().map(|(all, _)| all).collect();
    let named = all.iter().any(|all| all.event.is_some());
    if let Some(of) = args.table {
        let table = match of {
            TableOf::Alignment => return alignment(to, format, &Alignment::new(&all)),
            TableOf::Records => Table::Records,
            TableOf::Claims => Table::Claims,
            TableOf::Derivations => Table::Derivations,
        };
        return match format {
            Format::Csv => output::text(to, &table.csv_by_event(&all)),
            Format::Jsonl => output::text(to, &table.json_lines_by_event(&all)),
            _ => Err(Trouble::new("--table goes with the formats csv and jsonl")
                .remedy("leave out --format, or say one of these")),
        };
    }
    if let Some(pair) = &args.side_by_side {
        return side_by_side(args, format, made, pair.as_deref());
    }
    match format {
        Format::Human => {
            let (color, width) = terminal(args);
            let chosen = args.only.is_some() || !args.facet.is_empty();
            output::write(to, |out| {
                made.iter().enumerate().try_for_each(|(n, (all, sources))| {
                    let text = Text::new(all, sources).width(width).color(color).records_only(chosen);
                    let parted = if n > 0 { "\n\n" } else { "" };
                    write!(out, "{parted}{text}")
                })
            })
        }
        Format::Json => output::write(to, |out| {
            match all[..] {
                [one] if !named => serde_json::to_writer_pretty(&mut *out, one),
                _ => serde_json::to_writer_pretty(&mut *out, &all),
            }
            .map_err(io::Error::from)?;
            writeln!(out)
        }),
        Format::Jsonl => output::write(to, |out| {
            let records = all.iter().flat_map(|all| all.records.iter().map(|record| (&all.event, record)));
            records.into_iter().try_for_each(|(event, record)| {
                let line = OfEvent { event: event.as_deref(), record };
                serde_json::to_writer(&mut *out, &line).map_err(io::Error::from)?;
                writeln!(out)
            })
        }),
        Format::Html => {
            let sources: usize = made.iter().map(|(_, sources)| sources.len()).sum();
            if sources > PAGE && !args.quiet {
                let _ = writeln!(
                    anstream::stderr(),
                    "testimonia: a page of {sources} sources is more than most browsers open; csv and jsonl have no such limit"
                );
            }
            output::text(to, &render::html_by_event(made))
        }
        Format::Markdown => {
            let pages: Vec<String> =
                made.iter().map(|(all, sources)| render::markdown(all, sources)).collect();
            output::text(to, &pages.join("\n"))
        }
        Format::Csv => output::text(to, &Table::Records.csv_by_event(&all)),
        Format::Tei => output::text(to, &render::tei_by_event(&all)),
    }
}

fn alignment(to: Option<&Path>, format: Format, table: &Alignment<'_>) -> Result<(), Trouble> {
    match format {
        Format::Csv => output::text(to, &table.csv()),
        Format::Jsonl => output::text(to, &table.json_lines()),
        Format::Markdown => output::text(to, &table.markdown()),
        Format::Html => output::text(to, &table.html()),
        _ => Err(Trouble::new("--table alignment goes with the formats csv, jsonl, markdown and html")
            .remedy("leave out --format, or say one of these")),
    }
}

/// Writes two texts of each event beside each other: those of the ids given, or the first two.
fn side_by_side(
    args: &Args,
    format: Format,
    made: &[(Reconciliation, Vec<Source>)],
    pair: Option<&str>,
) -> Result<(), Trouble> {
    if format != Format::Human {
        return Err(Trouble::new("--side-by-side goes with the form for people alone").remedy(
            "leave out --format; the page that --format html writes has texts side by side as well",
        ));
    }
    let (color, width) = terminal(args);
    if width < SideBySide::NARROWEST {
        let least = SideBySide::NARROWEST;
        return Err(Trouble::new(format!("{width} columns are too few for two texts side by side"))
            .remedy(format!("widen the terminal, or say --width {least} or more")));
    }
    let mut shown = Vec::new();
    for (all, sources) in made {
        let named = match pair {
            None => match &all.sources[..] {
                [a, b, ..] => Some([a.id.as_str(), b.id.as_str()]),
                _ => None,
            },
            Some(pair) => named(all, pair),
        };
        let text = named.and_then(|pair| SideBySide::new(all, sources, pair));
        shown.extend(text.map(|text| text.width(width).color(color).to_string()));
    }
    if shown.is_empty() {
        let ids = made.iter().flat_map(|(all, _)| &all.sources).map(|source| source.id.as_str());
        let ids: Vec<&str> = ids.take(LISTED).collect();
        return Err(Trouble::new(format!("{:?} are not the ids of two sources", pair.unwrap_or_default()))
            .remedy(format!("give two with a comma between them; there are {}", ids.join(", "))));
    }
    output::text(args.output.as_deref(), &shown.join("\n\n"))
}

/// Two ids with a comma between them, each of which may hold commas of its own.
fn named<'a>(all: &'a Reconciliation, pair: &str) -> Option<[&'a str; 2]> {
    let id = |id: &str| {
        let found = all.sources.iter().find(|source| source.id == id.trim());
        found.map(|source| source.id.as_str())
    };
    pair.match_indices(',').find_map(|(at, comma)| Some([id(&pair[..at])?, id(&pair[at + comma.len()..])?]))
}

/// A record, with the event it belongs to where there are several.
#[derive(Serialize)]
struct OfEvent<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(flatten)]
    record: &'a Record,
}

/// Says what changed from one reconciliation to another; true where anything did.
pub(crate) fn diff(args: &args::Diff) -> Result<bool, Trouble> {
    let (old, new) = (input::made_of_one(&args.old)?, input::made_of_one(&args.new)?);
    let changes = new.changes_since(&old);
    if args.json {
        output::write(None, |out| {
            serde_json::to_writer_pretty(&mut *out, &changes).map_err(io::Error::from)?;
            writeln!(out)
        })?;
    } else {
        output::text(None, &render::changes(&changes))?;
    }
    Ok(!changes.is_empty())
}

/// Shows what the record, claim or entity of an id, or of the only id that begins so, rests on.
pub(crate) fn explain(
    args: &Args,
    made: &[(Reconciliation, Vec<Source>)],
    begin: &str,
) -> Result<(), Trouble> {
    let (n, id) = ids::whole(made.iter().map(|(all, _)| all), begin)?;
    let (all, sources) = made.get(n).ok_or_else(|| ids::unknown(begin))?;
    let explanation = Explanation::new(all, sources, id).ok_or_else(|| ids::unknown(begin))?;
    let (color, width) = terminal(args);
    let text = explanation.width(width).color(color);
    output::write(args.output.as_deref(), |out| write!(out, "{text}"))
}

/// Whether to colour, and the columns there are: those of the terminal, or 100 for a file or a pipe.
fn terminal(args: &Args) -> (bool, usize) {
    let stdout = io::stdout();
    let shown = args.output.is_none() && stdout.is_terminal();
    let color = match args.color {
        args::When::Always => true,
        args::When::Never => false,
        args::When::Auto => shown && anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
    };
    let columns = || terminal_size::terminal_size().filter(|_| shown).map(|(columns, _)| columns.0.into());
    (color, args.width.or_else(columns).unwrap_or(100))
}
