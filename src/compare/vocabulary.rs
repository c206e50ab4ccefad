//! Vocabulary: the forms by which words are compared, found once for each distinct word.

use super::irregular;
use crate::id::Fingerprint;
use crate::lexicon::{Lexicon, TableId, WordMap};
use crate::text::{Document, normal, stem};

/// The forms of one word, each as a number: words are compared far more often than they are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Forms {
    /// Without inflection.
    pub(crate) stem: u64,
    /// Without inflection and convention of spelling; see [`normal`].
    pub(crate) normal: u64,
    /// The same, with irregular verbs and words for people by sex or age as one word each.
    pub(crate) base: u64,
    /// Carries no content of its own.
    pub(crate) small: bool,
}

/// The words of a bundle as they are compared. Keep one for all documents that are: what a word is compared by is looked up
/// when it is first met.
#[derive(Debug)]
pub struct Vocabulary<'l> {
    lexicon: &'l Lexicon,
    numbers: WordMap,
    forms: Vec<Forms>,
}

impl<'l> Vocabulary<'l> {
    /// An empty one, of the words of a lexicon: that by which the documents were parsed.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, numbers: WordMap::default(), forms: Vec::new() }
    }

    pub(crate) fn lexicon(&self) -> &'l Lexicon {
        self.lexicon
    }

    /// The forms of a token's word.
    pub(crate) fn forms(&mut self, document: &Document<'_>, token: usize) -> Forms {
        let new = self.forms.len();
        let number = document
            .tokens()
            .get(token)
            .map_or(new, |token| document.number_or(token, &mut self.numbers, new as u32) as usize);
        match self.forms.get(number) {
            Some(&known) => known,
            None => {
                let forms = forms(document.folded(token), self.lexicon);
                self.forms.push(forms);
                forms
            }
        }
    }
}

fn forms(folded: &str, lexicon: &Lexicon) -> Forms {
    Forms {
        stem: number(&stem(folded)),
        normal: number(&normal(folded, lexicon)),
        base: number(&normal(irregular::verb(person(folded)), lexicon)),
        small: lexicon.table(TableId::Stopword).contains(folded),
    }
}

/// A word as a number.
pub(crate) fn number(word: &str) -> u64 {
    Fingerprint::new().field(word).value()
}

/// Words that name a person by sex or age alone, by one of them.
fn person(folded: &str) -> &str {
    match folded {
        "lady" | "ladies" | "women" => "woman",
        "guy" | "guys" | "men" => "man",
        "kid" | "kids" | "children" => "child",
        other => other,
    }
}
