//! The log-odds that two names have one referent: the fitted weights, and what is certain.

use crate::compare::name::evidence::Evidence;
use crate::compare::name::weights::WEIGHTS;

/// Exclusions: known names, generations, numbers, different acronyms.
pub(super) const FORBIDDEN: f64 = -6.0;
/// Listed in the lexicon as one.
pub(super) const KNOWN: f64 = 6.0;
/// The caller's statement outweighs everything else.
pub(super) const TOLD: f64 = 12.0;
pub(super) const ACRONYM: f64 = 2.5;
pub(super) const KNOWN_ACRONYM: f64 = -2.5;
pub(super) const SHORT_ACRONYM: f64 = 0.8;
pub(super) const OTHER_ACRONYM: f64 = -3.5;
pub(super) const ANAGRAM: f64 = -0.5;
/// A country's name has one spelling: a similar form not in the lexicon is a misprint or another name.
pub(super) const NEAR_COUNTRY: f64 = -2.5;
/// The same for a single surname of a head of state or government: newspapers know it, and many others resemble it. The same
/// position and neighbours in linked sentences outweigh this.
pub(super) const NEAR_LEADER: f64 = -3.0;
/// The same if two letters are swapped, which is often a typing error.
pub(super) const NEAR_LEADER_SLIP: f64 = -1.0;
/// "North", "new": another place.
pub(super) const OTHER_PLACE: f64 = -6.0;
/// A place within a longer name.
pub(super) const PLACE_WITHIN: f64 = -3.0;
/// "al" and "el".
pub(super) const OTHER_PARTICLE: f64 = -0.5;

/// A word written as one and as several, with different spellings.
pub(super) const REJOINED: f64 = -0.5;

/// A proper name with and without a final `s`: often two names ("Stubb", "Stubbs").
pub(super) const LONE_PLURAL: f64 = -4.5;

/// A team and its city: the context decides what they stand for.
pub(super) const TEAM: f64 = 0.4;
/// A number with and without a prefix of letters: a flight number, a model.
pub(super) const NUMBER: f64 = 2.5;
/// A single word similar to a word in an organisation's name.
pub(super) const NEAR_PART: f64 = -4.0;
/// One person may use two given names if two other names are the same.
pub(super) const OTHER_GIVEN_NAME: f64 = 1.5;

/// The log-odds of the evidence, by the fitted weights.
pub(super) fn weigh(evidence: &Evidence) -> f64 {
    let weight = |n: usize| WEIGHTS.get(n).map_or(0.0, |(_, weight)| *weight);
    f64::from(evidence.there().map(|(n, value)| weight(n) * value).sum::<f32>())
}

/// The weights are in the order of the features.
const _: () = {
    let mut n = 0;
    while n < WEIGHTS.len() {
        assert!(WEIGHTS[n].0 as usize == n, "a row of the weights is out of order");
        n += 1;
    }
};
