//! What the confidence of records has learned: the prior, until `lab fit records` is run.

use crate::compare::Facet;
use crate::resolve::confidence::Cue;

/// The offset of each facet, in log-odds.
pub(super) const FACETS: &[(Facet, f64)] = &[];

/// What a cue of value 1 adds, in log-odds.
pub(super) const CUES: &[(Cue, f64)] = &[(Cue::Comparison, 1.0), (Cue::Matter, 1.0)];
