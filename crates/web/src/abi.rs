//! The module's exports: a buffer for requests and answers.
//!
//! This side follows no pointers, so only the names of exports are unsafe. The page writes a request at `reserve(length)`;
//! `run` returns the length of the answer, which is then at `place`.

use std::sync::{LazyLock, Mutex, PoisonError};

use testimonia::Stage;

use crate::Session;

static BUFFER: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static SESSION: LazyLock<Mutex<Session>> = LazyLock::new(Mutex::default);

#[allow(unsafe_code, reason = "a function of the page, which takes a number and returns nothing")]
#[link(wasm_import_module = "page")]
unsafe extern "C" {
    /// Called as each stage begins, with its number from 0.
    safe fn progress(stage: u32);
}

/// Makes room for a request of this many bytes and returns its address.
#[allow(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub(crate) extern "C" fn reserve(length: usize) -> *mut u8 {
    let mut buffer = BUFFER.lock().unwrap_or_else(PoisonError::into_inner);
    buffer.clear();
    buffer.resize(length, 0);
    buffer.as_mut_ptr()
}

/// Answers the request in the buffer and returns the length of the answer.
#[allow(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub(crate) extern "C" fn run() -> usize {
    let mut buffer = BUFFER.lock().unwrap_or_else(PoisonError::into_inner);
    let request = String::from_utf8_lossy(&buffer).into_owned();
    let mut session = SESSION.lock().unwrap_or_else(PoisonError::into_inner);
    let answer = session.run_watched(&request, |stage| {
        let number = Stage::ALL.iter().position(|&one| one == stage).unwrap_or_default();
        progress(u32::try_from(number).unwrap_or_default());
    });
    *buffer = answer.into_bytes();
    buffer.len()
}

/// The address of the answer.
#[allow(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub(crate) extern "C" fn place() -> *const u8 {
    BUFFER.lock().unwrap_or_else(PoisonError::into_inner).as_ptr()
}
