//! Sums: counts in one sentence that add up to one in the other.

use itertools::Itertools;

use crate::compare::{Judgement, Level};
use crate::lexicon::closed::Class;
use crate::mention::Quantity;
use crate::mention::quantity::{Breadth, QuantityKind};
use crate::point::End;
use crate::point::quantity::Held;
use crate::text::Document;

/// The most tokens between two counts of one enumeration.
const ENUMERATED: usize = 6;
/// The most tokens between a count and one that leaves out what is counted.
const ELIDED: usize = 10;
/// The most counts of a sentence that are added up.
const SUMMANDS: usize = 8;
/// How certain a sum is: numbers also add up by chance.
const SURE: f64 = 0.6;

/// Counts in one sentence that add up to the count in the other: 10 men and five women, 15 people.
pub(crate) fn sum(
    (a, ours, x): (&End<'_>, &[Held<'_>], &Quantity),
    (b, theirs, y): (&End<'_>, &[Held<'_>], &Quantity),
) -> Option<Judgement> {
    let exact = |q: &Quantity| q.low.zip(q.high).filter(|(low, high)| low == high).map(|(low, _)| low);
    let (of, (parts, part), whole) =
        if exact(x)? < exact(y)? { (a, (ours, x), y) } else { (b, (theirs, y), x) };
    let rest = exact(whole)? - exact(part)?;
    // Ages, sums and shares are not counts; the things counted must be of one kind, in one enumeration.
    let counts = |q: &Quantity| q.kind == QuantityKind::Count && q.per.is_none();
    if !counts(part) || !counts(whole) || person(part) != person(whole) {
        return None;
    }
    let fits = |q: &Quantity| {
        if q.scope.subset || q.scope.whole {
            return false;
        }
        if is_elided(of.document, part, q) {
            return true;
        }
        counts(q)
            && q.span != part.span
            && (q.state == part.state || q.state.is_none() || part.state.is_none())
            && person(q) == person(part)
            && (noun(q) == noun(part) || noun(q).is_none() || is_enumerated(of.document, q, part))
            // Two trucks are not part of five cars.
            && (person(q) || noun(q) == noun(whole) || noun(part) != noun(whole))
    };
    let summands = parts.iter().filter(|(_, q)| fits(q)).filter_map(|(_, q)| Some((exact(q)?, q)));
    let summands = summands.take(SUMMANDS).collect_vec();
    let found = (1..=2_usize)
        .flat_map(|n| summands.iter().combinations(n))
        .find(|chosen| (chosen.iter().map(|(value, _)| value).sum::<f64>() - rest).abs() < 1e-9)?;
    let others = found.iter().map(|(_, q)| q.surface.as_str()).join(" and ");
    let reason = format!("{} and {others} make {}", part.surface, whole.surface);
    Some(Judgement::new(Level::Sum, SURE, reason))
}

fn noun(q: &Quantity) -> Option<&str> {
    q.concept.as_deref().or(q.counted.as_deref())
}

/// True if two counts are in one enumeration: "40 men, two boys and five women".
fn is_enumerated(document: &Document<'_>, a: &Quantity, b: &Quantity) -> bool {
    let between = a.tokens.end.min(b.tokens.end)..a.tokens.start.max(b.tokens.start);
    let breaks = |at: usize| {
        let token = document.tokens().get(at);
        token.is_some_and(|t| t.begins.is(Class::EndsNounPhrase))
            && !matches!(document.folded(at), "and" | "or" | ",")
    };
    between.len() <= ENUMERATED && !between.clone().any(breaks)
}

/// True for a number that leaves out what the count before it names: "17 boats in Kolm and 12 in Tarm".
fn is_elided(document: &Document<'_>, part: &Quantity, q: &Quantity) -> bool {
    let between = part.tokens.end..q.tokens.start;
    let joined =
        between.end.checked_sub(1).is_some_and(|at| between.contains(&at) && document.folded(at) == "and");
    q.kind == QuantityKind::Number
        && q.per.is_none()
        && noun(q).is_none()
        && joined
        && between.len() <= ELIDED
        && document.folded(part.tokens.end) == document.folded(q.tokens.end)
}

fn person(q: &Quantity) -> bool {
    matches!(q.breadth, Breadth::People | Breadth::Person) || q.counted.is_none()
}
