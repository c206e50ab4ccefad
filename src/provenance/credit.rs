//! Credits: where one source says that it has its story from another.

use crate::fold::fold;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::{Mentions, Name, NameKind};
use crate::record::Evidence;
use crate::text::Document;

use super::place;

/// A credit of one document to the other.
pub(super) struct Credit {
    /// True where the second document gives it, so that the first is the one reused.
    pub(super) by_other: bool,
    /// True where it names the other's publisher, false where it names some outlet.
    of_publisher: bool,
    span: crate::span::Span,
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
            (Some(name), None) => return credit(mine, name, false, by_name),
            (None, Some(name)) => return credit(theirs, name, true, by_name),
            (Some(_), Some(_)) => return None,
            (None, None) => {}
        }
    }
    None
}

fn credit(mentions: &Mentions, name: usize, by_other: bool, by_name: bool) -> Option<Credit> {
    let span = mentions.names.get(name)?.span;
    Some(Credit { by_other, of_publisher: by_name, span })
}

/// The first name in `document` that credits `whom`'s publisher, or, where `by_name` is false, any news outlet that is said
/// to report.
fn find(
    document: &Document<'_>,
    mentions: &Mentions,
    whom: &Document<'_>,
    by_name: bool,
    lexicon: &Lexicon,
) -> Option<usize> {
    mentions.names.iter().position(|name| {
        if name.kind == NameKind::Person || !reports(document, name, lexicon) {
            return false;
        }
        if by_name {
            whom.source().publisher_name().is_some_and(|publisher| is_publisher(document, name, publisher))
        } else {
            is_outlet(document, name, lexicon)
        }
    })
}

/// The publisher's name, or a web address made of it, holds the words of the name.
fn is_publisher(document: &Document<'_>, name: &Name, publisher: &str) -> bool {
    let publisher = fold(publisher).replace([' ', '-', '.'], "");
    let written = fold(name.span.slice(document.text())).replace([' ', '-', '.'], "");
    let known = name.canonical.as_ref().map(|c| fold(c).replace([' ', '-', '.'], ""));
    written.len() >= 3
        && (publisher.contains(&written)
            || known.is_some_and(|known| known.len() >= 3 && publisher.contains(&known)))
}

fn is_outlet(document: &Document<'_>, name: &Name, lexicon: &Lexicon) -> bool {
    document
        .lookup(TableId::Organisation, name.tokens.start, lexicon)
        .is_some_and(|(_, hit)| matches!(hit.entry.class.as_str(), "agency" | "outlet"))
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
