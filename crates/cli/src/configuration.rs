//! Configuration: thresholds, aliases and never-merge pairs, read from files.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use testimonia::lexicon::key;
use testimonia::resolve::ResolveConfig;
use testimonia::{Config, Lexicon};

use crate::args::{Knowledge, Preset};
use crate::input::{self, Bundle};
use crate::trouble::Trouble;

/// The thresholds from the configuration file or the preset, else the defaults.
pub(crate) fn config(knowledge: &Knowledge) -> Result<Config, Trouble> {
    let mut config = match &knowledge.config {
        None => Config::default(),
        Some(file) => from_file(file)?,
    };
    match knowledge.preset {
        None => {}
        Some(Preset::Precise) => config.resolve = ResolveConfig::precise(),
        Some(Preset::Broad) => config.resolve = ResolveConfig::broad(),
    }
    Ok(config)
}

/// Sets the lowest confidence to show, if one was given.
pub(crate) fn set_least(config: &mut Config, least: Option<f64>) {
    let Some(least) = least else { return };
    config.resolve = std::mem::take(&mut config.resolve).from_confidence(least);
}

/// The configuration in the format that `--config` reads.
pub(crate) fn written(config: &Config) -> Result<String, Trouble> {
    toml::to_string_pretty(config).map_err(|e| Trouble::new(format!("cannot write the configuration: {e}")))
}

fn from_file(file: &Path) -> Result<Config, Trouble> {
    let text = read(file)?;
    let is_json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let given: Value = if is_json {
        serde_json::from_str(&text).map_err(|e| Trouble::at_line(file, e.line(), input::without_place(&e)))?
    } else {
        toml::from_str(&text).map_err(|e: toml::de::Error| {
            let line =
                e.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
            Trouble::at_line(file, line, e.message())
        })?
    };
    let known = serde_json::to_value(Config::default()).unwrap_or_default();
    if let Some((path, siblings)) = unknown(&given, &known, "") {
        return Err(Trouble::at(file, format!("unknown option {path}"))
            .remedy(format!("the options here are {siblings}; --print-config shows all")));
    }
    serde_json::from_value(given)
        .map_err(|e| Trouble::at(file, e).remedy("--print-config shows all options with their values"))
}

/// The first option in `given` that does not exist, with the names that do exist at its level.
fn unknown(given: &Value, known: &Value, path: &str) -> Option<(String, String)> {
    let (Value::Object(given), Value::Object(known)) = (given, known) else { return None };
    given.iter().find_map(|(name, value)| {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        match known.get(name) {
            Some(known) => unknown(value, known, &path),
            None => Some((path, known.keys().cloned().collect::<Vec<_>>().join(", "))),
        }
    })
}

/// The lexicon with the user's aliases and never-merge pairs.
pub(crate) fn lexicon(knowledge: &Knowledge) -> Result<Lexicon, Trouble> {
    lexicon_of(&knowledge.aliases, &knowledge.never_merge)
}

/// The lexicon with the aliases and never-merge pairs of these files.
pub(crate) fn lexicon_of(aliases: &[PathBuf], never_merge: &[PathBuf]) -> Result<Lexicon, Trouble> {
    let mut builder = Lexicon::builder();
    for file in aliases {
        for (a, b) in rows(file)?.iter().flat_map(Row::pairs) {
            builder.alias(a, b);
        }
    }
    for file in never_merge {
        for (a, b) in rows(file)?.iter().flat_map(Row::pairs) {
            builder.never_merge(a, b);
        }
    }
    Ok(builder.build())
}

/// How many rows without effect are reported one by one.
const LISTED: usize = 5;

/// Messages about rows that have no effect because the sources contain fewer than two of their names.
pub(crate) fn idle(knowledge: &Knowledge, bundles: &[Bundle]) -> Result<Vec<String>, Trouble> {
    let mut idle = Vec::new();
    let files = knowledge.aliases.iter().chain(&knowledge.never_merge);
    let texts: Vec<String> = match knowledge.aliases.is_empty() && knowledge.never_merge.is_empty() {
        true => Vec::new(),
        false => {
            let sources = bundles.iter().flat_map(|bundle| &bundle.sources);
            sources.map(|source| words(source.text())).collect()
        }
    };
    for file in files {
        for row in rows(file)? {
            let is_named = |name: &&String| texts.iter().any(|text| text.contains(&words(name)));
            let absent: Vec<&str> =
                row.names.iter().filter(|name| !is_named(name)).map(String::as_str).collect();
            if row.names.len() - absent.len() < 2 {
                let names = absent.join(" or ");
                idle.push(format!(
                    "{}, line {}: has no effect, because no source names {names}",
                    file.display(),
                    row.line
                ));
            }
        }
    }
    let more = idle.len().saturating_sub(LISTED);
    idle.truncate(LISTED);
    match more {
        0 => {}
        1 => idle.push("1 more line of names has no effect".to_owned()),
        more => idle.push(format!("{more} more lines of names have no effect")),
    }
    Ok(idle)
}

/// The words of a text, normalised as names are for comparison, with a space on either side.
fn words(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { ' ' }).collect();
    format!(" {} ", key(&plain))
}

/// The names on one line.
struct Row {
    line: usize,
    names: Vec<String>,
}

impl Row {
    /// All pairs of the row's names.
    fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let names = || self.names.iter().map(String::as_str);
        names().enumerate().flat_map(move |(k, a)| names().skip(k + 1).map(move |b| (a, b)))
    }
}

/// The lines of a name file, in which bars or tabs separate names. Blank lines and lines that begin with # are skipped.
fn rows(file: &Path) -> Result<Vec<Row>, Trouble> {
    let text = read(file)?;
    let mut rows = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let names = line.split(['|', '\t']).map(str::trim).filter(|name| !name.is_empty());
        let names: Vec<String> = names.map(str::to_owned).collect();
        if names.len() < 2 {
            return Err(Trouble::at_line(file, n + 1, "one name, but at least two are needed")
                .remedy("each line holds names separated by bars: Abdourahamane Tiani | Omar Tchiani"));
        }
        rows.push(Row { line: n + 1, names });
    }
    Ok(rows)
}

pub(crate) fn read(file: &Path) -> Result<String, Trouble> {
    let bytes = fs::read(file).map_err(|e| Trouble::at(file, e))?;
    input::decode(file, bytes, false, &|_| {})
}
