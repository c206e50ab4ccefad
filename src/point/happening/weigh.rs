//! What adds to the log-odds that two tellings are of one happening. Set by hand, by reading what was found in events that nobody
//! annotated.

/// Two tellings of one key, of which nothing else is known.
pub(super) const BASE: f64 = -3.0;
/// The probability of a link between their sentences.
pub(super) const CHANCE: f64 = 2.2;
/// Each word in common, up to five, and the share of them in the one with fewer.
pub(super) const WORD: f64 = 0.35;
pub(super) const CONTAINED: f64 = 0.8;
/// Each entity in common, and each word right beside, up to two.
pub(super) const ENTITY: f64 = 0.6;
pub(super) const BESIDE: f64 = 0.5;
/// The same word tells it, or another of the same meaning.
pub(super) const SAME_WORD: f64 = 0.4;
pub(super) const OTHER_WORD: f64 = -0.3;
/// It is told by its object, of which much may be told.
pub(super) const OBJECT: f64 = -1.0;
/// Both name something, and nothing that both name; of persons all the more.
pub(super) const APART: f64 = -1.2;
pub(super) const OTHER_PERSONS: f64 = -1.5;
/// Both give numbers, and none that both give.
pub(super) const AT_ODDS: f64 = -0.6;
/// One is quoted: in a mouth, more is said than is so.
pub(super) const QUOTED: f64 = -1.0;
/// One tells of what was long before.
pub(super) const EARLIER: f64 = -0.8;
/// What was tried, and of another word may be another thing; what may be, is unclear, or was denied. Two happenings of one
/// kind, of which one was not, are soon found.
pub(super) const TRIED: f64 = -0.8;
pub(super) const TRIED_OTHERWISE: f64 = -1.5;
pub(super) const TO_COME: f64 = -0.4;
pub(super) const UNCLEAR: f64 = -0.2;
pub(super) const DENIED: f64 = -2.0;
pub(super) const DENIED_OTHERWISE: f64 = -3.5;
/// The fact is told as somebody's words: who names whom it is from drops no hedge.
pub(super) const REPORTED: f64 = -0.5;
pub(super) const REPORTED_HEARSAY: f64 = -1.5;
/// The source of the fact hedges such a thing elsewhere.
pub(super) const HEDGES: f64 = -1.5;
/// The two ways of telling hardly differ.
pub(super) const SIMILAR_WAY: f64 = -1.0;
