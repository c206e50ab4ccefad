//! A module uses only modules of lower layers, and no file is too long to read.

use std::fs;
use std::path::PathBuf;

/// The layer of each module; DESIGN.md says why.
const LAYERS: &[(&str, u8)] = &[
    ("span", 0),
    ("id", 0),
    ("score", 0),
    ("error", 0),
    ("fold", 0),
    ("date", 0),
    ("parallel", 0),
    ("math", 0),
    ("lexicon", 1),
    ("source", 2),
    ("text", 2),
    ("mention", 3),
    ("compare", 4),
    ("record", 5),
    ("align", 6),
    ("story", 6),
    ("entity", 7),
    ("provenance", 8),
    ("point", 9),
    ("resolve", 10),
    ("change", 6),
    ("label", 6),
    ("config", 11),
    ("render", 11),
    ("reconciler", 12),
    ("guide", 12),
    ("lib", 12),
];

/// Not counting inline tests and generated tables.
const LONGEST: usize = 600;

fn layer(module: &str) -> u8 {
    let found = LAYERS.iter().find(|(name, _)| *name == module);
    found.unwrap_or_else(|| panic!("module {module} has no layer in tests/it/layers.rs")).1
}

/// The files of src/, each with the top module it belongs to and its text without inline tests.
fn files() -> Vec<(PathBuf, String, String)> {
    let root = crate::root().join("src");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("").to_owned();
                let first =
                    path.strip_prefix(&root).unwrap().iter().next().unwrap().to_string_lossy().into_owned();
                files.push((path, first.trim_end_matches(".rs").to_owned(), text));
            }
        }
    }
    files.sort();
    files
}

/// Every module that a text names after `crate::`, outside comments.
fn used(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut used = Vec::new();
    for line in code {
        for after in line.split("crate::").skip(1) {
            let name: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            used.push(name);
        }
    }
    used
}

#[test]
fn modules_use_only_lower_layers() {
    let mut wrong = Vec::new();
    for (path, module, text) in files() {
        for name in used(&text) {
            if name.is_empty() || name == module || !name.starts_with(char::is_lowercase) {
                continue;
            }
            if layer(&name) > layer(&module) || (layer(&name) == layer(&module) && layer(&name) > 2) {
                wrong.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "upward:\n{}", wrong.join("\n"));
}

#[test]
fn the_check_sees_an_upward_use() {
    assert_eq!(
        used("use crate::resolve::Bundle;\n// crate::render\nlet x = crate::align::align();"),
        ["resolve", "align"]
    );
}

#[test]
fn no_file_is_too_long() {
    let generated =
        |text: &str| text.lines().next().is_some_and(|line| line.ends_with("generated, do not edit."));
    let long = files().into_iter().filter(|(_, _, text)| !generated(text) && text.lines().count() > LONGEST);
    let long: Vec<String> =
        long.map(|(path, _, text)| format!("{}: {}", path.display(), text.lines().count())).collect();
    assert!(long.is_empty(), "over {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn only_edits_use_strsim() {
    for (path, _, text) in files() {
        assert!(!text.contains("strsim::") || path.ends_with("compare/edits.rs"), "{}", path.display());
    }
}
