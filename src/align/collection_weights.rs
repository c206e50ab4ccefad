//! What the second look at a collection has learned: generated, do not edit.
//!
//! Made by `lab fit collection PLANTED` from 1477 pairs of 1000 sentences, 1013 of them links, with the weights of the
//! first look that ship: after a fit of those, this one is due. L2 logistic regression, penalty 10;
//! rows are feature, mean, standard deviation, weight.

/// Bias and rows.
pub(super) const SECOND: (f32, &[(&str, f32, f32, f32)]) = (
    1.3717,
    &[
        ("path", 0.7728, 0.3311, 0.5181),
        ("paths", 0.8174, 0.3211, -0.1605),
        ("best", 0.8455, 0.2853, 1.5002),
        ("best_less", 0.9308, 0.2023, 0.5206),
        ("kin_less", 0.6670, 0.1428, 0.0777),
        ("kin_more", 0.7393, 0.1459, 0.1731),
        ("own", 3.5521, 3.3180, 2.4856),
    ],
);
