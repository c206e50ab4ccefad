//! Unusual spellings: nobody repeats another's typing error by chance, so two sources that share one share text. A spelling
//! is unusual compared with how the other sources spell a name, or with the vocabulary of news.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::align::background_idf;
use crate::compare::Relation;
use crate::entity::{Cluster, NameId, Spelling};
use crate::mention::Mentions;
use crate::provenance::pair::Match;
use crate::provenance::reader::Reader;
use crate::span::Span;
use crate::text::{Shape, TokenKind, stem};

/// If more sources than this share a spelling, it is one in use.
const MOST_SOURCES: usize = 6;
/// Shorter words have similar words by chance.
const LEAST_LETTERS: usize = 7;
/// A word of this length has few similar words that are one letter longer.
const LEAST_LONG: usize = 9;
/// No word of the vocabulary is longer. A slip is searched for by inserting every letter at every place.
const MOST_LETTERS: usize = 24;
/// The idf from which a word is not in the news vocabulary.
const UNKNOWN: f32 = 10.0;
/// The idf up to which a word is common.
const COMMON: f32 = 8.0;

/// A spelling shared by two documents.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shared {
    pub(super) words: String,
    pub(super) one: Span,
    pub(super) other: Span,
}

/// Names that a few sources spell one way and more sources another, by pairs of those few. Nearly linear.
pub(super) fn names(clusters: &[Cluster], mentions: &[Mentions]) -> BTreeMap<(u32, u32), Vec<Shared>> {
    let mut shared: BTreeMap<(u32, u32), Vec<Shared>> = BTreeMap::new();
    let sources = |spelling: &Spelling| spelling.names.iter().map(|name| name.source).unique().count();
    let span = |id: &NameId| Some(mentions.get(id.source as usize)?.names.get(id.name as usize)?.span);
    for cluster in clusters {
        let variants = cluster.comparisons.iter().filter(|c| c.relation == Relation::Variant);
        let sides = variants.flat_map(|c| [(c.a, c.b), (c.b, c.a)]);
        let odd = sides.filter_map(|(few, many)| {
            let (few_, many) = (cluster.spellings.get(few)?, cluster.spellings.get(many)?);
            let count = sources(few_);
            ((2..=MOST_SOURCES).contains(&count) && count < sources(many)).then_some(few)
        });
        for spelling in odd.unique().filter_map(|n| cluster.spellings.get(n)) {
            let firsts = spelling.names.iter().unique_by(|name| name.source).sorted().collect_vec();
            for (a, b) in firsts.iter().tuple_combinations() {
                if let (Some(one), Some(other)) = (span(a), span(b)) {
                    let words = spelling.text.clone();
                    shared.entry((a.source, b.source)).or_default().push(Shared { words, one, other });
                }
            }
        }
    }
    shared
}

/// Words in sentences that follow each other which differ by one letter from a word in the news vocabulary and are not in it.
/// Linear, but for the words of one sentence.
pub(super) fn odd_words(one: &Reader<'_>, other: &Reader<'_>, matches: &[Match]) -> Vec<Shared> {
    let mut shared: Vec<Shared> = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for found in matches {
        let (Some(a), Some(b)) = (one.wording.lines.get(found.a), other.wording.lines.get(found.b)) else {
            continue;
        };
        for word in a.words.iter().filter(|word| word.is_content()) {
            let at = word.token as usize;
            let folded = one.document.folded(at);
            let Some(token) = one.document.tokens().get(at) else { continue };
            let plain = token.kind == TokenKind::Word
                && token.shape == Shape::Lower
                && token.begins.word().is_none()
                && (LEAST_LETTERS..=MOST_LETTERS).contains(&folded.len())
                && folded.bytes().all(|byte| byte.is_ascii_lowercase());
            if !plain || seen.contains(folded) {
                continue;
            }
            let Some(twin) = b.words.iter().find(|twin| twin.hash == word.hash) else { continue };
            // A word without a twin here may have one in a later sentence.
            seen.insert(folded);
            if is_slip(folded) {
                let other = other.document.span(twin.token as usize..twin.token as usize + 1);
                shared.push(Shared { words: folded.to_owned(), one: token.span, other });
            }
        }
    }
    shared
}

/// True for a word that is not in the news vocabulary, but becomes a common word if two letters are swapped or, for a long
/// word, one is added. A changed or doubled letter does not count, since British and American words differ in this way;
/// shorter words have similar ones by chance.
fn is_slip(word: &str) -> bool {
    let known = |letters: &str| background_idf(&stem(letters));
    if known(word) < UNKNOWN {
        return false;
    }
    let inner = 1..word.len() - 1;
    let is_common = |letters: Vec<u8>| String::from_utf8(letters).is_ok_and(|word| known(&word) <= COMMON);
    let swapped = |at: usize| {
        let mut letters = word.as_bytes().to_vec();
        letters.swap(at, at + 1);
        letters
    };
    let filled = |(at, letter): (usize, u8)| {
        let mut letters = word.as_bytes().to_vec();
        letters.insert(at, letter);
        letters
    };
    // "theatre" and "theater".
    let is_british = |at: usize| matches!(word.get(at..at + 2), Some("re"));
    inner.clone().any(|at| !is_british(at) && is_common(swapped(at)))
        || word.len() >= LEAST_LONG
            && inner.cartesian_product(b'a'..=b'z').any(|place| is_common(filled(place)))
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn slips_are_told_from_rare_words_and_other_spellings() {
        for slip in ["goverment", "presidnet", "adminstration"] {
            assert!(is_slip(slip), "{slip}");
        }
        for word in [
            "government",
            "jewellery",
            "travelled",
            "seismograph",
            "sandals",
            "theatre",
            "centres",
            "organised",
        ] {
            assert!(!is_slip(word), "{word}");
        }
    }
}
