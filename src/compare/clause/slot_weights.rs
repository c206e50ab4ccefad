//! What slots have learned: generated, do not edit.
//!
//! Made by `lab fit conflict PAIRS` from 547 of 10225 labelled pairs of texts that part in one place. Logistic regression.

use super::slot::SlotCue;

/// The log-odds without any cue.
pub(super) const BIAS: f64 = -2.411;

/// What each cue adds.
pub(super) const CUES: &[(SlotCue, f64)] = &[
    (SlotCue::Names, -0.280),
    (SlotCue::OneKind, 0.360),
    (SlotCue::NamesOnly, 1.096),
    (SlotCue::Figures, -1.170),
    (SlotCue::Opposites, 1.174),
    (SlotCue::OneForm, 0.322),
    (SlotCue::Wide, 1.674),
    (SlotCue::First, -0.771),
    (SlotCue::Last, 0.629),
    (SlotCue::Framed, -0.166),
    (SlotCue::Anchored, 2.417),
    (SlotCue::Told, 2.138),
    (SlotCue::Fuller, -0.123),
];
