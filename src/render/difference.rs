//! Difference: which words of a reading are not in the other. For highlighting only; records say what differs in fact.

use crate::fold::fold;
use crate::span::Span;

/// The most cells in the table of a longest common subsequence; readings that need more are marked from the first to the last
/// word that differs.
const CELLS: usize = 1 << 16;

struct Word {
    key: String,
    span: Span,
}

/// For each text, the passages with words that are not in the first text in the same order; for the first, those that any
/// other lacks. Case, accents and punctuation do not count unless nothing else differs. Bounded for each pair of texts.
pub(super) fn differing(texts: &[&str]) -> Vec<Vec<Span>> {
    let found = marked(texts, |text| words(text, fold));
    if found.iter().any(|spans| !spans.is_empty()) {
        return found;
    }
    marked(texts, |text| words(text, str::to_owned))
}

fn marked(texts: &[&str], words: impl Fn(&str) -> Vec<Word>) -> Vec<Vec<Span>> {
    let all: Vec<Vec<Word>> = texts.iter().map(|text| words(text)).collect();
    let Some((first, others)) = all.split_first() else { return Vec::new() };
    let mut of_first = vec![false; first.len()];
    let mut out = vec![Vec::new()];
    for other in others {
        let (missing, added) = unmatched(first, other);
        for (seen, missing) in of_first.iter_mut().zip(missing) {
            *seen |= missing;
        }
        out.push(stretches(other, &added));
    }
    out[0] = stretches(first, &of_first);
    out
}

/// Runs of letters and digits, including the punctuation in a number ("1,000", "9.5").
fn words(text: &str, key: impl Fn(&str) -> String) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, ch)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let inside = ch.is_alphanumeric()
            || (start.is_some() && matches!(ch, ',' | '.') && next.is_ascii_digit())
            || (matches!(ch, '$' | '€' | '£') && next.is_ascii_digit())
            || (start.is_some() && ch == '%');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let span = Span::new(from, at);
                words.push(Word { key: key(span.slice(text)), span });
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        let span = Span::new(from, text.len());
        words.push(Word { key: key(span.slice(text)), span });
    }
    words
}

/// The words on each side that are in no longest common subsequence.
fn unmatched(a: &[Word], b: &[Word]) -> (Vec<bool>, Vec<bool>) {
    let same = |(x, y): &(&Word, &Word)| x.key == y.key;
    let head = a.iter().zip(b).take_while(same).count();
    let (x, y) = (&a[head..], &b[head..]);
    let tail = x.iter().rev().zip(y.iter().rev()).take_while(same).count();
    let (x, y) = (&x[..x.len() - tail], &y[..y.len() - tail]);
    let (mut missing, mut added) = (vec![false; a.len()], vec![false; b.len()]);
    missing[head..head + x.len()].fill(true);
    added[head..head + y.len()].fill(true);
    let width = y.len() + 1;
    if (x.len() + 1).saturating_mul(width) > CELLS {
        return (missing, added);
    }
    // Lengths of the longest common subsequences of the rest from (i, j) on.
    let mut lengths = vec![0_u16; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            lengths[i * width + j] = match x[i].key == y[j].key {
                true => lengths[(i + 1) * width + j + 1] + 1,
                false => lengths[(i + 1) * width + j].max(lengths[i * width + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < x.len() && j < y.len() {
        if x[i].key == y[j].key {
            missing[head + i] = false;
            added[head + j] = false;
            i += 1;
            j += 1;
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (missing, added)
}

/// Joins adjacent words into passages.
fn stretches(words: &[Word], marked: &[bool]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut last = None;
    for (n, word) in words.iter().enumerate() {
        if !marked.get(n).copied().unwrap_or(false) {
            continue;
        }
        match out.last_mut() {
            Some(span) if last == n.checked_sub(1) => *span = span.cover(word.span),
            _ => out.push(word.span),
        }
        last = Some(n);
    }
    out
}

/// The text with each passage between two marks.
pub(super) fn mark(
    text: &str,
    stretches: &[Span],
    open: &str,
    close: &str,
    clean: impl Fn(&str) -> String,
) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for span in stretches {
        out.push_str(&clean(Span::new(from, span.start).slice(text)));
        out.push_str(open);
        out.push_str(&clean(span.slice(text)));
        out.push_str(close);
        from = span.end;
    }
    out.push_str(&clean(Span::new(from, text.len()).slice(text)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shows(texts: &[&str], marked: &[&str]) {
        let spans = differing(texts);
        let made: Vec<String> = texts
            .iter()
            .zip(&spans)
            .map(|(text, spans)| mark(text, spans, "*", "*", str::to_owned))
            .collect();
        assert_eq!(made, marked);
    }

    #[test]
    fn words_of_one_reading_are_marked() {
        shows(&["Kiari Liman", "Chiari Liman"], &["*Kiari* Liman", "*Chiari* Liman"]);
        shows(&["the entire world", "The whole world."], &["the *entire* world", "The *whole* world."]);
        shows(
            &["12 people", "14 people", "12 people died"],
            &["*12* people", "*14* people", "12 people *died*"],
        );
        shows(&["$1,200 lost", "$1,300 lost"], &["*$1,200* lost", "*$1,300* lost"]);
        shows(&["a b c d", "a x y d"], &["a *b c* d", "a *x y* d"]);
    }

    #[test]
    fn accents_count_where_nothing_else_differs() {
        shows(&["Place Vendôme", "Place Vendome"], &["Place *Vendôme*", "Place *Vendome*"]);
        shows(&["Vendôme one", "Vendome two"], &["Vendôme *one*", "Vendome *two*"]);
        shows(&["the same", "the same"], &["the same", "the same"]);
        shows(&["“”", ""], &["“”", ""]);
    }

    #[test]
    fn long_readings_cost_no_more_than_the_bound() {
        let a: String = (0..5000).map(|n| format!("a{n} ")).collect();
        let b: String = (0..5000).map(|n| format!("b{n} ")).collect();
        assert_eq!(differing(&[&a, &b])[1].len(), 1);
    }
}
