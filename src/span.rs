//! Half-open ranges of bytes into a source's text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes in a source's text as the caller gave it.
///
/// A span made by this crate always lies on character borders, so that `span.slice(text)` is its surface.
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
    /// First byte.
    pub start: usize,
    /// First byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; an `end` before `start` gives the empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// True of a span of no bytes.
    pub const fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// The surface: what stands there in `text`. Empty where the span is not within `text` or cuts a character,
    /// which a span made from this very text never does.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// True where `other` lies wholly within this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True where the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Where a stretch stands, counted in characters (Unicode scalar values) rather than in bytes: the positions of a string in
/// Python, and in most languages whose strings are not UTF-8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Characters {
    /// First character.
    #[serde(rename = "start_char")]
    pub start: usize,
    /// First character after the last.
    #[serde(rename = "end_char")]
    pub end: usize,
}

/// A span, in bytes and in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Offsets {
    /// In bytes.
    #[serde(flatten)]
    pub span: Span,
    /// In characters.
    #[serde(flatten)]
    pub characters: Characters,
}

/// Finds characters by bytes: the number of characters before every so many bytes of a text; nothing where all are one byte long.
#[derive(Clone, Debug, Default)]
pub(crate) struct CharacterIndex(Vec<u32>);

impl CharacterIndex {
    /// Bytes from one count to the next.
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

    /// The position of the character that begins at a byte.
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

/// How many characters begin within these bytes.
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
