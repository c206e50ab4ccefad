//! Paragraphs: which line breaks end a paragraph, and which only wrap a line.

use std::ops::Range;

use super::view::{Mark, View};

/// Lines of these lengths, in bytes, may have been wrapped.
const WRAPPED: Range<usize> = 40..132;

/// The token ranges of the paragraphs, in order, starting at token `first`. Linear.
pub(super) fn blocks<'v>(view: &'v View<'_, '_>, first: usize) -> impl Iterator<Item = Range<usize>> + 'v {
    let width = wrap_width(view, first);
    let mut lines = view.lines.iter().filter(move |line| line.token > first);
    let (mut start, mut line_start) = (first, first);
    std::iter::from_fn(move || {
        if start >= view.tokens.len() {
            return None;
        }
        let from = start;
        for line in lines.by_ref() {
            if line.breaks == 1 && is_wrapped(view, from, line_start, line.token, width) {
                line_start = line.token;
            } else {
                (start, line_start) = (line.token, line.token);
                return Some(from..start);
            }
        }
        start = view.tokens.len();
        Some(from..start)
    })
}

/// True for a single line break within a sentence: the next line continues in lower case, or the line had no room for its
/// first word.
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

/// The width at which the text was wrapped, if it was: nearly every line had no room for the first word of the next.
fn wrap_width(view: &View<'_, '_>, first: usize) -> Option<usize> {
    let (mut width, mut start) = (0, first);
    for line in view.lines.iter().filter(|line| line.token > first) {
        width = width.max(length(view, start, line.token));
        // One line is too long: the text was not wrapped.
        if width >= WRAPPED.end {
            return None;
        }
        start = line.token;
    }
    if !WRAPPED.contains(&width.max(length(view, start, view.tokens.len()))) {
        return None;
    }
    let (mut full, mut short, mut start) = (0, 0, first);
    for line in view.lines.iter().filter(|line| line.token > first) {
        match line.breaks {
            1 if is_full(view, start, line.token, width) => full += 1,
            1 => short += 1,
            _ => {}
        }
        start = line.token;
    }
    (full >= 3 && full > 8 * short).then_some(width)
}

fn is_full(view: &View<'_, '_>, line: usize, next: usize, width: usize) -> bool {
    let rest = view.tokens.get(next).map_or("", |t| view.text.get(t.span.start..).unwrap_or(""));
    let word = rest.bytes().take(width).take_while(|b| !b.is_ascii_whitespace()).count();
    length(view, line, next) + 1 + word > width
}

/// The bytes from token `line` to the end of the token before `next`.
fn length(view: &View<'_, '_>, line: usize, next: usize) -> usize {
    match (view.tokens.get(line), next.checked_sub(1).and_then(|t| view.tokens.get(t))) {
        (Some(a), Some(b)) => b.span.end.saturating_sub(a.span.start),
        _ => 0,
    }
}
