//! What the confidence of records has learned: generated, do not edit.
//!
//! Made by `lab fit records GOLD BUNDLES PAIRS` from 10 annotated events: 26 differences found with links fitted without the
//! event, 25 of which careful readers call discrepancies. Logistic regression around a prior.

use crate::compare::Facet;
use crate::resolve::confidence::Cue;

/// The offset of each facet, in log-odds.
pub(super) const FACETS: &[(Facet, f64)] = &[
    (Facet::Name, 0.1105),
    (Facet::Quantity, 0.2154),
    (Facet::Date, -0.2094),
    (Facet::Quote, 0.2286),
    (Facet::Modality, 0.0577),
];

/// What a cue of value 1 adds, in log-odds.
pub(super) const CUES: &[(Cue, f64)] =
    &[(Cue::Comparison, 1.3805), (Cue::Matter, 1.0506), (Cue::Repeated, 0.1029)];

/// The facets of which there were 8 differences or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quote];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; differences of annotated events with it, held out by event; wrong ones among them; the precision
/// that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 26, 1, 0.8585),
    (0.10, 26, 1, 0.8585),
    (0.15, 26, 1, 0.8585),
    (0.20, 26, 1, 0.8585),
    (0.25, 26, 1, 0.8585),
    (0.30, 26, 1, 0.8585),
    (0.35, 26, 1, 0.8585),
    (0.40, 26, 1, 0.8585),
    (0.45, 26, 1, 0.8585),
    (0.50, 26, 1, 0.8585),
    (0.55, 26, 1, 0.8585),
    (0.60, 26, 1, 0.8585),
    (0.65, 26, 1, 0.8585),
    (0.70, 25, 0, 0.9120),
    (0.75, 23, 0, 0.9047),
    (0.80, 21, 0, 0.8962),
    (0.85, 17, 0, 0.8733),
    (0.90, 17, 0, 0.8733),
    (0.95, 15, 0, 0.8577),
];
