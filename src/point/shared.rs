//! Shared clauses: the parts of a sentence that the other sentences of its claim assert, too, if it says more.

use std::ops::Range;

use crate::align::value;
use crate::compare::vocabulary::{Stretch, number};
use crate::lexicon::{Lexicon, TableId};
use crate::point::End;
use crate::span::Span;
use crate::text::TokenKind;

/// A clause is shared if another sentence contains this fraction of its content words.
const COVERED: f64 = 0.5;

/// The content words of a sentence as terms, and their meanings if the lexicon has other words for them.
pub(crate) struct Words {
    words: Vec<Word>,
    /// All terms and meanings, sorted.
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

/// A content word; `None` for any other token.
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
        // A number different from that of the word itself.
        Some(number(&found.entry.canonical).wrapping_add(1))
    });
    // As in [`term`](crate::align::term).
    let counts = token.kind == TokenKind::Number || token.begins.is_number_word();
    let value = if counts { value(document.folded(at)) } else { None };
    let term = value.map_or(forms.stem, |value| number(&format!("#{value}")));
    Some(Word { at, term, meaning })
}

/// The clauses of a sentence that at least one of the others also asserts, with adjacent ones joined, in order; the whole
/// sentence if it says nothing else or no clause can be separated. Linear in its length times the number of the others.
pub(crate) fn shared(end: &End<'_>, own: &Words, others: &[&Words]) -> Vec<Span> {
    let whole = vec![end.sentence.span];
    // For each clause: shared, not shared, or without content and thus like the clause before.
    let mut told: Vec<(Span, Option<bool>)> = Vec::new();
    for (_, clause) in end.within(&end.mentions.clauses, |c| c.sentence) {
        let words = own.within(&clause.tokens);
        let covered = |other: &&Words| {
            words.iter().filter(|word| other.holds(word)).count() as f64 >= COVERED * words.len() as f64
        };
        // "And" joins the clause to one from which it is separated here.
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
