//! Stable ids: derived from what a point is about, not from everything in it, so adding a source changes no ids.
//!
//! A record's id is derived from its facet and its earliest reading with the sentence that contains it; a claim's from its
//! earliest sentence; an entity's from its kind and the earliest form of its name. Earliest means published first, if known,
//! then first by source id. Positions and source ids are not included, so an edit elsewhere in a text changes no ids.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::Facet;
use crate::date::Published;
use crate::fold::fold;
use crate::id::Fingerprint;
use crate::point::{Bundle, flat};
use crate::record::{Mention, RecordId};
use crate::resolve::gather::Found;
use crate::span::Span;

/// The sort key by which sources are ordered.
pub(super) fn rank(bundle: &Bundle<'_>, source: &str) -> (bool, Option<Published>) {
    let at = bundle.documents.binary_search_by(|document| document.source().id().cmp(source));
    let published = at.ok().and_then(|n| bundle.documents.get(n)).and_then(|document| document.published());
    (published.is_none(), published)
}

/// The earliest of some mentions.
pub(super) fn earliest<'m>(
    bundle: &Bundle<'_>,
    mentions: impl Iterator<Item = &'m Mention>,
) -> Option<&'m Mention> {
    mentions.min_by_key(|mention| (rank(bundle, &mention.source), *mention))
}

/// Words as used in ids: case, punctuation and white space do not matter.
pub(super) fn words(text: &str) -> String {
    fold(&flat(text))
}

/// Gives each record its id. If several points have the same earliest reading in one sentence, the discrepancy gets the plain
/// id, and the others are numbered.
pub(super) fn assign(found: &mut [Found], bundle: &Bundle<'_>) {
    let mut prints: BTreeMap<u64, (Fingerprint, Vec<usize>)> = BTreeMap::new();
    for (n, Found { record, .. }) in found.iter().enumerate() {
        let mut print = Fingerprint::new().field(record.facet.as_str());
        if let Some(first) = earliest(bundle, record.readings.iter().flat_map(|r| &r.mentions)) {
            print = print.field(words(&first.text));
            if record.facet != Facet::Name || record.entity.is_none() {
                print = print.field(words(sentence(bundle, &first.source, first.span)));
            }
        }
        prints.entry(print.value()).or_insert_with(|| (print, Vec::new())).1.push(n);
    }
    for (print, of) in prints.into_values() {
        let grave = |n: &usize| found.get(*n).map(|f| (Reverse(f.record.level), *n));
        for (number, n) in of.into_iter().sorted_by_key(grave).enumerate() {
            let print = if number == 0 { print } else { print.number(number) };
            if let Some(Found { record, .. }) = found.get_mut(n) {
                record.id = RecordId::from_fingerprint(print);
            }
        }
    }
}

/// The same fingerprints, with repeated ones made distinct.
pub(super) fn numbered(prints: impl IntoIterator<Item = Fingerprint>) -> Vec<Fingerprint> {
    let mut seen: BTreeMap<u64, usize> = BTreeMap::new();
    let number = |print: Fingerprint| {
        let times = seen.entry(print.value()).or_insert(0);
        *times += 1;
        if *times == 1 { print } else { print.number(*times) }
    };
    prints.into_iter().map(number).collect()
}

fn sentence<'b>(bundle: &Bundle<'b>, source: &str, span: Span) -> &'b str {
    let at = bundle.documents.binary_search_by(|document| document.source().id().cmp(source));
    let document = at.ok().and_then(|n| bundle.documents.get(n));
    let held = document.and_then(|document| {
        let sentence = document.sentences().get(document.sentence_at(span.start)?)?;
        Some(sentence.span.slice(document.text()))
    });
    held.unwrap_or_default()
}
