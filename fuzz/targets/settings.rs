//! See `testimonia_fuzz::settings`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    testimonia_fuzz::cost::tally("settings", data);
    testimonia_fuzz::settings(data);
});
