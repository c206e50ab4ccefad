//! See `testimonia_fuzz::text`.
#![no_main]

testimonia_fuzz::target!(text);
