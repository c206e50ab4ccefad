//! Quotations: one utterance in several sources.

use itertools::Itertools;

use crate::compare::{self, Facet};
use crate::mention::Quote;
use crate::record::{ClaimId, Record, Value};
use crate::resolve::point::{Describe, Node, Pair, matching, records as to_records};
use crate::resolve::{Bundle, End};
use crate::span::Span;

/// The records of quotations.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Record> {
    let links = bundle.alignment.links.iter().enumerate();
    let pairs = links
        .filter_map(|(n, link)| Some((n, link.score.value(), bundle.ends(link)?)))
        .flat_map(|(n, score, (a, b))| matching(candidates(bundle, &a, &b, n, score)));
    to_records(bundle, &Quotes(bundle), pairs.collect(), of_link)
}

fn candidates(bundle: &Bundle<'_>, a: &End<'_>, b: &End<'_>, link: usize, score: f64) -> Vec<Pair> {
    let ours = a.within(&a.mentions.quotes, |q| q.sentence);
    let theirs = b.within(&b.mentions.quotes, |q| q.sentence).collect_vec();
    ours.cartesian_product(&theirs)
        .filter_map(|((i, x), &(j, y))| {
            let (left, right) = (x.span.slice(a.document.text()), y.span.slice(b.document.text()));
            let judgement = compare::quote::compare(left, right, bundle.lexicon)?;
            let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
            Some(Pair { a, b, judgement, same_matter: score, link: Some(link) })
        })
        .collect()
}

struct Quotes<'b, 'a>(&'b Bundle<'a>);

impl Quotes<'_, '_> {
    fn quote(&self, node: Node) -> Option<&Quote> {
        self.0.mentions.get(node.source as usize)?.quotes.get(node.index as usize)
    }
}

impl Describe for Quotes<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Quote
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.quote(node).map(|q| q.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        let text = self.0.documents.get(node.source as usize)?.text();
        let flat = |span: Span| span.slice(text).split_whitespace().join(" ");
        self.quote(node).map(|q| Value::Quote { words: flat(q.span), speaker: q.speaker.map(flat) })
    }

    fn context(&self, _: &Pair) -> String {
        "one utterance".to_owned()
    }
}
