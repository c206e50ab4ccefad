# The same steps as .ci/run, by name.

default: check

test:
    cargo test --workspace

check:
    bash .ci/run

golden:
    cargo run --release --quiet --example reconcile > tests/golden/seeds.txt
    cargo run --release --quiet --example reconcile -- --json > tests/golden/seeds.json
    .ci/readme

# The picture in README, of the page of seeds/. Needs Chromium.
picture:
    cargo run --release --quiet -p testimonia-cli -- seeds -o target/page.html
    chromium --headless --no-sandbox --hide-scrollbars --window-size=1100,1240 --screenshot=docs/page.png "file://$PWD/target/page.html"
