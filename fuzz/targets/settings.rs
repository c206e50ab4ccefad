//! See `testimonia_fuzz::settings`.
#![no_main]

testimonia_fuzz::target!(settings);
