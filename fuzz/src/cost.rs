//! The cost of a call, counted rather than timed, so that it is the same on any machine and under any load.
//!
//! Allocation stands for work: nearly everything done per token, mention, pair or record allocates. Loops that do not allocate are
//! left to the fuzzer's time limit.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::path::Path;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

struct Counting;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// A request counts as one step, plus one for each 64 bytes.
fn count(bytes: usize) {
    let _ = STEPS.try_with(|steps| steps.set(steps.get().wrapping_add(1 + bytes as u64 / 64)));
}

// SAFETY: every call is passed on to the system's allocator; counting touches no memory of the caller.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size.saturating_sub(layout.size()));
        unsafe { System.realloc(at, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// The steps allowed: a base, and a number for each byte of input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound {
    base: u64,
    per_byte: u64,
}

/// For the stages on one text.
pub(crate) const TEXT: Bound = Bound { base: 50_000, per_byte: 60 };
/// For reconciling a bundle.
pub(crate) const RECONCILE: Bound = Bound { base: 200_000, per_byte: 600 };
/// For reading files.
pub(crate) const FILES: Bound = Bound { base: 50_000, per_byte: 60 };

/// Counts the inputs and bytes of a target, for a report of what was run. Written from time to time to a file in the folder that
/// `TESTIMONIA_TALLY` names.
pub fn tally(target: &str, data: &[u8]) {
    static INPUTS: AtomicU64 = AtomicU64::new(0);
    static BYTES: AtomicU64 = AtomicU64::new(0);
    let bytes = BYTES.fetch_add(data.len() as u64, Relaxed) + data.len() as u64;
    let inputs = INPUTS.fetch_add(1, Relaxed) + 1;
    if inputs % 256 == 0
        && let Some(folder) = std::env::var_os("TESTIMONIA_TALLY")
    {
        let file = Path::new(&folder).join(format!("{target}-{}", std::process::id()));
        let _ = std::fs::write(file, format!("{inputs} {bytes}\n"));
    }
}

/// Runs `call`, and panics if it cost more than its bound.
pub(crate) fn bounded<T>(what: &str, bytes: usize, bound: Bound, call: impl FnOnce() -> T) -> T {
    // Tables are read once; that is not part of the cost of an input.
    static READ: Once = Once::new();
    READ.call_once(crate::warm);
    let before = STEPS.get();
    let made = call();
    let steps = STEPS.get().wrapping_sub(before);
    let most = bound.base + bound.per_byte * bytes as u64;
    if std::env::var_os("TESTIMONIA_COST").is_some() {
        eprintln!("cost {what} {bytes} {steps}");
    }
    assert!(steps <= most, "{what} of {bytes} bytes took {steps} steps, but at most {most} are allowed");
    made
}
