//! What the second look at a collection has learned: generated, do not edit.
//!
//! Made by `lab fit collection PLANTED` from 16282 pairs of 10000 sentences, 10002 of them links, with the weights of the
//! first look that ship: after a fit of those, this one is due. L2 logistic regression, penalty 10;
//! rows are feature, mean, standard deviation, weight.

/// Bias and rows.
pub(super) const SECOND: (f32, &[(&str, f32, f32, f32)]) = (
    0.9701,
    &[
        ("path", 0.7497, 0.3347, 1.0040),
        ("paths", 0.8020, 0.3242, -0.6910),
        ("best", 0.8893, 0.2460, 1.8097),
        ("best_less", 0.9562, 0.1613, 0.8909),
        ("kin_less", 0.5770, 0.2624, 0.1908),
        ("kin_more", 0.6494, 0.2843, 0.7393),
        ("own", 3.1664, 3.4844, 4.2422),
    ],
);
