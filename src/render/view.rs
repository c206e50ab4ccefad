//! View: a reconciliation with the texts of its sources, looked up by id.

use std::collections::BTreeMap;

use crate::record::{Mention, Reconciliation, Record, SourceOutline};
use crate::source::Source;
use crate::span::Span;

/// A reconciliation, and where its sources stand in it.
#[derive(Clone, Debug)]
pub(super) struct View<'a> {
    pub(super) all: &'a Reconciliation,
    numbers: BTreeMap<&'a str, usize>,
    texts: Vec<Option<&'a Source>>,
}

impl<'a> View<'a> {
    /// Of these sources; one that is not among them is shown without context.
    pub(super) fn new(all: &'a Reconciliation, sources: &'a [Source]) -> Self {
        let numbers: BTreeMap<&str, usize> =
            all.sources.iter().enumerate().map(|(n, source)| (source.id.as_str(), n)).collect();
        let mut texts = vec![None; all.sources.len()];
        for source in sources {
            if let Some(slot) = numbers.get(source.id()).and_then(|&n| texts.get_mut(n)) {
                *slot = Some(source);
            }
        }
        Self { all, numbers, texts }
    }

    /// The position of a source, by id.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// A source with its text, by id.
    pub(super) fn source(&self, id: &str) -> Option<&'a Source> {
        self.text(self.number(id)?)
    }

    /// A source with its text, by position.
    pub(super) fn text(&self, number: usize) -> Option<&'a Source> {
        self.texts.get(number).copied().flatten()
    }

    fn outline(&self, id: &str) -> Option<&'a SourceOutline> {
        self.all.sources.get(self.number(id)?)
    }

    /// The sentence around a mention, or the sentences it runs through.
    pub(super) fn sentence(&self, mention: &Mention) -> Span {
        let sentences = self.outline(&mention.source).map_or(&[][..], |outline| &outline.sentences);
        let first = sentences.partition_point(|sentence| sentence.span.end <= mention.span.start);
        let spans = sentences.iter().skip(first).map(|sentence| sentence.span);
        let holding = spans.take_while(|s| s.start < mention.span.end);
        holding.fold(mention.span, Span::cover)
    }

    /// The discrepancies, the surest first.
    pub(super) fn discrepancies(&self) -> Vec<&'a Record> {
        let mut records: Vec<&Record> = self.all.discrepancies().collect();
        records.sort_by_key(|record| std::cmp::Reverse(record.confidence));
        records
    }
}
