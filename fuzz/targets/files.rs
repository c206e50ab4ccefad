//! See `testimonia_fuzz::files`.
#![no_main]

testimonia_fuzz::target!(files);
