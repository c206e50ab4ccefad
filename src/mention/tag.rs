//! Tags: what can be known about a token's role in its sentence without a parser, and where mentions can begin.
//!
//! Tags are computed in one pass over a document's tokens. The finders of clauses, quotations, dates and quantities then test
//! bits, and visit only the few tokens where their mentions can begin.

use crate::lexicon::closed::Class;
use crate::lexicon::{TableId, TableSet};
use crate::mention::clause::verb;
use crate::text::{Document, Token, TokenKind};

/// What is known about a token, as bits. A union of tags is a tag.
///
/// From the lowest bit: the tables in which it begins a form, at the same bits as in the lexicon; its grammatical classes;
/// what follows from its kind, shape and ending; at the top, again as in the lexicon, whether it is a number or calendar
/// word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tag(u64);

/// The first of the grammatical classes, which are the last in the list of classes.
const GRAMMAR: u32 = Class::Be as u32;
/// The first bit of the classes, and how many fit.
const CLASSES: u32 = TableSet::BEGINS_PHRASE;
const ROOM: u32 = 20;
/// The first bit of the flags defined here.
const FLAGS: u32 = CLASSES + ROOM;

impl Tag {
    pub(crate) const WORD: Tag = Tag::flag(0);
    pub(crate) const CAPITAL: Tag = Tag::flag(1);
    pub(crate) const NUMBER: Tag = Tag::flag(2);
    pub(crate) const POSSESSIVE: Tag = Tag::flag(3);
    /// A quotation mark.
    pub(crate) const QUOTE: Tag = Tag::flag(4);
    pub(crate) const PUNCTUATION: Tag = Tag::flag(5);
    pub(crate) const COMMA: Tag = Tag::flag(6);
    pub(crate) const SEMICOLON: Tag = Tag::flag(7);
    pub(crate) const COLON: Tag = Tag::flag(8);
    pub(crate) const FULL_STOP: Tag = Tag::flag(9);
    /// The em dash.
    pub(crate) const DASH: Tag = Tag::flag(10);
    /// A dash that separates clauses: one with a space before it, or a long one.
    const DIVIDING_DASH: Tag = Tag::flag(11);
    const CONTRACTED: Tag = Tag::flag(12);
    const IN_ED: Tag = Tag::flag(13);
    const IN_LY: Tag = Tag::flag(14);
    /// A long word in -ing.
    pub(crate) const PARTICIPLE: Tag = Tag::flag(15);
    /// A word in -s.
    pub(crate) const IN_S: Tag = Tag::flag(16);
    const IN_LL: Tag = Tag::flag(17);
    /// Part of a speech verb or phrase; set once those are known.
    pub(crate) const SPEECH: Tag = Tag::flag(18);
    /// A hyphen, dash or minus of any length.
    pub(crate) const HYPHEN: Tag = Tag::flag(19);
    /// A function word.
    pub(crate) const FUNCTION: Tag = Tag::flag(20);
    pub(crate) const NUMBER_WORD: Tag = Tag(TableSet::NUMBER);
    pub(crate) const CALENDAR: Tag = Tag(TableSet::CALENDAR);

    /// A mark that always separates clauses.
    pub(crate) const DIVIDES: Tag = Tag::QUOTE.or(Tag::SEMICOLON).or(Tag::COLON).or(Tag::DIVIDING_DASH);
    /// A form of be, have, do or a modal verb, or a contraction of one.
    pub(crate) const AUXILIARY: Tag = Tag::of(Class::PlainAuxiliary).or(Tag::CONTRACTED);
    /// A past form, by its ending or listed.
    pub(crate) const PAST: Tag = Tag::of(Class::IrregularPast).or(Tag::IN_ED);
    pub(crate) const ADVERB: Tag = Tag::of(Class::PlainAdverb).or(Tag::IN_LY);
    /// A verb recognised by its form.
    pub(crate) const VERB: Tag = Tag::AUXILIARY.or(Tag::PAST);
    /// Begins a cue of negation or modality, or is an auxiliary.
    pub(crate) const CUE: Tag =
        Tag::begins(TableId::Negation).or(Tag::begins(TableId::Modal)).or(Tag::of(Class::PlainAuxiliary));
    /// Begins an entry of the table of events.
    pub(crate) const EVENT: Tag = Tag::begins(TableId::Synonym);
    /// Marks a certain or possible future.
    pub(crate) const FUTURE: Tag = Tag::of(Class::FutureCue).or(Tag::IN_LL);

    const fn flag(n: u32) -> Tag {
        assert!(FLAGS + n < 62);
        Tag(1 << (FLAGS + n))
    }

    /// The tag of a grammatical class.
    pub(crate) const fn of(class: Class) -> Tag {
        assert!(class as u32 >= GRAMMAR && class as u32 - GRAMMAR < ROOM);
        Tag(1 << (class as u32 - GRAMMAR + CLASSES))
    }

    /// The tag for words that begin a form in a table.
    const fn begins(table: TableId) -> Tag {
        Tag(1 << table as u32)
    }

    /// The union of both.
    #[must_use]
    pub(crate) const fn or(self, other: Tag) -> Tag {
        Tag(self.0 | other.0)
    }

    /// True if it has any of these.
    pub(crate) fn any(self, of: Tag) -> bool {
        self.0 & of.0 != 0
    }

    /// The tag of a token.
    #[inline]
    fn read(document: &Document<'_>, at: usize, token: &Token) -> Tag {
        const MASK: u64 = (1 << ROOM) - 1;
        let classes = token.begins.classes();
        let function = u64::from(classes & Class::FunctionWord.bit() != 0) * Tag::FUNCTION.0;
        let tag = Tag(token.begins.tables() | ((classes >> GRAMMAR) & MASK) << CLASSES | function);
        match token.kind {
            TokenKind::Word => {
                let capital = if token.is_capitalised() { Tag::CAPITAL } else { Tag(0) };
                let word = document.folded_bytes(token);
                // Nearly all words have none of these endings.
                let ending = match word.last() {
                    Some(b's') => Tag::IN_S,
                    Some(b'd' | b'y' | b'g' | b't' | b'l') => ending(document.folded(at)),
                    _ => Tag(0),
                };
                // "9 a.m." is not a form of "be".
                let hour = word == b"am"
                    && at
                        .checked_sub(1)
                        .and_then(|at| document.tokens().get(at))
                        .is_some_and(|t| t.kind == TokenKind::Number);
                let month = word == b"may" && token.is_capitalised() && leads_to_month(document, at);
                const VERBAL: Tag = Tag::AUXILIARY.or(Tag::FUTURE);
                let tag = if hour || month { Tag(tag.0 & !VERBAL.0) } else { tag };
                tag.or(Tag::WORD).or(capital).or(ending)
            }
            TokenKind::Number => tag.or(Tag::NUMBER),
            TokenKind::Possessive => tag.or(Tag::POSSESSIVE),
            TokenKind::Quote => tag.or(Tag::QUOTE),
            TokenKind::Punctuation => tag.or(mark(document, at, token.sign)),
            TokenKind::Symbol => tag,
        }
    }
}

/// True for a token before which a preposition or a day makes the name of a month: "in May", "3 May", "last May".
fn leads_to_month(document: &Document<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| Some((before, document.tokens().get(before)?)));
    before.is_some_and(|(before, token)| {
        token.kind == TokenKind::Number
            || token.begins.is(Class::Preposition)
            || matches!(
                document.folded(before),
                "since" | "last" | "next" | "this" | "early" | "late" | "mid"
            )
    })
}

/// What a word's ending indicates.
fn ending(word: &str) -> Tag {
    let (tag, holds) = match word.as_bytes() {
        [.., b'e', b'd'] => (Tag::IN_ED, verb::is_regular_past(word)),
        [.., b'l', b'y'] => (Tag::IN_LY, verb::is_regular_adverb(word)),
        [_, _, _, .., b'i', b'n', b'g'] => (Tag::PARTICIPLE, word.len() > 5),
        [.., b't'] => (Tag::CONTRACTED, verb::is_contracted(word)),
        [.., b'\'', b'l', b'l'] => (Tag::IN_LL, true),
        _ => return Tag(0),
    };
    if holds { tag } else { Tag(0) }
}

fn mark(document: &Document<'_>, at: usize, sign: char) -> Tag {
    let tag = match sign {
        ',' => Tag::COMMA,
        '.' => Tag::FULL_STOP,
        ';' => Tag::SEMICOLON,
        ':' => Tag::COLON,
        '—' => Tag::DASH.or(Tag::DIVIDING_DASH).or(Tag::HYPHEN),
        '―' => Tag::DIVIDING_DASH,
        '–' | '-' if !document.is_attached(at) => Tag::DIVIDING_DASH.or(Tag::HYPHEN),
        '–' | '-' | '‐' | '‑' | '‒' | '−' => Tag::HYPHEN,
        _ => Tag(0),
    };
    tag.or(Tag::PUNCTUATION)
}

/// Numbers with only units and function words between them. A long run is a table or a code, about which nothing is reported;
/// the last number may count what follows.
#[derive(Default)]
struct Run {
    numbers: usize,
    /// One past the last number.
    end: usize,
    /// How many times and numbers came before.
    before: (usize, usize),
}

/// This many numbers without a word between them are a table.
const TABLE: usize = 12;

impl Run {
    fn extend(&mut self, at: usize, all: &Tags) {
        if self.numbers == 0 {
            self.before = (all.times.len(), all.numbers.len());
        }
        self.numbers += 1;
        self.end = at + 1;
    }

    fn close(&mut self, all: &mut Tags) {
        if self.numbers >= TABLE {
            let (times, numbers) = self.before;
            // What begins after the last number is not part of the run.
            let end = self.end;
            let within = |list: &Vec<usize>, from: usize, end: usize| {
                from + list.get(from..).unwrap_or_default().partition_point(|&at| at < end)
            };
            all.times.drain(times..within(&all.times, times, end));
            all.numbers.drain(numbers..within(&all.numbers, numbers, end - 1));
        }
        self.numbers = 0;
    }
}

/// The tags of a document's tokens, and the tokens at which mentions can begin.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    tags: Vec<Tag>,
    /// The quotation marks.
    pub(crate) quotes: Vec<usize>,
    /// Where an entry of the speech table may begin.
    pub(crate) speech: Vec<usize>,
    /// Where a time expression may begin.
    pub(crate) times: Vec<usize>,
    /// Where a quantity may begin.
    pub(crate) numbers: Vec<usize>,
}

impl Tags {
    /// Tags the tokens of a document in one pass.
    pub(crate) fn read(document: &Document<'_>) -> Self {
        const LEAD: Tag = Tag::of(Class::LeadsDate);
        const NUMBER: Tag = Tag::NUMBER.or(Tag::NUMBER_WORD);
        const TIMED: Tag = NUMBER.or(Tag::CALENDAR);
        const FILLS: Tag = Tag::of(Class::FillsDate);
        const FOLLOWS: Tag = TIMED.or(FILLS);
        const UNIT: Tag = Tag::begins(TableId::Unit);
        const ARTICLE: Tag = Tag::of(Class::Indefinite);
        // Words that say nothing about adjacent numbers.
        const EMPTY: Tag = UNIT.or(Tag::NUMBER_WORD).or(Tag::FUNCTION);
        const SPEECH: Tag = Tag::begins(TableId::Speech);
        let tokens = document.tokens();
        let tags: Vec<Tag> =
            tokens.iter().enumerate().map(|(at, token)| Tag::read(document, at, token)).collect();
        let room = tokens.len() / 8;
        let mut all = Tags {
            speech: Vec::with_capacity(room),
            times: Vec::with_capacity(room),
            numbers: Vec::with_capacity(room / 2),
            ..Tags::default()
        };
        let mut before = Tag(0);
        let mut run = Run::default();
        for (at, &tag) in tags.iter().enumerate() {
            if tag.any(FOLLOWS.or(UNIT).or(SPEECH).or(Tag::QUOTE)) {
                if tag.any(NUMBER) {
                    let parts = |tag: &Tag| tag.any(Tag::WORD) && !tag.any(EMPTY);
                    let parted = tags.get(run.end..at).is_some_and(|gap| gap.iter().any(parts));
                    if parted {
                        run.close(&mut all);
                    }
                    run.extend(at, &all);
                }
                // An article or the like begins a time expression only before a time or number word.
                if before.any(LEAD) && (tag.any(NUMBER.or(FILLS)) || tag.any(TIMED) && !tag.any(LEAD)) {
                    all.times.push(at - 1);
                }
                if tag.any(TIMED) && !tag.any(LEAD) {
                    all.times.push(at);
                }
                if tag.any(NUMBER) || tag.any(UNIT) && before.any(ARTICLE) && !tag.any(ARTICLE) {
                    all.numbers.push(at);
                }
                if tag.any(SPEECH) {
                    all.speech.push(at);
                }
                if tag.any(Tag::QUOTE) {
                    all.quotes.push(at);
                }
            }
            before = tag;
        }
        run.close(&mut all);
        Tags { tags, ..all }
    }

    /// The tag of a token; empty past the end.
    pub(crate) fn at(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or_default()
    }

    /// The first of the tokens that has any of these tags.
    pub(crate) fn find(&self, tokens: std::ops::Range<usize>, of: Tag) -> Option<usize> {
        let first = tokens.start;
        self.tags.get(tokens)?.iter().position(|tag| tag.any(of)).map(|n| first + n)
    }

    /// True if the token has any of these tags.
    pub(crate) fn any(&self, token: usize, of: Tag) -> bool {
        self.at(token).any(of)
    }

    /// True if the token is of a grammatical class.
    pub(crate) fn is(&self, token: usize, class: Class) -> bool {
        self.at(token).any(Tag::of(class))
    }

    /// Adds a tag to a range of tokens.
    pub(crate) fn set(&mut self, tokens: std::ops::Range<usize>, tag: Tag) {
        for old in self.tags.get_mut(tokens).unwrap_or_default() {
            *old = old.or(tag);
        }
    }
}
