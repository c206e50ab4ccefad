//! Ages: the person an age belongs to.

use crate::entity::NameId;
use crate::mention::{NameKind, Quantity};
use crate::point::linked::Entities;
use crate::point::{Bundle, End, setting};
use crate::text::TokenKind;

/// Tokens between a person's name and an age: "Sara Diallo, 48"; "Sara Diallo, who is 48".
const APPOSED: usize = 2;
const WITH_VERB: usize = 3;
/// The same if the person's town is between them.
const WITH_TOWN: usize = 8;

/// Tokens before an age that begins its sentence.
const HEADING: usize = 4;

/// The cluster of the person with this age, by the name before it, the name after it, or the role that contains the age.
/// `None` if nobody is named, `Some(None)` if the name belongs to no cluster.
pub(crate) fn whose(
    bundle: &Bundle<'_>,
    entities: &Entities,
    end: &End<'_>,
    age: &Quantity,
) -> Option<Option<usize>> {
    let name = before(bundle, entities, end, age)
        .or_else(|| setting::name_behind(end, &age.tokens, behind(end, age)))
        .or_else(|| by_role(end, age))?;
    Some(entities.of_name(NameId { source: end.source, name }))
}

/// How far after an age the name may be: past a comma, if the age begins the sentence ("At the age of 48, Sara Diallo").
fn behind(end: &End<'_>, age: &Quantity) -> usize {
    let heads = age.tokens.start - end.sentence.tokens.start.min(age.tokens.start) <= HEADING;
    usize::from(heads && end.document.surface(age.tokens.end) == ",")
}

fn before(bundle: &Bundle<'_>, entities: &Entities, end: &End<'_>, age: &Quantity) -> Option<u32> {
    // "Sara Diallo found her 30-year-old husband": the age is of another.
    let last = age.tokens.start.checked_sub(1).map_or("", |at| end.document.folded(at));
    if matches!(last, "his" | "her" | "their" | "its" | "my" | "our") {
        return None;
    }
    let verb = age.tokens.start.checked_sub(2).is_some_and(|at| end.document.folded(at) == "who");
    let reach = if verb { WITH_VERB } else { APPOSED };
    let name = setting::name_before(end, &age.tokens, reach)?;
    let kind = |name: u32| {
        let cluster = entities.of_name(NameId { source: end.source, name })?;
        bundle.clusters.get(cluster).map(|c| c.kind)
    };
    if kind(name) != Some(NameKind::Place) {
        return Some(name);
    }
    // "Sara Diallo of Leku, 48"
    let mut names = end.all_within(&end.mentions.names, |n| n.sentence).collect::<Vec<_>>().into_iter().rev();
    let person =
        names.find(|(n, one)| one.tokens.end <= age.tokens.start && kind(*n) == Some(NameKind::Person))?;
    // "Sara Diallo's husband" is somebody else.
    let own = end.document.tokens().get(person.1.tokens.end).is_none_or(|t| t.kind != TokenKind::Possessive);
    (own && age.tokens.start - person.1.tokens.end <= WITH_TOWN).then_some(person.0)
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
