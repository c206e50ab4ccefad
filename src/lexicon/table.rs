//! One table of the lexicon: reviewed rows of `canonical <TAB> class <TAB> form|form`, looked up by phrase.
//!
//! A form that begins with `!` matches only where the text writes it in the same letters (`!US`, `!WHO`); one that begins
//! with `?` is weak: it needs a second signal beside it. The canonical form is always a form of its own row, unless the row
//! marks it (`!us`) or leaves it out by giving it the mark `-` (`-ministry`). Lines that begin with `#` are comments.

use rustc_hash::FxHashMap;

use crate::error::Error;
use crate::fold::fold_into;

/// A row: what its forms stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The form that stands for all of them.
    pub canonical: String,
    /// What the row is, in the table's own terms (`country`, `demonym`, `said`, ..).
    pub class: String,
}

/// A form found.
#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    /// The row that holds it.
    pub entry: &'a Entry,
    /// True of a form that needs a second signal.
    pub weak: bool,
}

#[derive(Clone, Debug)]
struct Form {
    entry: u32,
    weak: bool,
    /// The form as it must be written, without full stops, where case matters.
    exact: Option<Box<str>>,
}

/// A table: rows, and an index from folded phrases to them.
#[derive(Clone, Debug)]
pub struct Table {
    name: &'static str,
    entries: Vec<Entry>,
    index: FxHashMap<Box<str>, Vec<Form>>,
    /// The key of every form in the order of the file, for those who list them.
    keys: Vec<Box<str>>,
    longest: usize,
}

impl Table {
    pub(crate) fn empty(name: &'static str) -> Self {
        Self { name, entries: Vec::new(), index: FxHashMap::default(), keys: Vec::new(), longest: 0 }
    }

    /// Adds the rows of `text`. Later rows win over earlier ones, so that a user's file overrides ours.
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
            self.insert(Entry { canonical: bare.to_owned(), class: class.to_owned() }, &given);
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
            let forms = self.index.entry(key.clone()).or_default();
            forms.insert(0, Form { entry: row, weak: marks.contains('?'), exact });
            self.keys.push(key);
        }
    }

    /// The row of a phrase: `key` as made by [`key`], `surface` as written in the text. Cost: one hash of the key.
    pub fn get(&self, key: &str, surface: &str) -> Option<Match<'_>> {
        let forms = self.index.get(key)?;
        let form = forms.iter().find(|form| match &form.exact {
            Some(exact) => surface.chars().filter(|&c| c != '.').eq(exact.chars()),
            None => true,
        })?;
        Some(Match { entry: self.entries.get(form.entry as usize)?, weak: form.weak })
    }

    /// The row of a phrase whatever its case, for words that are known to be names.
    pub fn get_folded(&self, key: &str) -> Option<&Entry> {
        let form = self.index.get(key)?.first()?;
        self.entries.get(form.entry as usize)
    }

    /// True where some row holds both phrases.
    pub fn share(&self, a: &str, b: &str) -> bool {
        let (Some(a), Some(b)) = (self.index.get(a), self.index.get(b)) else { return false };
        a.iter().any(|x| b.iter().any(|y| x.entry == y.entry))
    }

    /// True where some row of a class that is wanted holds both phrases.
    pub(crate) fn share_of(&self, a: &str, b: &str, wanted: impl Fn(&str) -> bool) -> bool {
        let (Some(a), Some(b)) = (self.index.get(a), self.index.get(b)) else { return false };
        let is_wanted = |n: u32| self.entries.get(n as usize).is_some_and(|e| wanted(&e.class));
        a.iter().any(|x| is_wanted(x.entry) && b.iter().any(|y| x.entry == y.entry))
    }

    /// True where the phrase is a form of some row, weak ones and other cases included.
    pub fn contains(&self, key: &str) -> bool {
        self.index.contains_key(key)
    }

    /// The number of words in the longest form.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// All rows, in the order of the file.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The keys of all forms, in the order of the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(AsRef::as_ref)
    }
}

/// The look-up key of a phrase: folded words split by single spaces, hyphens as spaces, no full stops.
///
/// ```
/// use testimonia::lexicon::key;
///
/// assert_eq!(key("Guinea-Bissau"), "guinea bissau");
/// assert_eq!(key("U.S."), "us");
/// ```
pub fn key(phrase: &str) -> String {
    if phrase.is_ascii() {
        return ascii_key(phrase);
    }
    let mut folded = String::with_capacity(phrase.len());
    fold_into(phrase, &mut folded);
    let mut out = String::with_capacity(folded.len());
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
    out
}

/// The same where there is nothing to fold but capitals.
fn ascii_key(phrase: &str) -> String {
    let mut out = String::with_capacity(phrase.len());
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
    out
}
