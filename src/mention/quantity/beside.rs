//! People whom a count includes or excludes besides those it names: "including the gunman", "before killing himself".

use std::ops::Range;

use crate::lexicon::number::{NumberWord, number_word};
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::quantity::scope::Beside;
use crate::mention::quantity::{Breadth, Quantity, QuantityKind};
use crate::text::{Document, TokenKind};

/// Tokens read after a count.
const REACH: usize = 30;
/// The longest phrase for the people named, in tokens.
const PHRASE: usize = 6;

/// Finds whom the counts of a document include or exclude.
pub(super) fn settle(document: &Document<'_>, lexicon: &Lexicon, found: &mut [Quantity]) {
    for at in 0..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let Some((q, later)) = rest.split_first_mut() else { continue };
        if !matches!(q.kind, QuantityKind::Count | QuantityKind::Number) {
            continue;
        }
        let Some(sentence) = document.sentences().get(q.sentence).map(|s| s.tokens.clone()) else { continue };
        let reader = Reader { document, lexicon };
        // "Besides the driver, six passengers died": only before the first count.
        let first = done.last().is_none_or(|p| p.sentence != q.sentence);
        let ahead = if first { reader.ahead(sentence.start..q.tokens.start) } else { None };
        // "Nine people as well as the pilot and 12 others": what follows the next count belongs to that count.
        let mut beyond = later.iter().take_while(|n| n.sentence == q.sentence);
        let next = beyond.find(|n| !is_named_apart(document, n));
        let end = next.map_or(sentence.end, |n| n.tokens.start).min(q.tokens.end + REACH);
        // Nobody is one of the trucks.
        let beside = ahead.or_else(|| reader.behind(q.tokens.end, end));
        q.scope.beside = beside.filter(|_| q.breadth != Breadth::Thing).unwrap_or_default();
        q.scope.subset = !first && is_led(document, q, &["including", "among"]);
    }
}

/// "Including the two bombers", "besides two guards": a number of the people named.
fn is_named_apart(document: &Document<'_>, q: &Quantity) -> bool {
    is_led(document, q, &["including", "besides", "excluding", "counting", "from", "than", "as", "both"])
}

fn is_led(document: &Document<'_>, q: &Quantity, words: &[&str]) -> bool {
    let article = |at: usize| matches!(document.folded(at), "the" | "its" | "their" | "his" | "her");
    let before = q.tokens.start.checked_sub(1);
    let before = before.map(|at| if article(at) { at.saturating_sub(1) } else { at });
    before.is_some_and(|at| words.contains(&document.folded(at)))
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    lexicon: &'d Lexicon,
}

impl<'d> Reader<'d, '_> {
    fn word(&self, at: usize) -> &'d str {
        self.document.folded(at)
    }

    fn ahead(&self, range: Range<usize>) -> Option<Beside> {
        range.clone().find_map(|at| {
            let (length, leaves_out) = self.cue(at)?;
            let (count, end) = self.persons(at + length, range.end)?;
            (self.document.surface(end) == ",").then_some(())?;
            Some(if leaves_out { Beside::Excluded(count) } else { Beside::Included(count) })
        })
    }

    fn behind(&self, start: usize, end: usize) -> Option<Beside> {
        (start..end).find_map(|at| {
            if let Some((length, leaves_out)) = self.cue(at) {
                let (count, _) = self.persons(at + length, end)?;
                return Some(if leaves_out { Beside::Excluded(count) } else { Beside::Included(count) });
            }
            match self.word(at) {
                // "Eleven people and the gunman".
                "and" if at <= start + 4 && self.is_definite(at + 1) => {
                    let (count, after) = self.persons(at + 1, end)?;
                    // "Eleven drowned and the boat was lost".
                    self.is_person(after.checked_sub(1)?).then_some(())?;
                    let verb =
                        matches!(self.word(after), "were" | "died" | "have" | "are" | "had" | "also" | "was");
                    verb.then_some(Beside::Excluded(count))
                }
                // "The gunman among them", "the bomber included".
                "among" if matches!(self.word(at + 1), "them" | "those") => {
                    self.named_before(start, at).map(Beside::Included)
                }
                "included" => self.named_before(start, at).map(Beside::Included),
                "himself" | "herself" if self.is_by_own_hand(at, start) => Some(Beside::Excluded(1)),
                "life"
                    if matches!(self.word(at.saturating_sub(1)), "own")
                        && matches!(self.word(at.saturating_sub(2)), "his" | "her") =>
                {
                    Some(Beside::Excluded(1))
                }
                "suicide" if matches!(self.word(at.saturating_sub(1)), "committing" | "committed" | "by") => {
                    Some(Beside::Excluded(1))
                }
                // "Before police shot him", "before being shot dead".
                "before" => {
                    let near = || (at + 1..end.min(at + 8)).map(|n| self.word(n));
                    let one = near().any(|w| matches!(w, "him" | "he" | "her" | "she" | "being"));
                    let dies = near().any(|w| matches!(w, "killed" | "shot" | "died"));
                    let own = near().any(|w| matches!(w, "himself" | "herself" | "own" | "suicide"));
                    (one && dies && !own).then_some(Beside::Excluded(1))
                }
                _ => None,
            }
        })
    }

    /// Words that include or exclude, and their length in tokens.
    fn cue(&self, at: usize) -> Option<(usize, bool)> {
        let next = self.word(at + 1);
        Some(match self.word(at) {
            "including" => (1, false),
            "counting" | "includes" | "include" => (1, false),
            "not" if matches!(next, "counting" | "including") => (2, true),
            "besides" | "excluding" | "plus" => (1, true),
            "apart" | "aside" if next == "from" => (2, true),
            "other" if next == "than" => (2, true),
            "in" if next == "addition" && self.word(at + 2) == "to" => (3, true),
            "as" if next == "well" && self.word(at + 2) == "as" => (3, true),
            _ => return None,
        })
    }

    fn is_definite(&self, at: usize) -> bool {
        matches!(self.word(at), "the" | "its" | "their" | "his" | "her" | "both")
    }

    /// How many people the phrase at a token names, joined by "and", and where it ends; `None` if unknown, or if they are
    /// only some of those counted ("three children").
    fn persons(&self, from: usize, end: usize) -> Option<(u32, usize)> {
        let (mut count, mut at) = self.person(from, end)?;
        while self.word(at) == "and" {
            match self.person(at + 1, end) {
                Some((more, after)) => (count, at) = (count + more, after),
                None => break,
            }
        }
        Some((count, at))
    }

    fn person(&self, from: usize, end: usize) -> Option<(u32, usize)> {
        if matches!(self.word(from), "himself" | "herself" | "him" | "her") && !self.is_noun(from + 1) {
            return Some((1, from + 1));
        }
        if !self.is_definite(from) {
            return None;
        }
        let both = self.word(from) == "both";
        let told = self.number(from + 1);
        let mut at = from + 1 + usize::from(told.is_some());
        let first = at;
        while at < end.min(from + PHRASE) && self.is_noun(at) {
            at += 1;
        }
        let last = self.word(at.checked_sub(1).filter(|&last| last >= first)?);
        let many = last.ends_with('s') && !last.ends_with("ss") || last.ends_with("men");
        let count = match told {
            Some(count) => count,
            None if both => 2,
            None if many => return None,
            None => 1,
        };
        Some((count, at))
    }

    fn number(&self, at: usize) -> Option<u32> {
        let word = self.word(at);
        let spelled = || match number_word(word)? {
            NumberWord::Small(n) => Some(n),
            _ => None,
        };
        word.parse().ok().or_else(spelled).filter(|n| (1..=20).contains(n))
    }

    /// True for the last word of a known noun for a person: "the gunman", "his sister".
    fn is_person(&self, at: usize) -> bool {
        let counted = || {
            let (_, hit) = self.document.lookup(TableId::Counted, at, self.lexicon)?;
            Some(matches!(hit.entry.class.as_str(), "people" | "person"))
        };
        let role = || {
            let (_, hit) = self.document.lookup(TableId::Role, at, self.lexicon)?;
            Some(hit.entry.class != "group")
        };
        self.document.is_in(at, WordSet::Doer) || counted().or_else(role) == Some(true)
    }

    /// A lower-case word that can be a noun or modify one.
    fn is_noun(&self, at: usize) -> bool {
        use crate::lexicon::closed::Class;
        let Some(token) = self.document.tokens().get(at) else { return false };
        token.kind == TokenKind::Word
            && !token.begins.is(Class::EndsNounPhrase)
            && !token.begins.is(Class::IrregularPast)
            && !self.word(at).ends_with("ed")
            && !matches!(self.word(at), "among" | "dead")
    }

    /// The people whose phrase ends directly before a token.
    fn named_before(&self, start: usize, at: usize) -> Option<u32> {
        let from = (at.saturating_sub(PHRASE).max(start)..at).rev().find(|&n| self.is_definite(n))?;
        let (count, end) = self.persons(from, at)?;
        (end == at).then_some(count)
    }

    /// "Killing himself", "turned the gun on himself".
    fn is_by_own_hand(&self, at: usize, start: usize) -> bool {
        (at.saturating_sub(5).max(start)..at).any(|n| {
            let word = self.word(n);
            ["kill", "shoot", "hang", "blow", "stab", "turn", "drown"]
                .iter()
                .any(|verb| word.starts_with(verb))
                || matches!(word, "shot" | "blew" | "hanged" | "burned" | "burnt")
        })
    }
}
