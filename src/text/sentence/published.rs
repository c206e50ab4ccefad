//! The publication date, if a text gives it at its beginning.

use std::ops::Range;

use super::abbreviation::is_weekday;
use super::view::View;
use super::{Sentence, SentenceKind};
use crate::date::Published;
use crate::lexicon::calendar::{CalendarWord, calendar_word};
use crate::lexicon::zone;
use crate::text::document::Document;

/// How many sentences at the beginning may give the publication date.
const SENTENCES: usize = 10;
/// How many paragraphs at the beginning may have a line that contains only the publication date.
const PARAGRAPHS: usize = 4;
/// The most tokens in such a line.
const TOKENS: usize = 28;

/// `date 2023-08-04` or `date 2023-08-04T18:30` at the beginning of the text: the first token after it, and the date.
pub(super) fn prefix(document: &Document<'_>) -> (usize, Option<Published>) {
    let Some(from) = document.tokens().get(1).filter(|_| document.folded(0) == "date") else {
        return (0, None);
    };
    let from = from.span.start;
    let rest = document.text().get(from..).unwrap_or("");
    let length = rest.bytes().take(40).take_while(|b| !b.is_ascii_whitespace()).count();
    let word = rest.get(..length).unwrap_or("");
    // The text may follow without a space; the possible lengths of a date decide where it ends.
    for length in [length, 25, 20, 19, 16, 10] {
        if let Some(Ok(published)) = word.get(..length).map(read) {
            let mut first = document.tokens().partition_point(|t| t.span.start < from + length);
            // "date 2023-08-04: The president .."
            if document.is_attached(first) && matches!(document.surface(first), "." | "," | ":" | ";") {
                first += 1;
            }
            return (first, Some(published));
        }
    }
    (0, None)
}

/// Parses an ISO date, optionally with a time and a UTC offset, which is dropped: the publisher's local time counts.
fn read(word: &str) -> Result<Published, crate::error::Error> {
    let offset = word.get(11..).and_then(|time| time.find(['+', '-'])).map(|at| at + 11);
    offset.and_then(|at| word.get(..at)).unwrap_or(word).parse()
}

/// The publication date given by a line at the beginning. A line that contains only a date becomes boilerplate.
pub(super) fn head(view: &View<'_, '_>, sentences: &mut [Sentence]) -> Option<Published> {
    let (mut best, mut found) = (0, None);
    for sentence in sentences.iter_mut().take(SENTENCES).filter(|s| s.tokens.len() <= TOKENS) {
        let tokens = sentence.tokens.clone();
        let rank = match cue(view, tokens.clone()) {
            Some(rank) if sentence.kind == SentenceKind::Boilerplate => rank,
            None if sentence.paragraph < PARAGRAPHS && is_date_only(view, tokens.clone()) => {
                sentence.kind = SentenceKind::Boilerplate;
                2
            }
            _ => continue,
        };
        if rank > best {
            if let Some(date) = date(view, tokens) {
                (best, found) = (rank, Some(date));
            }
        }
    }
    found
}

/// How strongly the line's first words announce the publication date; an update is later than the publication.
fn cue(view: &View<'_, '_>, tokens: Range<usize>) -> Option<u32> {
    let word = |at: usize| view.folded(tokens.start + at);
    match (word(0), word(1)) {
        ("published" | "posted", _) | ("first" | "originally", "published" | "posted") => Some(3),
        ("updated" | "modified", _) | ("last", "updated" | "modified" | "published") => Some(1),
        _ => None,
    }
}

/// True for a line that contains only a day, month, year, weekday and time of day.
fn is_date_only(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    tokens.len() >= 3
        && tokens.clone().any(|t| month(view.folded(t)).is_some())
        && tokens.clone().any(|t| view.surface(t).len() == 4 && view.is_number(t))
        && tokens.clone().all(|t| {
            view.is_number(t)
                || month(view.folded(t)).is_some()
                || is_weekday(view.folded(t))
                || zone::is_letters(view.folded(t))
                || matches!(
                    view.folded(t),
                    "," | "."
                        | ":"
                        | "|"
                        | "-"
                        | "/"
                        | "("
                        | ")"
                        | "+"
                        | "on"
                        | "at"
                        | "of"
                        | "st"
                        | "nd"
                        | "rd"
                        | "th"
                        | "am"
                        | "pm"
                        | "uk"
                        | "us"
                        | "local"
                        | "time"
                )
        })
}

/// The first complete date in the line, with the time of day next to it, if any.
fn date(view: &View<'_, '_>, tokens: Range<usize>) -> Option<Published> {
    let (year, month, day) = tokens.clone().find_map(|t| {
        let at = |n: usize| if n < tokens.end { view.folded(n) } else { "" };
        if let Some(month) = month(at(t)) {
            return day_before(view, tokens.clone(), t, month)
                .or_else(|| day_after(view, tokens.clone(), t, month));
        }
        let (a, b, c) = (number(at(t))?, number(at(t + 2))?, number(at(t + 4))?);
        match (at(t + 1), at(t + 3)) {
            ("-", "-") if a >= 1900 => Some((a, b, c)),
            // 11/27/2005: month and day only if no other reading is a date.
            ("/", "/")
                if c >= 1900 && (b > 12 || a == b || (a <= 12 && is_american(view, tokens.clone()))) =>
            {
                Some((c, a, b))
            }
            ("/", "/") if c >= 1900 && a > 12 => Some((c, b, a)),
            _ => None,
        }
    })?;
    if !(1900..=2100).contains(&year) {
        return None;
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    let time = clock(view, tokens).map(|(hour, minute)| format!("{day}T{hour:02}:{minute:02}"));
    time.and_then(|moment| moment.parse().ok()).or_else(|| day.parse().ok())
}

/// `28 November 2005`, `9th of September, 2013`
fn day_before(view: &View<'_, '_>, tokens: Range<usize>, at: usize, month: u32) -> Option<(u32, u32, u32)> {
    let mut day = at.checked_sub(1)?;
    while day > tokens.start && matches!(view.folded(day), "of" | "st" | "nd" | "rd" | "th" | "," | "-") {
        day -= 1;
    }
    let mut year = at + 1;
    while year < tokens.end && matches!(view.surface(year), "." | "," | "-") {
        year += 1;
    }
    if day < tokens.start || year >= tokens.end {
        return None;
    }
    let day = number(view.folded(day)).filter(|d| (1..=31).contains(d))?;
    Some((number(view.folded(year)).filter(|&y| y > 31)?, month, day))
}

/// `November 28, 2005`, `Nov. 28 2005`
fn day_after(view: &View<'_, '_>, tokens: Range<usize>, at: usize, month: u32) -> Option<(u32, u32, u32)> {
    let next = at + 1 + usize::from(view.surface(at + 1) == ".");
    let day = number(view.folded(next)).filter(|d| (1..=31).contains(d))?;
    let mut year = next + 1;
    while year < tokens.end && matches!(view.folded(year), "," | "st" | "nd" | "rd" | "th") {
        year += 1;
    }
    if year >= tokens.end {
        return None;
    }
    Some((number(view.folded(year)).filter(|&y| y > 31)?, month, day))
}

/// `7:21 AM`, `02:24`
fn clock(view: &View<'_, '_>, tokens: Range<usize>) -> Option<(u32, u32)> {
    tokens.clone().find_map(|t| {
        let is_clock = view.is_number(t)
            && view.surface(t + 1) == ":"
            && view.surface(t + 2).len() == 2
            && view.is_attached(t + 1)
            && view.is_attached(t + 2)
            && t + 2 < tokens.end
            && view.surface(t.wrapping_sub(1)) != "+";
        let (hour, minute) = (is_clock.then(|| number(view.folded(t)))??, number(view.folded(t + 2))?);
        let half = if t + 3 < tokens.end { view.folded(t + 3) } else { "" };
        let hour = match half {
            "pm" if hour < 12 => hour + 12,
            "am" if hour == 12 => 0,
            _ => hour,
        };
        (hour < 24 && minute < 60).then_some((hour, minute))
    })
}

/// A North American time zone: those in the table from countries that write the month first.
fn is_american(view: &View<'_, '_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|t| {
        matches!(
            view.surface(t),
            "ET" | "EST" | "EDT" | "PT" | "PST" | "PDT" | "CT" | "CST" | "CDT" | "MST" | "MDT"
        )
    })
}

fn number(folded: &str) -> Option<u32> {
    folded.parse().ok().filter(|_| folded.len() <= 4)
}

fn month(folded: &str) -> Option<u32> {
    match calendar_word(folded) {
        Some(CalendarWord::Month(month, _)) => Some(month.into()),
        _ => None,
    }
}
