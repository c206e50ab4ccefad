//! What must hold of any input: a function for each target, which panics where it does not.
//!
//! | target | reads | holds |
//! | --- | --- | --- |
//! | [`text`] | one text | sentences, tokens and mentions stand where they say; the cost is bounded by the length |
//! | [`reconcile`] | two to five texts | spans, JSON round trip, the same bytes in any order; the cost is bounded |
//! | [`render`] | the same, with hostile ids and publishers | the page, TEI, CSV, Markdown and text keep their rules |
//! | [`json`] | any JSON | a reconciliation that can be read can be shown, compared and asked |
//! | [`files`] | files by their endings | what the command line reads is read or refused, with all that follows |
//! | [`settings`] | configuration, names, lexicon rows | what is accepted can be used |
//!
//! `../ci` runs them; `cargo test` replays the corpus, and simple changes of it, on any toolchain.

#![allow(dead_code, unexpected_cfgs, reason = "parts of the program are compiled here without its features")]

pub mod corpus;
pub mod cost;
mod output;
mod results;

// The program is a binary; what it reads with is compiled here once more.
#[path = "../../crates/cli/src/configuration.rs"]
mod configuration;
#[path = "../../crates/cli/src/input/mod.rs"]
mod input;
#[path = "../../crates/cli/src/trouble.rs"]
mod trouble;

/// The arguments that `configuration` asks for.
mod args {
    use std::path::PathBuf;

    #[derive(Clone, Copy, Debug)]
    pub(crate) enum Preset {
        Precise,
        Broad,
    }

    #[derive(Clone, Debug, Default)]
    pub(crate) struct Knowledge {
        pub(crate) preset: Option<Preset>,
        pub(crate) aliases: Vec<PathBuf>,
        pub(crate) never_merge: Vec<PathBuf>,
        pub(crate) config: Option<PathBuf>,
    }
}

use std::path::PathBuf;
use std::sync::LazyLock;

use testimonia::lexicon::TableId;
use testimonia::render::{self, Explanation};
use testimonia::{Config, Lexicon, Reconciler, Reconciliation, Source};

use cost::bounded;

/// What stands between the parts of an input.
pub const BETWEEN: char = '\u{1e}';

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);
static RECONCILER: LazyLock<Reconciler> = LazyLock::new(Reconciler::new);

/// One text.
pub fn text(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let source = Source::new("a", text.as_ref());
    bounded("text", text.len(), cost::TEXT, || results::text(&source, &LEXICON));
}

/// Up to five texts.
pub fn reconcile(data: &[u8]) {
    let sources = sources(data, false);
    let length = sources.iter().map(|source| source.text().len()).sum();
    let first = bounded("reconcile", length, cost::RECONCILE, || reconciled(&sources));
    results::reconciliation(&first, &sources);
    let json = serde_json::to_string(&first).expect("a reconciliation can be written");
    let again: Reconciliation = serde_json::from_str(&json).expect("what was written can be read");
    assert!(first == again, "a round trip through JSON changes it");
    assert_eq!(serde_json::to_string(&again).expect("written"), json);

    let mut turned = sources;
    turned.reverse();
    assert_eq!(
        serde_json::to_string(&reconciled(&turned)).expect("written"),
        json,
        "the order of the sources counts"
    );
    turned.rotate_left(1);
    assert_eq!(
        serde_json::to_string(&reconciled(&turned)).expect("written"),
        json,
        "the order of the sources counts"
    );
}

/// Up to five texts with ids and publishers from the input, in every format.
pub fn render(data: &[u8]) {
    let sources = sources(data, true);
    let all = reconciled(&sources);
    output::check(&all, &sources, true);
}

/// Any JSON that is a reconciliation, a source, a configuration.
pub fn json(data: &[u8]) {
    if let Ok(source) = serde_json::from_slice::<Source>(data) {
        let json = serde_json::to_string(&source).expect("written");
        assert_eq!(serde_json::from_str::<Source>(&json).expect("read"), source);
    }
    if let Ok(config) = serde_json::from_slice::<Config>(data) {
        let _ = Reconciler::builder().config(config).build();
    }
    let Ok(all) = serde_json::from_slice::<Reconciliation>(data) else { return };
    let json = serde_json::to_string(&all).expect("written");
    let again: Reconciliation = serde_json::from_str(&json).expect("what was written can be read");
    assert_eq!(serde_json::to_string(&again).expect("written"), json);
    // The texts it was made of, as a caller may have lost or mistaken them.
    let own: Vec<Source> = all
        .sources
        .iter()
        .map(|s| Source::new(&s.id, s.text.as_deref().unwrap_or("Ünlike 12 of it.")))
        .collect();
    for sources in [&[][..], &own] {
        output::check(&all, sources, false);
        let _ = all.clone().with_texts(sources);
    }
    let changes = all.changes_since(&again);
    assert!(changes.is_empty(), "it differs from itself");
    let _ = render::changes(&changes);
    let half = Reconciliation::clone(&all);
    let _ = half.with_ids_of(&again);
    for record in &all.records {
        let _ = (record.to_string(), record.most_precise(), record.earliest());
        let _ = (record.by_support().count(), record.steps().len());
    }
}

/// Files as the command line reads them; the first byte of each part tells its ending.
pub fn files(data: &[u8]) {
    const ENDINGS: [&str; 7] = ["txt", "html", "md", "json", "jsonl", "txt", "html"];
    let folder = folder("files");
    let mut paths = Vec::new();
    for (n, part) in data.split(|&byte| byte == BETWEEN as u8).take(4).enumerate() {
        let (first, rest) = part.split_first().unwrap_or((&b't', &[]));
        let ending = match first {
            b't' => "txt",
            b'h' => "html",
            b'm' => "md",
            b'j' => "json",
            b'l' => "jsonl",
            other => ENDINGS[usize::from(*other) % ENDINGS.len()],
        };
        let path = folder.join(format!("{n}.{ending}"));
        std::fs::write(&path, rest).expect("a folder to write to");
        paths.push(path);
    }
    for lossy in [false, true] {
        let read = bounded("files", data.len(), cost::FILES, || input::read(&paths, lossy, &|_| {}));
        match read {
            Ok(input::Input::Made(made)) => {
                for (all, sources) in &made {
                    output::check(all, sources, false);
                }
            }
            Ok(input::Input::Sources(bundles)) => {
                let feed = input::read_feed(&paths, lossy, &|_| {}).unwrap_or_default();
                let sources: usize = bundles.iter().map(|bundle| bundle.sources.len()).sum();
                assert_eq!(feed.len(), sources, "a feed has other sources");
                bundles.iter().for_each(|bundle| bundle_read(&bundle.sources));
            }
            Err(trouble) => assert!(!trouble.to_string().is_empty()),
        }
        if let Some(path) = paths.first() {
            let _ = input::made(path);
        }
    }
    for path in paths {
        let _ = std::fs::remove_file(path);
    }
}

/// A configuration, in TOML and JSON; names that are one or are never one; rows of the lexicon.
pub fn settings(data: &[u8]) {
    let folder = folder("settings");
    let (first, rest) = data.split_first().unwrap_or((&0, &[]));
    let file = |ending: &str| {
        let path = folder.join(format!("given.{ending}"));
        std::fs::write(&path, rest).expect("a folder to write to");
        path
    };
    let mut knowledge = args::Knowledge::default();
    match first % 5 {
        0 => knowledge.config = Some(file("toml")),
        1 => knowledge.config = Some(file("json")),
        2 => knowledge.aliases.push(file("names")),
        3 => knowledge.never_merge.push(file("names")),
        _ => {
            let rows = String::from_utf8_lossy(rest);
            for &table in TableId::ALL {
                let mut builder = Lexicon::builder();
                if builder.extend(table, &rows).is_ok() {
                    used(Config::default(), builder.build());
                }
            }
            return;
        }
    }
    let Ok(config) = configuration::config(&knowledge) else { return };
    let written = configuration::written(&config).expect("a configuration can be written");
    let again: Config = toml::from_str(&written).expect("what was written can be read");
    assert_eq!(configuration::written(&again).expect("written"), written);
    let Ok(lexicon) = configuration::lexicon(&knowledge) else { return };
    let bundle = input::Bundle { event: None, sources: dam().into() };
    let _ = configuration::idle(&knowledge, &[bundle]);
    used(config, lexicon);
}

/// What must hold of the sources of one event.
fn bundle_read(sources: &[Source]) {
    for source in sources {
        assert!(!source.id().is_empty(), "no id");
        results::text(source, &LEXICON);
    }
    let mut ids: Vec<&str> = sources.iter().map(Source::id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), sources.len(), "an id stands twice");
    if (2..8).contains(&sources.len()) {
        results::reconciliation(&reconciled(sources), sources);
    }
}

fn dam() -> [Source; 2] {
    [
        Source::new(
            "a",
            "The dam at Tillia broke on Monday, killing 12 people, said Kiari Moussa, the mayor.",
        ),
        Source::new(
            "b",
            "The dam at Tillia broke on Tuesday, killing 14 people, said Chiari Moussa, the head of the town.",
        ),
    ]
}

/// Has everything read that is read once.
pub(crate) fn warm() {
    let sources = dam();
    sources.iter().for_each(|source| results::text(source, &LEXICON));
    results::reconciliation(&reconciled(&sources), &sources);
}

/// What is accepted can be used.
fn used(config: Config, lexicon: Lexicon) {
    let sources = dam();
    if let Ok(reconciler) = Reconciler::builder().config(config).lexicon(lexicon).build() {
        let all = reconciler.reconcile(&sources).expect("two sources");
        results::reconciliation(&all, &sources);
        for record in &all.records {
            assert!(Explanation::new(&all, &sources, record.id.as_str()).is_some());
        }
    }
}

fn reconciled(sources: &[Source]) -> Reconciliation {
    RECONCILER.reconcile(sources).expect("two sources or more with ids of their own")
}

/// Two to five sources. Where they name themselves, each begins with lines for its id, publisher and date.
fn sources(data: &[u8], named: bool) -> Vec<Source> {
    let whole = String::from_utf8_lossy(data);
    let mut parts: Vec<&str> = whole.split(BETWEEN).take(5).collect();
    if parts.len() < 2 {
        parts.push("The dam at Tillia broke on Monday, killing 12 people.");
    }
    let sources = parts.into_iter().enumerate().map(|(n, part)| {
        let mut lines = part.splitn(4, '\n');
        let head = if named { [(); 3].map(|()| lines.next().unwrap_or_default()) } else { [""; 3] };
        let text = if named { lines.next().unwrap_or_default() } else { part };
        let source = Source::new(format!("{}{n}", head[0]), text).publisher(head[1]);
        match head[2].parse::<testimonia::Published>() {
            Ok(when) => source.published(when),
            Err(_) => source,
        }
    });
    sources.collect()
}

/// A folder for this process, in memory where there is such a place.
fn folder(name: &str) -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let root = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let folder = root.join(format!("testimonia-fuzz-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder to write to");
    folder
}
