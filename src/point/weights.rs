//! What the confidence of discrepancies has learned: generated, do not edit.
//!
//! Made by `lab fit points GOLD BUNDLES PAIRS STORIES` from 50 annotated events and 352 stories: 6110 pairs of mentions that may
//! differ, found with links
//! fitted without the event, 878 of which tell 527 annotated discrepancies. Boosted trees upon the hand-set confidence.

use crate::compare::Facet;
use crate::point::decision::Cue;
use crate::point::tree::{Asked, Node, Split};

/// The log-odds before anything is asked.
pub(super) const START: f64 = 1.0692;
/// What the hand-set confidence counts for, and what stands for it where rules exclude it.
pub(super) const PRIOR: (f64, f64) = (1.0, -4.0);
/// Slope and offset of the calibration.
pub(super) const CALIBRATION: (f64, f64) = (0.7973, 0.0606);

/// The facets of which there were 12 discrepancies or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Date, Facet::Quote, Facet::Modality];
/// Those of whose flags from 0.6 on at least 0.8 were right.
pub(super) const TRUSTED: &[Facet] = &[Facet::Name, Facet::Date, Facet::Quote];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; flags of it in events that no rule was written for, by weights fitted without them; wrong ones among
/// them; the precision that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 40, 20, 0.3883),
    (0.10, 30, 11, 0.4999),
    (0.15, 28, 9, 0.5406),
    (0.20, 26, 7, 0.5889),
    (0.25, 23, 4, 0.6820),
    (0.30, 23, 4, 0.6820),
    (0.35, 23, 4, 0.6820),
    (0.40, 22, 3, 0.7211),
    (0.45, 22, 3, 0.7211),
    (0.50, 22, 3, 0.7211),
    (0.55, 21, 3, 0.7090),
    (0.60, 21, 3, 0.7090),
    (0.65, 21, 3, 0.7090),
    (0.70, 20, 3, 0.6958),
    (0.75, 20, 3, 0.6958),
    (0.80, 18, 3, 0.6656),
    (0.85, 16, 2, 0.7004),
    (0.90, 14, 2, 0.6628),
    (0.95, 8, 0, 0.7499),
];

const fn leaf(value: f64) -> Node {
    Node { value, split: None }
}

const fn on(value: f64, asked: Asked, at: f64, below: u8, above: u8) -> Node {
    Node { value, split: Some(Split { asked, at, below, above }) }
}

/// The trees.
pub(super) const TREES: &[&[Node]] = &[
    &[on(-0.0356, Asked::Cue(Cue::Prior), 0.0439, 1, 2), on(-0.0291, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(-0.1007, Asked::Cue(Cue::Covered), 0.7836, 5, 6), leaf(-0.0333), leaf(0.0123), leaf(-0.116), leaf(-0.0207)],
    &[on(-0.0344, Asked::Cue(Cue::Prior), 0.0548, 1, 2), on(-0.0283, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(-0.0921, Asked::Cue(Cue::Covered), 0.7836, 5, 6), leaf(-0.0324), leaf(0.0117), leaf(-0.1053), leaf(-0.02)],
    &[on(-0.0333, Asked::Cue(Cue::Prior), 0.1579, 1, 2), on(-0.0276, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(-0.0866, Asked::Cue(Cue::Covered), 0.8819, 5, 6), leaf(-0.0319), leaf(0.0118), leaf(-0.095), leaf(-0.0097)],
    &[on(-0.0322, Asked::Cue(Cue::Prior), 0.0439, 1, 2), on(-0.0266, Asked::Cue(Cue::Also), 0.5, 3, 4), on(-0.0772, Asked::Facet(Facet::Quantity), 0.5, 5, 6), leaf(-0.0129), leaf(-0.0394), leaf(-0.0868), leaf(-0.0131)],
    &[on(-0.0311, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0355, Asked::Cue(Cue::Prior), 0.0548, 3, 4), on(0.0098, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.03), leaf(-0.0755), leaf(0.0419), leaf(-0.0209)],
    &[on(-0.03, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0343, Asked::Cue(Cue::Prior), 0.0548, 3, 4), on(0.0095, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0291), leaf(-0.0693), leaf(0.04), leaf(-0.0204)],
    &[on(-0.029, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0332, Asked::Cue(Cue::Prior), 0.0548, 3, 4), on(0.0092, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0283), leaf(-0.0639), leaf(0.0382), leaf(-0.0199)],
    &[on(-0.0279, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.032, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(0.0089, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0333), leaf(0.0383), leaf(0.0391), leaf(-0.0183)],
    &[on(-0.027, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.031, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(0.0087, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0322), leaf(0.0377), leaf(0.0361), leaf(-0.0194)],
    &[on(-0.0261, Asked::Cue(Cue::Lone), 0.5, 1, 2), on(-0.0352, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(-0.0094, Asked::Cue(Cue::Distance), 1.1298, 5, 6), leaf(-0.0368), leaf(0.0337), leaf(0.0182), leaf(-0.0345)],
    &[on(-0.0251, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0291, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(0.009, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0303), leaf(0.0366), leaf(0.0373), leaf(-0.0173)],
    &[on(-0.0242, Asked::Cue(Cue::Lone), 0.5, 1, 2), on(-0.0331, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(-0.0082, Asked::Cue(Cue::Distance), 1.1298, 5, 6), leaf(-0.0347), leaf(0.0327), leaf(0.0183), leaf(-0.0332)],
    &[on(-0.0233, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0271, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(0.0093, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0284), leaf(0.0355), leaf(0.036), leaf(-0.0164)],
    &[on(-0.0225, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0121, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0358, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0028), leaf(-0.0417), leaf(-0.0233), leaf(-0.0465)],
    &[on(-0.0217, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0116, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0351, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0027), leaf(-0.0402), leaf(-0.0227), leaf(-0.0462)],
    &[on(-0.021, Asked::Cue(Cue::Lone), 0.5, 1, 2), on(-0.0296, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(-0.0056, Asked::Cue(Cue::Distance), 1.1298, 5, 6), leaf(-0.0313), leaf(0.0323), leaf(0.0196), leaf(-0.031)],
    &[on(-0.0202, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0101, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0342, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0035), leaf(-0.0375), leaf(-0.0218), leaf(-0.0455)],
    &[on(-0.0196, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0097, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0335, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(-0.022), leaf(0.0183), leaf(-0.0211), leaf(-0.0451)],
    &[on(-0.0189, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0115, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0379, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0231), leaf(0.0152), leaf(-0.0391), leaf(0.0066)],
    &[on(-0.0182, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0084, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0326, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0043), leaf(-0.0344), leaf(-0.0203), leaf(-0.0444)],
    &[on(-0.0176, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.008, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0319, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0041), leaf(-0.0331), leaf(-0.0197), leaf(-0.044)],
    &[on(-0.017, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0098, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0365, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0209), leaf(0.0154), leaf(-0.0377), leaf(0.0068)],
    &[on(-0.0163, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0069, Asked::Cue(Cue::Ruled), 0.5, 3, 4), on(-0.031, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(-0.017), leaf(0.0203), leaf(-0.019), leaf(-0.0433)],
    &[on(-0.0157, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0087, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0354, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0194), leaf(0.0151), leaf(-0.0367), leaf(0.0068)],
    &[on(-0.0151, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0058, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.03, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0055), leaf(-0.0297), leaf(-0.0183), leaf(-0.0425)],
    &[on(-0.0146, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0056, Asked::Cue(Cue::Prior), 0.0548, 3, 4), on(-0.0294, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.004), leaf(-0.0336), leaf(-0.0177), leaf(-0.0421)],
    &[on(-0.014, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0073, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.034, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0176), leaf(0.0152), leaf(-0.0379), leaf(-0.0066)],
    &[on(-0.0135, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0047, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0285, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.006), leaf(-0.0275), leaf(-0.0063), leaf(-0.0338)],
    &[on(-0.013, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0064, Asked::Cue(Cue::Link), -2.0265, 3, 4), on(-0.0331, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0289), leaf(0.0033), leaf(-0.0371), leaf(-0.006)],
    &[on(-0.0125, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0061, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0325, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0161), leaf(0.0154), leaf(-0.0356), leaf(-0.0019)],
    &[on(-0.012, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0035, Asked::Cue(Cue::Prior), 0.0548, 3, 4), on(-0.0271, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0059), leaf(-0.0299), leaf(-0.005), leaf(-0.0327)],
    &[on(-0.0115, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0053, Asked::Cue(Cue::Link), -2.0265, 3, 4), on(-0.0316, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0277), leaf(0.004), leaf(-0.0357), leaf(-0.0046)],
    &[on(-0.0112, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.003, Asked::Cue(Cue::Ruled), 0.5, 3, 4), on(-0.0261, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(-0.0123), leaf(0.0219), leaf(-0.0147), leaf(-0.0397)],
    &[on(-0.0107, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0047, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0306, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0143), leaf(0.0158), leaf(-0.034), leaf(-0.0005)],
    &[on(-0.0103, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0023, Asked::Cue(Cue::Contained), 0.1548, 3, 4), on(-0.0252, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0068), leaf(-0.0267), leaf(-0.0032), leaf(-0.0311)],
    &[on(-0.0099, Asked::Cue(Cue::Prior), -2.4969, 1, 2), on(0.019, Asked::Cue(Cue::Link), -1.9404, 3, 4), on(-0.0136, Asked::Cue(Cue::Sole), 0.5, 5, 6), leaf(-0.0062), leaf(0.0513), leaf(-0.0174), leaf(0.0136)],
    &[on(-0.0094, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0027, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0271, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0123), leaf(0.0196), leaf(-0.0324), leaf(-0.0007)],
    &[on(-0.009, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0013, Asked::Cue(Cue::Prior), 0.0548, 3, 4), on(-0.024, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0077), leaf(-0.0255), leaf(-0.0024), leaf(-0.03)],
    &[on(-0.0086, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0029, Asked::Cue(Cue::Link), -2.0265, 3, 4), on(-0.0287, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0255), leaf(0.006), leaf(-0.0332), leaf(-0.0015)],
    &[on(-0.0083, Asked::Cue(Cue::Prior), -2.4969, 1, 2), on(0.0196, Asked::Cue(Cue::Link), -1.9404, 3, 4), on(-0.012, Asked::Cue(Cue::Sole), 0.5, 5, 6), leaf(-0.005), leaf(0.0492), leaf(-0.0156), leaf(0.0135)],
    &[on(-0.0079, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0016, Asked::Cue(Cue::Link), -2.0265, 3, 4), on(-0.0254, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0246), leaf(0.007), leaf(-0.0309), leaf(0.0002)],
    &[on(-0.0076, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0004, Asked::Cue(Cue::Ruled), 0.5, 3, 4), on(-0.0224, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0093), leaf(0.0236), leaf(-0.0011), leaf(-0.0285)],
    &[on(-0.0073, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0019, Asked::Cue(Cue::Link), -2.0265, 3, 4), on(-0.0271, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0234), leaf(0.0062), leaf(-0.0317), leaf(-0.0004)],
    &[on(-0.007, Asked::Cue(Cue::Prior), -2.4969, 1, 2), on(0.0209, Asked::Cue(Cue::Link), -1.9404, 3, 4), on(-0.0107, Asked::Cue(Cue::Sole), 0.5, 5, 6), leaf(-0.0031), leaf(0.0472), leaf(-0.0142), leaf(0.0133)],
    &[on(-0.0066, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0014, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0262, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0102), leaf(0.017), leaf(-0.0302), leaf(0.0031)],
    &[on(-0.0064, Asked::Cue(Cue::Prior), -2.4969, 1, 2), on(0.0205, Asked::Cue(Cue::Link), -1.9404, 3, 4), on(-0.01, Asked::Cue(Cue::Link), -2.1747, 5, 6), leaf(-0.0027), leaf(0.0451), leaf(-0.0292), leaf(-0.0053)],
    &[on(-0.0061, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0008, Asked::Cue(Cue::Contained), 0.1548, 3, 4), on(-0.0208, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0095), leaf(-0.0228), leaf(-0.0), leaf(-0.0271)],
    &[on(-0.0058, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0231, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0089), leaf(0.0202), leaf(-0.0288), leaf(0.0017)],
    &[on(-0.0056, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.001, Asked::Cue(Cue::Prior), 0.0548, 3, 4), on(-0.02, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0099), leaf(-0.0218), leaf(-0.0096), leaf(-0.035)],
    &[on(-0.0054, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0005, Asked::Cue(Cue::Link), -2.0265, 3, 4), on(-0.0246, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0214), leaf(0.0069), leaf(-0.0295), leaf(0.002)],
    &[on(-0.0052, Asked::Cue(Cue::Prior), -2.4969, 1, 2), on(0.0204, Asked::Cue(Cue::Link), -1.9404, 3, 4), on(-0.0087, Asked::Facet(Facet::Quantity), 0.5, 5, 6), leaf(-0.002), leaf(0.0429), leaf(-0.0166), leaf(0.0013)],
    &[on(-0.0049, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0014, Asked::Cue(Cue::Ruled), 0.5, 3, 4), on(-0.0191, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.007), leaf(0.0242), leaf(0.0012), leaf(-0.0256)],
    &[on(-0.0047, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(0.0007, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0215, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(-0.0076), leaf(0.0194), leaf(-0.0272), leaf(0.0022)],
    &[on(-0.0045, Asked::Cue(Cue::Prior), -2.4969, 1, 2), on(0.0202, Asked::Cue(Cue::Link), -1.9404, 3, 4), on(-0.0079, Asked::Cue(Cue::Link), -2.1747, 5, 6), leaf(-0.0016), leaf(0.0414), leaf(-0.027), leaf(-0.0035)],
    &[on(-0.0043, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(0.0003, Asked::Cue(Cue::Link), -2.0265, 3, 4), on(-0.0231, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0197), leaf(0.0072), leaf(-0.0275), leaf(0.005)],
    &[on(-0.0041, Asked::Cue(Cue::Prior), -2.4969, 1, 2), on(0.0199, Asked::Cue(Cue::Link), -1.9404, 3, 4), on(-0.0075, Asked::Cue(Cue::Link), -2.1747, 5, 6), leaf(-0.0008), leaf(0.0392), leaf(-0.0257), leaf(-0.0034)],
    &[on(-0.0039, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.002, Asked::Cue(Cue::Ruled), 0.5, 3, 4), on(-0.0178, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.0063), leaf(0.0243), leaf(0.0019), leaf(-0.0242)],
    &[on(-0.0037, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(0.0013, Asked::Cue(Cue::Contained), 0.1548, 3, 4), on(-0.0201, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(0.0082), leaf(-0.0202), leaf(-0.026), leaf(0.0031)],
    &[on(-0.0036, Asked::Cue(Cue::Prior), -2.4969, 1, 2), on(0.0194, Asked::Cue(Cue::Link), -1.9404, 3, 4), on(-0.0069, Asked::Facet(Facet::Quantity), 0.5, 5, 6), leaf(-0.0008), leaf(0.0377), leaf(-0.0143), leaf(0.0025)],
    &[on(-0.0034, Asked::Cue(Cue::Distance), 0.4716, 1, 2), on(0.0034, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0151, Asked::Cue(Cue::Comparison), 0.231, 5, 6), leaf(-0.0053), leaf(0.0282), leaf(0.0114), leaf(-0.0243)],
];
