//! Setting: the words around a mention, by which two numbers or dates are told to be of one matter.

use std::collections::BTreeSet;
use std::ops::Range;

use itertools::Itertools;

use crate::lexicon::{Lexicon, TableId};
use crate::resolve::End;
use crate::text::{TokenKind, normal};

/// The compared forms of the words with content within so many words of a mention, in its sentence.
pub(super) fn around(
    end: &End<'_>,
    tokens: &Range<usize>,
    reach: usize,
    lexicon: &Lexicon,
) -> BTreeSet<String> {
    let sentence = &end.sentence.tokens;
    let from = tokens.start.saturating_sub(reach).max(sentence.start);
    let to = tokens.end.saturating_add(reach).min(sentence.end);
    let near = (from..tokens.start).chain(tokens.end..to);
    let content = near.filter(|&t| {
        end.document.tokens().get(t).is_some_and(|token| token.kind == TokenKind::Word)
            && !lexicon.table(TableId::Stopword).contains(end.document.folded(t))
            && !lexicon.table(TableId::Unit).contains(end.document.folded(t))
    });
    content.map(|t| normal(end.document.folded(t), lexicon).into_owned()).collect()
}

/// True where the settings of two mentions share two words: one is too often what the whole event is about.
pub(super) fn meet(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.intersection(b).nth(1).is_some()
}

/// The name that stands right before a mention, at most so many tokens away: "Sara Diallo, 48".
pub(super) fn name_before(end: &End<'_>, tokens: &Range<usize>, reach: usize) -> Option<u32> {
    let names = end.within(&end.mentions.names, |n| n.sentence).collect_vec();
    let near = names.into_iter().rev().find(|(_, n)| n.tokens.end <= tokens.start)?;
    (tokens.start - near.1.tokens.end <= reach).then_some(near.0)
}
