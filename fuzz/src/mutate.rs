//! Mutations that keep an input readable: of words and sentences in texts, of values in JSON. Mutations of bytes alone seldom leave a
//! number, a name or a quotation standing that can be compared with another.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use crate::BETWEEN;
use crate::corpus::inputs;

/// The same numbers from the same seed on every run (xorshift).
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// Starts from a seed; any will do.
    pub fn new(seed: u32) -> Self {
        // Seeds that follow one another must not begin with the same numbers.
        Self((u64::from(seed) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A number below `end`, or 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 32) % end.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}

/// What is put into an input: words and sentences of the whole corpus.
struct Stock {
    words: Vec<String>,
    sentences: Vec<String>,
}

static STOCK: LazyLock<Stock> = LazyLock::new(|| {
    let (mut words, mut sentences) = (BTreeSet::new(), BTreeSet::new());
    for target in ["text", "files", "settings"] {
        for input in inputs(target) {
            let text = String::from_utf8_lossy(&input).into_owned();
            words.extend(text.split_whitespace().filter(|word| word.len() < 40).map(str::to_owned));
            sentences.extend(split(&text).into_iter().filter(|s| s.len() < 300).map(str::to_owned));
        }
    }
    Stock { words: words.into_iter().collect(), sentences: sentences.into_iter().collect() }
});

/// One mutation of an input for a target, no longer than `most`.
pub fn mutate(target: &str, data: &[u8], most: usize, random: &mut Random) -> Vec<u8> {
    let json = if target == "json" { value(data, random) } else { None };
    let mut made = json.unwrap_or_else(|| told(data, random));
    made.truncate(most);
    made
}

/// Changes words and sentences. The parts of an input borrow from each other, so that they tell of the same event.
fn told(data: &[u8], random: &mut Random) -> Vec<u8> {
    let text = String::from_utf8_lossy(data);
    let mut parts: Vec<Vec<String>> =
        text.split(BETWEEN).map(|part| split(part).into_iter().map(str::to_owned).collect()).collect();
    for _ in 0..=random.below(3) {
        let (from, to) = (random.below(parts.len()), random.below(parts.len()));
        let borrowed = random.of(&parts[from]).cloned();
        let fresh = random.of(&STOCK.sentences).cloned();
        let room = parts.len() < 5;
        let part = &mut parts[to];
        let at = random.below(part.len());
        match random.below(8) {
            0 => part.extend(fresh),
            1 => part.extend(borrowed.map(|sentence| reworded(&sentence, random))),
            2 if part.len() > 1 => drop(part.remove(at)),
            3 if part.len() > 1 => part.swap(0, at),
            4 if room => parts.push(borrowed.into_iter().collect()),
            _ => {
                if let Some(sentence) = part.get_mut(at) {
                    *sentence = reworded(sentence, random);
                }
            }
        }
    }
    let parts: Vec<String> = parts.into_iter().map(|part| part.concat()).collect();
    parts.join(&BETWEEN.to_string()).into_bytes()
}

/// Sentences, roughly, each with the white space after it.
fn split(part: &str) -> Vec<&str> {
    let mut sentences: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, _) in part.match_indices(['.', '!', '?', '\n']) {
        let end = part[at + 1..].find(|c: char| !c.is_whitespace()).map_or(part.len(), |n| at + 1 + n);
        if end > at + 1 && start < end {
            sentences.push(&part[start..end]);
            start = end;
        }
    }
    sentences.extend(part.get(start..).filter(|rest| !rest.is_empty()));
    sentences
}

/// A sentence with one or two words changed.
fn reworded(sentence: &str, random: &mut Random) -> String {
    let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
    for _ in 0..=random.below(2) {
        let at = random.below(words.len());
        let other = random.below(words.len());
        let fresh = random.of(&STOCK.words).cloned().unwrap_or_default();
        match random.below(9) {
            0 => words.insert(at, fresh),
            1 | 2 => words[at] = fresh,
            3 if words.len() > 1 => drop(words.remove(at)),
            4 => words.swap(at, other),
            5 => words[at] = words[at].chars().map(|c| digit(c, random)).collect(),
            6 => words[at] = (random.below(3000)).to_string(),
            7 => {
                let (open, close) =
                    [("“", "”"), ("\"", "\""), ("‘", "’"), ("(", ")"), ("—", "—"), (", ", ",")]
                        [random.below(6)];
                words[at].insert_str(0, open);
                words[at.max(other)].push_str(close);
            }
            _ => words[at] = slipped(&words[at], random),
        }
    }
    words.join(" ")
}

fn digit(c: char, random: &mut Random) -> char {
    if c.is_ascii_digit() { char::from(b'0' + random.below(10) as u8) } else { c }
}

/// A word in another case, or with a letter left out, doubled or changed for another.
fn slipped(word: &str, random: &mut Random) -> String {
    let letters: Vec<char> = word.chars().collect();
    let at = random.below(letters.len());
    let kind = random.below(5);
    let mut out = String::new();
    for (n, &letter) in letters.iter().enumerate() {
        match kind {
            0 => out.extend(letter.to_uppercase()),
            1 if n == 0 => out.extend(letter.to_uppercase()),
            2 if n == at => {}
            3 if n == at => out.extend([letter, letter]),
            4 if n == at => out.push(['e', 'é', 'i', 'y', 's', '\u{301}', '-', '’'][random.below(8)]),
            _ => out.push(letter),
        }
    }
    out
}

/// Moves, doubles, removes or changes values of a JSON document. None if the input is not JSON.
fn value(data: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut whole: Value = serde_json::from_slice(data).ok()?;
    for _ in 0..=random.below(3) {
        let size = count(&whole);
        let taken = nth(&mut whole, &mut random.below(size)).cloned()?;
        let (place, kind) = (random.below(size), random.below(8));
        let at = nth(&mut whole, &mut { place })?;
        match (kind, at) {
            (0, at) => *at = Value::Null,
            (1, Value::Array(items)) if !items.is_empty() => {
                let item = items[random.below(items.len())].clone();
                items.push(item);
            }
            (2, Value::Array(items)) if !items.is_empty() => drop(items.remove(random.below(items.len()))),
            (3, Value::Array(items)) => items.reverse(),
            (1..=3, Value::Object(fields)) => {
                if let Some(key) = fields.keys().nth(random.below(fields.len())).cloned() {
                    fields.remove(&key);
                }
            }
            (1..=5, Value::Number(number)) => {
                let old = number.as_u64().unwrap_or_default();
                let new = [
                    0,
                    1,
                    old.wrapping_add(1),
                    old.wrapping_sub(1),
                    old.wrapping_mul(2),
                    u64::MAX,
                    1 << 32,
                    12,
                ];
                *number = new[random.below(8)].into();
            }
            (1..=5, Value::String(text)) => *text = reworded(text, random),
            (_, at) => *at = taken,
        }
    }
    serde_json::to_vec(&whole).ok()
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// The value that comes `n`-th in the order of the document.
fn nth<'a>(value: &'a mut Value, n: &mut usize) -> Option<&'a mut Value> {
    if *n == 0 {
        return Some(value);
    }
    *n -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| nth(item, n)),
        Value::Object(fields) => fields.values_mut().find_map(|item| nth(item, n)),
        _ => None,
    }
}
