//! Annotated bundles: texts, what is known of them, and which of their sentences are aligned.

use std::path::Path;

use serde_json::Value;
use testimonia::text::{Document, SentenceId};
use testimonia::{Lexicon, Source, text};

type Failure = Box<dyn std::error::Error>;

/// A stretch of a source's text.
struct Anchor {
    source: usize,
    /// Its middle byte, doubled.
    middle: usize,
}

pub(crate) struct Bundle {
    pub(crate) name: String,
    /// In the order of their ids.
    pub(crate) sources: Vec<Source>,
    aligned: Vec<(Anchor, Anchor)>,
    debatable: Vec<(Anchor, Anchor)>,
}

/// What the annotation says of a pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Aligned,
    Debatable,
    Apart,
}

impl Bundle {
    /// All annotated bundles of a folder, by name; texts are under `bundles`.
    pub(crate) fn all(gold: &Path, bundles: &Path) -> Result<Vec<Bundle>, Failure> {
        let mut files: Vec<_> =
            std::fs::read_dir(gold)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
        files.retain(|path| path.extension().is_some_and(|e| e == "json"));
        files.sort();
        files.iter().map(|path| Self::read(path, bundles)).collect()
    }

    fn read(path: &Path, bundles: &Path) -> Result<Bundle, Failure> {
        let name = path.file_stem().and_then(|s| s.to_str()).ok_or("a bundle without a name")?.to_owned();
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
        let folder = bundles.join(&name);
        let about: Value = match std::fs::read_to_string(folder.join("bundle.json")) {
            Ok(about) => serde_json::from_str(&about)?,
            Err(_) => Value::Null,
        };
        let known = |file: &str| about["sources"].as_array()?.iter().find(|s| s["file"] == file);
        let mut short_names = Vec::new();
        for (short, file) in gold["sources"].as_object().ok_or("no sources")? {
            let file = file.as_str().ok_or("a source that is no file")?;
            let mut source = Source::new(file, std::fs::read_to_string(folder.join(file))?);
            if let Some(publisher) = known(file).and_then(|s| s["publisher"].as_str()) {
                source = source.publisher(publisher);
            }
            if let Some(published) = known(file).and_then(|s| s["published"].as_str()) {
                source = source.published(published.parse::<testimonia::Published>()?);
            }
            short_names.push((short.clone(), source));
        }
        short_names.sort_by(|a, b| a.1.id().cmp(b.1.id()));
        let anchor = |place: &Value| -> Result<Anchor, Failure> {
            let source = short_names.iter().position(|(s, _)| place[0] == **s).ok_or("an unknown source")?;
            let text = short_names[source].1.text();
            let inner = place[1].as_str().ok_or("no anchor")?;
            let outer = place[2].as_str().unwrap_or(inner);
            let start = text.find(outer).zip(outer.find(inner)).ok_or("an anchor that is not there")?;
            let start = start.0 + start.1;
            Ok(Anchor { source, middle: 2 * start + inner.len() })
        };
        let pair = |pair: &Value| Ok((anchor(&pair[0])?, anchor(&pair[1])?));
        let list = |key: &str| gold[key].as_array().cloned().unwrap_or_default();
        let aligned = list("alignments").iter().map(pair).collect::<Result<_, Failure>>()?;
        let debatable = list("debatable")
            .iter()
            .filter(|d| d.get("alignment").is_some())
            .map(|d| pair(&d["alignment"]))
            .collect::<Result<_, Failure>>()?;
        Ok(Bundle { name, sources: short_names.into_iter().map(|(_, s)| s).collect(), aligned, debatable })
    }

    pub(crate) fn documents(&self, lexicon: &Lexicon) -> Vec<Document<'_>> {
        self.sources.iter().map(|source| text::parse(source, lexicon)).collect()
    }

    pub(crate) fn label(&self, documents: &[Document<'_>], a: SentenceId, b: SentenceId) -> Label {
        let holds = |id: SentenceId, anchor: &Anchor| {
            let span = documents[id.source as usize].sentences()[id.sentence as usize].span;
            id.source as usize == anchor.source && (2 * span.start..2 * span.end).contains(&anchor.middle)
        };
        let is = |(x, y): &(Anchor, Anchor)| (holds(a, x) && holds(b, y)) || (holds(a, y) && holds(b, x));
        if self.aligned.iter().any(is) {
            Label::Aligned
        } else if self.debatable.iter().any(is) {
            Label::Debatable
        } else {
            Label::Apart
        }
    }

    pub(crate) fn alignments(&self) -> usize {
        self.aligned.len()
    }
}
