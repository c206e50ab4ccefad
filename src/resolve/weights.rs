//! What the confidence of records has learned: generated, do not edit.

use crate::compare::Facet;
use crate::resolve::tree::Node;

pub(super) const START: f64 = 0.0;
pub(super) const PRIOR: (f64, f64) = (1.0, -3.0);
pub(super) const TREES: &[&[Node]] = &[];
pub(super) const CALIBRATION: (f64, f64) = (1.0, 0.0);
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Quote];
pub(super) const DELTA: f64 = 0.1;
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[];
