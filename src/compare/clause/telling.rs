//! Tellings: with what certainty a sentence reports an event, or says what somebody is.
//!
//! "Was abducted" and "was allegedly abducted" are two tellings of one event, whatever else their sentences say. A cue
//! governs the verb after it ("appeared to have damaged"), the noun it modifies ("an apparent suicide"), or the clause that
//! depends on it ("it is not clear whether the hostages were killed"). A word governed by no cue is a fact, unless something
//! else in its clause weakens it: a condition, a question, a denial, a wish.

mod cue;

use std::ops::Range;

use cue::{Aim, cue_at};

use super::wording::Wording;
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::{Certainty, Clause, DenialKind, verb};
use crate::text::{Document, TokenKind};

/// How certain something is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// As a fact: "abducted".
    Fact,
    /// As an appearance: "apparently", "is believed to have", "the suspected gunman".
    Apparent,
    /// As hearsay: "allegedly", "claims to have", "reports say".
    Hearsay,
    /// As possible or unknown: "may have", "it is not clear whether".
    Unclear,
    /// As an attempt.
    Tried,
    /// In the future, as possible.
    May,
    /// In the future, as expected.
    Expected,
    /// In the future, as certain.
    Will,
    /// As advice: "urged to stay inside".
    Urged,
    /// As an order.
    Ordered,
    /// As untrue.
    Denied,
}

impl Way {
    /// True if readers would want to know that one thing is reported in these two ways. Symmetric.
    pub fn differs_from(self, other: Self) -> bool {
        use Way::{Apparent, Denied, Expected, Fact, Hearsay, May, Ordered, Tried, Unclear, Urged, Will};
        matches!(
            (self.min(other), self.max(other)),
            (Fact, Apparent | Hearsay | Unclear | Tried | Denied) | (May | Expected, Will) | (Urged, Ordered)
        )
    }

    /// True if, for the same event, the two are different readings: a weaker condition than [`Way::differs_from`].
    pub fn is_another(self, other: Self) -> bool {
        self != other && self.of_what_is() && other.of_what_is()
    }

    fn of_what_is(self) -> bool {
        self <= Self::Tried
    }
}

/// A word for an event or for what somebody is, with the way it is told.
#[derive(Clone, Debug)]
pub struct Telling {
    /// The word.
    pub token: usize,
    /// What it is compared by: all words of one entry of the synonym table have the same sense.
    pub sense: u64,
    /// Its base form.
    pub key: u64,
    /// How it is told.
    pub way: Way,
    /// The words that say so.
    pub cue: Option<Range<usize>>,
    /// True for the object of the verb that the cue governs: the verb may differ in the other source.
    pub of_object: bool,
    /// True for a word for a perpetrator: it needs a name to be about somebody.
    pub of_person: bool,
}

/// The most tokens between a cue and the word it governs.
const REACH: usize = 7;
/// The most tokens from a verb that takes a clause to the verb of that clause.
const CLAUSE: usize = 14;

/// The cues in a sentence with the words they govern. Linear in the tokens, times the reach.
pub fn hedged(
    document: &Document<'_>,
    sentence: &Range<usize>,
    clauses: &[&Clause],
) -> Vec<(Way, Range<usize>, usize)> {
    let mut found = Vec::new();
    if is_question(document, sentence) || is_doubted(document, sentence) {
        return found;
    }
    let mut at = sentence.start;
    while at < sentence.end {
        let Some((way, end, aim)) = cue_at(document, at, sentence) else {
            at += 1;
            continue;
        };
        let target = match aim {
            Aim::Verb => governed(document, end, sentence),
            Aim::Noun => head(document, end, sentence),
            Aim::Clause => {
                let limit = sentence.end.min(end + CLAUSE);
                let triggers = clauses.iter().filter_map(|c| Some((c.trigger?, c.tokens.end)));
                let first = triggers.filter(|(t, _)| (end..limit).contains(t)).min();
                first.and_then(|(trigger, last)| predicate(document, trigger, last.min(limit), sentence))
            }
            Aim::Infinitive => {
                let to = (end..sentence.end.min(end + REACH)).find(|&t| document.folded(t) == "to");
                to.and_then(|to| governed(document, to + 1, sentence))
            }
        };
        if let Some(target) = target.filter(|_| !is_denied(document, at, sentence)) {
            found.push((way, at..end, target));
        }
        at = end;
    }
    found.extend(clauses.iter().filter_map(|clause| denied(document, sentence, clause)));
    found
}

/// What is told by a clause with this trigger: the verb, but not a participle that only describes the subject ("the crew held
/// in Leku has been freed"), nor a noun for an event in a clause without a verb ("claims a victory").
fn predicate(document: &Document<'_>, trigger: usize, end: usize, sentence: &Range<usize>) -> Option<usize> {
    let stops = |at: &usize| {
        document.is(*at, Class::Conjunction)
            || document
                .tokens()
                .get(*at)
                .is_none_or(|t| t.kind != TokenKind::Word && t.kind != TokenKind::Number)
    };
    let auxiliary = |at: usize| document.is(at, Class::PlainAuxiliary);
    let word = document.folded(trigger);
    let past = document.is(trigger, Class::IrregularPast) || verb::is_regular_past(word);
    let before = (sentence.start..trigger).rev().find(|&at| !verb::is_adverb(document.folded(at)));
    if past && !before.is_some_and(auxiliary) {
        let rest = (trigger + 1..end).take_while(|at| !stops(at));
        if let Some(auxiliary) = rest.into_iter().find(|&at| auxiliary(at)) {
            return governed(document, auxiliary, sentence);
        }
    }
    let nominal = ["al", "ion", "ment", "ance", "ence", "ure", "ery"].iter().any(|end| word.ends_with(end))
        || before.is_some_and(|at| document.is(at, Class::Determiner));
    (past || before.is_some_and(auxiliary) || !nominal).then_some(trigger)
}

/// What a clause denies: its own verb, or what its subject denies.
fn denied(
    document: &Document<'_>,
    sentence: &Range<usize>,
    clause: &Clause,
) -> Option<(Way, Range<usize>, usize)> {
    if let Some(denial) = clause.denial.filter(|d| d.kind == DenialKind::Statement) {
        let scope = document.tokens_in(denial.scope);
        return Some((
            Way::Denied,
            document.tokens_in(denial.cue),
            governed(document, scope.start, sentence)?,
        ));
    }
    let told = clause.negated && clause.certainty >= Certainty::Probable && clause.denial.is_none();
    let cue = clause.negation.filter(|_| told)?;
    let trigger = clause.trigger.filter(|&at| !document.is(at, Class::PlainAuxiliary))?;
    Some((Way::Denied, document.tokens_in(cue), trigger))
}

/// The tellings in a sentence that have cues: the word that each cue governs, and the object of a verb.
pub fn cued(
    document: &Document<'_>,
    sentence: &Range<usize>,
    wording: &Wording,
    cues: &[(Way, Range<usize>, usize)],
) -> Vec<Telling> {
    let mut found = Vec::new();
    let word = |token: usize| wording.words.iter().find(|w| w.token == token && w.content);
    for (way, cue, target) in cues {
        if document.tokens().get(*target).is_some_and(|t| t.begins.contains(TableId::Speech)) {
            continue;
        }
        let mut add = |token: usize, of_object: bool| {
            let Some(word) = word(token) else { return };
            let doer = document.is_in(token, WordSet::Doer);
            let of_person = doer || is_person(document, token);
            let sense = if doer { DOER } else { word.sense };
            found.push(Telling {
                token,
                sense,
                key: word.key,
                way: *way,
                cue: Some(cue.clone()),
                of_object,
                of_person,
            });
        };
        add(*target, false);
        if let Some(object) = object(document, *target, sentence) {
            add(object, true);
        }
    }
    // "The suspect is X".
    for word in wording.words.iter().filter(|w| is_suspect(document.folded(w.token))) {
        let token = word.token;
        let cue = Some(token..token + 1);
        let way = Way::Apparent;
        found.push(Telling {
            token,
            sense: DOER,
            key: word.key,
            way,
            cue,
            of_object: false,
            of_person: true,
        });
    }
    found
}

/// The words of a sentence that are told as facts, among those with the given senses. Linear in the tokens, times the words
/// before.
pub fn plain(
    document: &Document<'_>,
    sentence: &Range<usize>,
    wording: &Wording,
    clauses: &[&Clause],
    cues: &[(Way, Range<usize>, usize)],
    lexicon: &Lexicon,
    mut asked: impl FnMut(u64) -> bool,
) -> Vec<Telling> {
    let mut found = Vec::new();
    if is_question(document, sentence) || is_heard(document, sentence) || is_doubted(document, sentence) {
        return found;
    }
    if is_thought(document, sentence) {
        return found;
    }
    for word in wording.words.iter().filter(|w| w.content) {
        let token = word.token;
        let of_person = document.is_in(token, WordSet::Doer);
        let sense = if of_person { DOER } else { word.sense };
        if !asked(sense) || !is_fact(document, token, sentence, clauses, cues, lexicon) {
            continue;
        }
        let way = Way::Fact;
        found.push(Telling { token, sense, key: word.key, way, cue: None, of_object: false, of_person });
    }
    found
}

/// The sense shared by all words for perpetrators.
const DOER: u64 = 1;

/// What the word at a token is compared by in tellings, given its sense elsewhere.
pub fn sense_of(document: &Document<'_>, token: usize, sense: u64) -> u64 {
    if document.is_in(token, WordSet::Doer) { DOER } else { sense }
}

/// True for a noun for what somebody is, by the tables or its ending: "the alleged thief was caught" does not doubt the
/// catch.
fn is_person(document: &Document<'_>, at: usize) -> bool {
    let word = document.folded(at);
    let begins = |table: TableId| document.tokens().get(at).is_some_and(|t| t.begins.contains(table));
    let ends = ["er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women"];
    begins(TableId::Role)
        || matches!(word, "thief" | "thieves" | "spy" | "spies" | "victim" | "victims" | "member" | "members")
        || ends.iter().any(|end| word.ends_with(end)) && !begins(TableId::Synonym)
}

fn is_suspect(word: &str) -> bool {
    matches!(word, "suspect" | "suspects")
}

fn is_word(document: &Document<'_>, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

fn is_passed(document: &Document<'_>, at: usize) -> bool {
    let word = document.folded(at);
    document.is(at, Class::PlainAuxiliary) || verb::is_adverb(word) || matches!(word, "to" | "have" | "being")
}

/// The content word that a cue before a token governs: the verb or the predicate.
fn governed(document: &Document<'_>, from: usize, sentence: &Range<usize>) -> Option<usize> {
    let limit = sentence.end.min(from + REACH);
    let first = (from..limit).find(|&at| !is_passed(document, at))?;
    if document.is(first, Class::Determiner) || document.is(first, Class::Preposition) {
        return head(document, first, sentence);
    }
    is_word(document, first).then_some(first).filter(|&at| !document.is(at, Class::FunctionWord))
}

/// The last word of a noun phrase that begins at a token, up to a name, a mark or a function word.
pub(super) fn head(document: &Document<'_>, from: usize, sentence: &Range<usize>) -> Option<usize> {
    let limit = sentence.end.min(from + REACH);
    let opens = |at: &usize| {
        document.is(*at, Class::Determiner)
            || document.is(*at, Class::Preposition)
            || document.surface(*at) == "-"
    };
    let first = (from..limit).find(|at| !opens(at))?;
    let mut found = None;
    for at in first..limit {
        let joins = document.surface(at) == "-" && document.is_attached(at);
        if joins {
            continue;
        }
        let ends = !is_word(document, at)
            || document.is(at, Class::FunctionWord)
            || document.is(at, Class::PlainAuxiliary)
            || document.tokens().get(at).is_some_and(|t| t.is_capitalised() && found.is_some());
        if ends {
            break;
        }
        found = Some(at);
    }
    found
}

/// The head of the object directly after a verb: "damaged his fingertips".
fn object(document: &Document<'_>, verb: usize, sentence: &Range<usize>) -> Option<usize> {
    let next = verb + 1;
    let opens = document.is(next, Class::Determiner)
        || is_word(document, next)
            && !document.is(next, Class::FunctionWord)
            && !verb::is_adverb(document.folded(next))
            && document.tokens().get(next).is_some_and(|t| !t.is_capitalised());
    if !opens || next >= sentence.end {
        return None;
    }
    head(document, next, sentence)
}

/// True for a verb by which a statement is only somebody's claim.
pub fn is_claim(word: &str) -> bool {
    matches!(word, "claim" | "claims" | "claimed" | "claiming" | "allege" | "alleges" | "alleging")
        || matches!(word, "sources" | "reports")
}

/// True for a question.
pub fn is_question(document: &Document<'_>, sentence: &Range<usize>) -> bool {
    let last = sentence.end.checked_sub(1).filter(|&at| at >= sentence.start);
    last.into_iter().chain(last.and_then(|at| at.checked_sub(1))).any(|at| document.surface(at) == "?")
}

/// "Report: ..", "reports say" are hearsay, whatever their grammar.
fn is_heard(document: &Document<'_>, sentence: &Range<usize>) -> bool {
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
fn is_thought(document: &Document<'_>, sentence: &Range<usize>) -> bool {
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
fn is_doubted(document: &Document<'_>, sentence: &Range<usize>) -> bool {
    let doubted = |word: &str| {
        matches!(word, "false" | "falsely" | "untrue" | "fake" | "fabricated" | "debunked" | "hoax")
            || matches!(word, "suggestion" | "assertion" | "assertions" | "conspiracy")
            || matches!(word, "disputed" | "disputes" | "wouldn't")
    };
    sentence.clone().any(|at| doubted(document.folded(at)))
}

/// True for a cue that is negated: "is not believed to have".
fn is_denied(document: &Document<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let first = at.saturating_sub(3).max(sentence.start);
    let not = |t: usize| {
        let word = document.folded(t);
        matches!(word, "not" | "never" | "no" | "neither") || word.ends_with("n't")
    };
    (first..at).any(not) && !matches!(document.folded(at), "not" | "no" | "unclear" | "unknown")
}

/// True for a word that its clause tells as a fact.
fn is_fact(
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
    let hyphen = |at: usize| document.surface(at) == "-" && document.is_attached(at);
    let participle = word(token).ends_with("ed") || word(token).ends_with("en");
    !hyphen(token + 1) && (participle || !before.is_some_and(hyphen))
}
