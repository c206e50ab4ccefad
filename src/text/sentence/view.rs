//! View: fast access to the properties of tokens that matter for sentence division.

use std::ops::Range;

use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::text::document::Document;
use crate::text::token::{Shape, Token, TokenKind};

pub(super) use crate::text::token::Mark;

/// The start of a line: its first token, and the number of line breaks before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) token: usize,
    pub(super) breaks: usize,
}

/// Where lines begin and sentences may end, recorded as the text is read.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// Where lines begin, except the first.
    lines: Vec<Line>,
    /// Where full stops, question and exclamation marks are tokens of their own.
    ends: Vec<usize>,
}

impl Layout {
    /// Records a token and the white space before it, unless that is only plain spaces.
    #[inline]
    pub(crate) fn note(&mut self, at: usize, mark: Mark, gap: Option<&[u8]>) {
        if let (Some(gap), true) = (gap, at > 0) {
            let breaks = breaks(gap);
            if breaks > 0 {
                self.lines.push(Line { token: at, breaks });
            }
        }
        if matches!(mark, Mark::Stop | Mark::Call) {
            self.ends.push(at);
        }
    }
}

/// The tokens of a document, as sentence division sees them.
pub(super) struct View<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) lexicon: &'d Lexicon,
    pub(super) tokens: &'d [Token],
    pub(super) text: &'a str,
    pub(super) lines: &'d [Line],
    pub(super) ends: &'d [usize],
}

impl<'d, 'a> View<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, layout: &'d Layout, lexicon: &'d Lexicon) -> Self {
        let (tokens, text) = (document.tokens(), document.text());
        Self { document, lexicon, tokens, text, lines: &layout.lines, ends: &layout.ends }
    }

    /// The role of a token in sentence division.
    pub(super) fn mark(&self, at: usize) -> Mark {
        self.tokens.get(at).map_or(Mark::None, |t| t.mark)
    }

    /// How many tokens at the beginning of a range are words and numbers.
    pub(super) fn plain_run(&self, range: Range<usize>) -> usize {
        self.tokens.get(range).unwrap_or_default().iter().take_while(|t| t.mark == Mark::None).count()
    }

    /// The token as written.
    pub(super) fn surface(&self, at: usize) -> &'a str {
        self.document.surface(at)
    }

    /// The token as compared.
    pub(super) fn folded(&self, at: usize) -> &'d str {
        self.document.folded(at)
    }

    /// True if nothing is between a token and the one before it.
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

    /// True for a single letter.
    pub(super) fn is_letter(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word) && self.surface(at).chars().count() == 1
    }

    /// True for a word in the set.
    pub(super) fn is_in(&self, at: usize, set: WordSet) -> bool {
        self.lexicon.begins(self.folded(at)).is_in(set)
    }

    pub(super) fn is_stopword(&self, at: usize) -> bool {
        self.lexicon.table(TableId::Stopword).contains(self.folded(at))
    }
}

/// The number of line breaks in white space; two for a paragraph or line separator.
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
