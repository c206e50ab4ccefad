//! `lab entities FOLDER...`: how the names in each folder's texts were matched, for reading against the texts.

use std::io::{self, Write};

use testimonia::align::{self, AlignConfig};
use testimonia::text::Document;
use testimonia::{Lexicon, Source, entity, mention, text};

/// Prints the comparisons of each folder; a folder is one bundle.
pub(crate) fn print(folders: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = Lexicon::english();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for &folder in folders {
        let mut files: Vec<_> =
            std::fs::read_dir(folder)?.map(|f| f.map(|f| f.path())).collect::<Result<_, _>>()?;
        files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
        files.sort();
        let mut sources = Vec::new();
        for file in &files {
            let id = file.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
            sources.push(Source::new(id, std::fs::read_to_string(file)?));
        }
        let documents: Vec<Document<'_>> = sources.iter().map(|s| text::parse(s, &lexicon)).collect();
        let mentions = mention::extract(&documents, &lexicon);
        let alignment = align::align(&documents, &mentions, &lexicon, &AlignConfig::default());
        let clusters = entity::find(&documents, &mentions, &alignment, &lexicon);
        writeln!(out, "# {folder}")?;
        for cluster in &clusters {
            for comparison in &cluster.comparisons {
                let side = |n: usize| -> (String, String) {
                    let Some(spelling) = cluster.spellings.get(n) else { return Default::default() };
                    let mut sources: Vec<String> =
                        spelling.names.iter().map(|id| id.source.to_string()).collect();
                    sources.dedup();
                    (spelling.text.clone(), sources.join(","))
                };
                let (a, b) = (side(comparison.a), side(comparison.b));
                writeln!(
                    out,
                    "{}\t{}\t{:?}\t{} [{}]\t{} [{}]\t{}",
                    comparison.relation,
                    comparison.confidence,
                    cluster.kind,
                    a.0,
                    a.1,
                    b.0,
                    b.1,
                    comparison.reason
                )?;
            }
        }
    }
    Ok(out.flush()?)
}
