//! See `testimonia_fuzz::json`.
#![no_main]

testimonia_fuzz::target!(json);
