//! Evidence: what the documents of a bundle show about which words are names.
//!
//! After Mikheev (1999, "A knowledge-free method for capitalized word disambiguation"): a capital letter that grammar does
//! not require makes a word a name, and a lower-case occurrence anywhere makes it a common word. Both are carried over to
//! positions where capitals are uninformative: the start of a sentence or quotation, headings, lines in capitals. Here the
//! document is the whole bundle.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId, WordMap};
use crate::text::{Document, Sentence, SentenceKind, Shape, Token, TokenKind};

/// How uninformative a capital letter is at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Grammar does not require a capital here, so it marks a name.
    None,
    /// The start of a sentence or quotation.
    Start,
    /// A heading in title case, or a line in capitals.
    Heading,
}

/// How often a word was seen in each form and context; counts saturate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// In lower case.
    pub(super) lower: u32,
    /// With a capital that grammar does not require, and no capital next to it.
    pub(super) alone: u32,
    /// With a capital that grammar does not require, next to other capitals.
    pub(super) joined: u32,
    /// How many of these were not all capitals; always 0 for an acronym.
    pub(super) spelled: u32,
    /// Signs that it names a person: a title, given name or speech verb next to it.
    pub(super) person: u32,
    /// Signs that it names a place: "in", "at", "near" before it.
    pub(super) place: u32,
}

impl Word {
    pub(super) fn capital(self) -> u32 {
        self.alone.saturating_add(self.joined)
    }

    /// True if the bundle uses it as a name far more often than as a common word.
    pub(super) fn is_name(self) -> bool {
        self.capital() > 0 && (self.lower == 0 || self.alone >= self.lower.saturating_mul(3))
    }

    /// True if a single capital is an accident, because the word is common in this bundle.
    pub(super) fn is_common(self) -> bool {
        self.lower >= self.alone.max(1).saturating_mul(3)
    }
}

/// What the documents of a bundle show about which words are names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// For each word of the lexicon, by its number there, its number here.
    known: Vec<u32>,
    /// The numbers of the other words.
    words: WordMap,
    counts: Vec<Word>,
    /// Pairs of adjacent words with capitals that grammar does not require.
    pairs: FxHashSet<(u32, u32)>,
    /// One per document, in order.
    readings: Vec<Reading>,
}

/// What is recorded about the tokens of one document: how uninformative their capitals are, and their words.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    doubts: Vec<Doubt>,
    words: Vec<u32>,
}

/// The word of a token that is not a word or not in a sentence.
const NO_WORD: u32 = u32::MAX;

impl Reading {
    /// How uninformative the capitals of these tokens are.
    pub(super) fn doubts(&self, tokens: Range<usize>) -> &[Doubt] {
        self.doubts.get(tokens).unwrap_or_default()
    }

    /// The number of a token's word in the evidence.
    pub(super) fn word(&self, at: usize) -> Option<u32> {
        self.words.get(at).copied().filter(|&word| word != NO_WORD)
    }
}

impl Evidence {
    /// Collects the evidence from the documents. Linear.
    pub(crate) fn gather(documents: &[Document<'_>], lexicon: &Lexicon) -> Self {
        let tokens: usize = documents.iter().map(|d| d.tokens().len()).sum();
        let mut evidence = Self {
            known: vec![NO_WORD; lexicon.words()],
            words: WordMap::with_capacity(tokens / 16),
            counts: Vec::with_capacity(tokens / 4),
            ..Self::default()
        };
        for document in documents {
            let length = document.tokens().len();
            let mut reading = Reading { doubts: vec![Doubt::None; length], words: vec![NO_WORD; length] };
            for sentence in document.sentences() {
                let tokens = sentence.tokens.clone();
                let Some(doubts) = reading.doubts.get_mut(tokens.clone()) else { continue };
                let Some(words) = reading.words.get_mut(tokens) else { continue };
                positions(document, sentence, doubts);
                evidence.read(document, sentence, doubts, lexicon, words);
            }
            evidence.readings.push(reading);
        }
        evidence
    }

    fn read(
        &mut self,
        document: &Document<'_>,
        sentence: &Sentence,
        doubts: &[Doubt],
        lexicon: &Lexicon,
        words: &mut [u32],
    ) {
        // The capitalised word directly before, and whether its capital is informative.
        let mut before: Option<(u32, bool)> = None;
        let tokens = document.tokens().get(sentence.tokens.clone()).unwrap_or_default();
        for (n, ((token, &doubt), word)) in tokens.iter().zip(doubts).zip(words).enumerate() {
            if token.kind != TokenKind::Word || token.shape == Shape::None {
                // A hyphen or the full stop of a title does not separate two words of a name.
                if !matches!(token.sign, '-' | '.') {
                    before = None;
                }
                continue;
            }
            let id = self.id(document, token);
            *word = id;
            let Some(count) = self.counts.get_mut(id as usize) else { break };
            if token.shape == Shape::Lower {
                bump(&mut count.lower, 1);
                before = None;
                continue;
            }
            let at = sentence.tokens.start + n;
            if doubt == Doubt::None {
                if let Some((previous, _)) = before {
                    self.pairs.insert((previous, id));
                }
                let joined = before.is_some() || is_capital_next(document, at);
                bump(if joined { &mut count.joined } else { &mut count.alone }, 1);
                bump(&mut count.spelled, u32::from(token.shape != Shape::Upper));
                self.vote(document, at, id, joined, lexicon);
            } else if before.is_some_and(|(_, clear)| !clear) && follows_given_name(document, at) {
                bump(&mut count.person, 1);
            }
            before = Some((id, doubt == Doubt::None));
        }
    }

    fn vote(&mut self, document: &Document<'_>, at: usize, id: u32, joined: bool, lexicon: &Lexicon) {
        let tokens = document.tokens();
        let count = &mut self.counts[id as usize];
        let is_capital = |t: usize| tokens.get(t).is_some_and(|t| t.is_capitalised());
        let stop = usize::from(at > 0 && document.sign(at - 1) == '.' && document.is_attached(at - 1));
        if let Some(previous) = at.checked_sub(1 + stop) {
            let begins = tokens[previous].begins;
            // The last word of a title, not the first of one ("Special Operations").
            let titled = begins.contains(TableId::Title)
                && !is_capital(at + 1)
                && document.row(TableId::Title, previous, lexicon).is_some_and(|row| row.class != "modifier");
            if follows_given_name(document, at) || titled {
                bump(&mut count.person, 2);
            } else if !joined && document.is(previous, Class::PrecedesPlace) {
                bump(&mut count.place, 1);
            }
        }
        if speaks(document, at + 1) {
            bump(&mut count.person, 1);
        }
    }

    /// The number of a token's word, assigned when it is first seen.
    fn id(&mut self, document: &Document<'_>, token: &Token) -> u32 {
        let new = self.counts.len() as u32;
        let id = match token.begins.word().and_then(|known| self.known.get_mut(known)) {
            Some(number) => {
                if *number == NO_WORD {
                    *number = new;
                }
                *number
            }
            None => document.number_or(token, &mut self.words, new),
        };
        if id == new {
            self.counts.push(Word::default());
        }
        id
    }

    /// What is known about the word of a token that is not in a sentence or not a word by its kind.
    pub(super) fn word(&self, document: &Document<'_>, token: &Token) -> Word {
        let id = match token.begins.word() {
            Some(known) => self.known.get(known).copied(),
            None => document.number(token, &self.words),
        };
        id.map_or(Word::default(), |id| self.count(id))
    }

    /// What is known about the word with this number.
    pub(super) fn count(&self, id: u32) -> Word {
        self.counts.get(id as usize).copied().unwrap_or_default()
    }

    /// True if the two words were seen next to each other with informative capitals.
    pub(super) fn is_pair(&self, first: u32, second: u32) -> bool {
        self.pairs.contains(&(first, second))
    }

    /// What is recorded about the tokens of a document, by its position in the bundle.
    pub(super) fn reading(&self, document: usize) -> Option<&Reading> {
        self.readings.get(document)
    }
}

/// True for a word of speech that a speaker's name may precede: "said", not "charging" in "the MagSafe charging cable".
pub(super) fn speaks(document: &Document<'_>, at: usize) -> bool {
    let token = document.tokens().get(at);
    token.is_some_and(|t| t.shape == Shape::Lower && t.begins.contains(TableId::Speech))
        && !document.folded(at).ends_with("ing")
}

/// True if a capitalised word follows, even after a hyphen: neither half of "Park-Lind" stands alone.
fn is_capital_next(document: &Document<'_>, at: usize) -> bool {
    let hyphen = usize::from(document.sign(at + 1) == '-' && document.is_attached(at + 1));
    document.tokens().get(at + 1 + hyphen).is_some_and(Token::is_capitalised)
}

fn bump(count: &mut u32, by: u32) {
    *count = count.saturating_add(by);
}

/// True if the word before is a given name and not a common word, which suggests a surname here.
fn follows_given_name(document: &Document<'_>, at: usize) -> bool {
    at.checked_sub(1).and_then(|previous| document.tokens().get(previous)).is_some_and(|t| {
        t.is_capitalised()
            && t.begins.contains(TableId::GivenName)
            && !t.begins.contains(TableId::Common)
            && !t.begins.contains(TableId::Place)
    })
}

/// Marks how uninformative a capital is for every token of a sentence; unmarked tokens are informative.
fn positions(document: &Document<'_>, sentence: &Sentence, doubts: &mut [Doubt]) {
    let first = sentence.tokens.start;
    let Some(tokens) = document.tokens().get(sentence.tokens.clone()) else { return };
    if is_all_doubtful(tokens, sentence.kind) {
        doubts.fill(Doubt::Heading);
        return;
    }
    let (mut doubtful, mut quotes, mut run, mut shouted) = (true, 0_usize, 0, false);
    for ((n, token), doubt) in tokens.iter().enumerate().zip(&mut *doubts) {
        run = if token.shape == Shape::Upper { run + 1 } else { 0 };
        shouted |= run > 2;
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                if doubtful {
                    *doubt = Doubt::Start;
                    doubtful = false;
                }
            }
            TokenKind::Quote => {
                quotes += 1;
                doubtful = doubtful || opens(document, first + n, quotes);
            }
            _ => {
                doubtful = match token.sign {
                    ',' => doubtful,
                    ':' | '!' | '?' | '…' | '•' | '*' | '|' | ';' => true,
                    '.' => !ends_abbreviation(document, first + n),
                    // After a dateline: "JAKARTA (AP) — A plane", "SAN ANTONIO – A man".
                    '-' | '–' | '—' => doubtful || (n <= 8 && !document.is_attached(first + n)),
                    ')' => doubtful || n <= 3,
                    _ => doubtful,
                };
            }
        }
    }
    if shouted {
        mark_shouted(tokens, doubts);
    }
}

fn opens(document: &Document<'_>, at: usize, quotes: usize) -> bool {
    match document.sign(at) {
        '“' | '„' | '«' | '‘' => true,
        '”' | '»' | '’' => false,
        _ => !document.is_attached(at) || (quotes % 2 == 1 && document.is_attached(at + 1)),
    }
}

fn ends_abbreviation(document: &Document<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|previous| {
        let token = document.tokens().get(previous);
        document.is_attached(at)
            && token.is_some_and(|t| {
                t.begins.contains(TableId::Title)
                    || t.begins.contains(TableId::Abbreviation)
                    || document.folded(previous).chars().count() <= 3
            })
    })
}

/// Three words in capitals in a row are shouted, whatever the rest of the sentence looks like.
fn mark_shouted(tokens: &[Token], doubts: &mut [Doubt]) {
    let is_shouted = |token: &Token| token.kind == TokenKind::Word && token.shape == Shape::Upper;
    let mut at = 0;
    for run in tokens.chunk_by(|a, b| is_shouted(a) == is_shouted(b)) {
        if run.len() > 2 && run.first().is_some_and(is_shouted) {
            doubts.iter_mut().skip(at).take(run.len()).for_each(|doubt| *doubt = Doubt::Heading);
        }
        at += run.len();
    }
}

/// True for headings in title case and lines in capitals, where no capital is informative.
fn is_all_doubtful(tokens: &[Token], kind: SentenceKind) -> bool {
    let (mut words, mut upper, mut lower, mut capital) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (n, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || token.shape == Shape::None {
            continue;
        }
        let length = token.length();
        if length > 1 {
            words += 1;
            upper += usize::from(token.shape == Shape::Upper);
        }
        if length > 2 {
            if token.shape == Shape::Lower {
                lower += usize::from(!token.begins.is(Class::SmallInHeadings));
            } else if n > 0 {
                capital += 1;
            }
        }
        // A sentence with this many lower-case words is none of these, whatever follows.
        if kind != SentenceKind::Heading && lower > 0 && (words - upper) * 10 > tokens.len() * 3 {
            return false;
        }
    }
    if words > 2 && upper * 10 >= words * 7 {
        return true;
    }
    match kind {
        SentenceKind::Heading => capital > 0 && capital >= lower * 2,
        _ => capital > 5 && lower == 0,
    }
}
