//! Input: files, folders, globs and standard input become sources.

mod encoding;
mod given;
mod html;
mod json;
mod lines;
mod made;
mod markdown;
mod paths;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use testimonia::{Published, Reconciliation, Source};

use crate::trouble::Trouble;
pub(crate) use encoding::decode;
#[cfg(feature = "mcp")]
pub(crate) use given::Given;
use json::Held;
pub(crate) use lines::without_place;
use lines::{At, Line};
use paths::Named;

/// Bytes of a file that are read. A device that never ends, or a dump of everything, would else take all memory.
const LARGEST: u64 = 1 << 30;

/// What a file holds, by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Markdown,
    Html,
    Json,
    Lines,
}

impl Kind {
    /// By the ending of the name; a text where it tells nothing.
    fn of(file: &Path) -> Self {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("html" | "htm" | "xhtml") => Kind::Html,
            Some("jsonl" | "ndjson") => Kind::Lines,
            Some("json") => Kind::Json,
            Some("md" | "markdown") => Kind::Markdown,
            _ => Kind::Text,
        }
    }

    /// By what stands at the beginning.
    fn of_text(text: &str) -> Self {
        let text = text.trim_start();
        let begins = |with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        match () {
            () if text.starts_with('{') => Kind::Json,
            // Prose may begin with a bracket too.
            () if text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', ']'])) => {
                Kind::Json
            }
            () if begins("<!doctype html") || begins("<html") => Kind::Html,
            () => Kind::Text,
        }
    }
}

/// What --format json wrote before.
pub(crate) fn made(file: &Path) -> Result<Reconciliation, Trouble> {
    let bytes = fs::read(file).map_err(|e| Trouble::at(file, e))?;
    let read = serde_json::from_slice::<Reconciliation>(&bytes).ok();
    read.filter(|made| made.schema == testimonia::SCHEMA).ok_or_else(|| {
        Trouble::at(file, "no reconciliation")
            .remedy("it must be what --format json wrote of the event before")
    })
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
    /// A line of a file or a place in its list, which may name itself.
    Line { file: PathBuf, at: At, id: Option<String> },
}

/// What was given.
pub(crate) enum Input {
    /// Sources to reconcile.
    Sources(Vec<Source>),
    /// A reconciliation made before, with what it quotes of its sources.
    Made(Box<Reconciliation>, Vec<Source>),
}

/// The articles of a feed, each with its title before its text and a blank line between, where it has one of its own.
pub(crate) fn read_feed(paths: &[PathBuf], lossy: bool, warn: &dyn Fn(&str)) -> Result<Vec<Source>, Trouble> {
    match read_with(paths, true, lossy, warn)? {
        Input::Sources(sources) => Ok(sources),
        Input::Made(..) => Err(Trouble::new("a reconciliation is no feed")
            .remedy("give articles: JSON Lines, or folders of texts; see testimonia stories --help")),
    }
}

/// Reads all sources, in the order given. Trouble names the file, the line and what can be done.
pub(crate) fn read(paths: &[PathBuf], lossy: bool, warn: &dyn Fn(&str)) -> Result<Input, Trouble> {
    read_with(paths, false, lossy, warn)
}

fn read_with(paths: &[PathBuf], titled: bool, lossy: bool, warn: &dyn Fn(&str)) -> Result<Input, Trouble> {
    let files = paths::expand(paths, warn)?;
    let alone = files.len() == 1;
    let mut found = Vec::new();
    for Named { path: file, in_folder } in files {
        let (bytes, kind) = if paths::is_standard_input(&file) {
            let mut bytes = Vec::new();
            io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)?;
            (bytes, None)
        } else {
            let mut bytes = Vec::new();
            let open = fs::File::open(&file).and_then(|open| open.take(LARGEST + 1).read_to_end(&mut bytes));
            open.map_err(|e| Trouble::at(&file, e))?;
            (bytes, Some(Kind::of(&file)))
        };
        if bytes.len() as u64 > LARGEST {
            return Err(Trouble::at(
                &file,
                format!("has more than the {LARGEST} bytes that are read of a file"),
            )
            .remedy("divide it: a text for each file"));
        }
        let text = decode(&file, bytes, lossy, warn)?;
        match kind.unwrap_or_else(|| Kind::of_text(&text)) {
            Kind::Text => {
                found.push(Found { origin: Origin::File(file), text, publisher: None, published: None })
            }
            Kind::Markdown => {
                let note = markdown::read(&text);
                let (publisher, published) = (note.publisher, note.published);
                found.push(Found { origin: Origin::File(file), text: note.text, publisher, published });
            }
            Kind::Html => {
                let page = html::read(&text);
                if page.text.trim().is_empty() {
                    warn(&format!("{}: no text was found in this page", file.display()));
                }
                let (publisher, published) = (page.publisher, page.published);
                found.push(Found { origin: Origin::File(file), text: page.text, publisher, published });
            }
            Kind::Lines => found.extend(each(&file, lines::read(&file, &text)?, titled)),
            Kind::Json => match json::read(&file, &text) {
                Ok(Held::Sources(lines)) => found.extend(each(&file, lines, titled)),
                Ok(Held::Reconciliation(all, json)) if alone => {
                    let sources = made::sources(&all, &json).map_err(|what| {
                        Trouble::at(&file, format!("a reconciliation that cannot be shown: {what}"))
                    })?;
                    return Ok(Input::Made(all, sources));
                }
                Ok(Held::Reconciliation(..)) if in_folder => {
                    warn(&format!("{}: left out, as it is a reconciliation and no source", file.display()));
                }
                Ok(Held::Reconciliation(..)) => {
                    return Err(Trouble::at(&file, "a reconciliation is no source to reconcile with others")
                        .remedy("give it alone, to have it shown in another format"));
                }
                // A folder may hold settings and the like.
                Err(trouble) if in_folder && !alone => warn(&format!("left out {}", trouble.what())),
                Err(trouble) => return Err(trouble),
            },
        }
    }
    let ids = ids(&found)?;
    Ok(Input::Sources(found.into_iter().zip(ids).map(|(found, id)| source(found, id)).collect()))
}

fn each(file: &Path, lines: Vec<Line>, titled: bool) -> impl Iterator<Item = Found> {
    lines.into_iter().map(move |Line { at, source }| Found {
        origin: Origin::Line { file: file.to_owned(), at, id: source.id },
        text: match source.title.filter(|_| titled) {
            Some(title) => format!("{title}\n\n{}", source.text),
            None => source.text,
        },
        publisher: source.publisher,
        published: source.published,
    })
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

/// The id of each source: its own, or the name of its file with as many folders before it as tell it from others, and the line.
fn ids(found: &[Found]) -> Result<Vec<String>, Trouble> {
    let mut own: BTreeMap<&str, (&Path, At)> = BTreeMap::new();
    for one in found {
        let Origin::Line { file, at, id: Some(id) } = &one.origin else { continue };
        if let Some((other, first)) = own.insert(id, (file, *at)) {
            let same = if other == file { String::new() } else { format!("{}, ", other.display()) };
            let what = format!("{}, {at}: the id {id:?} stands in {same}{first} already", file.display());
            return Err(Trouble::new(what).remedy("give each source an id of its own"));
        }
    }
    // A file of many lines without ids is named once.
    let mut files: Vec<&Path> = Vec::new();
    let mut named = Vec::with_capacity(found.len());
    for one in found {
        let (file, at) = match &one.origin {
            Origin::File(file) => (file, None),
            Origin::Line { file, at, id: None } => (file, Some(*at)),
            Origin::Line { id: Some(id), .. } => {
                named.push(Err(id));
                continue;
            }
        };
        if at.is_none() || files.last() != Some(&file.as_path()) {
            files.push(file);
        }
        named.push(Ok((files.len() - 1, at)));
    }
    let is_taken = |name: &str| {
        let numbered = format!("{name}:");
        let mut next = own.range(numbered.as_str()..);
        own.contains_key(name) || next.next().is_some_and(|(id, _)| id.starts_with(&numbered))
    };
    let names = paths::names(&files, is_taken);
    let ids = named.into_iter().map(|one| match one {
        Err(id) => id.clone(),
        Ok((file, at)) => {
            let name = names.get(file).cloned().unwrap_or_default();
            at.map_or(name.clone(), |at| format!("{name}:{}", at.number()))
        }
    });
    Ok(ids.collect())
}
