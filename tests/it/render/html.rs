//! The page: strict markup, nothing external, every link has a target, every byte of every text is on it.

use std::time::{Duration, Instant};

use testimonia::{Reconciliation, Source, render};

use super::markup::{Event, ids, read};
use super::rules::{ELEMENTS, acts, is_tame};
use super::{dam, hostile, reconciled};

/// Nothing on the page loads, runs or leads out.
#[track_caller]
pub(super) fn is_inert(page: &str) -> Vec<Event> {
    assert!(page.starts_with("<!doctype html>\n"));
    is_tame(page);
    let events = read(page);
    for event in &events {
        let Event::Start { name, attributes, .. } = event else { continue };
        assert!(ELEMENTS.contains(&name.as_str()), "<{name}>");
        for (key, value) in attributes {
            assert!(!acts(key), "{key}");
            assert!(key != "href" || value.starts_with('#'), "leads out: {value}");
        }
    }
    events
}

/// In addition, everything on it leads to a place on it.
#[track_caller]
fn is_sound(page: &str) -> Vec<Event> {
    let events = is_inert(page);
    let ids = ids(&events, "id");
    for event in &events {
        let Event::Start { attributes, .. } = event else { continue };
        for (key, value) in attributes {
            if let Some(id) = value.strip_prefix('#').filter(|_| key == "href") {
                assert!(ids.contains(id), "leads nowhere: {value}");
            }
            if key == "aria-labelledby" {
                assert!(ids.contains(value), "labelled by nothing: {value}");
            }
        }
    }
    events
}

/// What a reader sees of the texts, without notes and marks.
fn shown(events: &[Event]) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let (mut depth, mut within, mut left_out): (usize, Option<usize>, Option<usize>) = (0, None, None);
    for event in events {
        match event {
            Event::Start { name, attributes, .. } => {
                if ["meta", "br", "input", "rect", "circle"].contains(&name.as_str()) {
                    continue;
                }
                depth += 1;
                let class = attributes.get("class").map(String::as_str);
                if class == Some("text") {
                    within = Some(depth);
                    texts.push(String::new());
                } else if within.is_some() && left_out.is_none() && matches!(class, Some("pop" | "k")) {
                    left_out = Some(depth);
                }
            }
            Event::End => {
                within = within.filter(|&d| d != depth);
                left_out = left_out.filter(|&d| d != depth);
                depth -= 1;
            }
            Event::Text(text) if within.is_some() && left_out.is_none() => {
                texts.last_mut().unwrap().push_str(text);
            }
            Event::Text(_) => {}
        }
    }
    texts
}

/// A text as the page should write it, independent of the code that does.
fn written(text: &str) -> String {
    let picture = |ch: char| match ch {
        '\t' | '\n' | '\r' => ch.to_string(),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(ch)).unwrap().to_string(),
        '\u{7f}' => "\u{2421}".to_owned(),
        '\u{80}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{61c}'
        | '\u{fffe}'
        | '\u{ffff}' => format!("[U+{:04X}]", u32::from(ch)),
        _ => ch.to_string(),
    };
    text.chars().map(picture).collect()
}

fn page(sources: &[Source]) -> (Reconciliation, String) {
    let reconciliation = reconciled(sources);
    let page = render::html(&reconciliation, sources);
    (reconciliation, page)
}

#[test]
fn every_mention_and_linked_sentence_leads_to_its_counterpart() {
    let sources = dam();
    let (reconciliation, page) = page(&sources);
    let events = is_sound(&page);
    let ids = ids(&events, "id");
    for record in &reconciliation.records {
        assert!(ids.contains(record.id.as_str()), "{record}");
    }
    for claim in &reconciliation.claims {
        assert!(ids.contains(claim.id.as_str()));
        assert!(page.contains(&format!("class=\"k\" href=\"#{}\"", claim.id)));
    }
    for part in [
        "<b>Kiari</b> Moussa",
        "<b>Chiari</b> Moussa",
        "<b>12</b> people",
        ">12 people</a><span class=\"pop\" role=\"note\"><span class=\"row\"><i>quantity, conflict</i> elsewhere “<bdi>14 people",
        "<p>The sources differ on 3 points:</p>",
        "people killed: 12 / 14</bdi></h3>",
        "class=\"matrix\" role=\"img\"",
        "<td><bdi>The One</bdi></td><td>2024-05-08</td>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn every_character_of_every_text_is_on_the_page() {
    for mut sources in [dam(), hostile()] {
        let (_, page) = page(&sources);
        let shown = shown(&is_sound(&page));
        sources.sort_by(|a, b| a.id().cmp(b.id()));
        let texts: Vec<String> = sources.iter().map(|source| written(source.text())).collect();
        assert_eq!(shown, texts);
    }
}

#[test]
fn the_content_of_sources_stays_text() {
    let sources = hostile();
    let (reconciliation, page) = page(&sources);
    is_sound(&page);
    assert!(
        reconciliation.records.iter().any(|r| r.to_string().contains("alert(1)")),
        "it reaches the records"
    );
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn the_policy_allows_the_style_of_the_page_and_nothing_else() {
    let (_, page) = page(&dam());
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let hash = base64(&sha256(style.as_bytes()));
    let policy =
        format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert!(page.contains(&format!("content=\"{policy}\"")), "STYLE_HASH is to be sha256-{hash}");
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn a_line_of_a_megabyte_is_one_line() {
    let words = if cfg!(debug_assertions) { 25_000 } else { 250_000 };
    let long = format!("The dam at Tillia broke on Monday, killing 12 people and {}.", "a<b ".repeat(words));
    let sources = [Source::new("long", long), dam().remove(0)];
    let started = Instant::now();
    let (_, page) = page(&sources);
    is_sound(&page);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}

#[test]
fn a_text_that_is_not_given_is_left_out() {
    let sources = dam();
    let reconciliation = reconciled(&sources);
    for given in [&sources[..1], &[]] {
        assert_eq!(shown(&is_sound(&render::html(&reconciliation, given))).len(), given.len());
    }
}

#[test]
fn sources_with_nothing_in_common_make_a_page_too() {
    let sources = [Source::new("a", "It rained."), Source::new("b", "")];
    let (_, page) = page(&sources);
    is_sound(&page);
    assert!(page.contains("None was found, which does not prove that there is none."));
}

#[test]
fn many_sources_fit_on_the_page() {
    let mut sources = dam();
    sources.extend((0..90).map(|n| Source::new(format!("s{n}"), dam()[n % 2].text())));
    let (_, page) = page(&sources);
    is_sound(&page);
    assert!(page.contains("the first 60 of 92 sources"));
}

/// SHA-256 (FIPS 180-4), so that the policy is checked by an implementation that did not make it.
fn sha256(bytes: &[u8]) -> [u8; 32] {
    // The first 32 bits of the fractional parts of the cube and square roots of the first primes.
    let primes = (2_u32..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
    let primes: Vec<u32> = primes.take(64).collect();
    let root = |n: u32, power: u32| -> u32 {
        // The largest r with r^power <= n * 2^(32 * power), without its integer part.
        let (mut low, mut high) = (0_u128, 1_u128 << 37);
        let target = |r: u128| -> bool {
            let n = u128::from(n);
            match power {
                2 => r * r <= n << 64,
                // r^3 <= n * 2^96, divided so that everything fits in 128 bits.
                _ => {
                    let square = r * r;
                    let (whole, rest) = (square >> 64, square & ((1 << 64) - 1));
                    whole * r + ((rest * r) >> 64) < n << 32
                }
            }
        };
        while high - low > 1 {
            let middle = (low + high) / 2;
            if target(middle) { low = middle } else { high = middle }
        }
        (low & 0xffff_ffff) as u32
    };
    let k: Vec<u32> = primes.iter().map(|&p| root(p, 3)).collect();
    let mut h: Vec<u32> = primes.iter().take(8).map(|&p| root(p, 2)).collect();
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((bytes.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks(64) {
        let mut w: Vec<u32> = block.chunks(4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]])).collect();
        for i in 16..64 {
            let s0 = w[i - 15].rotate_right(7) ^ w[i - 15].rotate_right(18) ^ (w[i - 15] >> 3);
            let s1 = w[i - 2].rotate_right(17) ^ w[i - 2].rotate_right(19) ^ (w[i - 2] >> 10);
            w.push(w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1));
        }
        let mut v = h.clone();
        for i in 0..64 {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choice = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let one = v[7].wrapping_add(s1).wrapping_add(choice).wrapping_add(k[i]).wrapping_add(w[i]);
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let two = s0.wrapping_add((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            v = vec![one.wrapping_add(two), v[0], v[1], v[2], v[3].wrapping_add(one), v[4], v[5], v[6]];
        }
        for (h, v) in h.iter_mut().zip(v) {
            *h = h.wrapping_add(v);
        }
    }
    let mut out = [0; 32];
    for (slot, byte) in out.iter_mut().zip(h.iter().flat_map(|word| word.to_be_bytes())) {
        *slot = byte;
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, &b| bits << 8 | u32::from(b)) << (8 * (3 - three.len()));
        for n in 0..4 {
            let sign = if n <= three.len() { LETTERS[(bits >> (18 - 6 * n) & 63) as usize] } else { b'=' };
            out.push(sign.into());
        }
    }
    out
}

#[test]
fn the_hash_is_that_of_the_standard() {
    assert_eq!(base64(&sha256(b"abc")), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

#[test]
fn the_page_opens_with_the_discrepancies_gravest_first() {
    let sources = dam();
    let (reconciliation, page) = page(&sources);
    let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part}: {page}"));
    let toll = reconciliation.discrepancies().find(|r| r.readings[0].words() == "12 people").unwrap();
    let name = reconciliation.discrepancies().find(|r| r.readings[0].words() == "Kiari Moussa").unwrap();
    let (first, second) =
        (at(&format!("<li><a href=\"#{}\">", toll.id)), at(&format!("<li><a href=\"#{}\">", name.id)));
    let (card, other) = (
        at(&format!("<article class=\"card conflict\" id=\"{}\"", toll.id)),
        at(&format!("id=\"{}\"", name.id)),
    );
    assert!(first < second && second < card && card < other);
    assert!(other < at("<caption>Sources</caption>") && other < at("class=\"matrix\""));
}
