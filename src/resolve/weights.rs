//! What the confidence of records has learned: generated, do not edit.
//!
//! Made by `lab fit records GOLD BUNDLES PAIRS` from 10 annotated events: 44 differences found with links fitted without the
//! event, 34 of which careful readers call discrepancies. Logistic regression around a prior.

use crate::compare::Facet;
use crate::resolve::confidence::Cue;

/// The offset of each facet, in log-odds.
pub(super) const FACETS: &[(Facet, f64)] = &[
    (Facet::Name, 0.084),
    (Facet::Quantity, 0.264),
    (Facet::Date, -0.141),
    (Facet::Quote, 0.197),
    (Facet::Modality, 0.127),
];

/// What a cue of value 1 adds, in log-odds.
pub(super) const CUES: &[(Cue, f64)] = &[
    (Cue::Comparison, 1.571),
    (Cue::Matter, 1.180),
    (Cue::Setting, 0.054),
    (Cue::Lone, 0.024),
    (Cue::Slot, -0.156),
    (Cue::Apart, 0.073),
    (Cue::Repeated, 0.010),
];

/// The facets of which there were 8 differences or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Quote];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; differences of annotated events with it, held out by event; wrong ones among them; the precision
/// that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 42, 8, 0.7091),
    (0.10, 41, 7, 0.7296),
    (0.15, 39, 5, 0.7751),
    (0.20, 39, 5, 0.7751),
    (0.25, 39, 5, 0.7751),
    (0.30, 38, 4, 0.8006),
    (0.35, 38, 4, 0.8006),
    (0.40, 38, 4, 0.8006),
    (0.45, 37, 4, 0.7955),
    (0.50, 36, 3, 0.8238),
    (0.55, 36, 3, 0.8238),
    (0.60, 34, 3, 0.8140),
    (0.65, 32, 2, 0.8421),
    (0.70, 31, 2, 0.8373),
    (0.75, 29, 2, 0.8267),
    (0.80, 29, 2, 0.8267),
    (0.85, 24, 1, 0.8474),
    (0.90, 22, 0, 0.9006),
    (0.95, 17, 0, 0.8733),
];
