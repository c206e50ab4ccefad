//! One table of the lexicon: reviewed rows of `canonical <TAB> class <TAB> form|form`, looked up by phrase.
//!
//! A form that begins with `!` matches only text in the same case (`!US`, `!WHO`); one that begins with `?` is weak and needs
//! a second signal. The canonical form is always a form of its own row, unless the row marks it (`!us`) or excludes it with
//! the mark `-` (`-ministry`). Lines that begin with `#` are comments.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::error::Error;
use crate::fold::fold_into;
use crate::lexicon::phrase::Row;

/// A row: what its forms stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The form that stands for all of them.
    pub canonical: String,
    /// The class of the row, in the table's own terms (`country`, `demonym`, `said`, ..).
    pub class: String,
    /// The canonical form, shared with the places where a form is found.
    pub(crate) shared: Arc<str>,
}

/// A matched form.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Match<'a> {
    /// The row that contains it.
    pub entry: &'a Entry,
    /// True for a form that needs a second signal.
    pub weak: bool,
}

#[derive(Clone, Debug)]
struct Form {
    entry: u32,
    weak: bool,
    /// The form as it must be written, without full stops, if case matters.
    exact: Option<Box<str>>,
    /// The previous form with the same key, if any: the first that fits is used.
    older: Option<u32>,
}

/// A table: rows, and an index from folded phrases to them.
#[derive(Clone, Debug)]
pub struct Table {
    name: &'static str,
    /// True for the classes a row can have.
    is_class: fn(&str) -> bool,
    entries: Vec<Entry>,
    /// All forms, in file order, with their keys.
    forms: Vec<Form>,
    keys: Vec<Box<str>>,
    /// The last form of each key.
    index: FxHashMap<Box<str>, u32>,
    longest: usize,
}

impl Table {
    pub(crate) fn empty(name: &'static str) -> Self {
        Self::of_classes(name, |class| !class.is_empty())
    }

    /// A table without rows, which accepts certain classes only.
    pub(crate) fn of_classes(name: &'static str, is_class: fn(&str) -> bool) -> Self {
        Self {
            name,
            is_class,
            entries: Vec::new(),
            forms: Vec::new(),
            keys: Vec::new(),
            index: FxHashMap::default(),
            longest: 0,
        }
    }

    /// Adds the rows of `text`. Later rows override earlier ones, which lets a user's file override the built-in tables.
    pub(crate) fn extend(&mut self, text: &str) -> Result<(), Error> {
        for (n, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = line.trim_end_matches(['\r', ' ']);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let bad = |reason: String| Error::lexicon(self.name, n + 1, reason);
            let mut columns = line.split('\t');
            let (Some(canonical), Some(class)) = (columns.next(), columns.next()) else {
                return Err(bad(format!("{line:?} needs a canonical form, a tab and a class")));
            };
            let forms = columns.next().unwrap_or("");
            if let Some(extra) = columns.next() {
                return Err(bad(format!("a fourth column {extra:?}; forms are split by a bar")));
            }
            if class.is_empty() {
                return Err(bad(format!("{canonical:?} has no class")));
            }
            if !(self.is_class)(class) {
                return Err(bad(format!("no rule reads the class {class:?} of {canonical:?}")));
            }
            let (bare, hidden) = match canonical.strip_prefix('-') {
                Some(bare) => (bare, true),
                None => (canonical.trim_start_matches(['!', '?']), false),
            };
            if key(bare).is_empty() {
                return Err(bad("the canonical form has no letter or digit".to_owned()));
            }
            let mut given: Vec<&str> = if hidden { Vec::new() } else { vec![canonical] };
            if !forms.is_empty() {
                given.extend(forms.split('|'));
            }
            if let Some(empty) = given.iter().find(|form| key(form.trim_start_matches(['!', '?'])).is_empty())
            {
                return Err(bad(format!("form {empty:?} of {bare:?} has no letter or digit")));
            }
            let entry = Entry { canonical: bare.to_owned(), class: class.to_owned(), shared: bare.into() };
            self.insert(entry, &given);
        }
        Ok(())
    }

    pub(crate) fn insert(&mut self, entry: Entry, forms: &[&str]) {
        let row = self.entries.len() as u32;
        self.entries.push(entry);
        for form in forms {
            let bare = form.trim_start_matches(['!', '?']);
            let marks = &form[..form.len() - bare.len()];
            let key: Box<str> = key(bare).into();
            self.longest = self.longest.max(key.split(' ').count());
            let exact = marks.contains('!').then(|| bare.replace('.', "").into());
            let older = self.index.insert(key.clone(), self.forms.len() as u32);
            self.forms.push(Form { entry: row, weak: marks.contains('?'), exact, older });
            self.keys.push(key);
        }
    }

    /// The row of a phrase, given its `key` (see [`key`]) and its `surface` in the text. Cost: one hash of the key.
    pub fn get(&self, key: &str, surface: &str) -> Option<Match<'_>> {
        self.written(*self.index.get(key)? as usize, || surface)
    }

    /// The row of a form, given by number, or of an earlier form with the same key: the first that may be written as
    /// `surface`.
    pub(super) fn written<'s>(&self, form: usize, surface: impl FnOnce() -> &'s str) -> Option<Match<'_>> {
        let mut form = self.forms.get(form)?;
        if form.exact.is_some() {
            let surface = surface();
            while let Some(exact) = &form.exact {
                if surface.chars().filter(|&c| c != '.').eq(exact.chars()) {
                    break;
                }
                form = self.forms.get(form.older? as usize)?;
            }
        }
        Some(Match { entry: self.entries.get(form.entry as usize)?, weak: form.weak })
    }

    /// The row of a form that matches in any case, given by number.
    pub(super) fn any_case(&self, form: usize) -> Option<Row> {
        let form = self.forms.get(form).filter(|form| form.exact.is_none())?;
        Some(Row { entry: form.entry, weak: form.weak })
    }

    /// A row by its number.
    pub(super) fn row(&self, row: Row) -> Option<Match<'_>> {
        Some(Match { entry: self.entries.get(row.entry as usize)?, weak: row.weak })
    }

    /// The row of a phrase, ignoring case, for words known to be names.
    pub fn get_folded(&self, key: &str) -> Option<&Entry> {
        self.entry(*self.index.get(key)? as usize)
    }

    /// The row of a form, given by number.
    pub(super) fn entry(&self, form: usize) -> Option<&Entry> {
        self.entries.get(self.forms.get(form)?.entry as usize)
    }

    /// True if a row contains both phrases.
    pub fn share(&self, a: &str, b: &str) -> bool {
        self.rows(a).any(|x| self.rows(b).any(|y| x == y))
    }

    /// The numbers of the rows that contain a phrase, newest first.
    pub(crate) fn rows(&self, key: &str) -> impl Iterator<Item = u32> {
        let newest = self.index.get(key).copied();
        let form = |at: u32| self.forms.get(at as usize);
        std::iter::successors(newest.and_then(form), move |f| f.older.and_then(form)).map(|f| f.entry)
    }

    /// True if a row of a wanted class contains both phrases.
    pub(crate) fn share_of(&self, a: &str, b: &str, wanted: impl Fn(&str) -> bool) -> bool {
        let is_wanted = |n: u32| self.entries.get(n as usize).is_some_and(|e| wanted(&e.class));
        self.rows(a).any(|x| is_wanted(x) && self.rows(b).any(|y| x == y))
    }

    /// True if the phrase is a form of some row, including weak forms, in any case.
    pub fn contains(&self, key: &str) -> bool {
        self.index.contains_key(key)
    }

    /// The number of words in the longest form.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// All rows, in file order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The number of the form that a key stands for.
    pub(super) fn form(&self, key: &str) -> Option<u32> {
        self.index.get(key).copied()
    }

    /// The keys of all forms with their rows, in file order.
    pub(super) fn forms(&self) -> impl Iterator<Item = (&str, &Entry)> {
        let entry = |form: &Form| self.entries.get(form.entry as usize);
        self.keys.iter().zip(&self.forms).filter_map(move |(key, form)| Some((key.as_ref(), entry(form)?)))
    }

    /// The keys of all forms, in file order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(AsRef::as_ref)
    }
}

/// The lookup key of a phrase: folded words separated by single spaces, with hyphens as spaces and without full stops.
///
/// ```
/// use testimonia::lexicon::key;
///
/// assert_eq!(key("Guinea-Bissau"), "guinea bissau");
/// assert_eq!(key("U.S."), "us");
/// ```
pub fn key(phrase: &str) -> String {
    let mut out = String::with_capacity(phrase.len());
    key_into(phrase, &mut out);
    out
}

/// Appends the key of a phrase to `out`, which must be empty.
pub(crate) fn key_into(phrase: &str, out: &mut String) {
    if phrase.is_ascii() {
        return ascii_key(phrase, out);
    }
    let mut folded = String::with_capacity(phrase.len());
    fold_into(phrase, &mut folded);
    for word in folded.split(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty()) {
        let length = out.len();
        if length > 0 {
            out.push(' ');
        }
        out.extend(word.chars().filter(|&c| c != '.'));
        if out.len() == length + usize::from(length > 0) {
            out.truncate(length);
        }
    }
}

/// The same if only capitals need folding.
fn ascii_key(phrase: &str, out: &mut String) {
    let mut parted = false;
    for byte in phrase.bytes() {
        match byte {
            // The white space of `char::is_whitespace`.
            b' ' | b'\t'..=b'\r' | b'-' => parted = true,
            b'.' => {}
            _ => {
                if parted && !out.is_empty() {
                    out.push(' ');
                }
                parted = false;
                out.push(byte.to_ascii_lowercase().into());
            }
        }
    }
}
