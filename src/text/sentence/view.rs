//! View: quick looks at a document's tokens by what they are to the division into sentences.

use std::ops::Range;

use crate::lexicon::{Lexicon, TableId};
use crate::text::document::Document;
use crate::text::token::{Shape, Token, TokenKind};

/// What a token is to the division into sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
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

/// A line that begins: its first token, and how many line breaks stand before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) token: usize,
    pub(super) breaks: usize,
}

/// A document's tokens, with what each is to the division into sentences, gathered in one pass.
pub(super) struct View<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) lexicon: &'d Lexicon,
    pub(super) tokens: &'d [Token],
    pub(super) text: &'a str,
    marks: Vec<Mark>,
    /// Where lines begin, the first one left out.
    pub(super) lines: Vec<Line>,
    /// Where full stops, question and exclamation marks stand that are tokens of their own.
    pub(super) ends: Vec<usize>,
}

impl<'d, 'a> View<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, lexicon: &'d Lexicon) -> Self {
        let (tokens, text) = (document.tokens(), document.text());
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(tokens.len());
        let (mut lines, mut ends, mut end) = (Vec::new(), Vec::new(), 0);
        for (at, token) in tokens.iter().enumerate() {
            let gap = bytes.get(end..token.span.start).unwrap_or_default();
            if !matches!(gap, [] | [b' ']) && at > 0 {
                let breaks = breaks(gap);
                if breaks > 0 {
                    lines.push(Line { token: at, breaks });
                }
            }
            end = token.span.end;
            let mark = match token.kind {
                TokenKind::Word if token.span.len() > 3 && bytes.get(end - 1) == Some(&b'.') => Mark::Acronym,
                TokenKind::Quote | TokenKind::Punctuation => mark(token.sign),
                _ => Mark::None,
            };
            if matches!(mark, Mark::Stop | Mark::Call) {
                ends.push(at);
            }
            marks.push(mark);
        }
        Self { document, lexicon, tokens, text, marks, lines, ends }
    }

    /// What a token is to the division into sentences.
    pub(super) fn mark(&self, at: usize) -> Mark {
        self.marks.get(at).copied().unwrap_or(Mark::None)
    }

    /// How many tokens at the head of a range are words and numbers.
    pub(super) fn plain_run(&self, range: Range<usize>) -> usize {
        self.marks.get(range).unwrap_or_default().iter().take_while(|&&mark| mark == Mark::None).count()
    }

    /// A token as written.
    pub(super) fn surface(&self, at: usize) -> &'a str {
        self.document.surface(at)
    }

    /// A token as compared.
    pub(super) fn folded(&self, at: usize) -> &'d str {
        self.document.folded(at)
    }

    /// True where nothing stands between a token and the one before it.
    pub(super) fn is_attached(&self, at: usize) -> bool {
        self.document.is_attached(at)
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|t| t.kind)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.shape == Shape::Lower)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capitalised)
    }

    /// True of a single letter.
    pub(super) fn is_letter(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word) && self.surface(at).chars().count() == 1
    }

    pub(super) fn is_stopword(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.begins.contains(TableId::Stopword))
            && self.lexicon.table(TableId::Stopword).contains(self.folded(at))
    }
}

/// Line breaks in white space; two for a separator of paragraphs or lines.
fn breaks(gap: &[u8]) -> usize {
    let (mut lines, mut returns, mut separators) = (0_usize, 0_usize, 0);
    for (at, byte) in gap.iter().enumerate() {
        match byte {
            b'\n' => lines += 1,
            b'\r' => returns += 1,
            0xe2 if matches!(gap.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => separators += 1,
            _ => {}
        }
    }
    lines.max(returns) + 2 * separators
}

fn mark(sign: char) -> Mark {
    match sign {
        ',' | ':' | ';' | '/' => Mark::Other,
        '.' | '‥' | '。' | '।' => Mark::Stop,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '！' | '？' | '؟' => Mark::Call,
        '…' => Mark::Ellipsis,
        '(' | '[' | '{' => Mark::OpenBracket,
        ')' | ']' | '}' => Mark::CloseBracket,
        '"' => Mark::Double,
        '\'' | '`' => Mark::Single,
        '“' | '‘' | '«' | '„' | '‚' | '‟' => Mark::OpenQuote,
        '”' | '’' | '»' => Mark::CloseQuote,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' => Mark::Dash,
        '•' | '▪' | '‣' | '⁃' | '●' | '◦' | '■' | '►' | '▶' => Mark::Bullet,
        _ => Mark::Other,
    }
}
