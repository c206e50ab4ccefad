//! What slots have learned: generated, do not edit.
//!
//! Made by `lab fit conflict PAIRS` from 546 of 10225 labelled pairs of texts that part in one place. Logistic regression.

use super::slot::SlotCue;

/// The log-odds without any cue.
pub(super) const BIAS: f64 = -2.254;

/// What each cue adds.
pub(super) const CUES: &[(SlotCue, f64)] = &[
    (SlotCue::Names, -0.357),
    (SlotCue::OneKind, 0.317),
    (SlotCue::NamesOnly, 1.103),
    (SlotCue::Figures, -0.777),
    (SlotCue::Opposites, 1.063),
    (SlotCue::OneForm, 0.235),
    (SlotCue::Wide, 1.480),
    (SlotCue::First, -0.379),
    (SlotCue::Last, 0.552),
    (SlotCue::Framed, -0.286),
    (SlotCue::Anchored, 2.481),
    (SlotCue::Told, 2.364),
    (SlotCue::Fuller, 0.245),
];
