//! Listings: names told one after another as the members of one set.
//!
//! Who lists seldom lists all, so that a member more or less contradicts nothing. What does: two lists of one length, told
//! as whole ones after the same words, of which one has a member in the place of another's.

use std::collections::BTreeSet;
use std::ops::Range;

use itertools::Itertools;

use crate::compare::{Facet, Judgement, Level};
use crate::entity::NameId;
use crate::lexicon::TableId;
use crate::mention::{Name, NameKind};
use crate::point::linked::{Linked, Meeting};
use crate::point::pair::Candidates;
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, End, flat};
use crate::record::Value;
use crate::span::Span;
use crate::text::{normal, stem};

/// The fewest names that make a list.
const LEAST: usize = 2;
/// Tokens before a list of which one must be the same before both.
const BEFORE: usize = 3;
/// How sure it is that lists without a member in common differ, and such as are divided otherwise.
const OTHERS: f64 = 0.2;
const DIVIDED: f64 = 0.6;
/// How sure it is that one list is a part of the other; and that two of one length with one other member differ.
const PART: f64 = 0.75;
const ONE_OTHER: f64 = 0.62;
/// The probability that the same words, divided otherwise, are of one matter, at least.
const MATTER: f64 = 0.9;
/// Words in a row that make the same list.
const RUN: usize = 5;
/// Words of a sentence looked at.
const LONGEST: usize = 80;

/// The points of listings.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let mut spots = Spots::new(Facet::Listing, "in linked sentences");
    let lists = linked.each(lists);
    for Meeting { link, chance, a: (a, x), b: (b, y) } in linked.near() {
        let score = chance.unwrap_or_default();
        let [ours, theirs] = [x, y].map(|words| lists.get(words.at).into_iter().flatten());
        for (x, y) in ours.cartesian_product(theirs) {
            let members = |end: &End<'_>, list: &List| -> BTreeSet<Member> {
                let member = |&(name, ref called): &(u32, String)| {
                    let id = NameId { source: end.source, name };
                    linked.entities.of_name(id).map_or_else(|| Member::Word(called.clone()), Member::Entity)
                };
                list.names.iter().map(member).collect()
            };
            let (p, q) = (members(&a, x), members(&b, y));
            let shared = p.intersection(&q).count();
            let least = p.len().min(q.len());
            if least < LEAST || p == q {
                continue;
            }
            let judgement = if shared == 0 {
                // Other members altogether: of one noun, and none of them known to the other source.
                let of_one = x.kind == y.kind && x.whole && y.whole && of_one_noun(bundle, (&a, x), (&b, y));
                let known = |members: &BTreeSet<Member>, other: &End<'_>| {
                    members.iter().any(|member| is_named_in(bundle, member, other))
                };
                if !of_one || known(&p, &b) || known(&q, &a) {
                    continue;
                }
                Judgement::new(Level::Members, OTHERS, "lists of one thing without a member in common")
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
                Judgement::new(Level::Members, ONE_OTHER, "lists of one length with other members")
            } else {
                continue;
            };
            spots.add((spot(&a, x), spot(&b, y)), judgement, score, link, Vec::new());
        }
        if let Some((ours, theirs)) = divided_otherwise(&a, &b) {
            let ends =
                (Spot::of_words(a.document, a.source, &ours), Spot::of_words(b.document, b.source, &theirs));
            let judgement =
                Judgement::new(Level::Members, DIVIDED, "the same words, divided into other members");
            spots.add(ends, judgement, score.max(MATTER), link, Vec::new());
        }
    }
    spots.candidates()
}

/// A word of a sentence, and whether a comma stands before it.
struct Divided {
    at: usize,
    comma: bool,
}

/// The same words in a row, of which the commas make other members: "iron, ore dust and coal", "iron ore, dust and coal".
fn divided_otherwise(a: &End<'_>, b: &End<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let words = |end: &End<'_>| -> Vec<Divided> {
        let mut comma = false;
        let mut words = Vec::new();
        for at in end.sentence.tokens.clone().take(LONGEST) {
            match end.document.surface(at) {
                "," => comma = true,
                _ if end.document.tokens().get(at).is_some_and(|t| t.is_word()) => {
                    words.push(Divided { at, comma });
                    comma = false;
                }
                _ => comma = false,
            }
        }
        words
    };
    let lists = |end: &End<'_>| end.sentence.tokens.clone().any(|at| end.document.surface(at) == ",");
    if !lists(a) || !lists(b) {
        return None;
    }
    let (x, y) = (words(a), words(b));
    let same = |p: &Divided, q: &Divided| a.document.folded(p.at) == b.document.folded(q.at);
    for i in 0..x.len() {
        for j in 0..y.len() {
            let starts = i == 0 || j == 0 || !x.get(i - 1).zip(y.get(j - 1)).is_some_and(|(p, q)| same(p, q));
            if !starts {
                continue;
            }
            let pairs = x.get(i..)?.iter().zip(y.get(j..)?);
            let run: Vec<(&Divided, &Divided)> = pairs.take_while(|(p, q)| same(p, q)).collect();
            if run.len() < RUN || !run.iter().any(|(p, _)| a.document.folded(p.at) == "and") {
                continue;
            }
            // The first word's comma is of what stands before it, and one before "and" is a matter of taste.
            let moved =
                |mine: fn(&(&Divided, &Divided)) -> bool| run.iter().skip(1).positions(mine).collect_vec();
            let ours = moved(|(p, q)| p.comma && !q.comma);
            let theirs = moved(|(p, q)| q.comma && !p.comma);
            let before_and = |n: usize| run.get(n + 1).is_some_and(|(p, _)| a.document.folded(p.at) == "and");
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

/// True where the same noun stands right before both lists, or right behind them.
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

/// True where a source names a member anywhere.
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
    names: Vec<(u32, String)>,
    span: Span,
    /// The first token.
    start: usize,
    kind: NameKind,
    /// True where nothing says that there are more.
    whole: bool,
}

fn lists(end: &End<'_>) -> Vec<List> {
    let document = end.document;
    let names = end.within(&end.mentions.names, |n| n.sentence).collect_vec();
    let mut found: Vec<List> = Vec::new();
    let mut run: Vec<(u32, &Name)> = Vec::new();
    let mut close = |run: &mut Vec<(u32, &Name)>| {
        let taken = std::mem::take(run);
        let (Some((_, first)), Some((_, last))) = (taken.first(), taken.last()) else { return };
        // "Lagos, Nigeria": a place and what it lies in, not a list of two.
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
            names: taken
                .iter()
                .map(|(n, name)| (*n, document.folded(name.tokens.end.saturating_sub(1)).to_owned()))
                .collect(),
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

/// True where a word before both lists is the same.
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
