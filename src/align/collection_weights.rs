//! What the second look at a collection has learned: generated, do not edit.
//!
//! Made by `lab fit collection PLANTED` from 16295 pairs of 10000 sentences, 10002 of them links, with the weights of the
//! first look that ship: after a fit of those, this one is due. L2 logistic regression, penalty 10;
//! rows are feature, mean, standard deviation, weight.

/// Bias and rows.
pub(super) const SECOND: (f32, &[(&str, f32, f32, f32)]) = (
    1.1703,
    &[
        ("path", 0.7281, 0.3348, 0.9199),
        ("paths", 0.7889, 0.3223, -0.5682),
        ("best", 0.8785, 0.2618, 1.9116),
        ("best_less", 0.9528, 0.1703, 0.7073),
        ("kin_less", 0.5701, 0.2599, 0.2410),
        ("kin_more", 0.6418, 0.2823, 0.7241),
        ("own", 2.6223, 3.1935, 4.2430),
    ],
);
