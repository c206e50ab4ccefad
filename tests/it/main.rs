//! One test binary, so that the library is linked once.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::type_complexity,
    reason = "helpers of tests fail by panicking; tables of cases are tuples"
)]

mod cases;
mod change;
mod consensus;
mod derivation;
mod errors;
mod examples;
mod extension;
mod golden;
mod hostile;
mod judge;
mod layers;
mod lexicon;
mod one_result;
#[cfg(feature = "parallel")]
mod parallel;
mod properties;
mod reconciling;
mod render;
mod seeds;
mod similarity;
mod stories;
mod voices;

/// The root of the repository.
fn root() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// How many texts a property is tried on: all in a release build, a third in a slow debug build.
fn cases_of(all: u32) -> proptest::test_runner::Config {
    proptest::test_runner::Config::with_cases(if cfg!(debug_assertions) { all.div_ceil(3) } else { all })
}
