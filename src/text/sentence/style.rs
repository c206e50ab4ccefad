//! Style: what a text's own habits say about its full stops.

use rustc_hash::FxHashSet;

use super::view::{Mark, View};
use crate::lexicon::TableId;
use crate::text::token::TokenKind;

/// The habits of a whole text.
pub(super) struct Style<'d> {
    /// True if sentences often begin in lower case.
    pub(super) lower_starts: bool,
    /// Short words that occur with a full stop before lower case and never without one: abbreviations, whatever the table
    /// says.
    pub(super) abbreviations: FxHashSet<&'d str>,
    /// Names that end in an exclamation mark, found with one before lower case: `Yahoo!`.
    pub(super) exclamations: FxHashSet<&'d str>,
}

impl<'d> Style<'d> {
    pub(super) fn of(view: &View<'d, '_>, first: usize) -> Self {
        let (mut lower, mut upper) = (0_usize, 0_usize);
        let (mut abbreviations, mut exclamations) = (FxHashSet::default(), FxHashSet::default());
        for &at in view.ends.iter().filter(|&&at| at > first) {
            if !view.is_attached(at) || view.is_attached(at + 1) {
                continue;
            }
            let (before, word) = (view.tokens[at - 1], view.folded(at - 1));
            if view.mark(at) == Mark::Call {
                if view.surface(at) == "!" && view.is_capitalised(at - 1) && view.is_lower(at + 1) {
                    exclamations.insert(word);
                }
            } else if view.is_lower(at + 1) {
                let known = view.lexicon.table(TableId::Abbreviation).contains(word);
                // A longer word is not an abbreviation.
                lower += usize::from(before.span.len() > 3 && !known);
                let short = before.kind == TokenKind::Word && (2..=5).contains(&before.span.len());
                if short && !view.is_stopword(at - 1) {
                    abbreviations.insert(word);
                }
            } else if view.is_capitalised(at + 1) {
                upper += 1;
            }
        }
        let lower_starts = lower > 0 && lower * 3 > upper;
        if lower_starts {
            abbreviations.clear();
        }
        if !abbreviations.is_empty() {
            for at in (first..view.tokens.len()).filter(|&at| view.mark(at + 1) != Mark::Stop) {
                abbreviations.remove(view.folded(at));
            }
        }
        Self { lower_starts, abbreviations, exclamations }
    }
}
