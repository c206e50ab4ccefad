//! Claims: clusters of linked sentences, as shown in results.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::id::Fingerprint;
use crate::point::linked::Linked;
use crate::point::shared::{Words, shared};
use crate::point::{Bundle, End};
use crate::record::{Assertion, Claim, ClaimId, Link, Place, Record};
use crate::resolve::ids;
use crate::span::Span;
use crate::text::SentenceId;

/// The claims, in the order of the alignment.
pub(super) fn claims(linked: &Linked<'_, '_>) -> Vec<Claim> {
    let mut claims = linked.bundle.alignment.claims.iter().map(|links| claim(linked, links)).collect_vec();
    let prints = claims.iter().map(|claim| {
        let first = claim.sentences.iter().min_by_key(|s| (ids::rank(linked.bundle, &s.source), *s));
        Fingerprint::new().field(ids::words(first.map_or("", |sentence| &sentence.text)))
    });
    let prints = ids::numbered(prints.collect_vec());
    for (claim, print) in claims.iter_mut().zip(prints) {
        claim.id = ClaimId::from_fingerprint(print);
    }
    claims
}

/// For each link, the id of its claim.
pub(super) fn ids_by_link(bundle: &Bundle<'_>, claims: &[Claim]) -> Vec<Option<ClaimId>> {
    let mut ids = vec![None; bundle.alignment.links.len()];
    for (links, claim) in bundle.alignment.claims.iter().zip(claims) {
        for &link in links {
            if let Some(id) = ids.get_mut(link) {
                *id = Some(claim.id.clone());
            }
        }
    }
    ids
}

/// The positions of claims' sentences, for finding the claim of a record that does not come from a link.
pub(super) struct Homes<'c>(BTreeMap<&'c str, Vec<(Span, &'c ClaimId)>>);

impl<'c> Homes<'c> {
    pub(super) fn of(claims: &'c [Claim]) -> Self {
        let mut by_source: BTreeMap<&str, Vec<(Span, &ClaimId)>> = BTreeMap::new();
        for claim in claims {
            for sentence in &claim.sentences {
                by_source.entry(&sentence.source).or_default().push((sentence.span, &claim.id));
            }
        }
        by_source.values_mut().for_each(|spans| spans.sort_unstable());
        Self(by_source)
    }

    /// The first claim that contains a mention of the record.
    pub(super) fn claim(&self, record: &Record) -> Option<ClaimId> {
        record.readings.iter().flat_map(|r| &r.mentions).find_map(|mention| {
            let spans = self.0.get(mention.source.as_str())?;
            let upto = spans.partition_point(|(span, _)| span.start <= mention.span.start);
            let before = spans.get(..upto)?.iter().rev();
            before.take(NEAR).find(|(span, _)| span.contains(mention.span)).map(|(_, id)| (*id).clone())
        })
    }
}

/// The most claims of one sentence that are checked.
const NEAR: usize = 32;

fn claim(linked: &Linked<'_, '_>, links: &[usize]) -> Claim {
    let bundle = linked.bundle;
    let links = links.iter().filter_map(|&n| bundle.alignment.links.get(n)).collect_vec();
    let ends = links.iter().flat_map(|link| [link.a, link.b]).sorted_unstable().dedup().collect_vec();
    let support = bundle.dependence.support(ends.iter().copied());
    let ends = ends.into_iter().filter_map(|id| {
        let end = bundle.end(id.source, id.sentence)?;
        Some((id, end, &linked.words(&end)?.shared))
    });
    let ends = ends.collect_vec();
    // A sentence shares clauses with those it is linked to.
    let both_ways = links.iter().flat_map(|link| [(link.a, link.b), (link.b, link.a)]);
    let both_ways = both_ways.sorted_unstable().dedup().collect_vec();
    let assertion = |(id, end, words): &(SentenceId, End<'_>, &Words)| {
        let from = both_ways.partition_point(|(one, _)| one < id);
        let partners = both_ways.iter().skip(from).take_while(|(one, _)| one == id);
        let others =
            partners.filter_map(|(_, other)| ends.get(ends.binary_search_by_key(other, |e| e.0).ok()?));
        let others = others.map(|(_, _, words)| *words).collect_vec();
        Assertion {
            source: end.document.source().id().to_owned(),
            span: end.sentence.span,
            characters: end.document.characters(end.sentence.span),
            text: end.sentence.span.slice(end.document.text()).to_owned(),
            shared: shared(end, words, &others).into_iter().map(|span| end.document.offsets(span)).collect(),
        }
    };
    let sentences = ends.iter().map(assertion).collect_vec();
    let place = |end: SentenceId| {
        let end = bundle.end(end.source, end.sentence)?;
        let (source, span) = (end.document.source().id().to_owned(), end.sentence.span);
        Some(Place { source, span, characters: end.document.characters(span) })
    };
    let links = links
        .iter()
        .filter_map(|link| Some(Link { a: place(link.a)?, b: place(link.b)?, score: link.score }));
    Claim { id: ClaimId::from_fingerprint(Fingerprint::new()), sentences, links: links.collect(), support }
}
