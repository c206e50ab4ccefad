//! What the confidence of discrepancies has learned: generated, do not edit.
//!
//! Made by `lab fit points GOLD BUNDLES PAIRS` from 50 annotated events: 3054 pairs of mentions that may differ, found with links
//! fitted without the event, 294 of which tell 134 annotated discrepancies. Boosted trees upon the hand-set confidence.

use crate::compare::Facet;
use crate::point::decision::Cue;
use crate::point::tree::{Asked, Node, Split};

/// The log-odds before anything is asked.
pub(super) const START: f64 = 0.8797;
/// What the hand-set confidence counts for, and what stands for it where rules exclude it.
pub(super) const PRIOR: (f64, f64) = (1.0, -4.0);
/// Slope and offset of the calibration.
pub(super) const CALIBRATION: (f64, f64) = (0.7976, -0.1092);

/// The facets of which there were 8 discrepancies or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Date, Facet::Quote];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; flags of it in events that no rule was written for, by weights fitted without them; wrong ones among
/// them; the precision that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 144, 113, 0.1711),
    (0.10, 109, 79, 0.2194),
    (0.15, 86, 56, 0.2805),
    (0.20, 68, 39, 0.3448),
    (0.25, 53, 24, 0.4500),
    (0.30, 49, 20, 0.4902),
    (0.35, 49, 20, 0.4902),
    (0.40, 47, 18, 0.5131),
    (0.45, 43, 14, 0.5664),
    (0.50, 40, 12, 0.5884),
    (0.55, 40, 12, 0.5884),
    (0.60, 35, 11, 0.5646),
    (0.65, 34, 10, 0.5835),
    (0.70, 29, 8, 0.5908),
    (0.75, 25, 5, 0.6603),
    (0.80, 25, 5, 0.6603),
    (0.85, 22, 4, 0.6690),
    (0.90, 19, 3, 0.6814),
    (0.95, 16, 2, 0.7004),
];

const fn leaf(value: f64) -> Node {
    Node { value, split: None }
}

const fn on(value: f64, asked: Asked, at: f64, below: u8, above: u8) -> Node {
    Node { value, split: Some(Split { asked, at, below, above }) }
}

/// The trees.
pub(super) const TREES: &[&[Node]] = &[
    &[on(-0.0251, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0042, Asked::Cue(Cue::Measured), 0.5, 3, 4), on(-0.0426, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0123), leaf(0.0611), leaf(-0.0434), leaf(0.0047)],
    &[on(-0.0243, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0038, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.042, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0295), leaf(0.0165), leaf(-0.0428), leaf(0.0047)],
    &[on(-0.0235, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0061, Asked::Cue(Cue::Link), -1.9103, 3, 4), on(-0.0442, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.031), leaf(0.013), leaf(-0.0452), leaf(0.0054)],
    &[on(-0.0229, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0059, Asked::Cue(Cue::Link), -1.9103, 3, 4), on(-0.0436, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0303), leaf(0.0124), leaf(-0.0447), leaf(0.0053)],
    &[on(-0.0223, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0418, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0042, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0451), leaf(0.0119), leaf(0.0358), leaf(-0.0208)],
    &[on(-0.0216, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0051, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0425, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0229), leaf(0.019), leaf(-0.0436), leaf(0.0054)],
    &[on(-0.0209, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0404, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0034, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0438), leaf(0.012), leaf(0.0338), leaf(-0.0195)],
    &[on(-0.0202, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0043, Asked::Cue(Cue::Link), -1.9103, 3, 4), on(-0.0414, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0289), leaf(0.0132), leaf(-0.0426), leaf(0.0055)],
    &[on(-0.0196, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0393, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0025, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0428), leaf(0.0122), leaf(0.032), leaf(-0.0183)],
    &[on(-0.0189, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0037, Asked::Cue(Cue::Also), 0.5, 3, 4), on(-0.0403, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(0.0178), leaf(-0.023), leaf(-0.0421), leaf(0.0017)],
    &[on(-0.0184, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0381, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0016, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0417), leaf(0.0119), leaf(0.0307), leaf(-0.0171)],
    &[on(-0.0178, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0373, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0015, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0409), leaf(0.0117), leaf(0.021), leaf(-0.0224)],
    &[on(-0.0172, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0001, Asked::Cue(Cue::Link), -2.0173, 3, 4), on(-0.0359, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0281), leaf(0.0162), leaf(-0.0411), leaf(-0.0095)],
    &[on(-0.0167, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0022, Asked::Cue(Cue::Comparison), 1.0539, 3, 4), on(-0.0384, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(0.015), leaf(-0.0261), leaf(-0.0397), leaf(0.006)],
    &[on(-0.0162, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0358, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0002, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0395), leaf(0.0117), leaf(0.0296), leaf(-0.0154)],
    &[on(-0.0156, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0349, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(-0.0001, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0386), leaf(0.0115), leaf(0.0214), leaf(-0.0211)],
    &[on(-0.015, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0011, Asked::Cue(Cue::Link), -1.9103, 3, 4), on(-0.037, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.026), leaf(0.0151), leaf(-0.0391), leaf(0.0023)],
    &[on(-0.0146, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0011, Asked::Cue(Cue::Comparison), 1.0539, 3, 4), on(-0.0364, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(0.0154), leaf(-0.0247), leaf(-0.0042), leaf(-0.0401)],
    &[on(-0.0141, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0334, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0009, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0373), leaf(0.0114), leaf(0.035), leaf(-0.0118)],
    &[on(-0.0136, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(0.0015, Asked::Cue(Cue::Link), -2.1698, 3, 4), on(-0.0323, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0273), leaf(0.0157), leaf(-0.0381), leaf(-0.007)],
    &[on(-0.0132, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0183, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(0.0365, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(-0.0241), leaf(0.0199), leaf(0.0525), leaf(-0.0073)],
    &[on(-0.0126, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0018, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0394, Asked::Cue(Cue::Prior), -3.0365, 5, 6), leaf(0.0139), leaf(-0.0217), leaf(0.0028), leaf(-0.0442)],
    &[on(-0.0122, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0004, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0341, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0167), leaf(0.022), leaf(-0.0364), leaf(0.0034)],
    &[on(-0.0117, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0051, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0275, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.0207), leaf(0.0224), leaf(-0.0014), leaf(-0.0346)],
    &[on(-0.0114, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0078, Asked::Cue(Cue::Link), -2.1595, 3, 4), on(-0.025, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0206), leaf(0.0223), leaf(0.0046), leaf(-0.033)],
    &[on(-0.011, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0298, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0028, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0339), leaf(0.0127), leaf(0.0217), leaf(-0.0177)],
    &[on(-0.0106, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0022, Asked::Cue(Cue::Link), -1.9103, 3, 4), on(-0.0312, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(-0.0232), leaf(0.0168), leaf(-0.0017), leaf(-0.0359)],
    &[on(-0.0103, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0153, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(0.0341, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(-0.021), leaf(0.019), leaf(0.048), leaf(-0.0067)],
    &[on(-0.0097, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0019, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0316, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(-0.0145), leaf(0.0219), leaf(-0.0011), leaf(-0.0357)],
    &[on(-0.0094, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0062, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0251, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.0179), leaf(0.0215), leaf(-0.0003), leaf(-0.0324)],
    &[on(-0.0091, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0088, Asked::Cue(Cue::Link), -2.1595, 3, 4), on(-0.0227, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0185), leaf(0.022), leaf(0.0051), leaf(-0.0308)],
    &[on(-0.0088, Asked::Cue(Cue::Known), 1.5, 1, 2), on(0.0004, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0351, Asked::Cue(Cue::Prior), -3.0365, 5, 6), leaf(0.0142), leaf(-0.0184), leaf(0.0056), leaf(-0.0405)],
    &[on(-0.0085, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0031, Asked::Cue(Cue::Link), -1.9103, 3, 4), on(-0.0286, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(-0.0213), leaf(0.0162), leaf(-0.0004), leaf(-0.0335)],
    &[on(-0.0082, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0064, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0236, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.0171), leaf(0.021), leaf(-0.0006), leaf(-0.0309)],
    &[on(-0.008, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0032, Asked::Cue(Cue::Comparison), 1.0539, 3, 4), on(-0.0278, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(0.0169), leaf(-0.0195), leaf(-0.0004), leaf(-0.0327)],
    &[on(-0.0077, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0256, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0046, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0301), leaf(0.0139), leaf(0.0316), leaf(-0.0074)],
    &[on(-0.0073, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0087, Asked::Cue(Cue::Link), -2.1595, 3, 4), on(-0.0204, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0169), leaf(0.0204), leaf(0.0043), leaf(-0.0284)],
    &[on(-0.0071, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0067, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0222, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0158), leaf(0.0204), leaf(-0.026), leaf(0.0106)],
    &[on(-0.0068, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0039, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0264, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(-0.0118), leaf(0.0231), leaf(0.0), leaf(-0.0314)],
    &[on(-0.0066, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0088, Asked::Cue(Cue::Link), -2.1595, 3, 4), on(-0.0194, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0161), leaf(0.0198), leaf(0.0043), leaf(-0.0273)],
    &[on(-0.0063, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0069, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0212, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.015), leaf(0.0198), leaf(-0.0001), leaf(-0.0285)],
    &[on(-0.0061, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0039, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0253, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(-0.0112), leaf(0.0221), leaf(0.0005), leaf(-0.0302)],
    &[on(-0.0059, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0108, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(0.03, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(-0.0161), leaf(0.0176), leaf(0.0402), leaf(-0.0054)],
    &[on(-0.0055, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0071, Asked::Cue(Cue::Distance), 1.5835, 3, 4), on(-0.0202, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(0.018), leaf(-0.0171), leaf(-0.024), leaf(0.0109)],
    &[on(-0.0053, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0221, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0056, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0269), leaf(0.015), leaf(0.0258), leaf(-0.0077)],
    &[on(-0.0051, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.007, Asked::Cue(Cue::Distance), 1.5835, 3, 4), on(-0.0195, Asked::Cue(Cue::Distance), 0.1395, 5, 6), leaf(0.0173), leaf(-0.0163), leaf(0.0037), leaf(-0.0257)],
    &[on(-0.0049, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0214, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0057, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0262), leaf(0.0146), leaf(0.0293), leaf(-0.0056)],
    &[on(-0.0047, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0089, Asked::Cue(Cue::Link), -2.1595, 3, 4), on(-0.0169, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0151), leaf(0.0193), leaf(0.0044), leaf(-0.0246)],
    &[on(-0.0045, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0206, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0057, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0254), leaf(0.0145), leaf(0.0274), leaf(-0.0051)],
    &[on(-0.0043, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0071, Asked::Cue(Cue::Distance), 1.5835, 3, 4), on(-0.0182, Asked::Cue(Cue::Distance), 0.1395, 5, 6), leaf(0.0168), leaf(-0.0155), leaf(0.0041), leaf(-0.0245)],
    &[on(-0.0041, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.02, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0058, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0247), leaf(0.014), leaf(0.0238), leaf(-0.0067)],
    &[on(-0.0039, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0086, Asked::Cue(Cue::Prior), -2.6195, 3, 4), on(0.027, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(0.0214), leaf(-0.0134), leaf(0.0354), leaf(-0.0048)],
    &[on(-0.0036, Asked::Cue(Cue::Known), 1.5, 1, 2), on(0.0028, Asked::Cue(Cue::Comparison), 0.5242, 3, 4), on(-0.027, Asked::Cue(Cue::Prior), -3.0365, 5, 6), leaf(0.0186), leaf(-0.0079), leaf(0.0091), leaf(-0.0337)],
    &[on(-0.0035, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0048, Asked::Cue(Cue::Link), -1.9103, 3, 4), on(-0.0211, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(-0.0177), leaf(0.0158), leaf(0.0028), leaf(-0.0263)],
    &[on(-0.0034, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0072, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0169, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0118), leaf(0.0177), leaf(-0.021), leaf(0.0121)],
    &[on(-0.0033, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0048, Asked::Cue(Cue::Link), -2.1698, 3, 4), on(-0.0205, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(-0.0189), leaf(0.0144), leaf(-0.028), leaf(-0.0014)],
    &[on(-0.0032, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0084, Asked::Cue(Cue::Prior), 0.1582, 3, 4), on(-0.0145, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0155), leaf(-0.0197), leaf(0.0048), leaf(-0.0212)],
    &[on(-0.0031, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0069, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0163, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0113), leaf(0.017), leaf(-0.0203), leaf(0.012)],
    &[on(-0.003, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.008, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0216, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0098), leaf(-0.016), leaf(0.042), leaf(-0.0092)],
    &[on(-0.0028, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0048, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0195, Asked::Cue(Cue::Link), -2.0995, 5, 6), leaf(-0.0089), leaf(0.0208), leaf(0.0032), leaf(-0.0248)],
];
