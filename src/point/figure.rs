//! Figures: the context of a quantity in its sentence, the distance between two quantities, and what each source states.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::math::ln;
use crate::mention::quantity::QuantityKind;
use crate::mention::{Mentions, Quantity};
use crate::point::{Bundle, End, MOST};
use crate::text::{Document, SentenceId};

/// The greatest distance: beyond this logarithm of their ratio, two numbers do not get further apart.
const FARTHEST: f64 = 5.0;
/// What remains of the confidence of two numbers, by their ratio: each step applies up to its first value. Figures for one
/// thing are seldom further apart, least of all figures without a state.
const STEPS: [(f64, f64); 3] = [(2.0, 1.0), (5.0, 0.85), (10.0, 0.7)];
const BEYOND: f64 = 0.4;
const NO_STATE: f64 = 0.55;
/// The smallest count that two sources are unlikely to share by chance.
const TELLING: f64 = 13.0;
/// The most mentions per source of an event-wide figure that are compared with another source's.
const KEYED: usize = 5;
/// A text with more different sums or measures of a sort than this is a list of them.
const LISTED: usize = 4;
/// The most quantities of a source in one unit that are converted.
const IN_UNIT: usize = 64;
/// The most sources checked for who else gives a figure.
pub(crate) const WITNESSES: usize = 24;
/// Words that distinguish parts of a year: ordinals up to four, a closed list.
const PARTS: &[&str] = &["first", "second", "third", "fourth", "last"];

/// The quantities of each source, by the number they state.
pub(crate) struct Figures(Vec<Stated>);

struct Stated {
    /// Indices, in the order of the numbers.
    by_number: Vec<(f64, u32)>,
    /// Indices of quantities by unit: each may equal another number in another unit. The first [`IN_UNIT`] of each.
    in_units: BTreeMap<String, Vec<u32>>,
    /// Indices of rates, which may equal another number per another unit. The first [`IN_UNIT`].
    rates: Vec<u32>,
    /// How many different sums, measures or bare numbers there are of a sort.
    different: BTreeMap<Sort, usize>,
}

impl Figures {
    pub(crate) fn of(mentions: &[Mentions]) -> Self {
        let stated = |mentions: &Mentions| {
            let all = mentions.quantities.iter().zip(0..);
            let by_number = all.clone().map(|(q, n)| (number(q), n));
            let mut in_units: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            for (unit, n) in all.clone().filter_map(|(q, n)| Some((q.unit.as_ref()?, n))) {
                let of_unit = in_units.entry(unit.clone()).or_default();
                if of_unit.len() < IN_UNIT {
                    of_unit.push(n);
                }
            }
            let listed = all.clone().map(|(q, _)| q);
            let listed = listed.filter(|q| {
                matches!(q.kind, QuantityKind::Money | QuantityKind::Number | QuantityKind::Measure)
            });
            let listed: BTreeSet<(Sort, u64)> = listed.map(|q| (sort(q), number(q).to_bits())).collect();
            let mut different = BTreeMap::new();
            for (sort, _) in listed {
                *different.entry(sort).or_default() += 1;
            }
            Stated {
                different,
                by_number: by_number.sorted_by(|x, y| x.0.total_cmp(&y.0)).collect(),
                in_units,
                rates: all.filter(|(q, _)| q.per.is_some()).map(|(_, n)| n).take(IN_UNIT).collect(),
            }
        };
        Self(mentions.iter().map(stated).collect())
    }

    /// The quantities of a source that state the number of another, whatever they measure. Logarithmic, plus how many there are.
    pub(crate) fn equal(&self, source: u32, other: &Quantity) -> impl Iterator<Item = u32> {
        // More than the tolerance of the comparison.
        const SLACK: f64 = 1e-8;
        let number = number(other);
        let by_number = self.0.get(source as usize).map_or(&[][..], |stated| &stated.by_number);
        let from = by_number.partition_point(|(n, _)| *n < number - SLACK * number.abs());
        let same = by_number.iter().skip(from).take_while(move |(n, _)| *n <= number + SLACK * number.abs());
        same.map(|(_, n)| *n)
    }

    /// The quantities of a source that may state the number of another, in the same or another unit. The cost of the former, plus
    /// at most [`IN_UNIT`] for each unit.
    pub(crate) fn stating<'s>(&'s self, source: u32, other: &'s Quantity) -> impl Iterator<Item = u32> + 's {
        let in_units = other.unit.as_ref().and_then(|own| Some((own, self.0.get(source as usize)?)));
        let in_units = in_units.into_iter().flat_map(|(own, stated)| {
            let others = stated.in_units.iter().filter(move |(unit, _)| *unit != own);
            others.flat_map(|(_, of_unit)| of_unit).chain(&stated.rates)
        });
        self.equal(source, other).chain(in_units.copied())
    }

    /// True for a sum, measure or bare number in a source that has many different ones.
    pub(crate) fn is_crowded(&self, source: u32, q: &Quantity) -> bool {
        let stated = self.0.get(source as usize);
        stated.and_then(|stated| stated.different.get(&sort(q))).is_some_and(|numbers| *numbers > LISTED)
    }
}

/// What a sum, measure or bare number is one of.
type Sort = (QuantityKind, Option<String>, Option<String>);

fn sort(q: &Quantity) -> Sort {
    (q.kind, q.unit.clone(), q.counted.clone())
}

/// The number that a quantity states.
pub(crate) fn number(q: &Quantity) -> f64 {
    q.low.or(q.high).unwrap_or(0.0)
}

/// "The first quarter" versus "the second quarter": both name parts of a year, but none in common.
pub(crate) fn of_other_part(a: &End<'_>, b: &End<'_>) -> bool {
    let parts = |end: &End<'_>| {
        let tokens = end.sentence.tokens.clone();
        let told =
            tokens.tuple_windows().filter(|&(_, at)| matches!(end.document.folded(at), "quarter" | "half"));
        told.map(|(before, _)| end.document.folded(before).to_owned())
            .filter(|word| PARTS.contains(&word.as_str()))
            .collect_vec()
    };
    let (ours, theirs) = (parts(a), parts(b));
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|part| theirs.contains(part))
}

/// The most tokens behind a poll in which it says whose it is.
const OF_POLL: usize = 12;

/// "Economists surveyed by one", "analysts polled by another", "a poll for the one newspaper", "a poll by the other": two polls,
/// judged by the names of who made or published them.
pub(crate) fn is_of_other_poll(a: &End<'_>, b: &End<'_>) -> bool {
    let (ours, theirs) = (pollsters(a), pollsters(b));
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|word| theirs.contains(word))
}

/// The names after a poll or a verb of polling that say whose it is.
fn pollsters<'e>(end: &'e End<'_>) -> Vec<&'e str> {
    let document = end.document;
    let word = |at: usize| if end.sentence.tokens.contains(&at) { document.folded(at) } else { "" };
    let mut found = Vec::new();
    for at in end.sentence.tokens.clone() {
        let verb = matches!(word(at), "surveyed" | "polled" | "interviewed" | "canvassed");
        let noun = matches!(word(at), "poll" | "polls" | "survey");
        if verb && word(at + 1) == "by" {
            found.push(word(at + 2 + usize::from(word(at + 2) == "the")));
        } else if noun {
            // "For the respected Post newspaper", "published by Post on Sunday": the names up to the verb.
            let behind = at + 1..at + OF_POLL;
            let told =
                |at: usize| matches!(word(at), "found" | "said" | "says" | "showed" | "shows" | "that" | "");
            let mut lead = false;
            for at in behind.take_while(|&at| !told(at)) {
                lead |= matches!(word(at), "by" | "for");
                lead &= word(at) != "on";
                let name = lead && document.tokens().get(at).is_some_and(|t| t.is_capitalised());
                found.extend(name.then(|| word(at)));
            }
        }
    }
    found.retain(|word| !word.is_empty());
    found.truncate(MOST);
    found
}

/// The distance between two numbers: the logarithm of their ratio, in a common unit if both have a known one; 3 if there is
/// none.
pub(crate) fn distance(x: &Quantity, y: &Quantity) -> f64 {
    if x.kind == QuantityKind::Money && x.unit != y.unit {
        return 0.0;
    }
    let (Some(a), Some(b)) = (x.low.or(x.high), y.low.or(y.high)) else { return 0.0 };
    let factor = |q: &Quantity| q.dimension.as_ref().map_or(1.0, |d| if d.1 > 0.0 { d.1 } else { 1.0 });
    let (a, b) = if x.unit == y.unit { (a, b) } else { (a * factor(x), b * factor(y)) };
    let ratio = ln(a.max(b) / a.min(b));
    if ratio.is_finite() { ratio.min(FARTHEST) } else { FARTHEST }
}

/// How likely two different numbers are to be about the same thing, given their distance: the dead of an earthquake are not
/// reported as both 18 and 2,000, but the dead of an avalanche and of the earthquake are.
pub(crate) fn nearness(x: &Quantity, y: &Quantity) -> f64 {
    if x.kind == QuantityKind::Money && x.unit != y.unit {
        return 1.0;
    }
    let (Some(a), Some(b)) = (x.low.or(x.high), y.low.or(y.high)) else { return 1.0 };
    let factor = |q: &Quantity| q.dimension.as_ref().map_or(1.0, |d| if d.1 > 0.0 { d.1 } else { 1.0 });
    let (a, b) = if x.unit == y.unit { (a, b) } else { (a * factor(x), b * factor(y)) };
    let each = |q: &Quantity| q.per.as_ref().and_then(|per| per.dimension.as_ref()).map_or(1.0, |d| d.1);
    let (a, b) = (a / each(x), b / each(y));
    let ratio = a.max(b) / a.min(b);
    // NaN if one of them is zero, which is as far apart as possible.
    match STEPS.iter().position(|(most, _)| ratio <= *most) {
        Some(1) if x.state.is_none() => NO_STATE,
        step => step.and_then(|step| STEPS.get(step)).map_or(BEYOND, |(_, left)| *left),
    }
}

/// True for a number that two sources are unlikely to share by chance.
pub(crate) fn is_telling(q: &Quantity) -> bool {
    match q.kind {
        QuantityKind::Money | QuantityKind::Measure | QuantityKind::Percent => true,
        QuantityKind::Count => q.low.or(q.high).is_some_and(|n| n >= TELLING),
        _ => false,
    }
}

/// Parts of wholes that both give ("nine of the 20", "all 20"), or that have the same state: these can be compared.
pub(crate) fn are_parts_told(x: &Quantity, y: &Quantity) -> bool {
    x.scope.of.is_some() && y.scope.of.is_some()
        || (x.scope.of.is_some() || y.scope.of.is_some()) && x.state.is_some() && x.state == y.state
}

/// "One of the three people": a part, which says nothing about the whole.
pub(crate) fn is_part(document: &Document<'_>, q: &Quantity) -> bool {
    let after = document.tokens_in(q.number).end;
    let whole = document.folded(after + 1);
    document.folded(after) == "of"
        && matches!(whole, "the" | "these" | "those" | "them" | "its" | "his" | "her" | "their")
}

/// "A magnitude-6 quake can cause damage": a statement about any such quake.
pub(crate) fn is_general(end: &End<'_>, q: &Quantity) -> bool {
    let before = q.tokens.start.checked_sub(1).map_or("", |at| end.document.folded(at));
    let mut behind = q.tokens.end..end.sentence.tokens.end.min(q.tokens.end + 4);
    matches!(before, "a" | "an")
        && behind.any(|at| matches!(end.document.folded(at), "can" | "could" | "may" | "would"))
}

/// "A 13,000-mile round trip", which is twice as far.
pub(crate) fn is_round_trip(end: &End<'_>, q: &Quantity) -> bool {
    let after = end.document.tokens_in(q.number).end;
    q.kind == QuantityKind::Measure
        && (after..end.sentence.tokens.end.min(after + 4)).any(|at| end.document.folded(at) == "round")
}

/// True if a quantity and its neighbour give one value in two units ("58km (36 miles)"), and the neighbour has the other's
/// unit.
pub(crate) fn has_twin(document: &Document<'_>, list: &[Quantity], index: u32, other: &Quantity) -> bool {
    let at = index as usize;
    let Some(q) = list.get(at) else { return false };
    if q.unit == other.unit || !matches!(q.kind, QuantityKind::Measure | QuantityKind::Money) {
        return false;
    }
    let near = list.get(at.saturating_sub(2)..list.len().min(at + 3)).unwrap_or(&[]);
    near.iter().any(|n| n.unit == other.unit && n.kind == q.kind && are_twins(document, q, n))
}

/// True if only brackets are between them.
fn are_twins(document: &Document<'_>, a: &Quantity, b: &Quantity) -> bool {
    let (first, second) = if a.tokens.start <= b.tokens.start { (a, b) } else { (b, a) };
    let between = document.tokens_in(first.number).end..second.tokens.start;
    between.len() <= 2 && between.clone().any(|at| matches!(document.surface(at), "(" | "/" | ";"))
}

/// The words for young people, with their sex if they imply it.
const YOUNG: &[(&str, Option<bool>)] = &[
    ("child", None),
    ("toddler", None),
    ("infant", None),
    ("baby", None),
    ("kid", None),
    ("youngster", None),
    ("schoolchild", None),
    ("teenager", None),
    ("teen", None),
    ("boy", Some(true)),
    ("son", Some(true)),
    ("grandson", Some(true)),
    ("nephew", Some(true)),
    ("schoolboy", Some(true)),
    ("girl", Some(false)),
    ("daughter", Some(false)),
    ("granddaughter", Some(false)),
    ("niece", Some(false)),
    ("schoolgirl", Some(false)),
];

/// The preposition before a measure and the word of direction or relation after it: "for", "after" in "for 10 minutes after".
/// Empty if there is none.
pub(crate) fn role<'e>(end: &'e End<'_>, q: &Quantity) -> (&'e str, &'e str) {
    let document = end.document;
    let before = q.tokens.start.checked_sub(1).filter(|&at| at >= end.sentence.tokens.start);
    let before = before.map_or("", |at| document.folded(at));
    let behind = document.folded(document.tokens_in(q.number).end);
    let lead = matches!(
        before,
        "for" | "in" | "within" | "after" | "by" | "at" | "of" | "from" | "to" | "lasted" | "every"
    );
    let tail = matches!(
        behind,
        "after"
            | "before"
            | "ago"
            | "later"
            | "earlier"
            | "away"
            | "deep"
            | "high"
            | "long"
            | "tall"
            | "thick"
            | "wide"
            | "above"
            | "below"
            | "beneath"
            | "per"
    );
    (if lead { before } else { "" }, if tail { behind } else { "" })
}

/// True if the nouns after two ages can be about one person: the same noun, or words for young people without contradicting
/// sex.
pub(crate) fn of_one_sort(a: &End<'_>, x: &Quantity, b: &End<'_>, y: &Quantity) -> bool {
    let noun = |end: &End<'_>, q: &Quantity| end.document.folded(q.tokens.end).to_owned();
    let (one, other) = (noun(a, x), noun(b, y));
    let young = |word: &str| YOUNG.iter().find(|(w, _)| *w == word).map(|(_, sex)| *sex);
    match (young(&one), young(&other)) {
        (Some(one), Some(other)) => one.is_none() || other.is_none() || one == other,
        _ => one.len() > 2 && one == other,
    }
}

/// True for a figure that the whole event has only once: a toll, an age, the magnitude of an earthquake.
pub(crate) fn is_keyed(q: &Quantity) -> bool {
    q.state.is_some() && q.kind == QuantityKind::Count
        || q.kind == QuantityKind::Age
        || q.unit.as_deref() == Some("magnitude")
}

/// The sentences of two sources that give such figures of one kind. A source has a few of each kind.
pub(crate) fn keyed(bundle: &Bundle<'_>) -> BTreeSet<(SentenceId, SentenceId)> {
    let mut by_key: BTreeMap<&str, Vec<Vec<SentenceId>>> = BTreeMap::new();
    for (source, mentions) in bundle.mentions.iter().enumerate() {
        for q in mentions.quantities.iter().filter(|q| is_keyed(q)) {
            let key = q.state.as_deref().or(q.unit.as_deref()).unwrap_or("age");
            let sources = by_key.entry(key).or_default();
            sources.resize_with(bundle.mentions.len(), Vec::new);
            let Some(own) = sources.get_mut(source) else { continue };
            let id = SentenceId::new(source, q.sentence);
            if own.len() < KEYED && own.last() != Some(&id) {
                own.push(id);
            }
        }
    }
    let mut found = BTreeSet::new();
    for sources in by_key.values() {
        for (a, b) in sources.iter().filter(|s| !s.is_empty()).take(WITNESSES).tuple_combinations() {
            found.extend(a.iter().cartesian_product(b).map(|(&a, &b)| (a, b)));
        }
    }
    found
}
