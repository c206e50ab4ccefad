//! One test binary, so that the library is linked once.

mod cases;
mod errors;
mod examples;
mod layers;
mod reconciling;
mod seeds;
