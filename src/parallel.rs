//! Runs independent work on all cores with the feature `parallel`, else on one. Results are in the order of their inputs, and
//! nothing is summed across inputs, so the number of threads has no effect.

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Applies `make` to each item, in order.
#[cfg(feature = "parallel")]
pub(crate) fn map<T: Sync, R: Send>(all: &[T], make: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    all.par_iter().map(make).collect()
}

/// Applies `make` to each item, in order.
#[cfg(not(feature = "parallel"))]
pub(crate) fn map<T, R>(all: &[T], make: impl Fn(&T) -> R) -> Vec<R> {
    all.iter().map(make).collect()
}

/// The results of two pieces of work that do not depend on each other.
#[cfg(feature = "parallel")]
pub(crate) fn both<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(a, b)
}

/// The results of two pieces of work that do not depend on each other.
#[cfg(not(feature = "parallel"))]
pub(crate) fn both<A, B>(a: impl FnOnce() -> A, b: impl FnOnce() -> B) -> (A, B) {
    (a(), b())
}

/// Applies `make` to each number below `count`, in order. Each thread passes it a scratch buffer, which must not carry
/// information from one number to the next.
#[cfg(feature = "parallel")]
pub(crate) fn map_with<S, R: Send>(
    count: usize,
    scratch: impl Fn() -> S + Send + Sync,
    make: impl Fn(&mut S, usize) -> R + Send + Sync,
) -> Vec<R> {
    // A scratch buffer may be as large as the collection, so there should be few.
    (0..count).into_par_iter().with_min_len(256).map_init(scratch, make).collect()
}

/// Applies `make` to each number below `count`, in order, with a reused scratch buffer.
#[cfg(not(feature = "parallel"))]
pub(crate) fn map_with<S, R>(
    count: usize,
    scratch: impl Fn() -> S,
    make: impl Fn(&mut S, usize) -> R,
) -> Vec<R> {
    let mut scratch = scratch();
    (0..count).map(|at| make(&mut scratch, at)).collect()
}
