//! Headings: short lines without an end mark.

use std::ops::Range;

use super::SentenceKind;
use super::view::{Mark, View};

/// The most words in a heading.
const WORDS: usize = 22;
/// The most words in a heading that shares its paragraph with sentences.
const WORDS_IN_TEXT: usize = 8;

/// The kind of a sentence, judged by its form alone.
pub(super) fn kind(view: &View<'_, '_>, tokens: Range<usize>, block: Range<usize>) -> SentenceKind {
    let alone = tokens == block;
    let most = if alone { WORDS } else { WORDS_IN_TEXT };
    let Some(last) = tokens.clone().next_back() else { return SentenceKind::Body };
    if tokens.len() > 2 * WORDS || is_ended(view, tokens.clone()) {
        return SentenceKind::Body;
    }
    // List items, and lines that introduce something.
    let item = match view.mark(tokens.start) {
        Mark::Bullet => true,
        // By itself a list item; at the end of a paragraph, part of its text.
        Mark::Dash => true,
        _ => !alone && (view.is_number(tokens.start) || view.mark(tokens.start + 1) == Mark::CloseBracket),
    };
    let leads_on = matches!(view.surface(last), "," | ";") || (view.surface(last) == ":" && tokens.len() > 8);
    let words = tokens.clone().filter(|&t| view.tokens.get(t).is_some_and(|t| t.is_word())).count();
    let begins = tokens.clone().take(3).any(|t| view.is_capitalised(t) || view.is_number(t));
    // The last sentence of a paragraph, cut off.
    let tail = tokens.start > block.start;
    if item || leads_on || words > most || words == 0 || !begins || (tail && tokens.end < block.end) {
        return SentenceKind::Body;
    }
    SentenceKind::Heading
}

/// True if an end mark closes the sentence, with or without quotation marks and brackets after it.
pub(super) fn is_ended(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    for at in tokens.rev().take(6) {
        match view.mark(at) {
            Mark::Stop | Mark::Call | Mark::Ellipsis | Mark::Acronym => return true,
            Mark::Double | Mark::Single | Mark::CloseQuote | Mark::CloseBracket | Mark::OpenBracket => {}
            // A footnote number.
            Mark::None if view.is_number(at) && at >= 2 => {
                let noted = view.mark(at - 1) == Mark::Stop && view.is_lower(at - 2);
                if !noted && view.mark(at - 1) != Mark::OpenBracket {
                    return false;
                }
            }
            _ => return false,
        }
    }
    false
}
