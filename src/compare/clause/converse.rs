//! Converse: who did it to whom, with the roles reversed.
//!
//! "Harwell owns Brookside" and "Harwell is a unit of Brookside" share all their names and exclude each other. The words
//! alone do not show this, only their order. So relations that hold in one direction only are read where the grammar is
//! simple: a verb between two names, its passive, a noun with "of", a noun after a possessive (structure, in the typology of
//! de Marneffe, Rafferty and Manning 2008).

use std::ops::Range;

use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::Name;
use crate::mention::clause::verb;
use crate::text::{Document, TokenKind};

/// A relation that holds in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Own,
    Succeed,
    Beat,
    Buy,
    Kill,
    Parent,
}

/// How a word expresses a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grammar {
    /// "P owns Q".
    Verb,
    /// "P is the owner of Q".
    Doer,
    /// "Q is a subsidiary of P".
    Other,
}

fn relation(folded: &str) -> Option<(Relation, Grammar)> {
    Some(match folded {
        "own" | "owns" | "owned" => (Relation::Own, Grammar::Verb),
        "owner" => (Relation::Own, Grammar::Doer),
        "subsidiary" | "unit" | "division" | "arm" => (Relation::Own, Grammar::Other),
        "succeed" | "succeeds" | "succeeded" | "replace" | "replaces" | "replaced" => {
            (Relation::Succeed, Grammar::Verb)
        }
        "successor" | "replacement" => (Relation::Succeed, Grammar::Doer),
        "predecessor" => (Relation::Succeed, Grammar::Other),
        "beat" | "beats" | "beaten" | "defeat" | "defeats" | "defeated" | "thrashed" => {
            (Relation::Beat, Grammar::Verb)
        }
        "buy" | "buys" | "bought" | "acquires" | "acquired" => (Relation::Buy, Grammar::Verb),
        "buyer" => (Relation::Buy, Grammar::Doer),
        "killed" | "murdered" => (Relation::Kill, Grammar::Verb),
        "killer" => (Relation::Kill, Grammar::Doer),
        "father" | "mother" => (Relation::Parent, Grammar::Doer),
        "son" | "daughter" => (Relation::Parent, Grammar::Other),
        _ => return None,
    })
}

/// The most tokens between a name and the word that relates it.
const REACH: usize = 7;

/// Two related names, each as an index into the given names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    relation: Relation,
    /// The name of the actor.
    pub doer: usize,
    /// The name of the other.
    pub other: usize,
    /// From the first of the two names to the last.
    pub tokens: Range<usize>,
}

/// The relations in a sentence, given its names. Linear in the tokens, times the reach.
pub fn ties(document: &Document<'_>, sentence: Range<usize>, names: &[&Name]) -> Vec<Tie> {
    let mut found = Vec::new();
    if names.len() < 2 {
        return found;
    }
    let reader = Reader { document, sentence: &sentence, names };
    for at in sentence.clone() {
        let Some((relation, grammar)) = relation(document.folded(at)) else { continue };
        if document.tokens().get(at).is_none_or(|t| t.kind != TokenKind::Word || t.is_capitalised()) {
            continue;
        }
        let tied = match grammar {
            Grammar::Verb => reader.by_verb(at),
            Grammar::Doer => reader.by_noun(at),
            Grammar::Other => reader.by_noun(at).map(|(one, other)| (other, one)),
        };
        let Some((doer, other)) = tied.filter(|(p, q)| p != q) else { continue };
        let (Some(p), Some(q)) = (names.get(doer), names.get(other)) else { continue };
        let tokens = p.tokens.start.min(q.tokens.start)..p.tokens.end.max(q.tokens.end);
        found.push(Tie { relation, doer, other, tokens });
    }
    found
}

/// The first relation in one sentence that the other reverses, if no relation agrees.
pub fn turned<'t>(
    (a, x): (&Document<'_>, &[&Name]),
    ours: &'t [Tie],
    (b, y): (&Document<'_>, &[&Name]),
    theirs: &'t [Tie],
) -> Option<(&'t Tie, &'t Tie)> {
    let one = |n: usize, m: usize| -> bool {
        let (Some(p), Some(q)) = (x.get(n), y.get(m)) else { return false };
        let words = |document: &Document<'_>, name: &Name| -> Vec<String> {
            name.tokens.clone().map(|t| document.folded(t).to_owned()).filter(|w| w.len() > 2).collect()
        };
        let (ours, others) = (words(a, p), words(b, q));
        let (short, long) = if ours.len() <= others.len() { (ours, others) } else { (others, ours) };
        !short.is_empty() && short.iter().all(|word| long.contains(word))
    };
    let mut found = None;
    for p in ours {
        for q in theirs.iter().filter(|q| q.relation == p.relation) {
            if one(p.doer, q.doer) || one(p.other, q.other) {
                return None;
            }
            if found.is_none() && one(p.doer, q.other) && one(p.other, q.doer) {
                found = Some((p, q));
            }
        }
    }
    found
}

struct Reader<'r, 'a> {
    document: &'r Document<'a>,
    sentence: &'r Range<usize>,
    names: &'r [&'r Name],
}

impl Reader<'_, '_> {
    /// "P bought Q", "P was bought by Q".
    fn by_verb(&self, at: usize) -> Option<(usize, usize)> {
        let (before, passive) = self.subject(at)?;
        let by = self.document.folded(at + 1) == "by";
        match (passive, by) {
            (false, false) => Some((before, self.after(at + 1, false)?)),
            (true, true) => Some((self.after(at + 2, false)?, before)),
            _ => None,
        }
    }

    /// "P, the owner of Q", "P is the owner of Q"; "Q's owner, P".
    fn by_noun(&self, at: usize) -> Option<(usize, usize)> {
        if self.document.folded(at + 1) == "of" {
            return Some((self.defined(at)?, self.after(at + 2, true)?));
        }
        let owner = self.owner(at)?;
        Some((self.after(at + 1, true)?, owner))
    }

    /// The name directly before a verb, apart from auxiliaries and adverbs, and whether the verb is passive.
    fn subject(&self, at: usize) -> Option<(usize, bool)> {
        let mut passive = false;
        for before in (self.sentence.start..at).rev().take(REACH) {
            if let Some(name) = self.ending(before + 1) {
                return Some((name, passive));
            }
            let word = self.document.folded(before);
            // What is denied or only possible relates nothing.
            if matches!(word, "not" | "never" | "nearly" | "almost" | "reportedly" | "allegedly")
                || self.document.is(before, Class::Modal)
            {
                return None;
            }
            passive |= matches!(word, "is" | "are" | "was" | "were" | "been" | "being" | "be");
            if !(verb::is_auxiliary(word) && !verb::is_contracted(word)
                || verb::is_adverb(word)
                || word == "who")
            {
                return None;
            }
        }
        None
    }

    /// The name that a noun defines: "P is", "P,", with only modifiers between.
    fn defined(&self, at: usize) -> Option<usize> {
        let mut defines = false;
        for before in (self.sentence.start..at).rev().take(REACH) {
            if let Some(name) = self.ending(before + 1) {
                if defines {
                    return Some(name);
                }
                continue;
            }
            let word = self.document.folded(before);
            if matches!(word, "is" | "was" | "are" | "were" | "became" | "," | "been" | "has" | "had") {
                defines = true;
            } else if defines || verb::is_preposition(word) || matches!(word, "not" | "never") {
                return None;
            }
        }
        None
    }

    /// The name whose possessive precedes a noun.
    fn owner(&self, at: usize) -> Option<usize> {
        let before = (self.sentence.start..at).rev().take(3);
        let sign = before
            .into_iter()
            .find(|&t| self.document.tokens().get(t).is_some_and(|t| t.kind == TokenKind::Possessive))?;
        self.ending(sign)
    }

    /// The first name after a token, with only modifiers and, if allowed, a comma before it.
    fn after(&self, from: usize, comma: bool) -> Option<usize> {
        for at in from..self.sentence.end.min(from + REACH) {
            if let Some(name) = self.names.iter().position(|n| n.tokens.start == at && !n.demonym) {
                return Some(name);
            }
            let word = self.document.folded(at);
            let token = self.document.tokens().get(at)?;
            let stops = verb::is_preposition(word)
                || verb::is_auxiliary(word)
                || verb::is_conjunction(word)
                || matches!(word, "that" | "who" | "which" | ";" | ":" | ".")
                || word == "," && !comma
                || token.begins.contains(TableId::Speech)
                || token.kind == TokenKind::Quote;
            if stops {
                return None;
            }
        }
        None
    }

    fn ending(&self, end: usize) -> Option<usize> {
        self.names.iter().position(|n| n.tokens.end == end && !n.demonym)
    }
}
