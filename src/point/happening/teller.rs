//! Who tells it, and who does it to whom: two tellings by one speaker do not differ because one reporter calls it a claim, and
//! what one does to the other is not what the other does to the first.

use super::{End, Told};
use crate::compare::clause::is_passive;
use crate::compare::clause::telling::Way;
use crate::compare::vocabulary::number;
use crate::entity::NameId;
use crate::mention::Attribution;
use crate::point::linked::Linked;
use crate::text::stem;

/// Who is reported to have told something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Teller {
    /// Somebody with a name, as an entity.
    Named(usize),
    /// Somebody without: the noun, as a number.
    Noun(u64),
    /// "She".
    Unknown,
}

impl Teller {
    /// The speaker of reported speech or, before a verb like "claims", its subject.
    pub(super) fn of(
        linked: &Linked<'_, '_>,
        end: &End<'_>,
        speech: Option<&Attribution>,
        cue: Option<usize>,
    ) -> Option<Self> {
        let subject = match speech.and_then(|s| s.source) {
            Some(source) => end.document.tokens_in(source).end,
            None => cue?,
        };
        let last = subject.checked_sub(1).filter(|at| *at >= end.sentence.tokens.start)?;
        let word = end.document.folded(last);
        if matches!(word, "he" | "she" | "they") {
            return Some(Self::Unknown);
        }
        let own = speech.and_then(|s| s.name).and_then(|name| u32::try_from(name).ok());
        let mut names = end.within(&end.mentions.names, |n| n.sentence);
        let name = own.or_else(|| names.find(|(_, n)| n.tokens.end == subject).map(|(name, _)| name));
        match name {
            Some(name) => linked.entities.of_name(NameId { source: end.source, name }).map(Self::Named),
            None => (word.len() > 4).then(|| Self::Noun(number(&stem(word)))),
        }
    }
}

/// True if one speaker tells both: "Holm claims the pair met", "the pair met, Holm said".
pub(super) fn is_one_teller(x: &Told, y: &Told) -> bool {
    let claimed = |told: &Told| told.telling.way == Way::Hearsay && told.claims;
    let fact = |told: &Told| told.telling.way == Way::Fact;
    let one = match (x.teller, y.teller) {
        // A pronoun may stand for the other's speaker.
        (Some(Teller::Unknown), Some(_)) | (Some(_), Some(Teller::Unknown)) => true,
        (one, other) => one.is_some() && one == other,
    };
    one && (claimed(x) && fact(y) || fact(x) && claimed(y))
}

/// The entities directly before and after a word in its clause, if it is a verb in the active voice.
pub(super) fn sides(linked: &Linked<'_, '_>, end: &End<'_>, at: usize) -> Option<(usize, usize)> {
    let clause = end.clause_at(at)?;
    if is_passive(end.document, clause.tokens.start, at) {
        return None;
    }
    let entity = |n: u32| linked.entities.of_name(NameId { source: end.source, name: n });
    let names = || end.within(&end.mentions.names, |n| n.sentence);
    let within = |start: usize| clause.tokens.contains(&start);
    let before = names().filter(|(_, n)| within(n.tokens.start) && n.tokens.end <= at).last()?;
    let after = names().find(|(_, n)| within(n.tokens.start) && n.tokens.start > at)?;
    let (doer, other) = (entity(before.0)?, entity(after.0)?);
    (doer != other).then_some((doer, other))
}

/// True if one of two tells that the first did it to the second, and the other that the second did it to the first.
pub(super) fn are_exchanged(x: &Told, y: &Told) -> bool {
    x.sides.is_some() && x.sides == y.sides.map(|(doer, other)| (other, doer))
}
