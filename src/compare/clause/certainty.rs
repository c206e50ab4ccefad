//! Certainty: two sentences that say the same thing with different certainty. "Are feared dead" and "are dead", "may close"
//! and "will close", "is considering closing" and "has decided to close".
//!
//! The cue before a content word is compared with the cue before the matching word in the other sentence. Only sentences that
//! otherwise say the same are compared, since what is possible in one event may be a fact in another.

use std::ops::Range;

use super::contrast::{Parallel, Sided};
use super::party::are_exchanged;
use super::wording::Wording;
use crate::compare::{Judgement, Level};
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::text::{Document, TokenKind};

/// The fraction of the content words that must match, of the shorter sentence and of the longer.
const CONTAINED: f64 = 0.7;
const COVERED: f64 = 0.55;
/// How many words must match.
const SHARED: usize = 2;
/// The confidence of a difference known only by its cue, and how much each sentence's share of matching words adds to it: the
/// same for both, so that two sentences that otherwise say the same reach nine in ten.
const BARE: f64 = 0.3;
const OF_CONTAINED: f64 = 0.3;
const OF_COVERED: f64 = 0.3;

/// How certain a word is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grade {
    /// A fact: "are dead", "closed".
    Fact,
    /// Feared, believed, alleged, apparent: about the present or past.
    Hedged,
    /// "May have closed".
    MayHave,
    /// "May close", "is considering closing".
    Open,
    /// "Is expected to close".
    Expected,
    /// "Will close", "has decided to close".
    Settled,
    /// Wanted, claimed, doubted: not comparable.
    Other,
}

/// Where two sentences report one thing with different certainty.
#[derive(Clone, Debug)]
pub struct Graded {
    /// What the difference amounts to.
    pub judgement: Judgement,
    /// The words of the first that affect its certainty, if any, and the word they govern.
    pub a: (Option<Range<usize>>, usize),
    /// The same for the other.
    pub b: (Option<Range<usize>>, usize),
}

/// An effective cue: its words, its meaning, and the index of the word it governs.
struct Cue {
    tokens: Range<usize>,
    grade: Grade,
    target: usize,
}

/// Compares how certain two aligned sentences are about what both say. Symmetric.
pub fn certainty(a: Sided<'_, '_>, b: Sided<'_, '_>, sides: &Parallel) -> Option<Graded> {
    let (x, y) = (a.wording, b.wording);
    if sides.shared < SHARED || !x.cues.is_empty() || !y.cues.is_empty() || x.open || y.open {
        return None;
    }
    let (here, there) = (cues(a), cues(b));
    if here.is_empty() && there.is_empty() {
        return None;
    }
    // The words of a cue need no match.
    let rest = |w: &Wording, cues: &[Cue]| {
        let of_cue = |t: usize| cues.iter().any(|c| c.tokens.contains(&t));
        w.words.iter().filter(|w| w.content && !of_cue(w.token)).count().max(1)
    };
    let (m, n) = (rest(x, &here), rest(y, &there));
    let share = |of: usize| sides.shared as f64 / of as f64;
    let (contained, covered) = (share(m.min(n)).min(1.0), share(m.max(n)).min(1.0));
    if contained < CONTAINED || covered < COVERED || sides.shared + 2 < m.min(n) {
        return None;
    }
    let grade_at =
        |cues: &[Cue], at: usize| cues.iter().find(|c| c.target == at).map(|c| (c.grade, c.tokens.clone()));
    let aimed = here.iter().filter_map(|c| Some((c.target, sides.answer_of_a(c.target)?)));
    let mut pairs: Vec<(usize, usize)> = aimed.collect();
    pairs.extend(there.iter().filter_map(|c| Some((sides.answer_of_b(c.target)?, c.target))));
    for (i, j) in pairs {
        let (one, other) = (grade_at(&here, i), grade_at(&there, j));
        // A hedge elsewhere in a sentence without a cue here may cover the word, too.
        if one.is_none() && !here.is_empty() || other.is_none() && !there.is_empty() {
            continue;
        }
        let grade = |told: &Option<(Grade, Range<usize>)>| told.as_ref().map_or(Grade::Fact, |t| t.0);
        if !differ(grade(&one), grade(&other)) || are_exchanged(a, b, sides, (i, j)) {
            continue;
        }
        let (p, q) = (x.words.get(i)?.token, y.words.get(j)?.token);
        // A fact may also have been planned; certainty differs only if both are about the past or both about the future.
        let words = |s: Sided<'_, '_>, told: &Option<(Grade, Range<usize>)>| {
            told.as_ref().map(|(_, t)| s.document.span(t.clone()).slice(s.document.text()).to_owned())
        };
        let reason = match (words(a, &one), words(b, &other)) {
            (Some(p), Some(q)) if p <= q => format!("\"{p}\" in one, \"{q}\" in the other"),
            (Some(p), Some(q)) => format!("\"{q}\" in one, \"{p}\" in the other"),
            (Some(cue), None) | (None, Some(cue)) => format!("a fact in one, \"{cue}\" in the other"),
            (None, None) => return None,
        };
        let confidence = BARE + OF_CONTAINED * contained + OF_COVERED * covered;
        return Some(Graded {
            judgement: Judgement::new(Level::Certainty, confidence, reason),
            a: (one.map(|t| t.1), p),
            b: (other.map(|t| t.1), q),
        });
    }
    None
}

fn differ(a: Grade, b: Grade) -> bool {
    use Grade::{Expected, Fact, Hedged, MayHave, Open, Settled};
    matches!(
        (a, b),
        (Fact, Hedged | MayHave)
            | (Hedged | MayHave, Fact)
            | (Open | Expected, Settled)
            | (Settled, Open | Expected)
    )
}

fn cues(s: Sided<'_, '_>) -> Vec<Cue> {
    let document = s.document;
    let mut found: Vec<Cue> = Vec::new();
    let (Some(first), Some(last)) = (s.wording.words.first(), s.wording.words.last()) else { return found };
    let (start, end) = (first.token, last.token + 1);
    let mut at = start.saturating_sub(1);
    while at < end {
        let Some((grade, tokens)) = cue_at(document, at, start) else {
            at += 1;
            continue;
        };
        let after = tokens.end;
        let from = s.wording.words.partition_point(|w| w.token < after);
        let target = (from..s.wording.words.len()).take(3).find(|&n| s.wording.is_content(n));
        if let Some(target) = target {
            found.push(Cue { tokens, grade, target });
        }
        at = after;
    }
    found
}

/// The cue at a token: its meaning and its words.
fn cue_at(document: &Document<'_>, at: usize, first: usize) -> Option<(Grade, Range<usize>)> {
    let token = document.tokens().get(at)?;
    if token.kind != TokenKind::Word {
        return None;
    }
    let word = |n: usize| document.folded(n);
    let back = |n: usize| at.checked_sub(n).filter(|&b| b + 1 >= first).map_or("", word);
    let be = |w: &str| matches!(w, "is" | "are" | "was" | "were" | "been" | "being" | "be" | "'s" | "'re");
    // "Is widely believed".
    let passive = be(back(1)) || back(1).ends_with("ly") && be(back(2));
    let noun_phrase = || {
        let before = at.checked_sub(1);
        before.is_some_and(|b| {
            document.is(b, Class::Determiner)
                || document.is(b, Class::Preposition)
                || document.tokens().get(b).is_some_and(|t| t.kind == TokenKind::Possessive)
        })
    };
    let (grade, end) = match word(at) {
        "believed" | "thought" | "presumed" | "suspected" | "alleged" | "understood" | "rumoured"
        | "rumored" | "said" | "assumed" | "reported" | "supposed"
            if passive && word(at + 1) == "to" =>
        {
            let future = word(at + 2) == "be" && word(at + 3).ends_with("ing");
            (if future { Grade::Open } else { Grade::Hedged }, at + 2)
        }
        "feared" | "presumed" | "believed" | "thought" | "suspected" | "reported" | "assumed"
            if !noun_phrase() && document.is_in(at + 1, WordSet::Feared) =>
        {
            (Grade::Hedged, at + 1)
        }
        "feared" if passive && word(at + 1) == "to" => (Grade::Hedged, at + 2),
        "apparently" | "allegedly" | "reportedly" | "presumably" | "purportedly" | "supposedly"
        | "possibly" | "probably" | "seemingly" | "perhaps" | "likely"
            if word(at + 1) != "to" && !(word(at) == "likely" && noun_phrase()) =>
        {
            // "Will probably close" is about the future.
            let modal =
                |w: &str| matches!(w, "will" | "would" | "may" | "might" | "could" | "can" | "should");
            if modal(back(1)) || modal(word(at + 1)) {
                return None;
            }
            (Grade::Hedged, at + 1)
        }
        "appears" | "appear" | "appeared" | "seems" | "seem" | "seemed" if word(at + 1) == "to" => {
            (Grade::Hedged, at + 2)
        }
        "may" | "might" | "could" if !token.is_capitalised() || at < first => {
            let mut next = at + 1;
            while word(next).ends_with("ly")
                || matches!(word(next), "also" | "well" | "even" | "still" | "now" | "soon")
            {
                next += 1;
            }
            match word(next) {
                "not" | "n't" => return None,
                "have" => (Grade::MayHave, next + 1),
                _ if word(at) == "could" => return None,
                _ => (Grade::Open, at + 1),
            }
        }
        "considering" | "mulling" | "weighing" | "contemplating" | "pondering" if passive => {
            (Grade::Open, at + 1)
        }
        "considers" | "mulls" | "weighs" | "considered" if word(at + 1).ends_with("ing") => {
            (Grade::Open, at + 1)
        }
        "thinking" if passive && matches!(word(at + 1), "about" | "of") => (Grade::Open, at + 2),
        "expected" | "likely" | "forecast" | "predicted" | "projected" if passive && word(at + 1) == "to" => {
            (Grade::Expected, at + 2)
        }
        "decided" | "resolved" | "agreed" if word(at + 1) == "to" => (Grade::Settled, at + 2),
        "will" | "shall" if !token.is_capitalised() => {
            let next = at + 1 + usize::from(word(at + 1).ends_with("ly") || word(at + 1) == "also");
            if matches!(word(next), "not" | "have") {
                return None;
            }
            (Grade::Settled, at + 1)
        }
        "believe" | "believes" | "suspect" | "suspects" | "think" | "thinks" | "fear" | "fears"
        | "assume" | "assumes"
            if !noun_phrase() && opens_clause(document, at + 1) =>
        {
            (Grade::Hedged, at + 1)
        }
        // Whoever feels that it is so does not know.
        "feel" | "feels" | "felt" if !noun_phrase() && opens_clause(document, at + 1) => {
            (Grade::Other, at + 1)
        }
        "claim" | "claims" | "claimed" | "alleges" | "allege" | "alleging" | "suggests" | "suggest"
        | "suggested" | "would" | "can" | "should" | "must" | "hopes" | "hoped" | "plans" | "planned"
        | "intends" | "wants" | "wanted" | "unclear" | "doubt" | "doubts" | "rumours" | "rumors"
        | "possible" | "whether" | "ruled" | "believed" | "thought" | "suspected" | "alleged"
        | "expected" => (Grade::Other, at + 1),
        _ => return None,
    };
    Some((grade, at..end))
}

/// True if a separate clause begins here: "believe the pilot slept", "fear that he drowned".
fn opens_clause(document: &Document<'_>, at: usize) -> bool {
    let pronoun =
        matches!(document.folded(at), "that" | "he" | "she" | "it" | "they" | "there" | "up" | "at");
    pronoun
        || document.is(at, Class::Determiner)
        || document
            .tokens()
            .get(at)
            .is_some_and(|t| t.is_capitalised() || t.kind == TokenKind::Number || t.begins.is_number_word())
}
