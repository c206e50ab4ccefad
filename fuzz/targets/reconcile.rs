//! See `testimonia_fuzz::reconcile`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    testimonia_fuzz::cost::tally("reconcile", data);
    testimonia_fuzz::reconcile(data);
});
