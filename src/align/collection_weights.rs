//! What the second look at a collection has learned: generated, do not edit.
//!
//! Made by `lab fit collection PLANTED` from 1470 pairs of 1000 sentences, 1013 of them links, with the weights of the
//! first look that ship: after a fit of those, this one is due. L2 logistic regression, penalty 10;
//! rows are feature, mean, standard deviation, weight.

/// Bias and rows.
pub(super) const SECOND: (f32, &[(&str, f32, f32, f32)]) = (
    1.4531,
    &[
        ("path", 0.7639, 0.3298, 0.5613),
        ("paths", 0.8124, 0.3212, -0.2038),
        ("best", 0.8413, 0.2899, 1.4838),
        ("best_less", 0.9315, 0.2022, 0.4524),
        ("kin_less", 0.6625, 0.1423, 0.1711),
        ("kin_more", 0.7351, 0.1455, 0.0841),
        ("own", 3.0479, 3.0098, 2.3950),
    ],
);
