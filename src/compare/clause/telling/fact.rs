//! What makes a word of a sentence less than a fact: a report, a belief, a doubt, a condition, a topic.

use std::ops::Range;

use super::{Way, hedged, is_word};
use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::{Certainty, Clause, verb};
use crate::text::{Document, Token};

/// "Report: ..", "reports say" are hearsay, whatever their grammar.
pub(super) fn is_heard(document: &Document<'_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        matches!(
            document.folded(at),
            "report"
                | "reports"
                | "rumor"
                | "rumors"
                | "rumour"
                | "rumours"
                | "hoax"
                | "claim"
                | "claims"
                | "claimed"
                | "claiming"
                | "unconfirmed"
        )
    })
}

/// True for a sentence that is somebody's belief or unnamed sources' report, as its end says: ", officials believe",
/// ", sources said on Friday".
pub(super) fn is_thought(document: &Document<'_>, sentence: &Range<usize>) -> bool {
    /// The most tokens after the comma.
    const TAIL: usize = 8;
    let from = sentence.end.saturating_sub(TAIL).max(sentence.start);
    let comma = (from..sentence.end).rev().find(|&at| document.surface(at) == ",");
    let Some(comma) = comma else { return false };
    let (mut sources, mut told) = (false, None);
    for at in comma + 1..sentence.end {
        // ", the suspect in the robbery" names somebody.
        let noun = at > comma + 1
            && [Class::Determiner, Class::Preposition].iter().any(|&class| document.is(at - 1, class));
        match document.folded(at) {
            _ if noun => {}
            "believe" | "believes" | "think" | "suspect" | "suspects" | "fear" | "allege" | "alleges" => {
                told = Some(at);
            }
            "sources" | "source" | "rumours" | "rumors" => sources = true,
            "say" | "says" | "said" | "told" if sources => told = Some(at),
            _ if document.is(at, Class::Conjunction) => return false,
            _ => {}
        }
        if told.is_some() {
            break;
        }
    }
    // No clause follows: "police believe", not "police believe he fled".
    let ends = |at: usize| {
        at >= sentence.end
            || !is_word(document, at)
            || document.is(at, Class::Preposition)
            || verb::is_adverb(document.folded(at))
    };
    told.is_some_and(|at| ends(at + 1))
}

/// True after words that say that nothing supports what follows: "no evidence that he fled", up to the next comma.
fn is_unsupported(document: &Document<'_>, sentence: &Range<usize>, token: usize) -> bool {
    let parted = |at: &usize| matches!(document.surface(*at), "," | ";" | ":");
    (sentence.start..token).rev().take_while(|at| !parted(at)).any(|at| {
        matches!(document.folded(at), "evidence" | "proof" | "sign" | "indication" | "confirmation" | "truth")
            && matches!(document.folded(at + 1), "that" | "of" | "to")
            && (at.saturating_sub(2).max(sentence.start)..at)
                .any(|back| matches!(document.folded(back), "no" | "without" | "little" | "any"))
    })
}

/// True if words outside a clause make what it says less than a fact: who believes it, an earlier verb's hedge, "no evidence
/// that".
pub fn is_weakened(
    document: &Document<'_>,
    sentence: &Range<usize>,
    clauses: &[&Clause],
    clause: &Clause,
) -> bool {
    let unsupported = |at| is_unsupported(document, sentence, at);
    clause.trigger.is_some_and(unsupported)
        || is_thought(document, sentence)
        || hedges_first(document, clauses, clause, &hedged(document, sentence, clauses))
}

/// True if the first of several verbs with one subject, of which a clause has a later one, is hedged.
fn hedges_first(
    document: &Document<'_>,
    clauses: &[&Clause],
    clause: &Clause,
    cues: &[(Way, Range<usize>, usize)],
) -> bool {
    let subject = shared_subject(document, clauses, clause);
    let doubts = |way: &Way| matches!(way, Way::Apparent | Way::Hearsay | Way::Unclear);
    cues.iter().any(|(way, cue, _)| doubts(way) && (subject..clause.tokens.start).contains(&cue.start))
}

/// The first token of the clauses that share a clause's subject: "was born in Leku | but changed his name".
fn shared_subject(document: &Document<'_>, clauses: &[&Clause], clause: &Clause) -> usize {
    /// The most clauses before it.
    const BACK: usize = 3;
    let mut first = clause.tokens.clone();
    for _ in 0..BACK {
        // No word but the conjunction and adverbs before its verb.
        let joins = matches!(document.folded(first.start), "and" | "but" | "or");
        let verb = (first.start + 1..first.end).find(|&at| !verb::is_adverb(document.folded(at)));
        let bare = verb.is_some_and(|at| {
            document.is(at, Class::PlainAuxiliary)
                || document.is(at, Class::IrregularPast)
                || verb::is_regular_past(document.folded(at))
        });
        let before = clauses.partition_point(|c| c.tokens.end <= first.start).checked_sub(1);
        let Some(before) = before.and_then(|n| clauses.get(n)).filter(|_| joins && bare) else { break };
        first = before.tokens.clone();
    }
    first.start
}

/// True for a sentence that says that something reported is not so, or may not be: "the suggestion that they crossed is
/// false".
pub(super) fn is_doubted(document: &Document<'_>, sentence: &Range<usize>) -> bool {
    let doubted = |word: &str| {
        matches!(word, "false" | "falsely" | "untrue" | "fake" | "fabricated" | "debunked" | "hoax")
            || matches!(word, "suggestion" | "assertion" | "assertions" | "conspiracy")
            || matches!(word, "disputed" | "disputes" | "wouldn't")
    };
    sentence.clone().any(|at| doubted(document.folded(at)))
}

/// True for a cue that is negated: "is not believed to have".
pub(super) fn is_denied(document: &Document<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let first = at.saturating_sub(3).max(sentence.start);
    let not = |t: usize| {
        let word = document.folded(t);
        matches!(word, "not" | "never" | "no" | "neither") || word.ends_with("n't")
    };
    (first..at).any(not) && !matches!(document.folded(at), "not" | "no" | "unclear" | "unknown")
}

/// True for a word that its clause tells as a fact.
pub(super) fn is_fact(
    document: &Document<'_>,
    token: usize,
    sentence: &Range<usize>,
    clauses: &[&Clause],
    cues: &[(Way, Range<usize>, usize)],
    lexicon: &Lexicon,
) -> bool {
    let clause = clauses.iter().find(|c| c.tokens.contains(&token));
    let Some(clause) = clause else { return false };
    if clause.negated
        || clause.certainty != Certainty::Fact
        || clause.denial.is_some()
        || clause.obligation.is_some()
    {
        return false;
    }
    // A cue anywhere before in the clause, or directly after the word.
    let covers = |cue: &Range<usize>| clause.tokens.contains(&cue.start) && cue.start <= token + 2;
    if cues.iter().any(|(_, cue, target)| *target == token || covers(cue)) {
        return false;
    }
    if hedges_first(document, clauses, clause, cues) || is_unsupported(document, sentence, token) {
        return false;
    }
    let first = clause.tokens.start.saturating_sub(1).max(sentence.start);
    let lessens = |at: usize| {
        document.is(at, Class::Modal)
            || matches!(
                document.folded(at),
                "if" | "unless"
                    | "whether"
                    | "would"
                    | "threat"
                    | "threatened"
                    | "threatening"
                    | "plan"
                    | "plans"
                    | "planned"
                    | "planning"
                    | "plot"
                    | "plotting"
                    | "plotted"
                    | "wanted"
                    | "wants"
                    | "suspected"
                    | "accused"
                    | "charged"
                    | "allegations"
                    | "possible"
                    | "potential"
                    | "alleged"
                    | "attempted"
                    | "believe"
                    | "believes"
                    | "think"
                    | "thinks"
                    | "fear"
                    | "suspects"
                    | "suspicion"
                    | "charges"
                    | "fears"
                    | "without"
            )
            || document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Negation))
                && document.lookup(TableId::Negation, at, lexicon).is_some()
            || document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Modal))
                && document.lookup(TableId::Modal, at, lexicon).is_some()
    };
    if (first..token).any(lessens) {
        return false;
    }
    let before = token.checked_sub(1).filter(|&at| at >= sentence.start);
    let word = |at: usize| document.folded(at);
    // "To kill" is a purpose; "re-enter" and "lightning-sparked" assert, "use-of-force" does not.
    if before.is_some_and(|at| word(at) == "to") {
        return false;
    }
    if !clauses.iter().any(|c| c.trigger == Some(token)) && is_topic(document, token, clause) {
        return false;
    }
    let hyphen = |at: usize| document.surface(at) == "-" && document.is_attached(at);
    let participle = word(token).ends_with("ed") || word(token).ends_with("en");
    !hyphen(token + 1) && (participle || !before.is_some_and(hyphen))
}

/// True for a noun that only says what something is about: "a probe into the killing", "asked about the sale", "the murder
/// trial".
fn is_topic(document: &Document<'_>, noun: usize, clause: &Clause) -> bool {
    let of_case = |word: &str| {
        matches!(
            word,
            "accused" | "suspect" | "suspects" | "trial" | "trials" | "charge" | "charges" | "case"
        ) || matches!(word, "probe" | "investigation" | "inquiry" | "allegation" | "allegations")
    };
    if of_case(document.folded(noun + 1)) {
        return true;
    }
    let phrase = (clause.tokens.start..noun).rev().find(|&at| {
        document.is(at, Class::Preposition)
            || document.is(at, Class::PlainAuxiliary)
            || !is_word(document, at)
    });
    // "Over 30 attacks" is a number.
    let counts = |at: usize| document.tokens().get(at).is_some_and(Token::may_begin_number);
    phrase.is_some_and(|at| {
        matches!(document.folded(at), "about" | "into" | "over" | "regarding") && !counts(at + 1)
    })
}
