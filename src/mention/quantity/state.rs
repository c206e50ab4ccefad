//! What is said about those counted, around the noun phrase: killed, injured, missing.

use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::quantity::counted::Counted;
use crate::mention::quantity::{Breadth, Cursor, Quantity, QuantityKind};
use crate::mention::tag::Tag;
use crate::text::{Document, TokenKind};

impl<'d> Cursor<'d, '_> {
    /// The state given outside the noun phrase from `start` to `end`: after it ("were killed"), before it ("killing 10
    /// people"), or by a toll ("the death toll rose to 10").
    pub(super) fn state_around(
        &self,
        start: usize,
        end: usize,
        counted: &Counted,
        kind: QuantityKind,
    ) -> Option<String> {
        if let Some(state) = self.state_behind(end) {
            return Some(state.to_owned());
        }
        if let Some(state) = self.state_before(start) {
            return Some(state.to_owned());
        }
        let persons = counted.breadth != Breadth::Thing
            && (counted.noun.is_none() || counted.breadth != Breadth::Unknown);
        (persons && !matches!(kind, QuantityKind::Ordinal))
            .then(|| self.toll_before(start))
            .flatten()
            .map(str::to_owned)
    }

    fn state_behind(&self, end: usize) -> Option<&'d str> {
        let mut at = self.insertion_end(end);
        let mut passive = false;
        for _ in 0..8 {
            if !self.wide().tag(at).any(Tag::WORD) {
                return None;
            }
            if let Some((after, state)) = self.wide().state_at(at, &["state", "state_after"]) {
                let active = !passive && self.wide().has_object(after);
                let participle = !self.document.folded(at).ends_with("ing");
                let after_only = self.wide().state_at(at, &["state_after"]).is_some();
                return (!active && participle || after_only).then_some(state);
            }
            let word = self.wide().folded(at);
            // "Were shot and killed", "shot, killed"
            if matches!(word, "shot" | "stabbed" | "beaten" | "tortured" | "raped" | "robbed" | "attacked") {
                at += 1;
                at += usize::from(self.wide().surface(at) == ",");
                at += usize::from(self.wide().folded(at) == "and");
                continue;
            }
            if !self.document.is(at, Class::PrecedesState) {
                return None;
            }
            passive |= matches!(
                word,
                "was"
                    | "were"
                    | "been"
                    | "is"
                    | "are"
                    | "be"
                    | "being"
                    | "feared"
                    | "reported"
                    | "reportedly"
                    | "left"
                    | "believed"
                    | "confirmed"
            );
            at += 1;
        }
        None
    }

    /// Where an insertion about those counted ends: ", including three children," before "were killed".
    fn insertion_end(&self, at: usize) -> usize {
        const LONGEST: usize = 14;
        let wide = self.wide();
        let begins = wide.tag(at).any(Tag::COMMA)
            && matches!(
                wide.folded(at + 1),
                "including"
                    | "among"
                    | "most"
                    | "mostly"
                    | "excluding"
                    | "besides"
                    | "counting"
                    | "not"
                    | "many"
                    | "all"
                    | "some"
                    | "plus"
                    | "apart"
            );
        let close = || (at + 2..at + 2 + LONGEST).find(|&n| wide.tag(n).any(Tag::COMMA));
        if begins { close().map_or(at, |comma| comma + 1) } else { at }
    }

    /// The same range, extended to the end of the sentence: a date may come between.
    pub(super) fn wide(&self) -> Self {
        Cursor { limit: self.end, ..*self }
    }

    /// True if an object follows the verb that ends at a token.
    fn has_object(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.kind == TokenKind::Number
                || t.begins.is_number_word()
                || self.is_determiner(at)
                || matches!(self.folded(at), "at" if self.folded(at + 1) == "least")
                || (t.is_capitalised() && !self.is_heading() && !t.begins.is_calendar_word())
        })
    }

    fn state_before(&self, start: usize) -> Option<&'d str> {
        let mut at = start;
        // "killed another 10", "injuring a total of 10".
        while at > self.heading
            && matches!(
                self.document.folded(at - 1),
                "another"
                    | "further"
                    | "additional"
                    | "the"
                    | "a"
                    | "all"
                    | "other"
                    | "of"
                    | "total"
                    | "only"
                    | "just"
            )
        {
            at -= 1;
        }
        let from = at.checked_sub(1).filter(|&p| p >= self.heading)?;
        let wide = self.wide();
        for words in 1..=4 {
            let Some(begin) = (from + 1).checked_sub(words).filter(|&b| b >= self.heading) else { break };
            if let Some((end, state)) = wide.state_at(begin, &["state"]) {
                if end == from + 1 && !self.is_passive(begin) {
                    return Some(state);
                }
            }
            if let Some((end, state)) = wide.state_at(begin, &["state_noun"]) {
                // "The deaths of 10 people"
                if end == from + 1 && self.document.folded(start.saturating_sub(1)) == "of" || end == from {
                    return Some(state)
                        .filter(|_| self.document.folded(from) == "of" || end == from + 1 && at < start);
                }
            }
        }
        None
    }

    /// "Were killed 10 days ago" has no object.
    fn is_passive(&self, verb: usize) -> bool {
        verb > self.heading
            && !self.document.folded(verb).ends_with("ing")
            && matches!(
                self.document.folded(verb - 1),
                "was" | "were" | "been" | "being" | "be" | "is" | "are"
            )
    }

    /// "The death toll rose to 10": a toll before the number in the same clause, with no other number between.
    fn toll_before(&self, start: usize) -> Option<&'d str> {
        let wide = self.wide();
        let reach = start.saturating_sub(14).max(self.heading);
        for at in (reach..start).rev() {
            let token = self.document.tokens().get(at)?;
            if token.kind == TokenKind::Number
                || matches!(self.document.folded(at), "," | ";" | ":" | "(" | "and")
            {
                return None;
            }
            if let Some((_, state)) = wide.state_at(at, &["toll"]) {
                return Some(state);
            }
        }
        None
    }
}

/// "Killing 10 people and three soldiers": what "and" joins to those counted before shares their state, if it has none of its
/// own and the state came before them.
pub(super) fn share_states(document: &Document<'_>, found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let (Some(before), Some(this)) = (done.last(), rest.first_mut()) else { continue };
        let joined =
            before.tokens.end + 1 == this.tokens.start && document.folded(before.tokens.end) == "and";
        let alike = before.kind == QuantityKind::Count && this.kind == QuantityKind::Count;
        let led = before.tokens.start > 0
            && document
                .tokens()
                .get(before.tokens.start - 1)
                .is_some_and(|t| t.begins.contains(TableId::Counted));
        if joined && alike && led && this.state.is_none() && this.breadth != Breadth::Thing {
            this.state.clone_from(&before.state);
        }
    }
}
