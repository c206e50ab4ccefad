//! See `testimonia_fuzz::json`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    testimonia_fuzz::cost::tally("json", data);
    testimonia_fuzz::json(data);
});
