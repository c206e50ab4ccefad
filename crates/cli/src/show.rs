//! Showing: selects records, writes them in a format, and explains single records.

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

/// The most sources for which a page opens within a few seconds.
const PAGE: usize = 400;
/// How many valid ids are listed when those given do not exist.
const LISTED: usize = 12;

/// Keeps the selected records.
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

/// Writes the records in the given format.
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
            _ => Err(Trouble::new("--table works with the formats csv and jsonl only")
                .remedy("omit --format or choose one of these")),
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
                    "testimonia: most browsers cannot open a page of {sources} sources; csv and jsonl have no such limit"
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
        _ => Err(Trouble::new("--table alignment works with the formats csv, jsonl, markdown and html only")
            .remedy("omit --format or choose one of these")),
    }
}

/// Writes two texts of each event side by side: the two named, or the first two.
fn side_by_side(
    args: &Args,
    format: Format,
    made: &[(Reconciliation, Vec<Source>)],
    pair: Option<&str>,
) -> Result<(), Trouble> {
    if format != Format::Human {
        return Err(Trouble::new("--side-by-side works with the human format only")
            .remedy("omit --format; the page written by --format html shows texts side by side, too"));
    }
    let (color, width) = terminal(args);
    if width < SideBySide::NARROWEST {
        let least = SideBySide::NARROWEST;
        return Err(Trouble::new(format!("{width} columns are too narrow for two texts side by side"))
            .remedy(format!("widen the terminal or set --width to {least} or more")));
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
            .remedy(format!("give two ids separated by a comma; the ids are {}", ids.join(", "))));
    }
    output::text(args.output.as_deref(), &shown.join("\n\n"))
}

/// Splits a pair of ids at a comma; the ids may contain commas themselves.
fn named<'a>(all: &'a Reconciliation, pair: &str) -> Option<[&'a str; 2]> {
    let id = |id: &str| {
        let found = all.sources.iter().find(|source| source.id == id.trim());
        found.map(|source| source.id.as_str())
    };
    pair.match_indices(',').find_map(|(at, comma)| Some([id(&pair[..at])?, id(&pair[at + comma.len()..])?]))
}

/// A record, with its event if there are several.
#[derive(Serialize)]
struct OfEvent<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(flatten)]
    record: &'a Record,
}

/// Prints what changed between two reconciliations. Returns true if anything did.
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

/// Explains the record, claim or entity with the given id or unique prefix.
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

/// Whether to use colour, and the width: the terminal's, or 100 for a file or a pipe.
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
