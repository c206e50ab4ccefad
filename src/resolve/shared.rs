//! What of a sentence the other sentences of its claim assert too: whole clauses, where it says more.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::End;
use crate::align::term;
use crate::lexicon::{Lexicon, TableId};
use crate::span::Span;
use crate::text::TokenKind;

/// A clause is shared where another sentence holds this share of its words with content.
const COVERED: f64 = 0.5;

/// The words with content of a sentence, as linking counts them, and what they mean where the lexicon has others for it.
pub(super) struct Words<'a>(FxHashSet<Cow<'a, str>>);

impl<'a> Words<'a> {
    pub(super) fn of(end: &End<'a>, lexicon: &'a Lexicon) -> Self {
        let keys = end.sentence.tokens.clone().filter_map(|at| keys(end, at, lexicon));
        Self(keys.flat_map(|(word, meaning)| [Some(word), meaning]).flatten().collect())
    }
}

/// The term of a word with content, and its meaning; `None` for any other token.
fn keys<'a>(end: &End<'a>, at: usize, lexicon: &'a Lexicon) -> Option<(Cow<'a, str>, Option<Cow<'a, str>>)> {
    let token = end.document.tokens().get(at)?;
    let folded = end.document.folded(at);
    let content = matches!(token.kind, TokenKind::Word | TokenKind::Number)
        && !(token.begins.contains(TableId::Stopword) && lexicon.table(TableId::Stopword).contains(folded))
        && !token.begins.contains(TableId::Speech);
    if !content {
        return None;
    }
    let meaning = [TableId::Synonym, TableId::Counted].into_iter().find_map(|table| {
        let found = end.document.lookup(table, at, lexicon)?.1;
        Some(Cow::Owned(format!("={}", found.entry.canonical)))
    });
    Some((term(folded), meaning))
}

/// The clauses of a sentence that some one of the others asserts too, neighbours as one span, in order; the whole sentence
/// where it says nothing else, or no clause stands out. Linear in its length times the number of the others.
pub(super) fn shared(end: &End<'_>, others: &[&Words<'_>], lexicon: &Lexicon) -> Vec<Span> {
    let whole = vec![end.sentence.span];
    // For each clause: told, or not, or without content and so as the clause before it.
    let mut told: Vec<(Span, Option<bool>)> = Vec::new();
    for (_, clause) in end.within(&end.mentions.clauses, |c| c.sentence) {
        let words: Vec<_> = clause.tokens.clone().filter_map(|at| keys(end, at, lexicon)).collect();
        let covered = |other: &&Words<'_>| {
            let held = |key: &Cow<'_, str>| other.0.contains(key.as_ref());
            let found =
                words.iter().filter(|(word, meaning)| held(word) || meaning.as_ref().is_some_and(held));
            found.count() as f64 >= COVERED * words.len() as f64
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
