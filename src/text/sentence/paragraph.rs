//! Paragraphs: where lines end for good, and where they were only too long.

use std::ops::Range;

use super::view::{Mark, View};

/// Lines within these lengths, in bytes, may have been wrapped by a program or a person.
const WRAPPED: Range<usize> = 40..132;

/// The token ranges of the paragraphs, in order, from token `first` on. Linear.
pub(super) fn blocks<'v>(view: &'v View<'_, '_>, first: usize) -> impl Iterator<Item = Range<usize>> + 'v {
    let width = wrap_width(view, first);
    let mut start = first;
    let mut line_start = first;
    std::iter::from_fn(move || {
        if start >= view.tokens.len() {
            return None;
        }
        let from = start;
        for next in from + 1..view.tokens.len() {
            match breaks(view, next) {
                0 => continue,
                1 if is_wrapped(view, from, line_start, next, width) => line_start = next,
                _ => {
                    (start, line_start) = (next, next);
                    return Some(from..next);
                }
            }
        }
        start = view.tokens.len();
        Some(from..start)
    })
}

/// Line breaks in the white space before a token; two for a paragraph's end written otherwise.
pub(super) fn breaks(view: &View<'_, '_>, token: usize) -> usize {
    let (Some(a), Some(b)) = (token.checked_sub(1).and_then(|t| view.tokens.get(t)), view.tokens.get(token))
    else {
        return 0;
    };
    let gap = view.text.as_bytes().get(a.span.end..b.span.start).unwrap_or_default();
    if matches!(gap, [] | [b' ']) {
        return 0;
    }
    let lines = gap.iter().filter(|&&b| b == b'\n').count();
    // Old Mac line ends, and the separators of Unicode.
    let returns = gap.iter().filter(|&&b| b == b'\r').count();
    let separators = gap.windows(3).filter(|w| matches!(w, [0xe2, 0x80, 0xa8 | 0xa9])).count();
    lines.max(returns) + 2 * separators
}

/// A single line break within a sentence: the line goes on in lower case, or had no room for the next word.
fn is_wrapped(view: &View<'_, '_>, block: usize, line: usize, next: usize, width: Option<usize>) -> bool {
    if view.mark(next) == Mark::Bullet {
        return false;
    }
    if let Some(width) = width {
        return is_full(view, line, next, width);
    }
    let opens_lower = view.is_lower(block) && length(view, line, next) < WRAPPED.start;
    let ended = matches!(view.mark(next - 1), Mark::Stop | Mark::Call | Mark::Ellipsis)
        || matches!(view.surface(next - 1), ":" | ";");
    view.is_lower(next) && !opens_lower && !ended
}

/// The width the text was wrapped at, if it was: nearly every line that another follows had no room for that one's first word.
fn wrap_width(view: &View<'_, '_>, first: usize) -> Option<usize> {
    let (mut width, mut line) = (0, first);
    for next in first + 1..view.tokens.len() {
        if breaks(view, next) > 0 {
            width = width.max(length(view, line, next));
            // One line too long, and no program wrapped this text.
            if width >= WRAPPED.end {
                return None;
            }
            line = next;
        }
    }
    if !WRAPPED.contains(&width.max(length(view, line, view.tokens.len()))) {
        return None;
    }
    let (mut full, mut short, mut line) = (0, 0, first);
    for next in first + 1..view.tokens.len() {
        match breaks(view, next) {
            0 => continue,
            1 if is_full(view, line, next, width) => full += 1,
            1 => short += 1,
            _ => {}
        }
        line = next;
    }
    (full >= 3 && full > 8 * short).then_some(width)
}

fn is_full(view: &View<'_, '_>, line: usize, next: usize, width: usize) -> bool {
    let rest = view.tokens.get(next).map_or("", |t| view.text.get(t.span.start..).unwrap_or(""));
    let word = rest.bytes().take(width).take_while(|b| !b.is_ascii_whitespace()).count();
    length(view, line, next) + 1 + word > width
}

/// Bytes from token `line` to the end of the token before `next`.
fn length(view: &View<'_, '_>, line: usize, next: usize) -> usize {
    match (view.tokens.get(line), next.checked_sub(1).and_then(|t| view.tokens.get(t))) {
        (Some(a), Some(b)) => b.span.end.saturating_sub(a.span.start),
        _ => 0,
    }
}
