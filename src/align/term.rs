//! Terms: the words that linking counts. Inflections share a term, as do figures and number words with the same value.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::align::background;
use crate::align::profile::NONE;
use crate::align::vector::{Vector, points, vector};
use crate::lexicon::calendar::{CalendarWord, calendar_word};
use crate::lexicon::{Lexicon, TableId};
use crate::text::{TokenKind, stem};

/// The term of a folded word: words with the same term count as the same when sentences are compared. Numbers with the same
/// value have the same term, whether in digits or words.
///
/// ```
/// use testimonia::align::term;
///
/// assert_eq!(term("ambassadors"), term("ambassador"));
/// assert_eq!(term("ten"), term("10"));
/// ```
pub fn term(folded: &str) -> Cow<'_, str> {
    match value(folded) {
        Some(value) => Cow::Owned(format!("#{value}")),
        None => stem(folded),
    }
}

/// What a word does in a sentence, one bit each.
pub(super) mod role {
    /// Has no content of its own.
    pub(crate) const STOP: u16 = 1;
    /// Negates what is next to it.
    pub(crate) const NEGATION: u16 = 1 << 1;
    /// Reports speech.
    pub(crate) const SPEECH: u16 = 1 << 2;
    /// Refers to somebody named before.
    pub(crate) const PRONOUN: u16 = 1 << 3;
    /// Places a sentence in the past: "ago", "earlier", "previous".
    pub(crate) const PAST: u16 = 1 << 4;
    /// Multiplies the number before it.
    pub(crate) const SCALE: u16 = 1 << 5;
    /// A month or a day of the week.
    pub(crate) const CALENDAR: u16 = 1 << 6;
}

/// A distinct folded word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its term.
    pub(super) term: u32,
    /// Its sound: the number of its [`skeleton`].
    pub(super) sound: u32,
    /// See [`role`].
    pub(super) roles: u16,
    /// The number it stands for, or NaN.
    pub(super) value: f64,
    /// How often it is capitalised within a sentence.
    pub(super) capitals: u32,
    /// How often it is in lower case.
    pub(super) lower: u32,
    /// How often it is capitalised where any word would be.
    pub(super) heads: u32,
}

/// In what ways a term can be similar to another.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    /// Its sound; its own number if its sound is uninformative.
    pub(super) sound: u32,
    /// The kind of event it stands for, or [`NONE`].
    pub(super) sense: u32,
    /// It has a vector in [`vector`].
    pub(super) directed: bool,
}

/// Words and terms, numbered in order of first appearance.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: FxHashMap<Box<str>, u32>,
    terms: FxHashMap<Box<str>, u32>,
    sounds: FxHashMap<String, u32>,
    senses: FxHashMap<Box<str>, u32>,
    pub(super) word: Vec<Word>,
    /// For each term, its idf in [`background`].
    pub(super) background: Vec<f32>,
    /// For each term, its vector in [`vector`].
    pub(super) vector: Vec<Vector>,
    /// For each term, its ways of being similar to others.
    pub(super) looks: Vec<Looks>,
    /// The name of each term.
    pub(super) name: Vec<Box<str>>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self {
            words: FxHashMap::default(),
            terms: FxHashMap::default(),
            sounds: FxHashMap::default(),
            senses: FxHashMap::default(),
            word: Vec::new(),
            background: Vec::new(),
            vector: Vec::new(),
            looks: Vec::new(),
            name: Vec::new(),
        }
    }

    /// The number of a folded word. One hash for a word seen before.
    pub(super) fn word(&mut self, folded: &str, kind: TokenKind, lexicon: &Lexicon) -> u32 {
        if let Some(&known) = self.words.get(folded) {
            return known;
        }
        let value = value(folded);
        let term = match value {
            Some(value) => self.term(&format!("#{value}")),
            None => self.term(&stem(folded)),
        };
        let sound = self.looks[term as usize].sound;
        let begins = lexicon.begins(folded);
        if begins.contains(TableId::Synonym) {
            if let Some(found) = lexicon.table(TableId::Synonym).get(folded, folded) {
                self.looks[term as usize].sense = self.number_of_sense(&found.entry.canonical);
            }
        }
        let mut roles = roles(folded, lexicon);
        let idf = self.background.get(term as usize).copied().unwrap_or_default();
        if value.is_none() && (idf < STOP_IDF || kind == TokenKind::Word && folded.len() < 2) {
            roles |= role::STOP;
        }
        let id = self.word.len() as u32;
        self.word.push(Word {
            term,
            sound,
            roles,
            value: value.unwrap_or(f64::NAN),
            capitals: 0,
            lower: 0,
            heads: 0,
        });
        self.words.insert(folded.into(), id);
        id
    }

    /// These numbers count down from the top, and are never those of terms.
    fn number_of_sound(&mut self, skeleton: String) -> u32 {
        let next = u32::MAX - 1 - self.sounds.len() as u32;
        *self.sounds.entry(skeleton).or_insert(next)
    }

    fn number_of_sense(&mut self, sense: &str) -> u32 {
        if let Some(&known) = self.senses.get(sense) {
            return known;
        }
        let next = self.senses.len() as u32;
        self.senses.insert(sense.into(), next);
        next
    }

    fn term(&mut self, term: &str) -> u32 {
        if let Some(&known) = self.terms.get(term) {
            return known;
        }
        let id = self.background.len() as u32;
        self.background.push(background_idf(term));
        self.vector.push(vector(term));
        let sound = match skeleton(term) {
            Some(skeleton) => self.number_of_sound(skeleton),
            None => id,
        };
        let directed = self.vector.last().is_some_and(points);
        self.looks.push(Looks { sound, sense: NONE, directed });
        self.name.push(term.into());
        self.terms.insert(term.into(), id);
        id
    }
}

/// A term with a lower idf is in at least one of twenty sentences, and says nothing about their topic.
const STOP_IDF: f32 = 3.0;

static BACKGROUND: LazyLock<FxHashMap<&'static str, f32>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for (level, terms) in background::LEVELS.iter().enumerate() {
        for term in terms.split(' ').filter(|t| !t.is_empty()) {
            table.insert(term, level as f32 * background::STEP);
        }
    }
    table
});

/// How rare a word is in news: ln(1 + N / n), where n of N sentences contain its [`term`]. `None` if too few contain it to be
/// counted.
///
/// ```
/// use testimonia::align::rarity;
///
/// assert!(rarity("overthrow") > rarity("say"));
/// assert_eq!(rarity("zyzzyvas"), None);
/// ```
pub fn rarity(folded: &str) -> Option<f32> {
    BACKGROUND.get(term(folded).as_ref()).copied()
}

/// ln(1 + N / df) of a term in news; the maximum if the table does not contain it.
pub(crate) fn background_idf(term: &str) -> f32 {
    BACKGROUND.get(term).copied().unwrap_or(background::RARE)
}

/// The consonants of a longer word, without typical differences between spellings of a name and typing errors: vowels after
/// the first letter, doubled letters, c and q for k, z for s. `None` for short words, too many of which would be the same.
fn skeleton(term: &str) -> Option<String> {
    if term.len() < 5 || !term.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let mut out = String::with_capacity(term.len());
    for (at, letter) in term.chars().enumerate() {
        let letter = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' if at > 0 => continue,
            'c' | 'q' => 'k',
            'z' => 's',
            other => other,
        };
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    (out.len() >= 3).then_some(out)
}

fn roles(folded: &str, lexicon: &Lexicon) -> u16 {
    let mut roles = 0;
    let mut set = |holds: bool, role: u16| roles |= if holds { role } else { 0 };
    let class = |table: TableId| Some(lexicon.table(table).get(folded, folded)?.entry.class.as_str());
    let stop = class(TableId::Stopword);
    set(stop.is_some(), role::STOP);
    set(class(TableId::Negation) == Some("forward") || folded.ends_with("n't"), role::NEGATION);
    set(lexicon.table(TableId::Speech).contains(folded), role::SPEECH);
    let points = matches!(folded, "this" | "that" | "these" | "those");
    set(points || stop == Some("pronoun"), role::PRONOUN);
    let calendar = calendar_word(folded);
    let before = matches!(calendar, Some(CalendarWord::Which(-1)));
    let before = before || matches!(folded, "ago" | "earlier" | "previously" | "once" | "former" | "since");
    set(before, role::PAST);
    set(scale(folded).is_some(), role::SCALE);
    set(matches!(calendar, Some(CalendarWord::Month(..) | CalendarWord::Weekday(..))), role::CALENDAR);
    roles
}

/// The number a word stands for: digits with commas and points, or a number word below one hundred.
pub(crate) fn value(folded: &str) -> Option<f64> {
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        if folded.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return folded.parse().ok();
        }
        if !folded.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) {
            return None;
        }
        return folded.replace(',', "").parse().ok();
    }
    const WORDS: &[(&str, f64)] = &[
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("eleven", 11.0),
        ("twelve", 12.0),
        ("thirteen", 13.0),
        ("fourteen", 14.0),
        ("fifteen", 15.0),
        ("sixteen", 16.0),
        ("seventeen", 17.0),
        ("eighteen", 18.0),
        ("nineteen", 19.0),
        ("twenty", 20.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("fifty", 50.0),
        ("sixty", 60.0),
        ("seventy", 70.0),
        ("eighty", 80.0),
        ("ninety", 90.0),
        ("dozen", 12.0),
    ];
    WORDS.iter().find(|(word, _)| *word == folded).map(|&(_, value)| value)
}

/// The factor by which a word multiplies the number before it.
pub(super) fn scale(folded: &str) -> Option<f64> {
    Some(match folded {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "m" | "mn" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}
