//! Actions: where something is done and by whom, where two sentences say the same but for one name.
//!
//! Much can be told of one happening, and nearly all of it can hold at once. So only this is flagged: a name that stands in the
//! place of another in sentences that differ in little else.

use std::ops::Range;

use crate::compare::clause::converse::{self, ties};
use crate::compare::clause::{self, Parallel, Phrase, Sided};
use crate::compare::name;
use crate::compare::{Judgement, Level};
use crate::lexicon::TableId;
use crate::mention::{Name, NameKind};
use crate::point::spot::Spot;
use crate::point::{Bundle, End};

/// The share of the words of the longer sentence that must answer to words of the other.
const COVERED: f64 = 0.6;
/// Words with content that must.
const SHARED: usize = 3;
/// The same where the two part in one place only.
const PARTED: f64 = 0.5;
/// The probability by the weights of slots from which on it is told.
const LIKELY: f64 = 0.5;
/// What is said of it then. The labelled pairs count a detail that one text has wrong, and also one it merely has more of; so it
/// stays below what is shown without being asked for.
const FLOOR: f64 = 0.54;
const CEILING: f64 = 0.56;
/// How sure it is that two directions of one relation exclude each other, where the sentences are of one matter.
const TURNED: f64 = 0.8;
/// How sure it is that two names in one place exclude each other: places of one rank, of which neither lies within the other;
/// persons, who may both have done it; others that the lexicon knows both, or neither.
const TWO_PLACES: f64 = 0.85;
const TWO_PERSONS: f64 = 0.65;
const TWO_OTHERS: f64 = 0.6;
/// Two names more alike than this may be one.
const ALIKE: f64 = 0.1;

/// Names of which one stands in the other's place, with the judgement on them.
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
            // Two may well do the same; where and to whom one thing is done, is one.
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
    let reason =
        format!("\"{}\" stands where \"{}\" does, all else being the same", here.words(), there.words());
    let judgement = Judgement::new(Level::Exclusive, confidence * sides.covered.sqrt(), reason);
    Some(((here, there), judgement))
}

/// Two names of which each does to the other what the other does to it.
pub(crate) fn turned((a, b): (&End<'_>, &End<'_>)) -> Option<((Spot, Spot), Judgement)> {
    let (x, y) = (names(a), names(b));
    let ours = ties(a.document, a.sentence.tokens.clone(), &x);
    if ours.is_empty() {
        return None;
    }
    let theirs = ties(b.document, b.sentence.tokens.clone(), &y);
    let (p, q) = converse::turned((a.document, &x), &ours, (b.document, &y), &theirs)?;
    // What somebody says may be wrong, and is no other telling.
    let quoted = |end: &End<'_>, tokens: &Range<usize>| {
        let span = end.document.span(tokens.clone());
        end.within(&end.mentions.quotes, |q| q.sentence).any(|(_, q)| q.span.overlaps(span))
    };
    if quoted(a, &p.tokens) != quoted(b, &q.tokens) {
        return None;
    }
    let (here, there) = (spot(a, &p.tokens), spot(b, &q.tokens));
    let reason = format!("\"{}\" and \"{}\" tell it in two directions", here.words(), there.words());
    Some(((here, there), Judgement::new(Level::Exclusive, TURNED, reason)))
}

/// What stands in the one place in which two sentences part, where it is as likely as not that both cannot hold.
pub(crate) fn parted<'a>(
    bundle: &Bundle<'a>,
    (a, b): (&End<'a>, &End<'a>),
    (x, y): (Sided<'a, 'a>, Sided<'a, 'a>),
    sides: &Parallel,
) -> Option<((Spot, Spot), Judgement)> {
    // Where all of the one answers to words of the other, nothing stands in a place of both.
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
        "\"{}\" stands where \"{}\" does, nearly all else being the same",
        here.words(),
        there.words()
    );
    let sure = FLOOR + (CEILING - FLOOR) * (probability - LIKELY) / (1.0 - LIKELY);
    Some(((here, there), Judgement::new(Level::Exclusive, sure, reason)))
}

/// How sure it is that two names are not of one thing, nor of a thing and its part; `None` where they may be.
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
    // A source that names both tells of both.
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
        // A town, and the county it lies in.
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

/// A stretch of a sentence as it is written.
fn spot(end: &End<'_>, tokens: &Range<usize>) -> Spot {
    Spot::of_words(end.document, end.source, tokens)
}

/// A sentence as slots are looked for in it.
fn phrase<'a>(end: &End<'a>, sided: Sided<'a, 'a>) -> Phrase<'a, 'a> {
    Phrase { document: end.document, mentions: end.mentions, sentence: end.number, wording: sided.wording }
}

impl End<'_> {
    /// "A Volvo": one of many of the name.
    fn is_indefinite(&self, name: &Name) -> bool {
        let before = name.tokens.start.checked_sub(1);
        before.is_some_and(|at| matches!(self.document.folded(at), "a" | "an" | "another" | "every" | "each"))
    }
}

/// True of a name that stands before what happens in its clause.
fn does(end: &End<'_>, name: &Name) -> bool {
    let clauses = end.within(&end.mentions.clauses, |c| c.sentence);
    let own = clauses.map(|(_, c)| c).find(|c| c.tokens.contains(&name.tokens.start));
    own.and_then(|c| c.trigger).is_none_or(|trigger| name.tokens.start < trigger)
}

/// True where a document has a name anywhere, by its last word.
fn names_also(end: &End<'_>, name: &str) -> bool {
    let last = crate::fold::fold(name.split_whitespace().next_back().unwrap_or(name));
    end.mentions.names.iter().any(|n| {
        end.document.folded(n.tokens.end.saturating_sub(1)) == last
            || n.canonical.as_deref().is_some_and(|canonical| crate::fold::fold(canonical) == last)
    })
}
