//! See `testimonia_fuzz::files`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    testimonia_fuzz::cost::tally("files", data);
    testimonia_fuzz::files(data);
});
