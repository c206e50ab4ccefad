//! One test binary, so that the library is linked once.

#![allow(
    clippy::panic,
    clippy::type_complexity,
    reason = "helpers of tests fail by panicking; tables of cases are tuples"
)]

mod cases;
mod errors;
mod examples;
mod layers;
mod properties;
mod reconciling;
mod seeds;
