//! Writes the corpus to `fuzz/corpus/<target>/`: `cargo run --example corpus`.

use std::fs;
use std::path::Path;

use testimonia_fuzz::corpus::{TARGETS, inputs};

fn main() -> std::io::Result<()> {
    for (target, _) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        let inputs = inputs(target);
        for (n, input) in inputs.iter().enumerate() {
            fs::write(folder.join(format!("made-{n:04}")), input)?;
        }
        println!("{target}: {} inputs", inputs.len());
    }
    Ok(())
}
