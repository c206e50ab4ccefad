//! Abbreviations: full stops that belong to a word, and whether the sentence ends there nevertheless.

use super::boundary::word_before;
use super::style::Style;
use super::view::{Mark, View};
use crate::lexicon::TableId;
use crate::lexicon::calendar::{CalendarWord, calendar_word};
use crate::lexicon::zone;
use crate::text::token::{Shape, TokenKind};

/// True if the full stop at `mark` belongs to the word before it and the sentence continues with the token at `next`;
/// `opened` if a quotation mark or bracket opens before that.
pub(super) fn joins(
    view: &View<'_, '_>,
    style: &Style<'_>,
    start: usize,
    mark: usize,
    next: usize,
    opened: bool,
) -> bool {
    // `No. 5`, written `N°. 5`
    if view.is_number(next) && mark > 0 && matches!(view.surface(mark - 1), "°" | "º" | "#") {
        return true;
    }
    let Some(word) = word_before(view, mark) else { return false };
    let Some(token) = view.tokens.get(word) else { return false };
    if token.kind == TokenKind::Number {
        return false;
    }
    let opener = (opened && view.is_capitalised(next)) || is_opener(view, next);
    if view.mark(word) == Mark::Acronym {
        return match view.folded(word) {
            "am" | "pm" => is_clock_tail(view, next) || opens_with_time(view, start, word),
            "eg" | "ie" => true,
            "dc" | "ny" | "nj" | "nc" | "sc" | "nh" | "nm" | "nd" | "sd" | "ri" | "pr" | "bc" => {
                !(opener || ends_after_state(view, start, word, next))
            }
            // "P.S. I love you."
            _ => !opener || word == start,
        };
    }
    if view.is_letter(word) {
        // Initials, `p. 55`, `v. Jones`; "you and I." ends.
        return !opener || is_name_before(view, word) && !is_strong_opener(view, next);
    }
    let Some(class) = class(view, word) else {
        return (style.abbreviations.contains(view.folded(word)) || is_unsayable(view, word)) && !opener;
    };
    match class {
        // "He left Wall St. The market fell."
        "title" if is_name_before(view, word) && is_strong_opener(view, next) => false,
        "title" => !opened || view.is_lower(next),
        "number" => view.is_number(next),
        "month" | "weekday" => view.is_number(next) || self::class(view, next).is_some_and(|c| c == "month"),
        "state" => !(opener || ends_after_state(view, start, word, next)),
        "measure" => view.is_lower(next),
        _ => !opener,
    }
}

/// The class of an abbreviation in the lexicon; a capitalised row matches only capitalised text.
pub(super) fn class<'v>(view: &View<'v, '_>, word: usize) -> Option<&'v str> {
    let table = view.lexicon.table(TableId::Abbreviation);
    let entry = table.get(view.folded(word), view.surface(word))?.entry;
    let needs_capital = entry.canonical.starts_with(char::is_uppercase);
    (!needs_capital || view.is_capitalised(word)).then_some(entry.class.as_str())
}

/// A capitalised function word: after an abbreviation, it shows that a sentence begins.
pub(super) fn is_opener(view: &View<'_, '_>, at: usize) -> bool {
    if !view.is_capitalised(at) {
        return false;
    }
    if view.is_letter(at) {
        // "I went", "A man": not an initial.
        return matches!(view.surface(at), "I" | "A") && view.is_lower(at + 1) && !view.is_attached(at + 1);
    }
    let shape = view.tokens.get(at).map(|t| t.shape);
    shape == Some(Shape::Title)
        && (view.is_stopword(at) || view.folded(at).contains('\''))
        && !matches!(view.folded(at), "may" | "will" | "van" | "de" | "us")
}

/// A word that begins sentences and is not a name.
pub(super) fn is_strong_opener(view: &View<'_, '_>, at: usize) -> bool {
    is_opener(view, at) && view.is_lower(at + 1)
}

/// A capital letter after a name: `Albert I.`.
fn is_name_before(view: &View<'_, '_>, word: usize) -> bool {
    word > 0 && view.is_capitalised(word) && view.is_capitalised(word - 1)
}

/// `in Reno, Nev. Officials blamed`: a state set off by a comma is followed by another comma, or ends its sentence. What
/// follows must not look like a name ("Washington, D.C. Mayor Ann Lee").
fn ends_after_state(view: &View<'_, '_>, start: usize, word: usize, next: usize) -> bool {
    word > start + 1
        && view.surface(word - 1) == ","
        && view.is_capitalised(next)
        && !view.is_capitalised(next + 1)
}

/// `monday`, `mon`: the names of days as used with times and in publication lines.
pub(super) fn is_weekday(folded: &str) -> bool {
    matches!(
        folded,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "wed"
            | "thu"
            | "fri"
            | "sat"
            | "sun"
    )
}

/// `p.m. Monday`, `a.m. ET`
fn is_clock_tail(view: &View<'_, '_>, at: usize) -> bool {
    let word = view.folded(at);
    is_weekday(word)
        || matches!(calendar_word(word), Some(CalendarWord::Month(..)))
        || zone::is_letters(word)
        || matches!(
            word,
            "mt" | "moscow"
                | "beijing"
                | "eastern"
                | "central"
                | "pacific"
                | "mountain"
                | "local"
                | "greenwich"
        )
}

/// `At 5 a.m.` at the beginning of a sentence is not a sentence.
fn opens_with_time(view: &View<'_, '_>, start: usize, word: usize) -> bool {
    word < start + 5
        && matches!(view.folded(start), "at" | "by" | "around" | "about" | "before" | "after" | "until")
}

/// A short capitalised word without a vowel: `Sgt`, `Wm`.
fn is_unsayable(view: &View<'_, '_>, word: usize) -> bool {
    let folded = view.folded(word);
    view.tokens.get(word).is_some_and(|t| t.shape == Shape::Title)
        && (2..=4).contains(&folded.len())
        && folded.bytes().all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(&b))
}
