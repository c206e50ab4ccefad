//! Kinds: words for what a thing or person is, of which one excludes another ("motel", "hotel").

use crate::lexicon::{Entry, Lexicon, TableId};

/// The longest form, in words.
pub(crate) const LONGEST: usize = 4;

/// The kind named by the last of some folded words, with the number of words that name it. The longest form wins.
pub(crate) fn named<'l>(words: &[&str], lexicon: &'l Lexicon) -> Option<(usize, &'l Entry)> {
    let table = lexicon.table(TableId::Kind);
    (1..=LONGEST.min(words.len())).rev().find_map(|n| {
        let tail = words.get(words.len() - n..)?;
        let entry = match tail {
            [word] => table.get_folded(word),
            _ => table.get_folded(&tail.join(" ")),
        };
        Some((n, entry?))
    })
}

/// True for two kinds that exclude each other.
pub(crate) fn exclude(a: &Entry, b: &Entry) -> bool {
    a.class == b.class && a.canonical != b.canonical
}
