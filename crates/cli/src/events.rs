//! Events: several in one call, told apart by name; and a warning if they seem to be mixed.

use std::path::Path;

use testimonia::story::{self, Story, StoryConfig};
use testimonia::{Lexicon, Reconciliation, Source, render};

use crate::input::Bundle;
use crate::trouble::Trouble;

/// How many sources and events a message names.
const LISTED: usize = 3;

/// Warnings about sources that seem to report several events but do not name them: at least two stories with two sources
/// each.
pub(crate) fn told(
    bundles: &[Bundle],
    lexicon: &Lexicon,
    config: &StoryConfig,
) -> Result<Vec<String>, Trouble> {
    let [Bundle { event: None, sources }] = bundles else { return Ok(Vec::new()) };
    if sources.len() < 4 {
        return Ok(Vec::new());
    }
    // Invalid sources are reported when they are reconciled.
    let Ok(grouping) = story::group(sources, lexicon, config) else { return Ok(Vec::new()) };
    let many: Vec<&Story> = grouping.stories.iter().filter(|story| story.sources.len() > 1).collect();
    if many.len() < 2 {
        return Ok(Vec::new());
    }
    let groups: Vec<String> = many.iter().take(LISTED).map(|story| names(&story.sources)).collect();
    let more = if many.len() > groups.len() { "; .." } else { "" };
    Ok(vec![
        format!("these sources seem to report {} events: {}{more}", many.len(), groups.join("; ")),
        "  use `testimonia stories` to group a feed by event, or give each JSON line an \"event\"".to_owned(),
    ])
}

fn names(sources: &[String]) -> String {
    let named: Vec<&str> = sources.iter().take(LISTED).map(String::as_str).collect();
    let more = if sources.len() > named.len() { ", .." } else { "" };
    format!("{}{more}", named.join(", "))
}

/// The earlier reconciliation of the same event, if any.
pub(crate) fn of<'a>(previous: &'a [Reconciliation], now: &Reconciliation) -> Option<&'a Reconciliation> {
    previous.iter().find(|previous| previous.event == now.event)
}

/// What changed in each event since the file was written.
pub(crate) fn changes(
    file: &Path,
    previous: &[Reconciliation],
    made: &[(Reconciliation, Vec<Source>)],
) -> Vec<String> {
    let told = |(all, _): &(Reconciliation, Vec<Source>)| {
        let event = all.event.as_ref().map_or_else(String::new, |event| format!(", {event}"));
        let changes = match of(previous, all) {
            Some(previous) => {
                let changes = render::changes(&all.changes_since(previous));
                changes.lines().take(2).collect::<Vec<_>>().join(" ")
            }
            None => "it did not contain this event".to_owned(),
        };
        format!("since {}{event}: {changes}", file.display())
    };
    made.iter().map(told).collect()
}
