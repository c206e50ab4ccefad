//! Sentences: where a text is divided, and which of its sentences assert anything.
//!
//! A text is divided into paragraphs ([`paragraph`]), and a paragraph into sentences ([`boundary`], with what
//! [`abbreviation`] and [`style`] know about full stops). Each sentence is body text, a [`heading`], or text about the text
//! ([`boilerplate`], [`credit`], [`furniture`]), which may give its date ([`published`]). All look-ahead is bounded, so the
//! whole is linear.

mod abbreviation;
mod boilerplate;
mod boundary;
mod credit;
mod furniture;
mod heading;
mod paragraph;
mod published;
mod style;
mod view;

use std::ops::Range;

use crate::date::Published;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::document::Document;
pub(crate) use view::Layout;
use view::View;

/// The role of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SentenceKind {
    /// A sentence of the running text.
    Body,
    /// A headline or a heading within the text.
    Heading,
    /// Bylines, datelines, credits, update times: text about the text, which asserts nothing about the event.
    Boilerplate,
}

/// A sentence, with its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// Its span, without white space at either end.
    pub span: Span,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// The index of its paragraph.
    pub paragraph: usize,
    /// Its role.
    pub kind: SentenceKind,
}

/// Divides a document into sentences, and reads the publication date at its beginning (`date 2023-08-04`, `Published: 4
/// August 2023`), if there is one. The words of the first form are in no sentence.
pub(crate) fn split(
    document: &Document<'_>,
    layout: &Layout,
    lexicon: &Lexicon,
) -> (Vec<Sentence>, Option<Published>) {
    let (first, prefixed) = published::prefix(document);
    let view = View::new(document, layout, lexicon);
    let style = style::Style::of(&view, first);
    let mut sentences: Vec<Sentence> = Vec::with_capacity(document.tokens().len() / 20 + 1);
    let (mut paragraph, mut ends) = (0, Vec::new());
    for block in paragraph::blocks(&view, first) {
        let from = sentences.len();
        let mut start = block.start;
        let body = boilerplate::dateline(&view, block.clone(), paragraph);
        if body > start {
            let tokens = start..body;
            let span = document.span(tokens.clone());
            sentences.push(Sentence { span, tokens, paragraph, kind: SentenceKind::Boilerplate });
            start = body;
        }
        boundary::cut(&view, &style, start..block.end, &mut ends);
        for end in ends.drain(..) {
            let tokens = start..end;
            let kind = heading::kind(&view, tokens.clone(), block.clone());
            sentences.push(Sentence { span: document.span(tokens.clone()), tokens, paragraph, kind });
            start = end;
        }
        for sentence in sentences.iter_mut().skip(from) {
            if boilerplate::is_boilerplate(&view, sentence, &block) {
                sentence.kind = SentenceKind::Boilerplate;
            }
        }
        furniture::mark_captions(&view, sentences.get_mut(from..).unwrap_or_default(), block);
        paragraph += 1;
    }
    boilerplate::mark_bylines(&view, &mut sentences);
    let published = prefixed.or_else(|| published::head(&view, &mut sentences));
    (sentences, published)
}
