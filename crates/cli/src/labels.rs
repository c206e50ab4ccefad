//! Labels: a reader's decisions on records, read from files.

use std::path::{Path, PathBuf};

use testimonia::{Label, LabelRow, Labels, Reconciliation, Source};

use crate::args::Args;
use crate::configuration;
use crate::trouble::Trouble;

/// How many rows without a match are reported one by one.
const LISTED: usize = 5;

/// The labels of all files, by file.
pub(crate) struct Files(Vec<(PathBuf, Labels)>);

/// Reads the label files.
pub(crate) fn read(args: &Args) -> Result<Files, Trouble> {
    let dismissed = args.dismiss.iter().map(|file| (file, Label::Dismissed));
    let accepted = args.accept.iter().map(|file| (file, Label::Accepted));
    let files = dismissed.chain(accepted).map(|(file, label)| {
        let labels = Labels::read(label, &configuration::read(file)?).map_err(|e| wrong(file, &e))?;
        Ok((file.clone(), labels))
    });
    files.collect::<Result<_, _>>().map(Files)
}

fn wrong(file: &Path, error: &testimonia::Error) -> Trouble {
    Trouble::at(file, error).remedy(
        "each line holds the id of a record (r9c3f532c4271) or all its readings (12 people | 14 people); # begins a comment",
    )
}

impl Files {
    /// All labels in one set.
    pub(crate) fn all(&self) -> Labels {
        let mut all = Labels::new();
        for (_, labels) in &self.0 {
            all.extend(labels.clone());
        }
        all
    }

    /// Messages about rows that match no record in any reconciliation.
    pub(crate) fn idle(&self, made: &[(Reconciliation, Vec<Source>)]) -> Vec<String> {
        let mut idle = Vec::new();
        for (file, labels) in &self.0 {
            let mut rows: Vec<_> = labels.rows().iter().collect();
            for (all, _) in made {
                let of_one: Vec<_> = labels.idle(all).collect();
                rows.retain(|row| of_one.contains(row));
            }
            let told =
                |row: &&LabelRow| format!("{}, line {}: no record matches {row}", file.display(), row.line());
            idle.extend(rows.iter().map(told));
        }
        let more = idle.len().saturating_sub(LISTED);
        idle.truncate(LISTED);
        match more {
            0 => {}
            1 => idle.push("1 more line of labels matches no record".to_owned()),
            more => idle.push(format!("{more} more lines of labels match no record")),
        }
        idle
    }
}
