//! Listings (enumerations): names listed as the members of one set.
//!
//! Lists are seldom complete, so an additional or missing member is not a contradiction. This is: two lists of equal length,
//! presented as complete after the same words, with a different member in one place.

use std::collections::BTreeSet;
use std::ops::Range;

use itertools::Itertools;

use crate::compare::{Facet, Judgement, Level};
use crate::entity::NameId;
use crate::id::Fingerprint;
use crate::lexicon::TableId;
use crate::mention::{Name, NameKind};
use crate::point::linked::{Linked, Meeting};
use crate::point::pair::Candidates;
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, End, flat};
use crate::record::Value;
use crate::span::Span;
use crate::text::{normal, stem};

/// The least number of names in a list.
const LEAST: usize = 2;
/// How many tokens before a list are compared; at least one must be the same for both.
const BEFORE: usize = 3;
/// How certain it is that lists without a common member differ, and lists with the same words divided differently.
const OTHERS: f64 = 0.2;
const DIVIDED: f64 = 0.6;
/// How certain it is that one list is a part of the other; and that two of equal length with one different member differ.
const PART: f64 = 0.75;
const ONE_OTHER: f64 = 0.62;
/// The least probability that lists with the same words, divided differently, are about the same thing.
const MATTER: f64 = 0.9;
/// How many words in a row identify the same list.
const RUN: usize = 5;
/// The most words of a sentence that are read.
const LONGEST: usize = 80;

/// The points of listings.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let mut spots = Spots::of_sentences(Facet::Listing);
    let lists = linked.each(|end| lists(end, linked));
    let divided = linked.each(divided);
    for Meeting { link, chance, a: (a, x), b: (b, y) } in linked.near() {
        let score = chance.unwrap_or_default();
        let [ours, theirs] = [x, y].map(|words| lists.get(words.at).into_iter().flatten());
        for (x, y) in ours.cartesian_product(theirs) {
            let (p, q) = (&x.members, &y.members);
            let shared = p.intersection(q).count();
            let least = p.len().min(q.len());
            if least < LEAST || p == q {
                continue;
            }
            let judgement = if shared == 0 {
                // Completely different members: of one noun, and none of them known to the other source.
                let of_one = x.kind == y.kind && x.whole && y.whole && of_one_noun(bundle, (&a, x), (&b, y));
                let known = |members: &BTreeSet<Member>, other: &End<'_>| {
                    members.iter().any(|member| is_named_in(bundle, member, other))
                };
                if !of_one || known(p, &b) || known(q, &a) {
                    continue;
                }
                Judgement::new(Level::Members, OTHERS, "lists of the same thing without a common member")
            } else if link.is_none() {
                continue;
            } else if shared == least {
                Judgement::new(Level::Part, PART, "one names a part of what the other names")
            } else if p.len() == q.len()
                && x.whole
                && y.whole
                && x.kind != NameKind::Place
                && shared + 1 == least
                && led_alike(bundle, (&a, x), (&b, y))
            {
                Judgement::new(Level::Members, ONE_OTHER, "lists of equal length with different members")
            } else {
                continue;
            };
            spots.add((spot(&a, x), spot(&b, y)), judgement, score, link, Vec::new());
        }
        let both = divided.get(x.at).zip(divided.get(y.at));
        if let Some((ours, theirs)) = both.and_then(|(p, q)| divided_otherwise(p, q)) {
            let ends =
                (Spot::of_words(a.document, a.source, &ours), Spot::of_words(b.document, b.source, &theirs));
            let judgement =
                Judgement::new(Level::Members, DIVIDED, "the same words, divided into different members");
            spots.add(ends, judgement, score.max(MATTER), link, Vec::new());
        }
    }
    spots.candidates()
}

/// A word of a sentence, and whether a comma precedes it.
#[derive(Clone, Copy)]
struct Divided {
    at: usize,
    word: u64,
    comma: bool,
}

fn key(word: &str) -> u64 {
    Fingerprint::new().bytes(word).value()
}

/// The words of a sentence that lists things; none if nothing in it can be a list.
fn divided(end: &End<'_>) -> Vec<Divided> {
    let mut comma = false;
    let mut words = Vec::new();
    for at in end.sentence.tokens.clone().take(LONGEST) {
        match end.document.surface(at) {
            "," => comma = true,
            _ if end.document.tokens().get(at).is_some_and(|t| t.is_word()) => {
                words.push(Divided { at, word: key(end.document.folded(at)), comma });
                comma = false;
            }
            _ => comma = false,
        }
    }
    let lists = words.iter().any(|w| w.comma) && words.iter().any(|w| w.word == key("and"));
    if lists { words } else { Vec::new() }
}

/// The same sequence of words, divided differently by commas: "iron, ore dust and coal", "iron ore, dust and coal".
fn divided_otherwise(x: &[Divided], y: &[Divided]) -> Option<(Range<usize>, Range<usize>)> {
    let and = key("and");
    let same = |p: &Divided, q: &Divided| p.word == q.word;
    // Most linked sentences with lists are copies.
    if x.len() == y.len() && x.iter().zip(y).all(|(p, q)| same(p, q) && p.comma == q.comma) {
        return None;
    }
    for i in 0..x.len() {
        for j in 0..y.len() {
            let starts = i == 0 || j == 0 || !x.get(i - 1).zip(y.get(j - 1)).is_some_and(|(p, q)| same(p, q));
            if !starts || !x.get(i).zip(y.get(j)).is_some_and(|(p, q)| same(p, q)) {
                continue;
            }
            let pairs = x.get(i..)?.iter().zip(y.get(j..)?);
            let run: Vec<(&Divided, &Divided)> = pairs.take_while(|(p, q)| same(p, q)).collect();
            if run.len() < RUN || !run.iter().any(|(p, _)| p.word == and) {
                continue;
            }
            // The comma before the first word belongs to what precedes it, and one before "and" is a matter of style.
            let moved =
                |mine: fn(&(&Divided, &Divided)) -> bool| run.iter().skip(1).positions(mine).collect_vec();
            let ours = moved(|(p, q)| p.comma && !q.comma);
            let theirs = moved(|(p, q)| q.comma && !p.comma);
            let before_and = |n: usize| run.get(n + 1).is_some_and(|(p, _)| p.word == and);
            let is_moved = ours
                .iter()
                .cartesian_product(&theirs)
                .any(|(&n, &m)| n.abs_diff(m) <= 2 && !before_and(n) && !before_and(m));
            if let (true, Some((first, other)), Some((last, end))) = (is_moved, run.first(), run.last()) {
                return Some((first.at..last.at + 1, other.at..end.at + 1));
            }
        }
    }
    None
}

/// True if the same noun directly precedes or follows both lists.
fn of_one_noun(bundle: &Bundle<'_>, (a, x): (&End<'_>, &List), (b, y): (&End<'_>, &List)) -> bool {
    let word = |end: &End<'_>, at: usize| {
        let token = end.document.tokens().get(at).filter(|t| t.is_word())?;
        let idle = token.begins.contains(TableId::Stopword) || token.begins.contains(TableId::Speech);
        (!idle).then(|| stem(&normal(end.document.folded(at), bundle.lexicon)).into_owned())
    };
    let around = |end: &End<'_>, list: &List| -> Vec<String> {
        let tokens = &end.sentence.tokens;
        let last = end.document.tokens_in(list.span).end;
        let before = list.start.saturating_sub(BEFORE).max(tokens.start)..list.start;
        let behind = last..(last + BEFORE).min(tokens.end);
        before.chain(behind).filter_map(|at| word(end, at)).collect()
    };
    let there = around(b, y);
    around(a, x).iter().any(|word| there.contains(word))
}

/// True if a source names a member anywhere.
fn is_named_in(bundle: &Bundle<'_>, member: &Member, end: &End<'_>) -> bool {
    match member {
        Member::Entity(entity) => {
            bundle.clusters.get(*entity).is_some_and(|c| c.names.iter().any(|n| n.source == end.source))
        }
        Member::Word(word) => {
            end.mentions.names.iter().any(|n| end.document.folded(n.tokens.end.saturating_sub(1)) == word)
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Member {
    Entity(usize),
    Word(String),
}

/// Names joined by commas and "and".
struct List {
    members: BTreeSet<Member>,
    span: Span,
    /// The first token.
    start: usize,
    kind: NameKind,
    /// True unless something says that there are more.
    whole: bool,
}

fn lists(end: &End<'_>, linked: &Linked<'_, '_>) -> Vec<List> {
    let document = end.document;
    let member = |name: u32, called: &Name| {
        let word = || Member::Word(document.folded(called.tokens.end.saturating_sub(1)).to_owned());
        linked.entities.of_name(NameId { source: end.source, name }).map_or_else(word, Member::Entity)
    };
    let names = end.all_within(&end.mentions.names, |n| n.sentence).collect_vec();
    let mut found: Vec<List> = Vec::new();
    let mut run: Vec<(u32, &Name)> = Vec::new();
    let mut close = |run: &mut Vec<(u32, &Name)>| {
        let taken = std::mem::take(run);
        let (Some((_, first)), Some((_, last))) = (taken.first(), taken.last()) else { return };
        // "Lagos, Nigeria": a place and the country it is in, not a list of two.
        let joined =
            (first.tokens.start..last.tokens.end).any(|at| matches!(document.folded(at), "and" | "or"));
        if taken.len() < LEAST || !joined {
            return;
        }
        let before = (first.tokens.start.saturating_sub(BEFORE)..first.tokens.start).any(|at| {
            matches!(
                document.folded(at),
                "including"
                    | "includes"
                    | "included"
                    | "like"
                    | "as"
                    | "among"
                    | "especially"
                    | "particularly"
            )
        });
        let after = (last.tokens.end..last.tokens.end + 3)
            .any(|at| matches!(document.folded(at), "others" | "other" | "elsewhere" | "among"));
        found.push(List {
            members: taken.iter().map(|&(n, name)| member(n, name)).collect(),
            span: document.span(first.tokens.start..last.tokens.end),
            start: first.tokens.start,
            kind: first.kind,
            whole: !before && !after,
        });
    };
    for (n, name) in names {
        let follows = run.last().is_some_and(|(_, last)| {
            let between = last.tokens.end..name.tokens.start;
            last.kind == name.kind
                && last.title.is_none() == name.title.is_none()
                && !name.demonym
                && (1..=2).contains(&between.len())
                && between.into_iter().all(|at| matches!(document.surface(at), "," | "and" | "or" | "&"))
        });
        if !follows {
            close(&mut run);
        }
        run.push((n, name));
    }
    close(&mut run);
    found
}

/// True if a word before both lists is the same.
fn led_alike(bundle: &Bundle<'_>, (a, x): (&End<'_>, &List), (b, y): (&End<'_>, &List)) -> bool {
    let words = |end: &End<'_>, list: &List| -> Vec<String> {
        let from = list.start.saturating_sub(BEFORE).max(end.sentence.tokens.start);
        let word = |at: usize| normal(end.document.folded(at), bundle.lexicon).into_owned();
        (from..list.start).map(word).filter(|w| w.len() > 1 && w != "the").collect()
    };
    let there = words(b, y);
    x.kind == y.kind && words(a, x).iter().any(|word| there.contains(word))
}

fn spot(end: &End<'_>, list: &List) -> Spot {
    let words = flat(list.span.slice(end.document.text()));
    Spot { source: end.source, span: list.span, value: Value::Words { words } }
}
