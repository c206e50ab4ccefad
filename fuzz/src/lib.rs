//! Invariants of any input: one function per target, which panics if one is violated.
//!
//! | target | reads | invariant |
//! | --- | --- | --- |
//! | [`text`] | one text | sentences, tokens and mentions are where their spans say; the cost is bounded by the length |
//! | [`reconcile`] | two to five texts | spans are right, JSON survives a round trip, any order gives the same bytes; the cost is bounded |
//! | [`render`] | the same, with hostile ids and publishers | the page, TEI, CSV, Markdown and text follow the rules of their formats |
//! | [`json`] | any JSON | a reconciliation that can be read can be rendered, compared and queried |
//! | [`files`] | files, by extension | the command line reads or rejects them, and what it reads can be used |
//! | [`settings`] | configuration, names, lexicon rows | what is accepted can be used |
//!
//! `../.ci/fuzz` runs them; `cargo test` replays the corpus, and mutations of it, on any toolchain.

#![allow(dead_code, unexpected_cfgs, reason = "parts of the program are compiled here without its features")]

pub mod corpus;
pub mod cost;
pub mod mutate;
mod output;
mod results;

// The program is a binary, so the code with which it reads files is compiled again here.
#[path = "../../crates/cli/src/configuration.rs"]
mod configuration;
#[path = "../../crates/cli/src/input/mod.rs"]
mod input;
#[path = "../../crates/cli/src/trouble.rs"]
mod trouble;

/// The arguments that `configuration` needs.
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

/// The separator between the parts of an input.
pub const BETWEEN: char = '\u{1e}';

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);
static RECONCILER: LazyLock<Reconciler> = LazyLock::new(Reconciler::new);

/// What libFuzzer calls for a target: the check, and a mutator that leaves every other input to libFuzzer.
#[cfg(feature = "libfuzzer")]
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        libfuzzer_sys::fuzz_target!(|data: &[u8]| {
            $crate::cost::tally(stringify!($name), data);
            $crate::$name(data);
        });
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            if seed % 2 == 0 {
                return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
            }
            let random = &mut $crate::mutate::Random::new(seed);
            let made = $crate::mutate::mutate(stringify!($name), &data[..size], max_size, random);
            data[..made.len()].copy_from_slice(&made);
            made.len()
        });
    };
}

/// Reads one text.
pub fn text(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let source = Source::new("a", text.as_ref());
    bounded("text", text.len(), cost::TEXT, || results::text(&source, &LEXICON));
}

/// Reconciles up to five texts.
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

/// Renders up to five texts in every format, with ids and publishers taken from the input.
pub fn render(data: &[u8]) {
    let sources = sources(data, true);
    let all = reconciled(&sources);
    output::check(&all, &sources, true);
}

/// Reads any JSON as a reconciliation, a source and a configuration.
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
    // The texts it was made from, which a caller may have lost or mixed up.
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

/// Reads files as the command line does; the first byte of each part determines its extension.
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
                assert_eq!(feed.len(), sources, "a feed has different sources");
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

/// Reads a configuration in TOML and JSON, aliases and never-merge pairs, and rows of the lexicon.
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

/// Checks the sources of one event, as read from files.
fn bundle_read(sources: &[Source]) {
    for source in sources {
        assert!(!source.id().is_empty(), "no id");
        results::text(source, &LEXICON);
    }
    let mut ids: Vec<&str> = sources.iter().map(Source::id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), sources.len(), "an id occurs twice");
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

/// Loads everything that is loaded only once.
pub(crate) fn warm() {
    let sources = dam();
    sources.iter().for_each(|source| results::text(source, &LEXICON));
    results::reconciliation(&reconciled(&sources), &sources);
}

/// Uses an accepted configuration and lexicon, which must not fail.
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

/// Two to five sources. If `named`, each begins with lines for its id, publisher and date.
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

/// A folder for this process, in memory if possible.
fn folder(name: &str) -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let root = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let folder = root.join(format!("testimonia-fuzz-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder to write to");
    folder
}
