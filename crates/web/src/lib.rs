//! testimonia behind one function from JSON to JSON, which the page testimonia.html calls in a worker.
//!
//! | `do` | what it does |
//! | --- | --- |
//! | `read` | turns pasted or dropped content (text, Markdown, HTML, JSON, JSON Lines) into sources |
//! | `reconcile` | reconciles sources and keeps the result |
//! | `show` | returns the result in one of the library's formats |
//!
//! The same requests give the same bytes in native code and in WebAssembly.

#[cfg(target_arch = "wasm32")]
mod abi;
mod read;
mod session;
mod show;

pub use session::Session;
