//! Furniture: lines of a page that address its reader, and captions of pictures.

use std::ops::Range;

use super::Sentence;
use super::SentenceKind;
use super::credit::{is_agency, is_byline};
use super::view::{Mark, View};
use crate::lexicon::TableId;

/// The most tokens in a line that invites or is labelled.
const LINE: usize = 60;
/// The most tokens in a caption with its credit.
const CAPTION: usize = 90;
/// The most sentences in a caption before its credit.
const SENTENCES: usize = 2;
/// How many words may follow a form that is a line by itself: `Share Tweet Email`.
const BESIDE: usize = 3;

/// True for a line that addresses the reader of the page.
pub(super) fn speaks_to_the_reader(view: &View<'_, '_>, tokens: Range<usize>, alone: bool) -> bool {
    let opens = |t: &usize| matches!(view.mark(*t), Mark::OpenBracket | Mark::Dash | Mark::Bullet);
    let head = tokens.start + tokens.clone().take(3).take_while(opens).count();
    // Quoted text was said by somebody.
    if tokens.len() > LINE || matches!(view.mark(head), Mark::Double | Mark::OpenQuote) {
        return false;
    }
    if alone && counts(view, head..tokens.end) || is_reserved(view, tokens.clone(), alone) {
        return true;
    }
    let Some((class, end)) = form(view, head..tokens.end) else { return false };
    let colon = view.surface(end) == ":" && end < tokens.end;
    match class {
        "line" => true,
        "whole" => alone && (colon && tokens.end - end <= 2 * BESIDE || is_whole(view, end..tokens.end)),
        "label" | "offer" => alone && colon,
        "invitation" => {
            let offer = |class: &str| matches!(class, "offer" | "line");
            let offered = |t: usize| form(view, t..tokens.end).is_some_and(|(class, _)| offer(class));
            // Somebody else's invitation (`Download the app, police told residents`).
            let told =
                |t: usize| matches!(view.folded(t), "said" | "says" | "told" | "wrote" | "urged" | "advised");
            (end..tokens.end).any(offered) && !(end..tokens.end).any(told)
        }
        _ => false,
    }
}

/// True if only more of the same kind follows: `Share`, `Share Tweet Email`.
fn is_whole(view: &View<'_, '_>, rest: Range<usize>) -> bool {
    rest.len() <= BESIDE
        && rest.clone().all(|t| {
            let (mark, other) = (view.mark(t), matches!(view.surface(t), "|" | "/" | ","));
            mark == Mark::Stop || other || form(view, t..rest.end).is_some_and(|(class, _)| class == "whole")
        })
}

/// `342 shares`, `1.2K Shares`, `4 min read`, and nothing else.
fn counts(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    if !view.is_number(tokens.start) {
        return false;
    }
    let scaled = matches!(view.folded(tokens.start + 1), "k" | "m") && tokens.len() > 2;
    let at = tokens.start + 1 + usize::from(scaled);
    form(view, at..tokens.end).is_some_and(|(class, end)| class == "counter" && end == tokens.end)
}

/// `© 2024 The Post`, `(c) 2024`, `The Daily Post © 2024`, `Copyright 2024`, `Copyright The Associated Press`.
fn is_reserved(view: &View<'_, '_>, tokens: Range<usize>, alone: bool) -> bool {
    let sign = |t: usize| {
        view.surface(t) == "©"
            || (view.surface(t) == "(" && view.folded(t + 1) == "c" && view.surface(t + 2) == ")")
    };
    let dated = |t: usize| view.is_number(t) && view.surface(t).len() == 4;
    let after = |t: usize| if view.surface(t) == "©" { t + 1 } else { t + 3 };
    let short = tokens.len() <= 24;
    if let Some(at) = tokens.clone().take(24).find(|&t| sign(t)) {
        let begins = at <= tokens.start + 1;
        return begins || (short && (dated(after(at)) || dated(at.wrapping_sub(1))));
    }
    view.folded(tokens.start) == "copyright"
        && (dated(tokens.start + 1) || (alone && short && is_byline(view, tokens.start + 1..tokens.end)))
}

/// The class of the longest form in the table at the beginning of the tokens, and its end.
fn form<'v>(view: &'v View<'_, '_>, tokens: Range<usize>) -> Option<(&'v str, usize)> {
    const TABLE: TableId = TableId::Boilerplate;
    if tokens.is_empty() {
        return None;
    }
    let first = view.lexicon.begins(view.folded(tokens.start));
    if !first.contains(TABLE) {
        return None;
    }
    let (mut node, found) = view.lexicon.root(TABLE, first.word()?, || view.surface(tokens.start))?;
    let mut longest = found.map(|found| (found.entry.class.as_str(), tokens.start + 1));
    for at in tokens.skip(1) {
        let word = view.lexicon.begins(view.folded(at)).word();
        let Some(next) = word.and_then(|word| view.lexicon.next(node, word)) else { break };
        node = next;
        if let Some(found) = view.lexicon.row(TABLE, node, || view.surface(at)) {
            longest = Some((found.entry.class.as_str(), at + 1));
        }
    }
    longest
}

/// Marks captions: what precedes a picture's credit in a short paragraph, or follows `FILE -`. Captions describe a picture,
/// often from another time than the event's.
pub(super) fn mark_captions(view: &View<'_, '_>, sentences: &mut [Sentence], block: Range<usize>) {
    let filed = view.surface(block.start) == "FILE"
        && matches!(view.mark(block.start + 1), Mark::Dash)
        && block.len() <= CAPTION;
    let end = if filed {
        sentences.len()
    } else {
        let mut credits = sentences.iter().enumerate().take(SENTENCES + 1);
        let credited = |(_, s): &(usize, &Sentence)| is_picture_credit(view, s.tokens.clone());
        match credits.find(credited) {
            Some((at, credit)) if credit.tokens.end - block.start <= CAPTION => at + 1,
            _ => match sentences.first() {
                Some(first) if ends_in_credit(view, first.tokens.clone()) => 1,
                _ => return,
            },
        }
    };
    for sentence in sentences.iter_mut().take(end) {
        sentence.kind = SentenceKind::Boilerplate;
    }
}

/// `(AP Photo/Jane Doe)`, `Photograph: Jane Doe/Reuters`, `[Jane Doe/AFP]`, `REUTERS/Jane Doe`: a picture's credit. An agency
/// in brackets by itself does not count, since texts end that way.
fn is_picture_credit(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    if tokens.len() > 24 {
        return false;
    }
    let bracketed = view.mark(tokens.start) == Mark::OpenBracket;
    let head = tokens.start + usize::from(bracketed);
    let pictures = |t: usize| {
        matches!(
            view.folded(t),
            "photo" | "photos" | "photograph" | "photographs" | "picture" | "image" | "credit" | "handout"
        )
    };
    let lower = tokens.clone().filter(|&t| view.is_lower(t)).count();
    let labelled = pictures(head) && (view.surface(head + 1) == ":" || view.folded(head + 1) == "by");
    let slashed = tokens.clone().any(|t| {
        t > head
            && view.surface(t) == "/"
            && (is_agency(view, t - 1) || is_agency(view, t + 1) || pictures(t - 1))
    }) || tokens.clone().any(|t| view.folded(t) == "via" && is_agency(view, t + 1));
    lower <= 4 && (labelled || slashed || (bracketed && tokens.clone().any(pictures)))
        || (bracketed && tokens.clone().any(|t| view.surface(t) == "Getty") && lower <= 4)
}

/// A caption without a full stop before its credit: `The market in Vigo on Friday (Photo: Jane Doe)`.
fn ends_in_credit(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.clone().next_back() else { return false };
    if tokens.len() > CAPTION || view.mark(last) != Mark::CloseBracket {
        return false;
    }
    let open = tokens.clone().rev().take(24).find(|&t| view.mark(t) == Mark::OpenBracket);
    open.is_some_and(|open| is_picture_credit(view, open..tokens.end))
}
