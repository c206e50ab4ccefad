//! What of a sentence the other sentences of its claim assert too: whole clauses, where it says more.

use std::ops::Range;

use crate::align::value;
use crate::compare::vocabulary::{Stretch, number};
use crate::lexicon::{Lexicon, TableId};
use crate::point::End;
use crate::span::Span;
use crate::text::TokenKind;

/// A clause is shared where another sentence holds this share of its words with content.
const COVERED: f64 = 0.5;

/// The words with content of a sentence, as linking counts them, and what they mean where the lexicon has others for it.
pub(crate) struct Words {
    words: Vec<Word>,
    /// All terms and meanings, in order.
    held: Vec<u64>,
}

struct Word {
    at: usize,
    term: u64,
    meaning: Option<u64>,
}

impl Words {
    /// Linear in the length of the sentence.
    pub(crate) fn of(stretch: &Stretch<'_, '_>, lexicon: &Lexicon) -> Self {
        let mut words = Vec::with_capacity(stretch.tokens.len());
        let mut held = Vec::with_capacity(2 * stretch.tokens.len());
        for word in stretch.tokens.clone().filter_map(|at| word(stretch, at, lexicon)) {
            held.push(word.term);
            held.extend(word.meaning);
            words.push(word);
        }
        held.sort_unstable();
        Self { words, held }
    }

    fn within(&self, tokens: &Range<usize>) -> &[Word] {
        let from = self.words.partition_point(|w| w.at < tokens.start);
        let to = self.words.partition_point(|w| w.at < tokens.end);
        self.words.get(from..to).unwrap_or_default()
    }

    fn holds(&self, word: &Word) -> bool {
        let held = |key: u64| self.held.binary_search(&key).is_ok();
        held(word.term) || word.meaning.is_some_and(held)
    }
}

/// A word with content; `None` for any other token.
fn word(stretch: &Stretch<'_, '_>, at: usize, lexicon: &Lexicon) -> Option<Word> {
    let document = stretch.document;
    let (token, forms) = (document.tokens().get(at)?, stretch.forms(at)?);
    let content = matches!(token.kind, TokenKind::Word | TokenKind::Number)
        && !(token.begins.contains(TableId::Stopword) && forms.small)
        && !token.begins.contains(TableId::Speech);
    if !content {
        return None;
    }
    let meaning = [TableId::Synonym, TableId::Counted].into_iter().find_map(|table| {
        let found = document.lookup(table, at, lexicon)?.1;
        // Another number than that of the word itself.
        Some(number(&found.entry.canonical).wrapping_add(1))
    });
    // As [`term`](crate::align::term) has it.
    let counts = token.kind == TokenKind::Number || token.begins.is_number_word();
    let value = if counts { value(document.folded(at)) } else { None };
    let term = value.map_or(forms.stem, |value| number(&format!("#{value}")));
    Some(Word { at, term, meaning })
}

/// The clauses of a sentence that some one of the others asserts too, neighbours as one span, in order; the whole sentence
/// where it says nothing else, or no clause stands out. Linear in its length times the number of the others.
pub(crate) fn shared(end: &End<'_>, own: &Words, others: &[&Words]) -> Vec<Span> {
    let whole = vec![end.sentence.span];
    // For each clause: told, or not, or without content and so as the clause before it.
    let mut told: Vec<(Span, Option<bool>)> = Vec::new();
    for (_, clause) in end.within(&end.mentions.clauses, |c| c.sentence) {
        let words = own.within(&clause.tokens);
        let covered = |other: &&Words| {
            words.iter().filter(|word| other.holds(word)).count() as f64 >= COVERED * words.len() as f64
        };
        // "And" joins the clause to what it is told apart from.
        let joined = matches!(end.document.folded(clause.tokens.start), "and" | "but" | "or");
        let start = clause.tokens.start + usize::from(joined && clause.tokens.len() > 1);
        told.push((
            end.document.span(start..clause.tokens.end),
            (!words.is_empty()).then(|| others.iter().any(covered)),
        ));
    }
    if !told.iter().any(|t| t.1 == Some(false)) || !told.iter().any(|t| t.1 == Some(true)) {
        return whole;
    }
    let mut spans: Vec<Span> = Vec::new();
    let mut before = false;
    for (span, told) in told {
        if told == Some(true) {
            match spans.last_mut() {
                Some(last) if before => *last = last.cover(span),
                _ => spans.push(span),
            }
        }
        before = told.unwrap_or(before);
    }
    spans
}
