//! A name taken apart: folded words, and what each of them is.

use crate::compare::name::distance::LONGEST;
use crate::fold::fold_into;
use crate::lexicon::{Lexicon, TableId, TableSet};
use crate::mention::NameKind;

/// Words of a name that are compared; further ones are left out.
pub(super) const MOST_PARTS: usize = 12;

/// What a word of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// A word that tells names apart.
    Word,
    /// "al", "bin", "von", "the", "of": written or not, it is one name.
    Particle,
    /// A single letter for a word.
    Initial,
    /// "Jr", "Sr".
    Generation,
    /// "3", "XIV".
    Number,
    /// "Inc", "Ltd": the legal form of a company.
    Legal,
}

/// What a title or a given name says of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Man,
    Woman,
}

/// A word of a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// Where its letters stand among the form's.
    letters: (u16, u16),
    /// Where it stands in the folded text.
    folded: (u16, u16),
    /// The tables that hold a form which begins with it.
    pub(crate) begins: TableSet,
    /// True where all of it is in capitals, and it has two letters or more.
    pub(crate) capitals: bool,
}

/// A name as it is compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form<'t> {
    /// As it is written.
    pub(crate) text: &'t str,
    folded: String,
    letters: Vec<u8>,
    parts: Vec<Part>,
    /// True of the name of a country.
    pub(crate) country: bool,
    /// True of a word for the people of a place.
    pub(crate) demonym: bool,
    /// True of a name with a word in other letters than Latin ones.
    pub(crate) foreign: bool,
    /// The tables in which the whole name may begin a form.
    pub(crate) begins: TableSet,
    /// All of it without titles and "the", where it may be in the lexicon.
    whole: (u16, u16),
    /// By its title, or else by its given name, where another word follows.
    pub(super) gender: Gender,
    /// True where no word of it is a proper one, as far as the lexicon knows.
    pub(super) common: bool,
    /// The legal form of a company.
    pub(super) legal: Option<&'static str>,
    /// The lexicon's place or organisation.
    pub(crate) known: Option<(TableId, Box<str>)>,
}

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
    /// Takes a name apart. Titles before it go, where a word is left.
    pub(crate) fn new(text: &'t str, kind: NameKind, lexicon: &Lexicon) -> Self {
        let mut form = Self {
            text,
            folded: String::with_capacity(text.len()),
            letters: Vec::with_capacity(text.len()),
            parts: Vec::with_capacity(4),
            ..Self::default()
        };
        let mut words = 0;
        for word in
            text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '/' | '·' | '_'))
        {
            if form.parts.len() == MOST_PARTS {
                break;
            }
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
            if word.is_empty() {
                continue;
            }
            words += 1;
            form.push(word, words == 1, kind, lexicon);
        }
        form.drop_titles(kind, lexicon);
        form.know(kind, lexicon);
        form.characterise(kind, lexicon);
        form
    }

    fn push(&mut self, word: &str, first: bool, kind: NameKind, lexicon: &Lexicon) {
        let (folded_from, letters_from) = (self.folded.len(), self.letters.len());
        if folded_from > 0 {
            self.folded.push(' ');
        }
        let start = self.folded.len();
        fold_into(
            word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word),
            &mut self.folded,
        );
        if self.folded[start..].contains(['.', '\'']) {
            let bare: String = self.folded[start..].chars().filter(|c| !matches!(c, '.' | '\'')).collect();
            self.folded.truncate(start);
            self.folded.push_str(&bare);
        }
        if word.bytes().any(|b| b.is_ascii_digit()) {
            read_digits_as_letters(&mut self.folded, start);
        }
        let mut letters = 0;
        for c in self.folded[start..].chars().filter(|c| c.is_alphanumeric()) {
            match cyrillic(c) {
                Some(latin) => {
                    for c in latin.chars() {
                        letters += 1;
                        if letters <= LONGEST {
                            self.letters.push(code(c));
                        }
                    }
                }
                None => {
                    letters += 1;
                    if letters <= LONGEST {
                        self.letters.push(code(c));
                    }
                }
            }
        }
        if letters == 0 || self.folded.len() > usize::from(u16::MAX) {
            self.folded.truncate(folded_from);
            self.letters.truncate(letters_from);
            return;
        }
        let key = &self.folded[start..];
        self.foreign |= self.letters.get(letters_from).is_some_and(|&c| c >= 0x80);
        let capitals = letters >= 2 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        let kind = if key.bytes().any(|b| b.is_ascii_digit()) || (!first && capitals && is_roman(key)) {
            PartKind::Number
        } else if !first && matches!(key, "jr" | "sr" | "junior" | "senior") {
            PartKind::Generation
        } else if letters == 1 && word.starts_with(char::is_uppercase) {
            PartKind::Initial
        } else if is_particle(key) {
            PartKind::Particle
        } else if !first && kind != NameKind::Person && is_legal_form(key) {
            PartKind::Legal
        } else {
            PartKind::Word
        };
        self.parts.push(Part {
            kind,
            letters: (letters_from as u16, self.letters.len() as u16),
            folded: (start as u16, self.folded.len() as u16),
            begins: lexicon.begins(key),
            capitals,
        });
    }

    fn drop_titles(&mut self, kind: NameKind, lexicon: &Lexicon) {
        if matches!(kind, NameKind::Place | NameKind::Organisation) {
            return;
        }
        let titles = lexicon.table(TableId::Title);
        while let [first, rest @ ..] = self.parts.as_slice() {
            let title = first.begins.contains(TableId::Title) && titles.contains(self.word(first));
            if !title || !rest.iter().any(|p| p.kind == PartKind::Word) {
                break;
            }
            match self.word(first) {
                "mr" | "sir" | "lord" => self.gender = Gender::Man,
                "mrs" | "ms" | "miss" | "dame" | "lady" => self.gender = Gender::Woman,
                _ => {}
            }
            self.parts.remove(0);
        }
    }

    fn know(&mut self, kind: NameKind, lexicon: &Lexicon) {
        let mut named = self.parts.iter().skip_while(|p| self.word(p) == "the");
        let Some(first) = named.next() else { return };
        self.begins = first.begins;
        if kind == NameKind::Person && self.parts.len() > 1 {
            return;
        }
        let from = usize::from(first.folded.0);
        let to = self.parts.last().map_or(from, |p| usize::from(p.folded.1));
        self.whole = (from as u16, to as u16);
        let whole = self.folded.get(from..to).unwrap_or("");
        for table in [TableId::Place, TableId::Organisation] {
            if kind == NameKind::Person || !first.begins.contains(table) {
                continue;
            }
            if let Some(entry) = lexicon.table(table).get_folded(whole) {
                self.country = entry.class == "country";
                self.demonym = entry.class == "demonym";
                self.known = Some((table, entry.canonical.as_str().into()));
                return;
            }
        }
    }

    /// What its words say of it beyond their letters.
    fn characterise(&mut self, kind: NameKind, lexicon: &Lexicon) {
        let plain = [TableId::Role, TableId::Common, TableId::Counted, TableId::Title, TableId::Stopword];
        self.common = self
            .parts
            .iter()
            .filter(|p| p.kind != PartKind::Particle)
            .all(|p| plain.iter().any(|&table| p.begins.contains(table)));
        self.legal = self.parts.iter().rev().find(|p| p.kind == PartKind::Legal).map(|p| legal(self.word(p)));
        let given = match self.parts.as_slice() {
            [first, _, ..] if matches!(kind, NameKind::Person | NameKind::Other) => Some(first),
            _ => None,
        };
        if let Some(first) = given.filter(|p| self.gender == Gender::Unknown && p.begins.contains(TableId::GivenName)) {
            let entry = lexicon.table(TableId::GivenName).get_folded(self.word(first));
            self.gender = match entry.map(|e| e.class.as_str()) {
                Some("male") => Gender::Man,
                Some("female") => Gender::Woman,
                _ => Gender::Unknown,
            };
        }
    }

    /// The words, titles left out.
    pub(crate) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The name without titles and "the", folded; nothing for persons of several words.
    pub(super) fn whole(&self) -> &str {
        self.folded.get(usize::from(self.whole.0)..usize::from(self.whole.1)).unwrap_or("")
    }

    /// A word, folded.
    pub(crate) fn word(&self, part: &Part) -> &str {
        self.folded.get(usize::from(part.folded.0)..usize::from(part.folded.1)).unwrap_or("")
    }

    /// A word as letter codes.
    pub(crate) fn letters(&self, part: &Part) -> &[u8] {
        self.letters.get(usize::from(part.letters.0)..usize::from(part.letters.1)).unwrap_or(&[])
    }

    /// The letters of some neighbouring words, written as one.
    pub(crate) fn joined(&self, from: usize, to: usize) -> &[u8] {
        match self.parts.get(from..to) {
            Some([first, .., last]) => {
                self.letters.get(usize::from(first.letters.0)..usize::from(last.letters.1)).unwrap_or(&[])
            }
            Some([only]) => self.letters(only),
            _ => &[],
        }
    }
}

/// A digit between letters, in a word that has more letters than digits, is as a rule a letter misread or disguised.
fn read_digits_as_letters(folded: &mut String, start: usize) {
    let word = folded.get(start..).unwrap_or("");
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let mut inner = word.bytes().zip(word.bytes().skip(1)).zip(word.bytes().skip(2));
    let between = inner
        .by_ref()
        .filter(|((x, y), z)| y.is_ascii_digit() && x.is_ascii_alphabetic() && z.is_ascii_alphabetic())
        .count();
    if digits != between || digits * 2 >= word.len() {
        return;
    }
    let read: String = word
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' => 'i',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '9' => 'g',
            other => other,
        })
        .collect();
    folded.truncate(start);
    folded.push_str(&read);
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

/// The code of a folded letter: 1 to 26 for `a` to `z`, digits above, and others by the low bits of their code points, which
/// tell the letters of one alphabet apart.
fn code(c: char) -> u8 {
    match c {
        'a'..='z' => c as u8 - b'a' + 1,
        '0'..='9' => c as u8 - b'0' + 32,
        _ => 0x80 | (c as u32 & 0x7f) as u8,
    }
}

/// How English papers write a Cyrillic letter. The marks of й and ї are gone by now.
fn cyrillic(c: char) -> Option<&'static str> {
    const LETTERS: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    match c {
        'а'..='я' => LETTERS.get(c as usize - 'а' as usize).copied(),
        'і' => Some("i"),
        'є' => Some("ye"),
        'ґ' => Some("g"),
        _ => None,
    }
}

fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}
