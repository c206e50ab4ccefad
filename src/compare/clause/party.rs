//! Parties: whether two sentences that share a verb are about the same things.
//!
//! "The men won" and "the women lost", "has paid for the boats" and "has not paid for the carts", "Holm may succeed Lund" and
//! "Lund will succeed Holm" share nearly all their words and can all be true at once.

use super::contrast::{Parallel, Sided};
use super::telling::head;
use super::wording::Wording;
use super::{is_passive, opposite};
use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::lexicon::number::ordinal;
use crate::lexicon::word_set::WordSet;
use crate::mention::clause::verb;
use crate::text::Document;

/// True if each sentence has a word that the other lacks and the two words tell apart two of a kind: a man and a woman, the
/// first and the second. Linear in the words, times the few that do.
pub(super) fn are_two(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel) -> bool {
    let telling = |s: Sided<'_, '_>, open: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let own = s.wording.words.iter().enumerate().filter(|(n, _)| open(*n)).map(|(_, w)| w.token);
        own.filter(|&at| tells_apart(s.document.folded(at))).collect()
    };
    let here = telling(a, &|n| sides.answer_of_a(n).is_none());
    if here.is_empty() {
        return false;
    }
    let there = telling(b, &|n| sides.answer_of_b(n).is_none());
    here.iter().any(|&p| there.iter().any(|&q| exclude(a.document.folded(p), b.document.folded(q))))
}

/// True for a word that can tell one of two parties from the other.
pub(super) fn tells_apart(word: &str) -> bool {
    opposite::is_party(word) || ordinal(word).is_some()
}

/// True for two words of which each names another party.
pub(super) fn exclude(x: &str, y: &str) -> bool {
    opposite::are_parties(x, y) || matches!((ordinal(x), ordinal(y)), (Some(p), Some(q)) if p != q)
}

/// True if the words at two positions have complements of one kind with different nouns: "for the boats", "for the carts".
/// Words that may name one thing are not different: names, people, a noun that the other sentence has elsewhere.
pub(super) fn complements_differ(
    a: Sided<'_, '_>,
    b: Sided<'_, '_>,
    sides: &Parallel,
    (i, j): (usize, usize),
) -> bool {
    let noun = |s: Sided<'_, '_>, at: usize| -> Option<(String, usize)> {
        let token = s.wording.words.get(at)?.token;
        let (preposition, head) = complement(s.document, token, s.wording.words.last()?.token + 1)?;
        let at = s.wording.words.iter().position(|w| w.token == head)?;
        Some((preposition.to_owned(), at))
    };
    let (Some((p, x)), Some((q, y))) = (noun(a, i), noun(b, j)) else { return false };
    p == q && sides.answer_of_a(x).is_none() && sides.answer_of_b(y).is_none()
}

/// The complement of the verb at a token: its preposition, empty for an object, and its noun, unless that is a name or a word
/// for people.
pub(super) fn complement<'d>(
    document: &'d Document<'_>,
    verb: usize,
    end: usize,
) -> Option<(&'d str, usize)> {
    let mut next = verb + 1;
    while next < end && verb::is_adverb(document.folded(next)) {
        next += 1;
    }
    let preposition = document.is(next, Class::Preposition).then(|| document.folded(next));
    let from = next + usize::from(preposition.is_some());
    let head = head(document, from, &(from..end))?;
    let token = document.tokens().get(head)?;
    let person = token.begins.contains(TableId::Role)
        || document.is_in(head, WordSet::Anybody)
        || document.is_in(head, WordSet::Doer);
    let plain = !token.is_capitalised() && !person && !document.folded(head).ends_with("ing");
    plain.then(|| (preposition.unwrap_or(""), head))
}

/// True if the words beside two matching verbs are the same with their sides exchanged: one does to the other what in the
/// other sentence is done to it.
pub(super) fn are_exchanged(
    a: Sided<'_, '_>,
    b: Sided<'_, '_>,
    sides: &Parallel,
    (i, j): (usize, usize),
) -> bool {
    /// How many words on each side.
    const BESIDE: usize = 2;
    let before = |w: &Wording, at: usize| -> Vec<usize> {
        (0..at).rev().filter(|&n| w.is_content(n)).take(BESIDE).collect()
    };
    let after = |w: &Wording, at: usize| -> Vec<usize> {
        (at + 1..w.words.len()).filter(|&n| w.is_content(n)).take(BESIDE).collect()
    };
    let (x, y) = (a.wording, b.wording);
    let meets = |ours: &[usize], theirs: &[usize]| {
        ours.iter().any(|&n| sides.answer_of_a(n).is_some_and(|m| theirs.contains(&m)))
    };
    let (ours, theirs) = ((before(x, i), after(x, i)), (before(y, j), after(y, j)));
    let passive = |s: Sided<'_, '_>, at: usize| {
        let first = s.wording.words.first().map_or(0, |w| w.token);
        s.wording.words.get(at).is_some_and(|w| is_passive(s.document, first, w.token))
    };
    meets(&ours.0, &theirs.1)
        && meets(&ours.1, &theirs.0)
        && !meets(&ours.0, &theirs.0)
        && passive(a, i) == passive(b, j)
}
