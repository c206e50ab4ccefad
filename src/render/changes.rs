//! Changes, for people.

use std::fmt::Write as _;

use itertools::Itertools;

use crate::change::{Cause, Changes};
use crate::record::Record;
use crate::render::visible::visible;

/// What changed since an earlier reconciliation, as plain text: a line of numbers, the causes, and each record.
pub fn changes(changes: &Changes) -> String {
    let Changes { because, added, removed, changed, merged, unchanged } = changes;
    let mut out = format!(
        "{} added, {} removed, {} changed, {} merged, {} unchanged.\n",
        added.len(),
        removed.len(),
        changed.len(),
        merged.len(),
        unchanged.len()
    );
    if !because.is_empty() {
        line(&mut out, format_args!("Because {}.", reasons(because)));
    }
    section(&mut out, "ADDED", added.iter().map(told));
    section(&mut out, "REMOVED", removed.iter().map(told));
    let differing = changed.iter().map(|change| {
        let (before, after, why) = (&change.before, &change.after, reasons(&change.because));
        format!("{}\n    before: {before}\n    now: {after}\n    because {why}", change.id)
    });
    section(&mut out, "CHANGED", differing);
    section(
        &mut out,
        "MERGED",
        merged.iter().map(|merged| format!("{} is a part of {}", merged.id, merged.into)),
    );
    out
}

fn reasons(causes: &[Cause]) -> String {
    causes.iter().join("; ")
}

fn told(record: &Record) -> String {
    format!("{}  {record}", record.id)
}

fn section(out: &mut String, title: &str, rows: impl Iterator<Item = String>) {
    for (n, row) in rows.enumerate() {
        if n == 0 {
            line(out, format_args!("\n{title}\n"));
        }
        line(out, format_args!("{row}"));
    }
}

fn line(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}", visible(&words.to_string()));
}
