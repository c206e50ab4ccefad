//! Tags: what can be told of a token's part in its sentence without a parser, and where mentions can begin.
//!
//! One pass over the tokens of a document makes them. The finders of clauses, quotations, dates and quantities test bits from
//! there on, and look only at the few tokens where theirs can begin.

use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::clause::verb;
use crate::text::{Document, TokenKind};

/// What is known of a token, as bits: its classes of grammar, and those below. A sum of tags is a tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tag(u64);

/// The first of the classes of grammar, which stand last in the list of classes.
const GRAMMAR: u32 = Class::Be as u32;
/// Where the bits of the classes end.
const FLAGS: u32 = 36;

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
    /// A mark that divides clauses wherever it stands.
    pub(crate) const DIVIDES: Tag = Tag::flag(11);
    /// A form of be, have, do or a modal verb, or its contraction.
    pub(crate) const AUXILIARY: Tag = Tag::flag(12);
    /// A past form by its ending or by the list.
    pub(crate) const PAST: Tag = Tag::flag(13);
    pub(crate) const ADVERB: Tag = Tag::flag(14);
    /// A long word in -ing.
    pub(crate) const PARTICIPLE: Tag = Tag::flag(15);
    /// A word in -s.
    pub(crate) const IN_S: Tag = Tag::flag(16);
    /// Begins a cue of negation or modality, or is an auxiliary by itself.
    pub(crate) const CUE: Tag = Tag::flag(17);
    /// Begins an entry of the table of happenings.
    pub(crate) const EVENT: Tag = Tag::flag(18);
    /// Puts a verb into the future, for sure or perhaps.
    pub(crate) const FUTURE: Tag = Tag::flag(19);
    /// Part of a verb or phrase of speech; set once those are known.
    pub(crate) const SPEECH: Tag = Tag::flag(20);
    pub(crate) const CALENDAR: Tag = Tag::flag(21);

    /// Any verb that is known by its form.
    pub(crate) const VERB: Tag = Tag::AUXILIARY.or(Tag::PAST);

    const fn flag(n: u32) -> Tag {
        Tag(1 << (FLAGS + n))
    }

    /// The tag of a class of grammar.
    pub(crate) const fn of(class: Class) -> Tag {
        assert!(class as u32 >= GRAMMAR && class as u32 - GRAMMAR < FLAGS);
        Tag(class.bit() >> GRAMMAR)
    }

    /// Both.
    #[must_use]
    pub(crate) const fn or(self, other: Tag) -> Tag {
        Tag(self.0 | other.0)
    }

    /// True where it has any of these.
    pub(crate) fn any(self, of: Tag) -> bool {
        self.0 & of.0 != 0
    }

    fn add(&mut self, more: Tag) {
        self.0 |= more.0;
    }

    fn add_if(&mut self, more: Tag, holds: bool) {
        self.0 |= more.0 * u64::from(holds);
    }
}

/// The tags of a document's tokens, and the tokens at which mentions can begin.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    tags: Vec<Tag>,
    /// Quotation marks.
    pub(crate) quotes: Vec<usize>,
    /// Where an entry of the table of speech may begin.
    pub(crate) speech: Vec<usize>,
    /// Where an expression of time may begin.
    pub(crate) times: Vec<usize>,
    /// Where a quantity may begin.
    pub(crate) numbers: Vec<usize>,
}

impl Tags {
    /// Reads the tokens of a document, once.
    pub(crate) fn read(document: &Document<'_>) -> Self {
        const LEAD: Tag = Tag::of(Class::LeadsDate);
        const ARTICLE: Tag = Tag::of(Class::Indefinite);
        let tokens = document.tokens();
        let mut all = Tags { tags: Vec::with_capacity(tokens.len()), ..Tags::default() };
        let mut before = Tag::default();
        for (at, token) in tokens.iter().enumerate() {
            let begins = token.begins;
            let mut tag = Tag((begins.classes() >> GRAMMAR) & ((1 << FLAGS) - 1));
            match token.kind {
                TokenKind::Word => {
                    tag.add(Tag::WORD);
                    tag.add_if(Tag::CAPITAL, token.is_capitalised());
                    tag.add(by_form(document.folded(at), tag));
                }
                TokenKind::Number => tag.add(Tag::NUMBER),
                TokenKind::Possessive => tag.add(Tag::POSSESSIVE),
                TokenKind::Quote => {
                    tag.add(Tag::QUOTE.or(Tag::DIVIDES));
                    all.quotes.push(at);
                }
                TokenKind::Punctuation => tag.add(mark(document, at)),
                TokenKind::Symbol => {}
            }
            if begins != crate::lexicon::TableSet::default() {
                tag.add_if(
                    Tag::CUE,
                    begins.contains(TableId::Negation)
                        || begins.contains(TableId::Modal)
                        || begins.is(Class::PlainAuxiliary),
                );
                tag.add_if(Tag::EVENT, begins.contains(TableId::Synonym));
                tag.add_if(Tag::CALENDAR, begins.is_calendar_word());
                if begins.contains(TableId::Speech) {
                    all.speech.push(at);
                }
            }
            let number = token.may_begin_number();
            // An article or the like begins an expression of time only before a word of time or number.
            let timed = number || tag.any(Tag::CALENDAR);
            if before.any(LEAD) && (timed || tag.any(Tag::of(Class::FillsDate))) {
                all.times.push(at - 1);
            }
            if timed && !tag.any(LEAD) {
                all.times.push(at);
            }
            if number || before.any(ARTICLE) && begins.contains(TableId::Unit) {
                all.numbers.push(at);
            }
            all.tags.push(tag);
            before = tag;
        }
        all
    }

    /// The tag of a token; nothing is known past the last one.
    pub(crate) fn at(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or_default()
    }

    /// True where a token has any of these.
    pub(crate) fn any(&self, token: usize, of: Tag) -> bool {
        self.at(token).any(of)
    }

    /// True of a token of a class of grammar.
    pub(crate) fn is(&self, token: usize, class: Class) -> bool {
        self.at(token).any(Tag::of(class))
    }

    /// Sets a tag on some tokens.
    pub(crate) fn set(&mut self, tokens: std::ops::Range<usize>, tag: Tag) {
        for old in self.tags.get_mut(tokens).unwrap_or_default() {
            old.add(tag);
        }
    }
}

/// What the ending of a word says of it, beside what its classes do.
fn by_form(word: &str, classes: Tag) -> Tag {
    let mut tag = Tag::default();
    tag.add_if(Tag::AUXILIARY, classes.any(Tag::of(Class::PlainAuxiliary)));
    tag.add_if(Tag::PAST, classes.any(Tag::of(Class::IrregularPast)));
    tag.add_if(Tag::ADVERB, classes.any(Tag::of(Class::PlainAdverb)));
    tag.add_if(Tag::FUTURE, classes.any(Tag::of(Class::FutureCue)));
    match word.as_bytes() {
        [.., b's'] => tag.add(Tag::IN_S),
        [.., b'd'] => tag.add_if(Tag::PAST, verb::is_regular_past(word)),
        [.., b'y'] => tag.add_if(Tag::ADVERB, verb::is_regular_adverb(word)),
        [.., b'g'] => tag.add_if(Tag::PARTICIPLE, word.len() > 5 && word.ends_with("ing")),
        [.., b't'] => tag.add_if(Tag::AUXILIARY, verb::is_contracted(word)),
        [.., b'l'] => tag.add_if(Tag::FUTURE, word.ends_with("'ll")),
        _ => {}
    }
    tag
}

fn mark(document: &Document<'_>, at: usize) -> Tag {
    let tag = match document.surface(at) {
        "," => Tag::COMMA,
        "." => Tag::FULL_STOP,
        ";" => Tag::SEMICOLON.or(Tag::DIVIDES),
        ":" => Tag::COLON.or(Tag::DIVIDES),
        "—" => Tag::DASH.or(Tag::DIVIDES),
        "―" => Tag::DIVIDES,
        "–" | "-" if !document.is_attached(at) => Tag::DIVIDES,
        _ => Tag::default(),
    };
    tag.or(Tag::PUNCTUATION)
}
