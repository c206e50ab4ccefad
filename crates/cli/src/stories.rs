//! `testimonia stories`: a feed into stories, and each story reconciled.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use testimonia::story::{self, Grouping, Story};
use testimonia::{ReconciledStory, Reconciler, Source};

use crate::args::{Stories, StoryFormat};
use crate::trouble::{self, Trouble};
use crate::{configuration, input, output};

/// Reads a feed, groups it, and writes what was asked for.
pub(crate) fn run(args: &Stories) -> Result<(), Trouble> {
    let tell = |what: &str| {
        if !args.quiet {
            trouble::tell(what);
        }
    };
    let feed = input::read_feed(&args.files, args.lossy, &tell)?;
    let (config, lexicon) =
        (configuration::config(&args.knowledge)?, configuration::lexicon(&args.knowledge)?);
    let reconciler = Reconciler::builder().config(config).lexicon(lexicon).build()?;
    let grouping = story::group(&feed, reconciler.lexicon(), &reconciler.config().story)?;
    let many = grouping.stories.iter().filter(|story| story.sources.len() > 1).count();
    tell(&format!("{} articles, {many} stories of two articles or more", feed.len()));
    if grouping.skipped.articles > 0 {
        let skipped = grouping.skipped;
        tell(&format!(
            "{} articles were not looked up by all of their rare terms ({} too frequent; story.frequent in --config)",
            skipped.articles, skipped.terms
        ));
    }
    match (&args.output, args.format) {
        (Some(folder), _) => into_folder(folder, args, &reconciler, &feed, grouping, &tell),
        (None, StoryFormat::Tsv) => output::write(None, |out| groups(&grouping, out)),
        (None, StoryFormat::Jsonl) => {
            let mut out = io::stdout().lock();
            each(
                args,
                &reconciler,
                &feed,
                grouping,
                &tell,
                |_| false,
                |done| {
                    serde_json::to_writer(&mut out, &line(&done)).map_err(io::Error::from)?;
                    Ok(writeln!(out)?)
                },
            )
        }
    }
}

/// The id of each article, a tab, the id of its story.
fn groups(grouping: &Grouping, out: &mut dyn Write) -> io::Result<()> {
    for story in &grouping.stories {
        for source in &story.sources {
            // An id may hold anything, also what a terminal would obey.
            // What a line cannot hold, and what is no character.
            let unseen = |ch: char| {
                ch.is_control() || trouble::turns_a_line(ch) || matches!(ch, '\u{fffe}' | '\u{ffff}')
            };
            let source = source.replace(unseen, " ");
            writeln!(out, "{source}\t{}", story.id)?;
        }
    }
    Ok(())
}

fn line(done: &ReconciledStory) -> serde_json::Value {
    json!({
        "story": done.story.id,
        "sources": done.story.sources,
        "left_out": done.left_out,
        "reconciliation": done.reconciliation,
    })
}

fn into_folder(
    folder: &Path,
    args: &Stories,
    reconciler: &Reconciler,
    feed: &[Source],
    grouping: Grouping,
    tell: &dyn Fn(&str),
) -> Result<(), Trouble> {
    fs::create_dir_all(folder).map_err(|e| Trouble::at(folder, e))?;
    output::write(Some(&folder.join("groups.tsv")), |out| groups(&grouping, out))?;
    let file = |story: &Story| -> PathBuf { folder.join(format!("{}.json", story.id)) };
    let is_done = |story: &Story| args.skip_done && file(story).is_file();
    each(args, reconciler, feed, grouping, tell, is_done, |done| {
        output::write(Some(&file(&done.story)), |out| {
            serde_json::to_writer_pretty(&mut *out, &done.reconciliation).map_err(io::Error::from)?;
            writeln!(out)
        })
    })
}

/// Reconciles story by story, the first by its sources first, and hands each on as soon as it is done.
fn each(
    args: &Stories,
    reconciler: &Reconciler,
    feed: &[Source],
    grouping: Grouping,
    tell: &dyn Fn(&str),
    is_done: impl Fn(&Story) -> bool,
    mut write: impl FnMut(ReconciledStory) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let many: Vec<Story> = grouping.stories.into_iter().filter(|story| story.sources.len() > 1).collect();
    let bar = bar(many.len(), args.quiet);
    let mut skipped = 0;
    for story in many {
        if is_done(&story) {
            skipped += 1;
        } else {
            let done = reconciler.reconcile_story(story, feed)?;
            if !done.left_out.is_empty() {
                let (left_out, all) = (done.left_out.len(), done.story.sources.len());
                tell(&format!(
                    "{}: {left_out} of {all} articles were left out (story.largest in --config)",
                    done.story.id
                ));
            }
            write(done)?;
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if skipped > 0 {
        tell(&format!("{skipped} stories were done before"));
    }
    Ok(())
}

/// A bar, which nobody sees but on a terminal.
fn bar(stories: usize, quiet: bool) -> ProgressBar {
    if quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(stories as u64);
    if let Ok(style) = ProgressStyle::with_template("{spinner} [{bar:24}] {pos} of {len} stories, {elapsed}")
    {
        bar.set_style(style.progress_chars("=> "));
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
