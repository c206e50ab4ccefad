//! Apart: what shows that two numbers of one kind belong to different things.
//!
//! Two of a series, distances of two places, amounts of two givers, figures of two seasons. A different number is then expected
//! and says nothing.

use itertools::Itertools;

use crate::entity::NameId;
use crate::lexicon::word_set::WordSet;
use crate::mention::{Clause, NameKind, Quantity};
use crate::point::evidence::{happening, subject};
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
pub(crate) fn are_of_two_places<'a>(
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
pub(crate) fn are_of_two_givers<'a>(
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
