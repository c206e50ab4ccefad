//! Titles: what a discrepancy is about, and its readings, on one line: "people killed: 17 / 20 / 13".

use std::cmp::Reverse;

use itertools::Itertools;

use crate::compare::Facet;
use crate::lexicon::number::{NumberWord, number_word};
use crate::record::{Reading, Record};
use crate::render::context::shorten;
use crate::render::difference::differing;
use crate::span::Span;

/// Characters of a reading in a title.
const ROOM: usize = 60;

/// The title of a record.
pub(super) fn title(record: &Record) -> String {
    format!("{}: {}", subject(record), short(record).iter().join(" / "))
}

/// What is compared, as a reader would say it.
fn subject(record: &Record) -> String {
    if record.facet != Facet::Quantity {
        return record.facet.to_string();
    }
    let parts = [noun(record), state(record)];
    match parts.into_iter().flatten().join(" ") {
        words if words.is_empty() => record.facet.to_string(),
        words => words,
    }
}

/// The state all readings tell of those counted, where one is told: "killed".
pub(super) fn state(record: &Record) -> Option<String> {
    let told = record.readings.iter().filter_map(|reading| reading.value.state()).unique().collect_vec();
    let [state] = told.as_slice() else { return None };
    Some((*state).to_owned())
}

/// The readings, each on its own as short as it can be without losing what differs.
fn short(record: &Record) -> Vec<String> {
    let words = record.readings.iter().map(Reading::words).collect_vec();
    if record.facet == Facet::Quantity {
        let (noun, state) = (noun(record), state(record));
        let bare = words.iter().map(|words| match split(words) {
            // The title says who is counted, and what befell them.
            (number, _) if !number.is_empty() && state.is_some() => lower(number),
            (number, rest) if !number.is_empty() && Some(rest) == noun.as_deref() => number.to_owned(),
            _ => words.clone(),
        });
        return bare.map(|words| shorten(&words, ROOM)).unique().collect();
    }
    let marks = differing(&words.iter().map(String::as_str).collect_vec());
    let spans = marks.iter().map(|marks| marks.first().copied());
    let cut = words.iter().zip(spans).map(|(words, span)| around(words, span, ROOM));
    // The comma that ends a quotation belongs to the sentence around it.
    cut.map(|words| words.trim_end_matches(',').to_owned()).collect()
}

/// A number as it is written within a line.
fn lower(number: &str) -> String {
    let mut chars = number.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// What most readings count, as they write it.
fn noun(record: &Record) -> Option<String> {
    let words = record.readings.iter().map(Reading::words).collect_vec();
    let nouns = words.iter().map(|words| split(words)).filter(|(number, _)| !number.is_empty());
    let nouns = nouns.map(|(_, rest)| rest).filter(|rest| !rest.is_empty()).counts();
    let most = nouns.into_iter().max_by_key(|&(noun, count)| (count, Reverse(noun)));
    most.map(|(noun, _)| noun.to_owned())
}

/// True for a number word, except for a fraction: "half of the crew" does not count halves.
fn is_number_word(word: &str) -> bool {
    number_word(word).is_some_and(|number| !matches!(number, NumberWord::Part(_)))
}

/// A quantity as its number, with what bounds it, and the rest.
fn split(words: &str) -> (&str, &str) {
    let mut end = 0;
    let mut at = 0;
    for word in words.split(' ') {
        let lower = word.to_lowercase();
        let is_number = lower.contains(|c: char| c.is_ascii_digit()) || lower.split('-').any(is_number_word);
        at += word.len();
        if is_number {
            end = at;
        }
        at += 1;
    }
    let rest = words.get(end..).unwrap_or("").trim();
    (words.get(..end).unwrap_or(words), rest)
}

/// A text cut to so many characters around a stretch of it, at words.
fn around(text: &str, stretch: Option<Span>, width: usize) -> String {
    let Some(stretch) = stretch.filter(|_| text.chars().count() > width) else { return shorten(text, width) };
    let before = Span::new(0, stretch.start).slice(text);
    let lead = width / 3;
    if before.chars().count() <= lead {
        return shorten(text, width);
    }
    let mut kept = 0;
    let words = before.split_whitespace().rev().take_while(|word| {
        kept += word.chars().count() + 1;
        kept <= lead
    });
    let words = words.collect_vec().into_iter().rev().join(" ");
    let rest = Span::new(stretch.start, text.len()).slice(text);
    let glue = if words.is_empty() || !before.ends_with(char::is_whitespace) { "" } else { " " };
    format!(".. {}", shorten(&format!("{words}{glue}{rest}"), width.saturating_sub(3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_parted_from_what_it_counts() {
        for (words, parts) in [
            ("at least 12 people", ("at least 12", "people")),
            ("twenty-one people", ("twenty-one", "people")),
            ("12", ("12", "")),
            ("$3.5 million", ("$3.5 million", "")),
            ("dozens more", ("dozens", "more")),
            ("a man", ("", "a man")),
        ] {
            assert_eq!(split(words), parts);
        }
    }

    #[test]
    fn a_number_stands_within_a_line() {
        assert_eq!(lower("At least 28"), "at least 28");
        assert_eq!(lower("31"), "31");
    }

    #[test]
    fn a_long_text_is_cut_around_what_differs() {
        let text = "The sea you have hidden the body in, we swear to all, we will mix it with your blood and never rest";
        let at = text.find("mix").unwrap_or(0);
        let cut = around(text, Some(Span::new(at, at + 3)), 40);
        assert!(
            cut.starts_with(".. ") && cut.contains("we will mix it") && cut.chars().count() <= 41,
            "{cut}"
        );
        assert_eq!(around("short", Some(Span::new(0, 5)), 40), "short");
    }
}
