//! See `testimonia_fuzz::render`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    testimonia_fuzz::cost::tally("render", data);
    testimonia_fuzz::render(data);
});
