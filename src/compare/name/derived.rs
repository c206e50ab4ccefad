//! Words derived from others: adjectives and playful forms, which are other words and no spellings.

use crate::compare::name::distance::is_vowel;
use crate::compare::name::form::{Form, Part};
use crate::compare::name::pairing::{A, Bond, E, Pairing, Y};
use crate::lexicon::TableId;
use crate::mention::NameKind;

/// The letters of an ending, as codes.
macro_rules! codes {
    ($($ending:literal)*) => { &[$(&{
        let mut codes = *$ending;
        let mut n = 0;
        while n < codes.len() {
            codes[n] = codes[n] - b'a' + 1;
            n += 1;
        }
        codes
    },)*] };
}

/// Endings that make an adjective, or a word for people or habits, of a name: "Rolexy", "Googlers".
const OF_NAMES: &[&[u8]] = codes!(
    b"y" b"ies" b"ish" b"esque" b"like" b"ite" b"ites" b"ism" b"isms" b"ist" b"ists" b"ian" b"ians" b"er" b"ers"
);
/// Endings that make an adjective of a noun.
const OF_NOUNS: &[&[u8]] = codes!(b"al" b"ial");
/// The least number of letters in a word of which another is derived.
const SHORTEST: usize = 4;
/// The same for nouns: "medic" and "medical" are both nouns.
const SHORTEST_NOUN: usize = 6;
const N: u8 = 14;

/// True if a name that is no person's differs from the other by an ending that derives a word from its last one.
pub(super) fn is_derived(a: &Form<'_>, b: &Form<'_>, pairing: &Pairing, kind: NameKind) -> bool {
    let Some(last) = pairing.pairs().last().filter(|p| matches!(p.bond, Bond::Spelled(_) | Bond::Clipped))
    else {
        return false;
    };
    let (Some(p), Some(q)) = (a.parts().get(last.a), b.parts().get(last.b)) else { return false };
    let ends = last.a + 1 == a.parts().len() && last.b + 1 == b.parts().len();
    let (x, y) = (a.letters(p), b.letters(q));
    let (long, short) = if x.len() > y.len() { (x, y) } else { (y, x) };
    let derives = |stem: &[u8]| long.strip_prefix(stem).filter(|ending| OF_NAMES.contains(ending));
    // "Googlers": the last e is written once.
    let once = || short.strip_suffix(&[E]).and_then(derives).is_some_and(|ending| ending.first() == Some(&E));
    // A name of unknown kind may be a person's.
    let tables = [TableId::GivenName, TableId::Nickname, TableId::Surname];
    let of_person = |p: &Part| tables.iter().any(|&table| p.begins.contains(table));
    let single = a.parts().len() == 1 || b.parts().len() == 1;
    let body = match kind {
        NameKind::Organisation => true,
        NameKind::Other => single && !of_person(p) && !of_person(q),
        _ => false,
    };
    // After a vowel, -y is one sound in another spelling.
    let spelled = long.strip_prefix(short) == Some(&[Y]) && short.last().is_some_and(|&c| is_vowel(c));
    body && !spelled && ends && short.len() >= SHORTEST && (derives(short).is_some() || once())
}

/// True for a place and its adjective in -n ("Cumbria Police", "Cumbrian Police"), and for a noun and its adjective in -al
/// ("Agriculture Ministry", "Agricultural Ministry").
pub(super) fn is_adjective_of(x: &[u8], y: &[u8]) -> bool {
    let (long, short) = if x.len() > y.len() { (x, y) } else { (y, x) };
    let of_place = short.len() >= SHORTEST && short.ends_with(&[A]) && long.strip_suffix(&[N]) == Some(short);
    let stem = short.strip_suffix(&[E]).or_else(|| short.strip_suffix(&[Y])).unwrap_or(short);
    let of_noun = short.len() >= SHORTEST_NOUN
        && long.strip_prefix(stem).is_some_and(|ending| OF_NOUNS.contains(&ending));
    of_place || of_noun
}
