//! Roles: what a named person or group is said to be, by title or apposition.
//!
//! Nearly all roles in news appear in three constructions: before the name ("junta leader X"), after it between commas ("X,
//! the US secretary of state,"), and before it with a comma ("Niger's ambassador to the US, X,").

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::name::{Name, NameKind};
use crate::span::Span;
use crate::text::{Document, Shape, TokenKind};

/// The longest apposition considered, in tokens.
const LONGEST: usize = 18;

/// A role: "Niger's ambassador to the US" for Kiari Liman-Tinguiri.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Role {
    /// The words of the role, without an article.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: usize,
    /// Who has the role, as an index into the document's names.
    pub name: usize,
    /// The head noun ("ambassador"), folded.
    pub head: String,
}

/// The roles in a document, in the order of the names. Linear.
pub(crate) fn find(document: &Document<'_>, names: &[Name], lexicon: &Lexicon) -> Vec<Role> {
    let reader = Reader { document, names, lexicon };
    let mut roles = Vec::new();
    for n in 0..names.len() {
        let found = [reader.before(n), reader.before_comma(n), reader.after(n)];
        roles.extend(found.into_iter().flatten());
    }
    roles
}

struct Reader<'r, 'a> {
    document: &'r Document<'a>,
    names: &'r [Name],
    lexicon: &'r Lexicon,
}

impl Reader<'_, '_> {
    /// "Kenya Wildlife Service spokesman Paul Udoto": the title, with its modifiers.
    fn before(&self, n: usize) -> Option<Role> {
        let name = self.names.get(n)?;
        let title = self.document.tokens_in(name.title?);
        let head = self.last_head(title.clone())?;
        let start = self.modifiers(title.start, self.sentence(name).start);
        Some(self.role(n, start..title.end, head))
    }

    /// "Niger's ambassador to the US, Kiari Liman-Tinguiri,": a noun phrase followed by the comma before the name.
    fn before_comma(&self, n: usize) -> Option<Role> {
        let name = self.names.get(n).filter(|name| name.kind == NameKind::Person && name.title.is_none())?;
        let sentence = self.sentence(name);
        let comma = name.tokens.start.checked_sub(1).filter(|&t| self.document.surface(t) == ",")?;
        let after = self.document.surface(name.tokens.end);
        let closes = matches!(after, "," | "." | "" | ";" | ")" | "\"" | "”" | "—" | "–")
            || self.begins(name.tokens.end, TableId::Speech)
            || name.tokens.end >= sentence.end;
        if !closes {
            return None;
        }
        let mut start = comma;
        while start > sentence.start.max(comma.saturating_sub(LONGEST)) && !self.is_border(start - 1) {
            start -= 1;
        }
        // The phrase begins at the first article, possessive or modifier before a role noun.
        let head = self.first_head(start..comma)?;
        let from = self.modifiers(head.start, start);
        if from == head.start && !self.is_determiner(from.checked_sub(1)?) && from > sentence.start {
            return None;
        }
        Some(self.role(n, from..comma, head))
    }

    /// "Antony Blinken, the US secretary of state,": a noun phrase between the comma after the name and the next.
    fn after(&self, n: usize) -> Option<Role> {
        let name = self.names.get(n).filter(|name| !name.demonym)?;
        let sentence = self.sentence(name);
        let comma = Some(name.tokens.end).filter(|&t| self.document.surface(t) == ",")?;
        let mut start = comma + 1;
        let mut article = false;
        // "Kristine Carlson, 42, a teacher,"
        if self.kind(start) == Some(TokenKind::Number) && self.document.surface(start + 1) == "," {
            start += 2;
        }
        while self.is_determiner(start) {
            article = true;
            start += 1;
        }
        let limit = sentence.end.min(start + LONGEST);
        let end = (start..limit).find(|&t| self.is_border(t) || self.opens_clause(t)).unwrap_or(limit);
        // "X, a doctor and Y" says nothing about Y.
        let end = (start..end)
            .find(|&t| {
                self.document.folded(t) == "and"
                    && self.name_at(t + 1).is_some_and(|n| n.kind == NameKind::Person)
            })
            .unwrap_or(end);
        if end == limit && end < sentence.end {
            return None;
        }
        // The head precedes any preposition and has only modifiers before it.
        let stop = (start..end).find(|&t| is_preposition(self.document.folded(t))).unwrap_or(end);
        let head = self.last_head_before(start..end, stop)?;
        let stop = stop.max(head.end);
        let bare =
            !article && !self.is_modifier(start) && head.start != start && self.name_at(start).is_none();
        let group = self.class(&head) == "group";
        // "Trump, his associates and their friends"
        if !group && self.is_plural(&head) {
            return None;
        }
        let person = name.kind == NameKind::Person;
        let named =
            (head.end..stop).any(|t| self.document.tokens().get(t).is_some_and(|t| t.is_capitalised()));
        let plain = (start..head.start).all(|t| self.may_modify(t));
        // "Paris, President X": what follows is a title of the next name. A place is not a diplomat, and a person is not a
        // company.
        let of_name = self.name_at(head.start).is_some();
        if bare || named || of_name || !plain || group == person || (!group && name.kind == NameKind::Place) {
            return None;
        }
        Some(self.role(n, start..self.trim(start, end), head))
    }

    fn role(&self, name: usize, tokens: Range<usize>, head: Range<usize>) -> Role {
        let sentence = self.names.get(name).map_or(0, |n| n.sentence);
        let words: Vec<&str> = head.filter(|&t| self.is_word(t)).map(|t| self.document.folded(t)).collect();
        Role { span: self.document.span(tokens), sentence, name, head: words.join(" ") }
    }

    /// Where the modifiers of the noun at `head` begin: names, possessives, adjacent nouns.
    fn modifiers(&self, head: usize, first: usize) -> usize {
        let mut start = head;
        while start > first && head - start < 8 {
            let previous = start - 1;
            if let Some(name) = self.name_ending(start) {
                // A person's name precedes a noun only as a possessive ("Mr Trump's lawyer").
                if name.kind == NameKind::Person && self.kind(start) != Some(TokenKind::Possessive) {
                    break;
                }
                start = name.tokens.start.max(first);
                continue;
            }
            let possessive = self.kind(previous) == Some(TokenKind::Possessive);
            let hyphen = matches!(self.document.surface(previous), "-" | "‐" | "‑")
                && self.document.is_attached(previous);
            // A lower-case word before a name is usually a verb ("names Trump's son").
            let before_name = self.name_at(start).is_some_and(|name| name.tokens.start == start)
                && self.document.tokens().get(previous).is_some_and(|t| t.shape == Shape::Lower)
                && !self.is_modifier(previous);
            let modifies = self.is_word(previous) && self.may_modify(previous) && !before_name;
            if possessive || hyphen || modifies {
                start = previous;
            } else {
                break;
            }
        }
        // A possessive or hyphen whose word was out of reach does not begin a phrase.
        while start < head && !self.is_word(start) {
            start += 1;
        }
        start
    }

    /// True for a word that can modify a role noun: not a verb or function word, judging by its form.
    fn may_modify(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens().get(at) else { return false };
        let folded = self.document.folded(at);
        match token.kind {
            TokenKind::Possessive => true,
            TokenKind::Number => false,
            TokenKind::Word if token.is_capitalised() => {
                !token.begins.is(Class::CalendarWord) && !token.begins.is(Class::FunctionWord)
                    || folded == "us"
            }
            TokenKind::Word => {
                self.is_modifier(at)
                    || !(token.begins.is(Class::FunctionWord)
                        || token.begins.contains(TableId::Speech)
                        || matches!(folded, "said" | "says" | "told" | "named" | "made" | "met" | "saw")
                        || folded.ends_with("ed")
                        || folded.ends_with("ing")
                        || folded.ends_with("ly")
                        || folded.len() < 3)
            }
            _ => matches!(self.document.surface(at), "-" | "‐" | "‑") && self.document.is_attached(at),
        }
    }

    fn is_modifier(&self, at: usize) -> bool {
        self.document.is_in(at, WordSet::RoleModifier) || self.begins(at, TableId::Role)
    }

    fn is_determiner(&self, at: usize) -> bool {
        matches!(
            self.document.folded(at),
            "a" | "an" | "the" | "his" | "her" | "its" | "their" | "one" | "then" | "our" | "my"
        ) && self.kind(at) == Some(TokenKind::Word)
    }

    /// True where a noun phrase ends: at punctuation, except within words and in abbreviations.
    fn is_border(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(TokenKind::Punctuation) => match self.document.surface(at) {
                "-" | "‐" | "‑" | "/" => !self.document.is_attached(at),
                "." => !at.checked_sub(1).is_some_and(|t| self.begins(t, TableId::Title)),
                _ => true,
            },
            Some(TokenKind::Quote) | None => true,
            _ => false,
        }
    }

    fn opens_clause(&self, at: usize) -> bool {
        matches!(
            self.document.folded(at),
            "who"
                | "which"
                | "whose"
                | "whom"
                | "that"
                | "where"
                | "when"
                | "but"
                | "while"
                | "said"
                | "says"
                | "told"
                | "was"
                | "is"
                | "were"
                | "are"
                | "has"
                | "had"
                | "have"
                | "will"
                | "would"
                | "as"
                | "because"
                | "after"
        ) && self.document.tokens().get(at).is_some_and(|t| t.shape == Shape::Lower)
    }

    /// The last role noun in a range.
    fn last_head(&self, range: Range<usize>) -> Option<Range<usize>> {
        self.last_head_before(range.clone(), range.end)
    }

    /// The last role noun that begins before `stop`; it may contain a preposition ("secretary of state").
    fn last_head_before(&self, range: Range<usize>, stop: usize) -> Option<Range<usize>> {
        let (mut at, mut last) = (range.start, None);
        while at < stop {
            match self.head_at(at, range.end) {
                Some(head) => {
                    at = head.end;
                    last = Some(head);
                }
                None => at += 1,
            }
        }
        last
    }

    /// The role noun that is followed by nothing but a prepositional phrase.
    fn first_head(&self, range: Range<usize>) -> Option<Range<usize>> {
        let stop = range
            .clone()
            .find(|&t| is_preposition(self.document.folded(t)) && self.last_head(range.start..t).is_some())
            .unwrap_or(range.end);
        self.last_head(range.start..stop).filter(|head| head.end == stop && self.class(head) != "group")
    }

    fn head_at(&self, at: usize, end: usize) -> Option<Range<usize>> {
        [TableId::Role, TableId::Title].into_iter().find_map(|table| {
            let (e, hit) = self.document.lookup(table, at, self.lexicon)?;
            (e <= end && !matches!(hit.entry.class.as_str(), "modifier" | "honorific")).then_some(at..e)
        })
    }

    fn is_plural(&self, head: &Range<usize>) -> bool {
        let folded = self.document.folded(head.end.saturating_sub(1));
        folded.ends_with('s')
            && self
                .document
                .lookup(TableId::Role, head.start, self.lexicon)
                .is_some_and(|(_, hit)| !hit.entry.canonical.ends_with('s'))
    }

    fn class(&self, head: &Range<usize>) -> &str {
        self.document
            .lookup(TableId::Role, head.start, self.lexicon)
            .map_or("", |(_, hit)| hit.entry.class.as_str())
    }

    fn trim(&self, start: usize, end: usize) -> usize {
        (start..end).rev().find(|&t| self.is_word(t)).map_or(end, |t| t + 1)
    }

    fn sentence(&self, name: &Name) -> Range<usize> {
        self.document.sentences().get(name.sentence).map_or(0..0, |s| s.tokens.clone())
    }

    /// The name whose last token is directly before `end`. Logarithmic.
    fn name_ending(&self, end: usize) -> Option<&Name> {
        let after = self.names.partition_point(|name| name.tokens.end <= end);
        self.names.get(after.checked_sub(1)?).filter(|name| name.tokens.end == end)
    }

    fn name_at(&self, at: usize) -> Option<&Name> {
        let after = self.names.partition_point(|name| name.tokens.end <= at);
        self.names.get(after).filter(|name| name.tokens.start <= at)
    }

    fn is_word(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.is_word())
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.document.tokens().get(at).map(|t| t.kind)
    }

    fn begins(&self, at: usize, table: TableId) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.begins.contains(table))
    }
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "to"
            | "for"
            | "at"
            | "in"
            | "with"
            | "from"
            | "on"
            | "by"
            | "near"
            | "under"
            | "against"
            | "behind"
            | "based"
    )
}
