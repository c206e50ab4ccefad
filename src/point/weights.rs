//! What the confidence of discrepancies has learned: generated, do not edit.
//!
//! Made by `lab fit points GOLD BUNDLES PAIRS` from 50 annotated events: 3028 pairs of mentions that may differ, found with links
//! fitted without the event, 287 of which tell 131 annotated discrepancies. Boosted trees upon the hand-set confidence.

use crate::compare::Facet;
use crate::point::decision::Cue;
use crate::point::tree::{Asked, Node, Split};

/// The log-odds before anything is asked.
pub(super) const START: f64 = 0.8862;
/// What the hand-set confidence counts for, and what stands for it where rules exclude it.
pub(super) const PRIOR: (f64, f64) = (1.0, -4.0);
/// Slope and offset of the calibration.
pub(super) const CALIBRATION: (f64, f64) = (0.7603, -0.0408);

/// The facets of which there were 8 discrepancies or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Date, Facet::Quote];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; flags of it in events that no rule was written for, by weights fitted without them; wrong ones among
/// them; the precision that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 144, 112, 0.1775),
    (0.10, 105, 75, 0.2280),
    (0.15, 95, 65, 0.2529),
    (0.20, 72, 44, 0.3115),
    (0.25, 55, 27, 0.4146),
    (0.30, 46, 19, 0.4817),
    (0.35, 45, 18, 0.4935),
    (0.40, 44, 17, 0.5058),
    (0.45, 41, 14, 0.5471),
    (0.50, 36, 11, 0.5756),
    (0.55, 36, 11, 0.5756),
    (0.60, 36, 11, 0.5756),
    (0.65, 30, 9, 0.5681),
    (0.70, 27, 7, 0.6026),
    (0.75, 24, 6, 0.6024),
    (0.80, 21, 4, 0.6548),
    (0.85, 21, 4, 0.6548),
    (0.90, 17, 3, 0.6481),
    (0.95, 17, 3, 0.6481),
];

const fn leaf(value: f64) -> Node {
    Node { value, split: None }
}

const fn on(value: f64, asked: Asked, at: f64, below: u8, above: u8) -> Node {
    Node { value, split: Some(Split { asked, at, below, above }) }
}

/// The trees.
pub(super) const TREES: &[&[Node]] = &[
    &[on(-0.0238, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0013, Asked::Cue(Cue::Link), -2.0029, 3, 4), on(-0.0427, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0323), leaf(0.0191), leaf(-0.0435), leaf(0.005)],
    &[on(-0.0232, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0013, Asked::Cue(Cue::Link), -2.0029, 3, 4), on(-0.042, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0316), leaf(0.018), leaf(-0.0429), leaf(0.005)],
    &[on(-0.0225, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0058, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0363, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.022), leaf(0.0319), leaf(-0.0049), leaf(-0.0423)],
    &[on(-0.0219, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0036, Asked::Cue(Cue::Link), -1.9134, 3, 4), on(-0.0438, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0302), leaf(0.0156), leaf(-0.0449), leaf(0.0057)],
    &[on(-0.0212, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0009, Asked::Cue(Cue::Link), -2.0029, 3, 4), on(-0.0402, Asked::Cue(Cue::Comparison), 1.1395, 5, 6), leaf(-0.0302), leaf(0.0167), leaf(-0.0424), leaf(-0.0041)],
    &[on(-0.0207, Asked::Cue(Cue::Distance), 0.4716, 1, 2), on(0.0076, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0335, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0212), leaf(0.038), leaf(-0.0001), leaf(-0.0404)],
    &[on(-0.02, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0028, Asked::Cue(Cue::Also), 0.5, 3, 4), on(-0.0421, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(0.0208), leaf(-0.0237), leaf(-0.0433), leaf(0.0059)],
    &[on(-0.0194, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0027, Asked::Cue(Cue::Also), 0.5, 3, 4), on(-0.0415, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(0.0198), leaf(-0.0231), leaf(-0.0427), leaf(0.0059)],
    &[on(-0.0189, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0394, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0007, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0429), leaf(0.0135), leaf(0.0366), leaf(-0.0178)],
    &[on(-0.0182, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0385, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0006, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0421), leaf(0.0133), leaf(0.0345), leaf(-0.0172)],
    &[on(-0.0176, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0016, Asked::Cue(Cue::Link), -1.9134, 3, 4), on(-0.0399, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0279), leaf(0.0158), leaf(-0.0419), leaf(0.0023)],
    &[on(-0.0171, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0374, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0001, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0411), leaf(0.0135), leaf(0.0324), leaf(-0.0161)],
    &[on(-0.0164, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0012, Asked::Cue(Cue::Also), 0.5, 3, 4), on(-0.0388, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(0.0207), leaf(-0.0218), leaf(-0.0409), leaf(0.0025)],
    &[on(-0.0159, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0363, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0008, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0401), leaf(0.0131), leaf(0.023), leaf(-0.021)],
    &[on(-0.0154, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0005, Asked::Cue(Cue::Link), -1.9134, 3, 4), on(-0.038, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0267), leaf(0.0162), leaf(-0.04), leaf(0.0022)],
    &[on(-0.0149, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0351, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0012, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.039), leaf(0.0132), leaf(0.031), leaf(-0.0146)],
    &[on(-0.0144, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0002, Asked::Cue(Cue::Link), -1.9134, 3, 4), on(-0.0369, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.0259), leaf(0.0158), leaf(-0.0038), leaf(-0.0406)],
    &[on(-0.014, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0022, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0413, Asked::Cue(Cue::Prior), -3.0347, 5, 6), leaf(0.0132), leaf(-0.0216), leaf(0.0008), leaf(-0.0458)],
    &[on(-0.0135, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0335, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0018, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0375), leaf(0.0133), leaf(0.0231), leaf(-0.0199)],
    &[on(-0.013, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0006, Asked::Cue(Cue::Link), -2.0029, 3, 4), on(-0.0356, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.0255), leaf(0.0154), leaf(-0.0034), leaf(-0.0394)],
    &[on(-0.0127, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0016, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0398, Asked::Cue(Cue::Prior), -3.0347, 5, 6), leaf(0.0129), leaf(-0.0205), leaf(0.0018), leaf(-0.0444)],
    &[on(-0.0123, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(0.0027, Asked::Cue(Cue::Link), -2.1649, 3, 4), on(-0.0314, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0268), leaf(0.0163), leaf(-0.0375), leaf(-0.0055)],
    &[on(-0.0119, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0316, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0026, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0358), leaf(0.0137), leaf(0.0227), leaf(-0.0187)],
    &[on(-0.0115, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0083, Asked::Cue(Cue::Link), -2.1584, 3, 4), on(-0.0254, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0213), leaf(0.0229), leaf(0.0032), leaf(-0.0331)],
    &[on(-0.0111, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0014, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0333, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.0161), leaf(0.0231), leaf(-0.002), leaf(-0.0373)],
    &[on(-0.0107, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0059, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0267, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.0202), leaf(0.0223), leaf(-0.002), leaf(-0.0337)],
    &[on(-0.0104, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0025, Asked::Cue(Cue::Link), -2.1649, 3, 4), on(-0.0311, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.0254), leaf(0.0153), leaf(-0.002), leaf(-0.0358)],
    &[on(-0.0101, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0153, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(0.0361, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(-0.0214), leaf(0.0219), leaf(0.0509), leaf(-0.0068)],
    &[on(-0.0095, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0064, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0254, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.0189), leaf(0.0217), leaf(-0.0015), leaf(-0.0326)],
    &[on(-0.0092, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0091, Asked::Cue(Cue::Link), -2.1584, 3, 4), on(-0.023, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0193), leaf(0.0221), leaf(0.0039), leaf(-0.0309)],
    &[on(-0.0089, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.028, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0042, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0326), leaf(0.0152), leaf(0.0343), leaf(-0.0085)],
    &[on(-0.0085, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0037, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0292, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.013), leaf(0.0246), leaf(-0.0008), leaf(-0.0341)],
    &[on(-0.0082, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.007, Asked::Cue(Cue::Distance), 1.5835, 3, 4), on(-0.024, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(0.0205), leaf(-0.0198), leaf(-0.0013), leaf(-0.0311)],
    &[on(-0.008, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0267, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0047, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0314), leaf(0.0149), leaf(0.0331), leaf(-0.0078)],
    &[on(-0.0076, Asked::Cue(Cue::Distance), 0.4716, 1, 2), on(0.0105, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0203, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0107), leaf(0.0277), leaf(0.0057), leaf(-0.0287)],
    &[on(-0.0073, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0073, Asked::Cue(Cue::Distance), 1.5835, 3, 4), on(-0.0229, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(0.0199), leaf(-0.0188), leaf(-0.0266), leaf(0.0109)],
    &[on(-0.007, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0121, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(0.0333, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(-0.0181), leaf(0.021), leaf(0.0455), leaf(-0.0059)],
    &[on(-0.0066, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0044, Asked::Cue(Cue::Link), -2.1649, 3, 4), on(-0.0266, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.0227), leaf(0.0159), leaf(0.001), leaf(-0.0316)],
    &[on(-0.0064, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0246, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0054, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0295), leaf(0.0153), leaf(0.0313), leaf(-0.0066)],
    &[on(-0.0061, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0076, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0214, Asked::Cue(Cue::Distance), 0.1395, 5, 6), leaf(-0.0152), leaf(0.0204), leaf(0.0034), leaf(-0.0276)],
    &[on(-0.0059, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0099, Asked::Cue(Cue::Link), -2.1584, 3, 4), on(-0.0192, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0171), leaf(0.0214), leaf(0.0025), leaf(-0.0266)],
    &[on(-0.0057, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0047, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0252, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.0112), leaf(0.0237), leaf(0.0015), leaf(-0.0304)],
    &[on(-0.0055, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0076, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0205, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0145), leaf(0.0197), leaf(-0.0244), leaf(0.0116)],
    &[on(-0.0053, Asked::Cue(Cue::Distance), 0.4716, 1, 2), on(0.0108, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0175, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0084), leaf(0.0254), leaf(0.0051), leaf(-0.0256)],
    &[on(-0.005, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0048, Asked::Cue(Cue::Link), -1.9134, 3, 4), on(-0.0242, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.019), leaf(0.0162), leaf(0.0018), leaf(-0.0293)],
    &[on(-0.0049, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0099, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(0.0304, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(-0.0155), leaf(0.0194), leaf(0.0404), leaf(-0.0052)],
    &[on(-0.0046, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0079, Asked::Cue(Cue::Distance), 1.5835, 3, 4), on(-0.0193, Asked::Cue(Cue::Distance), 0.1395, 5, 6), leaf(0.0181), leaf(-0.0156), leaf(0.0038), leaf(-0.0255)],
    &[on(-0.0044, Asked::Cue(Cue::Known), 1.5, 1, 2), on(0.0028, Asked::Cue(Cue::Comparison), 0.479, 3, 4), on(-0.0291, Asked::Cue(Cue::Prior), -3.0347, 5, 6), leaf(0.019), leaf(-0.0082), leaf(0.0086), leaf(-0.0354)],
    &[on(-0.0043, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.021, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0059, Asked::Cue(Cue::Distance), 0.3433, 5, 6), leaf(-0.0262), leaf(0.016), leaf(0.0294), leaf(-0.0048)],
    &[on(-0.004, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0077, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0183, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0128), leaf(0.0184), leaf(-0.0223), leaf(0.0122)],
    &[on(-0.0039, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0095, Asked::Cue(Cue::Link), -2.1584, 3, 4), on(-0.0162, Asked::Cue(Cue::Known), 1.5, 5, 6), leaf(-0.0157), leaf(0.0198), leaf(-0.0062), leaf(-0.0323)],
    &[on(-0.0038, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0094, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0235, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0093), leaf(-0.0176), leaf(0.0466), leaf(-0.0102)],
    &[on(-0.0035, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0083, Asked::Cue(Cue::Prior), -2.6193, 3, 4), on(0.0281, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(0.0208), leaf(-0.0131), leaf(0.0371), leaf(-0.005)],
    &[on(-0.0032, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0055, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0214, Asked::Cue(Cue::Link), -2.1005, 5, 6), leaf(-0.0094), leaf(0.0226), leaf(0.0029), leaf(-0.0266)],
    &[on(-0.0031, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0094, Asked::Cue(Cue::Link), -2.1584, 3, 4), on(-0.015, Asked::Cue(Cue::Known), 1.5, 5, 6), leaf(-0.0151), leaf(0.0191), leaf(-0.0053), leaf(-0.0311)],
    &[on(-0.0031, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0077, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0167, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0119), leaf(0.0176), leaf(-0.0208), leaf(0.0122)],
    &[on(-0.003, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0053, Asked::Cue(Cue::Link), -2.1649, 3, 4), on(-0.0205, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(-0.0191), leaf(0.0146), leaf(-0.028), leaf(-0.0013)],
    &[on(-0.0029, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0083, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0225, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0093), leaf(-0.0163), leaf(0.0444), leaf(-0.0099)],
    &[on(-0.0027, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0073, Asked::Cue(Cue::Prior), -2.6193, 3, 4), on(0.0265, Asked::Cue(Cue::Lone), 0.5, 5, 6), leaf(0.0205), leaf(-0.0121), leaf(-0.0031), leaf(0.0363)],
    &[on(-0.0024, Asked::Cue(Cue::Distance), 0.4716, 1, 2), on(0.0101, Asked::Cue(Cue::OtherNoun), 0.5, 3, 4), on(-0.0133, Asked::Cue(Cue::Comparison), 0.8005, 5, 6), leaf(0.0187), leaf(-0.0188), leaf(-0.0006), leaf(-0.0265)],
];
