//! Actions: where something is done and by whom, if two sentences say the same except for one name.
//!
//! Much can be said about one event, and nearly all of it can be true at once. So only this is flagged: a name in the place
//! of another in sentences that differ little otherwise.

use std::ops::Range;

use crate::compare::clause::converse::{self, ties};
use crate::compare::clause::{self, Parallel, Phrase, Sided};
use crate::compare::name;
use crate::compare::{Judgement, Level};
use crate::lexicon::TableId;
use crate::mention::{Name, NameKind};
use crate::point::spot::Spot;
use crate::point::{Bundle, End};

/// The fraction of the longer sentence's words that must match words of the other.
const COVERED: f64 = 0.6;
/// How many content words must match.
const SHARED: usize = 3;
/// The same if the two differ in only one place.
const PARTED: f64 = 0.5;
/// The least probability by the weights of slots at which such a difference is reported.
const LIKELY: f64 = 0.5;
/// The confidence assigned to it. The labelled pairs count both wrong details and additional ones, so it stays below what is
/// shown by default.
const FLOOR: f64 = 0.54;
const CEILING: f64 = 0.56;
/// How certain it is that two directions of one relation exclude each other, if the sentences are about the same thing.
const TURNED: f64 = 0.8;
/// How certain it is that two names in one position exclude each other: places of one rank, neither of which is within the
/// other; persons, who may both have done it; others, if the lexicon knows both or neither.
const TWO_PLACES: f64 = 0.85;
const TWO_PERSONS: f64 = 0.65;
const TWO_OTHERS: f64 = 0.6;
/// Two names more similar than this may be the same.
const ALIKE: f64 = 0.1;

/// Names of which one is in the other's place, with the judgement on them.
pub(crate) fn replaced(
    bundle: &Bundle<'_>,
    (a, b): (&End<'_>, &End<'_>),
    (x, y): (Sided<'_, '_>, Sided<'_, '_>),
    sides: &Parallel,
) -> Option<((Spot, Spot), Judgement)> {
    if sides.covered < COVERED || sides.shared < SHARED || x.wording.denies() != y.wording.denies() {
        return None;
    }
    let mut found = None;
    let theirs = b.within(&b.mentions.names, |n| n.sentence);
    for (_, p) in a.within(&a.mentions.names, |n| n.sentence) {
        for (_, q) in theirs.clone() {
            if !sides.in_one_place(x.wording, &p.tokens, y.wording, &q.tokens) {
                continue;
            }
            // Two may do the same; but where and to whom one thing is done has one answer.
            if does(a, p) && does(b, q) {
                continue;
            }
            let Some(confidence) = exclusive(bundle, (a, p), (b, q)) else { continue };
            if found.is_some() {
                return None;
            }
            found = Some((p, q, confidence));
        }
    }
    let (p, q, confidence) = found?;
    let (here, there) = (spot(a, &p.tokens), spot(b, &q.tokens));
    let reason = format!(
        "\"{}\" is in the place of \"{}\", with everything else the same",
        here.words(),
        there.words()
    );
    let judgement = Judgement::new(Level::Exclusive, confidence * sides.covered.sqrt(), reason);
    Some(((here, there), judgement))
}

/// Two names of which each does to the other what the other source says was done to it.
pub(crate) fn turned((a, b): (&End<'_>, &End<'_>)) -> Option<((Spot, Spot), Judgement)> {
    let (x, y) = (names(a), names(b));
    let ours = ties(a.document, a.sentence.tokens.clone(), &x);
    if ours.is_empty() {
        return None;
    }
    let theirs = ties(b.document, b.sentence.tokens.clone(), &y);
    let (p, q) = converse::turned((a.document, &x), &ours, (b.document, &y), &theirs)?;
    // A statement may be wrong, but is not a different account.
    if a.is_partly_quoted(&p.tokens) != b.is_partly_quoted(&q.tokens) {
        return None;
    }
    let (here, there) = (spot(a, &p.tokens), spot(b, &q.tokens));
    let reason = format!("\"{}\" and \"{}\" give opposite directions", here.words(), there.words());
    Some(((here, there), Judgement::new(Level::Exclusive, TURNED, reason)))
}

/// The words in the only place where two sentences differ, if it is at least as likely as not that both cannot be true.
pub(crate) fn parted<'a>(
    bundle: &Bundle<'a>,
    (a, b): (&End<'a>, &End<'a>),
    (x, y): (Sided<'a, 'a>, Sided<'a, 'a>),
    sides: &Parallel,
) -> Option<((Spot, Spot), Judgement)> {
    // If all of one matches words of the other, there is no place where both have something.
    if sides.covered < PARTED || sides.contained >= 1.0 || sides.shared < SHARED {
        return None;
    }
    let slot = clause::slot(phrase(a, x), phrase(b, y), bundle.lexicon)?;
    let probability = slot.probability();
    if probability < LIKELY {
        return None;
    }
    let (here, there) = (spot(a, &slot.a), spot(b, &slot.b));
    let reason = format!(
        "\"{}\" is in the place of \"{}\", with nearly everything else the same",
        here.words(),
        there.words()
    );
    let sure = FLOOR + (CEILING - FLOOR) * (probability - LIKELY) / (1.0 - LIKELY);
    Some(((here, there), Judgement::new(Level::Exclusive, sure, reason)))
}

/// How certain it is that two names are neither the same nor a thing and its part; `None` if they may be.
fn exclusive(bundle: &Bundle<'_>, (a, p): (&End<'_>, &Name), (b, q): (&End<'_>, &Name)) -> Option<f64> {
    if a.is_indefinite(p)
        || b.is_indefinite(q)
        || p.kind != q.kind
        || p.kind == NameKind::Other
        || p.demonym != q.demonym
        || p.canonical.is_some() && p.canonical == q.canonical
    {
        return None;
    }
    let text = |end: &End<'_>, name: &Name| name.span.slice(end.document.text()).to_owned();
    let (one, other) = (text(a, p), text(b, q));
    if name::compare(&one, &other, p.kind, bundle.lexicon).probability > ALIKE {
        return None;
    }
    // A source that contains both names is about both.
    if names_also(a, &other) || names_also(b, &one) {
        return None;
    }
    let class = |end: &End<'_>, name: &Name| {
        end.document
            .lookup(TableId::Place, name.tokens.start, bundle.lexicon)
            .map(|(_, hit)| hit.entry.class.clone())
    };
    match (p.kind, class(a, p), class(b, q)) {
        (NameKind::Place, Some(x), Some(y)) if x == y => Some(TWO_PLACES),
        // A town and the county it is in.
        (NameKind::Place, ..) => None,
        (NameKind::Person, ..) if p.tokens.len() == q.tokens.len() => Some(TWO_PERSONS),
        (NameKind::Person, ..) => None,
        _ if p.canonical.is_some() == q.canonical.is_some() => Some(TWO_OTHERS),
        _ => None,
    }
}

fn names<'a>(end: &End<'a>) -> Vec<&'a Name> {
    end.within(&end.mentions.names, |n| n.sentence).map(|(_, name)| name).collect()
}

/// A passage of a sentence as written.
fn spot(end: &End<'_>, tokens: &Range<usize>) -> Spot {
    Spot::of_words(end.document, end.source, tokens)
}

/// A sentence as needed for finding slots.
fn phrase<'a>(end: &End<'a>, sided: Sided<'a, 'a>) -> Phrase<'a, 'a> {
    Phrase { document: end.document, mentions: end.mentions, sentence: end.number, wording: sided.wording }
}

impl End<'_> {
    /// "A Volvo": one of many with this name.
    fn is_indefinite(&self, name: &Name) -> bool {
        let before = name.tokens.start.checked_sub(1);
        before.is_some_and(|at| matches!(self.document.folded(at), "a" | "an" | "another" | "every" | "each"))
    }
}

/// True for a name before the event in its clause.
fn does(end: &End<'_>, name: &Name) -> bool {
    let own = end.clause_at(name.tokens.start);
    own.and_then(|c| c.trigger).is_none_or(|trigger| name.tokens.start < trigger)
}

/// True if a document contains a name anywhere, by its last word.
fn names_also(end: &End<'_>, name: &str) -> bool {
    let last = crate::fold::fold(name.split_whitespace().next_back().unwrap_or(name));
    end.mentions.names.iter().any(|n| {
        end.document.folded(n.tokens.end.saturating_sub(1)) == last
            || n.canonical.as_deref().is_some_and(|canonical| crate::fold::fold(canonical) == last)
    })
}
