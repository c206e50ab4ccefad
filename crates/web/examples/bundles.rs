//! Prints requests with the answers of native code, one pair per line. WebAssembly must give the same answers.
//!
//!     cargo run --example bundles            seeds/ and twenty invented events
//!     cargo run --example bundles -- 20      one invented event of so many long sources, as JSON Lines
//!
//! The events are made from templates by a generator with a fixed seed and are the same on every machine.

use std::error::Error;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde_json::{Value, json};
use testimonia_web::Session;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    if let Some(sources) = std::env::args().nth(1) {
        for source in event(7, sources.parse()?, 30) {
            writeln!(out, "{source}")?;
        }
        return Ok(out.flush()?);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let seeds = files.iter().map(|file| {
        let id = file.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(json!({ "id": id, "text": fs::read_to_string(file)? }))
    });
    let mut events = vec![seeds.collect::<Result<Vec<Value>, std::io::Error>>()?];
    events.extend((0..20).map(|n| event(n, 2 + n as usize % 5, 5)));
    for sources in events {
        // A new session for each: earlier requests must not matter.
        let mut session = Session::default();
        for request in [
            json!({ "do": "reconcile", "sources": sources }),
            json!({ "do": "show", "format": "json" }),
            json!({ "do": "show", "format": "html" }),
            json!({ "do": "reconcile", "sources": sources, "least": 0.2 }),
            json!({ "do": "show", "format": "json" }),
        ] {
            let request = request.to_string();
            writeln!(out, "{}", json!({ "answer": session.run(&request), "request": request }))?;
        }
    }
    Ok(out.flush()?)
}

/// A pseudorandom generator (Steele, Lea and Flood 2014, SplitMix64).
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % many as u64) as usize
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

const PLACES: &[&str] = &["Tillia", "Korba", "Zoumbodo", "Port Maren", "Lower Halden"];
const THINGS: &[&str] = &["dam", "bridge", "ferry terminal", "grain store", "railway tunnel"];
const NAMES: &[[&str; 2]] = &[
    ["Kiari Moussa", "Chiari Moussa"],
    ["Aisha Kande", "Aïcha Kandé"],
    ["Yusuf Halvorsen", "Yousef Halvorsen"],
    ["Abdourahman Sela", "Abdurrahman Sela"],
];
const OFFICES: &[&str] = &["mayor", "governor", "police chief", "head of the rescue service"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday"];
const SPEECH: &[[&str; 2]] = &[
    ["We heard a roar and ran", "We heard a noise and ran"],
    ["Nobody had warned us of anything", "Nobody warned us of anything at all"],
    ["This must never happen again", "This should never happen again"],
];
const FILLERS: &[&str] = &[
    "Engineers had warned of cracks in the spring.",
    "The road to the town is closed until further notice.",
    "Families waited outside the school for news.",
    "The ministry has promised an inquiry within a month.",
    "Heavy rain hampered the search during the night.",
    "The army sent two helicopters and a field kitchen.",
    "Shops stayed closed and flags flew at half-mast.",
];

const WHO: &[&str] = &[
    "rescue workers",
    "volunteers from nearby villages",
    "soldiers",
    "the Red Cross",
    "a team of divers",
    "local farmers",
];
const DID: &[&str] = &["pulled", "carried", "brought", "counted", "registered", "treated"];
const WHAT: &[&str] =
    &["survivors", "bodies", "children", "homeless families", "injured workers", "stranded drivers"];
const WHERE: &[&str] = &[
    "from the rubble",
    "at the school",
    "near the market",
    "in the lower town",
    "on the southern bank",
    "at a field hospital",
];

/// Reports of one invented event, of about this many sentences, which differ in tolls, names, days and wording.
fn event(start: u64, sources: usize, sentences: usize) -> Vec<Value> {
    let mut drawn = Drawn(start);
    let (place, thing) = (drawn.of(PLACES), drawn.of(THINGS));
    let (name, office) = (NAMES[drawn.below(NAMES.len())], drawn.of(OFFICES));
    let (speech, day) = (SPEECH[drawn.below(SPEECH.len())], drawn.below(DAYS.len()));
    let dead = 3 + drawn.below(40);
    let cost = 1 + drawn.below(9);
    (0..sources)
        .map(|n| {
            let toll = dead + [0, 0, 0, 2, 5][drawn.below(5)];
            let bound = drawn.of(&["", "", "at least ", "more than ", "about "]);
            let hurt = toll * 2 + drawn.below(3);
            let name = name[drawn.below(4) / 3];
            let speech = speech[drawn.below(3) / 2];
            let day = DAYS[(day + drawn.below(6) / 5) % DAYS.len()];
            let mut text = match drawn.below(3) {
                0 => format!("The {thing} at {place} collapsed on {day}, killing {bound}{toll} people, officials said."),
                1 => format!("{}{toll} people were killed when the {thing} at {place} collapsed on {day}.", capital(bound)),
                _ => format!("A {thing} in {place} gave way on {day}, leaving {bound}{toll} people dead and {hurt} injured."),
            };
            for part in 0..sentences + drawn.below(4) {
                text += &match part {
                    0 => format!(" “{speech},” said {name}, the {office} of {place}."),
                    1 => format!(" {name} put the damage at ${cost}.{} million.", drawn.below(10)),
                    2 => format!("\n\n{hurt} people were taken to hospital, {} of them children.", toll / 2),
                    3..8 => format!(" {}", drawn.of(FILLERS)),
                    _ => {
                        let (who, did, what, place) = (drawn.of(WHO), drawn.of(DID), drawn.of(WHAT), drawn.of(WHERE));
                        let gap = if part % 4 == 0 { "\n\n" } else { " " };
                        format!("{gap}By {} evening {who} had {did} {} {what} {place}.", drawn.of(DAYS), 2 + drawn.below(60))
                    }
                };
            }
            let date = format!("2024-05-{:02}", 6 + drawn.below(3));
            json!({ "id": format!("report-{n:02}"), "text": text, "published": if drawn.below(2) == 0 { "" } else { &date } })
        })
        .collect()
}

fn capital(bound: &str) -> String {
    let mut letters = bound.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
