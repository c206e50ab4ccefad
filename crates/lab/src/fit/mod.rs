//! `lab fit`: learns the library's numbers from labelled data, deterministically.

mod boosting;
pub(crate) mod collection;
pub(crate) mod conflict;
pub(crate) mod linking;
mod logistic;
mod measure;
pub(crate) mod names;
pub(crate) mod points;
mod validate;
