//! What the confidence of discrepancies has learned: generated, do not edit.
//!
//! Made by `lab fit points GOLD BUNDLES PAIRS` from 50 annotated events: 3150 pairs of mentions that may differ, found with links
//! fitted without the event, 323 of which tell 150 annotated discrepancies. Boosted trees upon the hand-set confidence.

use crate::compare::Facet;
use crate::point::decision::Cue;
use crate::point::tree::{Asked, Node, Split};

/// The log-odds before anything is asked.
pub(super) const START: f64 = 0.8967;
/// What the hand-set confidence counts for, and what stands for it where rules exclude it.
pub(super) const PRIOR: (f64, f64) = (1.0, -4.0);
/// Slope and offset of the calibration.
pub(super) const CALIBRATION: (f64, f64) = (0.8155, -0.0066);

/// The facets of which there were 8 discrepancies or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Date, Facet::Quote, Facet::Modality];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; flags of it in events that no rule was written for, by weights fitted without them; wrong ones among
/// them; the precision that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 123, 92, 0.2012),
    (0.10, 93, 62, 0.2686),
    (0.15, 75, 47, 0.2985),
    (0.20, 57, 29, 0.3990),
    (0.25, 46, 20, 0.4601),
    (0.30, 42, 16, 0.5084),
    (0.35, 42, 16, 0.5084),
    (0.40, 40, 14, 0.5368),
    (0.45, 38, 13, 0.5415),
    (0.50, 38, 13, 0.5415),
    (0.55, 38, 13, 0.5415),
    (0.60, 35, 12, 0.5352),
    (0.65, 34, 12, 0.5229),
    (0.70, 30, 10, 0.5337),
    (0.75, 28, 10, 0.5042),
    (0.80, 25, 7, 0.5742),
    (0.85, 23, 5, 0.6337),
    (0.90, 18, 4, 0.6040),
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
    &[on(-0.0262, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0419, Asked::Facet(Facet::Role), 0.5, 3, 4), on(-0.0066, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0443), leaf(0.0073), leaf(0.0393), leaf(-0.0239)],
    &[on(-0.0253, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0409, Asked::Facet(Facet::Role), 0.5, 3, 4), on(-0.0063, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0433), leaf(0.0072), leaf(0.037), leaf(-0.0232)],
    &[on(-0.0245, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0399, Asked::Facet(Facet::Role), 0.5, 3, 4), on(-0.006, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0423), leaf(0.0071), leaf(0.0348), leaf(-0.0225)],
    &[on(-0.0237, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0097, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0443, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0246), leaf(0.0192), leaf(-0.0453), leaf(0.0057)],
    &[on(-0.0229, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0281, Asked::Cue(Cue::Measured), 0.5, 3, 4), on(0.0241, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0318), leaf(0.0263), leaf(0.0518), leaf(-0.0121)],
    &[on(-0.0221, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0082, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0433, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0227), leaf(0.0191), leaf(-0.0444), leaf(0.0055)],
    &[on(-0.0214, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0079, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0427, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0308), leaf(0.0091), leaf(-0.0438), leaf(0.0055)],
    &[on(-0.0208, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0364, Asked::Facet(Facet::Role), 0.5, 3, 4), on(-0.0027, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0389), leaf(0.0086), leaf(0.0343), leaf(-0.0193)],
    &[on(-0.02, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0069, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0416, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0297), leaf(0.0094), leaf(-0.0428), leaf(0.0055)],
    &[on(-0.0195, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.035, Asked::Facet(Facet::Role), 0.5, 3, 4), on(-0.0018, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0376), leaf(0.0086), leaf(0.0326), leaf(-0.018)],
    &[on(-0.0188, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.006, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0406, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.02), leaf(0.0193), leaf(-0.0418), leaf(0.0056)],
    &[on(-0.0181, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0039, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0371, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0226), leaf(0.0179), leaf(-0.0421), leaf(-0.0106)],
    &[on(-0.0175, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0054, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0394, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0281), leaf(0.0101), leaf(-0.0413), leaf(0.0021)],
    &[on(-0.017, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0224, Asked::Cue(Cue::Measured), 0.5, 3, 4), on(0.0266, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0263), leaf(0.0285), leaf(0.0514), leaf(-0.0098)],
    &[on(-0.0163, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0044, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0384, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0269), leaf(0.0105), leaf(-0.0405), leaf(0.0023)],
    &[on(-0.0158, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0312, Asked::Cue(Cue::Covered), 0.069, 3, 4), on(0.0009, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(0.0024), leaf(-0.0354), leaf(0.0243), leaf(-0.0213)],
    &[on(-0.0152, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0019, Asked::Cue(Cue::Measured), 0.5, 3, 4), on(-0.0347, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0083), leaf(0.0547), leaf(-0.0401), leaf(-0.0088)],
    &[on(-0.0147, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0032, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0371, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0257), leaf(0.0112), leaf(-0.0038), leaf(-0.0408)],
    &[on(-0.0142, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0295, Asked::Cue(Cue::Covered), 0.069, 3, 4), on(0.002, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0032), leaf(-0.0338), leaf(0.0393), leaf(-0.0118)],
    &[on(-0.0136, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0008, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0332, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0183), leaf(0.0186), leaf(-0.0388), leaf(-0.0078)],
    &[on(-0.0132, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0023, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0356, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0246), leaf(0.0114), leaf(-0.0031), leaf(-0.0394)],
    &[on(-0.0128, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0181, Asked::Cue(Cue::Measured), 0.5, 3, 4), on(0.0272, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0222), leaf(0.028), leaf(0.0499), leaf(-0.0086)],
    &[on(-0.0121, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0015, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0346, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0145), leaf(0.0205), leaf(-0.037), leaf(0.0035)],
    &[on(-0.0117, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0028, Asked::Cue(Cue::Link), -1.863, 3, 4), on(-0.0388, Asked::Cue(Cue::Prior), -3.037, 5, 6), leaf(-0.0213), leaf(0.0083), leaf(0.0037), leaf(-0.0437)],
    &[on(-0.0113, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0024, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0277, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.0177), leaf(0.0255), leaf(-0.0013), leaf(-0.0347)],
    &[on(-0.0109, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(0.0008, Asked::Cue(Cue::Measured), 0.5, 3, 4), on(-0.0305, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0054), leaf(0.0496), leaf(-0.0364), leaf(-0.0064)],
    &[on(-0.0105, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0005, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0329, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0223), leaf(0.0121), leaf(-0.0011), leaf(-0.037)],
    &[on(-0.0102, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0155, Asked::Cue(Cue::Measured), 0.5, 3, 4), on(0.0271, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0195), leaf(0.0263), leaf(0.0482), leaf(-0.0077)],
    &[on(-0.0096, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0014, Asked::Cue(Cue::Link), -1.863, 3, 4), on(-0.0366, Asked::Cue(Cue::Prior), -3.037, 5, 6), leaf(-0.0192), leaf(0.0088), leaf(0.0048), leaf(-0.0418)],
    &[on(-0.0093, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0036, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0256, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.0158), leaf(0.025), leaf(-0.0005), leaf(-0.0329)],
    &[on(-0.009, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0012, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0302, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0211), leaf(0.0133), leaf(-0.0003), leaf(-0.0351)],
    &[on(-0.0087, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0006, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0308, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0119), leaf(0.0209), leaf(-0.0004), leaf(-0.035)],
    &[on(-0.0084, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0041, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0246, Asked::Cue(Cue::Distance), 0.295, 5, 6), leaf(-0.0147), leaf(0.0244), leaf(-0.0005), leaf(-0.0318)],
    &[on(-0.0081, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(0.0023, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0272, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0132), leaf(0.0185), leaf(-0.0332), leaf(-0.0051)],
    &[on(-0.0078, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0042, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0238, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0136), leaf(0.023), leaf(0.0035), leaf(-0.0295)],
    &[on(-0.0075, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.006, Asked::Cue(Cue::Contained), 0.1548, 3, 4), on(-0.0218, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(0.017), leaf(-0.0251), leaf(0.0065), leaf(-0.0302)],
    &[on(-0.0073, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0019, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.0277, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0199), leaf(0.0133), leaf(0.0005), leaf(-0.0328)],
    &[on(-0.007, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0045, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0228, Asked::Cue(Cue::Distance), 0.1395, 5, 6), leaf(-0.0129), leaf(0.0225), leaf(0.0024), leaf(-0.0288)],
    &[on(-0.0068, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0021, Asked::Cue(Cue::Link), -1.93, 3, 4), on(-0.027, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0191), leaf(0.013), leaf(0.0005), leaf(-0.032)],
    &[on(-0.0066, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0116, Asked::Cue(Cue::Comparison), 0.3023, 3, 4), on(0.0259, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0049), leaf(-0.0217), leaf(0.0449), leaf(-0.0069)],
    &[on(-0.0062, Asked::Cue(Cue::Known), 1.5, 1, 2), on(0.0005, Asked::Cue(Cue::Comparison), 0.9547, 3, 4), on(-0.0319, Asked::Cue(Cue::Prior), -3.037, 5, 6), leaf(0.0098), leaf(-0.0162), leaf(0.007), leaf(-0.0378)],
    &[on(-0.0061, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0102, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(0.0305, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(-0.0149), leaf(0.0199), leaf(0.0421), leaf(-0.0062)],
    &[on(-0.0057, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0027, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0254, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0089), leaf(0.0218), leaf(0.0012), leaf(-0.0306)],
    &[on(-0.0055, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0052, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0209, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0114), leaf(0.022), leaf(0.004), leaf(-0.0267)],
    &[on(-0.0052, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0067, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0189, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(0.018), leaf(-0.0216), leaf(0.0063), leaf(-0.0273)],
    &[on(-0.0051, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0052, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0202, Asked::Cue(Cue::Distance), 0.1395, 5, 6), leaf(-0.0108), leaf(0.021), leaf(0.003), leaf(-0.0263)],
    &[on(-0.0049, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0031, Asked::Cue(Cue::Link), -2.1649, 3, 4), on(-0.0244, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0191), leaf(0.0127), leaf(0.0015), leaf(-0.0295)],
    &[on(-0.0047, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0064, Asked::Cue(Cue::Contained), 0.1548, 3, 4), on(-0.0179, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(0.0164), leaf(-0.023), leaf(0.0062), leaf(-0.0262)],
    &[on(-0.0046, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0052, Asked::Cue(Cue::Contained), 0.1548, 3, 4), on(-0.0194, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0135), leaf(-0.0223), leaf(0.0037), leaf(-0.0251)],
    &[on(-0.0045, Asked::Cue(Cue::Known), 1.5, 1, 2), on(0.0014, Asked::Cue(Cue::Comparison), 0.9547, 3, 4), on(-0.0289, Asked::Cue(Cue::Prior), -3.037, 5, 6), leaf(0.0097), leaf(-0.0143), leaf(0.0077), leaf(-0.0351)],
    &[on(-0.0044, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.009, Asked::Cue(Cue::Comparison), 0.3023, 3, 4), on(0.0236, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.005), leaf(-0.0183), leaf(0.0414), leaf(-0.0068)],
    &[on(-0.0041, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0033, Asked::Cue(Cue::Link), -2.5969, 3, 4), on(-0.0228, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0185), leaf(0.0123), leaf(0.0023), leaf(-0.028)],
    &[on(-0.004, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0164, Asked::Cue(Cue::Covered), 0.069, 3, 4), on(0.007, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0114), leaf(-0.0217), leaf(0.0331), leaf(-0.0056)],
    &[on(-0.0038, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0034, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0221, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0074), leaf(0.0207), leaf(0.0022), leaf(-0.0273)],
    &[on(-0.0036, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0054, Asked::Cue(Cue::Contained), 0.1548, 3, 4), on(-0.0179, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(0.0135), leaf(-0.0214), leaf(-0.0217), leaf(0.0109)],
    &[on(-0.0035, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0067, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0161, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(0.0166), leaf(-0.0191), leaf(0.0046), leaf(-0.0239)],
    &[on(-0.0034, Asked::Cue(Cue::Measured), 0.5, 1, 2), on(-0.0073, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(0.0264, Asked::Cue(Cue::Distance), 1.1006, 5, 6), leaf(-0.0115), leaf(0.0175), leaf(0.0355), leaf(-0.0054)],
    &[on(-0.0032, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0066, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0154, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.016), leaf(-0.0181), leaf(0.0058), leaf(-0.0225)],
    &[on(-0.0031, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0056, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.017, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0088), leaf(0.0192), leaf(-0.0208), leaf(0.011)],
    &[on(-0.0029, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0037, Asked::Cue(Cue::Link), -2.5969, 3, 4), on(-0.0206, Asked::Cue(Cue::Link), -2.1181, 5, 6), leaf(-0.0176), leaf(0.0123), leaf(0.0028), leaf(-0.0259)],
];
