//! Spots: passages of sentences that are judged in pairs, for facets without mentions of their own.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compare::{Facet, Judgement};
use crate::point::decision::Cues;
use crate::point::flat;
use crate::point::pair::{Candidates, Describe, Node, Pair};
use crate::record::Value;
use crate::span::Span;
use crate::text::Document;

/// The spots of a facet, each identified by its first byte, with the judgements on them.
pub(crate) struct Spots {
    facet: Facet,
    context: Option<&'static str>,
    joining: Option<f64>,
    spans: BTreeMap<Node, (Span, Value)>,
    pairs: BTreeMap<(Node, Node), Pair>,
}

/// One end of a pair: its position, the span that represents it, and its value.
pub(crate) struct Spot {
    pub(crate) source: u32,
    pub(crate) span: Span,
    pub(crate) value: Value,
}

impl Spot {
    /// The words in a range of tokens.
    pub(crate) fn of_words(document: &Document<'_>, source: u32, tokens: &Range<usize>) -> Self {
        let span = document.span(tokens.clone());
        Self { source, span, value: Value::Words { words: flat(span.slice(document.text())) } }
    }

    /// Its words, if its value is words.
    pub(crate) fn words(&self) -> &str {
        match &self.value {
            Value::Words { words } => words,
            _ => "",
        }
    }
}

impl Spots {
    /// Of a facet, with the words that introduce the reason of its records.
    pub(crate) fn new(facet: Facet, context: &'static str) -> Self {
        Self { context: Some(context), ..Self::of_sentences(facet) }
    }

    /// Of a facet that compares sentences: the reason says whether they are linked.
    pub(crate) fn of_sentences(facet: Facet) -> Self {
        Self { facet, context: None, joining: None, spans: BTreeMap::new(), pairs: BTreeMap::new() }
    }

    /// The same, with all pairs of at least this confidence in one record; see [`Describe::joining`].
    pub(crate) fn joined_from(self, confidence: f64) -> Self {
        Self { joining: Some(confidence), ..self }
    }

    /// Adds a pair. Of several judgements on the same two spots, the one with the highest confidence is kept.
    pub(crate) fn add(
        &mut self,
        (a, b): (Spot, Spot),
        judgement: Judgement,
        same_matter: f64,
        link: Option<usize>,
        cues: Cues,
    ) {
        let (a, b) = (self.node(a), self.node(b));
        let pair = Pair::new(a, b, judgement, same_matter, link).with(cues);
        let sure = |p: &Pair| p.judgement.confidence * p.same_matter;
        match self.pairs.get_mut(&(a, b)) {
            Some(old) if sure(old) >= sure(&pair) => {}
            Some(old) => *old = pair,
            None => {
                self.pairs.insert((a, b), pair);
            }
        }
    }

    fn node(&mut self, spot: Spot) -> Node {
        let node = Node { source: spot.source, index: spot.span.start as u32 };
        self.spans.entry(node).or_insert((spot.span, spot.value));
        node
    }

    /// The points from all pairs.
    pub(crate) fn candidates<'b>(self) -> Candidates<'b> {
        let pairs = self.pairs.values().cloned().collect();
        Candidates::new(self, pairs)
    }
}

impl Describe for Spots {
    fn facet(&self) -> Facet {
        self.facet
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.spans.get(&node).map(|(span, _)| *span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        self.spans.get(&node).map(|(_, value)| value.clone())
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        self.pairs.get(&(a, b)).or_else(|| self.pairs.get(&(b, a))).map(|p| p.judgement.clone())
    }

    /// Spots that were never compared, being from one source or from unlinked sentences, may be one version.
    fn is_one_version(&self, a: Node, b: Node) -> bool {
        self.judge(a, b).is_none()
    }

    fn joining(&self) -> Option<f64> {
        self.joining
    }

    fn context(&self, leading: &Pair) -> &'static str {
        self.context.unwrap_or_else(|| leading.place())
    }
}
