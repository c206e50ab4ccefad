//! What the confidence of discrepancies has learned: generated, do not edit.
//!
//! Made by `lab fit points GOLD BUNDLES PAIRS STORIES` from 50 annotated events and 137 stories: 5794 pairs of mentions that may
//! differ, found with links
//! fitted without the event, 639 of which tell 325 annotated discrepancies. Boosted trees upon the hand-set confidence.

use crate::compare::Facet;
use crate::point::decision::Cue;
use crate::point::tree::{Asked, Node, Split};

/// The log-odds before anything is asked.
pub(super) const START: f64 = 0.9246;
/// What the hand-set confidence counts for, and what stands for it where rules exclude it.
pub(super) const PRIOR: (f64, f64) = (1.0, -4.0);
/// Slope and offset of the calibration.
pub(super) const CALIBRATION: (f64, f64) = (0.7688, 0.0301);

/// The facets of which there were 12 discrepancies or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Date, Facet::Quote, Facet::Modality];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; flags of it in events that no rule was written for, by weights fitted without them; wrong ones among
/// them; the precision that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 178, 144, 0.1532),
    (0.10, 92, 61, 0.2716),
    (0.15, 56, 27, 0.4241),
    (0.20, 51, 22, 0.4692),
    (0.25, 44, 16, 0.5288),
    (0.30, 42, 14, 0.5569),
    (0.35, 39, 13, 0.5522),
    (0.40, 36, 12, 0.5469),
    (0.45, 33, 9, 0.6039),
    (0.50, 31, 9, 0.5807),
    (0.55, 29, 8, 0.5908),
    (0.60, 28, 8, 0.5776),
    (0.65, 22, 4, 0.6690),
    (0.70, 20, 3, 0.6958),
    (0.75, 20, 3, 0.6958),
    (0.80, 19, 3, 0.6814),
    (0.85, 18, 3, 0.6656),
    (0.90, 16, 2, 0.7004),
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
    &[on(-0.0299, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0342, Asked::Cue(Cue::Prior), 0.0347, 3, 4), on(0.0158, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0298), leaf(-0.0828), leaf(0.0571), leaf(-0.0206)],
    &[on(-0.0289, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0332, Asked::Cue(Cue::Prior), 0.0347, 3, 4), on(0.0153, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0289), leaf(-0.0766), leaf(0.0542), leaf(-0.0201)],
    &[on(-0.028, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0322, Asked::Cue(Cue::Prior), 0.0347, 3, 4), on(0.0148, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0281), leaf(-0.0711), leaf(0.0516), leaf(-0.0197)],
    &[on(-0.027, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0312, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(0.0143, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0325), leaf(0.0372), leaf(0.049), leaf(-0.0192)],
    &[on(-0.0261, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0302, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(0.0138, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0315), leaf(0.0366), leaf(0.0466), leaf(-0.0187)],
    &[on(-0.0252, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0293, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(0.0134, Asked::Cue(Cue::Distance), 0.7175, 5, 6), leaf(-0.0306), leaf(0.036), leaf(0.0443), leaf(-0.0183)],
    &[on(-0.0243, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0283, Asked::Cue(Cue::Owner), 0.5, 3, 4), on(0.0129, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(-0.0297), leaf(0.0355), leaf(0.0468), leaf(-0.0153)],
    &[on(-0.0235, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0114, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0368, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0061), leaf(-0.0418), leaf(-0.024), leaf(-0.0475)],
    &[on(-0.0228, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.011, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0362, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(-0.0255), leaf(0.0229), leaf(-0.0233), leaf(-0.0471)],
    &[on(-0.022, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0123, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0386, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0266), leaf(0.0264), leaf(-0.0221), leaf(-0.0467)],
    &[on(-0.0213, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0097, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0352, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0066), leaf(-0.0384), leaf(-0.0226), leaf(-0.0464)],
    &[on(-0.0206, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.012, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0398, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.0255), leaf(0.0196), leaf(-0.041), leaf(0.0062)],
    &[on(-0.0199, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0083, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0342, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0072), leaf(-0.0362), leaf(-0.0217), leaf(-0.0457)],
    &[on(-0.0193, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0098, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0367, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0233), leaf(0.0248), leaf(-0.0209), leaf(-0.0453)],
    &[on(-0.0186, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0073, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0332, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0075), leaf(-0.0341), leaf(-0.021), leaf(-0.0449)],
    &[on(-0.018, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0087, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0357, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0218), leaf(0.0239), leaf(-0.0205), leaf(-0.0445)],
    &[on(-0.0174, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0063, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0322, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0076), leaf(-0.0321), leaf(-0.0204), leaf(-0.0441)],
    &[on(-0.0168, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0086, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0371, Asked::Cue(Cue::OtherTail), 0.5, 5, 6), leaf(-0.021), leaf(0.0184), leaf(-0.0384), leaf(0.0071)],
    &[on(-0.0162, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0053, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0312, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.008), leaf(-0.0302), leaf(-0.0197), leaf(-0.0433)],
    &[on(-0.0156, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0067, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0339, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.019), leaf(0.0223), leaf(-0.0369), leaf(-0.0043)],
    &[on(-0.0151, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0043, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0303, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0084), leaf(-0.0284), leaf(-0.0088), leaf(-0.0354)],
    &[on(-0.0145, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0066, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0353, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0183), leaf(0.0177), leaf(-0.0392), leaf(-0.0068)],
    &[on(-0.014, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0035, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0294, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(-0.016), leaf(0.0187), leaf(-0.0081), leaf(-0.0346)],
    &[on(-0.0135, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0047, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0323, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0163), leaf(0.0215), leaf(-0.0354), leaf(-0.0033)],
    &[on(-0.013, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0027, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0285, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0091), leaf(-0.0255), leaf(-0.0074), leaf(-0.0338)],
    &[on(-0.0125, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0039, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0314, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0152), leaf(0.0209), leaf(-0.0346), leaf(-0.0031)],
    &[on(-0.012, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.002, Asked::Cue(Cue::Prior), 0.0433, 3, 4), on(-0.0276, Asked::Cue(Cue::Distance), 1.1087, 5, 6), leaf(0.0055), leaf(-0.0367), leaf(-0.0166), leaf(-0.0406)],
    &[on(-0.0116, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0042, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0328, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0278), leaf(0.007), leaf(-0.0371), leaf(-0.0037)],
    &[on(-0.0112, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0016, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0266, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0098), leaf(-0.0239), leaf(-0.0054), leaf(-0.0322)],
    &[on(-0.0108, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0027, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0296, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0271), leaf(0.0084), leaf(-0.0329), leaf(-0.0019)],
    &[on(-0.0104, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0034, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0313, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0261), leaf(0.0069), leaf(-0.0358), leaf(-0.0025)],
    &[on(-0.0101, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0009, Asked::Cue(Cue::Prior), 0.0433, 3, 4), on(-0.0253, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0067), leaf(-0.0354), leaf(-0.0043), leaf(-0.0311)],
    &[on(-0.0097, Asked::Cue(Cue::Distance), 1.4919, 1, 2), on(-0.0027, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0296, Asked::Cue(Cue::Link), -1.9282, 5, 6), leaf(-0.0134), leaf(0.0196), leaf(-0.0051), leaf(-0.0341)],
    &[on(-0.0093, Asked::Cue(Cue::Also), 0.5, 1, 2), on(-0.0004, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0244, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0107), leaf(-0.0225), leaf(-0.0038), leaf(-0.0303)],
    &[on(-0.009, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0016, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0274, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0122), leaf(0.0214), leaf(-0.0309), leaf(-0.0004)],
    &[on(-0.0086, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0, Asked::Cue(Cue::Prior), 0.0433, 3, 4), on(-0.0237, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0073), leaf(-0.0323), leaf(-0.0034), leaf(-0.0295)],
    &[on(-0.0083, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0019, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0289, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0246), leaf(0.0081), leaf(-0.0337), leaf(-0.0001)],
    &[on(-0.008, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(-0.0018, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0283, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0239), leaf(0.0077), leaf(-0.0331), leaf(-0.0001)],
    &[on(-0.0077, Asked::Cue(Cue::Prior), -2.4997, 1, 2), on(0.0199, Asked::Cue(Cue::Link), -1.9386, 3, 4), on(-0.012, Asked::Cue(Cue::Sole), 0.5, 5, 6), leaf(-0.0039), leaf(0.0464), leaf(-0.0161), leaf(0.0181)],
    &[on(-0.0073, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0008, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0221, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0117), leaf(-0.0208), leaf(-0.0022), leaf(-0.0282)],
    &[on(-0.007, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(-0.0002, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0251, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0106), leaf(0.0216), leaf(-0.0288), leaf(0.0012)],
    &[on(-0.0068, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0011, Asked::Cue(Cue::Prior), 0.0433, 3, 4), on(-0.0214, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0083), leaf(-0.03), leaf(-0.0019), leaf(-0.0275)],
    &[on(-0.0065, Asked::Cue(Cue::Distance), 1.4919, 1, 2), on(-0.0004, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0258, Asked::Cue(Cue::Link), -1.9282, 5, 6), leaf(-0.0232), leaf(0.009), leaf(-0.0015), leaf(-0.0306)],
    &[on(-0.0063, Asked::Cue(Cue::Prior), -2.4997, 1, 2), on(0.0201, Asked::Cue(Cue::Link), -1.9386, 3, 4), on(-0.0104, Asked::Facet(Facet::Quantity), 0.5, 5, 6), leaf(-0.0029), leaf(0.0443), leaf(-0.0207), leaf(0.0018)],
    &[on(-0.0059, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(0.0004, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0235, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0221), leaf(0.0094), leaf(-0.0274), leaf(0.0019)],
    &[on(-0.0057, Asked::Cue(Cue::Prior), -2.4997, 1, 2), on(0.0199, Asked::Cue(Cue::Link), -1.9386, 3, 4), on(-0.0098, Asked::Facet(Facet::Quantity), 0.5, 5, 6), leaf(-0.0021), leaf(0.0418), leaf(-0.0199), leaf(0.0021)],
    &[on(-0.0054, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0021, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.02, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0123), leaf(-0.0186), leaf(-0.0009), leaf(-0.0262)],
    &[on(-0.0052, Asked::Cue(Cue::Distance), 1.4919, 1, 2), on(0.0005, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0242, Asked::Cue(Cue::Link), -1.9282, 5, 6), leaf(-0.0213), leaf(0.0091), leaf(-0.0006), leaf(-0.0291)],
    &[on(-0.0051, Asked::Cue(Cue::Distance), 0.6934, 1, 2), on(0.0019, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0199, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0091), leaf(0.0235), leaf(-0.0243), leaf(0.0064)],
    &[on(-0.0048, Asked::Cue(Cue::Prior), -2.4997, 1, 2), on(0.0201, Asked::Cue(Cue::Link), -1.9386, 3, 4), on(-0.0089, Asked::Cue(Cue::Sole), 0.5, 5, 6), leaf(-0.0012), leaf(0.0401), leaf(-0.0127), leaf(0.0174)],
    &[on(-0.0045, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0027, Asked::Cue(Cue::Prior), 0.0433, 3, 4), on(-0.0189, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0097), leaf(-0.0268), leaf(-0.0003), leaf(-0.0252)],
    &[on(-0.0044, Asked::Cue(Cue::Distance), 1.6098, 1, 2), on(0.0008, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0237, Asked::Cue(Cue::Backed), 0.8959, 5, 6), leaf(-0.0086), leaf(0.0189), leaf(-0.0291), leaf(0.0041)],
    &[on(-0.0042, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0028, Asked::Facet(Facet::Modality), 0.5, 3, 4), on(-0.0183, Asked::Cue(Cue::State), 0.5, 5, 6), leaf(0.0123), leaf(-0.017), leaf(-0.0209), leaf(0.0146)],
    &[on(-0.004, Asked::Cue(Cue::Distance), 0.6934, 1, 2), on(0.0025, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0187, Asked::Cue(Cue::Slot), 0.5, 5, 6), leaf(-0.0078), leaf(0.0226), leaf(-0.023), leaf(0.0066)],
    &[on(-0.0038, Asked::Cue(Cue::Prior), -2.4997, 1, 2), on(0.0198, Asked::Cue(Cue::Link), -1.9386, 3, 4), on(-0.0077, Asked::Cue(Cue::Measured), 0.5, 5, 6), leaf(-0.0008), leaf(0.0386), leaf(-0.0111), leaf(0.0221)],
    &[on(-0.0036, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0032, Asked::Cue(Cue::Prior), 0.0433, 3, 4), on(-0.0175, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0097), leaf(-0.0245), leaf(0.0007), leaf(-0.0239)],
    &[on(-0.0035, Asked::Cue(Cue::Distance), 1.4919, 1, 2), on(0.0016, Asked::Cue(Cue::Link), -1.9741, 3, 4), on(-0.0216, Asked::Cue(Cue::Link), -1.9282, 5, 6), leaf(-0.0199), leaf(0.0098), leaf(0.0012), leaf(-0.0266)],
    &[on(-0.0034, Asked::Cue(Cue::Prior), -2.4997, 1, 2), on(0.0191, Asked::Cue(Cue::Link), -1.9386, 3, 4), on(-0.0071, Asked::Cue(Cue::Measured), 0.5, 5, 6), leaf(-0.0005), leaf(0.0363), leaf(-0.0104), leaf(0.0213)],
    &[on(-0.0031, Asked::Cue(Cue::Distance), 1.1298, 1, 2), on(0.0022, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0195, Asked::Cue(Cue::Also), 0.5, 5, 6), leaf(-0.0068), leaf(0.0207), leaf(-0.0079), leaf(-0.031)],
    &[on(-0.003, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0033, Asked::Cue(Cue::Prior), 0.0433, 3, 4), on(-0.0165, Asked::Cue(Cue::Comparison), 0.2977, 5, 6), leaf(0.0096), leaf(-0.0229), leaf(0.0011), leaf(-0.0229)],
];
