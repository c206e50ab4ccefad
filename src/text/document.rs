//! Documents: a source divided into sentences and tokens.

use std::ops::Range;

use crate::date::Published;
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Entry, Lexicon, Match, ShortWord, TableId, TableSet, WordMap};
use crate::source::Source;
use crate::span::{CharacterIndex, Characters, Offsets, Span};
use crate::text::scan::{Piece, scan};
use crate::text::sentence::{self, Layout, Sentence};
use crate::text::token::{Token, TokenKind};

/// A sentence in a bundle: the index of its source, ordered by id, and the index of the sentence in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId {
    /// The index of the source.
    pub source: u32,
    /// The index of the sentence within it.
    pub sentence: u32,
}

impl SentenceId {
    /// The sentence with these indices.
    pub fn new(source: usize, sentence: usize) -> Self {
        Self { source: source as u32, sentence: sentence as u32 }
    }
}

/// A source divided into sentences and tokens, all of which refer to the source's text.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    source: &'a Source,
    published: Option<Published>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    folded: String,
    characters: CharacterIndex,
}

/// Divides a source into sentences and tokens. Linear in the length of its text.
///
/// ```
/// use testimonia::{Source, lexicon::Lexicon, text};
///
/// let source = Source::new("a", "Gen. Tiani seized power. The U.S. protested.");
/// let document = text::parse(&source, &Lexicon::english());
/// let sentences: Vec<&str> = document.sentences().iter().map(|s| s.span.slice(source.text())).collect();
/// assert_eq!(sentences, ["Gen. Tiani seized power.", "The U.S. protested."]);
/// ```
pub fn parse<'a>(source: &'a Source, lexicon: &Lexicon) -> Document<'a> {
    let mut document = divide(source, lexicon);
    // In a separate loop, which lets the processor overlap the lookups of different words.
    for token in &mut document.tokens {
        if matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol) {
            let (start, end) = token.folded;
            token.begins = lexicon.begins_at(&document.folded, start as usize, end as usize);
        }
    }
    document
}

/// The sentences of a source, as [`parse`] finds them, without the rest of the analysis: only words next to end marks are
/// looked up. Linear in the length of the text.
///
/// ```
/// use testimonia::{Source, lexicon::Lexicon, text};
///
/// let source = Source::new("a", "By Jane Doe\n\nGen. Tiani seized power. The U.S. protested.");
/// let sentences = text::sentences(&source, &Lexicon::english());
/// assert_eq!(sentences[1].span.slice(source.text()), "Gen. Tiani seized power.");
/// assert_eq!(sentences[0].kind, text::SentenceKind::Boilerplate);
/// ```
pub fn sentences(source: &Source, lexicon: &Lexicon) -> Vec<Sentence> {
    divide(source, lexicon).sentences
}

/// What [`parse`] gives, but none of its words is looked up: no token begins anything.
pub(crate) fn divide<'a>(source: &'a Source, lexicon: &Lexicon) -> Document<'a> {
    let (mut document, layout) = read(source);
    (document.sentences, document.published) = sentence::split(&document, &layout, lexicon);
    document.published = source.published_at().or(document.published);
    document
}

/// The tokens of a source, not yet looked up, and its layout.
fn read(source: &Source) -> (Document<'_>, Layout) {
    let text = source.text();
    // Most tokens are folded by lower-casing alone and keep their positions; the folded forms of others are appended.
    let mut folded = text.to_ascii_lowercase();
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let (mut layout, mut end) = (Layout::default(), 0);
    for piece in scan(text) {
        let Piece { span, kind, shape, sign, mark, .. } = piece;
        let folded = if piece.plain {
            (span.start as u32, span.end as u32)
        } else {
            let from = folded.len();
            piece.fold_into(span.slice(text), &mut folded);
            (from as u32, folded.len() as u32)
        };
        let gap = piece.parted.then(|| text.as_bytes().get(end..span.start).unwrap_or_default());
        layout.note(tokens.len(), mark, gap);
        end = span.end;
        tokens.push(Token { span, kind, shape, sign, mark, begins: TableSet::default(), folded });
    }
    let characters = CharacterIndex::new(text);
    (Document { source, published: None, sentences: Vec::new(), tokens, folded, characters }, layout)
}

impl<'a> Document<'a> {
    /// The source from which it was made.
    pub fn source(&self) -> &'a Source {
        self.source
    }

    /// The source's text.
    pub fn text(&self) -> &'a str {
        self.source.text()
    }

    /// When it was published: as given by the caller, else as stated at the beginning of the text.
    pub fn published(&self) -> Option<Published> {
        self.published
    }

    /// The position of a span in characters.
    pub fn characters(&self, span: Span) -> Characters {
        let at = |byte| self.characters.at(self.text(), byte);
        Characters { start: at(span.start), end: at(span.end) }
    }

    /// The position of a span in bytes and in characters.
    pub fn offsets(&self, span: Span) -> Offsets {
        Offsets { span, characters: self.characters(span) }
    }

    /// The sentences, in order, without overlaps.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens, in order, including those between sentences.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token as written.
    pub fn surface(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.span.slice(self.text()))
    }

    /// The token as compared: folded, see [`crate::fold`]. Empty past the last token.
    pub fn folded(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| &self.folded[t.folded.0 as usize..t.folded.1 as usize])
    }

    /// The folded form of a token.
    pub(crate) fn word(&self, token: &Token) -> &str {
        self.folded.get(token.folded.0 as usize..token.folded.1 as usize).unwrap_or_default()
    }

    /// The folded bytes of a token.
    pub(crate) fn folded_bytes(&self, token: &Token) -> &[u8] {
        self.folded.as_bytes().get(token.folded.0 as usize..token.folded.1 as usize).unwrap_or_default()
    }

    /// The character of a punctuation mark; see [`Token::sign`].
    pub(crate) fn sign(&self, token: usize) -> char {
        self.tokens.get(token).map_or('\0', |t| t.sign)
    }

    /// A token's folded form as one number, if it is short enough.
    pub(crate) fn short(&self, token: &Token) -> Option<ShortWord> {
        ShortWord::read(&self.folded, token.folded.0 as usize, token.folded.1 as usize)
    }

    /// The number of a token's folded form in a map of words.
    pub(crate) fn number(&self, token: &Token, words: &WordMap) -> Option<u32> {
        words.get(&self.folded, token.folded.0 as usize, token.folded.1 as usize)
    }

    /// The same; returns `new` and stores it if the map does not contain the word yet.
    pub(crate) fn number_or(&self, token: &Token, words: &mut WordMap, new: u32) -> u32 {
        words.number(&self.folded, token.folded.0 as usize, token.folded.1 as usize, new)
    }

    /// The span from the first to the last token of a range; empty for an empty range.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// True for a token of a closed word class.
    pub(crate) fn is(&self, token: usize, class: Class) -> bool {
        self.tokens.get(token).is_some_and(|t| t.begins.is(class))
    }

    /// True for a token whose word is in an open set.
    pub(crate) fn is_in(&self, token: usize, set: WordSet) -> bool {
        self.tokens.get(token).is_some_and(|t| t.begins.is_in(set))
    }

    /// True if nothing, not even a space, separates a token from the one before it.
    pub fn is_attached(&self, token: usize) -> bool {
        token > 0
            && matches!((self.tokens.get(token - 1), self.tokens.get(token)),
                (Some(a), Some(b)) if a.span.end == b.span.start)
    }

    /// The longest form in `table` that begins at a token: its end (one past its last token) and its row. Hyphens within it
    /// count as spaces. The lexicon must be the one with which the document was parsed. Cost: one lookup for each word that
    /// continues a form.
    #[inline]
    pub fn lookup<'l>(
        &self,
        table: TableId,
        token: usize,
        lexicon: &'l Lexicon,
    ) -> Option<(usize, Match<'l>)> {
        // Nearly all tokens begin no form, which this check finds without a call.
        let first = self.tokens.get(token).filter(|first| first.begins.contains(table))?;
        self.form(table, token, first, lexicon)
    }

    fn form<'l>(
        &self,
        table: TableId,
        token: usize,
        first: &Token,
        lexicon: &'l Lexicon,
    ) -> Option<(usize, Match<'l>)> {
        let (mut node, found) = lexicon.root(table, first.begins.word()?, || self.surface(token))?;
        let mut found = found.map(|hit| (token + 1, hit));
        if !first.begins.begins_phrase(table) {
            return found;
        }
        let mut at = token + 1;
        while let Some(next) = self.tokens.get(at) {
            if !matches!(next.kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol) {
                if !matches!(next.sign, '-' | '‐' | '‑') && !self.is_possessive(at) {
                    break;
                }
                at += 1;
                continue;
            }
            let further = next.begins.word().and_then(|word| lexicon.next(node, word));
            let Some(further) = further.filter(|_| next.begins.continues_phrase(table)) else { break };
            (node, at) = (further, at + 1);
            let surface = || first.span.cover(next.span).slice(self.text());
            if let Some(hit) = lexicon.row(table, node, surface) {
                found = Some((at, hit));
            }
        }
        found
    }

    /// True for the ending of "people's", and for the single apostrophe of "workers'" before another word.
    pub(crate) fn is_possessive(&self, token: usize) -> bool {
        let Some(mark) = self.tokens.get(token) else { return false };
        match mark.kind {
            TokenKind::Possessive => true,
            TokenKind::Quote => {
                matches!(mark.sign, '\'' | '’')
                    && self.is_attached(token)
                    && token.checked_sub(1).is_some_and(|owner| self.folded(owner).ends_with('s'))
                    && !self.is_attached(token + 1)
            }
            _ => false,
        }
    }

    /// The row of a table for a single token, ignoring case.
    pub(crate) fn row<'l>(&self, table: TableId, token: usize, lexicon: &'l Lexicon) -> Option<&'l Entry> {
        let word = self.tokens.get(token)?.begins;
        if !word.contains(table) {
            return None;
        }
        lexicon.row_folded(table, word.word()?)
    }

    /// The sentence that contains a byte, if any. Logarithmic.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.span.end <= byte);
        self.sentences.get(after).filter(|s| s.span.start <= byte).map(|_| after)
    }

    /// The tokens within a span. Logarithmic.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.tokens.partition_point(|t| t.span.end <= span.end);
        start..end.max(start)
    }
}
