//! Apart: what shows that two numbers of one kind belong to different things.
//!
//! Two of a series, distances of two places, amounts of two givers, figures of two seasons. A different number is then expected
//! and says nothing.

use itertools::Itertools;

use crate::entity::NameId;
use crate::lexicon::TableId;
use crate::lexicon::word_set::WordSet;
use crate::mention::quantity::{Breadth, QuantityKind};
use crate::mention::{Clause, NameKind, Quantity};
use crate::point::evidence::{happening, subject};
use crate::point::figure::number;
use crate::point::linked::Entities;
use crate::point::setting::{Key, Setting, Words};
use crate::point::{Bundle, End};

/// A quantity with its sentence and the words of it.
pub(crate) type Held<'s, 'a> = (&'s End<'a>, &'s Words, &'s Quantity);

/// The most words and marks between a place and how far it is.
const LEADING: usize = 5;
/// The most tokens before a verb that are read for its subject.
const SUBJECT: usize = 16;
/// Content words around two ordinals that tell of one statement.
const TOLD: usize = 2;

/// True for figures of which something in their sentences shows that they belong to two things.
pub(crate) fn are_of_two_things<'a>(
    bundle: &Bundle<'a>,
    entities: &Entities,
    one: Held<'_, 'a>,
    other: Held<'_, 'a>,
) -> bool {
    let ((a, _, x), (b, _, y)) = (one, other);
    let given = matches!(x.kind, QuantityKind::Count | QuantityKind::Money);
    let owned = matches!(x.kind, QuantityKind::Money | QuantityKind::Measure);
    let magnitudes = x.unit.as_deref() == Some("magnitude");
    is_needed(a, x) != is_needed(b, y)
        || are_of_two_places(entities, one, other)
        || are_of_part_and_whole(bundle, (a, x), (b, y))
        || given && are_of_two_givers(bundle, entities, one, other)
        || owned && are_of_two_bodies(bundle, entities, one, other)
        || magnitudes && (tells_of_two_quakes(a, x, y) || tells_of_two_quakes(b, y, x))
}

/// True for two ordinals that pick out two of a series (a first and a second dose) and do not number one thing differently.
/// They do that only in one statement: the same verb with the same subject, and the same kind of article. What an ordinal
/// before the verb picks out, the statement is about ("the first blast killed two").
pub(crate) fn are_two_of_a_series<'a>(
    bundle: &Bundle<'a>,
    (a, ours, x): Held<'_, 'a>,
    (b, theirs, y): Held<'_, 'a>,
    setting: Setting,
) -> bool {
    let (Some(here), Some(there)) = (a.clause_at(x.tokens.start), b.clause_at(y.tokens.start)) else {
        return true;
    };
    let is_topic = |q: &Quantity, clause: &Clause| clause.trigger.is_some_and(|at| at >= q.tokens.end);
    let verbs = (happening(bundle, a, Some(here)), happening(bundle, b, Some(there)));
    let one_verb = verbs.0.is_some() && verbs.0 == verbs.1;
    let told = setting.whole || setting.shared >= TOLD;
    if is_topic(x, here) || is_topic(y, there) || !one_verb || !told || article(a, x) != article(b, y) {
        return true;
    }
    let (one, other) = (subject(ours, &x.tokens, Some(here)), subject(theirs, &y.tokens, Some(there)));
    let one_subject = one.iter().any(|key| other.contains(key)) || one.is_empty() && other.is_empty();
    !one_subject
}

/// What an article or the like before an ordinal says of it: one that is known, one of somebody's, one more.
#[derive(PartialEq, Eq)]
enum Article {
    Definite,
    Possessive,
    Indefinite,
    None,
}

fn article(end: &End<'_>, q: &Quantity) -> Article {
    let before = q.tokens.start.checked_sub(1).filter(|&at| at >= end.sentence.tokens.start);
    match before.map_or("", |at| end.document.folded(at)) {
        "the" | "this" | "that" => Article::Definite,
        "his" | "her" | "its" | "their" | "our" | "my" | "your" => Article::Possessive,
        "a" | "an" | "another" => Article::Indefinite,
        _ => Article::None,
    }
}

/// Words that relate a distance to what it is counted from: directions and a few prepositions, which are closed.
const RELATIONS: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "from",
    "away",
    "outside",
    "off",
    "inland",
    "upstream",
    "downstream",
];

/// The places that a distance relates ("Tarm, 40 km south of Kolm"): the one that is this far away, if it is named directly
/// before, and the one that it is counted from. Each is a cluster of names.
#[derive(Clone, Copy, Default)]
struct Ends {
    of: Option<usize>,
    from: Option<usize>,
}

/// True for distances of two places, or to two. What is this far away is named, and the other sentence does not mention it; or
/// they are counted from two places.
fn are_of_two_places<'a>(
    entities: &Entities,
    (a, ours, x): Held<'_, 'a>,
    (b, theirs, y): Held<'_, 'a>,
) -> bool {
    let (Some(here), Some(there)) = (distance(entities, a, x), distance(entities, b, y)) else {
        return false;
    };
    let is_foreign =
        |ends: Ends, other: &Words| ends.of.is_some_and(|cluster| !other.holds(&Key::Entity(cluster)));
    let far = here.of.zip(there.of).is_some_and(|(one, other)| one != other);
    let near = here.from.zip(there.from).is_some_and(|(one, other)| one != other);
    far || near || is_foreign(here, theirs) || is_foreign(there, ours)
}

/// The places that a length relates; `None` if it is not a distance.
fn distance(entities: &Entities, end: &End<'_>, q: &Quantity) -> Option<Ends> {
    q.dimension.as_ref().filter(|(what, _)| what == "length")?;
    let document = end.document;
    let tokens = &end.sentence.tokens;
    let word = |at: usize| if tokens.contains(&at) { document.folded(at) } else { "" };
    // "70 miles (110 km) south", "110 km (70 miles) south": the other unit is no word of its own.
    let (mut first, mut last) = (q.tokens.start, document.tokens_in(q.number).end);
    let near = end.within(&end.mentions.quantities, |q| q.sentence).map(|(_, q)| q);
    if word(last) == "(" {
        let twin = near.clone().find(|n| n.tokens.start == last + 1);
        last = twin
            .map(|n| document.tokens_in(n.number).end)
            .filter(|&at| word(at) == ")")
            .map_or(last, |at| at + 1);
    } else if word(last) == ")" && first.checked_sub(1).is_some_and(|at| word(at) == "(") {
        let twin = near.clone().find(|n| document.tokens_in(n.number).end + 1 == first);
        if let Some(twin) = twin {
            (first, last) = (twin.tokens.start, last + 1);
        }
    }
    let relation = (last..(last + 3).min(tokens.end)).find(|&at| RELATIONS.contains(&word(at)))?;
    // "Tarm, 40 km", "Tarm, located 40 km", "Tarm, which lies 40 km", "Tarm lies 40 km".
    let mut at = first;
    while at > tokens.start.max(first.saturating_sub(LEADING))
        && matches!(
            word(at - 1),
            "," | "(" | "located" | "situated" | "lying" | "lies" | "is" | "which" | "some" | "about"
        )
    {
        at -= 1;
    }
    let of = at.checked_sub(1).filter(|_| at < first).and_then(|last| cluster_at(entities, end, last));
    let mut base = relation + 1;
    while base < tokens.end.min(relation + 4)
        && (word(base) == "of" || word(base) == "the" || word(base) == "from")
    {
        base += 1;
    }
    Some(Ends { of, from: cluster_at(entities, end, base) })
}

/// The cluster of the name that holds a token. Logarithmic.
fn cluster_at(entities: &Entities, end: &End<'_>, token: usize) -> Option<usize> {
    let (name, _) = end.name_at(token)?;
    entities.of_name(NameId { source: end.source, name })
}

/// Who gives what is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Giver {
    /// A cluster of names.
    Named(usize),
    /// "The ten nations".
    Nations,
}

/// True for what two givers or buyers gave or promised ("Kolm will donate 40 lorries", "the Tarm Union pledged 100"), at least
/// one of which is named, and not in both sentences.
fn are_of_two_givers<'a>(
    bundle: &Bundle<'a>,
    entities: &Entities,
    (a, ours, x): Held<'_, 'a>,
    (b, theirs, y): Held<'_, 'a>,
) -> bool {
    let is_told = |giver: Giver, other: &Words| match giver {
        Giver::Named(cluster) => other.holds(&Key::Entity(cluster)),
        Giver::Nations => false,
    };
    let givers = giver(bundle, entities, a, x).zip(giver(bundle, entities, b, y));
    givers.is_some_and(|(one, other)| one != other && !is_told(one, theirs) && !is_told(other, ours))
}

/// The body or country that gives a quantity: the first one named before the verb of its clause.
fn giver(bundle: &Bundle<'_>, entities: &Entities, end: &End<'_>, q: &Quantity) -> Option<Giver> {
    let clause = end.clause_at(q.tokens.start)?;
    let verb = clause.trigger.filter(|&at| at < q.tokens.start && end.document.is_in(at, WordSet::Gives))?;
    let subject = clause.tokens.start..verb;
    let mut names = end.within(&end.mentions.names, |n| n.sentence);
    let Some((name, _)) = names.find(|(_, n)| subject.start <= n.tokens.start && n.tokens.end <= verb) else {
        let is_plural =
            |at| matches!(end.document.folded(at), "nations" | "countries" | "states" | "governments");
        return subject.rev().take(SUBJECT).any(is_plural).then_some(Giver::Nations);
    };
    let cluster = entities.of_name(NameId { source: end.source, name })?;
    let kind = bundle.clusters.get(cluster)?.kind;
    matches!(kind, NameKind::Place | NameKind::Organisation).then_some(Giver::Named(cluster))
}

/// The most names before a figure among which a body is looked for, and how far before it, in tokens.
const NAMED: usize = 8;
const LEAD: usize = 32;
/// How far before a number the verb of need may be, in tokens.
const NEEDED: usize = 3;

/// "Needed nine points to win": what it would take, not what came about.
fn is_needed(end: &End<'_>, q: &Quantity) -> bool {
    let document = end.document;
    let before = q.tokens.start.saturating_sub(NEEDED).max(end.sentence.tokens.start)..q.tokens.start;
    let between =
        |at: &usize| matches!(document.folded(*at), "just" | "only" | "another" | "a" | "to" | "score");
    let verb = before.rev().find(|at| !between(at));
    let verb = verb.map_or("", |at| document.folded(at));
    matches!(verb, "need" | "needs" | "needed" | "needing")
}

/// True for two counts of which the larger one also counts others: "246 passengers", "420 passengers and crew".
fn are_of_part_and_whole(
    bundle: &Bundle<'_>,
    (a, x): (&End<'_>, &Quantity),
    (b, y): (&End<'_>, &Quantity),
) -> bool {
    let (one, other) = (counts_others(bundle, a, x), counts_others(bundle, b, y));
    if one == other || x.kind != QuantityKind::Count || y.kind != QuantityKind::Count {
        return false;
    }
    if one { number(x) > number(y) } else { number(y) > number(x) }
}

/// True if a second noun for people without a number of its own is joined to what is counted.
fn counts_others(bundle: &Bundle<'_>, end: &End<'_>, q: &Quantity) -> bool {
    let at = q.tokens.end + 1;
    let people = matches!(q.breadth, Breadth::People | Breadth::Person) && q.counted.is_some();
    if !people || end.document.folded(q.tokens.end) != "and" || !end.sentence.tokens.contains(&at) {
        return false;
    }
    let noun = end.document.lookup(TableId::Counted, at, bundle.lexicon);
    noun.is_some_and(|(_, hit)| matches!(hit.entry.class.as_str(), "people" | "person"))
}

/// True if the source of a magnitude gives another one for another quake: "7.6 and 7.5 magnitude quakes", "a 5.2 quake shook the
/// island" and "on Sunday a 5.6 quake shook it". Linear in the quantities of the source, up to a limit.
fn tells_of_two_quakes(end: &End<'_>, own: &Quantity, other: &Quantity) -> bool {
    /// The most quantities of a source that are looked at.
    const ASKED: usize = 256;
    let document = end.document;
    let is_magnitude = |q: &&Quantity| q.unit.as_deref() == Some("magnitude");
    let mut given = end.mentions.quantities.iter().take(ASKED).filter(is_magnitude);
    given.any(|q| {
        if number(q) != number(other) || number(q) == number(own) {
            return false;
        }
        let joined = q.sentence == own.sentence && {
            let (first, last) = if q.tokens.start < own.tokens.start { (q, own) } else { (own, q) };
            let plural = (last.tokens.end..last.tokens.end + 2)
                .any(|at| document.is_in(at, WordSet::Quake) && document.folded(at).ends_with('s'));
            plural && last.tokens.start == first.tokens.end + 1
        };
        // "A" brings in a quake that was not told of before.
        let new = |q: &Quantity| {
            let before = q.tokens.start.checked_sub(1).map_or("", |at| document.folded(at));
            matches!(before, "a" | "an" | "second" | "another")
        };
        let own_day = || {
            let dates = &end.mentions.dates;
            let from = dates.partition_point(|d| d.sentence < q.sentence);
            dates.get(from).is_some_and(|d| d.sentence == q.sentence)
        };
        joined || q.sentence != own.sentence && new(q) && new(own) && own_day()
    })
}

/// True for sums and measures of two bodies, neither of which the other sentence names: "Kolm Bank sells bonds worth $3 million",
/// "Tarm Bank sells bonds worth $5 million".
fn are_of_two_bodies<'a>(
    bundle: &Bundle<'a>,
    entities: &Entities,
    (a, ours, x): Held<'_, 'a>,
    (b, theirs, y): Held<'_, 'a>,
) -> bool {
    let bodies = body(bundle, entities, a, x).zip(body(bundle, entities, b, y));
    bodies.is_some_and(|(one, other)| {
        one != other && !theirs.holds(&Key::Entity(one)) && !ours.holds(&Key::Entity(other))
    })
}

/// The cluster of the company, team or product that a figure is told of: the last one named before it, unless that only says it,
/// or another clause begins between the two.
fn body(bundle: &Bundle<'_>, entities: &Entities, end: &End<'_>, q: &Quantity) -> Option<usize> {
    let names = &end.mentions.names;
    let before = names.partition_point(|name| name.tokens.end <= q.tokens.start);
    let own = names[..before].iter().enumerate().rev().take_while(|(_, name)| name.sentence == end.number);
    let known = own.take(NAMED).filter_map(|(index, name)| {
        let id = NameId { source: end.source, name: u32::try_from(index).ok()? };
        let cluster = entities.of_name(id)?;
        Some((name, index, cluster, bundle.clusters.get(cluster)?.kind))
    });
    let mut bodies = known.filter(|(.., kind)| !matches!(kind, NameKind::Person | NameKind::Place));
    let (name, index, cluster, _) = bodies.next()?;
    let mut said = end.within(&end.mentions.attributions, |r| r.sentence);
    let between = name.tokens.end..q.tokens.start;
    let parted =
        |at: usize| matches!(end.document.folded(at), "that" | "which" | "who" | "while" | "but" | ";");
    let speaks = said.any(|(_, r)| r.name == Some(index));
    (!speaks && between.len() <= LEAD && !between.into_iter().any(parted)).then_some(cluster)
}

/// True for sentences that name seasons, but none in common: what is told of spring differs from what is told of autumn.
pub(crate) fn are_of_two_seasons(a: &End<'_>, b: &End<'_>) -> bool {
    let (ours, theirs) = (seasons(a), seasons(b));
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|season| theirs.contains(season))
}

/// The seasons that a sentence names after a word that leads to one: "in spring", "this autumn", but not "a hot spring".
fn seasons<'e>(end: &'e End<'_>) -> Vec<&'e str> {
    let document = end.document;
    let named = end.sentence.tokens.clone().tuple_windows().filter_map(|(lead, at)| {
        let season = match document.folded(at) {
            "fall" => "autumn",
            season @ ("spring" | "summer" | "autumn" | "winter") => season,
            _ => return None,
        };
        let leads = match document.folded(lead) {
            "in" | "this" | "last" | "next" | "during" | "since" | "by" | "until" | "late" | "early" => true,
            // "In the spring", but not "the fall of the town".
            "the" => {
                lead > end.sentence.tokens.start
                    && document.folded(lead - 1) == "in"
                    && document.folded(at + 1) != "of"
            }
            _ => false,
        };
        leads.then_some(season)
    });
    named.dedup().collect()
}
