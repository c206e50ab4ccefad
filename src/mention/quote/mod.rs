//! Quotations: words in quotation marks, with their speakers and the words that report them; and reported speech without
//! marks.
//!
//! First, `marks` decides paragraph by paragraph which marks open and which close. The speaker is then found in the
//! reporter's words next to the quotation, by the patterns common in news (O'Keefe et al. 2012; Pareti et al. 2013), most
//! reliable first.

mod attribution;
mod cue;
mod deed;
mod marks;
mod phrase;
mod speaker;

use std::cell::Cell;
use std::ops::Range;

pub use attribution::Attribution;
pub use deed::Deed;

use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::name::{Name, NameKind};
use crate::mention::tag::{Tag, Tags};
use crate::span::Span;
use crate::text::{Document, TokenKind};
use cue::Cue;
use marks::Pair;
use speaker::Finder;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quote {
    /// The text between the marks.
    pub span: Span,
    /// The index of the sentence in which it begins.
    pub sentence: usize,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// Where the speaker is named, possibly only as "she".
    pub speaker: Option<Span>,
    /// The words that report the speech ("said", "according to").
    pub cue: Option<Span>,
    /// The speaker's index among the document's names, if the speaker is one of them.
    pub name: Option<usize>,
    /// True if it is part of the reporter's sentence ("told AFP that the junta “should come to reason”").
    pub mixed: bool,
    /// True if the closing mark is missing.
    pub unclosed: bool,
    /// True if it is within another quotation.
    pub nested: bool,
}

/// The speaker and cue found, as tokens.
#[derive(Clone, Debug, Default)]
struct Voice {
    speaker: Option<Range<usize>>,
    cue: Option<Range<usize>>,
}

/// The quotations in a document, its reported speech without marks, and what was ordered or claimed by whom. Linear. The cues
/// found are tagged as speech.
pub(crate) fn find(
    document: &Document<'_>,
    tags: &mut Tags,
    names: &[Name],
    lexicon: &Lexicon,
) -> (Vec<Quote>, Vec<Attribution>, Vec<Deed>) {
    let pairs = marks::pair(document, tags);
    let cues = cue::cues(document, tags, lexicon);
    if pairs.is_empty() && cues.is_empty() && tags.speech.is_empty() {
        return Default::default();
    }
    for cue in &cues {
        tags.set(cue.tokens.clone(), Tag::SPEECH);
    }
    let finder = Finder { document, tags, cues: &cues, last: Cell::new(0) };
    let voices = voices(&finder, &pairs);
    let mut quotes = Vec::with_capacity(pairs.len());
    for (pair, voice) in pairs.iter().zip(&voices) {
        let span = document.span(pair.inner.clone());
        let Some(sentence) = document.sentence_at(span.start) else { continue };
        let silent = Voice::default();
        let voice = if is_title(document, pair) { &silent } else { voice };
        let speaker = voice.speaker.clone().map(|tokens| document.span(tokens));
        let name = voice.speaker.clone().and_then(|tokens| named(&finder, &pairs, names, tokens, lexicon));
        quotes.push(Quote {
            span,
            sentence,
            tokens: pair.inner.clone(),
            speaker,
            cue: voice.cue.clone().map(|tokens| document.span(tokens)),
            name,
            mixed: is_mixed(document, pair, sentence),
            unclosed: pair.unclosed,
            nested: pair.nested,
        });
    }
    let attributions = attribution::find(&finder, &pairs, names, lexicon);
    let deeds = deed::find(&finder, &pairs, names, lexicon);
    (quotes, attributions, deeds)
}

/// The voice of every pair. If one quotation lacks a voice, the adjacent one may supply it.
fn voices(finder: &Finder<'_, '_>, pairs: &[Pair]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::with_capacity(pairs.len());
    // Where the last pair at this depth ended, and the enclosing pair.
    let mut last: Option<usize> = None;
    let mut around: Option<usize> = None;
    let mut last_nested: Option<usize> = None;
    for (at, pair) in pairs.iter().enumerate() {
        let (floor, ceiling, previous);
        if pair.nested {
            let outer = around.and_then(|at| pairs.get(at));
            floor = last_nested
                .and_then(|at| pairs.get(at))
                .map(|p| p.outer.end)
                .max(outer.map(|p| p.inner.start))
                .unwrap_or(0);
            let next = pairs.get(at + 1).filter(|p| p.nested).map_or(usize::MAX, |p| p.outer.start);
            ceiling = outer.map_or(next, |p| p.inner.end.min(next));
            previous = None;
            last_nested = Some(at);
        } else {
            floor = last.and_then(|at| pairs.get(at)).map_or(0, |p| p.outer.end);
            let next = pairs[at + 1..].iter().take(8).find(|p| !p.nested);
            ceiling = next.map_or(usize::MAX, |p| p.outer.start);
            previous = last;
            last = Some(at);
            around = Some(at);
            last_nested = None;
        }
        let mut voice = finder.voice(pair, floor, ceiling);
        if let (None, Some(before)) = (&voice.speaker, previous) {
            let inherited = pairs.get(before).is_some_and(|p| finder.goes_on(p, pair));
            if inherited {
                voice.speaker = voices.get(before).and_then(|v| v.speaker.clone());
                voice.cue = voice.cue.or_else(|| voices.get(before).and_then(|v| v.cue.clone()));
            }
        }
        if voice.speaker.is_none() && !pair.nested {
            if let Some(announced) = finder.announced(pair, floor) {
                voice = Voice { cue: voice.cue.or(announced.cue), ..announced };
            }
        }
        if let (Some(before), true) = (previous, voice.speaker.is_some()) {
            let taken_up = pairs.get(before).is_some_and(|p| p.continued);
            if let Some(open) = voices.get_mut(before).filter(|v| taken_up && v.speaker.is_none()) {
                *open = voice.clone();
            }
        }
        voices.push(voice);
    }
    voices
}

/// True for the title of a work or programme: a few capitalised words, placed among the reporter's like a name (`on CBS's
/// "Face the Nation"`).
fn is_title(document: &Document<'_>, pair: &Pair) -> bool {
    let Some(before) = pair.outer.start.checked_sub(1) else { return false };
    let beside = document.tokens().get(before);
    let placed = beside.is_some_and(|t| t.kind == TokenKind::Possessive || t.begins.is(Class::Preposition))
        || matches!(
            document.folded(before),
            "the" | "a" | "an" | "his" | "her" | "its" | "their" | "titled" | "entitled"
        );
    placed && is_title_case(document, pair.inner.clone())
}

/// Two to eight words, all capitalised except the smallest.
fn is_title_case(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let mut words = 0;
    for at in tokens.clone().take(20) {
        let Some(token) = document.tokens().get(at) else { return false };
        if token.kind == TokenKind::Word {
            let small = [Class::Preposition, Class::Conjunction, Class::Determiner]
                .iter()
                .any(|&class| token.begins.is(class));
            let small = small || matches!(document.folded(at), "v" | "vs");
            if !(token.is_capitalised() || small && words > 0) {
                return false;
            }
            words += 1;
        }
    }
    tokens.len() < 20 && (2..=8).contains(&words)
}

/// True for words that continue the reporter's sentence: they begin in lower case, or nothing separates them.
fn is_mixed(document: &Document<'_>, pair: &Pair, sentence: usize) -> bool {
    let begins = document.sentences().get(sentence).is_some_and(|s| s.tokens.start >= pair.outer.start);
    if begins {
        return false;
    }
    let capital = document.tokens().get(pair.inner.start).is_none_or(|t| t.is_capitalised());
    let before = pair.outer.start.checked_sub(1).map_or("", |at| document.surface(at));
    !(capital && matches!(before, "," | ":" | "-" | "–" | "—" | "―" | "." | "?" | "!"))
}

/// The name in a speaker's words, or for which they stand: the speaker, not the person whose friend or lawyer that is.
fn named(
    finder: &Finder<'_, '_>,
    pairs: &[Pair],
    names: &[Name],
    tokens: Range<usize>,
    lexicon: &Lexicon,
) -> Option<usize> {
    let (document, tags) = (finder.document, finder.tags);
    let first = names.partition_point(|n| n.tokens.start < tokens.start);
    let within =
        || names.iter().enumerate().skip(first).take_while(|(_, n)| n.tokens.start < tokens.end).take(16);
    // "Haddad's lawyer", "a lawyer for Haddad".
    let beside = |n: &Name| {
        let start =
            n.title.map_or(n.tokens.start, |title| document.tokens_in(title).start.min(n.tokens.start));
        let for_whom = start > tokens.start && matches!(document.folded(start - 1), "for" | "to" | "of");
        let whose = n.tokens.end < tokens.end
            && (tags.any(n.tokens.end, Tag::POSSESSIVE)
                || phrase::is_plural_possessive(document, n.tokens.end));
        // "Troy Police Chief Charles Craft": the title of another follows.
        let titled =
            |other: &Name| other.title.is_some_and(|title| document.tokens_in(title).start == n.tokens.end);
        let before_title = within().any(|(_, other)| titled(other));
        // "Holm spokesman Aksel Moe".
        let token = |at: usize| document.tokens().get(at);
        let plain = |at: &usize| token(*at).is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised());
        let role = n.tokens.end..tokens.end.min(n.tokens.end + NEAR);
        let end = n.tokens.end + role.clone().take_while(plain).count();
        let held = (n.tokens.end..end).any(|at| token(at).is_some_and(|t| t.begins.contains(TableId::Role)));
        let before_role = held && within().any(|(_, other)| other.tokens.start == end);
        for_whom || whose || before_role || before_title
    };
    let mut persons = within().filter(|(_, n)| n.kind == NameKind::Person).peekable();
    if persons.peek().is_some() {
        return persons.find(|(_, n)| !beside(n)).map(|(at, _)| at);
    }
    if tokens.len() == 1 {
        let pronoun = document.folded(tokens.start);
        if let Some(gender) = gender_of(pronoun) {
            return antecedent(document, pairs, names, tokens.start, gender, lexicon);
        }
    }
    // "The Pentagon", but not "a Pentagon official".
    let head = within().take(1).find(|(_, n)| {
        !n.demonym
            && n.tokens.end >= tokens.end.min(n.tokens.start + 12)
            && n.tokens.start <= tokens.start + 1
    });
    head.map(|(at, _)| at)
}

fn gender_of(pronoun: &str) -> Option<&'static str> {
    match pronoun {
        "he" => Some("male"),
        "she" => Some("female"),
        _ => None,
    }
}

/// How many quotations back a named speaker is searched.
const NEAR: usize = 4;
/// How many tokens of a sentence are searched for a pronoun before its first person.
const LEADING: usize = 40;

/// The nearest person before a pronoun whose given name or title does not contradict it: in the same sentence or the two
/// before, subjects first. People named within a quotation that the pronoun is outside of are ignored. `None` if two people
/// in one sentence fit equally well.
fn antecedent(
    document: &Document<'_>,
    pairs: &[Pair],
    names: &[Name],
    pronoun: usize,
    gender: &str,
    lexicon: &Lexicon,
) -> Option<usize> {
    let byte = document.tokens().get(pronoun)?.span.start;
    let sentence = document.sentence_at(byte)?;
    let end = names.partition_point(|n| n.tokens.start < pronoun);
    // The quotations around a token that the pronoun is outside of.
    let around = |at: usize| {
        let to = pairs.partition_point(|p| p.outer.start <= at);
        let near = pairs.get(to.saturating_sub(NEAR)..to).unwrap_or_default();
        near.iter().filter(move |p| p.inner.contains(&at) && !p.inner.contains(&pronoun))
    };
    let quoted = |n: &Name| {
        let mut within = around(n.tokens.start).filter(|p| !p.unclosed && n.tokens.end <= p.inner.end);
        within.any(|p| p.inner.len() > n.tokens.len())
    };
    let fits = |n: &Name| n.kind == NameKind::Person && agrees(document, n, gender, lexicon) && !quoted(n);
    for back in 0..=2 {
        let Some(wanted) = sentence.checked_sub(back) else { break };
        let here = || {
            let from = names[..end].partition_point(|n| n.sentence < wanted);
            names[from..end].iter().enumerate().map(move |(at, n)| (from + at, n))
        };
        let mut found = here().take_while(|(_, n)| n.sentence == wanted).filter(|(_, n)| fits(n)).take(24);
        let Some((first, name)) = found.next() else { continue };
        let start = document.sentences().get(wanted)?.tokens.start;
        // "He did not say what Reid saw": another man than Reid.
        let mut spoken = (start..name.tokens.start).take(LEADING);
        if back > 0
            && spoken.any(|at| gender_of(document.folded(at)) == Some(gender) && around(at).next().is_none())
        {
            return None;
        }
        let leads = name.tokens.start <= start + 4;
        let others = found.any(|(_, other)| other.referent != name.referent);
        return (leads || !others).then_some(first);
    }
    None
}

/// True unless the given name or title contradicts the gender.
fn agrees(document: &Document<'_>, name: &Name, gender: &str, lexicon: &Lexicon) -> bool {
    let given = lexicon.table(TableId::GivenName).get_folded(document.folded(name.tokens.start));
    let class = given.map_or("", |entry| entry.class.as_str());
    let other = if gender == "male" { ["female", "f"] } else { ["male", "m"] };
    if other.contains(&class) {
        return false;
    }
    let title = name.title.map_or("", |span| span.slice(document.text()));
    match title.trim_end_matches('.') {
        "Mr" => gender == "male",
        "Mrs" | "Ms" | "Miss" => gender == "female",
        _ => true,
    }
}

/// True for any kind of quotation mark.
fn is_mark(document: &Document<'_>, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Quote)
}

/// The cues within a range of tokens, in order.
fn cues_within(cues: &[Cue], tokens: Range<usize>) -> &[Cue] {
    let from = cues.partition_point(|c| c.tokens.start < tokens.start);
    let to = cues.partition_point(|c| c.tokens.start < tokens.end);
    cues.get(from..to.max(from)).unwrap_or(&[])
}
