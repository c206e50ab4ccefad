//! Names whose words all occur in another: either a shorter form for the same referent, or another referent named after it.

use crate::compare::Relation;
use crate::compare::name::{Ground, PartKind, Verdict};
use crate::entity::referents::Group;
use crate::lexicon::TableId;
use crate::lexicon::closed::{ends_organisation, ends_place};
use crate::mention::NameKind;

/// Log-odds, set by hand.
mod weigh {
    /// A place and what is named after it: a board, a court, a newspaper; a county and its hotline.
    pub(super) const NAMED_AFTER: f64 = -9.0;
    /// A generic word in which many organisations' names end, and one such organisation.
    pub(super) const HEAD_ALONE: f64 = -6.0;
    /// An airline and its flight, a manufacturer and its model.
    pub(super) const NUMBERED: f64 = -6.0;
    /// Persons whose names have the same words in a different order, or one more at the end, if a text contains both.
    pub(super) const OTHER_PERSON_THERE: f64 = -12.0;
    /// The same if their titles or roles differ completely.
    pub(super) const OTHER_ROLE: f64 = -12.0;
}

/// The evidence against two groups having one referent even though the letters match.
pub(super) fn against(a: &Group<'_>, b: &Group<'_>, letters: &Verdict) -> f64 {
    if matches!(letters.ground, Ground::Told | Ground::ToldApart | Ground::Alias) {
        return 0.0;
    }
    let (short, long) = if a.form.parts().len() <= b.form.parts().len() { (a, b) } else { (b, a) };
    let persons = [a, b].iter().all(|group| matches!(group.kind, NameKind::Person | NameKind::Other));
    if persons {
        return of_persons(short, long);
    }
    if letters.relation != Relation::Refinement {
        return 0.0;
    }
    if is_head_alone(short) {
        return weigh::HEAD_ALONE;
    }
    if has_number(long) && !has_number(short) {
        return weigh::NUMBERED;
    }
    if is_named_after(short, long) { weigh::NAMED_AFTER } else { 0.0 }
}

/// "Hassan Ali", "Ali Hassan" and "Hassan Ali Mohamed": if names are sequences of given names, a different order or an
/// additional last word can just as well mean a different person. The context must not contradict a merge.
fn of_persons(short: &Group<'_>, long: &Group<'_>) -> f64 {
    let (x, y) = (words(short), words(long));
    let longer_at_end = x.len() < y.len() && x.len() >= 2 && y.starts_with(&x);
    let in_order = x.iter().try_fold(0, |from, word| {
        y.get(from..)?.iter().position(|other| other == word).map(|at| from + at + 1)
    });
    let reordered = x.len() >= 2 && x.iter().all(|word| y.contains(word)) && in_order.is_none();
    if !(longer_at_end || reordered) {
        return 0.0;
    }
    if short.documents.iter().any(|&(document, _)| long.names_in(document) > 0) {
        return weigh::OTHER_PERSON_THERE;
    }
    let offices = |group: &Group<'_>| !group.titles.is_empty() || !group.roles.is_empty();
    let shared = short.titles.iter().any(|t| long.titles.contains(t))
        || short.roles.iter().any(|r| long.roles.contains(r));
    if offices(short) && offices(long) && !shared { weigh::OTHER_ROLE } else { 0.0 }
}

/// The words of a name, without those for a generation.
fn words<'g>(group: &'g Group<'_>) -> Vec<&'g str> {
    let parts = group.form.parts().iter().filter(|p| p.kind != PartKind::Generation);
    parts.map(|p| group.form.word(p)).collect()
}

/// "Center", "the Party", "County": words in which other names end.
fn is_head_alone(group: &Group<'_>) -> bool {
    match words(group)[..] {
        [only] => (ends_organisation(only) || ends_place(only)) && !is_known(group),
        _ => false,
    }
}

fn has_number(group: &Group<'_>) -> bool {
    let mut letters = group.form.text.chars();
    letters.any(|c| c.is_ascii_digit())
}

fn is_known(group: &Group<'_>) -> bool {
    group.form.known.is_some()
}

/// A place, and a name that begins with it (perhaps after other words) and ends with a word for an organisation or event:
/// "Korba", "Korba Maritime Board". A name that already ends with a kind of place is a place, whatever follows: "Harford
/// County", "Harford County Information Hotline".
fn is_named_after(short: &Group<'_>, long: &Group<'_>) -> bool {
    let known_place = matches!(short.form.known, Some((TableId::Place, _)));
    let (x, y) = (words(short), words(long));
    let Some(&own) = x.last() else { return false };
    let whole = x.len() > 1 && ends_place(own);
    if short.kind != NameKind::Place && !known_place && !whole {
        return false;
    }
    let behind = (0..y.len()).find(|&at| y.get(at..).is_some_and(|rest| rest.starts_with(&x)));
    let Some(last) = behind.and_then(|at| y.get(at + x.len()..)).and_then(|rest| rest.last()) else {
        return false;
    };
    let is_common = long.form.parts().last().is_some_and(|p| p.begins.contains(TableId::Common));
    whole || ends_organisation(last) || (known_place || is_common) && !ends_place(last)
}
