use crate::compare::name::evidence::Feature::{self, *};
use crate::compare::name::rules::Position;
pub(super) const BIAS: f32 = 0.0;
pub(super) const WEIGHTS: [(Feature, f32); 1] = [(Same, 4.0)];
pub(super) const REPLACED: [[u8; 26]; 26] = [[100; 26]; 26];
pub(super) const ADDED: [[u8; 26]; 3] = [[90; 26]; 3];
pub(super) const DOUBLED: [u8; 26] = [5; 26];
pub(super) const EXCHANGED: u8 = 45;
pub(super) const RULES: &[(u8, Position, &str)] = &[];
