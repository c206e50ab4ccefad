//! Document: a source cut into sentences and tokens.

use std::borrow::Cow;
use std::ops::Range;

use crate::date::Published;
use crate::fold::fold_into;
use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, Match, TableId};
use crate::source::Source;
use crate::span::Span;
use crate::text::sentence::{self, Sentence};
use crate::text::token::{Token, TokenKind, scan};

/// A sentence of a bundle: the source's position in the order of ids, and the sentence's position in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId {
    /// Position of the source.
    pub source: u32,
    /// Position of the sentence in it.
    pub sentence: u32,
}

impl SentenceId {
    /// The sentence at these positions.
    pub fn new(source: usize, sentence: usize) -> Self {
        Self { source: source as u32, sentence: sentence as u32 }
    }
}

/// A source cut into sentences and tokens. The text stays where it is; everything here points into it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    source: &'a Source,
    published: Option<Published>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    folded: String,
}

/// Cuts a source into sentences and tokens. Linear in the length of its text.
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
    let text = source.text();
    // Most tokens are folded by lower case alone, so their folded form stands where they stand; the others' is added behind.
    let mut folded = text.to_ascii_lowercase();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for piece in scan(text) {
        let place = if piece.plain {
            (piece.span.start as u32, piece.span.end as u32)
        } else {
            let from = folded.len();
            fold_into(piece.span.slice(text), &mut folded);
            // Full stops inside a word ("u.s.") never tell two words apart.
            if piece.kind == TokenKind::Word && folded[from..].contains('.') {
                let bare = folded[from..].replace('.', "");
                folded.truncate(from);
                folded.push_str(&bare);
            }
            (from as u32, folded.len() as u32)
        };
        let word = &folded[place.0 as usize..place.1 as usize];
        let begins = match piece.kind {
            TokenKind::Word | TokenKind::Number | TokenKind::Symbol => lexicon.begins(word),
            _ => Default::default(),
        };
        tokens.push(Token { span: piece.span, kind: piece.kind, shape: piece.shape, begins, folded: place });
    }
    let mut document =
        Document { source, published: source.published_at(), sentences: Vec::new(), tokens, folded };
    let (sentences, dateline) = sentence::split(&document, lexicon);
    document.sentences = sentences;
    document.published = document.published.or(dateline);
    document
}

impl<'a> Document<'a> {
    /// The source it was made from.
    pub fn source(&self) -> &'a Source {
        self.source
    }

    /// The source's text.
    pub fn text(&self) -> &'a str {
        self.source.text()
    }

    /// When it was published: as the caller said, else as the text itself says at its head.
    pub fn published(&self) -> Option<Published> {
        self.published
    }

    /// The sentences, in order; they never overlap.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens, in order, those between sentences included.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// A token as written.
    pub fn surface(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.span.slice(self.text()))
    }

    /// A token as compared: folded, see [`crate::fold`]. Empty past the last one.
    pub fn folded(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| &self.folded[t.folded.0 as usize..t.folded.1 as usize])
    }

    /// The bytes of a token as compared.
    pub(crate) fn folded_bytes(&self, token: &Token) -> &[u8] {
        self.folded.as_bytes().get(token.folded.0 as usize..token.folded.1 as usize).unwrap_or_default()
    }

    /// The span from the first to the last token of a range; empty for an empty range.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// True of a token of a closed class of words.
    pub(crate) fn is(&self, token: usize, class: Class) -> bool {
        self.tokens.get(token).is_some_and(|t| t.begins.is(class))
    }

    /// True where nothing, not even a space, stands between a token and the one before it.
    pub fn is_attached(&self, token: usize) -> bool {
        token > 0
            && matches!((self.tokens.get(token - 1), self.tokens.get(token)),
                (Some(a), Some(b)) if a.span.end == b.span.start)
    }

    /// The longest form of `table` that begins at a token: where it ends (one past its last token) and its row. Hyphens
    /// within count as spaces. Cost: a look-up for each length up to the table's longest form.
    pub fn lookup<'l>(
        &self,
        table: TableId,
        token: usize,
        lexicon: &'l Lexicon,
    ) -> Option<(usize, Match<'l>)> {
        let first = self.tokens.get(token)?;
        if !first.begins.contains(table) {
            return None;
        }
        if !first.begins.begins_phrase(table) {
            return Some((token + 1, lexicon.table(table).get(self.folded(token), self.surface(token))?));
        }
        let rows = lexicon.table(table);
        let mut key = Cow::Borrowed(self.folded(token));
        let alone = first.begins.stands_alone(table);
        let mut found =
            if alone { rows.get(&key, self.surface(token)).map(|hit| (token + 1, hit)) } else { None };
        let (mut at, mut words, mut last) = (token + 1, 1, first);
        while words < rows.longest() {
            let Some(next) = self.tokens.get(at) else { break };
            if !matches!(next.kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol) {
                if !matches!(self.surface(at), "-" | "‐" | "‑") {
                    break;
                }
                at += 1;
                continue;
            }
            if !next.begins.continues_phrase(table) {
                break;
            }
            key = match key {
                // Words folded where they stand, a space between: the folded text itself has the key.
                Cow::Borrowed(_) if self.is_spaced(last, next) => {
                    Cow::Borrowed(&self.folded[first.folded.0 as usize..next.folded.1 as usize])
                }
                key => {
                    let mut key = key.into_owned();
                    key.push(' ');
                    key.push_str(self.folded(at));
                    Cow::Owned(key)
                }
            };
            (words, at, last) = (words + 1, at + 1, next);
            if let Some(hit) = rows.get(&key, first.span.cover(next.span).slice(self.text())) {
                found = Some((at, hit));
            }
        }
        found
    }

    /// True of two tokens folded where they stand, with one space between them.
    fn is_spaced(&self, a: &Token, b: &Token) -> bool {
        let in_place = |token: &Token| token.folded.0 as usize == token.span.start;
        in_place(a) && in_place(b) && self.folded.as_bytes().get(a.span.end..b.span.start) == Some(b" ")
    }

    /// The sentence that holds a byte, if one does. Logarithmic.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.span.end <= byte);
        self.sentences.get(after).filter(|s| s.span.start <= byte).map(|_| after)
    }

    /// The tokens that lie within a span. Logarithmic.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.tokens.partition_point(|t| t.span.end <= span.end);
        start..end.max(start)
    }
}
