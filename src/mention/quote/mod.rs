//! Quotations: words in quotation marks, with who says them and the words that say so; and reported speech without marks.
//!
//! Which marks open and which close is settled first, paragraph by paragraph (`marks`). The speaker is then read off the
//! reporter's words beside the quotation, by the patterns that news uses (O'Keefe et al. 2012; Pareti et al. 2013), the
//! surest first.

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
    /// What stands between the marks.
    pub span: Span,
    /// The sentence it begins in.
    pub sentence: usize,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// Where the speaker is named, if only as "she".
    pub speaker: Option<Span>,
    /// The words that report the speech ("said", "according to").
    pub cue: Option<Span>,
    /// The speaker, as a position in the names of the document, where the speaker is one of them.
    pub name: Option<usize>,
    /// True where it is part of a sentence of the reporter's ("told AFP that the junta “should come to reason”").
    pub mixed: bool,
    /// True where the closing mark is missing.
    pub unclosed: bool,
    /// True where it stands within another quotation.
    pub nested: bool,
}

/// Who is found to speak, as tokens.
#[derive(Clone, Debug, Default)]
struct Voice {
    speaker: Option<Range<usize>>,
    cue: Option<Range<usize>>,
}

/// The quotations of a document, what it reports as said without marks, and what was ordered or claimed by whom. Linear. The cues found are tagged as speech.
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

/// The voice of every pair; what one quotation leaves open, the one beside it may say.
fn voices(finder: &Finder<'_, '_>, pairs: &[Pair]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::with_capacity(pairs.len());
    // Where the last pair of this depth ended, and the pair around.
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

/// True of the title of a work or programme: a few words with capital letters, set among the reporter's as a name would be
/// (`on CBS's "Face the Nation"`).
fn is_title(document: &Document<'_>, pair: &Pair) -> bool {
    let Some(before) = pair.outer.start.checked_sub(1) else { return false };
    let beside = document.tokens().get(before);
    let placed = beside.is_some_and(|t| t.kind == TokenKind::Possessive)
        || matches!(
            document.folded(before),
            "on" | "in" | "of" | "the" | "a" | "an" | "his" | "her" | "its" | "their" | "titled" | "entitled"
        );
    placed && is_title_case(document, pair.inner.clone())
}

/// Two to eight words, all with a capital letter but for the smallest.
fn is_title_case(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let mut words = 0;
    for at in tokens.clone().take(20) {
        let Some(token) = document.tokens().get(at) else { return false };
        if token.kind == TokenKind::Word {
            let small = [Class::Preposition, Class::Conjunction, Class::Determiner]
                .iter()
                .any(|&class| token.begins.is(class));
            if !(token.is_capitalised() || small && words > 0) {
                return false;
            }
            words += 1;
        }
    }
    tokens.len() < 20 && (2..=8).contains(&words)
}

/// True of words that go on a sentence of the reporter's: they begin small, or nothing sets them off.
fn is_mixed(document: &Document<'_>, pair: &Pair, sentence: usize) -> bool {
    let begins = document.sentences().get(sentence).is_some_and(|s| s.tokens.start >= pair.outer.start);
    if begins {
        return false;
    }
    let capital = document.tokens().get(pair.inner.start).is_none_or(|t| t.is_capitalised());
    let before = pair.outer.start.checked_sub(1).map_or("", |at| document.surface(at));
    !(capital && matches!(before, "," | ":" | "-" | "–" | "—" | "―" | "." | "?" | "!"))
}

/// The name that a speaker's words hold, or stand for: the one who speaks, not whose friend or lawyer that is.
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
        let whose = n.tokens.end < tokens.end && tags.any(n.tokens.end, Tag::POSSESSIVE);
        for_whom || whose
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

/// How many quotations back one is looked for that holds a name.
const NEAR: usize = 4;

/// The nearest person before a pronoun whose given name or title does not speak against it: in its own sentence or the two
/// before, the subject of a sentence first. Nobody who is named within a quotation that the pronoun stands outside of. None where
/// two persons of one sentence would do equally.
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
    let quoted = |n: &Name| {
        let to = pairs.partition_point(|p| p.outer.start <= n.tokens.start);
        let mut near = pairs.get(to.saturating_sub(NEAR)..to).unwrap_or_default().iter();
        near.any(|p| {
            let inner = &p.inner;
            !p.unclosed
                && inner.start <= n.tokens.start
                && n.tokens.end <= inner.end
                && inner.len() > n.tokens.len()
                && !inner.contains(&pronoun)
        })
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
        let leads = name.tokens.start <= start + 4;
        let others = found.any(|(_, other)| other.referent != name.referent);
        return (leads || !others).then_some(first);
    }
    None
}

/// True unless the given name or the title says otherwise.
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

/// True of a quotation mark of any kind.
fn is_mark(document: &Document<'_>, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Quote)
}

/// The cues that lie within a range of tokens, in order.
fn cues_within(cues: &[Cue], tokens: Range<usize>) -> &[Cue] {
    let from = cues.partition_point(|c| c.tokens.start < tokens.start);
    let to = cues.partition_point(|c| c.tokens.start < tokens.end);
    cues.get(from..to.max(from)).unwrap_or(&[])
}
