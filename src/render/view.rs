//! View: a reconciliation with the texts of its sources, looked up by id.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::compare::{Facet, Relation, Verdict};
use crate::math::ln;
use crate::record::{Mention, Reconciliation, Record, SourceOutline};
use crate::render::title;
use crate::source::Source;
use crate::span::Span;

/// How many sentences at the beginning of a text say what it is about: the headline, the dateline, the lead.
const LEAD: usize = 4;

/// A reconciliation, and the positions of its sources in it.
#[derive(Clone, Debug)]
pub(super) struct View<'a> {
    pub(super) all: &'a Reconciliation,
    numbers: BTreeMap<&'a str, usize>,
    texts: Vec<Option<&'a Source>>,
}

impl<'a> View<'a> {
    /// A view with these sources; one that is not among them is shown without context.
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

    /// The position of a source with this id.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// The source with this id, with its text.
    pub(super) fn source(&self, id: &str) -> Option<&'a Source> {
        self.text(self.number(id)?)
    }

    /// The source at this position, with its text.
    pub(super) fn text(&self, number: usize) -> Option<&'a Source> {
        self.texts.get(number).copied().flatten()
    }

    fn outline(&self, id: &str) -> Option<&'a SourceOutline> {
        self.all.sources.get(self.number(id)?)
    }

    /// The sentence around a mention, or the sentences over which it extends.
    pub(super) fn sentence(&self, mention: &Mention) -> Span {
        let sentences = self.outline(&mention.source).map_or(&[][..], |outline| &outline.sentences);
        let spans = sentences.iter().skip(self.sentence_at(mention)).map(|sentence| sentence.span);
        let holding = spans.take_while(|s| s.start < mention.span.end);
        holding.fold(mention.span, Span::cover)
    }

    /// The discrepancies: those that are sure before those worth a look and, within each group, those first that matter most
    /// to a reader. This depends on the subject (a toll before a spelling), the position in the texts (at the beginning
    /// before further down), the number of independent sources on the weaker side, and the confidence.
    pub(super) fn discrepancies(&self) -> Vec<&'a Record> {
        self.numbered_discrepancies().into_iter().map(|(_, record)| record).collect()
    }

    /// The same, with the index of each among all records.
    pub(super) fn numbered_discrepancies(&self) -> Vec<(usize, &'a Record)> {
        let records = self.all.records.iter().enumerate().filter(|(_, r)| r.verdict == Verdict::Discrepancy);
        let mut records: Vec<(usize, &Record)> = records.collect();
        records.sort_by_cached_key(|(_, record)| {
            Reverse((record.sure, self.gravity(record), record.confidence))
        });
        records
    }

    /// How much a discrepancy matters to a reader, in hundredths.
    fn gravity(&self, record: &Record) -> i64 {
        let conflict = record.relation == Relation::Conflict;
        let matter = match record.facet {
            Facet::Quantity if title::state(record).is_some() => 500,
            Facet::Quantity if conflict => 350,
            Facet::Polarity | Facet::Modality | Facet::Attribution => 350,
            Facet::Date | Facet::Action => 300,
            Facet::Role | Facet::Listing if conflict => 250,
            Facet::Quote => 200,
            Facet::Name if conflict => 200,
            _ => 100,
        };
        let leads = record.readings.iter().filter(|r| r.mentions.iter().any(|m| self.is_in_lead(m))).count();
        let place = match leads {
            0 => 0,
            1 => 50,
            _ => 150,
        };
        let mut support: Vec<f64> = record.readings.iter().map(|r| r.support.independent).collect();
        support.sort_by(|x, y| y.total_cmp(x));
        let lesser = support.get(1).copied().unwrap_or_default();
        let sources = (60.0 * ln(lesser.max(1.0))).round() as i64;
        matter + place + sources
    }

    /// True for what is in the first sentences of its source.
    fn is_in_lead(&self, mention: &Mention) -> bool {
        self.sentence_at(mention) < LEAD
    }

    /// The index of the first sentence that ends after the beginning of a mention.
    fn sentence_at(&self, mention: &Mention) -> usize {
        let sentences = self.outline(&mention.source).map_or(&[][..], |outline| &outline.sentences);
        sentences.partition_point(|sentence| sentence.span.end <= mention.span.start)
    }
}
