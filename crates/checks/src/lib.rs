//! Nothing: what this package is for are its tests and benches, which stand in tests/ and benches/ at the top level.
