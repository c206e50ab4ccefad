//! What slots have learned: generated, do not edit.

use super::slot::SlotCue;

/// The log-odds without any cue.
pub(super) const BIAS: f64 = -1.84;
/// What each cue adds.
pub(super) const CUES: &[(SlotCue, f64)] = &[];
