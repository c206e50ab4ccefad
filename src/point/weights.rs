//! What the confidence of discrepancies has learned: generated, do not edit.
//!
//! Made by `lab fit points GOLD BUNDLES PAIRS` from 50 annotated events: 3006 pairs of mentions that may differ, found with links
//! fitted without the event, 292 of which tell 132 annotated discrepancies. Boosted trees upon the hand-set confidence.

use crate::compare::Facet;
use crate::point::decision::Cue;
use crate::point::tree::{Asked, Node, Split};

/// The log-odds before anything is asked.
pub(super) const START: f64 = 0.8831;
/// What the hand-set confidence counts for, and what stands for it where rules exclude it.
pub(super) const PRIOR: (f64, f64) = (1.0, -4.0);
/// Slope and offset of the calibration.
pub(super) const CALIBRATION: (f64, f64) = (0.8158, -0.1548);

/// The facets of which there were 8 discrepancies or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Quote];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; flags of it in events that no rule was written for, by weights fitted without them; wrong ones among
/// them; the precision that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 139, 107, 0.1841),
    (0.10, 102, 71, 0.2440),
    (0.15, 79, 50, 0.2946),
    (0.20, 63, 35, 0.3587),
    (0.25, 48, 21, 0.4598),
    (0.30, 45, 18, 0.4935),
    (0.35, 44, 17, 0.5058),
    (0.40, 44, 17, 0.5058),
    (0.45, 39, 13, 0.5522),
    (0.50, 35, 10, 0.5944),
    (0.55, 34, 10, 0.5835),
    (0.60, 34, 10, 0.5835),
    (0.65, 32, 9, 0.5926),
    (0.70, 31, 8, 0.6148),
    (0.75, 30, 8, 0.6032),
    (0.80, 24, 5, 0.6475),
    (0.85, 21, 4, 0.6548),
    (0.90, 19, 4, 0.6225),
    (0.95, 14, 2, 0.6628),
];

const fn leaf(value: f64) -> Node {
    Node { value, split: None }
}

const fn on(value: f64, asked: Asked, at: f64, below: u8, above: u8) -> Node {
    Node { value, split: Some(Split { asked, at, below, above }) }
}

/// The trees.
pub(super) const TREES: &[&[Node]] = &[
    &[on(-0.0247, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0027, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0379, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0259), leaf(0.0313), leaf(-0.0073), leaf(-0.0433)],
    &[on(-0.024, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0025, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0372, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.025), leaf(0.0295), leaf(-0.007), leaf(-0.0427)],
    &[on(-0.0233, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0059, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0441, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0243), leaf(0.0225), leaf(-0.046), leaf(0.0028)],
    &[on(-0.0226, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0029, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0361, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0236), leaf(0.0279), leaf(-0.006), leaf(-0.0417)],
    &[on(-0.0219, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0051, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0431, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0325), leaf(0.013), leaf(-0.0451), leaf(0.0033)],
    &[on(-0.0214, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0077, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0483, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0086), leaf(-0.0271), leaf(-0.0097), leaf(-0.0509)],
    &[on(-0.0208, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0407, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.003, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0446), leaf(0.0139), leaf(0.0336), leaf(-0.0194)],
    &[on(-0.0201, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0069, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0473, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.009), leaf(-0.0261), leaf(-0.0088), leaf(-0.0501)],
    &[on(-0.0195, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0035, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0413, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0216), leaf(0.0232), leaf(-0.0435), leaf(0.0038)],
    &[on(-0.0189, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0062, Asked::Cue(Cue::Link), -2.1349, 3, 4), on(-0.0465, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(-0.0288), leaf(0.0071), leaf(-0.0082), leaf(-0.0493)],
    &[on(-0.0184, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0029, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0404, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0303), leaf(0.0139), leaf(-0.0426), leaf(0.0037)],
    &[on(-0.0179, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0379, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0011, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0422), leaf(0.0148), leaf(0.0324), leaf(-0.0173)],
    &[on(-0.0172, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0051, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0452, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0102), leaf(-0.0242), leaf(-0.007), leaf(-0.0482)],
    &[on(-0.0167, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.002, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0389, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0196), leaf(0.0231), leaf(-0.0413), leaf(0.004)],
    &[on(-0.0162, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0044, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0443, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0102), leaf(-0.0232), leaf(-0.0065), leaf(-0.0474)],
    &[on(-0.0157, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0015, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.038, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0287), leaf(0.0143), leaf(-0.0404), leaf(0.0041)],
    &[on(-0.0152, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0351, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0005, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0397), leaf(0.0153), leaf(0.0313), leaf(-0.0154)],
    &[on(-0.0146, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0035, Asked::Cue(Cue::Link), -2.1349, 3, 4), on(-0.043, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(-0.0258), leaf(0.0082), leaf(-0.0054), leaf(-0.0462)],
    &[on(-0.0142, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0008, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0366, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0179), leaf(0.0227), leaf(-0.0392), leaf(0.0042)],
    &[on(-0.0138, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.003, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0421, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0108), leaf(-0.0215), leaf(-0.005), leaf(-0.0454)],
    &[on(-0.0134, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0029, Asked::Cue(Cue::Also), 0.5, 3, 4), on(-0.0415, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0121), leaf(-0.0196), leaf(-0.0049), leaf(-0.0449)],
    &[on(-0.013, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0002, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0353, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0268), leaf(0.0144), leaf(-0.0379), leaf(0.0042)],
    &[on(-0.0126, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0321, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0019, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0371), leaf(0.016), leaf(0.0231), leaf(-0.0189)],
    &[on(-0.0121, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0071, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0264, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0156), leaf(0.0264), leaf(-0.001), leaf(-0.0332)],
    &[on(-0.0117, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0005, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.034, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0258), leaf(0.0144), leaf(-0.0367), leaf(0.0042)],
    &[on(-0.0113, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0017, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0394, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0111), leaf(-0.0196), leaf(-0.0033), leaf(-0.043)],
    &[on(-0.011, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.03, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0025, Asked::Cue(Cue::Distance), 0.3433, 5, 6), leaf(-0.0351), leaf(0.0163), leaf(0.0364), leaf(-0.0097)],
    &[on(-0.0105, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.001, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0326, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0154), leaf(0.0225), leaf(-0.0355), leaf(0.0044)],
    &[on(-0.0101, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.006, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0253, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0198), leaf(0.0229), leaf(-0.0001), leaf(-0.0331)],
    &[on(-0.0098, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0074, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0239, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0204), leaf(0.0213), leaf(-0.0001), leaf(-0.0308)],
    &[on(-0.0095, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0157, Asked::Cue(Cue::Measured), 0.5, 3, 4), on(0.026, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0201), leaf(0.0207), leaf(0.0481), leaf(-0.0082)],
    &[on(-0.009, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.002, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.031, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0235), leaf(0.0146), leaf(-0.034), leaf(0.0046)],
    &[on(-0.0087, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0001, Asked::Cue(Cue::Also), 0.5, 3, 4), on(-0.0366, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0129), leaf(-0.0162), leaf(-0.0014), leaf(-0.0404)],
    &[on(-0.0085, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0268, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0039, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0323), leaf(0.0172), leaf(0.0221), leaf(-0.0158)],
    &[on(-0.0081, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0081, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0221, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0186), leaf(0.0208), leaf(0.0002), leaf(-0.029)],
    &[on(-0.0079, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0025, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0296, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0133), leaf(0.0223), leaf(-0.0326), leaf(0.0045)],
    &[on(-0.0076, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0137, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0253, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0074), leaf(-0.022), leaf(0.0459), leaf(-0.0076)],
    &[on(-0.0072, Asked::Cue(Cue::Known), 1.5, 1, 2), on(0.0008, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0346, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0119), leaf(-0.0159), leaf(-0.0004), leaf(-0.0386)],
    &[on(-0.007, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0029, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0284, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0217), leaf(0.0143), leaf(-0.0315), leaf(0.0048)],
    &[on(-0.0068, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0246, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0048, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0302), leaf(0.0173), leaf(0.0219), leaf(-0.0144)],
    &[on(-0.0065, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0084, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0201, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.011), leaf(0.0239), leaf(-0.0001), leaf(-0.0269)],
    &[on(-0.0063, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0038, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0257, Asked::Cue(Cue::Sole), 0.5, 5, 6), leaf(-0.0221), leaf(0.0154), leaf(-0.0294), leaf(0.0041)],
    &[on(-0.0061, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0072, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0204, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.016), leaf(0.0212), leaf(0.0018), leaf(-0.0285)],
    &[on(-0.0059, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.008, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.019, Asked::Cue(Cue::Known), 1.5, 5, 6), leaf(-0.0164), leaf(0.0187), leaf(-0.0088), leaf(-0.0354)],
    &[on(-0.0058, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0115, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0235, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0076), leaf(-0.0195), leaf(0.0431), leaf(-0.0076)],
    &[on(-0.0054, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0222, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0052, Asked::Cue(Cue::Distance), 0.3433, 5, 6), leaf(-0.0279), leaf(0.0176), leaf(0.0314), leaf(-0.0061)],
    &[on(-0.0051, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0074, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0191, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0145), leaf(0.0203), leaf(0.0015), leaf(-0.0271)],
    &[on(-0.005, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0043, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0239, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(-0.0206), leaf(0.0151), leaf(-0.0315), leaf(-0.0042)],
    &[on(-0.0049, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0035, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0249, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.011), leaf(0.0209), leaf(-0.0283), leaf(0.0052)],
    &[on(-0.0047, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0073, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0184, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0137), leaf(0.0195), leaf(0.0012), leaf(-0.0262)],
    &[on(-0.0045, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.008, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0171, Asked::Cue(Cue::Lone), 0.5, 5, 6), leaf(-0.0149), leaf(0.0176), leaf(-0.029), leaf(-0.0048)],
    &[on(-0.0044, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0099, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0224, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0083), leaf(-0.0178), leaf(0.0406), leaf(-0.0072)],
    &[on(-0.0042, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0043, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0223, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(-0.0193), leaf(0.0141), leaf(-0.03), leaf(-0.0033)],
    &[on(-0.0041, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0072, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0173, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0134), leaf(0.019), leaf(0.001), leaf(-0.025)],
    &[on(-0.004, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0042, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0218, Asked::Cue(Cue::Sole), 0.5, 5, 6), leaf(-0.0094), leaf(0.021), leaf(-0.0255), leaf(0.0045)],
    &[on(-0.0038, Asked::Cue(Cue::Known), 1.5, 1, 2), on(0.0021, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0283, Asked::Cue(Cue::Prior), -3.0142, 5, 6), leaf(0.0111), leaf(-0.0125), leaf(0.0028), leaf(-0.033)],
    &[on(-0.0037, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0069, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0165, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0125), leaf(0.0179), leaf(-0.0204), leaf(0.012)],
    &[on(-0.0036, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.008, Asked::Cue(Cue::Prior), 1.4318, 3, 4), on(-0.0157, Asked::Cue(Cue::Lone), 0.5, 5, 6), leaf(0.0134), leaf(-0.026), leaf(-0.0273), leaf(-0.0042)],
    &[on(-0.0035, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0041, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0207, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(-0.0185), leaf(0.0133), leaf(-0.0283), leaf(-0.0027)],
    &[on(-0.0035, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0086, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0206, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.008), leaf(-0.0161), leaf(0.0378), leaf(-0.0072)],
];
