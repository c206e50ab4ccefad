//! Terms of the log-odds that two passages tell of one event. Set by hand, by reading what was found in events that nobody
//! annotated.

/// Two passages with one key about which nothing else is known.
pub(super) const BASE: f64 = -3.0;
/// For the probability of a link between their sentences.
pub(super) const CHANCE: f64 = 2.2;
/// Each common word, up to five, and their share in the one with fewer.
pub(super) const WORD: f64 = 0.35;
pub(super) const CONTAINED: f64 = 0.8;
/// Each common entity, and each common word directly next to it, up to two.
pub(super) const ENTITY: f64 = 0.6;
pub(super) const BESIDE: f64 = 0.5;
/// The same word is used, or a synonym.
pub(super) const SAME_WORD: f64 = 0.4;
pub(super) const OTHER_WORD: f64 = -0.3;
/// It is expressed by its object, about which much may be said.
pub(super) const OBJECT: f64 = -1.0;
/// Both name something, and nothing in common; still less likely if they name persons.
pub(super) const APART: f64 = -1.2;
pub(super) const OTHER_PERSONS: f64 = -1.5;
/// Both give numbers, and none in common.
pub(super) const AT_ODDS: f64 = -0.6;
/// One is quoted: people say more than is so.
pub(super) const QUOTED: f64 = -1.0;
/// One is about something long before.
pub(super) const EARLIER: f64 = -0.8;
/// An attempt, which with a different word may be a different one; a possibility, something unclear, or a denial. Two events
/// of one kind, of which one did not happen, are common.
pub(super) const TRIED: f64 = -0.8;
pub(super) const TRIED_OTHERWISE: f64 = -1.5;
pub(super) const TO_COME: f64 = -0.4;
pub(super) const UNCLEAR: f64 = -0.2;
pub(super) const DENIED: f64 = -2.0;
pub(super) const DENIED_OTHERWISE: f64 = -3.5;
/// The fact is reported as somebody's words: a source that names its informant has not dropped the hedge.
pub(super) const REPORTED: f64 = -0.5;
pub(super) const REPORTED_HEARSAY: f64 = -1.5;
/// The source of the fact hedges such an event elsewhere.
pub(super) const HEDGES: f64 = -1.5;
/// The two ways of presenting it hardly differ.
pub(super) const SIMILAR_WAY: f64 = -1.0;
