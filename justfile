# Shortcuts. `just` runs all checks.

default: check

test:
    cargo test --workspace

check:
    bash .ci/run

# Rewrites tests/golden and the excerpts in README.
golden:
    cargo run --release --quiet --example reconcile > tests/golden/seeds.txt
    cargo run --release --quiet --example reconcile -- --json > tests/golden/seeds.json
    TESTIMONIA_RENEW=1 cargo test --quiet -p checks --test it golden::
    .ci/readme

# Takes the screenshot in README, of the page for seeds/. Needs Chromium.
picture:
    cargo run --release --quiet -p testimonia-cli -- seeds/*.txt -o target/page.html
    chromium --headless --no-sandbox --hide-scrollbars --window-size=1100,1240 --screenshot=docs/page.png "file://$PWD/target/page.html"
