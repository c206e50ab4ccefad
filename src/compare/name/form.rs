//! The parts of a name: its folded words, and what each of them is.

use crate::compare::name::distance::LONGEST;
use crate::compare::name::script::{code, latin};
use crate::fold::fold_into;
use crate::lexicon::{Lexicon, TableId, TableSet, key};
use crate::mention::NameKind;

/// The most words of a name that are compared; the rest are ignored.
pub(super) const MOST_PARTS: usize = 12;

/// What a word of a name is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// A distinctive word.
    #[default]
    Word,
    /// "al", "bin", "von", "the", "of": optional in a name.
    Particle,
    /// A single letter that stands for a word.
    Initial,
    /// "Jr", "Sr".
    Generation,
    /// "3", "XIV".
    Number,
    /// "Inc", "Ltd": a company's legal form.
    Legal,
}

/// What a title or given name says about a person's gender.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Man,
    Woman,
}

/// A word of a name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// The range of its letters in the form's letters.
    letters: (u16, u16),
    /// Its range in the folded text.
    folded: (u16, u16),
    /// The tables that contain a form beginning with it.
    pub(crate) begins: TableSet,
    /// True if it is all capitals and has at least two letters.
    pub(crate) capitals: bool,
}

impl Part {
    const NONE: Self = Self {
        kind: PartKind::Word,
        letters: (0, 0),
        folded: (0, 0),
        begins: TableSet::NONE,
        capitals: false,
    };
}

/// A byte buffer that does not allocate while it is short.
#[derive(Clone, Debug)]
struct Bytes {
    few: [u8; FEW],
    length: usize,
    /// All bytes, once they exceed the inline buffer.
    many: Vec<u8>,
}

const FEW: usize = 64;

impl Bytes {
    const NONE: Self = Self { few: [0; FEW], length: 0, many: Vec::new() };

    /// Room for this many more bytes in the inline buffer; the caller adds the number written to the length.
    #[inline]
    fn room(&mut self, bytes: usize) -> Option<&mut [u8]> {
        self.few.get_mut(self.length..self.length + bytes)
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        match self.few.get_mut(self.length) {
            Some(slot) => *slot = byte,
            None => {
                if self.many.is_empty() {
                    self.many.extend(self.few);
                }
                self.many.push(byte);
            }
        }
        self.length += 1;
    }

    fn truncate(&mut self, length: usize) {
        self.length = length;
        if length <= FEW {
            self.many.clear();
        } else {
            self.many.truncate(length);
        }
    }

    #[inline]
    fn get(&self, from: usize, to: usize) -> &[u8] {
        let all = if self.many.is_empty() { &self.few[..] } else { &self.many[..] };
        all.get(from..to.min(self.length)).unwrap_or(&[])
    }

    #[inline]
    fn text(&self, from: usize, to: usize) -> &str {
        std::str::from_utf8(self.get(from, to)).unwrap_or("")
    }
}

/// A name as compared.
#[derive(Clone, Debug)]
pub(crate) struct Form<'t> {
    /// The name as written.
    pub(crate) text: &'t str,
    folded: Bytes,
    letters: Bytes,
    parts: [Part; MOST_PARTS],
    /// Which parts belong to the name: titles come before them.
    titles: usize,
    count: usize,
    /// True for the name of a country.
    pub(crate) country: bool,
    /// True for a word for the people of a place.
    pub(crate) demonym: bool,
    /// True for a name with a word in letters other than Latin.
    pub(crate) foreign: bool,
    /// The tables in which the whole name may begin a form.
    pub(crate) begins: TableSet,
    /// The whole name without titles and "the", if it may be in the lexicon.
    whole: (u16, u16),
    /// By its title, or else by its given name, if another word follows.
    pub(super) gender: Gender,
    /// True if none of its words is a proper name, judging by the lexicon.
    pub(super) common: bool,
    /// A company's legal form.
    pub(super) legal: Option<&'static str>,
    /// The lexicon's place or organisation.
    pub(crate) known: Option<(TableId, Box<str>)>,
}

/// The number of letters in the longest particle.
const LONGEST_PARTICLE: usize = 5;

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "a" | "al"
            | "el"
            | "ul"
            | "ur"
            | "as"
            | "ash"
            | "at"
            | "ad"
            | "az"
            | "an"
            | "ar"
            | "bin"
            | "bint"
            | "ibn"
            | "ben"
            | "ould"
            | "uld"
            | "abu"
            | "abou"
            | "de"
            | "del"
            | "della"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "du"
            | "des"
            | "la"
            | "le"
            | "les"
            | "los"
            | "las"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "ten"
            | "zu"
            | "y"
            | "e"
            | "i"
            | "and"
            | "of"
            | "the"
            | "for"
            | "in"
            | "on"
            | "to"
            | "et"
            | "und"
            | "&"
            | "d"
            | "l"
    )
}

fn is_legal_form(word: &str) -> bool {
    matches!(
        word,
        "inc"
            | "incorporated"
            | "ltd"
            | "limited"
            | "llc"
            | "llp"
            | "lp"
            | "plc"
            | "corp"
            | "corporation"
            | "co"
            | "company"
            | "ag"
            | "gmbh"
            | "sa"
            | "nv"
            | "bv"
            | "ab"
            | "oy"
            | "spa"
            | "srl"
            | "sarl"
            | "sl"
            | "pty"
            | "pte"
            | "jsc"
            | "ojsc"
            | "pjsc"
            | "oao"
            | "ooo"
            | "kk"
            | "aktiengesellschaft"
            | "ооо"
            | "оао"
            | "зао"
            | "пао"
            | "ао"
            | "joint"
            | "stock"
            | "public"
    )
}

impl<'t> Form<'t> {
    /// Splits a name into parts. Titles are removed if a word remains.
    pub(crate) fn new(text: &'t str, kind: NameKind, lexicon: &Lexicon) -> Self {
        let mut form = Self {
            text,
            folded: Bytes::NONE,
            letters: Bytes::NONE,
            parts: [Part::NONE; MOST_PARTS],
            titles: 0,
            count: 0,
            country: false,
            demonym: false,
            foreign: false,
            begins: TableSet::NONE,
            whole: (0, 0),
            gender: Gender::Unknown,
            common: false,
            legal: None,
            known: None,
        };
        if text.is_ascii() {
            let mut from = 0;
            for word in text.as_bytes().split(|&byte| SEPARATES.get(usize::from(byte)) == Some(&true)) {
                let to = from + word.len();
                form.take(text.get(from..to).unwrap_or(""), kind, lexicon);
                from = to + 1;
            }
        } else {
            let separates =
                |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '/' | '·' | '・' | '_');
            text.split(separates).for_each(|word| form.take(word, kind, lexicon));
        }
        form.drop_titles(kind, lexicon);
        form.know(kind, lexicon);
        form.characterise();
        form
    }

    fn take(&mut self, word: &str, kind: NameKind, lexicon: &Lexicon) {
        let trimmed = match word.as_bytes() {
            [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => word,
            _ => word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&'),
        };
        if !trimmed.is_empty() && self.count < MOST_PARTS {
            self.push(trimmed, kind, lexicon);
        }
    }

    /// Appends a folded word, without full stops and apostrophes and without a genitive "'s".
    fn fold(&mut self, word: &str) {
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        if word.is_ascii() {
            for byte in word.bytes().filter(|b| !matches!(b, b'.' | b'\'')) {
                self.folded.push(byte.to_ascii_lowercase());
            }
            return;
        }
        let mut folded = String::with_capacity(word.len());
        fold_into(word, &mut folded);
        for byte in folded.bytes().filter(|b| !matches!(b, b'.' | b'\'')) {
            self.folded.push(byte);
        }
    }

    /// Folds a word that consists of letters, as nearly all do, and takes its letters in the same pass. Returns whether it
    /// has lower-case letters; `None` for any other word.
    #[inline]
    fn fold_letters(&mut self, word: &str) -> Option<bool> {
        let length = word.len();
        if length > LONGEST {
            return None;
        }
        let (folded, letters) = (self.folded.room(length)?, self.letters.room(length)?);
        let mut small = 0;
        for ((&byte, to), code) in word.as_bytes().iter().zip(folded).zip(letters) {
            let lower = byte | 0x20;
            if !lower.is_ascii_lowercase() {
                return None;
            }
            small |= byte & 0x20;
            *to = lower;
            *code = lower - b'a' + 1;
        }
        self.folded.length += length;
        self.letters.length += length;
        Some(small != 0)
    }

    /// The same for any word. Returns the number of letters, and whether there are digits.
    fn fold_any(&mut self, word: &str) -> (usize, bool) {
        let start = self.folded.length;
        self.fold(word);
        let digits = word.bytes().any(|b| b.is_ascii_digit());
        if digits {
            read_digits_as_letters(&mut self.folded, start);
        }
        let mut letters = 0;
        let mut add = |into: &mut Bytes, code: u8| {
            letters += 1;
            if letters <= LONGEST {
                into.push(code);
            }
        };
        if self.folded.get(start, self.folded.length).is_ascii() {
            for n in start..self.folded.length {
                match self.folded.get(n, n + 1) {
                    [byte @ b'a'..=b'z'] => add(&mut self.letters, byte - b'a' + 1),
                    [byte @ b'0'..=b'9'] => add(&mut self.letters, byte - b'0' + 32),
                    _ => {}
                }
            }
        } else {
            for c in self.folded.text(start, self.folded.length).chars().filter(|c| c.is_alphanumeric()) {
                match latin(c) {
                    Some(latin) => latin.bytes().for_each(|b| add(&mut self.letters, code(char::from(b)))),
                    None => add(&mut self.letters, code(c)),
                }
            }
        }
        (letters, digits)
    }

    fn push(&mut self, word: &str, kind: NameKind, lexicon: &Lexicon) {
        let first = self.count == 0;
        let (folded_from, letters_from) = (self.folded.length, self.letters.length);
        if folded_from > 0 {
            self.folded.push(b' ');
        }
        let start = self.folded.length;
        let (letters, digits, capitals) = match self.fold_letters(word) {
            Some(small) => (word.len(), false, !small && word.len() >= 2),
            None => {
                let (letters, digits) = self.fold_any(word);
                let capitals = letters >= 2
                    && !word.bytes().any(|b| b.is_ascii_lowercase())
                    && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
                (letters, digits, capitals)
            }
        };
        if letters == 0 || self.folded.length > usize::from(u16::MAX) {
            self.folded.truncate(folded_from);
            self.letters.truncate(letters_from);
            return;
        }
        let key = self.folded.text(start, self.folded.length);
        let kind =
            if digits && key.bytes().any(|b| b.is_ascii_digit()) || (!first && capitals && is_roman(key)) {
                PartKind::Number
            } else if !first && matches!(key, "jr" | "sr" | "junior" | "senior") {
                PartKind::Generation
            } else if letters == 1 && word.starts_with(char::is_uppercase) {
                PartKind::Initial
            } else if key.len() <= LONGEST_PARTICLE && is_particle(key) {
                PartKind::Particle
            } else if !first && kind != NameKind::Person && is_legal_form(key) {
                PartKind::Legal
            } else {
                PartKind::Word
            };
        let begins = lexicon.begins(key);
        self.foreign |= self.letters.get(letters_from, letters_from + 1).first().is_some_and(|&c| c >= 0x80);
        if let Some(part) = self.parts.get_mut(self.count) {
            *part = Part {
                kind,
                letters: (letters_from as u16, self.letters.length as u16),
                folded: (start as u16, self.folded.length as u16),
                begins,
                capitals,
            };
            self.count += 1;
        }
    }

    fn drop_titles(&mut self, kind: NameKind, lexicon: &Lexicon) {
        if matches!(kind, NameKind::Place | NameKind::Organisation) {
            return;
        }
        while let [first, rest @ ..] = self.parts() {
            let is_title = first.begins.contains(TableId::Title)
                && rest.iter().any(|p| p.kind == PartKind::Word)
                && lexicon.table(TableId::Title).contains(self.word(first));
            if !is_title {
                break;
            }
            match self.word(first) {
                "mr" | "sir" | "lord" => self.gender = Gender::Man,
                "mrs" | "ms" | "miss" | "dame" | "lady" => self.gender = Gender::Woman,
                _ => {}
            }
            self.titles += 1;
        }
    }

    fn know(&mut self, kind: NameKind, lexicon: &Lexicon) {
        let Some(first) = self.parts().iter().find(|p| self.bytes(p) != b"the").copied() else { return };
        self.begins = first.begins;
        if kind == NameKind::Person {
            return;
        }
        let to = self.parts().last().map_or(first.folded.1, |p| p.folded.1);
        self.whole = (first.folded.0, to);
        // The lexicon's keys contain apostrophes: "n'djamena".
        let apostrophe = self.titles == 0 && self.text.contains(['\'', '’']);
        let spelled = if apostrophe { key(self.text) } else { String::new() };
        let spelled = spelled.strip_prefix("the ").unwrap_or(&spelled);
        for table in [TableId::Place, TableId::Organisation] {
            let entries = lexicon.table(table);
            let begins = first.begins.contains(table);
            let entry = begins.then(|| entries.get_folded(self.whole())).flatten();
            let entry = entry.or_else(|| entries.get_folded(spelled).filter(|_| apostrophe));
            if let Some(entry) = entry {
                self.country = entry.class == "country";
                self.demonym = entry.class == "demonym";
                self.known = Some((table, entry.canonical.as_str().into()));
                return;
            }
        }
    }

    /// Derives properties of the name from its words.
    fn characterise(&mut self) {
        let is_plain = |p: &Part| {
            let in_table = |table| p.begins.contains(table);
            in_table(TableId::Role)
                | in_table(TableId::Common)
                | in_table(TableId::Counted)
                | in_table(TableId::Title)
                | in_table(TableId::Stopword)
        };
        self.common = self.parts().iter().filter(|p| p.kind != PartKind::Particle).all(is_plain);
        let form = self.parts().iter().rev().find(|p| p.kind == PartKind::Legal);
        self.legal = form.map(|p| legal(self.word(p)));
    }

    /// The gender, by the title, or by the given name that begins a name of several words.
    pub(super) fn gender(&self, lexicon: &Lexicon) -> Gender {
        match self.parts() {
            [first, _, ..] if self.gender == Gender::Unknown && first.begins.contains(TableId::GivenName) => {
                let entry = lexicon.table(TableId::GivenName).get_folded(self.word(first));
                match entry.map(|e| e.class.as_str()) {
                    Some("male") => Gender::Man,
                    Some("female") => Gender::Woman,
                    _ => Gender::Unknown,
                }
            }
            _ => self.gender,
        }
    }

    /// The words, without titles.
    #[inline]
    pub(crate) fn parts(&self) -> &[Part] {
        self.parts.get(self.titles..self.count).unwrap_or(&[])
    }

    /// The folded name without titles and "the"; empty for persons.
    pub(super) fn whole(&self) -> &str {
        self.folded.text(usize::from(self.whole.0), usize::from(self.whole.1))
    }

    /// A folded word.
    pub(crate) fn word(&self, part: &Part) -> &str {
        self.folded.text(usize::from(part.folded.0), usize::from(part.folded.1))
    }

    /// The same as bytes.
    #[inline]
    pub(super) fn bytes(&self, part: &Part) -> &[u8] {
        self.folded.get(usize::from(part.folded.0), usize::from(part.folded.1))
    }

    /// A word as letter codes.
    #[inline]
    pub(crate) fn letters(&self, part: &Part) -> &[u8] {
        self.letters.get(usize::from(part.letters.0), usize::from(part.letters.1))
    }

    /// The letters of some adjacent words, written as one.
    pub(crate) fn joined(&self, from: usize, to: usize) -> &[u8] {
        match self.parts().get(from..to) {
            Some([first, .., last]) => {
                self.letters.get(usize::from(first.letters.0), usize::from(last.letters.1))
            }
            Some([only]) => self.letters(only),
            _ => &[],
        }
    }
}

/// White space and other ASCII separators of words.
const SEPARATES: [bool; 128] = {
    let mut separates = [false; 128];
    let mut byte = 0;
    while byte < 128_u8 {
        separates[byte as usize] = matches!(byte, b' ' | b'\t'..=b'\r' | b'-' | b'/' | b'_');
        byte += 1;
    }
    separates
};

/// A digit between letters, in a word with more letters than digits, is usually a misread or disguised letter.
fn read_digits_as_letters(folded: &mut Bytes, start: usize) {
    let word = folded.get(start, folded.length).to_vec();
    let digits = word.iter().filter(|b| b.is_ascii_digit()).count();
    let is_between = |w: &&[u8]| matches!(w, [x, y, z] if y.is_ascii_digit() && x.is_ascii_alphabetic() && z.is_ascii_alphabetic());
    if digits != word.windows(3).filter(is_between).count() || digits * 2 >= word.len() {
        return;
    }
    folded.truncate(start);
    for byte in word {
        folded.push(match byte {
            b'0' => b'o',
            b'1' => b'i',
            b'3' => b'e',
            b'4' => b'a',
            b'5' => b's',
            b'9' => b'g',
            other => other,
        });
    }
}

fn legal(word: &str) -> &'static str {
    match word {
        "inc" | "incorporated" => "inc",
        "ltd" | "limited" => "ltd",
        "corp" | "corporation" => "corp",
        "co" | "company" => "co",
        "ag" | "aktiengesellschaft" => "ag",
        "llc" => "llc",
        "plc" => "plc",
        "gmbh" => "gmbh",
        _ => "other",
    }
}

fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}
