//! Tokens: words, numbers and marks with their spans, and what each is made of.

use crate::lexicon::TableSet;
use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, perhaps with digits after them (`A320`).
    Word,
    /// Digits, with the commas and points between them (`2,500`, `6.1`).
    Number,
    /// `'s` or `s'` after a name or noun.
    Possessive,
    /// A quotation mark; whether it opens or closes is for [`crate::mention::quote`] to say.
    Quote,
    /// Currency signs, `%` and other signs.
    Symbol,
    /// All else: full stops, commas, brackets, hyphens, dashes.
    Punctuation,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// No letter, or no case.
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

/// What a token is to the division into sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A word, a number, or a sign without a part in it.
    None,
    /// A word that ends in a full stop of its own: `U.S.`, `p.m.`.
    Acronym,
    /// `.`, or two of them.
    Stop,
    /// `...`, `…`
    Ellipsis,
    /// `?`, `!` and their kin
    Call,
    /// `(`, `[`
    OpenBracket,
    /// `)`, `]`
    CloseBracket,
    /// `"`, which opens or closes
    Double,
    /// `'`, which opens, closes or stands for a letter left out
    Single,
    /// `“`, `‘`, `«`
    OpenQuote,
    /// `”`, `’`, `»`
    CloseQuote,
    /// `-`, `–`, `—`
    Dash,
    /// `•`, `▪`
    Bullet,
    /// Other marks.
    Other,
}

/// A word, number or mark.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub shape: Shape,
    /// The character of a mark that is one character, `…` of three full stops or more, `‥` of two, NUL of all else.
    pub sign: char,
    pub(crate) mark: Mark,
    /// The lexicon's tables in which it begins a form.
    pub begins: TableSet,
    /// Where its folded form stands in the document's folded text.
    pub(crate) folded: (u32, u32),
}

impl Token {
    /// True of a word or number.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// The length of its folded form, in bytes.
    pub(crate) fn length(&self) -> usize {
        (self.folded.1 - self.folded.0) as usize
    }

    /// True of digits and of words that stand in spelled numbers.
    pub fn may_begin_number(&self) -> bool {
        self.kind == TokenKind::Number || self.begins.is_number_word()
    }

    /// True of a word that begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper | Shape::Mixed)
    }
}
