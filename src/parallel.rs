//! Work on many independent things: on all cores under the feature `parallel`, else on one. Results stand in the order of
//! what they are made of, and nothing is summed across things, so the number of threads decides nothing.

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// What `make` gives for each, in order.
#[cfg(feature = "parallel")]
pub(crate) fn map<T: Sync, R: Send>(all: &[T], make: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    all.par_iter().map(make).collect()
}

/// What `make` gives for each, in order.
#[cfg(not(feature = "parallel"))]
pub(crate) fn map<T, R>(all: &[T], make: impl Fn(&T) -> R) -> Vec<R> {
    all.iter().map(make).collect()
}

/// What `make` gives for each number below `count`, in order. Each thread hands it a scratch of its own, which must not
/// carry anything from one number to the next.
#[cfg(feature = "parallel")]
pub(crate) fn map_with<S, R: Send>(
    count: usize,
    scratch: impl Fn() -> S + Send + Sync,
    make: impl Fn(&mut S, usize) -> R + Send + Sync,
) -> Vec<R> {
    // A scratch may be as large as the collection: few of them.
    (0..count).into_par_iter().with_min_len(256).map_init(scratch, make).collect()
}

/// What `make` gives for each number below `count`, in order, with a scratch that outlives the number.
#[cfg(not(feature = "parallel"))]
pub(crate) fn map_with<S, R>(
    count: usize,
    scratch: impl Fn() -> S,
    make: impl Fn(&mut S, usize) -> R,
) -> Vec<R> {
    let mut scratch = scratch();
    (0..count).map(|at| make(&mut scratch, at)).collect()
}
