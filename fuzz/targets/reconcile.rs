//! See `testimonia_fuzz::reconcile`.
#![no_main]

testimonia_fuzz::target!(reconcile);
