//! Input: turns files, folders, globs and standard input into sources.

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

/// The maximum size of a file in bytes. An endless device or a huge dump would otherwise take all memory.
const LARGEST: u64 = 1 << 30;

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Markdown,
    Html,
    Json,
    Lines,
}

impl Kind {
    /// The format by the file's extension; text if the extension is unknown.
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

    /// The format by the beginning of the text.
    fn of_text(text: &str) -> Self {
        let text = text.trim_start();
        let begins = |with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        match () {
            () if text.starts_with('{') => Kind::Json,
            // Prose may begin with a bracket, too.
            () if text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', ']'])) => {
                Kind::Json
            }
            () if begins("<!doctype html") || begins("<html") => Kind::Html,
            () => Kind::Text,
        }
    }
}

/// Reads output of --format json: one reconciliation, or one per event.
pub(crate) fn made(file: &Path) -> Result<Vec<Reconciliation>, Trouble> {
    let bytes = fs::read(file).map_err(|e| Trouble::at(file, e))?;
    let one = serde_json::from_slice::<Reconciliation>(&bytes).map(|one| vec![one]).ok();
    let read = one.or_else(|| serde_json::from_slice::<Vec<Reconciliation>>(&bytes).ok());
    read.filter(|made| !made.is_empty() && made.iter().all(|one| one.schema == testimonia::SCHEMA))
        .ok_or_else(|| {
            Trouble::at(file, "not a reconciliation")
                .remedy("give the earlier output of --format json for this event")
        })
}

/// Reads a file that must hold one event.
pub(crate) fn made_of_one(file: &Path) -> Result<Reconciliation, Trouble> {
    let mut made = made(file)?;
    match (made.pop(), made.len()) {
        (Some(one), 0) => Ok(one),
        (_, more) => Err(Trouble::at(file, format!("contains {} events", more + 1))
            .remedy("only results on one event can be compared; --since carries ids over for all events")),
    }
}

/// A source that has no id yet, and where it was found.
struct Found {
    origin: Origin,
    text: String,
    publisher: Option<String>,
    published: Option<Published>,
    event: Option<String>,
}

impl Found {
    fn file(file: PathBuf, text: String) -> Self {
        Self { origin: Origin::File(file), text, publisher: None, published: None, event: None }
    }
}

enum Origin {
    /// A whole file; its name becomes the id.
    File(PathBuf),
    /// A line of a file or an item of a list, which may have an id.
    Line { file: PathBuf, at: At, id: Option<String> },
}

/// The input.
pub(crate) enum Input {
    /// Sources to reconcile, by event.
    Sources(Vec<Bundle>),
    /// Earlier reconciliations, each with what it quotes of its sources.
    Made(Vec<(Reconciliation, Vec<Source>)>),
}

/// The sources of one event.
pub(crate) struct Bundle {
    /// Its name, if the sources give one.
    pub(crate) event: Option<String>,
    pub(crate) sources: Vec<Source>,
}

/// The articles of a feed. A title is put before its text, with a blank line between.
pub(crate) fn read_feed(paths: &[PathBuf], lossy: bool, warn: &dyn Fn(&str)) -> Result<Vec<Source>, Trouble> {
    match read_with(paths, true, lossy, warn)? {
        Input::Sources(bundles) => Ok(bundles.into_iter().flat_map(|bundle| bundle.sources).collect()),
        Input::Made(..) => Err(Trouble::new("a reconciliation is not a feed")
            .remedy("give articles as JSON Lines or folders of texts; see testimonia stories --help")),
    }
}

/// Reads all sources in the given order. Errors name the file, the line and what to do.
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
                format!("is larger than {LARGEST} bytes, the most that is read from a file"),
            )
            .remedy("split it into one file per text"));
        }
        let text = decode(&file, bytes, lossy, warn)?;
        match kind.unwrap_or_else(|| Kind::of_text(&text)) {
            Kind::Text => found.push(Found::file(file, text)),
            Kind::Markdown => {
                let note = markdown::read(&text);
                let (publisher, published) = (note.publisher, note.published);
                found.push(Found { publisher, published, ..Found::file(file, note.text) });
            }
            Kind::Html => {
                let page = html::read(&text);
                if page.text.trim().is_empty() {
                    warn(&format!("{}: no text was found on this page", file.display()));
                }
                let (publisher, published) = (page.publisher, page.published);
                found.push(Found { publisher, published, ..Found::file(file, page.text) });
            }
            Kind::Lines => found.extend(each(&file, lines::read(&file, &text)?, titled)),
            Kind::Json => match json::read(&file, &text) {
                Ok(Held::Sources(lines)) => found.extend(each(&file, lines, titled)),
                Ok(Held::Reconciliations(made)) if alone => {
                    let with_sources = made.into_iter().map(|(all, json)| {
                        let sources = made::sources(&all, &json).map_err(|what| {
                            Trouble::at(&file, format!("this reconciliation cannot be shown: {what}"))
                        })?;
                        Ok((all, sources))
                    });
                    return with_sources.collect::<Result<_, Trouble>>().map(Input::Made);
                }
                Ok(Held::Reconciliations(_)) if in_folder => {
                    warn(&format!(
                        "{}: skipped, because it is a reconciliation and not a source",
                        file.display()
                    ));
                }
                Ok(Held::Reconciliations(_)) => {
                    return Err(Trouble::at(
                        &file,
                        "a reconciliation cannot be reconciled with other sources",
                    )
                    .remedy("give it alone to show it in another format"));
                }
                // A folder may contain settings and the like.
                Err(trouble) if in_folder && !alone => warn(&format!("skipped {}", trouble.what())),
                Err(trouble) => return Err(trouble),
            },
        }
    }
    let ids = ids(&found)?;
    by_event(found, ids, warn).map(Input::Sources)
}

/// How many skipped events are listed by name.
const LISTED: usize = 5;

/// Groups sources by event, in order of the events' names; if no source names an event, they form one group.
fn by_event(found: Vec<Found>, ids: Vec<String>, warn: &dyn Fn(&str)) -> Result<Vec<Bundle>, Trouble> {
    let mut bundles: BTreeMap<Option<String>, Vec<Source>> = BTreeMap::new();
    for (mut found, id) in found.into_iter().zip(ids) {
        bundles.entry(found.event.take()).or_default().push(source(found, id));
    }
    if bundles.keys().all(Option::is_none) {
        let sources = bundles.into_values().flatten().collect();
        return Ok(vec![Bundle { event: None, sources }]);
    }
    match bundles.remove(&None).map(|sources| sources.len()) {
        None => {}
        Some(1) => warn("1 source was skipped, because it names no event and others do"),
        Some(n) => warn(&format!("{n} sources were skipped, because they name no event and others do")),
    }
    let (alone, many): (Vec<_>, Vec<_>) = bundles.into_iter().partition(|(_, sources)| sources.len() < 2);
    if !alone.is_empty() {
        let names: Vec<&str> = alone.iter().filter_map(|(event, _)| event.as_deref()).take(LISTED).collect();
        let more = if alone.len() > names.len() { ", .." } else { "" };
        warn(&format!("events skipped because they have only one source: {}{more}", names.join(", ")));
    }
    if many.is_empty() {
        return Err(Trouble::new("no event has two sources")
            .remedy("lines with the same \"event\" are reconciled with each other"));
    }
    Ok(many.into_iter().map(|(event, sources)| Bundle { event, sources }).collect())
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
        // A feed is grouped by its texts.
        event: source.event.filter(|_| !titled),
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

/// The id of each source: its own, or the file name with as many parent folders as make it distinct, and the line number.
fn ids(found: &[Found]) -> Result<Vec<String>, Trouble> {
    // A source may report several events.
    let mut own: BTreeMap<(&str, Option<&str>), (&Path, At)> = BTreeMap::new();
    for one in found {
        let Origin::Line { file, at, id: Some(id) } = &one.origin else { continue };
        if let Some((other, first)) = own.insert((id, one.event.as_deref()), (file, *at)) {
            let same = if other == file { String::new() } else { format!("{}, ", other.display()) };
            let what = format!("{}, {at}: the id {id:?} is already used in {same}{first}", file.display());
            return Err(Trouble::new(what).remedy("give each source its own id"));
        }
    }
    // A file of many lines without ids is listed once.
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
        let next = |from: &str, is: &dyn Fn(&str) -> bool| {
            own.range((from, None)..).next().is_some_and(|((id, _), _)| is(id))
        };
        next(name, &|id| id == name) || next(&numbered, &|id| id.starts_with(&numbered))
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
