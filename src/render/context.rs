//! Context: what stands around a mention, on one line.

use crate::source::Source;
use crate::span::Span;

/// A mention between square brackets with the words around it, white space folded, about `width` characters in all. Words are
/// not cut; what is left out is marked by `..`.
pub(super) fn around(source: &Source, sentence: Span, mention: Span, width: usize) -> String {
    let text = source.text();
    let before = words(Span::new(sentence.start, mention.start).slice(text));
    let after = words(Span::new(mention.end, sentence.end).slice(text));
    let middle = shorten(&words(mention.slice(text)).join(" "), width);
    let room = width.saturating_sub(middle.chars().count() + 2);
    // Half of the room to each side; what one side does not need goes to the other.
    let (left, right) = (length(&before), length(&after));
    let for_left = left.min((room / 2).max(room.saturating_sub(right)));
    let for_right = right.min(room.saturating_sub(for_left));
    let kept_left = fit(before.iter().rev(), for_left);
    let kept_right = fit(after.iter(), for_right);
    let mut out = String::new();
    if kept_left < before.len() {
        out.push_str(".. ");
    }
    out.push_str(&before[before.len() - kept_left..].join(" "));
    if kept_left > 0 && text[..mention.start].ends_with(char::is_whitespace) {
        out.push(' ');
    }
    out.push('[');
    out.push_str(&middle);
    out.push(']');
    if kept_right > 0 && text[mention.end..].starts_with(char::is_whitespace) {
        out.push(' ');
    }
    out.push_str(&after[..kept_right].join(" "));
    if kept_right < after.len() {
        out.push_str(" ..");
    }
    out
}

/// The first words of a text, at most `width` characters, with `..` where something is left out.
pub(super) fn shorten(text: &str, width: usize) -> String {
    let all = words(text);
    if length(&all) <= width {
        return all.join(" ");
    }
    let kept = fit(all.iter(), width.saturating_sub(3)).max(1);
    // A single word longer than the line is cut at a character.
    let head: String = all[..kept.min(all.len())].join(" ").chars().take(width.saturating_sub(3)).collect();
    format!("{head} ..")
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Characters of words joined by spaces.
fn length(words: &[&str]) -> usize {
    words.iter().map(|w| w.chars().count() + 1).sum::<usize>().saturating_sub(1)
}

/// How many words, from the first on, fit into so many characters.
fn fit<'a>(words: impl Iterator<Item = &'a &'a str>, width: usize) -> usize {
    let mut used = 0;
    words
        .take_while(|word| {
            used += word.chars().count() + 1;
            used <= width + 1
        })
        .count()
}
