//! Assembles testimonia.html: the compressed WebAssembly, script, styles and sample in one file whose policy allows exactly
//! these.
//!
//!     cargo run --example page -- MODULE.wasm OUT.html

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::{Engine, engine::general_purpose::STANDARD};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use sha2::{Digest, Sha256};

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(module), Some(out)) = (words.next(), words.next()) else {
        return Err("usage: page MODULE.wasm OUT.html".into());
    };
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(here.join("page").join(name));

    let style = fs::read_to_string(here.join("../../src/render/html/page.css"))? + &read("page.css")?;
    let script = read("page.js")?;
    // Nothing is fetched. `data:` is the empty icon, without which browsers ask the host for one.
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; worker-src blob:; img-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&style),
    );
    let page = filled(
        &read("page.html")?,
        &[
            ("policy", &policy),
            ("style", &style),
            ("sample", &sample(&here.join("../../seeds"))?),
            ("wasm", &STANDARD.encode(packed(&fs::read(module)?)?)),
            ("worker", &read("worker.js")?),
            ("script", &script),
        ],
    )?;
    fs::write(out, page)?;
    Ok(())
}

/// The template with each `{name}` replaced once.
fn filled(template: &str, parts: &[(&str, &str)]) -> Result<String, String> {
    let mut page = String::new();
    let mut rest = template;
    for (name, content) in parts {
        let (before, after) = rest
            .split_once(&format!("{{{name}}}"))
            .ok_or(format!("page.html has no {{{name}}} where it is due"))?;
        page.push_str(before);
        page.push_str(content);
        rest = after;
    }
    Ok(page + rest)
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// The module, compressed with LZMA and preceded by its size.
fn packed(module: &[u8]) -> Result<Vec<u8>, std::io::Error> {
    let mut options = LzmaOptions::with_preset(9);
    options.dict_size = 1 << 23;
    let mut packer = LzmaWriter::new_use_header(Vec::new(), &options, Some(module.len() as u64))?;
    packer.write_all(module)?;
    packer.finish()
}

/// The texts in seeds/ as JSON that can be embedded in a page.
fn sample(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let mut sources = Vec::new();
    for file in files {
        let id = file.file_name().map(|name| name.to_string_lossy().into_owned());
        sources.push(serde_json::json!({ "id": id, "text": fs::read_to_string(file)? }));
    }
    Ok(serde_json::to_string(&sources)?.replace('<', "\\u003c"))
}
