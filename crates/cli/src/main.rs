//! Reconciles sources from the command line: reads them, prints what they agree on and where they differ.

mod args;
mod configuration;
mod ids;
mod input;
mod judge;
#[cfg(feature = "mcp")]
mod mcp;
mod output;
mod progress;
mod show;
mod stories;
mod trouble;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use testimonia::render;
use testimonia::{Reconciler, Reconciliation, Source};

use crate::args::Args;
use crate::input::Input;
use crate::judge::{Complaints, Program};
use crate::progress::Progress;
use crate::trouble::Trouble;

/// What the program ends with: nothing wrong, a discrepancy where it was asked to say so, trouble.
const DONE: u8 = 0;
const DIFFERENT: u8 = 1;
const IN_TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(code) => code.into(),
        // A reader that has seen enough (`| head`) is no trouble.
        Err(trouble) if trouble.is_closed_pipe() => DONE.into(),
        Err(trouble) => {
            trouble::tell(trouble);
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
    match &args.command {
        None => {}
        Some(args::Command::Diff(diff)) => {
            return show::diff(diff)
                .map(|different| if different && diff.exit_code { DIFFERENT } else { DONE });
        }
        Some(args::Command::Stories(asked)) => return stories::run(asked).map(|()| DONE),
        #[cfg(feature = "mcp")]
        Some(args::Command::Mcp(knowledge)) => {
            return mcp::serve(configuration::config(knowledge)?, configuration::lexicon(knowledge)?)
                .map(|()| DONE);
        }
    }
    let mut config = configuration::config(&args.knowledge)?;
    configuration::set_least(&mut config, args.min_confidence);
    if args.print_config {
        let text = configuration::written(&config)?;
        return output::write(args.output.as_deref(), |out| out.write_all(text.as_bytes())).map(|()| DONE);
    }

    let format = args.format()?;
    let warn = |warning: &str| {
        if !args.quiet {
            trouble::tell(warning);
        }
    };
    let lexicon = configuration::lexicon(&args.knowledge)?;
    let (mut reconciliation, sources) = match input::read(&args.files, args.lossy, &warn)? {
        Input::Sources(sources) => {
            configuration::idle(&args.knowledge, &sources)?.iter().for_each(|idle| warn(idle));
            let mut builder = Reconciler::builder().config(config).lexicon(lexicon);
            let complaints = Complaints::default();
            if let Some(command) = &args.judge {
                builder =
                    builder.judge(Program::new(command.clone(), args.judge_timeout, complaints.clone()));
            }
            let reconciled = reconcile(&builder.build()?, &sources, args.quiet);
            complaints.take().iter().for_each(|complaint| warn(&format!("judge: {complaint}")));
            (reconciled?, sources)
        }
        Input::Made(reconciliation, sources) => {
            if args.knowledge.is_given() {
                warn("a reconciliation is shown as it was made: thresholds and names change nothing in it");
            }
            (*reconciliation, sources)
        }
    };

    if let Some(file) = &args.since {
        let previous = input::made(file)?;
        reconciliation = reconciliation.with_ids_of(&previous);
        let changes = render::changes(&reconciliation.changes_since(&previous));
        warn(&format!("since {}: {}", file.display(), changes.lines().take(2).collect::<Vec<_>>().join(" ")));
    }
    if let Some(id) = &args.explain {
        show::explain(args, &reconciliation, &sources, id)?;
        return Ok(DONE);
    }
    show::select(&mut reconciliation, args);
    if args.texts {
        reconciliation = reconciliation.with_texts(&sources);
    }
    show::show(args, format, &reconciliation, &sources)?;
    let different = args.exit_code && reconciliation.discrepancies().next().is_some();
    Ok(if different { DIFFERENT } else { DONE })
}

fn reconcile(reconciler: &Reconciler, sources: &[Source], quiet: bool) -> Result<Reconciliation, Trouble> {
    let progress = Progress::new(sources, quiet);
    let reconciliation = reconciler.reconcile_watched(sources, |stage| progress.begin(stage));
    progress.end();
    Ok(reconciliation?)
}
