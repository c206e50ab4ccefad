//! Sentences: where a text divides, and which of its pieces assert anything.

use std::ops::Range;

use crate::date::Published;
use crate::lexicon::{Lexicon, TableId};
use crate::span::Span;
use crate::text::document::Document;
use crate::text::token::{Shape, TokenKind};

/// What a sentence is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SentenceKind {
    /// A sentence of the running text.
    Body,
    /// A headline or a heading within the text.
    Heading,
    /// Bylines, credits, times of updating: words about the text, which assert nothing of the event.
    Boilerplate,
}

/// A sentence, with its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space at either end.
    pub span: Span,
    /// Its tokens, as positions in [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Its paragraph, counted from 0.
    pub paragraph: usize,
    /// What it is for.
    pub kind: SentenceKind,
}

/// Cuts a document into sentences, and reads the date of publication off its head (`date 2023-08-04`), where one stands there.
/// Those words stand in no sentence.
pub(crate) fn split(document: &Document<'_>, lexicon: &Lexicon) -> (Vec<Sentence>, Option<Published>) {
    let (first, published) = dateline(document);
    let mut sentences = Vec::new();
    let tokens = document.tokens();
    let (mut start, mut paragraph) = (first, 0);
    for at in first..tokens.len() {
        let next = at + 1;
        let gap = match tokens.get(next) {
            Some(t) => &document.text()[tokens[at].span.end..t.span.start],
            None => "\n\n",
        };
        let breaks = gap.matches('\n').count();
        let new_paragraph = breaks > 1 || (breaks == 1 && !is_wrapped(document, at));
        if new_paragraph || (ends_sentence(document, at, lexicon) && next < tokens.len()) {
            let tokens = start..next;
            let span = document.span(tokens.clone());
            let ended = tokens.clone().rev().any(|t| matches!(document.surface(t), "." | "!" | "?" | "…"));
            let kind = if ended { SentenceKind::Body } else { SentenceKind::Heading };
            sentences.push(Sentence { span, tokens, paragraph, kind });
            start = next;
            paragraph += usize::from(new_paragraph);
        }
    }
    (sentences, published)
}

/// `date 2023-08-04` at the head of the text: the first token after it, and the date.
fn dateline(document: &Document<'_>) -> (usize, Option<Published>) {
    if document.folded(0) != "date" {
        return (0, None);
    }
    let (Some(from), Some(to)) = (document.tokens().get(1), document.tokens().get(5)) else {
        return (0, None);
    };
    match from.span.cover(to.span).slice(document.text()).parse() {
        Ok(published) => (6, Some(published)),
        Err(_) => (0, None),
    }
}

/// A single line break within a sentence: the line goes on in lower case.
fn is_wrapped(document: &Document<'_>, at: usize) -> bool {
    document.tokens().get(at + 1).is_some_and(|t| t.shape == Shape::Lower)
        && !matches!(document.surface(at), "." | "!" | "?" | ":")
}

/// True where a sentence ends with this token: a mark of ending, or what closes after one.
fn ends_sentence(document: &Document<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let tokens = document.tokens();
    // Step back over closing marks to the one that ends.
    let mut mark = at;
    while mark > 0 && is_closing(document, mark) && document.is_attached(mark) {
        mark -= 1;
    }
    if !matches!(document.surface(mark), "." | "!" | "?" | "…" | "..." | "....") {
        return false;
    }
    let Some(next) = tokens.get(at + 1) else { return true };
    if is_closing(document, at + 1) && document.is_attached(at + 1) && !opens_next(document, at + 1) {
        return false;
    }
    let attached = document.is_attached(at + 1);
    let begins = next.is_capitalised()
        || matches!(next.kind, TokenKind::Number | TokenKind::Quote)
        || document.surface(at + 1) == "(";
    if !begins || (attached && !matches!(next.shape, Shape::Title) && next.kind != TokenKind::Quote) {
        return false;
    }
    document.surface(mark) != "." || mark == 0 || !is_abbreviation(document, mark - 1, lexicon)
}

fn is_closing(document: &Document<'_>, at: usize) -> bool {
    matches!(document.surface(at), "\"" | "”" | "’" | "'" | "»" | ")" | "]")
}

/// A straight quotation mark after a full stop with a word attached to it opens what follows: `group."I got`.
fn opens_next(document: &Document<'_>, at: usize) -> bool {
    document.surface(at) == "\""
        && document.tokens().get(at + 1).is_some_and(|t| t.is_capitalised())
        && document.is_attached(at + 1)
}

fn is_abbreviation(document: &Document<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let initial = document.surface(at).chars().count() == 1
        && document.tokens().get(at).is_some_and(|t| t.is_capitalised());
    initial || lexicon.table(TableId::Abbreviation).contains(document.folded(at))
}
