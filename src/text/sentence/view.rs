//! View: quick looks at a document's tokens by what they are to the division into sentences.

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

/// A document's tokens, with its lexicon.
pub(super) struct View<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) lexicon: &'d Lexicon,
    pub(super) tokens: &'d [Token],
    pub(super) text: &'a str,
}

impl<'d, 'a> View<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, lexicon: &'d Lexicon) -> Self {
        Self { document, lexicon, tokens: document.tokens(), text: document.text() }
    }

    pub(super) fn mark(&self, at: usize) -> Mark {
        let Some(token) = self.tokens.get(at) else { return Mark::None };
        match token.kind {
            TokenKind::Word => {
                let ends_in_stop =
                    token.span.len() > 3 && self.text.as_bytes().get(token.span.end - 1) == Some(&b'.');
                if ends_in_stop { Mark::Acronym } else { Mark::None }
            }
            TokenKind::Number | TokenKind::Possessive | TokenKind::Symbol => Mark::None,
            TokenKind::Quote | TokenKind::Punctuation => mark(token.span.slice(self.text)),
        }
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

fn mark(surface: &str) -> Mark {
    match surface {
        "." | ".." | "。" | "।" => Mark::Stop,
        "!" | "?" | "‼" | "⁇" | "⁈" | "⁉" | "‽" | "！" | "？" | "؟" => Mark::Call,
        "…" => Mark::Ellipsis,
        "(" | "[" | "{" => Mark::OpenBracket,
        ")" | "]" | "}" => Mark::CloseBracket,
        "\"" => Mark::Double,
        "'" | "`" => Mark::Single,
        "“" | "‘" | "«" | "„" | "‚" | "‟" => Mark::OpenQuote,
        "”" | "’" | "»" => Mark::CloseQuote,
        "-" | "‐" | "‑" | "‒" | "–" | "—" | "―" => Mark::Dash,
        "•" | "▪" | "‣" | "⁃" | "●" | "◦" | "■" | "►" | "▶" => Mark::Bullet,
        _ if surface.starts_with("..") => Mark::Ellipsis,
        _ => Mark::Other,
    }
}
