//! Boilerplate: text about the text, recognised by its position and by how it begins and ends.

use std::ops::Range;

use super::credit::{is_address, is_agency, is_byline, is_credit, is_outlet, names_listed};
use super::furniture::speaks_to_the_reader;
use super::view::{Mark, View};
use super::{Sentence, SentenceKind};
use crate::lexicon::TableId;

/// The most tokens in a dateline.
const DATELINE: usize = 24;
/// The most tokens in a credit or note.
const LONGEST: usize = 90;
/// How many paragraphs at the beginning may have datelines.
const HEAD: usize = 10;

/// Where the dateline of a paragraph ends (`NIAMEY, Niger (Reuters) -`), or the paragraph's first token if it has none.
pub(super) fn dateline(view: &View<'_, '_>, block: Range<usize>, paragraph: usize) -> usize {
    if paragraph >= HEAD || block.len() < 4 {
        return block.start;
    }
    if view.folded(block.start) == "story" && view.folded(block.start + 1) == "highlights" && block.len() > 4
    {
        return block.start + 2;
    }
    read_dateline(view, block.clone()).unwrap_or(block.start)
}

fn read_dateline(view: &View<'_, '_>, block: Range<usize>) -> Option<usize> {
    let end = block.end.min(block.start + DATELINE);
    let (mut place, mut upper, mut comma) = (0, false, false);
    let mut agency = false;
    let mut at = block.start;
    while at < end {
        let token = view.tokens.get(at)?;
        match view.mark(at) {
            Mark::OpenBracket if !agency => {
                let close = (at + 1..end.min(at + 8)).find(|&t| view.mark(t) == Mark::CloseBracket)?;
                agency = (at + 1..close).any(|t| is_agency(view, t)) || (upper && close < at + 6);
                if !agency {
                    return None;
                }
                at = close + 1;
                if !is_dash(view, at) {
                    // `(CNN) A day after`: nothing else precedes the text.
                    let goes_on = at < block.end
                        && !view.is_attached(at)
                        && (view.is_capitalised(at) || view.is_number(at) || opens_quote(view, at));
                    let known = (block.start..at).any(|t| is_agency(view, t));
                    return (goes_on && known && (place == 0 || place <= 6)).then_some(at);
                }
                continue;
            }
            Mark::Dash if is_dash(view, at) => {
                let mut after = at + 1;
                while after < block.end && is_dash(view, after) {
                    after += 1;
                }
                let goes_on = after < block.end
                    && (view.is_capitalised(after) || view.is_number(after) || opens_quote(view, after));
                let lone = !comma && !agency;
                let is_place = upper && (!lone || place <= 3 && !is_dashed_aside(view, after, block.end));
                return (goes_on && (agency || is_place) && (agency || place > 0)).then_some(after);
            }
            Mark::None | Mark::Acronym => {
                let word = token.is_capitalised() || view.is_number(at) || is_place_particle(view, at);
                if !word {
                    return None;
                }
                if at == block.start {
                    upper = is_upper(view, at);
                }
                place += 1;
            }
            Mark::Stop => {}
            Mark::Dash if view.is_attached(at) && view.is_attached(at + 1) => {}
            Mark::Other if matches!(view.surface(at), "," | "/" | ";" | "|") => {
                comma |= view.surface(at) == ","
            }
            _ => return None,
        }
        if place > 12 {
            return None;
        }
        at += 1;
    }
    None
}

/// A dash with a space on at least one side, two hyphens, or an underscore instead.
fn is_dash(view: &View<'_, '_>, at: usize) -> bool {
    let dash = view.mark(at) == Mark::Dash || view.surface(at) == "_";
    let long = matches!(view.surface(at), "–" | "—" | "―");
    dash && (long || !view.is_attached(at) || !view.is_attached(at + 1) || view.mark(at + 1) == Mark::Dash)
}

/// True if a second dash follows soon: the first began an aside.
fn is_dashed_aside(view: &View<'_, '_>, from: usize, end: usize) -> bool {
    (from..end.min(from + 12)).any(|t| is_dash(view, t) && view.is_lower(t + 1))
}

fn is_upper(view: &View<'_, '_>, at: usize) -> bool {
    let surface = view.surface(at);
    surface.len() > 2 && surface.chars().all(|c| !c.is_lowercase()) && surface.chars().any(char::is_uppercase)
}

fn is_place_particle(view: &View<'_, '_>, at: usize) -> bool {
    matches!(view.folded(at), "of" | "the" | "de" | "du" | "la" | "and" | "near" | "al" | "el" | "on" | "in")
}

fn opens_quote(view: &View<'_, '_>, at: usize) -> bool {
    matches!(view.mark(at), Mark::Double | Mark::Single | Mark::OpenQuote)
}

/// True for text about the text: bylines, credits, update times, editor's notes, invitations to read more.
pub(super) fn is_boilerplate(view: &View<'_, '_>, sentence: &Sentence, block: &Range<usize>) -> bool {
    let tokens = sentence.tokens.clone();
    if tokens.len() > LONGEST {
        return false;
    }
    let alone = tokens == *block;
    announces(view, sentence, alone)
        || speaks_to_the_reader(view, tokens.clone(), alone)
        || is_contribution(view, tokens.clone())
        || is_whereabouts(view, tokens.clone())
        || is_credit(view, tokens.clone())
        || (is_address(view, tokens.start) && (tokens.start + 1..tokens.end).all(|t| view.is_attached(t)))
        || !tokens.clone().any(|t| view.tokens.get(t).is_some_and(|t| t.is_word()))
}

/// Boilerplate recognised by its first words; `alone` if it is its whole paragraph.
fn announces(view: &View<'_, '_>, sentence: &Sentence, alone: bool) -> bool {
    let tokens = sentence.tokens.clone();
    let words = tokens.len();
    let head = skip_openers(view, tokens.clone());
    let (first, second, third) = (view.folded(head), view.folded(head + 1), view.folded(head + 2));
    let has = |word: &str| tokens.clone().any(|t| view.folded(t) == word);
    let is_colon = |at: usize| view.surface(at) == ":";
    let colon = |within: usize| (head..tokens.end.min(head + within)).any(is_colon);
    match first {
        "by" => alone && is_byline(view, head + 1..tokens.end),
        "updated" | "published" | "posted" | "modified" | "created" | "last" | "first" | "originally" => {
            let at = if matches!(second, "updated" | "published" | "posted" | "modified") {
                head + 2
            } else {
                head + 1
            };
            let cued = at > head + 1 || !matches!(first, "last" | "first" | "originally");
            let when = is_colon(at)
                || view.is_number(at)
                || (matches!(view.folded(at), "on" | "at") && words <= 16)
                || is_month_or_weekday(view, at);
            cued && when && (alone || sentence.paragraph < HEAD) && words <= 28
        }
        "this" => {
            let thing = matches!(
                second,
                "story" | "article" | "post" | "page" | "version" | "piece" | "column" | "report"
            );
            let state =
                matches!(third, "was" | "has" | "is" | "first" | "originally" | "will" | "appeared" | "also");
            let acts: &[&str] = match second {
                "report" => &["updated", "corrected", "contributed"],
                _ => &[
                    "updated",
                    "published",
                    "appeared",
                    "produced",
                    "corrected",
                    "edited",
                    "republished",
                    "developing",
                ],
            };
            thing && state && words <= 40 && acts.iter().any(|word| has(word))
        }
        "a" | "an" => {
            (matches!(second, "previous" | "earlier")
                && third == "version"
                && (has("story") || has("article")))
                || (second == "version"
                    && third == "of"
                    && has("this")
                    && (has("appeared") || has("published")))
        }
        "story" => second == "highlights" || (second == "continues" && words < 6),
        "editor" | "editors" | "editor's" => has("note") && colon(6),
        "correction" | "clarification" => is_colon(head + 1),
        "photo" | "photos" | "image" | "images" | "picture" | "video" | "caption" | "photograph"
        | "graphic" => {
            (is_colon(head + 1) && words <= 40 && alone)
                || words <= 16
                    && (is_colon(head + 1)
                        || matches!(second, "credit" | "courtesy")
                        || (second == "by" && is_byline(view, head + 2..tokens.end))
                        || (alone && view.mark(head + 1) == Mark::Dash && !view.is_attached(head + 1)))
        }
        "credit" => {
            words <= 2
                || is_colon(head + 1)
                || (alone && words <= 16 && is_byline(view, head + 1..tokens.end))
        }
        "additional" => second == "reporting",
        "reporting" | "editing" | "writing" | "compiled" | "edited" | "written" | "contributing" => {
            second == "by"
                || is_colon(head + 1)
                || (second == "and" && matches!(third, "writing" | "editing"))
        }
        "follow" => alone && (has("twitter") || has("facebook") || has("@") || has("instagram")),
        "read" | "see" => {
            alone
                && words <= 24
                && (is_colon(head + 1) || (matches!(second, "more" | "also") && (colon(4) || words <= 4)))
        }
        "more" | "related" | "watch" | "listen" | "advertisement" | "loading" => {
            words == 1 || (words <= 24 && (is_colon(head + 1) || (alone && second == "from" && colon(6))))
        }
        "click" | "tap" => matches!(second, "here" | "to"),
        "to" => second == "contact" && colon(12),
        "write" | "contact" | "e" | "email" => alone && has("@"),
        _ => false,
    }
}

fn is_month_or_weekday(view: &View<'_, '_>, at: usize) -> bool {
    view.is_capitalised(at)
        && matches!(
            view.folded(at).get(..3),
            Some(
                "jan"
                    | "feb"
                    | "mar"
                    | "apr"
                    | "may"
                    | "jun"
                    | "jul"
                    | "aug"
                    | "sep"
                    | "oct"
                    | "nov"
                    | "dec"
                    | "mon"
                    | "tue"
                    | "wed"
                    | "thu"
                    | "fri"
                    | "sat"
                    | "sun"
            )
        )
}

/// Bylines without "by" at the beginning of a text, followed by the outlet's name.
pub(super) fn mark_bylines(view: &View<'_, '_>, sentences: &mut [Sentence]) {
    let mut signed = false;
    for at in 1..sentences.len().min(6) {
        let next_is_outlet = sentences
            .get(at + 1)
            .is_some_and(|s| s.kind == SentenceKind::Heading && is_outlet(view, s.tokens.clone()));
        let sentence = &mut sentences[at];
        if sentence.kind == SentenceKind::Boilerplate {
            signed |= view.folded(sentence.tokens.start) == "by";
            continue;
        }
        if sentence.kind != SentenceKind::Heading {
            return;
        }
        let tokens = sentence.tokens.clone();
        let names = names_listed(view, tokens.clone());
        let given = view.lexicon.begins(view.folded(tokens.start)).contains(TableId::GivenName);
        // A name alone may be a headline in capitals, so something else must show that it is a person's.
        let named = names > 0 && (next_is_outlet || (given && (names > 1 || tokens.len() == 2)));
        if named || (signed && is_outlet(view, tokens)) {
            signed = true;
            sentence.kind = SentenceKind::Boilerplate;
        }
    }
}

fn skip_openers(view: &View<'_, '_>, tokens: Range<usize>) -> usize {
    let skipped = tokens
        .clone()
        .take_while(|&t| {
            matches!(
                view.mark(t),
                Mark::OpenBracket | Mark::Dash | Mark::Bullet | Mark::Double | Mark::OpenQuote
            ) || matches!(view.surface(t), "*" | "_" | "|")
        })
        .count();
    tokens.start + skipped.min(6)
}

/// `Associated Press writer Jane Doe contributed to this report.`
fn is_contribution(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.clone().rev().take(4).find(|&t| view.mark(t) == Mark::None) else { return false };
    matches!(view.folded(last), "report" | "story" | "article" | "post" | "reporting" | "dispatch")
        && matches!(view.folded(last.wrapping_sub(1)), "this" | "the")
        && tokens.clone().any(|t| matches!(view.folded(t), "contributed" | "contributing"))
}

/// `Doe reported from Lagos and Roe from Accra, Ghana.`: only names and places.
fn is_whereabouts(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    view.is_capitalised(tokens.start)
        && tokens
            .clone()
            .skip(1)
            .take(4)
            .any(|t| view.folded(t) == "reported" && view.folded(t + 1) == "from")
        && tokens
            .clone()
            .filter(|&t| view.is_lower(t))
            .all(|t| matches!(view.folded(t), "reported" | "from" | "and" | "in"))
        && !tokens.clone().any(|t| view.is_number(t))
}
