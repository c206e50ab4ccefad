//! Vocabulary: the forms in which words are compared, computed once per distinct word.

use std::ops::Range;

use super::irregular;
use crate::id::Fingerprint;
use crate::lexicon::{Lexicon, TableId, WordMap};
use crate::text::{Document, TokenKind, normal, stem};

/// The forms of one word, as numbers: words are compared far more often than they are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Forms {
    /// Without inflection.
    pub(crate) stem: u64,
    /// Without inflection and spelling convention; see [`normal`].
    pub(crate) normal: u64,
    /// Like `normal`, with one form for each irregular verb and for words that name people by sex or age.
    pub(crate) base: u64,
    /// True for function words.
    pub(crate) small: bool,
}

/// The words of a bundle in the forms in which they are compared. Use one for all documents: the forms of a word are computed
/// when it is first met.
#[derive(Debug)]
pub struct Vocabulary<'l> {
    lexicon: &'l Lexicon,
    numbers: WordMap,
    forms: Vec<Forms>,
}

impl<'l> Vocabulary<'l> {
    /// An empty vocabulary for the lexicon with which the documents were parsed.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, numbers: WordMap::default(), forms: Vec::new() }
    }

    /// The words of a range of tokens. Linear.
    pub fn read<'a, 't>(&mut self, document: &'a Document<'t>, tokens: Range<usize>) -> Stretch<'a, 't> {
        let range = tokens.start.min(document.tokens().len())..tokens.end.min(document.tokens().len());
        let forms: Vec<Forms> = range.clone().map(|at| self.forms(document, at)).collect();
        let read = document.tokens().get(range.clone()).unwrap_or_default().iter().zip(&forms);
        let content = read.zip(range).filter(|((token, forms), _)| {
            !forms.small && matches!(token.kind, TokenKind::Word | TokenKind::Number)
        });
        let words = content.map(|((token, forms), at)| Word {
            at,
            key: forms.normal,
            number: token.kind == TokenKind::Number,
            name: token.is_capitalised(),
            role: token.begins.contains(TableId::Role),
        });
        Stretch { document, words: words.collect(), tokens, forms }
    }

    /// The forms of the word at a token.
    pub(crate) fn forms(&mut self, document: &Document<'_>, at: usize) -> Forms {
        let new = self.forms.len();
        let token = document.tokens().get(at);
        let number = token.map_or(new, |t| document.number_or(t, &mut self.numbers, new as u32) as usize);
        match self.forms.get(number) {
            Some(&known) => known,
            None => {
                let forms = forms(document.folded(at), self.lexicon);
                self.forms.push(forms);
                forms
            }
        }
    }
}

/// A stretch of a document, usually a sentence, with the forms of its words.
#[derive(Clone, Debug)]
pub struct Stretch<'a, 't> {
    pub(crate) document: &'a Document<'t>,
    pub(crate) tokens: Range<usize>,
    /// For each token, the forms of its word.
    forms: Vec<Forms>,
    /// The content words, in order.
    words: Vec<Word>,
}

/// A content word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Its token.
    pub(crate) at: usize,
    /// The form it is compared by; see [`normal`].
    pub(crate) key: u64,
    pub(crate) number: bool,
    /// True if capitalised.
    pub(crate) name: bool,
    /// True if it begins a role (what somebody is).
    pub(crate) role: bool,
}

impl<'a> Stretch<'a, '_> {
    /// The forms of the word at a token of the stretch.
    pub(crate) fn forms(&self, at: usize) -> Option<&Forms> {
        self.forms.get(at.checked_sub(self.tokens.start)?)
    }

    /// The content words in a range of tokens.
    pub(crate) fn within(&self, tokens: &Range<usize>) -> &[Word] {
        let from = self.words.partition_point(|w| w.at < tokens.start);
        let to = from + self.words.get(from..).map_or(0, |rest| rest.partition_point(|w| w.at < tokens.end));
        self.words.get(from..to).unwrap_or_default()
    }

    /// The text of a range of tokens.
    pub(crate) fn slice(&self, tokens: Range<usize>) -> &'a str {
        self.document.span(tokens).slice(self.document.text())
    }

    pub(crate) fn is_capitalised(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.is_capitalised())
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

/// Maps the words that name a person by sex or age alone to one form.
fn person(folded: &str) -> &str {
    match folded {
        "lady" | "ladies" | "women" => "woman",
        "guy" | "guys" | "men" => "man",
        "kid" | "kids" | "children" => "child",
        other => other,
    }
}
