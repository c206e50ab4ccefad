//! Showing: which records, in which format, and what one of them rests on.

use std::io::{self, IsTerminal, Write};

use testimonia::render::{self, Explanation, Table, Text};
use testimonia::{Reconciliation, Source, Verdict};

use crate::args::{self, Args, Format, Only, TableOf};
use crate::ids;
use crate::input;
use crate::output;
use crate::trouble::Trouble;

/// Sources of a page that still opens in a few seconds.
const PAGE: usize = 400;

/// Keeps the records that were asked for.
pub(crate) fn select(reconciliation: &mut Reconciliation, args: &Args) {
    let least = args.min_confidence.unwrap_or(0.0);
    reconciliation.records.retain(|record| {
        record.confidence.value() >= least
            && (args.facet.is_empty() || args.facet.contains(&record.facet))
            && match args.only {
                None => true,
                Some(Only::Discrepancies) => record.verdict == Verdict::Discrepancy,
                Some(Only::Agreements) => record.verdict == Verdict::Agreement,
            }
    });
}

/// Writes the records in a format.
pub(crate) fn show(
    args: &Args,
    format: Format,
    reconciliation: &Reconciliation,
    sources: &[Source],
) -> Result<(), Trouble> {
    let to = args.output.as_deref();
    if let Some(of) = args.table {
        let table = match of {
            TableOf::Records => Table::Records,
            TableOf::Claims => Table::Claims,
            TableOf::Derivations => Table::Derivations,
        };
        return match format {
            Format::Csv => output::text(to, &table.csv(reconciliation)),
            Format::Jsonl => output::text(to, &table.json_lines(reconciliation)),
            _ => Err(Trouble::new("--table goes with the formats csv and jsonl")
                .remedy("leave out --format, or say one of these")),
        };
    }
    match format {
        Format::Human => {
            let (color, width) = terminal(args);
            let chosen = args.only.is_some() || !args.facet.is_empty();
            let text = Text::new(reconciliation, sources).width(width).color(color).records_only(chosen);
            output::write(to, |out| write!(out, "{text}"))
        }
        Format::Json => output::write(to, |out| {
            serde_json::to_writer_pretty(&mut *out, reconciliation).map_err(io::Error::from)?;
            writeln!(out)
        }),
        Format::Jsonl => output::write(to, |out| {
            reconciliation.records.iter().try_for_each(|record| {
                serde_json::to_writer(&mut *out, record).map_err(io::Error::from)?;
                writeln!(out)
            })
        }),
        Format::Html => {
            if sources.len() > PAGE && !args.quiet {
                let _ = writeln!(
                    anstream::stderr(),
                    "testimonia: a page of {} sources is more than most browsers open; csv and jsonl have no such limit",
                    sources.len()
                );
            }
            output::text(to, &render::html(reconciliation, sources))
        }
        Format::Markdown => output::text(to, &render::markdown(reconciliation, sources)),
        Format::Csv => output::text(to, &render::csv(reconciliation)),
        Format::Tei => output::text(to, &render::tei(reconciliation)),
    }
}

/// Says what changed from one reconciliation to another; true where anything did.
pub(crate) fn diff(args: &args::Diff) -> Result<bool, Trouble> {
    let (old, new) = (input::made(&args.old)?, input::made(&args.new)?);
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
    all: &Reconciliation,
    sources: &[Source],
    begin: &str,
) -> Result<(), Trouble> {
    let id = ids::whole(all, begin)?;
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
