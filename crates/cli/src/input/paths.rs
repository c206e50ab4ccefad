//! Paths: finds the files that the command line names, and gives each file a distinct name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::trouble::Trouble;

/// The extensions of files that are read from a folder.
const ENDINGS: [&str; 10] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson"];

/// How many skipped files are listed by name.
const LISTED: usize = 8;

/// A file to read.
pub(super) struct Named {
    pub(super) path: PathBuf,
    /// True if only its folder was given, so the user may not have meant it.
    pub(super) in_folder: bool,
}

impl Named {
    fn by_itself(path: PathBuf) -> Self {
        Self { path, in_folder: false }
    }
}

pub(super) fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The files given directly, in folders or by globs, each once. Warns about what was skipped in a folder.
pub(super) fn expand(paths: &[PathBuf], warn: &dyn Fn(&str)) -> Result<Vec<Named>, Trouble> {
    let mut files = Vec::new();
    for path in paths {
        if is_standard_input(path) {
            files.push(Named::by_itself(path.clone()));
        } else if path.is_dir() {
            let found = folder(path, warn)?;
            files.extend(found.into_iter().map(|path| Named { path, in_folder: true }));
        } else if path.exists() {
            files.push(Named::by_itself(path.clone()));
        } else {
            files.extend(glob(path)?.into_iter().map(Named::by_itself));
        }
    }
    // A file given twice, or directly and by its folder, is one source.
    let mut seen = BTreeSet::new();
    files.retain(|file| seen.insert(fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())));
    Ok(files)
}

fn folder(path: &Path, warn: &dyn Fn(&str)) -> Result<Vec<PathBuf>, Trouble> {
    let entries = fs::read_dir(path).map_err(|e| Trouble::at(path, e))?;
    let (mut files, mut guides, mut others, mut folders) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        let file = entry.map_err(|e| Trouble::at(path, e))?.path();
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        if name.starts_with('.') {
            // Hidden files (.DS_Store, .git) are skipped silently.
        } else if file.is_dir() {
            folders.push(name);
        } else if file.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme")) {
            guides.push(name);
        } else if file.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            files.push(file);
        } else {
            others.push(name);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Trouble::at(path, "the folder contains no *.txt, *.md, *.html, *.json or *.jsonl")
            .remedy("subfolders are not read; give them, or single files, by name"));
    }
    for (names, why) in [
        (guides, "it describes the folder; give it by name to read it"),
        (others, "unknown file extension; give a file by name to read it as text"),
        (folders, "subfolders are read only if given by name"),
    ] {
        if !names.is_empty() {
            warn(&format!("{}: skipped {} ({why})", path.display(), listed(names)));
        }
    }
    Ok(files)
}

/// The first few names, and the number of the rest.
fn listed(mut names: Vec<String>) -> String {
    names.sort();
    let more = names.len().saturating_sub(LISTED);
    names.truncate(LISTED);
    match more {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

fn glob(path: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let pattern = path.to_string_lossy();
    if !pattern.contains(['*', '?', '[']) {
        return Err(Trouble::at(path, "no such file").remedy("see --help for the inputs that are accepted"));
    }
    let matched = glob::glob(&pattern).map_err(|e| Trouble::at(path, format!("not a pattern: {e}")))?;
    let mut files = Vec::new();
    for file in matched {
        let file = file.map_err(|e| Trouble::at(e.path(), e.error()))?;
        if file.is_file() {
            files.push(file);
        }
    }
    if files.is_empty() {
        return Err(
            Trouble::at(path, "no file matches").remedy("quote the pattern if the shell must not expand it")
        );
    }
    Ok(files)
}

/// Names for files: the last part of the path, with as many parent folders as needed to distinguish it from the others and
/// from names already taken. Names that remain the same are numbered.
pub(super) fn names(files: &[&Path], is_taken: impl Fn(&str) -> bool) -> Vec<String> {
    let parts: Vec<Vec<String>> = files
        .iter()
        .map(|file| {
            let parts = file.components().filter(|part| !matches!(part, Component::CurDir));
            parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
        })
        .collect();
    let mut used = vec![1_usize; files.len()];
    loop {
        let names: Vec<String> = parts
            .iter()
            .zip(&used)
            .map(|(parts, &used)| parts[parts.len().saturating_sub(used)..].join("/"))
            .collect();
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for name in &names {
            *count.entry(name).or_default() += 1;
        }
        let mut longer = false;
        for (n, name) in names.iter().enumerate() {
            let clashes = count.get(name.as_str()).is_some_and(|&k| k > 1) || is_taken(name);
            if clashes && used[n] < parts[n].len() {
                used[n] += 1;
                longer = true;
            }
        }
        if !longer {
            return numbered(names, is_taken);
        }
    }
}

fn numbered(names: Vec<String>, is_taken: impl Fn(&str) -> bool) -> Vec<String> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let unique = names.into_iter().map(|name| {
        let mut tried = name.clone();
        let mut n = 2;
        while is_taken(&tried) || !seen.insert(tried.clone()) {
            tried = format!("{name} ({n})");
            n += 1;
        }
        tried
    });
    unique.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(files: &[&str], taken: &str) -> Vec<String> {
        names(&files.iter().map(Path::new).collect::<Vec<_>>(), |name| name == taken)
    }

    #[test]
    fn a_file_is_named_without_its_folder() {
        assert_eq!(named(&["x/a.txt", "y/b.txt", "-"], ""), ["a.txt", "b.txt", "-"]);
    }

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        assert_eq!(named(&["x/a.txt", "./y/a.txt", "c.txt"], ""), ["x/a.txt", "y/a.txt", "c.txt"]);
        assert_eq!(named(&["x/z/a.txt", "y/z/a.txt", "a.txt"], ""), ["x/z/a.txt", "y/z/a.txt", "a.txt"]);
    }

    #[test]
    fn a_name_that_is_taken_is_made_longer_or_numbered() {
        assert_eq!(named(&["x/a.txt"], "a.txt"), ["x/a.txt"]);
        assert_eq!(named(&["a.txt"], "a.txt"), ["a.txt (2)"]);
    }
}
