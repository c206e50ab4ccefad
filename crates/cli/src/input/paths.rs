//! Paths: what was named on the command line, as files; and how files are told apart by name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::trouble::Trouble;

/// What is read from a folder, by its ending.
const ENDINGS: [&str; 10] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson"];

/// Names of files that are listed one by one where they are left out.
const LISTED: usize = 8;

/// A file to read.
pub(super) struct Named {
    pub(super) path: PathBuf,
    /// True where only its folder was named, so that nobody may have meant it.
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

/// The files that are named, in folders, or matched by a glob, each once. What a folder holds besides is told.
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
    // A file that is named twice, or stands in a folder that is named too, is one source.
    let mut seen = BTreeSet::new();
    files.retain(|file| seen.insert(fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())));
    Ok(files)
}

fn folder(path: &Path, warn: &dyn Fn(&str)) -> Result<Vec<PathBuf>, Trouble> {
    let entries = fs::read_dir(path).map_err(|e| Trouble::at(path, e))?;
    let (mut files, mut others, mut folders) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        let file = entry.map_err(|e| Trouble::at(path, e))?.path();
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        if name.starts_with('.') {
            // Hidden by whoever made it (.DS_Store, .git): nobody misses it.
        } else if file.is_dir() {
            folders.push(name);
        } else if file.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            files.push(file);
        } else {
            others.push(name);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Trouble::at(path, "the folder holds no *.txt, *.md, *.html, *.json or *.jsonl")
            .remedy("folders within it are not read: name them, or give files by name"));
    }
    for (names, why) in [
        (others, "neither text, page nor JSON by its ending; name a file to have it read as text"),
        (folders, "folders within a folder are read when they are named"),
    ] {
        if !names.is_empty() {
            warn(&format!("{}: left out {} ({why})", path.display(), listed(names)));
        }
    }
    Ok(files)
}

/// The first few names, and how many more there are.
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
        return Err(Trouble::at(path, "there is no such file").remedy("see --help for what can be given"));
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
        return Err(Trouble::at(path, "no file matches")
            .remedy("quote a pattern, so that the shell leaves it as it is"));
    }
    Ok(files)
}

/// Names for files: the last part of the path, and as many folders before it as tell it from the others and from names that are
/// taken. Two that cannot be told apart so are numbered.
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
