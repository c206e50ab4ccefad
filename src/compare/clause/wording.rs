//! Wording: the words of a sentence in the form in which they are aligned with another's, and which of them are denied.

use crate::compare::vocabulary::{Stretch, number};
use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::{denied_need, denies_nothing, rejects, untrue};
use crate::text::{Document, Token, TokenKind};

use std::ops::Range;

/// The most words read of a sentence; longer ones are tables and lists.
const LONGEST: usize = 80;
/// How many words after a cue the denied word may be.
const REACH: usize = 6;

/// A word in its compared form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its form without inflection and spelling convention, as a number.
    pub(super) key: u64,
    /// The same for all words of one entry of the synonym table.
    pub(super) sense: u64,
    pub(super) token: usize,
    pub(super) content: bool,
}

impl Word {
    pub(super) fn answers(&self, other: &Word) -> bool {
        self.key == other.key || self.sense == other.sense
    }
}

/// An effective negation cue, and the word it governs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) tokens: Range<usize>,
    /// The index of the first content word after it, or of the last before it for a cue that looks back.
    pub(super) target: usize,
    /// True if a need is denied, which leaves open whether it is done.
    pub(super) need: bool,
}

/// The words of a sentence, without articles, auxiliaries and negation cues.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    pub(super) words: Vec<Word>,
    pub(super) cues: Vec<Cue>,
    /// The number of content words.
    pub(super) content: usize,
    /// True if it holds only for some, or sometimes.
    pub(super) partial: bool,
    /// The number of cues that govern no word.
    pub(super) idle: usize,
    /// True if it is one of several possibilities, or has an exception.
    pub(super) open: bool,
}

impl Wording {
    /// The words of a stretch. Linear.
    pub fn of(stretch: &Stretch<'_, '_>, lexicon: &Lexicon) -> Self {
        let Stretch { document, tokens, .. } = stretch;
        let mut wording = Self::default();
        let mut cues: Vec<Found> = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end && wording.words.len() < LONGEST {
            let Some(token) = document.tokens().get(at) else { break };
            match document.folded(at) {
                "some" | "several" | "many" | "others" | "sometimes" | "often" | "usually" | "may"
                | "might" | "can" | "could" => wording.partial = true,
                "either" | "if" | "unless" | "whether" | "except" | "than" | "alone" => wording.open = true,
                // "Judges instead of arbitrators" denies the second in passing.
                "instead" if document.folded(at + 1) == "of" => wording.open = true,
                // For what is nearly not so; "barely" is for what is so.
                "hardly" | "scarcely" => wording.open = true,
                // "Nor is Kolm": what is denied of it stands in the sentence before.
                "nor" | "neither" if at == tokens.start && is_elliptical(document, tokens) => {
                    wording.open = true
                }
                // "It is false that": what follows is denied.
                "it" => {
                    if let Some(that) = untrue(document, at) {
                        cues.push(Found::forward(at..that + 1, wording.words.len()));
                        at = that + 1;
                        continue;
                    }
                }
                "without" | "free" | "freed" | "exempt" | "spared" | "relieved" => {
                    if let Some(end) = denied_need(document, at) {
                        cues.push(Found { need: true, ..Found::forward(at..end, wording.words.len()) });
                        at = end;
                        continue;
                    }
                }
                _ => {}
            }
            // What somebody denies is neither asserted nor denied by the report.
            if token.begins.is(Class::Denies) && rejects(document, at) {
                wording.open = true;
            }
            if token.begins.contains(TableId::Negation) {
                let found = document.lookup(TableId::Negation, at, lexicon);
                if let Some((end, found)) = found.filter(|(end, _)| !denies_nothing(document, &(at..*end))) {
                    // "Wasn't just" says more.
                    let more =
                        matches!(document.folded(end), "just" | "only" | "merely" | "simply" | "solely");
                    // Somebody ruled out of a match misses it.
                    let misses = document.folded(at) == "ruled"
                        && matches!(document.folded(end), "of" | "for" | "with" | "through");
                    // "21 people, not 23, as first reported": a corrected figure, not a denial.
                    let figure = document.tokens().get(end).is_some_and(Token::may_begin_number)
                        && at > tokens.start
                        && (matches!(document.surface(at - 1), "," | "(" | "—" | "–")
                            || document.folded(at - 1) == "and");
                    let place = wording.words.len();
                    match found.entry.class.as_str() {
                        _ if more || misses || figure => {}
                        // "Neither the tug nor the ferry": one denial.
                        "forward" if document.folded(at) == "nor" && goes_on(document, at, &cues) => {}
                        "forward" => cues.push(Found {
                            need: needs(document, end) || document.folded(at) == "needn't",
                            of: document.folded(at) == "neither" && document.folded(end) == "of",
                            ..Found::forward(at..end, place)
                        }),
                        "backward" => cues.push(Found { back: true, ..Found::forward(at..end, place) }),
                        _ => {}
                    }
                    at = end;
                    continue;
                }
            }
            if let Some(word) = word(stretch, at, lexicon) {
                wording.content += usize::from(word.content);
                wording.words.push(word);
            }
            at += 1;
        }
        for Found { tokens, place, back, need, of } in cues {
            // "Neither of the two boats" is about the boats.
            let counted = |n: usize| {
                let token = wording.words.get(n).and_then(|w| document.tokens().get(w.token));
                of && token.is_some_and(|t| t.kind == TokenKind::Number || t.begins.is_number_word())
            };
            let told = |n: &usize| wording.is_content(*n) && !counted(*n);
            let target = if back {
                (0..place).rev().take(REACH).find(told)
            } else {
                (place..wording.words.len()).take(REACH).find(told)
            };
            match target.filter(|_| !is_object(document, &tokens)) {
                Some(target) => wording.cues.push(Cue { tokens, target, need }),
                None => wording.idle += 1,
            }
        }
        wording
    }

    /// True if an odd number of things is denied.
    pub fn denies(&self) -> bool {
        (self.cues.len() + self.idle) % 2 == 1
    }

    /// The content words around a token, excluding it, each with its token and sense.
    pub fn around(&self, token: usize, reach: usize) -> impl Iterator<Item = (usize, u64)> + '_ {
        let near = move |w: &&Word| w.content && w.token != token && w.token.abs_diff(token) <= reach;
        self.words.iter().filter(near).map(|w| (w.token, w.sense))
    }

    pub(super) fn is_content(&self, n: usize) -> bool {
        self.words.get(n).is_some_and(|w| w.content)
    }
}

/// A negation cue, before it is known which word it governs.
struct Found {
    tokens: Range<usize>,
    /// How many words are before it.
    place: usize,
    /// True if it denies what is before it.
    back: bool,
    need: bool,
    /// "Neither of".
    of: bool,
}

impl Found {
    fn forward(tokens: Range<usize>, place: usize) -> Self {
        Self { tokens, place, back: false, need: false, of: false }
    }
}

/// True for a "nor" that continues an earlier denial, but not for one with a verb of its own: "nor did he pay".
fn goes_on(document: &Document<'_>, nor: usize, before: &[Found]) -> bool {
    !before.is_empty() && !document.is(nor + 1, Class::PlainAuxiliary)
}

/// True for a sentence of "nor" and an auxiliary with nothing but a name: "Nor is Kolm Hall."
fn is_elliptical(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let subject = tokens.start + 2..tokens.end;
    let is_name = |at: usize| {
        let token = document.tokens().get(at);
        token.is_some_and(|t| t.is_capitalised() || !matches!(t.kind, TokenKind::Word | TokenKind::Symbol))
            || document.is(at, Class::Determiner)
    };
    document.is(tokens.start + 1, Class::PlainAuxiliary)
        && !subject.is_empty()
        && subject.into_iter().all(is_name)
}

/// True for "nothing" as the object of a verb, which denies nothing of what is joined to it: "did nothing and left"; not for a
/// subject, which follows no word ("None, however, was hurt").
fn is_object(document: &Document<'_>, cue: &Range<usize>) -> bool {
    let before = cue.start.checked_sub(1).and_then(|at| document.tokens().get(at));
    before.is_some_and(|t| t.kind == TokenKind::Word && !t.begins.is(Class::Conjunction))
        && matches!(document.folded(cue.start), "nothing" | "none" | "nobody")
        && matches!(document.folded(cue.end), "and" | "but" | "," | ";" | "as" | "while" | "before")
}

/// True if a negation is directly followed by a need: "do not | have to".
fn needs(document: &Document<'_>, at: usize) -> bool {
    match document.folded(at) {
        "need" | "needs" | "necessary" | "mandatory" | "compulsory" => true,
        "have" | "has" | "had" | "required" | "obliged" => document.folded(at + 1) == "to",
        _ => false,
    }
}

fn word(stretch: &Stretch<'_, '_>, at: usize, lexicon: &Lexicon) -> Option<Word> {
    let document = stretch.document;
    let token = document.tokens().get(at)?;
    let folded = document.folded(at);
    let left_out = !matches!(token.kind, TokenKind::Word | TokenKind::Number)
        || document.is(at, Class::PlainAuxiliary)
        || matches!(folded, "a" | "an" | "the" | "there" | "one");
    if left_out {
        return None;
    }
    let forms = stretch.forms(at)?;
    let sense = match document.row(TableId::Synonym, at, lexicon) {
        Some(entry) => number(&entry.canonical).wrapping_add(1),
        None => forms.base,
    };
    let content = !(token.begins.contains(TableId::Stopword) && forms.small);
    Some(Word { key: forms.base, sense, token: at, content })
}
