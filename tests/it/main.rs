//! One test binary, so that the library is linked once.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::type_complexity,
    reason = "helpers of tests fail by panicking; tables of cases are tuples"
)]

mod cases;
mod consensus;
mod derivation;
mod errors;
mod examples;
mod extension;
mod hostile;
mod judge;
mod layers;
mod lexicon;
#[cfg(feature = "parallel")]
mod parallel;
mod properties;
mod reconciling;
mod render;
mod seeds;
mod similarity;
mod stories;
mod voices;
