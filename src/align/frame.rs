//! Frames: who does what to whom, as far as clauses and their verbs are known. What precedes a verb is usually the actor,
//! what follows it is acted on. Two clauses say the same if their verbs are similar and their contexts shared; if only the
//! actor is shared, they are about two actions.

use crate::align::profile::{Count, MOST_CLAUSES, NONE, Profiles};
use crate::align::soft::likeness;

/// What each pair of clauses in two sentences shares, by its position.
#[derive(Default)]
pub(super) struct Frames {
    any: Grid,
    before: Grid,
    after: Grid,
}

type Grid = [[f32; MOST_CLAUSES]; MOST_CLAUSES];

/// The best pairs of clauses.
#[derive(Default)]
pub(super) struct Found {
    pub(super) any: f32,
    pub(super) actor: f32,
    pub(super) acted: f32,
    pub(super) full: f32,
    pub(super) other: bool,
}

/// The shared idf that counts as half of the maximum: that of a word or two.
const HALF: f32 = 6.0;
/// Verbs less similar than this are different.
const ALIKE: f32 = 0.35;

impl Frames {
    /// `None` if a sentence has no known verb, and there is nothing to compare.
    pub(super) fn of(all: &Profiles, a: usize, b: usize) -> Option<Self> {
        let verbal = |sentence: usize| all.verbs(sentence).iter().any(|&verb| verb != NONE);
        (verbal(a) && verbal(b)).then(Self::default)
    }

    /// Adds a term that both sentences contain.
    pub(super) fn share(&mut self, p: &Count, q: &Count, idf: f32) {
        add(&mut self.any, p.before | p.after, q.before | q.after, idf);
        add(&mut self.before, p.before, q.before, idf);
        add(&mut self.after, p.after, q.after, idf);
    }

    pub(super) fn sum_up(&self, all: &Profiles, a: usize, b: usize) -> Found {
        let mut found = Found::default();
        let (mut one_actor, mut one_act) = (false, false);
        for (i, &verb) in all.verbs(a).iter().enumerate().filter(|(_, v)| **v != NONE) {
            for (j, &other) in all.verbs(b).iter().enumerate().filter(|(_, v)| **v != NONE) {
                let share = |grid: &Grid| {
                    let idf = grid.get(i).and_then(|line| line.get(j)).copied().unwrap_or_default();
                    idf / (idf + HALF)
                };
                let (any, before, after) = (share(&self.any), share(&self.before), share(&self.after));
                if any == 0.0 {
                    continue;
                }
                let like = likeness(&all.vocabulary, verb, other);
                found.any = found.any.max(like * any);
                found.actor = found.actor.max(like * before);
                found.acted = found.acted.max(like * after);
                found.full = found.full.max(like * (before * after).sqrt());
                one_actor |= before > 0.0;
                one_act |= like >= ALIKE || after > 0.5;
            }
        }
        found.other = one_actor && !one_act;
        found
    }
}

fn add(grid: &mut Grid, a: u8, b: u8, idf: f32) {
    if a == 0 || b == 0 {
        return;
    }
    for (_, line) in grid.iter_mut().enumerate().filter(|(i, _)| a >> i & 1 == 1) {
        for (_, cell) in line.iter_mut().enumerate().filter(|(j, _)| b >> j & 1 == 1) {
            *cell += idf;
        }
    }
}

/// What each pair of clauses shares, with or without verbs.
#[derive(Default)]
pub(super) struct Clauses {
    shared: Grid,
    specific: Grid,
}

/// The most that two clauses share.
#[derive(Default)]
pub(super) struct Most {
    pub(super) most: f32,
    pub(super) specific: f32,
    pub(super) containment: f32,
    pub(super) coverage: f32,
}

impl Clauses {
    /// Adds a term that both sentences contain, with the clauses that contain it.
    pub(super) fn share(&mut self, a: u8, b: u8, idf: f32, specific: bool) {
        for i in bits(a) {
            for j in bits(b) {
                self.shared[i][j] += idf;
                self.specific[i][j] += if specific { idf } else { 0.0 };
            }
        }
    }

    /// The maxima, given the mass of each clause.
    pub(super) fn sum_up(&self, a: &[f32], b: &[f32]) -> Most {
        let mut found = Most::default();
        for (x, (shared, specifics)) in a.iter().zip(self.shared.iter().zip(&self.specific)) {
            for (y, (shared, specifics)) in b.iter().zip(shared.iter().zip(specifics)) {
                found.most = found.most.max(*shared);
                found.specific = found.specific.max(*specifics);
                // A clause of few words is easily covered.
                found.containment = found.containment.max(shared / (x.min(*y) + HALF));
                found.coverage = found.coverage.max(shared / (x.max(*y) + HALF));
            }
        }
        found
    }
}

fn bits(mask: u8) -> impl Iterator<Item = usize> {
    (0..MOST_CLAUSES).filter(move |at| mask >> at & 1 == 1)
}
