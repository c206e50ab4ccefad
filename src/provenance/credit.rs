//! Credits: where one source says that it has its story from another.

use crate::fold::fold;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::{Mentions, Name, NameKind};
use crate::record::Evidence;
use crate::span::Span;
use crate::text::{Document, SentenceKind};

use super::place;

/// A credit of one document to the other.
pub(super) struct Credit {
    /// True where the second document gives it, so that the first is the one reused.
    pub(super) by_other: bool,
    /// True where it names the other's publisher, false where it names some outlet.
    pub(super) of_publisher: bool,
    span: Span,
}

impl Credit {
    pub(super) fn evidence(&self, one: &Document<'_>, other: &Document<'_>) -> Evidence {
        let by = if self.by_other { other } else { one };
        let whom = if self.by_other { one } else { other };
        let text = if self.of_publisher {
            format!("{} credits the publisher of {}", by.source().id(), whom.source().id())
        } else {
            format!("{} credits another outlet, {} none", by.source().id(), whom.source().id())
        };
        Evidence { text, weight: 0.0, mentions: vec![place(by, self.span)] }
    }
}

/// The credit that tells which of two documents, known to share text, came first; `None` where none does, or both do.
pub(super) fn between(
    one: &Document<'_>,
    other: &Document<'_>,
    mine: &Mentions,
    theirs: &Mentions,
    lexicon: &Lexicon,
) -> Option<Credit> {
    // The other's publisher by name is the stronger credit.
    for by_name in [true, false] {
        let by_one = find(one, mine, other, by_name, lexicon);
        let by_other = find(other, theirs, one, by_name, lexicon);
        match (by_one, by_other) {
            (Some(span), None) => return Some(Credit { by_other: false, of_publisher: by_name, span }),
            (None, Some(span)) => return Some(Credit { by_other: true, of_publisher: by_name, span }),
            (Some(_), Some(_)) => return None,
            (None, None) => {}
        }
    }
    None
}

/// The first place in `document` that credits `whom`'s publisher, or, where `by_name` is false, any news outlet that is said to
/// report: in its sentences, or in its dateline, byline and closing lines.
fn find(
    document: &Document<'_>,
    mentions: &Mentions,
    whom: &Document<'_>,
    by_name: bool,
    lexicon: &Lexicon,
) -> Option<Span> {
    let credits = |words: &str, canonical: Option<&str>, is_news: bool| match by_name {
        true => {
            whom.source().publisher_name().is_some_and(|publisher| is_publisher(words, canonical, publisher))
        }
        false => is_news,
    };
    // Its own name is no credit.
    let own = |words: &str, canonical: Option<&str>| {
        document.source().publisher_name().is_some_and(|publisher| is_publisher(words, canonical, publisher))
    };
    let in_sentences = mentions
        .names
        .iter()
        .filter(|name| name.kind != NameKind::Person && reports(document, name, lexicon));
    let in_sentences = in_sentences.map(|name| (name.span, news(document, name.tokens.start, lexicon)));
    let lines = document.sentences().iter().filter(|s| s.kind == SentenceKind::Boilerplate);
    let in_lines = lines.flat_map(|s| s.tokens.clone()).filter_map(|token| {
        let (end, _) = document.lookup(TableId::Organisation, token, lexicon)?;
        Some((document.span(token..end), news(document, token, lexicon)?))
    });
    let in_lines = in_lines.map(|(span, canonical)| (span, Some(canonical)));
    in_sentences.chain(in_lines).find_map(|(span, canonical)| {
        let words = span.slice(document.text());
        (credits(words, canonical, canonical.is_some()) && !own(words, canonical)).then_some(span)
    })
}

/// The canonical name of the news outlet that begins at a token, where one does.
fn news<'l>(document: &Document<'_>, token: usize, lexicon: &'l Lexicon) -> Option<&'l str> {
    let (_, hit) = document.lookup(TableId::Organisation, token, lexicon)?;
    (hit.entry.class == "news").then_some(hit.entry.canonical.as_str())
}

/// The publisher's name, or a web address made of it, holds the words of the credit, or those it stands for.
fn is_publisher(words: &str, canonical: Option<&str>, publisher: &str) -> bool {
    let bare = |words: &str| fold(words).replace([' ', '-', '.'], "");
    let publisher = bare(publisher);
    [Some(words), canonical]
        .into_iter()
        .flatten()
        .map(bare)
        .any(|name| name.len() >= 3 && publisher.contains(&name))
}

/// "the BBC reported", "told Reuters", "according to AFP", "(AP)".
fn reports(document: &Document<'_>, name: &Name, lexicon: &Lexicon) -> bool {
    let speaks = |token: usize| {
        document.tokens().get(token).is_some_and(|t| t.begins.contains(TableId::Speech))
            && document.lookup(TableId::Speech, token, lexicon).is_some()
    };
    let after = name.tokens.end;
    let before = name.tokens.start;
    speaks(after)
        || speaks(after + 1)
        || (before > 0
            && document.folded(before - 1) == "to"
            && document.folded(before.saturating_sub(2)) == "according")
        || (before > 1
            && document.folded(before - 1) == "the"
            && document.folded(before - 2) == "to"
            && document.folded(before.saturating_sub(3)) == "according")
        || document.surface(before.saturating_sub(1)) == "(" && document.surface(after) == ")"
}
