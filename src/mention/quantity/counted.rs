//! What is counted: the noun after the number, and what is said about those counted.

use crate::lexicon::closed::Class;
use crate::lexicon::{Match, TableId};
use crate::mention::quantity::numeral::Numeral;
use crate::mention::quantity::{Breadth, Cursor, QuantityKind};
use crate::span::Span;
use crate::text::{Shape, TokenKind, stem};

/// What a number counts.
#[derive(Debug, Default)]
pub(super) struct Counted {
    /// The stem of the noun.
    pub(super) noun: Option<String>,
    /// The noun and its modifiers, as written.
    pub(super) words: Option<Span>,
    pub(super) concept: Option<String>,
    pub(super) breadth: Breadth,
    pub(super) described: Vec<String>,
    /// "Two others", "three more".
    pub(super) residual: bool,
    /// A state within the phrase ("20 wounded", "10 deaths").
    pub(super) state: Option<String>,
    /// One past the last token; 0 if nothing was found.
    pub(super) end: usize,
    /// "Of the missiles".
    pub(super) partitive: bool,
}

/// True if a word looks like a plural: "villages", but not "various", "across", "its".
fn is_plural(word: &str) -> bool {
    match word.as_bytes() {
        [.., b's' | b'u' | b'i', b's'] => false,
        [_, _, _, .., b's'] => true,
        [_, _, .., b'm', b'e', b'n'] => true,
        _ => false,
    }
}

impl<'d> Cursor<'d, '_> {
    pub(super) fn counted_at(&self, at: usize) -> Option<(usize, Match<'d>)> {
        self.token(at)?;
        let (end, hit) = self.document.lookup(TableId::Counted, at, self.lexicon)?;
        (end <= self.limit).then_some((end, hit))
    }

    /// The countable noun of the lexicon at a token.
    fn noun_at(&self, at: usize) -> Option<(usize, Match<'d>)> {
        self.counted_at(at)
            .filter(|(_, hit)| matches!(hit.entry.class.as_str(), "people" | "person" | "thing"))
    }

    /// The state at a token, if of one of these classes.
    pub(super) fn state_at(&self, at: usize, classes: &[&str]) -> Option<(usize, &'d str)> {
        let (end, hit) = self.counted_at(at)?;
        classes.contains(&hit.entry.class.as_str()).then_some((end, hit.entry.canonical.as_str()))
    }

    /// True for a word that ends a noun phrase.
    fn ends_phrase(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.begins.is(Class::EndsNounPhrase))
    }

    fn is_plural(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.begins.is(Class::PlainPlural)) || is_plural(self.folded(at))
    }

    /// True if a countable noun of the lexicon, or what looks like a plural, begins here.
    pub(super) fn begins_counted(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
            && (self.noun_at(at).is_some() || self.is_plural(at) && !self.ends_phrase(at))
    }

    /// True if a countable noun of the lexicon begins here.
    pub(super) fn is_lexical(&self, at: usize) -> bool {
        self.noun_at(at).is_some()
    }

    /// "A population of 120,000".
    pub(super) fn is_population(&self, start: usize) -> bool {
        start >= self.start + 2
            && self.before(start) == "of"
            && self.document.folded(start - 2) == "population"
    }

    /// True for a word in none of the closed classes.
    pub(super) fn is_noun_like(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word) && !self.ends_phrase(at)
    }

    /// What the number that ends at a token counts.
    pub(super) fn counted(&self, end: usize, number: &Numeral, kind: QuantityKind) -> Counted {
        let mut at = end;
        let mut counted = Counted::default();
        // "20-member", "two-bedroom"
        if self.is_hyphen(at) && self.attached(at) && self.attached(at + 1) {
            if self.is_noun_like(at + 1) && !number.share {
                self.name(&mut counted, at + 1, at + 2, at + 1);
            }
            return counted;
        }
        // A comma before an adjective is rare, and "12, police said" is not one.
        if self.folded(at) == "of" {
            counted.partitive = true;
            at += 1;
            while self.is_determiner(at) {
                at += 1;
            }
            if matches!(self.folded(at), "them" | "us" | "you" | "whom" | "which" | "it" | "this" | "that") {
                return Counted::default();
            }
            // "Three of the 20 soldiers": the noun belongs to the other number.
            if self.token(at).is_some_and(|t| t.may_begin_number()) {
                let Some(inner) = self.numeral(at, false) else { return Counted::default() };
                let mut whole = self.phrase(inner.end, true, Counted::default());
                (whole.end, whole.state, whole.partitive) = (0, None, true);
                return whole;
            }
        } else if kind == QuantityKind::Percent && !(number.share && self.is_determiner(at)) {
            return counted;
        }
        if kind == QuantityKind::Percent {
            while self.is_determiner(at) {
                at += 1;
            }
        }
        let many = number.high != 1.0 && kind != QuantityKind::Ordinal;
        self.phrase(at, many, counted)
    }

    pub(super) fn is_determiner(&self, at: usize) -> bool {
        matches!(
            self.folded(at),
            "the"
                | "these"
                | "those"
                | "his"
                | "her"
                | "its"
                | "their"
                | "our"
                | "my"
                | "all"
                | "some"
                | "a"
                | "an"
                | "your"
                | "that"
                | "this"
        )
    }

    /// The noun phrase at a token. If `many` is true, the noun must be a plural.
    fn phrase(&self, from: usize, many: bool, mut counted: Counted) -> Counted {
        let mut at = from;
        // The noun so far: where it begins and ends, and whether it is certainly a noun.
        let mut head: Option<(usize, usize, bool)> = None;
        let mut words = 0;
        while words < 8 {
            let Some(token) = self.token(at) else { break };
            let folded = self.folded(at);
            let sure = head.is_some_and(|h| h.2);
            match token.kind {
                TokenKind::Punctuation
                    if self.is_hyphen(at) && self.attached(at) && self.attached(at + 1) =>
                {
                    // "small-scale attacks", "rocket-launching sites": a word before a hyphen is not a noun of its own.
                    if sure && self.is_plural(at.saturating_sub(1)) {
                        break;
                    }
                    head = None;
                    at += 1;
                    continue;
                }
                TokenKind::Possessive if counted.partitive && head.is_some() => {
                    head = None;
                    at += 1;
                    continue;
                }
                // "10 'moderate' rebels"
                TokenKind::Word => {}
                _ => break,
            }
            if let Some((end, state)) =
                self.state_at(at, &["state", "state_after"]).filter(|&(end, _)| self.is_participle(at, end))
            {
                let noun = self.begins_counted(end) && !sure && !self.is_object_verb(at, end);
                if sure || head.is_some() && !noun {
                    break;
                }
                counted.state = Some(state.to_owned());
                if !noun {
                    // "20 wounded"
                    counted.end = end;
                    return counted;
                }
                at = end;
                words += 1;
                continue;
            }
            if let Some((end, state)) = self.state_at(at, &["state_noun"]).filter(|_| !sure) {
                // "10 deaths"
                counted.state = Some(state.to_owned());
                counted.breadth = Breadth::People;
                counted.end = end;
                return counted;
            }
            if self.is_more(at) {
                counted.residual |= !matches!(folded, "such" | "new" | "different" | "separate");
                if sure {
                    break;
                }
                if !self.begins_counted(at + 1) && !self.is_noun_like(at + 1) {
                    counted.end = at + 1;
                    break;
                }
                at += 1;
                continue;
            }
            if matches!(folded, "and" | "or") {
                let joins = head.is_some()
                    && !sure
                    && self.is_noun_like(at + 1)
                    && (at + 2..at + 5).any(|n| self.begins_counted(n));
                if !joins {
                    break;
                }
                at += 1;
                continue;
            }
            if token.begins.is(Class::EndsNounPhrase) {
                break;
            }
            if sure {
                // "Police officers", "women police officers"; but not "people living", "men armed".
                let (end, noun) = match self.noun_at(at) {
                    Some((end, hit)) if hit.entry.class != "thing" => (end, true),
                    _ => (at + 1, false),
                };
                let joined = head.is_some_and(|h| self.document.folded(h.1 - 1).ends_with('s'));
                if !noun || joined || token.shape != self.shape_of(head) {
                    break;
                }
                head = Some((at, end, true));
                at = end;
                words += 1;
                continue;
            }
            if let Some((end, _)) = self.noun_at(at) {
                // "Civilian casualties", "bomb squads": a singular noun before a plural one modifies it.
                let last = self.is_plural(end.saturating_sub(1)) || !self.begins_counted(end);
                head = Some((at, end, last));
                at = end;
            } else {
                head = Some((at, at + 1, self.is_plural(at)));
                at += 1;
            }
            words += 1;
        }
        let Some((first, end, sure)) = head else { return counted };
        let singular_fits = !many && self.token(first).is_some_and(|t| t.shape == Shape::Lower);
        // "2 million" before a verb, "10 in Iran": a singular noun after a number is not what is counted.
        if !sure && !singular_fits {
            return counted;
        }
        self.name(&mut counted, first, end, from);
        counted
    }

    fn shape_of(&self, head: Option<(usize, usize, bool)>) -> Shape {
        head.and_then(|h| self.token(h.0)).map_or(Shape::Lower, |t| t.shape)
    }

    /// True for words that separate those counted from others: "two more", "three separate".
    fn is_more(&self, at: usize) -> bool {
        matches!(
            self.folded(at),
            "more"
                | "others"
                | "other"
                | "additional"
                | "further"
                | "such"
                | "new"
                | "different"
                | "separate"
                | "extra"
        )
    }

    /// True for a state that can modify or replace a noun ("wounded", "dead"); "rescue workers" are not rescued.
    fn is_participle(&self, at: usize, end: usize) -> bool {
        let word = self.folded(end.saturating_sub(1));
        word.ends_with("ed")
            || matches!(word, "hurt" | "slain")
            || self.state_at(at, &["state_after"]).is_some_and(|(_, _)| word != "die" && word != "dies")
    }

    /// True if a state at `at` is a verb with an object after it: "gunmen killed soldiers", at "gunmen".
    fn is_object_verb(&self, at: usize, _end: usize) -> bool {
        matches!(self.folded(at), "killing" | "kills" | "injuring" | "wounding" | "arresting")
    }

    /// Takes the tokens from `first` to `end` as the noun, and those from `from` as its modifiers.
    fn name(&self, counted: &mut Counted, first: usize, end: usize, from: usize) {
        let last = self.document.folded(end.saturating_sub(1));
        counted.noun = Some(stem(last).into_owned());
        counted.end = end;
        let says = |&at: &usize| {
            self.kind(at) == Some(TokenKind::Word) && !self.ends_phrase(at) && !self.is_more(at)
        };
        counted.words = (from..end).find(says).map(|first| self.document.span(first..end));
        if let Some((_, hit)) = self.noun_at(first) {
            counted.concept = Some(hit.entry.canonical.clone());
            counted.breadth = match hit.entry.class.as_str() {
                "people" => Breadth::People,
                "person" => Breadth::Person,
                _ => Breadth::Thing,
            };
        }
        counted.described = (from..end.saturating_sub(1))
            .filter(|&at| self.kind(at) == Some(TokenKind::Word) && !self.ends_phrase(at))
            .map(|at| stem(self.document.folded(at)).into_owned())
            .collect();
    }
}
