//! Kinds: words for what a thing or a person is, of which one excludes the other ("motel", "hotel").

use crate::lexicon::{Entry, Lexicon, TableId};

/// Words of the longest form that is looked for.
pub(crate) const LONGEST: usize = 4;

/// The kind that the last of some folded words names, with the number of words that name it: the longest form counts.
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

/// True of two kinds of which a thing can be one only.
pub(crate) fn exclude(a: &Entry, b: &Entry) -> bool {
    a.class == b.class && a.canonical != b.canonical
}
