//! Places: where two sources say that one thing happened, if the places exclude each other.
//!
//! A town is in a county, and both can be right. So two named places are compared only if the lexicon lists both as places of
//! the same rank, or if one source says that it was in a place and the other that it was near it.

use std::collections::BTreeSet;
use std::ops::Range;

use itertools::Itertools;

use crate::compare::{Facet, Judgement, Level};
use crate::entity::NameId;
use crate::lexicon::TableId;
use crate::mention::{Clause, Name};
use crate::point::evidence::happening;
use crate::point::linked::{Linked, Meeting};
use crate::point::pair::Candidates;
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, End};

/// The confidence for two places of one rank, and for a place and its surroundings; less if the sentences are only possibly
/// linked.
const RANK: f64 = 0.35;
const AROUND: f64 = 0.2;
const CHANCE: f64 = 0.6;
/// The factor if two different verbs govern them.
const OTHER_VERB: f64 = 0.3;

/// A place where a clause says something happened.
struct Located {
    source: u32,
    /// Including its preposition.
    tokens: Range<usize>,
    /// False if it is near the place, not in it.
    within: bool,
    entity: usize,
    /// Its rank and name in the lexicon.
    known: Option<(String, String)>,
    happening: Option<String>,
}

/// The points of places.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let mut spots = Spots::new(Facet::Action, "places of one happening");
    let found = linked.each(|end| located(linked, end));
    let named = |source: u32, entity: usize| {
        let cluster = bundle.clusters.get(entity);
        cluster.is_some_and(|c| c.names.binary_search_by_key(&source, |name| name.source).is_ok())
    };
    let told: BTreeSet<(u32, bool, usize, Option<&str>)> = found
        .iter()
        .flatten()
        .flat_map(|l| {
            [None, l.happening.as_deref()].map(|happening| (l.source, l.within, l.entity, happening))
        })
        .collect();
    for Meeting { link, a: (a, x), b: (b, y), .. } in linked.near() {
        let [ours, theirs] = [x, y].map(|words| found.get(words.at).into_iter().flatten());
        for (p, q) in ours.cartesian_product(theirs) {
            let one = p.happening.is_some() && p.happening == q.happening;
            // Two different verbs mean two events; if one is unknown, a link is enough.
            if !one && (link.is_none() || p.happening.is_some() && q.happening.is_some()) {
                continue;
            }
            let sure = if p.entity == q.entity {
                let happening = p.happening.as_deref().filter(|_| one);
                let tells = |source: u32, within: bool| told.contains(&(source, within, p.entity, happening));
                if p.within == q.within || tells(a.source, q.within) || tells(b.source, p.within) {
                    continue;
                }
                AROUND
            } else {
                let rank =
                    p.known.as_ref().zip(q.known.as_ref()).is_some_and(|(p, q)| p.0 == q.0 && p.1 != q.1);
                // A source that names both is about both.
                if !rank || !p.within || !q.within || named(a.source, q.entity) || named(b.source, p.entity) {
                    continue;
                }
                RANK
            };
            let sure = sure * if link.is_some() { 1.0 } else { CHANCE } * if one { 1.0 } else { OTHER_VERB };
            let ends = (
                Spot::of_words(a.document, a.source, &p.tokens),
                Spot::of_words(b.document, b.source, &q.tokens),
            );
            let reason = format!("\"{}\" in one, \"{}\" in the other", ends.0.words(), ends.1.words());
            spots.add(ends, Judgement::new(Level::Exclusive, sure, reason), 1.0, link, Vec::new());
        }
    }
    spots.candidates()
}

fn located(linked: &Linked<'_, '_>, end: &End<'_>) -> Vec<Located> {
    let (bundle, document) = (linked.bundle, end.document);
    let mut found: Vec<Located> = Vec::new();
    for (n, name) in end.within(&end.mentions.names, |n| n.sentence) {
        let Some(entity) = linked.entities.of_name(NameId { source: end.source, name: n }) else { continue };
        // "Outside Lund station": a part of another name.
        let whole =
            super::kind::is_head(document, name.tokens.end.saturating_sub(1), end.sentence.tokens.end);
        let Some((from, within)) = preposition(end, name).filter(|_| whole) else { continue };
        let Some(clause) = end.clause_at(name.tokens.start) else { continue };
        let happening = told(bundle, end, clause, from);
        let known = document
            .lookup(TableId::Place, name.tokens.start, bundle.lexicon)
            .filter(|(last, hit)| *last == name.tokens.end && hit.entry.class != "demonym")
            .map(|(_, hit)| (rank(&hit.entry.class).to_owned(), hit.entry.canonical.clone()));
        found.push(Located {
            source: end.source,
            tokens: from..name.tokens.end,
            within,
            entity,
            known,
            happening,
        });
    }
    found
}

/// Capitals count as cities, and states as regions of a country.
fn rank(class: &str) -> &str {
    match class {
        "capital" => "city",
        "state" => "region",
        class => class,
    }
}

/// Where the local preposition before a name begins, and whether it means within the place.
fn preposition(end: &End<'_>, name: &Name) -> Option<(usize, bool)> {
    let document = end.document;
    let at = name.tokens.start.checked_sub(1).filter(|&at| at >= end.sentence.tokens.start)?;
    let before = |n: usize| at.checked_sub(n).map_or("", |at| document.folded(at));
    match document.folded(at) {
        "in" | "at" => Some((at, true)),
        "near" | "outside" => Some((at, false)),
        "of" if before(1) == "outside" => Some((at - 1, false)),
        // "South of Lund": near it.
        "of" if matches!(
            before(1),
            "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast" | "southwest"
        ) =>
        {
            Some((at - 1, false))
        }
        _ => None,
    }
}

/// The event that a clause reports before a place; speech does not count, since a speaker may be anywhere.
fn told(bundle: &Bundle<'_>, end: &End<'_>, clause: &Clause, before: usize) -> Option<String> {
    let trigger = clause.trigger.filter(|&trigger| trigger < before)?;
    let begins = end.document.tokens().get(trigger)?.begins;
    if begins.contains(TableId::Speech) || begins.contains(TableId::Stopword) {
        return None;
    }
    happening(bundle, end, Some(clause))
}
