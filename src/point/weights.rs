//! What the confidence of discrepancies has learned: generated, do not edit.
//!
//! Made by `lab fit points GOLD BUNDLES PAIRS` from 50 annotated events: 3006 pairs of mentions that may differ, found with links
//! fitted without the event, 292 of which tell 132 annotated discrepancies. Boosted trees upon the hand-set confidence.

use crate::compare::Facet;
use crate::point::decision::Cue;
use crate::point::tree::{Asked, Node, Split};

/// The log-odds before anything is asked.
pub(super) const START: f64 = 0.8381;
/// What the hand-set confidence counts for, and what stands for it where rules exclude it.
pub(super) const PRIOR: (f64, f64) = (1.0, -4.0);
/// Slope and offset of the calibration.
pub(super) const CALIBRATION: (f64, f64) = (0.7846, -0.1911);

/// The facets of which there were 8 discrepancies or more.
pub(super) const PROVEN: &[Facet] = &[Facet::Name, Facet::Quantity, Facet::Quote];

/// The chance that a certified precision is not reached.
pub(super) const DELTA: f64 = 0.1;

/// Least confidence; flags of it in events that no rule was written for, by weights fitted without them; wrong ones among
/// them; the precision that certifies but for a chance of a tenth.
pub(super) const CERTIFIED: &[(f64, u32, u32, f64)] = &[
    (0.05, 162, 128, 0.1687),
    (0.10, 105, 74, 0.2368),
    (0.15, 71, 43, 0.3161),
    (0.20, 56, 29, 0.3894),
    (0.25, 50, 23, 0.4399),
    (0.30, 50, 23, 0.4399),
    (0.35, 47, 20, 0.4705),
    (0.40, 45, 19, 0.4713),
    (0.45, 43, 18, 0.4722),
    (0.50, 41, 17, 0.4732),
    (0.55, 40, 16, 0.4863),
    (0.60, 38, 15, 0.4883),
    (0.65, 34, 11, 0.5530),
    (0.70, 33, 11, 0.5408),
    (0.75, 28, 8, 0.5776),
    (0.80, 24, 5, 0.6475),
    (0.85, 21, 4, 0.6548),
    (0.90, 19, 3, 0.6814),
    (0.95, 15, 2, 0.6827),
];

const fn leaf(value: f64) -> Node {
    Node { value, split: None }
}

const fn on(value: f64, asked: Asked, at: f64, below: u8, above: u8) -> Node {
    Node { value, split: Some(Split { asked, at, below, above }) }
}

/// The trees.
pub(super) const TREES: &[&[Node]] = &[
    &[on(-0.0275, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0114, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0554, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0254), leaf(0.0064), leaf(-0.0159), leaf(-0.0593)],
    &[on(-0.0268, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.011, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0549, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(0.0036), leaf(-0.0281), leaf(-0.0156), leaf(-0.0589)],
    &[on(-0.0261, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0106, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0545, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0243), leaf(0.0066), leaf(-0.0153), leaf(-0.0585)],
    &[on(-0.0254, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0102, Asked::Cue(Cue::Link), -2.1349, 3, 4), on(-0.054, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0303), leaf(0.002), leaf(-0.015), leaf(-0.0581)],
    &[on(-0.0248, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0099, Asked::Cue(Cue::Distance), 1.1298, 3, 4), on(-0.0535, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(0.0033), leaf(-0.028), leaf(-0.0147), leaf(-0.0577)],
    &[on(-0.0241, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0095, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.053, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(0.0045), leaf(-0.0265), leaf(-0.0144), leaf(-0.0573)],
    &[on(-0.0235, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0053, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0461, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0239), leaf(0.0227), leaf(-0.0482), leaf(0.0031)],
    &[on(-0.0228, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0085, Asked::Cue(Cue::Link), -2.1349, 3, 4), on(-0.0522, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0289), leaf(0.0033), leaf(-0.0135), leaf(-0.0566)],
    &[on(-0.0222, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0045, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0452, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0227), leaf(0.0221), leaf(-0.0474), leaf(0.0032)],
    &[on(-0.0216, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0048, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0363, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0217), leaf(0.031), leaf(-0.0044), leaf(-0.0429)],
    &[on(-0.0209, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0071, Asked::Cue(Cue::Link), -2.1349, 3, 4), on(-0.051, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0276), leaf(0.0044), leaf(-0.012), leaf(-0.0556)],
    &[on(-0.0203, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0034, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0438, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0212), leaf(0.0219), leaf(-0.0461), leaf(0.0037)],
    &[on(-0.0197, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0063, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0501, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(0.007), leaf(-0.0235), leaf(-0.0111), leaf(-0.0549)],
    &[on(-0.0192, Asked::Cue(Cue::Known), 0.5, 1, 2), on(-0.0051, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(-0.0472, Asked::Cue(Cue::NearWords), 0.5, 5, 6), leaf(0.0209), leaf(-0.0158), leaf(-0.05), leaf(0.005)],
    &[on(-0.0185, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0022, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0423, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0197), leaf(0.0217), leaf(-0.0448), leaf(0.0039)],
    &[on(-0.018, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0064, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0332, Asked::Cue(Cue::Known), 1.5, 5, 6), leaf(-0.019), leaf(0.0305), leaf(-0.018), leaf(-0.0517)],
    &[on(-0.0174, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.005, Asked::Cue(Cue::Link), -2.1349, 3, 4), on(-0.0482, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0259), leaf(0.0061), leaf(-0.0088), leaf(-0.0532)],
    &[on(-0.0169, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0015, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0408, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0185), leaf(0.021), leaf(-0.0434), leaf(0.0041)],
    &[on(-0.0164, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0066, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0316, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0177), leaf(0.0289), leaf(-0.002), leaf(-0.0388)],
    &[on(-0.0158, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.004, Asked::Cue(Cue::Link), -2.1349, 3, 4), on(-0.0468, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0248), leaf(0.0067), leaf(-0.0075), leaf(-0.052)],
    &[on(-0.0154, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0008, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0393, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0262), leaf(0.0132), leaf(-0.0421), leaf(0.0045)],
    &[on(-0.0149, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0035, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(-0.0458, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0103), leaf(0.0262), leaf(-0.0069), leaf(-0.0511)],
    &[on(-0.0145, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0033, Asked::Cue(Cue::Comparison), 0.8713, 3, 4), on(-0.0452, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(0.009), leaf(-0.0201), leaf(-0.0067), leaf(-0.0505)],
    &[on(-0.014, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(-0.0001, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0378, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0166), leaf(0.021), leaf(-0.0407), leaf(0.0047)],
    &[on(-0.0136, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0072, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0286, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0159), leaf(0.0279), leaf(-0.0009), leaf(-0.0361)],
    &[on(-0.0131, Asked::Cue(Cue::Known), 0.5, 1, 2), on(-0.0016, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(-0.0411, Asked::Cue(Cue::NearWords), 0.5, 5, 6), leaf(0.0222), leaf(-0.0122), leaf(-0.0447), leaf(0.0071)],
    &[on(-0.0126, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0005, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0363, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0245), leaf(0.0136), leaf(-0.0393), leaf(0.0052)],
    &[on(-0.0122, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.002, Asked::Cue(Cue::Sole), 0.5, 3, 4), on(-0.0427, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(-0.0086), leaf(0.0257), leaf(-0.0044), leaf(-0.0483)],
    &[on(-0.0118, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0074, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0266, Asked::Cue(Cue::Known), 1.5, 5, 6), leaf(-0.0148), leaf(0.0268), leaf(-0.0131), leaf(-0.046)],
    &[on(-0.0114, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0008, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0346, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0237), leaf(0.0133), leaf(-0.0378), leaf(0.0054)],
    &[on(-0.0111, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.031, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0029, Asked::Cue(Cue::Distance), 0.4716, 5, 6), leaf(-0.0364), leaf(0.0192), leaf(0.0292), leaf(-0.012)],
    &[on(-0.0106, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.0013, Asked::Cue(Cue::Also), 0.5, 3, 4), on(-0.0405, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(0.0115), leaf(-0.0166), leaf(-0.0028), leaf(-0.0462)],
    &[on(-0.0103, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0012, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0332, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0143), leaf(0.0204), leaf(-0.0364), leaf(0.0054)],
    &[on(-0.01, Asked::Cue(Cue::Known), 1.5, 1, 2), on(-0.001, Asked::Cue(Cue::Comparison), 0.5808, 3, 4), on(-0.0394, Asked::Cue(Cue::Prior), -2.953, 5, 6), leaf(0.0155), leaf(-0.0124), leaf(-0.0023), leaf(-0.0452)],
    &[on(-0.0096, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0063, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.025, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0176), leaf(0.021), leaf(0.0032), leaf(-0.034)],
    &[on(-0.0093, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0077, Asked::Cue(Cue::Distance), 0.0173, 3, 4), on(-0.0236, Asked::Cue(Cue::Comparison), 0.3951, 5, 6), leaf(-0.0119), leaf(0.0252), leaf(0.0008), leaf(-0.0313)],
    &[on(-0.009, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0018, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0314, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0222), leaf(0.0136), leaf(-0.0347), leaf(0.0056)],
    &[on(-0.0087, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0274, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0038, Asked::Cue(Cue::Distance), 0.3433, 5, 6), leaf(-0.033), leaf(0.0197), leaf(0.0328), leaf(-0.0073)],
    &[on(-0.0083, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.007, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0235, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0156), leaf(0.0205), leaf(0.0027), leaf(-0.0325)],
    &[on(-0.008, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0023, Asked::Cue(Cue::Comparison), 1.0539, 3, 4), on(-0.0301, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(0.0153), leaf(-0.0189), leaf(-0.0376), leaf(-0.0046)],
    &[on(-0.0078, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.014, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0251, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0083), leaf(-0.023), leaf(0.0443), leaf(-0.0068)],
    &[on(-0.0074, Asked::Cue(Cue::Known), 0.5, 1, 2), on(0.0013, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(-0.0333, Asked::Cue(Cue::NearWords), 0.5, 5, 6), leaf(0.0218), leaf(-0.0087), leaf(-0.0376), leaf(0.0079)],
    &[on(-0.0071, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0071, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0219, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0145), leaf(0.0198), leaf(0.0032), leaf(-0.0309)],
    &[on(-0.0068, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.003, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0287, Asked::Cue(Cue::Backed), 1.4979, 5, 6), leaf(-0.0205), leaf(0.0139), leaf(-0.0321), leaf(0.0056)],
    &[on(-0.0067, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.008, Asked::Cue(Cue::Distance), 0.0173, 3, 4), on(-0.0202, Asked::Cue(Cue::Lone), 0.5, 5, 6), leaf(-0.01), leaf(0.0237), leaf(-0.0345), leaf(-0.0047)],
    &[on(-0.0064, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0125, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0243, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.0081), leaf(-0.0211), leaf(0.0423), leaf(-0.0064)],
    &[on(-0.0061, Asked::Cue(Cue::Known), 0.5, 1, 2), on(0.0019, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(-0.0312, Asked::Cue(Cue::NearWords), 0.5, 5, 6), leaf(0.0204), leaf(-0.0075), leaf(-0.0356), leaf(0.008)],
    &[on(-0.0058, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0033, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0271, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(-0.0195), leaf(0.0136), leaf(-0.0347), leaf(-0.003)],
    &[on(-0.0057, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0074, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.02, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0133), leaf(0.0194), leaf(0.0032), leaf(-0.029)],
    &[on(-0.0055, Asked::Cue(Cue::Distance), 1.6401, 1, 2), on(0.0033, Asked::Cue(Cue::Lone), 0.5, 3, 4), on(-0.0263, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(-0.0106), leaf(0.0196), leaf(-0.0339), leaf(-0.0029)],
    &[on(-0.0054, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0072, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0193, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0124), leaf(0.0184), leaf(0.0031), leaf(-0.0282)],
    &[on(-0.0052, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0081, Asked::Cue(Cue::Distance), 0.0173, 3, 4), on(-0.0183, Asked::Cue(Cue::Lone), 0.5, 5, 6), leaf(-0.0085), leaf(0.0224), leaf(-0.0323), leaf(-0.004)],
    &[on(-0.005, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0107, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0231, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.008), leaf(-0.019), leaf(0.0397), leaf(-0.006)],
    &[on(-0.0047, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0042, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0235, Asked::Cue(Cue::Backed), 0.3466, 5, 6), leaf(-0.0198), leaf(0.0147), leaf(-0.0317), leaf(-0.0032)],
    &[on(-0.0046, Asked::Cue(Cue::Also), 0.5, 1, 2), on(0.0072, Asked::Facet(Facet::Quantity), 0.5, 3, 4), on(-0.0182, Asked::Cue(Cue::Distance), 0.2927, 5, 6), leaf(-0.0115), leaf(0.0178), leaf(0.0029), leaf(-0.0269)],
    &[on(-0.0045, Asked::Cue(Cue::Distance), 0.6, 1, 2), on(0.0079, Asked::Cue(Cue::State), 0.5, 3, 4), on(-0.0171, Asked::Cue(Cue::Lone), 0.5, 5, 6), leaf(0.0005), leaf(0.0408), leaf(-0.031), leaf(-0.0034)],
    &[on(-0.0043, Asked::Cue(Cue::Sole), 0.5, 1, 2), on(-0.0098, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(0.0225, Asked::Cue(Cue::OtherNoun), 0.5, 5, 6), leaf(0.008), leaf(-0.0179), leaf(0.038), leaf(-0.0056)],
    &[on(-0.004, Asked::Cue(Cue::Known), 0.5, 1, 2), on(0.0028, Asked::Cue(Cue::Comparison), 0.2877, 3, 4), on(-0.0271, Asked::Cue(Cue::NearWords), 0.5, 5, 6), leaf(0.0186), leaf(-0.0058), leaf(-0.0318), leaf(0.0084)],
    &[on(-0.0038, Asked::Cue(Cue::Distance), 1.4038, 1, 2), on(0.0046, Asked::Cue(Cue::Link), -2.1365, 3, 4), on(-0.0221, Asked::Cue(Cue::Link), -2.0362, 5, 6), leaf(-0.0188), leaf(0.0144), leaf(0.0029), leaf(-0.0272)],
    &[on(-0.0038, Asked::Facet(Facet::Quantity), 0.5, 1, 2), on(-0.0191, Asked::Cue(Cue::NearWords), 0.5, 3, 4), on(0.0057, Asked::Cue(Cue::Distance), 0.3433, 5, 6), leaf(-0.025), leaf(0.02), leaf(0.028), leaf(-0.0043)],
];
