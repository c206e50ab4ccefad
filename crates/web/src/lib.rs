//! testimonia behind one function from JSON to JSON, as the page testimonia.html calls it in a worker.
//!
//! | `do` | what it does |
//! | --- | --- |
//! | `read` | turns what was pasted or dropped (text, Markdown, HTML, JSON, JSON Lines) into sources |
//! | `reconcile` | reconciles sources and keeps the result |
//! | `show` | the result in one of the library's formats |
//!
//! The same requests give the same bytes here and in WebAssembly.

#[cfg(target_arch = "wasm32")]
mod abi;
mod read;
mod session;
mod show;

pub use session::Session;
