//! Half-open byte ranges in a source's text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes in a source's text as the caller gave it.
///
/// Spans made by this crate always lie on character boundaries; `span.slice(text)` is the text of the span.
///
/// ```
/// use testimonia::Span;
///
/// let text = "“Non”, dit-elle.";
/// assert_eq!(Span::new(3, 6).slice(text), "Non");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The byte offset of the first byte.
    pub start: usize,
    /// The byte offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`. If `end` is before `start`, the empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// True if the span is empty.
    pub const fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// The part of `text` within the span. Empty if the span is out of bounds or cuts a character, which never happens for a
    /// span made from this text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// True if `other` lies entirely within this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True if the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A passage's position in characters (Unicode scalar values) instead of bytes: the positions used by Python strings and by
/// most languages whose strings are not UTF-8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Characters {
    /// The character offset of the first character.
    #[serde(rename = "start_char")]
    pub start: usize,
    /// The character offset after the last character.
    #[serde(rename = "end_char")]
    pub end: usize,
}

/// A span, in bytes and in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Offsets {
    /// The position in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The position in characters.
    #[serde(flatten)]
    pub characters: Characters,
}

/// Converts byte offsets to character offsets: the number of characters before every so many bytes; empty if all characters
/// are single bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct CharacterIndex(Vec<u32>);

impl CharacterIndex {
    /// Bytes between counts.
    const STEP: usize = 128;

    pub(crate) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let counts = text.as_bytes().chunks(Self::STEP).scan(0, |before, chunk| {
            let here = *before;
            *before += characters(chunk);
            Some(here as u32)
        });
        Self(counts.collect())
    }

    /// The character offset of the character that begins at a byte.
    pub(crate) fn at(&self, text: &str, byte: usize) -> usize {
        if self.0.is_empty() {
            return byte.min(text.len());
        }
        let byte = byte.min(text.len());
        let step = (byte / Self::STEP).min(self.0.len() - 1);
        let rest = text.as_bytes().get(step * Self::STEP..byte).unwrap_or_default();
        self.0.get(step).map_or(0, |&n| n as usize) + characters(rest)
    }
}

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_found_by_bytes() {
        let long = "Garçon, 12 morts. “Oui”. 日本 🙂 ".repeat(40);
        for text in ["", "plain", "“Non”, dit-elle.", &long] {
            let index = CharacterIndex::new(text);
            for (n, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(index.at(text, byte), n, "{byte} of {text:?}");
            }
            assert_eq!(index.at(text, text.len()), text.chars().count());
            assert_eq!(index.at(text, text.len() + 9), text.chars().count());
        }
    }
}
