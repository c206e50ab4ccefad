//! What slots have learned: generated, do not edit.
//!
//! Made by `lab fit conflict PAIRS` from 531 of 10225 labelled pairs of texts that part in one place. Logistic regression.

use super::slot::SlotCue;

/// The log-odds without any cue.
pub(super) const BIAS: f64 = -2.399;

/// What each cue adds.
pub(super) const CUES: &[(SlotCue, f64)] = &[
    (SlotCue::Names, -0.286),
    (SlotCue::OneKind, 0.360),
    (SlotCue::NamesOnly, 1.088),
    (SlotCue::Figures, -1.165),
    (SlotCue::Opposites, 1.173),
    (SlotCue::OneForm, 0.275),
    (SlotCue::Wide, 1.682),
    (SlotCue::First, -0.774),
    (SlotCue::Last, 0.618),
    (SlotCue::Framed, -0.154),
    (SlotCue::Anchored, 2.372),
    (SlotCue::Told, 2.144),
    (SlotCue::Fuller, -0.111),
];
