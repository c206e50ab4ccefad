//! Tokens: words, numbers and punctuation marks with their spans and properties.

use crate::lexicon::TableSet;
use crate::span::Span;

/// What a token consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, optionally followed by digits (`A320`).
    Word,
    /// Digits, with commas and points between them (`2,500`, `6.1`).
    Number,
    /// `'s` or `s'` after a name or noun.
    Possessive,
    /// A quotation mark; [`crate::mention::quote`] decides whether it opens or closes.
    Quote,
    /// Currency symbols, `%` and other symbols.
    Symbol,
    /// Everything else: full stops, commas, brackets, hyphens, dashes.
    Punctuation,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// No letters, or no case.
    None,
    /// `junta`
    Lower,
    /// `Niger`, and a single capital letter
    Title,
    /// `ECOWAS`, `U.S.`
    Upper,
    /// `iPhone`, `AirAsia`, `McCain`
    Mixed,
}

/// The role of a token in sentence division.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A word, a number, or a mark without a role.
    None,
    /// A word that ends with its own full stop: `U.S.`, `p.m.`.
    Acronym,
    /// `.`, or two of them.
    Stop,
    /// `...`, `…`
    Ellipsis,
    /// `?`, `!` and similar marks
    Call,
    /// `(`, `[`
    OpenBracket,
    /// `)`, `]`
    CloseBracket,
    /// `"`, which opens or closes
    Double,
    /// `'`, which opens, closes or stands for an omitted letter
    Single,
    /// `“`, `‘`, `«`
    OpenQuote,
    /// `”`, `’`, `»`
    CloseQuote,
    /// `-`, `–`, `—`
    Dash,
    /// `•`, `▪`
    Bullet,
    /// Other punctuation.
    Other,
}

/// A word, number or punctuation mark.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Token {
    /// Its span.
    pub span: Span,
    /// What it consists of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub shape: Shape,
    /// The character of a single-character mark, `…` for three or more full stops, `‥` for two, NUL for anything else.
    pub sign: char,
    pub(crate) mark: Mark,
    /// The lexicon tables in which it begins a form.
    pub begins: TableSet,
    /// The range of its folded form in the document's folded text.
    pub(crate) folded: (u32, u32),
}

impl Token {
    /// True for a word or number.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// The length of its folded form, in bytes.
    pub(crate) fn length(&self) -> usize {
        (self.folded.1 - self.folded.0) as usize
    }

    /// True for digits, and for words used in spelled numbers.
    pub fn may_begin_number(&self) -> bool {
        self.kind == TokenKind::Number || self.begins.is_number_word()
    }

    /// True for a word that begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper | Shape::Mixed)
    }
}
