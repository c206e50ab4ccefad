//! Quotations that two sources cut alike. They are of one event, so that sharing them says nothing by itself; it says
//! something where one of the two credits the other, and a little where both cut the same few words out of a sentence.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::mention::Mentions;
use crate::span::Span;
use crate::text::Document;

/// Fewer words are a phrase, which two writers hit upon.
const LEAST_WORDS: usize = 4;

/// A quotation as two documents can have it in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    words: u64,
    /// True where it is part of the writer's sentence: somebody chose where to cut.
    pub(super) is_part: bool,
    pub(super) span: Span,
    pub(super) sentence: usize,
}

/// The quotations of a document, in the order of their words' hashes, each once. Linear.
pub(super) fn cuts(document: &Document<'_>, mentions: &Mentions) -> Vec<Cut> {
    let whole = mentions.quotes.iter().filter(|quote| !quote.nested && !quote.unclosed);
    let mut cuts: Vec<Cut> = whole
        .filter_map(|quote| {
            let tokens = document.tokens().get(quote.tokens.clone())?;
            let (mut hasher, mut count) = (FxHasher::default(), 0);
            for token in tokens.iter().filter(|token| token.is_word()) {
                hasher.write(document.folded_bytes(token));
                hasher.write_u8(b' ');
                count += 1;
            }
            let cut = Cut {
                words: hasher.finish(),
                is_part: quote.mixed,
                span: quote.span,
                sentence: quote.sentence,
            };
            (count >= LEAST_WORDS).then_some(cut)
        })
        .collect();
    cuts.sort_by_key(|cut| (cut.words, cut.span));
    cuts.dedup_by_key(|cut| cut.words);
    cuts
}

/// What two documents cut alike. Linear.
pub(super) fn shared<'c>(one: &'c [Cut], other: &'c [Cut]) -> Vec<(&'c Cut, &'c Cut)> {
    let (mut i, mut j) = (0, 0);
    let mut shared = Vec::new();
    while let (Some(x), Some(y)) = (one.get(i), other.get(j)) {
        match x.words.cmp(&y.words) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared.push((x, y));
                i += 1;
                j += 1;
            }
        }
    }
    shared.sort_by_key(|(x, _)| x.span);
    shared
}
