//! Possessives within names ("Workers' Party", "St. Mary's Hospital"). Most possessors are names of their own ("Norland's
//! parliament").

use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::name::run::Reader;
use crate::text::Sentence;

/// How many words of an organisation's name may follow its possessor.
const MOST: usize = 4;

impl Reader<'_, '_> {
    /// The word after a possessive ending, which follows `last`, if it continues the name that begins at `start`: in a form
    /// from the lexicon, in an organisation of people ("Women's Health Union"), or after a saint's name.
    pub(super) fn over_possessive(&self, start: usize, last: usize, sentence: &Sentence) -> Option<usize> {
        let owned = last + 2;
        if owned >= sentence.tokens.end || !self.is_capital(owned) || !self.is_capital(last) {
            return None;
        }
        let first = last.saturating_sub(3).max(sentence.tokens.start);
        let known = (first..=last).filter(|&at| self.is_capital(at)).any(|at| {
            [TableId::Title, TableId::Organisation, TableId::Place].into_iter().any(|table| {
                let form = self.document.lookup(table, at, self.lexicon);
                form.is_some_and(|(end, _)| end > owned && end <= sentence.tokens.end)
            })
        });
        let end =
            (owned..sentence.tokens.end.min(owned + MOST)).take_while(|&t| self.is_capital(t)).last()?;
        let body = || self.is(end, Class::EndsOrganisation) || self.is(end, Class::EndsPlace);
        (known || ((self.is_of_people(last) || self.is_saint(start, last)) && body())).then_some(owned)
    }

    fn is_of_people(&self, at: usize) -> bool {
        let counted = self.document.row(TableId::Counted, at, self.lexicon);
        counted.is_some_and(|row| matches!(row.class.as_str(), "people" | "person"))
    }

    fn is_saint(&self, start: usize, at: usize) -> bool {
        let saint = |t: usize| matches!(self.folded(t), "st" | "saint");
        (start..at).rev().take(2).any(saint)
    }
}
