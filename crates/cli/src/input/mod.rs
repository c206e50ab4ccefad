//! Input: files, folders, globs and standard input become sources.

mod encoding;
mod html;
mod lines;
mod paths;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use testimonia::{Published, Source};

use crate::trouble::Trouble;
pub(crate) use encoding::decode;
use lines::Line;
pub(crate) use lines::without_place;

/// What a file holds, by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Html,
    Lines,
}

impl Kind {
    /// By the ending of the name; a text where it tells nothing.
    fn of(file: &Path) -> Self {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("html" | "htm" | "xhtml") => Kind::Html,
            Some("jsonl" | "ndjson") => Kind::Lines,
            _ => Kind::Text,
        }
    }

    /// By what stands at the beginning.
    fn of_text(text: &str) -> Self {
        let text = text.trim_start();
        let begins = |with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        match () {
            () if text.starts_with('{') => Kind::Lines,
            () if begins("<!doctype html") || begins("<html") => Kind::Html,
            () => Kind::Text,
        }
    }
}

/// A source before it has its id: what it is, and from where.
struct Found {
    origin: Origin,
    text: String,
    publisher: Option<String>,
    published: Option<Published>,
}

enum Origin {
    /// A whole file, which is named after it.
    File(PathBuf),
    /// A line, which names itself.
    Line { file: PathBuf, line: usize, id: String },
}

/// Reads all sources, in the order given. Trouble names the file, the line and what can be done.
pub(crate) fn read(paths: &[PathBuf], lossy: bool, warn: &dyn Fn(&str)) -> Result<Vec<Source>, Trouble> {
    let mut found = Vec::new();
    for file in paths::expand(paths)? {
        let (bytes, kind) = if paths::is_standard_input(&file) {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            (bytes, None)
        } else {
            (fs::read(&file).map_err(|e| Trouble::at(&file, e))?, Some(Kind::of(&file)))
        };
        let text = decode(&file, bytes, lossy, warn)?;
        match kind.unwrap_or_else(|| Kind::of_text(&text)) {
            Kind::Text => {
                found.push(Found { origin: Origin::File(file), text, publisher: None, published: None })
            }
            Kind::Html => {
                let page = html::read(&text);
                if page.text.trim().is_empty() {
                    warn(&format!("{}: no text was found in this page", file.display()));
                }
                let origin = Origin::File(file);
                found.push(Found {
                    origin,
                    text: page.text,
                    publisher: page.publisher,
                    published: page.published,
                });
            }
            Kind::Lines => {
                for Line { number, source } in lines::read(&file, &text)? {
                    found.push(Found {
                        origin: Origin::Line { file: file.clone(), line: number, id: source.id().to_owned() },
                        publisher: source.publisher_name().map(str::to_owned),
                        published: source.published_at(),
                        text: source.text().to_owned(),
                    });
                }
            }
        }
    }
    let ids = ids(&found)?;
    Ok(found.into_iter().zip(ids).map(|(found, id)| source(found, id)).collect())
}

fn source(found: Found, id: String) -> Source {
    let mut source = Source::new(id, found.text);
    if let Some(publisher) = found.publisher {
        source = source.publisher(publisher);
    }
    if let Some(published) = found.published {
        source = source.published(published);
    }
    source
}

/// The id of each source: the name of its file, with as many folders before it as tell it from others; or its own.
fn ids(found: &[Found]) -> Result<Vec<String>, Trouble> {
    let mut lines: BTreeMap<&str, (&Path, usize)> = BTreeMap::new();
    for one in found {
        let Origin::Line { file, line, id } = &one.origin else { continue };
        if id.is_empty() {
            return Err(
                Trouble::at_line(file, *line, "the id is empty").remedy("give each source an id of its own")
            );
        }
        if let Some((other, first)) = lines.insert(id, (file, *line)) {
            let same = if other == file { String::new() } else { format!("{}, ", other.display()) };
            return Err(Trouble::at_line(
                file,
                *line,
                format!("the id {id:?} stands in {same}line {first} already"),
            )
            .remedy("give each source an id of its own"));
        }
    }
    let files = found.iter().filter_map(|one| match &one.origin {
        Origin::File(file) => Some(file.as_path()),
        Origin::Line { .. } => None,
    });
    let names = paths::names(&files.collect::<Vec<_>>(), |name| lines.contains_key(name));
    let mut names = names.into_iter();
    Ok(found
        .iter()
        .map(|one| match &one.origin {
            Origin::Line { id, .. } => id.clone(),
            Origin::File(_) => names.next().unwrap_or_default(),
        })
        .collect())
}
