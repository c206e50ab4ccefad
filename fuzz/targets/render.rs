//! See `testimonia_fuzz::render`.
#![no_main]

testimonia_fuzz::target!(render);
