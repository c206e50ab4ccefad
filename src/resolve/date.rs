//! Dates: times given in linked sentences for one happening.

use itertools::Itertools;

use crate::compare::{self, Judgement, Facet, Verdict};
use crate::mention::Date;
use crate::record::{ClaimId, Record, Value};
use crate::resolve::point::{Describe, Node, Pair, matching, records as to_records};
use crate::resolve::{Bundle, End};
use crate::span::Span;

/// The records of dates.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Record> {
    let links = bundle.alignment.links.iter().enumerate();
    let pairs = links
        .filter_map(|(n, link)| Some((n, link.score.value(), bundle.ends(link)?)))
        .flat_map(|(n, score, (a, b))| matching(candidates(&a, &b, n, score)));
    to_records(bundle, &Dates(bundle), pairs.collect(), of_link)
}

fn candidates(a: &End<'_>, b: &End<'_>, link: usize, score: f64) -> Vec<Pair> {
    let ours = a.within(&a.mentions.dates, |d| d.sentence).collect_vec();
    let theirs = b.within(&b.mentions.dates, |d| d.sentence).collect_vec();
    // Two dates in a sentence date two things: which of them a lone date elsewhere contradicts cannot be told.
    let lone = ours.len() == 1 && theirs.len() == 1;
    ours.iter()
        .cartesian_product(&theirs)
        .filter_map(|(&(i, x), &(j, y))| {
            let judgement = compare::date::compare(x, y)?;
            if judgement.relation.verdict() == Verdict::Discrepancy && !lone {
                return None;
            }
            let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
            Some(Pair { a, b, judgement, same_matter: score, link: Some(link) })
        })
        .collect()
}

struct Dates<'b, 'a>(&'b Bundle<'a>);

impl Dates<'_, '_> {
    fn date(&self, node: Node) -> Option<&Date> {
        self.0.mentions.get(node.source as usize)?.dates.get(node.index as usize)
    }
}

impl Describe for Dates<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Date
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.date(node).map(|d| d.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        self.date(node).map(|d| Value::Date { earliest: d.earliest, latest: d.latest })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        compare::date::compare(self.date(a)?, self.date(b)?)
    }

    fn context(&self) -> &'static str {
        "in linked sentences"
    }
}
