//! Listings: names told one after another as the members of one set.
//!
//! Who lists seldom lists all, so that a member more or less contradicts nothing. What does: two lists of one length, told
//! as whole ones after the same words, of which one has a member in the place of another's.

use std::collections::BTreeSet;

use itertools::Itertools;

use crate::compare::{Facet, Judgement, Level};
use crate::entity::NameId;
use crate::mention::{Name, NameKind};
use crate::point::linked::Linked;
use crate::point::pair::Candidates;
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, End, flat};
use crate::record::Value;
use crate::span::Span;
use crate::text::normal;

/// The fewest names that make a list.
const LEAST: usize = 2;
/// Tokens before a list of which one must be the same before both.
const BEFORE: usize = 3;

/// The points of listings.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let mut spots = Spots::new(Facet::Listing, "in linked sentences");
    let lists = linked.each(lists);
    for (n, score, (a, x), (b, y)) in linked.pairs() {
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
            if least < LEAST || shared == 0 || p == q {
                continue;
            }
            let judgement = if shared == least {
                Judgement::new(Level::Part, 0.75, "one names a part of what the other names")
            } else if p.len() == q.len()
                && x.whole
                && y.whole
                && x.kind != NameKind::Place
                && shared + 1 == least
                && led_alike(bundle, (&a, x), (&b, y))
            {
                Judgement::new(Level::Members, 0.62, "lists of one length with other members")
            } else {
                continue;
            };
            spots.add((spot(&a, x), spot(&b, y)), judgement, score, Some(n), Vec::new());
        }
    }
    spots.candidates()
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
