//! Words: assigns a number to each word in the lexicon; a lookup costs two multiplications.
//!
//! Every token of a text is looked up, so words of up to 15 bytes, which are nearly all, are packed into one integer. This
//! avoids hashing bytes, following pointers and comparing strings.

use rustc_hash::FxHashMap;

/// A word of up to 15 bytes as one integer: its bytes from the lowest up, its length in the highest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct ShortWord(u64, u64);

impl ShortWord {
    /// The length of the longest word that fits, in bytes.
    const LONGEST: usize = 15;

    /// The word from `start` to `end` of `text`; `None` if it is too long. The bytes after it are read, too, and masked,
    /// which avoids a copy of variable length.
    pub(crate) fn read(text: &str, start: usize, end: usize) -> Option<Self> {
        let length = end.checked_sub(start).filter(|&length| length <= Self::LONGEST)?;
        let bytes = text.as_bytes();
        let word = match bytes.get(start..start + 16).and_then(|bytes| bytes.try_into().ok()) {
            Some(bytes) => u128::from_le_bytes(bytes) & ((1 << (8 * length)) - 1),
            None => {
                let bytes = bytes.get(start..end)?;
                bytes.iter().rev().fold(0_u128, |word, &byte| word << 8 | u128::from(byte))
            }
        };
        let word = word | (length as u128) << 120;
        Some(Self(word as u64, (word >> 64) as u64))
    }

    /// A number below a power of two, which words share evenly.
    pub(crate) fn place(self, places: usize) -> usize {
        // The highest bits of a product depend on all of what is multiplied.
        let mixed = (self.0 ^ self.1.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 32) as usize & (places - 1)
    }
}

/// A map from words, which borrow from a longer text.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordMap {
    short: FxHashMap<ShortWord, u32>,
    long: FxHashMap<Box<str>, u32>,
}

impl WordMap {
    /// A map with room for this many words.
    pub(crate) fn with_capacity(words: usize) -> Self {
        let short = FxHashMap::with_capacity_and_hasher(words, Default::default());
        Self { short, long: FxHashMap::default() }
    }

    /// The number of the word from `start` to `end` of `text`.
    pub(crate) fn get(&self, text: &str, start: usize, end: usize) -> Option<u32> {
        match ShortWord::read(text, start, end) {
            Some(short) => self.short.get(&short).copied(),
            None => self.long.get(text.get(start..end)?).copied(),
        }
    }

    /// The number of a word; `number` if it is new.
    pub(crate) fn number(&mut self, text: &str, start: usize, end: usize, number: u32) -> u32 {
        match ShortWord::read(text, start, end) {
            Some(short) => *self.short.entry(short).or_insert(number),
            None => {
                let word = text.get(start..end).unwrap_or_default();
                match self.long.get(word) {
                    Some(&known) => known,
                    None => *self.long.entry(word.into()).or_insert(number),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_the_same_whatever_stands_behind_it() {
        for word in ["a", "coup", "niamey", "fifteen-letters", "côte"] {
            let alone = ShortWord::read(word, 0, word.len());
            let within = format!("the {word} and many words more");
            assert_eq!(alone, ShortWord::read(&within, 4, 4 + word.len()), "{word}");
            assert!(alone.is_some());
        }
        assert_ne!(ShortWord::read("ab", 0, 1), ShortWord::read("ab", 0, 2));
        assert_ne!(ShortWord::read("a\0", 0, 1), ShortWord::read("a\0", 0, 2));
        assert_eq!(ShortWord::read("sixteen--letters", 0, 16), None);
    }

    #[test]
    fn long_and_short_words_are_told_apart() {
        let mut words = WordMap::default();
        let text = "internationalisation coup";
        assert_eq!(words.number(text, 0, 20, 0), 0);
        assert_eq!(words.number(text, 21, 25, 1), 1);
        assert_eq!(words.number(text, 0, 20, 2), 0);
        assert_eq!((words.get(text, 21, 25), words.get(text, 0, 19)), (Some(1), None));
    }
}
