//! See `testimonia_fuzz::text`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    testimonia_fuzz::cost::tally("text", data);
    testimonia_fuzz::text(data);
});
