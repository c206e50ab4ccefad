//! Bearers: particles that make a name another person's. "Abu Mohammed" is not Ahmed Mohammed without his given name, "Ben
//! Ader" is not Casey Ader, and "bin Salman" is the son of Salman.

use crate::compare::name::form::{Form, Part, PartKind};
use crate::compare::name::ground::Ground;
use crate::compare::name::pairing::Pairing;
use crate::lexicon::TableId;
use crate::mention::NameKind;

/// Why two names that share one word belong to two persons, if a particle before it shows that.
pub(super) fn are_two(a: &Form<'_>, b: &Form<'_>, pairing: &Pairing, kind: NameKind) -> Option<Ground> {
    let [only] = pairing.pairs() else { return None };
    let in_a = Named { form: a, at: only.a };
    let in_b = Named { form: b, at: only.b };
    match (in_a.particle(), in_b.particle()) {
        (Some(particle), None) => in_a.is_not(particle, &in_b, kind),
        (None, Some(particle)) => in_b.is_not(particle, &in_a, kind).map(|ground| match ground {
            Ground::OtherWord { a, b } => Ground::OtherWord { a: b, b: a },
            other => other,
        }),
        _ => None,
    }
}

/// The word that a name shares with another.
struct Named<'f, 't> {
    form: &'f Form<'t>,
    at: usize,
}

impl<'f> Named<'f, '_> {
    /// The particle before it.
    fn particle(&self) -> Option<&'f str> {
        let before = self.form.parts().get(self.at.checked_sub(1)?)?;
        (before.kind == PartKind::Particle).then(|| self.form.word(before))
    }

    /// This name has the particle, the other has none there.
    fn is_not(&self, particle: &str, other: &Self, kind: NameKind) -> Option<Ground> {
        let before = other.at.checked_sub(1).and_then(|n| other.form.parts().get(n));
        // "Ben Ader" may be Benjamin Ader.
        let long_form = |p: &Part| other.form.word(p).starts_with(particle);
        let named =
            before.is_some_and(|p| matches!(p.kind, PartKind::Word | PartKind::Initial) && !long_form(p));
        if named && self.opens(kind) {
            return Some(Ground::OtherWord { a: 0, b: other.at - 1 });
        }
        // The word is the given name of a parent or a child, and the other name is only that: "Salman" is not "bin Salman".
        let given =
            |n: &Self| n.form.parts().get(n.at).is_some_and(|p| p.begins.contains(TableId::GivenName));
        let of_kin = matches!(particle, "abu" | "abou" | "bin" | "bint" | "ibn");
        (of_kin && other.form.parts().len() == 1 && (given(self) || given(other))).then_some(Ground::Kin)
    }

    /// True if the name begins with particles that belong to it.
    fn opens(&self, kind: NameKind) -> bool {
        let parts = self.form.parts().get(..self.at).unwrap_or_default();
        let Some(first) = parts.first().filter(|_| parts.iter().all(|p| p.kind == PartKind::Particle)) else {
            return false;
        };
        match self.form.word(first) {
            "abu" | "abou" | "umm" | "um" | "ibn" | "bin" | "bint" | "ben" => true,
            // "Al Gore" and "Van Jones" are names, "al-Assad" and "van Gogh" names with an article or a preposition.
            particle @ ("al" | "van") => {
                let is_written =
                    |word: &str| word.eq_ignore_ascii_case(particle) && word.starts_with(char::is_uppercase);
                kind == NameKind::Person && self.form.text.split_whitespace().any(is_written)
            }
            _ => false,
        }
    }
}
