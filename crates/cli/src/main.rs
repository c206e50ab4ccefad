//! Reconciles sources from the command line: reads them, prints what they agree on and where they differ.

mod args;
mod configuration;
mod input;
mod judge;
mod output;
mod progress;
mod trouble;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use testimonia::render::{self, Explanation, Text};
use testimonia::{Reconciler, Reconciliation, Source, Verdict};

use crate::args::{Args, Format, Only};
use crate::judge::{Complaints, Program};
use crate::progress::Progress;
use crate::trouble::Trouble;

/// What the program ends with: nothing wrong, a discrepancy where it was asked to say so, trouble.
const DONE: u8 = 0;
const DIFFERENT: u8 = 1;
const IN_TROUBLE: u8 = 2;

/// Sources of a page that still opens in a few seconds.
const PAGE: usize = 400;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(code) => code.into(),
        // A reader that has seen enough (`| head`) is no trouble.
        Err(trouble) if trouble.is_closed_pipe() => DONE.into(),
        Err(trouble) => {
            // Nobody is left to tell where standard error is closed.
            let _ = writeln!(anstream::stderr(), "testimonia: {trouble}");
            IN_TROUBLE.into()
        }
    }
}

fn run(args: &Args) -> Result<u8, Trouble> {
    if let Some(shell) = args.completions {
        return output::write(None, |out| {
            clap_complete::generate(shell, &mut Args::command(), "testimonia", out);
            Ok(())
        })
        .map(|()| DONE);
    }
    if args.man {
        return output::write(None, |out| clap_mangen::Man::new(Args::command()).render(out)).map(|()| DONE);
    }
    let config = configuration::config(args)?;
    if args.print_config {
        let text = configuration::written(&config)?;
        return output::write(args.output.as_deref(), |out| out.write_all(text.as_bytes())).map(|()| DONE);
    }

    let lexicon = configuration::lexicon(args)?;
    let sources = input::read(&args.files, args.lossy, &|warning| {
        if !args.quiet {
            let _ = writeln!(anstream::stderr(), "testimonia: {warning}");
        }
    })?;
    let mut builder = Reconciler::builder().config(config).lexicon(lexicon);
    let complaints = Complaints::default();
    if let Some(command) = &args.judge {
        builder = builder.judge(Program::new(command.clone(), args.judge_timeout, complaints.clone()));
    }
    let reconciler = builder.build()?;
    let progress = Progress::new(&sources, args.quiet);
    let reconciliation = reconciler.reconcile_watched(&sources, |stage| progress.begin(stage));
    progress.end();
    for complaint in complaints.take().into_iter().filter(|_| !args.quiet) {
        let _ = writeln!(anstream::stderr(), "testimonia: judge: {complaint}");
    }
    let mut reconciliation = reconciliation?;

    if let Some(id) = &args.explain {
        explain(args, &reconciliation, &sources, id)?;
        return Ok(DONE);
    }
    select(&mut reconciliation, args);
    show(args, &reconciliation, &sources)?;
    let different = args.exit_code && reconciliation.discrepancies().next().is_some();
    Ok(if different { DIFFERENT } else { DONE })
}

/// Keeps the records that were asked for.
fn select(reconciliation: &mut Reconciliation, args: &Args) {
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

fn show(args: &Args, reconciliation: &Reconciliation, sources: &[Source]) -> Result<(), Trouble> {
    let to = args.output.as_deref();
    match args.format() {
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

fn explain(args: &Args, all: &Reconciliation, sources: &[Source], id: &str) -> Result<(), Trouble> {
    let explanation = Explanation::new(all, sources, id).ok_or_else(|| {
        Trouble::new(format!("no record, claim or entity has the id {id:?}")).remedy(
            "the id of each record and claim stands at the right of its first line; ids change with the texts they are made of",
        )
    })?;
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
