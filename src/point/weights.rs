//! What the confidence of records has learned: generated, do not edit.

use crate::compare::Facet;
use crate::point::tree::Node;

pub(crate) const START: f64 = 0.0;
pub(crate) const PRIOR: (f64, f64) = (1.0, -3.0);
pub(crate) const TREES: &[&[Node]] = &[];
pub(crate) const CALIBRATION: (f64, f64) = (1.0, 0.0);
pub(crate) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Quote];
pub(crate) const DELTA: f64 = 0.1;
pub(crate) const CERTIFIED: &[(f64, u32, u32, f64)] = &[];
