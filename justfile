# The same steps as .ci/run, by name.

default: check

test:
    cargo test --workspace

check:
    bash .ci/run

golden:
    cargo run --release --quiet --example reconcile > tests/golden/seeds.txt
    cargo run --release --quiet --example reconcile -- --json > tests/golden/seeds.json
