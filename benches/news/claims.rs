//! Claims of five sentences: five sources report each sentence in different words, and vary numbers, names, days and quotations
//! as real sources do.

use testimonia::Source;

use super::{Random, TELLERS, retold, sentence, written};

const ROLES: &[&str] =
    &["mayor", "governor", "minister", "spokesman", "lawyer", "director", "judge", "colonel"];
const ACTS: &[&[&str]] = &[
    &["closed", "shut", "closed down"],
    &["attacked", "raided", "stormed"],
    &["bought", "acquired", "purchased"],
    &["began", "started", "launched"],
    &["rejected", "refused", "turned down"],
    &["destroyed", "wrecked", "demolished"],
    &["inspected", "examined", "searched"],
    &["repaired", "rebuilt", "restored"],
    &["evacuated", "cleared", "emptied"],
    &["approved", "backed", "endorsed"],
];
const THINGS: &[&str] = &[
    "bridge",
    "school",
    "hospital",
    "market",
    "factory",
    "harbour",
    "airport",
    "prison",
    "museum",
    "dam",
    "mine",
    "stadium",
    "church",
    "warehouse",
    "station",
    "library",
    "hotel",
    "refinery",
    "pipeline",
    "court",
];
const SORTS: &[&str] = &[
    "old",
    "new",
    "northern",
    "abandoned",
    "crowded",
    "private",
    "flooded",
    "wooden",
    "famous",
    "regional",
    "damaged",
    "empty",
    "small",
    "central",
    "guarded",
    "unfinished",
];
const HARMS: &[&[&str]] = &[
    &["killed", "killing"],
    &["injured", "injuring"],
    &["displaced", "displacing"],
    &["trapped", "trapping"],
    &["arrested", "arresting"],
];
const PEOPLE: &[&str] =
    &["people", "workers", "soldiers", "children", "passengers", "miners", "villagers", "protesters"];
const CAUSES: &[&[&str]] = &[
    &["a fire", "a blaze"],
    &["a flood", "floods"],
    &["an explosion", "a blast"],
    &["a strike by guards", "a walkout by guards"],
    &["a quarrel over pay", "a dispute over wages"],
    &["heavy rain", "a storm"],
    &["a warning from engineers", "an alarm by engineers"],
];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] = &["January", "March", "April", "June", "July", "September", "October", "December"];
const VOICES: &[&str] =
    &["officials said", "police said", "according to the ministry", "witnesses told reporters"];
const SPEECH: &[&str] = &[
    "we", "will", "never", "again", "let", "this", "happen", "to", "our", "people", "nobody", "was",
    "warned", "in", "time", "it", "is", "a", "dark", "day", "for", "the", "valley", "help", "must", "come",
    "before", "winter",
];

/// Sentences of one story.
const PER_STORY: usize = 25;

/// What actually happened, before any source reports it.
struct Fact {
    role: &'static str,
    name: (String, String),
    act: usize,
    sort: &'static str,
    /// A made-up word, like "copper" in "the copper mine".
    kind: String,
    thing: &'static str,
    place: String,
    harm: usize,
    number: usize,
    people: String,
    cause: usize,
    /// The place it came from, in made-up words.
    origin: (String, String),
    day: usize,
    date: Option<(usize, &'static str)>,
    quote: Option<Vec<&'static str>>,
}

fn name(random: &mut Random) -> String {
    let mut name = Random::word(100_000 + random.below(40_000));
    name[..1].make_ascii_uppercase();
    name
}

fn fact(random: &mut Random) -> Fact {
    Fact {
        role: random.pick(ROLES),
        name: (name(random), name(random)),
        act: random.below(ACTS.len()),
        sort: random.pick(SORTS),
        kind: Random::word(random.below(20_000)),
        thing: random.pick(THINGS),
        place: name(random),
        harm: random.below(HARMS.len()),
        number: 2 + random.below(600),
        people: format!("{} {}", Random::word(random.below(20_000)), random.pick(PEOPLE)),
        cause: random.below(CAUSES.len()),
        origin: (Random::word(random.below(20_000)), Random::word(random.below(20_000))),
        day: random.below(DAYS.len()),
        date: random.one_in(3).then(|| (1 + random.below(28), random.pick(MONTHS))),
        quote: random.one_in(4).then(|| (0..6 + random.below(8)).map(|_| random.pick(SPEECH)).collect()),
    }
}

/// A name without its last letter, or with two letters swapped.
fn misspelt(random: &mut Random, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + random.below(letters.len() - 2);
    match random.one_in(2) {
        true => letters.truncate(letters.len() - 1),
        false => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

/// The fact as one source reports it.
fn told(random: &mut Random, fact: &Fact) -> String {
    let surname = match random.one_in(20) {
        true => misspelt(random, &fact.name.1),
        false => fact.name.1.clone(),
    };
    let who = match random.below(4) {
        0 => format!("{} {} {surname}", fact.role, fact.name.0),
        1 => format!("{} {surname}", fact.name.0),
        2 => format!("{} {surname}, the {} of {},", fact.name.0, fact.role, fact.place),
        _ => format!("{} {surname}", fact.role),
    };
    let act = random.pick(ACTS[fact.act]);
    let sort = if random.one_in(3) { String::new() } else { format!("{} ", fact.sort) };
    let denial = if random.one_in(30) { "never " } else { "" };
    let number = match random.below(12) {
        0 => format!("about {}", (fact.number + 5) / 10 * 10),
        1 => format!("at least {}", fact.number.saturating_sub(random.below(4)).max(2)),
        2 => format!("{}", fact.number + 1 + random.below(40)),
        _ => fact.number.to_string(),
    };
    let day = if random.one_in(15) { (fact.day + 1) % DAYS.len() } else { fact.day };
    let when = match fact.date {
        Some((day, month)) if random.one_in(2) => format!("on {day} {month}"),
        _ => format!("on {}", DAYS[day]),
    };
    let cause = match random.below(4) {
        0 => String::new(),
        1 => format!(" after {}", random.pick(CAUSES[fact.cause])),
        _ => format!(" after {} at the {} {}", random.pick(CAUSES[fact.cause]), fact.origin.0, fact.origin.1),
    };
    let harm = match random.below(3) {
        0 => format!(", {} {number} {}", HARMS[fact.harm][1], fact.people),
        1 => format!(" and {number} {} were {}", fact.people, HARMS[fact.harm][0]),
        _ => format!(", where {number} {} were {}", fact.people, HARMS[fact.harm][0]),
    };
    let core =
        format!("{who} {denial}{act} the {sort}{} {} in {}{cause}{harm}", fact.kind, fact.thing, fact.place);
    let mut text = match random.below(3) {
        0 => format!("{when} {core}"),
        _ => format!("{core} {when}"),
    };
    if let Some(words) = &fact.quote {
        let from = if random.one_in(4) { random.below(words.len() / 2) } else { 0 };
        text += &format!(", saying \"{}\"", words[from..].join(" "));
    } else if random.one_in(3) {
        text += &format!(", {}", random.pick(VOICES));
    }
    text[..1].make_ascii_uppercase();
    text + ". "
}

/// Five sources that report the same facts, one sentence per fact, each source in its own order. Gives `facts` claims of five
/// sentences, each with a name, a count and a date.
pub(crate) fn of_facts(facts: usize, seed: u64) -> Vec<Source> {
    let mut random = Random(seed);
    let facts: Vec<Fact> = (0..facts).map(|_| fact(&mut random)).collect();
    sources(&mut random, &facts, told)
}

/// The same with sentences like those of [`super::sources`]: words dropped, replaced and swapped.
pub(crate) fn of_words(sentences: usize, seed: u64) -> Vec<Source> {
    let mut random = Random(seed);
    let mut all = Vec::new();
    while all.len() < sentences {
        let topic: Vec<usize> = (0..30).map(|_| 200 + random.rank(20_000)).collect();
        all.extend((0..PER_STORY.min(sentences - all.len())).map(|_| sentence(&mut random, &topic)));
    }
    sources(&mut random, &all, |random, words| {
        let words = retold(random, words);
        written(random, &words)
    })
}

fn sources<T>(random: &mut Random, facts: &[T], tell: impl Fn(&mut Random, &T) -> String) -> Vec<Source> {
    let source = |teller| {
        // Reports differ in order, but begin with the gravest facts.
        let mut order: Vec<usize> = (0..facts.len()).collect();
        for at in 1..order.len() {
            order.swap(at, at - random.below(at.min(8)));
        }
        let text: String = order.iter().map(|&at| tell(random, &facts[at])).collect();
        Source::new(format!("teller-{teller}"), text)
    };
    (0..TELLERS).map(source).collect()
}
