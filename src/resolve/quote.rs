//! Quotations: one utterance in several sources.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::{self, Facet, Judgement};
use crate::entity::NameId;
use crate::fold::fold;
use crate::mention::Quote;
use crate::record::{ClaimId, Value};
use crate::resolve::point::{Describe, Found, Node, Pair, matching, records as to_records};
use crate::resolve::{Bundle, End};
use crate::span::Span;

/// The records of quotations.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let speakers = Speakers(bundle.clusters_by_name());
    let pairs = bundle.linked().flat_map(|(n, score, (a, b))| paired(bundle, &speakers, &a, &b, n, score));
    to_records(bundle, &Quotes(bundle), pairs.collect(), of_link)
}

/// What two quotations of one speaker in linked sentences have in common by that alone; see [`compare::quote::compare_translated`].
const LEAST_LINK: f64 = 0.5;

/// The pairs of quotations of two linked sentences that are one utterance: first those whose words say so, then, of what is
/// left, those of one speaker that may be two translations.
fn paired(
    bundle: &Bundle<'_>,
    speakers: &Speakers,
    a: &End<'_>,
    b: &End<'_>,
    link: usize,
    score: f64,
) -> Vec<Pair> {
    let ours = a.within(&a.mentions.quotes, |q| q.sentence).collect_vec();
    let theirs = b.within(&b.mentions.quotes, |q| q.sentence).collect_vec();
    let judged = |i: u32, j: u32, judgement: Judgement, same_matter: f64| {
        let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
        Pair { a, b, judgement, same_matter, link: Some(link), cues: Vec::new() }
    };
    let words = |end: &End<'_>, q: &Quote| q.span.slice(end.document.text()).to_owned();
    let by_words = ours.iter().cartesian_product(&theirs).filter_map(|(&(i, x), &(j, y))| {
        let judgement = compare::quote::compare(&words(a, x), &words(b, y), bundle.lexicon)?;
        // Words that two quotations share at length are one utterance whatever the sentences around them.
        let same_matter = score.max(0.97);
        Some(judged(i, j, judgement, same_matter))
    });
    let mut pairs = matching(by_words.collect());
    if score < LEAST_LINK {
        return pairs;
    }
    let free = |list: &[(u32, &Quote)], taken: Vec<u32>| {
        list.iter().filter(|(n, _)| !taken.contains(n)).map(|&(n, q)| (n, q.clone())).collect_vec()
    };
    let ours = free(&ours, pairs.iter().map(|p| p.a.index).collect());
    let theirs = free(&theirs, pairs.iter().map(|p| p.b.index).collect());
    let translated = ours.iter().cartesian_product(&theirs).filter_map(|((i, x), (j, y))| {
        if !x.mixed || !y.mixed || !speakers.are_one(a, x, b, y) {
            return None;
        }
        let judgement = compare::quote::compare_translated(&words(a, x), &words(b, y), bundle.lexicon)?;
        Some(judged(*i, *j, judgement, score))
    });
    let translated = translated.collect();
    pairs.extend(matching(translated));
    pairs
}

/// Which entity each name is, to tell whether two quotations have one speaker.
struct Speakers(BTreeMap<NameId, usize>);

impl Speakers {
    /// True where both are named and are one entity, or are called by the same words.
    fn are_one(&self, a: &End<'_>, x: &Quote, b: &End<'_>, y: &Quote) -> bool {
        let entity = |end: &End<'_>, q: &Quote| {
            self.0.get(&NameId { source: end.source, name: u32::try_from(q.name?).ok()? })
        };
        if let (Some(one), Some(other)) = (entity(a, x), entity(b, y)) {
            return one == other;
        }
        let called = |end: &End<'_>, q: &Quote| q.speaker.map(|s| fold(s.slice(end.document.text())));
        called(a, x).is_some_and(|one| called(b, y) == Some(one))
    }
}

struct Quotes<'b, 'a>(&'b Bundle<'a>);

impl Quotes<'_, '_> {
    fn quote(&self, node: Node) -> Option<&Quote> {
        self.0.mentions.get(node.source as usize)?.quotes.get(node.index as usize)
    }

    fn words(&self, node: Node) -> Option<&str> {
        Some(self.quote(node)?.span.slice(self.0.documents.get(node.source as usize)?.text()))
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

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        compare::quote::compare_translated(self.words(a)?, self.words(b)?, self.0.lexicon)
    }

    fn context(&self) -> &'static str {
        ""
    }
}
