//! What the letters of two names say for and against one referent, as log-odds: the fitted weights, and what is certain.

use crate::compare::name::evidence::Evidence;
use crate::compare::name::weights::WEIGHTS;

/// What forbids: known names, generations, numbers, other acronyms.
pub(super) const FORBIDDEN: f64 = -6.0;
/// What the lexicon says is one.
pub(super) const KNOWN: f64 = 6.0;
/// What the caller says outweighs all else.
pub(super) const TOLD: f64 = 12.0;
pub(super) const ACRONYM: f64 = 2.5;
pub(super) const KNOWN_ACRONYM: f64 = -2.5;
pub(super) const SHORT_ACRONYM: f64 = 0.8;
pub(super) const OTHER_ACRONYM: f64 = -3.5;
pub(super) const ANAGRAM: f64 = -0.5;
/// A country's name is spelled one way: a near form that the lexicon lacks is a misprint or another name.
pub(super) const NEAR_COUNTRY: f64 = -2.5;
/// The same of the surname of a head of state or government, alone: papers know it, and many others are near it. The same place
/// and neighbours in linked sentences outweigh this.
pub(super) const NEAR_LEADER: f64 = -3.0;
/// Where two letters are exchanged, which is a slip as often.
pub(super) const NEAR_LEADER_SLIP: f64 = -1.0;
/// "North", "new": another place.
pub(super) const OTHER_PLACE: f64 = -6.0;
/// A place that a longer name holds.
pub(super) const PLACE_WITHIN: f64 = -3.0;
/// "al" and "el".
pub(super) const OTHER_PARTICLE: f64 = -0.5;

/// A word in one and in several, spelled two ways.
pub(super) const REJOINED: f64 = -0.5;

/// A proper name and the same with an `s` more: as often another name ("Stubb", "Stubbs").
pub(super) const LONE_PLURAL: f64 = -4.5;

/// A team and its city: what they stand for is for the context to say.
pub(super) const TEAM: f64 = 0.4;
/// A number with and without the letters before it: a line's flight, a maker's model.
pub(super) const NUMBER: f64 = 2.5;
/// One word, spelled nearly like one of an organisation's name.
pub(super) const NEAR_PART: f64 = -4.0;
/// One person may go by two given names where two other names are the same.
pub(super) const OTHER_GIVEN_NAME: f64 = 1.5;

/// The log-odds of the evidence, by the fitted weights.
pub(super) fn weigh(evidence: &Evidence) -> f64 {
    let weight = |n: usize| WEIGHTS.get(n).map_or(0.0, |(_, weight)| *weight);
    f64::from(evidence.there().map(|(n, value)| weight(n) * value).sum::<f32>())
}

/// The rows of the weights stand in the order of the features.
const _: () = {
    let mut n = 0;
    while n < WEIGHTS.len() {
        assert!(WEIGHTS[n].0 as usize == n, "a row of the weights is out of order");
        n += 1;
    }
};
