//! Interrupted quotations: pieces of one utterance, compared as a whole.

use std::ops::Range;

use crate::mention::Quote;
use crate::point::{Bundle, flat};
use crate::span::Span;
use crate::text::Document;

/// The most bytes of the reporter's words between two pieces: a name with its office, the verb and the day.
const GAP: usize = 200;
/// The most pieces.
const PIECES: usize = 6;

/// An interrupted utterance: `"Q," she said, "R."`
pub(crate) struct Whole {
    /// The pieces, as indices among the source's quotations; nested quotations are between them.
    pub(crate) pieces: Range<usize>,
    /// From the first word of the first piece to the last word of the last, including the reporter's words.
    pub(crate) span: Span,
    /// The words of all pieces, on one line.
    pub(crate) words: String,
}

/// The interrupted quotations of each source, in order. Linear.
pub(crate) fn gather(bundle: &Bundle<'_>) -> Vec<Vec<Whole>> {
    bundle.documents.iter().zip(bundle.mentions).map(|(d, m)| of_document(d, &m.quotes)).collect()
}

fn of_document(document: &Document<'_>, quotes: &[Quote]) -> Vec<Whole> {
    let mut wholes = Vec::new();
    let mut from = 0;
    while from < quotes.len() {
        let (mut to, mut next, mut last) = (from + 1, from + 1, from);
        while let Some(quote) = quotes.get(next).filter(|_| to - from < PIECES) {
            // A quotation within a piece is not a piece.
            if !quote.nested {
                if !goes_on(document, quotes, (last, next)) {
                    break;
                }
                (to, last) = (next + 1, next);
            }
            next += 1;
        }
        if let (true, Some([first, .., last])) = (to - from > 1, quotes.get(from..to)) {
            let pieces = quotes.get(from..to).unwrap_or(&[]).iter();
            let words: Vec<String> =
                pieces.filter(|q| !q.nested).map(|q| flat(q.span.slice(document.text()))).collect();
            let span = Span::new(first.span.start, last.span.end);
            wholes.push(Whole { pieces: from..to, span, words: words.join(" ") });
        }
        from = to;
    }
    wholes
}

/// True for a quotation that continues an earlier one: between the two there are only the words that name the speaker.
fn goes_on(document: &Document<'_>, quotes: &[Quote], (before, at): (usize, usize)) -> bool {
    let (Some(before), Some(quote)) = (quotes.get(before), quotes.get(at)) else { return false };
    if before.nested || quote.nested || before.unclosed || quote.unclosed || before.speaker.is_none() {
        return false;
    }
    let (end, start) = (before.span.end, quote.span.start);
    if start <= end || start - end > GAP {
        return false;
    }
    let between = |span: Option<Span>| span.is_some_and(|s| s.start >= end && s.end <= start);
    // A different speaker means another utterance, or a new beginning.
    let own = quote.speaker != before.speaker || !between(before.speaker) || !between(before.cue);
    if own {
        return false;
    }
    let text = document.text();
    let outer = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»');
    let gap = Span::new(end, start).slice(text).trim_matches(outer);
    let closed = gap.ends_with(['.', '!', '?']);
    let set_off = gap.ends_with([',', '—', '–', '-', ':']) || closed;
    let begins = quote.span.slice(text).chars().next().is_some_and(char::is_uppercase);
    if !set_off || closed && !begins {
        return false;
    }
    // `"Q," she said and left the room, waving. "R."`: the words between must not continue into another sentence.
    let sentence = |byte: usize| document.sentence_at(byte).and_then(|n| document.sentences().get(n));
    let (Some(first), Some(second)) = (sentence(end), sentence(start)) else { return false };
    first.paragraph == second.paragraph
        && (first.tokens == second.tokens || first.tokens.end == second.tokens.start)
}
