//! Generated news: stories reported by five sources each, in sentences of made-up words whose lengths and repetitions resemble
//! those of real ones. The same seed gives the same bytes everywhere.

#![allow(clippy::expect_used, reason = "a bench without its texts should stop")]

use testimonia::Source;

pub(crate) mod claims;

/// How many sources report one story.
const TELLERS: usize = 5;

/// SplitMix64 (Steele, Lea and Flood 2014): good enough for text.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    /// A made-up word; its rank determines its syllables, so that equal ranks give equal words.
    fn word(rank: usize) -> String {
        const ONSETS: &[&str] =
            &["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "ch"];
        const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ea", "ou", "ai"];
        let mut syllables = Random(rank as u64);
        let length = 2 + syllables.below(2);
        (0..length).map(|_| format!("{}{}", syllables.pick(ONSETS), syllables.pick(VOWELS))).collect()
    }

    /// A random rank, distributed as the words of a natural language are.
    #[allow(clippy::disallowed_methods, reason = "made-up words may differ between platforms")]
    fn rank(&mut self, words: usize) -> usize {
        let u = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        ((words as f64).powf(u) as usize).min(words - 1)
    }
}

const SMALL: &[&str] =
    &["the", "of", "in", "to", "and", "a", "on", "for", "with", "that", "was", "by", "from", "had"];
const SAID: &[&str] = &["officials said", "police said", "the ministry said", "witnesses told reporters"];

fn sentence(random: &mut Random, topic: &[usize]) -> Vec<String> {
    let length = 10 + random.below(16);
    let word = |random: &mut Random| match random.below(10) {
        0..4 => random.pick(SMALL).to_owned(),
        4 => Random::word(topic[random.below(topic.len())]),
        5 if random.one_in(2) => format!("{}", 2 + random.below(400)),
        6 => {
            let mut name = Random::word(50_000 + topic[random.below(topic.len())]);
            name[..1].make_ascii_uppercase();
            name
        }
        _ => Random::word(random.rank(20_000)),
    };
    (0..length).map(|_| word(random)).collect()
}

/// The sentence as another source reports it: with words dropped, replaced and swapped.
fn retold(random: &mut Random, words: &[String]) -> Vec<String> {
    let mut told: Vec<String> = words.iter().filter(|_| !random.one_in(8)).cloned().collect();
    for word in &mut told {
        if random.one_in(10) {
            *word = Random::word(random.rank(20_000));
        }
    }
    if told.len() > 3 {
        let at = random.below(told.len() - 1);
        told.swap(at, at + 1);
    }
    told
}

fn written(random: &mut Random, words: &[String]) -> String {
    let mut text = words.join(" ");
    if random.one_in(4) {
        text = format!("{text}, {}", random.pick(SAID));
    }
    text[..1].make_ascii_uppercase();
    text + ". "
}

/// About `sentences` sentences, in sources of about 25, five sources to a story; about half of a story's sentences are reported by
/// two or more sources.
pub(crate) fn sources(sentences: usize, seed: u64) -> Vec<Source> {
    let mut random = Random(seed);
    let stories = sentences.div_ceil(TELLERS * 25).max(1);
    let each = sentences.div_ceil(stories * TELLERS).max(1);
    let mut out = Vec::new();
    for story in 0..stories {
        let topic: Vec<usize> = (0..30).map(|_| 200 + random.rank(20_000)).collect();
        let shared: Vec<Vec<String>> = (0..each * 2).map(|_| sentence(&mut random, &topic)).collect();
        for teller in 0..TELLERS {
            let mut text = String::new();
            for _ in 0..each {
                let words = if random.one_in(3) {
                    sentence(&mut random, &topic)
                } else {
                    let from = random.below(shared.len());
                    retold(&mut random, &shared[from])
                };
                text += &written(&mut random, &words);
            }
            out.push(Source::new(format!("{story:05}-{teller}"), text));
        }
    }
    out
}

/// The five reports in seeds/.
pub(crate) fn seeds() -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("seeds/").map(|e| e.expect("an entry").path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let source = |f: &std::path::PathBuf| {
        Source::new(f.display().to_string(), std::fs::read_to_string(f).expect("a text"))
    };
    files.iter().map(source).collect()
}
