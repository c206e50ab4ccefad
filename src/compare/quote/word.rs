//! The words of a quotation, as they are compared.

use crate::fold::fold_into;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::verb;
use crate::span::Span;
use crate::text::scan::scan;
use crate::text::stem;
use crate::text::token::TokenKind;

/// Words compared at most, per quotation: what follows is not aligned, so that no pair costs more than this squared.
const LONGEST: usize = 400;
/// What a word without content of its own weighs beside one that has some.
pub(super) const SMALL: f64 = 0.2;
/// What a modal verb or a negation weighs.
const FORCE: f64 = 0.5;

/// A word of a quotation, as compared.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub(super) key: String,
    pub(super) stem: String,
    pub(super) weight: f64,
    pub(super) span: Span,
    pub(super) text: &'t str,
    /// An ellipsis stands before it.
    pub(super) after_gap: bool,
    /// A full stop, comma or the like stands before it.
    pub(super) after_mark: bool,
    /// A full stop, question mark or exclamation mark stands before it.
    pub(super) after_stop: bool,
    /// It is a number, or has a capital letter within a sentence.
    pub(super) proper: bool,
    /// It is an editor's, in square brackets.
    pub(super) bracketed: bool,
}

impl Word<'_> {
    /// The word as written.
    pub(super) fn surface(&self) -> &str {
        self.span.slice(self.text)
    }

    pub(super) fn is_content(&self) -> bool {
        self.weight >= 1.0
    }

    /// A word with content that is no name and no number.
    pub(super) fn is_common(&self) -> bool {
        self.is_content() && !self.proper
    }

    pub(super) fn is_negation(&self) -> bool {
        matches!(
            self.key.as_str(),
            "not"
                | "no"
                | "never"
                | "nobody"
                | "nothing"
                | "none"
                | "neither"
                | "nor"
                | "without"
                | "hardly"
                | "barely"
        )
    }

    pub(super) fn is_obligation(&self) -> bool {
        matches!(self.key.as_str(), "must" | "should" | "shall" | "ought" | "need" | "needs")
    }

    pub(super) fn is_condition(&self) -> bool {
        matches!(self.key.as_str(), "if" | "unless" | "provided" | "until")
    }

    pub(super) fn answers(&self, other: &Word<'_>) -> bool {
        self.key == other.key || self.weight >= 1.0 && self.stem == other.stem
    }
}

pub(super) fn words<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = Vec::new();
    let (mut gap, mut mark, mut stop, mut bracket) = (false, false, true, false);
    for piece in scan(text) {
        let surface = piece.span.slice(text);
        match piece.kind {
            TokenKind::Punctuation => match surface {
                "[" => bracket = true,
                "]" => bracket = false,
                "…" => gap = true,
                _ if surface.len() > 1 && surface.starts_with('.') => gap = true,
                "-" | "–" | "(" | ")" | "/" => {}
                _ => {
                    mark = true;
                    stop |= matches!(surface, "." | "!" | "?" | ":");
                }
            },
            TokenKind::Quote => {}
            _ => {
                if words.len() >= LONGEST {
                    break;
                }
                let mut folded = String::with_capacity(surface.len());
                fold_into(surface, &mut folded);
                folded.retain(|c| c != '.');
                let last = words.last().map_or("", |w| w.key.as_str());
                let (first, second) = expand(&folded, last);
                let capital = surface.chars().next().is_some_and(char::is_uppercase);
                for key in [first, second].into_iter().flatten() {
                    let key = normal(key, lexicon);
                    words.push(Word {
                        stem: stem(&key).into_owned(),
                        weight: weight(&key),
                        key,
                        span: piece.span,
                        text,
                        after_gap: std::mem::take(&mut gap),
                        after_mark: std::mem::take(&mut mark),
                        proper: piece.kind == TokenKind::Number || capital && !stop,
                        after_stop: std::mem::take(&mut stop),
                        bracketed: bracket,
                    });
                }
            }
        }
    }
    words
}

/// The words of a contraction, given the word before it.
fn expand<'w>(word: &'w str, before: &str) -> (Option<&'w str>, Option<&'w str>) {
    match word {
        "cannot" | "can't" => return (Some("can"), Some("not")),
        "won't" => return (Some("will"), Some("not")),
        "shan't" => return (Some("shall"), Some("not")),
        "'s" => {
            let is = matches!(
                before,
                "it" | "that" | "he" | "she" | "there" | "what" | "who" | "here" | "where" | "this" | "how"
            );
            return (
                if is {
                    Some("is")
                } else if before == "let" {
                    Some("us")
                } else {
                    Some("'s")
                },
                None,
            );
        }
        _ => {}
    }
    for (ending, meaning) in
        [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am")]
    {
        if let Some(base) = word.strip_suffix(ending).filter(|base| !base.is_empty()) {
            return (Some(base), Some(meaning));
        }
    }
    (Some(word), None)
}

/// One spelling for all conventions, and digits for the small numbers.
fn normal(word: &str, lexicon: &Lexicon) -> String {
    const NUMBERS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if word == "&" {
        return "and".to_owned();
    }
    // "One" is more often a pronoun.
    if let Some(n) = NUMBERS.iter().skip(2).position(|&n| n == word) {
        return (n + 2).to_string();
    }
    if let Some(entry) = lexicon.table(TableId::Spelling).get_folded(word) {
        return entry.canonical.clone();
    }
    // Endings on which the conventions differ regularly, for words that no table holds.
    for (british, american) in [("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("ises", "izes")] {
        if let Some(base) = word.strip_suffix(british).filter(|base| base.len() > 3) {
            return format!("{base}{american}");
        }
    }
    word.to_owned()
}

fn weight(word: &str) -> f64 {
    if verb::is_modal(word)
        || matches!(word, "not" | "no" | "never" | "without" | "nothing" | "if" | "unless")
    {
        return FORCE;
    }
    let small = verb::is_auxiliary(word)
        || verb::is_determiner(word)
        || verb::is_preposition(word)
        || verb::is_conjunction(word)
        || matches!(
            word,
            "i" | "you"
                | "he"
                | "she"
                | "it"
                | "we"
                | "they"
                | "me"
                | "him"
                | "us"
                | "them"
                | "there"
                | "here"
                | "'s"
                | "very"
                | "just"
                | "also"
                | "too"
                | "up"
                | "out"
                | "off"
                | "down"
                | "then"
                | "now"
                | "mr"
                | "really"
        );
    if small { SMALL } else { 1.0 }
}
