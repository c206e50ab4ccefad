//! Dates: times given in linked sentences for one happening.

use itertools::Itertools;

use crate::compare::{self, Judgement, Facet, Verdict};
use crate::lexicon::TableId;
use crate::mention::Date;
use crate::record::{ClaimId, Record, Value};
use crate::resolve::point::{Describe, Node, Pair, matching, records as to_records};
use crate::resolve::{Bundle, End};
use crate::span::Span;
use crate::text::stem;

/// The records of dates.
pub(super) fn records(bundle: &Bundle<'_>, of_link: &[Option<ClaimId>]) -> Vec<Record> {
    let links = bundle.alignment.links.iter().enumerate();
    let pairs = links
        .filter_map(|(n, link)| Some((n, link.score.value(), bundle.ends(link)?)))
        .flat_map(|(n, score, (a, b))| matching(candidates(bundle, &a, &b, n, score)));
    to_records(bundle, &Dates(bundle), pairs.collect(), of_link)
}

fn candidates(bundle: &Bundle<'_>, a: &End<'_>, b: &End<'_>, link: usize, score: f64) -> Vec<Pair> {
    let ours = a.within(&a.mentions.dates, |d| d.sentence).collect_vec();
    let theirs = b.within(&b.mentions.dates, |d| d.sentence).collect_vec();
    ours.iter()
        .cartesian_product(&theirs)
        .filter_map(|(&(i, x), &(j, y))| {
            let judgement = compare::date::compare(x, y)?;
            // Dates of two happenings differ and contradict nothing.
            if judgement.relation.verdict() == Verdict::Discrepancy && !date_one_happening(bundle, a, x, b, y) {
                return None;
            }
            let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
            Some(Pair { a, b, judgement, same_matter: score, link: Some(link) })
        })
        .collect()
}

/// True where the two dates stand in clauses of one verb or event noun.
fn date_one_happening(bundle: &Bundle<'_>, a: &End<'_>, x: &Date, b: &End<'_>, y: &Date) -> bool {
    let happening = |end: &End<'_>, date: &Date| {
        let clause = end.within(&end.mentions.clauses, |c| c.sentence).find(|(_, c)| c.span.contains(date.span))?.1;
        let trigger = clause.trigger?;
        // "Said on Tuesday" dates the saying, of which there may be many.
        if end.document.lookup(TableId::Speech, trigger, bundle.lexicon).is_some() {
            return None;
        }
        let known = end.document.lookup(TableId::Synonym, trigger, bundle.lexicon);
        let word = known.map_or_else(|| end.document.folded(trigger), |(_, hit)| hit.entry.canonical.as_str());
        Some(stem(word).into_owned())
    };
    happening(a, x).is_some_and(|here| happening(b, y) == Some(here))
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
