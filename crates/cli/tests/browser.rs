//! The page in a browser: it renders, logs nothing, requests nothing, its links have targets, and the keyboard reaches everything.
//!
//! Runs if Chromium is installed (Debian: `apt-get install chromium`), found by name or by the variable CHROMIUM, and otherwise
//! reports that it was skipped. It speaks the DevTools protocol over two named pipes, so that it needs no port.

#![cfg(unix)]

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crate::desk::{DAM_A, DAM_B, Desk};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(90);

/// A page in a browser, which exits when this is dropped.
struct Browser {
    child: Child,
    to: File,
    from: Receiver<Value>,
    session: Option<String>,
    sent: u64,
    /// Events that no call was waiting for.
    events: Vec<Value>,
}

impl Browser {
    /// Starts a browser, if one is installed.
    fn start(desk: &Desk) -> Option<Self> {
        let named = std::env::var("CHROMIUM").ok();
        let names = named.as_deref().into_iter().chain(["chromium", "chromium-browser", "google-chrome"]);
        let program = names.into_iter().find(|name| {
            let asked =
                Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
            asked.is_ok_and(|status| status.success())
        })?;
        let (to, from) = (desk.path("to"), desk.path("from"));
        assert!(Command::new("mkfifo").args([&to, &from]).status().unwrap().success());
        let flags = "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
                     --disable-background-networking --disable-component-update --disable-sync --disable-quic --remote-debugging-pipe --window-size=1280,900";
        let profile = desk.path("profile");
        let child = Command::new("sh")
            .arg("-c")
            .arg(format!("exec \"$0\" {flags} --user-data-dir=\"$1\" about:blank 3<\"$2\" 4>\"$3\""))
            .arg(program)
            .args([&profile, &to, &from])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The shell opens the pipes in this order, and waits for the other end of each.
        let to = File::options().write(true).open(to).unwrap();
        let answers = BufReader::new(File::open(from).unwrap());
        let (send, receive) = channel();
        std::thread::spawn(move || {
            for message in answers.split(0) {
                let Ok(message) = message else { break };
                if send.send(serde_json::from_slice(&message).unwrap()).is_err() {
                    break;
                }
            }
        });
        let mut browser = Self { child, to, from: receive, session: None, sent: 0, events: Vec::new() };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let target = target["targetId"].as_str().unwrap();
        let attached = browser.call("Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        browser.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        Some(browser)
    }

    #[track_caller]
    fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.sent += 1;
        let mut message = json!({"id": self.sent, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let answer = self.next();
            if answer["id"] == json!(self.sent) {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
            self.events.push(answer);
        }
    }

    #[track_caller]
    fn next(&mut self) -> Value {
        match self.from.recv_timeout(PATIENCE) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => panic!("the browser does not answer"),
            Err(RecvTimeoutError::Disconnected) => panic!("the browser is gone"),
        }
    }

    /// Opens a page and returns how long it took to load and to be laid out.
    fn open(&mut self, page: &Path) -> Duration {
        self.events.clear();
        let started = Instant::now();
        self.call("Page.navigate", json!({"url": format!("file://{}", page.display())}));
        while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
            let event = self.next();
            self.events.push(event);
        }
        // After two frames, everything has been painted.
        self.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
        started.elapsed()
    }

    /// The value of an expression on the page.
    #[track_caller]
    fn ask(&mut self, expression: &str) -> Value {
        let parameters = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.call("Runtime.evaluate", parameters);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    fn press_tab(&mut self) {
        let key = json!({"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9});
        for kind in ["rawKeyDown", "keyUp"] {
            let mut event = key.clone();
            event["type"] = json!(kind);
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// The addresses the page requested, and what it logged.
    fn heard(&self) -> (Vec<String>, Vec<String>) {
        let mut asked = Vec::new();
        let mut said = Vec::new();
        for event in &self.events {
            match event["method"].as_str() {
                Some("Network.requestWillBeSent") => {
                    asked.push(event["params"]["request"]["url"].as_str().unwrap_or_default().to_owned());
                }
                Some("Log.entryAdded" | "Runtime.consoleAPICalled" | "Runtime.exceptionThrown") => {
                    said.push(event.to_string());
                }
                _ => {}
            }
        }
        (asked, said)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The elements that the keyboard must reach: visible ones that lead somewhere or open, and each mention once.
const REACHABLE: &str = "[...document.querySelectorAll('a[href], summary')]\
    .filter(e => e.tabIndex >= 0 && !e.closest('.pop') && e.checkVisibility())";

#[test]
fn the_page_in_a_browser() {
    let desk = Desk::new("browser");
    let Some(mut browser) = Browser::start(&desk) else {
        eprintln!("skipped: no Chromium is installed");
        return;
    };
    let hostile = "“We heard <script>document.title = 'run'</script> \"'><img src=x onerror=alert(1)> and ran,” said A. Kande.";
    let lines = [
        json!({"id": "a<script>", "text": format!("{DAM_A} {hostile}"), "publisher": "\"><b>A"}),
        json!({"id": "b", "text": format!("{DAM_B} {hostile}\u{202e}\u{1b}[1m")}),
        json!({"id": "c", "text": format!("{DAM_A} {}", "long".repeat(60_000))}),
    ];
    desk.write("event.jsonl", lines.map(|line| format!("{line}\n")).concat());
    desk.prints(&["event.jsonl", "--min-confidence", "0", "-o", "page.html"]);
    let page = desk.path("page.html");

    // It renders, and makes no requests.
    browser.open(&page);
    assert_eq!(browser.ask("document.title"), "Reconciliation of 3 sources");
    assert_eq!(
        browser.ask("getComputedStyle(document.querySelector('.card')).borderLeftStyle"),
        "solid",
        "styled"
    );
    assert_eq!(browser.ask("document.querySelectorAll('script, img, b > img').length"), 0);
    let (asked, said) = browser.heard();
    assert_eq!(asked, [format!("file://{}", page.display())]);
    assert_eq!(said, Vec::<String>::new());

    // Each link leads to an element that exists and becomes visible when the link is followed.
    let lost = browser.ask(
        "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))\
         .filter(href => href[0] != '#' || !document.getElementById(href.slice(1)))",
    );
    assert_eq!(lost, json!([]));
    let seen = browser.ask(
        "(() => { const a = document.querySelector('.reading a'); a.click(); const at = document.querySelector(':target')\
         .getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; })()",
    );
    assert_eq!(seen, true);

    // The keyboard reaches everything in one round.
    browser.open(&page);
    let all = browser.ask(&format!("(window.left = new Set({REACHABLE})).size")).as_u64().unwrap();
    assert!(all > 30, "{all}");
    let mut pressed = 0;
    while browser.ask("left.size") != 0 {
        assert!(
            pressed < 40 * all,
            "never reached: {}",
            browser.ask("[...left].map(e => e.outerHTML).slice(0, 5)")
        );
        for _ in 0..20 {
            browser.press_tab();
            browser.ask("left.delete(document.activeElement)");
        }
        pressed += 20;
    }

    // Hovering over a mention, or focusing it, shows its counterparts.
    for (mark, note) in [(".m > a[id]", "nextElementSibling"), (".s > .k", "nextElementSibling")] {
        let shown = browser.ask(&format!(
            "(() => {{ const a = document.querySelector('{mark}'); const note = a.{note};\
             const display = () => getComputedStyle(note).display; document.activeElement.blur(); const before = display();\
             a.focus(); const at = note.getBoundingClientRect(); const whole = at.top >= 0 && at.bottom <= innerHeight;\
             return [before, display(), whole, note.querySelector('a') != null]; }})()"
        ));
        assert_eq!(shown, json!(["none", "block", true, true]), "{mark}");
    }

    // A screen reader finds the language, labels, headings in order, and text for the graphics.
    let unnamed = browser.ask(
        "[...document.querySelectorAll('a[href], summary, svg, section, article, nav')].filter(e => \
         !(e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.textContent.trim())).length",
    );
    assert_eq!(unnamed, 0);
    assert_eq!(browser.ask("document.documentElement.lang + document.querySelectorAll('h1').length"), "en1");
    let skipped = browser.ask(
        "(() => { let last = 0; return [...document.querySelectorAll('h1, h2, h3, h4')].some(h => { const level = +h.tagName[1];\
         const skips = level > last + 1; last = level; return skips; }); })()",
    );
    assert_eq!(skipped, false, "a level of headings is left out");

    // The gravest discrepancy is on the first screen, and no word in a table is broken, however narrow the window.
    for width in [1200, 800, 360] {
        let size = json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false});
        browser.call("Emulation.setDeviceMetricsOverride", size);
        let top =
            "document.querySelector('.points a').getBoundingClientRect().bottom + scrollY <= innerHeight";
        assert_eq!(browser.ask(top), true, "{width}: the gravest discrepancy is below the first screen");
        let broken = browser.ask(
            "(() => { const broken = []; for (const cell of document.querySelectorAll('th, td')) { \
             const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT); \
             for (let node; (node = walker.nextNode());) for (const word of node.data.matchAll(/[a-z]{4,14}/gi)) { \
             const range = document.createRange(); range.setStart(node, word.index); \
             range.setEnd(node, word.index + word[0].length); \
             if (new Set([...range.getClientRects()].map(r => r.top)).size > 1) broken.push(word[0]); } } return broken.join(' '); })()",
        );
        assert_eq!(broken, "", "{width}");
    }
    browser.call("Emulation.clearDeviceMetricsOverride", json!({}));

    // Two texts side by side: the first two, then those the reader chooses, with linked sentences level.
    let level = "(() => { const shown = (row, column) => [...row.children].find(e => e.checkVisibility() && \
         getComputedStyle(e).gridColumnStart == column); \
         const rows = [...document.querySelectorAll('.pair.eq')].map(row => [shown(row, 1), shown(row, 2)]).filter(([a, b]) => a && b); \
         return [rows.length > 0, rows.every(([a, b]) => a.getBoundingClientRect().top == b.getBoundingClientRect().top \
         && a.getBoundingClientRect().right <= b.getBoundingClientRect().left), \
         [...new Set([...document.querySelectorAll('.pair > div')].filter(e => e.checkVisibility()).map(e => e.className))].sort().join()]; })()";
    assert_eq!(browser.ask(level), json!([true, true, "p0,p1"]));
    browser.ask("document.querySelector('.l2').click()");
    assert_eq!(browser.ask(level), json!([true, true, "p1,p2"]));

    // Dark and light, narrow, and print.
    let ground = "getComputedStyle(document.body).backgroundColor";
    let light = browser.ask(ground);
    let dark = json!({"features": [{"name": "prefers-color-scheme", "value": "dark"}]});
    browser.call("Emulation.setEmulatedMedia", dark);
    assert_ne!(browser.ask(ground), light);
    browser.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    assert_eq!(browser.ask("getComputedStyle(document.querySelector('nav')).display"), "none");
    browser.call("Emulation.setEmulatedMedia", json!({"media": ""}));
    let narrow = json!({"width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": false});
    browser.call("Emulation.setDeviceMetricsOverride", narrow);
    assert_eq!(
        browser.ask("document.documentElement.scrollWidth <= innerWidth"),
        true,
        "a page too wide for a phone"
    );
}

#[test]
fn a_page_of_several_events_in_a_browser() {
    let desk = Desk::new("browser-events");
    let Some(mut browser) = Browser::start(&desk) else {
        eprintln!("skipped: no Chromium is installed");
        return;
    };
    let lines = ["one", "two"].map(|event| {
        let (a, b) = (
            json!({"id": "a", "event": event, "text": DAM_A}),
            json!({"id": "b", "event": event, "text": DAM_B}),
        );
        format!("{a}\n{b}\n")
    });
    desk.write("feed.jsonl", lines.concat());
    desk.prints(&["feed.jsonl", "-o", "page.html"]);
    browser.open(&desk.path("page.html"));
    let ids = "[...document.querySelectorAll('[id]')].map(e => e.id)";
    assert_eq!(browser.ask(&format!("{ids}.length == new Set({ids}).size && {ids}.length > 20")), true);
    let lost = "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))\
         .filter(href => href[0] != '#' || !document.getElementById(href.slice(1)))";
    assert_eq!(browser.ask(lost), json!([]));
    let of_event = "[...document.querySelectorAll('.event')].every(e => [...e.querySelectorAll('a[href]')]\
         .every(a => e.contains(document.querySelector(a.getAttribute('href')))))";
    assert_eq!(browser.ask(of_event), true, "no link leads to another event");
    assert_eq!(browser.ask("document.querySelectorAll('.event > h2').length"), 2);
    // A choice in one event does not affect the other.
    browser.ask("document.querySelector('.event .l1').click()");
    assert_eq!(
        browser.ask("[...document.querySelectorAll('.l0')].map(e => e.checked)"),
        json!([false, true])
    );
}

/// Limits of size and time, for any pages:
/// `PAGES=a.html,b.html cargo test -p testimonia-cli --test it pages_open_in_time -- --ignored`
#[test]
#[ignore = "measures pages that are named in PAGES"]
fn pages_open_in_time() {
    let desk = Desk::new("pages");
    let Some(mut browser) = Browser::start(&desk) else { return };
    for page in std::env::var("PAGES").unwrap_or_default().split(',').filter(|page| !page.is_empty()) {
        let bytes = std::fs::metadata(page).unwrap().len();
        browser.call("Performance.enable", json!({"timeDomain": "threadTicks"}));
        let took = browser.open(Path::new(page));
        let metrics = browser.call("Performance.getMetrics", json!({}));
        let metrics = metrics["metrics"].as_array().unwrap();
        let metric = |name: &str| metrics.iter().find(|m| m["name"] == name).unwrap()["value"].clone();
        let parts =
            ["Nodes", "LayoutDuration", "RecalcStyleDuration", "TaskDuration"].map(|n| (n, metric(n)));
        eprintln!("{parts:?}");
        let (asked, said) = browser.heard();
        eprintln!(
            "{page}: {bytes} bytes, {took:?}, {} requests, {} words on the console",
            asked.len(),
            said.len()
        );
        assert!(took < Duration::from_secs(3), "{page}: {took:?}");
    }
}
