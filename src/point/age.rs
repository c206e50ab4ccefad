//! Ages: the person an age belongs to.

use crate::entity::NameId;
use crate::mention::{NameKind, Quantity};
use crate::point::linked::Entities;
use crate::point::{Bundle, End, setting};

/// Tokens between a person's name and an age: "Sara Diallo, 48"; "Sara Diallo, who is 48".
const APPOSED: usize = 2;
const WITH_VERB: usize = 3;
/// The same if the person's town is between them.
const WITH_TOWN: usize = 8;

/// Tokens before an age that begins its sentence.
const HEADING: usize = 4;

/// The cluster of the person with this age, by the name before it, the name after it, or the role that contains the age.
/// `None` if no person is named ("a 48-year-old Austrian woman"), `Some(None)` if the name is no person's or it is unclear
/// whose it is.
pub(crate) fn whose(
    bundle: &Bundle<'_>,
    entities: &Entities,
    end: &End<'_>,
    age: &Quantity,
) -> Option<Option<usize>> {
    let kind = |name: u32| {
        let cluster = entities.of_name(NameId { source: end.source, name });
        cluster.and_then(|cluster| bundle.clusters.get(cluster)).map(|cluster| cluster.kind)
    };
    // "A 48-year-old Austrian": an adjective of a country has no age.
    let may_have = |name: &u32| end.mentions.names.get(*name as usize).is_some_and(|n| !n.demonym);
    let before = before(end, age, kind).filter(|(name, _)| may_have(name));
    let name = before
        .and_then(|(name, apposed)| apposed.then_some(name))
        .or_else(|| setting::name_behind(end, &age.tokens, behind(end, age)).filter(may_have))
        .or_else(|| by_role(end, age).filter(may_have));
    let Some(name) = name else { return before.map(|_| None) };
    let cluster = entities.of_name(NameId { source: end.source, name });
    Some(cluster.filter(|_| kind(name) == Some(NameKind::Person)))
}

/// How far after an age the name may be: past a comma, if the age begins the sentence ("At the age of 48, Sara Diallo").
fn behind(end: &End<'_>, age: &Quantity) -> usize {
    let heads = age.tokens.start - end.sentence.tokens.start.min(age.tokens.start) <= HEADING;
    usize::from(heads && end.document.surface(age.tokens.end) == ",")
}

/// The name before an age, and whether the age is in apposition to it.
fn before(end: &End<'_>, age: &Quantity, kind: impl Fn(u32) -> Option<NameKind>) -> Option<(u32, bool)> {
    // "Sara Diallo found her 30-year-old husband": the age is of another.
    let last = age.tokens.start.checked_sub(1).map_or("", |at| end.document.folded(at));
    if matches!(last, "his" | "her" | "their" | "its" | "my" | "our" | "whose") {
        return None;
    }
    let verb = age.tokens.start.checked_sub(2).is_some_and(|at| end.document.folded(at) == "who");
    let reach = if verb { WITH_VERB } else { APPOSED };
    let name = setting::name_before(end, &age.tokens, reach)?;
    let names = &end.mentions.names;
    let end_of = |name: u32| names.get(name as usize).map(|n| n.tokens.end);
    // "Sara Diallo's 30-year-old husband", "Sara Diallo's husband" are somebody else.
    let owns = |name: u32| end_of(name).is_none_or(|at| end.document.is_possessive(at));
    if kind(name) != Some(NameKind::Place) {
        let between = end_of(name)?..age.tokens.start;
        return Some((name, !owns(name) && between.into_iter().all(|at| leads(end, at))));
    }
    // "Sara Diallo of Leku, 48"
    let mut further = end.all_within(names, |n| n.sentence).collect::<Vec<_>>().into_iter().rev();
    let (person, one) =
        further.find(|(n, one)| one.tokens.end <= age.tokens.start && kind(*n) == Some(NameKind::Person))?;
    (!owns(person) && age.tokens.start - one.tokens.end <= WITH_TOWN).then_some((person, true))
}

/// True for what may stand between a person and an age: "Sara Diallo, 48", "Sara Diallo (48)", "Sara Diallo, a 48-year-old
/// nurse"; but not "Sara Diallo met a 48-year-old nurse", "Sara Diallo and a 48-year-old nurse".
fn leads(end: &End<'_>, at: usize) -> bool {
    matches!(
        end.document.folded(at),
        "a" | "an" | "the" | "aged" | "age" | "now" | "then" | "who" | "is" | "was"
    ) || matches!(end.document.surface(at), "," | "(" | "[" | "-" | "–" | "—")
}

/// "A 48-year-old nurse from Leku, Sara Diallo,"; "48-year-old nurse Sara Diallo".
fn by_role(end: &End<'_>, age: &Quantity) -> Option<u32> {
    let mut roles = end.all_within(&end.mentions.roles, |r| r.sentence);
    roles.find_map(|(_, role)| {
        let tokens = end.document.tokens_in(role.span);
        let name = end.mentions.names.get(role.name)?;
        let holds = tokens.start <= age.tokens.end
            && age.tokens.start < tokens.end
            && name.tokens.start >= tokens.end;
        holds.then(|| u32::try_from(role.name).ok()).flatten()
    })
}
