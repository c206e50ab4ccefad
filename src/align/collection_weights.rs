//! What the second look at a collection has learned: generated, do not edit.
//!
//! Made by `lab fit collection PLANTED` from 16282 pairs of 10000 sentences, 10002 of them links, with the weights of the
//! first look that ship: after a fit of those, this one is due. L2 logistic regression, penalty 10;
//! rows are feature, mean, standard deviation, weight.

/// Bias and rows.
pub(super) const SECOND: (f32, &[(&str, f32, f32, f32)]) = (
    0.9605,
    &[
        ("path", 0.7527, 0.3359, 1.0485),
        ("paths", 0.8031, 0.3251, -0.7386),
        ("best", 0.8896, 0.2465, 1.8385),
        ("best_less", 0.9560, 0.1625, 0.9441),
        ("kin_less", 0.5781, 0.2629, 0.1813),
        ("kin_more", 0.6507, 0.2847, 0.7429),
        ("own", 3.4259, 3.6992, 4.3101),
    ],
);
