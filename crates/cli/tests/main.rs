//! The program, run as its users run it. One binary, so that everything is linked once.

#![allow(clippy::panic, clippy::unwrap_used, reason = "tests fail by panicking")]

mod browser;
mod command_line;
mod data;
mod desk;
mod events;
mod first_half_hour;
mod hold;
mod inputs;
mod judge;
mod labels;
#[cfg(feature = "mcp")]
mod mcp;
mod names;
mod schema;
mod side_by_side;
mod since;
mod stories;

#[test]
fn every_test_file_is_a_module() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let listed = include_str!("main.rs");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "main") else { continue };
        assert!(listed.contains(&format!("\nmod {module};")), "{name} is no module of main.rs");
    }
}
