//! Initial inputs, made from the cases in `tests/cases` and the texts in `seeds`.

use std::fs;
use std::path::Path;

use testimonia::{Config, Source};

use crate::output::rules::PAYLOADS;
use crate::{BETWEEN, RECONCILER};

/// The targets, in the order in which they run.
pub const TARGETS: &[(&str, fn(&[u8]))] = &[
    ("text", crate::text),
    ("reconcile", crate::reconcile),
    ("render", crate::render),
    ("json", crate::json),
    ("files", crate::files),
    ("settings", crate::settings),
];

/// The initial inputs for a target.
pub fn inputs(target: &str) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (texts, bundles) = cases(&root.join("tests/cases"));
    let seeds = seeds(&root.join("seeds"));
    let joined = |texts: &[String]| texts.join(&BETWEEN.to_string());
    let made: Vec<String> = match target {
        "text" => texts.into_iter().chain(seeds).collect(),
        "reconcile" => {
            let seeds = seeds.chunks(2).map(joined);
            bundles.iter().map(|bundle| joined(bundle)).chain(seeds).collect()
        }
        "render" => bundles.iter().enumerate().map(|(n, bundle)| named(n, bundle)).collect(),
        "json" => bundles.iter().step_by(3).map(|bundle| reconciled(bundle)).chain([sample()]).collect(),
        "files" => files(&bundles, &seeds),
        _ => settings(&root),
    };
    made.into_iter().map(String::into_bytes).collect()
}

/// All strings in the cases that are texts, and all bundles of them.
fn cases(folder: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let (mut texts, mut bundles) = (Vec::new(), Vec::new());
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the cases").map(|e| e.expect("a file").path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "toml")) {
        let text = fs::read_to_string(file).expect("a file of cases");
        let value: toml::Value = toml::from_str(&text).expect("a file of cases in TOML");
        gather(&value, &mut texts, &mut bundles);
    }
    (texts, bundles)
}

fn gather(value: &toml::Value, texts: &mut Vec<String>, bundles: &mut Vec<Vec<String>>) {
    match value {
        toml::Value::Array(items) => items.iter().for_each(|item| gather(item, texts, bundles)),
        toml::Value::Table(fields) => {
            let word = |name: &str| fields.get(name).and_then(toml::Value::as_str).map(str::to_owned);
            texts.extend(word("text"));
            if let (Some(a), Some(b)) = (word("a"), word("b")) {
                bundles.push(vec![a, b]);
            }
            for list in ["sources", "texts"] {
                let Some(items) = fields.get(list).and_then(toml::Value::as_array) else { continue };
                let strings = items.iter().filter_map(|item| item.as_str().map(str::to_owned));
                let bundle: Vec<String> = strings.take(5).collect();
                if bundle.len() > 1 {
                    bundles.push(bundle);
                }
            }
            fields.values().for_each(|value| gather(value, texts, bundles));
        }
        _ => {}
    }
}

fn seeds(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the seeds").map(|e| e.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).expect("a text")).collect()
}

fn named(n: usize, bundle: &[String]) -> String {
    let each = bundle.iter().enumerate().map(|(k, text)| {
        let word = |by: usize| PAYLOADS[(n + k + by) % PAYLOADS.len()];
        let text = text.replacen(" said", &format!(" {} said", word(2)), 1);
        format!("{}\n{}\n2024-05-0{}\n{text}", word(0), word(1), 1 + k)
    });
    each.collect::<Vec<_>>().join(&BETWEEN.to_string())
}

fn sources(bundle: &[String]) -> Vec<Source> {
    bundle.iter().enumerate().map(|(n, text)| Source::new(format!("s{n}"), text)).collect()
}

fn reconciled(bundle: &[String]) -> String {
    let sources = sources(bundle);
    let all = RECONCILER.reconcile(&sources).expect("two sources");
    serde_json::to_string(&all.with_texts(&sources)).expect("written")
}

fn sample() -> String {
    serde_json::to_string(&Source::new("a", "It rained.").publisher("A")).expect("written")
}

fn files(bundles: &[Vec<String>], seeds: &[String]) -> Vec<String> {
    let join = |parts: Vec<String>| parts.join(&BETWEEN.to_string());
    let mut made = Vec::new();
    for (n, bundle) in bundles.iter().enumerate() {
        let line = |text: &String| {
            serde_json::to_string(&Source::new(format!("s{}", text.len()), text)).expect("written")
        };
        let lines: Vec<String> = bundle.iter().map(line).collect();
        made.push(match n % 7 {
            0 => join(bundle.iter().map(|text| format!("t{text}")).collect()),
            1 => join(bundle.iter().map(|text| page(text)).collect()),
            2 => join(bundle.iter().map(|text| note(text)).collect()),
            3 => format!("l{}", lines.join("\n")),
            4 => format!("j[{}]", lines.join(",")),
            5 => format!("j{{\"sources\":[{}]}}", lines.join(",")),
            _ => format!("j{}", reconciled(bundle)),
        });
    }
    made.push(join(seeds.iter().take(2).map(|text| format!("t{text}")).collect()));
    made
}

fn page(text: &str) -> String {
    format!(
        "h<!doctype html><html><head><title>A dam</title><meta charset=utf-8><meta property=\"og:site_name\" content=\"A &amp; B\">\
         <meta property=\"article:published_time\" content=\"2024-05-08T09:30:00+02:00\"><style>p {{}}</style></head><body><nav>Home\
         </nav><article><h1>A dam</h1><p>{text}</p><script>x()</script><aside>More</aside><p>{text}<br>&ldquo;{text}&#8221;</p></article></body></html>"
    )
}

fn note(text: &str) -> String {
    format!(
        "m---\npublisher: A\ndate: 2024-05-08\n---\n# A dam\n\n> **{text}**\n\n- [{text}](http://a.b) <!-- note -->\n![x](y)\n"
    )
}

fn settings(root: &Path) -> Vec<String> {
    let config = Config::default();
    let mut made = vec![
        format!("\0{}", toml::to_string_pretty(&config).expect("written")),
        format!("\u{1}{}", serde_json::to_string(&config).expect("written")),
        "\0[resolve]\ndiscrepancy = 0.9\n[align]\nthreshold = 1e-9\n".to_owned(),
        "\u{2}Kiari Moussa | Chiari Moussa\n# a note\nTillia\tTilia\n".to_owned(),
        "\u{3}Kiari Moussa | Chiari Moussa\n".to_owned(),
    ];
    let mut tables: Vec<_> = fs::read_dir(root.join("src/lexicon/data"))
        .expect("the tables")
        .map(|e| e.expect("a file").path())
        .collect();
    tables.sort();
    for table in tables {
        let text = fs::read_to_string(table).unwrap_or_default();
        made.push(format!("\u{4}{}", text.lines().take(40).collect::<Vec<_>>().join("\n")));
    }
    made
}
