//! Boilerplate: words about the text, known by where they stand and how they begin and end.

use std::ops::Range;

use super::Sentence;
use super::view::{Mark, View};

/// Most tokens of a dateline.
const DATELINE: usize = 24;
/// Paragraphs from the head of a text in which datelines stand.
const HEAD: usize = 10;

/// Where the dateline of a paragraph ends (`NIAMEY, Niger (Reuters) -`), or its first token where there is none.
pub(super) fn dateline(view: &View<'_, '_>, block: Range<usize>, paragraph: usize) -> usize {
    if paragraph >= HEAD || block.len() < 4 {
        return block.start;
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
                    // `(CNN) A day after`: nothing else stands before the text.
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

/// A dash with a space on at least one side, two hyphens, or an underscore in its stead.
fn is_dash(view: &View<'_, '_>, at: usize) -> bool {
    let dash = view.mark(at) == Mark::Dash || view.surface(at) == "_";
    let long = matches!(view.surface(at), "–" | "—" | "―");
    dash && (long || !view.is_attached(at) || !view.is_attached(at + 1) || view.mark(at + 1) == Mark::Dash)
}

/// A second dash soon after: the first opened an aside.
fn is_dashed_aside(view: &View<'_, '_>, from: usize, end: usize) -> bool {
    (from..end.min(from + 12)).any(|t| is_dash(view, t) && view.is_lower(t + 1))
}

fn is_upper(view: &View<'_, '_>, at: usize) -> bool {
    let surface = view.surface(at);
    surface.chars().count() > 1
        && surface.chars().all(|c| !c.is_lowercase())
        && surface.chars().any(char::is_uppercase)
}

fn is_place_particle(view: &View<'_, '_>, at: usize) -> bool {
    matches!(view.folded(at), "of" | "the" | "de" | "du" | "la" | "and" | "near" | "al" | "el" | "on" | "in")
}

fn opens_quote(view: &View<'_, '_>, at: usize) -> bool {
    matches!(view.mark(at), Mark::Double | Mark::Single | Mark::OpenQuote)
}

/// Agencies and outlets that sign their datelines.
fn is_agency(view: &View<'_, '_>, at: usize) -> bool {
    matches!(
        view.folded(at),
        "ap" | "afp"
            | "reuters"
            | "cnn"
            | "upi"
            | "cbs"
            | "nbc"
            | "abc"
            | "bbc"
            | "npr"
            | "pti"
            | "ani"
            | "ians"
            | "xinhua"
            | "tass"
            | "interfax"
            | "ria"
            | "dpa"
            | "efe"
            | "ansa"
            | "kyodo"
            | "yonhap"
            | "bloomberg"
            | "irna"
            | "anadolu"
            | "aap"
            | "pa"
            | "rtr"
            | "msnbc"
            | "wam"
            | "spa"
            | "mena"
            | "antara"
            | "bernama"
            | "ips"
            | "ktla"
            | "thomson"
            | "associated"
            | "agence"
            | "cp"
            | "gma"
            | "rfe"
            | "voa"
    )
}

/// True of words about the text: bylines, credits, times of updating, notes of the editor.
pub(super) fn is_boilerplate(view: &View<'_, '_>, sentence: &Sentence, block: &Range<usize>) -> bool {
    let tokens = sentence.tokens.clone();
    let words = tokens.len();
    if words > 60 {
        return false;
    }
    let alone = tokens == *block;
    let head = skip_openers(view, tokens.clone());
    let first = view.folded(head);
    let second = view.folded(head + 1);
    let has = |word: &str| tokens.clone().any(|t| view.folded(t) == word);
    let colon = |within: usize| (head..tokens.end.min(head + within)).any(|t| view.surface(t) == ":");
    match first {
        "by" => alone && is_byline(view, head + 1..tokens.end),
        "updated" | "published" | "posted" | "modified" | "created" => {
            (alone || sentence.paragraph < HEAD)
                && words <= 24
                && (colon(3) || tokens.clone().any(|t| view.is_number(t)) || second == "on")
                && tokens.clone().filter(|&t| view.is_lower(t)).count() <= 6
        }
        "last" | "first" => matches!(second, "updated" | "published" | "posted" | "modified") && words <= 24,
        "this" => {
            let thing = matches!(
                second,
                "story"
                    | "article"
                    | "report"
                    | "post"
                    | "page"
                    | "version"
                    | "copy"
                    | "piece"
                    | "column"
                    | "dispatch"
            );
            let act = [
                "updated",
                "published",
                "appeared",
                "produced",
                "corrected",
                "edited",
                "contributed",
                "republished",
            ];
            thing && words <= 40 && act.iter().any(|word| has(word))
        }
        "a" => {
            second == "version" && has("appeared") || second == "previous" && has("version") && has("story")
        }
        "an" => second == "earlier" && has("version"),
        "story" => second == "highlights" || second == "continues" && words < 6,
        "editor" | "editors" | "editor's" => has("note") && colon(6),
        "photo" | "photos" | "image" | "picture" | "video" | "credit" | "caption" | "photograph"
        | "graphic" | "source" | "sources" => {
            words <= 16 && (view.surface(head + 1) == ":" || matches!(second, "by" | "credit" | "courtesy"))
        }
        "additional" => matches!(second, "reporting"),
        "reporting" | "editing" | "writing" | "compiled" | "edited" | "written" | "contributing" => {
            words <= 40 && (matches!(second, "by" | "and" | "additional") || view.surface(head + 1) == ":")
        }
        "copyright" | "©" => words <= 40,
        "all" => second == "rights" && has("reserved"),
        "follow" => alone && (has("twitter") || has("facebook") || has("@") || has("instagram")),
        "read" | "see" => {
            alone
                && words <= 20
                && (view.surface(head + 1) == ":"
                    || matches!(second, "more" | "also") && (colon(4) || words <= 4))
        }
        "more" | "related" | "watch" | "listen" | "advertisement" | "loading" => {
            words == 1
                || alone && words <= 24 && (view.surface(head + 1) == ":" || (first == "related" && colon(3)))
        }
        "click" | "tap" => second == "here" || second == "to",
        "sign" | "subscribe" => {
            alone && (has("newsletter") || has("newsletters") || second == "up" && words <= 12)
        }
        "share" => alone && words <= 8,
        "write" | "contact" | "e" | "email" => alone && (has("@") || second == "to" && words <= 12),
        _ => false,
    }
    .then_some(())
    .is_some()
        || is_contribution(view, tokens.clone())
        || has_address_only(view, tokens)
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

/// The rest of `By Jane Doe and John Roe, Staff writers`: names, and little else.
fn is_byline(view: &View<'_, '_>, rest: Range<usize>) -> bool {
    if rest.is_empty() || rest.len() > 30 || !view.is_capitalised(rest.start) {
        return false;
    }
    let lower = rest
        .clone()
        .filter(|&t| view.is_lower(t) && !matches!(view.folded(t), "and" | "of" | "in" | "for" | "the"))
        .count();
    let names = rest.clone().filter(|&t| view.is_capitalised(t)).count();
    names >= 1 && lower <= names.min(3) && !rest.clone().any(|t| matches!(view.mark(t), Mark::Call))
}

/// `Associated Press writer Jane Doe contributed to this report.`
fn is_contribution(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    let tail = tokens.end.saturating_sub(8).max(tokens.start)..tokens.end;
    let this = tail.clone().any(|t| {
        matches!(view.folded(t), "this" | "the")
            && matches!(
                view.folded(t + 1),
                "report" | "story" | "article" | "post" | "reporting" | "dispatch"
            )
            && t + 3 >= tokens.end.saturating_sub(1)
    });
    this && tokens.clone().any(|t| matches!(view.folded(t), "contributed" | "contributing"))
}

/// Nothing but an address on the web.
fn has_address_only(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    let first = tokens.start;
    matches!(view.folded(first), "http" | "https" | "www")
        && (first + 1..tokens.end).all(|t| view.is_attached(t))
}
