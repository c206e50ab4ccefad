//! Reconciles sources on the command line and prints where they agree and where they differ.

mod args;
mod configuration;
mod events;
mod ids;
mod input;
mod judge;
mod labels;
#[cfg(feature = "mcp")]
mod mcp;
mod names;
mod output;
mod progress;
mod show;
mod stories;
mod trouble;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use testimonia::{Reconciler, Reconciliation, Source};

use crate::args::Args;
use crate::input::{Bundle, Input};
use crate::judge::{Complaints, Program};
use crate::progress::Progress;
use crate::trouble::Trouble;

/// Exit statuses: success, a discrepancy (with `--exit-code`), an error.
const DONE: u8 = 0;
const DIFFERENT: u8 = 1;
const IN_TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(code) => code.into(),
        // A closed pipe (`| head`) is not an error.
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
        Some(args::Command::Names(asked)) => {
            return names::run(asked).map(|agree| if asked.exit_code && !agree { DIFFERENT } else { DONE });
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
    let labels = labels::read(args)?;
    let mut made = match input::read(&args.files, args.lossy, &warn)? {
        Input::Sources(bundles) => {
            configuration::idle(&args.knowledge, &bundles)?.iter().for_each(|idle| warn(idle));
            if !args.quiet {
                events::told(&bundles, &lexicon, &config.story)?.iter().for_each(|told| warn(told));
            }
            let mut builder = Reconciler::builder().config(config).lexicon(lexicon);
            let complaints = Complaints::default();
            if let Some(command) = &args.judge {
                builder =
                    builder.judge(Program::new(command.clone(), args.judge_timeout, complaints.clone()));
            }
            let reconciled = reconcile(&builder.build()?, bundles, args.quiet);
            complaints.take().iter().for_each(|complaint| warn(&format!("judge: {complaint}")));
            reconciled?
        }
        Input::Made(made) => {
            if args.knowledge.is_given() {
                warn(
                    "a saved reconciliation is shown as it was made; thresholds and names have no effect on it",
                );
            }
            made
        }
    };

    let previous = args.since.as_deref().map(input::made).transpose()?.unwrap_or_default();
    let decided = labels.all();
    let known = |(all, sources): (Reconciliation, Vec<Source>)| {
        let all = match events::of(&previous, &all) {
            Some(previous) => all.with_ids_of(previous),
            None => all,
        };
        (all.with_labels(&decided), sources)
    };
    made = made.into_iter().map(known).collect();
    labels.idle(&made).iter().for_each(|idle| warn(idle));
    if let Some(file) = &args.since {
        events::changes(file, &previous, &made).iter().for_each(|change| warn(change));
    }
    if let Some(id) = &args.explain {
        show::explain(args, &made, id)?;
        return Ok(DONE);
    }
    let chosen = |(mut all, sources): (Reconciliation, Vec<Source>)| {
        show::select(&mut all, args);
        (if args.texts { all.with_texts(&sources) } else { all }, sources)
    };
    let made: Vec<_> = made.into_iter().map(chosen).collect();
    show::show(args, format, &made)?;
    let different = args.exit_code && made.iter().any(|(all, _)| all.discrepancies().next().is_some());
    Ok(if different { DIFFERENT } else { DONE })
}

/// Reconciles each event.
fn reconcile(
    reconciler: &Reconciler,
    bundles: Vec<Bundle>,
    quiet: bool,
) -> Result<Vec<(Reconciliation, Vec<Source>)>, Trouble> {
    let one = |Bundle { event, sources }: Bundle| {
        let progress = Progress::new(&sources, quiet);
        let reconciliation = reconciler.reconcile_watched(&sources, |stage| progress.begin(stage));
        progress.end();
        let reconciliation = reconciliation?;
        Ok((event.into_iter().fold(reconciliation, Reconciliation::of_event), sources))
    };
    bundles.into_iter().map(one).collect()
}
