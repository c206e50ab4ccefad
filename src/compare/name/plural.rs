//! Plurals: words of two names of which one is the other in the plural.

use crate::compare::name::form::{Form, Part};
use crate::compare::name::pairing::{E, Y};
use crate::lexicon::TableId;

/// Codes of letters used in endings.
const C: u8 = 3;
const H: u8 = 8;
const I: u8 = 9;
const S: u8 = 19;
const X: u8 = 24;
const Z: u8 = 26;

/// The least number of letters in the singular.
const SHORTEST: usize = 4;

fn by_length<'w>(x: &'w [u8], y: &'w [u8]) -> (&'w [u8], &'w [u8]) {
    if x.len() > y.len() { (x, y) } else { (y, x) }
}

/// True if one is the other with an `s` added.
pub(super) fn is_plural(x: &[u8], y: &[u8]) -> bool {
    let (long, short) = by_length(x, y);
    short.len() >= SHORTEST && long.split_last() == Some((&S, short))
}

/// The same for a plural in -es or -ies: "embassies", "watches".
pub(super) fn is_long_plural(x: &[u8], y: &[u8]) -> bool {
    let (long, short) = by_length(x, y);
    let Some(base) = long.strip_suffix(&[E, S]).filter(|_| short.len() >= SHORTEST) else { return false };
    base == short || base.strip_suffix(&[I]).is_some_and(|stem| short.strip_suffix(&[Y]) == Some(stem))
}

/// "Gateses", "Sanchezes": the plural of a word that ends in a hiss, which no slip of the hand adds to a surname.
pub(super) fn is_plural_of_hiss(x: &[u8], y: &[u8]) -> bool {
    let (long, short) = by_length(x, y);
    let hisses = matches!(short, [.., S | X | Z] | [.., C | S, H]);
    hisses && short.len() >= SHORTEST && long.strip_suffix(&[E, S]) == Some(short)
}

/// "Chargers", "Charger": a team, and one of its players. Not a surname after a given name, which may be written wrongly, and
/// not a given name: "Bills", "Bill".
pub(super) fn is_team_plural(a: &Form<'_>, p: &Part, b: &Form<'_>, q: &Part) -> bool {
    let is_given = |part: &Part| part.begins.contains(TableId::GivenName);
    let named = |form: &Form<'_>, part: &Part| {
        form.parts().iter().take_while(|other| !std::ptr::eq(*other, part)).last().is_some_and(is_given)
    };
    let a_is_plural = a.letters(p).len() > b.letters(q).len();
    let (form, team, player) = if a_is_plural { (a, p, q) } else { (b, q, p) };
    let is_team = team.begins.contains(TableId::Team) || team.begins.continues_phrase(TableId::Team);
    is_team && !is_given(player) && !named(form, team)
}
