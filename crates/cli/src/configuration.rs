//! Configuration: thresholds and the user's own word on names, from files.

use std::fs;
use std::path::Path;

use serde_json::Value;
use testimonia::resolve::ResolveConfig;
use testimonia::{Config, Lexicon};

use crate::args::{Knowledge, Preset};
use crate::input;
use crate::trouble::Trouble;

/// The thresholds: those of the file, where one is given, or of the preset.
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

/// Sets the least confidence that is shown, where one was asked for.
pub(crate) fn set_least(config: &mut Config, least: Option<f64>) {
    let Some(least) = least else { return };
    // Facets of which little is known stay the more guarded, unless less was asked of all.
    let lowered = least < config.resolve.discrepancy;
    config.resolve.unproven = if lowered { least } else { config.resolve.unproven.max(least) };
    config.resolve.discrepancy = least;
    config.resolve.agreement = least;
}

/// The configuration as a file that `--config` reads.
pub(crate) fn written(config: &Config) -> Result<String, Trouble> {
    toml::to_string_pretty(config)
        .map_err(|e| Trouble::new(format!("the configuration cannot be written: {e}")))
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
        return Err(Trouble::at(file, format!("{path} is no option"))
            .remedy(format!("there are {siblings}; --print-config shows all")));
    }
    serde_json::from_value(given)
        .map_err(|e| Trouble::at(file, e).remedy("--print-config shows all options with their values"))
}

/// The first name that is given and not known, with those that are known beside it.
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

/// The lexicon with the aliases and the pairs never to merge.
pub(crate) fn lexicon(knowledge: &Knowledge) -> Result<Lexicon, Trouble> {
    let mut builder = Lexicon::builder();
    for file in &knowledge.aliases {
        for (a, b) in pairs(file)? {
            builder.alias(&a, &b);
        }
    }
    for file in &knowledge.never_merge {
        for (a, b) in pairs(file)? {
            builder.never_merge(&a, &b);
        }
    }
    Ok(builder.build())
}

/// All pairs of the names that stand on one line, between bars or tabs. Lines of blanks and those that begin with # are left out.
fn pairs(file: &Path) -> Result<Vec<(String, String)>, Trouble> {
    let text = read(file)?;
    let mut pairs = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let names: Vec<&str> =
            line.split(['|', '\t']).map(str::trim).filter(|name| !name.is_empty()).collect();
        if names.len() < 2 {
            return Err(Trouble::at_line(file, n + 1, "one name, where two or more are needed")
                .remedy("a line holds names with a bar between them: Abdourahamane Tiani | Omar Tchiani"));
        }
        for (k, a) in names.iter().enumerate() {
            pairs.extend(names[k + 1..].iter().map(|b| ((*a).to_owned(), (*b).to_owned())));
        }
    }
    Ok(pairs)
}

fn read(file: &Path) -> Result<String, Trouble> {
    let bytes = fs::read(file).map_err(|e| Trouble::at(file, e))?;
    input::decode(file, bytes, false, &|_| {})
}
