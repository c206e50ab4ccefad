//! The place that a count is limited to: "in the Orlen district", "in the capital alone", "nationwide".

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::mention::quantity::scope::{Around, Extent, Level};
use crate::text::TokenKind;

impl Around<'_, '_> {
    /// The place the count is limited to: after the number, else before it.
    pub(super) fn extent(&self) -> Option<Extent> {
        self.extent_in(self.behind.clone()).or_else(|| self.extent_in(self.before.clone()))
    }

    fn extent_in(&self, range: Range<usize>) -> Option<Extent> {
        let mut at = range.start;
        while at < range.end {
            let word = self.word(at);
            if word == "elsewhere" {
                return Some(Extent { level: None, alone: true, names: Vec::new() });
            }
            if word.ends_with("wide") || matches!(word, "nationally" | "globally") {
                if let Some(level) = self.level(at) {
                    return Some(Extent { level: Some(level), alone: false, names: Vec::new() });
                }
            }
            if matches!(word, "in" | "across" | "throughout" | "around" | "within" | "from" | "over") {
                if let Some(extent) = self.place(at + 1, range.end) {
                    return Some(extent);
                }
            }
            at += 1;
        }
        None
    }

    /// The size of the place that the word at a token stands for.
    fn level(&self, at: usize) -> Option<Level> {
        let all = [
            (WordSet::Town, Level::Town),
            (WordSet::Region, Level::Region),
            (WordSet::Nation, Level::Nation),
            (WordSet::World, Level::World),
        ];
        all.into_iter().find_map(|(set, level)| self.is_in(at, set).then_some(level))
    }

    /// The place named by a prepositional phrase.
    fn place(&self, from: usize, end: usize) -> Option<Extent> {
        const PHRASE: usize = 7;
        let mut extent = Extent { level: None, alone: false, names: Vec::new() };
        let mut rest = false;
        for at in from..end.min(from + PHRASE) {
            let Some(token) = self.document.tokens().get(at) else { break };
            let word = self.word(at);
            match token.kind {
                TokenKind::Word if matches!(word, "alone" | "neighbouring" | "neighboring") => {
                    extent.alone = true
                }
                TokenKind::Word if matches!(word, "rest" | "remainder" | "parts") => rest = true,
                TokenKind::Word if self.document.is(at, Class::CalendarWord) => break,
                TokenKind::Word => {
                    let level = self.level(at);
                    if let Some(level) = level.filter(|_| extent.level.is_none() && self.ends_phrase(at + 1))
                    {
                        extent.level = Some(level);
                    } else if token.is_capitalised() {
                        extent.names.push(word.to_owned());
                    } else if !self.is_in(at, WordSet::PassedInPlace) && level.is_none() {
                        break;
                    }
                }
                TokenKind::Punctuation if self.document.surface(at) == "-" => {}
                _ => break,
            }
        }
        if rest {
            return Some(Extent { level: None, alone: true, names: Vec::new() });
        }
        (extent.level.is_some() || extent.alone).then_some(extent)
    }

    /// True if no noun continues the phrase: "the city", but not "the city hospital".
    fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens().get(at) else { return true };
        token.kind != TokenKind::Word
            || token.is_capitalised()
            || self.document.is(at, Class::EndsNounPhrase)
            || self.document.is(at, Class::Preposition)
            || self.document.is(at, Class::IrregularPast)
            || matches!(self.word(at), "alone" | "killed" | "injured" | "left" | "died")
    }
}
