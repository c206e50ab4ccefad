//! The cues of a telling: the words that say how certain it is, and what they govern.

use std::ops::Range;

use super::{Way, is_word};
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::mention::clause::verb;
use crate::text::{Document, TokenKind};

/// What a cue governs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    Verb,
    Noun,
    Clause,
    /// The verb behind the next "to": "urged residents to stay".
    Infinitive,
}

/// The cue at a token: the way it tells, its end, and what it governs.
pub(super) fn cue_at(
    document: &Document<'_>,
    at: usize,
    sentence: &Range<usize>,
) -> Option<(Way, usize, Aim)> {
    let token = document.tokens().get(at)?;
    if token.kind != TokenKind::Word {
        return None;
    }
    let word = |n: usize| if n < sentence.end { document.folded(n) } else { "" };
    let back =
        |n: usize| at.checked_sub(n).filter(|&b| b >= sentence.start).map_or("", |b| document.folded(b));
    let be = |w: &str| matches!(w, "is" | "are" | "was" | "were" | "been" | "being" | "be" | "'s" | "'re");
    let passive = be(back(1)) || verb::is_adverb(back(1)) && be(back(2));
    let opens = |n: usize| {
        matches!(word(n), "that" | "he" | "she" | "it" | "they" | "there")
            || document.is(n, Class::Determiner)
            || document.tokens().get(n).is_some_and(|t| t.is_capitalised() || t.begins.is_number_word())
    };
    let modal = |w: &str| matches!(w, "will" | "would" | "may" | "might" | "could" | "can" | "should");
    let describes = |n: usize| {
        is_word(document, n) && !document.is(n, Class::FunctionWord) && !document.is(n, Class::PlainAuxiliary)
    };
    Some(match word(at) {
        "appears" | "appear" | "appeared" | "seems" | "seem" | "seemed" if word(at + 1) == "to" => {
            (Way::Apparent, at + 2, Aim::Verb)
        }
        "believed" | "thought" | "presumed" | "suspected" | "understood" | "feared" | "assumed"
            if passive && word(at + 1) == "to" =>
        {
            let future = word(at + 2) == "be" && word(at + 3).ends_with("ing");
            (if future { Way::May } else { Way::Apparent }, at + 2, Aim::Verb)
        }
        "alleged" | "reported" | "said" | "rumoured" | "rumored" | "claimed"
            if passive && word(at + 1) == "to" =>
        {
            (Way::Hearsay, at + 2, Aim::Verb)
        }
        "accused" | "suspected" if word(at + 1) == "of" => {
            let way = if word(at) == "accused" { Way::Hearsay } else { Way::Apparent };
            (way, at + 2, Aim::Verb)
        }
        "feared" | "presumed" | "believed" if document.is_in(at + 1, WordSet::Feared) => {
            (Way::Apparent, at + 1, Aim::Verb)
        }
        "expected" | "forecast" | "predicted" | "projected" | "likely" if passive && word(at + 1) == "to" => {
            (Way::Expected, at + 2, Aim::Verb)
        }
        "apparently" | "seemingly" | "presumably" | "probably" | "evidently" | "likely"
            if !modal(back(1)) && !modal(word(at + 1)) && word(at + 1) != "to" =>
        {
            (Way::Apparent, at + 1, Aim::Verb)
        }
        "allegedly" | "reportedly" | "purportedly" | "supposedly" => {
            if modal(back(1)) || modal(word(at + 1)) {
                return None;
            }
            (Way::Hearsay, at + 1, Aim::Verb)
        }
        "possibly" | "perhaps" | "maybe" | "potentially" if !modal(back(1)) => {
            (Way::Unclear, at + 1, Aim::Verb)
        }
        "may" | "might" | "could" if !token.is_capitalised() || at > sentence.start && word(at) != "may" => {
            let mut next = at + 1;
            while verb::is_adverb(word(next)) || word(next) == "well" {
                next += 1;
            }
            match word(next) {
                "not" => return None,
                "have" => (Way::Unclear, next + 1, Aim::Verb),
                _ => (Way::May, at + 1, Aim::Verb),
            }
        }
        "will" | "shall" if !token.is_capitalised() => {
            let next = at + 1 + usize::from(verb::is_adverb(word(at + 1)));
            match word(next) {
                "have" => return None,
                _ if word(at + 1) == "not" => (Way::Will, at + 2, Aim::Verb),
                "not" => return None,
                "likely" | "probably" => (Way::Expected, next + 1, Aim::Verb),
                _ => (Way::Will, at + 1, Aim::Verb),
            }
        }
        "claim" | "claims" | "claimed" | "claiming" | "purports" | "purported" | "purporting" | "purport" => {
            if word(at + 1) == "to" {
                (Way::Hearsay, at + 2, Aim::Verb)
            } else if word(at).starts_with("claim")
                && !document.is(at.saturating_sub(1), Class::Determiner)
                && !token.is_capitalised()
                && opens(at + 1)
            {
                (Way::Hearsay, at + 1, Aim::Clause)
            } else if word(at) == "purported" && describes(at + 1) {
                (Way::Hearsay, at + 1, Aim::Noun)
            } else {
                return None;
            }
        }
        "alleges" | "allege" | "alleging" if opens(at + 1) => (Way::Hearsay, at + 1, Aim::Clause),
        "believe" | "believes" | "suspect" | "suspects" | "believed" | "suspected" | "fear" | "fears"
            if !passive && !document.is(at.saturating_sub(1), Class::Determiner) && opens(at + 1) =>
        {
            (Way::Apparent, at + 1, Aim::Clause)
        }
        "reports" | "rumours" | "rumors" | "sources" if is_of_reports(word(at + 1)) => {
            (Way::Hearsay, at + 2, Aim::Clause)
        }
        "unclear" | "unknown" | "uncertain" if matches!(word(at + 1), "whether" | "if") => {
            (Way::Unclear, at + 2, Aim::Clause)
        }
        "clear" | "known" | "sure" | "certain" | "confirm" | "say"
            if (1..4)
                .any(|n| matches!(back(n), "not" | "unable" | "impossible") || back(n).ends_with("n't")) =>
        {
            let whether = (at + 1..at + 5).find(|&n| matches!(word(n), "whether" | "if"))?;
            (Way::Unclear, whether + 1, Aim::Clause)
        }
        "suspected" | "alleged" | "apparent" | "supposed" | "presumed" | "possible" | "attempted"
            if describes(at + 1) && !passive =>
        {
            let way = match word(at) {
                "suspected" | "apparent" | "presumed" => Way::Apparent,
                "possible" => Way::Unclear,
                "attempted" => Way::Tried,
                _ => Way::Hearsay,
            };
            (way, at + 1, Aim::Noun)
        }
        "attempted" | "tried" if word(at + 1) == "to" => (Way::Tried, at + 2, Aim::Verb),
        "urged" | "urges" | "urging" | "advised" | "encouraged" | "warned" | "asked" => {
            (Way::Urged, at + 1, Aim::Infinitive)
        }
        "ordered" | "orders" | "ordering" | "instructed" | "directed" | "commanded" => {
            (Way::Ordered, at + 1, Aim::Infinitive)
        }
        _ => return None,
    })
}

/// What reports and rumours do.
fn is_of_reports(word: &str) -> bool {
    matches!(word, "suggest" | "suggested" | "say" | "said" | "indicate" | "indicated" | "claim" | "claimed")
}
