//! Context: the words around a mention, on one line.

use crate::render::visible::visible;
use crate::source::Source;
use crate::span::Span;

/// A mention and the words around it, with white space folded and control characters written out; `..` marks omissions.
pub(super) struct Context {
    pub(super) before: String,
    pub(super) mention: String,
    pub(super) after: String,
}

impl Context {
    /// About `width` characters in total, at most `longest` of them for the mention. Words are not broken, and a long mention
    /// loses its middle.
    pub(super) fn around(
        source: &Source,
        sentence: Span,
        mention: Span,
        width: usize,
        longest: usize,
    ) -> Self {
        let text = source.text();
        let left = Span::new(sentence.start, mention.start).slice(text);
        let right = Span::new(mention.end, sentence.end).slice(text);
        let (spaced_left, spaced_right) =
            (left.ends_with(char::is_whitespace), right.starts_with(char::is_whitespace));
        let (left, middle, right) = (visible(left), visible(mention.slice(text)), visible(right));
        let (before, after) = (words(&left), words(&right));
        let middle = without_middle(&middle, longest);
        let room = width.saturating_sub(middle.chars().count() + 2);
        // Half of the room goes to each side; what one side does not need goes to the other.
        let (of_left, of_right) = (length(&before), length(&after));
        let for_left = of_left.min((room / 2).max(room.saturating_sub(of_right)));
        let for_right = of_right.min(room.saturating_sub(for_left));
        let kept_left = fit(before.iter().rev(), for_left);
        let kept_right = fit(after.iter(), for_right);

        let mut before_out = String::new();
        if kept_left < before.len() {
            before_out.push_str(".. ");
        }
        before_out.push_str(&before[before.len() - kept_left..].join(" "));
        if kept_left > 0 && spaced_left {
            before_out.push(' ');
        }
        let mut after_out = String::new();
        if kept_right > 0 && spaced_right {
            after_out.push(' ');
        }
        after_out.push_str(&after[..kept_right].join(" "));
        if kept_right < after.len() {
            after_out.push_str(" ..");
        }
        Self { before: before_out, mention: middle, after: after_out }
    }

    /// On one line, with the mention between two marks.
    pub(super) fn between(&self, open: &str, close: &str) -> String {
        format!("{}{open}{}{close}{}", self.before, self.mention, self.after)
    }
}

/// The first words of a text, at most `width` characters, with `..` if something is omitted.
pub(super) fn shorten(text: &str, width: usize) -> String {
    let text = visible(text);
    let all = words(&text);
    if length(&all) <= width {
        return all.join(" ");
    }
    let kept = fit(all.iter(), width.saturating_sub(3)).max(1);
    // A single word longer than the line is cut at a character.
    let head: String = all[..kept.min(all.len())].join(" ").chars().take(width.saturating_sub(3)).collect();
    format!("{head} ..")
}

/// The words of a text, without the middle if they exceed `longest` characters.
fn without_middle(text: &str, longest: usize) -> String {
    let all = words(text);
    if length(&all) <= longest {
        return all.join(" ");
    }
    let half = longest.saturating_sub(4) / 2;
    let head = fit(all.iter(), half);
    let tail = fit(all.iter().rev(), half);
    if head == 0 || tail == 0 || head + tail >= all.len() {
        return shorten(text, longest);
    }
    format!("{} .. {}", all[..head].join(" "), all[all.len() - tail..].join(" "))
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The length of words joined by spaces, in characters.
fn length(words: &[&str]) -> usize {
    words.iter().map(|w| w.chars().count() + 1).sum::<usize>().saturating_sub(1)
}

/// How many of the first words fit into this many characters.
fn fit<'a>(words: impl Iterator<Item = &'a &'a str>, width: usize) -> usize {
    let mut used = 0;
    words
        .take_while(|word| {
            used += word.chars().count() + 1;
            used <= width + 1
        })
        .count()
}
