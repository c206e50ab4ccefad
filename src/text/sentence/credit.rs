//! Credits: who wrote the text and who took its pictures.

use std::ops::Range;

use crate::lexicon::word_set::WordSet;

use super::heading;
use super::view::{Mark, View};

/// Agencies and outlets that sign their datelines and pictures.
pub(super) fn is_agency(view: &View<'_, '_>, at: usize) -> bool {
    view.is_in(at, WordSet::Signs)
}

/// The rest of `By Jane Doe and John Roe, Staff writers`: names, and little else.
pub(super) fn is_byline(view: &View<'_, '_>, rest: Range<usize>) -> bool {
    if rest.is_empty() || rest.len() > 30 || !view.is_capitalised(rest.start) {
        return false;
    }
    let lower = rest
        .clone()
        .filter(|&t| view.is_lower(t) && !matches!(view.folded(t), "and" | "of" | "in" | "for" | "the"))
        .count();
    let names = rest.clone().filter(|&t| view.is_capitalised(t)).count();
    names >= 1 && lower <= names.min(3) && !rest.clone().any(|t| view.mark(t) == Mark::Call)
}

/// The number of names in a line that contains nothing else: `Jane Doe, Ann C. Lee and John Roe`.
pub(super) fn names_listed(view: &View<'_, '_>, tokens: Range<usize>) -> usize {
    let (mut names, mut words) = (0, 0);
    for at in tokens.start..=tokens.end.min(tokens.start + 30) {
        let splits = at == tokens.end || view.folded(at) == "and" || view.surface(at) == ",";
        if splits {
            let after_comma = at > tokens.start && words == 0 && view.surface(at - 1) == ",";
            if !(2..=4).contains(&words) && !after_comma {
                return 0;
            }
            names += usize::from(words > 0);
            words = 0;
        } else if view.is_capitalised(at) && view.surface(at).len() < 20 {
            words += 1;
        } else if !matches!(view.surface(at), "." | "-" | "'" | "’") {
            return 0;
        }
    }
    names
}

/// `USA TODAY`, `The Associated Press`, `Staff writer`: a line under a byline.
pub(super) fn is_outlet(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.clone().next_back().filter(|_| tokens.len() <= 7) else { return false };
    view.is_in(last, WordSet::Desk) || tokens.clone().any(|t| is_agency(view, t))
}

/// `REUTERS/Jane Doe`, `Jane Doe/Getty Images`, `(City police via AP)`, `— Jane Doe (@jane) May 1, 2020`.
pub(super) fn is_credit(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    if tokens.len() > 40 {
        return false;
    }
    if is_signature(view, tokens.start)
        || is_address(view, tokens.start) && tokens.clone().any(|t| is_signature(view, t))
    {
        return true;
    }
    let ended = heading::is_ended(view, tokens.clone()) && view.mark(tokens.end - 1) != Mark::CloseBracket;
    if ended || tokens.len() > 18 || tokens.clone().filter(|&t| view.is_lower(t)).count() > 3 {
        return false;
    }
    let bracketed =
        view.mark(tokens.start) == Mark::OpenBracket && view.mark(tokens.end - 1) == Mark::CloseBracket;
    tokens.clone().any(|t| match view.surface(t) {
        "/" => {
            t > tokens.start
                && (is_agency(view, t - 1) || is_agency(view, t + 1) || view.folded(t + 1) == "via")
        }
        "via" => is_agency(view, t + 1) || is_agency(view, t + 2),
        "Getty" => view.surface(t + 1) == "Images",
        _ => bracketed && tokens.len() <= 8 && is_agency(view, t),
    }) || (matches!(view.folded(tokens.start), "courtesy" | "handout") && tokens.len() <= 8)
}

/// The signature of a short message: `— Jane Doe (@jane)`.
pub(super) fn is_signature(view: &View<'_, '_>, at: usize) -> bool {
    view.mark(at) == Mark::Dash
        && (at + 1..at + 12)
            .any(|t| view.surface(t) == "(" && view.surface(t + 1) == "@" && view.is_attached(t + 1))
}

/// True if a web address begins here.
pub(super) fn is_address(view: &View<'_, '_>, at: usize) -> bool {
    matches!(view.folded(at), "http" | "https" | "www")
        || (view.folded(at) == "pic" && view.folded(at + 2) == "twitter")
}
