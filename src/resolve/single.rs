//! One difference, one record: a difference within a quotation is reported under the quotation, or under the number or name, not
//! under both, and once per utterance.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use itertools::Itertools;

use crate::compare::quote::{Utterance, align};
use crate::compare::{Facet, Verdict};
use crate::fold::fold;
use crate::lexicon::Lexicon;
use crate::record::{Mention, Reading, Record};
use crate::resolve::gather::Found;
use crate::span::Span;

/// Leaves one record for each difference. A difference that occurs only within quotations belongs to the quotations; if
/// sources also differ on it in their own words, it is not about how somebody is quoted.
pub(super) fn differences(found: &mut Vec<Found>, lexicon: &Lexicon) {
    utterances(found);
    let differs = |f: &&Found| f.record.verdict == Verdict::Discrepancy;
    let quotes = found.iter().filter(differs).map(|f| &f.record).filter(|r| r.facet == Facet::Quote);
    let quotes = quotes.collect_vec();
    let told = |r: &&Record| !matches!(r.facet, Facet::Quote | Facet::Attribution | Facet::Role);
    let others = found.iter().filter(differs).map(|f| &f.record).filter(told).collect_vec();
    let mut gone = BTreeSet::new();
    for quote in quotes {
        for other in &others {
            if touches(quote, other) && is_within(quote, other) {
                gone.insert(other.id.clone());
            } else if is_all(quote, other, lexicon) {
                gone.insert(quote.id.clone());
            }
        }
    }
    found.retain(|f| !gone.contains(&f.record.id));
}

/// Keeps one record for each utterance among quotations that differ, the one with the highest confidence. Another is about
/// the same utterance if two of its readings overlap with two of that record's.
fn utterances(found: &mut Vec<Found>) {
    let quotes = found.iter().map(|f| &f.record);
    let quotes = quotes.filter(|r| r.facet == Facet::Quote && r.verdict == Verdict::Discrepancy);
    let quotes =
        quotes.sorted_by_key(|r| (Reverse(r.confidence), Reverse(r.readings.len()), &r.id)).collect_vec();
    let overlap = |m: &Mention, o: &Mention| {
        m.source == o.source && m.span.start < o.span.end && o.span.start < m.span.end
    };
    let mut kept: Vec<&Record> = Vec::new();
    let mut gone = BTreeSet::new();
    for record in quotes {
        let told = |k: &&Record| {
            let there = || k.readings.iter().flat_map(|r| &r.mentions);
            let of_it = |r: &&Reading| r.mentions.iter().any(|m| there().any(|o| overlap(m, o)));
            record.readings.iter().filter(of_it).count() > 1
        };
        if kept.iter().any(told) {
            gone.insert(record.id.clone());
        } else {
            kept.push(record);
        }
    }
    found.retain(|f| !gone.contains(&f.record.id));
}

fn holds(outer: &Mention, inner: &Mention) -> bool {
    outer.source == inner.source && outer.span.contains(inner.span)
}

/// True if two readings of one contain mentions of two readings of the other.
fn touches(quote: &Record, other: &Record) -> bool {
    let held = |r: &Reading| {
        let inside = |m: &Mention| quote.readings.iter().position(|q| q.mentions.iter().any(|o| holds(o, m)));
        r.mentions.iter().find_map(inside)
    };
    other.readings.iter().filter_map(held).sorted_unstable().dedup().count() > 1
}

/// True if no reading of the other has a mention outside the quotations.
fn is_within(quote: &Record, other: &Record) -> bool {
    let mut mentions = other.readings.iter().flat_map(|r| &r.mentions);
    mentions.all(|m| quote.readings.iter().flat_map(|q| &q.mentions).any(|o| holds(o, m)))
}

/// True if the words of one occur in sequence in the other.
fn is_in(words: &str, others: &str) -> bool {
    let (words, others) = (words.split_whitespace().collect_vec(), others.split_whitespace().collect_vec());
    others.windows(words.len().max(1)).any(|w| w == words)
}

/// True if the quotations differ only in what the other record is about.
fn is_all(quote: &Record, other: &Record, lexicon: &Lexicon) -> bool {
    // The reading that the source itself gives in the same words, there or elsewhere.
    let about = |m: &Mention, part: Span| {
        let said = fold(part.slice(&m.text));
        let says = |r: &Reading| {
            let mut mentions = r.mentions.iter().filter(|o| o.source == m.source);
            !said.is_empty() && mentions.any(|o| is_in(&said, &fold(&o.text)))
        };
        other.readings.iter().position(says)
    };
    let firsts = quote.readings.iter().filter_map(|r| r.mentions.first());
    firsts.tuple_combinations().all(|(a, b)| {
        let (x, y) = (Utterance::read(&a.text, lexicon), Utterance::read(&b.text, lexicon));
        let differences = align(&x, &y).differences;
        !differences.is_empty()
            && differences.iter().all(|&(here, there)| {
                let (x, y) = (about(a, here), about(b, there));
                x.is_some() && y.is_some() && x != y
            })
    })
}
