//! The last few reconciliations, kept for questions and for reading in full.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use rmcp::model::{Resource, ResourceContents, ResourceTemplate};
use testimonia::{Reconciliation, Source, render};

/// How many reconciliations are kept.
pub(super) const MOST: usize = 8;
/// Bytes of their texts. Results take about ten times as much.
const BYTES: usize = 16 << 20;

const SCHEME: &str = "testimonia://reconciliation/";
const MARKDOWN: &str = "/markdown";

/// A reconciliation with its sources.
pub(super) struct Kept {
    pub(super) id: String,
    pub(super) all: Reconciliation,
    pub(super) sources: Vec<Source>,
}

impl Kept {
    fn bytes(&self) -> usize {
        self.sources.iter().map(|source| source.text().len()).sum()
    }
}

/// The last few reconciliations, latest first.
#[derive(Default)]
pub(super) struct Shelf(Mutex<VecDeque<Arc<Kept>>>);

impl Shelf {
    /// Adds a reconciliation and drops the oldest.
    pub(super) fn keep(&self, kept: Kept) {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.retain(|other| other.id != kept.id);
        shelf.push_front(Arc::new(kept));
        shelf.truncate(MOST);
        let mut bytes = 0;
        let mut fits = |kept: &Arc<Kept>| {
            bytes += kept.bytes();
            bytes <= BYTES
        };
        // The latest is kept whatever its size, which is bounded.
        let number = shelf.iter().take_while(|&kept| fits(kept)).count().max(1);
        shelf.truncate(number);
    }

    /// Finds a reconciliation by its id or address.
    pub(super) fn get(&self, id: &str) -> Option<Arc<Kept>> {
        let id = id.strip_prefix(SCHEME).unwrap_or(id);
        let id = id.strip_suffix(MARKDOWN).unwrap_or(id);
        let shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.iter().find(|kept| kept.id == id).cloned()
    }

    /// All ids.
    pub(super) fn ids(&self) -> Vec<String> {
        let shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.iter().map(|kept| kept.id.clone()).collect()
    }

    /// All reconciliations as resources.
    pub(super) fn resources(&self) -> Vec<Resource> {
        let shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.iter().map(|kept| link(&kept.id, kept.sources.len())).collect()
    }

    /// The contents of a resource.
    pub(super) fn read(&self, uri: &str) -> Option<ResourceContents> {
        let kept = self.get(uri.starts_with(SCHEME).then_some(uri)?)?;
        if uri.ends_with(MARKDOWN) {
            let text = render::markdown(&kept.all, &kept.sources);
            return Some(ResourceContents::text(text, uri).with_mime_type("text/markdown"));
        }
        let text = serde_json::to_string(&kept.all).ok()?;
        Some(ResourceContents::text(text, uri).with_mime_type("application/json"))
    }
}

/// The address of a full reconciliation.
pub(super) fn uri(id: &str) -> String {
    format!("{SCHEME}{id}")
}

/// A link to a full reconciliation.
pub(super) fn link(id: &str, sources: usize) -> Resource {
    Resource::new(uri(id), id)
        .with_title(format!("Reconciliation of {sources} sources"))
        .with_description(
            "All claims, records, entities and derivations, as described by schema/testimonia-1.json",
        )
        .with_mime_type("application/json")
}

pub(super) fn templates() -> Vec<ResourceTemplate> {
    vec![
        ResourceTemplate::new(format!("{SCHEME}{{id}}"), "reconciliation")
            .with_title("A full reconciliation")
            .with_description("The full result of `reconcile`, as described by schema/testimonia-1.json")
            .with_mime_type("application/json"),
        ResourceTemplate::new(format!("{SCHEME}{{id}}{MARKDOWN}"), "reconciliation_markdown")
            .with_title("A reconciliation as Markdown")
            .with_description("The same result as Markdown, for people")
            .with_mime_type("text/markdown"),
    ]
}
