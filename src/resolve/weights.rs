//! What the confidence of records has learned: generated, do not edit.
//!
//! Made by `lab fit records GOLD BUNDLES PAIRS` from 10 annotated events: 45 differences found with links fitted without the
//! event, 35 of which careful readers call discrepancies. Logistic regression around a prior.

use crate::compare::Facet;
use crate::resolve::confidence::Cue;

/// The offset of each facet, in log-odds.
pub(super) const FACETS: &[(Facet, f64)] = &[
    (Facet::Name, 0.061),
    (Facet::Quantity, 0.266),
    (Facet::Date, -0.142),
    (Facet::Quote, 0.198),
    (Facet::Modality, 0.128),
];

/// What a cue of value 1 adds, in log-odds.
pub(super) const CUES: &[(Cue, f64)] = &[
    (Cue::Comparison, 1.561),
    (Cue::Matter, 1.177),
    (Cue::Setting, 0.055),
    (Cue::Lone, 0.025),
    (Cue::Slot, -0.154),
    (Cue::Apart, 0.073),
    (Cue::Repeated, 0.011),
];

/// The facets of which there were 8 differences or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Quote];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; differences of annotated events with it, held out by event; wrong ones among them; the precision
/// that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 43, 8, 0.7154),
    (0.10, 42, 7, 0.7357),
    (0.15, 40, 5, 0.7804),
    (0.20, 40, 5, 0.7804),
    (0.25, 40, 5, 0.7804),
    (0.30, 39, 4, 0.8054),
    (0.35, 39, 4, 0.8054),
    (0.40, 39, 4, 0.8054),
    (0.45, 38, 4, 0.8006),
    (0.50, 37, 3, 0.8283),
    (0.55, 37, 3, 0.8283),
    (0.60, 35, 3, 0.8190),
    (0.65, 33, 2, 0.8467),
    (0.70, 32, 2, 0.8421),
    (0.75, 30, 2, 0.8322),
    (0.80, 30, 2, 0.8322),
    (0.85, 26, 1, 0.8585),
    (0.90, 23, 0, 0.9047),
    (0.95, 19, 0, 0.8859),
];
