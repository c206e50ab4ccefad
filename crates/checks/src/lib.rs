//! Empty: this package contains only tests and benches, which are in tests/ and benches/ at the top level.
