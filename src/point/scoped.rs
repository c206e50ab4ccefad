//! Scope: what a denial in a clause is about, and whose deed its verb tells.

use crate::compare;
use crate::lexicon::Lexicon;
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::mention::{Clause, Name, NameKind};
use crate::point::{End, MOST};

/// The most tokens before or behind a verb that are searched for what limits it.
const REST: usize = 48;
/// The probability from which two names may belong to one person.
const ALIKE: f64 = 0.1;

/// True for verbs that have two persons for subjects, one of whom the other sentence does not name before its verb:
/// "unlike Holm, Lund has not signed", "Holm has signed".
pub(crate) fn are_of_two_persons(
    (a, x): (&End<'_>, Option<usize>),
    (b, y): (&End<'_>, Option<usize>),
    lexicon: &Lexicon,
) -> bool {
    let (Some(here), Some(there)) = (x, y) else { return false };
    let (Some(one), Some(other)) = (person_before(a, here), person_before(b, there)) else { return false };
    let names = |end: &End<'_>, at: usize, word: &str| {
        (end.sentence.tokens.start..at).rev().take(REST).any(|before| end.document.folded(before) == word)
    };
    one != other
        && !(names(a, here, other) && names(b, there, one))
        && !are_alike((a, here), (b, there), lexicon)
}

/// True if the last persons named before two tokens may be one: two spellings, or a name and a part of it.
pub(crate) fn are_alike(
    (a, here): (&End<'_>, usize),
    (b, there): (&End<'_>, usize),
    lexicon: &Lexicon,
) -> bool {
    let words =
        |end: &End<'_>, at: usize| Some(last_person(end, at)?.span.slice(end.document.text()).to_owned());
    let names = words(a, here).zip(words(b, there));
    names.is_some_and(|(one, other)| {
        compare::name::compare(&one, &other, NameKind::Person, lexicon).probability > ALIKE
    })
}

/// True for a clause that neither asserts nor denies what its verb tells: what is asked or known ("to know who has not come"), or
/// what a part of it alone is denied of ("closed it to build, not for a visit").
pub(crate) fn is_scoped(end: &End<'_>, clause: &Clause) -> bool {
    let document = end.document;
    let denial = clause.negation.map(|cue| document.tokens_in(cue).start);
    let last = clause.trigger.max(denial).unwrap_or(clause.tokens.start);
    // Not "why", which tells what it asks of as a fact.
    let asked = (end.sentence.tokens.start..last).rev().take(REST).any(|at| {
        document.is_in(at, WordSet::Asks)
            && clause.tokens.contains(&(at + 1))
            && matches!(document.folded(at + 1), "who" | "whom" | "whose" | "which" | "what" | "whether")
    });
    let parted = |at: usize| {
        document.folded(at) == "not"
            && (document.is(at + 1, Class::Preposition) || document.folded(at + 1) == "because")
            && at
                .checked_sub(1)
                .is_some_and(|before| matches!(document.surface(before), "," | "-" | "–" | "—" | "("))
    };
    asked || !clause.negated && (last..end.sentence.tokens.end).take(REST).any(parted)
}

/// The last word of the last person's name before a token in its sentence.
pub(crate) fn person_before<'a>(end: &End<'a>, token: usize) -> Option<&'a str> {
    last_person(end, token).map(|n| end.document.folded(n.tokens.end.saturating_sub(1)))
}

/// The name of the last person before a token in its sentence.
fn last_person<'a>(end: &End<'a>, token: usize) -> Option<&'a Name> {
    let names = &end.mentions.names;
    let before = names.partition_point(|n| n.tokens.end <= token);
    let own = names[..before].iter().rev().take_while(|n| n.sentence == end.number).take(MOST);
    own.into_iter().find(|n| n.kind == NameKind::Person)
}
