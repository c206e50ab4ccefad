//! Parts and wholes: "nine of the 20", "all 20", "most of the 20", "most of the hostages".

use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::one_spaced;
use crate::mention::quantity::{Bound, Breadth, Quantity, QuantityKind};
use crate::text::{Document, stem};

/// Links parts to their wholes, and finds shares given without a number.
pub(super) fn settle(document: &Document<'_>, lexicon: &Lexicon, found: &mut Vec<Quantity>) {
    for at in 0..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let Some((q, _)) = rest.split_first_mut() else { continue };
        if !matches!(q.kind, QuantityKind::Count | QuantityKind::Number) || q.bound != Bound::Exact {
            continue;
        }
        let Some(of) = q.low else { continue };
        let first = document.sentences().get(q.sentence).map_or(0, |s| s.tokens.start);
        match done.last_mut().filter(|part| part.sentence == q.sentence && is_of(document, part, q)) {
            Some(part) => divide(part, q, of),
            None => all_or_most(document, q, of, first),
        }
    }
    shares(document, lexicon, found);
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "these" | "those" | "its" | "his" | "her" | "their")
}

/// True if only "of the" is between a part and a whole.
fn is_of(document: &Document<'_>, part: &Quantity, whole: &Quantity) -> bool {
    let after = document.tokens_in(part.number).end;
    document.folded(after) == "of"
        && is_article(document.folded(after + 1))
        && after + 2 == whole.tokens.start
}

/// "Nine of the 20 sailors were rescued": the nine were rescued.
fn divide(part: &mut Quantity, whole: &mut Quantity, of: f64) {
    let share = part.kind == QuantityKind::Percent && part.unit.as_deref() == Some("share");
    if share {
        let number = |v: Option<f64>| v.map(|v| (v * of).round());
        (part.low, part.high) = (number(part.low), number(part.high));
        (part.kind, part.unit, part.dimension, part.grain) = (QuantityKind::Count, None, None, 1.0);
        part.counted.clone_from(&whole.counted);
        part.concept.clone_from(&whole.concept);
        part.breadth = whole.breadth;
    }
    if !matches!(part.kind, QuantityKind::Count | QuantityKind::Number) {
        return;
    }
    part.kind = QuantityKind::Count;
    part.scope.of = Some(of);
    whole.scope.whole = true;
    if part.state.is_none() {
        part.state = whole.state.take();
    } else if part.state == whole.state {
        whole.state = None;
    }
}

/// "All 20", "most of the 20". "None of the 20" is a denial instead.
fn all_or_most(document: &Document<'_>, q: &mut Quantity, of: f64, first: usize) {
    let back = |n: usize| q.tokens.start.checked_sub(n).filter(|&at| at >= first);
    let word = |n: usize| back(n).map_or("", |at| document.folded(at));
    let article = usize::from(is_article(word(1)));
    let (low, high, words) = match (word(2 + article), word(1 + article)) {
        (_, "all") => (of, of, 0),
        ("all", "of") => (of, of, 0),
        ("most", "of") if article == 1 && of >= 3.0 => ((of / 2.0).floor() + 1.0, of - 1.0, 3),
        ("majority", "of") if article == 1 && of >= 3.0 => ((of / 2.0).floor() + 1.0, of - 1.0, 3),
        _ => return,
    };
    q.scope.of = Some(of);
    if let Some(from) = back(words).filter(|_| words > 0) {
        (q.low, q.high) = (Some(low), Some(high));
        q.bound = if low < high { Bound::Range } else { Bound::Exact };
        let end = document.tokens_in(q.number).end;
        q.tokens.start = from;
        q.number = document.span(from..end);
        q.span = document.span(q.tokens.clone());
        q.surface = one_spaced(q.number.slice(document.text()));
    }
}

/// "Most of the hostages", "all of the hostages", "all the hostages": shares of a whole without a number.
fn shares(document: &Document<'_>, lexicon: &Lexicon, found: &mut Vec<Quantity>) {
    let mut more = Vec::new();
    for (position, sentence) in document.sentences().iter().enumerate() {
        let tokens = sentence.tokens.clone();
        for at in tokens.clone() {
            // A bit rules out nearly all tokens.
            if !document.is(at, Class::FunctionWord) {
                continue;
            }
            let (low, high) = match document.folded(at) {
                "most" => (0.51, 0.99),
                "all" => (1.0, 1.0),
                _ => continue,
            };
            let of = usize::from(document.folded(at + 1) == "of");
            if !is_article(document.folded(at + 1 + of)) || of == 0 && low < 1.0 {
                continue;
            }
            let noun = at + 2 + of;
            let Some((end, hit)) =
                document.lookup(TableId::Counted, noun, lexicon).filter(|(end, _)| *end <= tokens.end)
            else {
                continue;
            };
            let breadth = match hit.entry.class.as_str() {
                "people" => Breadth::People,
                "person" => Breadth::Person,
                "thing" => Breadth::Thing,
                _ => continue,
            };
            let last = document.folded(end.saturating_sub(1));
            // "At most the crew", "not all the hostages".
            let before = at.checked_sub(1).filter(|&b| b >= tokens.start).map_or("", |b| document.folded(b));
            if !last.ends_with('s') && !last.ends_with("en")
                || matches!(before, "at" | "not" | "almost" | "nearly" | "the" | "after" | "of")
            {
                continue;
            }
            let number = document.span(at..at + 1 + of);
            more.push(Quantity {
                span: document.span(at..end),
                number,
                sentence: position,
                tokens: at..end,
                low: Some(low),
                high: Some(high),
                bound: if low < high { Bound::Range } else { Bound::Exact },
                kind: QuantityKind::Percent,
                unit: Some("share".to_owned()),
                counted: Some(stem(last).into_owned()),
                words: Some(document.span(end.saturating_sub(1)..end)),
                concept: Some(hit.entry.canonical.clone()),
                breadth,
                described: Vec::new(),
                residual: false,
                state: None,
                per: None,
                measured: None,
                course: super::Course::default(),
                dimension: None,
                grain: 0.0,
                surface: one_spaced(number.slice(document.text())),
                scope: super::scope::Scope::default(),
            });
        }
    }
    if more.is_empty() {
        return;
    }
    more.retain(|share| {
        !found.iter().any(|q| q.tokens.start < share.tokens.end && share.tokens.start < q.tokens.end)
    });
    found.append(&mut more);
    found.sort_by_key(|q| q.tokens.start);
}
