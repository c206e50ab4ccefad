//! Grounds: why two names are one or not, in words.

use std::fmt::Write as _;

use crate::compare::name::distance::{Edit, Step, way};
use crate::compare::name::form::Form;
use crate::compare::name::rules::Costs;

/// What decided a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    /// The same letters.
    Same,
    /// The same except for accents.
    Accents,
    /// The same except for hyphens, spaces and full stops.
    Punctuation,
    /// The same words in a different order.
    Order,
    /// The same except for particles ("al", "the").
    Particles,
    /// The same except for an inner "the".
    Article,
    /// The same except for an inner "and".
    And,
    /// The same except for the place of an apostrophe.
    Owners,
    /// One is derived from the other: "Rolexy".
    Derived,
    /// The same except for "Inc" or "Ltd".
    LegalForm,
    /// The lexicon lists both as forms of one name.
    Alias,
    /// The caller says that they are one.
    Told,
    /// One consists of the initials of the other.
    Acronym,
    /// Acronyms with the same letters in a different order.
    Anagram,
    /// One has fewer words.
    Shorter,
    /// One has an initial in place of a word.
    Initial,
    /// One has a short form of a given name.
    Nickname,
    /// These words are spelled differently.
    Spelled { a: usize, b: usize },
    /// A word is written as several, and also spelled differently.
    Rejoined,
    /// The same except for other words added to it.
    Added,
    /// These words are unrelated.
    OtherWord { a: usize, b: usize },
    /// The lexicon lists them as two.
    KnownApart,
    /// The caller says that they are two.
    ToldApart,
    /// Two acronyms.
    Acronyms,
    /// Father and son.
    Generations,
    /// A person, and one named as the parent or child of a person with that name.
    Kin,
    /// Different numbers.
    Numbers,
    /// A man's and a woman's form of a surname.
    Gender,
    /// Singular and plural.
    Plural,
    /// British and American spelling of a word.
    Convention,
    /// Scripts that cannot be compared.
    Scripts,
    /// No words in common.
    Apart,
}

impl Ground {
    /// The reason as shown to readers.
    pub(crate) fn say(self, a: &Form<'_>, b: &Form<'_>) -> String {
        match self {
            Ground::Same => String::new(),
            Ground::Accents => "the same except for accents".into(),
            Ground::Punctuation => "the same except for hyphens, spaces or full stops".into(),
            Ground::Order => "the same words in a different order".into(),
            Ground::Particles => "the same except for small words".into(),
            Ground::Article => "the same except for an inner article".into(),
            Ground::And => "the same except for an inner \"and\"".into(),
            Ground::Owners => "the same except for the place of an apostrophe".into(),
            Ground::Derived => "a name, and a word derived from it".into(),
            Ground::LegalForm => "the same except for the company's legal form".into(),
            Ground::Alias => "two names for one thing".into(),
            Ground::Told => "one name, as the caller says".into(),
            Ground::Acronym => {
                let (short, long) = if a.parts().len() <= b.parts().len() { (a, b) } else { (b, a) };
                format!("{} is made of the initials of {}", short.text, long.text)
            }
            Ground::Anagram => "two acronyms with the same letters in a different order".into(),
            Ground::Shorter => {
                let size = |form: &Form<'_>| (form.parts().len(), form.text.len());
                let (short, long) = if size(a) <= size(b) { (a, b) } else { (b, a) };
                format!("{} is a shorter form of {}", short.text, long.text)
            }
            Ground::Initial => "an initial stands for a name".into(),
            Ground::Nickname => "a short form of the given name".into(),
            Ground::Spelled { a: i, b: j } => spelled(a, i, b, j),
            Ground::Rejoined => "one word here, several there, and spelled two ways".into(),
            Ground::Added => "the same name, with other words added".into(),
            Ground::OtherWord { a: i, b: j } => {
                let words = (word(a, i), word(b, j));
                format!("{} and {} are different words", words.0, words.1)
            }
            Ground::KnownApart => format!("{} and {} are known to be different", a.text, b.text),
            Ground::ToldApart => "two names, as the caller says".into(),
            Ground::Acronyms => "two acronyms".into(),
            Ground::Generations => "father and son".into(),
            Ground::Kin => "a person, and one named as the parent or child of somebody with that name".into(),
            Ground::Numbers => "different numbers".into(),
            Ground::Gender => "a man's and a woman's form of one surname".into(),
            Ground::Plural => "singular and plural".into(),
            Ground::Convention => "British and American spelling".into(),
            Ground::Scripts => "two scripts".into(),
            Ground::Apart => "no words in common".into(),
        }
    }
}

fn word(form: &Form<'_>, n: usize) -> String {
    form.parts().get(n).map_or_else(String::new, |p| capitalised(form.word(p)))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// How two spellings of a word differ: by rules, or by letters.
fn spelled(a: &Form<'_>, i: usize, b: &Form<'_>, j: usize) -> String {
    let (Some(p), Some(q)) = (a.parts().get(i), b.parts().get(j)) else { return String::new() };
    let (x, y) = (a.letters(p), b.letters(q));
    let whole =
        || format!("{} and {} are two spellings of one name", capitalised(a.word(p)), capitalised(b.word(q)));
    let way = way(Costs::fitted(), x, y);
    let letters = |word: &[u8], (from, to): (u8, u8)| {
        let text: Option<String> = word
            .get(usize::from(from)..usize::from(to))
            .unwrap_or(&[])
            .iter()
            .map(|&c| (1..=26).contains(&c).then(|| char::from(b'a' + c - 1)))
            .collect();
        text.map(|t| if from == 0 { capitalised(&t) } else { t })
    };
    let mut said: Vec<(String, String)> = Vec::new();
    for edit in &way {
        let (Some(s), Some(t)) = (letters(x, edit.a), letters(y, edit.b)) else { return whole() };
        if !said.contains(&(s.clone(), t.clone())) {
            said.push((s, t));
        }
    }
    if said.len() > 3 {
        return whole();
    }
    let mut out = String::new();
    for (n, (s, t)) in said.iter().enumerate() {
        let joint = if n == 0 {
            ""
        } else if n + 1 == said.len() {
            " and "
        } else {
            ", "
        };
        out.push_str(joint);
        let _ = match (said.len(), s.is_empty(), t.is_empty()) {
            (_, true, _) => write!(out, "{t} added"),
            (_, _, true) => write!(out, "{s} left out"),
            (1, ..) => write!(out, "{s} and {t}"),
            _ => write!(out, "{s}/{t}"),
        };
    }
    let added = said.iter().any(|(s, t)| s.is_empty() || t.is_empty());
    match (way.iter().all(Edit::is_spelling), said.len()) {
        (true, 1) if !added => out + " are one sound in two spellings",
        (true, _) => format!("one sound in two spellings ({out})"),
        _ if way.iter().any(|e| e.step == Step::Exchanged) && said.len() == 1 => {
            format!("two letters exchanged ({out})")
        }
        _ => format!("{} and {} differ by {out}", capitalised(a.word(p)), capitalised(b.word(q))),
    }
}
